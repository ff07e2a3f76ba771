// The renderers behind render(), one a format.
#pragma once

#include "core/lint/output.h"

namespace weft::lint::detail {

std::string to_json(const std::vector<Finding>& findings);
std::string to_sarif(const std::vector<Finding>& findings, const OutputOptions& options);
std::string to_junit(const std::vector<Finding>& findings, const OutputOptions& options);

}  // namespace weft::lint::detail
