#include "core/lint/rules/env_names.h"

#include <algorithm>
#include <cstdint>

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

std::string free_env_name(const Environment& environment, std::string_view old) {
    std::string name = shell_name(old);
    const auto taken = [&](const Binding& binding) { return binding.name != old && shell_name(binding.name) == name; };
    if (std::any_of(environment.env.begin(), environment.env.end(), taken)) name += '_' + short_hash(old);
    return name;
}

Fix rename_env_fix(Message title, const Layer& layer, const std::string& from, const std::string& to) {
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
