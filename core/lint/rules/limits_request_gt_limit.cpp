#include "core/lint/quantity.h"
#include "core/lint/support.h"

namespace weft::lint::rules {
namespace {

using Slot = std::optional<Scalar> Environment::*;
struct Pair { const char* name; Slot request, limit; };
constexpr Pair pairs[] = {{"cpu", &Environment::cpu, &Environment::cpu_limit}, {"memory", &Environment::memory, &Environment::memory_limit}};

bool above(const std::optional<Scalar>& request, const std::optional<Scalar>& limit) {
    if (!request || !limit) return false;
    const std::optional<Quantity> asked = parse_quantity(request->text), allowed = parse_quantity(limit->text);
    return asked && allowed && asked->value > allowed->value;
}

void check(const Context& context, Report& report) {
    if (!context.on_kubernetes()) return;
    for_each_layer(context, [&](const Layer& layer) {
        for (const Pair& pair : pairs) {
            const std::optional<Scalar>& request = layer.environment.*pair.request;
            const std::optional<Scalar>& limit = layer.environment.*pair.limit;
            if (!above(request, limit)) continue;
            Finding finding = finding_of("limits/request-gt-limit", Severity::error, layer.item, layer.path + '.' + pair.name,
                                         Message{WEFT_TR("core", "%1: the request %2 is above the limit %3"), {pair.name, quoted(request->text), quoted(limit->text)}},
                                         WEFT_TR("core", "Kubernetes refuses a pod that asks for more than it may have"));
            finding.target = context.kubernetes_target();
            finding.fixes.push_back({Message{WEFT_TR("core", "Swap them: request %1, limit %2"), {limit->text, request->text}},
                                     environment_fix(layer, [pair](Environment& environment) {
                                         if (above(environment.*pair.request, environment.*pair.limit)) std::swap(environment.*pair.request, environment.*pair.limit);
                                     })});
            report.add(std::move(finding));
        }
    });
}

}  // namespace

extern const Rule limits_request_gt_limit{"limits/request-gt-limit", Severity::error, WEFT_TR("core", "a task asks for more than its limit"),
                                          "Kubernetes core validation: \"must be less than or equal to … limit\"", check};

}  // namespace weft::lint::rules
