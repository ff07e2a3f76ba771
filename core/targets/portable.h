// A flow read from an engine's own file holds words that only that engine's machinery fills (KFP's launcher). Before another engine is asked, such words are
// put into what every engine has: arguments, files, lines of a program. Ids and names stay, so that remarks still meet their tasks.
#pragma once

#include <optional>

#include "core/targets/target.h"

namespace weft {

struct Portable {
    Flow flow;
    std::vector<Remark> remarks;     // what does not come along, by task
};
// None: nothing to change, or the target is the flow's own engine.
std::optional<Portable> portable(const Flow& flow, const Target& target);

}  // namespace weft
