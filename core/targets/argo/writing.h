// What the parts of the writer share. Internal to targets/argo.
#pragma once

#include <optional>

#include "core/targets/argo/reading.h"
#include "core/targets/argo/sync.h"
#include "core/yaml/aliases.h"
#include "core/yaml/merge.h"

namespace weft::argo {

using yaml::fresh_copy;

struct Writing {
    const Flow& before;
    const Flow& after;
    const Reading& reading;
    std::optional<Error> refusal;   // the first one

    void refuse(Message why) {
        if (!refusal) refusal = Error{std::move(why), {}};
    }
};

// What read() will say of `after` once it is written: tags as text, steps in groups, one template that is the whole workflow named after itself.
Result<Flow> settle(const Flow& before, const Flow& after);
Result<std::vector<NodePtr>> write(const Flow& before, const Flow& after, const yaml::Stream& stream, std::size_t flow_index);

// For each definition of `after` the one of `before` that it was, or -1; and the one that a new definition is a copy of, or -1.
std::vector<int> pair_definitions(const Flow& before, const Flow& after);
int copied_from(const Flow& before, const Flow& after, const std::vector<int>& partner, std::size_t index);

NodePtr write_definition(Writing& writing, const NodePtr& tmpl, const Definition& before, const Definition& after);
NodePtr write_container_environment(Writing& writing, const NodePtr& container, const Environment& before, const Environment& after);
NodePtr write_pod_environment(Writing& writing, const NodePtr& tmpl, const char* key, const Environment& before, const Environment& after);
NodePtr write_flow_environment(Writing& writing, const NodePtr& spec);
NodePtr write_parameters(const NodePtr& list, const std::vector<Parameter>& before, const std::vector<Parameter>& after, bool inputs);
NodePtr write_files(const NodePtr& list, const std::vector<InputFile>& before, const std::vector<InputFile>& after, const Spelling& spelling);

// The body of a dag or steps template changes in its template's node.
NodePtr write_body(Writing& writing, const NodePtr& tmpl, const Body& before, const Body& after, bool steps, bool main);
NodePtr write_task(Writing& writing, const NodePtr& use, const Task& before, const Task& after, const Spelling& spelling);
// A task that moves between tasks and exit handlers takes its node along, with the fields that we do not know. Null when the file had none.
struct KnownUse {
    NodePtr node;      // fresh, without edges
    Task task;         // what the node says
};
std::optional<KnownUse> known_use(const Writing& writing, TaskId id);
// The task that a handler is as a step of the handlers' template.
Task as_step(const Handler& handler);
bool edges_written(const NodePtr& use, const Task& before, const Task& after);   // the node says the edges of `after`
NodePtr write_edges(Writing& writing, const NodePtr& use, const Task& before, const Task& after, bool depends);
NodePtr write_arguments(const NodePtr& arguments, const Task& before, const Task& after, const Spelling& spelling);
NodePtr write_hooks(Writing& writing, const NodePtr& use, const Task& before, const Task& after, const Spelling& spelling);
// Every text that names a task of the body: tags, depends, expressions.
void refuse_beyond_hooks(Writing& writing, const Task& task);   // hooks that say more than a hook can
NodePtr rename_tasks_in(const NodePtr& node, const std::vector<std::pair<std::string, std::string>>& renames);

// spec.onExit, spec.hooks and the template of several handlers; `templates` is the list that may grow by that template.
NodePtr write_flow_handlers(Writing& writing, NodePtr spec, std::vector<NodePtr>& templates);

}  // namespace weft::argo
