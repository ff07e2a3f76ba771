#include "core/model/rebuild.h"

#include <algorithm>

#include "core/model/environment.h"

namespace weft::rebuild {
namespace {

using TaskChange = std::function<void(Task&)>;
using HandlerChange = std::function<void(Handler&)>;

// One of the two is set; the other kind of node is only walked through.
struct Change {
    TaskId id;
    const TaskChange* task = nullptr;
    const HandlerChange* handler = nullptr;
};

bool in_body(Body& body, const Change& change);

// True when the task, or something below it, was the one; `task` then is a changed copy.
bool in_task(TaskPtr& task, const Change& change) {
    if (!task) return false;
    if (change.task && task->id == change.id) {
        Task copy = *task;
        (*change.task)(copy);
        task = std::make_shared<const Task>(std::move(copy));
        return true;
    }
    if (task->own && task->own->body) {
        Body body = *task->own->body;
        if (in_body(body, change)) {
            Task copy = *task;
            change_own(copy, [&](Definition& own) { own.body = std::make_shared<const Body>(std::move(body)); });
            task = std::make_shared<const Task>(std::move(copy));
            return true;
        }
    }
    if (task->handlers.empty()) return false;
    std::vector<Handler> hooks = task->handlers;
    for (Handler& hook : hooks) {
        const bool here = change.handler && hook.task && hook.task->id == change.id;
        if (here) (*change.handler)(hook);
        if (!here && !in_task(hook.task, change)) continue;
        Task copy = *task;
        copy.handlers = std::move(hooks);
        task = std::make_shared<const Task>(std::move(copy));
        return true;
    }
    return false;
}

bool in_body(Body& body, const Change& change) {
    for (TaskPtr& task : body.tasks) {  // cheap look first: groups are copied to be searched
        if (task && task->id == change.id) return in_task(task, change);
    }
    for (Handler& handler : body.handlers) {
        if (!handler.task || handler.task->id != change.id) continue;
        if (!change.handler) return in_task(handler.task, change);
        (*change.handler)(handler);
        return true;
    }
    for (TaskPtr& task : body.tasks) {
        if (in_task(task, change)) return true;
    }
    for (Handler& handler : body.handlers) {
        if (in_task(handler.task, change)) return true;
    }
    return false;
}

std::optional<Flow> in_flow(const Flow& flow, const Change& change) {
    if (change.id == 0) return std::nullopt;
    Flow made = flow;
    if (in_body(made.main, change)) return made;
    for (DefinitionPtr& definition : made.definitions) {
        if (!definition || !definition->body) continue;
        Body body = *definition->body;
        if (!in_body(body, change)) continue;
        Definition copy = *definition;
        copy.body = std::make_shared<const Body>(std::move(body));
        definition = std::make_shared<const Definition>(std::move(copy));
        return made;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Flow> with_task(const Flow& flow, TaskId id, const TaskChange& change) { return in_flow(flow, {id, &change, nullptr}); }

std::optional<Flow> with_handler(const Flow& flow, TaskId id, const HandlerChange& change) { return in_flow(flow, {id, nullptr, &change}); }

std::optional<Flow> with_definition(const Flow& flow, std::string_view name, const std::function<void(Definition&)>& change) {
    if (name.empty()) return std::nullopt;
    Flow made = flow;
    for (DefinitionPtr& definition : made.definitions) {
        if (!definition || definition->name != name) continue;
        Definition copy = *definition;
        change(copy);
        definition = std::make_shared<const Definition>(std::move(copy));
        return made;
    }
    return std::nullopt;
}

std::optional<Flow> with_body(const Flow& flow, const BodyRef& ref, Body body) {
    if (!body_at(flow, ref)) return std::nullopt;
    const auto set = [&](Definition& definition) { definition.body = std::make_shared<const Body>(std::move(body)); };
    if (ref.task != 0) return with_task(flow, ref.task, [&](Task& task) { change_own(task, set); });
    if (!ref.definition.empty()) return with_definition(flow, ref.definition, set);
    Flow made = flow;
    made.main = std::move(body);
    return made;
}

void change_own(Task& task, const std::function<void(Definition&)>& change) {
    Definition own = task.own ? *task.own : Definition{};
    change(own);
    task.own = std::make_shared<const Definition>(std::move(own));
}

void settle_own(Task& task) {
    if (!task.definition.empty() || !task.own) return;
    task.tolerated_error = task.tolerated;  // native: one word for both
    const bool wait = task.own->kind == DefinitionKind::wait;
    if (task.environment == Environment{} && !task.retry && (task.timeout.empty() || wait) && task.files.empty()) return;
    change_own(task, [&](Definition& own) {
        Flow outer;
        outer.environment = own.environment;
        Task inner;
        inner.environment = task.environment;
        own.environment = effective_environment(outer, inner).merged;
        if (task.retry) own.retry = std::move(task.retry);
        if (!task.timeout.empty() && !wait) own.timeout = std::move(task.timeout);
        own.files.insert(own.files.end(), task.files.begin(), task.files.end());
    });
    task.environment = {};
    task.retry.reset();
    if (!wait) task.timeout.clear();
    task.files.clear();
}

void move_placements(Flow& flow, const std::string& from, const std::string& to) {
    if (from.empty() || from == to) return;
    const auto follows = [&](const std::string& path) { return path.starts_with(from) && (path.size() == from.size() || path[from.size()] == '/'); };
    if (to.empty()) {
        std::erase_if(flow.placements, [&](const Placement& placement) { return follows(placement.path); });
        std::erase_if(flow.notes, [&](const Note& note) { return follows(note.in); });
        std::erase_if(flow.unfolded, follows);
        return;
    }
    const auto take_along = [&](std::string& path) {
        if (follows(path)) path.replace(0, from.size(), to);
    };
    for (Placement& placement : flow.placements) take_along(placement.path);
    for (Note& note : flow.notes) take_along(note.in);
    for (std::string& path : flow.unfolded) take_along(path);
}

std::string body_path(const Flow& flow, TaskId id) {
    std::string found;
    for_each_task(flow, [&](const std::string& path, const Task& task, const Handler*) {
        if (found.empty() && task.id == id) found = path;
    });
    return found;
}

TaskId highest_id(const Flow& flow) {
    TaskId highest = 0;
    for_each_task(flow, [&](const std::string&, const Task& task, const Handler*) { highest = std::max(highest, task.id); });
    return highest;
}

TaskPtr with_fresh_ids(const TaskPtr& task, TaskId& last) {
    if (!task) return task;
    Task copy = *task;
    copy.id = ++last;
    if (copy.own && copy.own->body) {
        Body body = *copy.own->body;
        for (TaskPtr& inner : body.tasks) inner = with_fresh_ids(inner, last);
        for (Handler& handler : body.handlers) handler.task = with_fresh_ids(handler.task, last);
        change_own(copy, [&](Definition& own) { own.body = std::make_shared<const Body>(std::move(body)); });
    }
    for (Handler& hook : copy.handlers) hook.task = with_fresh_ids(hook.task, last);
    return std::make_shared<const Task>(std::move(copy));
}

tl::unexpected<Error> no_such_task() { return fail({WEFT_TR("core", "there is no such task any more")}); }

Message name_problem(const std::string& name) {
    if (name.empty()) return {WEFT_TR("core", "a task needs a name")};
    const bool sign = std::any_of(name.begin(), name.end(), [](char c) { return c == '/' || static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    if (sign) return {WEFT_TR("core", "\"%1\" cannot be a task's name: it must hold neither \"/\" nor control characters"), {name}};
    if (name.front() == ' ' || name.back() == ' ') return {WEFT_TR("core", "\"%1\" cannot be a task's name: it begins or ends with a blank"), {name}};
    return {};
}

}  // namespace weft::rebuild
