#include "ui/canvas/wire_geometry.h"

#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "core/layout/curve.h"

namespace weft::ui {
namespace {

using layout::roundest;

QPointF point_on(const WireCurve& c, qreal t) {
    const qreal u = 1 - t;
    return u * u * u * c.from + 3 * u * u * t * c.c1 + 3 * u * t * t * c.c2 + t * t * t * c.to;
}

void flatten_cubic(const WireCurve& curve, qreal zoom, std::vector<QLineF>& out, int pieces, int fewest) {
    if (pieces <= 0) {
        const bool level = std::abs(curve.from.y() - curve.to.y()) < 0.5 && std::abs(curve.c1.y() - curve.from.y()) < 0.5 && std::abs(curve.c2.y() - curve.to.y()) < 0.5;
        if (level && curve.to.x() >= curve.from.x()) {  // straight on
            out.emplace_back(curve.from, curve.to);
            return;
        }
        const qreal length = std::abs(curve.to.x() - curve.from.x()) + std::abs(curve.to.y() - curve.from.y()) + (curve.c1.x() - curve.from.x());
        pieces = std::clamp(int(length * zoom / 10), fewest, 64);
    }
    QPointF last = curve.from;
    for (int i = 1; i <= pieces; ++i) {
        const QPointF next = point_on(curve, qreal(i) / pieces);
        out.emplace_back(last, next);
        last = next;
    }
}

}  // namespace

WireCurve WireCurve::cubic(std::size_t i) const {
    if (i == 0) return {from, c1, c2, to, {}};
    const std::size_t first = (i - 1) * 3;
    return {i == 1 ? to : more[first - 1], more[first], more[first + 1], more[first + 2], {}};
}

QPointF WireCurve::at(qreal t) const {
    if (more.empty()) return point_on(*this, t);
    const qreal along = std::clamp(t, 0.0, 1.0) * qreal(cubics());
    const std::size_t i = std::min(cubics() - 1, std::size_t(along));
    return point_on(cubic(i), along - qreal(i));
}

WireCurve wire_curve(QPointF from, QPointF to) {
    const qreal ahead = to.x() - from.x();
    // Backwards the curve swings out, but never without bound.
    const qreal reach = ahead >= 0 ? std::clamp(ahead / 2, 36.0, roundest) : std::clamp(-ahead / 2, 60.0, 220.0);
    return {from, from + QPointF(reach, 0), to - QPointF(reach, 0), to, {}};
}

WireCurve wire_curve(QPointF from, QPointF to, const std::vector<QPointF>& bends) {
    if (bends.empty()) return wire_curve(from, to);
    std::vector<Point> through;
    through.reserve(bends.size());
    for (const QPointF& bend : bends) through.push_back({bend.x(), bend.y()});
    const std::vector<layout::Cubic> cubics = layout::curve_through({from.x(), from.y()}, {to.x(), to.y()}, through);
    if (cubics.empty()) return wire_curve(from, to);
    const auto at = [](const Point& point) { return QPointF(point.x, point.y); };
    WireCurve curve{from, at(cubics[0].c1), at(cubics[0].c2), at(cubics[0].to), {}};
    curve.more.reserve(bends.size() * 3);
    for (std::size_t i = 1; i < cubics.size(); ++i) curve.more.insert(curve.more.end(), {at(cubics[i].c1), at(cubics[i].c2), at(cubics[i].to)});
    return curve;
}

QRectF wire_bounds(const WireCurve& curve) {
    qreal x1 = std::min({curve.from.x(), curve.c1.x(), curve.c2.x(), curve.to.x()}), x2 = std::max({curve.from.x(), curve.c1.x(), curve.c2.x(), curve.to.x()});
    qreal y1 = std::min(curve.from.y(), curve.to.y()), y2 = std::max(curve.from.y(), curve.to.y());
    for (const QPointF& point : curve.more) {
        x1 = std::min(x1, point.x()), x2 = std::max(x2, point.x());
        y1 = std::min(y1, point.y()), y2 = std::max(y2, point.y());
    }
    return QRectF(QPointF(x1, y1), QPointF(x2, y2)).adjusted(-3, -6, 3, 6);
}

void flatten(const WireCurve& curve, qreal zoom, std::vector<QLineF>& out, int pieces) {
    if (curve.more.empty()) return flatten_cubic(curve, zoom, out, pieces, 8);
    const int each = pieces <= 0 ? 0 : std::max(2, pieces / int(curve.cubics()));
    for (std::size_t i = 0; i < curve.cubics(); ++i) flatten_cubic(curve.cubic(i), zoom, out, each, 4);
}

QPainterPath path_of(const WireCurve& curve) {
    QPainterPath path(curve.from);
    path.cubicTo(curve.c1, curve.c2, curve.to);
    for (std::size_t i = 0; i + 2 < curve.more.size(); i += 3) path.cubicTo(curve.more[i], curve.more[i + 1], curve.more[i + 2]);
    return path;
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
