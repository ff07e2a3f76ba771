// The whole flow in a corner, with what is seen of it. A drag moves the view.
#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

#include "ui/base/note_colours.h"
#include "ui/base/theme.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/panels.h"

namespace weft::ui {
namespace {

struct Fit {
    qreal scale = 1;
    QPointF origin;
    QPointF to_map(QPointF scene) const { return scene * scale + origin; }
    QPointF to_scene(QPointF map) const { return (map - origin) / scale; }
    QRectF to_map(const QRectF& scene) const { return {to_map(scene.topLeft()), scene.size() * scale}; }
};

Fit fit_into(const QRectF& room, const QRectF& scene) {
    Fit fit;
    fit.scale = std::min(room.width() / std::max(1.0, scene.width()), room.height() / std::max(1.0, scene.height()));
    fit.origin = room.center() - scene.center() * fit.scale;
    return fit;
}

QRectF room_of(const QWidget& widget) { return QRectF(widget.rect()).adjusted(6, 5, -6, -5); }

}  // namespace

Minimap::Minimap(Canvas& canvas, QWidget* parent) : QWidget(parent == &canvas ? canvas.viewport() : parent), canvas_(canvas) {
    setObjectName("minimap");
    setAccessibleName(tr("Overview of the flow"));
    setToolTip(tr("Overview: drag to move the view (M hides it)"));
    setCursor(Qt::ArrowCursor);
    fit_size();
    if (parentWidget() == canvas.viewport()) {
        canvas.viewport()->installEventFilter(this);
        into_corner();
    }
    connect(&canvas, &Canvas::view_changed, this, [this] {
        fit_size();
        update();
    });
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

// Small for what fits on one screen anyway, larger where it is needed.
void Minimap::fit_size() {
    const int count = canvas_.scene().count();
    const QSize wanted = count > 60 ? QSize(200, 120) : QSize(126, 52);
    if (size() == wanted) return;
    resize(wanted);
    if (parentWidget() == canvas_.viewport()) into_corner();
}

void Minimap::into_corner() {
    if (!parentWidget()) return;
    move(parentWidget()->width() - width() - 16, parentWidget()->height() - height() - 12);
}

bool Minimap::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize) into_corner();
    return QWidget::eventFilter(watched, event);
}

void Minimap::paintEvent(QPaintEvent*) {
    const Colours& c = Theme::instance().colours();
    const CanvasScene& scene = canvas_.scene();
    QPainter painter(this);
    if (scene.count() == 0) return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.line, 1));
    painter.setBrush(c.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
    const Fit fit = fit_into(room_of(*this), scene.bounds());
    if (scene.frame.has_lane()) {
        const QRectF lane(scene.frame.rect.left(), scene.frame.lane_top, scene.frame.rect.width(), scene.frame.rect.bottom() - scene.frame.lane_top);
        painter.fillRect(fit.to_map(lane), c.lane);
    }
    for (const NotePart& note : scene.notes) painter.fillRect(fit.to_map(note.rect), note_look(note.colour).line);
    painter.setPen(Qt::NoPen);
    const bool tiny = fit.scale * layout::node_height < 3;
    for (int node = 0; node < scene.count(); ++node) {
        const QRectF box = fit.to_map(scene.rects[std::size_t(node)]);
        const Glyph glyph = scene.glyphs[std::size_t(node)];
        const QColor colour = scene.has(node, flag_selected) && glyph == Glyph::none ? c.accent : glyph == Glyph::none ? c.wait : colour_of(glyph);
        if (tiny && !scene.has(node, flag_open)) {
            painter.fillRect(QRectF(box.topLeft(), QSizeF(std::max(1.5, box.width()), std::max(1.5, box.height()))), colour);
            continue;
        }
        if (scene.has(node, flag_open)) {
            painter.setPen(QPen(colour, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(box);
            painter.setPen(Qt::NoPen);
            continue;
        }
        painter.setBrush(colour);
        const qreal notch = std::min(box.height() / 2, box.width() / 4);
        if (scene.has(node, flag_handler))
            painter.drawPolygon(QPolygonF({box.topLeft(), box.topRight() - QPointF(notch, 0), QPointF(box.right(), box.center().y()), box.bottomRight() - QPointF(notch, 0), box.bottomLeft()}));
        else
            painter.drawRoundedRect(box, 2, 2);
    }
    const QRectF seen = fit.to_map(canvas_.visible_scene()).intersected(QRectF(rect()).adjusted(3, 3, -3, -3));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(c.accent, 1.2));
    painter.drawRoundedRect(seen, 4, 4);
}

void Minimap::mousePressEvent(QMouseEvent* event) { mouseMoveEvent(event); }

void Minimap::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton) || canvas_.scene().count() == 0) return;
    canvas_.centre_at(fit_into(room_of(*this), canvas_.scene().bounds()).to_scene(event->position()));
}

}  // namespace weft::ui
