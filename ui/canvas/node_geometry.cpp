#include "ui/canvas/node_geometry.h"

#include <QLineF>

namespace weft::ui {
namespace {

bool near(QPointF a, QPointF b, qreal distance) { return QLineF(a, b).length() <= distance; }

}  // namespace

NodeParts node_parts(const NodeShape& shape) {
    const QRectF& box = shape.box;
    const qreal left = box.left() + (shape.handler ? 20 : 12);
    const qreal text = left + 36;
    const qreal right = box.right() - (shape.handler ? handler_notch + 4 : shape.opens ? 30 : 12);
    const qreal down = shape.with_state ? 0 : 6;  // two lines stand in the middle
    NodeParts parts;
    parts.tile = QRectF(left, box.top() + 12 + down, 26, 26);
    parts.title = QRectF(text, box.top() + 10.5 + down, right - text, 17);
    parts.subtitle = QRectF(text, box.top() + 27.5 + down, right - text, 14);
    parts.glyph = QPointF(left + 13, box.top() + 50.5);
    parts.state = QRectF(left + 26, box.top() + 43.5, right - left - 26, 14);
    parts.input = QPointF(box.left(), box.center().y());
    parts.output = QPointF(box.right(), box.center().y());
    parts.badge = QPointF(box.right() - (shape.handler ? 26 : 20), box.top() + 3);
    parts.chevron = QPointF(box.right() - 18, box.top() + 24 + down);
    parts.pill = QPointF(box.left() + (shape.handler ? 20 : 12), box.top());
    return parts;
}

QPainterPath node_outline(const NodeShape& shape) {
    const QRectF& b = shape.box;
    QPainterPath path;
    if (!shape.handler) {
        path.addRoundedRect(b, node_radius, node_radius);
        return path;
    }
    const qreal r = node_radius, shoulder = b.right() - handler_notch;
    path.moveTo(b.left() + r, b.top());
    path.lineTo(shoulder, b.top());
    path.lineTo(b.right(), b.center().y());
    path.lineTo(shoulder, b.bottom());
    path.lineTo(b.left() + r, b.bottom());
    path.arcTo(QRectF(b.left(), b.bottom() - 2 * r, 2 * r, 2 * r), 270, -90);
    path.lineTo(b.left(), b.top() + r);
    path.arcTo(QRectF(b.left(), b.top(), 2 * r, 2 * r), 180, -90);
    path.closeSubpath();
    return path;
}

NodePart node_part_at(const NodeShape& shape, QPointF point, qreal slack) {
    const QRectF reach = shape.box.adjusted(-port_radius - slack, -10, port_radius + slack, 4);
    if (!reach.contains(point)) return NodePart::none;
    const NodeParts parts = node_parts(shape);
    if (!shape.handler && near(point, parts.output, port_radius + slack)) return NodePart::output;
    if (!shape.handler && near(point, parts.input, port_radius + slack)) return NodePart::input;
    if (shape.opens && near(point, parts.chevron, 10)) return NodePart::chevron;
    if (near(point, parts.badge, 9)) return NodePart::badge;
    // Inside a frame is ground as around it: only its head and its rim are the group.
    if (shape.open && point.y() > shape.box.top() + 62 && shape.box.adjusted(6, 0, -6, -6).contains(point)) return NodePart::none;
    if (!shape.box.contains(point)) return NodePart::none;
    if (shape.handler && !node_outline(shape).contains(point)) return NodePart::none;
    return parts.title.contains(point) ? NodePart::title : NodePart::body;
}

}  // namespace weft::ui
