#include <algorithm>

#include "core/lint/support.h"

namespace weft::lint::rules {
namespace {

void check(const Context& context, Report& report) {
    for (const Context::Item& item : context.items) {
        if (item.handler) continue;
        const auto& index = context.scopes[item.scope].graph.index;
        const auto missing = [&](const std::string& name, std::string field, bool drawn) {
            if (name == item.task->name || index.contains(name)) return;
            std::vector<std::string> names;
            for (const TaskPtr& task : item.body->tasks)
                if (task && task.get() != item.task) names.push_back(task->name);
            const std::string near = nearest(name, names);
            Finding finding = finding_of("graph/dep-undefined", Severity::error, &item, std::move(field),
                                         near.empty() ? Message{WEFT_TR("core", "%1 waits for %2, which does not exist"), {quoted(item.task->name), quoted(name)}}
                                                      : Message{WEFT_TR("core", "%1 waits for %2, which does not exist; did you mean %3?"), {quoted(item.task->name), quoted(name), near}},
                                         WEFT_TR("core", "engines refuse the flow; one that does not would wait for ever or start the task too early"));
            finding.subject = name;
            if (drawn && !near.empty() && std::none_of(item.task->needs.begin(), item.task->needs.end(), [&](const Need& need) { return need.task == near; }))
                finding.fixes.push_back({Message{WEFT_TR("core", "Wait for %1 instead"), {near}}, task_fix(item.task->id, [name, near](Task& task) {
                                             for (Need& need : task.needs)
                                                 if (need.task == name) need.task = near;
                                         })});
            if (drawn)
                finding.fixes.push_back({Message{WEFT_TR("core", "Remove the dependency on %1"), {name}}, task_fix(item.task->id, [name](Task& task) {
                                             std::erase_if(task.needs, [&](const Need& need) { return need.task == name; });
                                         })});
            report.add(std::move(finding));
        };
        for (const Need& need : item.task->needs) missing(need.task, join_path(item.path + ".needs", need.task), item.task->depends.empty());
        if (item.task->depends.empty()) continue;
        if (const Result<std::vector<DependsTerm>> terms = depends_terms(item.task->depends))
            for (const DependsTerm& term : *terms)
                if (std::none_of(item.task->needs.begin(), item.task->needs.end(), [&](const Need& need) { return need.task == term.task; }))
                    missing(term.task, item.path + ".depends", false);
    }
}

}  // namespace

extern const Rule graph_dep_undefined{"graph/dep-undefined", Severity::error, WEFT_TR("core", "a task waits for one that does not exist"),
                                      "Argo v4.1 validate.go: \"dependency not defined\"", check};

}  // namespace weft::lint::rules
