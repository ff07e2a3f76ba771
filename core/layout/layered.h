// Inside of lay_out(): one connected part as layers of real nodes and of points where long edges pass (dummies). Not for others.
#pragma once

#include <atomic>
#include <span>
#include <vector>

#include "core/layout/layout.h"

namespace weft::layout {

// Neighbours of every node in one block of memory.
class Adjacency {
  public:
    Adjacency() = default;
    // pairs (node, neighbour); neighbours keep the order of the pairs
    Adjacency(int nodes, const std::vector<std::pair<int, int>>& pairs);
    std::span<const int> operator[](int node) const { return {to_.data() + at_[std::size_t(node)], to_.data() + at_[std::size_t(node) + 1]}; }
    int degree(int node) const { return at_[std::size_t(node) + 1] - at_[std::size_t(node)]; }
  private:
    std::vector<int> at_{0}, to_;
};

struct Layered {
    int real = 0;                                 // nodes [0, real) are real, the rest are dummies
    std::vector<int> layer;                       // of each node
    std::vector<std::vector<int>> rows;           // of each layer, top to bottom
    std::vector<int> position;                    // of each node within its layer
    Adjacency before, after;                      // neighbours one layer to the left, to the right
    std::vector<std::vector<int>> chain;          // of each edge: its dummies
    std::vector<double> y;                        // centre of each node
    const std::atomic<bool>* cancel = nullptr;
    bool stopped() const { return cancel && cancel->load(std::memory_order_relaxed); }
    bool is_dummy(int node) const { return node >= real; }
};

// lay_out() is folding, then frames, then a plain graph.
Drawing lay_out_plain(const Graph& graph, const Options& options);
Drawing lay_out_frames(const Graph& graph, const Options& options);

// Edges must be free of duplicates and self loops; those that close a cycle are left out of `used`.
std::vector<bool> without_cycles(int nodes, const std::vector<std::pair<int, int>>& edges);
// `layer` must be valid (every edge forward) and stays so; `work` counts nodes looked at.
void shorten_edges(const std::vector<std::pair<int, int>>& edges, std::vector<int>& layer, long work);
Layered make_layers(int nodes, const std::vector<std::pair<int, int>>& edges, const std::vector<bool>& used);
long order_rows(Layered& graph, int sweeps);      // fewest crossings found; returns how many
long search_order(Layered& graph, long fewest, long steps_a_place, long most_steps);    // from an order with `fewest` crossings; returns how many are left
long thread_lines(Layered& graph, const std::vector<char>& crossed, unsigned turn);   // lines with a crossed node only; returns the crossings saved
long crossings_after(const Layered& graph, std::size_t layer, std::vector<int>& tree, std::vector<int>& ends);   // the last two are room to work in
long crossings(const Layered& graph);
// `left` and `width` of each layer; where each edge bends between its ends, left to right
std::vector<std::vector<Point>> route_edges(const Layered& graph, const std::vector<std::pair<int, int>>& edges, const std::vector<Size>& sizes,
                                            const std::vector<double>& left, const std::vector<double>& width);
void place_rows(Layered& graph, const std::vector<Size>& sizes, const Options& options);

}  // namespace weft::layout
