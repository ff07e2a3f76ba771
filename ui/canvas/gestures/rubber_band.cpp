#include "ui/canvas/gestures/rubber_band.h"

#include <algorithm>

#include "ui/base/theme.h"

namespace weft::ui {

RubberBand::RubberBand(const HitTest& hits, QPointF from, std::vector<TaskId> before)
    : hits_(hits), from_(from), to_(from), before_(std::move(before)), now_(before_) {}

void RubberBand::move(const Pointer& pointer) {
    to_ = pointer.scene;
    const std::vector<TaskId> met = hits_.nodes_in(QRectF(from_, to_).normalized());
    const bool adds = pointer.modifiers & Qt::ShiftModifier, toggles = pointer.modifiers & Qt::ControlModifier;
    now_ = adds || toggles ? before_ : std::vector<TaskId>();
    for (const TaskId id : met) {
        const auto found = std::find(now_.begin(), now_.end(), id);
        if (found == now_.end()) now_.push_back(id);
        else if (toggles) now_.erase(found);
    }
}

Outcome RubberBand::release(const Pointer& pointer) {
    move(pointer);
    Outcome out;
    out.kind = Outcome::Kind::select;
    out.selection = now_;
    return out;
}

void RubberBand::paint(QPainter& painter, const View& view) const {
    const Colours& c = Theme::instance().colours();
    QColor fill = c.accent;
    fill.setAlpha(28);
    painter.setPen(QPen(c.accent, 1));
    painter.setBrush(fill);
    painter.drawRect(view.to_view(QRectF(from_, to_).normalized()));
}

std::vector<TaskId> RubberBand::selection(bool* known) const {
    *known = true;
    return now_;
}

}  // namespace weft::ui
