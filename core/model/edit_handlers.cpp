// A task becomes an exit handler of its body, and back.
#include <algorithm>

#include "core/model/rebuild.h"

namespace weft::edit {
namespace {

Result<Flow> gone(std::optional<Flow> flow) {
    if (!flow) return rebuild::no_such_task();
    return std::move(*flow);
}

}  // namespace

Result<Flow> make_handler(const Flow& flow, TaskId id, Trigger trigger) {
    const Task* task = find_task(flow, id);
    if (!task) return rebuild::no_such_task();
    const BodyRef ref = body_of(flow, id);
    Body body = *body_at(flow, ref);
    const auto stands = std::find_if(body.tasks.begin(), body.tasks.end(), [&](const TaskPtr& t) { return t && t->id == id; });
    if (stands == body.tasks.end()) return fail({WEFT_TR("core", "\"%1\" is an exit handler already"), {task->name}});
    Task moved = **stands;
    moved.needs.clear();
    moved.depends.clear();
    body.tasks.erase(stands);
    if (!find_task(body, moved.name)) {
        for (TaskPtr& other : body.tasks) other = rebuild::unhooked(other, {moved.name});
        for (Handler& handler : body.handlers) handler.task = rebuild::unhooked(handler.task, {moved.name});
    }
    Handler handler;
    handler.task = std::make_shared<const Task>(std::move(moved));
    handler.trigger = trigger;
    body.handlers.push_back(std::move(handler));
    Result<Flow> made = gone(rebuild::with_body(flow, ref, std::move(body)));
    if (made) {  // handlers have a lane of their own
        rebuild::move_placements(*made, rebuild::body_path(flow, id), {});
        rebuild::move_placements(*made, path_of(flow, id), {});
    }
    return made;
}

Result<Flow> make_task(const Flow& flow, TaskId id) {
    const Task* task = find_task(flow, id);
    if (!task) return rebuild::no_such_task();
    const BodyRef ref = body_of(flow, id);
    Body body = *body_at(flow, ref);
    const auto stands = std::find_if(body.handlers.begin(), body.handlers.end(), [&](const Handler& h) { return h.task && h.task->id == id; });
    if (stands == body.handlers.end()) return fail({WEFT_TR("core", "\"%1\" is no exit handler of its flow"), {task->name}});
    body.tasks.push_back(stands->task);
    body.handlers.erase(stands);
    return gone(rebuild::with_body(flow, ref, std::move(body)));
}

Result<Flow> set_trigger(const Flow& flow, TaskId id, Trigger trigger, bool warn_only) {
    const Task* task = find_task(flow, id);
    if (!task) return rebuild::no_such_task();
    std::optional<Flow> made = rebuild::with_handler(flow, id, [&](Handler& handler) {
        handler.trigger = trigger;
        handler.warn_only = warn_only;
    });
    if (!made) return fail({WEFT_TR("core", "\"%1\" is no exit handler"), {task->name}});
    return std::move(*made);
}

}  // namespace weft::edit
