// Which bound values a target refuses to carry, by its table Target::passing.
#pragma once

#include <vector>

#include "core/targets/target.h"

namespace weft {

const Passing* passing(const Target&, ValueType, Carrier);   // null: the target says nothing
// One remark per bound output that the table refuses or changes; outputs of unknown tasks are lint's business.
std::vector<Remark> passing_remarks(const Flow&, const Target&);

}  // namespace weft
