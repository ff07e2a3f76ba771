#include "core/targets/volcano/build.h"

#include <algorithm>
#include <charconv>

namespace weft::volcano {
namespace {

NodePtr list_or_null(std::vector<NodePtr> items, yaml::Style style = yaml::Style::any) { return items.empty() ? nullptr : yaml::make_sequence(std::move(items), style); }

NodePtr words_node(const std::vector<Scalar>& words) {
    std::vector<NodePtr> items;
    for (const Scalar& word : words) items.push_back(yaml::make_string(word.text));   // argv holds strings, whatever they look like
    return list_or_null(std::move(items));
}

NodePtr env_node(const std::vector<Binding>& env) {
    std::vector<NodePtr> items;
    for (const Binding& variable : env) {
        MapMaker map;
        map.node("name", yaml::make_string(variable.name));
        if (variable.value.source == Source::secret) {
            const NodePtr key = MapMaker().node("name", yaml::make_string(variable.value.task)).node("key", yaml::make_string(variable.value.name)).make();
            map.node("valueFrom", MapMaker().node("secretKeyRef", key).make());
        } else if (variable.value.source == Source::literal) {
            map.node("value", variable.value.plain ? yaml::make_plain(variable.value.text) : yaml::make_string(variable.value.text));
        }
        items.push_back(map.make());
    }
    return list_or_null(std::move(items));
}

NodePtr resources_node(const Environment& environment, const Shape& shape) {
    MapMaker requests, limits;
    requests.scalar("cpu", environment.cpu).scalar("memory", environment.memory).scalar("ephemeral-storage", environment.disk);
    limits.scalar("cpu", environment.cpu_limit).scalar("memory", environment.memory_limit).scalar(shape.gpu, environment.gpu);
    return MapMaker().node("requests", requests.make_or_null()).node("limits", limits.make_or_null()).make_or_null();
}

NodePtr source_node(const Volume& volume, std::string& key) {
    switch (volume.kind) {
        case Volume::Kind::claim:
        case Volume::Kind::claim_template: key = "persistentVolumeClaim"; return MapMaker().text("claimName", volume.source).make();
        case Volume::Kind::secret: key = "secret"; return MapMaker().text("secretName", volume.source).make();
        case Volume::Kind::config_map: key = "configMap"; return MapMaker().text("name", volume.source).make();
        case Volume::Kind::empty_dir: key = "emptyDir"; return MapMaker().scalar("sizeLimit", volume.size).make();
        case Volume::Kind::host_path: key = "hostPath"; return MapMaker().text("path", volume.source).make();
        case Volume::Kind::other: break;
    }
    return nullptr;
}

NodePtr volumes_node(const Environment& environment, const Shape& shape) {
    std::vector<NodePtr> items;
    std::vector<std::string> done;
    for (const Volume& volume : environment.volumes) {
        if (is_job_volume(volume) || std::find(done.begin(), done.end(), volume.name) != done.end()) continue;
        done.push_back(volume.name);
        std::string key;
        const NodePtr source = source_node(volume, key);
        if (source) items.push_back(MapMaker().node("name", yaml::make_string(volume.name)).node(key, source).make());
    }
    if (environment.shared_memory) {
        const NodePtr memory = MapMaker().text("medium", "Memory").scalar("sizeLimit", environment.shared_memory).make();
        items.push_back(MapMaker().node("name", yaml::make_string(shape.memory_volume)).node("emptyDir", memory).make());
    }
    return list_or_null(std::move(items));
}

NodePtr mounts_node(const Environment& environment, const Shape& shape) {
    std::vector<NodePtr> items;
    for (const Volume& volume : environment.volumes) {
        if (is_job_volume(volume) || volume.path.empty()) continue;
        MapMaker map;
        map.node("name", yaml::make_string(volume.name)).text("mountPath", volume.path).text("subPath", volume.sub_path);
        if (volume.read_only) map.plain("readOnly", "true");
        items.push_back(map.make());
    }
    if (environment.shared_memory) items.push_back(MapMaker().node("name", yaml::make_string(shape.memory_volume)).text("mountPath", "/dev/shm").make());
    return list_or_null(std::move(items));
}

NodePtr tolerations_node(const std::vector<Toleration>& tolerations) {
    std::vector<NodePtr> items;
    for (const Toleration& one : tolerations)
        items.push_back(MapMaker().text("key", one.key).text("operator", one.op).text("value", one.value).text("effect", one.effect).scalar("tolerationSeconds", one.seconds).make());
    return list_or_null(std::move(items));
}

NodePtr container_node(const Definition& definition, const Shape& shape) {
    const Environment& e = definition.environment;
    MapMaker map;
    map.text("name", shape.container).text("image", e.image.value_or("")).text("imagePullPolicy", e.pull_policy.value_or(""));
    map.node("command", words_node(definition.command)).node("args", words_node(definition.args)).text("workingDir", definition.working_dir);
    return map.node("env", env_node(e.env)).node("resources", resources_node(e, shape)).node("volumeMounts", mounts_node(e, shape)).make();
}

NodePtr pod_node(const Definition& definition, const Shape& shape) {
    const Environment& e = definition.environment;
    MapMaker map, selector;
    map.text("restartPolicy", "Never");
    if (!definition.timeout.empty()) map.plain("activeDeadlineSeconds", definition.timeout);
    map.text("serviceAccountName", e.service_account.value_or(""));
    std::vector<NodePtr> secrets;
    for (const std::string& secret : e.pull_secrets) secrets.push_back(MapMaker().node("name", yaml::make_string(secret)).make());
    map.node("imagePullSecrets", list_or_null(std::move(secrets)));
    for (const Binding& label : e.node_selector) selector.node(label.name, label.value.plain ? yaml::make_plain(label.value.text) : yaml::make_string(label.value.text));
    map.node("nodeSelector", selector.make_or_null()).node("tolerations", tolerations_node(e.tolerations));
    return map.node("containers", yaml::make_sequence({container_node(definition, shape)})).node("volumes", volumes_node(e, shape)).make();
}

void add_retry(MapMaker& map, const std::optional<Retry>& retry) {
    int limit = 0;
    if (!retry || !retry->limit) return;
    const std::string& text = retry->limit->text;
    std::from_chars(text.data(), text.data() + text.size(), limit);
    map.plain("maxRetry", std::to_string(limit + 1));
    map.node("policies", yaml::make_sequence({MapMaker().text("event", "PodFailed").text("action", "RestartJob").make()}));
}

}  // namespace

MapMaker& MapMaker::node(const std::string& key, NodePtr value) {
    if (value) entries_.push_back({yaml::make_string(key), std::move(value)});
    return *this;
}
MapMaker& MapMaker::text(const std::string& key, const std::string& value) { return value.empty() ? *this : node(key, yaml::make_string(value)); }
MapMaker& MapMaker::plain(const std::string& key, const std::string& value) { return node(key, yaml::make_plain(value)); }
MapMaker& MapMaker::scalar(const std::string& key, const std::optional<Scalar>& value) {
    if (!value) return *this;
    return node(key, value->plain ? yaml::make_plain(value->text) : yaml::make_string(value->text));
}

NodePtr metadata_node(const std::string& name, const std::string& description) {
    const NodePtr annotations = description.empty() ? nullptr : MapMaker().text(description_key, description).make();
    return MapMaker().text("name", name).node("annotations", annotations).make();
}

NodePtr flow_item_node(const Task& task) {
    MapMaker map;
    map.text("name", task.name);
    std::vector<NodePtr> targets;
    for (const Need& need : task.needs) targets.push_back(yaml::make_string(need.task));
    if (NodePtr list = list_or_null(std::move(targets), yaml::Style::flow)) map.node("dependsOn", MapMaker().node("targets", std::move(list)).make());
    return map.make();
}

NodePtr task_node(const std::string& name, const Definition& definition, const std::vector<Need>& needs, const Shape& shape) {
    MapMaker map;
    map.text("name", name).plain("replicas", "1").plain("minAvailable", "1");
    std::vector<NodePtr> names;
    for (const Need& need : needs) names.push_back(yaml::make_string(need.task));
    if (NodePtr list = list_or_null(std::move(names), yaml::Style::flow)) map.node("dependsOn", MapMaker().node("name", std::move(list)).make());
    return map.node("template", MapMaker().node("spec", pod_node(definition, shape)).make()).make();
}

NodePtr job_volumes_node(const std::vector<Volume>& volumes) {
    std::vector<NodePtr> items;
    for (const Volume& volume : volumes) {
        if (!is_job_volume(volume)) continue;
        MapMaker map;
        map.text("mountPath", volume.path);
        if (volume.kind == Volume::Kind::claim) {
            map.text("volumeClaimName", volume.source);
        } else {
            const NodePtr size = volume.size ? MapMaker().node("requests", MapMaker().text("storage", volume.size->text).make()).make() : nullptr;
            MapMaker claim;
            claim.node("accessModes", yaml::make_sequence({yaml::make_string("ReadWriteOnce")}, yaml::Style::flow)).text("storageClassName", volume.source).node("resources", size);
            map.node("volumeClaim", claim.make());
        }
        items.push_back(map.make());
    }
    return list_or_null(std::move(items));
}

NodePtr job_spec_node(const Definition& definition, const std::string& main) {
    MapMaker map;
    std::vector<NodePtr> tasks;
    if (definition.body)
        for (const TaskPtr& task : definition.body->tasks) tasks.push_back(task_node(task->name, task->own ? *task->own : Definition{}, task->needs));
    else tasks.push_back(task_node(main, definition, {}));
    map.text("schedulerName", "volcano").text("queue", "default").plain("minAvailable", std::to_string(tasks.size()));
    add_retry(map, definition.retry);
    return map.node("volumes", job_volumes_node(definition.environment.volumes)).node("tasks", yaml::make_sequence(std::move(tasks))).make();
}

NodePtr template_document(const Definition& definition, const std::string& main) {
    return MapMaker().text("apiVersion", "flow.volcano.sh/v1alpha1").text("kind", "JobTemplate").node("metadata", metadata_node(definition.name, {}))
        .node("spec", job_spec_node(definition, main)).make();
}

NodePtr flow_document(const Flow& flow, const std::string& name) {
    std::vector<NodePtr> items;
    for (const TaskPtr& task : flow.main.tasks) items.push_back(flow_item_node(*task));
    return MapMaker().text("apiVersion", "flow.volcano.sh/v1alpha1").text("kind", "JobFlow").node("metadata", metadata_node(name, flow.description))
        .node("spec", MapMaker().text("jobRetainPolicy", "retain").node("flows", yaml::make_sequence(std::move(items))).make()).make();
}

}  // namespace weft::volcano
