// An order of tasks as nested series and parallels, which is all that Metaflow's splits and joins can say.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace weft::metaflow {

struct Structure {
    enum class Kind { task, series, parallel } kind = Kind::series;
    std::size_t task = 0;
    std::vector<Structure> parts;
};

// The edge from -> to crosses: `to` also waits for `other_from`, and `from` also leads to `other_to`, which does not wait for `other_from`.
struct Crossing { std::size_t from = 0, to = 0, other_from = 0, other_to = 0; };

struct Structured {
    Structure whole;                     // of kind series; meaningless when it crosses
    bool crosses = false;
    Crossing crossing;
};

// Nodes 0 … count-1, edges from earlier to later (no cycle). Redundant edges do not matter. Deterministic: parts stand in the order of their first node.
Structured structure_of(std::size_t count, const std::vector<std::pair<std::size_t, std::size_t>>& edges);

}  // namespace weft::metaflow
