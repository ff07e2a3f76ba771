// Lists of edits one after the other, as one list. Internal to core.
#pragma once

#include <string_view>
#include <vector>

#include "core/yaml/patch.h"

namespace weft::yaml {

// Both lists lead away from `base`: one to a text as it stands, one to a text as it shall be. What leads from the first to the second.
std::vector<TextEdit> between(std::string_view base, const std::vector<TextEdit>& old, const std::vector<TextEdit>& now);

}  // namespace weft::yaml
