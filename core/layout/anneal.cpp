// The local search for the order: exchanges of neighbours that also take a step back now and then, less and less often (simulated annealing), only where
// edges cross. An exchange that was taken is carried on along the edges, so that a crossing slides to where it can dissolve instead of wandering about.
// In between, long edges are drawn anew (thread.cpp). Work is counted in steps and the random numbers are always the same.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "core/layout/layered.h"

namespace weft::layout {

namespace {

class Random {                                                    // xorshift: the same numbers with every compiler
  public:
    std::uint32_t next() {
        state_ ^= state_ << 13, state_ ^= state_ >> 7, state_ ^= state_ << 17;
        return std::uint32_t(state_ >> 32);
    }
    std::size_t below(std::size_t n) { return std::size_t(std::uint64_t(next()) * n >> 32); }
  private:
    std::uint64_t state_ = 88172645463325252ULL;
};

// Marks the ends of edges that cross another one between this layer and the next.
void mark_crossed(const Layered& graph, std::size_t layer, std::vector<char>& crossed, std::vector<std::pair<int, int>>& ends) {
    ends.clear();                                                 // place of the edge's end, its start; starts in order
    for (const int node : graph.rows[layer]) {
        const std::size_t from = ends.size();
        for (const int to : graph.after[node]) ends.emplace_back(graph.position[std::size_t(to)], node);
        std::sort(ends.begin() + std::ptrdiff_t(from), ends.end());
    }
    const auto mark = [&](const std::pair<int, int>& end) { crossed[std::size_t(end.second)] = crossed[std::size_t(graph.rows[layer + 1][std::size_t(end.first)])] = 1; };
    for (std::size_t i = 0, lowest = 0; i < ends.size();) {       // an end above the lowest one of the starts before
        std::size_t j = i, seen = lowest;
        for (; j < ends.size() && ends[j].second == ends[i].second; ++j) {
            if (std::size_t(ends[j].first) + 1 < lowest) mark(ends[j]);
            seen = std::max(seen, std::size_t(ends[j].first) + 1);
        }
        lowest = seen, i = j;
    }
    int highest = int(graph.rows[layer + 1].size());
    for (std::size_t j = ends.size(); j > 0;) {                   // an end below the highest one of the starts after
        const int node = ends[j - 1].second;
        int seen = highest;
        for (; j > 0 && ends[j - 1].second == node; --j) {
            if (ends[j - 1].first > highest) mark(ends[j - 1]);
            seen = std::min(seen, ends[j - 1].first);
        }
        highest = seen;
    }
}

std::vector<char> crossed_nodes(const Layered& graph) {
    std::vector<char> crossed(graph.layer.size(), 0);
    std::vector<std::pair<int, int>> ends;
    for (std::size_t layer = 0; layer + 1 < graph.rows.size(); ++layer) mark_crossed(graph, layer, crossed, ends);
    return crossed;
}

// Those on crossed edges and what is a few steps around them.
std::vector<int> places_to_try(const Layered& graph, std::vector<char>& crossed) {
    std::vector<int> found;
    for (std::size_t i = 0; i < crossed.size(); ++i)
        if (crossed[i]) found.push_back(int(i));
    std::size_t at = 0;
    for (int step = 0; step < 3; ++step) {
        for (const std::size_t end = found.size(); at < end; ++at) {
            const int node = found[at];
            const auto add = [&](int each) {
                if (!crossed[std::size_t(each)]) crossed[std::size_t(each)] = 1, found.push_back(each);
            };
            std::ranges::for_each(graph.before[node], add);
            std::ranges::for_each(graph.after[node], add);
            const auto& row = graph.rows[std::size_t(graph.layer[std::size_t(node)])];
            const std::size_t place = std::size_t(graph.position[std::size_t(node)]);
            if (place > 0) add(row[place - 1]);
            if (place + 1 < row.size()) add(row[place + 1]);
        }
    }
    return found;
}

// Crossings saved on one side when `upper` and `lower` change places.
int saved(const Layered& graph, const Adjacency& side, int upper, int lower) {
    int gain = 0;
    for (const int a : side[upper]) {
        const int at = graph.position[std::size_t(a)];
        for (const int b : side[lower]) {
            const int other = graph.position[std::size_t(b)];
            gain += (at > other) - (at < other);
        }
    }
    return gain;
}

class Annealer {
  public:
    explicit Annealer(Layered& graph) : graph_(graph) {}

    // Returns the crossings saved, which may be less than none.
    long run(const std::vector<int>& places, long steps, double heat) {
        for (std::size_t d = 0; d < chance_.size(); ++d) chance_[d] = std::uint32_t(std::exp(-double(d) / heat) * 4294967295.0);
        long gained = 0;
        int next = -1;
        const Adjacency* along = &graph_.after;
        for (long step = 0; step < steps; ++step) {
            int node = next;
            if (node < 0) {
                node = places[random_.below(places.size())];
                along = random_.next() & 1 ? &graph_.after : &graph_.before;
            }
            next = -1;
            auto& row = graph_.rows[std::size_t(graph_.layer[std::size_t(node)])];
            const std::size_t at = std::size_t(graph_.position[std::size_t(node)]);
            if (at + 1 >= row.size()) continue;
            const int below = row[at + 1];
            if (long(graph_.before.degree(node)) * graph_.before.degree(below) + long(graph_.after.degree(node)) * graph_.after.degree(below) > 4'000) continue;
            const int gain = saved(graph_, graph_.before, node, below) + saved(graph_, graph_.after, node, below);
            if (gain < 0 && (std::size_t(-gain) >= chance_.size() || random_.next() > chance_[std::size_t(-gain)])) continue;
            row[at] = below, row[at + 1] = node;
            graph_.position[std::size_t(below)] = int(at), graph_.position[std::size_t(node)] = int(at) + 1;
            gained += gain;
            const auto on = (*along)[node];
            if (!on.empty() && random_.next() % 8) next = on[on.size() == 1 ? 0 : random_.below(on.size())];
        }
        return gained;
    }

  private:
    Layered& graph_;
    Random random_;
    std::array<std::uint32_t, 64> chance_{};
};

}  // namespace

long search_order(Layered& graph, long fewest, long steps_a_place, long most_steps) {
    constexpr int rounds = 12, redraw_every = 3;
    Annealer annealer(graph);
    // Where nearly nothing crosses, a step back costs much; in dense drawings it costs little.
    const double hot = std::min(0.4 + 1.2 * double(fewest) / double(graph.layer.size()), 1.2), cold = 0.15;
    long now = fewest;
    for (int round = 0; round < rounds && now > 0 && !graph.stopped(); ++round) {
        std::vector<char> crossed = crossed_nodes(graph);
        if (round % redraw_every == 0) {
            now -= thread_lines(graph, crossed, unsigned(round / redraw_every));
            crossed = crossed_nodes(graph);
        }
        const std::vector<int> places = places_to_try(graph, crossed);
        if (places.empty()) break;
        now -= annealer.run(places, std::min(most_steps / rounds, long(places.size()) * steps_a_place), hot * std::pow(cold / hot, double(round) / (rounds - 1)));
    }
    for (unsigned pass = 0; pass < 2 && now > 0 && !graph.stopped(); ++pass) {
        const long gained = thread_lines(graph, crossed_nodes(graph), pass);
        now -= gained;
        if (gained * 50 < now) break;
    }
    return now;
}

}  // namespace weft::layout
