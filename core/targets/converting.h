// A small task between two others that turns a value into what the reader can take on an engine: the fix for a binding that the engine's table refuses, or
// carries as JSON text where lines are wanted.
#pragma once

#include <functional>
#include <optional>

#include "core/targets/target.h"

namespace weft {

struct Conversion {
    Message title;                                    // of the fix, and of its undo step
    std::function<Result<Flow>(const Flow&)> insert;  // one pure edit
};

// For a remark of the feature passing_value (passing.h). None where a task between would be refused as well: on Volcano nothing is handed on.
std::optional<Conversion> conversion(const Flow&, const Target&, const Remark&);

}  // namespace weft
