// A FlowSpec from a flow of any origin: one base decorator on every step.
#pragma once

#include "core/targets/target.h"

namespace weft::metaflow {

Result<Exported> export_flow(const Flow& flow, const ExportOptions& options);
std::vector<Remark> check(const Flow& flow, const ExportOptions& options);
std::vector<NameUse> names(const Flow& flow, const std::string& version);
void arriving(const Flow& flow, const Task& task, const Handler* handler, const ExportOptions& options, EffectiveEnvironment& environment);
const std::vector<Capability>& capabilities();
const std::vector<Passing>& passing();

}  // namespace weft::metaflow
