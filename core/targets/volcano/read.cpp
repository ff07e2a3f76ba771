// JobFlow, JobTemplate and vcjob files. One flow per JobFlow and per vcjob; the JobTemplates of the file are shared definitions.
#include "core/model/edit.h"
#include "core/targets/volcano/reading.h"

#include <algorithm>
#include <charconv>

namespace weft::volcano {
namespace {

bool restarts(const NodePtr& policy) {
    const std::string action = yaml::text_at(policy, "action");
    if (action != "RestartJob" && action != "RestartTask" && action != "RestartPod") return false;
    if (const std::string event = yaml::text_at(policy, "event"); event == "PodFailed" || event == "*") return true;
    const NodePtr events = yaml::find(policy, "events");
    return events && std::any_of(events->items.begin(), events->items.end(), [](const NodePtr& e) { return e->text == "PodFailed" || e->text == "*"; });
}

Task read_item(Reading& reading, const Place& item, const std::string& prefix) {
    Task task;
    task.name = item.text_at("name");
    const std::string path = join_path(prefix, task.name);
    reading.map(path, item);
    reading.map(path + ".name", item.at("name"));
    return task;
}

void read_needs(Reading& reading, const Place& names, const std::string& path, Task& task) {
    for (const Place& name : names.items()) {
        task.needs.push_back({name.text(), on_succeeded, false});
        reading.map(join_path(path + ".needs", name.text()), name);
    }
}

void read_flow_item(Reading& reading, const Place& item, const std::vector<Part>& parts) {
    Task task = read_item(reading, item, "tasks");
    if (template_part(parts, task.name)) {
        task.definition = task.name;
    } else {
        Definition elsewhere;
        elsewhere.kind = DefinitionKind::reference;
        elsewhere.detail = "JobTemplate " + task.name;
        task.own = std::make_shared<const Definition>(std::move(elsewhere));
    }
    const Place depends = item.at("dependsOn");
    read_needs(reading, depends.at("targets"), join_path("tasks", task.name), task);
    reading.check_fields(item, "flow", {"name", "dependsOn"}, "spec.flows");
    reading.check_fields(depends, "depends", {"targets"}, "spec.flows.dependsOn");
    reading.check_fields(depends.at("probe"), "probe", {"httpGetList", "tcpSocketList", "taskStatusList"}, "spec.flows.dependsOn.probe");
    reading.check_fields(item.at("patch"), "patch", {"jobSpec"}, "spec.flows.patch");
    for (const auto& [place, name] : {std::pair{depends.at("probe"), "probe"}, {item.at("patch"), "patch"}}) {
        std::vector<std::string>& list = reading.out.flow.unsupported;
        if (place && std::find(list.begin(), list.end(), name) == list.end()) list.push_back(name);
    }
    reading.out.flow.main.tasks.push_back(std::make_shared<const Task>(std::move(task)));
}

void read_head(Reading& reading, const Part& part) {
    const Place metadata = part.root.at("metadata");
    reading.out.flow.name = part.name;
    reading.map("name", metadata.has("name") ? metadata.at("name") : metadata.at("generateName"));
    const Place description = metadata.at("annotations").at(description_key);
    reading.out.flow.description = description.text();
    reading.map("description", description);
    reading.check_fields(part.root, "root", {"apiVersion", "kind", "metadata", "spec", "status"}, "");
}

void read_templates(Reading& reading, const std::vector<Part>& parts) {
    for (const Part& part : parts) {
        if (part.role != Role::job_template) continue;
        const std::string path = join_path("definitions", part.name);
        reading.map(path, part.root);
        reading.map(path + ".name", part.root.at("metadata").at("name"));
        reading.check_fields(part.root, "root", {"apiVersion", "kind", "metadata", "spec", "status"}, "");
        reading.out.flow.definitions.push_back(std::make_shared<const Definition>(read_job(reading, part.root.at("spec"), part.name, path)));
    }
}

void read_flow(Reading& reading, const Part& part, const std::vector<Part>& parts) {
    read_head(reading, part);
    read_templates(reading, parts);
    const Place spec = part.root.at("spec"), flows = spec.at("flows");
    reading.check_fields(spec, "flow-spec", {"flows"}, "spec");
    reading.map("tasks", flows);
    for (const Place& item : flows.items())
        if (item.is_map()) read_flow_item(reading, item, parts);
}

void read_lone_job(Reading& reading, const Part& part) {
    read_head(reading, part);
    const Place spec = part.root.at("spec");
    reading.check_fields(spec, "job", {"tasks", "volumes"}, "spec");
    reading.map("tasks", spec.at("tasks"));
    reading.out.flow.environment.volumes = read_job_volumes(spec);
    reading.out.flow.main = read_tasks(reading, spec.at("tasks"), {});
    for (const char* key : {"plugins", "minSuccess", "networkTopology"})
        if (spec.has(key)) reading.out.flow.unsupported.push_back(key);
}

// The documents that the flow was read from, for writing them afresh with all that the model has no field for.
std::shared_ptr<const yaml::Node> origin_of(const Part* flow, const std::vector<Part>& parts) {
    std::vector<NodePtr> roots;
    for (const Part& part : parts)
        if (&part == flow || (part.role == Role::job_template && (!flow || flow->role == Role::flow))) roots.push_back(part.root.node);
    return yaml::make_sequence(std::move(roots));
}

}  // namespace

std::size_t restart_policy(const NodePtr& policies) {
    for (std::size_t i = 0; policies && i < policies->items.size(); ++i)
        if (restarts(policies->items[i])) return i;
    return std::size_t(-1);
}

// maxRetry counts all tries, and the webhook makes 3 of none and of 0.
std::optional<Retry> read_retry(const Place& spec) {
    if (restart_policy(spec.at("policies").node) == std::size_t(-1)) return std::nullopt;
    const std::string text = spec.text_at("maxRetry");
    int tries = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), tries);
    if (error != std::errc() || end != text.data() + text.size() || tries <= 0) tries = 3;
    Retry out;
    out.limit = Scalar{std::to_string(tries - 1), true};
    return out;
}

