// A field given by name and text as a typed edit of the flow: what `weft edit --set` needs for fields that do not stand in the file yet.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/model/edit.h"

namespace weft {

// when, params.X, timeout, retry … : of the use, not of what the task runs.
bool is_use_field(std::string_view field);
// `field` without the task's path: "image", "env.HOME", "params.who", "retry.limit". An unknown one is refused with the list of those that exist.
Result<Flow> edit_task_field(const Flow& flow, const Task& task, const std::string& field, const std::string& value, edit::Scope scope, bool of_definition);
// "name", "description", "timeout", "parameters.epochs", "environment.image", "environment.env.HOME".
Result<Flow> edit_flow_field(const Flow& flow, const std::string& path, const std::string& value);

}  // namespace weft
