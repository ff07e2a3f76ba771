// SARIF 2.1.0 as GitHub's code scanning reads it. Fingerprints follow the place in the flow, not the line: an alert survives edits above it.
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>

#include "core/lint/output_internal.h"

namespace weft::lint::detail {
namespace {

using nlohmann::ordered_json;

const char* level(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

std::string fingerprint(const Finding& finding) {
    std::uint64_t hash = 14695981039346656037ull;  // FNV-1a
    for (const char c : finding.key()) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
    constexpr char digits[] = "0123456789abcdef";
    std::string out;
    for (int shift = 60; shift >= 0; shift -= 4) out += digits[(hash >> shift) & 15];
    return out;
}

// Byte offset -> line and UTF-16 column, both from 1.
struct Position { int line = 1, column = 1; };
Position position(std::string_view text, std::size_t at) {
    Position out;
    for (std::size_t i = 0; i < at && i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c == '\n') out.line += 1, out.column = 1;
        else if ((c & 0xc0) != 0x80) out.column += c >= 0xf0 ? 2 : 1;  // four bytes are a surrogate pair
    }
    return out;
}

int utf16_column(std::string_view text, const Location& where) {
    std::size_t line = 0;
    for (int i = 1; i < where.line && line != std::string_view::npos; ++i) {
        line = text.find('\n', line);
        if (line != std::string_view::npos) ++line;
    }
    return line == std::string_view::npos ? where.column : position(text.substr(line), std::size_t(std::max(0, where.column - 1))).column;
}

std::string uri(const std::string& file) {
    std::string out;
    constexpr char digits[] = "0123456789ABCDEF";
    for (const char c : file) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("-._~/").find(c) != std::string_view::npos;
        if (plain) out += c;
        else out += {'%', digits[(static_cast<unsigned char>(c) >> 4) & 15], digits[c & 15]};
    }
    return out.empty() ? "-" : out;
}

ordered_json region(const Finding& finding, std::string_view text) {
    ordered_json out{{"startLine", std::max(1, finding.where.line)}};
    if (finding.where.column > 0) out["startColumn"] = text.empty() ? finding.where.column : utf16_column(text, finding.where);
    return out;
}

ordered_json fixes(const Finding& finding, std::string_view text) {
    ordered_json out = ordered_json::array();
    for (const Fix& fix : finding.fixes) {
        const auto* edits = std::get_if<TextFix>(&fix.change);
        if (!edits || text.empty()) continue;  // a change of the flow has no text until it is applied
        ordered_json replacements = ordered_json::array();
        for (const yaml::TextEdit& edit : *edits) {
            const Position begin = position(text, edit.offset), end = position(text, edit.offset + edit.removed.size());
            replacements.push_back({{"deletedRegion", {{"startLine", begin.line}, {"startColumn", begin.column}, {"endLine", end.line}, {"endColumn", end.column}}},
                                    {"insertedContent", {{"text", edit.inserted}}}});
        }
        out.push_back({{"description", {{"text", english(fix.title)}}},
                       {"artifactChanges", ordered_json::array({{{"artifactLocation", {{"uri", uri(finding.where.file)}}}, {"replacements", std::move(replacements)}}})}});
    }
    return out;
}

ordered_json result(const Finding& finding, const std::map<std::string, int>& indexes, const OutputOptions& options) {
    const std::string_view text = options.text_of ? options.text_of(finding.where.file) : std::string_view();
    ordered_json location{{"physicalLocation", {{"artifactLocation", {{"uri", uri(finding.where.file)}}}, {"region", region(finding, text)}}}};
    if (!finding.field.empty()) location["logicalLocations"] = ordered_json::array({{{"fullyQualifiedName", finding.field}}});
    ordered_json out{{"ruleId", finding.rule}};
    if (const auto found = indexes.find(finding.rule); found != indexes.end()) out["ruleIndex"] = found->second;
    out["level"] = level(finding.severity);
    out["message"] = {{"text", english(finding.what)}};
    out["locations"] = ordered_json::array({std::move(location)});
    out["partialFingerprints"] = {{"weftworkPath/v1", fingerprint(finding)}};
    if (ordered_json mended = fixes(finding, text); !mended.empty()) out["fixes"] = std::move(mended);
    return out;
}

ordered_json describe_rule(const Rule& rule) {
    std::string page = rule.id;
    page.replace(page.find('/'), 1, "-");
    return {{"id", rule.id},
            {"shortDescription", {{"text", rule.summary}}},
            {"helpUri", "weft:help/rules/" + page},
            {"defaultConfiguration", {{"level", level(rule.severity)}}}};
}

}  // namespace

std::string to_sarif(const std::vector<Finding>& findings, const OutputOptions& options) {
    std::map<std::string, int> indexes;
    ordered_json rules = ordered_json::array(), results = ordered_json::array();
    for (const Rule* rule : options.rules)
        if (indexes.emplace(rule->id, int(rules.size())).second) rules.push_back(describe_rule(*rule));
    for (const Finding& finding : findings) results.push_back(result(finding, indexes, options));
    const ordered_json driver{{"name", "Weftwork"}, {"version", options.version.empty() ? "0" : options.version}, {"rules", std::move(rules)}};
    const ordered_json run{{"tool", {{"driver", driver}}}, {"columnKind", "utf16CodeUnits"}, {"results", std::move(results)}};
    const ordered_json root{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}, {"runs", ordered_json::array({run})}};
    return root.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace weft::lint::detail
