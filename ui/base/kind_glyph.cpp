#include "ui/base/kind_glyph.h"

#include <QPainter>
#include <QPainterPath>

#include "ui/base/theme.h"

namespace weft::ui {
namespace {

// Strokes in a box of 26 with (0, 0) in its middle.
QPainterPath outline(KindGlyph kind) {
    QPainterPath p;
    const auto line = [&p](std::initializer_list<QPointF> points) {
        p.moveTo(*points.begin());
        for (auto at = points.begin() + 1; at != points.end(); ++at) p.lineTo(*at);
    };
    switch (kind) {
        case KindGlyph::script:
            line({{-5.5, -4}, {-1.5, 0}, {-5.5, 4}});
            line({{1, 4.5}, {6, 4.5}});
            break;
        case KindGlyph::container:
            line({{-2.5, -5}, {-5, -5}, {-5, 5}, {-2.5, 5}});
            line({{2.5, -5}, {5, -5}, {5, 5}, {2.5, 5}});
            break;
        case KindGlyph::condition:
            line({{0, -6}, {6, 0}, {0, 6}, {-6, 0}, {0, -6}});
            break;
        case KindGlyph::loop:
            p.arcMoveTo(QRectF(-5, -5, 10, 10), 50);
            p.arcTo(QRectF(-5, -5, 10, 10), 50, 280);
            line({{5.6, -6.2}, {5.2, -2}, {1.2, -3.2}});
            break;
        case KindGlyph::flow:
            p.addRoundedRect(QRectF(-6, -5, 5, 4), 1, 1);
            p.addRoundedRect(QRectF(1, 1, 5, 4), 1, 1);
            p.moveTo(-3.5, -1);
            p.cubicTo(-3.5, 2, -2, 3, 1, 3);
            break;
        case KindGlyph::http:
            p.addEllipse(QPointF(), 5.6, 5.6);
            p.addEllipse(QPointF(), 2.4, 5.6);
            line({{-5.6, 0}, {5.6, 0}});
            break;
        case KindGlyph::wait:
            line({{-2.5, -5}, {-2.5, 5}});
            line({{2.5, -5}, {2.5, 5}});
            break;
        case KindGlyph::resource:
            line({{0, -6}, {5.2, -3}, {5.2, 3}, {0, 6}, {-5.2, 3}, {-5.2, -3}, {0, -6}});
            line({{-5.2, -3}, {0, 0}, {5.2, -3}});
            line({{0, 0}, {0, 6}});
            break;
        case KindGlyph::reference:
            line({{-4, 4.5}, {4.5, -4}});
            line({{-1, -4.5}, {4.5, -4.5}, {4.5, 1}});
            break;
        case KindGlyph::other:
            for (const qreal x : {-4.5, 0.0, 4.5}) line({{x, 0}, {x + 0.05, 0}});
            break;
        case KindGlyph::handler:
            line({{-6, -4.5}, {2, -4.5}, {6, 0}, {2, 4.5}, {-6, 4.5}, {-6, -4.5}});
            line({{-3.4, -2}, {-3.4, 2}});
            break;
    }
    return p;
}

}  // namespace

KindGlyph kind_glyph_of(const Task& task, const Definition* definition) {
    const DefinitionKind kind = definition ? definition->kind : DefinitionKind::none;
    if (kind == DefinitionKind::flow) return KindGlyph::flow;
    if (task.loop) return KindGlyph::loop;
    switch (kind) {
        case DefinitionKind::container: return KindGlyph::container;
        case DefinitionKind::script: return KindGlyph::script;
        case DefinitionKind::flow: return KindGlyph::flow;
        case DefinitionKind::wait: return KindGlyph::wait;
        case DefinitionKind::http: return KindGlyph::http;
        case DefinitionKind::resource: return KindGlyph::resource;
        case DefinitionKind::reference: return KindGlyph::reference;
        case DefinitionKind::other:
        case DefinitionKind::none: return KindGlyph::other;
    }
    return KindGlyph::other;
}

void paint_kind_tile(QPainter& painter, const QRectF& tile, KindGlyph kind, bool faded) {
    static QPainterPath paths[int(KindGlyph::handler) + 1];
    QPainterPath& path = paths[int(kind)];
    if (path.isEmpty()) path = outline(kind);
    const Colours& c = Theme::instance().colours();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded ? c.lane : c.accent_bg);
    painter.drawRoundedRect(tile, 6 * tile.width() / 26, 6 * tile.width() / 26);
    const QTransform before = painter.transform();
    painter.translate(tile.center());
    painter.scale(tile.width() / 26, tile.width() / 26);
    painter.setPen(QPen(faded ? c.faint : c.accent, kind == KindGlyph::other ? 2.4 : 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.setTransform(before);
}

}  // namespace weft::ui
