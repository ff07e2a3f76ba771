// A judge of edits that knows nothing of the patcher: the two texts are read, the trees compared, and every edit must stand where the trees differ.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "core/yaml/patch.h"
#include "core/yaml/tree.h"

namespace weft::test {

struct Touched {
    std::vector<yaml::Span> changed;   // of the text before: values that differ, entries and items that went
    std::vector<yaml::Span> gone;      // of these, what is in the text after no longer
    std::vector<yaml::Span> grown;     // collections that got entries or items
};

inline bool same_node(const yaml::NodePtr& a, const yaml::NodePtr& b) {
    if (a == b) return true;
    if (a->kind != b->kind || a->text != b->text || a->tag != b->tag || a->items.size() != b->items.size() || a->entries.size() != b->entries.size()) return false;
    if (a->is_scalar() && yaml::type_of(*a) != yaml::type_of(*b)) return false;
    for (std::size_t i = 0; i < a->items.size(); ++i)
        if (!same_node(a->items[i], b->items[i])) return false;
    for (std::size_t i = 0; i < a->entries.size(); ++i)
        if (!same_node(a->entries[i].key, b->entries[i].key) || !same_node(a->entries[i].value, b->entries[i].value)) return false;
    return true;
}

inline void compare(const yaml::NodePtr& a, const yaml::NodePtr& b, Touched& out);

// With the anchor in front.
inline yaml::Span whole(const yaml::NodePtr& node) {
    yaml::Span span = node->span;
    if (!span.fresh() && !node->anchor.empty()) span.begin -= std::min(span.begin, node->anchor.size() + 2);
    return span;
}

inline void compare_maps(const yaml::NodePtr& a, const yaml::NodePtr& b, Touched& out) {
    const auto partner = [](const yaml::NodePtr& map, const yaml::NodePtr& key) -> const yaml::Entry* {
        for (const yaml::Entry& entry : map->entries)
            if (same_node(entry.key, key)) return &entry;
        return nullptr;
    };
    for (const yaml::Entry& entry : a->entries)
        if (const yaml::Entry* other = partner(b, entry.key)) {
            compare(entry.value, other->value, out);
        } else {
            out.changed.push_back({entry.key->span.begin, std::max(entry.key->span.end, entry.value->span.fresh() ? 0 : entry.value->span.end)});
            out.gone.push_back(out.changed.back());
        }
    const bool fresh = std::any_of(b->entries.begin(), b->entries.end(), [&](const yaml::Entry& entry) { return !partner(a, entry.key); });
    if (fresh || b->entries.size() > a->entries.size()) out.grown.push_back(a->span);
}

inline std::string handle_of(const yaml::NodePtr& item) {
    for (const char* key : {"name", "id", "code", "key"})
        if (std::string text = yaml::text_at(item, key); !text.empty()) return text;
    return {};
}

inline bool same_item(const yaml::NodePtr& a, const yaml::NodePtr& b) {
    const std::string handle = handle_of(a);
    return handle.empty() ? same_node(a, b) : handle == handle_of(b);
}

using Items = std::vector<yaml::NodePtr>;

// Items that stand in both, in another order: which of them was carried past which is not said by the trees.
inline bool reordered(const Items& a, const Items& b) {
    std::size_t last = 0;
    std::vector<bool> used(b.size());
    for (const yaml::NodePtr& item : a) {
        std::size_t found = b.size();
        for (std::size_t k = 0; k < b.size() && found == b.size(); ++k)
            if (!used[k] && same_node(item, b[k])) found = k;
        for (std::size_t k = 0; k < b.size() && found == b.size(); ++k)
            if (!used[k] && same_item(item, b[k])) found = k;
        if (found == b.size()) continue;
        if (found < last) return true;
        used[found] = true;
        last = found;
    }
    return false;
}

inline bool twins_in(const Items& items) {
    for (std::size_t i = 0; i < items.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            if (!handle_of(items[i]).empty() && handle_of(items[i]) == handle_of(items[k])) return true;
    return false;
}

inline void compare_runs(const Items& a, const Items& b, const yaml::Span& all, Touched& out) {
    if (a.empty() && b.empty()) return;
    if (b.size() > a.size()) out.grown.push_back(all);
    if (a.size() == b.size() && (twins_in(a) || twins_in(b))) {   // a handle that several have tells nothing
        for (std::size_t i = 0; i < a.size(); ++i) compare(a[i], b[i], out);
        return;
    }
    std::vector<bool> used(b.size());
    Items left, fresh;
    std::vector<std::size_t> left_at, fresh_at;   // behind how many that stand in both
    for (const yaml::NodePtr& item : a) {
        std::size_t found = b.size();
        for (std::size_t k = 0; k < b.size() && found == b.size(); ++k)
            if (!used[k] && !handle_of(item).empty() && handle_of(item) == handle_of(b[k])) found = k;
        if (found == b.size()) {
            left_at.push_back(std::size_t(std::count(used.begin(), used.end(), true)));
            left.push_back(item);
            continue;
        }
        used[found] = true;
        compare(item, b[found], out);
    }
    for (std::size_t k = 0; k < b.size(); ++k)
        if (!used[k]) fresh_at.push_back(std::size_t(std::count(used.begin(), used.begin() + std::ptrdiff_t(k), true))), fresh.push_back(b[k]);
    if (left_at == fresh_at) {   // in the same places: changed, not gone here and come there
        for (std::size_t i = 0; i < left.size(); ++i) compare(left[i], fresh[i], out);
        return;
    }
    if (!fresh.empty()) out.grown.push_back(all);
    for (const yaml::NodePtr& item : left) {
        out.changed.push_back(whole(item));
        out.gone.push_back(item->span);
    }
}

inline void compare_sequences(const yaml::NodePtr& a, const yaml::NodePtr& b, Touched& out) {
    std::size_t head = 0, tail = 0;
    while (head < a->items.size() && head < b->items.size() && same_node(a->items[head], b->items[head])) ++head;
    while (tail < a->items.size() - head && tail < b->items.size() - head && same_node(a->items[a->items.size() - 1 - tail], b->items[b->items.size() - 1 - tail])) ++tail;
    const Items x(a->items.begin() + std::ptrdiff_t(head), a->items.end() - std::ptrdiff_t(tail)), y(b->items.begin() + std::ptrdiff_t(head), b->items.end() - std::ptrdiff_t(tail));
    const std::size_t n = x.size(), m = y.size();
    if (reordered(x, y)) {
        for (const yaml::NodePtr& item : x) out.changed.push_back(whole(item));
        out.grown.push_back(a->span);
    }
    std::vector<std::vector<int>> best(n + 1, std::vector<int>(m + 1));
    std::vector<std::vector<char>> same(n, std::vector<char>(m));
    for (std::size_t i = n; i-- > 0;)
        for (std::size_t k = m; k-- > 0;) {
            same[i][k] = same_node(x[i], y[k]);
            best[i][k] = same[i][k] ? best[i + 1][k + 1] + 1 : std::max(best[i + 1][k], best[i][k + 1]);
        }
    Items from, to;
    for (std::size_t i = 0, k = 0; i < n || k < m;) {
        if (i < n && k < m && same[i][k]) {
            compare_runs(from, to, a->span, out);
            from.clear(), to.clear();
            ++i, ++k;
        } else if (k >= m || (i < n && best[i + 1][k] >= best[i][k + 1])) {
            from.push_back(x[i++]);
        } else {
            to.push_back(y[k++]);
        }
    }
    compare_runs(from, to, a->span, out);
}

inline void compare(const yaml::NodePtr& a, const yaml::NodePtr& b, Touched& out) {
    if (a == b) return;
    if (a->is_map() && b->is_map()) return compare_maps(a, b, out);
    if (a->is_sequence() && b->is_sequence()) {
        if (!a->anchor.empty() && !same_node(a, b)) out.changed.push_back(whole(a));
        return compare_sequences(a, b, out);
    }
    if (same_node(a, b) && a->anchor == b->anchor) return;
    out.changed.push_back(whole(a));
    if (!a->is_scalar()) out.gone.push_back(a->span);
}

inline Touched touched(const yaml::Stream& before, const yaml::Stream& after) {
    Touched out;
    for (std::size_t i = 0; i < before.documents.size(); ++i) {
        if (i < after.documents.size()) compare(before.documents[i].root, after.documents[i].root, out);
        else out.changed.push_back(before.documents[i].span), out.gone.push_back(before.documents[i].span);
    }
    if (after.documents.size() > before.documents.size()) out.grown.push_back(before.documents.back().span);
    return out;
}

// The place with what belongs to it: white space, punctuation and comments on both sides, and the key in front.
inline yaml::Span around(const std::string& text, yaml::Span span, const yaml::Stream& stream) {
    static const std::string marks = " \t\r\n,-?:{}[]|>&*!\"'";
    for (bool moved = true; moved;) {
        moved = false;
        while (span.begin > 0 && marks.find(text[span.begin - 1]) != std::string::npos) --span.begin, moved = true;
        while (span.end < text.size() && marks.find(text[span.end]) != std::string::npos) ++span.end, moved = true;
        for (const yaml::Comment& comment : stream.comments) {
            if (comment.span.end < span.begin || comment.span.begin > span.end) continue;
            if (comment.span.begin < span.begin) span.begin = comment.span.begin, moved = true;
            if (comment.span.end > span.end) span.end = comment.span.end, moved = true;
        }
    }
    return span;
}

// "" or what stands where nothing changed.
inline std::string outside(const std::string& text, const yaml::Stream& before, const yaml::Stream& after, const std::vector<yaml::TextEdit>& edits) {
    const Touched places = touched(before, after);
    std::vector<yaml::Span> allowed;
    for (const yaml::Span& span : places.changed)
        if (!span.fresh()) allowed.push_back(around(text, {std::min(span.begin, text.find_last_of("\n{[,", span.begin) + 1), span.end}, before));
        else return {};   // a missing value has no place of its own
    std::sort(allowed.begin(), allowed.end(), [](const yaml::Span& a, const yaml::Span& b) { return a.begin < b.begin; });
    for (std::size_t i = 1; i < allowed.size();)   // neighbours that both changed
        if (allowed[i].begin <= allowed[i - 1].end) {
            allowed[i - 1].end = std::max(allowed[i - 1].end, allowed[i].end);
            allowed.erase(allowed.begin() + std::ptrdiff_t(i));
        } else {
            ++i;
        }
    std::vector<yaml::Span> growing;
    for (const yaml::Span& span : places.grown) growing.push_back(span.fresh() ? yaml::Span{0, text.size()} : around(text, {std::min(span.begin, text.find_last_of("\n{[,", span.begin) + 1), span.end}, before));
    for (const yaml::TextEdit& edit : edits) {
        const std::size_t end = edit.offset + edit.removed.size();
        bool inside = false;
        for (const yaml::Span& span : allowed) inside = inside || (edit.offset >= span.begin && end <= span.end);
        const bool nothing_gone = edit.removed.find_first_not_of(" \t\r\n,-{}[]") == std::string::npos;
        for (const yaml::Span& span : growing) inside = inside || (nothing_gone && edit.offset >= span.begin && end <= span.end);
        if (!inside) return "\"" + edit.removed.substr(0, 60) + "\" at byte " + std::to_string(edit.offset) + " became \"" + edit.inserted.substr(0, 60) + "\"";
    }
    return {};
}

// A comment that is gone although what it stands at is still there.
inline std::string lost_comment(const std::string& old_text, const yaml::Stream& before, const std::string& new_text, const yaml::Stream& after) {
    const auto words = [](const std::string& text, const yaml::Comment& comment) {
        std::string out = text.substr(comment.span.begin, comment.span.end - comment.span.begin);
        while (out.ends_with('\r') || out.ends_with(' ')) out.pop_back();
        return out;
    };
    std::map<std::string, int> missing;
    for (const yaml::Comment& comment : before.comments) ++missing[words(old_text, comment)];
    for (const yaml::Comment& comment : after.comments) --missing[words(new_text, comment)];
    std::erase_if(missing, [](const auto& one) { return one.second <= 0; });
    if (missing.empty()) return {};
    std::vector<yaml::Span> gone;
    for (const yaml::Span& span : touched(before, after).gone) gone.push_back(span.fresh() ? yaml::Span{0, old_text.size()} : around(old_text, span, before));
    for (const yaml::Comment& comment : before.comments) {   // what stood at things that went
        const bool allowed = std::any_of(gone.begin(), gone.end(), [&](const yaml::Span& span) { return comment.span.begin >= span.begin && comment.span.end <= span.end; });
        if (allowed) --missing[words(old_text, comment)];
    }
    for (const auto& [text, count] : missing)
        if (count > 0) return text;
    return {};
}

}  // namespace weft::test
