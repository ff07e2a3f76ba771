// What settle.cpp and settle_names.cpp share. Internal to the writer.
#pragma once

#include <unordered_map>
#include <unordered_set>

#include "core/targets/argo/writing.h"

namespace weft::argo {

// What a change touched: the tasks that the two flows do not share, and all handlers.
struct TaskIndex {
    std::unordered_map<TaskId, const Task*> before;   // as they were
    std::vector<const Task*> after;                   // as they shall be, in the flow's order
    std::unordered_set<const Task*> fresh;            // the same, to look up

    auto find(TaskId id) const { return before.find(id); }
    auto end() const { return before.end(); }
};
TaskIndex index_tasks(const Flow& before, const Flow& after);

bool has_entry_body(const Flow& flow);   // the entrypoint is a DAG or steps
bool is_named_hook(const Flow& read, const Handler& handler);   // spec.hooks.NAME, with or without an expression; not hooks.exit
bool is_library(const Flow& flow);       // names no entrypoint: its main tasks stand for templates
Result<Flow> settle_library(const Flow& before, Flow flow);
Result<Flow> settle_lone_main(const TaskIndex& old, Flow flow);
Result<Flow> settle_handler_names(const Flow& before, const TaskIndex& old, Flow flow);
Result<Flow> settle_hook_names(const Flow& before, Flow flow);

}  // namespace weft::argo
