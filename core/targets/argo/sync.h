// Small changes of a tree: each gives the same pointer back when there is nothing to change. Internal to the writer.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/model/flow.h"
#include "core/targets/argo/values.h"
#include "core/yaml/tree.h"

namespace weft::argo {

using yaml::NodePtr;

// The entry is there and not null.
bool has_value(const NodePtr& map, const char* key);
// A scalar with another text in the old one's quotes.
NodePtr with_text(const NodePtr& old, const std::string& text);

// The entry `key` of a map as `change` wants it: null removes it. A map that runs empty stays empty here.
// A new entry stands behind `behind`, or last.
NodePtr sync_entry(const NodePtr& map, const char* key, const std::function<NodePtr(const NodePtr&)>& change, const char* behind = nullptr);
// The same one level down: a map that runs empty is removed, a missing one is made.
NodePtr sync_below(const NodePtr& map, const char* key, const std::function<NodePtr(const NodePtr&)>& change, const char* behind = nullptr);
NodePtr sync_text(const NodePtr& map, const char* key, const std::string& before, const std::string& after);
NodePtr sync_optional(const NodePtr& map, const char* key, const std::optional<std::string>& before, const std::optional<std::string>& after,
                      const char* behind = nullptr);
NodePtr sync_scalar(const NodePtr& map, const char* key, const std::optional<Scalar>& before, const std::optional<Scalar>& after);
NodePtr sync_flag(const NodePtr& map, const char* key, bool before, bool after, bool usual = false);
NodePtr sync_words(const NodePtr& list, const std::vector<Scalar>& before, const std::vector<Scalar>& after);

// A list whose items stand for the elements of `before`, one each. Elements pair by name, a renamed one by its place. Null when it runs empty.
template <class T> struct ListSync {
    std::function<std::string(const T&)> name;
    std::function<NodePtr(const NodePtr&, const T&, const T&)> change;   // item, before, after
    std::function<NodePtr(const T&)> make;
};
// For each of `after` its partner in `before`, or -1.
std::vector<int> pair_names(const std::vector<std::string>& before, const std::vector<std::string>& after);
// The items of a list that are maps: the ones a reader made elements of.
std::vector<std::size_t> map_items(const NodePtr& list);
NodePtr followed(const NodePtr& node);

template <class T> NodePtr sync_list(const NodePtr& list, const std::vector<T>& before, const std::vector<T>& after, const ListSync<T>& how) {
    std::vector<std::string> old_names, new_names;
    for (const T& one : before) old_names.push_back(how.name(one));
    for (const T& one : after) new_names.push_back(how.name(one));
    const std::vector<int> partner = pair_names(old_names, new_names);
    const std::vector<std::size_t> places = map_items(list);
    std::vector<NodePtr> items;
    bool same = list && list->is_sequence() && before.size() == after.size() && places.size() == before.size() && list->items.size() == places.size();
    for (std::size_t i = 0; i < after.size(); ++i) {
        const bool known = partner[i] >= 0 && std::size_t(partner[i]) < places.size();
        if (!known) {
            items.push_back(how.make(after[i]));
            same = false;
            continue;
        }
        const NodePtr& old = list->items[places[std::size_t(partner[i])]];
        const NodePtr at = followed(old);
        NodePtr changed = how.change(at, before[std::size_t(partner[i])], after[i]);
        items.push_back(changed == at ? old : changed);
        same = same && changed == at && std::size_t(partner[i]) == i;
    }
    if (same) return list;
    if (items.empty()) return nullptr;
    const NodePtr fresh = yaml::make_sequence(std::move(items), list && list->is_sequence() ? list->style : yaml::Style::any);
    return fresh;
}

}  // namespace weft::argo
