// The canvas without a mouse. Tab is left for focus.
#include <QFocusEvent>
#include <QKeyEvent>
#include <cmath>
#include <deque>

#include "ui/canvas/canvas_accessible.h"
#include "ui/canvas/canvas_private.h"

namespace weft::ui {
namespace {

bool is_arrow(int key) { return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down; }

QPointF direction(int key) {
    switch (key) {
        case Qt::Key_Left: return {-1, 0};
        case Qt::Key_Right: return {1, 0};
        case Qt::Key_Up: return {0, -1};
        default: return {0, 1};
    }
}

}  // namespace

int Canvas::Private::focused_node() const {
    const std::vector<TaskId>& chosen = document.selection();
    return chosen.empty() ? -1 : scene.find(chosen.back());
}

// Left and right follow wires where there are some; otherwise the nearest in that direction, straight ahead before aside.
int Canvas::Private::neighbour(int node, int key) const {
    const QPointF way = direction(key), here = scene.rects[std::size_t(node)].center();
    int best = -1;
    qreal best_cost = 1e18;
    const auto consider = [&](int other, qreal cost) {
        if (other == node || cost >= best_cost) return;
        best = other;
        best_cost = cost;
    };
    if (way.y() == 0) {
        for (const int wire : scene.wires_of[std::size_t(node)]) {
            const Wire& w = scene.wires[std::size_t(wire)];
            const int other = way.x() > 0 ? (w.from == node ? w.to : -1) : (w.to == node ? w.from : -1);
            if (other >= 0) consider(other, std::abs(scene.rects[std::size_t(other)].center().y() - here.y()));
        }
        if (best >= 0) return best;
    }
    for (int other = 0; other < scene.count(); ++other) {
        const QPointF to = scene.rects[std::size_t(other)].center() - here;
        const qreal ahead = QPointF::dotProduct(to, way), aside = std::abs(to.x() * way.y()) + std::abs(to.y() * way.x());
        if (ahead > 1 && aside <= ahead * 2.5) consider(other, ahead + aside * 2);
    }
    return best;
}

void Canvas::Private::step_to(int key) {
    if (scene.count() == 0) return;
    const int from = focused_node();
    const int to = from < 0 ? 0 : neighbour(from, key);
    if (to < 0) return;
    select_only(scene.ids[std::size_t(to)]);
    reveal(to);
}

// The next one above or below joins the selection, and is the focused one now.
void Canvas::Private::extend_to(int key) {
    const int from = focused_node(), to = from < 0 ? -1 : neighbour(from, key);
    if (to < 0) return;
    std::vector<TaskId> chosen = document.selection();
    std::erase(chosen, scene.ids[std::size_t(to)]);
    chosen.push_back(scene.ids[std::size_t(to)]);
    document.select(chosen);
    reveal(to);
}

// Everything that the focused task waits for (left), or that waits for it (right).
void Canvas::Private::select_chain(int key) {
    const int start = focused_node();
    if (start < 0) return;
    const bool down = key == Qt::Key_Right;
    std::vector<std::uint8_t> seen(scene.flags.size(), 0);
    std::deque<int> open{start};
    std::vector<TaskId> chosen;
    seen[std::size_t(start)] = 1;
    while (!open.empty()) {
        const int node = open.front();
        open.pop_front();
        if (node != start) chosen.push_back(scene.ids[std::size_t(node)]);
        for (const int wire : scene.wires_of[std::size_t(node)]) {
            const Wire& w = scene.wires[std::size_t(wire)];
            const int next = down ? (w.from == node ? w.to : -1) : (w.to == node ? w.from : -1);
            if (next < 0 || seen[std::size_t(next)]) continue;
            seen[std::size_t(next)] = 1;
            open.push_back(next);
        }
    }
    chosen.push_back(scene.ids[std::size_t(start)]);   // stays the focused one
    document.select(chosen);
}

void Canvas::Private::nudge(int key, qreal distance) {
    std::vector<std::pair<TaskId, Point>> places;
    const QPointF by = direction(key) * distance;
    for (const TaskId id : selected_here()) {
        const QPointF at = hits.rect_of(id).topLeft() + by - hits.origin_of(id);
        places.emplace_back(id, Point{std::max(at.x(), 12.0), std::max(at.y(), 40.0)});
    }
    if (!places.empty()) commit(places.size() == 1 ? Canvas::tr("Move task") : Canvas::tr("Move %1 tasks").arg(places.size()), move_edit(places), QStringLiteral("nudge"));
}

void Canvas::keyPressEvent(QKeyEvent* event) {
    Private& m = *d;
    const int key = event->key();
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool plain = modifiers == Qt::NoModifier, ctrl = modifiers == Qt::ControlModifier, shift = modifiers == Qt::ShiftModifier;
    if (key != Qt::Key_Space && !m.keyboard && key != Qt::Key_Control && key != Qt::Key_Shift && key != Qt::Key_Alt) {
        m.keyboard = true;
        viewport()->update();
    }
    if (m.note_key(key, modifiers)) return;
    if (is_arrow(key)) {
        if (plain) m.step_to(key);
        else if (shift && (key == Qt::Key_Left || key == Qt::Key_Right)) m.select_chain(key);
        else if (shift) m.extend_to(key);
        else if (modifiers & Qt::ControlModifier) m.nudge(key, modifiers & Qt::ShiftModifier ? 20 : 4);
        return;
    }
    switch (key) {
        case Qt::Key_Space:
            if (event->isAutoRepeat()) return;
            m.space_down = true;
            viewport()->setCursor(Qt::OpenHandCursor);
            return;
        case Qt::Key_Escape:
            if (m.gesture) {
                m.press.button = Qt::NoButton;
                m.cancel_gesture();
            } else if (!m.document.selection().empty() || m.chosen_wire.first) {
                m.chosen_wire = {0, 0};
                m.document.select({});
                viewport()->update();
            } else if (m.diff) {
                show_diff(nullptr);
                emit diff_left();
            } else {
                leave_scope();
            }
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (plain) return open_selection();
            break;
        case Qt::Key_F2:
            if (const int node = m.focused_node(); node >= 0) start_rename(m.scene.ids[std::size_t(node)]);
            return;
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            if (ctrl) {
                m.commit(tr("Delete and reconnect"), delete_edit(m.selected_here(), true));
                return;
            }
            return delete_selection();
        case Qt::Key_A:
            if (ctrl) return select_all();
            if (shift) return open_add_menu();
            break;
        case Qt::Key_N:
            if (plain) return open_add_menu();
            break;
        case Qt::Key_C:
            if (plain) return connect_selection();
            break;
        case Qt::Key_E:
            if (plain) return toggle_unfolded();
            break;
        case Qt::Key_D:
            if (plain) return toggle_muted();
            break;
        case Qt::Key_Home:
        case Qt::Key_F:
            if (plain) return fit();
            break;
        case Qt::Key_1:
            if (ctrl) return fit_all();
            break;
        case Qt::Key_0:
            if (ctrl) return zoom_to(1);
            break;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            if (plain || modifiers & Qt::ControlModifier) return zoom_by(1.2);
            break;
        case Qt::Key_Minus:
            if (plain || ctrl) return zoom_by(1 / 1.2);
            break;
        case Qt::Key_L:
            if (modifiers == (Qt::ControlModifier | Qt::ShiftModifier)) return tidy();
            break;
        default: break;
    }
    event->ignore();
}

void Canvas::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        d->space_down = false;
        if (!d->gesture) viewport()->setCursor(Qt::ArrowCursor);
        return;
    }
    QAbstractScrollArea::keyReleaseEvent(event);
}

void Canvas::focusInEvent(QFocusEvent* event) {
    d->keyboard = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason;
    QAbstractScrollArea::focusInEvent(event);
    say_focused(*this);
    viewport()->update();
}

void Canvas::focusOutEvent(QFocusEvent* event) {
    d->space_down = false;
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

}  // namespace weft::ui
