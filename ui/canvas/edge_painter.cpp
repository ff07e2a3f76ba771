// Wires: flattened, culled to the dirty rectangle, one drawLines per pen.
#include <algorithm>

#include "ui/base/theme.h"
#include "ui/canvas/scene_painter.h"

namespace weft::ui {
namespace {

enum class Ink { usual, lit, handler, usual_head, lit_head, count };   // heads have round ends; along a curve they would cost five times the time

struct Batch {
    std::vector<QLineF> lines[int(Ink::count)];
};

void keep_visible(const std::vector<QLineF>& lines, const QRectF& area, std::vector<QLineF>& out) {
    for (const QLineF& line : lines) {
        if (std::max(line.x1(), line.x2()) >= area.left() && std::min(line.x1(), line.x2()) <= area.right() &&
            std::max(line.y1(), line.y2()) >= area.top() && std::min(line.y1(), line.y2()) <= area.bottom())
            out.push_back(line);
    }
}

bool touches_selection(const PaintJob& job, const Wire& wire) {
    return job.scene.has(wire.from, flag_selected) || job.scene.has(wire.to, flag_selected);
}

bool is_lit(const PaintJob& job, int wire) { return wire == job.hovered_wire || wire == job.chosen_wire || wire == job.splice_wire; }

Ink ink_of(const PaintJob& job, int wire) {
    if (is_lit(job, wire)) return Ink::lit;
    return job.scene.wires[std::size_t(wire)].order ? Ink::usual : Ink::handler;
}

WireCurve in_view(WireCurve c, const View& view) {
    c.from = view.to_view(c.from), c.c1 = view.to_view(c.c1), c.c2 = view.to_view(c.c2), c.to = view.to_view(c.to);
    for (QPointF& point : c.more) point = view.to_view(point);
    return c;
}

template <class Fn> void each_wire(const PaintJob& job, const QRectF& dirty_scene, Fn fn) {
    job.scene.wires_at.query(dirty_scene, [&](int wire) {
        if (!wanted_wire(job, wire)) return;
        if (job.layer != PaintJob::Layer::lifted) fn(wire);
    });
    if (job.layer != PaintJob::Layer::lifted) return;
    for (int wire = 0; wire < int(job.scene.wires.size()); ++wire) {  // what is dragged has left the grid
        if (wanted_wire(job, wire) && wire_bounds(job.scene.curve(wire)).intersects(dirty_scene)) fn(wire);
    }
}

QPen pen_of(Ink ink, qreal width) {
    const Colours& c = Theme::instance().colours();
    const bool lit = ink == Ink::lit || ink == Ink::lit_head, head = ink == Ink::usual_head || ink == Ink::lit_head;
    QPen pen(lit ? c.accent : c.faint, lit ? width * 1.35 : width, Qt::SolidLine, head ? Qt::RoundCap : Qt::FlatCap, Qt::RoundJoin);
    if (ink == Ink::handler) {
        pen.setColor(c.wait);
        pen.setDashPattern({3, 3});
    }
    return pen;
}

void arrow_head(const WireCurve& curve, qreal zoom, std::vector<QLineF>& out) {
    const QPointF tip = curve.end();
    out.emplace_back(tip, tip + QPointF(-6, -4) * zoom);
    out.emplace_back(tip, tip + QPointF(-6, 4) * zoom);
}

}  // namespace

void paint_wires(QPainter& painter, const QRect& dirty, const PaintJob& job, DrawCount& count) {
    const View& view = job.view;
    const Detail detail = view.detail();
    const QRectF area = QRectF(dirty).adjusted(-4, -4, 4, 4);
    Batch batch;
    std::vector<QLineF> scratch;
    std::vector<std::pair<int, WireCurve>> dashed;  // a dash pattern must run along the whole curve
    each_wire(job, view.to_scene(area), [&](int wire) {
        ++count.edges;
        scratch.clear();
        const Ink ink = ink_of(job, wire);
        if (detail == Detail::far) {
            const QLineF ends = job.scene.ends(wire);
            scratch.emplace_back(view.to_view(ends.p1()), view.to_view(ends.p2()));
            return keep_visible(scratch, area, batch.lines[int(ink)]);
        }
        const WireCurve curve = in_view(job.scene.curve(wire), view);
        if (detail == Detail::middle) {
            flatten(curve, 1, scratch, 6);
        } else {
            if (!wire_bounds(curve).intersects(area)) return;
            if (ink == Ink::handler) dashed.emplace_back(wire, curve);
            else flatten(curve, 1, scratch);
            if (area.contains(curve.end())) arrow_head(curve, view.zoom, batch.lines[int(ink == Ink::lit ? Ink::lit_head : Ink::usual_head)]);
        }
        keep_visible(scratch, area, batch.lines[int(ink)]);
    });
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, detail == Detail::near);
    for (int ink = 0; ink < int(Ink::count); ++ink) {
        const std::vector<QLineF>& lines = batch.lines[ink];
        if (lines.empty()) continue;
        count.segments += int(lines.size());
        QPen pen = pen_of(Ink(ink), detail == Detail::near ? std::max(1.0, 1.6 * view.zoom) : 1);
        if (detail != Detail::near) {
            pen.setWidthF(0);
            if (Ink(ink) != Ink::lit) pen.setColor(Theme::instance().colours().wait);
        }
        painter.setPen(pen);
        painter.drawLines(lines.data(), int(lines.size()));
    }
    for (const auto& [wire, curve] : dashed) {
        painter.strokePath(path_of(curve), pen_of(Ink::handler, std::max(1.0, 1.4 * view.zoom)));
        ++count.segments;
    }
    painter.restore();
}

void paint_wire_pills(QPainter& painter, const QRectF& dirty_scene, const PaintJob& job, DrawCount& count) {
    const Colours& c = Theme::instance().colours();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-job.view.offset);
    painter.scale(job.view.zoom, job.view.zoom);
    each_wire(job, dirty_scene, [&](int index) {
        const Wire& wire = job.scene.wires[std::size_t(index)];
        const bool asked = is_lit(job, index) || touches_selection(job, wire);
        if (wire.condition.isEmpty() && (!asked || wire.carries.isEmpty())) return;   // nearly all of them
        QString text = wire.condition;
        // Between two close tasks there is no room for it: then only the wire under the cursor says what it carries.
        const WireCurve curve = job.scene.curve(index);
        const bool room = std::abs(curve.end().x() - curve.from.x()) > pill_width(wire.carries, 190) + 12;
        if (asked && (room || is_lit(job, index)) && !wire.carries.isEmpty()) text = text.isEmpty() ? wire.carries : text + QStringLiteral(" · ") + wire.carries;
        if (text.isEmpty()) return;
        paint_pill(painter, curve.at(0.5), text, true, is_lit(job, index) ? c.accent : c.muted, 190);
        ++count.texts;
    });
    painter.restore();
}

}  // namespace weft::ui
