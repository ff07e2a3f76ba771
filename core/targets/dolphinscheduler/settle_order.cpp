// Edges as relations, CONDITIONS and SWITCH tasks can say them.
#include <algorithm>
#include <unordered_map>

#include "core/model/graph.h"
#include "core/targets/dolphinscheduler/derive.h"
#include "core/targets/dolphinscheduler/settle.h"
#include "core/targets/dolphinscheduler/words.h"

namespace weft::dolphin {
namespace {

bool fails(Results results) { return (results & (on_failed | on_errored | on_omitted | on_all_failed)) && !(results & on_succeeded); }

bool same_before(const Task* old, const Need& need) { return old && std::find(old->needs.begin(), old->needs.end(), need) != old->needs.end(); }

// An edge into a CONDITIONS task: which result it asks for.
Results asked(const Need& need, bool kept) {
    if (kept && need.results == results_completed) return results_completed;
    if (need.results == results_completed) return results_completed;
    return fails(need.results) ? on_failed : on_succeeded;
}

}  // namespace

void settle_needs(Settling& settling, const Body& body, Task& task, const Task* old) {
    const bool gate = is_type(task, "CONDITIONS");
    if (!task.depends.empty() && !gate) return settling.refuse({WEFT_TR("core", "only a CONDITIONS task of DolphinScheduler can combine results with \"or\" (task %1)"), {task.name}});
    const bool branch = std::any_of(task.needs.begin(), task.needs.end(), [&](const Need& need) {
        const Task* source = find_task(body, need.task);
        return source && is_type(*source, "CONDITIONS");
    });
    for (Need& need : task.needs) {
        const Task* source = find_task(body, need.task);
        const bool kept = same_before(old, need);
        if (!source) continue;
        if (is_type(*source, "CONDITIONS")) {
            need.recovers = false;
            if (kept && need.results == results_default) continue;   // an edge that the CONDITIONS task does not name
            need.results = fails(need.results) ? on_unmet : on_met;
        } else if (gate) {
            need.recovers = false;
            need.results = asked(need, kept);
        } else if (is_type(*source, "SWITCH")) {
            need = {need.task, kept && need.results == results_default ? results_default : on_met, false};
        } else if (branch && need.recovers && need.results == implied_failure) {
            continue;   // follows from the CONDITIONS task
        } else if (need.results != results_default && need.results != on_succeeded) {
            return settling.refuse({WEFT_TR("core", "an edge for another result than success needs a CONDITIONS task between %1 and %2"), {need.task, task.name}});
        } else {
            need = {need.task, results_default, false};
        }
    }
    if (!gate || task.depends.empty()) return;
    std::vector<Need> needs = needs_of_expression(task.depends);
    for (const Need& need : task.needs)
        if (std::none_of(needs.begin(), needs.end(), [&](const Need& n) { return n.task == need.task; })) needs.push_back({need.task, results_completed, false});
    for (Need& need : needs)
        if (need.results != on_succeeded && need.results != on_failed && need.results != results_completed) {
            const bool both = (need.results & on_succeeded) && (need.results & on_failed);
            if (both) need.results = on_succeeded | on_failed;
            else settling.refuse({WEFT_TR("core", "a CONDITIONS task asks for success or failure, nothing else (task %1)"), {task.name}});
        }
    task.needs = std::move(needs);
}

// A condition stands in the SWITCH before the task, and a SWITCH has one branch without.
void check_branches(Settling& settling, const Body& before, const Body& after) {
    std::unordered_map<TaskId, const Task*> known;
    for (const TaskPtr& task : before.tasks) known.emplace(task->id, task.get());
    std::unordered_map<std::string, int> bare;
    bool touched = before.tasks.size() != after.tasks.size();
    for (const TaskPtr& task : after.tasks) {
        const auto found = known.find(task->id);
        const Task* old = found == known.end() ? nullptr : found->second;
        const bool changed = !old || old->when != task->when || old->needs != task->needs;
        touched = touched || changed;
        int switches = 0;
        for (const Need& need : task->needs) {
            const Task* source = find_task(after, need.task);
            if (!source || !is_type(*source, "SWITCH") || need.results != on_met) continue;
            ++switches;
            if (task->when.empty()) ++bare[need.task];
        }
        if (changed && !task->when.empty() && switches == 0)
            return settling.refuse({WEFT_TR("core", "the condition of task %1 needs a SWITCH task in front of it"), {task->name}});
        if (changed && !task->when.empty() && switches > 1)
            return settling.refuse({WEFT_TR("core", "task %1 stands behind two SWITCH tasks: which one its condition belongs to is not said"), {task->name}});
        if (changed && !task->when.empty() && task->when.find("{{") != std::string::npos)
            return settling.refuse({WEFT_TR("core", "a condition of DolphinScheduler is JavaScript with ${names}, not {{tags}} (task %1)"), {task->name}});
    }
    if (!touched) return;
    for (const auto& [gate, count] : bare)
        if (count > 1) return settling.refuse({WEFT_TR("core", "%1 has one branch without a condition already: a SWITCH takes the others by condition"), {gate}});
}

}  // namespace weft::dolphin
