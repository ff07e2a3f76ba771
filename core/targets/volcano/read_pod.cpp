// A vcjob task's pod template: its first container is the command, the rest of the pod is the environment.
#include <algorithm>

#include "core/targets/volcano/reading.h"

namespace weft::volcano {
namespace {

Scalar scalar(const Place& place) { return {place.node->text, place.node->style == yaml::Style::plain && yaml::type_of(*place.node) != yaml::ScalarType::string}; }
std::optional<Scalar> optional_scalar(const Place& place) { return place.is_scalar() ? std::optional(scalar(place)) : std::nullopt; }
std::optional<std::string> optional_text(const Place& place) { return place.is_scalar() ? std::optional(place.node->text) : std::nullopt; }

std::vector<Scalar> words(const Place& list) {
    std::vector<Scalar> out;
    for (const Place& word : list.items()) out.push_back(word.is_scalar() ? scalar(word) : Scalar{});
    return out;
}

// Volcano replaces nothing in texts: "{{x}}" is those five characters.
Value literal(const Place& place) {
    Value value;
    if (!place.is_scalar()) return value;
    value.text = place.node->text;
    value.plain = scalar(place).plain;
    return value;
}

Value env_value(const Place& variable) {
    const Place from = variable.at("valueFrom");
    if (const Place secret = from.at("secretKeyRef")) return Value{Source::secret, {}, secret.text_at("name"), secret.text_at("key")};
    if (!from) return literal(variable.at("value"));
    Value elsewhere;   // a config map, a field of the pod: known only on the cluster
    elsewhere.source = Source::text;
    return elsewhere;
}

Place gpu_of(const Place& resources) {
    for (const char* part : {"limits", "requests"}) {
        const Place map = resources.at(part);
        if (!map.is_map()) continue;
        for (const yaml::Entry& entry : map.node->entries)
            if (entry.key && is_gpu(entry.key->text)) return map.at(entry.key->text);
    }
    return {};
}

Volume read_volume(const Place& place) {
    Volume out;
    out.name = place.text_at("name");
    if (const Place claim = place.at("persistentVolumeClaim")) {
        out.source = claim.text_at("claimName");
    } else if (const Place secret = place.at("secret")) {
        out.kind = Volume::Kind::secret;
        out.source = secret.text_at("secretName");
    } else if (const Place map = place.at("configMap")) {
        out.kind = Volume::Kind::config_map;
        out.source = map.text_at("name");
    } else if (const Place empty = place.at("emptyDir")) {
        out.kind = Volume::Kind::empty_dir;
        out.size = optional_scalar(empty.at("sizeLimit"));
    } else if (const Place path = place.at("hostPath")) {
        out.kind = Volume::Kind::host_path;
        out.source = path.text_at("path");
    } else {
        out.kind = Volume::Kind::other;
        if (place.is_map())
            for (const yaml::Entry& entry : place.node->entries)
                if (entry.key && entry.key->text != "name" && out.source.empty()) out.source = entry.key->text;
    }
    return out;
}

Place volume_named(const Place& pod, const std::string& name) {
    for (const Place& volume : pod.at("volumes").items())
        if (volume.text_at("name") == name) return volume;
    return {};
}

// The size of the memory volume at /dev/shm, which is how a pod gets more shared memory.
Place shared_memory(const Place& pod, const Place& container, std::string* name = nullptr) {
    for (const Place& mount : container.at("volumeMounts").items()) {
        if (mount.text_at("mountPath") != "/dev/shm") continue;
        if (name) *name = mount.text_at("name");
        return volume_named(pod, mount.text_at("name")).at("emptyDir").at("sizeLimit");
    }
    return {};
}

std::vector<Volume> read_volumes(const Place& pod, const Place& container) {
    std::vector<Volume> out;
    std::string memory;
    if (!shared_memory(pod, container, &memory)) memory.clear();
    const auto known = [&](const std::string& name) { return std::any_of(out.begin(), out.end(), [&](const Volume& v) { return v.name == name; }); };
    for (const Place& mount : container.at("volumeMounts").items()) {
        const std::string name = mount.text_at("name");
        if (!mount.is_map() || (!memory.empty() && name == memory)) continue;
        const Place declared = volume_named(pod, name);
        Volume volume = declared ? read_volume(declared) : Volume{Volume::Kind::other, name};
        volume.path = mount.text_at("mountPath");
        volume.sub_path = mount.text_at("subPath");
        volume.read_only = mount.is_true("readOnly");
        out.push_back(std::move(volume));
    }
    for (const Place& volume : pod.at("volumes").items()) {
        const std::string name = volume.text_at("name");
        if (volume.is_map() && !known(name) && (memory.empty() || name != memory)) out.push_back(read_volume(volume));
    }
    return out;
}

std::vector<Toleration> read_tolerations(const Place& list) {
    std::vector<Toleration> out;
    for (const Place& place : list.items()) {
        if (!place.is_map()) continue;
        out.push_back({place.text_at("key"), place.text_at("operator"), place.text_at("value"), place.text_at("effect"), optional_scalar(place.at("tolerationSeconds"))});
    }
    return out;
}

void map_environment(Reading& reading, const std::string& path, const Place& pod, const Place& container) {
    const Place resources = container.at("resources"), requests = resources.at("requests"), limits = resources.at("limits");
    reading.map(path + ".image", container.at("image"));
    reading.map(path + ".pull_policy", container.at("imagePullPolicy"));
    reading.map(path + ".command", container.at("command"));
    reading.map(path + ".args", container.at("args"));
    reading.map(path + ".working_dir", container.at("workingDir"));
    reading.map(path + ".cpu", requests.at("cpu"));
    reading.map(path + ".memory", requests.at("memory"));
    reading.map(path + ".disk", requests.at("ephemeral-storage"));
    reading.map(path + ".gpu", gpu_of(resources));
    reading.map(path + ".cpu_limit", limits.at("cpu"));
    reading.map(path + ".memory_limit", limits.at("memory"));
    reading.map(path + ".shared_memory", shared_memory(pod, container));
    reading.map(path + ".service_account", pod.at("serviceAccountName"));
    reading.map(path + ".node_selector", pod.at("nodeSelector"));
    reading.map(path + ".tolerations", pod.at("tolerations"));
    reading.map(path + ".pull_secrets", pod.at("imagePullSecrets"));
    reading.map(path + ".volumes", container.at("volumeMounts") ? container.at("volumeMounts") : pod.at("volumes"));
    reading.map(path + ".timeout", pod.at("activeDeadlineSeconds"));
    for (const Place& variable : container.at("env").items()) {
        const std::string name = join_path(path + ".env", variable.text_at("name"));
        reading.map(name, variable.at("name"));
        reading.map(name + ".value", variable.at("value") ? variable.at("value") : variable.at("valueFrom"));
    }
}

Environment read_environment(const Place& pod, const Place& container) {
    Environment out;
    const Place resources = container.at("resources"), requests = resources.at("requests"), limits = resources.at("limits");
    out.image = optional_text(container.at("image"));
    out.pull_policy = optional_text(container.at("imagePullPolicy"));
    for (const Place& secret : pod.at("imagePullSecrets").items()) out.pull_secrets.push_back(secret.text_at("name"));
    out.cpu = optional_scalar(requests.at("cpu"));
    out.memory = optional_scalar(requests.at("memory"));
    out.disk = optional_scalar(requests.at("ephemeral-storage"));
    out.gpu = optional_scalar(gpu_of(resources));
    out.shared_memory = optional_scalar(shared_memory(pod, container));
    out.cpu_limit = optional_scalar(limits.at("cpu"));
    out.memory_limit = optional_scalar(limits.at("memory"));
    for (const Place& variable : container.at("env").items())
        if (variable.is_map()) out.env.push_back({variable.text_at("name"), env_value(variable)});
    out.service_account = optional_text(pod.at("serviceAccountName"));
    if (const Place selector = pod.at("nodeSelector"); selector.is_map())
        for (const yaml::Entry& entry : selector.node->entries)
            if (entry.key) out.node_selector.push_back({entry.key->text, literal(selector.at(entry.key->text))});
    out.tolerations = read_tolerations(pod.at("tolerations"));
    out.volumes = read_volumes(pod, container);
    return out;
}

void check_pod(Reading& reading, const Place& task, Definition& out) {
    const Place pod = task.down("template/spec"), container = pod.at("containers").item(0);
    reading.check_fields(task, "task", {"name", "template", "dependsOn"}, "spec.tasks");
    reading.check_fields(task.at("template"), "template", {"spec"}, "spec.tasks.template");
    reading.check_fields(pod, "pod", {"activeDeadlineSeconds", "containers", "imagePullSecrets", "nodeSelector", "serviceAccountName", "tolerations", "volumes"}, "spec.tasks.template.spec");
    reading.check_fields(container, "container", {"name", "image", "imagePullPolicy", "command", "args", "workingDir", "env", "resources", "volumeMounts"}, "spec.tasks.template.spec.containers");
    if (pod.at("containers").items().size() > 1) out.unsupported.push_back("more than one container");
    if (pod.has("initContainers")) out.unsupported.push_back("initContainers");
    if (const std::string replicas = task.text_at("replicas"); !replicas.empty() && replicas != "1") {
        out.unsupported.push_back("replicas");
        out.detail = replicas + " replicas";
    }
}

}  // namespace

bool is_gpu(std::string_view resource) { return resource.ends_with("/gpu") || resource.find("/gpu-") != resource.npos || resource.starts_with("nvidia.com/mig-"); }

bool is_job_volume(const Volume& volume) { return volume.name.starts_with('/'); }

Shape shape_of(const Place& task) {
    Shape out;
    const Place pod = task.down("template/spec"), container = pod.at("containers").item(0);
    if (!container) return out;
    out.container = container.text_at("name");
    if (const Place gpu = gpu_of(container.at("resources")))
        for (const char* part : {"limits", "requests"})
            if (const Place map = container.at("resources").at(part); map.is_map())
                for (const yaml::Entry& entry : map.node->entries)
                    if (entry.key && is_gpu(entry.key->text)) out.gpu = entry.key->text;
    std::string memory;
    if (shared_memory(pod, container, &memory)) out.memory_volume = memory;
    return out;
}

Definition read_pod(Reading& reading, const Place& task, const std::string& path) {
    Definition out;
    out.kind = DefinitionKind::container;
    const Place pod = task.down("template/spec"), container = pod.at("containers").item(0);
    out.command = words(container.at("command"));
    out.args = words(container.at("args"));
    out.working_dir = container.text_at("workingDir");
    out.environment = read_environment(pod, container);
    out.timeout = pod.text_at("activeDeadlineSeconds");
    map_environment(reading, path, pod, container);
    check_pod(reading, task, out);
    return out;
}

}  // namespace weft::volcano
