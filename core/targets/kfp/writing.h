// What the parts of the writer share. Internal to targets/kfp.
#pragma once

#include <optional>
#include <unordered_map>

#include "core/targets/kfp/build.h"
#include "core/targets/kfp/reading.h"

namespace weft::kfp {

// What read() will say of `after` once it is written: everything a task runs is a component, what a text or condition reads is an input of its task,
// the flow's environment stands in every component.
Result<Flow> settle(const Flow& before, const Flow& after);
Result<std::vector<yaml::NodePtr>> write(const Flow& before, const Flow& after, const yaml::Stream& stream, std::size_t flow_index);

using TaskIndex = std::unordered_map<TaskId, const Task*>;
TaskIndex index_tasks(const Flow& flow);
// For each definition of `after` the one of `before` that it was, or -1; and the one that a new definition is a copy of, or -1.
std::vector<int> pair_definitions(const Flow& before, const Flow& after);
int copied_from(const Flow& before, const Flow& after, std::size_t index);

// --- changes of a file's trees that our trees of the flow before follow ------------------------------------------------------------------
yaml::NodePtr fresh_copy(const yaml::NodePtr& from);                     // a node of the text may stand there once only
struct Rename { std::string from, to; };
yaml::NodePtr rename_components(const yaml::NodePtr& spec, const std::vector<Rename>& renames);
yaml::NodePtr rename_tasks(const yaml::NodePtr& spec, const std::string& component, const std::vector<Rename>& renames);   // "" = root
yaml::NodePtr rename_producers(const yaml::NodePtr& executor, const std::vector<Rename>& renames);                          // of the platform document
yaml::NodePtr copy_component(const yaml::NodePtr& spec, const std::string& from, const std::string& to, const std::string& label);
yaml::NodePtr wrap_root(const yaml::NodePtr& spec, const ExitGroup& group);
yaml::NodePtr move_task(const yaml::NodePtr& spec, const std::string& name, const std::string& from_component, const std::string& to_component);
yaml::NodePtr without_old_twins(const yaml::NodePtr& merged, const yaml::NodePtr& file);   // fields that KFP replaced by others which were changed

}  // namespace weft::kfp
