// What a task is given: the workflow's own parameters where the task is all there is, and a refusal where something is missing.
#include <algorithm>

#include "core/targets/argo/lower.h"

namespace weft::argo {

namespace {

bool holds_binding(const std::vector<Binding>& bindings, const std::string& name) {
    return std::any_of(bindings.begin(), bindings.end(), [&](const Binding& binding) { return binding.name == name; });
}

// A file that is one task and no workflow around it (a task of Flyte): whoever starts it says what it needs.
bool is_lone_task(const Flow& flow) { return flow.format != "argo" && flow.parameters.empty() && flow.main.tasks.size() == 1 && flow.main.tasks[0] && flow.main.handlers.empty(); }

}  // namespace

void add_entry_parameters(const Flow& flow, Flow& out) {
    const bool lone = is_lone_task(flow);
    const Definition* entry = lone ? definition_of(flow, *flow.main.tasks[0]) : flow.format == "argo" ? find_definition(flow, flow.entrypoint) : nullptr;
    if (!entry) return;
    for (const Parameter& input : entry->inputs) {
        const std::string name = argo_parameter_name(input.name);
        if (lone && holds_binding(flow.main.tasks[0]->params, input.name)) continue;
        if ((input.value && entry->kind != DefinitionKind::flow) || std::any_of(out.parameters.begin(), out.parameters.end(), [&](const Parameter& p) { return p.name == name; })) continue;
        Parameter added{name, std::nullopt, input.choices, input.description};
        if (input.value) added.value = read_text_value(input.value->text, {});
        out.parameters.push_back(std::move(added));
    }
}

std::vector<Parameter> entry_inputs(const Lowering& lowering, const Scope& scope, const Task& task, const Definition& definition) {
    std::vector<Parameter> out;
    const bool lone = scope.main && is_lone_task(lowering.flow);
    if (!lone && (lowering.flow.format != "argo" || !scope.main || definition.name != lowering.flow.entrypoint)) return out;
    for (const Parameter& input : definition.inputs)
        if (!holds_binding(task.params, input.name) && (lone ? !input.value : scope.params.count(input.name) > 0)) out.push_back(input);
    return out;
}

Value entry_value(const Parameter& input) { return read_text_value("{{workflow.parameters." + argo_parameter_name(input.name) + "}}", Spelling{true, false}); }

void refuse_missing_inputs(Lowering& lowering, const Scope& scope, const Task& task, const Definition& definition, const std::string& where) {
    for (const InputFile& file : definition.files) {
        const auto given = [&](const InputFile& one) { return one.name == file.name; };
        if (file.optional || file.from || file.raw || std::any_of(task.files.begin(), task.files.end(), given)) continue;
        lowering.refuse({WEFT_TR("core", "%1 gets no file `%2`, and Argo starts no task without it"), {where, file.name}});
    }
    const std::vector<Parameter> asked = entry_inputs(lowering, scope, task, definition);
    for (const Parameter& input : definition.inputs) {
        const bool given = input.value || holds_binding(task.params, input.name) || std::any_of(asked.begin(), asked.end(), [&](const Parameter& one) { return one.name == input.name; });
        if (!given) lowering.refuse({WEFT_TR("core", "%1 gives no value to `%2`, and Argo starts no task without it"), {where, input.name}});
    }
}

}  // namespace weft::argo
