// The drawn change goes into the trees of both documents: names and whole nodes first, then every field that differs.
#include <algorithm>
#include <set>

#include "core/targets/kfp/merge.h"
#include "core/targets/kfp/recurring.h"
#include "core/targets/kfp/writing.h"

namespace weft::kfp {
namespace {

using yaml::NodePtr;

void body_tasks(const Body& body, std::vector<const Task*>& out) {
    for (const TaskPtr& task : body.tasks) {
        out.push_back(task.get());
        for (const Handler& hook : task->handlers) out.push_back(hook.task.get());
    }
    for (const Handler& handler : body.handlers) out.push_back(handler.task.get());
}

std::vector<Rename> renames_of(const Body& before, const Body& after) {
    std::vector<const Task*> old, now;
    body_tasks(before, old);
    body_tasks(after, now);
    std::unordered_map<TaskId, const Task*> was;
    for (const Task* task : old) was.emplace(task->id, task);
    std::vector<Rename> out;
    for (const Task* task : now)
        if (const auto found = was.find(task->id); found != was.end() && found->second->name != task->name) out.push_back({found->second->name, task->name});
    return out;
}

// Both sides of every step: what stands in the file and what we would have written of it.
struct Sides {
    NodePtr file, ours, file_platform, ours_platform;

    void spec(const std::function<NodePtr(const NodePtr&)>& change) {
        file = change(file);
        ours = change(ours);
    }
    void pods(const std::string& label, const std::function<NodePtr(const NodePtr&)>& change) {
        const std::string path = "platforms/kubernetes/deploymentSpec/executors/" + label;
        for (NodePtr* side : {&file_platform, &ours_platform})
            if (const NodePtr at = *side ? yaml::find_path(*side, path) : nullptr)
                if (const NodePtr now = change(at); now != at) *side = yaml::with_path(*side, path, now);
    }
    void copy_pods(const std::string& from, const std::string& to) {
        for (NodePtr* side : {&file_platform, &ours_platform})
            if (const NodePtr at = *side ? yaml::find_path(*side, "platforms/kubernetes/deploymentSpec/executors/" + from) : nullptr)
                *side = yaml::with_path(*side, "platforms/kubernetes/deploymentSpec/executors/" + to, fresh_copy(at));
    }
};

struct Writer {
    const Flow& before;
    const Flow& after;
    const Spec& spec;
    Layout layout;      // of after
    Sides sides;

    // The components that the tasks of a body run: their pods may name producers of that body.
    void rename_in_pods(const Body& body, const std::vector<Rename>& renames) {
        std::vector<const Task*> tasks;
        std::set<std::string> labels;
        body_tasks(body, tasks);
        for (const Task* task : tasks)
            if (const auto label = spec.labels.find(task->definition); label != spec.labels.end()) labels.insert(label->second);
        for (const std::string& label : labels) sides.pods(label, [&](const NodePtr& pods) { return rename_producers(pods, renames); });
    }

    void rename_bodies(const std::vector<int>& partner) {
        const std::vector<Rename> main = renames_of(before.main, after.main);
        sides.spec([&](const NodePtr& root) { return rename_tasks(root, {}, main); });
        if (spec.group) sides.spec([&](const NodePtr& root) { return rename_tasks(root, spec.group.component, main); });
        if (!main.empty()) rename_in_pods(before.main, main);
        for (std::size_t i = 0; i < after.definitions.size(); ++i) {
            const DefinitionPtr was = partner[i] < 0 ? nullptr : before.definitions[std::size_t(partner[i])], &is = after.definitions[i];
            if (!was || was == is || !was->body || !is->body) continue;
            const std::vector<Rename> renames = renames_of(*was->body, *is->body);
            if (renames.empty()) continue;
            sides.spec([&](const NodePtr& root) { return rename_tasks(root, was->name, renames); });
            rename_in_pods(*was->body, renames);
        }
    }

    void rename_definitions(const std::vector<int>& partner) {
        std::vector<Rename> renames;
        layout.labels.clear();
        for (std::size_t i = 0; i < after.definitions.size(); ++i) {
            if (partner[i] < 0) continue;
            const std::string &was = before.definitions[std::size_t(partner[i])]->name, &is = after.definitions[i]->name;
            if (was != is) renames.push_back({was, is});
            if (const auto label = spec.labels.find(was); label != spec.labels.end()) layout.labels[is] = label->second;
        }
        sides.spec([&](const NodePtr& root) { return rename_components(root, renames); });
    }

