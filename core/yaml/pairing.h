// Which child of a changed collection is which child of the old one. Internal to core/yaml.
#pragma once

#include <vector>

#include "core/yaml/tree.h"

namespace weft::yaml {

struct Pairing {
    std::vector<int> old_of;     // new -> old, -1 = added
    std::vector<int> new_of;     // old -> new, -1 = removed
    std::vector<bool> moved;     // by new index: paired, but it stands in another order now
    bool any_kept = false;       // some child stays where it is
    bool same_shape = true;      // nothing added, removed or moved
    bool stays(int old) const { return new_of[std::size_t(old)] >= 0 && !moved[std::size_t(new_of[std::size_t(old)])]; }
};

Pairing pair_entries(const Node& old, const Node& now);  // by key; a key that vanished and a new one with the same value are a rename
Pairing pair_items(const Node& old, const Node& now);    // by identity, "name" entry, value, then by shared children and place

}  // namespace weft::yaml
