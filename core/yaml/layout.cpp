// How the file is laid out: what belongs to an item besides its own text, and the habits a new piece of text copies.
#include <algorithm>
#include <map>

#include "core/yaml/patcher.h"
#include "core/yaml/spans.h"
#include "core/yaml/text.h"

namespace weft::yaml {

std::size_t extent_end(std::string_view text, std::size_t end, int column) {
    std::size_t last = line_end(text, end);
    for (std::size_t line = next_line(text, last); line < text.size(); line = next_line(text, line)) {
        if (is_blank_line(text, line)) continue;
        const std::size_t first = skip_blanks(text, line);
        if (text[first] != '#' || int(first - line) <= column) break;
        last = line_end(text, first);
    }
    return last;
}

std::size_t lead_begin(std::string_view text, std::size_t begin, int column, std::size_t floor, std::size_t document_begin) {
    const std::size_t own = line_begin(text, begin);
    std::size_t line = own;
    while (line > floor && line > 0) {
        const std::size_t above = line_begin(text, line - 1);
        const std::size_t first = skip_blanks(text, above);
        if (above >= line || above < floor || text[first] != '#' || int(first - above) != column) break;
        line = above;
    }
    const bool top = line <= document_begin || line <= next_line(text, document_begin);
    return top ? own : line;
}

namespace {

struct Habits {
    std::map<int, int> indents, quotes;
    int flat = 0, deep = 0, budget = 2000;
};

void watch(std::string_view text, const Node& node, int column, bool under_key, Habits& habits) {
    if (--habits.budget < 0 || node.span.fresh()) return;
    if (node.quoted()) ++habits.quotes[node.style == Style::single_quoted ? '\'' : '"'];
    int own = column;
    if (node.style == Style::block) {
        own = column_of(text, node.span.begin);
        if (under_key && node.kind == Kind::sequence) ++(own == column ? habits.flat : habits.deep);
        if (under_key && own > column) ++habits.indents[own - column];
    }
    for (const NodePtr& item : node.items) watch(text, *item, own, false, habits);
    for (const Entry& entry : node.entries) watch(text, *entry.value, own, true, habits);
}

void watch_json(std::string_view text, const Node& root, Habits& habits) {
    const std::size_t first = !root.entries.empty() ? root.entries.front().key->span.begin : !root.items.empty() ? root.items.front()->span.begin : root.span.begin;
    if (starts_line(text, first)) ++habits.indents[std::max(column_of(text, first), 1)];
}

bool is_tight(const Node& root) {  // {"a":1} and [1,2]
    if (!root.entries.empty()) return root.entries.front().value->span.begin == root.entries.front().key->span.end + 1;
    return root.items.size() > 1 && root.items[1]->span.begin == root.items[0]->span.end + 1;
}

int most(const std::map<int, int>& counts, int otherwise) {
    const auto best = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == counts.end() ? otherwise : best->first;
}

}  // namespace

Emit detect_emit(std::string_view text, const Stream& stream) {
    Habits habits;
    for (const Document& document : stream.documents) {
        if (stream.json) watch_json(text, *document.root, habits);
        else watch(text, *document.root, 0, false, habits);
    }
    Emit emit;
    emit.indent = std::min(most(habits.indents, 2), 9);
    emit.indent_sequences = habits.deep >= habits.flat;
    emit.quote = char(most(habits.quotes, '"'));
    if (stream.json) emit.tight_colon = is_tight(*stream.documents.front().root);
    if (stream.crlf) emit.newline = "\r\n";
    if (text.empty() || text.back() != '\n') emit.literal = Literal::without_last_newline;
    return emit;
}

bool comment_follows(std::string_view text, std::size_t end, int column) {
    std::size_t line = next_line(text, line_end(text, end));
    for (; line < text.size() && is_blank_line(text, line); line = next_line(text, line))
        if (int(skip_blanks(text, line) - line) > column) return true;   // blanks that would be a line of the text
    const std::size_t first = skip_blanks(text, line);
    return first < text.size() && text[first] == '#' && int(first - line) > column;
}

NodePtr like_siblings(const NodePtr& item, const Node& sequence) {
    if (!item || item->style != Style::any || sequence.items.empty() || item->kind == Kind::null) return item;
    Style agreed = Style::any;
    for (const NodePtr& sibling : sequence.items) {
        if (sibling->kind != item->kind) continue;
        if (sibling->style != agreed && agreed != Style::any) return item;
        agreed = sibling->style;
    }
    const bool quotes = item->kind == Kind::scalar && (agreed == Style::single_quoted || agreed == Style::double_quoted);
    if (!quotes && agreed != Style::flow) return item;
    auto copy = std::make_shared<Node>(*item);
    copy->style = agreed;
    return copy;
}

bool parts_of(std::string_view text, const Node& collection, std::vector<Part>& parts) {
    constexpr std::size_t npos = std::string_view::npos;
    const bool block = collection.style == Style::block;
    std::size_t cursor = collection.span.begin;
    for (const NodePtr& item : collection.items) {
        Part part{properties_begin(text, *item), item->span.end, npos};
        if (block) {
            part.begin = skip_gap(text, cursor);
            if (part.begin >= text.size() || text[part.begin] != '-') return false;
            part.after = part.begin + 1;
        }
        cursor = part.end;
        parts.push_back(part);
    }
    for (const Entry& entry : collection.entries) {
        Part part{properties_begin(text, *entry.key), entry.value->span.end, behind_colon(text, entry.key->span.end)};
        std::size_t before = part.begin;
        while (before > 0 && is_blank(text[before - 1])) --before;
        const bool question = before > 0 && before < part.begin && text[before - 1] == '?' && (before < 2 || is_space(text[before - 2]) || std::string_view("{[,-").find(text[before - 2]) != npos);
        if (question) part.begin = before - 1;   // "? key"
        if (part.after != npos && part.after > std::max(part.end, part.after == part.end ? part.end : entry.value->span.begin)) part.after = npos;
        if (block && part.after == npos && !question) return false;
        parts.push_back(part);
    }
    return true;
}

}  // namespace weft::yaml
