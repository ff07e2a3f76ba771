#include "core/layout/flow_layout.h"

#include <algorithm>
#include <unordered_map>

#include "core/layout/again.h"
#include "core/model/graph.h"

namespace weft::layout {

namespace {

using Placements = std::unordered_map<std::string, Point>;

// Of this body only: "bye/always" when the prefix is "bye/".
Placements placements_of(const Flow& flow, const std::string& prefix) {
    Placements found;
    for (const Placement& each : flow.placements)
        if (each.path.starts_with(prefix)) found.emplace(each.path.substr(prefix.size()), each.at);
    return found;
}

// Where each task stood, frame aside; nothing when the picture does not speak of this body as it is now.
Before before_edit(const Body& body, const FlowPicture* picture, const Placements& hand) {
    if (!picture) return {};
    std::unordered_map<TaskId, const Placed*> stood;
    for (const Placed& each : picture->tasks)
        if (!each.handler) stood.emplace(each.id, &each);
    Before before;
    std::size_t known = 0;
    for (const TaskPtr& task : body.tasks) {
        if (!task) continue;
        before.at.emplace_back();
        const auto was = stood.find(task->id);
        const auto placed = hand.find(task->name);
        if (was != stood.end()) ++known;
        if (placed != hand.end()) before.at.back() = Point{placed->second.x - frame_left, placed->second.y - frame_top};
        else if (was == stood.end()) continue;
        else if (was->second->by_hand) return {};
        else before.at.back() = Point{was->second->x - frame_left, was->second->y - frame_top};
    }
    return known * 2 < before.at.size() ? Before() : before;
}

std::optional<std::vector<Point>> body_places(const Flow& flow, const Body& body, const Before& before, const std::atomic<bool>* cancel) {
    const BodyGraph graph = graph_of(flow, body);
    Graph drawn;
    drawn.sizes.assign(graph.tasks.size(), Size{node_width, node_height});
    for (std::size_t i = 0; i < graph.downstream.size(); ++i)
        for (const int to : graph.downstream[i]) drawn.edges.emplace_back(int(i), to);
    Options options;
    options.layer_gap = layer_gap, options.row_gap = row_gap, options.cancel = cancel;
    Drawing drawing = before.at.size() == drawn.sizes.size() ? lay_out_again(drawn, before, options) : lay_out(drawn, options);
    if (drawing.cancelled) return std::nullopt;
    return std::move(drawing.at);
}

bool overlap(const Placed& a, const Placed& b) { return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h; }

// A node that stands where a hand put another one moves down until it stands free, and so does what stood there; the hand-placed one never moves.
void step_aside(std::vector<Placed>& tasks) {
    std::vector<Placed*> taken, free;
    for (Placed& each : tasks) (each.by_hand ? taken : free).push_back(&each);
    if (taken.empty()) return;
    const auto above = [](const Placed* a, const Placed* b) { return a->y < b->y; };
    std::stable_sort(taken.begin(), taken.end(), above);
    std::stable_sort(free.begin(), free.end(), above);
    for (Placed* each : free) {
        const double before = each->y;
        for (const Placed* other : taken)                 // from the top, so one pass ends below the last one met
            if (overlap(*each, *other)) each->y = other->y + other->h + row_gap;
        if (each->y != before) taken.insert(std::upper_bound(taken.begin(), taken.end(), each, above), each);
    }
}

Placed placed(const Task& task, Point at, const Placements& hand, bool handler) {
    Placed out{task.id, at.x, at.y};
    out.handler = handler;
    if (const auto it = hand.find(task.name); it != hand.end()) {
        out.x = it->second.x;
        if (!handler) out.y = it->second.y;   // the lane moves with the flow, and its handlers with it
        out.by_hand = true;
    }
    return out;
}

// The next place in the lane that no hand-placed handler covers.
double free_in_lane(const Body& body, const Placements& hand, double x) {
    for (std::size_t pass = 0; pass <= body.handlers.size(); ++pass) {
        const double before = x;
        for (const Handler& handler : body.handlers) {
            const auto it = handler.task ? hand.find(handler.task->name) : hand.end();
            if (it != hand.end() && x < it->second.x + node_width && it->second.x < x + node_width) x = it->second.x + node_width + layer_gap;
        }
        if (x == before) break;
    }
    return x;
}

}  // namespace

FlowPicture layout_flow(const Flow& flow, const Body& body, const std::string& prefix, const FlowPicture* before, const std::atomic<bool>* cancel) {
    const Placements hand = placements_of(flow, prefix);
    FlowPicture picture;
    const bool all_by_hand = std::all_of(body.tasks.begin(), body.tasks.end(), [&](const TaskPtr& t) { return t && hand.contains(t->name); });
    const auto found = all_by_hand ? std::optional(std::vector<Point>()) : body_places(flow, body, before_edit(body, before, hand), cancel);
    if (!found) return picture;
    const std::vector<Point>& places = *found;
    std::size_t index = 0;
    for (const TaskPtr& task : body.tasks) {
        if (!task) continue;
        const Point at = index < places.size() ? places[index] : Point{};
        picture.tasks.push_back(placed(*task, {at.x + frame_left, at.y + frame_top}, hand, false));
        ++index;
    }
    step_aside(picture.tasks);

    double right = frame_left + node_width, bottom = frame_top + node_height;
    for (const Placed& each : picture.tasks) right = std::max(right, each.x + each.w), bottom = std::max(bottom, each.y + each.h);
    picture.lane_top = picture.lane_bottom = bottom + lane_above;
    double x = frame_left;
    for (const Handler& handler : body.handlers) {
        if (!handler.task) continue;
        if (!hand.contains(handler.task->name)) x = free_in_lane(body, hand, x);
        const Placed each = placed(*handler.task, {x, picture.lane_top + lane_head}, hand, true);
        if (!each.by_hand) x += node_width + layer_gap;
        right = std::max(right, each.x + each.w);
        picture.lane_bottom = std::max(picture.lane_bottom, each.y + each.h + lane_below);
        picture.tasks.push_back(each);
    }
    picture.width = right + frame_right;
    picture.height = picture.lane_bottom > picture.lane_top ? picture.lane_bottom : bottom + frame_right;
    return picture;
}

}  // namespace weft::layout
