// Volcano's own lint rules, one file each.
#pragma once

#include <vector>

#include "core/lint/rule.h"

namespace weft::volcano {

const lint::Rule& template_shared();
std::vector<const lint::Rule*> rules();

}  // namespace weft::volcano
