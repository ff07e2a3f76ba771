#include "ui/document/task_places.h"

namespace weft::ui {

namespace {

// SourceMap paths of the tasks and handlers of a flow: "tasks.train", "handlers.notify", "definitions.bye.tasks.always".
template <class Fn>
void walk(const Body& body, const std::string& prefix, Fn& fn) {
    const auto one = [&fn](const TaskPtr& task, const std::string& path) {
        if (!task) return;
        fn(path, *task);
        if (task->own && task->own->body) walk(*task->own->body, path, fn);
        for (const Handler& hook : task->handlers)
            if (hook.task) fn(join_path(path + ".handlers", hook.task->name), *hook.task);
    };
    const std::string dot = prefix.empty() ? "" : prefix + ".";
    for (const TaskPtr& task : body.tasks) one(task, join_path(dot + "tasks", task->name));
    for (const Handler& handler : body.handlers)
        if (handler.task) one(handler.task, join_path(dot + "handlers", handler.task->name));
}

template <class Fn>
void each_task_path(const Flow& flow, Fn&& fn) {
    walk(flow.main, {}, fn);
    for (const DefinitionPtr& definition : flow.definitions)
        if (definition && definition->body) walk(*definition->body, join_path("definitions", definition->name), fn);
}

std::string behind(const std::string& path, const std::string& prefix) {
    return !prefix.empty() && path.size() > prefix.size() && path.compare(0, prefix.size(), prefix) == 0 && path[prefix.size()] == '.' ? path.substr(prefix.size() + 1)
                                                                                                                                     : std::string();
}

bool find_chain(const Body& body, TaskId id, std::vector<const Task*>& chain) {
    const auto look = [&](const TaskPtr& task) {
        if (!task) return false;
        if (task->id == id) return true;
        chain.push_back(task.get());
        if (task->own && task->own->body && find_chain(*task->own->body, id, chain)) return true;
        for (const Handler& hook : task->handlers)
            if (hook.task && hook.task->id == id) return true;
        chain.pop_back();
        return false;
    };
    for (const TaskPtr& task : body.tasks)
        if (look(task)) return true;
    for (const Handler& handler : body.handlers)
        if (look(handler.task)) return true;
    return false;
}

}  // namespace

std::string place_of_task(const Document& document, TaskId id) {
    std::string place;
    each_task_path(*document.flow, [&](const std::string& path, const Task& task) {
        if (task.id == id && place.empty()) place = path;
    });
    return place;
}

// Both ask the document that was read last: a task keeps its id, only its bytes have moved since.
std::optional<yaml::Span> span_of_task(const Document& document, TaskId id) {
    const Document& read = as_read(document);
    const std::string place = place_of_task(read, id);
    const MappedField* field = place.empty() ? nullptr : read.places.find(place);
    if (!field || !field->node || field->node->span.fresh()) return std::nullopt;
    return yaml::Span{now_at(document, field->node->span.begin), now_at(document, field->node->span.end)};
}

TaskId task_at_byte(const Document& document, std::size_t byte) {
    const Document& read = as_read(document);
    const std::string wanted = read.places.task_at(then_at(document, byte));
    TaskId id = 0, of_definition = 0;
    if (wanted.empty()) return 0;
    each_task_path(*read.flow, [&](const std::string& path, const Task& task) {
        if (path == wanted) id = task.id;
        if (!of_definition && !task.definition.empty() && join_path("definitions", task.definition) == wanted) of_definition = task.id;
    });
    if (!id) id = of_definition;   // inside a shared definition: the first task that uses it
    return id && find_task(*document.flow, id) ? id : 0;
}

TaskPlaces places_of_task(const Document& document, TaskId id) {
    const Task* task = find_task(*document.flow, id);
    if (!task) return {};
    return {place_of_task(document, id), task->definition.empty() ? std::string() : join_path("definitions", task->definition)};
}

std::string field_of_finding(const TaskPlaces& places, const lint::Finding& finding) {
    const std::string field = behind(finding.field, places.use);
    return field.empty() ? behind(finding.field, places.definition) : field;
}

std::vector<const Task*> enclosing_tasks(const Flow& flow, TaskId id) {
    std::vector<const Task*> chain;
    if (find_chain(flow.main, id, chain)) return chain;
    for (const DefinitionPtr& definition : flow.definitions) {
        chain.clear();
        if (definition && definition->body && find_chain(*definition->body, id, chain)) return chain;
    }
    return {};
}

}  // namespace weft::ui
