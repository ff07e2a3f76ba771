#include "core/model/cron.h"

#include <algorithm>

namespace weft {
namespace {

bool leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int month_days(int year, int month) {
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leap(year) ? 29 : days[month - 1];
}

int weekday(int year, int month, int day) { return int(((days_from_civil(year, month, day) + 4) % 7 + 7) % 7); }

// "15W": the weekday nearest to the 15th, never in another month.
int nearest_weekday(int year, int month, int wanted) {
    const int last = month_days(year, month), day = std::min(wanted, last), on = weekday(year, month, day);
    if (on == 6) return day > 1 ? day - 1 : day + 2;
    if (on == 0) return day < last ? day + 1 : day - 2;
    return day;
}

bool nth_holds(const Cron& cron, int year, int month, int day) {
    const int on = weekday(year, month, day);
    for (const auto& [wanted, which] : cron.nth)
        if (on == wanted && (which == -1 ? day + 7 > month_days(year, month) : (day - 1) / 7 + 1 == which)) return true;
    return false;
}

bool day_holds(const Cron& cron, int year, int month, int day) {
    const int last = month_days(year, month);
    if (cron.last_day_offset >= 0) return day == last - cron.last_day_offset;
    if (cron.last_weekday) {
        const int on = weekday(year, month, last);
        return day == (on == 6 ? last - 1 : on == 0 ? last - 2 : last);
    }
    if (cron.nearest_weekday > 0) return day == nearest_weekday(year, month, cron.nearest_weekday);
    const bool by_day = cron.days[std::size_t(day)], by_week = cron.weekdays[std::size_t(weekday(year, month, day))] || nth_holds(cron, year, month, day);
    if (cron.any_day) return by_week || (cron.any_weekday && cron.nth.empty());
    if (cron.any_weekday) return by_day;
    return by_day || by_week;   // cron(8): with both named, either will do
}

bool date_holds(const Cron& cron, const Civil& at) {
    const int year = at.year - 1900;
    return year >= 0 && year < 300 && cron.years[std::size_t(year)] && cron.months[std::size_t(at.month)] && day_holds(cron, at.year, at.month, at.day);
}

void next_day(Civil& at) {
    at.hour = at.minute = at.second = 0;
    if (++at.day <= month_days(at.year, at.month)) return;
    at.day = 1;
    if (++at.month <= 12) return;
    at.month = 1;
    ++at.year;
}

// The first time of day at or after `at` that the sets hold; false: none left today.
bool time_in_day(const Cron& cron, Civil& at) {
    for (; at.hour < 24; ++at.hour, at.minute = at.second = 0) {
        if (!cron.hours[std::size_t(at.hour)]) continue;
        for (; at.minute < 60; ++at.minute, at.second = 0) {
            if (!cron.minutes[std::size_t(at.minute)]) continue;
            for (; at.second < 60; ++at.second)
                if (cron.seconds[std::size_t(at.second)]) return true;
        }
    }
    return false;
}

}  // namespace

// Howard Hinnant's civil calendar arithmetic: years begin in March.
std::int64_t days_from_civil(int year, int month, int day) {
    year -= month <= 2;
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const unsigned of_era = unsigned(year - era * 400), of_year = unsigned((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1);
    return era * 146097 + std::int64_t(of_era * 365 + of_era / 4 - of_era / 100 + of_year) - 719468;
}

Civil civil_from_seconds(std::int64_t seconds) {
    std::int64_t days = seconds / 86400, rest = seconds % 86400;
    if (rest < 0) rest += 86400, --days;
    days += 719468;
    const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    const unsigned of_era = unsigned(days - era * 146097), year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const unsigned of_year = of_era - (365 * year + year / 4 - year / 100), month = (5 * of_year + 2) / 153;
    Civil at;
    at.day = int(of_year - (153 * month + 2) / 5 + 1);
    at.month = int(month < 10 ? month + 3 : month - 9);
    at.year = int(std::int64_t(year) + era * 400) + (at.month <= 2);
    at.hour = int(rest / 3600), at.minute = int(rest / 60 % 60), at.second = int(rest % 60);
    return at;
}

std::int64_t seconds_from_civil(const Civil& at) { return days_from_civil(at.year, at.month, at.day) * 86400 + at.hour * 3600 + at.minute * 60 + at.second; }

std::vector<Civil> next_firings(const Cron& cron, const Civil& from, std::size_t count) {
    std::vector<Civil> out;
    Civil at = civil_from_seconds(seconds_from_civil(from) + 1);
    if (cron.every > 0) {
        for (std::size_t i = 1; i <= count; ++i) out.push_back(civil_from_seconds(seconds_from_civil(from) + std::int64_t(i) * cron.every));
        return out;
    }
    const int last_year = from.year + 28;   // every weekday meets every date within
    while (out.size() < count && at.year <= last_year) {
        if (!date_holds(cron, at) || !time_in_day(cron, at)) {
            next_day(at);
            continue;
        }
        out.push_back(at);
        at = civil_from_seconds(seconds_from_civil(at) + 1);
    }
    return out;
}

}  // namespace weft
