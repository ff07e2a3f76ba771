#include "core/layout/layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "core/layout/layered.h"

namespace weft::layout {

namespace {

struct Part {
    std::vector<int> nodes;                       // of the whole graph
    std::vector<int> edges;
};

// Edges worth laying out; of several between the same two nodes the first speaks for all.
struct Cleaned {
    std::vector<int> kept;                        // edges of the graph
    std::vector<int> speaker;                     // of each edge: index into `kept`, -1 = none
};

Cleaned clean(const Graph& graph) {
    const int n = int(graph.sizes.size());
    Cleaned out;
    out.speaker.assign(graph.edges.size(), -1);
    std::vector<int> order(graph.edges.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return graph.edges[std::size_t(a)] < graph.edges[std::size_t(b)]; });
    std::vector<int> first(graph.edges.size(), -1);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::size_t edge = std::size_t(order[i]);
        const bool again = i > 0 && graph.edges[edge] == graph.edges[std::size_t(order[i - 1])];
        first[edge] = again ? first[std::size_t(order[i - 1])] : int(edge);
    }
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const auto [from, to] = graph.edges[i];
        if (from == to || from < 0 || to < 0 || from >= n || to >= n) continue;
        if (first[i] == int(i)) out.kept.push_back(int(i));
        out.speaker[i] = first[i] == int(i) ? int(out.kept.size()) - 1 : out.speaker[std::size_t(first[i])];
    }
    return out;
}

std::vector<Part> connected_parts(const Graph& graph, const std::vector<int>& kept, std::vector<int>* part_of) {
    const int n = int(graph.sizes.size());
    std::vector<int> root(std::size_t(n), 0);
    std::iota(root.begin(), root.end(), 0);
    const auto find = [&](int node) {
        while (root[std::size_t(node)] != node) node = root[std::size_t(node)] = root[std::size_t(root[std::size_t(node)])];
        return node;
    };
    for (const int edge : kept) {
        const auto [from, to] = graph.edges[std::size_t(edge)];
        const int a = find(from), b = find(to);
        root[std::size_t(std::max(a, b))] = std::min(a, b);
    }
    std::vector<Part> parts;
    part_of->assign(std::size_t(n), -1);
    for (int i = 0; i < n; ++i) {
        const int top = find(i);
        if (top == i) {
            (*part_of)[std::size_t(i)] = int(parts.size());
            parts.emplace_back();
        }
        (*part_of)[std::size_t(i)] = (*part_of)[std::size_t(top)];
        parts[std::size_t((*part_of)[std::size_t(i)])].nodes.push_back(i);
    }
    return parts;
}

// One connected part, its top left corner at (0, 0). `bends` are those of the part's edges.
struct Piece {
    std::vector<Point> at;
    std::vector<std::vector<Point>> bends;
    std::vector<int> layer;
    double width = 0, height = 0;
    long crossings = 0;
};

Piece lay_out_part(const std::vector<Size>& sizes, const std::vector<std::pair<int, int>>& edges, const Options& options) {
    const int n = int(sizes.size());
    Layered graph = make_layers(n, edges, without_cycles(n, edges));
    graph.cancel = options.cancel;
    Piece piece;
    piece.crossings = order_rows(graph, options.sweeps);
    if (graph.stopped()) return piece;
    place_rows(graph, sizes, options);

    std::vector<double> left(graph.rows.size() + 1, 0), width(graph.rows.size(), 0);
    for (std::size_t l = 0; l < graph.rows.size(); ++l) {
        for (const int node : graph.rows[l])
            if (!graph.is_dummy(node)) width[l] = std::max(width[l], sizes[std::size_t(node)].w);
        left[l + 1] = left[l] + width[l] + options.layer_gap;
    }
    double top = 1e18, bottom = -1e18;
    for (std::size_t i = 0; i < graph.y.size(); ++i) {
        const double half = graph.is_dummy(int(i)) ? 0 : sizes[i].h / 2;
        top = std::min(top, graph.y[i] - half), bottom = std::max(bottom, graph.y[i] + half);
    }
    top = std::floor(top);
    for (int i = 0; i < n; ++i) piece.at.push_back({left[std::size_t(graph.layer[std::size_t(i)])], graph.y[std::size_t(i)] - sizes[std::size_t(i)].h / 2 - top});
    piece.bends = route_edges(graph, edges, sizes, left, width);
    for (auto& line : piece.bends)
        for (Point& point : line) point.y -= top;
    graph.layer.resize(std::size_t(n));
    piece.layer = std::move(graph.layer);
    piece.width = left.back() - options.layer_gap;
    piece.height = bottom - top;
    return piece;
}

