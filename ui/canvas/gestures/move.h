// Dragging nodes. They land on the 4 px grid; a task dropped in the lane becomes an exit handler and the other way round; a single task without
// wires that is dropped on a wire goes between. Near an edge or the middle of another node they click into line with it, and a line says so.
// Alt: neither of the two.
#pragma once

#include "ui/canvas/gestures/gesture.h"

namespace weft::ui {

class MoveNodes : public Gesture {
  public:
    MoveNodes(const HitTest& hits, QPointF from, std::vector<TaskId> ids);
    void move(const Pointer& pointer) override;
    Outcome release(const Pointer& pointer) override;
    QString hint() const override;
    void paint(QPainter& painter, const View& view) const override;
    // For tests: where the lines are, in scene units.
    struct Line { bool upright = false; qreal at = 0; QRectF other; };
    const std::vector<Line>& lines() const { return lines_; }
    TaskPair lit_wire() const override { return wire_.wire; }
    bool lights_lane() const override { return change_ == Change::to_handler; }
    std::vector<TaskId> lifted() const override { return ids_; }
    QPointF shift() const override { return shift_; }
    Qt::CursorShape cursor() const override { return Qt::ClosedHandCursor; }
  private:
    enum class Change { none, to_handler, to_task };
    QPointF clamped(QPointF wish) const;
    void look_around(const Pointer& pointer);
    void click_into_line();
    const HitTest& hits_;
    QPointF from_, shift_;
    std::vector<TaskId> ids_;
    std::vector<QPointF> corners_;   // where they were
    QRectF box_;              // around all of them, where they were
    bool all_handlers_ = true, some_handlers_ = false;
    Change change_ = Change::none;
    Hit wire_;
    std::vector<QRectF> others_;   // what can be lined up with
    std::vector<Line> lines_;
};

}  // namespace weft::ui
