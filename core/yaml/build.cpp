// Making new nodes from old ones. A changed node is a fresh copy; its unchanged children are shared.
#include <charconv>

#include "core/yaml/tree.h"

namespace weft::yaml {

namespace {

NodePtr scalar(std::string text, Style style) {
    auto node = std::make_shared<Node>();
    node->kind = Kind::scalar;
    node->style = style;
    node->text = std::move(text);
    return node;
}

// A fresh copy to change. An alias is copied as what it stands for; null and nothing become an empty collection of that kind.
std::shared_ptr<Node> changed(const NodePtr& node, Kind kind) {
    const Node* source = resolve(node.get());
    if (!source || source->kind != kind) {
        auto empty = std::make_shared<Node>();
        empty->kind = kind;
        return empty;
    }
    auto copy = std::make_shared<Node>(*source);
    copy->span = {};
    copy->line = copy->column = 0;
    if (source != node.get()) copy->anchor.clear();
    if (copy->items.empty() && copy->entries.empty()) copy->style = Style::any;  // "[]" that is filled becomes a block where it can
    return copy;
}

std::size_t index_of(const Node& map, std::string_view key) {
    for (std::size_t i = 0; i < map.entries.size(); ++i) {
        const Node* name = resolve(map.entries[i].key.get());
        if (name && name->text == key && (name->kind == Kind::scalar || name->kind == Kind::null)) return i;
    }
    return map.entries.size();
}

}  // namespace

NodePtr make_null() { return std::make_shared<Node>(); }
NodePtr make_string(std::string text) { return scalar(std::move(text), Style::any); }
NodePtr make_plain(std::string text) { return scalar(std::move(text), Style::plain); }

NodePtr make_map(std::vector<Entry> entries, Style style) {
    auto node = std::make_shared<Node>();
    node->kind = Kind::map;
    node->style = style;
    node->entries = std::move(entries);
    return node;
}

NodePtr make_sequence(std::vector<NodePtr> items, Style style) {
    auto node = std::make_shared<Node>();
    node->kind = Kind::sequence;
    node->style = style;
    node->items = std::move(items);
    return node;
}

NodePtr with_entry(const NodePtr& map, std::string_view key, NodePtr value) {
    auto copy = changed(map, Kind::map);
    const std::size_t at = index_of(*copy, key);
    if (at < copy->entries.size()) copy->entries[at].value = std::move(value);
    else copy->entries.push_back({make_string(std::string(key)), std::move(value)});
    return copy;
}

NodePtr with_entry_after(const NodePtr& map, std::string_view after, std::string_view key, NodePtr value) {
    auto copy = changed(map, Kind::map);
    const std::size_t at = index_of(*copy, key);
    if (at < copy->entries.size()) {
        copy->entries[at].value = std::move(value);
        return copy;
    }
    const std::size_t behind = std::min(index_of(*copy, after) + 1, copy->entries.size());
    copy->entries.insert(copy->entries.begin() + long(behind), Entry{make_string(std::string(key)), std::move(value)});
    return copy;
}

NodePtr without_entry(const NodePtr& map, std::string_view key) {
    auto copy = changed(map, Kind::map);
    const std::size_t at = index_of(*copy, key);
    if (at < copy->entries.size()) copy->entries.erase(copy->entries.begin() + long(at));
    return copy;
}

NodePtr with_renamed_key(const NodePtr& map, std::string_view key, std::string_view new_key) {
    auto copy = changed(map, Kind::map);
    const std::size_t at = index_of(*copy, key);
    if (at < copy->entries.size()) copy->entries[at].key = make_string(std::string(new_key));
    return copy;
}

NodePtr with_item(const NodePtr& sequence, std::size_t index, NodePtr item) {
    auto copy = changed(sequence, Kind::sequence);
    if (index < copy->items.size()) copy->items[index] = std::move(item);
    else copy->items.push_back(std::move(item));
    return copy;
}

NodePtr with_inserted(const NodePtr& sequence, std::size_t index, NodePtr item) {
    auto copy = changed(sequence, Kind::sequence);
    copy->items.insert(copy->items.begin() + long(std::min(index, copy->items.size())), std::move(item));
    return copy;
}

NodePtr without_item(const NodePtr& sequence, std::size_t index) {
    auto copy = changed(sequence, Kind::sequence);
    if (index < copy->items.size()) copy->items.erase(copy->items.begin() + long(index));
    return copy;
}

NodePtr with_path(const NodePtr& root, std::string_view path, NodePtr value) {
    if (path.empty()) return value ? value : make_null();
    const std::size_t slash = path.find('/');
    const std::string_view step = path.substr(0, slash);
    const std::string_view rest = slash == path.npos ? std::string_view() : path.substr(slash + 1);
    const Node* node = resolve(root.get());
    if (node && node->kind == Kind::sequence) {
        std::size_t index = node->items.size();
        const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), index);
        if (error != std::errc{} || end != step.data() + step.size() || index > node->items.size()) return root;
        if (rest.empty() && !value) return without_item(root, index);
        const NodePtr old = index < node->items.size() ? node->items[index] : nullptr;
        return with_item(root, index, rest.empty() ? std::move(value) : with_path(old, rest, std::move(value)));
    }
    const Entry* entry = find_entry(root, step);
    if (!value && !entry) return root ? root : make_null();
    if (rest.empty()) return value ? with_entry(root, step, std::move(value)) : without_entry(root, step);
    return with_entry(root, step, with_path(entry ? entry->value : nullptr, rest, std::move(value)));
}

}  // namespace weft::yaml