// Parts stand below each other while that is handy, then beside each other: rows of about the whole drawing's shape.
std::vector<Point> pack(const std::vector<Piece>& pieces, const Options& options, double* width, double* height) {
    double area = 0, widest = 0;
    for (const Piece& piece : pieces) {
        area += (piece.width + options.layer_gap) * (piece.height + options.row_gap);
        widest = std::max(widest, piece.width);
    }
    const double wanted = pieces.size() <= 4 ? widest : std::max(widest, std::sqrt(area * 1.6));
    std::vector<Point> at;
    double x = 0, y = 0, row = 0;
    for (const Piece& piece : pieces) {
        if (x > 0 && x + piece.width > wanted) x = 0, y += row + options.row_gap, row = 0;
        at.push_back({x, y});
        row = std::max(row, piece.height);
        *width = std::max(*width, x + piece.width);
        *height = std::max(*height, y + piece.height);
        x += piece.width + options.layer_gap;
    }
    return at;
}

}  // namespace

Drawing lay_out_plain(const Graph& graph, const Options& options) {
    const Cleaned cleaned = clean(graph);
    std::vector<int> part_of, local(graph.sizes.size(), 0);
    std::vector<Part> parts = connected_parts(graph, cleaned.kept, &part_of);
    for (const Part& part : parts)
        for (std::size_t i = 0; i < part.nodes.size(); ++i) local[std::size_t(part.nodes[i])] = int(i);
    for (std::size_t i = 0; i < cleaned.kept.size(); ++i)
        parts[std::size_t(part_of[std::size_t(graph.edges[std::size_t(cleaned.kept[i])].first)])].edges.push_back(int(i));

    Drawing drawing;
    std::vector<Piece> pieces;
    for (const Part& part : parts) {
        std::vector<Size> sizes;
        std::vector<std::pair<int, int>> edges;
        for (const int node : part.nodes) sizes.push_back(graph.sizes[std::size_t(node)]);
        for (const int i : part.edges) {
            const auto [from, to] = graph.edges[std::size_t(cleaned.kept[std::size_t(i)])];
            edges.emplace_back(local[std::size_t(from)], local[std::size_t(to)]);
        }
        pieces.push_back(lay_out_part(sizes, edges, options));
        drawing.cancelled = options.cancel && options.cancel->load(std::memory_order_relaxed);
        if (drawing.cancelled) return drawing;
    }
    const std::vector<Point> corner = pack(pieces, options, &drawing.width, &drawing.height);
    drawing.at.resize(graph.sizes.size());
    drawing.layer.resize(graph.sizes.size());
    std::vector<std::vector<Point>> bends(cleaned.kept.size());
    for (std::size_t p = 0; p < parts.size(); ++p) {
        const auto moved = [&](Point point) { return Point{point.x + corner[p].x, point.y + corner[p].y}; };
        for (std::size_t i = 0; i < parts[p].nodes.size(); ++i) {
            drawing.at[std::size_t(parts[p].nodes[i])] = moved(pieces[p].at[i]);
            drawing.layer[std::size_t(parts[p].nodes[i])] = pieces[p].layer[i];
        }
        for (std::size_t i = 0; i < parts[p].edges.size(); ++i)
            for (const Point& point : pieces[p].bends[i]) bends[std::size_t(parts[p].edges[i])].push_back(moved(point));
        drawing.crossings += pieces[p].crossings;
    }
    for (const int speaker : cleaned.speaker) drawing.bends.push_back(speaker < 0 ? std::vector<Point>() : bends[std::size_t(speaker)]);
    return drawing;
}

}  // namespace weft::layout
