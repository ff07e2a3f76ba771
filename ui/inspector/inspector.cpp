#include "ui/inspector/inspector.h"

#include <QEvent>
#include <QLabel>
#include <QPointer>
#include <QScrollArea>
#include <QStackedLayout>

#include "ui/base/widgets.h"
#include "ui/bridge/target_combo.h"
#include "ui/document/flow_document.h"
#include "ui/document/in_turn.h"
#include "ui/inspector/fail_card.h"
#include "ui/inspector/flow_form.h"
#include "ui/inspector/names_section.h"
#include "ui/inspector/several_form.h"
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
    SeveralForm* several_form = nullptr;
    QLabel* nothing = nullptr;
    QStackedLayout* stack = nullptr;
    enum Page { no_page, flow_page, task_page, several_page };

    void choose();
    void refresh();
};

Inspector::Inspector(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>()) {
    setObjectName(QStringLiteral("inspector"));
    d->nothing = label(QStringLiteral("inspector-nothing"), {}, "muted");
    d->nothing->setAlignment(Qt::AlignCenter);
    d->nothing->setWordWrap(true);
    d->flow = new FlowForm;
    d->task = new TaskForm;
    d->stack = new QStackedLayout(this);
    d->stack->addWidget(d->nothing);
    d->stack->addWidget(scrolled(d->flow, QStringLiteral("flow-scroll")));
    d->stack->addWidget(scrolled(d->task, QStringLiteral("task-scroll")));
    d->several_form = new SeveralForm;
    d->stack->addWidget(scrolled(d->several_form, QStringLiteral("several-scroll")));
    connect(d->task, &TaskForm::definition_asked, this, &Inspector::definition_asked);
    connect(d->task, &TaskForm::usages_asked, this, &Inspector::usages_asked);
    connect(d->task, &TaskForm::refused, this, &Inspector::refused);
    connect(d->flow, &FlowForm::lineage_asked, this, &Inspector::lineage_asked);
    connect(d->task, &TaskForm::lineage_asked, this, &Inspector::lineage_asked);
    connect(d->task->names()->target(), &QComboBox::activated, this, [this] {
        const TargetCombo& chosen = *d->task->names()->target();
        emit target_chosen(chosen.target() ? chosen.target()->id : std::string(), chosen.version());
    });
    connect(d->task->fail_card(), &FailCard::log_asked, this, &Inspector::log_asked);
    connect(d->task->fail_card(), &FailCard::again_asked, this, &Inspector::again_asked);
    d->choose();
}

Inspector::~Inspector() = default;

void Inspector::ask_scope(TaskEdit::AskScope ask) {
    d->several_form->edit().ask_scope = ask;
    d->task->edit().ask_scope = std::move(ask);
}

void Inspector::show_folder(std::shared_ptr<const Folder> folder) {
    d->task->show_folder(std::move(folder));
    if (d->document && d->stack->currentIndex() == Private::task_page) d->task->refresh();
}

void Inspector::look_at(const std::string& target, const std::string& version) { d->task->names()->target()->choose(target, version); }

void Inspector::show_document(FlowDocument* document) {
    if (d->document) d->document->disconnect(this);
    d->document = document;
    d->choose();
    if (!document) return;
    connect(document, &FlowDocument::selection_changed, this, in_turn(document, this, [this] { d->choose(); }));
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
    for (QWidget* form : {static_cast<QWidget*>(task), static_cast<QWidget*>(flow), static_cast<QWidget*>(several_form)})   // what is being typed belongs to the task it was typed for
        if (QWidget* field = form->focusWidget(); field && field->hasFocus()) field->clearFocus();
    if (!document) {
        nothing->setText(Inspector::tr("No flow is open."));
        stack->setCurrentIndex(no_page);
        return;
    }
    const std::vector<TaskId>& chosen = document->selection();
    if (chosen.size() > 1) {
        several_form->show_tasks(document, chosen);
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
    else if (stack->currentIndex() == several_page) several_form->refresh();
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
