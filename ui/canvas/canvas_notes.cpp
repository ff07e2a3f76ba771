// Notes on the canvas: choosing, typing, colours, keys.
#include <QMenu>
#include <algorithm>
#include <cmath>

#include "core/model/edit_notes.h"
#include "ui/base/note_colours.h"
#include "ui/bridge/text.h"
#include "ui/canvas/canvas_accessible.h"
#include "ui/canvas/canvas_private.h"
#include "ui/canvas/note_edit.h"
#include "ui/document/note_choice.h"

namespace weft::ui {
namespace {

QIcon colour_icon(const char* id) {
    const NoteLook look = note_look(QLatin1String(id));
    QPixmap pixmap(32, 32);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(look.line, 1.4));
    painter.setBrush(look.ground);
    painter.drawRoundedRect(QRectF(2, 2, 12, 12), 3, 3);
    painter.end();
    return QIcon(pixmap);
}

QPointF step_of(int key, qreal distance) {
    switch (key) {
        case Qt::Key_Left: return {-distance, 0};
        case Qt::Key_Right: return {distance, 0};
        case Qt::Key_Up: return {0, -distance};
        case Qt::Key_Down: return {0, distance};
        default: return {};
    }
}

}  // namespace

int Canvas::Private::chosen_note() const { return NoteChoice::of(document).note(); }

void Canvas::Private::choose_note(int note) { NoteChoice::of(document).choose(note); }

const NotePart* Canvas::Private::note_part(int note) const {
    const auto found = std::find_if(scene.notes.begin(), scene.notes.end(), [note](const NotePart& part) { return part.index == note; });
    return found == scene.notes.end() ? nullptr : &*found;
}

int Canvas::Private::note_index_at(QPointF at, bool* corner) const {
    for (auto note = scene.notes.rbegin(); note != scene.notes.rend(); ++note) {   // the front one
        if (!note->rect.contains(at)) continue;
        const QPointF rest = note->rect.bottomRight() - at;
        if (corner) *corner = std::max(rest.x(), rest.y()) <= std::max(note_corner, 10 / view.zoom);
        return note->index;
    }
    return -1;
}

void Canvas::Private::note_changed() {
    if (chosen_note() >= 0) chosen_wire = {0, 0};
    still = {};
    q.viewport()->update();
    if (chosen_note() >= 0) say_note(q, chosen_note());
}

// Words are typed over the place where they will stand; what was typed is one step.
void Canvas::Private::type_note(int index, Note note) {
    if (!editable()) return;
    end_typing();
    if (!note_edit) {
        note_edit = new NoteEdit(q.viewport());
        QObject::connect(note_edit, &NoteEdit::finished, &q, [this](const QString& text) { finish_note(text); });
    }
    const NotePart* part = note_part(index);
    const QRectF rect = part ? part->rect : QRectF(note.at.x, note.at.y, note.w, note.h);
    if (!QRectF(q.viewport()->rect()).contains(view.to_view(rect))) {
        View wanted = view;
        wanted.offset = rect.center() * view.zoom - QRectF(q.viewport()->rect()).center();
        view_is_fit = false;
        set_view(wanted, false);
    }
    edited_note = std::move(note);
    edited_index = index;
    note_edit->begin(view.to_view(rect), view.zoom, qs(edited_note.colour), qs(edited_note.text));
    q.viewport()->update();
}

void Canvas::Private::finish_note(const QString& text) {
    const int index = std::exchange(edited_index, -1);
    Note wanted = std::exchange(edited_note, Note());
    const bool empty = text.trimmed().isEmpty(), fresh = index < 0;
    q.viewport()->update();
    if (utf8(text) == wanted.text || (fresh && empty)) return q.setFocus(Qt::OtherFocusReason);
    wanted.text = utf8(text);
    if (!empty) {   // grows with its words, so that nothing is hidden at once
        const qreal needed = note_document(text, wanted.w - 2 * note_margin)->size().height() + 2 * note_margin;
        wanted.h = std::max(wanted.h, std::min(std::ceil(needed / 4) * 4, 640.0));
    }
    const QString label = fresh ? Canvas::tr("Add note") : empty ? Canvas::tr("Delete note") : Canvas::tr("Edit note");
    const bool done = commit(label, [&](const Flow& flow) { return fresh ? edit::add_note(flow, wanted) : edit::change_note(flow, std::size_t(index), wanted); });
    if (done && fresh) choose_note(int(document.flow()->notes.size()) - 1);
    q.setFocus(Qt::OtherFocusReason);
}

void Canvas::Private::end_typing() {
    if (rename->isVisible()) q.setFocus(Qt::OtherFocusReason);
    if (note_edit) note_edit->take();
}

void Canvas::Private::change_note(const QString& label, const std::function<void(Note&)>& change, const QString& merge_key) {
    const int note = chosen_note();
    if (note < 0) return;
    commit(label, [&](const Flow& flow) -> Result<Flow> {
        Note wanted = std::size_t(note) < flow.notes.size() ? flow.notes[std::size_t(note)] : Note();
        change(wanted);
        return edit::change_note(flow, std::size_t(note), std::move(wanted));
    }, merge_key);
}

