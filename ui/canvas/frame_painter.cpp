// What stands around the nodes: the scope's frame with its name and environment, the lane of the exit handlers, the verdict.
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainterPath>

#include "ui/base/theme.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/scene_painter.h"

namespace weft::ui {
namespace {

constexpr qreal frame_radius = 14;

// `ground` hides the canvas's dots behind the words: beside a letter they read as punctuation.
qreal words(QPainter& painter, QPointF baseline, const QString& text, const QFont& font, const QColor& colour, qreal most, DrawCount& count, const QColor& ground = {}) {
    if (text.isEmpty() || most < 20) return 0;
    painter.setFont(font);
    painter.setPen(colour);
    const QFontMetricsF metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, most);
    const qreal width = metrics.horizontalAdvance(shown);
    if (ground.isValid()) painter.fillRect(QRectF(baseline.x() - 3, baseline.y() - metrics.ascent(), width + 6, metrics.height()), ground);
    painter.drawText(baseline, shown);
    ++count.texts;
    return width;
}

QPainterPath lane_path(const FramePart& frame) {
    const QRectF lane(frame.rect.left(), frame.lane_top, frame.rect.width(), frame.rect.bottom() - frame.lane_top);
    QPainterPath rounded, upper;
    rounded.addRoundedRect(frame.rect, frame_radius, frame_radius);
    upper.addRect(lane);
    return rounded.intersected(upper);
}

void paint_lane(QPainter& painter, const PaintJob& job, DrawCount& count) {
    const Theme& theme = Theme::instance();
    const Colours& c = theme.colours();
    const FramePart& frame = job.scene.frame;
    painter.setPen(Qt::NoPen);
    painter.setBrush(job.lane_lit ? c.accent_bg : c.lane);
    painter.drawPath(lane_path(frame));
    painter.setPen(QPen(c.line, 1.4));
    painter.drawLine(QPointF(frame.rect.left(), frame.lane_top), QPointF(frame.rect.right(), frame.lane_top));
    if (job.view.detail() != Detail::near) return;
    const QPointF at(frame.rect.left() + 18, frame.lane_top + 22);
    QFont head = theme.font(10.5, 700);
    head.setLetterSpacing(QFont::PercentageSpacing, 103);
    const qreal used = words(painter, at, Canvas::tr("ON EXIT", "heading of the lane of exit handlers"), head, c.muted, 200, count);
    words(painter, at + QPointF(used + 14, 0), frame.inner ? Canvas::tr("runs when this sub-flow has ended: always, on success or on failure")
                                           : Canvas::tr("runs when the flow has ended: always, on success or on failure"), theme.font(10.5), c.faint,
          frame.rect.width() - used - 50, count);
}

}  // namespace

// The lanes of unfolded groups, in the place of their frames.
void paint_inner_lanes(QPainter& painter, const QRectF& dirty_scene, const PaintJob& job, DrawCount& count) {
    const Theme& theme = Theme::instance();
    const Colours& c = theme.colours();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-job.view.offset);
    painter.scale(job.view.zoom, job.view.zoom);
    for (const OpenPart& open : job.scene.open) {
        const QRectF& rect = job.scene.rects[std::size_t(open.node)];
        if (open.lane_bottom <= open.lane_top || !rect.intersects(dirty_scene) || !wanted_node(job, open.node)) continue;
        FramePart frame;
        frame.rect = rect;
        frame.lane_top = rect.top() + open.lane_top;
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.lane);
        painter.drawPath(lane_path(frame));
        painter.setPen(QPen(c.line, 1.4));
        painter.drawLine(QPointF(rect.left(), frame.lane_top), QPointF(rect.right(), frame.lane_top));
        if (job.view.detail() == Detail::near)
            words(painter, QPointF(rect.left() + 18, frame.lane_top + 22), Canvas::tr("ON EXIT", "heading of the lane of exit handlers"), theme.font(10.5, 700), c.muted, 200, count);
    }
    painter.restore();
}

