#include "ui/runs/log_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScrollBar>
#include <QVBoxLayout>

#include "ui/base/state_glyph.h"
#include "ui/base/theme.h"
#include "ui/base/widgets.h"
#include "ui/bridge/run_bridge.h"
#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"
#include "ui/runs/run_text.h"

namespace weft::ui {

namespace {
constexpr int most_lines = 20'000;
}

struct LogPanel::Private {
    explicit Private(RunBridge& b) : bridge(b) {}
    RunBridge& bridge;
    QPointer<FlowDocument> document;
    PathOf path_of;
    QLabel *title = nullptr, *state = nullptr;
    QComboBox* attempts = nullptr;
    QCheckBox* follow = nullptr;
    QPlainTextEdit* text = nullptr;

    QString run, path, shown_path;
    int attempt = 0, token = 0;
    LogText plain;

    void choose(LogPanel* panel);
    void open(LogPanel* panel, const QString& new_run, const QString& new_path, int new_attempt);
    void list_attempts(const run::TaskState& task);
    void append(LogPanel* panel, const QByteArray& bytes, bool end);
};

LogPanel::LogPanel(RunBridge& bridge, QWidget* parent) : QWidget(parent), d(std::make_unique<Private>(bridge)) {
    setObjectName(QStringLiteral("log-panel"));
    d->title = label("log-title", {}, "heading");
    d->state = label("log-state", {}, "muted");
    d->attempts = new QComboBox;
    d->attempts->setObjectName(QStringLiteral("log-attempts"));
    d->follow = new QCheckBox;
    d->follow->setObjectName(QStringLiteral("log-follow"));
    d->follow->setChecked(true);
    d->text = new QPlainTextEdit;
    d->text->setObjectName(QStringLiteral("log-text"));
    d->text->setReadOnly(true);
    d->text->setProperty("look", "pane");
    d->text->document()->setDocumentMargin(10);
    d->text->setFrameShape(QFrame::NoFrame);
    d->text->setFont(Theme::instance().mono(11.5));
    d->text->setMaximumBlockCount(most_lines);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 6, 12, 6);
    head->setSpacing(10);
    head->addWidget(d->title);
    head->addWidget(d->state, 1);
    head->addWidget(d->attempts);
    head->addWidget(d->follow);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(d->text, 1);
    connect(d->attempts, &QComboBox::activated, this, [this] { d->open(this, d->run, d->path, d->attempts->currentData().toInt()); });
    connect(&bridge, &RunBridge::log_data, this, [this](int token, const QByteArray& bytes, bool end) {
        if (token == d->token) d->append(this, bytes, end);
    });
    d->follow->setText(tr("&Follow"));
    d->choose(this);
}

LogPanel::~LogPanel() {
    if (d->token) d->bridge.unfollow_log(d->token);
}

void LogPanel::translate_paths(PathOf path_of) { d->path_of = std::move(path_of); }
QString LogPanel::text() const { return d->text->toPlainText(); }

void LogPanel::show_document(FlowDocument* document) {
    if (d->document) d->document->disconnect(this);
    d->document = document;
    if (document) {
        connect(document, &FlowDocument::selection_changed, this, [this] { d->choose(this); });
        connect(document, &FlowDocument::run_changed, this, [this] { d->choose(this); });
    }
    d->choose(this);
}

void LogPanel::Private::choose(LogPanel* panel) {
    const run::RunState* shown = document ? document->shown_run() : nullptr;
    const bool one = shown && document->selection().size() == 1;
    const std::string here = one ? weft::path_of(*document->flow(), document->selection().front()) : std::string();
    const auto task = one ? shown->tasks.find(here) : std::map<std::string, run::TaskState>::const_iterator();
    attempts->setVisible(false);
    follow->setVisible(one);
    if (!one || task == shown->tasks.end()) {
        title->setText(shown ? LogPanel::tr("Log") : QString());
        state->setText(!shown ? LogPanel::tr("No run is shown. Press F5.") : one ? LogPanel::tr("This task has not run in this run.") : LogPanel::tr("Select a task to see its log."));
        open(panel, {}, {}, 0);
        return;
    }
    title->setText(qs(here));
    state->setText(word_of(task->second.stage));
    shown_path = qs(here);
    list_attempts(task->second);
    const QString new_run = qs(shown->run);
    const QString new_path = path_of ? path_of(*document, qs(here)) : qs(here);
    const int newest = task->second.attempts.empty() ? 0 : task->second.attempts.back().number;
    if (new_run != run || new_path != path) open(panel, new_run, new_path, newest);
    else if (newest > attempt && follow->isChecked()) open(panel, run, path, newest);
}

void LogPanel::Private::list_attempts(const run::TaskState& task) {
    attempts->setVisible(task.attempts.size() > 1);
    if (attempts->count() != int(task.attempts.size())) {
        attempts->clear();
        for (const run::Attempt& one : task.attempts) attempts->addItem(LogPanel::tr("attempt %1").arg(one.number), one.number);
    }
    attempts->setCurrentIndex(attempts->findData(attempt));
}

void LogPanel::Private::open(LogPanel*, const QString& new_run, const QString& new_path, int new_attempt) {
    if (token) bridge.unfollow_log(token);
    token = 0;
    run = new_run;
    path = new_path;
    attempt = new_attempt;
    plain = {};
    text->clear();
    attempts->setCurrentIndex(attempts->findData(attempt));
    if (!run.isEmpty() && attempt > 0) token = bridge.follow_log(run, path, attempt);
}

void LogPanel::Private::append(LogPanel* panel, const QByteArray& bytes, bool end) {
    const QString more = plain.add(bytes, end);
    if (!more.isEmpty()) {
        QScrollBar* bar = text->verticalScrollBar();
        const bool at_end = follow->isChecked();
        const int before = bar->value();
        QTextCursor cursor(text->document());
        cursor.movePosition(QTextCursor::End);
        cursor.insertText(more);
        bar->setValue(at_end ? bar->maximum() : before);
    }
    const QStringList lines = text->toPlainText().right(4000).split(u'\n', Qt::SkipEmptyParts);
    if (end) emit panel->last_line(shown_path, lines.isEmpty() ? QString() : lines.last().left(300));
}

void LogPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        d->follow->setText(tr("&Follow"));
        d->choose(this);
    }
    QWidget::changeEvent(event);
}

}  // namespace weft::ui
