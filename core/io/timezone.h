// Time zones from the system's database (TZif, RFC 8536). Thread safe: no TZ variable is touched.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace weft::io {

struct TimeZone {
    std::string name;
    struct Change { std::int64_t at; int offset; };   // from this UTC second on, seconds east of Greenwich
    std::vector<Change> changes;                      // ascending; the first holds before it too
    int offset_at(std::int64_t utc) const;
    // UTC seconds for a civil time given in seconds as if it were UTC. A time that the clock skips moves on by the gap; of a doubled one the first is taken.
    std::int64_t utc_of(std::int64_t civil_seconds) const;
};

// "" = the machine's own zone. An unknown name is an error that says so; a name never leaves the database's folder.
Result<TimeZone> load_timezone(const std::string& name);

}  // namespace weft::io
