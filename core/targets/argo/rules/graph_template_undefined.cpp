#include "core/lint/support.h"
#include "core/targets/argo/rules/rules.h"

namespace weft::argo::rules_ {
namespace {

using namespace lint;

// A handler's template is the business of exit/hook-undefined. A name with a tag in it is known only while the flow runs.
void check(const Context& context, Report& report) {
    if (!context.has_target("argo") || !detail::is_argo_file(context)) return;
    std::vector<std::string> known;
    for (const DefinitionPtr& definition : context.flow.definitions) known.push_back(definition->name);
    for (const Context::Item& item : context.items) {
        const std::string& name = item.task->definition;
        if (item.handler || name.empty() || name.find("{{") != std::string::npos || find_definition(context.flow, name)) continue;
        const std::string near = nearest(name, known);
        Finding finding = finding_of("graph/template-undefined", Severity::error, &item, item.path + ".definition",
                                     near.empty() ? Message{WEFT_TR("core", "%1 uses the template %2, which is not in this file"), {quoted(item.task->name), quoted(name)}}
                                                  : Message{WEFT_TR("core", "%1 uses the template %2, which is not in this file; did you mean %3?"), {quoted(item.task->name), quoted(name), near}},
                                     WEFT_TR("core", "Argo refuses the workflow; a template of another file is named by templateRef"));
        finding.target = detail::target_name(context);
        finding.subject = name;
        if (!near.empty()) finding.fixes.push_back({Message{WEFT_TR("core", "Use %1 instead"), {near}}, task_fix(item.task->id, [near](Task& task) { task.definition = near; })});
        report.add(std::move(finding));
    }
}

}  // namespace

extern const Rule graph_template_undefined{"graph/template-undefined", Severity::error, WEFT_TR("core", "a task uses a template that does not exist"),
                                           "Argo v4.1 validate.go: \"template name '%s' undefined\"", check};

}  // namespace weft::argo::rules_
