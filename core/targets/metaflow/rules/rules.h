// Metaflow's own lint rules, one file each; what the reader of a flow.py sees stands in issues.cpp.
#pragma once

#include <vector>

#include "core/lint/rule.h"

namespace weft::metaflow {

extern const lint::Rule graph_metaflow, graph_metaflow_part, name_metaflow_step, limits_timeout_metaflow;
std::vector<const lint::Rule*> rules();

}  // namespace weft::metaflow
