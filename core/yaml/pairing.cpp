#include "core/yaml/pairing.h"

#include <algorithm>
#include <functional>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/yaml/scalar_types.h"

namespace weft::yaml {

namespace {

struct Pairs {
    Pairing result;
    explicit Pairs(std::size_t old_size, std::size_t new_size) {
        result.new_of.assign(old_size, -1);
        result.old_of.assign(new_size, -1);
        result.moved.assign(new_size, false);
    }
    bool free_old(std::size_t i) const { return result.new_of[i] < 0; }
    bool free_new(std::size_t j) const { return result.old_of[j] < 0; }
    void join(std::size_t i, std::size_t j) {
        result.new_of[i] = int(j);
        result.old_of[j] = int(i);
    }
};

template <class Key>
void join_equal(Pairs& pairs, const std::function<bool(std::size_t, bool, Key&)>& key_of, const std::function<bool(std::size_t, std::size_t)>& equal) {
    std::unordered_multimap<Key, std::size_t> waiting;
    Key key{};
    for (std::size_t i = pairs.result.new_of.size(); i-- > 0;)
        if (pairs.free_old(i) && key_of(i, true, key)) waiting.emplace(key, i);
    if (waiting.empty()) return;
    for (std::size_t j = 0; j < pairs.result.old_of.size(); ++j) {
        if (!pairs.free_new(j) || !key_of(j, false, key)) continue;
        auto [first, last] = waiting.equal_range(key);
        auto best = last;
        for (auto it = first; it != last; ++it)
            if ((best == last || it->second < best->second) && equal(it->second, j)) best = it;
        if (best == last) continue;
        pairs.join(best->second, j);
        waiting.erase(best);
    }
}

std::string name_of(const NodePtr& item) {
    const Node* node = resolve(item.get());
    if (!node || node->kind != Kind::map) return {};
    const Entry* entry = nullptr;
    for (const Entry& candidate : node->entries)
        if (candidate.key && candidate.key->text == "name") entry = &candidate;
    const Node* value = entry ? resolve(entry->value.get()) : nullptr;
    return value && value->kind == Kind::scalar ? value->text : std::string();
}

bool share_a_child(const Node& a, const Node& b) {
    if (a.kind != b.kind) return false;
    for (const NodePtr& x : a.items)
        for (const NodePtr& y : b.items)
            if (x == y) return true;
    for (const Entry& x : a.entries)
        for (const Entry& y : b.entries)
            if (x.value == y.value || (x.value && y.value && x.key->text == y.key->text && share_a_child(*x.value, *y.value))) return true;
    return false;
}

// Longest run of pairs in which both orders agree; the others are moved.
void mark_moved(Pairing& pairing) {
    int last = -1;
    const bool ascending = std::all_of(pairing.old_of.begin(), pairing.old_of.end(), [&](int old) { return old < 0 || std::exchange(last, old) < old; });
    if (ascending) return pairing.moved.assign(pairing.old_of.size(), false);
    std::vector<int> tails, previous(pairing.old_of.size(), -1);  // tails: new indexes
    for (std::size_t j = 0; j < pairing.old_of.size(); ++j) {
        if (pairing.old_of[j] < 0) continue;
        const auto at = std::lower_bound(tails.begin(), tails.end(), pairing.old_of[j], [&](int t, int value) { return pairing.old_of[std::size_t(t)] < value; });
        previous[j] = at == tails.begin() ? -1 : *(at - 1);
        if (at == tails.end()) tails.push_back(int(j));
        else *at = int(j);
    }
    for (std::size_t j = 0; j < pairing.old_of.size(); ++j) pairing.moved[j] = pairing.old_of[j] >= 0;
    for (int j = tails.empty() ? -1 : tails.back(); j >= 0; j = previous[std::size_t(j)]) pairing.moved[std::size_t(j)] = false;
}

void summarise(Pairing& pairing) {
    for (std::size_t i = 0; i < pairing.new_of.size(); ++i) {
        if (pairing.stays(int(i))) pairing.any_kept = true;
        else pairing.same_shape = false;
    }
    if (pairing.old_of.size() != pairing.new_of.size()) pairing.same_shape = false;
}

// The value of a renamed key: the same, or changed in some of its parts.
bool same_thing(const NodePtr& old, const NodePtr& now) { return same_value(old.get(), now.get()) || (old && now && share_a_child(*old, *now)); }

// Between two pairs that stay: what is left over pairs by shared children, then, if the counts agree, by place.
void join_gaps(Pairs& pairs, const Node& old, const Node& now) {
    std::size_t i = 0;
    for (std::size_t j = 0; j <= now.items.size(); ++j) {
        if (j < now.items.size() && pairs.free_new(j)) continue;
        std::size_t stop_old = j < now.items.size() ? std::size_t(pairs.result.old_of[j]) : old.items.size();
        std::size_t begin_new = j;
        while (begin_new > 0 && pairs.free_new(begin_new - 1)) --begin_new;
        std::vector<std::size_t> olds, news;
        for (std::size_t k = begin_new; k < j; ++k) news.push_back(k);
        for (std::size_t k = i; k < stop_old; ++k)
            if (pairs.free_old(k)) olds.push_back(k);
        if (news.size() * olds.size() <= 4096)
            for (const std::size_t b : news)
                for (const std::size_t a : olds)
                    if (pairs.free_old(a) && pairs.free_new(b) && share_a_child(*old.items[a], *now.items[b])) pairs.join(a, b);
        std::erase_if(olds, [&](std::size_t a) { return !pairs.free_old(a); });
        std::erase_if(news, [&](std::size_t b) { return !pairs.free_new(b); });
        if (olds.size() == news.size())
            for (std::size_t k = 0; k < olds.size(); ++k) pairs.join(olds[k], news[k]);
        if (stop_old >= i) i = j < now.items.size() ? stop_old + 1 : stop_old;
    }
}

}  // namespace

Pairing pair_entries(const Node& old, const Node& now) {
    Pairs pairs(old.entries.size(), now.entries.size());
    const auto key_text = [&](std::size_t i, bool of_old, std::string& key) {
        const Node* node = resolve((of_old ? old : now).entries[i].key.get());
        key = node ? node->text : std::string();
        return true;
    };
    join_equal<std::string>(pairs, key_text, [&](std::size_t i, std::size_t j) { return old.entries[i].value == now.entries[j].value; });  // duplicates
    join_equal<std::string>(pairs, key_text, [&](std::size_t i, std::size_t j) { return same_value(old.entries[i].key.get(), now.entries[j].key.get()); });
    const auto value = [&](std::size_t i, bool of_old, const Node*& key) { return (key = (of_old ? old : now).entries[i].value.get()) != nullptr; };
    join_equal<const Node*>(pairs, value, [](std::size_t, std::size_t) { return true; });
    if (old.entries.size() == now.entries.size())
        for (std::size_t i = 0; i < old.entries.size(); ++i)
            if (pairs.free_old(i) && pairs.free_new(i) && same_thing(old.entries[i].value, now.entries[i].value)) pairs.join(i, i);
    summarise(pairs.result);
    return pairs.result;
}

Pairing pair_items(const Node& old, const Node& now) {
    Pairs pairs(old.items.size(), now.items.size());
    std::size_t head = 0, tail = 0;
    const std::size_t shorter = std::min(old.items.size(), now.items.size());
    while (head < shorter && old.items[head] == now.items[head]) pairs.join(head, head), ++head;
    while (tail < shorter - head && old.items[old.items.size() - 1 - tail] == now.items[now.items.size() - 1 - tail]) {
        pairs.join(old.items.size() - 1 - tail, now.items.size() - 1 - tail);
        ++tail;
    }
    const auto item = [&](std::size_t i, bool of_old) -> const NodePtr& { return (of_old ? old : now).items[i]; };
    join_equal<const Node*>(pairs, [&](std::size_t i, bool of_old, const Node*& key) { return (key = item(i, of_old).get()) != nullptr; },
                            [](std::size_t, std::size_t) { return true; });
    const auto by_name = [&](std::size_t i, bool of_old, std::string& key) { return !(key = name_of(item(i, of_old))).empty(); };
    join_equal<std::string>(pairs, by_name, [&](std::size_t i, std::size_t j) { return share_a_child(*old.items[i], *now.items[j]); });   // of several namesakes the one itself
    join_equal<std::string>(pairs, by_name, [](std::size_t, std::size_t) { return true; });
    join_equal<std::size_t>(pairs, [&](std::size_t i, bool of_old, std::size_t& key) { key = value_hash(item(i, of_old).get()); return true; },
                            [&](std::size_t i, std::size_t j) { return same_value(old.items[i].get(), now.items[j].get()); });
    mark_moved(pairs.result);
    join_gaps(pairs, old, now);
    mark_moved(pairs.result);
    summarise(pairs.result);
    return pairs.result;
}

}  // namespace weft::yaml
