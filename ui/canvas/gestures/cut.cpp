#include "ui/canvas/gestures/cut.h"

#include <algorithm>

#include "ui/base/theme.h"
#include "ui/canvas/canvas.h"

namespace weft::ui {

CutWires::CutWires(const HitTest& hits, QPointF from) : hits_(hits), way_{from} {}

void CutWires::move(const Pointer& pointer) {
    for (const TaskPair& wire : hits_.wires_across(QLineF(way_.back(), pointer.scene))) {
        if (std::find(wires_.begin(), wires_.end(), wire) == wires_.end()) wires_.push_back(wire);
    }
    way_.push_back(pointer.scene);
}

Outcome CutWires::release(const Pointer& pointer) {
    move(pointer);
    Outcome out;
    if (wires_.empty()) return out;
    out.kind = Outcome::Kind::edit;
    out.label = wires_.size() == 1 ? Canvas::tr("Cut connection") : Canvas::tr("Cut %1 connections").arg(wires_.size());
    out.edit = cut_edit(wires_);
    return out;
}

void CutWires::paint(QPainter& painter, const View& view) const {
    QPolygonF line;
    for (const QPointF& point : way_) line << view.to_view(point);
    QPen pen(Theme::instance().colours().fail, 1.6);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
}

QString CutWires::hint() const {
    if (wires_.empty()) return {};
    return wires_.size() == 1 ? Canvas::tr("cuts 1 connection") : Canvas::tr("cuts %1 connections").arg(wires_.size());
}

}  // namespace weft::ui
