// What the canvas does to the flow when a menu, a key or a gesture says so. Everything goes through FlowDocument::commit.
#include <algorithm>
#include <cmath>

#include "core/model/edit_notes.h"
#include "ui/bridge/text.h"
#include "ui/canvas/canvas_private.h"
#include "ui/canvas/kinds.h"

namespace weft::ui {

bool Canvas::Private::commit(const QString& label, const FlowEdit& edit, const QString& merge_key) {
    if (!editable()) return false;
    return bool(document.commit(label, edit, merge_key));   // the document says why not
}

std::vector<TaskId> Canvas::Private::selected_here() const {
    std::vector<TaskId> out;
    for (const TaskId id : document.selection()) {
        const int node = scene.find(id);
        bool within = false;                     // of a group that is chosen as a whole
        for (int owner = node < 0 ? -1 : scene.owners[std::size_t(node)]; owner >= 0; owner = scene.owners[std::size_t(owner)]) within = within || scene.has(owner, flag_selected);
        if (node >= 0 && !within) out.push_back(id);
    }
    return out;
}

Point Canvas::Private::corner_for(QPointF at) const {
    const QPointF middle = view.to_scene(at);
    const auto snap = [](qreal value) { return std::round(value / 4) * 4; };
    return {std::max(12.0, snap(middle.x() - layout::node_width / 2)), std::max(40.0, snap(middle.y() - layout::node_height / 2))};
}

void Canvas::Private::add(AddWish wish) {
    const Kind* kind = find_kind(wish.kind);
    if (!kind) return;
    wish.scope = document.scope();
    if (const int open = wish.placed && !wish.splice.first ? scene.open_at(QPointF(wish.at.x + layout::node_width / 2, wish.at.y + layout::node_height / 2)) : -1; open >= 0) {
        const TaskId id = scene.ids[std::size_t(open)];
        const Task* task = find_task(*document.flow(), id);
        wish.scope = task && !task->definition.empty() ? BodyRef{task->definition, 0} : BodyRef{{}, id};
        const QPointF corner = scene.rects[std::size_t(open)].topLeft();
        wish.at = {std::max(12.0, wish.at.x - corner.x()), std::max(40.0, wish.at.y - corner.y())};
    }
    const BodyRef into = wish.scope;
    if (wish.kind == "handler") {
        wish.placed = false;   // the lane places it
        wish.splice = {0, 0};
    }
    std::string made;
    if (!commit(Canvas::tr("Add %1").arg(kind->title()), add_edit(wish, &made))) return;
    const Body* body = body_at(*document.flow(), into);
    const Task* task = body ? find_task(*body, made) : nullptr;
    if (!task) return;
    select_only(task->id);
    if (scene_pending) when_built.push_back([this, id = task->id] { reveal(scene.find(id)); });
    else reveal(scene.find(task->id));
}

void Canvas::Private::show_add_menu(AddWish wish, QPointF at) {
    if (!editable()) return;
    if (!add_menu) {
        add_menu = new AddMenu(&q);
        QObject::connect(add_menu, &AddMenu::chosen, &q, [this](const QString& kind, const QString& name) {
            AddWish ready = waiting_add;
            if (kind == QLatin1String("note")) {
                const QPointF corner(ready.at.x, ready.at.y), middle(layout::node_width / 2, layout::node_height / 2);
                return ready.placed ? new_note(corner + middle) : q.add_note();
            }
            ready.kind = kind;
            ready.name = name;
            add(ready);
            q.setFocus(Qt::OtherFocusReason);
        });
        QObject::connect(add_menu, &AddMenu::closed, &q, [this] { q.setFocus(Qt::OtherFocusReason); });
    }
    waiting_add = std::move(wish);
    const bool wired = waiting_add.connect_from || waiting_add.connect_to;
    add_menu->open_at(q.viewport()->mapToGlobal(at.toPoint()), !wired);
}

void Canvas::Private::finish_rename(const QString& name) {
    const std::string wanted = utf8(name.trimmed());
    if (!editable()) return;
    const TaskId id = renamed;
    if (Result<Flow> trial = edit::rename_task(*document.flow(), id, wanted); !trial) return rename->refuse(translated(trial.error().message));
    commit(Canvas::tr("Rename task"), [id, wanted](const Flow& flow) { return edit::rename_task(flow, id, wanted); });
    q.setFocus(Qt::OtherFocusReason);
}

// --- slots ---

void Canvas::add_kind(const QString& kind) {
    AddWish wish;
    wish.kind = kind;
    if (d->mouse_known) {
        wish.placed = true;
        wish.at = d->corner_for(d->last_mouse);
    }
    d->add(wish);
}

void Canvas::open_add_menu() {
    AddWish wish;
    const QPointF at = d->mouse_known ? d->last_mouse : QRectF(viewport()->rect()).center();
    wish.placed = d->mouse_known;
    wish.at = d->corner_for(at);
    d->show_add_menu(wish, at);
}

void Canvas::start_rename(TaskId id) {
    if (!d->editable()) return;
    centre_on(id);
    if (d->scene_pending) {
        d->when_built.push_back([this, id] { start_rename(id); });
        return;
    }
    const int node = d->scene.find(id);
    if (node < 0) return;
    d->select_only(id);
    if (d->view.detail() != Detail::near) d->zoom_at(d->view.to_view(d->scene.rects[std::size_t(node)].center()), 1 / d->view.zoom);
    d->reveal(node);
    d->renamed = id;
    d->rename->begin(d->view.to_view(node_parts(d->scene.shape(node)).title), d->view.zoom, d->scene.faces[std::size_t(node)].title);
}

void Canvas::delete_selection() {
    Private& m = *d;
    const std::vector<TaskId> ids = m.selected_here();
    if (m.chosen_note() >= 0) return m.delete_note();
    if (!ids.empty()) {
        m.commit(ids.size() == 1 ? tr("Delete task") : tr("Delete %1 tasks").arg(ids.size()), delete_edit(ids, false));
    } else if (m.chosen_wire.first) {
        const TaskPair wire = std::exchange(m.chosen_wire, TaskPair{0, 0});
        m.commit(tr("Delete connection"), cut_edit({wire}));
    }
}

void Canvas::select_all() {
    std::vector<TaskId> all;
    all.reserve(d->scene.ids.size());
    for (int node = 0; node < d->scene.count(); ++node)
        if (d->scene.owners[std::size_t(node)] < 0) all.push_back(d->scene.ids[std::size_t(node)]);
    d->document.select(std::move(all));
}

void Canvas::set_unfolded(TaskId id, bool unfolded) {
    const std::vector<TaskId> chosen = d->document.selection();
    const bool done = d->commit(unfolded ? tr("Unfold group") : tr("Fold group"), [id, unfolded](const Flow& flow) { return edit::set_unfolded(flow, id, unfolded); });
    // What was chosen and is not drawn any more: the group stands for it.
    if (done && !unfolded && std::any_of(chosen.begin(), chosen.end(), [this](TaskId one) { return !(edit::drawn_in(*d->document.flow(), one) == d->document.scope()); })) d->select_only(id);
}

void Canvas::toggle_unfolded() {
    const int node = d->focused_node();
    if (node < 0) return emit notice(tr("select a group, or a task in one, to show or hide what is inside"));
    const CanvasScene& scene = d->scene;
    const int owner = scene.owners[std::size_t(node)];
    if (!scene.has(node, flag_opens) && owner >= 0) return set_unfolded(scene.ids[std::size_t(owner)], false);
    set_unfolded(scene.ids[std::size_t(node)], !scene.has(node, flag_open));
}

void Canvas::tidy() {
    Private& m = *d;
    const std::vector<TaskId> chosen = m.selected_here();
    std::vector<std::string> names;
    for (int node = 0; node < m.scene.count(); ++node) {
        const bool wanted = chosen.size() < 2 || m.scene.has(node, flag_selected);
        if (wanted) names.push_back(m.scene.names[std::size_t(node)]);
    }
    m.anew = chosen.size() < 2;   // of a selection: the others stay
    const int before = m.document.revision();
    const bool done = m.commit(tr("Tidy up"), unplace_edit(m.document.scope(), m.scene.prefix, std::move(names)));
    if (m.anew && done && m.document.revision() == before) {   // nothing was placed by hand: what edits have pushed about is laid out anew all the same
        m.lay_out();
        m.rebuild();
    }
    m.anew = false;
    if (done && chosen.size() < 2) fit_all();
}

void Canvas::connect_selection() {
    const std::vector<TaskId> ids = d->selected_here();
    if (ids.size() < 2) {
        emit notice(tr("select two tasks or more, in their order, to connect them"));
        return;
    }
    d->commit(tr("Connect in order"), chain_edit(ids));
}

void Canvas::toggle_muted() {
    const std::vector<TaskId> ids = d->selected_here();
    const bool mute = std::any_of(ids.begin(), ids.end(), [this](TaskId id) { return !d->scene.has(d->scene.find(id), flag_muted); });
    if (!ids.empty()) d->commit(mute ? tr("Mute") : tr("Unmute"), mute_edit(ids, mute));
}

void Canvas::open_selection() {
    const int node = d->focused_node();
    if (node < 0) return;
    const TaskId id = d->scene.ids[std::size_t(node)];
    const FlowPtr flow = d->document.flow();
    const Task* task = find_task(*flow, id);
    const Definition* definition = task ? definition_of(*flow, *task) : nullptr;
    if (!definition || !definition->body) {
        emit inspect_requested(id);
        return;
    }
    d->document.select({});
    d->document.open_scope(task->definition.empty() ? BodyRef{{}, id} : BodyRef{task->definition, 0});
}

void Canvas::leave_scope() {
    if (d->trail.size() < 2) return;
    const BodyRef up = d->trail[d->trail.size() - 2];
    d->document.open_scope(up);
}

}  // namespace weft::ui
