// Middle drag, right drag or Space + left drag: moves the ground. Changes the view, never the flow.
#pragma once

#include <functional>

#include "ui/canvas/gestures/gesture.h"

namespace weft::ui {

class Pan : public Gesture {
  public:
    Pan(QPointF from, std::function<void(QPoint)> scroll) : last_(from.toPoint()), scroll_(std::move(scroll)) {}
    void move(const Pointer& pointer) override {
        const QPoint now = pointer.view.toPoint();
        if (now == last_) return;
        scroll_(now - last_);
        last_ = now;
    }
    Outcome release(const Pointer& pointer) override {
        move(pointer);
        return {};
    }
    Qt::CursorShape cursor() const override { return Qt::ClosedHandCursor; }
  private:
    QPoint last_;
    std::function<void(QPoint)> scroll_;
};

}  // namespace weft::ui
