// A plan as the text of a flow.py.
#pragma once

#include <string>

#include "core/targets/metaflow/lower.h"

namespace weft::metaflow {

std::string emit(const Plan& plan, const std::string& flow_name, const std::string& file);

}  // namespace weft::metaflow
