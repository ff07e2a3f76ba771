#include "ui/base/state_glyph.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>
#include <iterator>

#include "ui/base/theme.h"

namespace weft::ui {
namespace {

// All shapes are drawn in a box of 14 around (0, 0).
void stroke(QPainter& p, const QPainterPath& path, const QColor& colour, qreal width, Qt::PenStyle style = Qt::SolidLine) {
    p.setPen(QPen(colour, width, style, Qt::RoundCap, Qt::RoundJoin));
    p.setBrush(Qt::NoBrush);
    p.drawPath(path);
}

void ring(QPainter& p, const QColor& colour, qreal width) {
    p.setPen(QPen(colour, width));
    p.setBrush(Qt::NoBrush);
    p.drawEllipse(QPointF(), 6.2, 6.2);
}

void fill(QPainter& p, const QPainterPath& path, const QColor& colour) {
    p.setPen(Qt::NoPen);
    p.setBrush(colour);
    p.drawPath(path);
}

QPainterPath lines(std::initializer_list<std::initializer_list<QPointF>> strokes) {
    QPainterPath path;
    for (const auto& points : strokes) {
        path.moveTo(*points.begin());
        for (auto at = points.begin() + 1; at != points.end(); ++at) path.lineTo(*at);
    }
    return path;
}

void succeeded(QPainter& p, const QColor& colour, const QColor& inside) {
    p.setPen(Qt::NoPen);
    p.setBrush(colour);
    p.drawEllipse(QPointF(), 7, 7);
    stroke(p, lines({{{-3.2, 0}, {-0.9, 2.4}, {3.3, -2.2}}}), inside, 1.8);
}

void failed(QPainter& p, const QColor& colour, const QColor& inside) {
    QPainterPath octagon;
    octagon.addPolygon(QPolygonF({{-3, -7}, {3, -7}, {7, -3}, {7, 3}, {3, 7}, {-3, 7}, {-7, 3}, {-7, -3}}));
    octagon.closeSubpath();
    fill(p, octagon, colour);
    stroke(p, lines({{{-2.5, -2.5}, {2.5, 2.5}}, {{2.5, -2.5}, {-2.5, 2.5}}}), inside, 1.8);
}

void running(QPainter& p, const QColor& colour, const QColor& track, qreal turn) {
    ring(p, track, 2.4);
    p.setPen(QPen(colour, 2.4, Qt::SolidLine, Qt::RoundCap));
    p.drawArc(QRectF(-6.2, -6.2, 12.4, 12.4), int((90 - turn) * 16), -110 * 16);
}

void waiting(QPainter& p, const QColor& colour) {
    QPen pen(colour, 1.6);
    pen.setDashPattern({1.5, 1.5});
    p.setPen(pen);
    p.setBrush(Qt::NoBrush);
    p.drawEllipse(QPointF(), 6.2, 6.2);
}

void retrying(QPainter& p, const QColor& colour) {
    p.setPen(QPen(colour, 1.8, Qt::SolidLine, Qt::RoundCap));
    p.setBrush(Qt::NoBrush);
    p.drawArc(QRectF(-5.6, -5.6, 11.2, 11.2), 60 * 16, 270 * 16);
    QPainterPath head;
    head.addPolygon(QPolygonF({{1.2, -7.6}, {7, -5.4}, {2.6, -1.6}}));
    head.closeSubpath();
    fill(p, head, colour);
}

void cancelled(QPainter& p, const QColor& colour, const QColor& inside) {
    QPainterPath square;
    square.addRoundedRect(QRectF(-6.4, -6.4, 12.8, 12.8), 2, 2);
    fill(p, square, colour);
    stroke(p, lines({{{-3, 0}, {3, 0}}}), inside, 1.8);
}

void lost(QPainter& p, const QColor& colour) {
    ring(p, colour, 1.6);
    QPainterPath hook;
    hook.moveTo(-2.1, -1.7);
    hook.cubicTo(-2.1, -4.4, 2.2, -4.3, 2.2, -1.7);
    hook.cubicTo(2.2, -0.1, 0, -0.1, 0, 1.2);
    hook.moveTo(0, 3.5);
    hook.lineTo(0, 3.55);
    stroke(p, hook, colour, 1.6);
}

void warning(QPainter& p, const QColor& colour, const QColor& inside) {
    QPainterPath triangle;
    triangle.addPolygon(QPolygonF({{0, -6.4}, {7.2, 6.2}, {-7.2, 6.2}}));
    triangle.closeSubpath();
    p.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    p.setBrush(inside);
    p.drawPath(triangle);
    stroke(p, lines({{{0, -2}, {0, 1.6}}, {{0, 4.05}, {0, 4.1}}}), colour, 1.6);
}

void info(QPainter& p, const QColor& colour) {
    ring(p, colour, 1.5);
    stroke(p, lines({{{0, -0.6}, {0, 3.2}}, {{0, -3.35}, {0, -3.3}}}), colour, 1.7);
}

}  // namespace

Glyph glyph_of(run::Stage stage) {
    using run::Stage;
    switch (stage) {
        case Stage::none: return Glyph::none;
        case Stage::waiting:
        case Stage::ready: return Glyph::waiting;
        case Stage::starting:
        case Stage::running: return Glyph::running;
        case Stage::suspended: return Glyph::suspended;
        case Stage::retrying: return Glyph::retrying;
        case Stage::skipped: return Glyph::skipped;
        case Stage::succeeded: return Glyph::succeeded;
        case Stage::failed:
        case Stage::errored:
        case Stage::timed_out: return Glyph::failed;
        case Stage::cancelled: return Glyph::cancelled;
        case Stage::lost: return Glyph::lost;
    }
    return Glyph::none;
}

Glyph glyph_of(run::Outcome outcome) {
    using run::Outcome;
    switch (outcome) {
        case Outcome::pending: return Glyph::waiting;
        case Outcome::running: return Glyph::running;
        case Outcome::succeeded: return Glyph::succeeded;
        case Outcome::failed: return Glyph::failed;
        case Outcome::cancelled: return Glyph::cancelled;
        case Outcome::unknown: return Glyph::lost;
    }
    return Glyph::none;
}

QColor colour_of(Glyph glyph) {
    const Colours& c = Theme::instance().colours();
    switch (glyph) {
        case Glyph::none: return c.node_line;
        case Glyph::running: return c.run;
        case Glyph::succeeded: return c.ok;
        case Glyph::failed: return c.fail;
        case Glyph::retrying:
        case Glyph::warning: return c.warn;
        case Glyph::suspended:
        case Glyph::info: return c.accent;
        case Glyph::waiting:
        case Glyph::skipped:
        case Glyph::cancelled:
        case Glyph::lost: return c.wait;
    }
    return c.wait;
}

QString word_of(run::Stage stage) {
    // In the order of run::Stage.
    static constexpr const char* words[] = {
        "", QT_TRANSLATE_NOOP("State", "Waiting"), QT_TRANSLATE_NOOP("State", "Ready"), QT_TRANSLATE_NOOP("State", "Starting"),
        QT_TRANSLATE_NOOP("State", "Running"), QT_TRANSLATE_NOOP("State", "Suspended"), QT_TRANSLATE_NOOP("State", "Retrying"),
        QT_TRANSLATE_NOOP("State", "Not run"), QT_TRANSLATE_NOOP("State", "Succeeded"), QT_TRANSLATE_NOOP("State", "Failed"),
        QT_TRANSLATE_NOOP("State", "Error"), QT_TRANSLATE_NOOP("State", "Timed out"), QT_TRANSLATE_NOOP("State", "Cancelled"),
        QT_TRANSLATE_NOOP("State", "Contact lost")};
    static_assert(std::size(words) == std::size_t(run::Stage::lost) + 1);
    return stage == run::Stage::none ? QString() : QCoreApplication::translate("State", words[std::size_t(stage)]);
}

QString word_of(run::Outcome outcome) {
    // In the order of run::Outcome.
    static constexpr const char* words[] = {QT_TRANSLATE_NOOP("State", "Waiting"), QT_TRANSLATE_NOOP("State", "Running"), QT_TRANSLATE_NOOP("State", "Succeeded"),
                                            QT_TRANSLATE_NOOP("State", "Failed"), QT_TRANSLATE_NOOP("State", "Cancelled"), QT_TRANSLATE_NOOP("State", "Unknown")};
    static_assert(std::size(words) == std::size_t(run::Outcome::unknown) + 1);
    return QCoreApplication::translate("State", words[std::size_t(outcome)]);
}

void paint_glyph(QPainter& painter, QPointF centre, Glyph glyph, qreal size, qreal turn) {
    if (glyph == Glyph::none) return;
    const Colours& c = Theme::instance().colours();
    const QColor colour = colour_of(glyph);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.scale(size / 14, size / 14);
    switch (glyph) {
        case Glyph::none: break;
        case Glyph::waiting: waiting(painter, colour); break;
        case Glyph::running: running(painter, colour, c.line, turn); break;
        case Glyph::retrying: retrying(painter, colour); break;
        case Glyph::succeeded: succeeded(painter, colour, c.node); break;
        case Glyph::failed: failed(painter, colour, c.node); break;
        case Glyph::skipped:
            ring(painter, colour, 1.6);
            stroke(painter, lines({{{-2.6, 0}, {2.6, 0}}}), colour, 1.8);
            break;
        case Glyph::cancelled: cancelled(painter, colour, c.node); break;
        case Glyph::lost: lost(painter, colour); break;
        case Glyph::suspended:
            ring(painter, colour, 1.6);
            stroke(painter, lines({{{-1.8, -2.2}, {-1.8, 2.2}}, {{1.8, -2.2}, {1.8, 2.2}}}), colour, 1.7);
            break;
        case Glyph::warning: warning(painter, colour, c.warn_bg); break;
        case Glyph::info: info(painter, colour); break;
    }
    painter.restore();
}

QIcon glyph_icon(Glyph glyph, int size) {
    QIcon icon;
    for (const int scale : {1, 2}) {
        QPixmap pixmap(size * scale, size * scale);
        pixmap.setDevicePixelRatio(scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint_glyph(painter, QPointF(size / 2.0, size / 2.0), glyph, size * 14 / 16.0);
        painter.end();
        for (const QIcon::Mode mode : {QIcon::Normal, QIcon::Selected}) icon.addPixmap(pixmap, mode);   // a selected row does not change a state's colour
    }
    return icon;
}

}  // namespace weft::ui
