#include "core/targets/metaflow/rules/rules.h"

namespace weft::metaflow {

std::vector<const lint::Rule*> rules() { return {&graph_metaflow, &graph_metaflow_part, &name_metaflow_step, &limits_timeout_metaflow}; }

}  // namespace weft::metaflow
