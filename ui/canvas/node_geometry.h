// Where the parts of a node are. Painting, hit-testing, renaming and accessibility all ask here, so they cannot disagree.
#pragma once

#include <QPainterPath>
#include <QPointF>
#include <QRectF>

namespace weft::ui {

inline constexpr qreal node_radius = 9;
inline constexpr qreal port_radius = 4.5;
inline constexpr qreal handler_notch = 15;   // how far a handler's right end is pointed

struct NodeShape {
    QRectF box;
    bool handler = false;
    bool with_state = false;   // a run is shown: a third line under title and subtitle
    bool opens = false;        // holds tasks: a chevron unfolds it
    bool open = false;         // unfolded: the box is a frame around them, with the head of a node
};

struct NodeParts {
    QRectF tile;
    QRectF title, subtitle, state;   // text boxes
    QPointF glyph;                   // centre of the state's shape
    QPointF input, output;           // centres of the ports; handlers have none
    QPointF badge;                   // centre
    QPointF chevron;                 // centre
    QPointF pill;                    // left end of the middle line of the loop and condition pills
};

enum class NodePart { none, body, title, input, output, badge, chevron };

NodeParts node_parts(const NodeShape& shape);
QPainterPath node_outline(const NodeShape& shape);
// `slack` widens the ports, in scene units: a port must be easy to hit at every zoom.
NodePart node_part_at(const NodeShape& shape, QPointF point, qreal slack = 0);

}  // namespace weft::ui
