// Splits and joins of a graph of steps: which are open around a step, and what of it Metaflow refuses. Internal to this folder.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/targets/metaflow/graph.h"

namespace weft::metaflow {

using Index = std::size_t;
constexpr Index none = Index(-1);

struct Open { Index split = none, branch = none; bool operator==(const Open&) const = default; };   // and the branch's first step

struct Graph {
    const std::vector<GraphStep>& steps;
    std::map<std::string, Index, std::less<>> index;
    std::vector<std::vector<Index>> next, before;   // self loops left out, no duplicates
    std::vector<Index> order;                       // topological; what is on a cycle is missing
    std::vector<bool> recursive;
    std::vector<std::vector<Open>> open;            // splits and foreachs around a step, outermost first
    std::vector<Index> around;                      // the innermost foreach around a step
    DrawnGraph& out;
};

bool loops(const Graph& graph, Index step);   // a foreach or num_parallel starts behind it
void link(Graph& graph);                      // edges, order and nesting, with the issues of them
void check_ends(Graph& graph);                // one start, one end, everything reached

}  // namespace weft::metaflow
