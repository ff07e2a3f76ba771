#include "core/yaml/merge.h"

#include <algorithm>
#include <string>

namespace weft::yaml {
namespace {

NodePtr followed(const NodePtr& node) { return node && node->kind == Kind::alias ? node->target : node; }

bool same(const NodePtr& a, const NodePtr& b) {
    if (!a || !b) return !a && !b;
    return a == b || same_value(a.get(), b.get());
}

bool both(const NodePtr& a, const NodePtr& b, Kind kind) { return a && b && a->kind == kind && b->kind == kind; }

bool scalars(const NodePtr& list) {
    return std::all_of(list->items.begin(), list->items.end(), [](const NodePtr& item) { return item && resolve(item.get())->is_scalar(); });
}

std::string name_of(const NodePtr& given, const MergeKeys& keys) {
    const NodePtr node = followed(given);
    if (!node) return {};
    if (node->is_scalar()) return node->text;
    for (const std::string_view key : keys.names)
        if (const NodePtr found = find(node, key); found && found->is_scalar()) return found->text;
    return {};
}

NodePtr merge_map(const NodePtr& old, const NodePtr& before, const NodePtr& after, const MergeKeys& keys) {
    NodePtr out = old;
    for (const Entry& entry : before->entries) {
        const std::string& key = entry.key->text;
        const NodePtr mine = find(old, key), made = merge(mine, entry.value, find(after, key), keys);
        if (made == mine) continue;
        out = made ? with_entry(out, key, made) : without_entry(out, key);
    }
    std::string last;
    for (const Entry& entry : after->entries) {
        const std::string& key = entry.key->text;
        if (!find(before, key)) {
            const NodePtr mine = find(old, key), made = merge(mine, nullptr, entry.value, keys);
            if (made && made != mine) out = last.empty() ? with_entry(out, key, made) : with_entry_after(out, last, key, made);
        }
        if (find_entry(out, key)) last = key;
    }
    return out;
}

// Words at both ends keep their nodes; of the middle, as many as have a partner keep their quotes.
NodePtr merge_words(const NodePtr& old, const NodePtr& after) {
    const std::size_t had = old->items.size(), want = after->items.size();
    std::vector<NodePtr> items(want);
    const auto equal = [&](std::size_t i, std::size_t k) { return same_value(old->items[i].get(), after->items[k].get()); };
    std::size_t front = 0, back = 0;
    while (front < std::min(had, want) && equal(front, front)) items[front] = old->items[front], ++front;
    while (back < std::min(had, want) - front && equal(had - 1 - back, want - 1 - back)) items[want - 1 - back] = old->items[had - 1 - back], ++back;
    for (std::size_t i = front; i + back < want; ++i) items[i] = i + back < had ? styled_like(old->items[i], after->items[i]) : after->items[i];
    if (items == old->items) return old;
    return make_sequence(std::move(items), old->items.empty() ? Style::any : old->style);
}

// For each of `wanted` the place of its namesake among `there`, each once, or -1.
std::vector<int> namesakes(const std::vector<NodePtr>& wanted, const std::vector<NodePtr>& there, const MergeKeys& keys) {
    std::vector<int> out(wanted.size(), -1);
    std::vector<bool> used(there.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const std::string name = name_of(wanted[i], keys);
        for (std::size_t k = 0; k < there.size(); ++k) {
            if (used[k] || name_of(there[k], keys) != name) continue;
            if (wanted[i]->is_map() != followed(there[k])->is_map()) continue;
            out[i] = int(k);
            used[k] = true;
            break;
        }
    }
    return out;
}

// Namesakes first, then, in lists of one length, what is left by its place: that is a renamed one.
std::vector<int> partners(const std::vector<NodePtr>& after, const std::vector<NodePtr>& before, const MergeKeys& keys) {
    std::vector<int> out = namesakes(after, before, keys);
    if (after.size() != before.size()) return out;
    for (std::size_t i = 0; i < after.size(); ++i)
        if (out[i] < 0 && std::find(out.begin(), out.end(), int(i)) == out.end()) out[i] = int(i);
    return out;
}

NodePtr nothing_like(const NodePtr& node) { return node && node->is_sequence() ? make_sequence({}) : make_map({}); }

bool empty(const NodePtr& node) { return node->entries.empty() && node->items.empty(); }

}  // namespace

NodePtr styled_like(const NodePtr& given, const NodePtr& wanted) {
    const NodePtr old = followed(given);
    if (!old || !old->is_scalar() || !wanted->is_scalar()) return wanted;
    if (old->text == wanted->text && (type_of(*old) == type_of(*wanted) || old->quoted())) return given;
    if (old->style == Style::plain || old->style == Style::any) return wanted;
    auto node = std::make_shared<Node>(*make_string(wanted->text));
    node->style = old->style;
    return node;
}

NodePtr merge_items(const NodePtr& old, const std::vector<NodePtr>& before, const std::vector<NodePtr>& after, const std::vector<int>& partner, const MergeKeys& keys) {
    const std::vector<NodePtr> none;
    const std::vector<NodePtr>& there = old && old->is_sequence() ? old->items : none;
    const std::vector<int> stands = namesakes(before, there, keys);
    std::vector<int> kept_by(there.size(), -2);   // -2: not ours, -1: ours and to go
    for (std::size_t b = 0; b < before.size(); ++b)
        if (stands[b] >= 0) kept_by[std::size_t(stands[b])] = -1;
    for (std::size_t a = 0; a < after.size(); ++a)
        if (partner[a] >= 0 && stands[std::size_t(partner[a])] >= 0) kept_by[std::size_t(stands[std::size_t(partner[a])])] = int(a);
    // What is not ours stays behind the item of ours that it followed.
    std::vector<std::vector<NodePtr>> behind(after.size() + 1);
    std::size_t last = after.size();
    for (std::size_t i = 0; i < there.size(); ++i) {
        if (kept_by[i] >= 0) last = std::size_t(kept_by[i]);
        if (kept_by[i] == -2) behind[last].push_back(there[i]);
    }
    std::vector<NodePtr> items = behind[after.size()];
    for (std::size_t a = 0; a < after.size(); ++a) {
        const int from = partner[a], at = from >= 0 ? stands[std::size_t(from)] : -1;
        if (at >= 0) {
            const NodePtr mine = followed(there[std::size_t(at)]), made = merge(mine, before[std::size_t(from)], after[a], keys);
            items.push_back(made == mine ? there[std::size_t(at)] : made);
        } else if (from < 0 || !same(before[std::size_t(from)], after[a])) {   // what the file only implies stays implied
            items.push_back(after[a]);
        }
        items.insert(items.end(), behind[a].begin(), behind[a].end());
    }
    if (old && items == there) return old;
    if (items.empty()) return nullptr;
    return make_sequence(std::move(items), old && !there.empty() ? old->style : Style::any);
}

NodePtr merge(const NodePtr& given, const NodePtr& before, const NodePtr& after, const MergeKeys& keys) {
    const NodePtr old = followed(given);
    if (same(before, after)) return given;
    if (!after) {   // goes, except what is not ours
        if (!old || !before || old->kind != before->kind || old->is_scalar()) return nullptr;
        const NodePtr rest = merge(old, before, nothing_like(before), keys);
        return rest && !empty(rest) ? rest : nullptr;
    }
    if (!old || old->kind == Kind::null) return after;
    if (!before || before->kind != after->kind) return both(old, after, Kind::map) ? merge_map(old, make_map({}), after, keys) : styled_like(old, after);
    if (both(old, after, Kind::map)) return merge_map(old, before, after, keys);
    if (both(old, after, Kind::sequence)) {
        if (scalars(before) && scalars(after) && scalars(old)) return merge_words(old, after);
        return merge_items(old, before->items, after->items, partners(after->items, before->items, keys), keys);
    }
    return styled_like(old, after);
}

NodePtr fresh_copy(const NodePtr& given) {
    const NodePtr from = followed(given);
    if (!from) return nullptr;
    auto node = std::make_shared<Node>(*from);
    node->span = {};
    node->anchor.clear();
    node->line = node->column = 0;
    for (NodePtr& item : node->items) item = fresh_copy(item);
    for (Entry& entry : node->entries) entry = {fresh_copy(entry.key), fresh_copy(entry.value)};
    return node;
}

}  // namespace weft::yaml
