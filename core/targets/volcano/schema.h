// Which fields Volcano and Kubernetes have, as tables.
#pragma once

#include <string_view>

namespace weft::volcano {

// `schema`: "root", "flow-spec", "flow", "depends", "probe", "patch", "job", "task", "task-depends", "template", "pod", "container".
bool knows(std::string_view schema, std::string_view field);

}  // namespace weft::volcano
