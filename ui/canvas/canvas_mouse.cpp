// What the pointer means: hover, which gesture a press becomes, what a click does. Left drag on empty ground selects, on a node moves, on a port
// pulls a wire; middle, right and Space + left pan; Ctrl + right cuts.
#include <QToolTip>
#include <algorithm>

#include "ui/bridge/text.h"
#include "ui/canvas/canvas_private.h"
#include "ui/canvas/gestures/connect.h"
#include "ui/canvas/gestures/cut.h"
#include "ui/canvas/gestures/move.h"
#include "ui/canvas/gestures/move_note.h"
#include "ui/canvas/gestures/pan.h"
#include "ui/canvas/gestures/rubber_band.h"

namespace weft::ui {
namespace {

bool contains(const std::vector<TaskId>& ids, TaskId id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

}  // namespace

void Canvas::Private::hover(QPointF at) {
    NodePart part = NodePart::none;
    const QPointF scene_at = view.to_scene(at);
    const int node = hits.node_index_at(scene_at, &part);
    const int wire = node < 0 ? hits.wire_index_at(scene_at) : -1;
    if (node != hovered_node) {
        update_node(hovered_node);
        hovered_node = node;
        update_node(node);
    }
    if (wire != hovered_wire) {
        update_wire(hovered_wire);
        hovered_wire = wire;
        update_wire(wire);
    }
    bool corner = false;
    if (node < 0 && wire < 0 && !space_down && note_index_at(scene_at, &corner) >= 0 && corner) return q.viewport()->setCursor(Qt::SizeFDiagCursor);
    const bool port = part == NodePart::input || part == NodePart::output;
    q.viewport()->setCursor(space_down ? Qt::OpenHandCursor : port ? Qt::CrossCursor : wire >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void Canvas::Private::begin(std::unique_ptr<Gesture> fresh, bool pans) {
    gesture = std::move(fresh);
    gesture_pans = pans;
    QToolTip::hideText();
    update_node(std::exchange(hovered_node, -1));
    update_wire(std::exchange(hovered_wire, -1));
    lifted.clear();
    lifted_from.clear();
    if (!pans) {
        for (const TaskId id : gesture->lifted()) {
            const int node = scene.find(id);
            if (node < 0) continue;
            if (lifted.empty()) lifted.assign(scene.flags.size(), 0);
            lifted[std::size_t(node)] = 1;
        }
        for (std::size_t node = 0; node < lifted.size(); ++node)   // what stands in a group goes along
            if (scene.owners[node] >= 0 && lifted[std::size_t(scene.owners[node])]) lifted[node] = 1;
        if (!lifted.empty()) lifted_from = scene.rects;
        still = {};
    }
    q.viewport()->setCursor(gesture->cursor());
}

// The press has become a drag: which one depends on what was pressed.
void Canvas::Private::begin_after_drag(const Pointer& at) {
    const QPointF from = view.to_scene(press.at);
    const bool ctrl = press.modifiers & Qt::ControlModifier;
    if (press.button == Qt::RightButton && ctrl && editable()) return begin(std::make_unique<CutWires>(hits, from));
    if (press.button != Qt::LeftButton || space_down)
        return begin(std::make_unique<Pan>(press.at, [this](QPoint distance) { pan_by(distance); }), true);
    const Hit& hit = press.hit;
    if (hit.part == NodePart::output || hit.part == NodePart::input) {
        if (!editable()) return;
        const auto why_not = [this](TaskId a, TaskId b) { return translated(edit::why_not_connect(*document.flow(), a, b)); };
        return begin(std::make_unique<PullWire>(hits, hit.node, hit.part == NodePart::output, why_not));
    }
    if (hit.node != 0) {
        if (!contains(document.selection(), hit.node)) select_only(hit.node);
        press.narrow_on_release = false;
        if (!editable()) return;
        return begin(std::make_unique<MoveNodes>(hits, from, selected_here()));
    }
    if (const NotePart* note = note_part(press.note)) {
        if (!editable()) return;
        return begin(std::make_unique<MoveNote>(*note, press.note_corner, from, &note_cache));
    }
    begin(std::make_unique<RubberBand>(hits, from, selected_here()));
    Q_UNUSED(at);
}

void Canvas::Private::feed(const Pointer& at) {
    const bool lane = gesture->lights_lane();
    gesture->move(at);
    if (!gesture || gesture_pans) return;
    if (!lifted.empty()) {
        for (std::size_t node = 0; node < lifted.size(); ++node) {
            if (lifted[node]) scene.rects[node] = lifted_from[node].translated(gesture->shift());
        }
    }
    bool known = false;
    const std::vector<TaskId> preview = gesture->selection(&known);
    if (known && !show_selection(scene, preview).empty()) still = {};
    if (lane != gesture->lights_lane()) still = {};
    say(gesture->hint(), gesture->hint_refuses());
    q.viewport()->setCursor(gesture->cursor());
    q.viewport()->update();
}

void Canvas::Private::finish(const Pointer& at) {
    if (!lifted.empty()) scene.rects = lifted_from;
    const Outcome outcome = gesture->release(at);
    cancel_gesture();
    obey(outcome, at.view);
}

void Canvas::Private::cancel_gesture() {
    if (!gesture) return;
    if (!lifted.empty() && lifted_from.size() == scene.rects.size()) scene.rects = lifted_from;
    gesture.reset();
    lifted.clear();
    lifted_from.clear();
    still = {};
    say({}, false);
    show_selection(scene, document.selection());
    q.viewport()->setCursor(space_down ? Qt::OpenHandCursor : Qt::ArrowCursor);
    q.viewport()->update();
}

void Canvas::Private::obey(const Outcome& outcome, QPointF at) {
    switch (outcome.kind) {
        case Outcome::Kind::nothing:
            if (!outcome.refusal.isEmpty()) emit q.notice(outcome.refusal);
            break;
        case Outcome::Kind::edit: commit(outcome.label, outcome.edit); break;
        case Outcome::Kind::select: document.select(outcome.selection); break;
        case Outcome::Kind::add: show_add_menu(outcome.add, at); break;
    }
}

void Canvas::Private::say(const QString& text, bool refuses) {
    if (text == hint && refuses == hint_refuses) return;
    hint = text;
    hint_refuses = refuses;
    q.viewport()->update();
}

// A press without a drag.
void Canvas::Private::click(const Pointer& at) {
    if (press.on_link) {
        const Task* cause = at_path(*document.flow(), document.shown_verdict().cause);
        if (!cause) return;
        q.centre_on(cause->id);
        select_only(cause->id);
        emit q.inspect_requested(cause->id);
        return;
    }
    if (press.button != Qt::LeftButton) return;
    if (const int ghost = diff && press.hit.node == 0 ? diff_drawing.ghost_at(at.scene) : -1; ghost >= 0) {
        document.select({});
        emit q.ghost_chosen(ghost);
        return;
    }
    if (press.narrow_on_release) return select_only(press.hit.node);
    if (press.hit.node == 0 && !press.hit.on_wire() && press.note < 0 && !(at.modifiers & (Qt::ShiftModifier | Qt::ControlModifier))) {
        chosen_wire = {0, 0};
        choose_note(-1);
        document.select({});
        q.viewport()->update();
    }
}

void Canvas::Private::press_left(const Pointer& at) {
    const Hit& hit = press.hit;
    const bool shift = at.modifiers & Qt::ShiftModifier, ctrl = at.modifiers & Qt::ControlModifier;
    if (press.note >= 0) {
        chosen_wire = {0, 0};
        return choose_note(press.note);
    }
    if (hit.on_wire()) {
        choose_note(-1);
        document.select({});
        chosen_wire = hit.wire;
        still = {};
        return q.viewport()->update();
    }
    const bool port = hit.part == NodePart::input || hit.part == NodePart::output;
    if (port && (at.modifiers & Qt::AltModifier)) {
        const int node = scene.find(hit.node);
        std::vector<TaskPair> wires;
        for (const int wire : scene.wires_of[std::size_t(node)]) {
            const Wire& w = scene.wires[std::size_t(wire)];
            if (w.order && (hit.part == NodePart::output ? w.from : w.to) == node) wires.emplace_back(scene.ids[std::size_t(w.from)], scene.ids[std::size_t(w.to)]);
        }
        press.button = Qt::NoButton;
        if (!wires.empty()) commit(Canvas::tr("Break connections"), cut_edit(wires));
        return;
    }
    if (hit.part == NodePart::chevron) {
        press.button = Qt::NoButton;
        return q.set_unfolded(hit.node, !scene.has(scene.find(hit.node), flag_open));
    }
    if (hit.node == 0 || port) return;
    chosen_wire = {0, 0};
    std::vector<TaskId> now = document.selection();
    const bool selected = contains(now, hit.node);
    if (ctrl && selected) {
        std::erase(now, hit.node);
        document.select(now);
    } else if (shift || ctrl) {
        if (!selected) now.push_back(hit.node);
        document.select(now);
    } else if (!selected) {
        select_only(hit.node);
    } else {
        press.narrow_on_release = now.size() > 1;
    }
}

QString Canvas::Private::tip_at(QPointF at) const {
    NodePart part = NodePart::none;
    const int node = hits.node_index_at(view.to_scene(at), &part);
    if (node < 0) {
        const int wire = hits.wire_index_at(view.to_scene(at));
        if (wire < 0) return {};
        const Wire& w = scene.wires[std::size_t(wire)];
        const QString &from = scene.faces[std::size_t(w.from)].title, &to = scene.faces[std::size_t(w.to)].title;
        const QString order = w.condition.isEmpty() ? Canvas::tr("%2 runs after %1").arg(from, to) : Canvas::tr("%2 runs after %1: %3").arg(from, to, w.condition);
        return w.carries.isEmpty() ? order : order + u'\n' + w.carries;
    }
    const NodeFace& face = scene.faces[std::size_t(node)];
    if (part == NodePart::badge) return face.badge;
    if (part == NodePart::chevron) return scene.has(node, flag_open) ? Canvas::tr("hide what is inside (E)") : Canvas::tr("show what is inside (E)");
    if (part == NodePart::output) return Canvas::tr("drag to the task that runs next");
    if (part == NodePart::input) return Canvas::tr("drag to the task that runs before");
    QStringList lines{face.title};
    for (const QString* line : {&face.subtitle, &face.loop, &face.when, &face.state, &face.badge}) {
        if (!line->isEmpty()) lines << *line;
    }
    return lines.join(u'\n');
}

}  // namespace weft::ui
