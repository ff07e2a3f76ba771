#include "ui/canvas/canvas_diff.h"

#include <QFontMetricsF>
#include <algorithm>

#include "ui/base/theme.h"
#include "ui/bridge/text.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/scene_painter.h"

namespace weft::ui {
namespace {

QColor colour_for(DiffKind kind) {
    const Colours& c = Theme::instance().colours();
    return kind == DiffKind::added ? c.ok : kind == DiffKind::removed ? c.fail : c.warn;
}

QColor ground_for(DiffKind kind) {
    const Colours& c = Theme::instance().colours();
    return kind == DiffKind::added ? c.ok_bg : kind == DiffKind::removed ? c.fail_bg : c.warn_bg;
}

// Beside what it ran after, or before what ran after it; the nearest place below where nothing stands.
QRectF place_of(const CanvasScene& scene, const CanvasDiff::Ghost& ghost, const std::vector<DiffDrawing::Ghost>& others) {
    const QSizeF size(layout::node_width, layout::node_height);
    QPointF at(layout::frame_left, scene.frame.rect.bottom() + 24);
    const auto first_of = [&](const std::vector<TaskId>& ids) {
        for (const TaskId id : ids)
            if (const int node = scene.find(id); node >= 0) return node;
        return -1;
    };
    const int before = first_of(ghost.before), after = first_of(ghost.after);
    if (!ghost.handler && before >= 0) at = scene.rects[std::size_t(before)].topRight() + QPointF(layout::layer_gap, 0);
    else if (!ghost.handler && after >= 0) at = scene.rects[std::size_t(after)].topLeft() - QPointF(layout::layer_gap + layout::node_width, 0);
    else if (ghost.handler && scene.frame.has_lane()) at = QPointF(layout::frame_left, scene.frame.lane_top + layout::lane_head);
    const QPointF step = ghost.handler ? QPointF(layout::node_width + layout::layer_gap, 0) : QPointF(0, layout::node_height + layout::row_gap);
    QRectF rect(at, size);
    for (int turn = 0; turn < 200; ++turn, rect.translate(step)) {
        bool taken = std::any_of(others.begin(), others.end(), [&](const DiffDrawing::Ghost& other) { return other.rect.intersects(rect); });
        scene.nodes_at.query(rect, [&](int node) { taken = taken || scene.rects[std::size_t(node)].adjusted(-8, -8, 8, 8).intersects(rect); });
        if (!taken) break;
    }
    return rect;
}

WireCurve between(const QRectF& from, const QRectF& to) { return wire_curve(QPointF(from.right() + port_radius, from.center().y()), QPointF(to.left() - port_radius - 1, to.center().y())); }

// A round tag with the sign, at a corner.
void paint_sign(QPainter& painter, QPointF at, DiffKind kind, qreal radius) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour_for(kind));
    painter.drawEllipse(at, radius, radius);
    painter.setPen(Theme::instance().colours().canvas);
    painter.setFont(Theme::instance().font(radius * 1.7, 700));
    painter.drawText(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius), Qt::AlignCenter, diff_sign(kind));
}

void paint_mark(QPainter& painter, const PaintJob& job, const QRectF& rect, bool handler, const CanvasDiff::Mark& mark, DrawCount& count) {
    const QColor colour = colour_for(mark.kind);
    painter.setBrush(Qt::NoBrush);
    if (job.view.detail() == Detail::far) {
        painter.fillRect(rect, colour);
        return;
    }
    QPen pen(colour, std::max(2.4, 1.6 / job.view.zoom));
    if (mark.kind != DiffKind::added) pen.setDashPattern(mark.kind == DiffKind::removed ? QList<qreal>{1.4, 1.8} : QList<qreal>{4, 1.6});
    painter.setPen(pen);
    painter.drawPath(node_outline({rect.adjusted(-3, -3, 3, 3), handler}));
    paint_sign(painter, rect.topLeft() + QPointF(2, 1), mark.kind, job.view.detail() == Detail::near ? 9 : 18);
    ++count.texts;
    if (mark.words.isEmpty() || job.view.detail() != Detail::near) return;
    paint_pill(painter, QPointF(rect.left() + 10, rect.bottom() + 6), mark.words, false, colour, rect.width());
    ++count.texts;
}

void paint_ghost(QPainter& painter, const PaintJob& job, const DiffDrawing::Ghost& ghost, DrawCount& count) {
    const Colours& c = Theme::instance().colours();
    if (job.view.detail() != Detail::far) {
        QColor ground = ground_for(DiffKind::removed);
        ground.setAlpha(150);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawPath(node_outline({ghost.rect, ghost.handler}));
        QFont font = Theme::instance().font(job.view.detail() == Detail::near ? 13 : 22, 600);
        font.setStrikeOut(true);
        painter.setFont(font);
        painter.setPen(c.fail);
        painter.drawText(ghost.rect.adjusted(22, 0, -16, 0), Qt::AlignVCenter | Qt::AlignLeft, QFontMetricsF(font).elidedText(ghost.title, Qt::ElideRight, ghost.rect.width() - 38));
        ++count.texts;
    }
    paint_mark(painter, job, ghost.rect, ghost.handler, {DiffKind::removed, {}}, count);
}

}  // namespace

QRectF DiffDrawing::bounds() const {
    QRectF all;
    for (const Ghost& ghost : ghosts) all |= ghost.rect.adjusted(-8, -12, 8, 8);
    return all;
}

int DiffDrawing::ghost_at(QPointF scene) const {
    for (const Ghost& ghost : ghosts)
        if (ghost.rect.contains(scene)) return ghost.number;
    return -1;
}

