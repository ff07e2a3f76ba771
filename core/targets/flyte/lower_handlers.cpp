// Exit handlers. Flyte's failure node runs only when the workflow failed; what shall run always is there twice: as a last node, and as the failure node.
#include <algorithm>

#include "core/targets/flyte/lower.h"
#include "core/targets/flyte/reading.h"

namespace weft::flyte {
namespace {

std::vector<Need> leaves_of(const Body& body) {
    std::set<std::string> waited_for;
    for (const TaskPtr& task : body.tasks)
        for (const Need& need : task->needs) waited_for.insert(need.task);
    std::vector<Need> out;
    for (const TaskPtr& task : body.tasks)
        if (!waited_for.count(task->name)) out.push_back({task->name});
    return out;
}

Task handler_task(const Handler& handler) {
    Task task = *handler.task;
    if (handler.warn_only) task.tolerated = true;
    return task;
}

void add_success(Lowering& lowering, Site& scope, const std::vector<Handler>& handlers, Body& made) {
    const std::vector<Need> leaves = leaves_of(made);
    for (const Handler& handler : handlers) {
        if (handler.trigger == Trigger::on_failure) continue;
        scope.status = "Succeeded";
        const TaskPtr task = lowered_task(lowering, scope, handler_task(handler), scope.nodes.at(handler.task->name));
        if (!task) continue;
        Task copy = *task;
        copy.needs = leaves;
        made.tasks.push_back(std::make_shared<const Task>(std::move(copy)));
    }
}

std::string failure_name(const Site& scope, const Handler& handler) {
    const std::string& node = scope.nodes.at(handler.task->name);
    return handler.trigger == Trigger::always ? node + "-on-failure" : node;
}

// Several failure handlers: one sub-workflow whose nodes run side by side.
TaskPtr failure_group(Lowering& lowering, Site& scope, const std::vector<Handler>& handlers) {
    Body body;
    for (const Handler& handler : handlers) body.tasks.push_back(std::make_shared<const Task>(handler_task(handler)));
    Definition own;
    own.kind = DefinitionKind::flow;
    own.fail_fast = false;
    own.body = std::make_shared<const Body>(std::move(body));
    Task group;
    group.name = "on-failure";
    group.own = std::make_shared<const Definition>(std::move(own));
    return lowered_task(lowering, scope, group, "on-failure");
}

}  // namespace

void lower_handlers(Lowering& lowering, Site& scope, Body& made) {
    const std::vector<Handler>& handlers = scope.body->handlers;
    if (handlers.empty()) return;
    const std::string status = scope.status;
    const bool failure = scope.failure;
    add_success(lowering, scope, handlers, made);
    std::vector<Handler> failing;
    for (const Handler& handler : handlers)
        if (handler.trigger != Trigger::on_success) failing.push_back(handler);
    scope.status = "Failed";
    scope.failure = true;
    if (!failing.empty()) {
        const bool lone = failing.size() == 1;
        TaskPtr task = lone ? lowered_task(lowering, scope, handler_task(failing.front()), failure_name(scope, failing.front())) : failure_group(lowering, scope, failing);
        if (task) made.handlers.push_back({std::move(task), Trigger::on_failure, false, {}});
    }
    scope.status = status;
    scope.failure = failure;
}

}  // namespace weft::flyte
