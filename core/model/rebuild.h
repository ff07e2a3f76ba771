// How an edit makes a new snapshot: only the spine from the flow down to the changed task is copied, the rest is shared. For core/model's edits only.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>

#include "core/model/edit.h"

namespace weft::rebuild {

// The flow with one task, one handler or one body replaced; none when it does not exist.
std::optional<Flow> with_task(const Flow&, TaskId, const std::function<void(Task&)>& change);
std::optional<Flow> with_handler(const Flow&, TaskId, const std::function<void(Handler&)>& change);
std::optional<Flow> with_body(const Flow&, const BodyRef&, Body body);
std::optional<Flow> with_definition(const Flow&, std::string_view name, const std::function<void(Definition&)>& change);
void change_own(Task&, const std::function<void(Definition&)>& change);   // makes an empty own definition when there is none

// References to siblings: the same pointer when the task has none of these names.
TaskPtr refs_renamed(const TaskPtr&, const std::string& from, const std::string& to);
TaskPtr unhooked(const TaskPtr&, const std::set<std::string, std::less<>>& names);
void rename_value(Value&, const std::string& from, const std::string& to);
// What belongs to the use of a task and what belongs to its own definition stand in one place in a native file: in the definition (only the limit of a
// wait stays with the use, where the definition's timeout would be its length).
void settle_own(Task&);
// Drops `depends` when needs can say the same.
void settle_depends(Task&);

// Placements, notes and what is unfolded follow a path: "a" -> "b", "a/x" -> "b/x". An empty `to` drops them.
void move_placements(Flow&, const std::string& from, const std::string& to);
std::string body_path(const Flow&, TaskId);     // path as for_each_task gives it ("bye:always"); "" when unknown

TaskId highest_id(const Flow&);
TaskPtr with_fresh_ids(const TaskPtr&, TaskId& last);

tl::unexpected<Error> no_such_task();
Message name_problem(const std::string& name);  // empty when a task may have this name

}  // namespace weft::rebuild
