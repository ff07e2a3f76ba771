// F1: DolphinScheduler #16509. The output of a dynamic task is called dynamic.out(name); as the name of an environment variable Kubernetes refuses it.
#include "core/lint/rules/env_names.h"

namespace weft::lint::rules {
namespace {

void check(const Context& context, Report& report) {
    const bool made_by_server = context.flow.format == "dolphinscheduler";
    const bool refused = !made_by_server || minor_version(context.options.kubernetes) < 32;
    for_each_env_fault(context, EnvNameFault::dynamic, [&](const Layer& layer, const Binding& binding, std::string field) {
        Finding finding = finding_of(
            "env/dynamic-out", refused ? Severity::error : Severity::warning, layer.item, std::move(field),
            made_by_server ? Message{WEFT_TR("core", "%1 becomes an environment variable of this Kubernetes task, which refuses the name"), {quoted(binding.name)}}
                           : Message{WEFT_TR("core", "%1 is no name of an environment variable: allowed are letters, digits and _"), {quoted(binding.name)}},
            made_by_server ? WEFT_TR("core", "DolphinScheduler 3.2 makes the name itself and hands every parameter to the pod; Kubernetes below 1.32 answers 422, also "
                                             "on a rerun when the dynamic task comes later. Move the Kubernetes task to a workflow of its own")
                           : WEFT_TR("core", "an output of a dynamic task is called so by its engine; Kubernetes below 1.32 refuses the pod (422), and no shell can read it "
                                             "as $NAME. Map it to a name of letters, digits and _"));
        finding.subject = binding.name;
        finding.target = context.kubernetes_target();
        if (!made_by_server) finding.fixes.push_back(rename_env_fix(context, layer, binding.name));
        report.add(std::move(finding));
    });
}

}  // namespace

extern const Rule env_dynamic_out{"env/dynamic-out", Severity::error, WEFT_TR("core", "a dynamic task's output name is used as an environment variable"),
                                  "DolphinScheduler #16509 (3.2.x), closed PR #16522", check};

}  // namespace weft::lint::rules
