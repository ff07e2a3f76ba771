#include "core/lint/support.h"
#include "core/targets/argo/rules/rules.h"

namespace weft::argo::rules_ {
namespace {

using namespace lint;

// The tag as the file has it: a value that is one tag was read as the task and the output that it names.
std::string tag_in_file(const Context& context, const std::string& field, const Reference& reference) {
    if (reference.tag.starts_with("{{")) return reference.tag;
    const MappedField* place = context.places ? context.places->find(field) : nullptr;
    const yaml::Node* node = place ? yaml::resolve(place->node.get()) : nullptr;
    if (!node) return {};
    return node->is_map() ? yaml::text_at(place->node, "from") : node->text;
}

// Expressions ({{=…}}) are not judged: Argo looks at them only when it evaluates them.
void check(const Context& context, Report& report) {
    if (!context.has_target("argo") || !detail::is_argo_file(context)) return;
    for (const Context::Item& item : context.items) {
        if (item.handler || item.references.empty()) continue;
        const bool steps = detail::is_steps(context, context.scopes[item.scope]);
        for (const FieldReference& found : item.references) {
            const std::string field = item.path + '.' + found.field, tag = tag_in_file(context, field, found.reference);
            const std::size_t from = tag.find_first_not_of("{ ");
            if (!found.reference.simple || found.reference.task.empty() || from == std::string::npos) continue;
            const std::string_view inner = std::string_view(tag).substr(from);
            if (!inner.starts_with(steps ? "tasks." : "steps.")) continue;
            Finding finding = finding_of("ref/wrong-scope", Severity::error, &item, field,
                                         Message{steps ? WEFT_TR("core", "%1 stands among steps: there it must begin with `steps.`") : WEFT_TR("core", "%1 stands in a DAG: there it must begin with `tasks.`"),
                                                 {quoted(tag)}},
                                         WEFT_TR("core", "Argo refuses the workflow: a DAG knows `tasks.NAME`, steps know `steps.NAME`"));
            finding.target = detail::target_name(context);
            finding.subject = tag;
            report.add(std::move(finding));
        }
    }
}

}  // namespace

extern const Rule ref_wrong_scope{"ref/wrong-scope", Severity::error, WEFT_TR("core", "a tag says tasks among steps, or steps in a DAG"), "Argo v4.1 validate.go: \"failed to resolve {{steps.…}}\"", check};

}  // namespace weft::argo::rules_
