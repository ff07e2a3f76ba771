// A flow of any origin said in Flyte's terms: task templates that bring their own environment, sub-workflows for groups, branches, failure nodes. Internal to the export.
#pragma once

#include <map>
#include <set>
#include <string>

#include "core/model/environment.h"
#include "core/targets/flyte/build.h"
#include "core/targets/flyte/conditions.h"
#include "core/targets/target.h"

namespace weft::flyte {

inline constexpr const char* outputs_folder = "/var/outputs";
inline constexpr const char* inputs_folder = "/var/inputs";

struct Lowered {
    Flow flow;
    std::vector<Remark> refused;
    std::vector<Message> notes;
    std::vector<NameUse> names;
};
Lowered lower(const Flow& flow, const ExportOptions& options);

// The body that is being lowered, and the workflow that it becomes.
struct Site {
    const Body* body = nullptr;
    Site* outer = nullptr;
    bool branch = false;                                    // nodes inside a branch, not a workflow of their own
    std::vector<const Task*> enclosing;
    std::string path;                                       // of SourceMap: "tasks.g.tasks."
    std::map<std::string, std::string, std::less<>> nodes;  // task -> node id
    std::vector<Parameter> inputs;                          // of the workflow or branch being made
    std::vector<Binding> arguments;                         // what the group's node hands in for them
    std::map<std::string, Value, std::less<>> own;          // a group's parameters by their name in the drawing
    std::string status;                                     // what {status: flow} is here; "" outside handlers
    bool failure = false;                                   // below a failure node: no task's output is there
};

struct Lowering {
    const Flow& flow;
    const ExportOptions& options;
    Lowered out;
    std::map<std::string, std::string> made;                // text of a definition -> its name
    std::set<std::string> taken;
    std::set<std::string, std::less<>> numbers;             // "params.x", "task\nout": compared with a number

    void refuse(const Task& task, const Site& scope, Message what, Message advice = {});
    void note(Message what);
    std::string add(Definition definition, const std::string& wanted);     // name of the (shared) definition
};

std::string node_name(std::string_view name);
std::string variable_name(std::string_view name);
std::string free_name(std::set<std::string>& taken, const std::string& wanted);

Value lowered_value(Lowering&, Site&, const Task&, const Value&);          // to what a node can bind; text stays text
ValueType lowered_type(Lowering&, const Site&, const Value& lowered);
ValueType output_type(const Lowering&, const Task& task, const Output& output);
Value value_of_tag(const Lowering&, const std::string& tag, bool& known);

Body lowered_body(Lowering&, Site&);
TaskPtr lowered_task(Lowering&, Site&, const Task&, const std::string& node);
// What a task runs: its definition and arguments go into `use`.
void lower_pod(Lowering&, Site&, const Task&, const Definition&, Task& use);
void lower_handlers(Lowering&, Site&, Body& made);

}  // namespace weft::flyte
