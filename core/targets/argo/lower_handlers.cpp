// Exit handlers of the flow, and handlers of tasks and groups as hooks.
#include <algorithm>

#include "core/targets/argo/lower.h"

namespace weft::argo {
namespace {

bool named(const std::vector<Handler>& handlers, const std::string& name) {
    return std::any_of(handlers.begin(), handlers.end(), [&](const Handler& handler) { return handler.task->name == name; });
}

}  // namespace

// Argo ignores what becomes of a hook; lint says so. A hook that reads the scope's status is handed the status of its task.
std::vector<Handler> lower_hooks(Lowering& lowering, const Scope& scope, const Task& task, const std::vector<Handler>& handlers, const std::string& name) {
    std::vector<Handler> exits, out;
    for (const Handler& handler : handlers) {
        if (!handler.task || handler.task->muted) continue;
        Scope inner = scope;
        inner.hooked = &task;
        inner.names[task.name] = name;
        inner.path = scope.path + task.name + "/";
        const TaskPtr lowered = lower_task(lowering, inner, *handler.task, argo_name(handler.task->name));
        if (!lowered) continue;
        Handler made = handler;
        made.task = lowered;
        made.warn_only = false;
        if (made.expression.empty()) {
            exits.push_back(std::move(made));
            continue;
        }
        if (!lowered->when.empty() || lowered->loop)
            lowering.refuse({WEFT_TR("core", "%1: a hook of Argo has neither a condition nor a loop of its own"), {inner.path + handler.task->name}});
        Task use = *lowered;
        use.tolerated = use.tolerated_error = false;
        for (int n = 2; named(out, use.name); ++n) use.name = argo_name(handler.task->name) + "-" + std::to_string(n);
        made.trigger = Trigger::always;
        made.task = std::make_shared<const Task>(std::move(use));
        out.push_back(std::move(made));
    }
    if (exits.empty()) return out;
    const Task& first = *exits.front().task;
    if (exits.size() > 1 || !first.when.empty() || first.loop) {
        out.insert(out.begin(), exit_subflow(lowering, exits, name));
        return out;
    }
    Task use = first;
    use.name = use.definition;   // the exit hook is called after its template when the file is read again
    use.tolerated = use.tolerated_error = false;
    exits.front().task = std::make_shared<const Task>(std::move(use));
    out.insert(out.begin(), std::move(exits.front()));
    return out;
}

void lower_flow_handlers(Lowering& lowering, const Scope& main) {
    std::set<std::string, std::less<>> taken;
    for (const auto& [ours, theirs] : main.names) taken.insert(theirs);
    Scope scope = main;
    scope.exit_handler = true;
    for (const Handler& handler : lowering.flow.main.handlers) {
        if (!handler.task || handler.task->muted) continue;
        if (!handler.expression.empty()) {
            lowering.refuse({WEFT_TR("core", "the hook %1 starts by the expression `%2`; only its own file can say that"), {handler.task->name, handler.expression}});
            continue;
        }
        const TaskPtr lowered = lower_task(lowering, scope, *handler.task, free_name(taken, argo_name(handler.task->name)));
        if (!lowered) continue;
        Handler made = handler;
        Task use = *lowered;
        if (use.tolerated) made.warn_only = true;
        use.tolerated = use.tolerated_error = false;
        made.task = std::make_shared<const Task>(std::move(use));
        lowering.out.flow.main.handlers.push_back(std::move(made));
    }
}

}  // namespace weft::argo
