#include "core/yaml/verify.h"

#include <algorithm>
#include <unordered_map>

#include "core/yaml/patcher.h"
#include "core/yaml/reader.h"
#include "core/yaml/text.h"

namespace weft::yaml {

namespace {

constexpr std::size_t whole_below = 64u << 10;

bool is_null(const NodePtr& node) { return !node || node->kind == Kind::null || (node->kind == Kind::scalar && type_of(*node) == ScalarType::null); }

bool same_entries(const Node& read, const Node& wanted) {
    if (read.entries.size() != wanted.entries.size()) return false;
    std::unordered_multimap<std::string_view, const Entry*> rest;
    for (std::size_t i = 0; i < read.entries.size(); ++i) {
        const Entry& a = read.entries[i];
        if (rest.empty()) {
            const Entry& b = wanted.entries[i];
            if (a.key->text == b.key->text && matches(a.key, b.key) && matches(a.value, b.value)) continue;
            for (std::size_t k = i; k < wanted.entries.size(); ++k) rest.emplace(wanted.entries[k].key->text, &wanted.entries[k]);
        }
        const auto [first, last] = rest.equal_range(a.key->text);
        const auto found = std::find_if(first, last, [&](const auto& b) { return matches(a.key, b.second->key) && matches(a.value, b.second->value); });
        if (found == last) return false;
        rest.erase(found);
    }
    return true;
}

bool same_items(const std::vector<NodePtr>& read, const std::vector<NodePtr>& wanted, std::size_t first, std::size_t last) {
    if (read.size() != last - first) return false;
    for (std::size_t i = 0; i < read.size(); ++i)
        if (!matches(read[i], wanted[first + i])) return false;
    return true;
}

// "a && b" is none: an anchor stands behind a blank or a bracket and has a name.
bool may_hold_anchors(std::string_view text) {
    for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
        const char before = at == 0 ? ' ' : text[at - 1], behind = at + 1 < text.size() ? text[at + 1] : ' ';
        if ((is_space(before) || std::string_view("[{,").find(before) != std::string_view::npos) && !is_space(behind) && behind != '&') return true;
    }
    return false;
}

bool has_anchors(const Node& node) {
    if (!node.anchor.empty()) return true;
    return std::any_of(node.items.begin(), node.items.end(), [](const NodePtr& item) { return has_anchors(*item); }) ||
           std::any_of(node.entries.begin(), node.entries.end(), [](const Entry& entry) { return has_anchors(*entry.key) || has_anchors(*entry.value); });
}

// The part whose lines hold the offset: from its begin to the begin of the next one.
std::size_t part_at(const std::vector<Part>& parts, std::size_t offset) {
    const auto next = std::upper_bound(parts.begin(), parts.end(), offset, [](std::size_t at, const Part& part) { return at < part.begin; });
    return next == parts.begin() ? 0 : std::size_t(next - parts.begin()) - 1;
}

struct Window {
    std::string_view old_text;
    const std::vector<TextEdit>& edits;
    std::size_t low = 0, high = 0;  // of all edits, old offsets

