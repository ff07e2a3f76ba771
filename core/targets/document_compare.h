// Says whether two flows mean the same, for the check after every drawn change. Ids and the order of placements do not count.
#pragma once

#include <string>

#include "core/model/flow.h"

namespace weft {

// "" when equal, otherwise the name of the first part that differs ("task train: command"), for a message.
std::string difference(const Flow& wanted, const Flow& got, bool with_placements);

}  // namespace weft
