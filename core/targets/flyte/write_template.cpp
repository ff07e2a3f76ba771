// A changed task template: container or pod, interface, metadata.
#include "core/targets/flyte/pod.h"
#include "core/targets/flyte/writing.h"

#include <algorithm>

namespace weft::flyte {

using yaml::NodePtr;

namespace {

bool same_words(const std::vector<Scalar>& a, const std::vector<Scalar>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Scalar& x, const Scalar& y) { return x.text == y.text; });
}

NodePtr write_words(const NodePtr& map, const char* key, const std::vector<Scalar>& before, const std::vector<Scalar>& after) {
    if (same_words(before, after)) return map;
    if (after.empty()) return sync(map, key, nullptr);
    const NodePtr list = yaml::find(map, key_of(map, key));
    const std::size_t had = list ? list->items.size() : 0;
    std::vector<NodePtr> items;
    for (std::size_t i = 0; i < after.size(); ++i) items.push_back(i < had ? with_text(list->items[i], after[i].text) : string_node(after[i].text));
    return yaml::with_entry(map, key_of(map, key), yaml::make_sequence(std::move(items), list ? list->style : yaml::Style::any));
}

// {name: CPU, value: 500m}: the entry of one resource in one list.
NodePtr write_resource(const NodePtr& resources, const char* list, const char* name, const std::optional<Scalar>& before, const std::optional<Scalar>& after) {
    if (before.has_value() == after.has_value() && (!before || before->text == after->text)) return resources;
    const NodePtr old = yaml::find(resources, list);
    NodePtr items = old ? old : yaml::make_sequence({});
    for (std::size_t i = 0; i < items->items.size(); ++i) {
        if (yaml::text_at(items->items[i], "name") != name) continue;
        items = after ? yaml::with_item(items, i, sync_text(items->items[i], "value", after->text)) : yaml::without_item(items, i);
        return items->items.empty() ? sync(resources, list, nullptr) : yaml::with_entry(resources, list, items);
    }
    if (!after) return resources;
    const NodePtr entry = MapMaker().node("name", string_node(name)).node("value", string_node(after->text)).make();
    return yaml::with_entry(resources, list, yaml::with_inserted(items, items->items.size(), entry));
}

NodePtr write_env(const NodePtr& map, const std::vector<Binding>& before, const std::vector<Binding>& after, const char* name) {
    if (before == after) return map;
    const NodePtr list = yaml::find(map, "env");
    std::vector<NodePtr> items;
    std::vector<bool> used(list ? list->items.size() : 0, false);
    for (const Binding& variable : after) {
        NodePtr kept;
        for (std::size_t i = 0; i < used.size() && !kept; ++i) {
            if (used[i] || yaml::text_at(list->items[i], name) != variable.name) continue;
            used[i] = true;
            kept = list->items[i];
        }
        const Binding* was = nullptr;
        for (const Binding& one : before)
            if (one.name == variable.name) was = &one;
        if (kept && (!was || was->value != variable.value) && variable.value.source == Source::literal) {
            kept = sync(kept, "valueFrom", nullptr);
            kept = yaml::find_entry(kept, "value") ? yaml::with_entry(kept, "value", with_text(yaml::find(kept, "value"), variable.value.text)) : yaml::with_entry(kept, "value", string_node(variable.value.text));
        } else if (!kept || (was && was->value != variable.value)) {
            const NodePtr fresh = name == std::string_view("key") ? container_env_node({variable}) : env_list_node({variable});
            if (!fresh) continue;
            kept = fresh->items[0];
        }
        items.push_back(kept);
    }
    if (items.empty()) return sync(map, "env", nullptr);
    return yaml::with_entry(map, "env", yaml::make_sequence(std::move(items), list ? list->style : yaml::Style::any));
}

std::vector<Binding> part_of(const std::vector<Binding>& env, bool secrets) {
    std::vector<Binding> out;
    for (const Binding& one : env)
        if ((one.value.source == Source::secret) == secrets) out.push_back(one);
    return out;
}

// Outputs that are files are fetched only where the container or the pod says so.
NodePtr with_data_config(const NodePtr& holder, const Definition& after) {
    const bool fetched = std::any_of(after.outputs.begin(), after.outputs.end(), [](const Output& o) { return !o.path.empty(); });
    if (!fetched || Place{holder}.at("dataConfig").is_true("enabled")) return holder;
    return yaml::with_entry(holder, key_of(holder, "dataConfig"), MapMaker().node("enabled", yaml::make_plain("true")).text("inputPath", "/var/inputs").text("outputPath", "/var/outputs").make());
}

