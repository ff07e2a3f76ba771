#include "core/targets/argo/sync.h"

#include <algorithm>

namespace weft::argo {

NodePtr followed(const NodePtr& node) { return node && node->kind == yaml::Kind::alias ? node->target : node; }

bool has_value(const NodePtr& map, const char* key) {
    const NodePtr found = yaml::find(map, key);
    return found && found->kind != yaml::Kind::null;
}

NodePtr with_text(const NodePtr& given, const std::string& text) {
    const NodePtr old = followed(given);
    if (!old || !old->is_scalar()) return yaml::make_string(text);
    if (old->text == text) return given;
    if (old->style == yaml::Style::plain) return yaml::make_string(text);
    auto node = std::make_shared<yaml::Node>(*yaml::make_string(text));
    node->style = old->style;
    return node;
}

NodePtr sync_entry(const NodePtr& map, const char* key, const std::function<NodePtr(const NodePtr&)>& change, const char* behind) {
    const yaml::Entry* entry = yaml::find_entry(map, key);
    const NodePtr old = entry ? followed(entry->value) : nullptr;
    const NodePtr wanted = change(old);
    if (wanted == old) return map;
    if (wanted && !entry && behind) return yaml::with_entry_after(map, behind, key, wanted);
    if (wanted) return yaml::with_entry(map, key, wanted);
    return entry ? yaml::without_entry(map, key) : map;
}

NodePtr sync_below(const NodePtr& map, const char* key, const std::function<NodePtr(const NodePtr&)>& change, const char* behind) {
    const auto inside = [&](const NodePtr& old) -> NodePtr {
        const NodePtr base = old && old->is_map() ? old : yaml::make_map({});
        const NodePtr wanted = change(base);
        if (wanted == base) return old;
        return wanted && wanted->entries.empty() ? nullptr : wanted;
    };
    return sync_entry(map, key, inside, behind);
}

NodePtr sync_text(const NodePtr& map, const char* key, const std::string& before, const std::string& after) {
    if (before == after) return map;
    return sync_entry(map, key, [&](const NodePtr& old) { return after.empty() ? nullptr : with_text(old, after); });
}

NodePtr sync_optional(const NodePtr& map, const char* key, const std::optional<std::string>& before, const std::optional<std::string>& after, const char* behind) {
    if (before == after) return map;
    return sync_entry(map, key, [&](const NodePtr& old) { return after ? with_text(old, *after) : nullptr; }, behind);
}

NodePtr sync_scalar(const NodePtr& map, const char* key, const std::optional<Scalar>& before, const std::optional<Scalar>& after) {
    if (before.has_value() == after.has_value() && (!before || before->text == after->text)) return map;
    return sync_entry(map, key, [&](const NodePtr& old) -> NodePtr {
        if (!after) return nullptr;
        if (old && old->is_scalar() && old->text == after->text) return old;
        return old && old->quoted() ? with_text(old, after->text) : scalar_node(*after);
    });
}

NodePtr sync_flag(const NodePtr& map, const char* key, bool before, bool after, bool usual) {
    if (before == after) return map;
    return sync_entry(map, key, [&](const NodePtr& old) -> NodePtr {
        if (after == usual) return nullptr;
        return old && old->text == (after ? "true" : "false") ? old : yaml::make_plain(after ? "true" : "false");
    });
}

NodePtr sync_words(const NodePtr& list, const std::vector<Scalar>& before, const std::vector<Scalar>& after) {
    if (before == after) return list;
    if (after.empty()) return nullptr;
    const std::size_t had = list && list->is_sequence() ? list->items.size() : 0;
    std::vector<NodePtr> items(after.size());
    // Words at both ends keep their nodes; of the middle, as many as have a partner keep their quotes.
    std::size_t front = 0, back = 0;
    const auto text_of = [&](std::size_t i) { return followed(list->items[i]) ? followed(list->items[i])->text : std::string(); };
    while (front < std::min(had, after.size()) && text_of(front) == after[front].text) items[front] = list->items[front], ++front;
    while (back < std::min(had, after.size()) - front && text_of(had - 1 - back) == after[after.size() - 1 - back].text)
        items[after.size() - 1 - back] = list->items[had - 1 - back], ++back;
    for (std::size_t i = front; i + back < after.size(); ++i) items[i] = i + back < had ? with_text(list->items[i], after[i].text) : string_node(after[i].text);
    if (had == after.size() && std::equal(items.begin(), items.end(), list->items.begin())) return list;
    return yaml::make_sequence(std::move(items), had ? list->style : yaml::Style::any);
}

std::vector<int> pair_names(const std::vector<std::string>& before, const std::vector<std::string>& after) {
    std::vector<int> partner(after.size(), -1);
    std::vector<bool> used(before.size(), false);
    for (std::size_t i = 0; i < after.size(); ++i) {
        for (std::size_t k = 0; k < before.size(); ++k) {
            const std::size_t at = (i + k) % before.size();  // the same place first: names may stand twice
            if (used[at] || before[at] != after[i]) continue;
            partner[i] = int(at);
            used[at] = true;
            break;
        }
    }
    if (before.size() != after.size()) return partner;
    for (std::size_t i = 0; i < after.size(); ++i)
        if (partner[i] < 0 && !used[i]) partner[i] = int(i), used[i] = true;
    return partner;
}

std::vector<std::size_t> map_items(const NodePtr& list) {
    std::vector<std::size_t> out;
    if (!list || !list->is_sequence()) return out;
    for (std::size_t i = 0; i < list->items.size(); ++i)
        if (const NodePtr item = followed(list->items[i]); item && item->is_map()) out.push_back(i);
    return out;
}

}  // namespace weft::argo
