// An engine that cannot run anything after a failure (Volcano JobFlow, facts in its README) can still run a flow's exit handlers as flows of their own, started
// when the first has ended by whoever watches it. The flow leaves without them, each handler in a file beside it.
#pragma once

#include <string_view>
#include <vector>

#include "core/targets/target.h"

namespace weft {

// A handler is told how the flow ended by this variable of its container; "Unknown" until who starts it writes the result there.
constexpr const char* apart_status_variable = "WEFTWORK_STATUS";

struct Apart {
    Flow flow;                     // without its own handlers; those of groups and tasks stay, and are refused
    std::vector<Flow> handlers;    // one a handler, in its order: "<flow>-exit-<handler>"; the status it reads became $(WEFTWORK_STATUS), which Kubernetes fills in
};

// The target refuses handlers of a flow, could run them so, and the flow has some.
bool may_stand_apart(const Flow& flow, const Target& target, std::string_view version);
Apart handlers_apart(const Flow& flow);   // pure; any thread

}  // namespace weft
