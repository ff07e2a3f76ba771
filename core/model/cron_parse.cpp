#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>

#include "core/model/cron.h"

namespace weft {
namespace {

using Words = std::vector<std::string>;

Words split(std::string_view text, char at) {
    Words out;
    std::string word;
    for (const char c : text) {
        if (c != at) word += c;
        else if (at != ' ' || !word.empty()) out.push_back(std::move(word)), word.clear();
    }
    if (at != ' ' || !word.empty()) out.push_back(std::move(word));
    return out;
}

struct Field {
    const char* bad;      // the sentence: %1 the text, %2 to %3 what is allowed
    int low, high;
    const char* words;   // "JANFEB…": three letters each, from `first_word`
    int first_word;
};
constexpr Field second_field{WEFT_TR("core", "\"%1\" is no second of a cron line: %2 to %3, *, lists, ranges and steps are allowed"), 0, 59, "", 0},
    minute_field{WEFT_TR("core", "\"%1\" is no minute of a cron line: %2 to %3, *, lists, ranges and steps are allowed"), 0, 59, "", 0},
    hour_field{WEFT_TR("core", "\"%1\" is no hour of a cron line: %2 to %3, *, lists, ranges and steps are allowed"), 0, 23, "", 0},
    day_field{WEFT_TR("core", "\"%1\" is no day of the month of a cron line: %2 to %3, *, lists, ranges and steps are allowed"), 1, 31, "", 0},
    month_field{WEFT_TR("core", "\"%1\" is no month of a cron line: %2 to %3, *, lists, ranges and steps are allowed"), 1, 12, "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC", 1},
    weekday_field{WEFT_TR("core", "\"%1\" is no day of the week of a cron line: %2 to %3, *, lists, ranges and steps are allowed"), 0, 7, "SUNMONTUEWEDTHUFRISAT", 0},
    quartz_weekday_field{WEFT_TR("core", "\"%1\" is no day of the week of a cron line: %2 to %3, *, lists, ranges and steps are allowed"), 1, 7, "SUNMONTUEWEDTHUFRISAT", 1},
    year_field{WEFT_TR("core", "\"%1\" is no year of a cron line: %2 to %3, *, lists, ranges and steps are allowed"), 1970, 2199, "", 0};

tl::unexpected<Error> bad(const Field& field, const std::string& text) {
    return fail({field.bad, {text, std::to_string(field.low), std::to_string(field.high)}});
}

std::optional<int> number(const Field& field, const std::string& text) {
    int value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem == std::errc() && end == text.data() + text.size()) return value >= field.low && value <= field.high ? std::optional(value) : std::nullopt;
    if (text.size() != 3 || !*field.words) return std::nullopt;
    std::string upper;
    for (const char c : text) upper += char(std::toupper(static_cast<unsigned char>(c)));
    const std::size_t at = std::string_view(field.words).find(upper);
    return at == std::string_view::npos || at % 3 != 0 ? std::nullopt : std::optional(int(at / 3) + field.first_word);
}

// "*", "5", "1-5", "*/2", "1-30/5", "5/10" (from 5 on), and a wrapping "FRI-MON" as Quartz has it.
template <class Set> Result<void> add_part(const Field& field, const std::string& part, bool wraps, Set& set) {
    const Words step_words = split(part, '/');
    if (step_words.size() > 2 || step_words[0].empty()) return bad(field, part);
    int step = 1;
    if (step_words.size() == 2) {
        const auto [end, problem] = std::from_chars(step_words[1].data(), step_words[1].data() + step_words[1].size(), step);
        if (problem != std::errc() || end != step_words[1].data() + step_words[1].size() || step < 1) return bad(field, part);
    }
    int from = field.low, to = field.high;
    if (step_words[0] != "*" && step_words[0] != "?") {
        const Words range = split(step_words[0], '-');
        const std::optional<int> first = number(field, range[0]), last = range.size() == 2 ? number(field, range[1]) : first;
        if (range.size() > 2 || !first || !last || (*last < *first && !wraps)) return bad(field, part);
        from = *first;
        to = range.size() == 1 && step_words.size() == 2 ? field.high : *last;
        if (to < from) to += field.high - field.low + 1;
    }
    for (int i = from; i <= to; i += step) set.set(std::size_t(i > field.high ? i - (field.high - field.low + 1) : i));
    return {};
}

template <class Set> Result<void> read_field(const Field& field, const std::string& text, bool wraps, Set& set) {
    for (const std::string& part : split(text, ','))
        if (Result<void> added = add_part(field, part, wraps, set); !added) return added;
    return {};
}

Result<void> read_day(const std::string& text, bool quartz, Cron& cron) {
    cron.any_day = text == "*" || text == "?";
    if (quartz && text == "L") return cron.last_day_offset = 0, Result<void>();
    if (quartz && text == "LW") return cron.last_weekday = true, Result<void>();
    if (quartz && text.starts_with("L-")) {
        const std::optional<int> back = number(day_field, text.substr(2));
        if (!back) return bad(day_field, text);
        return cron.last_day_offset = *back, Result<void>();
    }
    if (quartz && text.ends_with('W')) {
        const std::optional<int> day = number(day_field, text.substr(0, text.size() - 1));
        if (!day) return bad(day_field, text);
        return cron.nearest_weekday = *day, Result<void>();
    }
    return read_field(day_field, text, quartz, cron.days);
}

Result<void> read_weekday(const std::string& text, bool quartz, Cron& cron) {
    cron.any_weekday = text == "*" || text == "?";
    const Field& field = quartz ? quartz_weekday_field : weekday_field;
    std::bitset<8> set;
    for (const std::string& part : split(text, ',')) {
        const std::size_t hash = part.find('#');
        const bool last = quartz && part.size() > 1 && part.ends_with('L');
        if (quartz && part == "L") {
            set.set(7);
        } else if (quartz && (hash != std::string::npos || last)) {
            const std::optional<int> day = number(field, part.substr(0, last ? part.size() - 1 : hash));
            const std::string which = last ? "-1" : part.substr(hash + 1);
            if (!day || (!last && (which.size() != 1 || which < "1" || which > "5"))) return bad(field, part);
            cron.nth.emplace_back(*day - 1, last ? -1 : which[0] - '0');
        } else if (Result<void> added = add_part(field, part, quartz, set); !added) {
            return added;
        }
    }
    for (int day = 0; day < 8; ++day)
        if (set[std::size_t(day)]) cron.weekdays.set(std::size_t(quartz ? day - 1 : day % 7));
    return {};
}

Result<Cron> read_every(std::string_view text) {
    long total = 0;
    while (!text.empty()) {
        int value = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
        const std::size_t used = std::size_t(end - text.data());
        if (problem != std::errc() || value < 0 || used >= text.size()) break;
        const char unit = text[used];
        total += long(value) * (unit == 'h' ? 3600 : unit == 'm' ? 60 : unit == 's' ? 1 : -1'000'000'000);
        text.remove_prefix(used + 1);
    }
    if (!text.empty() || total <= 0 || total > 366L * 86400) return fail({WEFT_TR("core", "\"@every\" takes a duration such as 90m or 1h30m")});
    Cron cron;
    cron.every = int(total);
    return cron;
}

constexpr std::pair<std::string_view, std::string_view> shorts[] = {{"@yearly", "0 0 1 1 *"}, {"@annually", "0 0 1 1 *"}, {"@monthly", "0 0 1 * *"},
                                                                    {"@weekly", "0 0 * * 0"}, {"@daily", "0 0 * * *"},    {"@midnight", "0 0 * * *"},
                                                                    {"@hourly", "0 * * * *"}};

}  // namespace

Result<Cron> parse_cron(std::string_view line) {
    if (line.starts_with("@every ")) return read_every(line.substr(7));
    for (const auto& [name, meaning] : shorts)
        if (line == name) line = meaning;
    if (line.starts_with("CRON_TZ=") || line.starts_with("TZ="))
        return fail({WEFT_TR("core", "a time zone does not stand in the cron line: the schedule has a field for it")});
    std::string spaced(line);
    std::replace(spaced.begin(), spaced.end(), '\t', ' ');
    Words words = split(spaced, ' ');
    if (words.size() < 5 || words.size() > 7)
        return fail({WEFT_TR("core", "\"%1\" is no cron line: five fields (minute hour day month weekday), or six or seven with seconds first and the year last"), {std::string(line)}});
    const bool quartz = words.size() > 5;
    if (!quartz) words.insert(words.begin(), "0");
    Cron cron;
    Result<void> read = read_field(second_field, words[0], quartz, cron.seconds);
    if (read) read = read_field(minute_field, words[1], quartz, cron.minutes);
    if (read) read = read_field(hour_field, words[2], quartz, cron.hours);
    if (read) read = read_day(words[3], quartz, cron);
    if (read) read = read_field(month_field, words[4], quartz, cron.months);
    if (read) read = read_weekday(words[5], quartz, cron);
    if (read && words.size() == 7 && words[6] != "*") {
        std::bitset<2200> years;
        read = read_field(year_field, words[6], false, years);
        for (std::size_t year = 1970; year < 2200; ++year)
            if (years[year]) cron.years.set(year - 1900);
    } else {
        cron.years.set();
    }
    if (!read) return tl::unexpected(read.error());
    return cron;
}

}  // namespace weft