NodePtr write_container(const NodePtr& container, const Definition& before, const Definition& after) {
    const Environment &was = before.environment, &now = after.environment;
    NodePtr out = container;
    if (was.image != now.image) out = now.image ? yaml::with_entry(out, "image", with_text(yaml::find(out, "image"), *now.image)) : sync(out, "image", nullptr);
    out = write_words(out, "command", before.command, after.command);
    out = write_words(out, "args", before.args, after.args);
    out = sync_below(out, "resources", [&](NodePtr map) {
        map = write_resource(map, "requests", "CPU", was.cpu, now.cpu);
        map = write_resource(map, "requests", "MEMORY", was.memory, now.memory);
        map = write_resource(map, "requests", "EPHEMERAL_STORAGE", was.disk, now.disk);
        map = write_resource(map, "requests", "GPU", was.gpu, now.gpu);
        map = write_resource(map, "limits", "CPU", was.cpu_limit, now.cpu_limit);
        map = write_resource(map, "limits", "MEMORY", was.memory_limit, now.memory_limit);
        return write_resource(map, "limits", "GPU", was.gpu, now.gpu);
    });
    out = write_env(out, part_of(was.env, false), part_of(now.env, false), "key");
    return with_data_config(out, after);
}

NodePtr write_quantity(const NodePtr& resources, const char* list, const char* name, const std::optional<Scalar>& before, const std::optional<Scalar>& after) {
    if (before.has_value() == after.has_value() && (!before || before->text == after->text)) return resources;
    return sync_below(resources, list, [&](const NodePtr& map) { return sync_text(map, name, after ? after->text : ""); });
}

NodePtr write_pod_container(const NodePtr& container, const Definition& before, const Definition& after) {
    const Environment &was = before.environment, &now = after.environment;
    NodePtr out = container;
    if (was.image != now.image) out = sync_text(out, "image", now.image.value_or(""));
    if (was.pull_policy != now.pull_policy) out = sync_text(out, "imagePullPolicy", now.pull_policy.value_or(""));
    if (before.working_dir != after.working_dir) out = sync_text(out, "workingDir", after.working_dir);
    out = write_words(out, "command", before.command, after.command);
    out = write_words(out, "args", before.args, after.args);
    out = sync_below(out, "resources", [&](NodePtr map) {
        map = write_quantity(map, "requests", "cpu", was.cpu, now.cpu);
        map = write_quantity(map, "requests", "memory", was.memory, now.memory);
        map = write_quantity(map, "requests", "ephemeral-storage", was.disk, now.disk);
        map = write_quantity(map, "limits", "cpu", was.cpu_limit, now.cpu_limit);
        map = write_quantity(map, "limits", "memory", was.memory_limit, now.memory_limit);
        return write_quantity(map, "limits", "nvidia.com/gpu", was.gpu, now.gpu);
    });
    if (was.volumes != now.volumes) out = sync(out, "volumeMounts", mounts_node(now.volumes));
    return write_env(out, was.env, now.env, "name");
}

NodePtr write_pod(const NodePtr& pod, const Definition& before, const Definition& after) {
    const Environment &was = before.environment, &now = after.environment;
    const Place primary = primary_container({pod, {}, 0});
    return sync_below(pod, "podSpec", [&](NodePtr spec) {
        const NodePtr list = yaml::find(spec, "containers");
        for (std::size_t i = 0; list && i < list->items.size(); ++i)
            if (list->items[i] == primary.node) {
                const NodePtr changed = write_pod_container(list->items[i], before, after);
                if (changed != list->items[i]) spec = yaml::with_entry(spec, "containers", yaml::with_item(list, i, changed));
            }
        if (was.node_selector != now.node_selector) spec = sync(spec, "nodeSelector", selector_node(now.node_selector));
        if (was.tolerations != now.tolerations) spec = sync(spec, "tolerations", tolerations_node(now.tolerations));
        if (was.volumes != now.volumes) spec = sync(spec, "volumes", volumes_node(now.volumes));
        if (was.pull_secrets != now.pull_secrets) spec = sync(spec, "imagePullSecrets", names_node(now.pull_secrets));
        return was.service_account == now.service_account ? spec : sync_text(spec, "serviceAccountName", now.service_account.value_or(""));
    });
}


