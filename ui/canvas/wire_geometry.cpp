#include "ui/canvas/wire_geometry.h"

#include <algorithm>
#include <cmath>

namespace weft::ui {

QPointF WireCurve::at(qreal t) const {
    const qreal u = 1 - t;
    return u * u * u * from + 3 * u * u * t * c1 + 3 * u * t * t * c2 + t * t * t * to;
}

WireCurve wire_curve(QPointF from, QPointF to) {
    const qreal ahead = to.x() - from.x();
    // Backwards the curve swings out, but never without bound.
    const qreal reach = ahead >= 0 ? std::max(36.0, ahead / 2) : std::clamp(-ahead / 2, 60.0, 220.0);
    return {from, from + QPointF(reach, 0), to - QPointF(reach, 0), to};
}

QRectF wire_bounds(const WireCurve& curve) {
    const auto [left, right] = std::minmax({curve.from.x(), curve.c1.x(), curve.c2.x(), curve.to.x()});
    const auto [top, bottom] = std::minmax({curve.from.y(), curve.to.y()});
    return QRectF(QPointF(left, top), QPointF(right, bottom)).adjusted(-3, -6, 3, 6);
}

void flatten(const WireCurve& curve, qreal zoom, std::vector<QLineF>& out, int pieces) {
    if (pieces <= 0) {
        if (std::abs(curve.from.y() - curve.to.y()) < 0.5 && curve.to.x() >= curve.from.x()) {  // straight on
            out.emplace_back(curve.from, curve.to);
            return;
        }
        const qreal length = std::abs(curve.to.x() - curve.from.x()) + std::abs(curve.to.y() - curve.from.y()) + (curve.c1.x() - curve.from.x());
        pieces = std::clamp(int(length * zoom / 10), 8, 64);
    }
    QPointF last = curve.from;
    for (int i = 1; i <= pieces; ++i) {
        const QPointF next = curve.at(qreal(i) / pieces);
        out.emplace_back(last, next);
        last = next;
    }
}

qreal distance_to(const WireCurve& curve, QPointF point) {
    qreal best = 1e18;
    std::vector<QLineF> lines;
    flatten(curve, 1, lines);
    for (const QLineF& line : lines) {
        const QPointF along = line.p2() - line.p1();
        const qreal square = QPointF::dotProduct(along, along);
        const qreal t = square > 0 ? std::clamp(QPointF::dotProduct(point - line.p1(), along) / square, 0.0, 1.0) : 0;
        best = std::min(best, QLineF(point, line.p1() + along * t).length());
    }
    return best;
}

bool crosses(const WireCurve& curve, const QLineF& cut) {
    if (!wire_bounds(curve).intersects(QRectF(cut.p1(), cut.p2()).normalized().adjusted(-1, -1, 1, 1))) return false;
    std::vector<QLineF> lines;
    flatten(curve, 1, lines);
    return std::any_of(lines.begin(), lines.end(), [&](const QLineF& line) { return line.intersects(cut, nullptr) == QLineF::BoundedIntersection; });
}

}  // namespace weft::ui
