// Scalars as text: plain, quoted, literal.
#include <algorithm>
#include <cstdint>

#include "core/yaml/emit.h"
#include "core/yaml/scalar_types.h"
#include "core/yaml/text.h"
#include "core/yaml/writer.h"

namespace weft::yaml {

namespace {

bool contains_any(std::string_view text, std::string_view any) { return text.find_first_of(any) != text.npos; }

// Characters that must be written as an escape: controls, and those that YAML 1.1 takes for line breaks or that a reader may drop.
std::size_t unprintable(std::string_view text, bool line_feeds_too) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const unsigned char c = static_cast<unsigned char>(text[i]);
        if (c < 0x20 && c != '\t' && (c != '\n' || line_feeds_too)) return i;
        if (c == 0x7F) return i;
        const std::string_view two = text.substr(i, 2), three = text.substr(i, 3);
        if (c == 0xC2 && two.size() == 2 && static_cast<unsigned char>(two[1]) < 0xA0) return i;
        if (three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9" || three == "\xEF\xBB\xBF") return i;
    }
    return text.npos;
}

void escape_into(std::string& out, std::string_view text, std::size_t& i) {
    static constexpr std::string_view controls("\"\\\n\t\r\0", 6), to = "\"\\ntr0";
    if (const std::size_t known = controls.find(text[i]); known != controls.npos) {
        out += '\\';
        out += to[known];
        return;
    }
    char buffer[8];
    const unsigned char c = static_cast<unsigned char>(text[i]);
    if (c == 0xC2) std::snprintf(buffer, sizeof buffer, "\\x%02X", static_cast<unsigned char>(text[++i]));
    else if (c == 0xE2) std::snprintf(buffer, sizeof buffer, "\\u%04X", static_cast<unsigned char>(text[i + 2]) == 0xA8 ? 0x2028 : 0x2029), i += 2;
    else if (c == 0xEF) std::snprintf(buffer, sizeof buffer, "\\uFEFF"), i += 2;
    else std::snprintf(buffer, sizeof buffer, "\\x%02X", c);
    out += buffer;
}

std::string double_quoted(std::string_view text) {
    std::string out = "\"";
    std::size_t stop = unprintable(text, true);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (stop != text.npos && stop < i) {
            const std::size_t more = unprintable(text.substr(i), true);
            stop = more == text.npos ? more : i + more;
        }
        if (i == stop || text[i] == '"' || text[i] == '\\' || text[i] == '\t') escape_into(out, text, i);
        else out += text[i];
    }
    return out + '"';
}

std::string single_quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        out += c;
        if (c == '\'') out += c;
    }
    return out + '\'';
}

}  // namespace

bool needs_quotes(std::string_view text, bool in_flow) {
    if (special_in_any_version(text)) return true;
    if (is_space(text.front()) || is_space(text.back())) return true;
    if (unprintable(text, true) != text.npos || contains_any(text, "\t")) return true;
    if (contains_any(text.substr(0, 1), ",[]{}#&*!|>'\"%@`")) return true;
    const bool alone = text.size() == 1 || is_space(text[1]) || (in_flow && contains_any(text.substr(1, 1), ",[]{}"));
    if (contains_any(text.substr(0, 1), "-?:") && (alone || text[0] != '-')) return true;
    if (text.substr(0, 3) == "---" || text.substr(0, 3) == "...") return true;
    if (text.find(": ") != text.npos || text.find(" #") != text.npos || text.back() == ':') return true;
    return in_flow && contains_any(text, ",[]{}?");  // "?": yaml-cpp takes it for a key wherever it stands
}

std::string quoted_text(std::string_view text, char quote) {
    if (unprintable(text, true) != text.npos || contains_any(text, "\t")) return double_quoted(text);
    if (quote == '\'') return single_quoted(text);
    // backslashes and double quotes read better in single quotes
    return contains_any(text, "\"\\") && !contains_any(text, "'") ? single_quoted(text) : double_quoted(text);
}

bool can_be_plain(const Node& node, bool in_flow) {
    if (node.style == Style::plain) {  // written as it is, unless that would not come back
        if (node.text.empty() || special_in_any_version(node.text)) return true;
        return !needs_quotes(node.text, in_flow);
    }
    return !needs_quotes(node.text, in_flow);
}

std::string scalar_text(const Node& node, bool in_flow, char quote) {
    if (node.kind == Kind::alias) return "*" + node.text;
    if (node.kind == Kind::null) return node.text.empty() ? "null" : node.text;
    if (node.style == Style::double_quoted) return double_quoted(node.text);
    if (node.style == Style::single_quoted) return quoted_text(node.text, '\'');
    return can_be_plain(node, in_flow) ? node.text : quoted_text(node.text, quote);
}

std::string write_scalar(const Node& scalar, bool in_flow) { return scalar_text(scalar, in_flow); }

bool can_be_literal(std::string_view text) {
    if (text.find('\n') == text.npos || unprintable(text, false) != text.npos) return false;
    if (text.front() == '\n' || (text.size() >= 2 && text.substr(text.size() - 2) == "\n\n")) return false;
    std::size_t line = 0;
    while (line < text.size()) {
        const std::size_t end = std::min(text.find('\n', line), text.size());
        const std::string_view content = text.substr(line, end - line);
        // a line of blanks only, or a tab where indentation is measured: parsers disagree
        if (!content.empty() && (content.find_first_not_of(" \t") == content.npos || (line == 0 && content.front() == '\t'))) return false;
        line = end + 1;
    }
    return true;
}

std::string literal_text(std::string_view text, int column, int parent_column, const std::string& newline) {
    std::string out = "|";
    const int indicator = column - std::max(parent_column, 0);
    if (text.front() == ' ' && indicator >= 1 && indicator <= 9) out += char('0' + indicator);
    if (text.back() != '\n') out += '-';
    else text.remove_suffix(1);
    std::size_t line = 0;
    while (line <= text.size()) {
        const std::size_t end = std::min(text.find('\n', line), text.size());
        out += newline;
        if (end > line) out.append(std::size_t(std::max(column, 0)), ' ').append(text.substr(line, end - line));
        line = end + 1;
    }
    return out;
}

}  // namespace weft::yaml
