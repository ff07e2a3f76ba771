// Where a value comes from and where it goes: through arguments, tags, environment variables, loops, conditions and the borders of nested flows.
// It stops at what a program makes: a container's output comes from the container. Pure; places are told on demand, so that a large flow costs what is asked.
#pragma once

#include <compare>
#include <string>
#include <vector>

#include "core/model/flow.h"

namespace weft {

struct ValuePlace {
    enum class Kind { flow_parameter, input, variable, file, condition, loop, text, output } kind = Kind::text;
    TaskId task = 0;        // 0: the flow's
    std::string name;       // "" for condition, loop and text
    friend auto operator<=>(const ValuePlace&, const ValuePlace&) = default;
};
struct ValueStep {
    ValuePlace from, to;
    friend auto operator<=>(const ValueStep&, const ValueStep&) = default;
};

std::vector<ValuePlace> sources_of(const Flow&, const ValuePlace&);   // the next ones up
std::vector<ValuePlace> sinks_of(const Flow&, const ValuePlace&);     // the next ones down

struct Lineage {
    std::vector<ValueStep> from;    // upstream steps, nearest first
    std::vector<ValueStep> to;      // downstream steps, nearest first
    bool cut = false;               // there is more than anybody can read
};
Lineage lineage(const Flow&, const ValuePlace&);

// Every value place of a task that has a source or a sink outside of its own program, with its direct steps: what the inspector says beside the fields.
std::vector<ValueStep> steps_of_task(const Flow&, TaskId);
std::vector<ValuePlace> places_of_task(const Flow&, TaskId);          // its inputs and outputs, for asking about the task as a whole

}  // namespace weft
