// The order within each layer: depth first and breadth first starts, barycenter and median sweeps both ways, exchange of neighbours, best of all kept.
// Crossings are counted with an accumulator tree (Barth, Juenger, Mutzel, GD 2002).
#include <algorithm>
#include <limits>

#include "core/layout/layered.h"

namespace weft::layout {

namespace {

using Rows = std::vector<std::vector<int>>;

void number(Layered& graph, std::size_t layer) {
    const auto& row = graph.rows[layer];
    for (std::size_t i = 0; i < row.size(); ++i) graph.position[std::size_t(row[i])] = int(i);
}

void show(Layered& graph, const Rows& rows) {
    graph.rows = rows;
    for (std::size_t layer = 0; layer < rows.size(); ++layer) number(graph, layer);
}

// Nodes in the order in which a walk comes to them.
Rows first_met(const Layered& graph, bool depth_first, bool from_the_end) {
    const int all = int(graph.layer.size());
    Rows rows(graph.rows.size());
    std::vector<bool> seen(std::size_t(all), false);
    std::vector<int> pending;
    const Adjacency& ahead = from_the_end ? graph.before : graph.after;
    const Adjacency& behind = from_the_end ? graph.after : graph.before;
    const auto walk = [&](int root) {
        pending.assign(1, root);
        for (std::size_t head = 0; depth_first ? !pending.empty() : head < pending.size();) {
            const int node = depth_first ? pending.back() : pending[head++];
            if (depth_first) pending.pop_back();
            if (seen[std::size_t(node)]) continue;
            seen[std::size_t(node)] = true;
            rows[std::size_t(graph.layer[std::size_t(node)])].push_back(node);
            const auto add = [&](int each) { if (!seen[std::size_t(each)]) pending.push_back(each); };
            const auto first = depth_first ? behind[node] : ahead[node], second = depth_first ? ahead[node] : behind[node];
            if (depth_first) {                                    // the stack turns them round
                std::for_each(first.rbegin(), first.rend(), add);
                std::for_each(second.rbegin(), second.rend(), add);
            } else {
                std::for_each(first.begin(), first.end(), add);
                std::for_each(second.begin(), second.end(), add);
            }
        }
    };
    for (int i = 0; i < graph.real; ++i)
        if (behind.degree(i) == 0) walk(i);
    for (int i = 0; i < all; ++i) walk(i);
    return rows;
}

// Those without neighbours on the fixed side keep their places.
void sort_row(Layered& graph, std::size_t layer, const Adjacency& fixed, bool median, bool flip_ties) {
    auto& row = graph.rows[layer];
    std::vector<std::pair<double, int>> keyed;
    std::vector<std::size_t> places;
    std::vector<int> around;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const auto near = fixed[row[i]];
        if (near.empty()) continue;
        double key = 0;
        if (median && near.size() > 2) {
            around.clear();
            for (const int each : near) around.push_back(graph.position[std::size_t(each)]);
            std::nth_element(around.begin(), around.begin() + std::ptrdiff_t(around.size() / 2), around.end());
            key = around[around.size() / 2];
        } else {
            for (const int each : near) key += graph.position[std::size_t(each)];
            key /= double(near.size());
        }
        keyed.emplace_back(key, row[i]);
        places.push_back(i);
    }
    if (flip_ties) std::reverse(keyed.begin(), keyed.end());
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < places.size(); ++i) row[places[i]] = keyed[i].second;
    number(graph, layer);
}

// Sorted positions of the neighbours of a row's nodes, while both neighbouring layers stand still.
struct Ends {
    std::vector<int> at, all;
    void fill(const Layered& graph, const std::vector<int>& row, const Adjacency& side) {
        at.assign(1, 0), all.clear();
        for (const int node : row) {
            const std::size_t from = all.size();
            for (const int each : side[node]) all.push_back(graph.position[std::size_t(each)]);
            std::sort(all.begin() + std::ptrdiff_t(from), all.end());
            at.push_back(int(all.size()));
        }
    }
    // crossings with u above v, minus crossings with v above u
    long gain(int u, int v) const {
        long gain = 0;
        int less = at[std::size_t(v)], not_more = less;
        const int end = at[std::size_t(v) + 1];
        for (int i = at[std::size_t(u)]; i < at[std::size_t(u) + 1]; ++i) {
            while (less < end && all[std::size_t(less)] < all[std::size_t(i)]) ++less;
            while (not_more < end && all[std::size_t(not_more)] <= all[std::size_t(i)]) ++not_more;
            gain += (less - at[std::size_t(v)]) - (end - not_more);
        }
        return gain;
    }
};

