// A template of the file as a Definition, and which bytes say which of its fields.
#include "core/targets/argo/reading.h"

#include <cstdlib>

namespace weft::argo {
namespace {

constexpr const char* kinds[] = {"container", "script", "steps", "dag", "resource", "suspend", "http", "containerSet", "data", "plugin"};

DefinitionKind kind_of(const std::string& key) {
    if (key == "container") return DefinitionKind::container;
    if (key == "script") return DefinitionKind::script;
    if (key == "steps" || key == "dag") return DefinitionKind::flow;
    if (key == "suspend") return DefinitionKind::wait;
    if (key == "http") return DefinitionKind::http;
    if (key == "resource") return DefinitionKind::resource;
    return key.empty() ? DefinitionKind::none : DefinitionKind::other;
}

std::string detail_of(const Place& tmpl, const std::string& key) {
    const Place what = tmpl.at(key);
    if (key == "http") return what.text_at("url");
    if (key == "suspend") return what.has("duration") ? "suspend " + what.text_at("duration") : "suspend";
    if (key == "resource") return what.text_at("action");
    if (key == "containerSet") return std::to_string(what.at("containers").items().size()) + " containers";
    if (key == "plugin" && what.is_map() && !what.node->entries.empty() && what.node->entries.front().key) return what.node->entries.front().key->text;
    return {};
}

std::vector<Scalar> read_words(const Place& list) {
    std::vector<Scalar> out;
    for (const Place& word : list.items()) out.push_back(read_scalar(word.node));
    return out;
}

Output read_parameter_output(const Place& parameter) {
    Output out;
    out.name = parameter.text_at("name");
    const Place from = parameter.at("valueFrom");
    if (const Place fallback = from.at("default"); fallback.is_scalar()) out.fallback = fallback.text();
    out.path = from.text_at("path");
    if (!out.path.empty()) return out;
    out.from = OutputFrom::expression;
    if (const Place inner = from.at("parameter")) out.expression = read_value(inner.node, {});
    else if (const Place expression = from.at("expression")) out.expression = Value{Source::text, "{{=" + expression.text() + "}}"};
    else if (const Place fixed = parameter.at("value")) out.expression = read_value(fixed.node, {});
    return out;
}

Output read_artifact_output(const Place& artifact) {
    Output out;
    out.name = artifact.text_at("name");
    out.path = artifact.text_at("path");
    out.artifact = true;
    out.optional = artifact.is_true("optional");
    if (const Place from = artifact.at("from")) {
        out.from = OutputFrom::expression;
        out.expression = read_value(from.node, {});
    } else if (const Place expression = artifact.at("fromExpression")) {
        out.from = OutputFrom::expression;
        out.expression = Value{Source::text, "{{=" + expression.text() + "}}"};
    }
    return out;
}

std::vector<Output> read_outputs(const Place& tmpl, DefinitionKind kind) {
    std::vector<Output> out;
    const Place outputs = tmpl.at("outputs");
    for (const Place& parameter : outputs.at("parameters").items())
        if (parameter.is_map()) out.push_back(read_parameter_output(parameter));
    for (const Place& artifact : outputs.at("artifacts").items())
        if (artifact.is_map()) out.push_back(read_artifact_output(artifact));
    // Argo offers these without a word in the file.
    const bool pod = kind == DefinitionKind::container || kind == DefinitionKind::script;
    if (pod || kind == DefinitionKind::http) out.push_back({"result", OutputFrom::standard_output});
    return out;
}

std::string time_limit(const Place& tmpl) {
    const Place timeout = tmpl.at("timeout");
    return timeout ? timeout.text() : tmpl.text_at("activeDeadlineSeconds");
}

void map_inputs(Reading& reading, const std::string& prefix, const Place& tmpl) {
    for (const Place& parameter : tmpl.at("inputs").at("parameters").items()) {
        const std::string path = join_path(prefix + ".inputs", parameter.text_at("name"));
        reading.map(path, parameter);
        reading.map(path + ".value", parameter.at("value") ? parameter.at("value") : parameter.at("default"));
    }
    for (const Place& artifact : tmpl.at("inputs").at("artifacts").items()) reading.map(join_path(prefix + ".files", artifact.text_at("name")), artifact);
    for (const char* list : {"parameters", "artifacts"})
        for (const Place& output : tmpl.at("outputs").at(list).items()) reading.map(join_path(prefix + ".outputs", output.text_at("name")), output);
}

}  // namespace

std::vector<std::string> template_kinds(const Place& tmpl) {
    std::vector<std::string> found;
    if (!tmpl.is_map()) return found;
    for (const char* key : kinds)  // `suspend: {}` counts, a bare `suspend:` is null and does not
        if (tmpl.has(key)) found.emplace_back(key);
    return found;
}

std::string template_kind(const Place& tmpl) {
    const std::vector<std::string> found = template_kinds(tmpl);
    return found.empty() ? std::string() : found.front();
}

std::optional<Retry> read_retry(const Place& strategy) {
    if (!strategy.is_map()) return std::nullopt;
    Retry retry;
    const Place backoff = strategy.at("backoff");
    if (const Place limit = strategy.at("limit"); limit.is_scalar()) retry.limit = read_scalar(limit.node);
    retry.delay = backoff.text_at("duration");
    retry.max_delay = backoff.text_at("maxDuration");
    retry.policy = strategy.text_at("retryPolicy");
    retry.expression = strategy.text_at("expression");
    if (const std::string factor = backoff.text_at("factor"); !factor.empty()) {
        char* end = nullptr;
        const double value = std::strtod(factor.c_str(), &end);
        if (end && *end == '\0') retry.factor = value;
    }
    return retry;
}

std::vector<InputFile> read_files(const Place& artifacts, const Spelling& spelling) {
    std::vector<InputFile> out;
    for (const Place& artifact : artifacts.items()) {
        if (!artifact.is_map()) continue;
        InputFile file;
        file.name = artifact.text_at("name");
        file.path = artifact.text_at("path");
        file.optional = artifact.is_true("optional");
        if (const Place from = artifact.at("from")) file.from = read_value(from.node, spelling);
        else if (const Place expression = artifact.at("fromExpression")) file.from = Value{Source::text, "{{=" + expression.text() + "}}"};
        if (const Place raw = artifact.at("raw")) file.raw = raw.text_at("data");
        out.push_back(std::move(file));
    }
    return out;
}

std::vector<Parameter> read_parameters(Reading& reading, const Place& parameters, const std::string& path, std::vector<std::string>& unsupported) {
    std::vector<Parameter> out;
    for (const Place& place : parameters.items()) {
        if (!place.is_map()) continue;
        Parameter parameter;
        parameter.name = place.text_at("name");
        parameter.description = place.text_at("description");
        for (const Place& choice : place.at("enum").items()) parameter.choices.push_back(choice.text());
        const Place value = place.at("value") ? place.at("value") : place.at("default");
        const Place from = place.at("valueFrom");
        if (value) {
            parameter.value = read_value(value.node, {});
        } else if (from) {
            parameter.value = from.has("default") ? read_value(from.at("default").node, {}) : Value{Source::text};
            unsupported.push_back("valueFrom of parameter " + parameter.name);
        }
        if (!path.empty()) {
            const std::string here = join_path(path, parameter.name);
            reading.map(here, place);
            reading.map(here + ".value", value);
        }
        out.push_back(std::move(parameter));
    }
    return out;
}

Definition read_definition(Reading& reading, const Place& tmpl, const std::string& path, bool with_body) {
    Definition out;
    out.name = tmpl.text_at("name");
    std::string key = template_kind(tmpl);
    if (key.empty()) key = template_kind(reading.defaults);
    out.kind = kind_of(key);
    out.detail = detail_of(tmpl, key);
    const Place container = tmpl.at(key);
    if (out.kind == DefinitionKind::container || out.kind == DefinitionKind::script) {
        out.command = read_words(container.at("command"));
        out.args = read_words(container.at("args"));
        out.source = container.text_at("source");
        out.working_dir = container.text_at("workingDir");
    }
    const bool pod = out.kind == DefinitionKind::container || out.kind == DefinitionKind::script;
    out.environment = read_environment(reading, pod ? container : Place{}, tmpl);
    out.unsupported = unsupported_of(reading, tmpl);
    out.inputs = read_parameters(reading, tmpl.at("inputs").at("parameters"), {}, out.unsupported);
    out.files = read_files(tmpl.at("inputs").at("artifacts"), {});
    out.outputs = read_outputs(tmpl, out.kind);
    out.retry = read_retry(tmpl.at("retryStrategy"));
    out.timeout = time_limit(tmpl);
    if (const std::string text = tmpl.text_at("parallelism"); !text.empty()) out.parallelism = std::atoi(text.c_str());
    out.sequential = key == "steps";
    out.fail_fast = tmpl.at("dag").text_at("failFast") != "false";
    if (out.kind == DefinitionKind::flow && with_body) {
        out.body = std::make_shared<const Body>(read_body(reading, tmpl, path + ".", Spelling{false, out.sequential}));
    }
    return out;
}

void map_definition(Reading& reading, const std::string& prefix, const Place& tmpl) {
    const std::string key = template_kind(tmpl);
    const Place container = tmpl.at(key);
    const DefinitionKind kind = kind_of(key);
    const bool pod = kind == DefinitionKind::container || kind == DefinitionKind::script;
    if (pod) {
        reading.map(prefix + ".command", container.at("command"));
        reading.map(prefix + ".args", container.at("args"));
        reading.map(prefix + ".script", container.at("source"));
        reading.map(prefix + ".working_dir", container.at("workingDir"));
    }
    map_environment(reading, prefix, pod ? container : Place{}, tmpl);
    map_inputs(reading, prefix, tmpl);
    const Place retry = tmpl.at("retryStrategy");
    reading.map(prefix + ".retry", retry);
    reading.map(prefix + ".retry.limit", retry.at("limit"));
    reading.map(prefix + ".retry.delay", retry.at("backoff").at("duration"));
    reading.map(prefix + ".retry.factor", retry.at("backoff").at("factor"));
    reading.map(prefix + ".retry.max_delay", retry.at("backoff").at("maxDuration"));
    reading.map(prefix + ".retry.policy", retry.at("retryPolicy"));
    reading.map(prefix + ".retry.expression", retry.at("expression"));
    reading.map(prefix + ".timeout", tmpl.at("timeout") ? tmpl.at("timeout") : tmpl.at("activeDeadlineSeconds"));
}

}  // namespace weft::argo
