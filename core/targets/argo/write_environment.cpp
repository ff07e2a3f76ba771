// Image, resources, env and where a pod runs, back into a container, a template or the workflow.
#include "core/targets/argo/build.h"
#include "core/targets/argo/volumes.h"
#include "core/targets/argo/writing.h"

#include <algorithm>

namespace weft::argo {
namespace {

NodePtr write_variable(const NodePtr& item, const Binding& before, const Binding& after) {
    NodePtr out = sync_text(item, "name", before.name, after.name);
    if (before.value == after.value) return out;
    if (after.value.source == Source::secret) {
        if (before.value.source != Source::secret) out = yaml::without_entry(yaml::without_entry(out, "value"), "valueFrom");
        return sync_below(out, "valueFrom", [&](const NodePtr& from) {
            return sync_below(from, "secretKeyRef", [&](const NodePtr& key) {
                return sync_text(sync_text(key, "name", before.value.task + "\n", after.value.task), "key", before.value.name + "\n", after.value.name);
            });
        });
    }
    if (has_value(out, "valueFrom")) out = yaml::without_entry(out, "valueFrom");
    return sync_entry(out, "value", [&](const NodePtr& old) { return with_text(old, value_text(after.value, {})); });
}

NodePtr write_env(const NodePtr& list, const std::vector<Binding>& before, const std::vector<Binding>& after) {
    if (before == after) return list;
    return sync_list<Binding>(list, before, after, {[](const Binding& b) { return b.name; }, write_variable, [](const Binding& b) { return env_entry(b, {}); }});
}

NodePtr write_resources(const NodePtr& resources, const Environment& before, const Environment& after) {
    const bool gpu_asked = yaml::find(yaml::find(resources, "requests"), "nvidia.com/gpu") != nullptr;
    const bool gpu_limited = yaml::find(yaml::find(resources, "limits"), "nvidia.com/gpu") != nullptr;
    NodePtr out = sync_below(resources, "requests", [&](NodePtr map) {
        map = sync_scalar(map, "cpu", before.cpu, after.cpu);
        map = sync_scalar(map, "memory", before.memory, after.memory);
        map = sync_scalar(map, "ephemeral-storage", before.disk, after.disk);
        return gpu_asked ? sync_scalar(map, "nvidia.com/gpu", before.gpu, after.gpu) : map;
    });
    return sync_below(out, "limits", [&](NodePtr map) {
        map = sync_scalar(map, "cpu", before.cpu_limit, after.cpu_limit);
        map = sync_scalar(map, "memory", before.memory_limit, after.memory_limit);
        return gpu_limited || !gpu_asked ? sync_scalar(map, "nvidia.com/gpu", before.gpu, after.gpu) : map;
    });
}

NodePtr write_selector(const NodePtr& map, const std::vector<Binding>& before, const std::vector<Binding>& after) {
    if (before == after) return map;
    NodePtr out = map;
    for (const Binding& old : before) {
        const bool stays = std::any_of(after.begin(), after.end(), [&](const Binding& b) { return b.name == old.name; });
        if (!stays) out = yaml::without_entry(out, old.name);
    }
    for (const Binding& label : after) {
        const NodePtr old = yaml::find(out, label.name);
        if (!old || old->text != label.value.text) out = yaml::with_entry(out, label.name, with_text(old, label.value.text));
    }
    return out;
}

// The memory volume that is mounted at /dev/shm, in the template's own volumes.
NodePtr write_shared_memory(Writing& writing, const NodePtr& tmpl, const char* key, const std::optional<Scalar>& before, const std::optional<Scalar>& after) {
    if (before.has_value() == after.has_value() && (!before || before->text == after->text)) return tmpl;
    std::string volume = "shared-memory";
    for (const NodePtr& mount : yaml::find(yaml::find(tmpl, key), "volumeMounts") ? yaml::find(yaml::find(tmpl, key), "volumeMounts")->items : std::vector<NodePtr>{})
        if (yaml::text_at(mount, "mountPath") == "/dev/shm") volume = yaml::text_at(mount, "name");
    NodePtr volumes = yaml::find(tmpl, "volumes");
    const auto found = [&] {
        if (!volumes) return std::size_t(-1);
        for (std::size_t i = 0; i < volumes->items.size(); ++i)
            if (yaml::text_at(volumes->items[i], "name") == volume) return i;
        return std::size_t(-1);
    }();
    if (before && (found == std::size_t(-1) || !after)) {
        writing.refuse({WEFT_TR("core", "the shared memory is the volume `%1`; change it in the text"), {volume}});
        return tmpl;
    }
    if (before) return yaml::with_path(tmpl, "volumes/" + std::to_string(found) + "/emptyDir/sizeLimit", scalar_node(*after));
    const NodePtr memory = MapMaker().node("medium", string_node("Memory")).scalar("sizeLimit", after).make();
    const NodePtr fresh = MapMaker().node("name", string_node(volume)).node("emptyDir", memory).make();
    const NodePtr mount = MapMaker().node("name", string_node(volume)).node("mountPath", string_node("/dev/shm")).make();
    const auto append = [](const NodePtr& list, NodePtr item) { return yaml::with_inserted(list, list ? list->items.size() : 0, std::move(item)); };
    NodePtr out = yaml::with_entry(tmpl, "volumes", append(volumes, fresh));
    return sync_below(out, key, [&](const NodePtr& container) { return yaml::with_entry(container, "volumeMounts", append(yaml::find(container, "volumeMounts"), mount)); });
}

}  // namespace

// Such a mount has no place in the drawing: a changed list of volumes would leave it or drop it as it happens.
void refuse_mount_without_path(Writing& writing, const NodePtr& container) {
    const NodePtr list = yaml::find(container, "volumeMounts");
    if (!list) return;
    for (const NodePtr& item : list->items)
        if (const NodePtr mount = followed(item); mount && mount->is_map() && yaml::text_at(mount, "mountPath").empty())
            writing.refuse({WEFT_TR("core", "the volume `%1` is mounted without a `mountPath`: give it one in the text first"), {yaml::text_at(mount, "name")}});
}

NodePtr write_container_environment(Writing& writing, const NodePtr& container, const Environment& before, const Environment& after) {
    if (before.volumes != after.volumes) refuse_mount_without_path(writing, container);
    NodePtr out = sync_optional(container, "image", before.image, after.image);
    out = sync_optional(out, "imagePullPolicy", before.pull_policy, after.pull_policy, "image");
    out = sync_entry(out, "env", [&](const NodePtr& list) { return write_env(list, before.env, after.env); }, "image");
    out = sync_entry(out, "volumeMounts", [&](const NodePtr& list) { return write_mounts(list, before.volumes, after.volumes); }, "image");
    return sync_below(out, "resources", [&](const NodePtr& resources) { return write_resources(resources, before, after); }, "image");
}

NodePtr write_pod_environment(Writing& writing, const NodePtr& tmpl, const char* key, const Environment& before, const Environment& after) {
    NodePtr out = tmpl;
    if (key) {
        out = sync_entry(out, key, [&](const NodePtr& old) {
            const NodePtr container = old && old->is_map() ? old : yaml::make_map({});
            const NodePtr changed = write_container_environment(writing, container, before, after);
            return changed == container ? old : changed;
        });
        out = sync_entry(out, "volumes", [&](const NodePtr& list) { return write_template_volumes(writing, list, before.volumes, after.volumes); }, "name");
        out = write_shared_memory(writing, out, key, before.shared_memory, after.shared_memory);
    }
    out = sync_entry(out, "tolerations", [&](const NodePtr& list) { return write_tolerations(list, before.tolerations, after.tolerations); }, "name");
    out = sync_optional(out, "serviceAccountName", before.service_account, after.service_account, "name");
    if (before.node_selector == after.node_selector) return out;
    return sync_below(out, "nodeSelector", [&](const NodePtr& map) { return write_selector(map, before.node_selector, after.node_selector); }, "name");
}

// Argo merges templateDefaults.container into container templates and .script into script templates only.
NodePtr write_flow_environment(Writing& writing, const NodePtr& spec) {
    Environment before = writing.before.environment, after = writing.after.environment;
    if (before == after) return spec;
    NodePtr out = spec;
    if (before.service_account != after.service_account)
        out = sync_entry(out, "serviceAccountName", [&](const NodePtr& old) -> NodePtr { return after.service_account ? with_text(old, *after.service_account) : nullptr; }, "entrypoint");
    if (before.node_selector != after.node_selector)
        out = sync_below(out, "nodeSelector", [&](const NodePtr& map) { return write_selector(map, before.node_selector, after.node_selector); });
    if (before.pull_secrets != after.pull_secrets) {
        out = sync_entry(out, "imagePullSecrets", [&](const NodePtr& list) {
            return sync_list<std::string>(list, before.pull_secrets, after.pull_secrets,
                                          {[](const std::string& name) { return name; },
                                           [](const NodePtr& item, const std::string& b, const std::string& a) { return sync_text(item, "name", b, a); },
                                           [](const std::string& name) { return MapMaker().node("name", string_node(name)).make(); }});
        });
    }
    out = sync_entry(out, "tolerations", [&](const NodePtr& list) { return write_tolerations(list, before.tolerations, after.tolerations); }, "entrypoint");
    out = write_flow_volumes(writing, out);
    if (before.shared_memory != after.shared_memory) writing.refuse({WEFT_TR("core", "an Argo workflow has no shared memory for all its templates; set it on each task")});
    bool containers = false, scripts = false;
    const auto bare = [](Environment e) {   // what templateDefaults does not hold
        e.service_account.reset();
        e.node_selector.clear();
        e.pull_secrets.clear();
        e.tolerations.clear();
        std::erase_if(e.volumes, [](const Volume& v) { return v.path.empty(); });
        return e;
    };
    if (bare(before) == bare(after)) return out;
    for (const DefinitionPtr& definition : writing.after.definitions)
        if (definition->kind == DefinitionKind::none)   // Argo would take the defaults for what it runs
            writing.refuse({WEFT_TR("core", "the template `%1` says nothing to run, and defaults for all containers would make it one; give it something to run first"), {definition->name}});
    for (const DefinitionPtr& definition : writing.after.definitions) {
        containers = containers || definition->kind == DefinitionKind::container;
        scripts = scripts || definition->kind == DefinitionKind::script;
    }
    const auto defaults = [&](const char* key) {
        out = sync_below(out, "templateDefaults", [&](const NodePtr& map) {
            return sync_below(map, key, [&](const NodePtr& container) { return write_container_environment(writing, container, before, after); });
        }, "entrypoint");
    };
    if (containers || !scripts) defaults("container");
    if (scripts) defaults("script");
    return out;
}

}  // namespace weft::argo
