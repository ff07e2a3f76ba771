// A fresh Workflow from a flow of any origin.
#pragma once

#include <string_view>
#include <vector>

#include "core/targets/target.h"

namespace weft::argo {

Result<Exported> export_flow(const Flow& flow, const ExportOptions& options);
Result<std::string> fresh(const Flow& flow);
// Read from an Argo file: the export is that file with the change in it, so it holds what the model has no field for.
bool goes_out_as_it_is(const Flow& flow);
std::string object_name(std::string_view name);   // of the Workflow

// What the target says of itself (capabilities.cpp, names.cpp).
std::vector<Capability> capabilities();
std::vector<Passing> passing();
std::vector<Remark> check(const Flow& flow, const ExportOptions& options);
std::vector<NameUse> names(const Flow& flow, const std::string& version);
void arriving(const Flow& flow, const Task& task, const Handler* handler, const ExportOptions& options, EffectiveEnvironment& environment);

}  // namespace weft::argo
