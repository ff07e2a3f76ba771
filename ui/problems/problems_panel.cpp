#include "ui/problems/problems_panel.h"

#include <QEvent>
#include <QLabel>
#include <QListView>
#include <QPointer>
#include <QStackedLayout>

#include "ui/base/widgets.h"
#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"
#include "ui/problems/problem_delegate.h"
#include "ui/problems/problems_model.h"

namespace weft::ui {

bool apply_fix(FlowDocument& document, const lint::Fix& fix) {
    const QString label = translated(fix.title);
    if (const auto* edits = std::get_if<lint::TextFix>(&fix.change)) return document.apply_text(label, *edits).has_value();
    return document.commit(label, std::get<lint::FlowFix>(fix.change)).has_value();
}

struct ProblemsPanel::Private {
    QPointer<FlowDocument> document;
    ProblemsModel model;
    QListView* list = nullptr;
    QLabel* empty = nullptr;
    QStackedLayout* stack = nullptr;
    int rules = 0;
    QString targets;
};

ProblemsPanel::ProblemsPanel(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>()) {
    setObjectName(QStringLiteral("problems-panel"));
    d->list = new QListView;
    d->list->setObjectName(QStringLiteral("problems-list"));
    d->list->setModel(&d->model);
    d->list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    d->list->setUniformItemSizes(true);
    d->list->setMouseTracking(true);
    auto* delegate = new ProblemDelegate(d->list);
    d->list->setItemDelegate(delegate);
    d->empty = label(QStringLiteral("problems-empty"), {}, "muted");
    d->empty->setAlignment(Qt::AlignCenter);
    d->empty->setWordWrap(true);
    d->stack = new QStackedLayout(this);
    d->stack->addWidget(d->empty);
    d->stack->addWidget(d->list);
    connect(delegate, &ProblemDelegate::fix_clicked, this, [this](int row, int fix) { apply_fix(row, fix); });
    connect(delegate, &ProblemDelegate::rule_clicked, this, &ProblemsPanel::rule_page);
    const auto go = [this](const QModelIndex& index) {
        if (const lint::Finding* finding = d->model.at(index.row())) emit go_to(*finding);
    };
    connect(d->list, &QListView::clicked, this, go);
    connect(d->list, &QListView::activated, this, go);
    show_document(nullptr);
}

ProblemsPanel::~ProblemsPanel() = default;

void ProblemsPanel::show_document(FlowDocument* document) {
    if (d->document) d->document->disconnect(this);
    d->document = document;
    const auto refresh = [this] {
        d->model.show(d->document ? d->document->findings() : std::vector<lint::Finding>{});
        d->stack->setCurrentIndex(d->model.rowCount() ? 1 : 0);
    };
    if (document) connect(document, &FlowDocument::findings_changed, this, refresh);
    refresh();
    say_checked(d->rules, d->targets);
}

void ProblemsPanel::say_checked(int rules, const QString& targets) {
    d->rules = rules;
    d->targets = targets;
    d->empty->setText(d->document ? tr("Nothing found. Checked with %n rule(s) for %1.", nullptr, rules).arg(targets) : tr("No flow is open."));
}

ProblemsModel& ProblemsPanel::model() { return d->model; }
QListView* ProblemsPanel::list() const { return d->list; }

void ProblemsPanel::step(int by) {
    const int count = d->model.rowCount();
    if (!count) return;
    const QModelIndex now = d->list->currentIndex();
    const int row = now.isValid() ? (now.row() + by + count) % count : by > 0 ? 0 : count - 1;
    d->list->setCurrentIndex(d->model.index(row));
    emit go_to(*d->model.at(row));
}

bool ProblemsPanel::apply_current_fix() { return apply_fix(std::max(0, d->list->currentIndex().row())); }

bool ProblemsPanel::apply_fix(int row, int fix) {
    const lint::Finding* finding = d->model.at(row);
    if (!finding || !d->document || fix < 0 || fix >= int(finding->fixes.size())) return false;
    const lint::Fix chosen = finding->fixes[std::size_t(fix)];   // the row goes while we are at it
    return ui::apply_fix(*d->document, chosen);
}

QRect ProblemsPanel::fix_rect(int row, int fix) const {
    const QModelIndex index = d->model.index(row);
    const auto places = ProblemDelegate::places(d->list->visualRect(index), index);
    return fix < int(places.fixes.size()) ? places.fixes[std::size_t(fix)] : QRect();
}

void ProblemsPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        d->model.retranslate();
        say_checked(d->rules, d->targets);
    }
    QWidget::changeEvent(event);
}

}  // namespace weft::ui
