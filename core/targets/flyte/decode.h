// The .pb files that pyflyte and flytectl write, and their packages (a gzipped tar of NNN_name_1.pb …): bytes -> proto-JSON text.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace weft::flyte {

bool encoded(std::string_view bytes, std::string_view file);
Result<std::string> decode(std::string_view bytes, std::string_view file);

// One message of the table as compact proto-JSON. Fails on bytes that are no such message; unknown fields are left out.
Result<std::string> decode_message(std::string_view bytes, std::string_view message);

}  // namespace weft::flyte
