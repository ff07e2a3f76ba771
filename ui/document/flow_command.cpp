#include "ui/document/flow_command.h"

#include "ui/bridge/background.h"

namespace weft::ui {

namespace {

// Typing on in what was just typed: one edit instead of two, so that a long line typed is one small step.
bool join_typing(EditStep& first, const EditStep& second) {
    if (first.size() != 1 || second.size() != 1) return false;
    yaml::TextEdit& a = first[0];
    const yaml::TextEdit& b = second[0];
    if (b.offset < a.offset || b.offset + b.removed.size() > a.offset + a.inserted.size()) return false;
    a.inserted.replace(b.offset - a.offset, b.removed.size(), b.inserted);
    return true;
}

}  // namespace

std::vector<EditStep> taken_back(const std::vector<EditStep>& steps) {
    std::vector<EditStep> back;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) back.push_back(yaml::inverse(*step));
    return back;
}

FlowCommand::FlowCommand(const QString& label, QString merge_key, EditStep edits, SnapshotPtr before, SnapshotPtr after, Show show,
                         std::function<std::string()> text)
    : QUndoCommand(label), merge_key_(std::move(merge_key)), before_(std::move(before)), after_(std::move(after)), show_(std::move(show)),
      text_(std::move(text)) {
    if (!edits.empty()) steps_.push_back(std::move(edits));
}

FlowCommand::~FlowCommand() {
    constexpr std::size_t large = 256u << 10;   // bytes
    if (after_ && after_->document && after_->document->text.size() > large) let_go(std::pair(std::move(before_), std::move(after_)));
}

void FlowCommand::redo() { show_(steps_, after_, false); }

void FlowCommand::undo() {
    show_(taken_back(steps_), before_, true);
    if (after_->forget) setObsolete(true);   // the stack drops it
}

bool FlowCommand::mergeWith(const QUndoCommand* other) {
    const auto* next = static_cast<const FlowCommand*>(other);
    if (merge_key_.isEmpty() || merge_key_ != next->merge_key_) return false;
    for (const EditStep& step : next->steps_)
        if (steps_.empty() || !join_typing(steps_.back(), step)) steps_.push_back(step);
    after_ = next->after_;
    setText(next->text());
    setObsolete(changes_nothing());
    return true;
}

bool FlowCommand::changes_nothing() const {
    const Flow &before = *before_->document->flow, &after = *after_->document->flow;
    if (before.placements != after.placements || before.notes != after.notes || before.unfolded != after.unfolded) return false;
    std::ptrdiff_t growth = 0;
    for (const EditStep& step : steps_)
        for (const yaml::TextEdit& edit : step) growth += std::ptrdiff_t(edit.inserted.size()) - std::ptrdiff_t(edit.removed.size());
    if (growth != 0) return false;
    const std::string now = text_();
    std::string then = now;
    for (const EditStep& step : taken_back(steps_)) then = yaml::apply(then, step);
    return then == now;
}

}  // namespace weft::ui
