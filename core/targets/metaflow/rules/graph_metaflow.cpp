// Series and parallel: Metaflow has splits and joins that are nested, and nothing else. Of a flow.py the reader says it; here for every other flow that is to go there.
#include <algorithm>

#include "core/lint/support.h"
#include "core/targets/metaflow/body_structure.h"
#include "core/targets/metaflow/rules/rules.h"

namespace weft::metaflow {
namespace {

using lint::Context;
using lint::Finding;
using lint::Report;
using lint::Severity;

void check(const Context& context, Report& report) {
    if (!context.has_target("metaflow") || context.flow.format.starts_with("metaflow")) return;
    for (const Context::Scope& scope : context.scopes) {
        const BodyStructure found = body_structure(context.flow, *scope.body);
        if (found.cycle || !found.structured.crosses) continue;
        const Crossing& crossing = found.structured.crossing;
        const Task &from = *found.tasks[crossing.from], &to = *found.tasks[crossing.to];
        const std::string& other_from = found.tasks[crossing.other_from]->name;
        const Task& other_to = *found.tasks[crossing.other_to];
        const bool drawn = std::any_of(to.needs.begin(), to.needs.end(), [&](const Need& need) { return need.task == from.name; });
        const std::string path = join_path((scope.path.empty() ? "" : scope.path + '.') + "tasks", to.name);
        Finding finding = lint::finding_of("graph/metaflow", Severity::error, nullptr, drawn ? join_path(path + ".needs", from.name) : path, crossing_text(found),
                                           WEFT_TR("core", "Metaflow joins each split once and whole, so such an order cannot be written as its steps: the export is refused"));
        finding.task = to.id;
        finding.task_name = to.name;
        finding.subject = from.name + " → " + to.name;
        finding.target = "metaflow";
        finding.fixes.push_back({Message{WEFT_TR("core", "Let %1 wait for %2 too"), {other_to.name, other_from}}, lint::task_fix(other_to.id, [other_from](Task& task) {
                                     if (std::none_of(task.needs.begin(), task.needs.end(), [&](const Need& need) { return need.task == other_from; })) task.needs.push_back({other_from});
                                 })});
        report.add(std::move(finding));
    }
}

}  // namespace

const lint::Rule graph_metaflow{"graph/metaflow", Severity::error, WEFT_TR("core", "splits and joins that Metaflow does not take: an edge crosses, a branch is not joined"),
                                "metaflow/lint.py of 2.19: check_split_join_balance and its neighbours", check};

}  // namespace weft::metaflow
