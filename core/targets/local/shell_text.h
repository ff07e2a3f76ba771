// A value that a file wants pasted into the text of a shell script: allowed only where it cannot become code.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/message.h"

namespace weft::local {

// What surrounds a byte of a shell script. `tangled`: something before it (a here-document, $(…) inside "…", backticks, eval …) makes the
// quoting too hard to be sure of; only plain characters are safe there.
enum class Quoting { bare, single, twice, tangled };

// The quoting at each of the given offsets (ascending) of `script`; a tag "{{…}}" at an offset counts as one opaque word.
std::vector<Quoting> quoting_at(std::string_view script, const std::vector<std::size_t>& offsets);

// Empty when `value` stays data there. Otherwise the reason, which names `tag`:
// plain characters are safe anywhere, inside '…' all but a single quote, inside "…" all but " $ ` \.
Message why_not_paste(Quoting quoting, std::string_view tag, std::string_view value);

bool is_shell(std::string_view program);                                  // "/bin/sh", "bash" …
// Index of the script text in a shell's argv ("sh -ec TEXT"), or -1.
int script_argument(const std::vector<std::string>& argv);

}  // namespace weft::local
