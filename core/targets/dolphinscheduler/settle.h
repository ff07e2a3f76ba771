// A drawn flow as a DolphinScheduler file will say it, or the reason why it cannot. Shared by definition JSON and pydolphinscheduler's YAML.
#pragma once

#include "core/base/result.h"
#include "core/model/flow.h"

namespace weft::dolphin {

enum class Dialect { json, python };

Result<Flow> settled(const Flow& before, const Flow& after, Dialect);

// --- internal to settle_*.cpp ------------------------------------------------------------------------------------------------------
struct Settling {
    const Flow& before;
    const Flow& after;
    Dialect dialect;
    Message problem;   // the first one; empty = none

    void refuse(Message why) {
        if (problem.empty()) problem = std::move(why);
    }
};
// What the task runs: kind, environment, limits, outputs. `old` is the task before, null for a new one.
Definition settle_definition(Settling&, const Task& task, const Definition& own, const Task* old);
void settle_environment(Settling&, const Task& task, Definition& own, Task& use);
void settle_needs(Settling&, const Body& body, Task& task, const Task* old);
void check_branches(Settling&, const Body& before, const Body& after);

}  // namespace weft::dolphin
