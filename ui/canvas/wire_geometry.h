// The curve of a wire: a cubic from an output to an input. Flattened for drawing, measured for hit-testing and cutting.
#pragma once

#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <vector>

namespace weft::ui {

struct WireCurve {
    QPointF from, c1, c2, to;
    QPointF at(qreal t) const;
};

WireCurve wire_curve(QPointF from, QPointF to);
QRectF wire_bounds(const WireCurve& curve);
// Appends about length * zoom / 10 segments, or exactly `pieces` when given.
void flatten(const WireCurve& curve, qreal zoom, std::vector<QLineF>& out, int pieces = 0);
qreal distance_to(const WireCurve& curve, QPointF point);
bool crosses(const WireCurve& curve, const QLineF& cut);

}  // namespace weft::ui
