// Absolute paths that a flow's artifacts name ("/tmp/hello.txt") become private to the attempt: bubblewrap binds folders of the attempt over them.
// It is no jail: everything else of the computer stays as it is.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"

namespace weft::local {

bool sandbox_works();                                     // asked once per process: is bwrap there and allowed

struct PrivateFolder { std::string from, to; };                // a folder of the attempt over a folder of the computer
struct Sandbox {
    std::vector<PrivateFolder> binds;
    bool own_top = false;                                 // a folder directly under / has to be made: / itself becomes a private one with the same contents
};
// Which folders have to be private so that `paths` are. Refuses system folders, by name.
Result<Sandbox> plan_sandbox(const std::vector<std::string>& paths, const std::string& root);
// The command line in front of the task's own. `keep` (what the attempt has) stays reachable under its own name.
std::vector<std::string> sandbox_argv(const Sandbox& sandbox, const std::vector<std::string>& keep);

}  // namespace weft::local
