#include "core/layout/flow_layout.h"

#include <algorithm>
#include <unordered_map>

#include "core/layout/again.h"
#include "core/layout/flow_bends.h"
#include "core/model/edit_notes.h"
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

using Pictures = std::unordered_map<TaskId, FlowPicture>;   // of unfolded bodies

Size size_of(TaskId id, const Pictures& inside) {
    const auto open = inside.find(id);
    return open == inside.end() ? Size{node_width, node_height} : Size{std::max(open->second.width, node_width), std::max(open->second.height, node_height)};
}

// A group that is unfolded pushes what is right of it and what is below it, and takes it back when it is folded: the rest of the picture keeps its shape.
void make_room(const Body& body, const std::unordered_map<TaskId, const Placed*>& stood, const Pictures& inside, std::vector<std::optional<Point>>& at) {
    for (const TaskPtr& task : body.tasks) {
        const auto was = task ? stood.find(task->id) : stood.end();
        if (was == stood.end()) continue;
        const Placed& old = *was->second;
        const Size now = size_of(task->id, inside);
        const double wider = now.w - old.w, higher = now.h - old.h;
        if (wider == 0 && higher == 0) continue;
        for (std::optional<Point>& other : at) {
            if (!other) continue;
            const bool right = other->x + frame_left >= old.x + old.w, below = other->y + frame_top >= old.y + old.h;
            if (right) other->x += wider;
            if (below) other->y += higher;
        }
    }
}

// Where each task stood, frame aside; nothing when the picture does not speak of this body as it is now.
Before before_edit(const Body& body, const FlowPicture* picture, const Placements& hand, const Pictures& inside) {
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
    if (known * 2 < before.at.size()) return {};
    make_room(body, stood, inside, before.at);
    return before;
}

struct BodyDrawing { std::vector<Point> at; std::vector<Bent> bends; };   // frame aside

