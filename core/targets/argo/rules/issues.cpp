// What the reader sees while it reads: it reports these as issues, so none has a check here. Why they matter stands in core/lint/issue.cpp.
#include "core/targets/argo/rules/rules.h"

namespace weft::argo::rules_ {

using lint::Rule;
using lint::Severity;

extern const Rule name_reserved{"name/reserved", Severity::error, WEFT_TR("core", "a container has a name that the engine keeps for itself"),
                                "Argo v4.1 validate.go reserved container names; Kubernetes: names are unique in a pod", nullptr};
extern const Rule graph_entrypoint{"graph/entrypoint", Severity::error, WEFT_TR("core", "the template that starts the workflow is missing or not named"),
                                   "Argo v4.1 validate.go \"spec.entrypoint is required\"", nullptr};
extern const Rule graph_template_type{"graph/template-type", Severity::error, WEFT_TR("core", "a template says nothing to run, or several things"), "Argo v4.1 validateTemplateType", nullptr};
extern const Rule graph_depends_mixed{"graph/depends-mixed", Severity::error, WEFT_TR("core", "depends stands beside dependencies or continueOn"), "Argo v4.1 validate.go 1473-1477", nullptr};
extern const Rule exit_hook_undefined{"exit/hook-undefined", Severity::error, WEFT_TR("core", "an exit handler or hook that cannot start"), "Argo v4.1 validateHooks", nullptr};

}  // namespace weft::argo::rules_
