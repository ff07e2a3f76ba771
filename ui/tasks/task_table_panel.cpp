#include "ui/tasks/task_table_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/base/widgets.h"
#include "ui/document/flow_document.h"
#include "ui/document/in_turn.h"
#include "ui/tasks/task_table_model.h"

namespace weft::ui {

TaskTablePanel::TaskTablePanel(QWidget* parent)
    : QWidget(parent), model_(new TaskTableModel(this)), sorted_(new QSortFilterProxyModel(this)), table_(new QTableView), filter_(new QLineEdit), count_(label("tasks-count", {}, "muted")) {
    setObjectName(QStringLiteral("task-table-panel"));
    sorted_->setSourceModel(model_);
    sorted_->setSortRole(TaskTableModel::sort_role);
    sorted_->setSortCaseSensitivity(Qt::CaseInsensitive);
    sorted_->setFilterCaseSensitivity(Qt::CaseInsensitive);
    sorted_->setFilterKeyColumn(-1);
    table_->setObjectName(QStringLiteral("task-table"));
    table_->setModel(sorted_);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->setSortingEnabled(true);
    table_->sortByColumn(-1, Qt::AscendingOrder);   // the order of the file until a header is clicked
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(28);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->installEventFilter(this);
    const int widths[] = {220, 110, 200, 260, 160, 140, 80, 90, 80, 90};
    for (int column = 0; column < TaskTableModel::columns; ++column) table_->setColumnWidth(column, widths[column]);
    filter_->setObjectName(QStringLiteral("task-filter"));
    filter_->setClearButtonEnabled(true);
    filter_->setMaximumWidth(320);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 6, 12, 6);
    head->setSpacing(10);
    head->addWidget(filter_, 1);
    head->addWidget(count_);
    head->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(table_, 1);

    connect(filter_, &QLineEdit::textChanged, this, [this](const QString& text) {
        sorted_->setFilterFixedString(text.trimmed());
        say_count();
    });
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TaskTablePanel::selected_here);
    connect(model_, &QAbstractItemModel::modelReset, this, [this] {
        say_count();
        selected_elsewhere();
    });
    connect(table_, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (!(index.flags() & Qt::ItemIsEditable)) emit task_chosen(index.data(TaskTableModel::task_role).toUInt());
    });
    retranslate();
}

void TaskTablePanel::ask_scope(TaskEdit::AskScope ask) { model_->ask_scope(std::move(ask)); }

void TaskTablePanel::show_document(FlowDocument* document) {
    if (document_) document_->disconnect(this);
    document_ = document;
    stale_ = true;
    if (document) connect(document, &FlowDocument::selection_changed, this, in_turn(document, this, [this] { selected_elsewhere(); }));
    if (isVisible()) load();
    else model_->show_document(nullptr);
}

void TaskTablePanel::load() {
    if (!stale_) return;
    stale_ = false;
    model_->show_document(document_);
}

void TaskTablePanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    load();
}

void TaskTablePanel::selected_here() {
    if (following_ || !document_) return;
    const QScopedValueRollback busy(following_, true);
    std::vector<TaskId> ids;
    for (const QModelIndex& row : table_->selectionModel()->selectedRows()) ids.push_back(row.data(TaskTableModel::task_role).toUInt());
    if (ids.size() == 1) document_->open_scope(body_of(*document_->flow(), ids.front()));
    document_->select(ids);
    say_count();
}

void TaskTablePanel::selected_elsewhere() {
    if (following_ || !document_ || stale_) return;
    const QScopedValueRollback busy(following_, true);
    QItemSelection rows;
    QModelIndex first;
    for (const TaskId id : document_->selection()) {
        const QModelIndex index = sorted_->mapFromSource(model_->index(model_->row_of(id), 0));
        if (!index.isValid()) continue;
        rows.select(index, index.siblingAtColumn(TaskTableModel::columns - 1));
        first = index;
    }
    table_->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    if (first.isValid() && !table_->hasFocus()) {
        table_->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        table_->scrollTo(first);
    }
    say_count();
}

void TaskTablePanel::say_count() {
    const int all = model_->rowCount(), shown = sorted_->rowCount(), chosen = int(table_->selectionModel()->selectedRows().size());
    QString text = shown == all ? tr("%n task(s)", nullptr, all) : tr("%1 of %n task(s)", nullptr, all).arg(shown);
    if (chosen > 1) text += QStringLiteral("  ·  ") + tr("%1 selected: Ctrl+Enter sets a value for all of them").arg(chosen);
    count_->setText(text);
}

// The value of the current cell for every selected task, asked for once.
bool TaskTablePanel::set_for_selection() {
    const QModelIndex current = table_->currentIndex();
    if (!current.isValid() || !(current.flags() & Qt::ItemIsEditable) || !model_->several(current.column())) return false;
    std::vector<TaskId> ids;
    for (const QModelIndex& row : table_->selectionModel()->selectedRows()) ids.push_back(row.data(TaskTableModel::task_role).toUInt());
    if (ids.empty()) return false;
    const QString title = model_->headerData(current.column(), Qt::Horizontal, Qt::DisplayRole).toString();
    bool given = false;
    const QString text = QInputDialog::getText(this, title, tr("%1 of %n task(s):", nullptr, int(ids.size())).arg(title), QLineEdit::Normal, current.data(Qt::EditRole).toString(), &given);
    if (given) (void)model_->set_for(ids, current.column(), text.trimmed());
    return true;
}

bool TaskTablePanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == table_ && event->type() == QEvent::KeyPress && table_->hasFocus()) {   // not what an open editor lets through
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers() == Qt::ControlModifier && set_for_selection()) return true;
        if (enter && key->modifiers() == Qt::NoModifier && table_->currentIndex().flags() & Qt::ItemIsEditable) {
            table_->edit(table_->currentIndex());
            return true;
        }
    }
    if (watched == table_ && event->type() == QEvent::ShortcutOverride) {   // Ctrl+Enter is Run elsewhere
        const auto* key = static_cast<QKeyEvent*>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() == Qt::ControlModifier && table_->selectionModel()->selectedRows().size() > 1) {
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TaskTablePanel::retranslate() {
    filter_->setPlaceholderText(tr("Filter by name, image, command…"));
    filter_->setAccessibleName(tr("Filter the tasks"));
    table_->setAccessibleName(tr("All tasks"));
    model_->retranslate();
    say_count();
}

void TaskTablePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace weft::ui
