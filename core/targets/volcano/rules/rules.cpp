#include "core/targets/volcano/rules/rules.h"

namespace weft::volcano {

std::vector<const lint::Rule*> rules() { return {&template_shared()}; }

}  // namespace weft::volcano
