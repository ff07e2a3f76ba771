// Three trees in one: the file's tree, the tree that we would have written for it before an edit, and the one for after it. What differs between the last
// two goes into the first; everything else of the file, known to us or not, stays the same node.
#pragma once

#include "core/yaml/tree.h"

namespace weft::kfp {

yaml::NodePtr merge(const yaml::NodePtr& file, const yaml::NodePtr& before, const yaml::NodePtr& after);

}  // namespace weft::kfp
