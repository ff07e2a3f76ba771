// A whole template: a pod, a DAG, steps, a wait.
#include "core/model/graph.h"
#include "core/targets/argo/build.h"
#include "core/targets/argo/reading.h"
#include "core/targets/argo/volumes.h"

#include <algorithm>

namespace weft::argo {

using yaml::NodePtr;

EdgeStyle edge_style(const Body& body) {
    for (const TaskPtr& task : body.tasks) {
        if (!task) continue;
        if (!task->depends.empty()) return EdgeStyle::depends;
        for (const Need& need : task->needs)
            if (need.results != results_default) return EdgeStyle::depends;
    }
    return EdgeStyle::dependencies;
}

std::string depends_text(const Task& task) {
    if (!task.depends.empty()) return task.depends;
    std::string out;
    for (const Need& need : task.needs) {
        std::string term = depends_term(need.task, need.results);
        if (task.needs.size() == 1 && term.starts_with('(')) term = term.substr(1, term.size() - 2);
        out += (out.empty() ? "" : " && ") + term;
    }
    return out;
}

void add_edges(MapMaker& map, const Task& task, EdgeStyle style) {
    if (style == EdgeStyle::depends) {
        map.text("depends", depends_text(task));
        return;
    }
    std::vector<NodePtr> names;
    for (const Need& need : task.needs) names.push_back(string_node(need.task));
    if (!names.empty()) map.node("dependencies", yaml::make_sequence(std::move(names), yaml::Style::flow));
}

namespace {

void add_use(MapMaker& map, const Task& task, const Spelling& spelling) {
    const bool elsewhere = task.definition.empty() && task.own && task.own->kind == DefinitionKind::reference;
    if (elsewhere) map.node("templateRef", reference_node(*task.own));
    else if (task.definition.empty() && task.own) map.node("inline", template_node(*task.own));
    else map.text("template", task.definition);
    map.node("arguments", arguments_node(task.params, task.files, spelling));
}

void add_conduct(MapMaker& map, const Task& task, const Spelling& spelling) {
    map.text("when", task.when);
    if (task.loop) map.node(loop_key(*task.loop), loop_value(*task.loop));
    map.node("continueOn", tolerance_node(task)).node("hooks", hooks_node(task, spelling));
}

}  // namespace

NodePtr dag_task_node(const Task& task, const Spelling& spelling, EdgeStyle style) {
    MapMaker map;
    map.node("name", string_node(task.name));
    add_edges(map, task, style);
    add_use(map, task, spelling);
    add_conduct(map, task, spelling);
    return map.make();
}

NodePtr step_node(const Task& task, const Spelling& spelling) {
    MapMaker map;
    map.node("name", string_node(task.name));
    add_use(map, task, spelling);
    add_conduct(map, task, spelling);
    return map.make();
}

NodePtr dag_node(const Body& body, const Spelling& spelling, const std::string& target) {
    std::vector<NodePtr> tasks;
    const EdgeStyle style = edge_style(body);
    for (const TaskPtr& task : body.tasks)
        if (task) tasks.push_back(dag_task_node(*task, spelling, style));
    return MapMaker().text("target", target).node("tasks", yaml::make_sequence(std::move(tasks))).make();
}

NodePtr steps_node(const Body& body, const Spelling& spelling) {
    std::vector<std::vector<NodePtr>> groups;
    std::vector<Need> last;
    for (const TaskPtr& task : body.tasks) {
        if (!task) continue;
        if (groups.empty() || task->needs != last) groups.emplace_back();  // other needs than the step before: a new group
        last = task->needs;
        groups.back().push_back(step_node(*task, spelling));
    }
    std::vector<NodePtr> outer;
    for (std::vector<NodePtr>& group : groups) outer.push_back(yaml::make_sequence(std::move(group)));
    return yaml::make_sequence(std::move(outer));
}

NodePtr handler_step_node(const Handler& handler) {
    Task step = *handler.task;
    step.when = handler_when(handler.trigger, step.when);
    step.tolerated = step.tolerated_error = handler.warn_only;
    return step_node(step, Spelling{true, true});
}

namespace {

NodePtr mounts_node(const Definition& definition) {
    std::vector<NodePtr> mounts;
    for (const Volume& volume : definition.environment.volumes)
        if (!volume.path.empty()) mounts.push_back(mount_node(volume));
    if (definition.environment.shared_memory) mounts.push_back(mount_node({Volume::Kind::empty_dir, "shared-memory", {}, {}, "/dev/shm"}));
    return list_or_null(std::move(mounts));
}

NodePtr volumes_node(const Definition& definition, const TemplateOptions& options) {
    std::vector<NodePtr> volumes;
    std::vector<std::string> declared;
    for (const Volume& volume : definition.environment.volumes) {
        if (std::find(declared.begin(), declared.end(), volume.name) != declared.end() || (options.flow_volumes && volume_named(*options.flow_volumes, volume.name))) continue;
        declared.push_back(volume.name);
        if (NodePtr node = volume_node(volume)) volumes.push_back(std::move(node));
    }
    if (definition.environment.shared_memory) {
        const NodePtr memory = MapMaker().node("medium", string_node("Memory")).scalar("sizeLimit", definition.environment.shared_memory).make();
        volumes.push_back(MapMaker().node("name", string_node("shared-memory")).node("emptyDir", memory).make());
    }
    return list_or_null(std::move(volumes));
}

NodePtr container_node(const Definition& definition) {
    MapMaker map;
    const Environment& environment = definition.environment;
    if (environment.image) map.node("image", string_node(*environment.image));
    if (environment.pull_policy) map.node("imagePullPolicy", string_node(*environment.pull_policy));
    map.node("command", words_node(definition.command)).node("args", words_node(definition.args)).text("workingDir", definition.working_dir);
    map.node("env", env_node(environment.env, {})).node("resources", resources_node(environment)).node("volumeMounts", mounts_node(definition));
    if (definition.kind == DefinitionKind::script) map.node("source", string_node(definition.source));
    return map.make();
}

NodePtr inputs_node(const Definition& definition) {
    std::vector<NodePtr> parameters, artifacts;
    for (const Parameter& parameter : definition.inputs) parameters.push_back(parameter_node(parameter, true));
    for (const InputFile& file : definition.files) artifacts.push_back(file_node(file, {}));
    return MapMaker().node("parameters", list_or_null(std::move(parameters))).node("artifacts", list_or_null(std::move(artifacts))).make_or_null();
}

NodePtr outputs_node(const Definition& definition) {
    std::vector<NodePtr> parameters, artifacts;
    for (const Output& output : definition.outputs) {
        if (output.from == OutputFrom::standard_output || output.from == OutputFrom::exit_code) continue;  // Argo has them anyway
        (output.artifact ? artifacts : parameters).push_back(output_node(output));
    }
    return MapMaker().node("parameters", list_or_null(std::move(parameters))).node("artifacts", list_or_null(std::move(artifacts))).make_or_null();
}

void add_work(MapMaker& map, const Definition& definition, const TemplateOptions& options) {
    switch (definition.kind) {
        case DefinitionKind::container: map.node("container", container_node(definition)); break;
        case DefinitionKind::script: map.node("script", container_node(definition)); break;
        case DefinitionKind::http: map.node("http", MapMaker().node("url", string_node(definition.detail)).make()); break;
        case DefinitionKind::wait: {
            const std::size_t blank = definition.detail.find(' ');
            const std::string duration = blank == std::string::npos ? std::string() : definition.detail.substr(blank + 1);
            map.node("suspend", MapMaker().text("duration", duration).make());
            break;
        }
        case DefinitionKind::flow: {
            static const Body empty;
            const Body& body = definition.body ? *definition.body : empty;
            if (definition.sequential) map.node("steps", steps_node(body, Spelling{false, true}));
            else map.node("dag", dag_node(body, Spelling{}, options.target));
            break;
        }
        default: break;
    }
}

}  // namespace

NodePtr template_node(const Definition& definition, const TemplateOptions& options) {
    const bool pod = definition.kind == DefinitionKind::container || definition.kind == DefinitionKind::script;
    MapMaker map;
    map.text("name", definition.name).node("inputs", inputs_node(definition)).node("outputs", outputs_node(definition));
    if (definition.retry) map.node("retryStrategy", retry_node(*definition.retry));
    if (!definition.timeout.empty()) {
        const bool seconds = definition.timeout.find_first_not_of("0123456789") == std::string::npos;
        map.node(seconds ? "activeDeadlineSeconds" : "timeout", seconds ? yaml::make_plain(definition.timeout) : string_node(definition.timeout));
    }
    if (definition.parallelism) map.node("parallelism", yaml::make_plain(std::to_string(*definition.parallelism)));
    if (definition.environment.service_account) map.node("serviceAccountName", string_node(*definition.environment.service_account));
    map.node("nodeSelector", selector_node(definition.environment.node_selector));
    map.node("tolerations", tolerations_node(definition.environment.tolerations));
    if (pod) map.node("volumes", volumes_node(definition, options));
    add_work(map, definition, options);
    return map.make();
}

}  // namespace weft::argo
