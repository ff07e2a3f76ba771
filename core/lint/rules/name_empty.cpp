#include "core/lint/support.h"
#include "core/model/edit.h"

namespace weft::lint::rules {
namespace {

void check(const Context& context, Report& report) {
    for (const Context::Item& item : context.items) {
        if (!item.task->name.empty()) continue;
        Finding finding = finding_of("name/empty", Severity::error, &item, item.path + ".name", WEFT_TR("core", "a task has no name; every task needs one"),
                                     WEFT_TR("core", "tasks are referred to by name: edges, outputs and the record of a run need it, and engines refuse the file"));
        const std::string name = edit::unique_name(*item.body, "task");
        finding.fixes.push_back({Message{WEFT_TR("core", "Name it %1"), {name}}, task_fix(item.task->id, [name](Task& task) { task.name = name; })});
        report.add(std::move(finding));
    }
}

}  // namespace

extern const Rule name_empty{"name/empty", Severity::error, WEFT_TR("core", "a task has no name"), "Argo v4.1 validate.go: \"name is required\"", check};

}  // namespace weft::lint::rules
