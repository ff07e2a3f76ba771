// What Argo reports for a DAG: its own assessment, as a pure function (dag.go assessDAGPhase and ancestry.go, v3.5 to v4.1; facts: argo.md 3.4).
// With it lint and export find the failures that Argo would report as success.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/model/flow.h"

namespace weft::argo {

enum class Phase { pending, succeeded, skipped, omitted, failed, errored };

struct DagAssessment {
    std::vector<Phase> tasks;            // in the body's order; pending: never started, no target needs it
    Phase dag = Phase::succeeded;
};

// `wanted[i]`: how task i ends if it runs (skipped: its condition is false). `target` is dag.target, names with blanks between; "" = the leaves.
DagAssessment assess_dag(const Body& body, const std::vector<Phase>& wanted, const std::string& target = {});

struct Masked {
    const Task* failing = nullptr;
    std::vector<const Task*> absorbers;  // the tasks in front of which the failure ends
};
// Single failures that Argo would report as Succeeded though nothing in the flow says that they do not matter (tolerated, or an edge that recovers).
std::vector<Masked> masked_failures(const Body& body, const std::string& target = {});

// dag.target that makes Argo tell the truth: the leaves and every task whose failure would be masked. "" when the default does.
// `forgiven`: tasks whose failure does not matter though the body does not say so (Argo takes no continueOn beside `depends`).
std::string honest_target(const Body& body, const std::set<std::string, std::less<>>& forgiven = {});

}  // namespace weft::argo
