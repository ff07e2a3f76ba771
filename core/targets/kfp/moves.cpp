// Names and whole nodes move first, in the file's tree and in ours alike; then the rest of a change is a difference of fields.
#include <algorithm>

#include "core/targets/kfp/writing.h"

namespace weft::kfp {
namespace {

using yaml::NodePtr;

NodePtr followed(const NodePtr& node) { return node && node->kind == yaml::Kind::alias ? node->target : node; }

NodePtr with_text(const NodePtr& old, const std::string& text) {
    auto node = std::make_shared<yaml::Node>(*yaml::make_string(text));
    if (old->style != yaml::Style::plain) node->style = old->style;
    return node;
}

const std::string* renamed(const std::vector<Rename>& renames, const std::string& name) {
    for (const Rename& one : renames)
        if (one.from == name) return &one.to;
    return nullptr;
}

NodePtr rename_scalar(const NodePtr& node, const std::vector<Rename>& renames) {
    const NodePtr at = followed(node);
    if (!at || !at->is_scalar()) return node;
    const std::string* to = renamed(renames, at->text);
    return to ? with_text(at, *to) : node;
}

NodePtr rename_below(const NodePtr& node, const std::string& key, const std::vector<Rename>& renames) {
    if (!node) return node;
    if (node->kind == yaml::Kind::alias) {   // what it names may be called otherwise elsewhere
        const NodePtr at = followed(node), now = rename_below(at, key, renames);
        return now == at ? node : fresh_copy(now);
    }
    if (node->is_scalar()) return key == "producerTask" || key == "producerSubtask" || key == "dependentTasks" ? rename_scalar(node, renames) : node;
    NodePtr out = node;
    for (std::size_t i = 0; i < node->items.size(); ++i)
        if (const NodePtr now = rename_below(node->items[i], key, renames); now != node->items[i]) out = yaml::with_item(out, i, now);
    for (const yaml::Entry& entry : node->entries)
        if (entry.key && entry.value)
            if (const NodePtr now = rename_below(entry.value, entry.key->text, renames); now != entry.value) out = yaml::with_entry(out, entry.key->text, now);
    return out;
}

// Keys change all at once, so that two names may change places.
NodePtr rename_keys(const NodePtr& map, const std::vector<Rename>& renames) {
    if (!map || !map->is_map()) return map;
    std::vector<yaml::Entry> entries = map->entries;
    bool changed = false;
    for (yaml::Entry& entry : entries)
        if (const NodePtr key = rename_scalar(entry.key, renames); key != entry.key) entry.key = key, changed = true;
    return changed ? yaml::make_map(std::move(entries), map->style) : map;
}

NodePtr change_below(const NodePtr& map, std::string_view key, const std::function<NodePtr(const NodePtr&)>& change) {
    const NodePtr old = yaml::find(map, key);
    if (!old) return map;
    const NodePtr now = change(old);
    return now == old ? map : yaml::with_entry(map, key, now);
}

NodePtr change_dag(const NodePtr& spec, const std::string& component, const std::function<NodePtr(const NodePtr&)>& change) {
    const auto in_component = [&](const NodePtr& node) { return change_below(node, "dag", change); };
    if (component.empty()) return change_below(spec, "root", in_component);
    return change_below(spec, "components", [&](const NodePtr& all) { return change_below(all, component, in_component); });
}

NodePtr for_each_entry(const NodePtr& map, const std::function<NodePtr(const NodePtr&)>& change) {
    NodePtr out = map;
    if (!map || !map->is_map()) return map;
    for (const yaml::Entry& entry : map->entries)
        if (entry.key && entry.value)
            if (const NodePtr at = followed(entry.value), now = change(at); now != at) out = yaml::with_entry(out, entry.key->text, now);
    return out;
}

NodePtr without_twins_in(const NodePtr& now, const NodePtr& file, const char* field, std::initializer_list<const char*> twins) {
    const NodePtr was = yaml::find(file, field), is = yaml::find(now, field);
    if (yaml::same_value(was.get(), is.get())) return now;
    NodePtr out = now;
    for (const char* twin : twins)
        if (yaml::find_entry(out, twin)) out = yaml::without_entry(out, twin);
    return out;
}

NodePtr clean_item(const NodePtr& now, const NodePtr& file) {
    NodePtr out = now;
    out = without_twins_in(out, file, "resourceCpuLimit", {"cpuLimit"});
    out = without_twins_in(out, file, "resourceMemoryLimit", {"memoryLimit"});
    out = without_twins_in(out, file, "resourceCpuRequest", {"cpuRequest"});
    out = without_twins_in(out, file, "resourceMemoryRequest", {"memoryRequest"});
    out = without_twins_in(out, file, "resourceType", {"type"});
    out = without_twins_in(out, file, "resourceCount", {"count"});
    out = without_twins_in(out, file, "secretNameParameter", {"secretName"});
    out = without_twins_in(out, file, "configMapNameParameter", {"configMapName"});
    return without_twins_in(out, file, "pvcNameParameter", {"constant", "taskOutputParameter", "componentInputParameter"});
}

}  // namespace

NodePtr fresh_copy(const NodePtr& from) {
    auto node = std::make_shared<yaml::Node>(*followed(from));
    node->span = {};
    node->anchor.clear();
    for (NodePtr& item : node->items) item = fresh_copy(item);
    for (yaml::Entry& entry : node->entries) entry = {fresh_copy(entry.key), entry.value ? fresh_copy(entry.value) : nullptr};
    return node;
}

NodePtr rename_components(const NodePtr& spec, const std::vector<Rename>& renames) {
    if (renames.empty()) return spec;
    const auto in_dag = [&](const NodePtr& dag) {
        return change_below(dag, "tasks", [&](const NodePtr& tasks) {
            return for_each_entry(tasks, [&](const NodePtr& task) {
                return change_below(task, "componentRef", [&](const NodePtr& ref) { return change_below(ref, "name", [&](const NodePtr& name) { return rename_scalar(name, renames); }); });
            });
        });
    };
    NodePtr out = change_dag(spec, {}, in_dag);
    return change_below(out, "components", [&](const NodePtr& all) {
        return rename_keys(for_each_entry(all, [&](const NodePtr& component) { return change_below(component, "dag", in_dag); }), renames);
    });
}

NodePtr rename_tasks(const NodePtr& spec, const std::string& component, const std::vector<Rename>& renames) {
    if (renames.empty()) return spec;
    return change_dag(spec, component, [&](const NodePtr& dag) {
        const NodePtr names = change_below(dag, "tasks", [&](const NodePtr& tasks) {
            NodePtr out = tasks;
            for (const Rename& one : renames) {
                const NodePtr task = yaml::find(tasks, one.from), shown = yaml::find(yaml::find(task, "taskInfo"), "name");
                if (!shown || shown->text != one.from) continue;
                out = yaml::with_entry(out, one.from, yaml::with_entry(task, "taskInfo", yaml::with_entry(yaml::find(task, "taskInfo"), "name", with_text(shown, one.to))));
            }
            return rename_keys(out, renames);
        });
        return rename_below(names, {}, renames);
    });
}

NodePtr rename_producers(const NodePtr& executor, const std::vector<Rename>& renames) { return rename_below(executor, {}, renames); }

NodePtr copy_component(const NodePtr& spec, const std::string& from, const std::string& to, const std::string& label) {
    const NodePtr components = yaml::find(spec, "components"), origin = yaml::find(components, from);
    if (!origin) return spec;
    const std::string old_label = yaml::text_at(origin, "executorLabel");
    NodePtr copy = fresh_copy(origin);
    if (!old_label.empty()) copy = yaml::with_entry(copy, "executorLabel", yaml::make_string(label));
    NodePtr out = yaml::with_entry(spec, "components", yaml::with_entry_after(components, from, to, copy));
    const NodePtr deployment = yaml::find(out, "deploymentSpec"), executors = yaml::find(deployment, "executors"), executor = yaml::find(executors, old_label);
    if (old_label.empty() || !executor) return out;
    return yaml::with_entry(out, "deploymentSpec", yaml::with_entry(deployment, "executors", yaml::with_entry_after(executors, old_label, label, fresh_copy(executor))));
}

NodePtr wrap_root(const NodePtr& spec, const ExitGroup& group) {
    const NodePtr root = yaml::find(spec, "root"), dag = yaml::find(root, "dag"), tasks = yaml::find(dag, "tasks"), components = yaml::find(spec, "components");
    const NodePtr inside = yaml::make_map({{yaml::make_string("dag"), yaml::make_map({{yaml::make_string("tasks"), tasks ? fresh_copy(tasks) : yaml::make_map({})}})}});
    const NodePtr out = yaml::with_entry(spec, "components", components ? yaml::with_entry(components, group.component, inside) : yaml::make_map({{yaml::make_string(group.component), inside}}));
    return yaml::with_entry(out, "root", yaml::with_entry(root, "dag", yaml::with_entry(dag, "tasks", yaml::make_map({}))));
}

NodePtr move_task(const NodePtr& spec, const std::string& name, const std::string& from, const std::string& to) {
    NodePtr node;
    const NodePtr out = change_dag(spec, from, [&](const NodePtr& dag) {
        return change_below(dag, "tasks", [&](const NodePtr& tasks) {
            node = yaml::find(tasks, name);
            return node ? yaml::without_entry(tasks, name) : tasks;
        });
    });
    if (!node) return spec;
    return change_dag(out, to, [&](const NodePtr& dag) { return change_below(dag, "tasks", [&](const NodePtr& tasks) { return yaml::with_entry(tasks, name, fresh_copy(node)); }); });
}

NodePtr without_old_twins(const NodePtr& now, const NodePtr& given) {
    const NodePtr file = followed(given);
    if (!now || !file || now == file || now->kind != file->kind) return now;
    if (now->is_sequence()) {
        NodePtr out = now;
        for (std::size_t i = 0; i < now->items.size() && now->items.size() == file->items.size(); ++i)
            if (const NodePtr one = without_old_twins(now->items[i], file->items[i]); one != now->items[i]) out = yaml::with_item(out, i, one);
        return out;
    }
    if (!now->is_map()) return now;
    NodePtr out = now;
    for (const yaml::Entry& entry : now->entries) {
        if (!entry.key || !entry.value) continue;
        const yaml::Entry* was = yaml::find_entry(file, entry.key->text);
        if (!was || was->value == entry.value) continue;
        if (const NodePtr one = without_old_twins(entry.value, was->value); one != entry.value) out = yaml::with_entry(out, entry.key->text, one);
    }
    return clean_item(out, file);
}

}  // namespace weft::kfp
