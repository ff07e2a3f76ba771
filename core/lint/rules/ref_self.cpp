#include "core/lint/support.h"

namespace weft::lint::rules {
namespace {

void check(const Context& context, Report& report) {
    for (const Context::Item& item : context.items) {
        if (item.hook) continue;  // a hook may read its task
        for (const FieldReference& found : item.references) {
            if (found.reference.kind != Reference::Kind::output || found.reference.task != item.task->name || item.task->name.empty()) continue;
            Finding finding = finding_of("ref/self", Severity::error, &item, item.path + '.' + found.field,
                                         Message{WEFT_TR("core", "%1: a task cannot read its own output"), {shown_tag(context, item.path + '.' + found.field, found.reference)}},
                                         WEFT_TR("core", "the value exists only after the task has ended: it would wait for itself"));
            finding.subject = found.reference.tag;
            report.add(std::move(finding));
        }
    }
}

}  // namespace

extern const Rule ref_self{"ref/self", Severity::error, WEFT_TR("core", "a task reads its own output"), "Argo v4.1 validate.go resolveAllVariables", check};

}  // namespace weft::lint::rules
