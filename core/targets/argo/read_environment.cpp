// Image, resources, env and where a pod runs: from a template's container, from the workflow and its templateDefaults.
#include "core/targets/argo/reading.h"
#include "core/targets/argo/volumes.h"

namespace weft::argo {
namespace {

std::optional<std::string> optional_text(const Place& place) { return place.is_scalar() ? std::optional(place.text()) : std::nullopt; }
std::optional<Scalar> optional_scalar(const Place& place) { return place.is_scalar() ? std::optional(read_scalar(place.node)) : std::nullopt; }

// Kubernetes wants a device among the limits; a request alone is read as well.
Place gpu_of(const Place& resources) {
    const Place limit = resources.at("limits").at("nvidia.com/gpu");
    return limit ? limit : resources.at("requests").at("nvidia.com/gpu");
}

Value env_value(const Place& variable) {
    const Place from = variable.at("valueFrom");
    if (const Place secret = from.at("secretKeyRef")) return Value{Source::secret, {}, secret.text_at("name"), secret.text_at("key")};
    if (!from) return read_value(variable.at("value").node, {});
    Value elsewhere;  // a config map, a field of the pod: known only on the cluster
    elsewhere.source = Source::text;
    return elsewhere;
}

std::vector<Binding> read_selector(const Place& selector) {
    std::vector<Binding> out;
    if (!selector.is_map()) return out;
    for (const yaml::Entry& entry : selector.node->entries)
        if (entry.key && entry.value && entry.value->is_scalar()) out.push_back({entry.key->text, read_value(entry.value, {})});
    return out;
}

void fill_missing(Environment& into, const Environment& from) {
    const auto take = [](auto& mine, const auto& theirs) {
        if (!mine) mine = theirs;
    };
    take(into.image, from.image);
    take(into.pull_policy, from.pull_policy);
    take(into.cpu, from.cpu);
    take(into.memory, from.memory);
    take(into.disk, from.disk);
    take(into.gpu, from.gpu);
    take(into.shared_memory, from.shared_memory);
    take(into.cpu_limit, from.cpu_limit);
    take(into.memory_limit, from.memory_limit);
    take(into.service_account, from.service_account);
    if (into.env.empty()) into.env = from.env;
    if (into.node_selector.empty()) into.node_selector = from.node_selector;
    if (into.tolerations.empty()) into.tolerations = from.tolerations;
}

}  // namespace

Environment read_environment(const Reading& reading, const Place& container, const Place& tmpl) {
    Environment out;
    const Place resources = container.at("resources"), requests = resources.at("requests"), limits = resources.at("limits");
    out.image = optional_text(container.at("image"));
    out.pull_policy = optional_text(container.at("imagePullPolicy"));
    out.cpu = optional_scalar(requests.at("cpu"));
    out.memory = optional_scalar(requests.at("memory"));
    out.disk = optional_scalar(requests.at("ephemeral-storage"));
    out.gpu = optional_scalar(gpu_of(resources));
    out.cpu_limit = optional_scalar(limits.at("cpu"));
    out.memory_limit = optional_scalar(limits.at("memory"));
    out.shared_memory = optional_scalar(shared_memory_of(reading, container, tmpl));
    for (const Place& variable : container.at("env").items())
        if (variable.is_map()) out.env.push_back({variable.text_at("name"), env_value(variable)});
    out.service_account = optional_text(tmpl.at("serviceAccountName"));
    out.node_selector = read_selector(tmpl.at("nodeSelector"));
    out.tolerations = read_tolerations(tmpl.at("tolerations"));
    out.volumes = read_volumes(reading, container, tmpl);
    return out;
}

Environment read_flow_environment(Reading& reading) {
    Environment out;
    const Place& spec = reading.spec;
    out.service_account = optional_text(spec.at("serviceAccountName"));
    out.node_selector = read_selector(spec.at("nodeSelector"));
    for (const Place& secret : spec.at("imagePullSecrets").items()) out.pull_secrets.push_back(secret.text_at("name"));
    out.tolerations = read_tolerations(spec.at("tolerations"));
    out.volumes = read_flow_volumes(reading);
    reading.map("environment.tolerations", spec.at("tolerations"));
    for (const Place& volume : spec.at("volumes").items()) reading.map(join_path("environment.volumes", volume.text_at("name")), volume);
    for (const Place& claim : spec.at("volumeClaimTemplates").items()) reading.map(join_path("environment.volumes", claim.at("metadata").text_at("name")), claim);
    reading.map("environment.service_account", spec.at("serviceAccountName"));
    reading.map("environment.pull_secrets", spec.at("imagePullSecrets"));
    reading.map("environment.node_selector", spec.at("nodeSelector"));
    for (const char* kind : {"container", "script"}) {
        const Place container = reading.defaults.at(kind);
        fill_missing(out, read_environment(reading, container, reading.defaults));
        map_environment(reading, "environment", container, reading.defaults);
    }
    return out;
}

void map_environment(Reading& reading, const std::string& prefix, const Place& container, const Place& tmpl) {
    const Place resources = container.at("resources"), requests = resources.at("requests"), limits = resources.at("limits");
    reading.map(prefix + ".image", container.at("image"));
    reading.map(prefix + ".pull_policy", container.at("imagePullPolicy"));
    reading.map(prefix + ".cpu", requests.at("cpu"));
    reading.map(prefix + ".memory", requests.at("memory"));
    reading.map(prefix + ".disk", requests.at("ephemeral-storage"));
    reading.map(prefix + ".gpu", gpu_of(resources));
    reading.map(prefix + ".cpu_limit", limits.at("cpu"));
    reading.map(prefix + ".memory_limit", limits.at("memory"));
    reading.map(prefix + ".shared_memory", shared_memory_of(reading, container, tmpl));
    reading.map(prefix + ".service_account", tmpl.at("serviceAccountName"));
    reading.map(prefix + ".node_selector", tmpl.at("nodeSelector"));
    reading.map(prefix + ".tolerations", tmpl.at("tolerations"));
    for (const Place& mount : container.at("volumeMounts").items()) reading.map(join_path(prefix + ".volumes", mount.text_at("name")), mount);
    for (const Place& volume : tmpl.at("volumes").items()) reading.map(join_path(prefix + ".volumes", volume.text_at("name")), volume);
    for (const Place& variable : container.at("env").items()) {
        const std::string path = join_path(prefix + ".env", variable.text_at("name"));
        reading.map(path, variable.at("name"));
        reading.map(path + ".value", variable.at("value") ? variable.at("value") : variable.at("valueFrom"));
    }
}

}  // namespace weft::argo
