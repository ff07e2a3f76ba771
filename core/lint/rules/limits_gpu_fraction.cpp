#include <cmath>

#include "core/lint/image_reference.h"
#include "core/lint/quantity.h"
#include "core/lint/support.h"

namespace weft::lint::rules {
namespace {

void check(const Context& context, Report& report) {
    if (!context.on_kubernetes()) return;
    for_each_layer(context, [&](const Layer& layer) {
        const std::optional<Scalar>& gpu = layer.environment.gpu;
        if (!gpu || is_templated(gpu->text)) return;
        const std::optional<Quantity> quantity = parse_quantity(gpu->text);
        if (!quantity || quantity->value <= 0 || quantity->value == std::floor(quantity->value) || quantity->value > 1e6) return;
        const std::string whole = std::to_string(long(std::ceil(quantity->value)));
        Finding finding = finding_of("limits/gpu-fraction", Severity::error, layer.item, layer.path + ".gpu", Message{WEFT_TR("core", "%1 of a GPU: they are given out whole"), {quoted(gpu->text)}},
                                     WEFT_TR("core", "Kubernetes counts devices in whole numbers and refuses the pod"));
        finding.target = context.kubernetes_target();
        finding.fixes.push_back({Message{WEFT_TR("core", "Write %1"), {whole}}, environment_fix(layer, [whole](Environment& environment) { environment.gpu->text = whole; })});
        report.add(std::move(finding));
    });
}

}  // namespace

extern const Rule limits_gpu_fraction{"limits/gpu-fraction", Severity::error, WEFT_TR("core", "a part of a GPU is asked for"), "Kubernetes: extended resources are integers; metaflow kubernetes_decorator.py", check};

}  // namespace weft::lint::rules
