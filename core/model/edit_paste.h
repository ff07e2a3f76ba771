// Pasting that keeps more than the copied tasks: their wires from outside, or what a whole flow gives to its tasks.
#pragma once

#include "core/model/edit.h"

namespace weft::edit {

// As extract(), but what the copied tasks wait for outside of the set stays written: paste() drops it, paste_with_wires() keeps what the target has.
Flow extract_with_wires(const Flow&, const std::vector<TaskId>&);
Result<Flow> paste_with_wires(const Flow&, const BodyRef&, const Flow& clip, std::vector<TaskId>* made = nullptr);

// A whole flow into another: its tasks, and the parameters and environment that they need and the target lacks. What the target has stays as it is; an
// image that differs goes to the tasks that came. `at`: the top left corner of what came, none = where the layout puts it.
Result<Flow> insert_flow(const Flow&, const BodyRef&, const Flow& clip, const std::optional<Point>& at, std::vector<TaskId>* made = nullptr);

}  // namespace weft::edit
