#include "ui/inspector/fail_card.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/base/state_glyph.h"
#include "ui/base/widgets.h"
#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"

namespace weft::ui {

namespace {

bool went_wrong(run::Stage stage) {
    using run::Stage;
    return stage == Stage::failed || stage == Stage::errored || stage == Stage::timed_out || stage == Stage::cancelled || stage == Stage::lost;
}

QString reason_of(const run::TaskState& task) {
    QString reason = qs(task.reason);
    if (reason.isEmpty() && !task.attempts.empty()) reason = qs(task.attempts.back().reason);
    if (task.stage == run::Stage::skipped && !task.because.empty()) return FailCard::tr("It did not run, because %1 did not succeed.").arg(qs(task.because));
    const int exit = task.attempts.empty() ? -1 : task.attempts.back().exit_code;
    if (exit > 0 && (reason.isEmpty() || reason == QStringLiteral("exit %1").arg(exit))) {
        const int tries = int(task.attempts.size());
        return tries > 1 ? FailCard::tr("Your code ended with exit code %1, at the last of %n attempt(s).", nullptr, tries).arg(exit) : FailCard::tr("Your code ended with exit code %1.").arg(exit);
    }
    if (reason.isEmpty()) return word_of(task.stage);
    const int attempts = int(task.attempts.size());
    return attempts > 1 ? FailCard::tr("%1, in %n attempt(s).", nullptr, attempts).arg(reason) : reason + u'.';
}

}  // namespace

FailCard::FailCard(QWidget* parent)
    : QFrame(parent), glyph_(label("fail-glyph")), title_(label("fail-title", {}, "heading")), reason_(label("fail-reason")), last_(label("fail-last-line", {}, "muted")),
      log_(button("fail-open-log", {}, "link")), again_(button("fail-run-again", {}, "link")) {
    setObjectName(QStringLiteral("fail-card"));
    setProperty("look", "card");
    reason_->setWordWrap(true);
    last_->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->addWidget(glyph_);
    head->addWidget(title_, 1);
    layout->addLayout(head);
    layout->addWidget(reason_);
    layout->addWidget(last_);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(14);
    buttons->addWidget(log_);
    buttons->addWidget(again_);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    connect(log_, &QPushButton::clicked, this, &FailCard::log_asked);
    connect(again_, &QPushButton::clicked, this, &FailCard::again_asked);
    retranslate();
    hide();
}

void FailCard::show_task(const FlowDocument& document, const QString& path) {
    const run::RunState* state = document.shown_run();
    const auto found = state ? state->tasks.find(utf8(path)) : std::map<std::string, run::TaskState>::const_iterator();
    const bool shown = state && found != state->tasks.end() && (went_wrong(found->second.stage) || (found->second.stage == run::Stage::skipped && !found->second.because.empty()));
    if (path != path_) last_->clear();
    path_ = path;
    setVisible(shown);
    if (!shown) return;
    glyph_->setPixmap(glyph_icon(glyph_of(found->second.stage)).pixmap(16, 16));
    title_->setText(found->second.stage == run::Stage::skipped ? tr("Why it did not run") : tr("Why it failed"));
    reason_->setText(reason_of(found->second));
    log_->setVisible(!found->second.attempts.empty());
    last_->setVisible(!last_->text().isEmpty());
}

void FailCard::show_last_line(const QString& line) {
    last_->setText(line.isEmpty() ? QString() : tr("Last line: %1").arg(line));
    last_->setVisible(!line.isEmpty());
}

void FailCard::retranslate() {
    log_->setText(tr("Open log"));
    again_->setText(tr("Run again"));
}

void FailCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QFrame::changeEvent(event);
}

}  // namespace weft::ui
