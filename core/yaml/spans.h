// Where nodes end: yaml-cpp reports start marks only, so the ends come from this scanner. Internal to core/yaml.
#pragma once

#include <string>
#include <string_view>

#include "core/yaml/tree.h"

namespace weft::yaml {

struct Properties {
    std::string anchor, tag;    // without '&'; the tag as written
    std::size_t end = 0;        // behind the last property
    bool any() const { return !anchor.empty() || !tag.empty(); }
};
Properties scan_properties(std::string_view text, std::size_t at);
// Where the properties of a node begin; the node's own begin if it has none.
std::size_t properties_begin(std::string_view text, const Node& node);

// All give npos when the text does not hold what they expect.
std::size_t end_of_quoted(std::string_view text, std::size_t at);                           // `at` is the opening quote
std::size_t end_of_plain(std::string_view text, std::size_t at, std::string_view value);    // follows the folded value through the text

struct BlockScalar {
    std::size_t header_end = 0;  // behind "|2-"
    std::size_t end = 0;         // end of the last line with text; with '+' of the last blank line
    int column = 0;              // of the body's text, from 0
    bool keep = false;           // "+"
};
BlockScalar scan_block_scalar(std::string_view text, std::size_t at, int parent_column);

// Behind the ':' that follows a key; npos if there is none ("{a, b}", "? a").
std::size_t behind_colon(std::string_view text, std::size_t key_end);

}  // namespace weft::yaml
