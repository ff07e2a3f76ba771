// `weft targets`: what there is, and what a file fits.
#include <algorithm>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "app/cli/open.h"
#include "app/cli/output.h"
#include "app/cli/verbs.h"
#include "core/targets/lint_document.h"
#include "core/targets/portability.h"

namespace weft::cli {

using nlohmann::ordered_json;

namespace {

constexpr const char* fit_words[] = {"fits", "fits with a change", "refused"};

struct Row {
    Fit fit = Fit::fits;
    std::vector<Remark> remarks;
};

// The table's and the target's own remarks, and what lint calls an error for it.
Row row_of(const Document& document, const Target& target, const std::string& version) {
    Row row;
    if (document.format->id != target.id) {
        Portability found = portability(*document.flow, target, {version, {}});
        row = {found.fit, std::move(found.remarks)};
    }
    lint::Options options;
    options.targets = {{target.id, version}};
    for (const lint::Finding& finding : lint_document(document, options)) {
        if (finding.severity != lint::Severity::error) continue;
        Remark remark;
        remark.fit = finding.fixes.empty() ? Fit::refused : Fit::lowered;
        remark.task = finding.task;
        remark.path = finding.task_name;
        remark.detail = finding.rule;
        remark.what = finding.what;
        row.fit = std::max(row.fit, remark.fit);
        row.remarks.push_back(std::move(remark));
    }
    return row;
}

std::string sentence(const Remark& remark) {
    std::string out = remark.path.empty() ? std::string() : remark.path + ": ";
    if (remark.feature != Feature::count_) out += english(feature_title(remark.feature)) + ": ";
    out += english(remark.what);
    if (!remark.advice.empty()) out += "; " + english(remark.advice);
    return out;
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
            const Row row = row_of(*document, *target, version);
            const std::string word = fit_words[std::size_t(row.fit)];
            std::vector<std::string> reasons;   // a sentence that holds for many tasks stands once
            for (const Remark& remark : row.remarks)
                if (std::string line = sentence(remark); std::find(reasons.begin(), reasons.end(), line) == reasons.end()) reasons.push_back(std::move(line));
            if (json) {
                ordered_json remarks = ordered_json::array();
                for (const Remark& remark : row.remarks)
                    remarks.push_back({{"fit", fit_words[std::size_t(remark.fit)]}, {"task", remark.path}, {"feature", feature_id(remark.feature)}, {"what", english(remark.what)}, {"advice", english(remark.advice)}});
                rows.push_back({{"target", target->id}, {"version", version}, {"fit", word}, {"reasons", reasons}, {"remarks", std::move(remarks)}});
                continue;
            }
            std::printf("%-24s %s\n", (target->id + (version.empty() ? "" : "@" + version)).c_str(), colour(word, row.fit == Fit::fits ? "32" : row.fit == Fit::refused ? "31" : "33").c_str());
            for (const std::string& reason : reasons) std::printf("    %s\n", reason.c_str());
        }
    }
    if (json) std::printf("%s\n", ordered_json{{"version", 1}, {"file", document->file}, {"matrix", std::move(rows)}}.dump(2, ' ', false, ordered_json::error_handler_t::replace).c_str());
    return exit_ok;
}

}  // namespace weft::cli
