// What is painted when: the scene, the still layer under a gesture, the overlays.
#include <QPaintEvent>
#include <QPainter>
#include <algorithm>

#include "ui/base/theme.h"
#include "ui/bridge/text.h"
#include "ui/canvas/canvas_private.h"
#include "ui/canvas/gestures/move_note.h"
#include "ui/canvas/kinds.h"
#include "ui/canvas/note_edit.h"

namespace weft::ui {
namespace {

void paint_teaching(QPainter& painter, const QRectF& room, const QString& title, const QStringList& lines) {
    const Theme& theme = Theme::instance();
    const Colours& c = theme.colours();
    const qreal height = 34 + 24 * lines.size();
    QRectF row(room.left(), room.center().y() - height / 2 - 20, room.width(), 26);
    painter.setFont(theme.font(16, 600));
    painter.setPen(c.text);
    const auto line = [&](const QString& text) {
        painter.fillRect(painter.boundingRect(row, Qt::AlignCenter, text).adjusted(-6, 0, 6, 0), c.canvas);
        painter.drawText(row, Qt::AlignCenter, text);
    };
    line(title);
    row.translate(0, 34);
    painter.setFont(theme.font(12));
    painter.setPen(c.muted);
    for (const QString& text : lines) {
        line(text);
        row.translate(0, 24);
    }
}

// A small card with a sentence: beside the cursor, or in the middle of a veil.
void paint_card(QPainter& painter, QPointF corner, const QRectF& room, const QString& text, bool bad) {
    const Theme& theme = Theme::instance();
    const Colours& c = theme.colours();
    const QFont font = theme.font(11.5, 500);
    const QFontMetricsF metrics(font);
    const QRectF words = metrics.boundingRect(QRectF(0, 0, 360, 400), Qt::TextWordWrap, text);
    QRectF card(corner, words.size() + QSizeF(22, 14));
    if (card.right() > room.right() - 8) card.moveRight(corner.x() - 28);
    if (card.left() < 8) card.moveLeft(8);
    if (card.bottom() > room.bottom() - 8) card.moveBottom(corner.y() - 24);
    painter.setPen(QPen(bad ? c.fail : c.node_line, 1));
    painter.setBrush(bad ? c.fail_bg : c.panel);
    painter.drawRoundedRect(card, 7, 7);
    painter.setFont(font);
    painter.setPen(bad ? c.fail : c.text);
    painter.drawText(card.adjusted(11, 7, -11, -7), Qt::TextWordWrap, text);
}

void paint_ghost(QPainter& painter, const View& view, QPointF middle, bool handler) {
    const Colours& c = Theme::instance().colours();
    const QRectF box(middle.x() - layout::node_width / 2, middle.y() - layout::node_height / 2, layout::node_width, layout::node_height);
    painter.save();
    painter.translate(-view.offset);
    painter.scale(view.zoom, view.zoom);
    QColor fill = c.accent_bg;
    fill.setAlpha(190);
    painter.setPen(QPen(c.accent, 1.6, Qt::DashLine));
    painter.setBrush(fill);
    painter.drawPath(node_outline({box, handler}));
    painter.restore();
}

}  // namespace

PaintJob Canvas::Private::job() const {
    PaintJob out{scene, view};
    out.texts = const_cast<TextCache*>(&texts);   // a cache: what it holds shows nowhere else
    out.hovered_node = hovered_node;
    out.hovered_wire = hovered_wire;
    out.turn = qreal(clock.elapsed() % 1000) * 0.36;
    if (chosen_wire.first || drop_wire.on_wire() || (gesture && gesture->lit_wire().first)) {
        const TaskPair lit = gesture && gesture->lit_wire().first ? gesture->lit_wire() : drop_wire.on_wire() ? drop_wire.wire : chosen_wire;
        const int from = scene.find(lit.first);
        if (from >= 0) {
            for (const int wire : scene.wires_of[std::size_t(from)]) {
                const Wire& w = scene.wires[std::size_t(wire)];
                if (w.from == from && scene.ids[std::size_t(w.to)] == lit.second) (lit == chosen_wire ? out.chosen_wire : out.splice_wire) = wire;
            }
        }
    }
    out.notes = const_cast<NoteCache*>(&note_cache);   // the same
    out.chosen_note = chosen_note();
    out.diff = diff ? &diff_drawing : nullptr;
    if (note_edit && note_edit->isVisible()) out.hidden_note = edited_index;
    if (const auto* moves = dynamic_cast<const MoveNote*>(gesture.get())) out.hidden_note = moves->note();
    if (keyboard && q.hasFocus()) out.focused_node = focused_node();
    if (gesture) {
        out.lit_node = scene.find(gesture->lit_node());
        out.lane_lit = gesture->lights_lane();
    }
    out.lane_lit = out.lane_lit || (drop_kind == "handler");
    return out;
}

QRect Canvas::Private::view_rect_of(int node) const {
    const qreal around = 14 * std::max(1.0, view.zoom);
    return view.to_view(scene.rects[std::size_t(node)]).adjusted(-around, -around, around, around).toAlignedRect();
}

void Canvas::Private::update_node(int node) {
    if (node >= 0 && node < scene.count()) q.viewport()->update(view_rect_of(node));
}

void Canvas::Private::update_wire(int wire) {
    if (wire < 0 || wire >= int(scene.wires.size())) return;
    const qreal around = 110 * view.zoom;   // its pill
    q.viewport()->update(view.to_view(wire_bounds(scene.curve(wire))).adjusted(-around, -12, around, 12).toAlignedRect());
}

void Canvas::Private::paint_still() {
    if (!still.isNull()) return;
    const qreal ratio = q.devicePixelRatioF();
    still = QPixmap(q.viewport()->size() * ratio);
    still.setDevicePixelRatio(ratio);
    QPainter painter(&still);
    PaintJob quiet = job();
    quiet.lit_node = quiet.splice_wire = quiet.hovered_node = quiet.hovered_wire = -1;
    quiet.lifted = lifted.empty() ? nullptr : &lifted;
    quiet.layer = lifted.empty() ? PaintJob::Layer::all : PaintJob::Layer::still;
    paint_scene(painter, q.viewport()->rect(), quiet);
}

void Canvas::Private::paint_gesture(QPainter& painter) {
    PaintJob now = job();
    if (now.lane_lit) still = {};    // the lane lies under everything
    paint_still();
    painter.drawPixmap(0, 0, still);
    if (now.lane_lit) still = {};
    if (!lifted.empty()) {
        now.lifted = &lifted;
        now.layer = PaintJob::Layer::lifted;
        now.draft = std::count(lifted.begin(), lifted.end(), 1) > 200;
        drawn = paint_scene(painter, q.viewport()->rect(), now);
    }
    DrawCount more;
    if (now.splice_wire >= 0) {
        PaintJob lit = now;
        std::vector<std::uint8_t> only(scene.flags.size(), 0);
        const Wire& wire = scene.wires[std::size_t(now.splice_wire)];
        only[std::size_t(wire.from)] = 1;
        lit.lifted = &only;
        lit.layer = PaintJob::Layer::lifted;
        paint_wires(painter, q.viewport()->rect(), lit, more);
    }
    if (now.lit_node >= 0 && view.detail() == Detail::near) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(-view.offset);
        painter.scale(view.zoom, view.zoom);
        paint_node_near(painter, now, now.lit_node, more);
        painter.restore();
    }
    painter.setRenderHint(QPainter::Antialiasing);
    gesture->paint(painter, view);
}

