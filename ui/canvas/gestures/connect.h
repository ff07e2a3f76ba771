// Pulling a wire from a port. Over a node it says whether, and why not, the connection would be made; over empty ground a release asks what to add.
#pragma once

#include <functional>

#include "ui/canvas/gestures/gesture.h"

namespace weft::ui {

class PullWire : public Gesture {
  public:
    using WhyNot = std::function<QString(TaskId from, TaskId to)>;   // "" = allowed
    PullWire(const HitTest& hits, TaskId start, bool from_output, WhyNot why_not);
    void move(const Pointer& pointer) override;
    Outcome release(const Pointer& pointer) override;
    void paint(QPainter& painter, const View& view) const override;
    QString hint() const override { return why_; }
    bool hint_refuses() const override { return !why_.isEmpty(); }
    TaskId lit_node() const override { return target_ && why_.isEmpty() ? target_ : 0; }
    Qt::CursorShape cursor() const override { return why_.isEmpty() ? Qt::CrossCursor : Qt::ForbiddenCursor; }
  private:
    const HitTest& hits_;
    TaskId start_, target_ = 0;
    bool from_output_;
    WhyNot why_not_;
    QString why_;
    TaskId asked_ = 0;       // the node that why_ is about
    QPointF end_;
};

}  // namespace weft::ui
