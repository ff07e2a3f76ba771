// A flow of any origin as an Elyra pipeline of version 8 and the files that its nodes run. Internal to targets/kfp.
#pragma once

#include "core/targets/target.h"

namespace weft::elyra {

Result<Exported> export_flow(const Flow& flow, const ExportOptions& options);
std::vector<Remark> check(const Flow& flow, const ExportOptions& options);
void arriving(const Flow& flow, const Task& task, const Handler* handler, const ExportOptions& options, EffectiveEnvironment& environment);

}  // namespace weft::elyra
