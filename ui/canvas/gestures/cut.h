// Ctrl + right drag: a knife through wires.
#pragma once

#include "ui/canvas/gestures/gesture.h"

namespace weft::ui {

class CutWires : public Gesture {
  public:
    CutWires(const HitTest& hits, QPointF from);
    void move(const Pointer& pointer) override;
    Outcome release(const Pointer& pointer) override;
    void paint(QPainter& painter, const View& view) const override;
    QString hint() const override;
    Qt::CursorShape cursor() const override { return Qt::CrossCursor; }
  private:
    const HitTest& hits_;
    std::vector<QPointF> way_;
    std::vector<TaskPair> wires_;
};

}  // namespace weft::ui
