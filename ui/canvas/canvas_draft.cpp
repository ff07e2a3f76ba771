// Draft frames: while a zoom goes on and painting truly would take longer than a frame, the last one is shown scaled; what it leaves free is bare ground.
// When the zoom rests, everything is painted truly.
#include <QBackingStore>
#include <cmath>

#include "ui/base/theme.h"
#include "ui/canvas/canvas_private.h"

namespace weft::ui {
namespace {

constexpr int rest_ms = 80;
constexpr qreal affordable = 80'000;   // strokes of a third of a microsecond
constexpr qreal smallest_share = 0.4;  // of the window's width that a draft still fills

}  // namespace

// Counted, not measured: the same flow in the same window always does the same.
bool Canvas::Private::expensive() const {
    const qreal ratio = q.devicePixelRatioF();
    const int node = whole_detail == Detail::near ? 30 : whole_detail == Detail::middle ? 4 : 1, segment = whole_detail == Detail::near ? 2 : 1;
    return (qreal(whole.nodes) * node + qreal(whole.segments) * segment + qreal(whole.texts) * 5) * ratio * ratio > affordable;
}

void Canvas::Private::zoom_gesture(QPointF anchor, qreal factor) {
    const bool moves_something = gesture && !gesture_pans;
    const bool drafted = !moves_something && (draft.on || expensive()) && view.zoom * factor > (draft.on ? draft.view : painted).zoom * smallest_share;
    if (drafted && !draft.on) draft = {true, {}, painted};
    zoom_at(anchor, factor, drafted);
    if (drafted) resting.start(rest_ms);
}

// What the screen shows, taken from the window's own store inside the paint event, before anything is painted over it. What does not zoom along (the verdict,
// the small panels) is replaced by what lies under it. False: it cannot be had, or too much lies over it.
bool Canvas::Private::keep_frame() {
    QBackingStore* store = q.viewport()->backingStore();
    QPaintDevice* device = store ? store->paintDevice() : nullptr;
    if (!device || device->devType() != QInternal::Image) return false;
    const qreal ratio = q.devicePixelRatioF();
    const QRect room = q.viewport()->rect();
    const QRect part = QRectF(QPointF(q.viewport()->mapTo(q.window(), QPoint())) * ratio, QSizeF(room.size()) * ratio).toRect();
    const auto* screen = static_cast<const QImage*>(device);
    if (!screen->rect().contains(part)) return false;

    const View now = std::exchange(view, draft.view);
    const PaintJob before = job();
    QRegion over;
    for (const QRect& rect : overlay_rects()) over |= rect & room;
    view = now;
    qint64 covered = 0;
    for (const QRect& rect : over) covered += qint64(rect.width()) * rect.height();
    if (covered * 4 > qint64(room.width()) * room.height()) return false;

    draft.frame = screen->copy(part);
    draft.frame.setDevicePixelRatio(ratio);
    QPainter painter(&draft.frame);
    for (const QRect& rect : over) {
        painter.setClipRect(rect);
        const DrawCount more = paint_scene(painter, rect, before);
        drawn = {drawn.nodes + more.nodes, drawn.edges + more.edges, drawn.segments + more.segments, drawn.texts + more.texts};
    }
    return true;
}

bool Canvas::Private::paint_draft(QPainter& painter, const QRegion& dirty) {
    if (draft.frame.isNull() && !keep_frame()) {
        draft = {};
        resting.stop();
        return false;
    }
    const qreal scale = view.zoom / draft.view.zoom, ratio = draft.frame.devicePixelRatio();
    const QSizeF size = QSizeF(draft.frame.size()) / ratio;
    const QRectF all(draft.view.offset * scale - view.offset, size * scale);
    const QRectF seen = all & QRectF(q.viewport()->rect());
    for (const QRect& rect : dirty - QRegion(seen.toRect())) painter.fillRect(rect, Theme::instance().colours().canvas);
    if (!seen.isEmpty()) painter.drawImage(seen, draft.frame, QRectF((seen.topLeft() - all.topLeft()) / scale * ratio, seen.size() / scale * ratio));
    return true;
}

void Canvas::Private::end_draft() {
    resting.stop();
    if (!draft.on) return;
    draft = {};
    q.viewport()->update();
}

}  // namespace weft::ui