std::vector<Volume> read_job_volumes(const Place& spec) {
    std::vector<Volume> out;
    for (const Place& place : spec.at("volumes").items()) {
        if (!place.is_map()) continue;
        Volume volume;
        volume.name = volume.path = place.text_at("mountPath");
        volume.source = place.text_at("volumeClaimName");
        if (const Place claim = place.at("volumeClaim"); claim || volume.source.empty()) {
            volume.kind = Volume::Kind::claim_template;
            volume.source = claim.text_at("storageClassName");
            if (const Place size = claim.down("resources/requests/storage"); size.is_scalar()) volume.size = Scalar{size.node->text, false};
        }
        if (is_job_volume(volume)) out.push_back(std::move(volume));
    }
    return out;
}

Body read_tasks(Reading& reading, const Place& tasks, const std::string& prefix) {
    Body out;
    for (const Place& item : tasks.items()) {
        if (!item.is_map()) continue;
        const std::string head = prefix + "tasks";
        Task task = read_item(reading, item, head);
        const std::string path = join_path(head, task.name);
        task.own = std::make_shared<const Definition>(read_pod(reading, item, path));
        read_needs(reading, item.at("dependsOn").at("name"), path, task);
        reading.check_fields(item.at("dependsOn"), "task-depends", {"name"}, "spec.tasks.dependsOn");
        out.tasks.push_back(std::make_shared<const Task>(std::move(task)));
    }
    return out;
}

Definition read_job(Reading& reading, const Place& spec, const std::string& name, const std::string& path) {
    const Place tasks = spec.at("tasks");
    const std::vector<Place> items = tasks.items();
    const bool single = items.size() == 1 && items[0].is_map();
    Definition out;
    if (single) {
        out = read_pod(reading, items[0], path);
    } else if (items.size() > 1) {
        out.kind = DefinitionKind::flow;
        out.body = std::make_shared<const Body>(read_tasks(reading, tasks, path + "."));
        reading.map(path + ".tasks", tasks);
    }
    out.name = name;
    for (Volume& volume : read_job_volumes(spec)) out.environment.volumes.push_back(std::move(volume));
    out.retry = read_retry(spec);
    std::set<std::string> understood{"tasks", "volumes"};
    if (out.retry) {
        understood.insert({"maxRetry", "policies"});
        reading.map(path + ".retry.limit", spec.at("maxRetry"));
    }
    reading.check_fields(spec, "job", understood, "spec");
    for (const char* key : {"plugins", "minSuccess", "networkTopology"})
        if (spec.has(key)) out.unsupported.push_back(key);
    return out;
}

Role role_of_flow(const Flow& flow) {
    Role out = Role::job_template;
    if (flow.origin)
        for (const NodePtr& root : flow.origin->items)
            if (const Role role = role_of(root); role != Role::job_template) out = role;
    return out;
}

Result<ReadResult> read(const yaml::Stream& stream, std::size_t flow_index) {
    const std::vector<Part> parts = parts_of(stream);
    const Part* part = flow_part(parts, flow_index);
    Reading reading;
    Flow& flow = reading.out.flow;
    flow.format = "volcano";
    if (!part) read_templates(reading, parts);
    else if (part->role == Role::job) read_lone_job(reading, *part);
    else read_flow(reading, *part, parts);
    flow = number_tasks(std::move(flow));
    flow.origin = origin_of(part, parts);
    reading.out.kept.assign(reading.kept.begin(), reading.kept.end());
    return std::move(reading.out);
}

}  // namespace weft::volcano
