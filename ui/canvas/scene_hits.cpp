#include "ui/canvas/scene_hits.h"

#include <algorithm>

namespace weft::ui {
namespace {

constexpr qreal reach = 6;   // viewport pixels around a port or a wire that still hit it

}  // namespace

int SceneHits::node_index_at(QPointF scene, NodePart* part) const {
    // Ports are reachable from outside a node, but never more than a part of it at low zoom.
    const qreal slack = std::min(reach / view_.zoom, 14.0);
    int best = -1;
    NodePart best_part = NodePart::none;
    scene_.nodes_at.query(QRectF(scene, QSizeF(1, 1)).adjusted(-slack - 8, -slack - 8, slack + 8, slack + 8), [&](int node) {
        const NodePart here = node_part_at(scene_.shape(node), scene, view_.detail() == Detail::near ? slack : 0);
        const bool wanted = here != NodePart::none && (here != NodePart::badge || scene_.has(node, flag_error) || scene_.has(node, flag_warning));
        const NodePart real = wanted ? here : scene_.rects[std::size_t(node)].contains(scene) && here == NodePart::badge ? NodePart::body : NodePart::none;
        if (real != NodePart::none && node > best) {
            best = node;
            best_part = real;
        }
    });
    if (part) *part = best_part;
    return best;
}

int SceneHits::wire_index_at(QPointF scene) const {
    if (view_.detail() == Detail::far) return -1;
    const qreal slack = reach / view_.zoom;
    int best = -1;
    qreal nearest = slack;
    const QRectF around = QRectF(scene, QSizeF(0, 0)).adjusted(-slack, -slack, slack, slack);
    scene_.wires_at.query(around, [&](int wire) {
        const WireCurve curve = scene_.curve(wire);
        if (!wire_bounds(curve).adjusted(-slack, -slack, slack, slack).contains(scene)) return;
        const qreal distance = distance_to(curve, scene);
        if (distance < nearest) {
            nearest = distance;
            best = wire;
        }
    });
    return best;
}

Hit SceneHits::hit_of_wire(int wire) const {
    Hit hit;
    if (wire < 0) return hit;
    const Wire& w = scene_.wires[std::size_t(wire)];
    hit.wire = {scene_.ids[std::size_t(w.from)], scene_.ids[std::size_t(w.to)]};
    hit.wire_results = w.results;
    return hit;
}

Hit SceneHits::at(QPointF scene) const {
    Hit hit;
    const int node = node_index_at(scene, &hit.part);
    if (node < 0) return hit_of_wire(wire_index_at(scene));
    hit.node = scene_.ids[std::size_t(node)];
    return hit;
}

Hit SceneHits::wire_at(QPointF scene) const {
    const int wire = wire_index_at(scene);
    if (wire < 0 || scene_.has(scene_.wires[std::size_t(wire)].to, flag_handler)) return {};
    return hit_of_wire(wire);
}

std::vector<TaskId> SceneHits::nodes_in(const QRectF& scene) const {
    std::vector<int> nodes;
    scene_.nodes_at.query(scene, [&](int node) {
        const QRectF& rect = scene_.rects[std::size_t(node)];   // a frame only when it lies in there as a whole
        if (scene_.has(node, flag_open) ? scene.contains(rect) : rect.intersects(scene)) nodes.push_back(node);
    });
    std::sort(nodes.begin(), nodes.end());
    std::vector<TaskId> out;
    for (const int node : nodes) out.push_back(scene_.ids[std::size_t(node)]);
    return out;
}

std::vector<TaskPair> SceneHits::wires_across(const QLineF& scene) const {
    std::vector<TaskPair> out;
    scene_.wires_at.query(QRectF(scene.p1(), scene.p2()).normalized().adjusted(-1, -1, 1, 1), [&](int wire) {
        if (scene_.wires[std::size_t(wire)].order && crosses(scene_.curve(wire), scene)) out.push_back(hit_of_wire(wire).wire);
    });
    return out;
}

QRectF SceneHits::rect_of(TaskId id) const {
    const int node = scene_.find(id);
    return node < 0 ? QRectF() : scene_.rects[std::size_t(node)];
}

bool SceneHits::is_handler(TaskId id) const {
    const int node = scene_.find(id);
    return node >= 0 && scene_.has(node, flag_handler);
}

bool SceneHits::in_lane(QPointF scene) const {
    const FramePart& frame = scene_.frame;
    return frame.has_lane() && frame.rect.contains(scene) && scene.y() >= frame.lane_top;
}

QPointF SceneHits::origin_of(TaskId id) const {
    const int node = scene_.find(id);
    return node < 0 ? QPointF() : scene_.origin(node);
}

bool SceneHits::has_wires(TaskId id) const {
    const int node = scene_.find(id);
    return node >= 0 && !scene_.wires_of[std::size_t(node)].empty();
}

}  // namespace weft::ui
