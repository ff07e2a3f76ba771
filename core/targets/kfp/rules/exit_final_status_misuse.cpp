// The status of another task, given to one that does not wait for any end of exactly one task.
#include "core/targets/kfp/reading.h"
#include "core/targets/kfp/rules/rules.h"

namespace weft::kfp {
namespace {

void check(const lint::Context& context, lint::Report& report) {
    for (const NamedDag& one : dags_of(context))
        for (const Place::Named& task : one.dag.at("tasks").entries()) {
            const std::size_t waits = task.value.at("dependentTasks").items().size();
            if (waits_for_any_end(task.value) && waits == 1) continue;
            for (const Place::Named& input : task.value.down("inputs/parameters").entries()) {
                if (!input.value.has("taskFinalStatus")) continue;
                report.add(finding_at("exit/final-status-misuse", input.key, task.name,
                                      waits == 1 ? Message{WEFT_TR("core", "`%1` is given the status of `%2`, which it sees only when that has succeeded"), {task.name, task.value.at("dependentTasks").items().front().text()}}
                                                 : Message{WEFT_TR("core", "`%1` is given a status and waits for %2 tasks: it must wait for any end of exactly one"), {task.name, std::to_string(waits)}},
                                      WEFT_TR("core", "only an exit task learns how another task ended: the strategy ALL_UPSTREAM_TASKS_COMPLETED and one dependent task")));
            }
        }
}

}  // namespace

const lint::Rule exit_final_status_misuse{"exit/final-status-misuse", lint::Severity::error, WEFT_TR("core", "a final status given to a task that is no exit task"), "Kubeflow Pipelines pipeline_spec_builder.py:367, driver/resolve.go", check};

}  // namespace weft::kfp
