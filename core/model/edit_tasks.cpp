// Adding and removing tasks; moving their nodes.
#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include "core/model/rebuild.h"

namespace weft::edit {
namespace {

using Ids = std::unordered_set<TaskId>;

// Takes the tasks of `ids` out of a body and of all bodies below it; false when nothing was there.
bool remove_from(Body& body, const Ids& ids);

bool remove_below(TaskPtr& task, const Ids& ids) {
    if (!task || (task->handlers.empty() && !(task->own && task->own->body))) return false;
    Task copy = *task;
    bool changed = false;
    if (copy.own && copy.own->body) {
        Body body = *copy.own->body;
        const Body before = body;
        if (remove_from(body, ids)) {
            changed = true;
            rebuild::change_own(copy, [&](Definition& own) {
                // An output of the group that only handed on what a removed task made goes with it.
                std::erase_if(own.outputs, [&](const Output& output) {
                    const Value& value = output.expression;
                    return value.source == Source::output && find_task(before, value.task) && !find_task(body, value.task);
                });
                own.body = std::make_shared<const Body>(std::move(body));
            });
        }
    }
    changed = std::erase_if(copy.handlers, [&](const Handler& hook) { return hook.task && ids.count(hook.task->id) > 0; }) > 0 || changed;
    for (Handler& hook : copy.handlers) changed = remove_below(hook.task, ids) || changed;
    if (changed) task = std::make_shared<const Task>(std::move(copy));
    return changed;
}

bool remove_from(Body& body, const Ids& ids) {
    std::set<std::string, std::less<>> names;
    const auto gone = [&](const TaskPtr& task) {
        if (!task || ids.count(task->id) == 0) return false;
        names.insert(task->name);
        return true;
    };
    bool changed = std::erase_if(body.tasks, gone) > 0;
    changed = std::erase_if(body.handlers, [&](const Handler& handler) { return gone(handler.task); }) > 0 || changed;
    std::erase_if(names, [&](const std::string& name) { return find_task(body, name) != nullptr; });  // a namesake stays
    for (TaskPtr& task : body.tasks) {
        changed = remove_below(task, ids) || changed;
        task = rebuild::unhooked(task, names);
    }
    for (Handler& handler : body.handlers) {
        changed = remove_below(handler.task, ids) || changed;
        handler.task = rebuild::unhooked(handler.task, names);
    }
    return changed;
}

}  // namespace

std::string unique_name(const Body& body, const std::string& wanted) {
    const std::string base = wanted.empty() ? "task" : wanted;
    if (!find_task(body, base)) return base;
    std::unordered_set<std::string_view> taken;
    for (const TaskPtr& task : body.tasks) {
        if (task) taken.insert(task->name);
    }
    for (const Handler& handler : body.handlers) {
        if (handler.task) taken.insert(handler.task->name);
    }
    // "train-2" goes on with "train-3"
    std::string stem = base;
    const std::size_t dash = base.rfind('-');
    const bool numbered = dash != std::string::npos && dash > 0 && dash + 1 < base.size() && base.size() - dash < 6 &&
                          std::all_of(base.begin() + std::ptrdiff_t(dash) + 1, base.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (numbered) stem = base.substr(0, dash);
    for (int number = 2;; ++number) {
        std::string name = stem + "-" + std::to_string(number);
        if (taken.count(name) == 0) return name;
    }
}

Result<Flow> add_task(const Flow& flow, const BodyRef& ref, Task task, TaskId* made) {
    const Body* body = body_at(flow, ref);
    if (!body) return fail({WEFT_TR("core", "the flow that the task was meant for is not there any more")});
    if (Message problem = task.name.empty() ? Message() : rebuild::name_problem(task.name); !problem.empty()) return fail(std::move(problem));
    task.name = unique_name(*body, task.name);
    if (task.definition.empty() && !task.own) task.own = std::make_shared<const Definition>();
    if (flow.format == "native") rebuild::settle_own(task);
    TaskId last = rebuild::highest_id(flow);
    if (made) *made = last + 1;
    Body grown = *body;
    grown.tasks.push_back(rebuild::with_fresh_ids(std::make_shared<const Task>(std::move(task)), last));
    std::optional<Flow> result = rebuild::with_body(flow, ref, std::move(grown));
    if (!result) return fail({WEFT_TR("core", "the flow that the task was meant for is not there any more")});
    return std::move(*result);
}

Result<Flow> remove_tasks(const Flow& flow, const std::vector<TaskId>& ids) {
    const Ids wanted(ids.begin(), ids.end());
    std::vector<std::string> paths;
    for_each_task(flow, [&](const std::string& path, const Task& task, const Handler*) {
        if (wanted.count(task.id)) paths.push_back(path);
    });
    if (paths.size() < wanted.size()) return rebuild::no_such_task();
    Flow made = flow;
    if (!flow.placements.empty() || !flow.notes.empty() || !flow.unfolded.empty()) {
        for (const TaskId id : wanted) rebuild::move_placements(made, path_of(flow, id), {});
        for (const std::string& path : paths) rebuild::move_placements(made, path, {});
    }
    remove_from(made.main, wanted);
    for (DefinitionPtr& definition : made.definitions) {
        if (!definition || !definition->body) continue;
        Body body = *definition->body;
        if (!remove_from(body, wanted)) continue;
        Definition copy = *definition;
        copy.body = std::make_shared<const Body>(std::move(body));
        definition = std::make_shared<const Definition>(std::move(copy));
    }
    return made;
}

Result<Flow> move_tasks(const Flow& flow, const std::vector<std::pair<TaskId, Point>>& moves) {
    std::unordered_map<TaskId, std::string> paths;
    for (const auto& [id, at] : moves) {
        if (!std::isfinite(at.x) || !std::isfinite(at.y)) return fail({WEFT_TR("core", "a node cannot stand nowhere")});
        paths[id];
    }
    for_each_task(flow, [&](const std::string& path, const Task& task, const Handler*) {
        if (const auto found = paths.find(task.id); found != paths.end()) found->second = path;
    });
    Flow made = flow;
    std::unordered_map<std::string, std::size_t> known;
    for (std::size_t i = 0; i < made.placements.size(); ++i) {
        // Also the other way to name a task in a shared definition: "user/task" for "definition:task".
        const Task* task = made.placements[i].path.find('/') == std::string::npos ? nullptr : at_path(flow, made.placements[i].path);
        const auto moved = task ? paths.find(task->id) : paths.end();
        known.emplace(moved == paths.end() ? made.placements[i].path : moved->second, i);
    }
    for (const auto& [id, at] : moves) {
        const std::string& path = paths[id];
        if (path.empty() && !find_task(flow, id)) return rebuild::no_such_task();
        const Point place{std::round(at.x), std::round(at.y)};  // whole pixels keep the file readable
        const auto [entry, fresh] = known.emplace(path, made.placements.size());
        if (fresh) made.placements.push_back({path, place});
        else made.placements[entry->second].at = place;
    }
    return made;
}

}  // namespace weft::edit
