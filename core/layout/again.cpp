#include "core/layout/again.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace weft::layout {

namespace {

struct Box { double x, y, w, h; };
struct Segment { Point from, to; };

bool overlap(const Box& a, const Box& b, double gap) { return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap; }

// Whether the line runs over the box: clipped to the box, something is left of it (Liang, Barsky).
bool crosses(const Segment& line, const Box& box) {
    double begin = 0, end = 1;
    const double dx = line.to.x - line.from.x, dy = line.to.y - line.from.y;
    const double along[] = {-dx, dx, -dy, dy}, room[] = {line.from.x - box.x, box.x + box.w - line.from.x, line.from.y - box.y, box.y + box.h - line.from.y};
    for (int side = 0; side < 4; ++side) {
        if (along[side] == 0) {
            if (room[side] <= 0) return false;
            continue;
        }
        const double at = room[side] / along[side];
        if (along[side] < 0) begin = std::max(begin, at);
        else end = std::min(end, at);
    }
    return begin < end;
}

// What a new box may not stand on, should not stand on, and the corner nothing goes beyond.
struct Ground {
    std::vector<Box> boxes;
    std::vector<Segment> lines;
    Point corner;
};

struct Wish {
    Point at;                                     // top left, best place
    Size size;
    double from = -1e18, to = 1e18;               // x keeps within these: right of what it follows, left of what follows it
};

// What is near enough to matter for places at most `radius` away from the wish.
Ground around(const Ground& ground, const Wish& wish, double radius) {
    const Box area{wish.at.x - radius, wish.at.y - radius, wish.size.w + 2 * radius, wish.size.h + 2 * radius};
    Ground near;
    near.corner = ground.corner;
    for (const Box& box : ground.boxes)
        if (overlap(box, area, 0)) near.boxes.push_back(box);
    for (const Segment& line : ground.lines) {
        const auto [left, right] = std::minmax(line.from.x, line.to.x);
        const auto [top, bottom] = std::minmax(line.from.y, line.to.y);
        if (right >= area.x && left <= area.x + area.w && bottom >= area.y && top <= area.y + area.h) near.lines.push_back(line);
    }
    return near;
}

// Candidates touch what is there already, at one of two distances; the nearest free one wins, standing on an edge counts as a detour.
std::optional<Point> nearest_free(const Ground& ground, const Wish& wish, double radius, const Options& options) {
    constexpr double on_an_edge = 80, too_close = 45, out_of_line = 30;
    const Ground near = around(ground, wish, radius);
    const std::pair<double, double> distances[] = {{options.row_gap, 0}, {std::min(options.edge_gap, options.row_gap), too_close}};
    struct Column { double x, detour; };
    std::vector<Column> columns{{wish.at.x, 0}};
    for (const Box& box : near.boxes) columns.push_back({box.x, 0}), columns.push_back({box.x + box.w + options.edge_gap, out_of_line}), columns.push_back({box.x - options.edge_gap - wish.size.w, out_of_line});
    std::sort(columns.begin(), columns.end(), [](const Column& a, const Column& b) { return a.x < b.x || (a.x == b.x && a.detour < b.detour); });
    columns.erase(std::unique(columns.begin(), columns.end(), [](const Column& a, const Column& b) { return a.x == b.x; }), columns.end());
    std::optional<Point> found;
    double least = std::numeric_limits<double>::max();
    for (const Column& column : columns) {
        const double aside = std::abs(column.x - wish.at.x);
        if (column.x < wish.from || column.x + wish.size.w > wish.to || column.x < ground.corner.x || aside + column.detour >= least || aside > radius) continue;
        const auto consider = [&](double y, double gap, double detour) {
            const double away = std::hypot(aside, y - wish.at.y);
            double cost = away + detour + column.detour;
            if (y < ground.corner.y || away > radius || cost >= least) return;
            const Box box{column.x, y, wish.size.w, wish.size.h};
            if (std::any_of(near.boxes.begin(), near.boxes.end(), [&](const Box& each) { return overlap(each, box, gap); })) return;
            if (std::any_of(near.lines.begin(), near.lines.end(), [&](const Segment& each) { return crosses(each, box); })) cost += on_an_edge;
            if (cost < least) least = cost, found = Point{column.x, y};
        };
        for (const auto& [gap, detour] : distances) {
            const double sideways = std::min(gap, options.edge_gap);   // beside each other nodes of two layers may stand closer than in a row
            consider(wish.at.y, sideways, detour);
            for (const Box& box : near.boxes) {
                if (box.x >= column.x + wish.size.w + sideways || box.x + box.w + sideways <= column.x) continue;
                consider(box.y + box.h + gap, sideways, detour);
                consider(box.y - gap - wish.size.h, sideways, detour);
            }
        }
    }
    return found;
}

Point free_place(const Ground& ground, const Wish& wish, const Options& options) {
    for (double radius = 185; radius < 80'000; radius *= 1.6)
        if (const auto found = nearest_free(ground, wish, radius, options)) return *found;
    double bottom = ground.corner.y;              // all taken: below everything
    for (const Box& box : ground.boxes) bottom = std::max(bottom, box.y + box.h + options.row_gap);
    return {std::max(ground.corner.x, std::min(std::max(wish.at.x, wish.from), wish.to - wish.size.w)), bottom};
}

// Predecessors first as far as there are no cycles, so that a new node finds its new parent placed.
std::vector<int> new_nodes_in_order(const Graph& graph, const std::vector<std::optional<Point>>& at) {
    std::vector<int> waiting(at.size(), 0), order;
    std::vector<std::vector<int>> after(at.size());
    for (const auto& [from, to] : graph.edges) {
        const auto is_new = [&](int node) { return node >= 0 && std::size_t(node) < at.size() && !at[std::size_t(node)]; };
        if (from == to || !is_new(from) || !is_new(to)) continue;
        ++waiting[std::size_t(to)];
        after[std::size_t(from)].push_back(to);
    }
    std::vector<bool> taken(at.size(), false);
    const auto take = [&](int node) {
        if (taken[std::size_t(node)]) return;
        taken[std::size_t(node)] = true;
        order.push_back(node);
    };
    std::size_t done = 0;
    const auto follow = [&] {
        for (; done < order.size(); ++done)
            for (const int to : after[std::size_t(order[done])])
                if (--waiting[std::size_t(to)] == 0) take(to);
    };
    for (std::size_t i = 0; i < at.size(); ++i)
        if (!at[i] && waiting[i] == 0) take(int(i)), follow();
    for (std::size_t i = 0; i < at.size(); ++i)
        if (!at[i]) take(int(i)), follow();
    return order;
}

Wish wish_of(const Graph& graph, const std::vector<std::vector<int>>& before, const std::vector<std::vector<int>>& after, const std::vector<std::optional<Point>>& at, int node,
             Point corner, const Options& options) {
    Wish wish{corner, graph.sizes[std::size_t(node)]};
    const auto middle_of = [&](const std::vector<int>& near, double* x, bool right) {
        double sum = 0, count = 0;
        for (const int each : near) {
            if (!at[std::size_t(each)]) continue;
            const Size size = graph.sizes[std::size_t(each)];
            sum += at[std::size_t(each)]->y + size.h / 2, ++count;
            *x = right ? std::max(*x, at[std::size_t(each)]->x + size.w) : std::min(*x, at[std::size_t(each)]->x);
        }
        return count > 0 ? std::optional<double>(sum / count) : std::nullopt;
    };
    double left = -1e18, right = 1e18;
    const auto from = middle_of(before[std::size_t(node)], &left, true), to = middle_of(after[std::size_t(node)], &right, false);
    if (from) wish.from = left + std::min(options.edge_gap, options.layer_gap), wish.at.x = left + options.layer_gap;
    if (to && (!from || right - left >= wish.size.w + 2 * options.edge_gap)) wish.to = right - options.edge_gap;
    if (to && !from) wish.at.x = std::max(corner.x, right - options.layer_gap - wish.size.w);
    if (wish.to < corner.x + wish.size.w) wish.to = 1e18;         // no room on that side of the drawing
    if (from || to) wish.at.y = (from && to ? (*from + *to) / 2 : from ? *from : *to) - wish.size.h / 2;
    wish.at.y = std::max(wish.at.y, corner.y);
    return wish;
}

Ground ground_of(const Graph& graph, const std::vector<std::optional<Point>>& at, const std::vector<std::vector<Point>>& bends) {
    Ground ground;
    ground.corner = {1e18, 1e18};
    for (std::size_t i = 0; i < at.size(); ++i) {
        if (!at[i]) continue;
        ground.boxes.push_back({at[i]->x, at[i]->y, graph.sizes[i].w, graph.sizes[i].h});
        ground.corner = {std::min(ground.corner.x, at[i]->x), std::min(ground.corner.y, at[i]->y)};
    }
    if (ground.boxes.empty()) ground.corner = {};
    for (std::size_t e = 0; e < graph.edges.size(); ++e) {
        const auto [from, to] = graph.edges[e];
        if (from < 0 || to < 0 || std::size_t(from) >= at.size() || std::size_t(to) >= at.size() || !at[std::size_t(from)] || !at[std::size_t(to)]) continue;
        const Size a = graph.sizes[std::size_t(from)], b = graph.sizes[std::size_t(to)];
        Point here{at[std::size_t(from)]->x + a.w, at[std::size_t(from)]->y + a.h / 2};
        for (const Point& bend : bends[e]) ground.lines.push_back({here, bend}), here = bend;
        ground.lines.push_back({here, {at[std::size_t(to)]->x, at[std::size_t(to)]->y + b.h / 2}});
    }
    return ground;
}

}  // namespace

Drawing lay_out_again(const Graph& graph, const Before& before, const Options& options) {
    std::vector<std::optional<Point>> at = before.at;
    at.resize(graph.sizes.size());
    if (std::none_of(at.begin(), at.end(), [](const auto& each) { return each.has_value(); })) return lay_out(graph, options);
    Drawing drawing;
    drawing.bends = before.bends;
    drawing.bends.resize(graph.edges.size());
    const std::vector<int> fresh = new_nodes_in_order(graph, at);
    if (!fresh.empty()) {
        Ground ground = ground_of(graph, at, drawing.bends);
        std::vector<std::vector<int>> preceding(at.size()), following(at.size());
        for (const auto& [from, to] : graph.edges) {
            if (from == to || from < 0 || to < 0 || std::size_t(from) >= at.size() || std::size_t(to) >= at.size()) continue;
            if (!at[std::size_t(to)]) preceding[std::size_t(to)].push_back(from);
            if (!at[std::size_t(from)]) following[std::size_t(from)].push_back(to);
        }
        for (const int node : fresh) {
            drawing.cancelled = options.cancel && options.cancel->load(std::memory_order_relaxed);
            if (drawing.cancelled) return drawing = {}, drawing.cancelled = true, drawing;
            const Wish wish = wish_of(graph, preceding, following, at, node, ground.corner, options);
            const Point place = free_place(ground, wish, options);
            at[std::size_t(node)] = place;
            ground.boxes.push_back({place.x, place.y, wish.size.w, wish.size.h});
        }
    }
    for (std::size_t i = 0; i < at.size(); ++i) {
        drawing.at.push_back(*at[i]);
        drawing.width = std::max(drawing.width, at[i]->x + graph.sizes[i].w);
        drawing.height = std::max(drawing.height, at[i]->y + graph.sizes[i].h);
    }
    return drawing;
}

std::vector<Point> lay_out_some(const Graph& graph, const std::vector<Point>& at, const std::vector<bool>& chosen, const Options& options) {
    Graph part;
    std::vector<int> local(graph.sizes.size(), -1);
    Ground ground;
    Wish wish{{1e18, 1e18}, {}};
    for (std::size_t i = 0; i < graph.sizes.size(); ++i) {
        if (!chosen[i]) {
            ground.boxes.push_back({at[i].x, at[i].y, graph.sizes[i].w, graph.sizes[i].h});
            continue;
        }
        local[i] = int(part.sizes.size());
        part.sizes.push_back(graph.sizes[i]);
        wish.at = {std::min(wish.at.x, at[i].x), std::min(wish.at.y, at[i].y)};
    }
    if (part.sizes.empty()) return at;
    for (const auto& [from, to] : graph.edges) {
        const auto local_of = [&](int node) { return node >= 0 && std::size_t(node) < local.size() ? local[std::size_t(node)] : -1; };
        if (local_of(from) >= 0 && local_of(to) >= 0) part.edges.emplace_back(local_of(from), local_of(to));
    }
    const Drawing drawing = lay_out(part, options);
    if (drawing.cancelled) return at;
    ground.corner = wish.at;
    for (const Box& box : ground.boxes) ground.corner = {std::min(ground.corner.x, box.x), std::min(ground.corner.y, box.y)};
    wish.size = {drawing.width, drawing.height};
    const Point place = free_place(ground, wish, options);
    std::vector<Point> moved = at;
    for (std::size_t i = 0; i < moved.size(); ++i)
        if (chosen[i]) moved[i] = {place.x + drawing.at[std::size_t(local[i])].x, place.y + drawing.at[std::size_t(local[i])].y};
    return moved;
}

}  // namespace weft::layout
