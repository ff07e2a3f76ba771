// Groups as nested frames. Each group is laid out by itself, from the innermost out, and is one large node in the drawing around it: its members cannot leave it
// and strangers cannot enter. An edge is laid out where its ends' outermost frames differ.
#include <algorithm>

#include "core/layout/layered.h"

namespace weft::layout {

namespace {

class Framer {
  public:
    Framer(const Graph& graph, const Options& options) : graph_(graph), options_(options), nodes_(int(graph.sizes.size())), groups_(int(graph.parent.size())) {}

    Drawing run() {
        find_levels();
        drawing_.at.resize(std::size_t(nodes_)), drawing_.layer.assign(std::size_t(nodes_), 0);
        drawing_.bends.resize(graph_.edges.size()), drawing_.frames.resize(std::size_t(groups_));
        levels_.resize(std::size_t(groups_) + 1);
        std::vector<int> order(std::size_t(groups_) + 1);         // the deepest first, the whole last
        for (int i = 0; i <= groups_; ++i) order[std::size_t(i)] = i;
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return depth_[std::size_t(a)] > depth_[std::size_t(b)]; });
        for (const int level : order) {
            draw(level);
            if (drawing_.cancelled) break;
        }
        if (drawing_.cancelled) {
            Drawing none;
            none.cancelled = true;
            return none;
        }
        for (auto it = order.rbegin(); it != order.rend(); ++it) set_down(*it);
        return std::move(drawing_);
    }

  private:
    // A level is a group, or the whole (numbered groups_). Its items are nodes [0, nodes_) and groups [nodes_, ...).
    struct Level {
        std::vector<int> items;
        std::vector<int> edges;                                   // of the graph, those of the level's drawing
        Graph graph;
        Drawing drawing;
    };

    int around(int group) const {
        const int parent = graph_.parent[std::size_t(group)];
        return parent >= 0 && parent < groups_ && !loops_[std::size_t(group)] ? parent : groups_;
    }
    int level_of(int node) const {
        const int group = std::size_t(node) < graph_.group.size() ? graph_.group[std::size_t(node)] : -1;
        return group >= 0 && group < groups_ ? group : groups_;
    }

    void find_levels() {
        depth_.assign(std::size_t(groups_) + 1, 0), loops_.assign(std::size_t(groups_), false);
        for (int group = 0; group < groups_; ++group) {           // a group within itself counts as in none
            int at = group, steps = 0;
            while (at >= 0 && at < groups_ && steps <= groups_) at = graph_.parent[std::size_t(at)], ++steps;
            loops_[std::size_t(group)] = steps > groups_;
        }
        for (int group = 0; group < groups_; ++group)
            for (int at = group; at != groups_; at = around(at)) ++depth_[std::size_t(group)];
    }

    // The items of the innermost level that has both ends; -1 when an end is no node.
    int common_level(int from, int to, int* a, int* b) const {
        if (from < 0 || to < 0 || from >= nodes_ || to >= nodes_) return -1;
        int left = level_of(from), right = level_of(to);
        *a = from, *b = to;
        while (left != right) {
            if (depth_[std::size_t(left)] >= depth_[std::size_t(right)]) *a = nodes_ + left, left = around(left);
            else *b = nodes_ + right, right = around(right);
        }
        return left;
    }

    void collect() {
        for (int i = 0; i < nodes_; ++i) levels_[std::size_t(level_of(i))].items.push_back(i);
        for (int group = 0; group < groups_; ++group) levels_[std::size_t(around(group))].items.push_back(nodes_ + group);
        place_.assign(std::size_t(nodes_ + groups_), 0);
        for (const Level& level : levels_)
            for (std::size_t i = 0; i < level.items.size(); ++i) place_[std::size_t(level.items[i])] = int(i);
        for (std::size_t e = 0; e < graph_.edges.size(); ++e) {
            int a = 0, b = 0;
            const int level = common_level(graph_.edges[e].first, graph_.edges[e].second, &a, &b);
            if (level < 0) continue;
            levels_[std::size_t(level)].graph.edges.emplace_back(place_[std::size_t(a)], place_[std::size_t(b)]);
            levels_[std::size_t(level)].edges.push_back(int(e));
        }
    }

    void draw(int at) {
        if (place_.empty()) collect();
        Level& level = levels_[std::size_t(at)];
        for (const int item : level.items) level.graph.sizes.push_back(item < nodes_ ? graph_.sizes[std::size_t(item)] : drawing_.frames[std::size_t(item - nodes_)].size);
        level.drawing = lay_out_plain(level.graph, options_);
        drawing_.cancelled = level.drawing.cancelled;
        drawing_.crossings += level.drawing.crossings;
        if (at < groups_ && !level.items.empty())
            drawing_.frames[std::size_t(at)].size = {level.drawing.width + 2 * options_.frame_side, level.drawing.height + options_.frame_head + options_.frame_side};
        if (at == groups_) drawing_.width = level.drawing.width, drawing_.height = level.drawing.height;
    }

    void set_down(int at) {
        const Level& level = levels_[std::size_t(at)];
        Point corner{0, 0};
        if (at < groups_) corner = {drawing_.frames[std::size_t(at)].at.x + options_.frame_side, drawing_.frames[std::size_t(at)].at.y + options_.frame_head};
        for (std::size_t i = 0; i < level.items.size(); ++i) {
            const Point place{corner.x + level.drawing.at[i].x, corner.y + level.drawing.at[i].y};
            const int item = level.items[i];
            if (item >= nodes_) drawing_.frames[std::size_t(item - nodes_)].at = place;
            else drawing_.at[std::size_t(item)] = place, drawing_.layer[std::size_t(item)] = level.drawing.layer[i];
        }
        for (std::size_t i = 0; i < level.edges.size(); ++i)
            for (const Point& bend : level.drawing.bends[i]) drawing_.bends[std::size_t(level.edges[i])].push_back({corner.x + bend.x, corner.y + bend.y});
    }

    const Graph& graph_;
    const Options& options_;
    int nodes_, groups_;
    std::vector<int> depth_, place_;                              // of levels; of items within their level
    std::vector<bool> loops_;
    std::vector<Level> levels_;
    Drawing drawing_;
};

}  // namespace

Drawing lay_out_frames(const Graph& graph, const Options& options) { return graph.parent.empty() ? lay_out_plain(graph, options) : Framer(graph, options).run(); }

}  // namespace weft::layout
