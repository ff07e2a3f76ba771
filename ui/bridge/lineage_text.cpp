#include "ui/bridge/lineage_text.h"

#include <QCoreApplication>

#include "ui/bridge/text.h"

namespace weft::ui {

namespace {

using Kind = ValuePlace::Kind;

QString tr(const char* text) { return QCoreApplication::translate("Lineage", text); }

QString task_name(const Flow& flow, TaskId id) {
    const Task* task = find_task(flow, id);
    return task ? qs(task->name) : QString();
}

}  // namespace

bool traced_at_once(const Flow& flow) {
    constexpr std::size_t few = 500;
    std::size_t tasks = task_count(flow);
    for (const TaskPtr& task : flow.main.tasks)
        if (task && task->own && task->own->body) tasks += task->own->body->tasks.size();
    for (const DefinitionPtr& one : flow.definitions)
        if (one && one->body) tasks += one->body->tasks.size();
    return tasks <= few;
}

QString source_text(const Flow& flow, const ValuePlace& at) {
    const QString task = task_name(flow, at.task), name = qs(at.name);
    switch (at.kind) {
        case Kind::flow_parameter: return tr(QT_TRANSLATE_NOOP("Lineage", "from the flow's parameter %1")).arg(name);
        case Kind::input: return tr(QT_TRANSLATE_NOOP("Lineage", "from the parameter %2 of %1")).arg(task, name);
        case Kind::loop: return tr(QT_TRANSLATE_NOOP("Lineage", "from the loop's item"));
        default: return tr(QT_TRANSLATE_NOOP("Lineage", "from %1 → %2")).arg(task, name);
    }
}

QString sink_text(const Flow& flow, const ValuePlace& at) {
    const QString task = task_name(flow, at.task), name = qs(at.name);
    switch (at.kind) {
        case Kind::condition: return tr(QT_TRANSLATE_NOOP("Lineage", "to the condition of %1")).arg(task);
        case Kind::loop: return tr(QT_TRANSLATE_NOOP("Lineage", "to the loop of %1")).arg(task);
        case Kind::text: return tr(QT_TRANSLATE_NOOP("Lineage", "to what %1 runs")).arg(task);
        case Kind::output: return tr(QT_TRANSLATE_NOOP("Lineage", "to the output %2 of %1")).arg(task, name);
        default: return tr(QT_TRANSLATE_NOOP("Lineage", "to %1 → %2")).arg(task, name);
    }
}

QString place_text(const Flow& flow, const ValuePlace& at) {
    const QString task = task_name(flow, at.task), name = qs(at.name);
    switch (at.kind) {
        case Kind::flow_parameter: return tr(QT_TRANSLATE_NOOP("Lineage", "the flow's parameter %1")).arg(name);
        case Kind::condition: return tr(QT_TRANSLATE_NOOP("Lineage", "the condition of %1")).arg(task);
        case Kind::loop: return tr(QT_TRANSLATE_NOOP("Lineage", "the loop of %1")).arg(task);
        case Kind::text: return tr(QT_TRANSLATE_NOOP("Lineage", "what %1 runs")).arg(task);
        default: return tr(QT_TRANSLATE_NOOP("Lineage", "%1 → %2")).arg(task, name);
    }
}

QString step_label(const ValueStep& step) {
    const auto word = [&](const ValuePlace& at) {
        switch (at.kind) {
            case Kind::condition: return tr(QT_TRANSLATE_NOOP("Lineage", "condition"));
            case Kind::loop: return tr(QT_TRANSLATE_NOOP("Lineage", "loop"));
            case Kind::text: return tr(QT_TRANSLATE_NOOP("Lineage", "what runs"));
            default: return qs(at.name);
        }
    };
    return word(step.from) + QStringLiteral(" → ") + word(step.to);
}

}  // namespace weft::ui
