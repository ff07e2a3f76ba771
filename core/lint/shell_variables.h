// Which variables a shell text reads. A guess by eye, not a shell: used to offer a name, never to report a mistake.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace weft::lint {

// "$NAME", "${NAME…"; without those that the text sets itself ("NAME=", "for NAME", "read NAME") and those that every shell has.
std::set<std::string, std::less<>> variables_read(std::string_view text);

}  // namespace weft::lint
