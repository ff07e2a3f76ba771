// Little flows for the tests of the model, written as they are read.
#pragma once

#include <initializer_list>
#include <string>

#include "core/model/edit.h"
#include "core/model/environment.h"
#include "core/model/graph.h"

namespace weft::build {

inline Definition shell(const std::string& text) {
    Definition definition;
    definition.kind = DefinitionKind::container;
    definition.shell = true;
    definition.command = {{"sh"}, {"-c"}, {text}};
    return definition;
}

inline Task task(const std::string& name, std::initializer_list<std::string> needs = {}, Definition own = shell("true")) {
    Task made;
    made.name = name;
    made.own = std::make_shared<const Definition>(std::move(own));
    for (const std::string& need : needs) made.needs.push_back({need});
    return made;
}

inline Value output(const std::string& task, const std::string& name) { return {Source::output, {}, task, name}; }
inline Value text(const std::string& text) { return {Source::text, text}; }
inline Value literal(const std::string& text) { return {Source::literal, text}; }

inline Flow flow(std::initializer_list<Task> tasks, std::initializer_list<Task> handlers = {}) {
    Flow made;
    made.name = "sample";
    made.format = "native";
    for (const Task& task : tasks) made.main.tasks.push_back(std::make_shared<const Task>(task));
    for (const Task& handler : handlers) made.main.handlers.push_back({std::make_shared<const Task>(handler)});
    return number_tasks(std::move(made));
}

// A definition with a body: a group when a task owns it.
inline Definition group(std::initializer_list<Task> tasks, std::initializer_list<Task> handlers = {}) {
    Definition definition;
    definition.kind = DefinitionKind::flow;
    definition.body = std::make_shared<const Body>(flow(tasks, handlers).main);
    return definition;
}

inline Task use(const std::string& name, const std::string& definition, std::initializer_list<std::string> needs = {}) {
    Task made = task(name, needs);
    made.own = nullptr;
    made.definition = definition;
    return made;
}

inline TaskId id(const Flow& flow, const std::string& path) {
    const Task* found = at_path(flow, path);
    return found ? found->id : 0;
}

inline const Task& named(const Flow& flow, const std::string& path) {
    static const Task none;
    const Task* found = at_path(flow, path);
    return found ? *found : none;
}

}  // namespace weft::build
