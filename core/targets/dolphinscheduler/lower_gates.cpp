// Edges that a plain relation cannot say: SWITCH tasks for conditions, CONDITIONS tasks for other results than success.
#include <algorithm>

#include "core/model/graph.h"
#include "core/targets/dolphinscheduler/derive.h"
#include "core/targets/dolphinscheduler/lower_maker.h"
#include "core/targets/dolphinscheduler/words.h"

namespace weft::dolphin {
namespace {

constexpr const char* keeps_failed = "keeps the run FAILED: a CONDITIONS task takes the failure of the task before it away";

bool failing(Results results) { return (results & (on_failed | on_errored | on_all_failed)) && !(results & on_succeeded); }
bool both(Results results) { return (results & on_succeeded) && (results & (on_failed | on_errored)); }

Task gate_task(const char* type, const std::string& name) {
    Task task;
    task.name = name;
    Definition own;
    own.kind = DefinitionKind::other;
    own.detail = type;
    task.own = std::make_shared<const Definition>(std::move(own));
    return task;
}

// Results other than success: a CONDITIONS task asks for them, its success branch is the task.
void lower_results(Maker& maker, const Task& task, const std::string& name) {
    std::vector<Need> asked;
    std::vector<std::string> sources;
    bool any = false, recovers = true, completed = false;
    const auto ask = [&](const Need& one) {
        const std::vector<std::string>& ends = maker.ends_of(one.task);
        if (ends.size() != 1) return maker.lowering.refuse(maker.scope, task, {WEFT_TR("core", "an edge for the result of %1, which has a condition or is tolerated, cannot be drawn in DolphinScheduler"), {one.task}});
        if (both(one.results)) {
            asked.push_back({ends[0], on_succeeded, false});
            asked.push_back({ends[0], on_failed, false});
            completed = true;
        } else {
            asked.push_back({ends[0], failing(one.results) ? on_failed : on_succeeded, false});
        }
        if (one.results != results_default && one.results != on_succeeded) sources.push_back(ends[0]);
        recovers = recovers && (one.recovers || !failing(one.results));
    };
    if (!task.depends.empty()) {
        const Result<std::vector<DependsTerm>> terms = depends_terms(task.depends);
        any = task.depends.find("||") != std::string::npos;
        if (!terms || (any && task.depends.find("&&") != std::string::npos) || task.depends.find('!') != std::string::npos)
            return maker.lowering.refuse(maker.scope, task, {WEFT_TR("core", "a CONDITIONS task takes \"and\" or \"or\" here, not \"%1\""), {task.depends}});
        for (const DependsTerm& term : *terms) ask({term.task, term.results, false});
    } else {
        for (const Need& one : task.needs) ask(one);
        any = completed && task.needs.size() == 1;
    }
    if (completed && !any) return maker.lowering.refuse(maker.scope, task, {WEFT_TR("core", "\"completed\" beside other edges cannot be drawn in DolphinScheduler"), {}});
    Task gate = gate_task("CONDITIONS", free_task_name(maker.scope, task.name + "-gate"));
    std::string expression;
    for (const Need& one : asked) {
        const auto known = std::find_if(gate.needs.begin(), gate.needs.end(), [&](const Need& n) { return n.task == one.task; });
        if (known == gate.needs.end()) gate.needs.push_back(one);
        else known->results |= one.results;
        expression += (expression.empty() ? "" : any ? " || " : " && ") + one.task + (one.results == on_failed ? ".Failed" : ".Succeeded");
    }
    if (any && asked.size() > 1) gate.depends = expression;
    const std::string gate_name = maker.add(std::move(gate)).name;
    need(maker.named(name), gate_name, on_met);
    const std::string otherwise = maker.noop(task.name + "-else");
    need(maker.named(otherwise), gate_name, on_unmet);
    maker.scope.after[task.name] = {name};
    if (recovers && !completed) return;
    if (!completed && !any) return maker.keep_failed({name}, task.name + "-keep-failed");
    // The run fails when one of them failed, or the task itself.
    std::vector<Need> failed{{name, on_failed, false}};
    for (const std::string& source : sources) failed.push_back({source, on_failed, false});
    const std::string second = maker.gate(task.name + "-verdict", failed, true);
    const std::string good = maker.noop(task.name + "-verdict-ok");
    need(maker.named(good), second, on_unmet);
    maker.keep_failed({}, task.name + "-keep-failed");
    need(maker.scope.made.back(), second, on_met);
}

}  // namespace

void need(Task& task, const std::string& on, Results results) {
    if (std::none_of(task.needs.begin(), task.needs.end(), [&](const Need& n) { return n.task == on; })) task.needs.push_back({on, results, false});
}

Task& Maker::add(Task task) {
    scope.made.push_back(std::move(task));
    return scope.made.back();
}

std::string Maker::noop(const std::string& wanted) {
    add(shell_task(free_task_name(scope, wanted), "true"));
    return scope.made.back().name;
}

Task& Maker::named(const std::string& name) {
    return *std::find_if(scope.made.begin(), scope.made.end(), [&](const Task& task) { return task.name == name; });
}

void Maker::follow(Task& task, const std::string& ours) {
    for (const std::string& end : ends_of(ours)) need(task, end);
}

std::string Maker::gate(const std::string& wanted, const std::vector<Need>& asked, bool any) {
    Task task = gate_task("CONDITIONS", free_task_name(scope, wanted));
    std::string expression;
    for (const Need& one : asked) {
        need(task, one.task, one.results);
        expression += (expression.empty() ? "" : any ? " || " : " && ") + one.task + (one.results == on_failed ? ".Failed" : ".Succeeded");
    }
    if (any && asked.size() > 1) task.depends = expression;
    return add(std::move(task)).name;
}

void Maker::keep_failed(const std::vector<std::string>& behind, const std::string& wanted) {
    Task task = shell_task(free_task_name(scope, wanted), "exit 1", keeps_failed);
    for (const std::string& one : behind) need(task, one);
    add(std::move(task));
}

// The condition of a task as the branch of a SWITCH.
void lower_when(Maker& maker, const Task& task, const std::string& name) {
    const Result<std::string> condition = javascript_of(lower_text(maker.lowering, maker.scope, task, task.when, false));
    if (!condition) return maker.lowering.refuse(maker.scope, task, condition.error().message);
    Task gate = gate_task("SWITCH", free_task_name(maker.scope, task.name + "-if"));
    Task& guarded = maker.named(name);
    gate.needs = guarded.needs;
    guarded.needs = {{gate.name, on_met, false}};
    guarded.when = *condition;
    const std::string gate_name = gate.name;
    maker.add(std::move(gate));
    const std::string otherwise = maker.noop(task.name + "-else");
    need(maker.named(otherwise), gate_name, on_met);
    maker.scope.after[task.name] = {name, otherwise};
}

// A failure that is tolerated ends at a CONDITIONS task: both ways go on.
void lower_tolerated(Maker& maker, const Task& task, const std::string& name) {
    const std::string gate = maker.gate(task.name + "-tolerated", {{name, on_succeeded, false}}, false);
    const std::string good = maker.noop(task.name + "-ok"), bad = maker.noop(task.name + "-passed-over");
    need(maker.named(good), gate, on_met);
    need(maker.named(bad), gate, on_unmet);
    std::vector<std::string>& ends = maker.scope.after[task.name];
    std::erase(ends, name);
    ends.push_back(good);
    ends.push_back(bad);
}

void lower_needs(Maker& maker, const Task& task, const std::string& name) {
    const bool other = !task.depends.empty() ? !needs_of_depends(task.depends) || std::any_of(task.needs.begin(), task.needs.end(), [](const Need& n) { return failing(n.results) || both(n.results); })
                                             : std::any_of(task.needs.begin(), task.needs.end(), [](const Need& n) { return failing(n.results) || both(n.results); });
    if (other) return lower_results(maker, task, name);
    for (const Need& one : task.needs) maker.follow(maker.named(name), one.task);
    for_each_read(task, [&](std::string_view read) { maker.follow(maker.named(name), std::string(read)); });
}

}  // namespace weft::dolphin
