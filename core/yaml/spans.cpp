#include "core/yaml/spans.h"

#include <algorithm>

#include "core/yaml/text.h"

namespace weft::yaml {

namespace {
constexpr std::size_t npos = std::string_view::npos;
}

Properties scan_properties(std::string_view text, std::size_t at) {
    Properties found;
    found.end = at;
    for (;;) {
        const std::size_t begin = skip_gap(text, found.end);
        if (begin >= text.size() || (text[begin] != '&' && text[begin] != '!')) return found;
        const bool anchor = text[begin] == '&';
        if (anchor ? !found.anchor.empty() : !found.tag.empty()) return found;
        std::size_t end = begin + 1;
        const bool verbatim = !anchor && end < text.size() && text[end] == '<';
        while (end < text.size() && !is_space(text[end]) && (verbatim || std::string_view(",[]{}").find(text[end]) == npos)) ++end;
        (anchor ? found.anchor : found.tag) = std::string(text.substr(anchor ? begin + 1 : begin, end - begin - (anchor ? 1 : 0)));
        found.end = end;
    }
}

std::size_t properties_begin(std::string_view text, const Node& node) {
    std::size_t begin = node.span.begin;
    for (int left = int(!node.anchor.empty()) + int(!node.tag.empty()); left > 0; --left) {
        std::size_t end = begin;
        while (end > 0 && is_space(text[end - 1])) --end;
        std::size_t word = end;
        while (word > 0 && !is_space(text[word - 1])) --word;
        // "[&a x": the property starts behind the bracket; "&a # comment": the word is not a property, give up where we are
        const std::size_t mark = text.substr(word, end - word).find_last_of("&!");
        const std::size_t first = text.substr(word, end - word).find_first_of("&!");
        if (mark == npos) return begin;
        begin = word + (text[word + first] == '&' ? first : std::min(first, mark));
    }
    return begin;
}

std::size_t end_of_quoted(std::string_view text, std::size_t at) {
    const char quote = text[at];
    for (++at; at < text.size(); ++at) {
        if (quote == '"' && text[at] == '\\') ++at;
        else if (text[at] == quote) {
            if (quote == '"' || at + 1 >= text.size() || text[at + 1] != '\'') return at + 1;
            ++at;
        }
    }
    return npos;
}

std::size_t end_of_plain(std::string_view text, std::size_t at, std::string_view value) {
    std::size_t in_value = 0;
    while (in_value < value.size()) {
        if (at >= text.size()) return npos;
        if (is_space(text[at])) {
            std::size_t next = skip_blanks(text, at);
            if (next >= text.size()) return npos;
            if (is_break(text[next])) {  // a fold: one space, or one line feed for every blank line
                while (next < text.size() && is_space(text[next])) ++next;
                if (value[in_value] == ' ') ++in_value;
                else if (value[in_value] == '\n') while (in_value < value.size() && value[in_value] == '\n') ++in_value;
                else return npos;
                at = next;
                continue;
            }
        }
        if (text[at] != value[in_value]) return npos;
        ++at;
        ++in_value;
    }
    return at;
}

BlockScalar scan_block_scalar(std::string_view text, std::size_t at, int parent_column) {
    BlockScalar found;
    std::size_t header = at + 1;
    int indicator = 0;
    for (; header < text.size() && std::string_view("+-0123456789").find(text[header]) != npos; ++header) {
        if (text[header] == '+') found.keep = true;
        else if (text[header] != '-') indicator = text[header] - '0';
    }
    found.header_end = header;
    found.end = line_end(text, header);
    if (found.end == skip_blanks(text, header)) found.end = header;  // no comment: blanks behind the header are outside
    found.column = indicator ? std::max(parent_column, 0) + indicator : -1;
    std::size_t blank_end = 0;
    for (std::size_t line = next_line(text, header); line < text.size() && text[line - 1] == '\n'; line = next_line(text, line)) {
        const std::size_t first = skip_blanks(text, line);
        const std::size_t spaces = std::min(text.find_first_not_of(' ', line), text.size()) - line;
        const bool blank = first >= text.size() || is_break(text[first]);
        if (blank && !(found.column >= 0 && int(spaces) > found.column)) {
            blank_end = line_end(text, line);
            continue;
        }
        if (found.column < 0) {
            if (int(spaces) <= parent_column) break;
            found.column = int(spaces);
        }
        if (int(spaces) < found.column) break;
        const std::string_view mark = text.substr(line, 3);
        if (found.column == 0 && (mark == "---" || mark == "...")) break;
        found.end = line_end(text, line);
    }
    if (found.keep && blank_end > found.end) found.end = blank_end;
    if (found.column < 0) found.column = std::max(parent_column, -2) + 2;
    return found;
}

std::size_t behind_colon(std::string_view text, std::size_t key_end) {
    const std::size_t at = skip_gap(text, key_end);
    return at < text.size() && text[at] == ':' ? at + 1 : npos;
}

}  // namespace weft::yaml
