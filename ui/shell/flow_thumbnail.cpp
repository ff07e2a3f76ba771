#include "ui/shell/flow_thumbnail.h"

#include <QPainter>
#include <algorithm>

#include "core/layout/flow_layout.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/scene_painter.h"

namespace weft::ui {

namespace {
constexpr qreal around = 10;
}

QPixmap flow_thumbnail(const Flow& flow, QSize size, qreal ratio) {
    QPixmap pixmap(size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    const CanvasScene scene = build_scene({std::make_shared<const Flow>(flow), {}, layout::layout_flow(flow, flow.main)});
    const QRectF all = scene.bounds();
    if (all.isEmpty()) return pixmap;
    TextCache texts;
    texts.reset(std::size_t(scene.count()));
    PaintJob job{scene, {}};
    job.texts = &texts;
    job.view.zoom = std::min({(size.width() - 2 * around) / all.width(), (size.height() - 2 * around) / all.height(), 1.0});
    const QSizeF room(size);
    job.view.offset = all.center() * job.view.zoom - QPointF(room.width() / 2, room.height() / 2);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paint_scene(painter, QRect({}, size), job);
    return pixmap;
}

std::vector<Placement> laid_out_placements(const Flow& flow) {
    std::vector<Placement> placements;
    for (const layout::Placed& one : layout::layout_flow(flow, flow.main).tasks)
        if (const Task* task = find_task(flow, one.id); task && !one.handler) placements.push_back({task->name, {one.x, one.y}});
    return placements;
}

}  // namespace weft::ui
