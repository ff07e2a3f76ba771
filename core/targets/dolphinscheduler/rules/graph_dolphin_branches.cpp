// A CONDITIONS task needs a task for each of its two ways; the server refuses the definition otherwise.
#include <algorithm>

#include "core/lint/support.h"
#include "core/targets/dolphinscheduler/rules/rules.h"
#include "core/targets/dolphinscheduler/words.h"

namespace weft::dolphin {
namespace {

using lint::Context;
using lint::Finding;
using lint::quoted;
using lint::Severity;

void check(const Context& context, lint::Report& report) {
    if (!is_own_file(context)) return;
    for (const Context::Item& item : context.items) {
        if (!is_type(*item.task, "CONDITIONS")) continue;
        const auto followed = [&](Results way) {
            return std::any_of(item.body->tasks.begin(), item.body->tasks.end(), [&](const TaskPtr& task) {
                return std::any_of(task->needs.begin(), task->needs.end(), [&](const Need& need) { return need.task == item.task->name && need.results == way; });
            });
        };
        const bool met = followed(on_met), unmet = followed(on_unmet);
        if (met && unmet) continue;
        Finding finding = lint::finding_of("graph/dolphin-branches", Severity::error, &item, item.path,
                                           met     ? Message{WEFT_TR("core", "the CONDITIONS task %1 has no task of its own for failure"), {quoted(item.task->name)}}
                                           : unmet ? Message{WEFT_TR("core", "the CONDITIONS task %1 has no task of its own for success"), {quoted(item.task->name)}}
                                                   : Message{WEFT_TR("core", "the CONDITIONS task %1 has no task for success and none for failure"), {quoted(item.task->name)}},
                                           {WEFT_TR("core", "the server refuses the workflow: both ways need a task, and one task cannot stand for both")});
        finding.target = "dolphinscheduler";
        report.add(std::move(finding));
    }
}

const lint::Rule rule{"graph/dolphin-branches", Severity::error, WEFT_TR("core", "a CONDITIONS task lacks one of its two branches"), "DolphinScheduler ConditionsParameters.checkParameters", check};

}  // namespace

const lint::Rule& graph_dolphin_branches() { return rule; }

}  // namespace weft::dolphin
