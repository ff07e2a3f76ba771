// Where the runner keeps what it needs: an attempt works in $state/runs/<run>/<path>@<attempt>, and what else it has lies beside that folder:
// …@<attempt>.log, .outputs/, .root/ (private paths), .script. Made only when needed: a folder costs as much as starting a process. Folders 0700, files 0600.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace weft::local {

std::string state_folder();                                          // of the run store
// One name on disk for one part of a path: letters, digits, . _ - [ ] stay, the rest is %XX; "." and ".." and over-long names are made safe.
std::string disk_name(std::string_view part);
std::string run_folder(const std::string& state, const std::string& run);
std::string attempt_folder(const std::string& state, const std::string& run, const std::string& path, int attempt);
bool make_folder_tree(const std::string& path);                      // 0700; false: errno says why
bool make_new_folder(const std::string& path);                       // the same, but it must not be there yet
std::string random_id();                                             // 32 hex digits

}  // namespace weft::local
