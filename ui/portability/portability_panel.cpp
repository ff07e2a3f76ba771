#include "ui/portability/portability_panel.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QSet>

#include "core/targets/converting.h"
#include "ui/base/theme.h"
#include "ui/base/widgets.h"
#include "ui/bridge/background.h"
#include "ui/bridge/text.h"
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
    fix_ = button(QStringLiteral("portability-fix"), {}, "soft");
    fix_->setParent(this);
    fix_->hide();
    connect(fix_, &QPushButton::clicked, this, [this] {
        const QModelIndex now = currentIndex();
        if (!document_ || !now.parent().isValid()) return;
        const PortabilityRow& row = model_->rows()[std::size_t(now.parent().row())];
        if (const std::optional<Conversion> found = conversion(*document_->flow(), *row.target, row.found.remarks[std::size_t(now.row())]))
            (void)document_->commit(translated(found->title), found->insert);
    });
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
        offer_fix();
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
            offer_fix();
            emit filled();
        });
}

void PortabilityPanel::offer_fix() {
    const QModelIndex now = currentIndex();
    std::optional<Conversion> found;
    if (document_ && document_->can_draw() && now.isValid() && now.parent().isValid()) {
        const PortabilityRow& row = model_->rows()[std::size_t(now.parent().row())];
        found = conversion(*document_->flow(), *row.target, row.found.remarks[std::size_t(now.row())]);
    }
    if (found) fix_->setText(translated(found->title));
    fix_->setVisible(found.has_value());
    place_fix();
}

void PortabilityPanel::place_fix() {
    fix_->adjustSize();
    fix_->move(viewport()->geometry().right() - fix_->width() - 14, viewport()->geometry().bottom() - fix_->height() - 10);
    fix_->raise();
}

void PortabilityPanel::resizeEvent(QResizeEvent* event) {
    QTreeView::resizeEvent(event);
    place_fix();
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
