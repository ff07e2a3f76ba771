// The places of a lineage in words: for the links of the inspector, the labels on the canvas and a reader of screens.
#pragma once

#include <QString>

#include "core/model/lineage.h"

namespace weft::ui {

QString source_text(const Flow& flow, const ValuePlace& source);   // "from fetch → path"
QString sink_text(const Flow& flow, const ValuePlace& sink);       // "to train → DATA"
QString place_text(const Flow& flow, const ValuePlace& place);     // "train → DATA", without a direction
QString step_label(const ValueStep& step);       // on a wire: "path → DATA"


// Small enough for the answer to be there with the next frame; larger flows are asked on another thread.
bool traced_at_once(const Flow& flow);

}  // namespace weft::ui
