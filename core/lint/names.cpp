#include "core/lint/names.h"

#include <algorithm>
#include <cstdlib>

namespace weft::lint {
namespace {

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool digit(char c) { return c >= '0' && c <= '9'; }

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row[b.size()];
}

}  // namespace

bool is_env_name_strict(std::string_view name) {
    if (name.empty() || digit(name[0]) || name == "." || name.starts_with("..")) return false;
    return std::all_of(name.begin(), name.end(), [](char c) { return letter(c) || digit(c) || c == '-' || c == '.' || c == '_'; });
}

bool is_env_name_relaxed(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return c >= 0x20 && c <= 0x7e && c != '='; });
}

bool is_c_identifier(std::string_view name) {
    if (name.empty() || digit(name[0])) return false;
    return std::all_of(name.begin(), name.end(), [](char c) { return letter(c) || digit(c) || c == '_'; });
}

std::string_view dynamic_output(std::string_view name) {
    constexpr std::string_view head = "dynamic.out(";
    if (!name.starts_with(head) || !name.ends_with(")") || name.size() == head.size() + 1) return {};
    return name.substr(head.size(), name.size() - head.size() - 1);
}

std::string shell_name(std::string_view name) {
    if (const std::string_view inner = dynamic_output(name); !inner.empty()) return "dynamic_out_" + shell_name("_" + std::string(inner)).substr(1);
    std::string out;
    for (const char c : name) out += letter(c) || digit(c) ? c : '_';
    if (out.empty() || digit(out[0])) out.insert(out.begin(), '_');
    return out;
}

std::string nearest(std::string_view wrong, const std::vector<std::string>& candidates) {
    const std::size_t allowed = std::max<std::size_t>(1, wrong.size() / 3);
    std::size_t best = allowed + 1;
    std::string found;
    for (const std::string& candidate : candidates) {
        if (candidate.size() > wrong.size() + allowed || candidate.size() + allowed < wrong.size()) continue;
        const std::size_t away = distance(wrong, candidate);
        if (away > 0 && away < best) {
            best = away;
            found = candidate;
        }
    }
    return found;
}

std::string listed(const std::vector<std::string>& names, std::size_t most) {
    std::string out;
    for (std::size_t i = 0; i < names.size() && i < most; ++i) out += (i ? ", " : "") + names[i];
    return names.size() > most ? out + ", …" : out;
}

std::string quoted(std::string_view text) {
    constexpr std::size_t most = 60;
    std::string out;
    for (const char c : text) out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;
    const auto inside = [&](std::size_t at) { return (static_cast<unsigned char>(out[at]) & 0xc0) == 0x80; };  // never cut a character
    if (out.size() > most) {
        std::size_t head = most * 2 / 3, tail = out.size() - most / 3;
        while (head > 0 && inside(head)) --head;
        while (tail < out.size() && inside(tail)) ++tail;
        out = out.substr(0, head) + "…" + out.substr(tail);
    }
    return '`' + out + '`';
}

int minor_version(std::string_view version) {
    const std::size_t dot = version.find('.');
    if (dot == std::string_view::npos || dot + 1 >= version.size() || !digit(version[dot + 1])) return 1000;
    return std::atoi(std::string(version.substr(dot + 1)).c_str());
}

}  // namespace weft::lint
