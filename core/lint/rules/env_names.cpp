#include "core/lint/rules/env_names.h"

#include <algorithm>
#include <cstdint>
#include <set>

#include "core/lint/shell_variables.h"
#include "core/model/edit.h"

namespace weft::lint::rules {
namespace {

std::string short_hash(std::string_view text) {
    std::uint32_t hash = 2166136261u;  // FNV-1a
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    constexpr char digits[] = "0123456789abcdef";
    std::string out;
    for (int shift = 12; shift >= 0; shift -= 4) out += digits[(hash >> shift) & 15];
    return out;
}

void rename_binding(Environment& environment, const std::string& from, const std::string& to) {
    for (Binding& binding : environment.env)
        if (binding.name == from) binding.name = to;
}

void rename_uses(Definition& definition, const std::string& from, const std::string& to) {
    for (std::vector<Scalar>* words : {&definition.command, &definition.args})
        for (Scalar& word : *words) word.text = replace_variable(word.text, from, to);
    definition.source = replace_variable(definition.source, from, to);
}

std::string free_env_name(const Environment& environment, std::string_view old) {
    std::string name = shell_name(old);
    const auto taken = [&](const Binding& binding) { return binding.name != old && shell_name(binding.name) == name; };
    if (std::any_of(environment.env.begin(), environment.env.end(), taken)) name += '_' + short_hash(old);
    return name;
}

std::string read_but_unset(const Context& context, const Layer& layer, std::string_view broken) {
    if (!layer.item || !layer.item->definition || uses_variable(*layer.item->definition, broken)) return {};
    const Definition& definition = *layer.item->definition;
    const Task& task = *layer.item->task;
    std::set<std::string, std::less<>> unset;
    for (const std::vector<Scalar>* words : {&definition.command, &definition.args})
        for (const Scalar& word : *words) unset.merge(variables_read(word.text));
    unset.merge(variables_read(definition.source));
    for (const std::vector<Binding>* set : {&context.flow.environment.env, &definition.environment.env, &task.environment.env, &task.params})
        for (const Binding& binding : *set) unset.erase(binding.name);
    for (const Parameter& input : definition.inputs) unset.erase(input.name);
    return unset.size() == 1 ? *unset.begin() : std::string();
}

}  // namespace

Severity strict_severity(const Context& context) {
    const int minor = minor_version(context.options.kubernetes);
    return minor < 32 ? Severity::error : minor < 34 ? Severity::warning : Severity::hint;
}

EnvNameFault env_name_fault(const Context& context, std::string_view name) {
    if (is_c_identifier(name)) return EnvNameFault::none;
    const bool pods = context.on_kubernetes();
    if (!dynamic_output(name).empty()) return EnvNameFault::dynamic;
    if (pods ? !is_env_name_relaxed(name) : name.empty() || name.find('=') != std::string_view::npos) return EnvNameFault::relaxed;
    if (pods && !is_env_name_strict(name) && strict_severity(context) != Severity::hint) return EnvNameFault::strict;
    return EnvNameFault::shell;
}

Fix rename_env_fix(const Context& context, const Layer& layer, const std::string& from) {
    const std::string wanted = read_but_unset(context, layer, from);
    const std::string to = wanted.empty() ? free_env_name(layer.environment, from) : wanted;
    Message title = wanted.empty() ? Message{dynamic_output(from).empty() ? WEFT_TR("core", "Rename to %1") : WEFT_TR("core", "Map to %1"), {to}}
                                   : Message{WEFT_TR("core", "Rename to %1, which the task reads"), {to}};
    if (!layer.item) return {std::move(title), environment_fix(layer, [=](Environment& environment) { rename_binding(environment, from, to); })};
    const TaskId id = layer.item->task->id;
    const bool of_definition = layer.of_definition;
    return {std::move(title), FlowFix([=](const Flow& flow) -> Result<Flow> {
                const Task* task = find_task(flow, id);
                const Definition* definition = task ? definition_of(flow, *task) : nullptr;
                Result<Flow> out = flow;
                if (definition) {
                    Definition wanted = *definition;
                    rename_uses(wanted, from, to);
                    if (of_definition) rename_binding(wanted.environment, from, to);
                    if (!(wanted == *definition)) out = edit::change_definition(flow, id, edit::Scope::all, wanted);
                }
                if (of_definition || !out) return out;
                return replace_task(*out, id, [&](Task& changed) { rename_binding(changed.environment, from, to); });
            })};
}

}  // namespace weft::lint::rules
