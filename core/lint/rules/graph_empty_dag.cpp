#include "core/lint/support.h"

namespace weft::lint::rules {
namespace {

// A file of definitions alone (an Argo WorkflowTemplate without entrypoint) is a library, not an empty flow; an undefined entrypoint has a rule of its own.
bool is_library(const Flow& flow) {
    if (flow.format != "argo") return !flow.definitions.empty();
    const Definition* entry = find_definition(flow, flow.entrypoint);
    return !entry || entry->kind != DefinitionKind::flow;
}

void check(const Context& context, Report& report) {
    for (const Context::Scope& scope : context.scopes) {
        if (!scope.body->tasks.empty()) continue;
        if (scope.path.empty() && context.flow.format != "native" && is_library(context.flow)) continue;
        Finding finding = finding_of("graph/empty-dag", scope.path.empty() && context.has_target("local") ? Severity::warning : Severity::error, nullptr,
                                     !scope.path.empty() ? scope.path : context.flow.entrypoint.empty() ? std::string("tasks") : join_path("definitions", context.flow.entrypoint),
                                     scope.path.empty() ? Message{WEFT_TR("core", "the flow has no tasks")}
                                                        : Message{WEFT_TR("core", "%1 has no tasks"), {quoted(std::string_view(scope.path).substr(scope.path.rfind('.') + 1))}},
                                     WEFT_TR("core", "there is nothing to run: engines refuse it, and on this computer the run succeeds without doing anything"));
        report.add(std::move(finding));
    }
}

}  // namespace

extern const Rule graph_empty_dag{"graph/empty-dag", Severity::error, WEFT_TR("core", "a flow has no tasks"), "Argo v4.1 validate.go; CRD: dag.tasks 1…200", check};

}  // namespace weft::lint::rules