    void copy_definitions(const std::vector<int>& partner) {
        const Layout complete = complete_layout(after, layout);
        for (std::size_t i = 0; i < after.definitions.size(); ++i) {
            const int origin = partner[i] < 0 ? copied_from(before, after, i) : -1;
            if (origin < 0) continue;
            const std::string &from = after.definitions[i - 1]->name, &to = after.definitions[i]->name;
            const auto label = complete.labels.find(to);
            if (label != complete.labels.end()) {
                layout.labels[to] = label->second;
                if (const auto old = layout.labels.find(from); old != layout.labels.end()) sides.copy_pods(old->second, label->second);
            }
            sides.spec([&](const NodePtr& root) { return copy_component(root, from, to, label == complete.labels.end() ? std::string() : label->second); });
        }
    }

    Message move_handlers() {
        const bool wrap = !spec.group && !after.main.handlers.empty();
        if (wrap) {
            if (spec.root.down("root/dag/outputs")) return {WEFT_TR("core", "an exit handler needs a group round all tasks, and this pipeline has outputs that would stand inside it: remove `root.dag.outputs` first")};
            layout.group = complete_layout(after, layout).group;
            sides.spec([&](const NodePtr& root) { return wrap_root(root, layout.group); });
        }
        if (!layout.group) return {};
        std::set<TaskId> was_task, was_handler;
        for (const TaskPtr& task : before.main.tasks) was_task.insert(task->id);
        for (const Handler& handler : before.main.handlers) was_handler.insert(handler.task->id);
        for (const Handler& handler : after.main.handlers)
            if (was_task.count(handler.task->id)) sides.spec([&](const NodePtr& root) { return move_task(root, handler.task->name, layout.group.component, {}); });
        for (const TaskPtr& task : after.main.tasks)
            if (was_handler.count(task->id)) sides.spec([&](const NodePtr& root) { return move_task(root, task->name, {}, layout.group.component); });
        return {};
    }
};

bool same_order(const Body& a, const Body& b) {
    return std::equal(a.tasks.begin(), a.tasks.end(), b.tasks.begin(), b.tasks.end(), [](const TaskPtr& x, const TaskPtr& y) { return x->id == y->id; });
}

// A task was renamed and another one has its old name now: seen from the last reading, that name's place belongs to both.
bool name_changed_hands(const Body& before, const Body& after) {
    std::vector<const Task*> old, now;
    body_tasks(before, old);
    body_tasks(after, now);
    std::unordered_map<std::string, TaskId> has;
    std::set<TaskId> stands;
    for (const Task* task : now) has.emplace(task->name, task->id), stands.insert(task->id);
    return std::any_of(old.begin(), old.end(), [&](const Task* task) {
        const auto other = has.find(task->name);
        return other != has.end() && other->second != task->id && stands.count(task->id) > 0;
    });
}

// Gesture by gesture a task may have come to stand where the file, seen from its last reading, has no place for it.
bool stands_as_drawn(const Flow& before, const Flow& drawn, const Flow& settled, const std::vector<int>& partner) {
    if (!same_order(drawn.main, settled.main) || name_changed_hands(before.main, settled.main)) return false;
    const std::size_t found = std::size_t(std::count_if(partner.begin(), partner.end(), [](int one) { return one >= 0; }));
    const bool strange = std::any_of(partner.begin(), partner.begin() + std::ptrdiff_t(std::min(partner.size(), drawn.definitions.size())), [](int one) { return one < 0; });
    if (strange && found < before.definitions.size()) return false;      // one of those that went may be the one that came
    for (std::size_t i = 0; i < settled.definitions.size(); ++i) {
        const DefinitionPtr was = partner[i] < 0 ? nullptr : before.definitions[std::size_t(partner[i])], &is = settled.definitions[i];
        if (was && was != is && was->body && is->body && name_changed_hands(*was->body, *is->body)) return false;
        if (i >= drawn.definitions.size()) continue;
        const DefinitionPtr& wanted = drawn.definitions[i];
        if (wanted != is && wanted->body && is->body && !same_order(*wanted->body, *is->body)) return false;
    }
    return true;
}

}  // namespace

TaskIndex index_tasks(const Flow& flow) {
    TaskIndex out;
    for_each_task(flow, [&](const std::string&, const Task& task, const Handler*) { out.emplace(task.id, &task); });
    return out;
}

std::vector<int> pair_definitions(const Flow& before, const Flow& after) {
    std::vector<int> partner(after.definitions.size(), -1);
    std::unordered_map<std::string, int> index;
    for (std::size_t i = 0; i < before.definitions.size(); ++i) index.emplace(before.definitions[i]->name, int(i));
    std::vector<bool> used(before.definitions.size(), false);
    for (std::size_t i = 0; i < after.definitions.size(); ++i)
        if (const auto found = index.find(after.definitions[i]->name); found != index.end() && !used[std::size_t(found->second)]) partner[i] = found->second, used[std::size_t(found->second)] = true;
    // One renamed and others added or removed in the same breath: it is the one that the same tasks run.
    std::unordered_map<TaskId, int> ran;
    for_each_task(before, [&](const std::string&, const Task& task, const Handler*) {
        if (const auto found = index.find(task.definition); found != index.end() && !used[std::size_t(found->second)]) ran.emplace(task.id, found->second);
    });
    for (std::size_t i = 0; i < after.definitions.size() && !ran.empty(); ++i)
        for_each_task(after, [&](const std::string&, const Task& task, const Handler*) {
            if (partner[i] >= 0 || task.definition != after.definitions[i]->name) return;
            if (const auto was = ran.find(task.id); was != ran.end() && !used[std::size_t(was->second)]) partner[i] = was->second, used[std::size_t(was->second)] = true;
        });
    // Renamed, and nothing runs it any more: it is the one that says the same.
    for (std::size_t i = 0; i < partner.size(); ++i)
        for (std::size_t k = 0; k < used.size() && partner[i] < 0; ++k) {
            if (used[k]) continue;
            Definition renamed = *before.definitions[k];
            renamed.name = after.definitions[i]->name;
            if (renamed == *after.definitions[i]) partner[i] = int(k), used[k] = true;
        }
    if (before.definitions.size() != after.definitions.size()) return partner;
    for (std::size_t i = 0; i < partner.size(); ++i)
        if (partner[i] < 0 && !used[i]) partner[i] = int(i), used[i] = true;
    return partner;
}

// A copy for one task stands behind its original and is called "original-task" (model/edit).
int copied_from(const Flow& before, const Flow& after, std::size_t index) {
    if (index == 0) return -1;
    const Definition &copy = *after.definitions[index], &original = *after.definitions[index - 1];
    if (!copy.name.starts_with(original.name + "-") || copy.kind != original.kind) return -1;
    for (std::size_t i = 0; i < before.definitions.size(); ++i)
        if (before.definitions[i]->name == original.name) return int(i);
    return -1;
}

Result<std::vector<NodePtr>> write(const Flow& before, const Flow& wanted, const yaml::Stream& stream, std::size_t) {
    const Result<Spec> spec = find_spec(stream);
    if (!spec) return tl::unexpected<Error>(spec.error());
    const Result<Flow> settled = settle(before, wanted);
    if (!settled) return tl::unexpected<Error>(settled.error());
    const Flow& after = *settled;
    const std::vector<int> partner = pair_definitions(before, after);
    if (!stands_as_drawn(before, wanted, after, partner)) return fail(Message{WEFT_TR("core", "this change cannot be written without changing something else in the file; nothing was changed")});
    std::vector<NodePtr> roots;
    for (const yaml::Document& document : stream.documents) roots.push_back(document.root);
    const Layout layout{spec->group, spec->labels};
    const Trees ours = build(before, layout);
    const NodePtr platform_root = !spec->platform_inside.empty() ? spec->head.down(spec->platform_inside).node : spec->platform_document ? roots[*spec->platform_document] : nullptr;
    Writer writer{before, after, *spec, layout, {spec->root.node, ours.spec, platform_root, ours.platform}};
    writer.rename_bodies(partner);
    writer.rename_definitions(partner);
    writer.copy_definitions(partner);
    if (Message why = writer.move_handlers(); !why.empty()) return fail(std::move(why));
    const Trees made = build(after, writer.layout);
    const Sides& sides = writer.sides;
    const auto put = [&](const std::string& inside, std::size_t document, const NodePtr& merged, const NodePtr& file) {
        const NodePtr node = merged == file ? merged : without_old_twins(merged, file);
        if (inside.empty()) roots[document] = node;
        else if (node != spec->head.down(inside).node) roots[document] = yaml::with_path(roots[document], inside, node);
    };
    put(spec->inside, spec->document, merge(sides.file, sides.ours, made.spec), sides.file);
    if (platform_root) {
        put(spec->platform_inside, spec->platform_document.value_or(spec->document), merge(sides.file_platform, sides.ours_platform, made.platform), sides.file_platform);
    } else if (made.platform) {
        if (!spec->inside.empty()) return fail(Message{WEFT_TR("core", "what Kubernetes is told of pods has no place in this file: its `pipeline_spec` holds the pipeline alone")});
        if (stream.json) return fail(Message{WEFT_TR("core", "what Kubernetes is told of pods stands in a second document, and a JSON file has only one: save the pipeline as YAML")});
        roots.push_back(made.platform);
    }
    if (before.schedule && after.schedule && before.schedule != after.schedule) roots[spec->document] = with_schedule(roots[spec->document], *before.schedule, *after.schedule);
    return roots;
}

}  // namespace weft::kfp
