// A drawn flow as the file will say it: values that the model can hold in two ways take the way in which the reader gives them.
#pragma once

#include "core/base/result.h"
#include "core/model/flow.h"

namespace weft::native {

// Tasks that `before` has too (the same pointer) are left alone.
Flow settled(const Flow& before, const Flow& after);
Result<Flow> settle(const Flow& before, const Flow& after);

// What reading the value back gives: a literal that holds a tag is text, "{{item}}" is the item.
Value settled(Value value);
// A text that stands unquoted in the file and is no string there.
bool is_plain(const std::string& text);

}  // namespace weft::native
