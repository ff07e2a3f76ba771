#include <algorithm>

#include "core/lint/image_reference.h"
#include "core/lint/support.h"
#include "core/targets/argo/rules/rules.h"

namespace weft::argo::rules_ {
namespace {

using namespace lint;

void check(const Context& context, Report& report) {
    if (!context.has_target("argo") || !detail::is_argo_file(context)) return;
    for (const Parameter& parameter : context.flow.parameters) {
        if (parameter.choices.empty() || !parameter.value || parameter.value->source != Source::literal || is_templated(parameter.value->text)) continue;
        const std::string& value = parameter.value->text;
        if (std::find(parameter.choices.begin(), parameter.choices.end(), value) != parameter.choices.end()) continue;
        Finding finding = finding_of("ref/param-enum", Severity::error, nullptr, join_path("parameters", parameter.name) + ".value",
                                     Message{WEFT_TR("core", "%1 of the parameter %2 is none of its choices: %3"), {quoted(value), quoted(parameter.name), listed(parameter.choices)}},
                                     WEFT_TR("core", "Argo refuses the workflow before it starts"));
        finding.target = detail::target_name(context);
        finding.subject = parameter.name;
        if (const std::string near = nearest(value, parameter.choices); !near.empty())
            finding.fixes.push_back({Message{WEFT_TR("core", "Write %1"), {near}}, FlowFix([name = parameter.name, near](const Flow& flow) -> Result<Flow> {
                                         Flow out = flow;
                                         for (Parameter& one : out.parameters)
                                             if (one.name == name && one.value) one.value->text = near;
                                         return out;
                                     })});
        report.add(std::move(finding));
    }
}

}  // namespace

extern const Rule ref_param_enum{"ref/param-enum", Severity::error, WEFT_TR("core", "the value of a parameter is none of its choices"), "Argo v4.1 validate.go validateArgumentsValues", check};

}  // namespace weft::argo::rules_
