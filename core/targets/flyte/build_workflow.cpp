// Whole messages: workflow templates, launch plans, requests.
#include <algorithm>
#include <map>
#include <set>

#include "core/io/sha256.h"
#include "core/targets/flyte/build.h"
#include "core/targets/flyte/restore.h"
#include "core/targets/flyte/values.h"
#include "core/yaml/writer.h"

namespace weft::flyte {

using yaml::NodePtr;

namespace {

NodePtr one(const char* key, NodePtr value) { return yaml::make_map({{yaml::make_string(key), std::move(value)}}); }

NodePtr request_node(const NodePtr& id, NodePtr spec) { return MapMaker().node("id", id).node("spec", std::move(spec)).make(); }

bool is_entry(const Flow& flow, const Definition& definition) { return !flow.entrypoint.empty() && definition.name == flow.entrypoint && !definition.body; }

// Sub-workflows by name, each once, in file order; only those that main leads to.
void reach(const Flow& flow, const Body& body, std::set<std::string>& names, int depth) {
    const auto visit = [&](const TaskPtr& task) {
        const Definition* definition = task ? definition_of(flow, *task) : nullptr;
        if (!definition || !definition->body || depth > 60) return;
        if (!task->definition.empty() && !names.insert(task->definition).second) return;
        reach(flow, *definition->body, names, depth + 1);
    };
    for (const TaskPtr& task : body.tasks) visit(task);
    for (const Handler& handler : body.handlers) visit(handler.task);
}

WorkflowParts parts_of(const Definition& definition) { return {definition.name, definition.body.get(), &definition.inputs, &definition.outputs, definition.fail_fast}; }

NodePtr workflow_request(const Flow& flow, const Identity& identity) {
    const Definition* entry = find_definition(flow, flow.entrypoint);
    static const std::vector<Output> none;
    const bool described = entry && is_entry(flow, *entry);
    const WorkflowParts main{flow.name, &flow.main, &flow.parameters, described ? &entry->outputs : &none, described ? entry->fail_fast : false};
    std::set<std::string> names;
    reach(flow, flow.main, names, 0);
    std::vector<NodePtr> subs;
    for (const DefinitionPtr& definition : flow.definitions)
        if (definition->body && names.count(definition->name)) subs.push_back(workflow_template_node(flow, identity, parts_of(*definition)));
    MapMaker spec;
    spec.node("template", workflow_template_node(flow, identity, main)).node("subWorkflows", list_or_null(std::move(subs)));
    if (!flow.description.empty()) spec.node("description", MapMaker().text("shortDescription", flow.description).make());
    return request_node(id_node(identity, "WORKFLOW", flow.name), spec.make());
}

// A file of one task, of one launch plan or of one execution says no workflow.
const Task* lone(const Flow& flow) {
    const bool single = flow.entrypoint.empty() && flow.main.tasks.size() == 1 && flow.main.handlers.empty() && flow.definitions.empty();
    const Task* task = single ? flow.main.tasks.front().get() : nullptr;
    return task && task->own && (flow.format == "flyte" || task->own->kind == DefinitionKind::reference) ? task : nullptr;
}

NodePtr lone_message(const Flow& flow, const Identity& identity, const Task& task) {
    const std::string& detail = task.own->detail;
    if (task.own->kind != DefinitionKind::reference) {
        const NodePtr id = id_node(identity, "TASK", flow.name);
        MapMaker spec;
        spec.node("template", task_template_node(*task.own, id));
        if (!flow.description.empty()) spec.node("description", MapMaker().text("shortDescription", flow.description).make());
        return request_node(id, spec.make());
    }
    if (detail.starts_with("workflow ")) return launch_plan_node(flow, identity);
    const bool of_task = detail.starts_with("task ");
    MapMaker spec;
    spec.node("launchPlan", id_node(identity, of_task ? "TASK" : "LAUNCH_PLAN", task.name)).node("metadata", MapMaker().text("mode", "MANUAL").make());
    return MapMaker().text("project", identity.project).text("domain", identity.domain).node("spec", spec.make()).node("inputs", one("literals", yaml::make_map({}))).make();
}

bool wants_plan(const Flow& flow) {
    const bool defaults = std::any_of(flow.parameters.begin(), flow.parameters.end(), [](const Parameter& p) { return p.value.has_value(); });
    return defaults || flow.schedule || flow.parallelism || !flow.environment.env.empty() || flow.environment.service_account;
}

}  // namespace

std::vector<NodePtr> output_nodes(const std::vector<Output>& outputs) {
    std::vector<NodePtr> items;
    for (const Output& output : outputs) {
        NodePtr data = binding_data_node(output.expression, output.type, {});
        if (data) items.push_back(MapMaker().node("var", string_node(output.name)).node("binding", std::move(data)).make());
    }
    return items;
}

NodePtr workflow_template_node(const Flow& flow, const Identity& identity, const WorkflowParts& parts) {
    const Weaving weaving{flow, identity, parts.body, parts.inputs};
    std::vector<NodePtr> nodes;
    for (const TaskPtr& task : parts.body->tasks) nodes.push_back(workflow_node(weaving, *task, {}));
    std::vector<Output> outputs = *parts.outputs;
    for (Output& output : outputs)
        if (output.type == ValueType::any) output.type = type_of_value(weaving, output.expression);
    MapMaker map;
    map.node("id", id_node(identity, "WORKFLOW", parts.name));
    map.node("metadata", MapMaker().text("onFailure", parts.fail_fast ? "FAIL_IMMEDIATELY" : "FAIL_AFTER_EXECUTABLE_NODES_COMPLETE").make());
    map.node("interface", MapMaker().node("inputs", variables_node(*parts.inputs)).node("outputs", variables_node(outputs)).make());
    map.node("nodes", yaml::make_sequence(std::move(nodes))).node("outputs", list_or_null(output_nodes(outputs)));
    if (!parts.body->handlers.empty()) map.node("failureNode", workflow_node(weaving, *parts.body->handlers.front().task, {}));
    return map.node("metadataDefaults", yaml::make_map({})).make();
}

NodePtr schedule_node(const Schedule& schedule) {
    const std::string& text = schedule.crons.empty() ? std::string() : schedule.crons.front();
    const std::string head = "@every ";
    if (text.starts_with(head) && text.size() > head.size() + 1) {
        const std::string number = text.substr(head.size(), text.size() - head.size() - 1);
        const char unit = text.back();
        if (number.find_first_not_of("0123456789") == std::string::npos && std::string_view("mhd").find(unit) != std::string_view::npos)
            return one("rate", MapMaker().node("value", yaml::make_plain(number)).text("unit", unit == 'd' ? "DAY" : unit == 'h' ? "HOUR" : "MINUTE").make());
    }
    return one("cronSchedule", one("schedule", string_node((schedule.timezone.empty() ? std::string() : "CRON_TZ=" + schedule.timezone + " ") + text)));
}

NodePtr default_inputs_node(const std::vector<Parameter>& parameters) {
    MapMaker map;
    for (const Parameter& parameter : parameters) {
        MapMaker one_input;
        one_input.node("var", MapMaker().node("type", type_node(parameter.type, parameter.choices)).text("description", parameter.description).make());
        if (parameter.value) one_input.node("default", literal_node(parameter.value->text, parameter.value->plain, parameter.type));
        else one_input.node("required", yaml::make_plain("true"));
        map.node(parameter.name.c_str(), one_input.make());
    }
    return map.empty() ? nullptr : one("parameters", map.make());
}

NodePtr launch_plan_node(const Flow& flow, const Identity& identity) {
    const Task* task = lone(flow);
    if (!task && !wants_plan(flow)) return nullptr;
    MapMaker spec;
    spec.node("workflowId", id_node(identity, "WORKFLOW", task ? task->name : flow.name));
    spec.node("entityMetadata", flow.schedule ? one("schedule", schedule_node(*flow.schedule)) : yaml::make_map({}));
    spec.node("defaultInputs", default_inputs_node(flow.parameters)).node("fixedInputs", yaml::make_map({}));
    const Environment& e = flow.environment;
    if (e.service_account) spec.node("securityContext", one("runAs", one("k8sServiceAccount", string_node(*e.service_account))));
    if (flow.parallelism) spec.node("maxParallelism", yaml::make_plain(std::to_string(*flow.parallelism)));
    if (NodePtr env = container_env_node(e.env)) spec.node("envs", one("values", std::move(env)));
    if (flow.schedule && flow.schedule->concurrency == "Forbid")
        spec.node("concurrencyPolicy", MapMaker().node("max", yaml::make_plain("1")).text("behavior", "CONCURRENCY_LIMIT_BEHAVIOR_SKIP").make());
    return request_node(id_node(identity, "LAUNCH_PLAN", flow.name), spec.make());
}

namespace {

std::vector<NodePtr> fresh_messages(const Flow& flow, const Identity& identity) {
    if (const Task* task = lone(flow)) return {lone_message(flow, identity, *task)};
    std::vector<NodePtr> out;
    for (const DefinitionPtr& definition : flow.definitions) {
        if (definition->body || is_entry(flow, *definition)) continue;
        const NodePtr id = id_node(identity, "TASK", definition->name);
        out.push_back(request_node(id, MapMaker().node("template", task_template_node(*definition, id)).make()));
    }
    out.push_back(workflow_request(flow, identity));
    if (NodePtr plan = launch_plan_node(flow, identity)) out.push_back(std::move(plan));
    return out;
}

}  // namespace

std::vector<NodePtr> messages_of(const Flow& flow, const Identity& identity) {
    std::vector<NodePtr> out = fresh_messages(flow, identity);
    const yaml::Stream origin = origin_of(flow);
    if (origin.documents.empty()) return out;
    const Unit unit = find_unit(origin);
    for (NodePtr& message : out) message = restored(message, flow, origin, unit);
    return out;
}

Identity hashed_identity(const Flow& flow) {
    Identity identity;
    identity.version.clear();
    std::string all;
    for (const NodePtr& message : messages_of(flow, identity)) all += yaml::write_json(message, 0);
    identity.version = "v-" + io::sha256(all).substr(0, 12);
    return identity;
}

}  // namespace weft::flyte