void Canvas::Private::paint_overlays(QPainter& painter) {
    const Colours& c = Theme::instance().colours();
    const QRectF room = q.viewport()->rect();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!drop_kind.isEmpty()) paint_ghost(painter, view, view.to_scene(drop_at), drop_kind == "handler");
    if (scene.count() == 0 && scene.notes.empty() && document.can_draw()) {
        paint_teaching(painter, room, layout_pending ? Canvas::tr("Arranging the tasks…") : Canvas::tr("Nothing here yet"),
                       layout_pending ? QStringList() : QStringList{Canvas::tr("Double-click or press N to add a task, or drag one here from the left."),
                                                                    Canvas::tr("Drag from one task's port to another's to say what runs first.")});
    }
    if (const QRectF banner = banner_rect(); !banner.isEmpty()) paint_banner(painter, banner, scene.banner, qreal(clock.elapsed() % 1000) * 0.36);
    if (diff) paint_diff_legend(painter, room, *diff);
    if (!document.can_draw()) {
        QColor veil = c.canvas;
        veil.setAlpha(165);
        painter.fillRect(room, veil);
        paint_card(painter, QPointF(room.center().x() - 150, room.top() + 24), room, translated(document.why_not_draw()), true);
    }
    if (!hint.isEmpty()) paint_card(painter, last_mouse + QPointF(16, 18), room, hint, hint_refuses);
    if (keyboard && q.hasFocus() && focused_node() < 0 && chosen_note() < 0) {   // otherwise the node has the ring
        painter.setPen(QPen(c.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(room.adjusted(1, 1, -1, -1));
    }
}

void Canvas::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    Private& m = *d;
    m.drawn = {};
    if (m.gesture && !m.gesture_pans) {
        m.paint_gesture(painter);
    } else if (!m.draft.on || !m.paint_draft(painter, event->region())) {
        const PaintJob job = m.job();
        const auto part = [&](const QRect& rect) {
            painter.setClipRect(rect);
            const DrawCount more = paint_scene(painter, rect, job);
            m.drawn = {m.drawn.nodes + more.nodes, m.drawn.edges + more.edges, m.drawn.segments + more.segments, m.drawn.texts + more.texts};
        };
        if (event->region().rectCount() <= 12) {
            for (const QRect& rect : event->region()) part(rect);
        } else {
            part(event->region().boundingRect());
        }
        painter.setClipRegion(event->region());
        if (event->rect().contains(viewport()->rect())) m.whole = m.drawn, m.whole_detail = m.view.detail();
    }
    m.painted = m.view;
    m.paint_overlays(painter);
}

