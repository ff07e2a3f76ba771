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

struct Lowered {
    Flow flow;
    std::vector<Message> reasons;      // what KFP cannot say; empty = it can be exported
    std::vector<Message> notes;
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

    void refuse(Message why);                                // each reason once
    std::string add_component(Definition definition, const std::string& wanted);
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

Body lower_body(Lowering&, Scope&);
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
