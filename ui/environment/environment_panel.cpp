#include "ui/environment/environment_panel.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>
#include <QVBoxLayout>

#include "core/targets/supplied.h"
#include "ui/base/theme.h"
#include "ui/base/widgets.h"
#include "ui/bridge/background.h"
#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"
#include "ui/environment/environment_model.h"
#include "ui/bridge/target_combo.h"

namespace weft::ui {

EnvironmentPanel::EnvironmentPanel(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("environment-panel"));
    model_ = new EnvironmentModel(this);
    table_ = new QTableView;
    table_->setObjectName(QStringLiteral("environment-table"));
    table_->setModel(model_);
    table_->setShowGrid(false);
    table_->setTabKeyNavigation(false);
    table_->setWordWrap(false);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->setContextMenuPolicy(Qt::CustomContextMenu);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(28);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->horizontalHeader()->setHighlightSections(false);

    target_ = new TargetCombo;
    target_->setObjectName(QStringLiteral("environment-target"));
    empty_ = new QCheckBox;
    empty_->setObjectName(QStringLiteral("environment-empty"));
    apply_ = button("environment-apply", {}, "soft");
    note_ = label("environment-note", {}, "muted");
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 6, 12, 6);
    head->setSpacing(10);
    head->addWidget(target_);
    head->addWidget(empty_);
    head->addWidget(note_, 1);
    head->addWidget(apply_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(table_, 1);

    connect(target_, &QComboBox::currentIndexChanged, this, &EnvironmentPanel::fill);
    connect(empty_, &QCheckBox::toggled, this, &EnvironmentPanel::fill);
    connect(table_, &QTableView::clicked, this, [this](const QModelIndex& index) { emit task_chosen(model_->task_at(index.row())); });
    connect(table_, &QWidget::customContextMenuRequested, this, &EnvironmentPanel::show_menu);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, &EnvironmentPanel::update_button);
    connect(apply_, &QPushButton::clicked, this, [this] { apply_to_all(table_->currentIndex().row(), table_->currentIndex().column()); });
    connect(&Theme::instance(), &Theme::changed, this, [this] { model_->retranslate(); });
    retranslate();
    update_button();
}

void EnvironmentPanel::show_document(FlowDocument* document) {
    if (document_) document_->disconnect(this);
    document_ = document;
    const auto changed = [this] {
        stale_ = true;
        if (isVisible()) fill();
    };
    if (document) connect(document, &FlowDocument::changed, this, changed);
    changed();
}

void EnvironmentPanel::set_default_images(std::map<std::string, std::string> images) {
    images_ = std::move(images);
    stale_ = true;
    if (isVisible()) fill();
}

void EnvironmentPanel::fill() {
    stale_ = false;
    if (!document_) {
        model_->show({}, false);
        return;
    }
    const FlowPtr flow = document_->flow();
    const int asked = ++asked_;
    const auto found = target_->target() ? images_.find(target_->target()->id) : images_.end();
    const std::string image = found == images_.end() ? std::string() : found->second;
    in_background(
        this,
        [flow, target = target_->target(), version = target_->version(), image] {
            std::map<std::string, Message> volumes;
            for (auto& [shown, said] : volumes_of(*flow)) volumes.emplace(std::move(shown), std::move(said));
            return std::pair(environment_matrix(*flow, target, {version, image}), std::move(volumes));
        },
        [this, asked, target = target_->target()](std::pair<EnvironmentMatrix, std::map<std::string, Message>> found) {
            if (asked != asked_) return;
            const QModelIndex now = table_->currentIndex();
            const std::string field = model_->field_at(now.column());
            model_->show(std::move(found.first), empty_->isChecked(), std::move(found.second), target);
            for (int column = 0; column < model_->columnCount(); ++column) {
                table_->setColumnWidth(column, column == 0 ? 190 : model_->field_at(column) == "image" ? 240 : model_->field_at(column) == "env" ? 260 : 150);
                if (now.isValid() && !field.empty() && model_->field_at(column) == field) table_->setCurrentIndex(model_->index(std::min(now.row(), model_->rowCount() - 1), column));
            }
            const int uneven = model_->uneven_columns();
            note_->setText(uneven ? tr("%n column(s) are set for some tasks only", nullptr, uneven) : QString());
            update_button();
            emit filled();
        });
}

void EnvironmentPanel::update_button() {
    const QModelIndex now = table_->currentIndex();
    apply_->setEnabled(now.isValid() && now.column() > 0 && document_ && document_->can_draw());
}

void EnvironmentPanel::show_menu(const QPoint& at) {
    const QModelIndex index = table_->indexAt(at);
    if (!index.isValid() || index.column() == 0 || !document_ || !document_->can_draw()) return;
    QMenu menu(this);
    const bool set = index.data(EnvironmentModel::set_role).toBool();
    menu.addAction(set ? tr("Apply this value to all tasks and exit handlers") : tr("Clear this for all tasks and exit handlers"), this, [this, index] { apply_to_all(index.row(), index.column()); });
    menu.exec(table_->viewport()->mapToGlobal(at));
}

void EnvironmentPanel::apply_to_all(int row, int column) {
    const std::string field = model_->field_at(column);
    const TaskId task = model_->task_at(row);
    if (!document_ || field.empty() || !task) return;
    const QString label = tr("Apply to all: %1").arg(translated(matrix_title(field)));
    const auto at_flow = [&](const Flow& flow) { return weft::apply_to_all(flow, field, task, true); };
    const auto everywhere = [&](const Flow& flow) { return weft::apply_to_all(flow, field, task, false); };
    // A file that has no place for it at the flow gets it on every task.
    const bool flow_level = document_->document()->format->abilities.task_environment;
    if (!flow_level || !document_->commit(label, at_flow)) (void)document_->commit(label, everywhere);
}

void EnvironmentPanel::retranslate() {
    empty_->setText(tr("Empty columns"));
    apply_->setText(tr("Apply to all"));
    apply_->setToolTip(tr("Gives every task, the first, the last and the exit handlers included, the value that is selected here"));
    target_->setAccessibleName(tr("Engine"));
    table_->setAccessibleName(tr("Environment of every task"));
    model_->retranslate();
}

void EnvironmentPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (stale_) fill();
}

void EnvironmentPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace weft::ui