std::optional<BodyDrawing> draw_body(const Flow& flow, const Body& body, Before before, const FlowPicture* picture, const Pictures& inside, const std::atomic<bool>* cancel) {
    const BodyGraph graph = graph_of(flow, body);
    Graph drawn;
    drawn.sizes.assign(graph.tasks.size(), Size{node_width, node_height});
    if (!inside.empty()) {
        std::size_t at = 0;
        for (const TaskPtr& task : body.tasks)
            if (task && at < drawn.sizes.size()) drawn.sizes[at++] = size_of(task->id, inside);
    }
    for (std::size_t i = 0; i < graph.downstream.size(); ++i)
        for (const int to : graph.downstream[i]) drawn.edges.emplace_back(int(i), to);
    Options options;
    options.layer_gap = layer_gap, options.row_gap = row_gap, options.cancel = cancel;
    std::vector<TaskId> ids;
    for (const Task* task : graph.tasks) ids.push_back(task->id);
    if (picture) before.bends = bends_before(*picture, ids, drawn.edges, before.at);
    Drawing drawing = before.at.size() == drawn.sizes.size() ? lay_out_again(drawn, before, options) : lay_out(drawn, options);
    if (drawing.cancelled) return std::nullopt;
    std::vector<Bent> bends = bends_of(drawing, ids, drawn.edges);
    return BodyDrawing{std::move(drawing.at), std::move(bends)};
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

// Hand-placed tasks that an unfolded one covers stand aside: right of it when they stood right of its head, else below.
void clear_frames(std::vector<Placed>& tasks, const Pictures& inside) {
    for (const Placed& frame : std::vector<Placed>(tasks)) {
        if (!inside.contains(frame.id)) continue;
        for (Placed& other : tasks) {
            if (other.id == frame.id || !overlap(frame, other)) continue;
            if (other.x >= frame.x + node_width) other.x = frame.x + frame.w + row_gap;
            else other.y = frame.y + frame.h + row_gap;
        }
    }
}

// The part of an earlier picture that speaks of an unfolded body, from its own corner.
FlowPicture part_of(const FlowPicture* before, const Task& owner, const Body& body) {
    FlowPicture part;
    if (!before) return part;
    const auto was = std::find_if(before->tasks.begin(), before->tasks.end(), [&](const Placed& one) { return one.id == owner.id; });
    if (was == before->tasks.end()) return part;
    for (const Placed& one : before->tasks) {
        const bool here = std::any_of(body.tasks.begin(), body.tasks.end(), [&](const TaskPtr& task) { return task && task->id == one.id; });
        if (!here) continue;
        part.tasks.push_back(one);
        part.tasks.back().x -= was->x, part.tasks.back().y -= was->y;
    }
    add_bends(part, before->bends, {-was->x, -was->y});
    return part;
}

Pictures pictures_inside(const Flow& flow, const Body& body, const std::string& prefix, const FlowPicture* before, const std::vector<TaskId>& open, const std::atomic<bool>* cancel) {
    Pictures inside;
    if (open.empty() || std::count(prefix.begin(), prefix.end(), '/') > 16) return inside;   // a body may use itself
    for (const TaskPtr& task : body.tasks) {
        if (!task || !std::binary_search(open.begin(), open.end(), task->id)) continue;
        const Definition* definition = definition_of(flow, *task);
        if (!definition || !definition->body || definition->body.get() == &body) continue;
        const FlowPicture part = part_of(before, *task, *definition->body);
        inside.emplace(task->id, layout_flow(flow, *definition->body, prefix + task->name + "/", part.tasks.empty() ? nullptr : &part, cancel));
    }
    return inside;
}

void set_down(FlowPicture& picture, const Pictures& inside) {
    if (inside.empty()) return;
    const std::size_t own = picture.tasks.size();
    for (std::size_t i = 0; i < own; ++i) {
        const auto open = inside.find(picture.tasks[i].id);
        if (open == inside.end()) continue;
        const double x = picture.tasks[i].x, y = picture.tasks[i].y;
        const FlowPicture& part = open->second;
        picture.unfolded.push_back({open->first, part.lane_top, part.lane_bottom});
        picture.unfolded.insert(picture.unfolded.end(), part.unfolded.begin(), part.unfolded.end());
        for (Placed one : part.tasks) {
            one.x += x, one.y += y;
            picture.tasks.push_back(one);
        }
        add_bends(picture, part.bends, {x, y});
    }
}

}  // namespace

FlowPicture layout_flow(const Flow& flow, const Body& body, const std::string& prefix, const FlowPicture* before, const std::atomic<bool>* cancel) {
    const Placements hand = placements_of(flow, prefix);
    FlowPicture picture;
    const Pictures inside = pictures_inside(flow, body, prefix, before, edit::unfolded_tasks(flow), cancel);
    const bool all_by_hand = std::all_of(body.tasks.begin(), body.tasks.end(), [&](const TaskPtr& t) { return t && hand.contains(t->name); });
    const auto found = all_by_hand ? std::optional(BodyDrawing()) : draw_body(flow, body, before_edit(body, before, hand, inside), before, inside, cancel);
    if (!found) return picture;
    const std::vector<Point>& places = found->at;
    std::size_t index = 0;
    for (const TaskPtr& task : body.tasks) {
        if (!task) continue;
        const Point at = index < places.size() ? places[index] : Point{};
        picture.tasks.push_back(placed(*task, {at.x + frame_left, at.y + frame_top}, hand, false));
        const Size size = size_of(task->id, inside);
        picture.tasks.back().w = size.w, picture.tasks.back().h = size.h;
        ++index;
    }
    step_aside(picture.tasks);
    clear_frames(picture.tasks, inside);
    add_bends(picture, found->bends, {frame_left, frame_top});
    drop_moved_bends(picture, places);

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
    set_down(picture, inside);
    return picture;
}

}  // namespace weft::layout
