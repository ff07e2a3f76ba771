#include "core/targets/argo/build.h"

#include <fmt/format.h>

#include "core/model/graph.h"

namespace weft::argo {

using yaml::NodePtr;

MapMaker& MapMaker::node(const char* key, NodePtr value) {
    if (value) entries_.push_back({yaml::make_string(key), std::move(value)});
    return *this;
}

MapMaker& MapMaker::text(const char* key, const std::string& value) { return value.empty() ? *this : node(key, string_node(value)); }

MapMaker& MapMaker::scalar(const char* key, const std::optional<Scalar>& value) { return value ? node(key, scalar_node(*value)) : *this; }

NodePtr list_or_null(std::vector<NodePtr> items) { return items.empty() ? nullptr : yaml::make_sequence(std::move(items)); }

NodePtr words_node(const std::vector<Scalar>& words) {
    std::vector<NodePtr> items;
    for (const Scalar& word : words) items.push_back(string_node(word.text));  // argv holds strings, whatever they look like
    return list_or_null(std::move(items));
}

NodePtr env_entry(const Binding& variable, const Spelling& spelling) {
    MapMaker map;
    map.node("name", string_node(variable.name));
    if (variable.value.source == Source::secret) {
        const NodePtr key = MapMaker().node("name", string_node(variable.value.task)).node("key", string_node(variable.value.name)).make();
        return map.node("valueFrom", MapMaker().node("secretKeyRef", key).make()).make();
    }
    return map.node("value", string_node(value_text(variable.value, spelling))).make();
}

NodePtr env_node(const std::vector<Binding>& env, const Spelling& spelling) {
    std::vector<NodePtr> items;
    for (const Binding& variable : env) items.push_back(env_entry(variable, spelling));
    return list_or_null(std::move(items));
}

NodePtr selector_node(const std::vector<Binding>& selector) {
    MapMaker map;
    for (const Binding& label : selector) map.node(label.name.c_str(), string_node(label.value.text));
    return map.make_or_null();
}

NodePtr resources_node(const Environment& environment) {
    MapMaker requests, limits;
    requests.scalar("cpu", environment.cpu).scalar("memory", environment.memory).scalar("ephemeral-storage", environment.disk);
    limits.scalar("cpu", environment.cpu_limit).scalar("memory", environment.memory_limit).scalar("nvidia.com/gpu", environment.gpu);
    return MapMaker().node("requests", requests.make_or_null()).node("limits", limits.make_or_null()).make_or_null();
}

NodePtr retry_node(const Retry& retry) {
    MapMaker backoff;
    backoff.text("duration", retry.delay);
    if (retry.factor) {  // an integer, or a string that Argo parses
        const bool whole = *retry.factor == double(long(*retry.factor));
        backoff.node("factor", whole ? yaml::make_plain(std::to_string(long(*retry.factor))) : string_node(fmt::format("{}", *retry.factor)));
    }
    backoff.text("maxDuration", retry.max_delay);
    MapMaker map;
    map.scalar("limit", retry.limit).text("retryPolicy", retry.policy).text("expression", retry.expression).node("backoff", backoff.make_or_null());
    return map.make();
}

NodePtr parameter_node(const Parameter& parameter, bool is_input) {
    MapMaker map;
    map.node("name", string_node(parameter.name)).text("description", parameter.description);
    if (parameter.value) map.node(is_input ? "default" : "value", string_node(value_text(*parameter.value, {})));
    std::vector<NodePtr> choices;
    for (const std::string& choice : parameter.choices) choices.push_back(string_node(choice));
    return map.node("enum", list_or_null(std::move(choices))).make();
}

NodePtr file_node(const InputFile& file, const Spelling& spelling) {
    MapMaker map;
    map.node("name", string_node(file.name)).text("path", file.path);
    if (file.optional) map.node("optional", yaml::make_plain("true"));
    if (file.from) map.node("from", string_node(value_text(*file.from, spelling, true)));
    if (file.raw) map.node("raw", MapMaker().node("data", string_node(*file.raw)).make());
    return map.make();
}

// "{{=a ? b : c}}" has a field of its own.
std::string expression_in(const Output& output) {
    const std::string& text = output.expression.text;
    const bool whole = output.from == OutputFrom::expression && output.expression.source == Source::text && text.starts_with("{{=") && text.find("}}") == text.size() - 2;
    return whole ? text.substr(3, text.size() - 5) : std::string();
}

NodePtr output_node(const Output& output) {
    MapMaker map;
    map.node("name", string_node(output.name));
    const std::string expression = expression_in(output);
    if (output.artifact) {
        map.text("path", output.path).text("fromExpression", expression);
        if (output.from == OutputFrom::expression && expression.empty()) map.node("from", string_node(value_text(output.expression, {}, true)));
        if (output.optional) map.node("optional", yaml::make_plain("true"));
        return map.make();
    }
    MapMaker from;
    if (output.from == OutputFrom::file) from.text("path", output.path);
    else if (!expression.empty()) from.text("expression", expression);
    else from.node("parameter", string_node(value_text(output.expression, {})));
    if (output.fallback) from.node("default", string_node(*output.fallback));
    return map.node("valueFrom", from.make()).make();
}

NodePtr binding_node(const Binding& binding, const Spelling& spelling) {
    return MapMaker().node("name", string_node(binding.name)).node("value", string_node(value_text(binding.value, spelling))).make();
}

NodePtr arguments_node(const std::vector<Binding>& params, const std::vector<InputFile>& files, const Spelling& spelling) {
    std::vector<NodePtr> parameters, artifacts;
    for (const Binding& binding : params) parameters.push_back(binding_node(binding, spelling));
    for (const InputFile& file : files) artifacts.push_back(file_node(file, spelling));
    return MapMaker().node("parameters", list_or_null(std::move(parameters))).node("artifacts", list_or_null(std::move(artifacts))).make_or_null();
}

const char* loop_key(const Loop& loop) {
    return loop.over == Loop::Over::items ? "withItems" : loop.over == Loop::Over::param ? "withParam" : "withSequence";
}

NodePtr loop_value(const Loop& loop) {
    if (loop.over == Loop::Over::param) return string_node(loop.param);
    if (loop.over == Loop::Over::items) {
        std::vector<NodePtr> items;
        for (const std::string& item : loop.items) items.push_back(item_node(item));
        return yaml::make_sequence(std::move(items));
    }
    MapMaker map;
    for (const auto& [key, bound] : {std::pair{"count", &loop.count}, {"start", &loop.start}, {"end", &loop.end}})
        if (!bound->text.empty()) map.node(key, string_node(bound->text));
    return map.text("format", loop.format).make();
}

NodePtr tolerance_node(const Task& task) {
    MapMaker map;
    if (task.tolerated) map.node("failed", yaml::make_plain("true"));
    if (task.tolerated_error) map.node("error", yaml::make_plain("true"));
    return map.make_or_null();
}

std::string hook_expression(const Handler& hook, const std::string& task, const Spelling& spelling) {
    if (!hook.expression.empty() || hook.trigger == Trigger::always) return hook.expression;
    return std::string(spelling.steps ? "steps" : "tasks") + "[\"" + task + "\"].status " + (hook.trigger == Trigger::on_success ? "==" : "!=") + " \"Succeeded\"";
}

// "cluster template NAME/TEMPLATE", as it was read; nothing for another engine's words.
NodePtr reference_node(const Definition& definition) {
    constexpr std::string_view cluster = "cluster template ", local = "template ";
    const bool everywhere = definition.detail.starts_with(cluster);
    if (!everywhere && !definition.detail.starts_with(local)) return nullptr;
    const std::string rest = definition.detail.substr(everywhere ? cluster.size() : local.size());
    const std::size_t slash = rest.find('/');
    if (slash == std::string::npos) return nullptr;
    MapMaker map;
    map.text("name", rest.substr(0, slash)).text("template", rest.substr(slash + 1));
    if (everywhere) map.node("clusterScope", yaml::make_plain("true"));
    return map.make();
}

NodePtr hook_node(const Handler& hook, const std::string& task, const Spelling& spelling) {
    MapMaker map;
    if (hook.task->definition.empty() && hook.task->own && hook.task->own->kind == DefinitionKind::reference) map.node("templateRef", reference_node(*hook.task->own));
    map.text("template", hook.task->definition).text("expression", hook_expression(hook, task, spelling));
    return map.node("arguments", arguments_node(hook.task->params, hook.task->files, spelling)).make();
}

// One exit hook, the others by name: a named hook starts when its expression holds.
NodePtr hooks_node(const Task& task, const Spelling& spelling) {
    MapMaker map;
    bool exit_taken = false;
    for (const Handler& hook : task.handlers) {
        if (!hook.task) continue;
        const bool as_exit = !exit_taken && hook.expression.empty();
        exit_taken = exit_taken || as_exit;
        Handler named = hook;
        if (!as_exit && named.expression.empty() && named.trigger == Trigger::always)
            named.expression = std::string(spelling.steps ? "steps" : "tasks") + "[\"" + task.name + "\"].status in [\"Succeeded\", \"Failed\", \"Error\"]";
        map.node(as_exit ? "exit" : hook.task->name.c_str(), hook_node(named, task.name, spelling));
    }
    return map.make_or_null();
}

}  // namespace weft::argo