// What could as well stand the other way round stands as the file has it: the earlier one above.
void prefer_given_order(Layered& graph) {
    long down = 0, up = 0;
    for (const auto& row : graph.rows)
        for (std::size_t i = 0; i + 1 < row.size(); ++i)
            if (!graph.is_dummy(row[i]) && !graph.is_dummy(row[i + 1])) ++(row[i] < row[i + 1] ? down : up);
    if (up > down) {
        for (std::size_t layer = 0; layer < graph.rows.size(); ++layer) {
            std::reverse(graph.rows[layer].begin(), graph.rows[layer].end());
            number(graph, layer);
        }
    }
    Ends left, right;
    for (std::size_t layer = 0; layer < graph.rows.size(); ++layer) {
        auto& row = graph.rows[layer];
        for (int pass = 0; pass < 8; ++pass) {
            left.fill(graph, row, graph.before);
            right.fill(graph, row, graph.after);
            bool moved = false;
            for (std::size_t i = 0; i + 1 < row.size(); ++i) {
                if (graph.is_dummy(row[i]) || graph.is_dummy(row[i + 1]) || row[i] < row[i + 1]) continue;
                if (left.gain(int(i), int(i) + 1) + right.gain(int(i), int(i) + 1) != 0) continue;
                std::swap(row[i], row[i + 1]);
                ++i;                                              // slots are as they were filled: the next pair starts fresh
                moved = true;
            }
            number(graph, layer);
            if (!moved) break;
        }
    }
}

void sweep(Layered& graph, int turn) {
    const bool median = turn % 4 >= 2, flip = turn % 3 == 1;
    if (turn % 2 == 0) {
        for (std::size_t layer = 1; layer < graph.rows.size(); ++layer) sort_row(graph, layer, graph.before, median, flip);
    } else {
        for (std::size_t layer = graph.rows.size() - 1; layer-- > 0;) sort_row(graph, layer, graph.after, median, flip);
    }
}

}  // namespace

long crossings_after(const Layered& graph, std::size_t layer, std::vector<int>& tree, std::vector<int>& ends) {
    ends.clear();
    for (const int node : graph.rows[layer]) {
        const std::size_t from = ends.size();
        for (const int to : graph.after[node]) ends.push_back(graph.position[std::size_t(to)]);
        std::sort(ends.begin() + std::ptrdiff_t(from), ends.end());
    }
    std::size_t leaves = 1;
    while (leaves < graph.rows[layer + 1].size()) leaves *= 2;
    tree.assign(2 * leaves, 0);
    long count = 0;
    for (const int end : ends) {
        for (std::size_t at = std::size_t(end) + leaves; at > 1; at /= 2) {
            ++tree[at];
            if (at % 2 == 0) count += tree[at + 1];
        }
    }
    return count;
}

long crossings(const Layered& graph) {
    std::vector<int> tree, ends;
    long count = 0;
    for (std::size_t layer = 0; layer + 1 < graph.rows.size(); ++layer) count += crossings_after(graph, layer, tree, ends);
    return count;
}

long order_rows(Layered& graph, int sweeps) {
    // A budget of work, not of time: huge drawings get fewer starts and steps, and equal input gives equal output.
    const long size = long(graph.layer.size()) + 1;
    const int budget = int(std::clamp<long>(1'200'000 / size, 4, sweeps));
    const int starts = size < 30'000 ? 4 : 2;
    Rows best;
    long fewest = std::numeric_limits<long>::max();
    const auto keep = [&] {
        const long now = crossings(graph);
        if (now >= fewest) return false;
        fewest = now;
        best = graph.rows;
        return true;
    };
    const bool small = size < 600;                                // small enough to search from every start
    for (int start = 0; start < starts && fewest > 0; ++start) {
        show(graph, first_met(graph, start % 2 == 0, start >= 2));
        long own = crossings(graph);
        keep();
        int idle = 0;
        for (int turn = 0; turn < budget && idle < 6 && fewest > 0 && !graph.stopped(); ++turn) {
            sweep(graph, turn);
            own = crossings(graph);
            idle = keep() ? 0 : idle + 1;
        }
        if (small && own > 0 && search_order(graph, own, 60, 120'000) < fewest) keep();
    }
    show(graph, best);
    if (fewest > 0 && !small) fewest = search_order(graph, fewest, 150, size < 40'000 ? 2'400'000 : 1'500'000);
    prefer_given_order(graph);
    return fewest;
}

}  // namespace weft::layout
