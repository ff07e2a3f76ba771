// Left drag on empty ground: what the band meets is selected; Shift adds, Ctrl toggles.
#pragma once

#include "ui/canvas/gestures/gesture.h"

namespace weft::ui {

class RubberBand : public Gesture {
  public:
    RubberBand(const HitTest& hits, QPointF from, std::vector<TaskId> before);
    void move(const Pointer& pointer) override;
    Outcome release(const Pointer& pointer) override;
    void paint(QPainter& painter, const View& view) const override;
    std::vector<TaskId> selection(bool* known) const override;
  private:
    const HitTest& hits_;
    QPointF from_, to_;
    std::vector<TaskId> before_, now_;
};

}  // namespace weft::ui
