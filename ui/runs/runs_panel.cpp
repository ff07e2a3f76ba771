#include "ui/runs/runs_panel.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/base/widgets.h"
#include "ui/bridge/run_bridge.h"
#include "ui/bridge/text.h"
#include "ui/runs/run_text.h"
#include "ui/runs/runs_model.h"

namespace weft::ui {

namespace {

constexpr std::size_t runs_looked_at = 30;

class FlowFilter : public QSortFilterProxyModel {
  public:
    explicit FlowFilter(RunBridge& bridge) : bridge_(bridge) {}
    void show_flow(const QString& key) {
        key_ = key;
        invalidateFilter();
    }

  protected:
    bool filterAcceptsRow(int row, const QModelIndex&) const override {
        const RunView* view = bridge_.find(static_cast<RunsModel*>(sourceModel())->run_at(row));
        return view && (key_.isEmpty() || qs(view->record.flow) == key_);
    }

  private:
    RunBridge& bridge_;
    QString key_;
};

}  // namespace

struct RunsPanel::Private {
    explicit Private(RunBridge& b) : bridge(b), model(b), filter(b) {}
    RunBridge& bridge;
    RunsModel model;
    FlowFilter filter;
    QTableView* table = nullptr;
    QComboBox* flows = nullptr;
    QLabel* empty = nullptr;
    QPushButton *stop = nullptr, *kill = nullptr, *again = nullptr;
    QStackedLayout* stack = nullptr;
    bool selecting = false;
    QString told;      // rows that come and go select anew what is selected already: that is nobody's wish to see it

    void list_flows() {
        QStringList names;
        for (const QString& run : bridge.runs())
            if (const QString name = qs(bridge.find(run)->record.flow); !name.isEmpty() && !names.contains(name)) names << name;
        names.sort(Qt::CaseInsensitive);
        QStringList known;
        for (int i = 1; i < flows->count(); ++i) known << flows->itemText(i);
        if (names == known) return;
        const QString chosen = flows->currentIndex() > 0 ? flows->currentText() : QString();
        while (flows->count() > 1) flows->removeItem(1);
        flows->addItems(names);
        flows->setCurrentIndex(std::max(0, flows->findText(chosen)));
    }
};

RunsPanel::RunsPanel(RunBridge& bridge, QWidget* parent) : QWidget(parent), d(std::make_unique<Private>(bridge)) {
    setObjectName(QStringLiteral("runs-panel"));
    d->filter.setSourceModel(&d->model);
    d->table = new QTableView;
    d->table->setObjectName(QStringLiteral("runs-table"));
    d->table->setModel(&d->filter);
    d->table->setSelectionBehavior(QAbstractItemView::SelectRows);
    d->table->setSelectionMode(QAbstractItemView::SingleSelection);
    d->table->setShowGrid(false);
    d->table->setWordWrap(false);
    d->table->setTextElideMode(Qt::ElideMiddle);   // the run's number stands at the end
    d->table->setTabKeyNavigation(false);
    d->table->verticalHeader()->hide();
    d->table->verticalHeader()->setDefaultSectionSize(30);
    d->table->horizontalHeader()->setStretchLastSection(true);
    d->table->horizontalHeader()->setHighlightSections(false);
    d->table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int widths[] = {110, 220, 60, 80, 90};
    for (int i = 0; i < 5; ++i) d->table->setColumnWidth(i, widths[i]);
    d->flows = new QComboBox;
    d->flows->setObjectName(QStringLiteral("runs-flow"));
    d->flows->addItem(QString());
    d->stop = button("runs-stop", {});
    d->kill = button("runs-kill", {});
    d->again = button("runs-again", {}, "soft");
    d->empty = label("runs-empty", {}, "muted");
    d->empty->setAlignment(Qt::AlignCenter);
    d->empty->setWordWrap(true);

    auto* side = new QVBoxLayout;
    side->setContentsMargins(12, 10, 12, 10);
    side->setSpacing(6);
    for (QWidget* part : std::initializer_list<QWidget*>{d->flows, d->again, d->stop, d->kill}) side->addWidget(part);
    side->addStretch(1);
    auto* lists = new QWidget;
    auto* row = new QHBoxLayout(lists);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(d->table, 1);
    row->addLayout(side);
    d->stack = new QStackedLayout(this);
    d->stack->addWidget(d->empty);
    d->stack->addWidget(lists);

    connect(d->flows, &QComboBox::currentIndexChanged, this, [this](int index) { d->filter.show_flow(index > 0 ? d->flows->currentText() : QString()); });
    connect(d->table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        update_buttons();
        const QString now = selected();
        if (now.isEmpty() || now == d->told) return;
        d->told = now;
        if (!d->selecting) emit show_asked(now);
    });
    connect(d->table, &QTableView::clicked, this, [this] {
        if (!selected().isEmpty()) emit show_asked(selected());   // also when it is selected already
    });
    connect(d->stop, &QPushButton::clicked, this, [this] { d->bridge.cancel(selected(), false); });
    connect(d->kill, &QPushButton::clicked, this, [this] { d->bridge.cancel(selected(), true); });
    connect(d->again, &QPushButton::clicked, this, [this] { d->bridge.again(selected()); });
    const auto refresh = [this] {
        d->list_flows();
        d->stack->setCurrentIndex(d->bridge.runs().empty() ? 0 : 1);
        update_buttons();
    };
    connect(&bridge, &RunBridge::runs_changed, this, refresh);
    connect(&bridge, &RunBridge::run_changed, this, refresh);
    retranslate();
    refresh();
}

// The list knows an older run's word; its tasks are asked for when somebody looks.
void RunsPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    const std::vector<QString> runs = d->bridge.runs();
    for (std::size_t i = 0; i < std::min(runs.size(), runs_looked_at); ++i)
        if (!d->bridge.find(runs[i])->state) d->bridge.load(runs[i]);
}

RunsPanel::~RunsPanel() = default;

QTableView* RunsPanel::table() const { return d->table; }
RunsModel& RunsPanel::model() { return d->model; }

QString RunsPanel::selected() const {
    const QModelIndexList rows = d->table->selectionModel()->selectedRows();
    return rows.isEmpty() ? QString() : rows.first().data(RunsModel::run_role).toString();
}

void RunsPanel::select(const QString& run) {
    d->selecting = true;
    const int row = d->model.row_of(run);
    if (row >= 0) d->table->selectRow(d->filter.mapFromSource(d->model.index(row, 0)).row());
    d->selecting = false;
}

void RunsPanel::update_buttons() {
    const RunView* view = d->bridge.find(selected());
    const bool live = view && (outcome_of(*view) == run::Outcome::running || outcome_of(*view) == run::Outcome::pending || (view->state && !view->state->ended && !view->record.ended_ms));
    d->stop->setEnabled(live);
    d->kill->setEnabled(live);
    d->again->setEnabled(view);
}

void RunsPanel::retranslate() {
    d->flows->setItemText(0, tr("All flows"));
    d->flows->setAccessibleName(tr("Which flow's runs"));
    d->again->setText(tr("Run &again"));
    d->stop->setText(tr("S&top"));
    d->stop->setToolTip(tr("Ends its tasks politely; exit handlers run"));
    d->kill->setText(tr("&Kill"));
    d->kill->setToolTip(tr("Ends everything at once; no exit handler runs"));
    d->empty->setText(tr("No run yet. Press F5 to run the flow on this computer."));
    d->table->setAccessibleName(tr("Runs"));
    d->model.retranslate();
}

void RunsPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace weft::ui
