// Dragging a note, or its lower right corner. On the 4 px grid.
#pragma once

#include "ui/canvas/gestures/gesture.h"
#include "ui/canvas/note_painter.h"

namespace weft::ui {

class MoveNote : public Gesture {
  public:
    MoveNote(NotePart note, bool corner, QPointF from, NoteCache* cache) : note_(std::move(note)), start_(note_.rect), from_(from), corner_(corner), cache_(cache) {}
    void move(const Pointer& pointer) override;
    Outcome release(const Pointer& pointer) override;
    void paint(QPainter& painter, const View& view) const override;
    int note() const { return note_.index; }
    Qt::CursorShape cursor() const override { return corner_ ? Qt::SizeFDiagCursor : Qt::ClosedHandCursor; }
  private:
    NotePart note_;
    QRectF start_;
    QPointF from_;
    bool corner_;
    NoteCache* cache_;
};

}  // namespace weft::ui
