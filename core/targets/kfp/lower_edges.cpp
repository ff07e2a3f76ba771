// What a task waits for and whether it runs at all.
#include <algorithm>

#include "core/targets/kfp/lower.h"
#include "core/targets/kfp/values.h"

namespace weft::kfp {
namespace {

void add_need(std::vector<Need>& needs, const Need& need) {
    if (std::none_of(needs.begin(), needs.end(), [&](const Need& n) { return n.task == need.task; })) needs.push_back(need);
}

// A muted task is left out: who waited for it waits for what it waited for.
void collect_needs(const Scope& scope, const std::vector<Need>& given, std::vector<Need>& out, int depth) {
    for (const Need& need : given) {
        const Task* up = sibling(scope, need.task);
        if (up && up->muted && depth < 1000) collect_needs(scope, up->needs, out, depth + 1);
        else if (up) add_need(out, need);
    }
}

bool awaited(const Body& body, const std::string& name) {
    return std::any_of(body.tasks.begin(), body.tasks.end(), [&](const TaskPtr& t) { return std::any_of(t->needs.begin(), t->needs.end(), [&](const Need& n) { return n.task == name; }); });
}

}  // namespace

void lower_edges(Lowering& lowering, const Scope& scope, const Task& task, Task& made) {
    const std::string where = where_of(scope, task.name);
    std::vector<Need> given = task.needs, needs;
    if (!task.depends.empty()) {
        const std::optional<std::vector<Need>> plain = needs_of_depends(task.depends);
        if (!plain) lowering.refuse({WEFT_TR("core", "%1: KFP has no expression like `%2`; a task waits for all of its needs"), {where, task.depends}});
        else given = *plain;
    }
    collect_needs(scope, given, needs, 0);
    for (const FieldReference& reference : references_of(lowering.flow, task)) {
        const std::string& from = reference.reference.task;
        const Task* up = from.empty() || from == task.name ? nullptr : sibling(scope, from);
        if (up && !up->muted) add_need(needs, {from});
    }
    for (Need& need : needs) {
        const Task* up = sibling(scope, need.task);
        const bool success = need.results == results_default || need.results == on_succeeded || need.results == (on_succeeded | on_skipped);
        const bool any_end = (need.results & (on_succeeded | on_failed)) == (on_succeeded | on_failed);
        if (need.recovers || (!success && !any_end))
            lowering.refuse({WEFT_TR("core", "%1 waits for a result of %2 that KFP does not know: success, or any end"), {where, need.task}});
        else if (!success && (needs.size() != 1 || awaited(*scope.body, task.name)))
            lowering.refuse({WEFT_TR("core", "%1 waits for any end of %2; KFP takes that only from a task with one edge in and none out"), {where, need.task}});
        else if (!success && up && up->loop) lowering.refuse({WEFT_TR("core", "%1 waits for any end of %2, a loop; KFP never starts it then"), {where, need.task}});
        need = {scope.names.at(need.task), success ? results_default : results_completed, false};
    }
    made.needs = std::move(needs);
}

void lower_when(Lowering& lowering, Scope& scope, const Task& task, Task& made, NewInputs& inputs) {
    if (task.when.empty()) return;
    const std::string where = where_of(scope, task.name);
    const auto input = [&](const Reference& tag, ValueType) -> std::string {
        bool known = false;
        const Value value = value_of(lowering, scope, tag, where, &known);
        if (!known || (value.source != Source::param && value.source != Source::output && value.source != Source::text)) return {};
        return input_for(made, value, value.source == Source::param ? type_of_param(lowering, scope, tag.name) : ValueType::string, inputs);
    };
    const std::optional<std::string> cel = condition_cel(task.when, input);
    if (!cel) return lowering.refuse({WEFT_TR("core", "%1: the condition `%2` cannot be said in KFP's words: compare parameters and outputs with == != < <= > >= and join them with && || !"), {where, task.when}});
    made.when = *cel;
}

}  // namespace weft::kfp
