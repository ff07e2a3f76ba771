#include "core/lint/rules/env_names.h"

namespace weft::lint::rules {
namespace {

void check(const Context& context, Report& report) {
    const bool local = context.has_target("local");
    for_each_env_fault(context, EnvNameFault::shell, [&](const Layer& layer, const Binding& binding, std::string field) {
        const bool read = layer.item && layer.item->definition && uses_variable(*layer.item->definition, binding.name);
        Finding finding = finding_of("env/name-shell", local && read ? Severity::error : Severity::warning, layer.item, std::move(field),
                                     read ? Message{WEFT_TR("core", "the task reads $%1, but a shell cannot: such names are letters, digits and _"), {binding.name}}
                                          : Message{WEFT_TR("core", "no shell can read %1 as $NAME: such names are letters, digits and _"), {quoted(binding.name)}},
                                     WEFT_TR("core", "dash drops such a variable from the environment, bash reads only the part before the first odd character"));
        finding.subject = binding.name;
        finding.fixes.push_back(rename_env_fix(context, layer, binding.name));
        report.add(std::move(finding));
    });
}

}  // namespace

extern const Rule env_name_shell{"env/name-shell", Severity::warning, WEFT_TR("core", "no shell can read an environment variable of this name"),
                                 "Kubernetes content/identifier.go; kubernetes#2707; SPARK-29233", check};

}  // namespace weft::lint::rules
