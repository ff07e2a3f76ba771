// The curve of a wire: cubics from an output to an input, one or, through the bends of a long edge, several. Flattened for drawing, measured for hit-testing
// and cutting.
#pragma once

#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <vector>

class QPainterPath;

namespace weft::ui {

struct WireCurve {
    QPointF from, c1, c2, to;        // the first cubic; nearly always the only one, so that it needs no memory of its own
    std::vector<QPointF> more;       // c1, c2, to of each further one
    std::size_t cubics() const { return 1 + more.size() / 3; }
    WireCurve cubic(std::size_t i) const;
    QPointF end() const { return more.empty() ? to : more.back(); }
    QPointF at(qreal t) const;       // from 0 to 1 over all of them
};

WireCurve wire_curve(QPointF from, QPointF to);
// Through the bends: smooth, and between two of them never above the upper or below the lower one. Bends that do not lead from left to right are left aside.
WireCurve wire_curve(QPointF from, QPointF to, const std::vector<QPointF>& bends);
QRectF wire_bounds(const WireCurve& curve);
// Appends about length * zoom / 10 segments, or `pieces` when given (of a curve with bends: two a cubic at least).
void flatten(const WireCurve& curve, qreal zoom, std::vector<QLineF>& out, int pieces = 0);
QPainterPath path_of(const WireCurve& curve);
qreal distance_to(const WireCurve& curve, QPointF point);
bool crosses(const WireCurve& curve, const QLineF& cut);

}  // namespace weft::ui
