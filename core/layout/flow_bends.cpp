#include "core/layout/flow_bends.h"

#include <map>
#include <unordered_map>
#include <unordered_set>

namespace weft::layout {

std::vector<Bent> bends_of(const Drawing& drawing, const std::vector<TaskId>& ids, const Edges& edges) {
    std::vector<Bent> out;
    for (std::size_t i = 0; i < edges.size() && i < drawing.bends.size(); ++i)
        if (!drawing.bends[i].empty()) out.push_back({ids[std::size_t(edges[i].first)], ids[std::size_t(edges[i].second)], drawing.bends[i]});
    return out;
}

std::vector<std::vector<Point>> bends_before(const FlowPicture& picture, const std::vector<TaskId>& ids, const Edges& edges, const std::vector<std::optional<Point>>& at) {
    std::vector<std::vector<Point>> out(edges.size());
    if (picture.bends.empty()) return out;
    std::map<std::pair<TaskId, TaskId>, const Bent*> known;
    for (const Bent& bent : picture.bends) known.emplace(std::pair(bent.from, bent.to), &bent);
    std::unordered_map<TaskId, const Placed*> stood;
    for (const Placed& placed : picture.tasks) stood.emplace(placed.id, &placed);
    const auto stays = [&](int node) {
        const auto was = stood.find(ids[std::size_t(node)]);
        const auto now = std::size_t(node) < at.size() ? at[std::size_t(node)] : std::nullopt;
        return now && was != stood.end() && now->x == was->second->x - frame_left && now->y == was->second->y - frame_top;
    };
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const auto bent = known.find({ids[std::size_t(edges[i].first)], ids[std::size_t(edges[i].second)]});
        if (bent == known.end() || !stays(edges[i].first) || !stays(edges[i].second)) continue;
        for (const Point& point : bent->second->through) out[i].push_back({point.x - frame_left, point.y - frame_top});
    }
    return out;
}

void add_bends(FlowPicture& picture, const std::vector<Bent>& bends, Point by) {
    for (const Bent& bent : bends) {
        picture.bends.push_back(bent);
        for (Point& point : picture.bends.back().through) point.x += by.x, point.y += by.y;
    }
}

void drop_moved_bends(FlowPicture& picture, const std::vector<Point>& places) {
    std::unordered_set<TaskId> moved;
    for (std::size_t i = 0; i < picture.tasks.size() && i < places.size(); ++i) {
        const Placed& task = picture.tasks[i];
        if (task.x != places[i].x + frame_left || task.y != places[i].y + frame_top) moved.insert(task.id);
    }
    if (!moved.empty()) std::erase_if(picture.bends, [&](const Bent& bent) { return moved.contains(bent.from) || moved.contains(bent.to); });
}

}  // namespace weft::layout
