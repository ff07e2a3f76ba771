// JUnit XML: one test case a file; a finding at warning or above is its failure.
#include <algorithm>
#include <map>

#include "core/lint/output_internal.h"

namespace weft::lint::detail {
namespace {

std::string xml(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (c == '"') out += "&quot;";
        else if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') out += '?';
        else out += c;
    }
    return out;
}

std::string line(const Finding& finding) {
    return std::to_string(finding.where.line) + ':' + std::to_string(finding.where.column) + ' ' + severity_name(finding.severity) + ' ' + english(finding.what) + " [" + finding.rule + ']';
}

}  // namespace

std::string to_junit(const std::vector<Finding>& findings, const OutputOptions& options) {
    std::map<std::string, std::vector<const Finding*>> by_file;
    for (const std::string& file : options.files) by_file[file];
    for (const Finding& finding : findings) by_file[finding.where.file].push_back(&finding);
    std::size_t failed = 0;
    std::string cases;
    for (const auto& [file, list] : by_file) {
        cases += "  <testcase classname=\"weft.lint\" name=\"" + xml(file) + '"';
        std::string failure, notes;
        for (const Finding* finding : list) (finding->severity <= Severity::warning ? failure : notes) += xml(line(*finding)) + '\n';
        if (failure.empty() && notes.empty()) {
            cases += "/>\n";
            continue;
        }
        cases += ">\n";
        if (!failure.empty()) {
            ++failed;
            cases += "    <failure message=\"" + std::to_string(std::count(failure.begin(), failure.end(), '\n')) + " findings\">" + failure + "</failure>\n";
        }
        if (!notes.empty()) cases += "    <system-out>" + notes + "</system-out>\n";
        cases += "  </testcase>\n";
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"weft lint\" tests=\"" + std::to_string(by_file.size()) + "\" failures=\"" + std::to_string(failed) +
           "\" errors=\"0\">\n" + cases + "</testsuite>\n";
}

}  // namespace weft::lint::detail
