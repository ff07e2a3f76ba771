// A Python program on a text, in a child process with limits: nothing of the text is executed by us.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace weft::metaflow {

// Standard output of "python3 -I -S -c program" with `input` on standard input. Fails when there is no python3, when it takes longer than `seconds`,
// and when the program does not end with 0.
Result<std::string> run_python(const std::string& program, std::string_view input, int seconds = 20);

}  // namespace weft::metaflow
