// A state is a shape, a colour and a word, always all three. One painter for canvas, outline, lists, banner, legend, exported pictures.
#pragma once

#include <QColor>
#include <QIcon>
#include <QPointF>
#include <QString>

#include "core/run/state.h"
#include "core/run/verdict.h"

class QPainter;

namespace weft::ui {

enum class Glyph { none, waiting, running, retrying, succeeded, failed, skipped, cancelled, lost, suspended, warning, info };

Glyph glyph_of(run::Stage stage);
Glyph glyph_of(run::Outcome outcome);
QColor colour_of(Glyph glyph);
QString word_of(run::Stage stage);              // translated: "Succeeded", "Not run"
QString word_of(run::Outcome outcome);
void paint_glyph(QPainter& painter, QPointF centre, Glyph glyph, qreal size = 14, qreal turn = 0);  // turn: degrees of the running arc
QIcon glyph_icon(Glyph glyph, int size = 16);

}  // namespace weft::ui
