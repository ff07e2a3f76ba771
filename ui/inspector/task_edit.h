// How the inspector's fields become edits of the flow: one undo step a field, asked about a shared definition once per selection.
#pragma once

#include <QPointer>
#include <QString>
#include <functional>
#include <optional>

#include "core/model/edit.h"

namespace weft::ui {

class FlowDocument;

// Where environment, retry and timeout of a task stand: with what it runs (its own, or an engine's template), or at the use of a shared definition.
bool stands_in_definition(const Flow& flow, const Task& task);

class TaskEdit {
  public:
    using AskScope = std::function<std::optional<edit::Scope>(const QString& definition, int uses)>;
    AskScope ask_scope;                              // unset: all

    void aim(FlowDocument* document, TaskId id);     // forgets an earlier answer when the task changes
    FlowDocument* document() const { return document_; }
    TaskId id() const { return id_; }
    const Task* task() const;
    const Definition* definition() const;
    const Handler* handler() const;

    // All return false when nothing changed: refused or cancelled.
    bool rename(const QString& name);
    bool use(const QString& label, const std::function<void(Task&)>& change);
    bool definition(const QString& label, const std::function<void(Definition&)>& change);
    // A field of the environment: at the use when it stands there already, otherwise as stands_in_definition() says.
    bool environment(const QString& label, const std::function<bool(const Environment&)>& has, const std::function<void(Environment&)>& change);
    bool retry(const QString& label, const std::function<void(std::optional<Retry>&)>& change);
    bool timeout(const QString& label, const std::string& value);
    bool trigger(Trigger trigger, bool warn_only);

  private:
    bool commit(const QString& label, const std::function<Result<Flow>(const Flow&)>& change);

    QPointer<FlowDocument> document_;
    TaskId id_ = 0;
    std::optional<edit::Scope> scope_;
};

}  // namespace weft::ui
