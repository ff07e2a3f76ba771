#include "core/lint/support.h"
#include "core/targets/argo/rules/rules.h"

namespace weft::argo::rules_ {
namespace {

using namespace lint;

// What a hook of a looping task sees is that task's matter: only tasks and steps are judged. Argo's validator takes a bare {{item}} everywhere and refuses a field of it.
void check(const Context& context, Report& report) {
    if (!context.has_target("argo") || !detail::is_argo_file(context)) return;
    for (const Context::Item& item : context.items) {
        if (item.handler || item.task->loop || item.references.empty()) continue;
        for (const FieldReference& found : item.references) {
            if (found.reference.kind != Reference::Kind::item || found.reference.name.empty() || !found.reference.simple) continue;
            Finding finding = finding_of("ref/item-outside-loop", Severity::error, &item, item.path + '.' + found.field,
                                         Message{WEFT_TR("core", "%1 is read by %2, which is no loop"), {shown_tag(context, item.path + '.' + found.field, found.reference), quoted(item.task->name)}},
                                         WEFT_TR("core", "Argo refuses the workflow: only a task with withItems, withParam or withSequence has an item"));
            finding.target = detail::target_name(context);
            finding.subject = found.reference.tag;
            report.add(std::move(finding));
        }
    }
}

}  // namespace

extern const Rule ref_item_outside_loop{"ref/item-outside-loop", Severity::error, WEFT_TR("core", "a field of a loop's item is read where there is no loop"), "Argo v4.1 validate.go addItemsToScope", check};

}  // namespace weft::argo::rules_
