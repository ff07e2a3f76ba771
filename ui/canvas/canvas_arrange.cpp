// Putting selected nodes in line.
#include <algorithm>
#include <cmath>

#include "ui/canvas/canvas_private.h"

namespace weft::ui {
namespace {

struct Placed { TaskId id; QRectF rect; };

// The middles at equal distances between the outermost two.
void spread(std::vector<Placed>& nodes, bool across) {
    const auto middle = [across](const Placed& node) { return across ? node.rect.center().x() : node.rect.center().y(); };
    std::stable_sort(nodes.begin(), nodes.end(), [&](const Placed& a, const Placed& b) { return middle(a) < middle(b); });
    const qreal first = middle(nodes.front()), step = (middle(nodes.back()) - first) / qreal(nodes.size() - 1);
    for (std::size_t i = 1; i + 1 < nodes.size(); ++i) {
        const qreal by = first + step * qreal(i) - middle(nodes[i]);
        nodes[i].rect.translate(across ? by : 0, across ? 0 : by);
    }
}

void align(std::vector<Placed>& nodes, Arrange how) {
    QRectF all = nodes.front().rect;
    for (const Placed& node : nodes) all |= node.rect;
    for (Placed& node : nodes) {
        switch (how) {
            case Arrange::left: node.rect.moveLeft(all.left()); break;
            case Arrange::right: node.rect.moveRight(all.right()); break;
            case Arrange::centre: node.rect.moveLeft(all.center().x() - node.rect.width() / 2); break;
            case Arrange::top: node.rect.moveTop(all.top()); break;
            case Arrange::bottom: node.rect.moveBottom(all.bottom()); break;
            case Arrange::middle: node.rect.moveTop(all.center().y() - node.rect.height() / 2); break;
            case Arrange::across:
            case Arrange::down: break;
        }
    }
}

}  // namespace

void Canvas::arrange(Arrange how) {
    std::vector<Placed> nodes;
    for (const TaskId id : d->selected_here()) nodes.push_back({id, d->hits.rect_of(id)});
    const bool spreads = how == Arrange::across || how == Arrange::down;
    if (nodes.size() < (spreads ? 3u : 2u)) {
        emit notice(spreads ? tr("select three tasks or more to give them the same distance") : tr("select two tasks or more to align them"));
        return;
    }
    if (spreads) spread(nodes, how == Arrange::across);
    else align(nodes, how);
    std::vector<std::pair<TaskId, Point>> places;   // all of them: a node that stays is placed by hand from now on too, or the next tidying would part them
    for (const Placed& node : nodes) {
        const QPointF at = node.rect.topLeft() - d->hits.origin_of(node.id);
        places.emplace_back(node.id, Point{std::round(at.x()), std::round(at.y())});
    }
    d->commit(tr("Arrange %1 tasks").arg(nodes.size()), move_edit(places));
}

}  // namespace weft::ui
