#include "core/targets/schedule.h"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "core/io/timezone.h"
#include "core/model/cron.h"

namespace weft {
namespace {

std::string shown(const Civil& at, int offset) {
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}{} {}{:02}{:02}", at.year, at.month, at.day, at.hour, at.minute, at.second ? fmt::format(":{:02}", at.second) : "",
                       offset < 0 ? '-' : '+', std::abs(offset) / 3600, std::abs(offset) / 60 % 60);
}

}  // namespace

Result<std::vector<Firing>> next_firings(const Schedule& schedule, std::int64_t now, std::size_t count) {
    std::vector<Firing> out;
    const Result<io::TimeZone> zone = io::load_timezone(schedule.timezone);
    if (!zone) return tl::unexpected(zone.error());
    const Civil from = civil_from_seconds(now + zone->offset_at(now));
    for (const std::string& line : schedule.crons) {
        const Result<Cron> cron = parse_cron(line);
        if (!cron) return tl::unexpected(cron.error());
        if (schedule.suspended) continue;
        for (const Civil& at : next_firings(*cron, from, count)) {
            const std::int64_t utc = zone->utc_of(seconds_from_civil(at));
            const int offset = zone->offset_at(utc);
            out.push_back({utc, shown(civil_from_seconds(utc + offset), offset)});
        }
    }
    std::sort(out.begin(), out.end(), [](const Firing& a, const Firing& b) { return a.utc < b.utc; });
    out.erase(std::unique(out.begin(), out.end(), [](const Firing& a, const Firing& b) { return a.utc == b.utc; }), out.end());
    if (out.size() > count) out.resize(count);
    return out;
}

}  // namespace weft
