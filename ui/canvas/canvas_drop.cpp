// Palette items dropped on the canvas. On a wire they go between (Alt: beside it).
#include <QDragEnterEvent>
#include <QMimeData>

#include "ui/canvas/canvas_private.h"
#include "ui/canvas/kinds.h"
#include "ui/canvas/panels.h"

namespace weft::ui {

void Canvas::dragEnterEvent(QDragEnterEvent* event) {
    const QString kind = QString::fromUtf8(event->mimeData()->data(palette_mime));
    if (!find_kind(kind) || !d->editable()) return event->ignore();
    d->drop_kind = kind;
    event->acceptProposedAction();
}

void Canvas::dragMoveEvent(QDragMoveEvent* event) {
    Private& m = *d;
    if (m.drop_kind.isEmpty()) return event->ignore();
    m.drop_at = m.last_mouse = event->position();
    const bool splices = m.drop_kind != "handler" && !(event->modifiers() & Qt::AltModifier);
    m.drop_wire = splices ? m.hits.wire_at(m.view.to_scene(m.drop_at)) : Hit();
    m.say(m.drop_wire.on_wire() ? tr("goes between these two") : m.drop_kind == "handler" ? tr("runs when the flow has ended") : QString(), false);
    viewport()->update();
    event->acceptProposedAction();
}

void Canvas::dragLeaveEvent(QDragLeaveEvent*) {
    d->drop_kind.clear();
    d->drop_wire = {};
    d->say({}, false);
    viewport()->update();
}

void Canvas::dropEvent(QDropEvent* event) {
    Private& m = *d;
    const QString kind = QString::fromUtf8(event->mimeData()->data(palette_mime));
    if (!find_kind(kind)) return event->ignore();
    AddWish wish;
    wish.kind = kind;
    wish.placed = true;
    wish.at = m.corner_for(event->position());
    const bool splices = kind != "handler" && !(event->modifiers() & Qt::AltModifier);
    if (const Hit wire = splices ? m.hits.wire_at(m.view.to_scene(event->position())) : Hit(); wire.on_wire()) {
        wish.splice = wire.wire;
        wish.splice_results = wire.wire_results;
        wish.placed = false;   // the layout makes room between the two
    }
    dragLeaveEvent(nullptr);
    m.add(wish);
    setFocus(Qt::OtherFocusReason);
    event->acceptProposedAction();
}

}  // namespace weft::ui
