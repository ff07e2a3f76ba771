#include <map>

#include "core/lint/support.h"
#include "core/targets/argo/rules/rules.h"

namespace weft::argo::rules_ {
namespace {

using namespace lint;

void check(const Context& context, Report& report) {
    if (!context.has_target("argo") || !detail::is_argo_file(context)) return;
    std::map<std::string, int> seen;
    for (const DefinitionPtr& definition : context.flow.definitions) {
        if (!definition || definition->name.empty() || ++seen[definition->name] == 1) continue;
        const int count = seen[definition->name];
        Finding finding = finding_of("name/template-duplicate", Severity::error, nullptr, join_path("definitions", definition->name) + ".name",
                                     Message{WEFT_TR("core", "two templates are called %1"), {quoted(definition->name)}},
                                     WEFT_TR("core", "Argo refuses the workflow: a task that names the template could mean either"));
        finding.target = detail::target_name(context);
        finding.subject = definition->name + std::to_string(count);
        if (const yaml::Node* place = nth_of_name(context, join_path("definitions", definition->name), definition->name, count)) {   // the later one
            finding.where = {{}, place->line, place->column};
            finding.span = place->span;
        }
        report.add(std::move(finding));
    }
}

}  // namespace

extern const Rule name_template_duplicate{"name/template-duplicate", Severity::error, WEFT_TR("core", "two templates of a workflow have the same name"),
                                          "Argo v4.1 validate.go: \"spec.templates[%d].name '%s' is not unique\"", check};

}  // namespace weft::argo::rules_
