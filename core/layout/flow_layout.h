// Where the tasks of one body stand inside its frame, and where the On exit lane lies. Coordinates are relative to the frame's top left corner.
// Hand placements (Flow::placements) of tasks are respected to the pixel; the rest is laid out around nothing but itself, so adding a task never moves
// a placed one. Of a handler's placement only x counts: its row is the lane's, and the lane moves with the flow above it.
#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "core/model/flow.h"

namespace weft::layout {

constexpr double node_width = 196, node_height = 62;
constexpr double layer_gap = 60, row_gap = 40;
constexpr double frame_left = 28, frame_top = 76, frame_right = 28;   // frame's edge to the first node
constexpr double lane_above = 76, lane_head = 43, lane_below = 22;    // last row to lane, lane's edge to handlers, handlers to the frame's foot

struct Placed {
    TaskId id = 0;
    double x = 0, y = 0, w = node_width, h = node_height;
    bool handler = false;
    bool by_hand = false;
};

// A task of Flow::unfolded: drawn as a frame with its body in it, at the place and with the size that `tasks` says.
struct Unfolded {
    TaskId task = 0;
    double lane_top = 0, lane_bottom = 0;       // equal without handlers
};

// An edge over several layers goes round what stands between its ends. Only for edges whose ends stand where the layout put them: who moves a task by hand
// takes its edges along, and they go straight.
struct Bent {
    TaskId from = 0, to = 0;
    std::vector<Point> through;                 // from left to right
};

struct FlowPicture {
    std::vector<Placed> tasks;                  // body's tasks, then its handlers, in the body's order; then those of unfolded bodies
    std::vector<Unfolded> unfolded;             // the outer before the inner
    std::vector<Bent> bends;
    double width = 0, height = 0;               // of the frame
    double lane_top = 0, lane_bottom = 0;       // equal when the body has no handlers
};

// `prefix` is the name path of the body's owner with its slash ("bye/"), "" for the main body: placements are looked up by prefix + name.
// With the picture before an edit, tasks that it has stand where they stood and new ones find a place near what they follow. It is left aside, and everything
// laid out anew, when it knows less than half of the tasks or when a task has given its hand placement up. A cancelled picture is empty.
FlowPicture layout_flow(const Flow& flow, const Body& body, const std::string& prefix = {}, const FlowPicture* before = nullptr, const std::atomic<bool>* cancel = nullptr);

}  // namespace weft::layout
