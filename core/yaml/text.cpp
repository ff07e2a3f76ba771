#include "core/yaml/text.h"

#include <algorithm>
#include <cstring>

namespace weft::yaml {

std::size_t line_begin(std::string_view text, std::size_t at) {
    at = std::min(at, text.size());
    while (at > 0 && text[at - 1] != '\n') --at;
    return at == 0 ? bom_size(text) : at;
}

std::size_t line_end(std::string_view text, std::size_t at) {
    const std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) return text.size();
    return end > 0 && text[end - 1] == '\r' ? end - 1 : end;
}

std::size_t next_line(std::string_view text, std::size_t at) {
    const std::size_t end = text.find('\n', at);
    return end == std::string_view::npos ? text.size() : end + 1;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && is_blank(text[at])) ++at;
    return at;
}

std::size_t skip_gap(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        if (is_space(text[at])) ++at;
        else if (text[at] == '#' && (at == 0 || is_space(text[at - 1]) || at == bom_size(text))) at = line_end(text, at);
        else break;
    }
    return at;
}

int column_of(std::string_view text, std::size_t at) { return int(at - line_begin(text, at)); }

bool starts_line(std::string_view text, std::size_t at) {
    const std::size_t begin = line_begin(text, at);
    return skip_blanks(text.substr(0, at), begin) == at;
}

bool rest_is_blank(std::string_view text, std::size_t at) {
    const std::size_t next = skip_blanks(text, at);
    return next >= text.size() || is_break(text[next]) || (text[next] == '#' && (next > at || starts_line(text, next)));
}

bool is_blank_line(std::string_view text, std::size_t at) {
    const std::size_t next = skip_blanks(text, line_begin(text, at));
    return next >= text.size() || is_break(text[next]);
}

std::size_t bom_size(std::string_view text) { return text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0; }

std::string word_at(std::string_view text, std::size_t at) {
    auto letter = [](unsigned char c) { return c >= 0x80 || std::isalnum(c) || c == '_'; };
    std::size_t end = at;
    while (end < text.size() && letter(static_cast<unsigned char>(text[end])) && end - at < 32) ++end;
    while (end > at && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // never half a character
    if (end == at && at < text.size()) end = at + 1;
    return std::string(text.substr(std::min(at, text.size()), end - at));
}

namespace {

constexpr std::size_t stride = 512;

// `line` and `begin` belong to the line that holds the byte `from`; newlines are looked for in [from, offset) only.
Location count_lines(std::string_view text, std::size_t from, std::size_t line, std::size_t begin, std::size_t offset, std::size_t bom) {
    offset = std::min(offset, text.size());
    const std::string_view head = text.substr(0, offset);
    for (std::size_t next = head.find('\n', from); next != head.npos; next = head.find('\n', begin)) {
        begin = next + 1;
        ++line;
    }
    if (line == 1) begin = std::min(bom, offset);
    return {"", int(line), int(offset - begin) + 1};
}

}  // namespace

LineIndex::LineIndex(std::string_view text) : text_(text), bom_(bom_size(text)) {
    Mark mark{1, 0};
    std::size_t next = text.find('\n');
    for (std::size_t at = 0; at <= text.size(); at += stride) {
        for (; next < at; next = text.find('\n', next + 1)) mark = {mark.line + 1, next + 1};
        marks_.push_back(mark);
    }
}

Location LineIndex::at(std::size_t offset) const {
    const std::size_t block = std::min(offset, text_.size()) / stride;
    return count_lines(text_, block * stride, marks_[block].line, marks_[block].begin, offset, bom_);
}

Location locate(std::string_view text, std::size_t offset) { return count_lines(text, 0, 1, 0, offset, bom_size(text)); }

namespace {

// Length of the valid UTF-8 sequence at `at` and its code point; 0 if invalid (overlong and surrogates are).
int decode(std::string_view text, std::size_t at, char32_t& code) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    const unsigned lead = byte(at);
    const int length = lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xC2 && lead < 0xE0 ? 2 : 0;
    if (length == 0) return 0;
    code = lead & (0x7Fu >> length);
    for (int i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80) return 0;
        code = code << 6 | (byte(at + i) & 0x3F);
    }
    const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    return overlong || (code >= 0xD800 && code < 0xE000) || code > 0x10FFFF ? 0 : length;
}

std::string hex(char32_t code) {
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "U+%04X", unsigned(code));
    return buffer;
}

bool wide_encoding(std::string_view text) {
    const std::string_view head = text.substr(0, 4);
    if (head.substr(0, 2) == std::string_view("\xFF\xFE", 2) || head.substr(0, 2) == std::string_view("\xFE\xFF", 2)) return true;
    return head.size() >= 2 && ((head[0] == 0) != (head[1] == 0) || (head.size() == 4 && head[0] == 0 && head[1] == 0 && head[2] != head[3]));
}

bool invisible(char32_t code) {  // can make a text read differently from what it is; joiners are legitimate and not listed
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200B || code == 0xFEFF;
}

}  // namespace

Result<std::vector<Issue>> check_text(std::string_view text, std::size_t max_bytes, Controls controls) {
    if (text.size() > max_bytes)
        return fail({WEFT_TR("core", "the file has %1 bytes; at most %2 are read"), {std::to_string(text.size()), std::to_string(max_bytes)}});
    if (wide_encoding(text)) return fail(WEFT_TR("core", "the file is UTF-16 or UTF-32; only UTF-8 is read"), {"", 1, 1});
    std::vector<Issue> issues;
    const auto here = [&](std::size_t at) { return locate(text, at); };
    for (std::size_t at = bom_size(text); at < text.size();) {
        const unsigned char c = static_cast<unsigned char>(text[at]);
        if (c >= 0x20 && c < 0x7F + (controls == Controls::json)) { ++at; continue; }
        if (c == '\n' || c == '\t') { ++at; continue; }
        if (c == '\r') {
            if (at + 1 >= text.size() || text[at + 1] != '\n')
                return fail(WEFT_TR("core", "a carriage return without a line feed; lines must end with LF or CRLF"), here(at));
            at += 2;
            continue;
        }
        if (c < 0x20 || c == 0x7F)
            return fail({WEFT_TR("core", "the control character %1 is not allowed; write it as an escape in double quotes"), {hex(c)}}, here(at));
        char32_t code = 0;
        const int length = decode(text, at, code);
        if (length == 0) return fail(WEFT_TR("core", "the text is not valid UTF-8"), here(at));
        if (code < 0xA0 && code != 0x85 && controls == Controls::yaml)
            return fail({WEFT_TR("core", "the control character %1 is not allowed; write it as an escape in double quotes"), {hex(code)}}, here(at));
        if (invisible(code) && issues.size() < 100) {
            const Location where = here(at);
            issues.push_back({"yaml/unsafe-characters", {WEFT_TR("core", "the invisible character %1 makes this text read differently from what it is"), {hex(code)}},
                              {at, at + length}, where.line, where.column});
        }
        at += length;
    }
    return issues;
}

}  // namespace weft::yaml
