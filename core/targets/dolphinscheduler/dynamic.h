// DYNAMIC tasks of 3.2: a workflow that is started once for each item of a list, or for each combination of several. Drawn as a loop.
#pragma once

#include <optional>
#include <string>

#include "core/model/flow.h"

namespace weft::dolphin {

// From the words of such a task (its taskParams as JSON text); none without lists.
std::optional<Loop> loop_of(const std::string& words);
// The words of a new one: the workflow's code, the parameter that takes the item, the items. None when no separator is left to put between them.
std::optional<std::string> dynamic_words(const std::string& code, const std::string& parameter, const Loop&);

}  // namespace weft::dolphin
