// What settle.cpp and settle_names.cpp share. Internal to the writer.
#pragma once

#include <unordered_map>

#include "core/targets/argo/writing.h"

namespace weft::argo {

using TaskIndex = std::unordered_map<TaskId, const Task*>;   // of the flow before the change

bool has_entry_body(const Flow& flow);   // the entrypoint is a DAG or steps
Result<Flow> settle_lone_main(const TaskIndex& old, Flow flow);
Result<Flow> settle_handler_names(const Flow& before, const TaskIndex& old, Flow flow);
Result<Flow> settle_hook_names(const TaskIndex& old, Flow flow);

}  // namespace weft::argo
