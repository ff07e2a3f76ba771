// What the verbs say and where: errors to stderr as FILE:LINE:COLUMN: message, results to stdout or a file.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace weft::cli {

void complain(const Error& error);                                  // "FILE:3:5: message"
void complain(std::string_view message);                            // "weft: message"
int usage_error(std::string_view message);                          // says so, returns exit_usage
bool coloured();                                                    // stdout is a terminal and NO_COLOR is not set
std::string colour(std::string_view text, const char* sgr);         // "1;31"; plain when not coloured

// "-" is standard input or output.
Result<std::string> read_input(const std::string& path);
Result<void> write_output(const std::string& path, std::string_view text);
std::string shown_name(const std::string& path);                    // "standard input" for "-"

}  // namespace weft::cli
