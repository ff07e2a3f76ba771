#include "ui/portability/portability_panel.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QSet>

#include "ui/base/theme.h"
#include "ui/bridge/background.h"
#include "ui/document/flow_document.h"
#include "ui/portability/portability_model.h"

namespace weft::ui {

PortabilityPanel::PortabilityPanel(QWidget* parent) : QTreeView(parent) {
    setTabKeyNavigation(false);
    setObjectName(QStringLiteral("portability-panel"));
    model_ = new PortabilityModel(this);
    setModel(model_);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setExpandsOnDoubleClick(true);
    setAccessibleName(tr("Where this flow could run"));
    header()->setStretchLastSection(true);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setColumnWidth(0, 260);
    pause_.setSingleShot(true);
    pause_.setInterval(150);
    connect(&pause_, &QTimer::timeout, this, &PortabilityPanel::fill);
    const auto go = [this](const QModelIndex& index) {
        if (const TaskId task = index.data(PortabilityModel::task_role).toUInt()) emit task_chosen(task);
    };
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (!index.isValid()) return;
        const PortabilityRow& row = model_->rows()[std::size_t(index.parent().isValid() ? index.parent().row() : index.row())];
        emit target_chosen(row.target->id, row.version);
    });
    connect(this, &QTreeView::clicked, this, go);
    connect(this, &QTreeView::activated, this, go);
    connect(&Theme::instance(), &Theme::changed, this, [this] { model_->retranslate(); });
}

void PortabilityPanel::show_document(FlowDocument* document) {
    if (document_) document_->disconnect(this);
    document_ = document;
    stale_ = true;
    if (document)
        connect(document, &FlowDocument::changed, this, [this] {
            stale_ = true;
            if (isVisible()) pause_.start();
        });
    if (isVisible()) fill();
}

void PortabilityPanel::set_default_images(std::map<std::string, std::string> images) {
    images_ = std::move(images);
    stale_ = true;
    if (isVisible()) fill();
}

void PortabilityPanel::fill() {
    stale_ = false;
    if (!document_) {
        model_->show({});
        return;
    }
    const int asked = ++asked_;
    in_background(
        this, [flow = document_->flow(), images = images_] { return portability_rows(*flow, images); },
        [this, asked](std::vector<PortabilityRow> rows) {
            if (asked != asked_) return;
            QSet<int> open;
            for (int row = 0; row < model_->rowCount(); ++row)
                if (isExpanded(model_->index(row, 0))) open.insert(row);
            model_->show(std::move(rows));
            for (const int row : open) setExpanded(model_->index(row, 0), true);
            emit filled();
        });
}

// A chevron: the style sheet takes the style's own away.
void PortabilityPanel::drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const {
    if (!model_->hasChildren(index) || index.parent().isValid()) return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(Theme::instance().colours().muted, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF c(rect.right() - indentation() / 2.0, rect.center().y() + 0.5);
    const bool open = isExpanded(index);
    const QPointF corner = open ? QPointF(0, 2) : QPointF(2, 0), one = open ? QPointF(-4, -2) : QPointF(-2, -4), other = open ? QPointF(4, -2) : QPointF(-2, 4);
    painter->drawPolyline(QPolygonF({c + one, c + corner, c + other}));
    painter->restore();
}

void PortabilityPanel::showEvent(QShowEvent* event) {
    QTreeView::showEvent(event);
    if (stale_) fill();
}

void PortabilityPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Where this flow could run"));
        model_->retranslate();
    }
    QTreeView::changeEvent(event);
}

}  // namespace weft::ui
