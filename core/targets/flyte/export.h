// Whole texts: a flow in Flyte's terms as it is, a flow of any origin lowered first.
#pragma once

#include "core/targets/target.h"

namespace weft::flyte {

Result<std::string> fresh(const Flow& flow);
Result<Exported> export_flow(const Flow& flow, const ExportOptions& options);
std::vector<Capability> capabilities();
std::vector<Passing> passing();
std::vector<Remark> check(const Flow& flow, const ExportOptions& options);
std::vector<NameUse> names(const Flow& flow, const std::string& version);

}  // namespace weft::flyte
