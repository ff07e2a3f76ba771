// A flow of any origin as DolphinScheduler can say it: groups and what exit handlers wait for become workflows of their own, conditions become SWITCH
// tasks, results other than success CONDITIONS tasks, with a task that keeps a failed run failed. The result is one flow per workflow definition, main first.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/model/environment.h"
#include "core/targets/target.h"

namespace weft::dolphin {

struct Lowered {
    std::vector<Flow> flows;
    std::vector<Remark> remarks;         // refused: it cannot be exported; lowered: what was changed
    std::vector<NameUse> names;
};
Lowered lower(const Flow&, const ExportOptions&);

// Letters, digits and _: every parameter may become a variable of a pod.
std::string variable_name(std::string_view name);
// "dynamic_out_a = dynamic.out(a)": lines in a description, written by the export and read back by names().
std::string with_names(const std::string& description, const std::vector<std::pair<std::string, std::string>>& final_and_original);
std::map<std::string, std::string> names_in(const std::string& description);

// Why a DYNAMIC task and a K8S task do not stand in one workflow (#16509).
Message name_of_the_server(const std::string& task);

// A condition of Argo's and our kind as the JavaScript that a SWITCH evaluates; an error says what it cannot say. Tags are replaced already: ${name}.
Result<std::string> javascript_of(const std::string& condition);

// Five cron fields as Quartz' seven.
Result<std::string> quartz_of(const std::string& cron);

// --- internal to lower_*.cpp --------------------------------------------------------------------------------------------------------
struct Scope {
    const Body* body = nullptr;
    std::string path;                                        // "tasks.", "tasks.group.tasks."
    std::vector<const Task*> enclosing;
    std::map<std::string, std::string> tasks;                // ours -> the engine's
    std::map<std::pair<std::string, std::string>, std::string> outputs;   // task, output -> property
    std::map<std::string, std::string> params;               // parameters of the body -> property
    std::set<std::string> taken_tasks, taken_names;
    std::string status;                                      // of the scope that has ended, for a handler's copy
    std::vector<Task> made;                                  // in order
    std::map<std::string, std::vector<std::string>> after;   // ours -> engine tasks one of which has ended when it is over
};

struct Lowering {
    const Flow& flow;
    const ExportOptions& options;
    Lowered out;
    bool in_loop = false;                                    // the body of a loop is being made: {{item}} is its parameter "item"

    void refuse(const Scope&, const Task&, Message what, Message advice = {});
    void note(const Scope&, const Task&, Message what);
    bool old_version() const;
};

Flow lower_body(Lowering&, const Body&, const std::string& name, std::vector<const Task*> enclosing, const std::string& path, const std::vector<Parameter>& params);
// The task itself, without its edges; handlers come with the status of what they end.
Task lower_work(Lowering&, Scope&, const Task& task, const std::string& name);
// Tags of a text replaced: `pod` = $(name), which Kubernetes fills in; otherwise ${name}, which the server fills in.
std::string lower_text(Lowering&, Scope&, const Task&, const std::string& text, bool pod);
std::optional<std::string> lower_value(Lowering&, Scope&, const Task&, const Value&);
std::string free_task_name(Scope&, const std::string& wanted);
Task shell_task(const std::string& name, const std::string& script, const std::string& note = {});

}  // namespace weft::dolphin
