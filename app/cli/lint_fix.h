// `weft lint --fix`: the first fix of every finding, one after the other, until none changes the text.
#pragma once

#include <string>

#include "core/lint/rule.h"

namespace weft::cli {

Result<std::string> apply_fixes(const std::string& text, const std::string& file, const lint::Options& options);

}  // namespace weft::cli
