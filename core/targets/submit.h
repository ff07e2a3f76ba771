// What a person types to start an exported flow on its engine. Words of the engines' own command lines; nothing here talks to anybody.
#pragma once

#include <string>
#include <vector>

#include "core/targets/target.h"

namespace weft {

struct Submission {
    std::string command;   // "argo submit -n NAMESPACE flow.yaml": capitals are what the person knows
    Message what;          // one sentence before it
};

// One or more steps, in their order; none where the engine takes no files by a command.
std::vector<Submission> submissions(const Target& target, const std::vector<ExportedFile>& files);

}  // namespace weft
