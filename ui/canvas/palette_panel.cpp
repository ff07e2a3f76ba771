// What can be added: drag it to the canvas, or click it.
#include <QAbstractButton>
#include <QApplication>
#include <QDrag>
#include <QFocusEvent>
#include <QLabel>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/base/theme.h"
#include "ui/canvas/kinds.h"
#include "ui/canvas/node_geometry.h"
#include "ui/canvas/panels.h"

namespace weft::ui {
namespace {

class PaletteItem : public QAbstractButton {
  public:
    PaletteItem(const Kind& kind, QWidget* parent) : QAbstractButton(parent), kind_(kind) {
        setObjectName(QStringLiteral("add-%1").arg(QLatin1String(kind.id)));
        setCursor(Qt::OpenHandCursor);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setAttribute(Qt::WA_Hover);
        retranslate();
    }
    QSize sizeHint() const override { return {184, 34}; }
    QSize minimumSizeHint() const override { return {120, 34}; }
    void retranslate() {
        setText(kind_.title());
        setAccessibleName(PalettePanel::tr("Add %1").arg(kind_.title()));
        setToolTip(PalettePanel::tr("Drag it to the canvas, or click to add it"));
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        paint(painter);
    }
    void focusInEvent(QFocusEvent* event) override {
        ringed_ = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason;
        QAbstractButton::focusInEvent(event);
    }
    void mousePressEvent(QMouseEvent* event) override {
        from_ = event->position().toPoint();
        QAbstractButton::mousePressEvent(event);
    }
    void mouseMoveEvent(QMouseEvent* event) override {
        if (!(event->buttons() & Qt::LeftButton) || (event->position().toPoint() - from_).manhattanLength() < QApplication::startDragDistance())
            return QAbstractButton::mouseMoveEvent(event);
        setDown(false);
        auto* drag = new QDrag(this);
        auto* mime = new QMimeData;
        mime->setData(palette_mime, kind_.id);
        drag->setMimeData(mime);
        QPixmap picture(size() * devicePixelRatioF());
        picture.setDevicePixelRatio(devicePixelRatioF());
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(painter);
        painter.end();
        drag->setPixmap(picture);
        drag->setHotSpot(from_);
        drag->exec(Qt::CopyAction);
    }

  private:
    void paint(QPainter& painter) const {
        const Theme& theme = Theme::instance();
        const Colours& c = theme.colours();
        const bool handler = kind_.glyph == KindGlyph::handler;
        const QRectF box = QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75);
        painter.setRenderHint(QPainter::Antialiasing);
        QPen pen(underMouse() ? c.wait : handler ? c.node_line : c.line, handler ? 1.3 : 1);
        if (handler) pen.setDashPattern({3.8, 2.3});
        if (hasFocus() && ringed_) pen = QPen(c.accent, 2);
        painter.setPen(pen);
        painter.setBrush(isDown() ? c.lane : c.panel2);
        if (handler) painter.drawPath(node_outline({box, true}));
        else painter.drawRoundedRect(box, 7, 7);
        if (handler) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(c.muted);
            for (const qreal x : {5.5, 9.5}) painter.drawRoundedRect(QRectF(x, 8, 2.2, height() - 16), 1, 1);
        } else {
            paint_kind_tile(painter, QRectF(6, 5, 24, 24), kind_.glyph);
        }
        const QString hint = kind_.subtitle();
        const qreal left = handler ? 24 : 40;
        painter.setPen(c.text);
        painter.setFont(theme.font(12, 500));
        painter.drawText(QRectF(left, hint.isEmpty() ? 0 : 3.5, width() - left - 8, hint.isEmpty() ? height() : 16), Qt::AlignVCenter, kind_.title());
        if (hint.isEmpty()) return;
        painter.setPen(c.faint);
        painter.setFont(theme.font(9.5));
        painter.drawText(QRectF(left, 17.5, width() - left - 8, 13), Qt::AlignVCenter, hint);
    }

    const Kind& kind_;
    QPoint from_;
    bool ringed_ = false;
};

}  // namespace

PalettePanel::PalettePanel(QWidget* parent) : QWidget(parent) {
    setObjectName("palette");
    setAccessibleName(tr("Add"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 14, 14, 8);
    column->setSpacing(6);
    auto* title = new QLabel(tr("Add"), this);
    title->setObjectName("paletteTitle");
    title->setProperty("look", "section");
    title->setContentsMargins(4, 4, 0, 4);
    column->addWidget(title);
    for (const Kind& kind : kinds()) {
        auto* item = new PaletteItem(kind, this);
        const QString id = QString::fromLatin1(kind.id);
        if (kind.glyph == KindGlyph::handler) column->addSpacing(6);
        connect(item, &QAbstractButton::clicked, this, [this, id] { emit add_requested(id); });
        column->addWidget(item);
    }
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PalettePanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    findChild<QLabel*>("paletteTitle")->setText(tr("Add"));
    setAccessibleName(tr("Add"));
    for (QAbstractButton* button : findChildren<QAbstractButton*>()) static_cast<PaletteItem*>(button)->retranslate();
}

}  // namespace weft::ui
