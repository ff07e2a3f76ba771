// A document inside a text: DolphinScheduler keeps JSON in strings of JSON (globalParams, locations, often taskParams, in the create form everything).
// It is opened to be looked at like the rest of the tree and closed again with the bytes that did not change.
#pragma once

#include <string>

#include "core/yaml/patch.h"
#include "core/yaml/tree.h"

namespace weft::dolphin {

using yaml::NodePtr;

struct Opened {
    NodePtr outer;          // as it stands in its parent; null when missing
    NodePtr root;           // what to look at: a map or a sequence; null when there is none
    std::string text;       // of the inner document
    yaml::Stream stream;
    bool inside = false;    // root stands in a text

    // The node for the parent, with `now` in place of root.
    NodePtr closed(const NodePtr& now) const;
};
Opened opened(const NodePtr& node);

// The text as a node like `old`: quotes stay, a plain number stays one.
NodePtr like(const NodePtr& old, const std::string& text, bool number = false);

}  // namespace weft::dolphin