// --- the turning arc: the only thing that moves by itself, and only while it can be seen ---

void Canvas::Private::keep_turning() {
    const bool wanted = scene.moving && q.isVisible();
    if (wanted && !turning.isActive()) turning.start(Theme::instance().reduced_motion() ? 1000 : 62);
    if (!wanted) turning.stop();
}

void Canvas::Private::tick() {
    if (!scene.moving || !q.isVisible()) return turning.stop();
    if (since_refresh.elapsed() > 1000) show_states();   // "Running 12 s"
    if (view.detail() == Detail::near) {
        for (int node = 0; node < scene.count(); ++node) {
            if (scene.glyphs[std::size_t(node)] != Glyph::running) continue;
            const QPointF at = view.to_view(node_parts(scene.shape(node)).glyph);
            const qreal radius = 10 * view.zoom;
            const QRect rect = QRectF(at, QSizeF()).adjusted(-radius, -radius, radius, radius).toAlignedRect();
            if (rect.intersects(q.viewport()->rect())) q.viewport()->update(rect);
        }
    }
    if (const QRectF banner = banner_rect(); scene.banner.glyph == Glyph::running)
        q.viewport()->update(QRectF(banner.topLeft(), QSizeF(40, banner_height)).toAlignedRect());
}

// --- as a picture ---

QSizeF Canvas::picture_size() const {
    const QRectF all = d->scene.bounds();
    const qreal banner = d->scene.banner.glyph == Glyph::none ? 0 : banner_height_for(d->scene.banner, all.width()) + 18;
    return QSizeF(all.width() + 48, all.height() + 48 + banner);
}

void Canvas::render(QPainter& painter, const QRectF& target) const {
    const QSizeF size = picture_size();
    const QRectF all = d->scene.bounds();
    PaintJob job{d->scene, {}};
    TextCache texts;
    texts.reset(std::size_t(d->scene.count()));
    job.texts = &texts;
    NoteCache notes;
    job.notes = &notes;
    job.diff = d->diff ? &d->diff_drawing : nullptr;
    job.view.offset = all.topLeft() - QPointF(24, 24);
    painter.save();
    painter.translate(target.topLeft());
    const qreal scale = std::min(target.width() / size.width(), target.height() / size.height());
    painter.scale(scale, scale);
    paint_scene(painter, QRect(QPoint(), size.toSize()), job);
    if (d->scene.banner.glyph != Glyph::none) {
        BannerPart banner = d->scene.banner;
        banner.link.clear();   // a picture cannot be asked
        paint_banner(painter, QRectF(24, 24 + all.height() + 18, all.width(), banner_height_for(banner, all.width())), banner, 0);
    }
    painter.restore();
}

}  // namespace weft::ui
