// Reads what a patch made and compares it with what was wanted. Internal to core/yaml.
#pragma once

#include <string_view>
#include <vector>

#include "core/yaml/patch.h"

namespace weft::yaml {

// Strict: kinds, texts, types, tags, aliases by name; the order of map entries and styles do not count.
bool matches(const NodePtr& read, const NodePtr& wanted);
// Small texts as a whole; of a large one the items around the edits, alone, and no copy is made of it. The whole of it is left to a worker (verify in patch.h).
bool edits_hold(std::string_view old_text, const std::vector<TextEdit>& edits, const Stream& before, const std::vector<NodePtr>& after);

}  // namespace weft::yaml
