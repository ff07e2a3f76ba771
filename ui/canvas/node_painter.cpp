// Nodes at three levels of detail. Exit handlers are tags: notched right end, dashed outline, double bar at their left.
#include <QPainterPath>
#include <QPixmap>
#include <QPixmapCache>
#include <algorithm>

#include "ui/base/theme.h"
#include "ui/canvas/scene_painter.h"

namespace weft::ui {
namespace {

QColor block_colour(const CanvasScene& scene, int node) {
    const Colours& c = Theme::instance().colours();
    const Glyph glyph = scene.glyphs[std::size_t(node)];
    if (glyph != Glyph::none) return colour_of(glyph);
    if (scene.has(node, flag_error)) return c.fail;
    if (scene.has(node, flag_warning)) return c.warn;
    return scene.has(node, flag_muted) ? c.node_line : c.wait;
}

template <class Fn> void each_node(const PaintJob& job, const QRectF& dirty_scene, Fn fn) {
    if (job.layer == PaintJob::Layer::lifted) {
        for (int node = 0; node < job.scene.count(); ++node) {
            if (wanted_node(job, node)) fn(node);
        }
        return;
    }
    job.scene.nodes_at.query(dirty_scene, [&](int node) {
        if (wanted_node(job, node)) fn(node);
    });
}

void paint_far(QPainter& painter, const QRectF& area, const PaintJob& job, DrawCount& count) {
    const Colours& c = Theme::instance().colours();
    each_node(job, job.view.to_scene(area), [&](int node) {
        const QRectF rect = job.view.to_view(job.scene.rects[std::size_t(node)]);
        if (!rect.intersects(area)) return;
        ++count.nodes;
        const QRect block(qRound(rect.left()), qRound(rect.top()), std::max(2, qRound(rect.width())), std::max(2, qRound(rect.height())));
        const bool chosen = job.scene.has(node, flag_selected);
        if (job.scene.has(node, flag_open)) {
            painter.setPen(chosen ? c.selection : block_colour(job.scene, node));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(block);
            return;
        }
        if (chosen) painter.fillRect(block.adjusted(-2, -2, 2, 2), c.selection);
        painter.fillRect(block, block_colour(job.scene, node));
        if (job.scene.has(node, flag_handler) && block.width() > 6)  // the notch, so that a handler is one at any size
            painter.fillRect(QRect(block.left() + 1, block.top(), 1, block.height()), c.lane);
    });
}

// A state's shape at a size and density, drawn once.
QPixmap glyph_pixmap(Glyph glyph, int size, qreal ratio) {
    const QString key = QStringLiteral("weft-glyph-%1-%2-%3-%4").arg(int(glyph)).arg(size).arg(ratio).arg(colour_of(glyph).rgba());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) return pixmap;
    pixmap = QPixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint_glyph(painter, QPointF(size / 2.0, size / 2.0), glyph, size * 0.9);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paint_middle(QPainter& painter, const QRectF& area, const PaintJob& job, DrawCount& count) {
    const Colours& c = Theme::instance().colours();
    const qreal zoom = job.view.zoom, ratio = painter.device()->devicePixelRatioF();
    const QFont font = Theme::instance().font(zoom < 0.25 ? 8 : 9.5, 500);
    const QFontMetricsF metrics(font);
    const bool titles = zoom >= 0.2 && !job.draft;
    const int glyph_size = std::max(7, qRound(26 * zoom));
    painter.setFont(font);
    each_node(job, job.view.to_scene(area), [&](int node) {
        const QRectF rect = job.view.to_view(job.scene.rects[std::size_t(node)]);
        if (!rect.intersects(area)) return;
        ++count.nodes;
        const bool chosen = job.scene.has(node, flag_selected), handler = job.scene.has(node, flag_handler);
        const Glyph glyph = job.scene.glyphs[std::size_t(node)];
        const bool open = job.scene.has(node, flag_open);
        QRect box = rect.toRect();
        QPen pen(chosen ? c.selection : job.scene.has(node, flag_error) ? c.fail : c.node_line, chosen ? 2 : 1, handler ? Qt::DashLine : Qt::SolidLine);
        painter.setPen(pen);
        painter.setBrush(open ? QBrush(Qt::NoBrush) : QBrush(job.scene.has(node, flag_muted) ? c.canvas : c.node));
        if (handler) {
            const int notch = std::max(3, qRound(handler_notch * zoom));
            const int middle = box.center().y();
            painter.drawPolygon(QPolygon({box.topLeft(), {box.right() - notch, box.top()}, {box.right(), middle}, {box.right() - notch, box.bottom()}, box.bottomLeft()}));
        } else {
            painter.drawRect(box.adjusted(0, 0, -1, -1));
        }
        if (open) box.setHeight(std::min(box.height(), qRound(layout::node_height * zoom)));
        painter.fillRect(QRect(box.left() + 1, box.top() + 1, 3, box.height() - 2), block_colour(job.scene, node));
        int left = box.left() + 7;
        if (glyph != Glyph::none) {
            painter.drawPixmap(QPointF(left, box.center().y() - glyph_size / 2.0), glyph_pixmap(glyph, glyph_size, ratio));
            left += glyph_size + 3;
        }
        const int room = box.right() - 3 - (handler ? 4 : 0) - left;
        if (!titles || room < 14) return;
        painter.setPen(job.scene.has(node, flag_muted) ? c.faint : c.text);
        painter.drawText(QRect(left, box.top(), room, box.height()), Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(job.scene.faces[std::size_t(node)].title, Qt::ElideRight, room));
        ++count.texts;
    });
}

QColor state_colour(Glyph glyph) {
    const Colours& c = Theme::instance().colours();
    switch (glyph) {
        case Glyph::succeeded:
        case Glyph::failed:
        case Glyph::running:
        case Glyph::retrying:
        case Glyph::suspended: return colour_of(glyph);
        default: return c.faint;
    }
}

void paint_box(QPainter& painter, const PaintJob& job, int node) {
    const Colours& c = Theme::instance().colours();
    const NodeShape shape = job.scene.shape(node);
    const bool chosen = job.scene.has(node, flag_selected), muted = job.scene.has(node, flag_muted), lit = node == job.lit_node;
    if (!shape.handler && !muted && !shape.open) {
        painter.setPen(QPen(c.shadow, 2, Qt::SolidLine, Qt::FlatCap));   // all that shows of it: under the foot
        painter.drawLine(shape.box.bottomLeft() + QPointF(node_radius * 0.5, 1), shape.box.bottomRight() + QPointF(-node_radius * 0.5, 1));
    }
    if (node == job.focused_node) {
        painter.setPen(QPen(c.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(node_outline({shape.box.adjusted(-4, -4, 4, 4), shape.handler}));
    }
    QPen pen(chosen || lit ? c.selection : node == job.hovered_node ? c.wait : c.node_line, chosen || lit ? 2 : shape.handler ? 1.4 : 1.2);
    if (shape.handler || muted) pen.setDashPattern(chosen ? QList<qreal>{2.6, 1.6} : QList<qreal>{3.6, 2.2});
    painter.setPen(pen);
    painter.setBrush(shape.open ? QBrush(Qt::NoBrush) : QBrush(lit ? c.accent_bg : muted ? c.canvas : c.node));
    if (shape.handler) {
        painter.drawPath(node_outline(shape));
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.muted);
        for (const qreal x : {5.0, 9.4}) painter.drawRoundedRect(QRectF(shape.box.left() + x, shape.box.top() + 9, 2.4, shape.box.height() - 18), 1, 1);
    } else {
        painter.drawRoundedRect(shape.box, node_radius, node_radius);
    }
}

void paint_ports(QPainter& painter, const PaintJob& job, int node, const NodeParts& parts) {
    const Colours& c = Theme::instance().colours();
    const bool awake = node == job.hovered_node || node == job.lit_node;
    painter.setPen(QPen(awake ? c.accent : c.muted, awake ? 1.8 : 1.4));
    painter.setBrush(awake ? c.accent_bg : c.node);
    for (const QPointF& port : {parts.input, parts.output}) painter.drawEllipse(port, port_radius, port_radius);
}

// Points to the right where tasks are hidden, down where they are shown.
void paint_chevron(QPainter& painter, QPointF at, bool open, bool awake) {
    const Colours& c = Theme::instance().colours();
    painter.setPen(QPen(awake ? c.accent : c.muted, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    if (open) painter.drawPolyline(QPolygonF({at + QPointF(-4.5, -2.2), at + QPointF(0, 2.3), at + QPointF(4.5, -2.2)}));
    else painter.drawPolyline(QPolygonF({at + QPointF(-2.2, -4.5), at + QPointF(2.3, 0), at + QPointF(-2.2, 4.5)}));
}

// A sub-flow has something behind it: a second edge shows under its foot.
void paint_depth(QPainter& painter, const NodeShape& shape) {
    const Colours& c = Theme::instance().colours();
    painter.setPen(QPen(c.node_line, 1.2));
    painter.setBrush(c.node);
    painter.drawRoundedRect(shape.box.adjusted(6, 6, -6, 4), node_radius, node_radius);
}

void paint_pills(QPainter& painter, const PaintJob& job, int node, const NodeParts& parts, DrawCount& count) {
    const NodeFace& face = job.scene.faces[std::size_t(node)];
    QPointF at = parts.pill;
    qreal room = job.scene.rects[std::size_t(node)].width() - 50;   // the badge's corner stays free
    for (const QString* text : {&face.loop, &face.when}) {
        if (text->isEmpty()) continue;
        const qreal most = text == &face.loop && !face.when.isEmpty() ? room / 2 : room;
        paint_pill(painter, at, *text, false, Theme::instance().colours().muted, most);
        at.rx() += pill_width(*text, most) + 4;
        room -= pill_width(*text, most) + 4;
        ++count.texts;
    }
}

}  // namespace

void paint_node_near(QPainter& painter, const PaintJob& job, int node, DrawCount& count) {
    const Colours& c = Theme::instance().colours();
    const CanvasScene& scene = job.scene;
    const NodeShape shape = scene.shape(node);
    const NodeParts parts = node_parts(shape);
    const bool muted = scene.has(node, flag_muted);
    TextCache::Texts& texts = job.texts->of(scene, node);
    if (shape.opens && !shape.open) paint_depth(painter, shape);
    paint_box(painter, job, node);
    if (!shape.handler) paint_ports(painter, job, node, parts);
    if (shape.opens) paint_chevron(painter, parts.chevron, shape.open, node == job.hovered_node);
    paint_kind_tile(painter, parts.tile, scene.faces[std::size_t(node)].kind, muted);
    painter.setPen(muted ? c.faint : c.text);
    texts.title.draw(painter, parts.title.topLeft());
    if (muted) painter.drawLine(QPointF(parts.title.left(), parts.title.center().y() + 0.5), QPointF(parts.title.left() + texts.title.width, parts.title.center().y() + 0.5));
    painter.setPen(c.muted);
    texts.subtitle.draw(painter, parts.subtitle.topLeft());
    count.texts += 2;
    const Glyph glyph = scene.glyphs[std::size_t(node)];
    if (glyph != Glyph::none) {
        paint_glyph(painter, parts.glyph, glyph, 13, job.turn);
        painter.setPen(state_colour(glyph));
        texts.state.draw(painter, parts.state.topLeft());
        ++count.texts;
    }
    paint_pills(painter, job, node, parts, count);
    if (scene.has(node, flag_error) || scene.has(node, flag_warning)) paint_glyph(painter, parts.badge, scene.has(node, flag_error) ? Glyph::failed : Glyph::warning, 15);
    ++count.nodes;
}

void paint_nodes(QPainter& painter, const QRect& dirty, const PaintJob& job, DrawCount& count) {
    const QRectF area = QRectF(dirty).adjusted(-3, -3, 3, 3);
    painter.save();
    switch (job.view.detail()) {
        case Detail::far: paint_far(painter, area, job, count); break;
        case Detail::middle: paint_middle(painter, area, job, count); break;
        case Detail::near: {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.translate(-job.view.offset);
            painter.scale(job.view.zoom, job.view.zoom);
            const QRectF dirty_scene = job.view.to_scene(area);
            each_node(job, dirty_scene, [&](int node) {
                if (job.scene.rects[std::size_t(node)].adjusted(-8, -12, 8, 8).intersects(dirty_scene)) paint_node_near(painter, job, node, count);
            });
            break;
        }
    }
    painter.restore();
}

}  // namespace weft::ui
