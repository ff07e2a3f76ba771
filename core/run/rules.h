// When a task of a body may start and when a handler is called: one set of rules for the local engine, the simulator and the verdict.
// Pure. Semantics of results follow argo-workflows workflow/common/ancestry.go (bare name, continueOn).
#pragma once

#include <functional>
#include <string>

#include "core/model/graph.h"
#include "core/run/verdict.h"

namespace weft::run {

struct Fact {                   // what is known of an upstream task
    Results bits = 0;           // 0 = has not ended
    bool tolerated = false;     // its failure does not stop those that name it without a condition
};

struct Decision {
    enum Kind { wait, start, omit, broken } kind = wait;     // broken: its `depends` cannot be evaluated
    std::string because;                                     // omit: name of the upstream task that decided it
    Message what;                                            // broken: why
};
Decision decide(const BodyGraph& graph, int task, const std::function<Fact(const std::string& name)>& fact);

// As a downstream task sees it. `reason` tells a skip by condition from one because of upstream tasks.
Results result_bits(Stage stage, const std::string& reason);
bool is_tolerated(const Task& task, Stage stage);

// Whether a handler is called when its scope ended so. On stop the always and on-failure handlers run.
bool calls(Trigger trigger, Outcome scope);

}  // namespace weft::run
