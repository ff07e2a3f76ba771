// The parts of restored messages. Internal to restore*.cpp.
#pragma once

#include <initializer_list>
#include <map>
#include <string>

#include "core/targets/flyte/place.h"

namespace weft::flyte {

// `built` with all that the file says beside the drawn fields.
yaml::NodePtr merged(yaml::NodePtr built, const Place& file, std::initializer_list<std::string_view> drawn);
// What a binding's data or a literal says, whatever wire kind says it.
std::string data_key(const Place& data);

yaml::NodePtr restored_variable(const yaml::NodePtr& built, const Place& file);       // {type, description}: the file's type where ours means the same
yaml::NodePtr restored_interface(const yaml::NodePtr& built, const Place& file);
yaml::NodePtr restored_bindings(const yaml::NodePtr& built, const Place& file);       // [{var, binding}]

using Nodes = std::map<std::string, Place, std::less<>>;
void collect_nodes(const Place& node, Nodes& out);                                    // by id, those inside branches too
yaml::NodePtr restored_node(const yaml::NodePtr& built, const Nodes& nodes);

}  // namespace weft::flyte
