// What the YAML pane offers at the cursor: finds the task there, also while the text does not parse, and asks core.
#pragma once

#include <QString>

#include "core/targets/completion.h"

namespace weft::ui {

class FlowDocument;

// `text` and `cursor` as the field shows them; `in_document`: the same cursor in the document's text.
Offer complete_at(const FlowDocument& document, const QString& text, int cursor, int in_document, bool asked);

}  // namespace weft::ui
