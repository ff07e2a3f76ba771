// The tasks of a body as nested series and parallels, or the edge that makes this impossible.
#pragma once

#include "core/base/message.h"
#include "core/model/graph.h"
#include "core/targets/metaflow/structure.h"

namespace weft::metaflow {

struct BodyStructure {
    std::vector<const Task*> tasks;   // muted ones left out: who waits for one waits for what it waited for
    Structured structured;
    bool cycle = false;               // then nothing is structured
};
BodyStructure body_structure(const Flow& flow, const Body& body);

// "the edge from %1 to %2 crosses: …", and what to do about it. Only where `structured.crosses`.
Message crossing_text(const BodyStructure&);
Message crossing_advice(const BodyStructure&);

}  // namespace weft::metaflow
