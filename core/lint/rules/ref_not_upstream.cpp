#include <optional>

#include "core/lint/support.h"
#include "core/model/edit.h"

namespace weft::lint::rules {
namespace {

void check(const Context& context, Report& report) {
    // There a binding is an edge: a task waits for what it reads. KFP's compiler adds the dependency itself (argocompiler/dag.go addImplicitDependencies).
    if (context.flow.format == "native" || context.flow.format == "kfp") return;
    std::vector<std::optional<OrderAncestry>> ancestry(context.scopes.size());
    for (const Context::Item& item : context.items) {
        if (item.handler) continue;  // it runs after all tasks of its scope
        for (const FieldReference& found : item.references) {
            const Reference& reference = found.reference;
            if ((reference.kind != Reference::Kind::output && reference.kind != Reference::Kind::status) || reference.task == item.task->name) continue;
            std::optional<OrderAncestry>& order = ancestry[item.scope];
            if (!order) order.emplace(context.scopes[item.scope]);
            const int from = order->index_of(reference.task), to = order->index_of(item.task->name);
            if (from < 0 || to < 0 || order->is_ancestor(from, to) || order->is_ancestor(to, from)) continue;  // the last is graph/cycle's
            Finding finding = finding_of("ref/not-upstream", Severity::error, &item, item.path + '.' + found.field,
                                         Message{WEFT_TR("core", "%1: %2 need not have run before %3; add the dependency"), {shown_tag(context, item.path + '.' + found.field, reference), reference.task, quoted(item.task->name)}},
                                         WEFT_TR("core", "the value may not exist yet when the task starts: Argo refuses the flow, others start the task without it"));
            finding.subject = reference.tag;
            const TaskId source = context.scopes[item.scope].graph.tasks[std::size_t(from)]->id, target = item.task->id;
            if (edit::why_not_connect(context.flow, source, target).empty())
                finding.fixes.push_back({Message{WEFT_TR("core", "Make %1 wait for %2"), {item.task->name, reference.task}},
                                         FlowFix([source, target](const Flow& flow) { return edit::connect(flow, source, target); })});
            report.add(std::move(finding));
        }
    }
}

}  // namespace

extern const Rule ref_not_upstream{"ref/not-upstream", Severity::error, WEFT_TR("core", "a task reads the output of a task that it does not wait for"),
                                   "Argo v4.1 validateDAGTaskArgumentDependency: \"missing dependency\"", check};

}  // namespace weft::lint::rules
