#include "app/cli/open.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "app/cli/output.h"
#include "core/lint/output.h"
#include "core/targets/document_text.h"
#include "core/targets/lint_document.h"

namespace weft::cli {

std::size_t flow_count(const Document& document) { return flows_in(document); }

DocumentPtr open_argument(const std::string& path, const Arguments& arguments, int& code) {
    code = exit_unreadable;
    const auto text = read_input(path);
    if (!text) return complain(text.error()), nullptr;
    const std::string wanted = arguments.value("--flow");
    std::size_t number = 1;
    const auto [end, error] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
    const bool by_name = !wanted.empty() && (error != std::errc{} || end != wanted.data() + wanted.size());
    auto document = open_text(*text, shown_name(path), by_name ? 0 : std::max<std::size_t>(number, 1) - 1);
    if (!document) return complain(document.error()), nullptr;
    code = exit_ok;
    if (!by_name || (*document)->flow->name == wanted) return *document;
    for (std::size_t i = 1; i < flow_count(**document); ++i)
        if (auto other = open_text(*text, shown_name(path), i); other && (*other)->flow->name == wanted) return *other;
    code = usage_error("there is no flow \"" + wanted + "\" in " + shown_name(path));
    return nullptr;
}

Result<ChosenTarget> parse_target(const std::string& text) {
    const std::size_t at = std::min(text.find('@'), text.size());
    const Target* target = find_target(text.substr(0, at));
    std::string known;
    if (!target) {
        for (const Target* one : targets()) known += (known.empty() ? "" : ", ") + one->id;
        return fail({WEFT_TR("core", "there is no target \"%1\"; there are %2"), {text.substr(0, at), known}});
    }
    ChosenTarget chosen{target, target->versions.empty() ? std::string() : target->versions.front()};
    if (at >= text.size()) return chosen;
    chosen.version = text.substr(at + 1);
    for (const std::string& version : target->versions) known += (known.empty() ? "" : ", ") + version;
    const bool exists = target->versions.empty() || std::find(target->versions.begin(), target->versions.end(), chosen.version) != target->versions.end();
    if (!exists) return fail({WEFT_TR("core", "there is no version \"%1\" of %2; there are %3"), {chosen.version, target->id, known}});
    return chosen;
}

Result<std::vector<lint::TargetChoice>> chosen_targets(const Arguments& arguments) {
    std::vector<lint::TargetChoice> all;
    for (const std::string& text : arguments.values("--target")) {
        const auto chosen = parse_target(text);
        if (!chosen) return tl::unexpected(chosen.error());
        all.push_back({chosen->target->id, chosen->version});
    }
    return all;
}

std::vector<lint::Finding> problems(const Document& document, const std::vector<lint::TargetChoice>& targets, const std::vector<std::string>& families, const std::string& default_image) {
    lint::Options options;
    options.targets = targets;
    if (!default_image.empty())
        for (const lint::TargetChoice& target : targets) options.default_images[target.id] = default_image;
    std::vector<lint::Finding> found = lint_document(document, options);
    std::erase_if(found, [&](const lint::Finding& finding) {
        const bool ours = std::any_of(families.begin(), families.end(), [&](const std::string& family) { return finding.rule.starts_with(family); });
        return !ours || finding.severity != lint::Severity::error;
    });
    return found;
}

void complain(const std::vector<lint::Finding>& findings) { std::fputs(lint::render(findings, lint::OutputFormat::text).c_str(), stderr); }

}  // namespace weft::cli
