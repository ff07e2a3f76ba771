// Aliases whose anchor went or changed: a tree made by an edit may have lost what `*name` stands for.
#pragma once

#include "core/yaml/tree.h"

namespace weft::yaml {

// Every alias that no longer finds its target (no anchor of that name in front of it, or one with another value) becomes a fresh copy of the target.
// The same pointer when there is none.
NodePtr with_lost_aliases_copied(const NodePtr& root);
// The same for a tree that an edit made of `before`; looks only at what the two do not share.
NodePtr with_lost_aliases_copied(const NodePtr& before, const NodePtr& root);

}  // namespace weft::yaml
