// Finding tasks, definitions and bodies. A sub-flow may use itself (Argo recursion), so every walk through definitions remembers where it was.
#include <unordered_set>

#include "core/model/flow.h"

namespace weft {
namespace {

const Body* body_below(const Flow& flow, const Task& task) {
    const Definition* definition = definition_of(flow, task);
    return definition ? definition->body.get() : nullptr;
}

// --- path of an id, through the first task that uses a definition ---
struct PathSearch {
    const Flow& flow;
    TaskId wanted;
    std::unordered_set<const Body*> seen;

    std::string in_task(const std::string& prefix, const TaskPtr& task) {
        if (!task) return {};
        const std::string path = prefix + task->name;
        if (task->id == wanted) return path;
        if (const Body* body = body_below(flow, *task); body && seen.insert(body).second) {
            if (std::string found = in_body(path + "/", *body); !found.empty()) return found;
        }
        for (const Handler& hook : task->handlers) {
            if (std::string found = in_task(path + "/", hook.task); !found.empty()) return found;
        }
        return {};
    }

    std::string in_body(const std::string& prefix, const Body& body) {
        for (const TaskPtr& task : body.tasks) {
            if (std::string found = in_task(prefix, task); !found.empty()) return found;
        }
        for (const Handler& handler : body.handlers) {
            if (std::string found = in_task(prefix, handler.task); !found.empty()) return found;
        }
        return {};
    }
};

// --- task of a path; every step eats at least one byte, so recursion ends ---
const Task* below(const Flow& flow, const Body& body, std::string_view path);

const Task* step(const Flow& flow, const TaskPtr& task, std::string_view path) {
    if (!task || !path.starts_with(task->name)) return nullptr;
    const std::string_view rest = path.substr(task->name.size());
    if (rest.empty()) return task.get();
    if (rest.front() != '/') return nullptr;
    const std::string_view inner = rest.substr(1);
    if (const Body* body = body_below(flow, *task)) {
        if (const Task* found = below(flow, *body, inner)) return found;
    }
    for (const Handler& hook : task->handlers) {
        if (const Task* found = step(flow, hook.task, inner)) return found;
    }
    return nullptr;
}

const Task* below(const Flow& flow, const Body& body, std::string_view path) {
    if (path.empty()) return nullptr;
    for (const TaskPtr& task : body.tasks) {
        if (const Task* found = step(flow, task, path)) return found;
    }
    for (const Handler& handler : body.handlers) {
        if (const Task* found = step(flow, handler.task, path)) return found;
    }
    return nullptr;
}

// --- the body that a task stands in; a hook stands in the body of its task ---
bool stands_in(const Body& body, TaskId id, const BodyRef& here, BodyRef& found);

bool stands_below(const TaskPtr& task, TaskId id, const BodyRef& here, BodyRef& found) {
    if (!task) return false;
    if (task->id == id) {
        found = here;
        return true;
    }
    if (task->own && task->own->body && stands_in(*task->own->body, id, BodyRef{{}, task->id}, found)) return true;
    for (const Handler& hook : task->handlers) {
        if (stands_below(hook.task, id, here, found)) return true;
    }
    return false;
}

bool stands_in(const Body& body, TaskId id, const BodyRef& here, BodyRef& found) {
    for (const TaskPtr& task : body.tasks) {
        if (stands_below(task, id, here, found)) return true;
    }
    for (const Handler& handler : body.handlers) {
        if (stands_below(handler.task, id, here, found)) return true;
    }
    return false;
}

}  // namespace

const Definition* find_definition(const Flow& flow, std::string_view name) {
    for (const DefinitionPtr& definition : flow.definitions) {
        if (definition && definition->name == name) return definition.get();
    }
    return nullptr;
}

const Definition* definition_of(const Flow& flow, const Task& task) {
    return task.definition.empty() ? task.own.get() : find_definition(flow, task.definition);
}

const Task* find_task(const Body& body, std::string_view name) {
    for (const TaskPtr& task : body.tasks) {
        if (task && task->name == name) return task.get();
    }
    for (const Handler& handler : body.handlers) {
        if (handler.task && handler.task->name == name) return handler.task.get();
    }
    return nullptr;
}

const Task* find_task(const Flow& flow, TaskId id) {
    if (id == 0) return nullptr;
    for (const TaskPtr& task : flow.main.tasks) {  // nearly always here
        if (task && task->id == id) return task.get();
    }
    const Task* found = nullptr;
    for_each_task(flow, [&](const std::string&, const Task& task, const Handler*) {
        if (!found && task.id == id) found = &task;
    });
    return found;
}

std::string path_of(const Flow& flow, TaskId id) {
    if (id == 0) return {};
    PathSearch search{flow, id, {}};
    if (std::string found = search.in_body({}, flow.main); !found.empty()) return found;
    for (const DefinitionPtr& definition : flow.definitions) {  // used by nobody
        if (!definition || !definition->body || !search.seen.insert(definition->body.get()).second) continue;
        if (std::string found = search.in_body(definition->name + ":", *definition->body); !found.empty()) return found;
    }
    return {};
}

const Task* at_path(const Flow& flow, std::string_view path) {
    if (const Task* found = below(flow, flow.main, path)) return found;
    for (const DefinitionPtr& definition : flow.definitions) {
        if (!definition || !definition->body || !path.starts_with(definition->name)) continue;
        const std::string_view rest = path.substr(definition->name.size());
        if (rest.empty() || rest.front() != ':') continue;
        if (const Task* found = below(flow, *definition->body, rest.substr(1))) return found;
    }
    return nullptr;
}

std::size_t task_count(const Flow& flow) { return flow.main.tasks.size() + flow.main.handlers.size(); }

const Body* body_at(const Flow& flow, const BodyRef& ref) {
    if (ref.task != 0) {
        const Task* task = find_task(flow, ref.task);
        return task && task->own ? task->own->body.get() : nullptr;
    }
    if (ref.definition.empty()) return &flow.main;
    const Definition* definition = find_definition(flow, ref.definition);
    return definition ? definition->body.get() : nullptr;
}

BodyRef body_of(const Flow& flow, TaskId id) {
    BodyRef found;
    if (id == 0 || stands_in(flow.main, id, {}, found)) return found;
    for (const DefinitionPtr& definition : flow.definitions) {
        if (definition && definition->body && stands_in(*definition->body, id, BodyRef{definition->name, 0}, found)) return found;
    }
    return found;
}

}  // namespace weft
