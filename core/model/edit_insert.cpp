// A whole flow into another: what its tasks inherit there has to come along.
#include <algorithm>

#include "core/model/edit_paste.h"
#include "core/model/rebuild.h"

namespace weft::edit {
namespace {

template <class T, class Same> bool holds(const std::vector<T>& all, Same&& same) { return std::any_of(all.begin(), all.end(), same); }

template <class T> void take_missing(std::optional<T>& target, const std::optional<T>& from) {
    if (!target) target = from;
}

void bring_environment(Environment& target, const Environment& from) {
    take_missing(target.image, from.image);
    take_missing(target.pull_policy, from.pull_policy);
    take_missing(target.cpu, from.cpu);
    take_missing(target.memory, from.memory);
    take_missing(target.service_account, from.service_account);
    for (const Binding& one : from.env)
        if (!holds(target.env, [&](const Binding& known) { return known.name == one.name; })) target.env.push_back(one);
    for (const Volume& one : from.volumes)
        if (!holds(target.volumes, [&](const Volume& known) { return known.name == one.name; })) target.volumes.push_back(one);
}

// Tasks that would run on another image than in the flow they come from.
void keep_image(Flow& clip, const std::string& image) {
    const auto set = [&](TaskPtr& task) {
        if (!task || !task->own || task->environment.image || task->own->environment.image) return;
        if (task->own->kind != DefinitionKind::container && task->own->kind != DefinitionKind::script && task->own->kind != DefinitionKind::flow) return;
        Task copy = *task;
        rebuild::change_own(copy, [&](Definition& own) { own.environment.image = image; });
        task = std::make_shared<const Task>(std::move(copy));
    };
    for (TaskPtr& task : clip.main.tasks) set(task);
    for (Handler& handler : clip.main.handlers) set(handler.task);
}

std::vector<std::pair<TaskId, Point>> moved_to(const Flow& clip, const std::vector<TaskId>& made, const Point& at) {
    std::vector<std::pair<TaskId, Point>> moved;
    double left = 1e9, top = 1e9;
    for (const Placement& one : clip.placements) {
        left = std::min(left, one.at.x);
        top = std::min(top, one.at.y);
    }
    std::size_t i = 0;
    for (const TaskPtr& task : clip.main.tasks) {   // made: tasks, then handlers, in the clip's order; a handler's row is the lane's
        if (i >= made.size()) break;
        const auto placed = std::find_if(clip.placements.begin(), clip.placements.end(), [&](const Placement& one) { return one.path == task->name; });
        if (placed != clip.placements.end()) moved.push_back({made[i], {at.x + placed->at.x - left, at.y + placed->at.y - top}});
        ++i;
    }
    return moved;
}

}  // namespace

Result<Flow> insert_flow(const Flow& flow, const BodyRef& ref, const Flow& clip, const std::optional<Point>& at, std::vector<TaskId>* made) {
    Flow source = clip;
    const std::vector<Placement> placements = std::exchange(source.placements, {});
    if (clip.environment.image && flow.environment.image && *clip.environment.image != *flow.environment.image) keep_image(source, *clip.environment.image);
    std::vector<TaskId> came;
    Result<Flow> pasted = paste(flow, ref, source, &came);
    if (!pasted) return pasted;
    bring_environment(pasted->environment, clip.environment);
    for (const Parameter& one : clip.parameters)
        if (!holds(pasted->parameters, [&](const Parameter& known) { return known.name == one.name; })) pasted->parameters.push_back(one);
    if (made) *made = came;
    if (!at) return pasted;
    Flow placed = source;
    placed.placements = placements;
    return move_tasks(*pasted, moved_to(placed, came, *at));
}

}  // namespace weft::edit
