#include "core/lint/support.h"

namespace weft::lint::rules {
namespace {

void check(const Context& context, Report& report) {
    for (const Context::Scope& scope : context.scopes) {
        if (!scope.body->tasks.empty()) continue;
        // A file of definitions alone (a WorkflowTemplate without entrypoint) is a library, not an empty flow.
        if (scope.path.empty() && context.flow.format != "native" && (context.flow.entrypoint.empty() || !context.flow.definitions.empty())) continue;
        Finding finding = finding_of("graph/empty-dag", scope.path.empty() && context.has_target("local") ? Severity::warning : Severity::error, nullptr,
                                     scope.path.empty() ? std::string("tasks") : scope.path,
                                     scope.path.empty() ? Message{WEFT_TR("core", "the flow has no tasks")}
                                                        : Message{WEFT_TR("core", "%1 has no tasks"), {quoted(std::string_view(scope.path).substr(scope.path.rfind('.') + 1))}},
                                     WEFT_TR("core", "there is nothing to run: engines refuse it, and on this computer the run succeeds without doing anything"));
        report.add(std::move(finding));
    }
}

}  // namespace

extern const Rule graph_empty_dag{"graph/empty-dag", Severity::error, WEFT_TR("core", "a flow has no tasks"), "Argo v4.1 validate.go; CRD: dag.tasks 1…200", check};

}  // namespace weft::lint::rules
