// `weft targets`: what there is, and what a file fits.
#include <algorithm>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "app/cli/open.h"
#include "app/cli/output.h"
#include "app/cli/verbs.h"
#include "core/targets/lint_document.h"

namespace weft::cli {

using nlohmann::ordered_json;

namespace {

struct Fit {
    std::string word;                    // "fits", "fits with a change", "refused", "not exported yet"
    std::vector<std::string> reasons;
};

Fit fit_of(const Document& document, const Target& target, const std::string& version) {
    lint::Options options;
    options.targets = {{target.id, version}};
    Fit fit{"fits", {}};
    bool mendable = true;
    for (const lint::Finding& finding : lint_document(document, options)) {
        if (finding.severity != lint::Severity::error) continue;
        fit.reasons.push_back(english(finding.what) + " [" + finding.rule + "]");
        mendable = mendable && !finding.fixes.empty();
    }
    if (!fit.reasons.empty()) fit.word = mendable ? "fits with a change" : "refused";
    if (document.format->id == target.id || target.id == "local") return fit;
    if (!target.export_flow) return {"not exported yet", fit.reasons};
    if (const auto files = target.export_flow(*document.flow, {version, {}}); !files) {
        fit.word = "refused";
        fit.reasons.push_back(english(files.error().message));
    }
    return fit;
}

int list(bool json) {
    ordered_json all = ordered_json::array();
    for (const Target* target : targets()) {
        std::string versions;
        for (const std::string& version : target->versions) versions += (versions.empty() ? "" : ", ") + version;
        if (json) all.push_back({{"id", target->id}, {"title", target->title}, {"versions", target->versions}, {"exports", target->export_flow != nullptr}});
        else std::printf("%-18s %-24s %s\n", target->id.c_str(), target->title.c_str(), versions.c_str());
    }
    if (json) std::printf("%s\n", ordered_json{{"version", 1}, {"targets", std::move(all)}}.dump(2).c_str());
    return exit_ok;
}

}  // namespace

int verb_targets(const Arguments& arguments) {
    const bool json = arguments.has("--json");
    if (!arguments.has("--matrix")) return list(json);
    int code = exit_ok;
    const DocumentPtr document = open_argument(arguments.value("--matrix"), arguments, code);
    if (!document) return code;
    ordered_json rows = ordered_json::array();
    for (const Target* target : targets()) {
        std::vector<std::string> versions = target->versions;
        if (versions.empty()) versions.emplace_back();
        for (const std::string& version : versions) {
            const Fit fit = fit_of(*document, *target, version);
            if (json) {
                rows.push_back({{"target", target->id}, {"version", version}, {"fit", fit.word}, {"reasons", fit.reasons}});
                continue;
            }
            std::printf("%-24s %s\n", (target->id + (version.empty() ? "" : "@" + version)).c_str(), colour(fit.word, fit.word == "fits" ? "32" : fit.word == "refused" ? "31" : "33").c_str());
            for (const std::string& reason : fit.reasons) std::printf("    %s\n", reason.c_str());
        }
    }
    if (json) std::printf("%s\n", ordered_json{{"version", 1}, {"file", document->file}, {"matrix", std::move(rows)}}.dump(2, ' ', false, ordered_json::error_handler_t::replace).c_str());
    return exit_ok;
}

}  // namespace weft::cli
