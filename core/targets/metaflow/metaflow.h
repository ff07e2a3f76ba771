// Metaflow compiles to an Argo WorkflowTemplate, which the argo format reads; this folder knows how to tell such a file and what Metaflow refuses.
#pragma once

#include "core/targets/target.h"
#include "core/yaml/tree.h"

namespace weft {

const Target& metaflow_target();
bool made_by_metaflow(const yaml::Stream& stream);   // annotation metaflow/flow_name or label app.kubernetes.io/part-of: metaflow

}  // namespace weft
