// for_each_task: every task and handler of a flow with its name path. Included by flow.h.
#pragma once

#include "core/model/flow.h"

namespace weft {

namespace detail {
template <class Fn> void walk_body(const std::string& prefix, const Body& body, Fn& fn);

template <class Fn> void walk_task(const std::string& prefix, const TaskPtr& task, const Handler* handler, Fn& fn) {
    if (!task) return;
    const std::string path = prefix + task->name;
    fn(path, *task, handler);
    if (task->own && task->own->body) walk_body(path + "/", *task->own->body, fn);
    for (const Handler& hook : task->handlers) walk_task(path + "/", hook.task, &hook, fn);
}

template <class Fn> void walk_body(const std::string& prefix, const Body& body, Fn& fn) {
    for (const TaskPtr& task : body.tasks) walk_task(prefix, task, nullptr, fn);
    for (const Handler& handler : body.handlers) walk_task(prefix, handler.task, &handler, fn);
}
}  // namespace detail

// Bodies of shared definitions are walked once, with the definition's name and ':' as prefix ("bye:always").
template <class Fn> void for_each_task(const Flow& flow, Fn&& fn) {
    detail::walk_body(std::string(), flow.main, fn);
    for (const DefinitionPtr& definition : flow.definitions)
        if (definition && definition->body) detail::walk_body(definition->name + ":", *definition->body, fn);
}

}  // namespace weft
