#include "core/targets/handlers_apart.h"

#include <algorithm>

#include "core/targets/portability.h"

namespace weft {
namespace {

const std::string filled_in = std::string("$(") + apart_status_variable + ")";

void tell(Value& value) {
    if (value.source == Source::status) value = Value{Source::literal, filled_in};
}
void tell(std::vector<Binding>& bindings) {
    for (Binding& binding : bindings) tell(binding.value);
}

Flow alone(const Flow& flow, const Handler& handler) {
    Flow out = flow;
    out.origin.reset();
    out.name = (flow.name.empty() ? std::string("flow") : flow.name) + "-exit-" + handler.task->name;
    out.description = handler.task->note;
    out.schedule.reset();
    out.placements.clear();
    Task task = *handler.task;
    task.needs.clear();
    task.depends.clear();
    task.note.clear();
    tell(task.params);
    tell(task.environment.env);
    if (task.own) {
        Definition own = *task.own;
        tell(own.environment.env);
        task.own = std::make_shared<const Definition>(std::move(own));
    }
    out.main = {};
    out.main.tasks.push_back(std::make_shared<const Task>(std::move(task)));
    std::vector<Binding>& env = out.environment.env;   // first, because a variable may be used only by those behind it
    std::erase_if(env, [](const Binding& binding) { return binding.name == apart_status_variable; });
    env.insert(env.begin(), Binding{apart_status_variable, Value{Source::literal, "Unknown"}});
    return out;
}

}  // namespace

bool may_stand_apart(const Flow& flow, const Target& target, std::string_view version) {
    if (!target.handlers_may_stand_apart || flow.main.handlers.empty()) return false;
    const Capability* row = capability(target, Feature::handler_flow, std::string(version));
    const bool plain = std::all_of(flow.main.handlers.begin(), flow.main.handlers.end(), [](const Handler& handler) { return handler.expression.empty() && handler.task->when.empty(); });
    return plain && row && row->fit == Fit::refused;
}

Apart handlers_apart(const Flow& flow) {
    Apart out{flow, {}};
    out.flow.main.handlers.clear();
    for (const Handler& handler : flow.main.handlers) out.handlers.push_back(alone(flow, handler));
    return out;
}

}  // namespace weft
