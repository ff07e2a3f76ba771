// Three trees into one: the file's, what the model says it holds, and what the model wants it to hold. Only the difference of the last two goes into the
// first; everything that the model does not know of stays, as the very same nodes. A format that can build its nodes afresh gets its writer from this.
#pragma once

#include <string_view>
#include <vector>

#include "core/yaml/tree.h"

namespace weft::yaml {

struct MergeKeys {
    std::vector<std::string_view> names = {"name"};   // entries by which the items of a sequence are told apart, the first that an item has
};

// `old` itself when nothing is to be changed; null when it is to go. Any of the three may be null.
NodePtr merge(const NodePtr& old, const NodePtr& before, const NodePtr& after, const MergeKeys& keys = {});

// The same for a sequence whose items the caller pairs: partner[i] is the place in `before` of after[i], or -1 for a new one.
NodePtr merge_items(const NodePtr& old, const std::vector<NodePtr>& before, const std::vector<NodePtr>& after, const std::vector<int>& partner, const MergeKeys& keys = {});

// A scalar with another text in the old one's quotes.
NodePtr styled_like(const NodePtr& old, const NodePtr& wanted);

// A copy without any place in a text.
NodePtr fresh_copy(const NodePtr& node);

}  // namespace weft::yaml
