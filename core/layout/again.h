// A drawing after a small edit, and a drawing of a part of one: what a person has learnt to find where it is stays there.
#pragma once

#include <optional>

#include "core/layout/layout.h"

namespace weft::layout {

// Where things stood. Both follow the graph as it is now; a node without a place is new, an edge without bends goes straight.
struct Before {
    std::vector<std::optional<Point>> at;         // top left of each node
    std::vector<std::vector<Point>> bends;        // of each edge; may be shorter than the edges are
};

// No old node moves, not by a pixel. New ones stand right of what they follow (or left of what follows them) where there is room, close by and off the edges if
// possible. Removed nodes leave their place empty, and a new edge against the direction of the drawing is drawn that way: to put either right is lay_out()'s work.
// `layer` and `crossings` stay empty. Without any old node this is lay_out().
Drawing lay_out_again(const Graph& graph, const Before& before, const Options& options = {});

// The chosen nodes are laid out among themselves and stand as one block where they stood, or beside it as near as the others leave room; the others stay.
// `at` has the place of every node; returned is the same with the chosen ones moved, or `at` itself when cancelled.
std::vector<Point> lay_out_some(const Graph& graph, const std::vector<Point>& at, const std::vector<bool>& chosen, const Options& options = {});

}  // namespace weft::layout
