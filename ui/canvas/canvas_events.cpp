// Qt's pointer events. A right click without a drag is the menu; a wheel zooms or scrolls as the settings say, two fingers pan, a pinch zooms.
#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "ui/canvas/canvas_private.h"

namespace weft::ui {
namespace {

bool far_enough(QPointF a, QPointF b) { return (a - b).manhattanLength() >= QApplication::startDragDistance(); }

bool contains(const std::vector<TaskId>& ids, TaskId id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

}  // namespace

void Canvas::mousePressEvent(QMouseEvent* event) {
    Private& m = *d;
    setFocus(Qt::MouseFocusReason);
    if (m.keyboard) viewport()->update();
    m.keyboard = false;
    m.last_mouse = event->position();
    m.mouse_known = true;
    if (m.gesture) {   // another button during a gesture gives it up
        m.cancel_gesture();
        m.press.button = Qt::NoButton;
        return;
    }
    const Pointer at = m.pointer(event->position(), event->modifiers());
    m.press = {event->button(), event->position(), m.hits.at(at.scene), event->modifiers()};
    QRectF link = m.banner_rect();
    if (!link.isEmpty()) {
        const bool covers = link.contains(event->position());
        link.setLeft(link.right() - 80);
        m.press.on_link = covers && !m.scene.banner.link.isEmpty() && link.contains(event->position());
        if (covers) return;
    }
    if (m.press.hit.node == 0 && !m.press.hit.on_wire()) m.press.note = m.note_index_at(at.scene, &m.press.note_corner);
    if (event->button() == Qt::LeftButton && !m.space_down) m.press_left(at);
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m.space_down)) m.begin_after_drag(at);
}

void Canvas::mouseMoveEvent(QMouseEvent* event) {
    Private& m = *d;
    m.last_mouse = event->position();
    m.mouse_known = true;
    const Pointer at = m.pointer(event->position(), event->modifiers());
    if (event->buttons() == Qt::NoButton) return m.hover(event->position());
    if (!m.gesture) {
        if (m.press.button == Qt::NoButton || m.press.on_link || !far_enough(event->position(), m.press.at)) return;
        m.begin_after_drag(at);
        if (!m.gesture) {
            m.press.button = Qt::NoButton;   // refused once is enough
            return;
        }
    }
    m.feed(at);
}

void Canvas::mouseReleaseEvent(QMouseEvent* event) {
    Private& m = *d;
    if (event->button() != m.press.button) return;
    const Pointer at = m.pointer(event->position(), event->modifiers());
    const Private::Press press = m.press;
    if (m.gesture) m.finish(at);
    else m.click(at);
    if (!far_enough(event->position(), press.at) && event->button() == Qt::RightButton && !(press.modifiers & Qt::ControlModifier)) {
        const TaskId id = press.hit.node;
        if (press.note >= 0) {
            m.press = {};
            return m.note_menu(press.note, event->globalPosition().toPoint());
        }
        if (id && !contains(m.document.selection(), id)) m.select_only(id);
        emit context_menu_requested(id, event->globalPosition().toPoint());
    }
    m.press = {};
    m.hover(event->position());
}

void Canvas::mouseDoubleClickEvent(QMouseEvent* event) {
    Private& m = *d;
    if (event->button() != Qt::LeftButton) return;
    const Hit hit = m.hits.at(m.view.to_scene(event->position()));
    m.press = {};
    if (m.banner_rect().contains(event->position())) return;
    if (hit.node == 0) {
        if (const int note = hit.on_wire() ? -1 : m.note_index_at(m.view.to_scene(event->position())); note >= 0) return edit_note(note);
        if (!hit.on_wire()) open_add_menu();
        return;
    }
    if (hit.part == NodePart::title) return start_rename(hit.node);
    m.select_only(hit.node);
    open_selection();
}

void Canvas::contextMenuEvent(QContextMenuEvent* event) {
    event->accept();
    if (event->reason() != QContextMenuEvent::Keyboard) return;   // the mouse's comes with the release: a drag is no click
    if (const int note = d->chosen_note(); note >= 0) return d->note_menu(note, viewport()->mapToGlobal(note_rect(note).center()));
    const int node = d->focused_node();
    const QPoint at = node < 0 ? viewport()->rect().center() : node_rect(d->scene.ids[std::size_t(node)]).center();
    emit context_menu_requested(node < 0 ? 0 : d->scene.ids[std::size_t(node)], viewport()->mapToGlobal(at));
}

void Canvas::wheelEvent(QWheelEvent* event) {
    Private& m = *d;
    event->accept();
    const bool fingers = event->device() && event->device()->type() == QInputDevice::DeviceType::TouchPad;
    const bool ctrl = event->modifiers() & Qt::ControlModifier, shift = event->modifiers() & Qt::ShiftModifier;
    const QPoint pixels = event->pixelDelta().isNull() ? event->angleDelta() / 2 : event->pixelDelta();
    const bool zooms = ctrl || (!fingers && !shift && m.settings.wheel == CanvasSettings::Wheel::zoom);
    if (!zooms) return m.pan_by(shift && !fingers ? QPoint(pixels.y(), pixels.x()) : pixels);
    const int delta = event->angleDelta().y() ? event->angleDelta().y() : pixels.y() * 2;
    m.zoom_gesture(event->position(), std::pow(1.2, delta / 120.0));
    if (m.gesture) m.feed(m.pointer(event->position(), event->modifiers()));
}

bool Canvas::viewportEvent(QEvent* event) {
    switch (event->type()) {
        case QEvent::ToolTip: {
            auto* help = static_cast<QHelpEvent*>(event);
            const QString tip = d->gesture ? QString() : d->tip_at(help->pos());
            if (tip.isEmpty()) QToolTip::hideText();
            else QToolTip::showText(help->globalPos(), tip, viewport());
            return true;
        }
        case QEvent::NativeGesture: {
            auto* pinch = static_cast<QNativeGestureEvent*>(event);
            if (pinch->gestureType() != Qt::ZoomNativeGesture) break;
            d->zoom_gesture(pinch->position(), 1 + pinch->value());
            return true;
        }
        case QEvent::Leave:
            d->mouse_known = false;
            d->update_node(std::exchange(d->hovered_node, -1));
            d->update_wire(std::exchange(d->hovered_wire, -1));
            break;
        default: break;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

}  // namespace weft::ui
