#include "core/lint/support.h"

namespace weft::lint::rules {
namespace {

void check(const Context& context, Report& report) {
    for (const Context::Item& item : context.items)
        for (const Need& need : item.task->needs) {
            if (need.task != item.task->name || need.task.empty()) continue;
            Finding finding = finding_of("graph/dep-self", Severity::error, &item, join_path(item.path + ".needs", need.task),
                                         Message{WEFT_TR("core", "%1 waits for itself"), {quoted(need.task)}}, WEFT_TR("core", "it can never start"));
            finding.fixes.push_back({WEFT_TR("core", "Remove the dependency on itself"), task_fix(item.task->id, [](Task& task) {
                                         std::erase_if(task.needs, [&](const Need& one) { return one.task == task.name; });
                                     })});
            report.add(std::move(finding));
            break;
        }
}

}  // namespace

extern const Rule graph_dep_self{"graph/dep-self", Severity::error, WEFT_TR("core", "a task waits for itself"), "Argo v4.1 verifyNoCycles", check};

}  // namespace weft::lint::rules
