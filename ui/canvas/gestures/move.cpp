#include "ui/canvas/gestures/move.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "ui/base/theme.h"
#include "ui/canvas/canvas.h"

namespace weft::ui {
namespace {

constexpr qreal reach = 6;               // scene units within which a line holds
constexpr std::size_t most_others = 400;

struct Catch { qreal by = reach + 1, at = 0; const QRectF* other = nullptr; };

// Edge to edge and middle to middle, whichever is nearest.
void look(Catch& best, qreal mine, qreal theirs, const QRectF& other) {
    if (std::abs(theirs - mine) < std::abs(best.by)) best = {theirs - mine, theirs, &other};
}

}  // namespace

MoveNodes::MoveNodes(const HitTest& hits, QPointF from, std::vector<TaskId> ids) : hits_(hits), from_(from), ids_(std::move(ids)) {
    for (const TaskId id : ids_) {
        corners_.push_back(hits_.rect_of(id).topLeft());
        box_ |= hits_.rect_of(id);
        (hits_.is_handler(id) ? some_handlers_ : all_handlers_) = hits_.is_handler(id);
    }
    const std::unordered_set<TaskId> mine(ids_.begin(), ids_.end());
    for (const TaskId id : hits_.nodes_in(box_.adjusted(-1600, -1000, 1600, 1000))) {
        if (mine.count(id) || hits_.is_handler(id) != all_handlers_) continue;
        others_.push_back(hits_.rect_of(id));
        if (others_.size() == most_others) break;
    }
}

// Nothing leaves the frame over its top or left edge: there its corner is the origin.
QPointF MoveNodes::clamped(QPointF wish) const {
    const auto snap = [](qreal at) { return std::round(at / 4) * 4; };
    const QPointF target(snap(box_.left() + wish.x()), snap(box_.top() + wish.y()));
    const QPointF origin = ids_.empty() ? QPointF() : hits_.origin_of(ids_.front());
    return QPointF(std::max(target.x(), origin.x() + 12.0), std::max(target.y(), origin.y() + 40.0)) - box_.topLeft();
}

void MoveNodes::look_around(const Pointer& pointer) {
    change_ = Change::none;
    wire_ = {};
    const bool lane = hits_.in_lane(pointer.scene);
    const bool mixed = !all_handlers_ && some_handlers_;
    if (lane && !all_handlers_ && !mixed) change_ = Change::to_handler;
    else if (!lane && all_handlers_ && !ids_.empty()) change_ = Change::to_task;
    else if (!lane && ids_.size() == 1 && !all_handlers_ && !hits_.has_wires(ids_.front()) && !(pointer.modifiers & Qt::AltModifier))
        wire_ = hits_.wire_at(box_.translated(shift_).center());
}

void MoveNodes::move(const Pointer& pointer) {
    shift_ = clamped(pointer.scene - from_);
    look_around(pointer);
    if (all_handlers_ && change_ == Change::none) shift_.setY(0);   // along the lane
    lines_.clear();
    if (change_ == Change::none && !wire_.on_wire() && !(pointer.modifiers & Qt::AltModifier)) click_into_line();
}

void MoveNodes::click_into_line() {
    const QRectF now = box_.translated(shift_);
    Catch across, down;
    for (const QRectF& other : others_) {
        look(across, now.left(), other.left(), other);
        look(across, now.center().x(), other.center().x(), other);
        look(across, now.right(), other.right(), other);
        look(down, now.top(), other.top(), other);
        look(down, now.center().y(), other.center().y(), other);
        look(down, now.bottom(), other.bottom(), other);
    }
    const bool x = across.other && now.left() + across.by >= 12, y = down.other && !all_handlers_ && now.top() + down.by >= 40;
    if (x) shift_.rx() += across.by;
    if (y) shift_.ry() += down.by;
    if (x) lines_.push_back({true, across.at, *across.other});
    if (y) lines_.push_back({false, down.at, *down.other});
}

void MoveNodes::paint(QPainter& painter, const View& view) const {
    if (lines_.empty()) return;
    painter.setPen(QPen(Theme::instance().colours().accent, 1, Qt::DashLine));
    for (const Line& line : lines_) {
        const QRectF both = line.other.united(box_.translated(shift_)).adjusted(-14, -14, 14, 14);
        if (line.upright) painter.drawLine(view.to_view(QPointF(line.at, both.top())), view.to_view(QPointF(line.at, both.bottom())));
        else painter.drawLine(view.to_view(QPointF(both.left(), line.at)), view.to_view(QPointF(both.right(), line.at)));
    }
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
        const QPointF at = corners_[i] + shift_ - hits_.origin_of(ids_[i]);
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
