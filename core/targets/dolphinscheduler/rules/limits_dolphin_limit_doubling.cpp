// A K8S task has one number for cpu and one for memory: the server asks for it and allows twice as much. An export writes half of the limit.
#include <cmath>

#include "core/lint/image_reference.h"
#include "core/lint/quantity.h"
#include "core/lint/support.h"
#include "core/model/environment.h"
#include "core/targets/dolphinscheduler/rules/rules.h"

namespace weft::dolphin {
namespace {

using lint::Context;
using lint::Finding;
using lint::quoted;

bool sets_both(const Environment& e) { return (e.cpu && e.cpu_limit) || (e.memory && e.memory_limit); }

void look(const Context::Item& item, const std::string& field, const std::optional<Scalar>& request, const std::optional<Scalar>& limit, lint::Report& report) {
    if (!request || !limit || lint::is_templated(request->text) || lint::is_templated(limit->text)) return;
    const auto asked = lint::parse_quantity(request->text), most = lint::parse_quantity(limit->text);
    if (!asked || !most || std::abs(asked->value * 2 - most->value) <= most->value * 1e-6) return;
    Finding finding = lint::finding_of("limits/dolphin-limit-doubling", lint::Severity::info, &item, item.path + '.' + field,
                                       {WEFT_TR("core", "%1 asks for %2 and is allowed %3: DolphinScheduler asks for half of what it allows"), {quoted(item.task->name), quoted(request->text), quoted(limit->text)}},
                                       WEFT_TR("core", "a K8S task holds one number, and the server allows twice as much: half of the limit is written, the request goes"));
    finding.target = "dolphinscheduler";
    finding.subject = field;
    report.add(std::move(finding));
}

void check(const Context& context, lint::Report& report) {
    if (!context.has_target("dolphinscheduler") || is_own_file(context)) return;
    for (const Context::Item& item : context.items) {
        if (!lint::runs_container(item)) continue;
        const Environment merged = effective_environment(context.flow, *item.task, item.enclosing).merged;
        if (!merged.image || !sets_both(merged)) continue;      // without an image it is no pod
        look(item, "cpu_limit", merged.cpu, merged.cpu_limit, report);
        look(item, "memory_limit", merged.memory, merged.memory_limit, report);
    }
}

const lint::Rule rule{"limits/dolphin-limit-doubling", lint::Severity::info, WEFT_TR("core", "a request that DolphinScheduler replaces by half of the limit"), "DolphinScheduler 3.2 K8sTaskExecutor", check};

}  // namespace

const lint::Rule& limits_dolphin_limit_doubling() { return rule; }

}  // namespace weft::dolphin
