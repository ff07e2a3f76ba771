// Volcano's own lint rules, one file each.
#pragma once

#include <vector>

#include "core/lint/rule.h"

namespace weft::volcano {

const lint::Rule& template_shared();
const lint::Rule& volcano_joined();
const lint::Rule& volcano_label();
const lint::Rule& volcano_min_available();
const lint::Rule& volcano_diamonds();
std::vector<const lint::Rule*> rules();

}  // namespace weft::volcano
