// What a run would execute, for the question before the first run of a file.
#pragma once

#include <vector>

#include "core/model/flow.h"
#include "ui/shell/dialogs.h"

namespace weft::ui {

std::vector<WillRun> will_run(const Flow& flow);          // every command and script, in drawing order, and what cannot be reproduced here
QString not_reproduced_here(const Flow& flow);            // of single tasks; one sentence, "" = none

}  // namespace weft::ui
