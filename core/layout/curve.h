// The curve of an edge through its bends, as cubics: the same on the canvas and in a picture that is written.
#pragma once

#include <vector>

#include "core/model/flow.h"

namespace weft::layout {

inline constexpr double roundest = 90;   // how far a port or a bend may reach along the edge: the rest of a long piece is straight, as the layout meant it

struct Cubic { Point c1, c2, to; };

// Smooth, level at both ends, and between two bends never above the upper or below the lower one. Empty when there are no bends, or when they do not lead
// from left to right.
std::vector<Cubic> curve_through(Point from, Point to, const std::vector<Point>& bends);

}  // namespace weft::layout
