#include <algorithm>
#include <cctype>

#include "core/lint/support.h"
#include "core/model/edit.h"
#include "core/targets/argo/rules/rules.h"

namespace weft::argo::rules_ {
namespace {

using namespace lint;

bool has_edges(const Body& body) {
    return std::any_of(body.tasks.begin(), body.tasks.end(), [](const TaskPtr& task) { return !task->needs.empty() || !task->depends.empty(); });
}

void check(const Context& context, Report& report) {
    if (!context.has_target("argo") || !detail::is_argo_file(context)) return;  // an export puts "t-" in front
    for (const Context::Scope& scope : context.scopes) {
        if (!has_edges(*scope.body) || detail::is_steps(context, scope)) continue;
        for (const TaskPtr& task : scope.body->tasks) {
            if (task->name.empty() || !std::isdigit(static_cast<unsigned char>(task->name.front()))) continue;
            const Context::Item* item = detail::item_of(context, task.get());
            if (!item) continue;
            Finding finding = finding_of("name/argo-digit", Severity::error, item, item->path + ".name",
                                         Message{WEFT_TR("core", "%1 begins with a digit, and tasks of its DAG wait for each other"), {quoted(task->name)}},
                                         WEFT_TR("core", "Argo reads the edges as an expression, where a digit begins a number, and refuses the workflow"));
            finding.target = detail::target_name(context);
            const std::string better = "t-" + task->name;
            finding.fixes.push_back({Message{WEFT_TR("core", "Rename to %1"), {better}}, [id = task->id, better](const Flow& flow) { return edit::rename_task(flow, id, better); }});
            report.add(std::move(finding));
        }
    }
}

}  // namespace

extern const Rule name_argo_digit{"name/argo-digit", Severity::error, WEFT_TR("core", "a task's name begins with a digit where edges are read as an expression"), "Argo v4.1 validate.go 1469",
                                  check};

}  // namespace weft::argo::rules_
