#include "core/layout/curve.h"

#include <algorithm>

namespace weft::layout {

namespace {

// Fritsch and Carlson's: no overshoot, level where the edge turns.
double slope_between(double before, double after) { return before * after <= 0 ? 0 : 2 * before * after / (before + after); }

}  // namespace

std::vector<Cubic> curve_through(Point from, Point to, const std::vector<Point>& bends) {
    const std::size_t last = bends.size() + 1;
    const auto point = [&](std::size_t i) { return i == 0 ? from : i == last ? to : bends[i - 1]; };
    for (std::size_t i = 0; i < last; ++i)
        if (bends.empty() || point(i + 1).x <= point(i).x) return {};
    const auto slope = [&](std::size_t i) { return (point(i + 1).y - point(i).y) / (point(i + 1).x - point(i).x); };
    std::vector<Cubic> out;
    out.reserve(last);
    double here = 0;              // it leaves and enters its ends level
    for (std::size_t i = 0; i < last; ++i) {
        const Point begin = point(i), end = point(i + 1);
        const double there = i + 1 < last ? slope_between(slope(i), slope(i + 1)) : 0;
        const double reach = std::min((end.x - begin.x) / 3, roundest);
        out.push_back({{begin.x + reach, begin.y + reach * here}, {end.x - reach, end.y - reach * there}, end});
        here = there;
    }
    return out;
}

}  // namespace weft::layout
