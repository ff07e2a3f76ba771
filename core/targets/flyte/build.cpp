// Task templates and their parts.
#include "core/targets/flyte/build.h"

#include <algorithm>

#include "core/targets/flyte/pod.h"
#include "core/targets/flyte/values.h"

namespace weft::flyte {

using yaml::NodePtr;

MapMaker& MapMaker::node(const char* key, NodePtr value) {
    if (value) entries_.push_back({yaml::make_string(key), std::move(value)});
    return *this;
}
MapMaker& MapMaker::text(const char* key, const std::string& value) { return value.empty() ? *this : node(key, string_node(value)); }
MapMaker& MapMaker::scalar(const char* key, const std::optional<Scalar>& value) { return value ? node(key, string_node(value->text)) : *this; }

NodePtr list_or_null(std::vector<NodePtr> items) { return items.empty() ? nullptr : yaml::make_sequence(std::move(items)); }

NodePtr words_node(const std::vector<Scalar>& words) {
    std::vector<NodePtr> items;
    for (const Scalar& word : words) items.push_back(string_node(word.text));
    return list_or_null(std::move(items));
}

NodePtr id_node(const Identity& identity, const char* type, const std::string& name) {
    return MapMaker().text("resourceType", type).text("project", identity.project).text("domain", identity.domain).text("name", name)
        .text("version", identity.version).text("org", identity.org).make();
}

NodePtr resources_node(const Environment& e) {
    const auto entry = [](const char* name, const std::optional<Scalar>& value, std::vector<NodePtr>& list) {
        if (value) list.push_back(MapMaker().node("name", string_node(name)).node("value", string_node(value->text)).make());
    };
    std::vector<NodePtr> requests, limits;
    entry("CPU", e.cpu, requests);
    entry("MEMORY", e.memory, requests);
    entry("EPHEMERAL_STORAGE", e.disk, requests);
    entry("GPU", e.gpu, requests);
    entry("CPU", e.cpu_limit, limits);
    entry("MEMORY", e.memory_limit, limits);
    entry("GPU", e.gpu, limits);   // the server wants both alike
    return MapMaker().node("requests", list_or_null(std::move(requests))).node("limits", list_or_null(std::move(limits))).make_or_null();
}

NodePtr container_env_node(const std::vector<Binding>& env) {
    std::vector<NodePtr> items;
    for (const Binding& variable : env)
        if (variable.value.source != Source::secret)
            items.push_back(MapMaker().node("key", string_node(variable.name)).node("value", string_node(variable.value.text)).make());
    return list_or_null(std::move(items));
}

NodePtr secrets_node(const std::vector<Binding>& env) {
    std::vector<NodePtr> items;
    for (const Binding& variable : env)
        if (variable.value.source == Source::secret)
            items.push_back(MapMaker().text("group", variable.value.task).text("key", variable.value.name).text("mountRequirement", "ENV_VAR").text("envVar", variable.name).make());
    return list_or_null(std::move(items));
}

NodePtr variables_node(const std::vector<Parameter>& inputs) {
    MapMaker map;
    for (const Parameter& input : inputs)
        map.node(input.name.c_str(), MapMaker().node("type", type_node(input.type, input.choices)).text("description", input.description).make());
    return MapMaker().node("variables", map.make()).make();
}

NodePtr variables_node(const std::vector<Output>& outputs) {
    MapMaker map;
    for (const Output& output : outputs) map.node(output.name.c_str(), MapMaker().node("type", type_node(output.type)).make());
    return MapMaker().node("variables", map.make()).make();
}

namespace {

NodePtr interface_node(const Definition& definition) {
    return MapMaker().node("inputs", variables_node(definition.inputs)).node("outputs", variables_node(definition.outputs)).make();
}

std::string folder_of(const Output& output) {
    const std::string tail = "/" + output.name;
    return output.path.ends_with(tail) ? output.path.substr(0, output.path.size() - tail.size()) : std::string();
}

// Copilot brings inputs and fetches outputs as files, where the definition names a folder for them.
NodePtr data_config_node(const Definition& definition) {
    std::string folder;
    bool all = true;
    for (const Output& output : definition.outputs) {
        const std::string mine = folder_of(output);
        all = all && !mine.empty();
        if (folder.empty()) folder = mine;
    }
    const bool files = std::any_of(definition.inputs.begin(), definition.inputs.end(), [](const Parameter& input) { return input.type == ValueType::file; });
    if (!all || (folder.empty() && !files)) return nullptr;
    return MapMaker().node("enabled", yaml::make_plain("true")).text("inputPath", "/var/inputs").text("outputPath", folder.empty() ? "/var/outputs" : folder).make();
}

NodePtr container_node(const Definition& definition) {
    const Environment& e = definition.environment;
    MapMaker map;
    map.node("image", string_node(e.image.value_or(""))).node("command", words_node(definition.command)).node("args", words_node(definition.args));
    return map.node("resources", resources_node(e)).node("env", container_env_node(e.env)).node("dataConfig", data_config_node(definition)).make();
}

NodePtr pod_node(const Definition& definition) {
    return MapMaker().node("podSpec", pod_spec_node(definition)).node("dataConfig", data_config_node(definition)).text("primaryContainerName", "primary").make();
}

NodePtr metadata_node(const Definition& definition) {
    const NodePtr runtime = MapMaker().text("type", "OTHER").text("version", "1").text("flavor", "weftwork").make();
    return MapMaker().node("runtime", runtime).text("timeout", seconds_of(definition.timeout)).node("retries", retries_node(definition.retry)).make();
}

}  // namespace

NodePtr retries_node(const std::optional<Retry>& retry) {
    return retry && retry->limit ? MapMaker().node("retries", yaml::make_plain(retry->limit->text)).make() : nullptr;
}

NodePtr overrides_node(const Environment& e) {
    MapMaker map;
    map.node("resources", resources_node(e));
    if (e.shared_memory) map.node("extendedResources", MapMaker().node("sharedMemory", MapMaker().scalar("sizeLimit", e.shared_memory).make()).make());
    if (e.image) map.text("containerImage", *e.image);
    return map.make_or_null();
}

NodePtr task_template_node(const Definition& definition, const NodePtr& id) {
    const bool pod = needs_pod(definition), other = definition.kind != DefinitionKind::container;
    MapMaker map;
    map.node("id", id).text("type", other ? definition.detail : pod ? "sidecar" : "raw-container");
    map.node("metadata", metadata_node(definition)).node("interface", interface_node(definition));
    if (pod && !other) map.node("taskTypeVersion", yaml::make_plain("2")).node("k8sPod", pod_node(definition));
    else if (!other) map.node("container", container_node(definition));
    if (!pod && !other) map.node("securityContext", MapMaker().node("secrets", secrets_node(definition.environment.env)).make_or_null());
    if (definition.environment.shared_memory)
        map.node("extendedResources", MapMaker().node("sharedMemory", MapMaker().scalar("sizeLimit", definition.environment.shared_memory).make()).make());
    if (pod && !other) map.node("config", MapMaker().text("primary_container_name", "primary").make());
    return map.make();
}

}  // namespace weft::flyte
