#include "ui/shell/first_steps_tour.h"

#include <QAccessible>
#include <QAccessibleEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/base/theme.h"
#include "ui/base/widgets.h"
#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"
#include "ui/problems/problems_panel.h"
#include "ui/shell/first_steps.h"

namespace weft::ui {

namespace {

std::size_t wires_of(const Body& body) {
    std::size_t wires = 0;
    for (const TaskPtr& task : body.tasks) wires += task->needs.size();
    return wires;
}

}  // namespace

TourRing::TourRing(QWidget* window) : QWidget(window) {
    setObjectName(QStringLiteral("tour-ring"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void TourRing::show_around(std::vector<QRect> rects) {
    rects_ = std::move(rects);
    setGeometry(parentWidget()->rect());
    setVisible(!rects_.empty());
    raise();
    update();
}

void TourRing::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor halo = Theme::instance().colours().accent;
    for (const QRect& rect : rects_) {
        halo.setAlpha(70);
        painter.setPen(QPen(halo, 7));
        painter.drawRoundedRect(QRectF(rect).adjusted(-4, -4, 4, 4), 11, 11);
        halo.setAlpha(255);
        painter.setPen(QPen(halo, 2));
        painter.drawRoundedRect(QRectF(rect).adjusted(-4, -4, 4, 4), 9, 9);
    }
}

Tour::Tour(FlowDocument& document, Where where, QWidget* window)
    : QFrame(window), document_(&document), where_(std::move(where)), ring_(new TourRing(window)), number_(label("tour-number", {}, "section")), title_(label("tour-title", {}, "heading")),
      text_(label("tour-text", {}, "muted")), skip_(button("tour-skip", {})), end_(button("tour-end", {}, "quiet")) {
    setObjectName(QStringLiteral("tour"));
    setProperty("look", "card");
    text_->setWordWrap(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(number_);
    words->addWidget(title_);
    words->addWidget(text_);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 10, 10, 10);
    layout->setSpacing(8);
    layout->addLayout(words, 1);
    layout->addWidget(skip_, 0, Qt::AlignVCenter);
    layout->addWidget(end_, 0, Qt::AlignVCenter);
    connect(skip_, &QPushButton::clicked, this, &Tour::skip);
    connect(end_, &QPushButton::clicked, this, &Tour::ended);
    connect(&document, &FlowDocument::changed, this, &Tour::look_at_flow);
    connect(&document, &FlowDocument::findings_changed, this, &Tour::look_at_findings);
    connect(&document, &QObject::destroyed, this, &Tour::ended);
    window->installEventFilter(this);
    go(Step::add);
}

Tour::~Tour() { delete ring_; }

void Tour::go(Step step) {
    if (!document_) return;
    step_ = step;
    const Body& body = document_->flow()->main;
    tasks_ = body.tasks.size();
    wires_ = wires_of(body);
    handlers_ = body.handlers.size();
    retranslate();
    emit entered(step);
    if (step == Step::mend) {       // something to mend, as an undo step like any other
        seen_finding_ = false;
        if (!document_->commit(FirstSteps::tr("Break a task"), break_a_task)) return go(Step::run);
        if (const Task* report = find_task(document_->flow()->main, "report")) document_->select({report->id});
    }
    QMetaObject::invokeMethod(this, &Tour::place_ring, Qt::QueuedConnection);
    QAccessibleEvent said(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

void Tour::look_at_flow() {
    if (!document_) return;
    const Body& body = document_->flow()->main;
    if (step_ == Step::add && body.tasks.size() > tasks_) {
        added_ = body.tasks.back()->id;
        return go(Step::connect);
    }
    if (step_ == Step::connect && wires_of(body) > wires_) return go(Step::handler);
    if (step_ == Step::handler && body.handlers.size() > handlers_) return go(Step::mend);
    if (step_ == Step::mend) look_at_findings();
    QMetaObject::invokeMethod(this, &Tour::place_ring, Qt::QueuedConnection);
}

void Tour::look_at_findings() {
    if (!document_ || step_ != Step::mend) return;
    const bool broken = is_broken(*document_->flow());
    seen_finding_ = seen_finding_ || (broken && break_finding(*document_));
    if (seen_finding_ && !broken) go(Step::run);
    else QMetaObject::invokeMethod(this, &Tour::place_ring, Qt::QueuedConnection);
}

void Tour::run_ended(const FlowDocument* document) {
    if (document == document_ && step_ == Step::run) go(Step::export_flow);
}

void Tour::exported(const FlowDocument* document) {
    if (document == document_ && step_ == Step::export_flow) go(Step::done);
}

// What the tour itself has broken does not stay behind.
void Tour::skip() {
    if (step_ == Step::done || !document_) {
        emit ended();
        return;
    }
    if (step_ == Step::mend) {
        if (const lint::Finding* finding = break_finding(*document_)) {
            const lint::Fix fix = finding->fixes.front();
            apply_fix(*document_, fix);
        } else {
            document_->undo_stack().undo();
        }
        if (step_ != Step::mend) return;    // mended: that was the event
    }
    go(Step(int(step_) + 1));
}

void Tour::place_ring() {
    if (ring_ && document_) ring_->show_around(step_ == Step::done ? std::vector<QRect>() : where_(step_, added_));
}

void Tour::retranslate() {
    const Task* added = document_ && added_ ? find_task(*document_->flow(), added_) : nullptr;
    const QString name = added ? qs(added->name) : QString();
    number_->setText(step_ == Step::done ? tr("The tour is over") : tr("Step %1 of %2").arg(int(step_) + 1).arg(count));
    skip_->setText(step_ == Step::done ? tr("&Close") : tr("S&kip this step"));
    end_->setText(tr("&End the tour"));
    end_->setVisible(step_ != Step::done);
    switch (step_) {
        case Step::add:
            title_->setText(tr("Add a task"));
            text_->setText(tr("Double-click the canvas, or press N there, and choose a kind; or drag one in from the left."));
            break;
        case Step::connect:
            title_->setText(tr("Say what runs before it"));
            text_->setText(name.isEmpty() ? tr("Drag from one task's right port to another's left port; or select both, the first one first, and press C.")
                                          : tr("Drag from the right port of a task to the left port of %1; or select both, %1 last, and press C.").arg(name));
            break;
        case Step::handler:
            title_->setText(tr("Make an exit handler"));
            text_->setText(tr("It runs when the flow has ended, whatever happened. Take one from the left, or select a task and choose Make an exit handler in its menu."));
            break;
        case Step::mend:
            title_->setText(tr("Mend a problem"));
            text_->setText(tr("A variable of report has just been given a name that no shell takes. Click the fix in the Problems list, or press F8 and then Ctrl+."));
            break;
        case Step::run:
            title_->setText(tr("Run it"));
            text_->setText(tr("Press F5, or the button above. The tasks run on this computer; each shows its state as a shape, a colour and a word."));
            break;
        case Step::export_flow:
            title_->setText(tr("Take it to a cluster"));
            text_->setText(tr("File, Export writes what an engine reads; choose one, Argo Workflows for example, and a place for the file."));
            break;
        case Step::done:
            title_->setText(tr("That is the whole of it"));
            text_->setText(tr("Draw, check, run, export. Ctrl+Shift+P finds every command, F1 the help, and this tour stands in the Help menu."));
            break;
    }
    setAccessibleName(number_->text());
    setAccessibleDescription(title_->text() + QStringLiteral(". ") + text_->text());
}

void Tour::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QFrame::changeEvent(event);
}

bool Tour::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) QMetaObject::invokeMethod(this, &Tour::place_ring, Qt::QueuedConnection);
    return QFrame::eventFilter(watched, event);
}

}  // namespace weft::ui
