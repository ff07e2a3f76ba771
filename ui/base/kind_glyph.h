// What a task runs, as a small drawing in a pale tile: on nodes, in the palette, in the add menu, in lists.
#pragma once

#include <QRectF>

#include "core/model/flow.h"

class QPainter;

namespace weft::ui {

enum class KindGlyph { script, container, condition, loop, flow, http, wait, resource, reference, other, handler };

// A loop shows as a loop whatever it repeats; a sub-flow stays a sub-flow.
KindGlyph kind_glyph_of(const Task& task, const Definition* definition);
void paint_kind_tile(QPainter& painter, const QRectF& tile, KindGlyph kind, bool faded = false);

}  // namespace weft::ui
