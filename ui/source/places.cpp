#include "ui/source/places.h"

#include <QPlainTextEdit>
#include <QTextBlock>
#include <algorithm>

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

}  // namespace

LineBreaks line_breaks(const QString& text) {
    LineBreaks breaks;
    for (qsizetype at = text.indexOf(u'\r'); at >= 0; at = text.indexOf(u'\r', at + 1))
        if (at + 1 < text.size() && text[at + 1] == u'\n') breaks.doubled.push_back(int(at));
    const qsizetype first = text.indexOf(u'\n');
    breaks.crlf = first > 0 && text[first - 1] == u'\r';
    breaks.shown_size = text.size() - qsizetype(breaks.doubled.size());
    return breaks;
}

int LineBreaks::to_shown(int text_offset) const {
    const auto before = std::lower_bound(doubled.begin(), doubled.end(), text_offset);
    return text_offset - int(before - doubled.begin());
}

int LineBreaks::to_text(int shown_offset) const {
    // The k-th double break stands at doubled[k] - k in the field: every one before the offset adds one.
    int low = 0, high = int(doubled.size());
    while (low < high) {
        const int middle = (low + high) / 2;
        if (doubled[std::size_t(middle)] - middle < shown_offset) low = middle + 1;
        else high = middle;
    }
    return shown_offset + low;
}

std::optional<yaml::Span> span_of_task(const Document& document, TaskId id) {
    std::optional<yaml::Span> span;
    each_task_path(*document.flow, [&](const std::string& path, const Task& task) {
        if (task.id != id || span) return;
        if (const MappedField* field = document.places.find(path); field && field->node && !field->node->span.fresh()) span = field->node->span;
    });
    return span;
}

TaskId task_at_byte(const Document& document, std::size_t byte) {
    const std::string wanted = document.places.task_at(byte);
    TaskId id = 0, of_definition = 0;
    if (wanted.empty()) return 0;
    each_task_path(*document.flow, [&](const std::string& path, const Task& task) {
        if (path == wanted) id = task.id;
        if (!of_definition && !task.definition.empty() && join_path("definitions", task.definition) == wanted) of_definition = task.id;
    });
    return id ? id : of_definition;   // inside a shared definition: the first task that uses it
}

int end_of_line(const QPlainTextEdit* edit, int offset) {
    const QTextBlock block = edit->document()->findBlock(offset);
    return block.isValid() ? block.position() + block.length() - 1 : offset;
}

}  // namespace weft::ui
