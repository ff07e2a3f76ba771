#include "core/lint/output.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/lint/output_internal.h"

namespace weft::lint {
namespace {

std::string place(const Finding& finding) {
    std::string out = finding.where.file.empty() ? "-" : finding.where.file;
    if (finding.where.line > 0) out += ':' + std::to_string(finding.where.line);
    if (finding.where.line > 0 && finding.where.column > 0) out += ':' + std::to_string(finding.where.column);
    return out;
}

std::string to_text(const std::vector<Finding>& findings, bool colour) {
    const auto painted = [&](Severity severity) -> std::string {
        if (!colour) return severity_name(severity);
        const char* code = severity == Severity::error ? "31" : severity == Severity::warning ? "33" : "36";
        return std::string("\x1b[1;") + code + 'm' + severity_name(severity) + "\x1b[0m";
    };
    std::string out;
    for (const Finding& finding : findings) {
        out += place(finding) + ": " + painted(finding.severity) + ": " + english(finding.what) + " [" + finding.rule + "]\n";
        for (const Fix& fix : finding.fixes) out += "    fix: " + english(fix.title) + '\n';
    }
    return out;
}

// GitHub's workflow commands: % and line breaks are escaped, in properties also ',' and ':'.
std::string escaped(std::string_view text, bool property) {
    std::string out;
    for (const char c : text) {
        if (c == '%') out += "%25";
        else if (c == '\r') out += "%0D";
        else if (c == '\n') out += "%0A";
        else if (property && c == ':') out += "%3A";
        else if (property && c == ',') out += "%2C";
        else out += c;
    }
    return out;
}

std::string to_github(const std::vector<Finding>& findings) {
    std::string out;
    for (const Finding& finding : findings) {
        const char* command = finding.severity == Severity::error ? "error" : finding.severity == Severity::warning ? "warning" : "notice";
        out += std::string("::") + command + " file=" + escaped(finding.where.file, true);
        if (finding.where.line > 0) out += ",line=" + std::to_string(finding.where.line);
        if (finding.where.column > 0) out += ",col=" + std::to_string(finding.where.column);
        out += ",title=" + escaped(finding.rule, true) + "::" + escaped(english(finding.what), false) + '\n';
    }
    return out;
}

}  // namespace

namespace detail {

std::string to_json(const std::vector<Finding>& findings) {
    using nlohmann::ordered_json;
    ordered_json list = ordered_json::array();
    for (const Finding& finding : findings) {
        ordered_json fixes = ordered_json::array();
        for (const Fix& fix : finding.fixes) fixes.push_back(english(fix.title));
        ordered_json one{{"rule", finding.rule},       {"severity", severity_name(finding.severity)}, {"message", english(finding.what)}, {"why", english(finding.why)},
                         {"file", finding.where.file}, {"line", finding.where.line},                  {"column", finding.where.column},   {"task", finding.task_name},
                         {"field", finding.field},     {"target", finding.target},                    {"fixes", std::move(fixes)}};
        list.push_back(std::move(one));
    }
    const ordered_json root{{"version", 1}, {"findings", std::move(list)}};
    return root.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace detail

std::optional<OutputFormat> output_format(std::string_view name) {
    if (name == "text") return OutputFormat::text;
    if (name == "json") return OutputFormat::json;
    if (name == "sarif") return OutputFormat::sarif;
    if (name == "github") return OutputFormat::github;
    if (name == "junit") return OutputFormat::junit;
    return std::nullopt;
}

std::string render(const std::vector<Finding>& findings, OutputFormat format, const OutputOptions& options) {
    switch (format) {
    case OutputFormat::text: return to_text(findings, options.colour);
    case OutputFormat::json: return detail::to_json(findings);
    case OutputFormat::sarif: return detail::to_sarif(findings, options);
    case OutputFormat::github: return to_github(findings);
    case OutputFormat::junit: return detail::to_junit(findings, options);
    }
    return {};
}

std::optional<Severity> worst(const std::vector<Finding>& findings) {
    const auto found = std::min_element(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
    return found == findings.end() ? std::nullopt : std::optional(found->severity);
}

}  // namespace weft::lint
