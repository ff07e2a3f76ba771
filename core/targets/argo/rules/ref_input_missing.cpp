#include <algorithm>

#include "core/lint/support.h"
#include "core/targets/argo/rules/rules.h"

namespace weft::argo::rules_ {
namespace {

using namespace lint;

// Where an input artifact says itself where it lies: the reader lists it among what only the file can say ("s3 artifact NAME").
bool has_place(const Definition& definition, const std::string& name) {
    return std::any_of(definition.unsupported.begin(), definition.unsupported.end(), [&](const std::string& what) { return what.ends_with(" artifact " + name); });
}

// An exit handler gets the workflow's own arguments, a hook is judged when it starts: neither is looked at here.
void check(const Context& context, Report& report) {
    if (!context.has_target("argo") || !detail::is_argo_file(context)) return;
    const Definition* entry = find_definition(context.flow, context.flow.entrypoint);
    const bool lone = entry && entry->kind != DefinitionKind::flow;   // then the workflow's arguments are the task's
    const bool library = context.flow.entrypoint.empty();              // then each template stands for itself, and whoever uses it gives the values
    for (const Context::Item& item : context.items) {
        if (item.handler || !item.definition || ((lone || library) && item.scope == 0)) continue;
        for (const Parameter& input : item.definition->inputs) {
            const auto given = [&](const Binding& binding) { return binding.name == input.name; };
            if (input.value || input.name.empty() || std::any_of(item.task->params.begin(), item.task->params.end(), given)) continue;
            const std::string& what = item.task->definition.empty() ? item.task->name : item.task->definition;
            Finding finding = finding_of("ref/input-missing", Severity::error, &item, item.path + ".definition",
                                         Message{WEFT_TR("core", "%1 gives no value to %2, which %3 needs"), {quoted(item.task->name), quoted(input.name), quoted(what)}},
                                         WEFT_TR("core", "Argo refuses the workflow: an input without a default must be an argument of every task that uses the template"));
            finding.target = detail::target_name(context);
            finding.subject = input.name;
            report.add(std::move(finding));
        }
        for (const InputFile& file : item.definition->files) {
            const auto given = [&](const InputFile& one) { return one.name == file.name; };
            if (file.optional || file.from || file.raw || file.name.empty() || has_place(*item.definition, file.name) || std::any_of(item.task->files.begin(), item.task->files.end(), given)) continue;
            const std::string& what = item.task->definition.empty() ? item.task->name : item.task->definition;
            Finding finding = finding_of("ref/input-missing", Severity::error, &item, item.path + ".definition",
                                         Message{WEFT_TR("core", "%1 hands no artifact to %2, which %3 needs"), {quoted(item.task->name), quoted(file.name), quoted(what)}},
                                         WEFT_TR("core", "Argo refuses the workflow: an input artifact without a place of its own must be an argument, or optional"));
            finding.target = detail::target_name(context);
            finding.subject = file.name;
            report.add(std::move(finding));
        }
    }
}

}  // namespace

extern const Rule ref_input_missing{"ref/input-missing", Severity::error, WEFT_TR("core", "a task gives no value to an input that has no default"),
                                    "Argo v4.1 common.ProcessArgs: \"inputs.parameters.%s was not supplied\"", check};

}  // namespace weft::argo::rules_
