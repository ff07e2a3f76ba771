// When a schedule will start a flow next.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/model/flow.h"

namespace weft {

struct Firing {
    std::int64_t utc = 0;   // seconds since 1970
    std::string local;      // "2026-11-26 06:30 +0100", in the schedule's time zone
};
// Of all cron lines together, ascending. A suspended schedule has none. Errors: a cron line or a time zone that cannot be read.
Result<std::vector<Firing>> next_firings(const Schedule&, std::int64_t now_utc, std::size_t count = 5);

}  // namespace weft
