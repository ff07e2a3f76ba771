#include "ui/inspector/task_edit.h"

#include <QCoreApplication>
#include <map>
#include <set>

#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"

namespace weft::ui {

namespace {

tl::unexpected<Error> gone() { return fail(WEFT_TR("core", "there is no such task any more")); }

const Handler* handler_in(const Body& body, TaskId id) {
    for (const Handler& handler : body.handlers)
        if (handler.task && handler.task->id == id) return &handler;
    const auto inside = [id](const TaskPtr& task) -> const Handler* {
        if (!task) return nullptr;
        for (const Handler& hook : task->handlers)
            if (hook.task && hook.task->id == id) return &hook;
        return task->own && task->own->body ? handler_in(*task->own->body, id) : nullptr;
    };
    for (const TaskPtr& task : body.tasks)
        if (const Handler* found = inside(task)) return found;
    for (const Handler& handler : body.handlers)
        if (const Handler* found = inside(handler.task)) return found;
    return nullptr;
}

}  // namespace

bool stands_in_definition(const Flow& flow, const Task& task) {
    return definition_of(flow, task) && (task.definition.empty() || flow.format != "native");
}

void TaskEdit::aim(FlowDocument* document, std::vector<TaskId> ids) {
    if (document != document_ || ids != ids_) scope_.reset();
    document_ = document;
    ids_ = std::move(ids);
}

const Task* TaskEdit::task() const { return document_ ? find_task(*document_->flow(), id()) : nullptr; }

const Definition* TaskEdit::definition() const {
    const Task* task = this->task();
    return task ? definition_of(*document_->flow(), *task) : nullptr;
}

const Handler* TaskEdit::handler() const {
    if (!document_) return nullptr;
    const FlowPtr flow = document_->flow();
    if (const Handler* found = handler_in(flow->main, id())) return found;
    for (const DefinitionPtr& definition : flow->definitions)
        if (definition && definition->body)
            if (const Handler* found = handler_in(*definition->body, id())) return found;
    return nullptr;
}

bool TaskEdit::commit(const QString& label, const std::function<Result<Flow>(const Flow&)>& change) {
    return document_ && document_->commit(label, change).has_value();
}

bool TaskEdit::rename(const QString& name) {
    return commit(QCoreApplication::translate("Inspector", "Rename"), [id = id(), name = utf8(name)](const Flow& flow) { return edit::rename_task(flow, id, name); });
}

// Asked when a definition that is to change serves a task beside the selected ones.
std::optional<edit::Scope> TaskEdit::scope_for(const InDefinition& in_definition) {
    const FlowPtr flow = document_->flow();
    std::map<std::string, int> chosen;
    for (const TaskId id : ids_)
        if (const Task* task = find_task(*flow, id); task && !task->definition.empty() && in_definition(*flow, *task)) ++chosen[task->definition];
    for (const auto& [definition, count] : chosen) {
        const int uses = edit::uses_of(*flow, definition);
        if (uses <= count || !ask_scope) continue;
        if (!scope_) scope_ = ask_scope(qs(definition), uses);
        return scope_;
    }
    return edit::Scope::all;
}

bool TaskEdit::change(const QString& label, const InDefinition& in_definition, const std::function<void(Task&)>& use,
                      const std::function<void(Definition&)>& definition) {
    if (!task()) return false;
    const std::optional<edit::Scope> scope = scope_for(in_definition);
    if (!scope) return false;
    return commit(label, [&](const Flow& flow) -> Result<Flow> {
        Result<Flow> now = flow;
        std::set<std::string> changed;   // a definition that serves several of the tasks changes once
        for (const TaskId id : ids_) {
            const Task* task = find_task(*now, id);
            if (!task) return gone();
            if (!in_definition(*now, *task)) {
                Task wanted = *task;
                use(wanted);
                now = edit::change_task(*now, id, wanted);
            } else {
                if (*scope == edit::Scope::all && !task->definition.empty() && !changed.insert(task->definition).second) continue;
                const Definition* before = definition_of(*now, *task);
                Definition wanted = before ? *before : Definition{};
                definition(wanted);
                now = edit::change_definition(*now, id, *scope, wanted);
            }
            if (!now) return now;
        }
        return now;
    });
}

bool TaskEdit::use(const QString& label, const std::function<void(Task&)>& change) {
    return this->change(label, [](const Flow&, const Task&) { return false; }, change, {});
}

bool TaskEdit::definition(const QString& label, const std::function<void(Definition&)>& change) {
    return this->change(label, [](const Flow&, const Task&) { return true; }, {}, change);
}

bool TaskEdit::environment(const QString& label, const std::function<bool(const Environment&)>& has, const std::function<void(Environment&)>& change) {
    return this->change(label, [&has](const Flow& flow, const Task& task) { return !has(task.environment) && stands_in_definition(flow, task); },
                        [&change](Task& wanted) { change(wanted.environment); }, [&change](Definition& wanted) { change(wanted.environment); });
}

bool TaskEdit::retry(const QString& label, const std::function<void(std::optional<Retry>&)>& change) {
    return this->change(label, [](const Flow& flow, const Task& task) { return !task.retry && stands_in_definition(flow, task); },
                        [&change](Task& wanted) { change(wanted.retry); }, [&change](Definition& wanted) { change(wanted.retry); });
}

bool TaskEdit::timeout(const QString& label, const std::string& value) {
    const auto in_definition = [](const Flow& flow, const Task& task) {
        const Definition* definition = definition_of(flow, task);
        const bool limit_of_waiting = definition && definition->kind == DefinitionKind::wait;   // the definition's is its length
        return task.timeout.empty() && !limit_of_waiting && stands_in_definition(flow, task);
    };
    return change(label, in_definition, [&value](Task& wanted) { wanted.timeout = value; }, [&value](Definition& wanted) { wanted.timeout = value; });
}

bool TaskEdit::trigger(Trigger trigger, bool warn_only) {
    return commit(QCoreApplication::translate("Inspector", "Change when the handler runs"),
                  [id = id(), trigger, warn_only](const Flow& flow) { return edit::set_trigger(flow, id, trigger, warn_only); });
}

}  // namespace weft::ui
