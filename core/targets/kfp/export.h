// A fresh pipeline from a flow of any origin, and what KFP can and cannot say.
#pragma once

#include "core/targets/kfp/build.h"
#include "core/targets/target.h"

namespace weft::kfp {

Result<Exported> export_flow(const Flow& flow, const ExportOptions& options);
Result<std::string> fresh(const Flow& flow);
std::string write_documents(const Flow& shaped);      // a flow in KFP's shape as text
Trees built_documents(const Flow& shaped);            // the same as trees

std::vector<Capability> capabilities();
std::vector<Passing> passing();
std::vector<Remark> check(const Flow& flow, const ExportOptions& options);
void arriving(const Flow& flow, const Task& task, const Handler* handler, const ExportOptions& options, EffectiveEnvironment& environment);
std::vector<NameUse> names(const Flow& flow, const std::string& version);

}  // namespace weft::kfp
