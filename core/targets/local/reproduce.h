// What of a flow cannot be reproduced on this computer: listed by name before anything starts.
#pragma once

#include <string>
#include <vector>

#include "core/base/message.h"
#include "core/model/flow.h"

namespace weft::local {

struct NotReproduced {
    std::string path;       // of the task; "" = the whole flow
    Message what;
    bool blocks = false;    // the task is not run (it fails, and says this); otherwise it runs without it
};

// `sandbox`: absolute artifact paths can be made private (sandbox_works()).
std::vector<NotReproduced> not_reproduced(const Flow& flow, bool sandbox);
// The first thing that a definition needs and does not get here (a volume, a sidecar, values of a config map): it would read and write what is not
// there, so it is not run. "" = none; what merely adds something (a mutex, a cache) does not count.
std::string missing_for(const Definition& definition);
// The first volume that is mounted, as it is shown ("data: claim shared at /data"); "" = none.
std::string missing_volume(const Environment& environment);
std::string describe(const NotReproduced& one);     // "train: secrets are not available on this computer"

}  // namespace weft::local
