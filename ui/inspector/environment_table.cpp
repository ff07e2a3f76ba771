#include "ui/inspector/environment_table.h"

#include <QEvent>
#include <QHeaderView>

#include "core/model/environment.h"
#include "ui/base/theme.h"
#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"
#include "ui/document/task_places.h"
#include "ui/inspector/resources_table.h"

namespace weft::ui {

namespace {
constexpr const char* fields[] = {"image", "cpu", "memory", "gpu", "service_account"};
constexpr int most_rows = 2000;

QTableWidgetItem* cell(const Effective* effective, const std::string& field) {
    const bool set = effective && effective->origin != Origin::nothing;
    auto* item = new QTableWidgetItem(set ? qs(effective->value) + QStringLiteral("  ·  ") + short_origin(*effective, effective->origin == Origin::task) : QStringLiteral("–"));
    item->setToolTip(translated(origin_sentence(effective ? *effective : Effective{field, "", Origin::nothing, ""})).toHtmlEscaped());
    item->setForeground(set && effective->origin == Origin::task ? Theme::instance().colours().accent : set ? Theme::instance().colours().text : Theme::instance().colours().faint);
    return item;
}

QString variables(const EffectiveEnvironment& environment) {
    QStringList parts;
    for (const Effective& field : environment.fields)
        if (field.field.rfind("env.", 0) == 0) parts << qs(field.field.substr(4)) + u'=' + qs(field.value);
    return parts.join(QStringLiteral("  "));
}

}  // namespace

EnvironmentTable::EnvironmentTable(QWidget* parent) : QTableWidget(parent) {
    setObjectName(QStringLiteral("environment-table"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setShowGrid(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(28);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(this, &QTableWidget::cellClicked, this, [this](int row, int) { emit task_chosen(item(row, 0)->data(Qt::UserRole).toUInt()); });
    connect(&Theme::instance(), &Theme::changed, this, &EnvironmentTable::fill);
}

void EnvironmentTable::show_document(FlowDocument* document) {
    if (document_) document_->disconnect(this);
    document_ = document;
    const auto changed = [this] {
        stale_ = true;
        if (isVisible()) fill();
    };
    if (document) connect(document, &FlowDocument::changed, this, changed);
    changed();
}

void EnvironmentTable::fill() {
    stale_ = false;
    clear();
    setColumnCount(7);
    setHorizontalHeaderLabels({tr("Task"), tr("Image"), tr("CPU"), tr("Memory"), tr("GPU"), tr("Service account"), tr("Variables")});
    setRowCount(0);
    if (!document_) return;
    const FlowPtr flow = document_->flow();
    for_each_task(*flow, [&](const std::string& path, const Task& task, const Handler*) {
        if (rowCount() >= most_rows) return;
        const EffectiveEnvironment environment = effective_environment(*flow, task, enclosing_tasks(*flow, task.id));
        const int row = rowCount();
        insertRow(row);
        auto* name = new QTableWidgetItem(qs(path));
        name->setData(Qt::UserRole, task.id);
        setItem(row, 0, name);
        for (int i = 0; i < 5; ++i) setItem(row, i + 1, cell(environment.find(fields[i]), fields[i]));
        setItem(row, 6, new QTableWidgetItem(variables(environment)));
    });
    const int widths[] = {150, 230, 100, 110, 80, 140};
    for (int i = 0; i < 6; ++i) setColumnWidth(i, widths[i]);
}

void EnvironmentTable::showEvent(QShowEvent* event) {
    QTableWidget::showEvent(event);
    if (stale_) fill();
}

void EnvironmentTable::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) fill();
    QTableWidget::changeEvent(event);
}

}  // namespace weft::ui
