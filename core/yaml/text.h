// Walking over raw YAML text by byte offsets: lines, blanks, comments, encoding. Internal to core/yaml.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/yaml/tree.h"

namespace weft::yaml {

inline bool is_blank(char c) { return c == ' ' || c == '\t'; }
inline bool is_break(char c) { return c == '\n' || c == '\r'; }
inline bool is_space(char c) { return is_blank(c) || is_break(c); }

std::size_t line_begin(std::string_view text, std::size_t at);
std::size_t line_end(std::string_view text, std::size_t at);   // offset of the "\n" or "\r\n" that ends the line, or the size
std::size_t next_line(std::string_view text, std::size_t at);  // behind that line break, or the size
std::size_t skip_blanks(std::string_view text, std::size_t at);
std::size_t skip_gap(std::string_view text, std::size_t at);   // white space, line breaks, comments
int column_of(std::string_view text, std::size_t at);          // from 0, in bytes
bool starts_line(std::string_view text, std::size_t at);       // nothing but blanks before it on its line
bool rest_is_blank(std::string_view text, std::size_t at);     // only blanks or a comment up to the end of the line
bool is_blank_line(std::string_view text, std::size_t at);
std::size_t bom_size(std::string_view text);

// The word at `at` for "found '%1'": one punctuation mark or a short run of text.
std::string word_at(std::string_view text, std::size_t at);

// Byte offset -> line and column, both from 1. Knows the line at every 512th byte: neither many lines nor a long one cost memory or time.
class LineIndex {
public:
    explicit LineIndex(std::string_view text);
    Location at(std::size_t offset) const;

private:
    struct Mark { std::size_t line, begin; };
    std::string_view text_;
    std::vector<Mark> marks_;
    std::size_t bom_ = 0;
};
Location locate(std::string_view text, std::size_t offset);   // one place, without an index

// Refuses UTF-16, UTF-32, invalid UTF-8, NUL and the control characters YAML forbids; bidi overrides and invisible characters become issues.
enum class Controls { yaml, json };   // JSON allows DEL and C1
Result<std::vector<Issue>> check_text(std::string_view text, std::size_t max_bytes, Controls controls);

}  // namespace weft::yaml
