// The bends of a body's edges between two pictures of it.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "core/layout/flow_layout.h"
#include "core/layout/layout.h"

namespace weft::layout {

using Edges = std::vector<std::pair<int, int>>;   // between indexes of `ids`

std::vector<Bent> bends_of(const Drawing& drawing, const std::vector<TaskId>& ids, const Edges& edges);
// Of each edge, frame aside: what the picture knows, when both ends still stand where it has them.
std::vector<std::vector<Point>> bends_before(const FlowPicture& picture, const std::vector<TaskId>& ids, const Edges& edges, const std::vector<std::optional<Point>>& at);
void add_bends(FlowPicture& picture, const std::vector<Bent>& bends, Point by);
// `places`: of the first tasks of the picture, where the bends were made for, frame aside.
void drop_moved_bends(FlowPicture& picture, const std::vector<Point>& places);

}  // namespace weft::layout
