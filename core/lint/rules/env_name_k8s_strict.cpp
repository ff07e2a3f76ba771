#include "core/lint/rules/env_names.h"

namespace weft::lint::rules {
namespace {

void check(const Context& context, Report& report) {
    const Severity severity = strict_severity(context);
    for_each_env_fault(context, EnvNameFault::strict, [&](const Layer& layer, const Binding& binding, std::string field) {
        Finding finding = finding_of("env/name-k8s-strict", severity, layer.item, std::move(field),
                                     Message{WEFT_TR("core", "Kubernetes %1 refuses the variable name %2: allowed are letters, digits, - . _, no digit first"),
                                             {context.options.kubernetes, quoted(binding.name)}},
                                     WEFT_TR("core", "the API server refuses the pod (422) in the middle of the run; clusters before 1.32 allow only "
                                                     "[-._a-zA-Z][-._a-zA-Z0-9]*"));
        if (severity != Severity::error)
            finding.what = Message{WEFT_TR("core", "Kubernetes before 1.32 refuses the variable name %1: it allows letters, digits, - . _, no digit first"), {quoted(binding.name)}};
        finding.subject = binding.name;
        finding.target = context.kubernetes_target();
        finding.fixes.push_back(rename_env_fix(context, layer, binding.name));
        report.add(std::move(finding));
    });
}

}  // namespace

extern const Rule env_name_k8s_strict{"env/name-k8s-strict", Severity::error, WEFT_TR("core", "Kubernetes before 1.32 refuses the name of an environment variable"),
                                      "Kubernetes apimachinery validation.go IsEnvVarName; KEP-4369", check};

}  // namespace weft::lint::rules
