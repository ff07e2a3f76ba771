// A whole flow as a small picture in the colours of the theme, laid out as the canvas would.
#pragma once

#include <QPixmap>

#include "core/model/flow.h"

namespace weft::ui {

QPixmap flow_thumbnail(const Flow& flow, QSize size, qreal ratio);
std::vector<Placement> laid_out_placements(const Flow& flow);     // where its tasks would stand

}  // namespace weft::ui
