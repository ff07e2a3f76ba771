#include <algorithm>

#include "core/lint/support.h"

namespace weft::lint::rules {
namespace {

void check(const Context& context, Report& report) {
    for (const Context::Scope& scope : context.scopes) {
        const BodyGraph& graph = scope.graph;
        if (graph.cycle.size() < 2) continue;  // a task that waits for itself is graph/dep-self's
        const Task& first = *graph.tasks[std::size_t(graph.cycle.front())];
        const Task& last = *graph.tasks[std::size_t(graph.cycle.back())];
        std::string way;
        for (const int at : graph.cycle) way += graph.tasks[std::size_t(at)]->name + " → ";
        const std::string path = join_path((scope.path.empty() ? "" : scope.path + '.') + "tasks", first.name);
        const bool drawn = std::any_of(first.needs.begin(), first.needs.end(), [&](const Need& need) { return need.task == last.name; });
        Finding finding = finding_of("graph/cycle", Severity::error, nullptr, drawn ? join_path(path + ".needs", last.name) : path,
                                     Message{WEFT_TR("core", "tasks wait for each other: %1"), {way + first.name}},
                                     WEFT_TR("core", "none of them can ever start: engines refuse the flow, or it waits for ever"));
        finding.task = first.id;
        finding.task_name = first.name;
        if (drawn)
            finding.fixes.push_back({Message{WEFT_TR("core", "Remove the edge %1 → %2"), {last.name, first.name}}, task_fix(first.id, [name = last.name](Task& task) {
                                         std::erase_if(task.needs, [&](const Need& need) { return need.task == name; });
                                     })});
        report.add(std::move(finding));
    }
}

}  // namespace

extern const Rule graph_cycle{"graph/cycle", Severity::error, WEFT_TR("core", "tasks wait for each other in a circle"), "Argo v4.1 verifyNoCycles", check};

}  // namespace weft::lint::rules
