// What read and write share of branch nodes: the cases, in order, and the text of each one's condition.
#pragma once

#include <optional>

#include "core/targets/flyte/conditions.h"

namespace weft::flyte {

// For each case: not the ones before, and its own; `otherwise` adds the text of the else node.
std::vector<std::string> case_conditions(const std::vector<Condition>& cases, bool otherwise);

// The group's tasks as the cases of a branch: each one's own condition, what its `when` says beyond "none of the cases before".
struct BranchPlan {
    std::vector<std::size_t> cases;          // indexes into the body's tasks
    std::vector<Condition> conditions;
    std::optional<std::size_t> otherwise;    // the else node
    Message problem;                         // a condition that Flyte cannot ask
};
BranchPlan plan_branch(const Body& body);

}  // namespace weft::flyte
