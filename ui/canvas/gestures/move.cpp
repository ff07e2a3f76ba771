#include "ui/canvas/gestures/move.h"

#include <algorithm>
#include <cmath>

#include "ui/canvas/canvas.h"

namespace weft::ui {

MoveNodes::MoveNodes(const HitTest& hits, QPointF from, std::vector<TaskId> ids) : hits_(hits), from_(from), ids_(std::move(ids)) {
    for (const TaskId id : ids_) {
        corners_.push_back(hits_.rect_of(id).topLeft());
        box_ |= hits_.rect_of(id);
        all_handlers_ = all_handlers_ && hits_.is_handler(id);
    }
}

// Nothing leaves the frame over its top or left edge: there its corner is the origin.
QPointF MoveNodes::clamped(QPointF wish) const {
    const auto snap = [](qreal at) { return std::round(at / 4) * 4; };
    const QPointF target(snap(box_.left() + wish.x()), snap(box_.top() + wish.y()));
    return QPointF(std::max(target.x(), 12.0), std::max(target.y(), 40.0)) - box_.topLeft();
}

void MoveNodes::look_around(const Pointer& pointer) {
    change_ = Change::none;
    wire_ = {};
    const bool lane = hits_.in_lane(pointer.scene);
    const bool mixed = !all_handlers_ && std::any_of(ids_.begin(), ids_.end(), [&](TaskId id) { return hits_.is_handler(id); });
    if (lane && !all_handlers_ && !mixed) change_ = Change::to_handler;
    else if (!lane && all_handlers_ && !ids_.empty()) change_ = Change::to_task;
    else if (!lane && ids_.size() == 1 && !all_handlers_ && !hits_.has_wires(ids_.front()) && !(pointer.modifiers & Qt::AltModifier))
        wire_ = hits_.wire_at(box_.translated(shift_).center());
}

void MoveNodes::move(const Pointer& pointer) {
    shift_ = clamped(pointer.scene - from_);
    look_around(pointer);
    if (all_handlers_ && change_ == Change::none) shift_.setY(0);   // along the lane
}

Outcome MoveNodes::release(const Pointer& pointer) {
    move(pointer);
    Outcome out;
    if (shift_.isNull()) return out;
    out.kind = Outcome::Kind::edit;
    if (change_ != Change::none) {
        const bool to_handler = change_ == Change::to_handler;
        out.label = to_handler ? Canvas::tr("Make exit handler") : Canvas::tr("Make task");
        out.edit = [ids = ids_, to_handler](const Flow& flow) {
            Result<Flow> next = flow;
            for (const TaskId id : ids) {
                if (next) next = to_handler ? edit::make_handler(*next, id, Trigger::always) : edit::make_task(*next, id);
            }
            return next;
        };
        return out;
    }
    std::vector<std::pair<TaskId, Point>> places;
    for (std::size_t i = 0; i < ids_.size(); ++i) {
        const QPointF at = corners_[i] + shift_;
        places.emplace_back(ids_[i], Point{at.x(), at.y()});
    }
    out.label = ids_.size() == 1 ? Canvas::tr("Move task") : Canvas::tr("Move %1 tasks").arg(ids_.size());
    out.edit = move_edit(std::move(places));
    if (wire_.on_wire()) {
        out.label = Canvas::tr("Insert into connection");
        out.edit = then(std::move(out.edit), splice_edit(ids_.front(), wire_.wire, wire_.wire_results));
    }
    return out;
}

QString MoveNodes::hint() const {
    if (change_ == Change::to_handler) return Canvas::tr("becomes an exit handler: runs when the flow has ended");
    if (change_ == Change::to_task) return Canvas::tr("becomes a task of the flow");
    if (wire_.on_wire()) return Canvas::tr("goes between these two");
    return {};
}

}  // namespace weft::ui
