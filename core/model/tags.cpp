#include "core/model/tags.h"

#include <algorithm>
#include <array>

namespace weft::tags {
namespace {

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

constexpr std::array task_fields = {"outputs", "status", "exitCode", "id", "ip", "startedAt", "finishedAt", "hostNodeName", "name", "message"};

bool is_task_field(std::string_view text) { return std::find(task_fields.begin(), task_fields.end(), text) != task_fields.end(); }

constexpr std::array roots = {"tasks", "steps", "inputs", "workflow", "params", "flow", "item", "outputs"};

// One part behind the root: ".name" or "['name']"; false when there is none at `at`.
bool read_part(std::string_view text, std::size_t& at, std::string& name, bool& bracket, char& quote) {
    if (at + 1 < text.size() && text[at] == '.' && letter(text[at + 1])) {
        const std::size_t from = ++at;
        while (at < text.size() && (letter(text[at]) || digit(text[at]))) ++at;
        name = text.substr(from, at - from);
        bracket = false;
        return true;
    }
    if (at + 1 < text.size() && text[at] == '[' && (text[at + 1] == '\'' || text[at + 1] == '"')) {
        quote = text[at + 1];
        const std::size_t close = text.find(quote, at + 2);
        if (close == std::string_view::npos || close + 1 >= text.size() || text[close + 1] != ']') return false;
        name = text.substr(at + 2, close - at - 2);
        bracket = true;
        at = close + 2;
        return true;
    }
    return false;
}

}  // namespace

bool is_identifier(std::string_view name) {
    return !name.empty() && letter(name.front()) && std::all_of(name.begin(), name.end(), [](char c) { return letter(c) || digit(c); });
}

std::vector<Tag> find_tags(std::string_view text) {
    std::vector<Tag> found;
    for (std::size_t at = text.find("{{"); at != std::string_view::npos; at = text.find("{{", at)) {
        Tag tag;
        tag.begin = at;
        const std::size_t close = text.find("}}", at + 2);
        tag.closed = close != std::string_view::npos;
        std::size_t stop = tag.closed ? close : std::min(text.find('\n', at), text.size());
        tag.end = tag.closed ? close + 2 : stop;
        std::size_t from = at + 2;
        if (from < stop && text[from] == '=') {
            tag.expression = true;
            ++from;
            // "{{=f({a: {b: 1}})}}": an expression ends with the last brace of a run; {"a": {{params.x}}} ends with the first two
            while (tag.closed && tag.end < text.size() && text[tag.end] == '}') ++tag.end, ++stop;
        }
        while (from < stop && space(text[from])) ++from;
        while (stop > from && space(text[stop - 1])) --stop;
        tag.inner = text.substr(from, stop - from);
        tag.inner_at = from;
        found.push_back(tag);
        at = tag.end;
    }
    return found;
}

TaskTag split_task_tag(std::string_view inner) {
    TaskTag result;
    if (!inner.starts_with("tasks.") && !inner.starts_with("steps.")) return result;
    constexpr std::size_t at = 6;
    for (std::size_t dot = inner.find('.', at); dot != std::string_view::npos; dot = inner.find('.', dot + 1)) {
        const std::size_t next = std::min(inner.find('.', dot + 1), inner.size());
        if (!is_task_field(inner.substr(dot + 1, next - dot - 1))) continue;
        return {inner.substr(at, dot - at), inner.substr(dot + 1), at};
    }
    const std::size_t dot = std::min(inner.find('.', at), inner.size());  // no known field: the first dot ends the name
    result.name = inner.substr(at, dot - at);
    result.rest = dot < inner.size() ? inner.substr(dot + 1) : std::string_view();
    result.name_at = at;
    return result;
}

std::vector<Chain> find_chains(std::string_view text) {
    std::vector<Chain> found;
    std::size_t at = 0;
    while (at < text.size()) {
        if (text[at] == '\'' || text[at] == '"') {  // a string
            const std::size_t close = text.find(text[at], at + 1);
            at = close == std::string_view::npos ? text.size() : close + 1;
            continue;
        }
        if (!letter(text[at])) {
            ++at;
            continue;
        }
        const std::size_t from = at;
        while (at < text.size() && (letter(text[at]) || digit(text[at]))) ++at;
        const std::string_view word = text.substr(from, at - from);
        const bool member = from > 0 && text[from - 1] == '.';
        if (member || std::find(roots.begin(), roots.end(), word) == roots.end()) continue;
        Chain chain;
        chain.root = word;
        chain.begin = from;
        chain.name_begin = at;
        std::string name;
        bool bracket = false;
        char quote = '\'';
        while (read_part(text, at, name, bracket, quote)) {
            if (chain.parts.empty()) {
                chain.bracket = bracket;
                chain.quote = quote;
                chain.name_end = at;
            }
            chain.parts.push_back(name);
        }
        chain.end = at;
        if (chain.parts.empty()) chain.name_end = at;
        found.push_back(std::move(chain));
    }
    return found;
}

}  // namespace weft::tags
