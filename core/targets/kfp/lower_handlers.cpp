// Exit handlers: of the flow, and of tasks and groups that stand at the root. Several of one scope become one exit DAG, because KFP attaches only one exit
// task to a group.
#include <algorithm>

#include "core/targets/kfp/lower.h"
#include "core/targets/kfp/values.h"

namespace weft::kfp {
namespace {

void check(Lowering& lowering, const Handler& handler) {
    const About about(lowering, handler.task->id);
    const std::string& name = handler.task->name;
    if (!handler.expression.empty()) lowering.refuse({WEFT_TR("core", "%1 starts by the expression `%2`; only its own file can say that"), {name, handler.expression}});
    if (handler.trigger != Trigger::always)
        lowering.refuse({WEFT_TR("core", "%1 runs only after success or only after failure; KFP's status of a group is not to be relied on for that (it may still say RUNNING): let the handler always run"), {name}});
    if (handler.warn_only) lowering.refuse({WEFT_TR("core", "%1: a pipeline cannot say whether the failure of an exit handler matters"), {name}});
    if (handler.task->loop) lowering.refuse({WEFT_TR("core", "%1 is an exit handler with a loop; KFP never starts it"), {name}});
}

std::optional<Handler> lower_one(Lowering& lowering, Scope& main, const Handler& handler, std::set<std::string>& taken) {
    Scope scope;
    scope.body = main.body;
    scope.names = main.names;
    scope.params = main.params;
    scope.handler = true;
    Task plain = *handler.task;
    plain.loop.reset();
    plain.handlers.clear();
    const TaskPtr made = lower_task(lowering, scope, plain, free_name_in(taken, kfp_name(plain.name), '-'), false);
    if (!made) return std::nullopt;
    return Handler{made, Trigger::always, false, {}};
}

// One DAG that holds them all; the status comes in as an input.
std::optional<Handler> lower_many(Lowering& lowering, Scope& main, const std::vector<Handler>& handlers, std::set<std::string>& taken) {
    Scope scope;
    scope.body = main.body;
    scope.names = main.names;
    scope.outer = &main;
    scope.path = "";
    scope.handler = true;
    Parameter status;
    status.name = "status";
    status.value = optional_without_default();
    scope.params["weft status"] = status.name;
    Body body;
    std::set<std::string> inside;
    for (const Handler& handler : handlers) {
        Task plain = *handler.task;
        plain.loop.reset();
        plain.handlers.clear();
        if (const TaskPtr made = lower_task(lowering, scope, plain, free_name_in(inside, kfp_name(plain.name), '-'), false)) body.tasks.push_back(made);
    }
    if (body.tasks.empty()) return std::nullopt;
    const bool told = std::any_of(body.tasks.begin(), body.tasks.end(), [](const TaskPtr& t) { return std::any_of(t->params.begin(), t->params.end(), [](const Binding& b) { return b.value.source == Source::param && b.value.name == "status"; }); });
    Definition group;
    group.kind = DefinitionKind::flow;
    group.body = std::make_shared<const Body>(std::move(body));
    group.inputs = scope.inputs;
    Task use;
    use.params = scope.arguments;
    if (told) {
        group.inputs.push_back(status);
        use.params.push_back({"status", Value{Source::status}});
    }
    use.name = free_name_in(taken, "exit-handlers", '-');
    use.definition = lowering.add_component(std::move(group), "exit-handlers");
    return Handler{std::make_shared<const Task>(std::move(use)), Trigger::always, false, {}};
}

std::vector<Handler> lowered(Lowering& lowering, Scope& main, std::vector<Handler> handlers, std::set<std::string>& taken) {
    std::erase_if(handlers, [](const Handler& h) { return !h.task || h.task->muted; });
    if (handlers.empty()) return {};
    for (const Handler& handler : handlers) check(lowering, handler);
    std::optional<Handler> made = handlers.size() == 1 ? lower_one(lowering, main, handlers[0], taken) : lower_many(lowering, main, handlers, taken);
    return made ? std::vector<Handler>{std::move(*made)} : std::vector<Handler>{};
}

}  // namespace

void lower_handlers(Lowering& lowering, Scope& main) {
    std::set<std::string> taken;
    for (const auto& [ours, theirs] : main.names) taken.insert(theirs);
    taken.insert("exit-handler-1");
    Body& body = lowering.out.flow.main;
    for (TaskPtr& task : body.tasks) {
        if (task->handlers.empty()) continue;
        Task with = *task;
        with.handlers = lowered(lowering, main, task->handlers, taken);
        task = std::make_shared<const Task>(std::move(with));
    }
    body.handlers = lowered(lowering, main, lowering.flow.main.handlers, taken);
}

}  // namespace weft::kfp