NodePtr write_outputs(const NodePtr& interface, const std::vector<Output>& before, const std::vector<Output>& after) {
    const auto as_inputs = [](const std::vector<Output>& outputs) {
        std::vector<Parameter> out;
        for (const Output& output : outputs) {
            Parameter one{output.name};
            one.type = output.type;
            out.push_back(std::move(one));
        }
        return out;
    };
    return write_variables(interface, "outputs", as_inputs(before), as_inputs(after));
}

NodePtr write_metadata(const NodePtr& metadata, const Definition& before, const Definition& after) {
    NodePtr out = metadata;
    if (before.retry != after.retry)
        out = sync_below(out, "retries", [&](const NodePtr& map) { return sync_text(map, "retries", after.retry && after.retry->limit ? after.retry->limit->text : ""); });
    if (before.timeout != after.timeout) out = sync_text(out, "timeout", seconds_of(after.timeout));
    return out;
}

}  // namespace

NodePtr write_variables(const NodePtr& interface, const char* key, const std::vector<Parameter>& before, const std::vector<Parameter>& after) {
    const auto same = [](const Parameter& a, const Parameter& b) { return a.name == b.name && a.type == b.type && a.description == b.description && a.choices == b.choices; };
    if (std::equal(before.begin(), before.end(), after.begin(), after.end(), same)) return interface;
    return sync_below(interface, key, [&](const NodePtr& holder) {
        return sync_below(holder, "variables", [&](const NodePtr& map) {
            std::vector<yaml::Entry> entries;
            for (const Parameter& now : after) {
                const Parameter* was = nullptr;
                for (const Parameter& one : before)
                    if (one.name == now.name) was = &one;
                const yaml::Entry* old = yaml::find_entry(map, now.name);
                if (!old) {
                    entries.push_back({string_node(now.name), MapMaker().node("type", type_node(now.type, now.choices)).text("description", now.description).make()});
                    continue;
                }
                NodePtr value = old->value;
                if (was && (was->type != now.type || was->choices != now.choices)) value = sync(value, "type", type_node(now.type, now.choices));
                if (was && was->description != now.description) value = sync_text(value, "description", now.description);
                entries.push_back({old->key, value});
            }
            return yaml::make_map(std::move(entries), map->style);
        });
    });
}

NodePtr write_template(Writing& writing, const NodePtr& tmpl, const Definition& before, const Definition& after) {
    if (before == after) return tmpl;
    if (before.kind != after.kind) {
        writing.refuse({WEFT_TR("core", "the message of %1 keeps its kind: make a new task instead"), {before.name}});
        return tmpl;
    }
    const Place place{tmpl, {}, 0};
    NodePtr out = tmpl;
    const Environment &was = before.environment, &now = after.environment;
    if (place.has("container")) {
        out = sync_below(out, "container", [&](const NodePtr& map) { return write_container(map, before, after); });
        if (part_of(was.env, true) != part_of(now.env, true))
            out = sync_below(out, "securityContext", [&](const NodePtr& map) { return sync(map, "secrets", secrets_node(now.env)); });
        Environment rest = now;
        rest.volumes = was.volumes, rest.node_selector = was.node_selector, rest.tolerations = was.tolerations, rest.pull_policy = was.pull_policy;
        rest.pull_secrets = was.pull_secrets, rest.service_account = was.service_account;
        if (rest != now || before.working_dir != after.working_dir)
            writing.refuse({WEFT_TR("core", "%1 is a plain container of Flyte: volumes, node selector, tolerations, service account, pull policy and working folder need a pod task (k8sPod)"), {before.name}});
    } else if (place.has("k8sPod")) {
        out = sync_below(out, "k8sPod", [&](const NodePtr& map) { return with_data_config(write_pod(map, before, after), after); });
    }
    if (was.shared_memory != now.shared_memory)
        out = sync_below(out, "extendedResources", [&](const NodePtr& map) {
            return sync_below(map, "sharedMemory", [&](const NodePtr& memory) { return sync_text(memory, "sizeLimit", now.shared_memory ? now.shared_memory->text : ""); });
        });
    out = sync_below(out, "interface", [&](const NodePtr& map) {
        const NodePtr inputs = write_variables(map, "inputs", before.inputs, after.inputs);
        return write_outputs(inputs, before.outputs, after.outputs);
    });
    return sync_below(out, "metadata", [&](const NodePtr& map) { return write_metadata(map, before, after); });
}

}  // namespace weft::flyte
