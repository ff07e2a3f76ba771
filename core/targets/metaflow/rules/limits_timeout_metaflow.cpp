#include "core/lint/support.h"
#include "core/targets/metaflow/arguments.h"
#include "core/targets/metaflow/rules/rules.h"

namespace weft::metaflow {
namespace {

using lint::Context;
using lint::Finding;
using lint::Report;
using lint::Severity;

constexpr long least = 60;

// In a flow.py the limit holds for steps that make pods; a run on this computer has none.
bool makes_pods(const Context& context, const Context::Item& item) {
    if (context.flow.format != "metaflow") return true;
    if (!context.places) return false;
    for (const char* decorator : {"kubernetes", "batch", "base"})
        if (context.places->find(item.path + ".decorators." + decorator)) return true;
    return false;
}

void check(const Context& context, Report& report) {
    if (!context.has_target("metaflow")) return;
    for (const Context::Item& item : context.items) {
        if (item.handler || !item.definition || item.definition->kind == DefinitionKind::wait || item.definition->kind == DefinitionKind::flow) continue;
        const bool own = !item.task->timeout.empty();
        const std::string& timeout = own ? item.task->timeout : item.definition->timeout;
        const auto seconds = seconds_of(timeout);
        if (!seconds || *seconds <= 0 || *seconds >= least || !makes_pods(context, item) || (!own && !item.first_use)) continue;
        Finding finding = lint::finding_of("limits/timeout-metaflow", Severity::error, &item, (own ? item.path : item.definition_path) + ".timeout",
                                           {WEFT_TR("core", "the timeout %1 of %2 is less than 60 seconds"), {timeout, item.task->name}},
                                           WEFT_TR("core", "Metaflow refuses it for a step that runs in a pod: making the pod alone may take that long"));
        finding.subject = item.task->name;
        finding.target = "metaflow";
        const Message title{WEFT_TR("core", "Set the timeout of %1 to one minute"), {item.task->name}};
        if (own) finding.fixes.push_back({title, lint::task_fix(item.task->id, [](Task& task) { task.timeout = "1m"; })});
        else finding.fixes.push_back({title, lint::definition_fix(item.task->id, [](Definition& definition) { definition.timeout = "1m"; })});
        report.add(std::move(finding));
    }
}

}  // namespace

const lint::Rule limits_timeout_metaflow{"limits/timeout-metaflow", Severity::error, WEFT_TR("core", "a timeout that is too short for a pod of Metaflow"), "metaflow kubernetes_decorator.py", check};

}  // namespace weft::metaflow
