#include "core/targets/flyte/restore.h"

#include <memory>

#include "core/targets/flyte/reading.h"
#include "core/targets/flyte/restore_parts.h"
#include "core/targets/flyte/values.h"
#include "core/yaml/emit.h"

namespace weft::flyte {
namespace {

using yaml::NodePtr;
using Kind = Entry::Kind;

NodePtr field(const NodePtr& map, std::string_view key) { return map && map->is_map() ? yaml::find(map, key) : nullptr; }

NodePtr restored_task(const NodePtr& built, const Entry& entry, const Unit& unit, const Definition& definition) {
    if (says_the_same(unit, entry.name, definition)) return yaml::with_entry(without_places(entry.body.node), "id", field(built, "id"));
    NodePtr out = yaml::with_entry(built, "interface", restored_interface(field(built, "interface"), entry.body.at("interface")));
    const bool same_form = entry.body.has("container") == (field(built, "container") != nullptr);
    const auto inner = [&](const char* key, std::initializer_list<std::string_view> drawn) {
        if (const Place file = entry.body.at(key); file && field(out, key)) out = yaml::with_entry(out, key, merged(field(out, key), file, drawn));
    };
    inner("metadata", {"timeout", "retries"});
    inner("container", {"image", "command", "args", "resources", "env", "dataConfig"});
    if (!same_form) return out;
    return merged(out, entry.body, {"id", "metadata", "interface", "container", "k8sPod", "securityContext", "extendedResources"});
}

NodePtr restored_workflow(const NodePtr& built, const Place& file) {
    if (!file) return built;
    Nodes nodes;
    for (const Place& node : file.at("nodes").items()) collect_nodes(node, nodes);
    collect_nodes(file.at("failureNode"), nodes);
    NodePtr out = yaml::with_entry(built, "interface", restored_interface(field(built, "interface"), file.at("interface")));
    if (const NodePtr metadata = field(out, "metadata")) out = yaml::with_entry(out, "metadata", merged(metadata, file.at("metadata"), {"onFailure"}));
    if (const NodePtr list = field(out, "nodes")) {
        std::vector<NodePtr> items;
        for (const NodePtr& node : list->items) items.push_back(restored_node(node, nodes));
        out = yaml::with_entry(out, "nodes", yaml::make_sequence(std::move(items)));
    }
    if (const NodePtr failure = field(out, "failureNode")) out = yaml::with_entry(out, "failureNode", restored_node(failure, nodes));
    if (const NodePtr outputs = field(out, "outputs")) out = yaml::with_entry(out, "outputs", restored_bindings(outputs, file.at("outputs")));
    return merged(out, file, {"id", "metadata", "interface", "nodes", "outputs", "failureNode"});
}

NodePtr restored_default(const NodePtr& built, const Place& file) {
    if (!file) return built;
    NodePtr out = built;
    if (const NodePtr var = field(out, "var")) out = yaml::with_entry(out, "var", restored_variable(var, file.at("var")));
    if (const NodePtr value = field(out, "default"); value && file.has("default") && data_key({value, {}, 0}) == data_key(file.at("default")))
        out = yaml::with_entry(out, "default", without_places(file.at("default").node));
    return out;
}

NodePtr restored_plan(const NodePtr& spec, const Place& file) {
    if (!file) return spec;
    NodePtr out = spec;
    if (const NodePtr defaults = field(field(out, "defaultInputs"), "parameters")) {
        NodePtr made = defaults;
        for (const yaml::Entry& one : defaults->entries) made = yaml::with_entry(made, one.key->text, restored_default(one.value, file.below("defaultInputs/parameters").at(one.key->text)));
        out = yaml::with_entry(out, "defaultInputs", yaml::with_entry(field(out, "defaultInputs"), "parameters", made));
    }
    if (const NodePtr metadata = field(out, "entityMetadata")) out = yaml::with_entry(out, "entityMetadata", merged(metadata, file.at("entityMetadata"), {"schedule"}));
    return merged(out, file, {"workflowId", "entityMetadata", "defaultInputs", "maxParallelism", "envs", "concurrencyPolicy", "securityContext", "authRole", "auth"});
}

NodePtr restored_execution(const NodePtr& message, const yaml::Stream& origin) {
    for (const yaml::Document& document : origin.documents) {
        const Place root{document.root, {}, 0};
        if (message_of(root) != "ExecutionCreateRequest") continue;
        const NodePtr out = merged(message, root, {"project", "domain", "spec"});
        return yaml::with_entry(out, "spec", merged(field(out, "spec"), root.at("spec"), {"launchPlan"}));
    }
    return message;
}

const Definition* definition_named(const Flow& flow, const std::string& name) {
    if (const Definition* shared = find_definition(flow, name)) return shared;
    const bool lone = flow.entrypoint.empty() && flow.main.tasks.size() == 1 && flow.name == name;
    return lone ? flow.main.tasks.front()->own.get() : nullptr;
}

}  // namespace

yaml::Stream origin_of(const Flow& flow) {
    yaml::Stream out;
    if (flow.format != "flyte" || !flow.origin) return out;
    for (const NodePtr& root : flow.origin->items) out.documents.push_back({root, {}});
    return out;
}

std::shared_ptr<const yaml::Node> origin_node(const yaml::Stream& stream) {
    std::vector<NodePtr> roots;
    for (const yaml::Document& document : stream.documents)
        if (document.root) roots.push_back(document.root);
    return yaml::make_sequence(std::move(roots));
}

bool says_the_same(const Unit& origin, const std::string& name, const Definition& definition) {
    const Entry* entry = origin.find(Kind::task, name);
    if (!entry) return false;
    Reading reading{origin, entry, {}};
    Definition read = read_task_template(reading, *entry, {});
    read.name = definition.name;
    return read == definition;
}

NodePtr restored(const NodePtr& message, const Flow& flow, const yaml::Stream& origin, const Unit& unit) {
    const NodePtr spec = field(message, "spec"), id = field(message, "id");
    if (!id) return restored_execution(message, origin);
    const std::string type = yaml::text_at(id, "resourceType"), name = yaml::text_at(id, "name");
    if (type == "TASK") {
        const Entry* entry = unit.find(Kind::task, name);
        const Definition* definition = definition_named(flow, name);
        if (!entry || !definition) return message;
        return yaml::with_entry(message, "spec", yaml::with_entry(spec, "template", restored_task(field(spec, "template"), *entry, unit, *definition)));
    }
    if (type == "LAUNCH_PLAN") {
        const Entry* plan = unit.plan_of(yaml::text_at(field(spec, "workflowId"), "name"));
        return plan ? yaml::with_entry(message, "spec", restored_plan(spec, plan->body)) : message;
    }
    const auto of = [&](const NodePtr& tmpl) {
        const Entry* entry = unit.find(Kind::workflow, yaml::text_at(field(tmpl, "id"), "name"));
        return entry ? restored_workflow(tmpl, entry->body) : tmpl;
    };
    NodePtr out = yaml::with_entry(spec, "template", of(field(spec, "template")));
    if (const NodePtr subs = field(out, "subWorkflows")) {
        std::vector<NodePtr> items;
        for (const NodePtr& sub : subs->items) items.push_back(of(sub));
        out = yaml::with_entry(out, "subWorkflows", yaml::make_sequence(std::move(items)));
    }
    return yaml::with_entry(message, "spec", out);
}

}  // namespace weft::flyte
