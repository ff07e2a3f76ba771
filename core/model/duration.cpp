// Durations as files write them: Go's ("1h30m", "500ms"), bare seconds, and days.
#include <charconv>
#include <cmath>

#include "core/model/graph.h"

namespace weft {
namespace {

double seconds_of(std::string_view unit) {
    if (unit == "ns") return 1e-9;
    if (unit == "us" || unit == "µs") return 1e-6;
    if (unit == "ms") return 1e-3;
    if (unit == "s") return 1;
    if (unit == "m") return 60;
    if (unit == "h") return 3600;
    if (unit == "d") return 86400;
    return 0;
}

Result<double> wrong(std::string_view text) {
    return fail({WEFT_TR("core", "\"%1\" is no duration: write seconds (90) or units as in 10s, 2m, 1h30m, 1d"), {std::string(text)}});
}

}  // namespace

Result<double> parse_duration(std::string_view text) {
    const std::string_view whole = text;
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    if (text.empty()) return wrong(whole);
    double total = 0;
    bool units = false;
    while (!text.empty()) {
        double number = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
        if (problem != std::errc() || number < 0 || !std::isfinite(number)) return wrong(whole);
        text.remove_prefix(std::size_t(end - text.data()));
        if (text.empty()) return units ? wrong(whole) : Result<double>(number);
        std::size_t length = 0;
        while (length < text.size() && (text[length] < '0' || text[length] > '9') && text[length] != '.') ++length;
        const double unit = seconds_of(text.substr(0, length));
        if (unit == 0) return wrong(whole);
        total += number * unit;
        units = true;
        text.remove_prefix(length);
    }
    return total;
}

}  // namespace weft
