#include "core/targets/flyte/pod.h"

#include <algorithm>

#include "core/targets/flyte/build.h"

namespace weft::flyte {
namespace {

using yaml::NodePtr;

std::optional<std::string> text_of(const Place& place) { return place.is_scalar() && !place.text().empty() ? std::optional(place.text()) : std::nullopt; }
std::optional<Scalar> scalar_at(const Place& place) { return place.is_scalar() ? std::optional(scalar_of(place)) : std::nullopt; }

struct KindWord { Volume::Kind kind; const char* key; const char* name; const char* size; };
constexpr KindWord kind_words[] = {
    {Volume::Kind::claim, "persistentVolumeClaim", "claimName", ""}, {Volume::Kind::secret, "secret", "secretName", ""}, {Volume::Kind::config_map, "configMap", "name", ""},
    {Volume::Kind::empty_dir, "emptyDir", "", "sizeLimit"},          {Volume::Kind::host_path, "hostPath", "path", ""},
};

Volume read_volume(const Place& given) {
    Volume out;
    out.name = given.text_at("name");
    out.kind = Volume::Kind::other;
    for (const KindWord& word : kind_words)
        if (const Place source = given.at(word.key)) {
            out.kind = word.kind;
            out.source = source.text_at(word.name);
            if (*word.size) out.size = scalar_at(source.at(word.size));
        }
    return out;
}

std::vector<Volume> read_volumes(const Place& spec, const Place& container) {
    std::vector<Volume> out;
    for (const Place& given : spec.at("volumes").items()) {
        const Volume volume = read_volume(given);
        bool mounted = false;
        for (const Place& mount : container.at("volumeMounts").items()) {
            if (mount.text_at("name") != volume.name) continue;
            Volume here = volume;
            here.path = mount.text_at("mountPath");
            here.sub_path = mount.text_at("subPath");
            here.read_only = mount.is_true("readOnly");
            out.push_back(std::move(here));
            mounted = true;
        }
        if (!mounted) out.push_back(volume);
    }
    return out;
}

Value env_value(const Place& variable) {
    if (const Place secret = variable.below("valueFrom/secretKeyRef")) return Value{Source::secret, {}, secret.text_at("name"), secret.text_at("key")};
    if (variable.has("valueFrom")) return Value{Source::text};   // a config map, a field of the pod: known only on the cluster
    return Value{Source::literal, variable.text_at("value")};
}

void read_container(const Place& container, Definition& out) {
    const Place resources = container.at("resources"), requests = resources.at("requests"), limits = resources.at("limits");
    const auto list = [](const Place& words) {
        std::vector<Scalar> all;
        for (const Place& word : words.items()) all.push_back(scalar_of(word));
        return all;
    };
    Environment& e = out.environment;
    out.command = list(container.at("command"));
    out.args = list(container.at("args"));
    out.working_dir = container.text_at("workingDir");
    e.image = text_of(container.at("image"));
    e.pull_policy = text_of(container.at("imagePullPolicy"));
    e.cpu = scalar_at(requests.at("cpu"));
    e.memory = scalar_at(requests.at("memory"));
    e.disk = scalar_at(requests.at("ephemeral-storage"));
    e.gpu = scalar_at(limits.at("nvidia.com/gpu") ? limits.at("nvidia.com/gpu") : requests.at("nvidia.com/gpu"));
    e.cpu_limit = scalar_at(limits.at("cpu"));
    e.memory_limit = scalar_at(limits.at("memory"));
    for (const Place& variable : container.at("env").items()) e.env.push_back({variable.text_at("name"), env_value(variable)});
}

}  // namespace

Place primary_container(const Place& pod) {
    const std::vector<Place> all = pod.below("podSpec/containers").items();
    for (const Place& container : all)
        if (container.text_at("name") == pod.text_at("primaryContainerName")) return container;
    return all.empty() ? Place() : all.front();
}

void read_pod(Reading& reading, const Place& pod, const std::string& path, Definition& out) {
    const Place spec = pod.at("podSpec"), container = primary_container(pod);
    out.kind = DefinitionKind::container;
    read_container(container, out);
    Environment& e = out.environment;
    e.service_account = text_of(spec.at("serviceAccountName"));
    for (const Place& secret : spec.at("imagePullSecrets").items()) e.pull_secrets.push_back(secret.text_at("name"));
    for (const auto& [key, value] : spec.at("nodeSelector").entries()) e.node_selector.push_back({key, Value{Source::literal, value.text()}});
    for (const Place& one : spec.at("tolerations").items())
        e.tolerations.push_back({one.text_at("key"), one.text_at("operator"), one.text_at("value"), one.text_at("effect"), scalar_at(one.at("tolerationSeconds"))});
    e.volumes = read_volumes(spec, container);
    static constexpr std::string_view drawn[] = {"containers", "serviceAccountName", "imagePullSecrets", "nodeSelector", "tolerations", "volumes"};
    for (const auto& [key, value] : spec.entries())
        if (std::find(std::begin(drawn), std::end(drawn), key) == std::end(drawn)) reading.out.kept.push_back(path + ".podSpec." + key);
    for (const Place& other : spec.at("containers").items())
        if (other.node != container.node) reading.out.kept.push_back(path + ".podSpec.containers." + other.text_at("name"));
    reading.keep(pod, path + ".k8sPod", "K8sPod", {"podSpec", "primaryContainerName", "dataConfig"});
}

void map_pod(Reading& reading, const Place& pod, const std::string& path) {
    const Place spec = pod.at("podSpec"), container = primary_container(pod), requests = container.below("resources/requests"), limits = container.below("resources/limits");
    reading.map(path + ".image", container.at("image"));
    reading.map(path + ".command", container.at("command"));
    reading.map(path + ".args", container.at("args"));
    reading.map(path + ".working_dir", container.at("workingDir"));
    reading.map(path + ".pull_policy", container.at("imagePullPolicy"));
    reading.map(path + ".cpu", requests.at("cpu"));
    reading.map(path + ".memory", requests.at("memory"));
    reading.map(path + ".disk", requests.at("ephemeral-storage"));
    reading.map(path + ".gpu", limits.at("nvidia.com/gpu"));
    reading.map(path + ".cpu_limit", limits.at("cpu"));
    reading.map(path + ".memory_limit", limits.at("memory"));
    reading.map(path + ".service_account", spec.at("serviceAccountName"));
    reading.map(path + ".node_selector", spec.at("nodeSelector"));
    reading.map(path + ".tolerations", spec.at("tolerations"));
    for (const Place& volume : spec.at("volumes").items()) reading.map(join_path(path + ".volumes", volume.text_at("name")), volume);
    for (const Place& variable : container.at("env").items()) {
        const std::string name = join_path(path + ".env", variable.text_at("name"));
        reading.map(name, variable.at("name"));
        reading.map(name + ".value", variable.at("value") ? variable.at("value") : variable.at("valueFrom"));
    }
}

bool needs_pod(const Definition& definition) {
    const Environment& e = definition.environment;
    return !e.volumes.empty() || !e.node_selector.empty() || !e.tolerations.empty() || e.pull_policy || e.service_account || !e.pull_secrets.empty() || !definition.working_dir.empty();
}

NodePtr env_list_node(const std::vector<Binding>& env) {
    std::vector<NodePtr> items;
    for (const Binding& variable : env) {
        MapMaker map;
        map.node("name", string_node(variable.name));
        if (variable.value.source == Source::secret)
            map.node("valueFrom", MapMaker().node("secretKeyRef", MapMaker().node("name", string_node(variable.value.task)).node("key", string_node(variable.value.name)).make()).make());
        else map.node("value", string_node(variable.value.text));
        items.push_back(map.make());
    }
    return list_or_null(std::move(items));
}

NodePtr kubernetes_resources_node(const Environment& e) {
    MapMaker requests, limits;
    requests.scalar("cpu", e.cpu).scalar("memory", e.memory).scalar("ephemeral-storage", e.disk);
    limits.scalar("cpu", e.cpu_limit).scalar("memory", e.memory_limit).scalar("nvidia.com/gpu", e.gpu);
    return MapMaker().node("requests", requests.make_or_null()).node("limits", limits.make_or_null()).make_or_null();
}

NodePtr selector_node(const std::vector<Binding>& selector) {
    MapMaker map;
    for (const Binding& label : selector) map.node(label.name.c_str(), string_node(label.value.text));
    return map.make_or_null();
}

NodePtr tolerations_node(const std::vector<Toleration>& tolerations) {
    std::vector<NodePtr> items;
    for (const Toleration& one : tolerations)
        items.push_back(MapMaker().text("key", one.key).text("operator", one.op).text("value", one.value).text("effect", one.effect).scalar("tolerationSeconds", one.seconds).make());
    return list_or_null(std::move(items));
}

NodePtr names_node(const std::vector<std::string>& names) {
    std::vector<NodePtr> items;
    for (const std::string& name : names) items.push_back(MapMaker().node("name", string_node(name)).make());
    return list_or_null(std::move(items));
}

NodePtr volumes_node(const std::vector<Volume>& volumes) {
    std::vector<NodePtr> items;
    std::vector<std::string> done;
    for (const Volume& volume : volumes) {
        if (std::find(done.begin(), done.end(), volume.name) != done.end()) continue;
        done.push_back(volume.name);
        MapMaker map;
        map.node("name", string_node(volume.name));
        for (const KindWord& word : kind_words) {
            if (word.kind != volume.kind) continue;
            MapMaker source;
            if (*word.name) source.text(word.name, volume.source);
            if (*word.size) source.scalar(word.size, volume.size);
            map.node(word.key, source.make());
        }
        items.push_back(map.make());
    }
    return list_or_null(std::move(items));
}

NodePtr mounts_node(const std::vector<Volume>& volumes) {
    std::vector<NodePtr> items;
    for (const Volume& volume : volumes) {
        if (volume.path.empty()) continue;
        MapMaker map;
        map.node("name", string_node(volume.name)).node("mountPath", string_node(volume.path)).text("subPath", volume.sub_path);
        if (volume.read_only) map.node("readOnly", yaml::make_plain("true"));
        items.push_back(map.make());
    }
    return list_or_null(std::move(items));
}

NodePtr pod_spec_node(const Definition& definition) {
    const Environment& e = definition.environment;
    MapMaker container;
    container.node("name", string_node("primary")).node("image", string_node(e.image.value_or("")));
    if (e.pull_policy) container.text("imagePullPolicy", *e.pull_policy);
    container.node("command", words_node(definition.command)).node("args", words_node(definition.args)).text("workingDir", definition.working_dir);
    container.node("env", env_list_node(e.env)).node("resources", kubernetes_resources_node(e)).node("volumeMounts", mounts_node(e.volumes));
    MapMaker spec;
    spec.node("containers", yaml::make_sequence({container.make()})).node("volumes", volumes_node(e.volumes)).node("nodeSelector", selector_node(e.node_selector));
    spec.node("tolerations", tolerations_node(e.tolerations)).node("imagePullSecrets", names_node(e.pull_secrets));
    if (e.service_account) spec.text("serviceAccountName", *e.service_account);
    return spec.make();
}

}  // namespace weft::flyte
