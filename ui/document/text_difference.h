// What another program did to a text, as edits: a few lines here and there are a few small edits, so that the text pane, the undo stack and the journal need
// not take in everything that lies between them.
#pragma once

#include <string>

#include "ui/document/journal.h"

namespace weft::ui {

// Offsets are those of `before`, ascending; no edit begins or ends inside a character. Pure; runs on the worker.
EditStep text_difference(const std::string& before, const std::string& after);

}  // namespace weft::ui
