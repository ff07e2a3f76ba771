#include "ui/canvas/gestures/move_note.h"

#include <algorithm>
#include <cmath>

#include "core/model/edit_notes.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/scene_painter.h"

namespace weft::ui {

void MoveNote::move(const Pointer& pointer) {
    const auto snap = [](qreal at) { return std::round(at / 4) * 4; };
    const QPointF by = pointer.scene - from_;
    if (corner_) note_.rect.setSize(QSizeF(std::max(edit::smallest_note_width, snap(start_.width() + by.x())), std::max(edit::smallest_note_height, snap(start_.height() + by.y()))));
    else note_.rect.moveTopLeft(QPointF(snap(start_.left() + by.x()), snap(start_.top() + by.y())));
}

Outcome MoveNote::release(const Pointer& pointer) {
    move(pointer);
    Outcome out;
    if (note_.rect == start_) return out;
    out.kind = Outcome::Kind::edit;
    out.label = corner_ ? Canvas::tr("Resize note") : Canvas::tr("Move note");
    out.edit = [index = std::size_t(note_.index), rect = note_.rect, origin = note_.origin](const Flow& flow) -> Result<Flow> {
        Note wanted = index < flow.notes.size() ? flow.notes[index] : Note();
        wanted.at = {rect.left() - origin.x(), rect.top() - origin.y()};
        wanted.w = rect.width();
        wanted.h = rect.height();
        return edit::change_note(flow, index, std::move(wanted));
    };
    return out;
}

void MoveNote::paint(QPainter& painter, const View& view) const {
    painter.save();
    painter.translate(-view.offset);
    painter.scale(view.zoom, view.zoom);
    DrawCount count;
    paint_note(painter, note_, view.detail(), true, cache_, count);
    painter.restore();
}

}  // namespace weft::ui