DiffDrawing place_diff(const CanvasScene& scene, const CanvasDiff& diff) {
    DiffDrawing out;
    for (int node = 0; node < scene.count(); ++node)
        if (const auto mark = diff.tasks.find(scene.ids[std::size_t(node)]); mark != diff.tasks.end()) out.nodes.emplace_back(node, mark->second);
    const auto rect_of = [&](TaskId id) {
        const int node = scene.find(id);
        return node < 0 ? QRectF() : scene.rects[std::size_t(node)];
    };
    for (std::size_t i = 0; i < diff.ghosts.size(); ++i) {
        const CanvasDiff::Ghost& ghost = diff.ghosts[i];
        if (ghost.prefix != scene.prefix) continue;
        out.ghosts.push_back({int(i), place_of(scene, ghost, out.ghosts), qs(ghost.name), ghost.handler});
        if (ghost.handler) continue;
        const QRectF here = out.ghosts.back().rect;
        for (const TaskId id : ghost.before)
            if (const QRectF rect = rect_of(id); !rect.isEmpty()) out.lines.push_back({between(rect, here), DiffKind::removed});
        for (const TaskId id : ghost.after)
            if (const QRectF rect = rect_of(id); !rect.isEmpty()) out.lines.push_back({between(here, rect), DiffKind::removed});
    }
    for (const CanvasDiff::Edge& edge : diff.edges) {
        const QRectF from = rect_of(edge.tasks.first), to = rect_of(edge.tasks.second);
        if (!from.isEmpty() && !to.isEmpty()) out.lines.push_back({between(from, to), edge.kind});
    }
    return out;
}

QString diff_sign(DiffKind kind) { return kind == DiffKind::added ? QStringLiteral("+") : kind == DiffKind::removed ? QStringLiteral("−") : QStringLiteral("~"); }

QString diff_word(DiffKind kind) {
    switch (kind) {
        case DiffKind::added: return Canvas::tr("added");
        case DiffKind::removed: return Canvas::tr("removed");
        case DiffKind::renamed: return Canvas::tr("renamed");
        case DiffKind::changed: break;
    }
    return Canvas::tr("changed");
}

void paint_diff(QPainter& painter, const QRectF& dirty_scene, const PaintJob& job, DrawCount& count) {
    if (!job.diff) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-job.view.offset);
    painter.scale(job.view.zoom, job.view.zoom);
    const bool still = job.layer != PaintJob::Layer::lifted;
    for (const DiffDrawing::Line& line : job.diff->lines) {
        if (!still || !wire_bounds(line.curve).intersects(dirty_scene)) continue;
        QPen pen(colour_for(line.kind), std::max(2.4, 1 / job.view.zoom));
        if (line.kind != DiffKind::added) pen.setDashPattern({4, 2.4});
        const QPainterPath path = path_of(line.curve);
        painter.strokePath(path, pen);
        ++count.segments;
        if (job.view.detail() == Detail::near) paint_sign(painter, line.curve.at(0.5), line.kind, 7);
    }
    for (const auto& [node, mark] : job.diff->nodes) {
        const QRectF& rect = job.scene.rects[std::size_t(node)];
        if (wanted_node(job, node) && rect.adjusted(-12, -12, 12, 20).intersects(dirty_scene)) paint_mark(painter, job, rect, job.scene.has(node, flag_handler), mark, count);
    }
    for (const DiffDrawing::Ghost& ghost : job.diff->ghosts)
        if (still && ghost.rect.adjusted(-12, -12, 12, 12).intersects(dirty_scene)) paint_ghost(painter, job, ghost, count);
    painter.restore();
}

QRectF paint_diff_legend(QPainter& painter, const QRectF& room, const CanvasDiff& diff) {
    const Theme& theme = Theme::instance();
    const Colours& c = theme.colours();
    const QFont font = theme.font(11.5, 500), small = theme.font(10.5);
    const QFontMetricsF metrics(font), fine(small);
    const QString head = metrics.elidedText(Canvas::tr("Compared with %1").arg(diff.name), Qt::ElideMiddle, 260), foot = Canvas::tr("Esc ends the comparison");
    const DiffKind kinds[] = {DiffKind::added, DiffKind::removed, DiffKind::changed, DiffKind::renamed};
    qreal row = 0;
    for (const DiffKind kind : kinds) row += 26 + metrics.horizontalAdvance(diff_word(kind));
    const qreal width = std::max({row + 14, metrics.horizontalAdvance(head) + 24, fine.horizontalAdvance(foot) + 24});
    const QRectF card(room.right() - width - 16, room.top() + 12, width, 72);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.line, 1));
    painter.setBrush(c.panel);
    painter.drawRoundedRect(card, 8, 8);
    const QRectF inner = card.adjusted(12, 6, -12, -6);
    painter.setFont(font);
    painter.setPen(c.text);
    painter.drawText(QRectF(inner.left(), inner.top(), inner.width(), 18), Qt::AlignVCenter | Qt::AlignLeft, head);
    qreal x = inner.left();
    for (const DiffKind kind : kinds) {
        paint_sign(painter, QPointF(x + 7, inner.top() + 30), kind, 7);
        painter.setFont(font);
        painter.setPen(c.text);
        painter.drawText(QRectF(x + 18, inner.top() + 20, 200, 20), Qt::AlignVCenter | Qt::AlignLeft, diff_word(kind));
        x += 26 + metrics.horizontalAdvance(diff_word(kind));
    }
    painter.setFont(small);
    painter.setPen(c.faint);
    painter.drawText(QRectF(inner.left(), inner.bottom() - 16, inner.width(), 16), Qt::AlignVCenter | Qt::AlignLeft, foot);
    return card;
}

}  // namespace weft::ui
