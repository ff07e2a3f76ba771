// What a truthful engine would report if these tasks ended so: the flow is walked by the rules of rules.h, nothing is started, no time passes.
// Conditions hold unless they can be decided here (literals, the status of the scope or of a task that has ended).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/run/verdict.h"

namespace weft::run {

struct Scenario {
    std::map<std::string, Stage> ends;     // name path -> failed, errored, timed_out or skipped; all others succeed. "fan" = each item of a loop, "fan[2]" = one.
                                           // A group named here ends so by itself, its tasks are not run.
    std::string cut_at;                    // when this task starts the run is stopped: it is cancelled, later ones do not start
    bool kill = false;                     // killed instead: no exit handler runs
};

struct Simulation {
    std::vector<Event> events;             // of run "simulated"
    RunState state;
    Verdict verdict;
    Outcome body = Outcome::pending;       // of the main body: what the flow's exit handlers are told
    bool complete = true;                  // false: the flow is too large or nests in itself, and was cut short
};

Simulation simulate(const Flow& flow, const Scenario& scenario);
Simulation simulate(const Flow& flow, const std::vector<std::string>& failing);

}  // namespace weft::run
