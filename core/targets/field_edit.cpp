#include "core/targets/field_edit.h"

#include <algorithm>

namespace weft {
namespace {

using Slot = std::optional<Scalar> Environment::*;
struct QuantityField { std::string_view name; Slot slot; };
constexpr QuantityField quantities[] = {
    {"cpu", &Environment::cpu},
    {"memory", &Environment::memory},
    {"disk", &Environment::disk},
    {"gpu", &Environment::gpu},
    {"shared_memory", &Environment::shared_memory},
    {"cpu_limit", &Environment::cpu_limit},
    {"memory_limit", &Environment::memory_limit},
};
using Text = std::optional<std::string> Environment::*;
struct TextField { std::string_view name; Text slot; };
constexpr TextField texts[] = {{"image", &Environment::image}, {"pull_policy", &Environment::pull_policy}, {"service_account", &Environment::service_account}};

Value literal(const std::string& text) {
    Value value;
    value.source = text.find("{{") == std::string::npos ? Source::literal : Source::text;
    value.text = text;
    return value;
}

Scalar scalar(const std::string& text) { return {text, !text.empty() && text.find_first_not_of("0123456789.") == std::string::npos}; }

// "env.a\.b.value" -> "a.b"; "" when `field` does not begin with `head`.
std::string named(std::string_view field, std::string_view head) {
    if (!field.starts_with(head) || field.size() <= head.size()) return {};
    field.remove_prefix(head.size());
    if (field.ends_with(".value")) field.remove_suffix(6);
    std::string out;
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field[i] == '\\' && i + 1 < field.size()) ++i;
        out += field[i];
    }
    return out;
}

void put(std::vector<Binding>& bindings, const std::string& name, const std::string& value) {
    const auto found = std::find_if(bindings.begin(), bindings.end(), [&](const Binding& one) { return one.name == name; });
    if (found == bindings.end()) bindings.push_back({name, literal(value)});
    else found->value = literal(value);
}

bool sets(const Environment& environment, std::string_view field) {
    for (const TextField& one : texts)
        if (one.name == field) return (environment.*one.slot).has_value();
    for (const QuantityField& one : quantities)
        if (one.name == field) return (environment.*one.slot).has_value();
    const std::string variable = named(field, "env.");
    return std::any_of(environment.env.begin(), environment.env.end(), [&](const Binding& one) { return one.name == variable; });
}

// False when `field` is no field of an environment. An empty value takes the field away.
bool set_environment(Environment& environment, std::string_view field, const std::string& value) {
    for (const TextField& one : texts) {
        if (one.name != field) continue;
        environment.*one.slot = value.empty() ? std::nullopt : std::optional(value);
        return true;
    }
    for (const QuantityField& one : quantities) {
        if (one.name != field) continue;
        environment.*one.slot = value.empty() ? std::nullopt : std::optional(scalar(value));
        return true;
    }
    if (const std::string variable = named(field, "env."); !variable.empty()) {
        put(environment.env, variable, value);
        return true;
    }
    return false;
}

bool set_use(Task& task, std::string_view field, const std::string& value) {
    if (field == "when") task.when = value;
    else if (field == "note" || field == "description") task.note = value;
    else if (const std::string name = named(field, "params."); !name.empty()) put(task.params, name, value);
    else return false;
    return true;
}

bool set_retry(std::optional<Retry>& retry, std::string_view field, const std::string& value) {
    if (!field.starts_with("retry.")) return false;
    if (!retry) retry.emplace();
    if (field == "retry.limit") retry->limit = scalar(value);
    else if (field == "retry.delay") retry->delay = value;
    else if (field == "retry.max_delay") retry->max_delay = value;
    else if (field == "retry.policy") retry->policy = value;
    else if (field == "retry.expression") retry->expression = value;
    else return false;
    return true;
}

bool set_definition(Definition& definition, std::string_view field, const std::string& value) {
    if (field == "command") {  // a text is for the shell
        definition.kind = DefinitionKind::container;
        definition.shell = true;
        definition.command = {{"sh", false}, {"-c", false}, {value, false}};
    } else if (field == "script") {
        definition.kind = DefinitionKind::script;
        definition.source = value;
    } else if (field == "working_dir") {
        definition.working_dir = value;
    } else if (field == "timeout") {
        definition.timeout = value;
    } else {
        return set_retry(definition.retry, field, value) || set_environment(definition.environment, field, value);
    }
    return true;
}

tl::unexpected<Error> unknown(const std::string& field, const char* known) {
    return fail(Message{WEFT_TR("core", "no field \"%1\"; there are %2"), {field, known}});
}

constexpr const char* task_fields =
    "name, image, command, script, cpu, memory, disk, gpu, cpu_limit, memory_limit, service_account, env.NAME, params.NAME, when, retry.limit, retry.delay, timeout, working_dir, note";
constexpr const char* flow_fields = "name, description, timeout, parameters.NAME, environment.image, environment.cpu, environment.memory, environment.env.NAME, tasks.NAME.FIELD";

}  // namespace

bool is_use_field(std::string_view field) {
    for (const std::string_view head : {"when", "note", "description", "params.", "needs", "depends", "loop", "tolerated", "muted"})
        if (field.starts_with(head)) return true;
    return false;
}

Result<Flow> edit_task_field(const Flow& flow, const Task& task, const std::string& field, const std::string& value, edit::Scope scope, bool of_definition) {
    Task use = task;
    if (!of_definition) {
        if (set_use(use, field, value)) return edit::change_task(flow, task.id, use);
        const bool on_use = (field == "timeout" && !task.timeout.empty()) || (field.starts_with("retry.") && task.retry) || sets(task.environment, field);
        if (on_use) {
            if (field == "timeout") use.timeout = value;
            else if (!set_retry(use.retry, field, value)) set_environment(use.environment, field, value);
            return edit::change_task(flow, task.id, use);
        }
    }
    const Definition* definition = definition_of(flow, task);
    if (!definition) return fail(Message{WEFT_TR("core", "task %1 uses the definition %2, which does not exist"), {task.name, task.definition}});
    Definition wanted = *definition;
    if (!set_definition(wanted, field, value)) return unknown(field, task_fields);
    return edit::change_definition(flow, task.id, scope, wanted);
}

Result<Flow> edit_flow_field(const Flow& flow, const std::string& path, const std::string& value) {
    if (path == "name") return edit::set_flow_name(flow, value);
    Flow after = flow;
    if (path == "description") {
        after.description = value;
        return after;
    }
    if (path == "timeout") {
        after.timeout = value;
        return after;
    }
    if (const std::string name = named(path, "parameters."); !name.empty()) {
        const auto found = std::find_if(after.parameters.begin(), after.parameters.end(), [&](const Parameter& one) { return one.name == name; });
        if (found == after.parameters.end()) after.parameters.push_back({name, literal(value), {}, {}});
        else found->value = literal(value);
        return edit::set_flow_parameters(flow, after.parameters);
    }
    constexpr std::string_view head = "environment.";
    if (path.starts_with(head) && set_environment(after.environment, std::string_view(path).substr(head.size()), value)) return edit::set_flow_environment(flow, after.environment);
    if (path.starts_with("tasks.") || path.starts_with("handlers."))
        return fail(Message{WEFT_TR("core", "no task stands at \"%1\""), {path}});
    return unknown(path, flow_fields);
}

}  // namespace weft
