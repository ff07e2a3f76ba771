// A flow of any origin in KFP's shape: components with inputs, values handed through groups, loops and handlers of tasks as groups of their own.
// The result is a Flow again, so that the same code writes it that writes a read pipeline, and reading the export gives it back.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/model/graph.h"
#include "core/targets/kfp/shape.h"
#include "core/targets/target.h"

namespace weft::kfp {

struct Said {                            // of which task; 0 = of the flow
    Message what;
    TaskId task = 0;
    friend bool operator==(const Said&, const Said&) = default;
};
struct Lowered {
    Flow flow;
    std::vector<Said> reasons;         // what KFP cannot say; empty = it can be exported
    std::vector<Said> notes;           // what is written in another way, or left out
};
Lowered lower(const Flow& flow, const ExportOptions& options);

std::string kfp_name(std::string_view name);              // tasks, pipelines: [a-z0-9-], not ending in -driver
std::string kfp_parameter_name(std::string_view name);    // parameters, outputs: an identifier
template <class Set> std::string free_name_in(Set& taken, const std::string& wanted, char glue) {
    std::string name = wanted;
    for (int n = 2; !taken.insert(name).second; ++n) name = wanted + glue + std::to_string(n);
    return name;
}

// --- internal to lower_*.cpp ---------------------------------------------------------------------------------------------------------
struct Scope {
    const Body* body = nullptr;                              // whose tasks are siblings here; null in the group round one task
    Scope* outer = nullptr;                                  // null: the pipeline itself
    std::string path;                                        // for reasons
    std::map<std::string, std::string, std::less<>> params;  // name in the flow -> input of the component
    std::map<std::string, std::string, std::less<>> names;   // task -> KFP's name
    std::vector<Parameter> inputs;                           // of the component
    std::vector<Binding> arguments;                          // what the component's task is given, in words of `outer`
    std::map<std::string, std::string, std::less<>> files;   // artifact that a group is given -> input of the component
    std::vector<InputFile> file_inputs, file_arguments;      // as inputs and arguments
    std::vector<const Task*> enclosing;
    std::string item;                                        // input that is the loop's item, "" = none
    bool handler = false;
};

struct Lowering {
    const Flow& flow;
    const ExportOptions& options;
    Lowered out;
    std::set<std::string, std::less<>> components;
    std::map<std::string, std::string> made;                 // component's text -> name
    std::map<const Task*, std::set<std::string>> read;       // outputs of a task that others read
    std::set<std::pair<const Task*, std::string>> lists;     // outputs that loops go over
    std::set<std::string> list_params;
    int exit_groups = 0;

    int tasks = 0;                                           // lowered so far: groups inside groups multiply
    TaskId at = 0;                                           // the task that reasons are about
    std::map<std::string, std::string, std::less<>> claims;  // claim of the whole flow -> the task that makes it
    std::set<std::string, std::less<>> mounted;              // of them, by the task at the root that is being lowered

    void refuse(Message why);                                // each reason once
    void note(Message what);
    std::string add_component(Definition definition, const std::string& wanted);
};

// Reasons are about this task until the end of the block.
class About {
  public:
    About(Lowering& lowering, TaskId task) : lowering_(lowering), before_(lowering.at) { lowering_.at = task; }
    ~About() { lowering_.at = before_; }
    About(const About&) = delete;
    About& operator=(const About&) = delete;

  private:
    Lowering& lowering_;
    TaskId before_;
};

std::string where_of(const Scope& scope, const std::string& name);
const Task* sibling(const Scope& scope, const std::string& name);
// The input of this scope that holds a parameter of an outer one; "" when nobody has it.
std::string want_param(Lowering&, Scope&, const std::string& name);
// A value of the outer scope as an input of this one.
Value pull(Lowering&, Scope&, const Value& outer, ValueType type, const std::string& wanted);
ValueType type_of_param(const Lowering&, const Scope&, const std::string& name);
// A value that stands among the arguments of `made`, a task of this scope.
Value body_value(Lowering&, Scope&, Task& made, NewInputs& inputs, const Value& value, const std::string& where);
Value value_of(Lowering&, Scope&, const Reference& tag, const std::string& where, bool* known);
// A file: an output of a task of this scope, or an artifact that the group is given. None: refused, with the reason.
std::optional<Value> file_value(Lowering&, Scope&, const InputFile& file, const std::string& where);
// The name of a claim of the whole flow, which a task makes.
Value claim_value(Lowering&, Scope&, const std::string& claim);

Body lower_body(Lowering&, Scope&);
void lower_edges(Lowering&, const Scope&, const Task& task, Task& made);
void lower_when(Lowering&, Scope&, const Task& task, Task& made, NewInputs& inputs);
TaskPtr lower_group(Lowering&, Scope&, const Task& task, const Definition& definition, Task use);
TaskPtr lower_looped(Lowering&, Scope&, const Task& task, const std::string& name);
TaskPtr lower_conditional_loop(Lowering&, Scope&, const Task& task, const std::string& name);
void note_all(Lowering&);
void find_claims(Lowering&);                              // which claims the flow has for itself
void lower_claims(Lowering&, Body& made);                 // tasks that make and delete them
void need_claims(Lowering&, Task& made);
// What only the flow's own file can say, without what the model says as well.
void refuse_unsupported(Lowering&, const std::vector<std::string>& unsupported, const Definition* definition, const std::string& where);
void lower_handlers(Lowering&, Scope& main);
// Null when the task cannot be said; the reason is noted.
TaskPtr lower_task(Lowering&, Scope&, const Task& task, const std::string& name, bool whole);
TaskPtr lower_pod(Lowering&, Scope&, const Task& task, const Definition& definition, Task use);
// The task inside a group of its own.
TaskPtr around(Lowering&, Scope& outer, const Task& task, const std::string& name, const std::string& stem, const std::function<void(Scope&)>& prepare, bool list_outputs,
               bool whole = false);
// The task of the flow by that name, seen through the groups round one task.
const Task* original_of(const Scope& scope, const std::string& name);
std::optional<Retry> lowered_retry(Lowering&, const std::optional<Retry>& retry, const std::string& where);
void refuse_missing(Lowering&, const std::vector<Parameter>& inputs, const Task& use, const std::string& where);
void add_inputs(Definition& definition, const std::vector<Parameter>& inputs);

}  // namespace weft::kfp
