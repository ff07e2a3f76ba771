// How the inspector's fields become edits of the flow: one undo step a field, however many tasks are selected; asked about a shared definition once per
// selection.
#pragma once

#include <QPointer>
#include <QString>
#include <functional>
#include <optional>
#include <vector>

#include "core/model/edit.h"

namespace weft::ui {

class FlowDocument;

// Where environment, retry and timeout of a task stand: with what it runs (its own, or an engine's template), or at the use of a shared definition.
bool stands_in_definition(const Flow& flow, const Task& task);

class TaskEdit {
  public:
    using AskScope = std::function<std::optional<edit::Scope>(const QString& definition, int uses)>;
    AskScope ask_scope;                              // unset: all

    void aim(FlowDocument* document, std::vector<TaskId> ids);     // forgets an earlier answer when the tasks change
    FlowDocument* document() const { return document_; }
    TaskId id() const { return ids_.empty() ? 0 : ids_.front(); }
    const std::vector<TaskId>& ids() const { return ids_; }
    const Task* task() const;                        // the first of them
    const Definition* definition() const;
    const Handler* handler() const;

    // All return false when nothing changed: refused or cancelled. rename() and trigger() are about the first task, the others about all.
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
    using InDefinition = std::function<bool(const Flow&, const Task&)>;
    bool change(const QString& label, const InDefinition& in_definition, const std::function<void(Task&)>& use, const std::function<void(Definition&)>& definition);
    std::optional<edit::Scope> scope_for(const InDefinition& in_definition);

    QPointer<FlowDocument> document_;
    std::vector<TaskId> ids_;
    std::optional<edit::Scope> scope_;
};

}  // namespace weft::ui
