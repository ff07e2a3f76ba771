#include "ui/shell/usages_panel.h"

#include <QDir>
#include <QEvent>
#include <QHeaderView>
#include <QVBoxLayout>
#include <set>

#include "ui/base/widgets.h"

namespace weft::ui {

UsagesPanel::UsagesPanel(QWidget* parent) : QWidget(parent), title_(label("usages-title", {}, "muted")), list_(new QTreeWidget) {
    setObjectName(QStringLiteral("usages-panel"));
    list_->setObjectName(QStringLiteral("usages-list"));
    list_->setColumnCount(3);
    list_->setRootIsDecorated(false);
    list_->setUniformRowHeights(true);
    list_->setAllColumnsShowFocus(true);
    list_->header()->setStretchLastSection(true);
    title_->setMargin(8);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(title_);
    layout->addWidget(list_, 1);
    const auto go = [this](QTreeWidgetItem* item) {
        const int row = list_->indexOfTopLevelItem(item);
        if (row >= 0) emit chosen(places_[std::size_t(row)]);
    };
    connect(list_, &QTreeWidget::itemClicked, this, go);
    connect(list_, &QTreeWidget::itemActivated, this, go);
    tell();
}

void UsagesPanel::show_places(const QString& what, std::vector<Place> places, const QString& root) {
    what_ = what;
    places_ = std::move(places);
    list_->clear();
    for (const Place& place : places_) {
        const QString file = root.isEmpty() || place.file.isEmpty() ? place.file : QDir(root).relativeFilePath(place.file);
        auto* item = new QTreeWidgetItem(list_, {place.flow, place.task, place.line > 0 ? QStringLiteral("%1:%2").arg(file).arg(place.line) : file});
        item->setToolTip(2, QDir::toNativeSeparators(place.file).toHtmlEscaped());
    }
    for (int column = 0; column < 2; ++column) list_->setColumnWidth(column, 240);
    tell();
}

void UsagesPanel::tell() {
    list_->setHeaderLabels({tr("Flow"), tr("Task"), tr("Place")});
    list_->setAccessibleName(tr("Usages"));
    if (what_.isEmpty()) {
        title_->setText(tr("Pick a task and choose Find usages: every task that runs the same is listed here."));
        return;
    }
    std::set<std::pair<QString, std::size_t>> flows;
    for (const Place& place : places_) flows.emplace(place.file, place.flow_index);
    const QString in_flows = tr("%n flow(s)", nullptr, int(flows.size()));
    title_->setText(places_.empty() ? tr("Nobody uses %1 here.").arg(what_) : tr("%1 is used at %n place(s), in %2.", nullptr, int(places_.size())).arg(what_, in_flows));
}

void UsagesPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) tell();
    QWidget::changeEvent(event);
}

}  // namespace weft::ui
