// Where long edges bend. The points an edge passes in each layer leave it some room up and down; the edge goes straight as far as that room allows.
// Two edges beside each other share the room between them half and half, so they cross no more often than their points do.
#include <algorithm>
#include <cmath>

#include "core/layout/layered.h"

namespace weft::layout {

namespace {

constexpr double clear = 6;                                       // kept between an edge and the side of a node
constexpr std::size_t far = 64;                                   // layers one straight piece may pass: bounds the work

struct Passage { double left, right, y, low, high; };             // of an edge through one layer

class Router {
  public:
    Router(const Layered& graph, const std::vector<Size>& sizes, const std::vector<double>& left, const std::vector<double>& width)
        : graph_(graph), sizes_(sizes), left_(left), width_(width) {}

    std::vector<Point> bends(const std::vector<int>& chain, Point from, Point to) {
        passages_.clear();
        for (const int each : chain) passages_.push_back(passage(each));
        std::vector<Point> out;
        Point here = from;
        std::size_t next = 0;                                     // first passage not yet passed
        while (next < passages_.size()) {
            if (passages_.size() - next <= far && passes(here, to, next, passages_.size())) return out;
            std::size_t end = std::min(passages_.size(), next + far);
            while (end > next && !passes(here, middle(end - 1), next, end)) --end;
            if (end > next) {                                     // one bend in the middle of the last passage reached, if one can leave it again from there
                here = middle(end - 1);
                if (leaves(here, end, to)) {
                    out.push_back(here);
                    next = end;
                    continue;
                }
            }
            const Passage& each = passages_[end > next ? end - 1 : next];
            out.push_back({each.left, each.y});
            out.push_back({each.right, each.y});
            here = out.back();
            next = end > next ? end : next + 1;
        }
        return out;
    }

  private:
    Passage passage(int node) const {
        const std::size_t layer = std::size_t(graph_.layer[std::size_t(node)]);
        const auto& row = graph_.rows[layer];
        const std::size_t at = std::size_t(graph_.position[std::size_t(node)]);
        const double y = graph_.y[std::size_t(node)];
        Passage out{left_[layer], left_[layer] + width_[layer], y, y - 200, y + 200};
        if (at > 0) out.low = std::max(out.low, beside(row[at - 1], y, 1));
        if (at + 1 < row.size()) out.high = std::min(out.high, beside(row[at + 1], y, -1));
        return out;
    }
    double beside(int other, double y, int side) const {
        const double at = graph_.y[std::size_t(other)];
        return graph_.is_dummy(other) ? (at + y) / 2 : at + side * (sizes_[std::size_t(other)].h / 2 + clear);
    }
    Point middle(std::size_t i) const { return {(passages_[i].left + passages_[i].right) / 2, passages_[i].y}; }

    // Whether the straight line keeps within the passages [begin, end).
    bool passes(Point from, Point to, std::size_t begin, std::size_t end) const {
        const double slope = (to.y - from.y) / std::max(1.0, to.x - from.x);
        for (std::size_t i = begin; i < end; ++i) {
            const Passage& each = passages_[i];
            for (const double x : {each.left, std::min(each.right, to.x)}) {
                const double y = from.y + (x - from.x) * slope;
                if (y < each.low || y > each.high) return false;
            }
        }
        return true;
    }
    // Whether the way from the middle of passage `next` - 1 to the one after it stays inside that passage.
    bool leaves(Point here, std::size_t next, Point to) const {
        const Point ahead = next < passages_.size() ? Point{passages_[next].left, passages_[next].y} : to;
        const Passage& each = passages_[next - 1];
        const double y = here.y + (each.right - here.x) * (ahead.y - here.y) / std::max(1.0, ahead.x - here.x);
        return y >= each.low && y <= each.high;
    }

    const Layered& graph_;
    const std::vector<Size>& sizes_;
    const std::vector<double>&left_, &width_;
    std::vector<Passage> passages_;
};

}  // namespace

std::vector<std::vector<Point>> route_edges(const Layered& graph, const std::vector<std::pair<int, int>>& edges, const std::vector<Size>& sizes,
                                            const std::vector<double>& left, const std::vector<double>& width) {
    Router router(graph, sizes, left, width);
    std::vector<std::vector<Point>> out(edges.size());
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (graph.chain[i].empty()) continue;
        const std::size_t u = std::size_t(edges[i].first), v = std::size_t(edges[i].second);
        out[i] = router.bends(graph.chain[i], {left[std::size_t(graph.layer[u])] + sizes[u].w, graph.y[u]}, {left[std::size_t(graph.layer[v])], graph.y[v]});
    }
    return out;
}

}  // namespace weft::layout
