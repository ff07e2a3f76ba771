#include "core/targets/flyte/unit.h"

#include <algorithm>

namespace weft::flyte {
namespace {

using Kind = Entry::Kind;

std::string type_at(const Place& map, std::string_view id = "id") {
    const std::string type = map.at(id).text_at("resourceType");
    return type == "1" ? "TASK" : type == "2" ? "WORKFLOW" : type == "3" ? "LAUNCH_PLAN" : type;
}

// A template without the type in its id is known by what only it has.
bool is_workflow_template(const Place& map) { return map.is_map() && (type_at(map) == "WORKFLOW" || (type_at(map).empty() && map.has("nodes") && map.has("id"))); }
bool is_task_template(const Place& map) {
    if (!map.is_map() || map.has("spec") || map.has("closure")) return false;
    return type_at(map) == "TASK" || (type_at(map).empty() && map.has("id") && map.has("interface") && (map.has("container") || map.has("k8sPod") || map.has("sql")));
}

struct Finder {
    Unit& unit;

    void add(Kind kind, Place body, std::vector<Place> ids, Place description = {}, bool below = false, Place connections = {}, bool compiled = false) {
        std::erase_if(ids, [](const Place& id) { return !id.is_map(); });
        Entry entry{kind, std::move(body), std::move(ids), std::move(description), std::move(connections), {}, below, compiled};
        for (const Place& id : entry.ids)
            if (entry.name.empty()) entry.name = id.text_at("name");
        unit.entries.push_back(std::move(entry));
    }

    void spec(const Place& spec, const Place& id) {
        const Place tmpl = spec.at("template");
        const Kind kind = type_at(tmpl) == "WORKFLOW" || spec.has("subWorkflows") || tmpl.has("nodes") ? Kind::workflow : Kind::task;
        add(kind, tmpl, {id, tmpl.at("id")}, spec.at("description"));
        for (const Place& sub : spec.at("subWorkflows").items()) add(Kind::workflow, sub, {sub.at("id")}, {}, true);
    }

    void closure(const Place& closure) {
        const auto compiled = [&](const Place& workflow, bool below) {
            const Place tmpl = workflow.at("template");
            add(Kind::workflow, tmpl, {tmpl.at("id")}, {}, below, workflow.at("connections"), true);
        };
        compiled(closure.at("primary"), false);
        for (const Place& sub : closure.at("subWorkflows").items()) compiled(sub, true);
        for (const Place& task : closure.at("tasks").items()) add(Kind::task, task.at("template"), {task.below("template/id")}, {}, false, {}, true);
        if (!unit.tasks) unit.tasks = closure.at("tasks"), unit.wrapped = true;
    }

    void compiler_input(const Place& root) {
        const Place workflow = root.at("workflow");
        add(Kind::workflow, workflow, {workflow.at("id")});
        for (const Place& sub : root.at("subWorkflows").items()) add(Kind::workflow, sub, {sub.at("id")}, {}, true);
        for (const Place& task : root.at("tasks").items()) add(Kind::task, task, {task.at("id")});
        if (!unit.tasks) unit.tasks = root.at("tasks");
    }

