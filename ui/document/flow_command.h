// The one undo command of the designer: text edits and the snapshots before and after. Every gesture, field, fix and typed letter is one of these.
#pragma once

#include <QString>
#include <QUndoCommand>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/targets/document.h"
#include "core/yaml/patch.h"

namespace weft::ui {

// What is shown after a change.
struct Snapshot {
    DocumentPtr document;          // the last one that parsed
    std::optional<Error> broken;   // the text does not parse
    bool unread = false;           // a large text that the worker has not read yet
    bool must_parse = false;       // and that is taken back when it does not parse: a fix, not a person's typing
    std::optional<Error> refused;  // the worker read what was drawn, and it says something else
    bool forget = false;           // once taken back it cannot be done again
};
using SnapshotPtr = std::shared_ptr<Snapshot>;

using EditStep = std::vector<yaml::TextEdit>;   // sorted, offsets in the text before the step

class FlowCommand : public QUndoCommand {
  public:
    // `show(steps, snapshot, back)` edits the text step by step and shows the snapshot. `text` gives the text as it stands now (only asked when merging).
    using Show = std::function<void(const std::vector<EditStep>& steps, const SnapshotPtr& snapshot, bool back)>;
    FlowCommand(const QString& label, QString merge_key, EditStep edits, SnapshotPtr before, SnapshotPtr after, Show show,
                std::function<std::string()> text);

    ~FlowCommand() override;

    void redo() override;
    void undo() override;
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* other) override;
    const std::vector<EditStep>& steps() const { return steps_; }
    const SnapshotPtr& before() const { return before_; }
    const SnapshotPtr& after() const { return after_; }

  private:
    bool changes_nothing() const;

    QString merge_key_;
    std::vector<EditStep> steps_;
    SnapshotPtr before_, after_;
    Show show_;
    std::function<std::string()> text_;
};

// The edits of `steps` taken back, in the order in which to apply them.
std::vector<EditStep> taken_back(const std::vector<EditStep>& steps);

}  // namespace weft::ui
