// Task, workflow, launch plan and execution messages as a Flow. Total: whatever the file holds, something is drawn.
#include "core/targets/flyte/reading.h"

#include <algorithm>
#include <cstdlib>

#include "core/model/edit.h"
#include "core/targets/flyte/messages.h"
#include "core/targets/flyte/restore.h"

namespace weft::flyte {
namespace {

using Kind = Entry::Kind;

void map_names(Reading& reading, const std::string& path) {
    if (!reading.entry->ids.empty()) reading.map(path, reading.entry->ids.front().at("name"));
}

void read_head(Reading& reading) {
    Flow& flow = reading.out.flow;
    flow.format = "flyte";
    flow.name = reading.entry->name;
    map_names(reading, "name");
    const Place text = reading.entry->description.at("shortDescription");
    flow.description = text.text();
    reading.map("description", text);
    reading.keep(reading.entry->description, "description", "DescriptionEntity", {"shortDescription"});
}

void read_definitions(Reading& reading) {
    std::set<std::string> names;
    for (const Entry& entry : reading.unit.entries) {
        if (entry.kind != Kind::task && entry.kind != Kind::workflow) continue;
        const bool copy = entry.kind == reading.entry->kind && entry.name == reading.entry->name;   // another message brings the flow itself along
        if (copy || !names.insert(entry.name).second) continue;
        const std::string path = join_path("definitions", entry.name);
        reading.map(path, entry.body);
        if (!entry.ids.empty()) reading.map(path + ".name", entry.ids.front().at("name"));
        Definition made;
        if (entry.kind == Kind::task) {
            made = read_task_template(reading, entry, path);
            map_task_template(reading, entry, path);
        } else {
            made.kind = DefinitionKind::flow;
            read_interface(entry.body.at("interface"), made.inputs, made.outputs);
            made.outputs = read_outputs(reading, entry.body, path);
            made.fail_fast = entry.body.below("metadata/onFailure").text() != "FAIL_AFTER_EXECUTABLE_NODES_COMPLETE";
            made.body = std::make_shared<const Body>(read_nodes(reading, entry.body, path + "."));
            reading.keep(entry.body, path, "WorkflowTemplate", {"id", "metadata", "interface", "nodes", "outputs", "failureNode", "metadataDefaults"});
        }
        made.name = entry.name;
        reading.out.flow.definitions.push_back(std::make_shared<const Definition>(std::move(made)));
    }
}

// The workflow's outputs and what it does at a failure stand in a definition of its name; its body is main.
void read_entry_definition(Reading& reading) {
    Flow& flow = reading.out.flow;
    if (find_definition(flow, flow.name)) return;
    const std::string path = join_path("definitions", flow.name);
    Definition made;
    made.kind = DefinitionKind::flow;
    made.name = flow.name;
    made.outputs = read_outputs(reading, reading.entry->body, path);
    made.fail_fast = reading.entry->body.below("metadata/onFailure").text() != "FAIL_AFTER_EXECUTABLE_NODES_COMPLETE";
    reading.map(path, reading.entry->body);
    map_names(reading, path + ".name");
    flow.entrypoint = flow.name;
    flow.definitions.push_back(std::make_shared<const Definition>(std::move(made)));
}

void read_workflow(Reading& reading) {
    Flow& flow = reading.out.flow;
    const Place& tmpl = reading.entry->body;
    std::vector<Output> unused;
    read_interface(tmpl.at("interface"), flow.parameters, unused);
    for (const auto& [name, variable] : tmpl.below("interface/inputs/variables").entries()) reading.map(join_path("parameters", name), variable);
    reading.map("parameters", tmpl.below("interface/inputs/variables"));
    if (const Entry* plan = reading.unit.plan_of(reading.entry->name)) read_plan(reading, *plan);
    flow.main = read_nodes(reading, tmpl, "");
    read_definitions(reading);
    read_entry_definition(reading);
    reading.keep(tmpl.at("metadata"), "metadata", "WorkflowMetadata", {"onFailure"});
    reading.keep(tmpl.at("metadataDefaults"), "metadataDefaults", "WorkflowMetadataDefaults", {});
}

Task lone_task(Reading& reading, const std::string& name, const Place& place, const Place& name_place) {
    Task task;
    task.name = name;
    const std::string path = join_path("tasks", name);
    reading.map(path, place);
    reading.map(path + ".name", name_place);
    return task;
}

void read_lone_task(Reading& reading) {
    const Entry& entry = *reading.entry;
    Task task = lone_task(reading, entry.name, entry.body, entry.ids.empty() ? Place() : entry.ids.front().at("name"));
    const std::string path = join_path("tasks", entry.name);
    task.own = std::make_shared<const Definition>(read_task_template(reading, entry, path));
    map_task_template(reading, entry, path);
    reading.out.flow.main.tasks.push_back(std::make_shared<const Task>(std::move(task)));
}

TaskPtr reference_task(Reading& reading, const Place& id, const char* kind) {
    Task task = lone_task(reading, id.text_at("name"), id, id.at("name"));
    Definition own;
    own.kind = DefinitionKind::reference;
    own.detail = std::string(kind) + task.name;
    own.unsupported = {own.detail};
    task.own = std::make_shared<const Definition>(std::move(own));
    for (const Parameter& parameter : reading.out.flow.parameters) task.params.push_back({parameter.name, Value{Source::param, {}, {}, parameter.name}});
    return std::make_shared<const Task>(std::move(task));
}

// A launch plan or an execution alone: the one task is what it starts.
void read_plan_alone(Reading& reading) {
    read_plan(reading, *reading.entry);
    reading.out.flow.main.tasks.push_back(reference_task(reading, reading.entry->body.at("workflowId"), "workflow "));
}

void read_execution(Reading& reading) {
    Flow& flow = reading.out.flow;
    const Place& root = reading.entry->body;
    const Place id = root.at("launchPlan");
    flow.name = id.text_at("name");
    const bool task = id.text_at("resourceType") == "TASK";
    reading.out.flow.main.tasks.push_back(reference_task(reading, id, task ? "task " : "launch plan "));
    reading.keep(root, "spec", "ExecutionSpec", {"launchPlan"});
}

void check(Reading& reading, const yaml::Stream& stream) {
    for (std::size_t i = 0; i < stream.documents.size(); ++i) {
        const Place root{stream.documents[i].root, {}, i};
        const std::vector<Place> roots = root.is_sequence() ? root.items() : std::vector<Place>{root};
        for (const Place& one : roots)
            if (const std::string message = message_of(one); !message.empty()) check_message(one.node, message, reading.out.issues);
    }
}

}  // namespace

void Reading::map(const std::string& path, const Place& place) {
    if (!place || out.places.find(path)) return;
    out.places.add(path, place.node, place.addressable() ? place.path : std::string(), place.document);
}

void Reading::issue(const char* rule, Message what, const Place& at) {
    if (at) out.issues.push_back({rule, std::move(what), at.node->span, at.node->line, at.node->column});
}

void Reading::keep(const Place& map, const std::string& where, std::string_view message, std::initializer_list<std::string_view> drawn) {
    for (const auto& [key, value] : map.entries()) {
        const Field* field = find_field(message, key);
        const bool empty = value && !value.is_scalar() && value.node->entries.empty() && value.node->items.empty();
        if (!field || !value || empty || std::find(drawn.begin(), drawn.end(), field->name) != drawn.end()) continue;
        std::string name = where + '.' + std::string(field->name);
        if (std::find(out.kept.begin(), out.kept.end(), name) == out.kept.end()) out.kept.push_back(std::move(name));
    }
}

std::size_t flow_count(const yaml::Stream& stream) { return find_unit(stream).flows.size(); }

Result<ReadResult> read(const yaml::Stream& stream, std::size_t flow_index) {
    const Unit unit = find_unit(stream);
    if (flow_index >= unit.flows.size()) return fail(Message{WEFT_TR("core", "no task, workflow, launch plan or execution of Flyte stands in this file")});
    Reading reading{unit, &unit.entries[unit.flows[flow_index]], {}};
    read_head(reading);
    switch (reading.entry->kind) {
        case Kind::workflow: read_workflow(reading); break;
        case Kind::task: read_lone_task(reading); break;
        case Kind::plan: read_plan_alone(reading); break;
        case Kind::execution: read_execution(reading); break;
    }
    check(reading, stream);
    reading.out.flow.origin = origin_node(stream);
    if (reading.entry->compiled)
        reading.out.notice = {WEFT_TR("core", "made by Flyte's compiler when %1 was registered: the next registration makes it anew"), {reading.out.flow.name}};
    reading.out.flow = number_tasks(std::move(reading.out.flow));
    return std::move(reading.out);
}

}  // namespace weft::flyte
