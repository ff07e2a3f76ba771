// The second document: what Kubernetes is told of an executor's pods.
#include <set>

#include "core/targets/kfp/reading.h"

namespace weft::kfp {
namespace {

// The name of a secret, claim or config map: the constant, or the tag of what gives it; "" when that is something else.
std::string name_of(const Place& item, const char* parameter, const char* old) {
    const Place given = item.at(parameter);
    if (given) {
        if (const Place constant = given.down("runtimeValue/constant"); constant.is_scalar()) return constant.text();
        if (const Place input = given.at("componentInputParameter")) return "{{params." + input.text() + "}}";
        if (const Place from = given.at("taskOutputParameter")) return tag_of(Value{Source::output, {}, from.text_at("producerTask"), from.text_at("outputParameterKey")});
        return {};
    }
    if (const Place name = item.at(old); name.is_scalar()) return name.text();
    if (const Place input = item.at("componentInputParameter"); input.is_scalar()) return "{{params." + input.text() + "}}";
    if (const Place from = item.at("taskOutputParameter")) return tag_of(Value{Source::output, {}, from.text_at("producerTask"), from.text_at("outputParameterKey")});
    return {};
}

void read_secret_env(Reading& reading, const Place& item, const std::string& path, Environment& environment) {
    const std::string secret = name_of(item, "secretNameParameter", "secretName");
    for (const Place& key : item.at("keyToEnv").items()) {
        environment.env.push_back({key.text_at("envVar"), Value{Source::secret, {}, secret, key.text_at("secretKey")}});
        reading.map(join_path(path + ".env", key.text_at("envVar")), key.at("envVar"));
    }
    if (item.has("optional") && item.is_true("optional")) reading.keep(item.at("optional"));
}

Volume volume(Volume::Kind kind, std::string source, const Place& item) {
    Volume out;
    out.kind = kind;
    out.name = item.has("volumeName") ? item.text_at("volumeName") : source;
    out.source = std::move(source);
    out.path = item.text_at("mountPath");
    out.sub_path = item.text_at("subPath");
    return out;
}

std::optional<Scalar> size_at(const Place& item, const char* key) {
    const Place size = item.at(key);
    return size.is_scalar() ? std::optional<Scalar>(Scalar{size.text(), false}) : std::nullopt;
}

void read_volumes(Reading& reading, const Place& config, Environment& environment) {
    for (const Place& item : config.at("pvcMount").items()) environment.volumes.push_back(volume(Volume::Kind::claim, name_of(item, "pvcNameParameter", "constant"), item));
    for (const Place& item : config.at("secretAsVolume").items()) environment.volumes.push_back(volume(Volume::Kind::secret, name_of(item, "secretNameParameter", "secretName"), item));
    for (const Place& item : config.at("configMapAsVolume").items()) environment.volumes.push_back(volume(Volume::Kind::config_map, name_of(item, "configMapNameParameter", "configMapName"), item));
    for (const Place& item : config.at("emptyDirMounts").items()) {
        environment.volumes.push_back(volume(Volume::Kind::empty_dir, item.text_at("medium"), item));
        environment.volumes.back().size = size_at(item, "sizeLimit");
    }
    for (const Place& item : config.at("genericEphemeralVolume").items()) {
        environment.volumes.push_back(volume(Volume::Kind::claim_template, item.text_at("storageClassName"), item));
        environment.volumes.back().size = size_at(item, "size");
        reading.keep(item.at("accessModes"));
        reading.keep(item.at("metadata"));
    }
}

void read_nodes(Reading& reading, const Place& config, const std::string& path, Environment& environment) {
    for (const Place::Named& label : config.down("nodeSelector/labels").entries()) {
        environment.node_selector.push_back({label.name, Value{Source::literal, label.value.text()}});
        reading.map(join_path(path + ".node_selector", label.name), label.value);
    }
    reading.keep(config.down("nodeSelector/nodeSelectorJson"));
    for (const Place& item : config.at("tolerations").items()) {
        if (item.has("tolerationJson")) {
            reading.keep(item);
            continue;
        }
        environment.tolerations.push_back({item.text_at("key"), item.text_at("operator"), item.text_at("value"), item.text_at("effect"), size_at(item, "tolerationSeconds")});
    }
}

}  // namespace

void read_platform(Reading& reading, const Place& config, const std::string& path, Definition& definition) {
    if (!config.is_map()) return;
    Environment& environment = definition.environment;
    for (const Place& item : config.at("secretAsEnv").items()) read_secret_env(reading, item, path, environment);
    read_volumes(reading, config, environment);
    read_nodes(reading, config, path, environment);
    for (const Place& item : config.at("imagePullSecret").items()) environment.pull_secrets.push_back(name_of(item, "secretNameParameter", "secretName"));
    if (const Place policy = config.at("imagePullPolicy")) environment.pull_policy = policy.text();
    reading.map(path + ".pull_policy", config.at("imagePullPolicy"));
    environment.shared_memory = size_at(config.at("enabledSharedMemory"), "size");
    reading.map(path + ".shared_memory", config.down("enabledSharedMemory/size"));
    definition.timeout = config.text_at("activeDeadlineSeconds");
    reading.map(path + ".timeout", config.at("activeDeadlineSeconds"));
    static const std::set<std::string, std::less<>> drawn{"secretAsEnv", "pvcMount", "secretAsVolume", "configMapAsVolume", "emptyDirMounts", "genericEphemeralVolume", "nodeSelector",
                                                          "tolerations", "imagePullSecret", "imagePullPolicy", "enabledSharedMemory", "activeDeadlineSeconds"};
    for (const Place::Named& one : config.entries())
        if (!drawn.count(one.name)) reading.keep(one.value);
}

}  // namespace weft::kfp
