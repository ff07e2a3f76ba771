// One environment for every step, and what a step has of its own on top of it (Metaflow #1943: a step that nobody decorates runs in another image).
#include <algorithm>
#include <map>

#include "core/lint/rule.h"
#include "core/targets/metaflow/lower.h"
#include "core/targets/metaflow/write_step.h"

namespace weft::metaflow {
namespace {

using Arguments_ = std::vector<std::pair<std::string, std::string>>;

bool is_literal(const Binding& binding) { return binding.value.source == Source::literal; }

// Effective environments of all tasks that run something, handlers left out.
std::vector<Environment> environments(const Flow& flow) {
    std::vector<Environment> out;
    const lint::Context context = lint::make_context(flow, {});
    for (const lint::Context::Item& item : context.items) {
        const bool runs = item.definition && (item.definition->kind == DefinitionKind::container || item.definition->kind == DefinitionKind::script);
        if (runs && !item.handler) out.push_back(literal_part(effective_environment(flow, *item.task, item.enclosing).merged));
    }
    return out;
}

template <class T> std::optional<T> shared(const std::vector<Environment>& all, std::optional<T> Environment::*slot) {
    if (all.empty()) return std::nullopt;
    for (const Environment& one : all)
        if (one.*slot != all.front().*slot) return std::nullopt;
    return all.front().*slot;
}

template <class T> std::vector<T> shared(const std::vector<Environment>& all, std::vector<T> Environment::*slot) {
    if (all.empty()) return {};
    for (const Environment& one : all)
        if (one.*slot != all.front().*slot) return {};
    return all.front().*slot;
}

// The first and the last step get it too, so it is what most tasks use; of two that are used as often, the first.
std::optional<std::string> most_used(const std::vector<Environment>& all, std::optional<std::string> Environment::*slot) {
    std::optional<std::string> best;
    std::ptrdiff_t most = 0;
    for (const Environment& one : all) {
        if (!(one.*slot)) continue;
        const auto count = std::count_if(all.begin(), all.end(), [&](const Environment& other) { return other.*slot == one.*slot; });
        if (count > most) {
            most = count;
            best = one.*slot;
        }
    }
    return best;
}

void add_list(Arguments_& out, const char* argument, const std::string& text, const std::string& base, const char* empty) {
    if (text != base) out.emplace_back(argument, text.empty() ? empty : text);
}

// "" for an empty list: it is not written at all.
template <class List> std::string list_text(const List& list) {
    if (list.empty()) return {};
    const Result<std::string> text = python_text(list);
    return text ? *text : std::string();
}

std::string secrets_text(const Environment& environment) {
    std::vector<std::string> names;
    for (const Binding& binding : environment.env)
        if (binding.value.source == Source::secret && std::find(names.begin(), names.end(), binding.value.task) == names.end()) names.push_back(binding.value.task);
    return names.empty() ? std::string() : python_text(names);
}

}  // namespace

// Values that stand in a decorator: text that is known beforehand, and which secrets are needed. The rest is given to the command.
Environment literal_part(Environment environment) {
    std::erase_if(environment.env, [](const Binding& binding) { return !is_literal(binding) && binding.value.source != Source::secret; });
    return environment;
}

Environment base_environment(const Flow& flow, const ExportOptions& options) {
    const std::vector<Environment> all = environments(flow);
    Environment base = literal_part(flow.environment);
    const auto fill = [](auto& slot, auto value) {
        if (!slot) slot = std::move(value);
    };
    fill(base.image, most_used(all, &Environment::image));
    if (!base.image && !options.default_image.empty()) base.image = options.default_image;
    fill(base.service_account, most_used(all, &Environment::service_account));
    fill(base.pull_policy, shared(all, &Environment::pull_policy));
    for (const auto slot : {&Environment::cpu, &Environment::memory, &Environment::disk, &Environment::gpu, &Environment::shared_memory, &Environment::cpu_limit, &Environment::memory_limit})
        fill(base.*slot, shared(all, slot));
    if (base.pull_secrets.empty()) base.pull_secrets = shared(all, &Environment::pull_secrets);
    if (base.env.empty()) base.env = shared(all, &Environment::env);
    if (base.node_selector.empty()) base.node_selector = shared(all, &Environment::node_selector);
    if (base.tolerations.empty()) base.tolerations = shared(all, &Environment::tolerations);
    if (base.volumes.empty()) base.volumes = shared(all, &Environment::volumes);
    fill(base.cpu, std::optional<Scalar>(Scalar{"1", true}));          // what Metaflow takes when nobody says: spelt out, so that no setting of a deployment changes it
    fill(base.memory, std::optional<Scalar>(Scalar{"4096M", false}));
    fill(base.disk, std::optional<Scalar>(Scalar{"10240M", false}));
    return base;
}

Environment exported_environment(const Flow& flow, const Task& task, const std::vector<const Task*>& enclosing, const Environment& base) {
    Flow outer;
    outer.environment = base;
    Task inner;
    inner.environment = literal_part(effective_environment(flow, task, enclosing).merged);
    return effective_environment(outer, inner).merged;
}

Arguments_ environment_arguments(const Environment& environment, const Environment* base) {
    static const Environment none;
    const Environment& under = base ? *base : none;
    Arguments_ out;
    for (const TextArgument& field : text_arguments())
        if (const auto& value = environment.*field.slot; value && value != under.*field.slot) out.emplace_back(field.argument, quoted(*value));
    for (const QuantityArgument& field : quantity_arguments()) {
        const auto& value = environment.*field.slot;
        const auto& old = under.*field.slot;
        if (!value || (old && old->text == value->text)) continue;
        if (const auto number = number_of(value->text, field.unit)) out.emplace_back(field.argument, *number);
    }
    const bool limits = environment.cpu_limit || environment.memory_limit;
    if (limits && !(under.cpu_limit || under.memory_limit)) out.emplace_back("qos", "\"guaranteed\"");
    add_list(out, "image_pull_secrets", list_text(environment.pull_secrets), list_text(under.pull_secrets), "[]");
    add_list(out, "node_selector", list_text(environment.node_selector), list_text(under.node_selector), "{}");
    add_list(out, "tolerations", list_text(environment.tolerations), list_text(under.tolerations), "[]");
    add_list(out, "persistent_volume_claims", list_text(environment.volumes), list_text(under.volumes), "{}");
    add_list(out, "secrets", secrets_text(environment), secrets_text(under), "[]");
    std::vector<Binding> variables;
    for (const Binding& binding : environment.env)
        if (is_literal(binding) && std::find(under.env.begin(), under.env.end(), binding) == under.env.end()) variables.push_back(binding);
    if (!variables.empty()) out.emplace_back("env", *python_text(variables));
    return out;
}

}  // namespace weft::metaflow
