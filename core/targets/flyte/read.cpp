// Registered Flyte messages as JSON: a task or a workflow template. Read only; launch plans and executions hold no tasks and are refused.
#include "core/targets/flyte/flyte.h"
#include "core/targets/thin.h"

namespace weft {
namespace {

using yaml::NodePtr;

struct Found { NodePtr tmpl; std::string kind; };

NodePtr root_of(const yaml::Stream& stream) { return stream.documents.empty() ? nullptr : stream.documents[0].root; }

// The template stands at the top, below "spec", "primary" (compiled closure) or "workflow".
Found find_template(const NodePtr& root) {
    for (const char* path : {"template", "spec/template", "primary/template", "workflow", "task", "closure/compiledWorkflow/primary/template"}) {
        const NodePtr tmpl = yaml::find_path(root, path);
        const std::string kind = yaml::text_at(yaml::find(tmpl, "id"), "resourceType");
        if (kind == "TASK" || kind == "WORKFLOW") return {tmpl, kind};
    }
    return {nullptr, yaml::text_at(yaml::find(root, "id"), "resourceType")};
}

bool recognises(const yaml::Stream& stream) {
    const NodePtr root = root_of(stream);
    if (!root || !root->is_map()) return false;
    const Found found = find_template(root);
    return found.tmpl || found.kind == "LAUNCH_PLAN" || yaml::text_at(yaml::find_path(root, "spec/launchPlan"), "resourceType") == "LAUNCH_PLAN" ||
           yaml::find_path(root, "spec/workflowId");
}

std::string last_part(const std::string& name) { return name.substr(name.rfind('.') + 1); }

// Resources are lists of {name: CPU, value: "500m"} here.
void read_resources(const NodePtr& list, const std::string& path, const char* suffix, std::optional<Scalar>& cpu, std::optional<Scalar>& memory, SourceMap& places) {
    if (!list) return;
    for (const NodePtr& item : list->items) {
        const std::string name = yaml::text_at(item, "name");
        if (name == "CPU") cpu = thin::scalar_at(item, "value"), thin::map_at(places, path + ".cpu" + suffix, item, "value");
        if (name == "MEMORY") memory = thin::scalar_at(item, "value"), thin::map_at(places, path + ".memory" + suffix, item, "value");
    }
}

void read_task(const NodePtr& tmpl, ReadResult& out) {
    Task task;
    task.name = last_part(out.flow.name);
    const std::string path = join_path("tasks", task.name);
    out.places.add(path, tmpl);
    Definition own;
    const NodePtr container = yaml::find(tmpl, "container"), pod = yaml::find_path(tmpl, "k8sPod/podSpec/containers");
    if (container) {
        thin::read_container(container, path, own, out.places);
        const NodePtr resources = yaml::find(container, "resources");
        read_resources(yaml::find(resources, "requests"), path, "", own.environment.cpu, own.environment.memory, out.places);
        read_resources(yaml::find(resources, "limits"), path, "_limit", own.environment.cpu_limit, own.environment.memory_limit, out.places);
    } else if (pod && !pod->items.empty()) {
        thin::read_container(pod->items[0], path, own, out.places);
    } else {
        own.kind = DefinitionKind::other;
        own.detail = yaml::text_at(tmpl, "type");
    }
    own.timeout = yaml::text_at(yaml::find(tmpl, "metadata"), "timeout");
    task.own = std::make_shared<const Definition>(std::move(own));
    out.flow.main.tasks.push_back(std::make_shared<const Task>(std::move(task)));
}

DefinitionPtr node_definition(const NodePtr& node) {
    Definition own;
    own.kind = DefinitionKind::reference;
    for (const char* path : {"taskNode/referenceId", "workflowNode/subWorkflowRef", "workflowNode/launchplanRef"})
        if (const std::string name = yaml::text_at(yaml::find_path(node, path), "name"); !name.empty()) own.detail = name;
    if (yaml::find(node, "branchNode")) own.kind = DefinitionKind::other, own.detail = "branch";
    if (yaml::find(node, "gateNode")) own.kind = DefinitionKind::wait, own.detail = "gate";
    if (yaml::find(node, "arrayNode")) own.kind = DefinitionKind::other, own.detail = "array";
    return std::make_shared<const Definition>(std::move(own));
}

void add_need(Task& task, const std::string& name) {
    if (name.empty() || name == "start-node" || name == task.name) return;
    for (const Need& need : task.needs)
        if (need.task == name) return;
    task.needs.push_back({name, on_succeeded, false});
}

TaskPtr read_node(const NodePtr& node, const std::string& path, SourceMap& places) {
    Task task;
    task.name = yaml::text_at(node, "id");
    thin::map_named(places, path, node, "id");
    task.own = node_definition(node);
    task.note = yaml::text_at(yaml::find(node, "metadata"), "name");
    if (const NodePtr upstream = yaml::find(node, "upstreamNodeIds"))
        for (const NodePtr& name : upstream->items) add_need(task, name->text);
    if (const NodePtr inputs = yaml::find(node, "inputs"))
        for (const NodePtr& input : inputs->items) {
            const NodePtr promise = yaml::find_path(input, "binding/promise");
            add_need(task, yaml::text_at(promise, "nodeId"));
        }
    return std::make_shared<const Task>(std::move(task));
}

void read_workflow(const NodePtr& tmpl, ReadResult& out) {
    const NodePtr nodes = yaml::find(tmpl, "nodes");
    if (nodes) out.places.add("tasks", nodes);
    for (const NodePtr& node : nodes ? nodes->items : std::vector<NodePtr>())
        if (const std::string id = yaml::text_at(node, "id"); id != "start-node" && id != "end-node")
            out.flow.main.tasks.push_back(read_node(node, join_path("tasks", id), out.places));
    if (const NodePtr failure = yaml::find(tmpl, "failureNode"); failure && failure->is_map())
        out.flow.main.handlers.push_back({read_node(failure, join_path("handlers", yaml::text_at(failure, "id")), out.places), Trigger::on_failure, false, {}});
}

Result<ReadResult> read(const yaml::Stream& stream, std::size_t) {
    const NodePtr root = root_of(stream);
    const Found found = find_template(root);
    if (!found.tmpl) return fail(Message{WEFT_TR("core", "a Flyte launch plan or execution holds no tasks: open the workflow that it names")}, {{}, root->line, root->column});
    ReadResult out;
    out.flow.format = "flyte";
    out.flow.name = yaml::text_at(yaml::find(found.tmpl, "id"), "name");
    thin::map_at(out.places, "name", yaml::find(found.tmpl, "id"), "name");
    if (found.kind == "TASK") read_task(found.tmpl, out);
    else read_workflow(found.tmpl, out);
    out.flow = number_tasks(std::move(out.flow));
    return out;
}

std::size_t flow_count(const yaml::Stream&) { return 1; }

}  // namespace

const Format& flyte_format() {
    static const Format format{"flyte", WEFT_TR("core", "Flyte task or workflow"),
                               thin::read_only(WEFT_TR("core", "Flyte files are read only for now; convert to .weft.yaml to edit the drawing")), recognises, read, flow_count,
                               nullptr, nullptr};
    return format;
}

const Target& flyte_target() {
    static const Target target{"flyte", "Flyte", {"1.16"}, {}, nullptr};
    return target;
}

}  // namespace weft
