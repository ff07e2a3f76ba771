#include "core/targets/volcano/rules/rules.h"

namespace weft::volcano {

std::vector<const lint::Rule*> rules() { return {&template_shared(), &volcano_joined(), &volcano_label(), &volcano_min_available(), &volcano_diamonds()}; }

}  // namespace weft::volcano