    void message(const Place& root) {
        const std::string kind = message_of(root);
        if (kind == "CompiledWorkflowClosure") closure(root);
        else if (kind == "CompilerInput") compiler_input(root);
        else if (kind == "TaskTemplate") add(Kind::task, root, {root.at("id")});
        else if (kind == "WorkflowTemplate") add(Kind::workflow, root, {root.at("id")});
        else if (kind == "TaskSpec" || kind == "WorkflowSpec") spec(root, {});
        else if (kind == "TaskCreateRequest" || kind == "WorkflowCreateRequest") spec(root.at("spec"), root.at("id"));
        else if (kind == "Workflow") closure(root.below("closure/compiledWorkflow"));
        else if (kind == "Task") add(Kind::task, root.below("closure/compiledTask/template"), {root.at("id"), root.below("closure/compiledTask/template/id")}, {}, false, {}, true);
        else if (kind == "LaunchPlan" || kind == "LaunchPlanCreateRequest") add(Kind::plan, root.at("spec"), {root.at("id")});
        else if (kind == "ExecutionCreateRequest") add(Kind::execution, root.at("spec"), {});
    }
};

void choose_flows(Unit& unit) {
    for (const Kind kind : {Kind::workflow, Kind::task, Kind::plan, Kind::execution}) {
        for (std::size_t i = 0; i < unit.entries.size(); ++i)
            if (unit.entries[i].kind == kind && !unit.entries[i].below) unit.flows.push_back(i);
        if (!unit.flows.empty()) return;
    }
}

std::vector<Place> roots_of(const yaml::Stream& stream) {
    std::vector<Place> out;
    for (std::size_t i = 0; i < stream.documents.size(); ++i) {
        const Place root{stream.documents[i].root, {}, i};
        if (root.is_sequence())
            for (const Place& item : root.items()) out.push_back(item);
        else out.push_back(root);
    }
    return out;
}

}  // namespace

std::string message_of(const Place& root) {
    if (!root.is_map()) return {};
    if (root.below("primary/template").is_map()) return "CompiledWorkflowClosure";
    if (is_workflow_template(root.at("workflow"))) return "CompilerInput";
    if (root.below("closure/compiledWorkflow").is_map()) return "Workflow";
    if (root.below("closure/compiledTask").is_map()) return "Task";
    const auto spec_of = [](const Place& spec) -> std::string {
        if (is_workflow_template(spec.at("template"))) return "Workflow";
        return is_task_template(spec.at("template")) ? "Task" : "";
    };
    if (const std::string kind = spec_of(root); !kind.empty()) return kind + "Spec";
    if (const std::string kind = spec_of(root.at("spec")); !kind.empty()) return kind + "CreateRequest";
    if (type_at(root) == "LAUNCH_PLAN" || root.below("spec/workflowId").is_map()) return root.has("closure") ? "LaunchPlan" : "LaunchPlanCreateRequest";
    if (root.has("project") && type_at(root.at("spec"), "launchPlan") != "" && root.at("spec").has("launchPlan")) return "ExecutionCreateRequest";
    if (type_at(root) == "WORKFLOW" && (root.has("nodes") || root.has("interface"))) return "WorkflowTemplate";
    if (is_task_template(root)) return "TaskTemplate";
    return {};
}

bool recognises(const yaml::Stream& stream) {
    const std::vector<Place> roots = roots_of(stream);
    return std::any_of(roots.begin(), roots.end(), [](const Place& root) { return !message_of(root).empty(); });
}

Unit find_unit(const yaml::Stream& stream) {
    Unit unit;
    Finder finder{unit};
    for (const Place& root : roots_of(stream)) finder.message(root);
    if (!unit.tasks && !stream.documents.empty() && stream.documents[0].root && stream.documents[0].root->is_sequence()) {
        unit.tasks = {stream.documents[0].root, {}, 0};
        unit.requests = true;
    }
    choose_flows(unit);
    return unit;
}

const Entry* Unit::find(Kind kind, const std::string& name) const {
    for (const Entry& entry : entries)
        if (entry.kind == kind && entry.name == name) return &entry;
    return nullptr;
}

std::vector<const Entry*> Unit::all(Kind kind, const std::string& name) const {
    std::vector<const Entry*> out;
    for (const Entry& entry : entries)
        if (entry.kind == kind && entry.name == name) out.push_back(&entry);
    return out;
}

const Entry* Unit::plan_of(const std::string& workflow) const {
    for (const Entry& entry : entries)
        if (entry.kind == Kind::plan && entry.body.at("workflowId").text_at("name") == workflow) return &entry;
    return nullptr;
}

}  // namespace weft::flyte
