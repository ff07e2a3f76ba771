// A flow of any origin as Argo can say it: templates with inputs, environment on every pod, tags in Argo's spelling, names that Argo takes.
// The result is a Flow again, so that the same code writes it that writes drawn templates, and reading the export gives it back.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/model/flow.h"
#include "core/targets/argo/values.h"

namespace weft::argo {

inline constexpr const char* outputs_folder = "/tmp/weft-outputs";
inline constexpr std::size_t most_templates = 199;   // 200 by the CRDs of 4.0; one is kept for the exit handlers

struct Lowered {
    Flow flow;
    std::map<std::string, std::string> targets;   // template -> dag.target
    struct Reason {
        Message why;
        TaskId task = 0;                          // 0 = the flow
        bool of_table = false;                    // the table of capabilities refuses it anyway
    };
    std::vector<Reason> reasons;                  // what Argo cannot say; empty = it can be exported
    std::vector<Message> notes;                   // what is said in another way
};
Lowered lower(const Flow& flow, const std::string& version);

// Names as Argo takes them: template, task (digits in front get "t-"), parameter.
std::string argo_name(std::string_view name);
std::string argo_parameter_name(std::string_view name);
std::string free_name(std::set<std::string, std::less<>>& taken, const std::string& wanted);

// --- internal to lower_*.cpp ---------------------------------------------------------------------------------------------------------
struct Scope {
    const Body* body = nullptr;
    bool main = false;
    const Scope* outer = nullptr;
    std::string path;                                    // "train", "group/": for reasons
    std::set<std::string, std::less<>> params;           // inputs of the template that the body becomes
    std::map<std::string, std::string, std::less<>> names;   // our task -> Argo's
    std::vector<const Task*> enclosing;
    const Task* hooked = nullptr;                        // hooks: the task that they hang on
    bool exit_handler = false;
    std::string target;                                  // dag.target, found by lower_body
};

struct Lowering {
    const Flow& flow;
    Lowered out;
    std::set<std::string, std::less<>> templates;        // names taken
    std::map<std::string, std::string> made;             // template text without its name -> name
    int groups = 0;                                      // lowered so far: nested uses multiply
    bool nest = true;                                    // 4.0 and later: at most 200 tasks and templates

    TaskId task = 0;                                     // that is being lowered, for reasons

    void refuse(Message why, bool of_table = false) { out.reasons.push_back({std::move(why), task, of_table}); }
    void note(Message what);                             // once
    // Adds the definition under a free name, or finds the same one.
    std::string add_template(Definition definition, const std::string& wanted);
};

// What a pod's texts need from the body around it: they come in as inputs.
struct PassedIn {
    std::vector<Parameter> inputs;
    std::vector<Binding> arguments;
    std::set<std::string, std::less<>> own;              // inputs that the definition has by itself
    std::string add(const std::string& wanted, const std::string& argument);
};
// A value or text that stands in the body (arguments, conditions, loops).
Value body_value(Lowering&, const Scope&, const Value&, const std::string& where);
std::string body_text(Lowering&, const Scope&, const std::string& text, const std::string& where);
// A value or text that stands in a template.
Value leaf_value(Lowering&, const Scope&, PassedIn&, const Value&, const std::string& where);
std::string leaf_text(Lowering&, const Scope&, PassedIn&, const std::string& text, const std::string& where);

Body lower_body(Lowering&, Scope& scope);
// Null when the task cannot be said; the reason is noted.
TaskPtr lower_task(Lowering&, const Scope&, const Task& task, const std::string& name);
TaskPtr lower_pod(Lowering&, const Scope&, const Task& task, const Definition& definition, Task made);
TaskPtr lower_group(Lowering&, const Scope&, const Task& task, const Definition& definition, Task made);
std::vector<Handler> lower_hooks(Lowering&, const Scope&, const Task& task, const std::vector<Handler>& handlers, const std::string& name);
void lower_flow_handlers(Lowering&, const Scope&);
// Inputs of the lone template of an Argo file that Argo fills from the workflow's arguments by their name.
void add_entry_parameters(const Flow& flow, Flow& out);
// Argo starts no task that lacks an input; the validator says so of the workflow, we of the task.
void refuse_missing_inputs(Lowering& lowering, const Scope& scope, const Task& task, const Definition& definition, const std::string& where);
std::vector<Parameter> entry_inputs(const Lowering&, const Scope&, const Task& task, const Definition& definition);
Value entry_value(const Parameter& input);
Value artifact_value(Lowering&, const Scope&, Value from, const std::string& where);
// One exit hook for several handlers of the task called `task` in Argo.
Handler exit_subflow(Lowering&, const std::vector<Handler>& handlers, const std::string& task);
// A loop with a limit of items at once gets steps of its own.
void limit_loops(Lowering&, Body&);
// Volumes of a pod: claims made per run are declared by the workflow, names are DNS labels.
void lower_volumes(Lowering&, const Scope&, PassedIn&, Environment& merged, const std::string& where);
std::optional<Schedule> lowered_schedule(Lowering&, const std::optional<Schedule>& schedule);
// Pods of one shape share a template where there are more than a file may hold.
void collapse_templates(Lowering&);
// More tasks than one DAG may hold become DAGs of DAGs.
void split_main(Lowering&);

std::string go_duration(const std::string& text);       // "90" -> "90s", "1d" -> "86400s"
std::optional<Retry> lowered_retry(const std::optional<Retry>& retry);

}  // namespace weft::argo
