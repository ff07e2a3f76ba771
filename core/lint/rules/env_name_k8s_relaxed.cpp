#include "core/lint/rules/env_names.h"

namespace weft::lint::rules {
namespace {

void check(const Context& context, Report& report) {
    for_each_env_fault(context, EnvNameFault::relaxed, [&](const Layer& layer, const Binding& binding, std::string field) {
        Finding finding = finding_of("env/name-k8s-relaxed", Severity::error, layer.item, std::move(field),
                                     binding.name.empty() ? Message{WEFT_TR("core", "an environment variable has no name")}
                                                          : Message{WEFT_TR("core", "no Kubernetes takes the variable name %1: allowed is printable ASCII without ="), {quoted(binding.name)}},
                                     WEFT_TR("core", "every version of Kubernetes refuses the pod; on this computer a = cuts the name in two"));
        finding.subject = binding.name;
        finding.target = context.kubernetes_target();
        finding.fixes.push_back(rename_env_fix(context, layer, binding.name));
        report.add(std::move(finding));
    });
}

}  // namespace

extern const Rule env_name_k8s_relaxed{"env/name-k8s-relaxed", Severity::error, WEFT_TR("core", "no version of Kubernetes takes the name of an environment variable"),
                                       "Kubernetes apimachinery IsRelaxedEnvVarName; KEP-4369 (stable in 1.34)", check};

}  // namespace weft::lint::rules
