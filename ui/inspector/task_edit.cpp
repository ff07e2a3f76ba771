#include "ui/inspector/task_edit.h"

#include <QCoreApplication>

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

void TaskEdit::aim(FlowDocument* document, TaskId id) {
    if (document != document_ || id != id_) scope_.reset();
    document_ = document;
    id_ = id;
}

const Task* TaskEdit::task() const { return document_ ? find_task(*document_->flow(), id_) : nullptr; }

const Definition* TaskEdit::definition() const {
    const Task* task = this->task();
    return task ? definition_of(*document_->flow(), *task) : nullptr;
}

const Handler* TaskEdit::handler() const {
    if (!document_) return nullptr;
    const FlowPtr flow = document_->flow();
    if (const Handler* found = handler_in(flow->main, id_)) return found;
    for (const DefinitionPtr& definition : flow->definitions)
        if (definition && definition->body)
            if (const Handler* found = handler_in(*definition->body, id_)) return found;
    return nullptr;
}

bool TaskEdit::commit(const QString& label, const std::function<Result<Flow>(const Flow&)>& change) {
    return document_ && document_->commit(label, change).has_value();
}

bool TaskEdit::rename(const QString& name) {
    return commit(QCoreApplication::translate("Inspector", "Rename"), [id = id_, name = utf8(name)](const Flow& flow) { return edit::rename_task(flow, id, name); });
}

bool TaskEdit::use(const QString& label, const std::function<void(Task&)>& change) {
    return commit(label, [id = id_, &change](const Flow& flow) -> Result<Flow> {
        const Task* task = find_task(flow, id);
        if (!task) return gone();
        Task wanted = *task;
        change(wanted);
        return edit::change_task(flow, id, wanted);
    });
}

bool TaskEdit::definition(const QString& label, const std::function<void(Definition&)>& change) {
    const Task* task = this->task();
    if (!task) return false;
    edit::Scope scope = edit::Scope::all;
    const int uses = edit::uses_of(*document_->flow(), task->definition);
    if (!task->definition.empty() && uses > 1 && ask_scope) {
        if (!scope_) scope_ = ask_scope(qs(task->definition), uses);
        if (!scope_) return false;
        scope = *scope_;
    }
    return commit(label, [id = id_, scope, &change](const Flow& flow) -> Result<Flow> {
        const Task* task = find_task(flow, id);
        if (!task) return gone();
        const Definition* definition = definition_of(flow, *task);
        Definition wanted = definition ? *definition : Definition{};
        change(wanted);
        return edit::change_definition(flow, id, scope, wanted);
    });
}

bool TaskEdit::environment(const QString& label, const std::function<bool(const Environment&)>& has, const std::function<void(Environment&)>& change) {
    const Task* task = this->task();
    if (!task) return false;
    if (has(task->environment) || !stands_in_definition(*document_->flow(), *task)) return use(label, [&change](Task& wanted) { change(wanted.environment); });
    return definition(label, [&change](Definition& wanted) { change(wanted.environment); });
}

bool TaskEdit::retry(const QString& label, const std::function<void(std::optional<Retry>&)>& change) {
    const Task* task = this->task();
    if (!task) return false;
    if (!task->retry && stands_in_definition(*document_->flow(), *task)) return definition(label, [&change](Definition& wanted) { change(wanted.retry); });
    return use(label, [&change](Task& wanted) { change(wanted.retry); });
}

bool TaskEdit::timeout(const QString& label, const std::string& value) {
    const Task* task = this->task();
    if (!task) return false;
    const bool limit_of_waiting = definition() && definition()->kind == DefinitionKind::wait;   // the definition's is its length
    if (task->timeout.empty() && !limit_of_waiting && stands_in_definition(*document_->flow(), *task)) return definition(label, [&value](Definition& wanted) { wanted.timeout = value; });
    return use(label, [&value](Task& wanted) { wanted.timeout = value; });
}

bool TaskEdit::trigger(Trigger trigger, bool warn_only) {
    return commit(QCoreApplication::translate("Inspector", "Change when the handler runs"),
                  [id = id_, trigger, warn_only](const Flow& flow) { return edit::set_trigger(flow, id, trigger, warn_only); });
}

}  // namespace weft::ui
