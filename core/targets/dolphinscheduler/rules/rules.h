// DolphinScheduler's own lint rules, one file each.
#pragma once

#include <vector>

#include "core/lint/rule.h"

namespace weft::dolphin {

const lint::Rule& name_dolphin_k8s();
const lint::Rule& ref_dolphin_date();
const lint::Rule& graph_dolphin_branches();
const lint::Rule& limits_dolphin_limit_doubling();
std::vector<const lint::Rule*> rules();

// A file of DolphinScheduler's own: what stands in it reaches the server as it is. Exports of other files mend or refuse these mistakes.
bool is_own_file(const lint::Context& context);

}  // namespace weft::dolphin
