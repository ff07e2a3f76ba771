// Groups out of a selection, and back. Pure, as everything in edit.h.
#pragma once

#include "core/model/edit.h"

namespace weft::edit {

// A selection of one body becomes a group there, its task called `name` (made unique); values that cross its border go through the group's params and
// outputs. Refuses what a group cannot hold: a path out and back in, files and results of single members that cross the border.
Result<Flow> group_tasks(const Flow&, const std::vector<TaskId>&, const std::string& name, TaskId* made = nullptr);
// The group's tasks take its place; of a shared definition a copy. Refuses what only a group can say: loop, condition, retry, limit, own handlers.
Result<Flow> ungroup_task(const Flow&, TaskId, std::vector<TaskId>* made = nullptr);

}  // namespace weft::edit
