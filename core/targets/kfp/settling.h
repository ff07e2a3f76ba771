// What settle.cpp and settle_definition.cpp share. Internal to the writer.
#pragma once

#include <set>

#include "core/targets/kfp/shape.h"
#include "core/targets/kfp/writing.h"

namespace weft::kfp {

// As reading it back will say it; a message where a component cannot hold it. `was`: the same before the edit, or null.
Message settle_definition(Definition& definition, const Definition* was);
// Parameters, the flow's environment (it goes into the components), time limit, retries of components (they go to the tasks), names inside volumes.
Message settle_flow(const Flow& before, Flow& flow);
std::string seconds_of(const std::string& duration);     // "2h" -> "7200"; "" for what is no duration
Retry settled_retry(const Retry& retry);                  // durations as protobuf writes them: "10s"

}  // namespace weft::kfp
