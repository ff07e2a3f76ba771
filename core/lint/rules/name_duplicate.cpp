#include <unordered_set>

#include "core/lint/support.h"
#include "core/model/edit.h"

namespace weft::lint::rules {
namespace {

void check(const Context& context, Report& report) {
    std::unordered_set<std::string_view> seen;
    for (const Context::Scope& scope : context.scopes) {
        seen.clear();
        const auto look = [&](const Task& task, const char* list) {
            if (task.name.empty() || seen.insert(task.name).second) return;
            Finding finding = finding_of("name/duplicate", Severity::error, nullptr, join_path((scope.path.empty() ? "" : scope.path + '.') + list, task.name),
                                         Message{WEFT_TR("core", "two tasks are called %1; names are unique within a flow"), {quoted(task.name)}},
                                         WEFT_TR("core", "an edge or an output that names it could mean either; engines refuse the file or run only one of them"));
            finding.task = task.id;
            finding.task_name = task.name;
            finding.subject = std::to_string(seen.size());
            if (const yaml::Node* place = nth_of_name(context, finding.field, task.name, 2)) {  // the later one of the two
                finding.where = {{}, place->line, place->column};
                finding.span = place->span;
            }
            const std::string name = edit::unique_name(*scope.body, task.name);
            finding.fixes.push_back({Message{WEFT_TR("core", "Rename to %1"), {name}}, task_fix(task.id, [name](Task& renamed) { renamed.name = name; })});
            report.add(std::move(finding));
        };
        for (const TaskPtr& task : scope.body->tasks)
            if (task) look(*task, "tasks");
        if (context.flow.format != "native") seen.clear();  // engines name handlers apart from tasks
        for (const Handler& handler : scope.body->handlers)
            if (handler.task) look(*handler.task, "handlers");
    }
}

}  // namespace

extern const Rule name_duplicate{"name/duplicate", Severity::error, WEFT_TR("core", "two tasks of one scope have the same name"),
                                 "Argo v4.1 validate.go: \"is not unique\"", check};

}  // namespace weft::lint::rules
