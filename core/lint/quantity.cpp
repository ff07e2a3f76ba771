#include "core/lint/quantity.h"

#include <cmath>
#include <cstdlib>
#include <string>

namespace weft::lint {
namespace {

struct Unit { std::string_view name; double factor; };
constexpr Unit units[] = {
    {"", 1}, {"n", 1e-9}, {"u", 1e-6}, {"m", 1e-3}, {"k", 1e3}, {"M", 1e6}, {"G", 1e9}, {"T", 1e12}, {"P", 1e15}, {"E", 1e18},
    {"Ki", 1024.0}, {"Mi", 1048576.0}, {"Gi", 1073741824.0}, {"Ti", 1099511627776.0}, {"Pi", 1125899906842624.0}, {"Ei", 1152921504606846976.0},
};

bool digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<Quantity> parse_quantity(std::string_view text) {
    std::size_t i = 0;
    if (i < text.size() && (text[i] == '+' || text[i] == '-')) ++i;
    std::size_t digits = 0, dots = 0;
    for (; i < text.size() && (digit(text[i]) || text[i] == '.'); ++i) (text[i] == '.' ? dots : digits) += 1;
    if (digits == 0 || dots > 1) return std::nullopt;
    Quantity out;
    out.value = std::strtod(std::string(text.substr(0, i)).c_str(), nullptr);
    std::string_view rest = text.substr(i);
    if (rest.size() > 1 && (rest[0] == 'e' || rest[0] == 'E') && (digit(rest[1]) || rest[1] == '-' || rest[1] == '+')) {
        std::size_t end = 2;
        while (end < rest.size() && digit(rest[end])) ++end;
        if (end != rest.size() || !digit(rest[end - 1])) return std::nullopt;
        out.value *= std::pow(10.0, std::atoi(std::string(rest.substr(1)).c_str()));
        return out;
    }
    for (const Unit& unit : units) {
        if (unit.name != rest) continue;
        out.value *= unit.factor;
        out.suffix = rest;
        return out;
    }
    return std::nullopt;
}

}  // namespace weft::lint
