// Metaflow: flow.py in and out, the topologies of its tests in, and how to tell an Argo WorkflowTemplate that it made.
#pragma once

#include "core/targets/format.h"
#include "core/targets/target.h"
#include "core/yaml/tree.h"

namespace weft {

const Format& metaflow_format();
const Format& metaflow_graph_format();
const Target& metaflow_target();

bool made_by_metaflow(const yaml::Stream& stream);   // annotation metaflow/flow_name or label app.kubernetes.io/part-of: metaflow
// What to say above the canvas of such a file; empty for any other.
Message metaflow_notice(const yaml::Stream& stream);
// A workflow that Metaflow made for Argo runs nowhere else: why and what to do; nothing for any other flow.
std::optional<Remark> bound_to_argo(const Flow& flow);

}  // namespace weft
