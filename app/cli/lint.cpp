// `weft lint`: gathers the files, asks core for findings, renders them.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <tuple>

#include <nlohmann/json.hpp>

#include "app/cli/lint_fix.h"
#include "app/cli/open.h"
#include "app/cli/output.h"
#include "app/cli/pages.h"
#include "app/cli/verbs.h"
#include "core/lint/output.h"
#include "core/targets/folder.h"
#include "core/targets/lint_document.h"
#include "core/yaml/reader.h"

namespace weft::cli {

namespace {

namespace fs = std::filesystem;

struct Input {
    std::string path;
    bool walked = false;   // found in a folder: passed over when it is no flow
};

bool looks_like_a_flow(const fs::path& path) {
    const std::string name = path.filename().string(), extension = path.extension().string();
    return name.find(".weft-canvas.") == name.npos && (extension == ".yaml" || extension == ".yml" || extension == ".json" || extension == ".pipeline");
}

std::vector<Input> gather(const std::vector<std::string>& paths) {
    std::vector<Input> all;
    for (const std::string& path : paths) {
        std::error_code error;
        if (path == "-" || !fs::is_directory(path, error)) {
            all.push_back({path, false});
            continue;
        }
        std::vector<Input> found;
        for (fs::recursive_directory_iterator at(path, fs::directory_options::skip_permission_denied, error), end; !error && at != end; at.increment(error)) {
            const std::string name = at->path().filename().string();
            if (at->is_directory(error) && name.starts_with(".")) at.disable_recursion_pending();
            else if (at->is_regular_file(error) && looks_like_a_flow(at->path())) found.push_back({at->path().string(), true});
        }
        std::sort(found.begin(), found.end(), [](const Input& a, const Input& b) { return a.path < b.path; });
        all.insert(all.end(), found.begin(), found.end());
    }
    return all;
}

using Known = std::tuple<std::string, std::string, std::string, std::string>;  // rule, file, task, message
Known known_of(const lint::Finding& finding) { return {finding.rule, finding.where.file, finding.task_name, english(finding.what)}; }

Result<std::set<Known>> read_baseline(const std::string& path) {
    const auto text = read_input(path);
    if (!text) return tl::unexpected(text.error());
    const auto root = nlohmann::json::parse(*text, nullptr, false);
    const auto list = root.is_object() ? root.find("findings") : root.end();
    if (!root.is_object() || list == root.end() || !list->is_array()) return fail(WEFT_TR("core", "not a baseline; make one with: weft lint --format json PATH"), {path, 1, 1});
    std::set<Known> all;
    const auto text_of = [](const nlohmann::json& object, const char* key) { return object.is_object() && object.contains(key) && object[key].is_string() ? object[key].get<std::string>() : std::string(); };
    for (const auto& one : *list) all.insert({text_of(one, "rule"), text_of(one, "file"), text_of(one, "task"), text_of(one, "message")});
    return all;
}

struct Outcome {
    std::vector<lint::Finding> findings;
    std::vector<std::string> files;
    std::map<std::string, std::string> texts;
    bool unreadable = false;
    Folder folder;                                // of what was walked: what files say of each other
};

bool no_flow(const std::string& text) {
    const auto stream = yaml::read(text);
    return stream && !format_of(*stream);
}

void look_at(const Input& input, const lint::Options& options, bool fix, Outcome& outcome) {
    auto text = read_input(input.path);
    if (!text) {
        complain(text.error());
        outcome.unreadable = true;
        return;
    }
    const std::string name = shown_name(input.path);
    FileLint found = lint_text(*text, name, options);
    if (found.unreadable && input.walked && no_flow(*text)) return;
    if (fix && !found.unreadable) {
        if (const auto fixed = apply_fixes(*text, name, options); fixed && *fixed != *text) {
            if (const auto written = write_output(input.path, *fixed); !written) {
                complain(written.error());
                outcome.unreadable = true;
            } else {
                *text = *fixed;
                found = lint_text(*text, name, options);
            }
        }
    }
    outcome.unreadable = outcome.unreadable || found.unreadable;
    if (input.walked && !found.unreadable) add_to_folder(outcome.folder, name, *text);
    outcome.files.push_back(name);
    std::move(found.findings.begin(), found.findings.end(), std::back_inserter(outcome.findings));
    outcome.texts[name] = std::move(*text);
}

}  // namespace

int verb_lint(const Arguments& arguments) {
    if (const std::string rule = arguments.value("--explain"); !rule.empty()) return verb_rules({{rule}, {}});
    if (arguments.positional.empty()) return usage_error("usage: weft lint [OPTION]... PATH...");
    const auto format = lint::output_format(arguments.value("--format", "text"));
    if (!format) return usage_error("--format knows text, json, sarif, github and junit, not \"" + arguments.value("--format") + "\"");
    const std::string fail_on = arguments.value("--fail-on", "error");
    if (fail_on != "error" && fail_on != "warning") return usage_error("--fail-on knows error and warning, not \"" + fail_on + "\"");
    const auto targets = chosen_targets(arguments);
    if (!targets) return usage_error(english(targets.error().message));
    std::set<Known> baseline;
    if (const std::string path = arguments.value("--baseline"); !path.empty()) {
        auto read = read_baseline(path);
        if (!read) return complain(read.error()), exit_unreadable;
        baseline = std::move(*read);
    }
    lint::Options options;
    options.targets = *targets;
    options.kubernetes = arguments.value("--k8s", options.kubernetes);
    options.advice = arguments.has("--advice");

    Outcome outcome;
    for (const Input& input : gather(arguments.positional)) look_at(input, options, arguments.has("--fix"), outcome);
    for (const std::string& file : outcome.folder.files)
        for (lint::Finding& finding : lint_references(outcome.folder, file, options.advice)) outcome.findings.push_back(std::move(finding));
    std::erase_if(outcome.findings, [&](const lint::Finding& finding) { return baseline.count(known_of(finding)) > 0; });

    lint::OutputOptions output;
    output.colour = coloured();
    output.rules = all_rules();
    output.files = outcome.files;
    output.version = WEFT_VERSION;
    output.text_of = [&](const std::string& file) { return std::string_view(outcome.texts[file]); };
    // fixed text went to standard output already; findings must not mix with it
    const bool mixed = arguments.has("--fix") && std::count(arguments.positional.begin(), arguments.positional.end(), "-") > 0;
    const std::string rendered = lint::render(outcome.findings, *format, output);
    if (mixed) std::fputs(rendered.c_str(), stderr);
    else if (const auto written = write_output("-", rendered); !written) return complain(written.error()), exit_unreadable;
    if (outcome.unreadable) return exit_unreadable;
    const auto worst = lint::worst(outcome.findings);
    return worst && (*worst == lint::Severity::error || (*worst == lint::Severity::warning && fail_on == "warning")) ? exit_found : exit_ok;
}

}  // namespace weft::cli
