// Definition JSON of DolphinScheduler 3.2 and 3.3 (export files and DagData): read only.
#include <unordered_map>

#include "core/targets/dolphinscheduler/dolphinscheduler.h"
#include "core/targets/thin.h"
#include "core/yaml/reader.h"

namespace weft {
namespace {

using yaml::NodePtr;

std::vector<NodePtr> definitions(const yaml::Stream& stream) {
    std::vector<NodePtr> out;
    const auto add = [&](const NodePtr& node) {
        if (yaml::find(node, "taskDefinitionList") && (yaml::find(node, "processDefinition") || yaml::find(node, "workflowDefinition"))) out.push_back(node);
    };
    for (const yaml::Document& document : stream.documents) {
        add(document.root);
        if (document.root && document.root->is_sequence())
            for (const NodePtr& item : document.root->items) add(item);
    }
    return out;
}

bool recognises(const yaml::Stream& stream) { return !definitions(stream).empty(); }
std::size_t flow_count(const yaml::Stream& stream) { return definitions(stream).size(); }

// command and args are JSON arrays written as text.
std::vector<Scalar> words_in(const std::string& text) {
    const Result<yaml::Stream> inner = text.empty() ? Result<yaml::Stream>(yaml::Stream{}) : yaml::read(text);
    return inner && !inner->documents.empty() ? thin::words(inner->documents[0].root) : std::vector<Scalar>();
}

DefinitionPtr read_definition(const NodePtr& task, const std::string& path, SourceMap& places) {
    const std::string type = yaml::text_at(task, "taskType");
    const NodePtr params = yaml::find(task, "taskParams");
    Definition own;
    own.detail = type;
    if (type == "K8S") {
        own.kind = DefinitionKind::container;
        own.environment.image = yaml::text_at(params, "image");
        own.command = words_in(yaml::text_at(params, "command"));
        own.args = words_in(yaml::text_at(params, "args"));
        own.environment.cpu = thin::scalar_at(params, "minCpuCores");
        if (const std::string memory = yaml::text_at(params, "minMemorySpace"); !memory.empty()) own.environment.memory = Scalar{memory + "Mi", false};
        thin::map_at(places, path + ".image", params, "image");
        thin::map_at(places, path + ".cpu", params, "minCpuCores");
        thin::map_at(places, path + ".memory", params, "minMemorySpace");
        thin::map_at(places, path + ".command", params, "command");
    } else if (type == "SHELL" || type == "PYTHON") {
        own.kind = DefinitionKind::other;  // runs on a worker of DolphinScheduler: no pod, no image
        own.source = yaml::text_at(params, "rawScript");
        thin::map_at(places, path + ".script", params, "rawScript");
    } else {
        own.kind = type == "HTTP" ? DefinitionKind::http : type == "SUB_PROCESS" || type == "SUB_WORKFLOW" ? DefinitionKind::reference : DefinitionKind::other;
    }
    return std::make_shared<const Definition>(std::move(own));
}

// The server hands every parameter of a workflow to its Kubernetes tasks as environment variables, among them the outputs of dynamic tasks, which it calls
// dynamic.out(name); in either order, because a rerun carries them backwards (DolphinScheduler #16509).
void add_leaks(std::vector<Task>& tasks, const std::vector<NodePtr>& nodes, SourceMap& places) {
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        if (tasks[i].own->detail != "K8S") continue;
        for (std::size_t j = 0; j < tasks.size(); ++j) {
            if (tasks[j].own->detail != "DYNAMIC") continue;
            const std::string name = "dynamic.out(" + tasks[j].name + ")";
            tasks[i].environment.env.push_back({name, {}});
            thin::map_at(places, join_path(join_path("tasks", tasks[i].name) + ".env", name), nodes[i], "name");
        }
    }
}

Result<ReadResult> read(const yaml::Stream& stream, std::size_t flow_index) {
    const std::vector<NodePtr> all = definitions(stream);
    if (flow_index >= all.size()) return fail(Message{WEFT_TR("core", "no workflow definition of DolphinScheduler stands in this file")});
    const NodePtr root = all[flow_index];
    ReadResult out;
    out.flow.format = "dolphinscheduler";
    const NodePtr head = yaml::find(root, "processDefinition") ? yaml::find(root, "processDefinition") : yaml::find(root, "workflowDefinition");
    out.flow.name = yaml::text_at(head, "name");
    thin::map_at(out.places, "name", head, "name");

    std::vector<Task> tasks;
    std::vector<NodePtr> nodes = yaml::find(root, "taskDefinitionList")->items;
    std::unordered_map<std::string, std::size_t> by_code;
    for (const NodePtr& node : nodes) {
        Task task;
        task.name = yaml::text_at(node, "name");
        const std::string path = join_path("tasks", task.name);
        thin::map_named(out.places, path, node);
        task.own = read_definition(node, path, out.places);
        by_code.emplace(yaml::text_at(node, "code"), tasks.size());
        tasks.push_back(std::move(task));
    }
    const NodePtr relations = yaml::find(root, "processTaskRelationList") ? yaml::find(root, "processTaskRelationList") : yaml::find(root, "workflowTaskRelationList");
    for (const NodePtr& relation : relations ? relations->items : std::vector<NodePtr>()) {
        const auto from = by_code.find(yaml::text_at(relation, "preTaskCode")), to = by_code.find(yaml::text_at(relation, "postTaskCode"));
        if (from == by_code.end() || to == by_code.end()) continue;
        Task& task = tasks[to->second];
        task.needs.push_back({tasks[from->second].name, on_succeeded, false});
        out.places.add(join_path(join_path("tasks", task.name) + ".needs", task.needs.back().task), relation);
    }
    if (yaml::find(root, "processDefinition")) add_leaks(tasks, nodes, out.places);
    for (Task& task : tasks) out.flow.main.tasks.push_back(std::make_shared<const Task>(std::move(task)));
    out.flow = number_tasks(std::move(out.flow));
    return out;
}

}  // namespace

const Format& dolphinscheduler_format() {
    static const Format format{"dolphinscheduler", WEFT_TR("core", "DolphinScheduler definition"),
                               thin::read_only(WEFT_TR("core", "DolphinScheduler files are read only for now; convert to .weft.yaml to edit the drawing")), recognises, read,
                               flow_count, nullptr, nullptr};
    return format;
}

const Target& dolphinscheduler_target() {
    static const Target target{"dolphinscheduler", "DolphinScheduler", {"3.2", "3.3", "3.4"}, {}, nullptr};
    return target;
}

}  // namespace weft