    // The new text of an old range that holds all edits.
    std::string now(std::size_t begin, std::size_t end) const {
        std::vector<TextEdit> inside = edits;
        for (TextEdit& edit : inside) edit.offset -= begin;
        return yaml::apply(old_text.substr(begin, end - begin), inside);
    }
};

// Reads the items around the edits alone, at their own column.
bool items_hold(const Window& window, const Node& old, const Node& now, const std::vector<Part>& parts, std::size_t first, std::size_t last) {
    const std::size_t from = first == 0 ? 0 : first - 1;
    const std::size_t to = std::min(last + 2, parts.size());  // behind the one after
    const std::size_t begin = from == 0 ? std::min(parts[0].begin, window.low) : parts[from].begin;
    std::size_t old_end = parts[to - 1].end;
    if (to == parts.size()) {
        old_end = std::max(old_end, window.high);
        if (window.old_text[old_end - 1] != '\n') old_end = line_end(window.old_text, old_end);
    }
    if (begin > window.low || old_end < window.high) return false;
    const int column = column_of(window.old_text, parts[0].begin);
    std::string text(begin - line_begin(window.old_text, begin), ' ');
    text += window.now(begin, old_end);
    text += '\n';
    for (std::size_t at = 0; at < text.size(); at = next_line(text, at)) {
        const std::size_t indent = skip_blanks(text, at);
        if (indent < text.size() && !is_break(text[indent]) && text[indent] != '#' && int(indent - at) < column) return false;
    }
    const auto read = read_yaml(text);
    if (!read || read->documents.size() != 1) return false;
    const NodePtr& root = read->documents.front().root;
    const std::size_t behind = now.items.size() - (old.items.size() - to);
    return root->kind == Kind::sequence && same_items(root->items, now.items, from, behind);
}

bool only_item_differs(const Node& old, const Node& now, std::size_t index) {
    if (old.items.size() != now.items.size()) return false;
    for (std::size_t i = 0; i < old.items.size(); ++i)
        if (i != index && old.items[i] != now.items[i]) return false;
    return true;
}

// Walks down to the smallest block sequence around the edits. No answer (-1) when the form does not allow a partial look.
int window_holds(const Window& window, const NodePtr& old_root, const NodePtr& new_root) {
    NodePtr old = old_root, now = new_root;
    for (;;) {
        if (old == now || !now || old->kind != now->kind || old->style != Style::block) return -1;
        std::vector<Part> parts;
        if (!parts_of(window.old_text, *old, parts) || parts.empty()) return -1;
        const std::size_t first = part_at(parts, window.low), last = part_at(parts, window.high);
        const bool inside = first == last && window.low > parts[first].after;
        if (old->kind == Kind::map) {
            if (!inside) return -1;
            const Entry& entry = old->entries[first];
            const NodePtr next = find(now, entry.key->text);
            if (!next) return -1;
            old = entry.value;
            now = next;
            continue;
        }
        // inside one large item (a template of a workflow): the edits stand in a list further down
        const NodePtr& item = old->items[first];
        if (inside && item->span.end - item->span.begin >= whole_below && only_item_differs(*old, *now, first))
            if (window_holds(window, item, now->items[first]) == 1) return 1;
        if (old->items.size() > now->items.size() + (last + 1 - first) || now->items.size() < old->items.size() - std::min(last + 2, parts.size())) return -1;
        return items_hold(window, *old, *now, parts, first, last) ? 1 : -1;
    }
}

void count_anchors(const Node& node, std::unordered_map<std::string, int>& counts, int step) {
    if (!node.anchor.empty()) counts[node.anchor] += step;
    for (const NodePtr& item : node.items) count_anchors(*item, counts, step);
    for (const Entry& entry : node.entries) {
        if (entry.key) count_anchors(*entry.key, counts, step);
        if (entry.value) count_anchors(*entry.value, counts, step);
    }
}

// What is written over an anchored value keeps the anchor; where that value moved with it, the name would stand twice and aliases would mean the later one.
bool anchors_stand_once(const Stream& read, const std::vector<NodePtr>& wanted) {
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        std::unordered_map<std::string, int> has, more;
        count_anchors(*read.documents[i].root, has, 1);
        more = has;
        count_anchors(*wanted[i], more, -1);
        for (const auto& [name, count] : has)
            if (count > 1 && more[name] > 0) return false;
    }
    return true;
}

bool whole_holds(std::string_view text, bool json, const std::vector<NodePtr>& after) {
    const auto read = json ? read_json(text) : read_yaml(text);
    if (!read) return false;
    const bool same = read->documents.size() == after.size() &&
                      std::equal(after.begin(), after.end(), read->documents.begin(), [](const NodePtr& wanted, const Document& document) { return matches(document.root, wanted); });
    return same && (json || !may_hold_anchors(text) || anchors_stand_once(*read, after));
}

}  // namespace

bool matches(const NodePtr& read, const NodePtr& wanted) {
    if (read == wanted) return true;
    if (is_null(read) || is_null(wanted)) return is_null(read) && is_null(wanted);
    if (read->kind != wanted->kind) return false;
    const auto own = [](const std::string& tag) { return tag.empty() || tag.substr(0, 2) == "!!" || tag == "!" ? std::string_view() : std::string_view(tag); };
    if (own(read->tag) != own(wanted->tag)) return false;
    switch (read->kind) {
    case Kind::alias: return read->text == wanted->text;
    case Kind::scalar: return read->text == wanted->text && type_of(*read) == type_of(*wanted);
    case Kind::map: return same_entries(*read, *wanted);
    case Kind::sequence: return same_items(read->items, wanted->items, 0, wanted->items.size());
    case Kind::null: break;
    }
    return true;
}

bool edits_hold(std::string_view old_text, const std::vector<TextEdit>& edits, const Stream& before, const std::vector<NodePtr>& after) {
    const auto anchors = [&] { return may_hold_anchors(old_text) && has_anchors(*before.documents.front().root); };
    std::size_t size = old_text.size();
    for (const TextEdit& edit : edits) size = size - edit.removed.size() + edit.inserted.size();
    const bool whole = size < whole_below || before.json || before.documents.size() != 1 || after.size() != 1 || anchors();
    if (!whole) {
        const Window window{old_text, edits, edits.front().offset, edits.back().offset + edits.back().removed.size()};
        if (window_holds(window, before.documents.front().root, after.front()) == 1) return true;
    }
    return whole_holds(yaml::apply(old_text, edits), before.json, after);
}

Result<void> verify(std::string_view text, const Stream& before, const std::vector<NodePtr>& after) {
    if (whole_holds(text, before.json, after)) return {};
    return fail(WEFT_TR("core", "the text does not hold what was drawn; the last change is taken back"));
}

}  // namespace weft::yaml
