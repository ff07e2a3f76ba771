#include <algorithm>

#include "core/lint/support.h"

namespace weft::lint::rules {
namespace {

bool has_fallback(const Context& context, const Task& task, const std::string& output) {
    const Definition* definition = definition_of(context.flow, task);
    if (!definition) return false;
    return std::any_of(definition->outputs.begin(), definition->outputs.end(), [&](const Output& one) { return one.name == output && one.fallback.has_value(); });
}

void check(const Context& context, Report& report) {
    const bool refused = context.has_target("kfp");
    for (const Context::Item& item : context.items) {
        if (!item.handler || item.hook) continue;
        const BodyGraph& graph = context.scopes[item.scope].graph;
        for (const FieldReference& found : item.references) {
            if (found.reference.kind != Reference::Kind::output) continue;
            const auto task = graph.index.find(found.reference.task);
            if (task == graph.index.end() || has_fallback(context, *graph.tasks[std::size_t(task->second)], found.reference.name)) continue;
            Finding finding = finding_of("exit/depends-on-main", refused ? Severity::error : Severity::warning, &item, item.path + '.' + found.field,
                                         Message{WEFT_TR("core", "the exit handler %1 reads %2, which does not exist when %3 fails"),
                                                 {quoted(item.task->name), shown_tag(context, item.path + '.' + found.field, found.reference), found.reference.task}},
                                         WEFT_TR("core", "an exit handler runs also when the task failed or never ran: without the value the handler itself fails. "
                                                         "Give the output a default, or let the handler look at the status"));
            finding.subject = found.reference.tag;
            if (refused) finding.target = "kfp";
            report.add(std::move(finding));
        }
    }
}

}  // namespace

extern const Rule exit_depends_on_main{"exit/depends-on-main", Severity::warning, WEFT_TR("core", "an exit handler reads the output of a task that may not have run"),
                                       "Kubeflow Pipelines tasks_group.py: \"exit_task cannot depend on any other tasks\"", check};

}  // namespace weft::lint::rules
