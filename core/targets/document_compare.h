// Says whether two flows mean the same, for the check after every drawn change. Ids and the order of placements do not count.
#pragma once

#include <string>

#include "core/targets/format.h"

namespace weft {

// "" when equal, otherwise the name of the first part that differs ("task train: command"), for a message.
std::string difference(const Flow& wanted, const Flow& got, bool with_placements);
// The same for what a format holds of the drawing: placements, notes, what is unfolded.
std::string canvas_difference(const Flow& wanted, const Flow& got, const Format& format);
// What the format has no room for comes from `from`.
void carry_canvas(Flow& to, const Flow& from, const Format& format);

}  // namespace weft
