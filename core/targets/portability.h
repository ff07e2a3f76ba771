// For one flow and one engine version: fits, fits with a change (which), or refused (where, why, what to do). Export does exactly this, or refuses.
#pragma once

#include <vector>

#include "core/targets/target.h"

namespace weft {

struct Portability {
    Fit fit = Fit::fits;              // the worst of the remarks
    std::vector<Remark> remarks;      // refused first, then lowered; a sentence that holds for many tasks stands once per task
};

// Pure; any thread. O(tasks + edges) besides the target's own check.
Portability portability(const Flow&, const Target&, const ExportOptions& = {});
// The row that decides for this version, null = none (refused).
const Capability* capability(const Target&, Feature, const std::string& version);
// "1.10" < "1.9" is false: number by number. [since, until); "" is open; an empty version is the newest.
bool version_within(const std::string& version, const std::string& since, const std::string& until);

// Refuses with the table's reasons, one line each, before the target is asked; otherwise its files, with the table's changes among the notes.
Result<Exported> export_to(const Flow&, const Target&, const ExportOptions& = {});

}  // namespace weft
