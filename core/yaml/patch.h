// (text, tree, wanted tree) -> the smallest text edits. What did not change keeps its bytes: comments, quotes, order, CRLF, BOM, no final newline.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/yaml/tree.h"

namespace weft::yaml {

// Offsets are bytes of the text before the whole list; sorted, not overlapping.
struct TextEdit {
    std::size_t offset = 0;
    std::string removed;
    std::string inserted;
    friend bool operator==(const TextEdit&, const TextEdit&) = default;
};

std::string apply(std::string_view text, const std::vector<TextEdit>& edits);
std::vector<TextEdit> inverse(const std::vector<TextEdit>& edits);  // edits on the new text that give the old one

// `after` has one root per document of `before` (it may have more: they are appended behind "---").
// Only subtrees whose pointer differs are visited. Map entries pair by key, items by their "name" entry, otherwise by longest common subsequence.
// New text takes indentation, dash style, quotes and newline from its siblings. The result is read again and compared with `after`;
// a mismatch rewrites the smallest enclosing block, a second mismatch is an Error and nothing is edited.
Result<std::vector<TextEdit>> patch(std::string_view text, const Stream& before, const std::vector<NodePtr>& after);

// patch() looks at a large text (from 64 kB) only around its edits. This reads all of `text` again: for a worker, before saving.
Result<void> verify(std::string_view text, const Stream& before, const std::vector<NodePtr>& after);

}  // namespace weft::yaml
