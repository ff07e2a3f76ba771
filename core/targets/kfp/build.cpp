#include "core/targets/kfp/build.h"

#include <algorithm>
#include <set>

namespace weft::kfp {
namespace {

using yaml::NodePtr;

NodePtr component_ref(const std::string& name) { return MapMaker().node("name", yaml::make_string(name)).make(); }

bool given_status(const Flow& flow, const std::string& component, const std::string& input) {
    bool found = false;
    for_each_task(flow, [&](const std::string&, const Task& task, const Handler*) {
        if (task.definition != component) return;
        for (const Binding& param : task.params) found = found || (param.name == input && param.value.source == Source::status);
    });
    return found;
}

NodePtr parameter_node(const Parameter& parameter, bool status) {
    MapMaker map;
    const bool optional = is_optional_without_default(parameter);
    if (parameter.value && !optional) map.node("defaultValue", constant_node(*parameter.value, parameter.type));
    map.text("description", parameter.description);
    if (parameter.value || status) map.node("isOptional", yaml::make_plain("true"));
    std::vector<NodePtr> choices;
    for (const std::string& choice : parameter.choices) choices.push_back(constant_node(Value{Source::literal, choice}, parameter.type));
    map.node("literals", list_or_null(std::move(choices)));
    return map.node("parameterType", yaml::make_string(status ? "TASK_FINAL_STATUS" : name_of_type(parameter.type))).make();
}

NodePtr artifact_type() {
    return MapMaker().node("schemaTitle", yaml::make_string("system.Artifact")).node("schemaVersion", yaml::make_string("0.0.1")).make();
}

NodePtr input_definitions(const Building& building, const Definition& definition) {
    MapMaker artifacts;
    for (const InputFile& file : definition.files) {
        MapMaker one;
        one.node("artifactType", artifact_type());
        if (file.optional) one.node("isOptional", yaml::make_plain("true"));
        artifacts.node(file.name, one.make());
    }
    return MapMaker().node("artifacts", artifacts.make_or_null()).node("parameters", parameters_node(building, definition.inputs, definition.name)).make_or_null();
}

NodePtr output_definitions(const std::vector<Output>& outputs) {
    MapMaker artifacts, parameters;
    for (const Output& output : outputs) {
        if (output.artifact) {
            MapMaker one;
            one.node("artifactType", artifact_type());
            if (output.type == ValueType::list) one.node("isArtifactList", yaml::make_plain("true"));
            artifacts.node(output.name, one.make());
        } else {
            parameters.node(output.name, MapMaker().node("parameterType", yaml::make_string(name_of_type(output.type))).make());
        }
    }
    return MapMaker().node("artifacts", artifacts.make_or_null()).node("parameters", parameters.make_or_null()).make_or_null();
}

std::vector<Value> selected_outputs(const Value& expression) {
    if (expression.source == Source::output) return {expression};
    std::vector<Value> out;
    if (expression.source == Source::text)
        for (const Reference& tag : references_in(expression.text))
            if (std::optional<Value> value = value_of_tag(tag); value && value->source == Source::output) out.push_back(std::move(*value));
    return out;
}

NodePtr selector_node(const Value& from, const char* key) {
    return MapMaker().node(key, yaml::make_string(from.name)).node("producerSubtask", yaml::make_string(from.task)).make();
}

NodePtr dag_outputs(const std::vector<Output>& outputs) {
    MapMaker artifacts, parameters;
    for (const Output& output : outputs) {
        std::vector<NodePtr> selectors;
        for (const Value& from : selected_outputs(output.expression)) selectors.push_back(selector_node(from, output.artifact ? "outputArtifactKey" : "outputParameterKey"));
        if (selectors.empty()) continue;
        if (output.artifact) artifacts.node(output.name, MapMaker().node("artifactSelectors", yaml::make_sequence(std::move(selectors))).make());
        else if (selectors.size() == 1) parameters.node(output.name, MapMaker().node("valueFromParameter", selectors[0]).make());
        else parameters.node(output.name, MapMaker().node("valueFromOneof", MapMaker().node("parameterSelectors", yaml::make_sequence(std::move(selectors))).make()).make());
    }
    return MapMaker().node("artifacts", artifacts.make_or_null()).node("parameters", parameters.make_or_null()).make_or_null();
}

NodePtr component_node(const Building& building, const Definition& definition) {
    MapMaker map;
    if (definition.kind == DefinitionKind::flow) {
        MapMaker dag;
        dag.node("outputs", dag_outputs(definition.outputs));
        if (definition.body) dag.node("tasks", tasks_node(building, *definition.body, nullptr));
        map.node("dag", dag.make());
    } else if (const auto label = building.layout.labels.find(definition.name); label != building.layout.labels.end()) {
        map.node("executorLabel", yaml::make_string(label->second));
    }
    return map.node("inputDefinitions", input_definitions(building, definition)).node("outputDefinitions", output_definitions(definition.outputs)).make();
}

NodePtr group_node(const Building& building) {
    const ExitGroup& group = building.layout.group;
    MapMaker inputs;
    for (const Parameter& parameter : building.flow.parameters)
        if (const auto channel = group.channels.find(parameter.name); channel != group.channels.end())
            inputs.node(channel->second, MapMaker().node("parameterType", yaml::make_string(name_of_type(parameter.type))).make());
    const NodePtr parameters = inputs.make_or_null();
    MapMaker map;
    map.node("dag", MapMaker().node("tasks", tasks_node(building, building.flow.main, &group.channels)).make());
    return map.node("inputDefinitions", MapMaker().node("parameters", parameters).make_or_null()).make();
}

NodePtr root_tasks(const Building& building) {
    const ExitGroup& group = building.layout.group;
    if (!group) return tasks_node(building, building.flow.main, nullptr);
    MapMaker inputs, tasks;
    for (const Parameter& parameter : building.flow.parameters)
        if (const auto channel = group.channels.find(parameter.name); channel != group.channels.end())
            inputs.node(channel->second, MapMaker().node("componentInputParameter", yaml::make_string(parameter.name)).make());
    MapMaker use;
    use.node("componentRef", component_ref(group.component));
    use.node("inputs", MapMaker().node("parameters", inputs.make_or_null()).make_or_null());
    use.node("taskInfo", MapMaker().node("name", yaml::make_string(group.task)).make());
    tasks.node(group.task, use.make());
    for (const Handler& handler : building.flow.main.handlers) tasks.node(handler.task->name, exit_task_node(building, *handler.task, group.task));
    return tasks.make();
}

NodePtr executor_node(const Definition& definition) {
    if (definition.kind == DefinitionKind::container) return MapMaker().node("container", container_node(definition)).make();
    if (definition.kind != DefinitionKind::other || !definition.detail.starts_with("importer")) return nullptr;
    const std::string uri = definition.detail.size() > 9 ? definition.detail.substr(9) : std::string();
    const std::vector<Reference> tags = references_in(uri);
    MapMaker where;
    if (tags.size() == 1 && tags[0].kind == Reference::Kind::param && tags[0].tag == uri) where.node("runtimeParameter", yaml::make_string(tags[0].name));
    else where.node("constant", yaml::make_string(uri));
    return MapMaker().node("importer", MapMaker().node("artifactUri", where.make()).node("typeSchema", artifact_type()).make()).make();
}

NodePtr executors_node(const Building& building) {
    MapMaker executors;
    std::set<std::string> done;
    for (const DefinitionPtr& definition : building.flow.definitions) {
        const auto label = building.layout.labels.find(definition->name);
        if (definition->kind == DefinitionKind::flow || label == building.layout.labels.end() || !done.insert(label->second).second) continue;
        executors.node(label->second, executor_node(*definition));
    }
    return executors.make();
}

NodePtr platform_node(const Building& building) {
    MapMaker executors, kubernetes, config;
    std::set<std::string> done;
    for (const DefinitionPtr& definition : building.flow.definitions) {
        const auto label = building.layout.labels.find(definition->name);
        if (definition->kind == DefinitionKind::flow || label == building.layout.labels.end() || !done.insert(label->second).second) continue;
        executors.node(label->second, pod_config_node(*definition));
    }
    if (!building.flow.timeout.empty()) config.node("activeDeadlineSeconds", yaml::make_plain(building.flow.timeout));
    if (!executors.empty()) kubernetes.node("deploymentSpec", MapMaker().node("executors", executors.make()).make());
    kubernetes.node("pipelineConfig", config.make_or_null());
    if (kubernetes.empty()) return nullptr;
    return MapMaker().node("platforms", MapMaker().node("kubernetes", kubernetes.make()).make()).make();
}

}  // namespace

MapMaker& MapMaker::node(std::string_view key, NodePtr value) {
    if (value) entries_.push_back({yaml::make_string(std::string(key)), std::move(value)});
    return *this;
}

MapMaker& MapMaker::text(std::string_view key, const std::string& value) { return value.empty() ? *this : node(key, yaml::make_string(value)); }

NodePtr list_or_null(std::vector<NodePtr> items) { return items.empty() ? nullptr : yaml::make_sequence(std::move(items)); }

NodePtr parameters_node(const Building& building, const std::vector<Parameter>& parameters, const std::string& component) {
    MapMaker map;
    for (const Parameter& parameter : parameters)
        map.node(parameter.name, parameter_node(parameter, parameter.type == ValueType::any && !component.empty() && (is_optional_without_default(parameter) || given_status(building.flow, component, parameter.name))));
    return map.make_or_null();
}

std::string free_name(const std::vector<std::string>& taken, const std::string& wanted) {
    std::string name = wanted;
    for (int n = 2; std::find(taken.begin(), taken.end(), name) != taken.end(); ++n) name = wanted + "-" + std::to_string(n);
    return name;
}

std::vector<std::string> parameters_read(const Flow& flow, bool all) {
    std::set<std::string> names;
    const auto add = [&](const std::vector<Reference>& tags) {
        for (const Reference& tag : tags)
            if (tag.kind == Reference::Kind::param && !tag.artifact) names.insert(tag.name);
    };
    for (const TaskPtr& task : flow.main.tasks) {
        for (const Binding& param : task->params) add(references(param.value));
        for (const Handler& hook : task->handlers)
            for (const Binding& param : hook.task->params) add(references(param.value));
        add(references_in(task->when));
        if (task->loop) add(references_in(task->loop->param));
    }
    for (const Handler& handler : all ? flow.main.handlers : std::vector<Handler>{})
        for (const Binding& param : handler.task->params) add(references(param.value));
    if (all) return {names.begin(), names.end()};
    std::vector<std::string> out;
    for (const Parameter& parameter : flow.parameters)
        if (names.count(parameter.name)) out.push_back(parameter.name);
    return out;
}

Layout complete_layout(const Flow& flow, const Layout& layout) {
    Layout out = layout;
    std::vector<std::string> labels, components, root_tasks;
    for (const auto& [component, label] : layout.labels) labels.push_back(label);
    for (const DefinitionPtr& definition : flow.definitions) components.push_back(definition->name);
    for (const DefinitionPtr& definition : flow.definitions) {
        if (definition->kind == DefinitionKind::flow || definition->kind == DefinitionKind::none || out.labels.count(definition->name)) continue;
        const std::string stem = definition->name.starts_with("comp-") ? definition->name.substr(5) : definition->name;
        labels.push_back(out.labels[definition->name] = free_name(labels, "exec-" + stem));
    }
    if (!out.group && !flow.main.handlers.empty()) {
        for (const Handler& handler : flow.main.handlers) root_tasks.push_back(handler.task->name);
        out.group.task = free_name(root_tasks, "exit-handler-1");
        out.group.component = free_name(components, "comp-exit-handler-1");
    }
    if (!out.group) return out;
    std::vector<std::string> channels;
    for (const auto& [parameter, channel] : out.group.channels) channels.push_back(channel);
    for (const std::string& parameter : parameters_read(flow))
        if (!out.group.channels.count(parameter)) channels.push_back(out.group.channels[parameter] = free_name(channels, std::string(channel_prefix) + parameter));
    return out;
}

Trees build(const Flow& flow, const Layout& given) {
    const Layout layout = complete_layout(flow, given);
    const Building building{flow, layout};
    MapMaker components, spec, root, info;
    if (layout.group) components.node(layout.group.component, group_node(building));
    for (const DefinitionPtr& definition : flow.definitions) components.node(definition->name, component_node(building, *definition));
    spec.node("components", components.make_or_null());
    spec.node("deploymentSpec", MapMaker().node("executors", executors_node(building)).make());
    spec.node("pipelineInfo", info.text("description", flow.description).node("name", yaml::make_string(flow.name)).make());
    root.node("dag", MapMaker().node("tasks", root_tasks(building)).make());
    root.node("inputDefinitions", MapMaker().node("parameters", parameters_node(building, flow.parameters, {})).make_or_null());
    spec.node("root", root.make());
    return {spec.make(), platform_node(building)};
}

}  // namespace weft::kfp
