// The state of one lowering. Internal to lower*.cpp.
#pragma once

#include <memory>

#include "core/model/graph.h"
#include "core/targets/metaflow/lower.h"
#include "core/targets/metaflow/structure.h"

namespace weft::metaflow {

// Where an attribute comes from: an exit hook reads it from the step that set it.
struct Attribute { std::string name, step; };

// One body of the flow and how values are reached from inside it.
struct Scope {
    const Scope* outer = nullptr;
    const Body* body = nullptr;
    std::string path, prefix;                          // SourceMap prefix ("tasks.block."), names of inner steps ("block_")
    std::map<std::string, Pieces> params;              // of a group
    // "fetch.path" -> attribute, also of groups and loops of this body; shared by the copies of a scope
    std::shared_ptr<std::map<std::string, std::string>> results = std::make_shared<std::map<std::string, std::string>>();
    std::vector<std::string> guards;                   // conditions around, as Python
    std::vector<const Task*> enclosing;
    std::vector<std::string> groups;                   // their names, for @base(group=...)
    bool item = false;                                 // inside a loop: self.input is its item
    const Task* task = nullptr;                        // whose own parameters are looked up first
    std::map<std::string, Pieces> own;
    bool handler = false;
    Trigger trigger = Trigger::always;
};

struct Lowering {
    const Flow& flow;
    const ExportOptions& options;
    Plan plan;
    NamePool pool;
    Environment base;
    std::map<std::string, Piece> parameters;           // by name
    std::map<std::string, std::string> parameter_attributes;
    std::map<std::string, std::string> set_by;         // attribute -> step
    std::optional<Retry> base_retry;
    std::string base_timeout;
    std::vector<const Definition*> open;                // groups around, to see one that contains itself
    bool used_run = false, used_status = false;        // by the exit hook that is being written

    void refuse(const std::string& path, TaskId task, Message what, Message advice = {});
    void lowered(const std::string& path, TaskId task, Message what);
};

// A run of steps with one way in and one way out.
struct Chain { std::size_t first = 0, last = 0; std::vector<std::string> attributes; };

Pieces text_pieces(Lowering& lowering, const Scope& scope, const std::string& text, const std::string& path, TaskId task);
Pieces value_pieces(Lowering& lowering, const Scope& scope, const Value& value, const std::string& path, TaskId task);
// Parameters that a task has by itself: its definition's inputs and the arguments of this use.
std::map<std::string, Pieces> own_params(Lowering& lowering, const Scope& scope, const Task& task, const Definition& definition, const std::string& path);
std::string condition_of(Lowering& lowering, const Scope& scope, const Task& task, const std::string& path);

// The Python of one task, and its attributes by output name.
Lines work_lines(Lowering& lowering, const Scope& scope, const Task& task, const Definition& definition, const std::string& path, const std::map<std::string, std::string>& outputs);
void lower_handlers(Lowering& lowering, const Scope& scope);
Chain lower_body(Lowering& lowering, Scope& scope, const Lines& head);   // `head` stands at the beginning of the first step
std::vector<std::pair<std::string, std::string>> step_arguments(Lowering& lowering, const Scope& scope, const Task& task, const Definition& definition, const std::string& path);

}  // namespace weft::metaflow
