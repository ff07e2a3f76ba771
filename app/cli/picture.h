// Pictures that need a painter: the designer beside this binary makes them of the SVG.
#pragma once

#include <string>

#include "core/base/result.h"

namespace weft::cli {

// `format` is "png" (twice the size in pixels) or "pdf" (as lines and text). Error: the designer is not installed, or could not write.
Result<std::string> painted(const std::string& svg, const std::string& format);

}  // namespace weft::cli
