// A fresh Workflow from a flow of any origin.
#pragma once

#include "core/targets/target.h"

namespace weft::argo {

Result<std::vector<ExportedFile>> export_flow(const Flow& flow, const std::string& version);
Result<std::string> fresh(const Flow& flow);

}  // namespace weft::argo
