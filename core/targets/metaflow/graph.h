// Metaflow's graph of steps -> a body as Weftwork draws it: branches are edges, a foreach is a looped task or a looped group, a switch is conditions.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/message.h"
#include "core/model/flow.h"

namespace weft::metaflow {

struct GraphStep {
    std::string name;
    std::vector<std::string> next;                              // all of them, cases too
    std::vector<std::pair<std::string, std::string>> cases;     // value -> step
    std::string condition;                                      // attribute that decides
    std::optional<std::string> foreach;                         // attribute that holds the list
    std::optional<Scalar> parallel;                             // num_parallel
    std::string parallel_name;                                  // its attribute when it is no number
    bool join = false;
    bool first = false, last = false;                           // @step(start=True), @step(end=True)
    bool chooses = false;                                       // @condition: one of its ways is taken, which only running tells
};

// What Metaflow refuses. `to`: the step at the other end when an edge is at fault.
struct GraphIssue { std::size_t step = 0; std::string to; Message what; };

struct DrawnStep {
    std::size_t step = 0;                    // index; of a group: its first step
    bool group = false;
    std::string name;
    std::vector<std::string> needs;          // names in the same body
    std::string when;
    std::optional<Loop> loop;
    std::size_t loop_from = std::size_t(-1); // the step that lists the items
    std::vector<DrawnStep> inner;            // a group's
    bool recursive = false;                  // a switch that may go back to its own step
};

struct DrawnGraph {
    std::vector<DrawnStep> body;             // in the order of the steps
    std::vector<GraphIssue> issues;
    std::vector<std::pair<std::size_t, std::string>> read;  // attributes that a foreach or switch reads from its step
};

// Total: an undefined step is no edge, a graph that is no nest of splits and joins is drawn flat, with an issue.
// `parameters` are attributes of the flow: a foreach over one of them reads {{params.NAME}}; pairs of attribute and name.
// With `whole` also what only a flow that starts and ends here must have: a start, an end, no orphans.
DrawnGraph draw_graph(const std::vector<GraphStep>& steps, const std::vector<std::pair<std::string, std::string>>& parameters, bool whole = false);

}  // namespace weft::metaflow
