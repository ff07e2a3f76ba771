// What the model has no words for and a file had: element types, kinds of literals, the work of plugins, caching. It comes along into messages made afresh,
// wherever the drawing still says the same.
#pragma once

#include "core/model/flow.h"
#include "core/targets/flyte/unit.h"

namespace weft::flyte {

// The documents of the file that a flow was read from; empty for a flow of other origin.
yaml::Stream origin_of(const Flow& flow);
std::shared_ptr<const yaml::Node> origin_node(const yaml::Stream& stream);

// The file's own template of a task still says what the definition says.
bool says_the_same(const Unit& origin, const std::string& name, const Definition& definition);
// One request as build_workflow makes it.
yaml::NodePtr restored(const yaml::NodePtr& message, const Flow& flow, const yaml::Stream& origin, const Unit& unit);

}  // namespace weft::flyte
