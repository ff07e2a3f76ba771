#include "core/lint/issue_fixes.h"

#include <algorithm>

namespace weft::lint {
namespace {

struct Twins { const yaml::Node* map = nullptr; std::size_t first = 0, second = 0; };

// The map that holds the key at `span`, and the entry of the same key before it.
bool find_twins(const yaml::Node& node, const yaml::Span& span, Twins& out) {
    for (std::size_t i = 0; i < node.entries.size(); ++i) {
        const yaml::Entry& entry = node.entries[i];
        if (entry.key && entry.key->span.begin == span.begin) {
            for (std::size_t j = 0; j < node.entries.size(); ++j) {
                if (j == i || !node.entries[j].key || node.entries[j].key->text != entry.key->text) continue;
                out = {&node, std::min(i, j), std::max(i, j)};
                return true;
            }
            return false;
        }
        if (entry.value && entry.value->span.contains(span.begin) && find_twins(*entry.value, span, out)) return true;
    }
    return std::any_of(node.items.begin(), node.items.end(),
                       [&](const yaml::NodePtr& item) { return item && item->span.contains(span.begin) && find_twins(*item, span, out); });
}

std::size_t end_of(const yaml::Entry& entry, std::string_view text) {
    const bool written = entry.value && !entry.value->span.fresh() && entry.value->kind != yaml::Kind::null;
    std::size_t end = written ? entry.value->span.end : std::min(text.find_first_of("\n,}", entry.key->span.end), text.size());
    while (end > entry.key->span.end && (text[end - 1] == '\n' || text[end - 1] == '\r')) --end;
    return end;
}

yaml::TextEdit cut(std::string_view text, std::size_t begin, std::size_t end) { return {begin, std::string(text.substr(begin, end - begin)), {}}; }

// Up to the next key, so that a dash in front of the first entry of an item stays.
yaml::TextEdit cut_forward(const yaml::Node& map, std::size_t index, std::string_view text) {
    return cut(text, map.entries[index].key->span.begin, map.entries[index + 1].key->span.begin);
}

// From the line break (block) or the end of the entry before (flow), so that the comment of the line before stays.
yaml::TextEdit cut_backward(const yaml::Node& map, std::size_t index, std::string_view text) {
    const std::size_t before = end_of(map.entries[index - 1], text), key = map.entries[index].key->span.begin;
    std::size_t begin = before, end = end_of(map.entries[index], text);
    if (const std::size_t line = text.rfind('\n', key); line != std::string_view::npos && line >= before) {
        begin = line > 0 && text[line - 1] == '\r' ? line - 1 : line;
        const std::size_t next = std::min(text.find_first_not_of(" \t", end), text.size());
        if (next < text.size() && text[next] == '#') end = std::min(text.find_first_of("\r\n", next), text.size());  // its own comment goes with it
    }
    return cut(text, begin, end);
}

std::vector<Fix> duplicate_fixes(const yaml::Issue& issue, const yaml::Stream& stream, std::string_view text) {
    Twins twins;
    for (const yaml::Document& document : stream.documents)
        if (document.root && find_twins(*document.root, issue.span, twins)) break;
    if (!twins.map) return {};
    const std::string key = twins.map->entries[twins.first].key->text;
    return {{Message{WEFT_TR("core", "Keep the first `%1`"), {key}}, TextFix{cut_backward(*twins.map, twins.second, text)}},
            {Message{WEFT_TR("core", "Keep the last `%1`"), {key}}, TextFix{cut_forward(*twins.map, twins.first, text)}}};
}

}  // namespace

std::vector<Fix> issue_fixes(const yaml::Issue& issue, const yaml::Stream& stream, std::string_view text) {
    if (issue.span.fresh() || issue.span.end > text.size()) return {};
    if (issue.rule == "yaml/duplicate-key") return duplicate_fixes(issue, stream, text);
    const std::vector<std::string>& arguments = issue.what.arguments;
    const std::string_view here = text.substr(issue.span.begin, issue.span.end - issue.span.begin);
    const bool names_another = issue.what.text.find("did you mean") != std::string::npos || issue.what.text.find("it is called") != std::string::npos;
    const bool elsewhere = arguments.size() >= 2 && arguments[1].find('.') != std::string::npos;  // environment.image: to move, not to rename
    if (issue.rule == "yaml/unknown-field" && arguments.size() >= 2 && here.starts_with(arguments[0]) && names_another && !elsewhere)
        return {{Message{WEFT_TR("core", "Rename to `%1`"), {arguments[1]}}, TextFix{{issue.span.begin, arguments[0], arguments[1]}}}};
    return {};
}

}  // namespace weft::lint
