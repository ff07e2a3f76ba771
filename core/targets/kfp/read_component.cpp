// Components: containers with their executor, DAGs with their bodies, and what else an executor may be.
#include <algorithm>

#include "core/targets/kfp/reading.h"

namespace weft::kfp {
namespace {

std::optional<Scalar> scalar_at(const Place& map, std::string_view key) {
    const Place found = map.at(key);
    if (!found.is_scalar()) return std::nullopt;
    return Scalar{read_text(found.text()), found.node->style == yaml::Style::plain && yaml::type_of(*found.node) != yaml::ScalarType::string};
}

std::vector<Scalar> words(const Place& list) {
    std::vector<Scalar> out;
    for (const Place& item : list.items()) out.push_back({item.is_scalar() ? read_text(item.text()) : json_text(item.node.get()), false});
    return out;
}

// The deprecated twins count in GB and cores; the SDK writes them beside the others for constants, old SDKs only them.
std::optional<Scalar> quantity(const Place& resources, const char* key, const char* twin, const char* unit) {
    if (auto found = scalar_at(resources, key)) return found;
    std::optional<Scalar> old = scalar_at(resources, twin);
    if (old) old = Scalar{old->text + unit, false};
    return old;
}

void read_resources(Reading& reading, const Place& resources, const std::string& path, Environment& environment) {
    environment.cpu = quantity(resources, "resourceCpuRequest", "cpuRequest", "");
    environment.memory = quantity(resources, "resourceMemoryRequest", "memoryRequest", "G");
    environment.cpu_limit = quantity(resources, "resourceCpuLimit", "cpuLimit", "");
    environment.memory_limit = quantity(resources, "resourceMemoryLimit", "memoryLimit", "G");
    const Place accelerator = resources.at("accelerator");
    const Place type = accelerator.has("resourceType") ? accelerator.at("resourceType") : accelerator.at("type");
    const Place count = accelerator.has("resourceCount") ? accelerator.at("resourceCount") : accelerator.at("count");
    if (type.text() == "nvidia.com/gpu" && count) environment.gpu = Scalar{read_text(count.text()), false};
    else reading.keep(accelerator);
    reading.map(path + ".cpu", resources.at("resourceCpuRequest"));
    reading.map(path + ".memory", resources.at("resourceMemoryRequest"));
    reading.map(path + ".cpu_limit", resources.at("resourceCpuLimit"));
    reading.map(path + ".memory_limit", resources.at("resourceMemoryLimit"));
    if (environment.gpu) reading.map(path + ".gpu", count);
}

void read_container(Reading& reading, const Place& container, const std::string& path, Definition& definition) {
    definition.kind = DefinitionKind::container;
    definition.command = words(container.at("command"));
    definition.args = words(container.at("args"));
    Environment& environment = definition.environment;
    if (const Place image = container.at("image"); image.is_scalar()) environment.image = read_text(image.text());
    reading.map(path + ".image", container.at("image"));
    reading.map(path + ".command", container.at("command"));
    reading.map(path + ".args", container.at("args"));
    reading.map(path + ".env", container.at("env"));
    for (const Place& item : container.at("env").items()) {
        if (!item.is_map()) continue;
        environment.env.push_back({item.text_at("name"), Value{Source::literal, item.text_at("value")}});
        const std::string field = join_path(path + ".env", environment.env.back().name);
        reading.map(field, item.at("name"));
        reading.map(field + ".value", item.at("value"));
    }
    read_resources(reading, container.at("resources"), path, environment);
    reading.keep(container.at("lifecycle"));
}

// Which parts of a container only KFP's launcher can fill or run.
void note_launcher(Definition& definition) {
    const auto any = [&](const std::vector<Scalar>& words) { return std::any_of(words.begin(), words.end(), [](const Scalar& word) { return needs_launcher(word.text); }); };
    if (any(definition.command) || any(definition.args)) definition.unsupported.push_back("{{$}} of the KFP launcher");
    if (definition.environment.image && definition.environment.image->starts_with("argostub/")) definition.unsupported.push_back(*definition.environment.image);
}

void read_importer(Reading& reading, const Place& importer, const std::string& path, Definition& definition) {
    definition.kind = DefinitionKind::other;
    const Place uri = importer.at("artifactUri");
    const std::string parameter = uri.text_at("runtimeParameter");
    definition.detail = "importer " + (parameter.empty() ? uri.text_at("constant") : "{{params." + parameter + "}}");
    definition.unsupported.push_back("importer");
    reading.map(path + ".detail", importer);
    for (const Place::Named& one : importer.entries())
        if (one.name != "artifactUri") reading.keep(one.value);
}

void read_executor(Reading& reading, const std::string& label, const std::string& path, Definition& definition) {
    const Place executor = reading.spec.executor(label);
    if (const Place container = executor.at("container")) read_container(reading, container, path, definition);
    else if (const Place importer = executor.at("importer")) read_importer(reading, importer, path, definition);
    else if (executor.is_map() && !executor.node->entries.empty() && executor.node->entries.front().key) {
        definition.kind = DefinitionKind::other;
        definition.detail = executor.node->entries.front().key->text;
        definition.unsupported.push_back(definition.detail);
        reading.keep(executor);
    }
    read_platform(reading, reading.spec.platform_executor(label), path, definition);
    note_launcher(definition);
}

bool mentions(const Definition& definition, const std::string& text) {
    const auto in = [&](const std::vector<Scalar>& words) { return std::any_of(words.begin(), words.end(), [&](const Scalar& word) { return word.text.find(text) != std::string::npos; }); };
    return in(definition.command) || in(definition.args);
}

Value read_selectors(const std::vector<Place>& selectors, const char* key, bool artifact) {
    if (selectors.size() == 1) return Value{Source::output, {}, selectors[0].text_at("producerSubtask"), selectors[0].text_at(key)};
    Value either{Source::text};      // only one of the producers runs; the others give nothing
    for (const Place& one : selectors) either.text += tag_of(Value{Source::output, {}, one.text_at("producerSubtask"), one.text_at(key)}, artifact);
    return either;
}

void read_expression(const Place& dag, Output& output) {
    output.from = OutputFrom::expression;
    if (output.artifact) {
        output.expression = read_selectors(dag.down("outputs/artifacts").at(output.name).at("artifactSelectors").items(), "outputArtifactKey", true);
        return;
    }
    const Place from = dag.down("outputs/parameters").at(output.name);
    if (const Place one = from.at("valueFromParameter")) output.expression = read_selectors({one}, "outputParameterKey", false);
    else output.expression = read_selectors(from.down("valueFromOneof/parameterSelectors").items(), "outputParameterKey", false);
}

void read_outputs(Reading& reading, const Place& component, const std::string& path, Definition& definition) {
    const auto add = [&](const Place::Named& entry, bool artifact) {
        Output output;
        output.name = entry.name;
        output.artifact = artifact;
        if (artifact) output.type = entry.value.is_true("isArtifactList") ? ValueType::list : ValueType::any;
        else output.type = type_of_name(entry.value.has("parameterType") ? entry.value.text_at("parameterType") : entry.value.text_at("type"));
        if (component.has("dag")) read_expression(component.at("dag"), output);
        else if (mentions(definition, output_path(entry.name))) output.path = output_path(entry.name);
        definition.outputs.push_back(std::move(output));
        reading.map(join_path(path + ".outputs", entry.name), entry.key);
    };
    const Place outputs = component.at("outputDefinitions");
    for (const Place::Named& entry : outputs.at("parameters").entries()) add(entry, false);
    for (const Place::Named& entry : outputs.at("artifacts").entries()) add(entry, true);
}

}  // namespace

std::vector<Parameter> read_parameters(Reading& reading, const Place& parameters, const std::string& path) {
    std::vector<Parameter> out;
    for (const Place::Named& entry : parameters.entries()) {
        Parameter parameter;
        parameter.name = entry.name;
        parameter.type = type_of_name(entry.value.has("parameterType") ? entry.value.text_at("parameterType") : entry.value.text_at("type"));
        parameter.description = entry.value.text_at("description");
        if (const yaml::NodePtr value = yaml::find(entry.value.node, "defaultValue")) parameter.value = literal_of(value);
        else if (entry.value.is_true("isOptional")) parameter.value = optional_without_default();
        for (const Place& choice : entry.value.at("literals").items()) parameter.choices.push_back(literal_of(choice.node).text);
        const std::string field = join_path(path, entry.name);
        reading.map(field, entry.value.at("defaultValue") ? entry.value.at("defaultValue") : entry.key);
        if (const Place value = entry.value.at("defaultValue"); value.is_scalar()) reading.map(field + ".value", value);
        out.push_back(std::move(parameter));
    }
    return out;
}

Definition read_component(Reading& reading, const std::string& name, const Place& component) {
    Definition definition;
    definition.name = name;
    const std::string path = join_path("definitions", name);
    reading.map(path, component);
    definition.inputs = read_parameters(reading, component.down("inputDefinitions/parameters"), path + ".inputs");
    if (component.has("dag")) {
        definition.kind = DefinitionKind::flow;
        definition.body = std::make_shared<const Body>(read_body(reading, component.at("dag"), path + '.', false));
    } else if (const std::string label = component.text_at("executorLabel"); !label.empty()) {
        read_executor(reading, label, path, definition);
    }
    for (const Place::Named& entry : component.down("inputDefinitions/artifacts").entries()) {
        InputFile file;
        file.name = entry.name;
        file.optional = entry.value.is_true("isOptional");
        if (mentions(definition, input_path(entry.name))) file.path = input_path(entry.name);
        definition.files.push_back(std::move(file));
        reading.map(join_path(path + ".files", entry.name), entry.key);
        reading.keep(entry.value.at("artifactType"));
    }
    read_outputs(reading, component, path, definition);
    reading.keep(component.at("singlePlatformSpecs"));
    reading.keep(component.at("taskConfigPassthroughs"));
    return definition;
}

}  // namespace weft::kfp
