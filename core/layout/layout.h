// A layered drawing of a directed graph, left to right: layers along x, rows along y. Pure and deterministic (no clock, no random seed from outside).
// Knows no flow: layout/flow_layout.h does.
#pragma once

#include <atomic>
#include <utility>
#include <vector>

#include "core/model/flow.h"

namespace weft::layout {

struct Size { double w = 196, h = 62; };

struct Graph {
    std::vector<Size> sizes;                      // one a node
    std::vector<std::pair<int, int>> edges;       // from, to; self loops, duplicates, cycles and indexes out of range do no harm
    std::vector<int> group;                       // of each node, -1 = none; may be empty
    std::vector<int> parent;                      // of each group: the one around it, -1 = none
};

struct Options {
    double layer_gap = 60;                        // between the widest nodes of two layers
    double row_gap = 40;                          // between nodes of one layer
    double edge_gap = 12;                         // between an edge passing through a layer and its neighbours
    int sweeps = 24;                              // iteration budget; never a time budget, so equal input gives equal output
    double frame_side = 28, frame_head = 40;      // between a frame and its members; the head is above them
    int fold_from = 0;                            // so many parallel siblings become one stack; 0 = none do
    const std::atomic<bool>* cancel = nullptr;    // set by another thread: the drawing is given up
};

struct Frame { Point at; Size size; };

struct Drawing {
    std::vector<Point> at;                        // top left of each node; the whole starts at (0, 0)
    std::vector<std::vector<Point>> bends;        // of each edge: where it passes the layers between its ends; empty when they are neighbours
    std::vector<int> layer;                       // of each node, from 0 within its connected part
    double width = 0, height = 0;
    long crossings = 0;                           // between neighbouring layers
    std::vector<Frame> frames;                    // of each group: holds its members and inner frames, and nobody else; of size 0 when it has no members
    std::vector<std::vector<int>> stacks;         // folded siblings, in the graph's order; all of a stack stand at one place
    bool cancelled = false;                       // then everything else is empty
};

Drawing lay_out(const Graph& graph, const Options& options = {});

}  // namespace weft::layout
