#include "core/targets/kfp/merge.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace weft::kfp {
namespace {

using yaml::Entry;
using yaml::Node;
using yaml::NodePtr;

NodePtr followed(const NodePtr& node) { return node && node->kind == yaml::Kind::alias ? node->target : node; }

// Maps from names to things: a thing that goes takes along what we do not know of it. Other maps are structs, whose unknown fields stay.
bool holds_names(std::string_view key) {
    constexpr std::array<std::string_view, 6> keys{"tasks", "components", "executors", "parameters", "artifacts", "labels"};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

// What stays though it runs empty: the shape needs it.
bool stays_empty(std::string_view key) {
    constexpr std::array<std::string_view, 9> keys{"dag", "tasks", "root", "platforms", "kubernetes", "executors", "deploymentSpec", "components", "pipelineInfo"};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

std::vector<std::string> keys_of(const NodePtr& map) {
    std::vector<std::string> out;
    if (map && map->is_map())
        for (const Entry& entry : map->entries)
            if (entry.key) out.push_back(entry.key->text);
    return out;
}

// same_value does not look at the order of a map, which is the order of tasks and parameters.
bool same(const Node* a, const Node* b) {
    a = yaml::resolve(a);
    b = yaml::resolve(b);
    if (!a || !b) return a == b;
    if (a->kind != b->kind) return false;
    if (a->is_map()) {
        if (a->entries.size() != b->entries.size()) return false;
        for (std::size_t i = 0; i < a->entries.size(); ++i)
            if (a->entries[i].key->text != b->entries[i].key->text || !same(a->entries[i].value.get(), b->entries[i].value.get())) return false;
        return true;
    }
    if (a->is_sequence()) {
        if (a->items.size() != b->items.size()) return false;
        for (std::size_t i = 0; i < a->items.size(); ++i)
            if (!same(a->items[i].get(), b->items[i].get())) return false;
        return true;
    }
    return yaml::same_value(a, b);
}

// Everything that we would write is said by the file's node as well.
bool says(const NodePtr& file_node, const NodePtr& ours) {
    const NodePtr file = followed(file_node);
    if (!file || !ours) return !ours;
    if (ours->is_map()) {
        if (!file->is_map()) return false;
        return std::all_of(ours->entries.begin(), ours->entries.end(), [&](const Entry& entry) { return says(yaml::find(file, entry.key->text), entry.value); });
    }
    if (ours->is_sequence()) {
        if (!file->is_sequence() || file->items.size() != ours->items.size()) return false;
        for (std::size_t i = 0; i < ours->items.size(); ++i)
            if (!says(file->items[i], ours->items[i])) return false;
        return true;
    }
    return file->is_scalar() && file->text == ours->text;
}

NodePtr merged(const NodePtr& file, const NodePtr& before, const NodePtr& after, std::string_view key);

NodePtr like(const NodePtr& old, const NodePtr& wanted) {
    if (old->text == wanted->text && yaml::same_value(old.get(), wanted.get())) return old;
    const bool text = yaml::type_of(*wanted) == yaml::ScalarType::string || wanted->quoted() || wanted->style == yaml::Style::any;
    if (!text || old->style == yaml::Style::plain || !old->tag.empty()) return wanted;
    auto node = std::make_shared<Node>(*yaml::make_string(wanted->text));
    node->style = old->style;
    return node;
}

// New entries stand behind the one that is in front of them in `after`; entries of the file that we do not know keep their neighbour in front.
std::vector<Entry> ordered(const std::vector<Entry>& kept, const std::vector<Entry>& fresh, const std::vector<std::string>& file_order, const std::vector<std::string>& before,
                           const std::vector<std::string>& after) {
    std::vector<Entry> out = kept;
    const auto at = [&](std::string_view key) { return std::find_if(out.begin(), out.end(), [&](const Entry& e) { return e.key && e.key->text == key; }); };
    for (std::size_t i = 0; i < after.size(); ++i) {
        const auto made = std::find_if(fresh.begin(), fresh.end(), [&](const Entry& e) { return e.key->text == after[i]; });
        if (made == fresh.end()) continue;
        auto place = out.end();
        if (i > 0) {
            place = at(after[i - 1]);
            if (place != out.end()) ++place;
        }
        for (std::size_t next = 1; i == 0 && next < after.size() && place == out.end(); ++next) place = at(after[next]);
        out.insert(place, *made);
    }
    const auto restricted = [](const std::vector<std::string>& order, const std::vector<std::string>& to) {
        std::vector<std::string> some;
        for (const std::string& key : order)
            if (std::find(to.begin(), to.end(), key) != to.end()) some.push_back(key);
        return some;
    };
    // The order is changed only where the file's order was ours, and the edit changed it.
    const std::vector<std::string> common = restricted(before, after);
    if (restricted(file_order, before) != restricted(before, file_order) || common == restricted(after, before)) return out;
    std::vector<Entry> sorted;
    std::map<std::string, std::vector<Entry>> behind;    // unknown entries by the known one in front of them
    std::string last;
    for (Entry& entry : out) {
        const std::string name = entry.key ? entry.key->text : std::string();
        if (std::find(after.begin(), after.end(), name) == after.end()) behind[last].push_back(std::move(entry));
        else last = name, behind[name].insert(behind[name].begin(), std::move(entry));
    }
    for (Entry& entry : behind[""]) sorted.push_back(std::move(entry));
    for (const std::string& name : after)
        for (Entry& entry : std::exchange(behind[name], {})) sorted.push_back(std::move(entry));   // a name may stand twice in what was drawn
    return sorted;
}

NodePtr merge_map(const NodePtr& file, const NodePtr& before, const NodePtr& after, std::string_view key) {
    const bool names = holds_names(key);
    const std::vector<std::string> order = keys_of(file), old_keys = keys_of(before), new_keys = keys_of(after);
    std::vector<Entry> kept, fresh;
    bool changed = false;
    for (const Entry& entry : file->entries) {
        const std::string name = entry.key ? entry.key->text : std::string();
        const NodePtr was = yaml::find(before, name), is = yaml::find(after, name);
        if (!was && !is) {
            kept.push_back(entry);
            continue;
        }
        if (was && !is && names) {
            changed = true;
            continue;
        }
        const NodePtr at = followed(entry.value);
        const NodePtr now = merged(at, was, is, name);
        if (now == at) {
            kept.push_back(entry);
            continue;
        }
        changed = true;
        if (now) kept.push_back({entry.key, now});
    }
    for (const std::string& name : new_keys) {
        if (yaml::find_entry(file, name)) continue;
        const NodePtr was = yaml::find(before, name), is = yaml::find(after, name);
        if (was && same(was.get(), is.get())) continue;      // the file says it in another way
        fresh.push_back({yaml::make_string(name), is});
        changed = true;
    }
    std::vector<Entry> entries = ordered(kept, fresh, order, old_keys, new_keys);
    const bool moved = !changed && (entries.size() != file->entries.size() || !std::equal(entries.begin(), entries.end(), file->entries.begin(), [](const Entry& a, const Entry& b) { return a.key == b.key; }));
    if (!changed && !moved) return file;
    if (entries.empty() && !file->entries.empty() && !stays_empty(key)) return nullptr;
    return yaml::make_map(std::move(entries), file->style);
}

// For each item of ours before: the file's item that says it, or -1.
std::vector<int> places_of(const NodePtr& file, const NodePtr& before) {
    std::vector<int> out;
    std::vector<bool> taken(file->items.size(), false);
    for (const NodePtr& item : before ? before->items : std::vector<NodePtr>{}) {
        int found = -1;
        for (std::size_t i = 0; i < file->items.size() && found < 0; ++i)
            if (!taken[i] && says(file->items[i], item)) found = int(i);
        if (found >= 0) taken[std::size_t(found)] = true;
        out.push_back(found);
    }
    if (before && before->items.size() == file->items.size())
        for (std::size_t i = 0; i < out.size(); ++i)
            if (out[i] < 0 && !taken[i]) out[i] = int(i), taken[i] = true;
    return out;
}

std::string name_in(const NodePtr& item) {
    for (const char* key : {"name", "volumeName", "envVar", "key", "mountPath"})
        if (const std::string name = yaml::text_at(item, key); !name.empty()) return name;
    return {};
}

// For each item of ours after: its item before, or -1.
std::vector<int> partners(const NodePtr& before, const NodePtr& after) {
    const std::size_t had = before ? before->items.size() : 0;
    std::vector<int> out(after->items.size(), -1);
    std::vector<bool> taken(had, false);
    const auto pair = [&](const auto& fits) {
        for (std::size_t i = 0; i < out.size(); ++i)
            for (std::size_t k = 0; k < had && out[i] < 0; ++k)
                if (!taken[k] && fits(before->items[k], after->items[i], k, i)) out[i] = int(k), taken[k] = true;
    };
    pair([](const NodePtr& a, const NodePtr& b, std::size_t, std::size_t) { return same(a.get(), b.get()); });
    pair([](const NodePtr& a, const NodePtr& b, std::size_t, std::size_t) { return !name_in(a).empty() && name_in(a) == name_in(b); });
    if (had == after->items.size()) pair([](const NodePtr&, const NodePtr&, std::size_t k, std::size_t i) { return k == i; });
    return out;
}

NodePtr merge_list(const NodePtr& file, const NodePtr& before, const NodePtr& after, std::string_view key) {
    const std::vector<int> places = places_of(file, before), partner = partners(before, after);
    std::vector<bool> ours(file->items.size(), false);
    for (const int place : places)
        if (place >= 0) ours[std::size_t(place)] = true;
    std::vector<NodePtr> items;
    std::size_t next = 0;       // items of the file that we do not know keep their neighbour in front
    const auto unknown_from = [&](std::size_t i) {
        for (next = i; next < ours.size() && !ours[next]; ++next) items.push_back(file->items[next]);
    };
    unknown_from(0);
    for (std::size_t i = 0; i < after->items.size(); ++i) {
        const int was = partner[i], place = was < 0 ? -1 : places[std::size_t(was)];
        if (place < 0) {
            items.push_back(after->items[i]);
            continue;
        }
        const NodePtr& item = file->items[std::size_t(place)];
        const NodePtr at = followed(item), now = merged(at, before->items[std::size_t(was)], after->items[i], {});
        items.push_back(now == at ? item : now ? now : after->items[i]);
        unknown_from(std::size_t(place) + 1);
    }
    for (std::size_t i = 0; i < ours.size(); ++i)      // behind items that went
        if (!ours[i] && std::find(items.begin(), items.end(), file->items[i]) == items.end()) items.push_back(file->items[i]);
    if (items == file->items) return file;
    if (items.empty() && !stays_empty(key)) return nullptr;
    return yaml::make_sequence(std::move(items), file->style);
}

NodePtr merged(const NodePtr& given, const NodePtr& before, const NodePtr& after, std::string_view key) {
    const NodePtr file = followed(given);
    if (before && after && same(before.get(), after.get())) return given;
    if (!file || file->kind == yaml::Kind::null) return after;
    if (!after) {      // gone: only what was ours goes
        if (!before) return given;
        if (file->is_map() && before->is_map()) {
            const NodePtr rest = merge_map(file, before, yaml::make_map({}), key);
            return rest && rest->entries.empty() ? nullptr : rest;
        }
        if (file->is_sequence() && before->is_sequence()) {
            const NodePtr rest = merge_list(file, before, yaml::make_sequence({}), key);
            return rest && rest->items.empty() ? nullptr : rest;
        }
        return nullptr;
    }
    if (file->is_map() && after->is_map()) return merge_map(file, before && before->is_map() ? before : yaml::make_map({}), after, key);
    if (file->is_sequence() && after->is_sequence()) return merge_list(file, before && before->is_sequence() ? before : nullptr, after, key);
    if (file->is_scalar() && after->is_scalar()) return like(file, after);
    return after;
}

}  // namespace

NodePtr merge(const NodePtr& file, const NodePtr& before, const NodePtr& after) { return merged(file, before, after, {}); }

}  // namespace weft::kfp
