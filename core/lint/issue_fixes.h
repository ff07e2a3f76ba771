// Text edits that mend what a reader complained about.
#pragma once

#include <string_view>
#include <vector>

#include "core/lint/finding.h"
#include "core/yaml/tree.h"

namespace weft::lint {

std::vector<Fix> issue_fixes(const yaml::Issue& issue, const yaml::Stream& stream, std::string_view text);

}  // namespace weft::lint
