// SHA-256 (FIPS 180-4), for recognising content: what a user has trusted is what is there now.
#pragma once

#include <string>
#include <string_view>

namespace weft::io {

std::string sha256(std::string_view data);      // 64 lower case hex digits

}  // namespace weft::io
