#include <algorithm>
#include <unordered_map>

#include "core/model/edit.h"
#include "core/model/graph.h"

namespace weft {
namespace {

struct Seen {
    const Task* task = nullptr;
    const Definition* runs = nullptr;
    const Handler* handler = nullptr;
    std::string path;
};

using Index = std::unordered_map<TaskId, Seen>;

Index index_of(const Flow& flow) {
    std::unordered_map<std::string_view, const Definition*> definitions;
    for (const DefinitionPtr& definition : flow.definitions) {
        if (definition) definitions.emplace(definition->name, definition.get());
    }
    Index index;
    index.reserve(flow.main.tasks.size() + flow.main.handlers.size());
    for_each_task(flow, [&](const std::string& path, const Task& task, const Handler* handler) {
        const auto shared = definitions.find(task.definition);
        index.emplace(task.id, Seen{&task, shared == definitions.end() ? nullptr : shared->second, handler, path});
    });
    return index;
}

bool same_use(const Seen& a, const Seen& b) {
    if (a.task != b.task && !(*a.task == *b.task)) return false;
    if (bool(a.handler) != bool(b.handler)) return false;
    if (a.handler && (a.handler->trigger != b.handler->trigger || a.handler->warn_only != b.handler->warn_only || a.handler->expression != b.handler->expression)) return false;
    if (a.runs == b.runs) return true;
    return a.runs && b.runs && *a.runs == *b.runs;
}

std::vector<std::string> reads(const Task& task) {
    static const Flow none;
    std::vector<std::string> names;
    for (const FieldReference& reference : references_of(none, task)) {
        if (!reference.reference.task.empty()) names.push_back(reference.reference.task + "." + reference.reference.name + ">" + reference.field);
    }
    return names;
}

bool same_edges(const Task& a, const Task& b) { return &a == &b || (a.name == b.name && a.needs == b.needs && a.depends == b.depends && reads(a) == reads(b)); }

bool same_pointers(const std::vector<DefinitionPtr>& a, const std::vector<DefinitionPtr>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const DefinitionPtr& x, const DefinitionPtr& y) { return x == y || (x && y && *x == *y); });
}

bool same_order(const Body& a, const Body& b) {
    return std::equal(a.tasks.begin(), a.tasks.end(), b.tasks.begin(), b.tasks.end(), [](const TaskPtr& x, const TaskPtr& y) { return x == y || (x && y && x->id == y->id); });
}

}  // namespace

FlowChange diff(const Flow& before, const Flow& after) {
    FlowChange change;
    change.placements = before.placements != after.placements || before.notes != after.notes || before.unfolded != after.unfolded;
    change.environment = !(before.environment == after.environment) || before.schedule != after.schedule;
    change.parameters = !(before.parameters == after.parameters && before.name == after.name && before.description == after.description &&
                          before.timeout == after.timeout && before.parallelism == after.parallelism && before.entrypoint == after.entrypoint &&
                          before.unsupported == after.unsupported);
    change.definitions = !same_pointers(before.definitions, after.definitions);
    if (!change.definitions && before.main == after.main) return change;
    const Index old = index_of(before), now = index_of(after);
    for (const auto& [id, seen] : now) {
        const auto known = old.find(id);
        if (known == old.end()) {
            change.added.push_back(id);
        } else if (!same_use(known->second, seen) || known->second.path != seen.path) {
            change.changed.push_back(id);
            change.edges = change.edges || !same_edges(*known->second.task, *seen.task) || bool(known->second.handler) != bool(seen.handler);
        }
    }
    for (const auto& [id, seen] : old) {
        if (now.find(id) == now.end()) change.removed.push_back(id);
    }
    for (std::vector<TaskId>* ids : {&change.added, &change.removed, &change.changed}) std::sort(ids->begin(), ids->end());
    change.edges = change.edges || !change.added.empty() || !change.removed.empty() || !same_order(before.main, after.main);
    return change;
}

}  // namespace weft
