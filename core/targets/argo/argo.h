// Argo Workflows: its file format (Workflow, WorkflowTemplate, ClusterWorkflowTemplate, CronWorkflow) and the target that flows are exported to.
// Facts: Argo Workflows v4.1.2; README.md beside this file maps our fields to Argo's.
#pragma once

#include "core/targets/format.h"
#include "core/targets/target.h"

namespace weft {

const Format& argo_format();
const Target& argo_target();

}  // namespace weft
