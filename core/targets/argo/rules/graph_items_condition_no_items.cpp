#include "core/lint/support.h"
#include "core/targets/argo/rules/rules.h"

namespace weft::argo::rules_ {
namespace {

using namespace lint;

constexpr Results of_items = on_any_succeeded | on_all_failed;

Results plain(Results results) {
    if (results & on_any_succeeded) results |= on_succeeded;
    if (results & on_all_failed) results |= on_failed;
    return results & ~of_items;
}

void check(const Context& context, Report& report) {
    if (!context.has_target("argo")) return;
    for (const Context::Item& item : context.items) {
        std::vector<DependsTerm> terms;
        if (item.task->depends.empty()) {
            for (const Need& need : item.task->needs) terms.push_back({need.task, need.results});
        } else if (const auto parsed = depends_terms(item.task->depends)) {
            terms = *parsed;
        }
        for (const DependsTerm& term : terms) {
            const Task* up = (term.results & of_items) ? find_task(*item.body, term.task) : nullptr;
            if (!up || up->loop) continue;
            const char* result = term.results & on_any_succeeded ? "AnySucceeded" : "AllFailed";
            Finding finding = finding_of("graph/items-condition-no-items", Severity::error, &item, join_path(item.path + ".needs", term.task),
                                         Message{WEFT_TR("core", "%1 asks for %2 of %3, which has no items"), {quoted(item.task->name), quoted(result), quoted(term.task)}},
                                         WEFT_TR("core", "AnySucceeded and AllFailed count the items of a loop; Argo refuses them on a task without one"));
            finding.target = detail::target_name(context);
            finding.subject = term.task;
            if (item.task->depends.empty())
                finding.fixes.push_back({Message{WEFT_TR("core", "Ask for %1 instead"), {result == std::string("AnySucceeded") ? "Succeeded" : "Failed"}},
                                         task_fix(item.task->id, [name = term.task](Task& task) {
                                             for (Need& need : task.needs)
                                                 if (need.task == name) need.results = plain(need.results);
                                         })});
            report.add(std::move(finding));
            break;
        }
    }
}

}  // namespace

extern const Rule graph_items_condition_no_items{"graph/items-condition-no-items", Severity::error, WEFT_TR("core", "a result that counts items, of a task without items"),
                                                 "Argo v4.1 validate.go 1503", check};

}  // namespace weft::argo::rules_
