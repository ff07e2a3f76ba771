#include "core/io/timezone.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "core/io/file.h"

namespace weft::io {
namespace {

constexpr const char* database = "/usr/share/zoneinfo/";

std::int64_t big_endian(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return size == 4 ? std::int64_t(std::int32_t(std::uint32_t(value))) : std::int64_t(value);
}

struct Header { std::size_t utc, standard, leap, times, types, letters; };

Header header_at(std::string_view bytes, std::size_t at) {
    const auto count = [&](std::size_t i) { return std::size_t(std::uint32_t(big_endian(bytes, at + 20 + 4 * i, 4))); };
    return {count(0), count(1), count(2), count(3), count(4), count(5)};
}

std::size_t body_size(const Header& h, std::size_t width) { return h.times * (width + 1) + h.types * 6 + h.letters + h.leap * (width + 4) + h.standard + h.utc; }

bool starts_here(std::string_view bytes, std::size_t at) { return at + 44 <= bytes.size() && bytes.substr(at, 4) == "TZif"; }

bool safe_name(const std::string& name) {
    return name.find("..") == std::string::npos && name.front() != '/' &&
           std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) || c == '/' || c == '_' || c == '-' || c == '+'; });
}

tl::unexpected<Error> unknown(const std::string& name) {
    return fail({WEFT_TR("core", "no time zone is called \"%1\": names look like Europe/Berlin, Asia/Shanghai or UTC"), {name}});
}

}  // namespace

int TimeZone::offset_at(std::int64_t utc) const {
    if (changes.empty()) return 0;
    auto after = std::upper_bound(changes.begin(), changes.end(), utc, [](std::int64_t at, const Change& change) { return at < change.at; });
    return after == changes.begin() ? after->offset : std::prev(after)->offset;
}

std::int64_t TimeZone::utc_of(std::int64_t civil) const {
    const std::int64_t early = civil - offset_at(civil - 86400), late = civil - offset_at(civil + 86400);
    if (early + offset_at(early) == civil) return early;
    if (late + offset_at(late) == civil) return late;
    return early;   // inside a gap: the offset before it moves the time past it
}

Result<TimeZone> load_timezone(const std::string& name) {
    if (name == "UTC" || name == "Etc/UTC") return TimeZone{name, {{0, 0}}};
    if (!name.empty() && !safe_name(name)) return unknown(name);
    const char* own = std::getenv("TZDIR");
    const std::string path = name.empty() ? "/etc/localtime" : std::string(own && *own ? own : database) + "/" + name;
    const Result<std::string> bytes = read_file(path);
    if (!bytes || !starts_here(*bytes, 0)) {
        if (name.empty()) return TimeZone{"UTC", {{0, 0}}};
        return unknown(name);
    }
    std::size_t at = 0, width = 4;
    Header header = header_at(*bytes, 0);
    if ((*bytes)[4] >= '2' && starts_here(*bytes, 44 + body_size(header, 4))) {
        at = 44 + body_size(header, 4);
        width = 8;
        header = header_at(*bytes, at);
    }
    if (at + 44 + body_size(header, width) > bytes->size() || header.types == 0) return unknown(name);
    const std::size_t times = at + 44, kinds = times + header.times * width, types = kinds + header.times;
    const auto offset_of = [&](std::size_t type) { return int(big_endian(*bytes, types + std::min(type, header.types - 1) * 6, 4)); };
    TimeZone zone{name, {}};
    zone.changes.push_back({INT64_MIN, offset_of(0)});
    for (std::size_t i = 0; i < header.times; ++i)
        zone.changes.push_back({big_endian(*bytes, times + i * width, width), offset_of(static_cast<unsigned char>((*bytes)[kinds + i]))});
    return zone;
}

}  // namespace weft::io
