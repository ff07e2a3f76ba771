// Cron lines: five fields (robfig/cron, as Argo and KFP take them), or Quartz' six and seven (DolphinScheduler). Pure; civil time without zones:
// the caller turns the result into instants (io/timezone.h).
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace weft {

struct Civil {
    int year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0;
    friend auto operator<=>(const Civil&, const Civil&) = default;
};
std::int64_t days_from_civil(int year, int month, int day);   // since 1970-01-01
Civil civil_from_seconds(std::int64_t seconds);               // since 1970-01-01T00:00:00
std::int64_t seconds_from_civil(const Civil&);

struct Cron {
    std::bitset<60> seconds, minutes;
    std::bitset<24> hours;
    std::bitset<32> days;               // 1..31
    std::bitset<13> months;             // 1..12
    std::bitset<7> weekdays;            // 0 = Sunday
    std::bitset<300> years;             // since 1900; all = none named
    bool any_day = true, any_weekday = true;   // "*" or "?": the other one decides; with both named, five fields mean OR, Quartz allows one only
    int last_day_offset = -1;           // "L" = 0, "L-3" = 3
    int nearest_weekday = 0;            // "15W"
    bool last_weekday = false;          // "LW"
    std::vector<std::pair<int, int>> nth;   // "6#3": weekday, which; "6L": weekday, -1
    int every = 0;                      // "@every 1h": seconds, nothing else holds
};

// Names (MON, JAN), ranges, steps, lists, @daily and its sisters, @every, CRON_TZ= is refused (the schedule has a field for it). An error names the field.
Result<Cron> parse_cron(std::string_view line);
// The next `count` times after `from`, fewer when none comes within 28 years.
std::vector<Civil> next_firings(const Cron&, const Civil& from, std::size_t count);

}  // namespace weft
