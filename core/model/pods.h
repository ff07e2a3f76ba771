// What makes a pod or a process of its own, and so has an environment.
#pragma once

#include "core/model/flow.h"

namespace weft {

// A command or a script; in a Metaflow flow every step, whatever Python it holds, the empty first and last too.
inline bool makes_pod(const Flow& flow, const Definition& definition) {
    if (flow.format == "metaflow") return definition.kind != DefinitionKind::flow;
    return definition.kind == DefinitionKind::container || definition.kind == DefinitionKind::script;
}

}  // namespace weft
