#include "ui/inspector/inspector.h"

#include <QEvent>
#include <QLabel>
#include <QPointer>
#include <QScrollArea>
#include <QStackedLayout>

#include "ui/base/widgets.h"
#include "ui/document/flow_document.h"
#include "ui/inspector/fail_card.h"
#include "ui/inspector/flow_form.h"
#include "ui/inspector/task_form.h"

namespace weft::ui {

namespace {

QScrollArea* scrolled(QWidget* form, const QString& name) {
    auto* area = new QScrollArea;
    area->setObjectName(name);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(form);
    return area;
}

}  // namespace

struct Inspector::Private {
    QPointer<FlowDocument> document;
    TaskForm* task = nullptr;
    FlowForm* flow = nullptr;
    QLabel* several = nullptr;
    QStackedLayout* stack = nullptr;
    enum Page { several_page, flow_page, task_page };

    void choose();
    void refresh();
};

Inspector::Inspector(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>()) {
    setObjectName(QStringLiteral("inspector"));
    d->several = label(QStringLiteral("inspector-several"), {}, "muted");
    d->several->setAlignment(Qt::AlignCenter);
    d->several->setWordWrap(true);
    d->flow = new FlowForm;
    d->task = new TaskForm;
    d->stack = new QStackedLayout(this);
    d->stack->addWidget(d->several);
    d->stack->addWidget(scrolled(d->flow, QStringLiteral("flow-scroll")));
    d->stack->addWidget(scrolled(d->task, QStringLiteral("task-scroll")));
    connect(d->task->fail_card(), &FailCard::log_asked, this, &Inspector::log_asked);
    connect(d->task->fail_card(), &FailCard::again_asked, this, &Inspector::again_asked);
    d->choose();
}

Inspector::~Inspector() = default;

void Inspector::ask_scope(TaskEdit::AskScope ask) { d->task->edit().ask_scope = std::move(ask); }

void Inspector::show_document(FlowDocument* document) {
    if (d->document) d->document->disconnect(this);
    d->document = document;
    d->choose();
    if (!document) return;
    connect(document, &FlowDocument::selection_changed, this, [this] { d->choose(); });
    connect(document, &FlowDocument::changed, this, [this] { d->refresh(); });
    connect(document, &FlowDocument::findings_changed, this, [this] {
        if (d->stack->currentIndex() == Private::task_page) d->task->refresh_findings();
        else d->refresh();
    });
    connect(document, &FlowDocument::run_changed, this, [this] { d->task->refresh_run(); });
    connect(document, &FlowDocument::parse_state_changed, this, [this] { setEnabled(!d->document || d->document->can_draw()); });
    setEnabled(document->can_draw());
}

void Inspector::Private::choose() {
    for (QWidget* form : {static_cast<QWidget*>(task), static_cast<QWidget*>(flow)})   // what is being typed belongs to the task it was typed for
        if (QWidget* field = form->focusWidget(); field && field->hasFocus()) field->clearFocus();
    if (!document) {
        several->setText(Inspector::tr("No flow is open."));
        stack->setCurrentIndex(several_page);
        return;
    }
    const std::vector<TaskId>& chosen = document->selection();
    if (chosen.size() > 1) {
        several->setText(Inspector::tr("%n task(s) are selected. Select one to edit it.", nullptr, int(chosen.size())));
        stack->setCurrentIndex(several_page);
    } else if (chosen.empty()) {
        flow->show_flow(document);
        stack->setCurrentIndex(flow_page);
    } else {
        task->show_task(document, chosen.front());
        stack->setCurrentIndex(task_page);
    }
}

void Inspector::Private::refresh() {
    if (stack->currentIndex() == flow_page) flow->refresh();
    else if (stack->currentIndex() == task_page) task->refresh();
}

void Inspector::focus_form() {
    if (d->stack->currentIndex() == Private::task_page) d->task->focus_first();
}

void Inspector::show_last_line(const QString& path, const QString& line) {
    if (path == d->task->fail_card()->path()) d->task->fail_card()->show_last_line(line);
}

void Inspector::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) d->choose();
    QWidget::changeEvent(event);
}

}  // namespace weft::ui
