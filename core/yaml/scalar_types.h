// What a plain scalar means to the YAML schemas. Internal to core/yaml.
#pragma once

#include <string_view>

#include "core/yaml/tree.h"

namespace weft::yaml {

ScalarType core_type(std::string_view plain);          // YAML 1.2 core schema
bool special_in_any_version(std::string_view plain);   // anything but a string to YAML 1.1 (PyYAML, go-yaml v2) or 1.2
std::size_t value_hash(const Node* node);              // equal for nodes that same_value calls equal

}  // namespace weft::yaml
