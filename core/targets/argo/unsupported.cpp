// What a process on this computer cannot reproduce of a template, by the file's own names: it is listed before a run starts.
#include "core/targets/argo/reading.h"

#include <algorithm>

namespace weft::argo {
namespace {

void add(std::vector<std::string>& out, std::string what) {
    if (std::find(out.begin(), out.end(), what) == out.end()) out.push_back(std::move(what));
}

bool has_expression_tag(const yaml::Node* given) {
    const yaml::Node* node = yaml::resolve(given);
    if (!node) return false;
    if (node->is_scalar()) return node->text.find("{{=") != std::string::npos;
    const auto inside = [](const yaml::NodePtr& item) { return has_expression_tag(item.get()); };
    return std::any_of(node->items.begin(), node->items.end(), inside) ||
           std::any_of(node->entries.begin(), node->entries.end(), [&](const yaml::Entry& entry) { return inside(entry.value); });
}

std::string volume_trouble(const Place& volume) {
    const std::string name = volume.text_at("name");
    if (volume.has("emptyDir")) return {};
    if (volume.has("persistentVolumeClaim") || volume.has("ephemeral")) return "volume claim " + name;
    if (volume.has("secret")) return "secret volume " + name;
    if (volume.has("configMap")) return "config map volume " + name;
    if (volume.has("hostPath")) return "host path volume " + name;
    return "volume " + name;
}

void add_volumes(const Reading& reading, const Place& tmpl, const Place& container, std::vector<std::string>& out) {
    for (const Place& mount : container.at("volumeMounts").items()) {
        const std::string name = mount.text_at("name");
        if (reading.claims.count(name)) add(out, "volume claim " + name);
        Place volume;
        if (const auto found = reading.volumes.find(name); found != reading.volumes.end()) volume = found->second;
        for (const Place& own : tmpl.at("volumes").items())
            if (own.text_at("name") == name) volume = own;
        if (!volume) continue;
        if (std::string trouble = volume_trouble(volume); !trouble.empty()) add(out, std::move(trouble));
    }
}

void add_artifacts(const Place& artifacts, std::vector<std::string>& out) {
    for (const Place& artifact : artifacts.items())
        for (const char* store : {"s3", "git", "http", "artifactory", "hdfs", "oss", "gcs", "azure", "plugin"})
            if (artifact.has(store)) add(out, std::string(store) + " artifact " + artifact.text_at("name"));
}

void add_env(const Place& container, std::vector<std::string>& out) {
    if (container.has("envFrom")) add(out, "envFrom");
    for (const Place& variable : container.at("env").items()) {
        const Place from = variable.at("valueFrom");
        if (from && !from.has("secretKeyRef")) add(out, "valueFrom of env " + variable.text_at("name"));
    }
}

void add_outputs(const Place& outputs, bool pod, std::vector<std::string>& out) {
    for (const Place& parameter : outputs.at("parameters").items()) {
        const std::string name = parameter.text_at("name");
        if (parameter.has("globalName")) add(out, "globalName of output " + name);
        if (pod && parameter.has("value")) add(out, "value of output " + name);
        for (const char* key : {"jsonPath", "jqFilter", "event", "supplied", "expression", "configMapKeyRef"})
            if (parameter.at("valueFrom").has(key)) add(out, std::string(key) + " of output " + name);
    }
    for (const Place& artifact : outputs.at("artifacts").items())
        for (const char* key : {"fromExpression", "globalName"})
            if (artifact.has(key)) add(out, std::string(key) + " of artifact " + artifact.text_at("name"));
}

}  // namespace

std::vector<std::string> unsupported_of(const Reading& reading, const Place& tmpl) {
    std::vector<std::string> out;
    for (const char* key : {"resource", "http", "containerSet", "data", "plugin", "synchronization", "memoize", "initContainers", "sidecars"})
        if (tmpl.has(key)) add(out, key);
    if (tmpl.is_true("daemon")) add(out, "daemon");
    for (const char* key : {"container", "script"}) {
        add_volumes(reading, tmpl, tmpl.at(key), out);
        add_env(tmpl.at(key), out);
    }
    add_artifacts(tmpl.at("inputs").at("artifacts"), out);
    add_artifacts(tmpl.at("outputs").at("artifacts"), out);
    add_outputs(tmpl.at("outputs"), tmpl.has("container") || tmpl.has("script"), out);
    if (has_expression_tag(tmpl.node.get())) add(out, "expression tags {{=…}}");
    return out;
}

}  // namespace weft::argo
