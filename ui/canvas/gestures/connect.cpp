#include "ui/canvas/gestures/connect.h"

#include "ui/base/theme.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/wire_geometry.h"

namespace weft::ui {

PullWire::PullWire(const HitTest& hits, TaskId start, bool from_output, WhyNot why_not)
    : hits_(hits), start_(start), from_output_(from_output), why_not_(std::move(why_not)) {
    const QRectF rect = hits_.rect_of(start_);
    end_ = QPointF(from_output_ ? rect.right() : rect.left(), rect.center().y());
}

void PullWire::move(const Pointer& pointer) {
    end_ = pointer.scene;
    target_ = hits_.at(pointer.scene).node;
    if (target_ == start_ && hits_.rect_of(start_).contains(end_) == false) target_ = 0;  // still on the port it comes from
    if (target_ == asked_) return;
    asked_ = target_;
    why_ = target_ == 0 ? QString() : from_output_ ? why_not_(start_, target_) : why_not_(target_, start_);
}

Outcome PullWire::release(const Pointer& pointer) {
    move(pointer);
    Outcome out;
    if (target_ == 0) {
        const QRectF rect = hits_.rect_of(start_);
        const QPointF port(from_output_ ? rect.right() : rect.left(), rect.center().y());
        if (QLineF(port, end_).length() < 24) return out;   // a click, or second thoughts
        out.kind = Outcome::Kind::add;
        out.add.placed = true;
        const QPointF at = from_output_ ? end_ - QPointF(0, rect.height() / 2) : end_ - QPointF(rect.width(), rect.height() / 2);
        out.add.at = Point{at.x(), at.y()};
        (from_output_ ? out.add.connect_from : out.add.connect_to) = start_;
        return out;
    }
    if (!why_.isEmpty()) {
        out.refusal = why_;
        return out;
    }
    out.kind = Outcome::Kind::edit;
    out.label = Canvas::tr("Connect tasks");
    out.edit = [from = from_output_ ? start_ : target_, to = from_output_ ? target_ : start_](const Flow& flow) { return edit::connect(flow, from, to); };
    return out;
}

void PullWire::paint(QPainter& painter, const View& view) const {
    const Colours& c = Theme::instance().colours();
    const QRectF rect = hits_.rect_of(start_);
    const QPointF port(from_output_ ? rect.right() : rect.left(), rect.center().y());
    QPointF end = end_;
    if (lit_node()) {  // snaps to the port it would take
        const QRectF aim = hits_.rect_of(target_);
        end = QPointF(from_output_ ? aim.left() : aim.right(), aim.center().y());
    }
    const WireCurve curve = from_output_ ? wire_curve(port, end) : wire_curve(end, port);
    QPainterPath path(view.to_view(curve.from));
    path.cubicTo(view.to_view(curve.c1), view.to_view(curve.c2), view.to_view(curve.to));
    const QColor colour = why_.isEmpty() ? c.accent : c.fail;
    QPen pen(colour, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (!lit_node()) pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.setPen(QPen(colour, 1.8));
    painter.setBrush(why_.isEmpty() ? c.accent_bg : c.fail_bg);
    painter.drawEllipse(view.to_view(end), port_radius, port_radius);
    if (!why_.isEmpty()) painter.drawLine(view.to_view(end) + QPointF(-3.2, 3.2), view.to_view(end) + QPointF(3.2, -3.2));
}

}  // namespace weft::ui
