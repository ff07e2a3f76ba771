// Executors: the container, and what the second document says of its pods.
#include <algorithm>

#include "core/targets/kfp/build.h"

namespace weft::kfp {
namespace {

using yaml::NodePtr;

NodePtr words_node(const std::vector<Scalar>& words, const Definition& definition) {
    std::vector<NodePtr> out;
    for (const Scalar& word : words) out.push_back(yaml::make_string(written_text(word.text, definition)));
    return list_or_null(std::move(out));
}

NodePtr resources_node(const Definition& definition) {
    const Environment& e = definition.environment;
    MapMaker map, accelerator;
    if (e.gpu) accelerator.node("resourceCount", yaml::make_string(written_text(e.gpu->text, definition))).node("resourceType", yaml::make_string("nvidia.com/gpu"));
    map.node("accelerator", accelerator.make_or_null());
    const auto add = [&](const char* key, const std::optional<Scalar>& quantity) {
        if (quantity) map.node(key, yaml::make_string(written_text(quantity->text, definition)));
    };
    add("resourceCpuLimit", e.cpu_limit);
    add("resourceCpuRequest", e.cpu);
    add("resourceMemoryLimit", e.memory_limit);
    add("resourceMemoryRequest", e.memory);
    return map.make_or_null();
}

// How a secret's, claim's or config map's name is given: a constant, or what a tag says.
NodePtr name_parameter(const std::string& name) {
    const std::vector<Reference> tags = references_in(name);
    MapMaker map;
    if (tags.size() == 1 && tags[0].tag == name && tags[0].kind == Reference::Kind::param) return map.node("componentInputParameter", yaml::make_string(tags[0].name)).make();
    if (tags.size() == 1 && tags[0].tag == name && tags[0].kind == Reference::Kind::output)
        return map.node("taskOutputParameter", MapMaker().node("outputParameterKey", yaml::make_string(tags[0].name)).node("producerTask", yaml::make_string(tags[0].task)).make()).make();
    return map.node("runtimeValue", MapMaker().node("constant", yaml::make_string(name)).make()).make();
}

NodePtr secret_env_node(const std::vector<Binding>& env) {
    std::vector<std::pair<std::string, std::vector<NodePtr>>> secrets;
    for (const Binding& variable : env) {
        if (variable.value.source != Source::secret) continue;
        if (secrets.empty() || secrets.back().first != variable.value.task) secrets.push_back({variable.value.task, {}});
        secrets.back().second.push_back(MapMaker().node("envVar", yaml::make_string(variable.name)).node("secretKey", yaml::make_string(variable.value.name)).make());
    }
    std::vector<NodePtr> out;
    for (auto& [secret, keys] : secrets)
        out.push_back(MapMaker().node("keyToEnv", yaml::make_sequence(std::move(keys))).node("secretNameParameter", name_parameter(secret)).make());
    return list_or_null(std::move(out));
}

NodePtr volumes_node(const Environment& e, Volume::Kind kind) {
    std::vector<NodePtr> out;
    for (const Volume& volume : e.volumes) {
        if (volume.kind != kind) continue;
        MapMaker map;
        const NodePtr path = yaml::make_string(volume.path);
        const auto size = [&](const char* key) {
            if (volume.size) map.node(key, yaml::make_string(volume.size->text));
        };
        switch (kind) {
            case Volume::Kind::claim: map.node("mountPath", path).node("pvcNameParameter", name_parameter(volume.source)).text("subPath", volume.sub_path); break;
            case Volume::Kind::secret: map.node("mountPath", path).node("secretNameParameter", name_parameter(volume.source)); break;
            case Volume::Kind::config_map: map.node("configMapNameParameter", name_parameter(volume.source)).node("mountPath", path); break;
            case Volume::Kind::empty_dir:
                map.text("medium", volume.source).node("mountPath", path);
                size("sizeLimit");
                map.node("volumeName", yaml::make_string(volume.name));
                break;
            default:
                map.node("accessModes", yaml::make_sequence({yaml::make_string("ReadWriteOnce")}));
                if (volume.source.empty()) map.node("defaultStorageClass", yaml::make_plain("true"));
                map.node("mountPath", path);
                size("size");
                map.text("storageClassName", volume.source).node("volumeName", yaml::make_string(volume.name));
        }
        out.push_back(map.make());
    }
    return list_or_null(std::move(out));
}

NodePtr tolerations_node(const std::vector<Toleration>& tolerations) {
    std::vector<NodePtr> out;
    for (const Toleration& one : tolerations) {
        MapMaker map;
        map.text("effect", one.effect).text("key", one.key).text("operator", one.op);
        if (one.seconds) map.node("tolerationSeconds", yaml::make_string(one.seconds->text));
        out.push_back(map.text("value", one.value).make());
    }
    return list_or_null(std::move(out));
}

}  // namespace

NodePtr container_node(const Definition& definition) {
    const Environment& e = definition.environment;
    std::vector<NodePtr> env;
    for (const Binding& variable : e.env) {
        if (variable.value.source == Source::secret) continue;
        env.push_back(MapMaker().node("name", yaml::make_string(variable.name)).node("value", yaml::make_string(variable.value.text)).make());
    }
    MapMaker map;
    map.node("args", words_node(definition.args, definition)).node("command", words_node(definition.command, definition)).node("env", list_or_null(std::move(env)));
    if (e.image) map.node("image", yaml::make_string(written_text(*e.image, definition)));
    return map.node("resources", resources_node(definition)).make();
}

NodePtr pod_config_node(const Definition& definition) {
    const Environment& e = definition.environment;
    MapMaker map;
    if (!definition.timeout.empty()) map.node("activeDeadlineSeconds", yaml::make_string(definition.timeout));
    map.node("configMapAsVolume", volumes_node(e, Volume::Kind::config_map));
    map.node("emptyDirMounts", volumes_node(e, Volume::Kind::empty_dir));
    if (e.shared_memory) map.node("enabledSharedMemory", MapMaker().node("size", yaml::make_string(e.shared_memory->text)).node("volumeName", yaml::make_string("shm")).make());
    map.node("genericEphemeralVolume", volumes_node(e, Volume::Kind::claim_template));
    if (e.pull_policy) map.node("imagePullPolicy", yaml::make_string(*e.pull_policy));
    std::vector<NodePtr> secrets;
    for (const std::string& secret : e.pull_secrets) secrets.push_back(MapMaker().node("secretNameParameter", name_parameter(secret)).make());
    map.node("imagePullSecret", list_or_null(std::move(secrets)));
    MapMaker labels;
    for (const Binding& label : e.node_selector) labels.node(label.name, yaml::make_string(label.value.text));
    if (!labels.empty()) map.node("nodeSelector", MapMaker().node("labels", labels.make()).make());
    map.node("pvcMount", volumes_node(e, Volume::Kind::claim));
    map.node("secretAsEnv", secret_env_node(e.env));
    map.node("secretAsVolume", volumes_node(e, Volume::Kind::secret));
    return map.node("tolerations", tolerations_node(e.tolerations)).make_or_null();
}

}  // namespace weft::kfp