void Canvas::Private::delete_note() {
    const int note = chosen_note();
    choose_note(-1);
    commit(Canvas::tr("Delete note"), [note](const Flow& flow) { return edit::remove_note(flow, std::size_t(note)); });
}

void Canvas::Private::new_note(QPointF at) {
    const auto snap = [](qreal value) { return std::round(value / 4) * 4; };
    Note note;
    note.in = edit::home_of(*document.flow(), document.scope());
    note.at = {snap(at.x() - 20), snap(at.y() - 16)};
    choose_note(-1);
    document.select({});
    type_note(-1, std::move(note));
}

bool Canvas::Private::note_key(int key, Qt::KeyboardModifiers modifiers) {
    const bool plain = modifiers == Qt::NoModifier, shift = modifiers == Qt::ShiftModifier;
    if (shift && key == Qt::Key_S) {
        q.add_note();
        return true;
    }
    if (shift && key == Qt::Key_N) {   // from note to note
        if (scene.notes.empty()) return true;
        const auto now = std::find_if(scene.notes.begin(), scene.notes.end(), [this](const NotePart& part) { return part.index == chosen_note(); });
        const bool last = now == scene.notes.end() || now + 1 == scene.notes.end();
        q.centre_on_note(last ? scene.notes.front().index : (now + 1)->index);
        return true;
    }
    if (chosen_note() < 0) return false;
    const QPointF step = step_of(key, modifiers & Qt::ShiftModifier ? 20 : 4);
    if (!step.isNull() && modifiers & Qt::ControlModifier) {
        change_note(Canvas::tr("Move note"), [&](Note& note) { note.at = {note.at.x + step.x(), note.at.y + step.y()}; }, QStringLiteral("nudge-note"));
        return true;
    }
    if (!step.isNull() && modifiers & Qt::AltModifier) {
        change_note(Canvas::tr("Resize note"), [&](Note& note) { note.w += step.x(), note.h += step.y(); }, QStringLiteral("size-note"));
        return true;
    }
    if (plain && key >= Qt::Key_1 && key < Qt::Key_1 + int(note_colours().size())) {
        change_note(Canvas::tr("Colour of note"), [&](Note& note) { note.colour = note_colours()[std::size_t(key - Qt::Key_1)].id; });
        return true;
    }
    if (plain && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_F2)) {
        q.edit_note(chosen_note());
        return true;
    }
    if (plain && key == Qt::Key_Escape && !gesture) {
        choose_note(-1);
        return true;
    }
    return false;
}

void Canvas::Private::note_menu(int note, QPoint global) {
    choose_note(note);
    auto* menu = new QMenu(&q);
    menu->setObjectName(QStringLiteral("note-menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(Canvas::tr("Edit note"), &q, [this, note] { q.edit_note(note); });
    QMenu* colours = menu->addMenu(Canvas::tr("Colour"));
    for (const NoteColour& colour : note_colours())
        colours->addAction(colour_icon(colour.id), note_colour_name(colour), &q, [this, id = colour.id] { change_note(Canvas::tr("Colour of note"), [id](Note& one) { one.colour = id; }); });
    menu->addAction(Canvas::tr("Bring to front"), &q, [this, note] {
        if (commit(Canvas::tr("Bring note to front"), [note](const Flow& flow) { return edit::raise_note(flow, std::size_t(note)); })) choose_note(int(document.flow()->notes.size()) - 1);
    });
    menu->addSeparator();
    menu->addAction(Canvas::tr("Delete note"), &q, [this] { delete_note(); });
    menu->popup(global);
}

// --- slots ---

QRect Canvas::note_rect(int note) const {
    const NotePart* part = d->note_part(note);
    return part ? d->view.to_view(part->rect).toRect() : QRect();
}

int Canvas::note_at(QPoint viewport) const {
    const QPointF at = d->view.to_scene(QPointF(viewport));
    const Hit hit = d->hits.at(at);
    return hit.node || hit.on_wire() ? -1 : d->note_index_at(at);
}

void Canvas::add_note() {
    const QPointF at = d->mouse_known ? d->last_mouse : QRectF(viewport()->rect()).center();
    d->new_note(d->view.to_scene(at));
}

void Canvas::edit_note(int note) {
    const Flow& flow = *d->document.flow();
    if (note < 0 || std::size_t(note) >= flow.notes.size()) return;
    centre_on_note(note);
    d->type_note(note, flow.notes[std::size_t(note)]);
}

void Canvas::centre_on_note(int note) {
    const FlowPtr flow = d->document.flow();
    if (note < 0 || std::size_t(note) >= flow->notes.size()) return;
    d->document.open_scope(edit::body_of_home(*flow, flow->notes[std::size_t(note)].in));
    if (d->scene_pending) {
        d->when_built.push_back([this, note] { centre_on_note(note); });
        return;
    }
    d->choose_note(note);
    const NotePart* part = d->note_part(note);
    if (!part || QRectF(viewport()->rect()).contains(d->view.to_view(part->rect))) return;
    View wanted = d->view;
    wanted.offset = part->rect.center() * d->view.zoom - QRectF(viewport()->rect()).center();
    wanted.offset = QPointF(std::round(wanted.offset.x()), std::round(wanted.offset.y()));
    d->view_is_fit = false;
    d->set_view(wanted, true);
}

}  // namespace weft::ui
