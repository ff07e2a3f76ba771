#include "core/lint/shell_variables.h"

#include <algorithm>

namespace weft::lint {
namespace {

constexpr std::string_view always_set[] = {"PATH", "HOME", "PWD", "OLDPWD", "USER", "LOGNAME", "SHELL", "LANG", "TERM", "TMPDIR", "HOSTNAME", "IFS", "RANDOM", "PPID", "SECONDS", "LINENO"};
constexpr std::string_view engines_set[] = {"WEFT_", "ARGO_", "KUBERNETES_", "LC_"};

bool starts_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool in_name(char c) { return starts_name(c) || (c >= '0' && c <= '9'); }

std::string_view name_at(std::string_view text, std::size_t at) {
    if (at >= text.size() || !starts_name(text[at])) return {};
    std::size_t end = at;
    while (end < text.size() && in_name(text[end])) ++end;
    return text.substr(at, end - at);
}

bool ready_made(std::string_view name) {
    return std::find(std::begin(always_set), std::end(always_set), name) != std::end(always_set) ||
           std::any_of(std::begin(engines_set), std::end(engines_set), [&](std::string_view head) { return name.starts_with(head); });
}

// The word begins at the start of the text or behind something that ends a word.
bool word_begins(std::string_view text, std::size_t at) { return at == 0 || (!in_name(text[at - 1]) && text[at - 1] != '$' && text[at - 1] != '{'); }

void forget_assigned(std::string_view text, std::set<std::string, std::less<>>& names) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view name = word_begins(text, at) ? name_at(text, at) : std::string_view();
        if (name.empty()) continue;
        const std::size_t end = at + name.size();
        if (end < text.size() && text[end] == '=') names.erase(std::string(name));
        if ((name == "for" || name == "read") && end < text.size()) names.erase(std::string(name_at(text, text.find_first_not_of(' ', end))));
        at = end;
    }
}

}  // namespace

std::set<std::string, std::less<>> variables_read(std::string_view text) {
    std::set<std::string, std::less<>> names;
    for (std::size_t at = text.find('$'); at != std::string_view::npos; at = text.find('$', at + 1)) {
        if (at > 0 && text[at - 1] == '\\') continue;
        const std::size_t begin = at + 1 < text.size() && text[at + 1] == '{' ? at + 2 : at + 1;
        if (const std::string_view name = name_at(text, begin); !name.empty() && !ready_made(name)) names.insert(std::string(name));
    }
    if (!names.empty()) forget_assigned(text, names);
    return names;
}

}  // namespace weft::lint
