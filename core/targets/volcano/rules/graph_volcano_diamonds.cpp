// The admission webhook looks for circles by walking every way through the graph: one diamond after another doubles the ways.
#include <algorithm>
#include <vector>

#include "core/lint/support.h"
#include "core/targets/volcano/rules/rules.h"

namespace weft::volcano {
namespace {

using lint::Context;
using lint::Finding;
using lint::Report;
using lint::Severity;

constexpr double most = 1e6;

// Edges that are walked from each task on, in the order of the graph: after the last one the ways below are known.
std::vector<double> ways_of(const BodyGraph& graph) {
    const std::size_t count = graph.tasks.size();
    std::vector<std::size_t> waiting(count);
    std::vector<int> ready;
    for (std::size_t i = 0; i < count; ++i)
        if ((waiting[i] = graph.downstream[i].size()) == 0) ready.push_back(int(i));
    std::vector<double> ways(count, 0);
    for (std::size_t at = 0; at < ready.size(); ++at)
        for (const int up : graph.upstream[std::size_t(ready[at])]) {
            ways[std::size_t(up)] += 1 + ways[std::size_t(ready[at])];
            if (--waiting[std::size_t(up)] == 0) ready.push_back(up);
        }
    return ways;
}

void check(const Context& context, Report& report) {
    if (!context.has_target("volcano") || context.scopes.empty()) return;
    const BodyGraph& graph = context.scopes.front().graph;
    if (!graph.cycle.empty() || graph.tasks.empty()) return;
    const std::vector<double> ways = ways_of(graph);
    double walked = 0;
    for (const double one : ways) walked += one;
    if (walked <= most) return;
    const Task& first = *graph.tasks[std::size_t(std::max_element(ways.begin(), ways.end()) - ways.begin())];
    Finding finding = lint::finding_of("graph/volcano-diamonds", Severity::warning, nullptr, join_path("tasks", first.name),
                                       {WEFT_TR("core", "from %1 on there are more than a million ways through the flow"), {first.name}},
                                       WEFT_TR("core", "Volcano's admission webhook walks each of them when the JobFlow is made: it takes its time, or runs into its timeout and the flow is refused. "
                                                       "Put a task where branches meet, or split the flow"));
    finding.task = first.id;
    finding.task_name = first.name;
    finding.subject = first.name;
    finding.target = "volcano";
    report.add(std::move(finding));
}

const lint::Rule rule{"graph/volcano-diamonds", Severity::warning, WEFT_TR("core", "so many ways through the flow that Volcano's admission webhook hangs"),
                      "webhooks/admission/jobflows/validate/util.go hasCycle of 1.12 and later", check};

}  // namespace

const lint::Rule& volcano_diamonds() { return rule; }

}  // namespace weft::volcano
