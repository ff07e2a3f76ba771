#include "ui/canvas/scene_painter.h"

#include <QFontMetricsF>
#include <cmath>

#include "ui/base/theme.h"
#include "ui/canvas/canvas_diff.h"
#include "ui/canvas/note_painter.h"

namespace weft::ui {
namespace {

void lay_out(TextCache::Line& line, const QString& words, const QFont& font, qreal width) {
    const QFontMetricsF metrics(font);
    line.font = font;
    line.words = metrics.elidedText(words, Qt::ElideRight, width);
    line.laid_out.setTextFormat(Qt::PlainText);
    line.laid_out.setPerformanceHint(QStaticText::AggressiveCaching);
    line.laid_out.setText(line.words);
    line.laid_out.prepare({}, font);
    line.width = line.laid_out.size().width();
    line.tall = line.laid_out.size().height() > metrics.height() + 1;
}

}  // namespace

void TextCache::Line::draw(QPainter& painter, QPointF top_left) const {
    painter.setFont(font);
    if (tall) painter.drawText(top_left + QPointF(0, QFontMetricsF(font).ascent()), words);
    else painter.drawStaticText(top_left, laid_out);
}

TextCache::Texts& TextCache::of(const CanvasScene& scene, int node) {
    std::unique_ptr<Texts>& texts = texts_[std::size_t(node)];
    if (!texts) {
        texts = std::make_unique<Texts>();
        const Theme& theme = Theme::instance();
        const NodeFace& face = scene.faces[std::size_t(node)];
        const NodeParts parts = node_parts(scene.shape(node));
        lay_out(texts->title, face.title, theme.font(13, 600), parts.title.width());
        lay_out(texts->subtitle, face.subtitle, theme.font(10.5), parts.subtitle.width());
        lay_out(texts->state, face.state, theme.font(10.5, 500), parts.state.width());
    }
    return *texts;
}

void TextCache::drop(int node) {
    if (std::size_t(node) < texts_.size()) texts_[std::size_t(node)].reset();
}

void TextCache::reset(std::size_t count) {
    texts_.clear();
    texts_.resize(count);
}

bool wanted_node(const PaintJob& job, int node) {
    if (job.layer == PaintJob::Layer::all || !job.lifted) return true;
    return bool((*job.lifted)[std::size_t(node)]) == (job.layer == PaintJob::Layer::lifted);
}

bool wanted_wire(const PaintJob& job, int wire) {
    if (job.layer == PaintJob::Layer::all || !job.lifted) return true;
    const Wire& w = job.scene.wires[std::size_t(wire)];
    const bool moves = (*job.lifted)[std::size_t(w.from)] || (*job.lifted)[std::size_t(w.to)];
    return moves == (job.layer == PaintJob::Layer::lifted);
}

void paint_background(QPainter& painter, const QRect& dirty, const View& view) {
    const Colours& c = Theme::instance().colours();
    painter.fillRect(dirty, c.canvas);
    if (view.detail() == Detail::far) return;
    qreal step = 20;
    while (step * view.zoom < 14) step *= 2;
    const QPointF first = view.to_scene(QPointF(dirty.topLeft())), last = view.to_scene(QPointF(dirty.bottomRight()) + QPointF(1, 1));
    const int size = view.zoom < 0.6 ? 1 : 2;
    for (qreal y = std::floor(first.y() / step) * step; y <= last.y(); y += step) {
        for (qreal x = std::floor(first.x() / step) * step; x <= last.x(); x += step) {
            const QPointF at = view.to_view(QPointF(x, y));
            painter.fillRect(QRect(qRound(at.x()), qRound(at.y()), size, size), c.dot);
        }
    }
}

qreal pill_width(const QString& text, qreal most) {
    return std::min(most, QFontMetricsF(Theme::instance().font(10.5, 500)).horizontalAdvance(text) + 16);
}

void paint_pill(QPainter& painter, QPointF middle_left, const QString& text, bool centred, const QColor& colour, qreal most) {
    const Colours& c = Theme::instance().colours();
    const QFont font = Theme::instance().font(10.5, 500);
    const qreal width = pill_width(text, most);
    const QRectF rect(middle_left.x() - (centred ? width / 2 : 0), middle_left.y() - 9, width, 18);
    painter.setPen(QPen(c.line, 1));
    painter.setBrush(c.canvas);
    painter.drawRoundedRect(rect, 9, 9);
    painter.setPen(colour);
    painter.setFont(font);
    painter.drawText(rect.adjusted(6, 0, -6, 0), Qt::AlignCenter, QFontMetricsF(font).elidedText(text, Qt::ElideRight, width - 15));
}

DrawCount paint_scene(QPainter& painter, const QRect& dirty, const PaintJob& job) {
    DrawCount count;
    const QRectF dirty_scene = job.view.to_scene(QRectF(dirty).adjusted(-2, -2, 2, 2));
    if (job.layer != PaintJob::Layer::lifted) {
        paint_background(painter, dirty, job.view);
        paint_frame(painter, dirty_scene, job, count);
        paint_notes(painter, dirty_scene, job, count);
    }
    paint_wires(painter, dirty, job, count);
    paint_nodes(painter, dirty, job, count);
    if (job.view.detail() == Detail::near) paint_wire_pills(painter, dirty_scene, job, count);
    paint_diff(painter, dirty_scene, job, count);
    return count;
}

}  // namespace weft::ui
