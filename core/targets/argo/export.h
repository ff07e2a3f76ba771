// A fresh Workflow from a flow of any origin.
#pragma once

#include "core/targets/target.h"

namespace weft::argo {

Result<Exported> export_flow(const Flow& flow, const ExportOptions& options);
Result<std::string> fresh(const Flow& flow);

}  // namespace weft::argo
