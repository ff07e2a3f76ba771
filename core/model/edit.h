// Every change a user can draw, as a pure function Flow -> Result<Flow>. Touches only what it says; refusals say why in words a user can act on;
// references follow a rename; a delete unhooks. Total: unknown ids and names are refusals, never crashes.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/model/flow.h"

namespace weft::edit {

enum class Scope { all, only_this };  // for a task of a shared definition: change it for all its tasks, or make a copy for this one

Result<Flow> rename_task(const Flow&, TaskId, const std::string& name);                 // needs, depends, bindings, tags, placements follow
Result<Flow> rename_definition(const Flow&, const std::string& from, const std::string& to);
Result<Flow> add_task(const Flow&, const BodyRef&, Task task, TaskId* made = nullptr);  // name made unique; id given here
Result<Flow> remove_tasks(const Flow&, const std::vector<TaskId>&);
Result<Flow> connect(const Flow&, TaskId from, TaskId to, Results = results_default);   // refuses self, duplicate, cycle, handler rules
Result<Flow> disconnect(const Flow&, TaskId from, TaskId to);
Result<Flow> bind(const Flow&, TaskId from, const std::string& output, TaskId to, const std::string& param);  // data edge; adds the output and order edge when missing
// Why connect(from, to) would be refused, empty message if it would not: asked on every mouse move of a drag, so O(edges) at worst.
Message why_not_connect(const Flow&, TaskId from, TaskId to);

Result<Flow> make_handler(const Flow&, TaskId, Trigger);       // moves the task into its body's handlers; its edges go
Result<Flow> make_task(const Flow&, TaskId);                   // and back
Result<Flow> set_trigger(const Flow&, TaskId, Trigger, bool warn_only);

// Inspector fields. For a task with a shared definition `scope` decides; fields of the use itself (params, when, needs, loop, tolerated) ignore it.
Result<Flow> change_task(const Flow&, TaskId, const Task& wanted);                          // use-level fields; id stays
Result<Flow> change_definition(const Flow&, TaskId, Scope, const Definition& wanted);       // what the task runs, incl. its environment
Result<Flow> set_flow_environment(const Flow&, const Environment&);
Result<Flow> set_flow_parameters(const Flow&, const std::vector<Parameter>&);
Result<Flow> set_flow_schedule(const Flow&, const std::optional<Schedule>&);   // refuses a cron line that cannot be read (model/cron.h)
Result<Flow> set_flow_name(const Flow&, const std::string&);
Result<Flow> move_tasks(const Flow&, const std::vector<std::pair<TaskId, Point>>&);         // placements only
std::string unique_name(const Body&, const std::string& wanted);                            // "train", "train-2"
int uses_of(const Flow&, std::string_view definition);                                      // "used by 14 tasks"

// Copies tasks (with the edges among them) for the clipboard and pastes them with fresh names and ids.
Flow extract(const Flow&, const std::vector<TaskId>&);
Result<Flow> paste(const Flow&, const BodyRef&, const Flow& clip, std::vector<TaskId>* made = nullptr);

}  // namespace weft::edit

namespace weft {

// What changed between two snapshots; ids, ascending.
struct FlowChange {
    std::vector<TaskId> added, removed, changed;
    bool edges = false, placements = false, environment = false, parameters = false, definitions = false;
    bool empty() const { return added.empty() && removed.empty() && changed.empty() && !edges && !placements && !environment && !parameters && !definitions; }
};
FlowChange diff(const Flow& before, const Flow& after);

// After the text was read again: tasks keep their id by the same name path; a vanished and a new one at the same place in the same body (`renamed`
// pairs) keep it too; all others get fresh ids above every id of `before`.
Flow carry_ids(const Flow& before, Flow fresh, std::vector<std::pair<std::string, std::string>>* renamed = nullptr);
// Gives every task an id (depth first, from 1). Readers call it last.
Flow number_tasks(Flow flow);

}  // namespace weft
