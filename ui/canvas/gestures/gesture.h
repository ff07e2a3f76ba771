// A gesture lives from press to release. It sees the scene only through HitTest, says what it would do, and changes the flow once, at the end.
#pragma once

#include <QLineF>
#include <QPainter>
#include <QPointF>
#include <QString>
#include <memory>
#include <vector>

#include "ui/canvas/canvas_edits.h"
#include "ui/canvas/node_geometry.h"
#include "ui/canvas/view.h"

namespace weft::ui {

struct Pointer {
    QPointF view, scene;
    Qt::KeyboardModifiers modifiers = Qt::NoModifier;
};

struct Hit {
    TaskId node = 0;
    NodePart part = NodePart::none;
    TaskPair wire{0, 0};
    Results wire_results = results_default;
    bool on_wire() const { return wire.first != 0; }
};

class HitTest {
  public:
    virtual ~HitTest() = default;
    virtual Hit at(QPointF scene) const = 0;
    virtual Hit wire_at(QPointF scene) const = 0;                        // as if no node were there
    virtual std::vector<TaskId> nodes_in(const QRectF& scene) const = 0;
    virtual std::vector<TaskPair> wires_across(const QLineF& scene) const = 0;
    virtual QRectF rect_of(TaskId id) const = 0;
    virtual bool is_handler(TaskId id) const = 0;
    virtual bool in_lane(QPointF scene) const = 0;
    virtual bool has_wires(TaskId id) const = 0;
    virtual QPointF origin_of(TaskId) const { return {}; }               // of the body it stands in: placements count from there
};

// What a release asks for.
struct Outcome {
    enum class Kind { nothing, edit, select, add } kind = Kind::nothing;
    QString label;                       // edit: the undo step
    FlowEdit edit;
    std::vector<TaskId> selection;       // select
    AddWish add;                         // add: the menu opens here, the wire waits
    QString refusal;                     // nothing: why
};

class Gesture {
  public:
    virtual ~Gesture() = default;
    virtual void move(const Pointer& pointer) = 0;
    virtual Outcome release(const Pointer& pointer) = 0;
    virtual void paint(QPainter&, const View&) const {}                  // over everything, viewport pixels
    virtual QString hint() const { return {}; }                          // beside the cursor, while it lasts
    virtual bool hint_refuses() const { return false; }
    virtual TaskId lit_node() const { return 0; }
    virtual TaskPair lit_wire() const { return {0, 0}; }
    virtual bool lights_lane() const { return false; }
    virtual std::vector<TaskId> lifted() const { return {}; }            // drawn at their place + shift()
    virtual QPointF shift() const { return {}; }
    virtual std::vector<TaskId> selection(bool* known) const { *known = false; return {}; }   // previewed while it lasts
    virtual Qt::CursorShape cursor() const { return Qt::ArrowCursor; }
};

}  // namespace weft::ui
