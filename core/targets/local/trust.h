// Opening never runs. The first run of a file shows what it will execute; the answer is kept by folder or by a hash of the commands.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/model/flow.h"

namespace weft::local {

std::string fingerprint(const Flow& flow);                                   // SHA-256 of everything the flow would execute
std::vector<std::string> what_it_runs(const Flow& flow);                     // "train: python train.py --epochs {{…}}", one line a task
// The file's folder is trusted, or this fingerprint is. `file` is absolute, or "" for an untitled document.
bool is_trusted(const std::string& file, const Flow& flow);
Result<void> trust_commands(const Flow& flow);
Result<void> trust_folder(const std::string& folder);

}  // namespace weft::local