void paint_frame(QPainter& painter, const QRectF& dirty_scene, const PaintJob& job, DrawCount& count) {
    const FramePart& frame = job.scene.frame;
    if (job.scene.count() == 0 || !dirty_scene.intersects(frame.rect.adjusted(-2, -2, 2, 2))) return;
    const Theme& theme = Theme::instance();
    const Colours& c = theme.colours();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-job.view.offset);
    painter.scale(job.view.zoom, job.view.zoom);
    if (frame.has_lane()) paint_lane(painter, job, count);
    painter.setPen(QPen(c.line, std::max(1.4, 1 / job.view.zoom)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(frame.rect, frame_radius, frame_radius);
    if (job.view.detail() == Detail::near) {
        const QPointF at = frame.rect.topLeft() + QPointF(18, 24);
        const qreal used = words(painter, at, frame.name, theme.font(11.5, 600), c.muted, frame.rect.width() / 2, count, c.canvas);
        words(painter, at + QPointF(used + 10, 0), frame.environment, theme.font(10.5), c.faint, frame.rect.width() - used - 50, count, c.canvas);
    }
    painter.restore();
    if (!job.scene.open.empty()) paint_inner_lanes(painter, dirty_scene, job, count);
}

// --- the verdict ---

namespace {

struct BannerColours { QColor back, line, text; };

BannerColours banner_colours(Glyph glyph) {
    const Colours& c = Theme::instance().colours();
    switch (glyph) {
        case Glyph::failed: return {c.fail_bg, c.fail, c.fail};
        case Glyph::succeeded: return {c.ok_bg, c.ok, c.ok};
        case Glyph::running: return {c.panel, c.line, c.text};
        default: return {c.lane, c.node_line, c.text};
    }
}

qreal text_width(const QString& text, const QFont& font) { return text.isEmpty() ? 0 : QFontMetricsF(font).horizontalAdvance(text); }

struct BannerFonts {
    QFont sentence = Theme::instance().font(12.5, 600), beside = Theme::instance().font(12), link = Theme::instance().font(12, 600);
};

bool one_line(const BannerPart& banner, qreal width, const BannerFonts& fonts) {
    const qreal link = banner.link.isEmpty() ? 0 : text_width(banner.link, fonts.link) + 20;
    return 42 + text_width(banner.sentence, fonts.sentence) + 32 + text_width(banner.beside, fonts.beside) + link + 16 <= width;
}

}  // namespace

qreal banner_height_for(const BannerPart& banner, qreal width) {
    return one_line(banner, width, {}) || banner.beside.isEmpty() ? banner_height : banner_height + 18;
}

QRectF paint_banner(QPainter& painter, const QRectF& rect, const BannerPart& banner, qreal turn) {
    const BannerFonts fonts;
    const BannerColours colours = banner_colours(banner.glyph);
    const Colours& c = Theme::instance().colours();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.line, 1));
    painter.setBrush(colours.back);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 9, 9);
    const qreal first = rect.top() + banner_height / 2;
    paint_glyph(painter, QPointF(rect.left() + 24, first), banner.glyph, 14, turn);

    QRectF link;
    qreal right = rect.right() - 16;
    if (!banner.link.isEmpty()) {
        const qreal width = text_width(banner.link, fonts.link);
        link = QRectF(right - width, first - 12, width, 24);
        painter.setFont(fonts.link);
        painter.setPen(c.accent);
        painter.drawText(link, Qt::AlignCenter, banner.link);
        right = link.left() - 20;
    }
    const auto line = [&](const QRectF& box, Qt::Alignment side, const QString& text, const QFont& font, const QColor& colour) {
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(box, side | Qt::AlignVCenter, QFontMetricsF(font).elidedText(text, Qt::ElideRight, box.width()));
    };
    const qreal left = rect.left() + 42;
    line(QRectF(left, first - 12, right - left, 24), Qt::AlignLeft, banner.sentence, fonts.sentence, colours.text);
    if (!banner.beside.isEmpty()) {
        const bool beside = one_line(banner, rect.width(), fonts);
        const QRectF box = beside ? QRectF(left, first - 12, right - left, 24) : QRectF(left, first + 7, rect.right() - 16 - left, 22);
        line(box, beside ? Qt::AlignRight : Qt::AlignLeft, banner.beside, fonts.beside, c.text);
    }
    painter.restore();
    return link;
}

}  // namespace weft::ui
