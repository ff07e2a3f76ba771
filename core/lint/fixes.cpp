// Changes that fixes make to one place of a flow.
#include "core/lint/support.h"
#include "core/model/edit.h"

namespace weft::lint {
namespace {

Error gone() { return {Message{WEFT_TR("core", "the task is gone")}, {}}; }

using Change = std::function<void(Task&)>;

bool replace_in(Body& body, TaskId id, const Change& change);

// True when `task` is the one or holds it; then it points to the changed copy.
bool replace_in(TaskPtr& task, TaskId id, const Change& change) {
    if (!task) return false;
    if (task->id == id) {
        auto copy = std::make_shared<Task>(*task);
        change(*copy);
        task = std::move(copy);
        return true;
    }
    for (std::size_t i = 0; i < task->handlers.size(); ++i) {
        TaskPtr hook = task->handlers[i].task;
        if (!replace_in(hook, id, change)) continue;
        auto copy = std::make_shared<Task>(*task);
        copy->handlers[i].task = std::move(hook);
        task = std::move(copy);
        return true;
    }
    if (!task->own || !task->own->body) return false;
    Body body = *task->own->body;
    if (!replace_in(body, id, change)) return false;
    auto own = std::make_shared<Definition>(*task->own);
    own->body = std::make_shared<const Body>(std::move(body));
    auto copy = std::make_shared<Task>(*task);
    copy->own = std::move(own);
    task = std::move(copy);
    return true;
}

bool replace_in(Body& body, TaskId id, const Change& change) {
    for (TaskPtr& task : body.tasks)
        if (replace_in(task, id, change)) return true;
    for (Handler& handler : body.handlers)
        if (replace_in(handler.task, id, change)) return true;
    return false;
}

}  // namespace

Result<Flow> replace_task(const Flow& flow, TaskId id, const Change& change) {
    Flow out = flow;
    if (replace_in(out.main, id, change)) return out;
    for (DefinitionPtr& definition : out.definitions) {
        if (!definition || !definition->body) continue;
        Body body = *definition->body;
        if (!replace_in(body, id, change)) continue;
        auto copy = std::make_shared<Definition>(*definition);
        copy->body = std::make_shared<const Body>(std::move(body));
        definition = std::move(copy);
        return out;
    }
    return tl::unexpected<Error>(gone());
}

FlowFix task_fix(TaskId id, Change change) {
    return [id, change = std::move(change)](const Flow& flow) { return replace_task(flow, id, change); };
}

FlowFix definition_fix(TaskId id, std::function<void(Definition&)> change) {
    return [id, change = std::move(change)](const Flow& flow) -> Result<Flow> {
        const Task* task = find_task(flow, id);
        const Definition* definition = task ? definition_of(flow, *task) : nullptr;
        if (!definition) return tl::unexpected<Error>(gone());
        Definition wanted = *definition;
        change(wanted);
        return edit::change_definition(flow, id, edit::Scope::all, wanted);
    };
}

FlowFix environment_fix(const Layer& layer, std::function<void(Environment&)> change) {
    if (!layer.item)
        return [change = std::move(change)](const Flow& flow) -> Result<Flow> {
            Environment wanted = flow.environment;
            change(wanted);
            return edit::set_flow_environment(flow, wanted);
        };
    if (layer.of_definition) return definition_fix(layer.item->task->id, [change = std::move(change)](Definition& definition) { change(definition.environment); });
    return task_fix(layer.item->task->id, [change = std::move(change)](Task& task) { change(task.environment); });
}

std::string replace_variable(std::string_view text, std::string_view from, std::string_view to) {
    const auto word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; };
    std::string out;
    std::size_t i = 0;
    while (i < text.size()) {
        const std::size_t dollar = text.find('$', i);
        if (dollar == std::string_view::npos) break;
        out += text.substr(i, dollar + 1 - i);
        i = dollar + 1;
        const bool brace = i < text.size() && text[i] == '{';
        const std::size_t name = i + (brace ? 1 : 0), end = name + from.size();
        if (text.substr(name, from.size()) != from) continue;
        if (brace ? end >= text.size() || word(text[end]) : !from.empty() && word(from.back()) && end < text.size() && word(text[end])) continue;
        out += (brace ? "{" : "") + std::string(to);
        i = end;
    }
    return out + std::string(text.substr(std::min(i, text.size())));
}

}  // namespace weft::lint
