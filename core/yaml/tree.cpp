#include "core/yaml/tree.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "core/yaml/scalar_types.h"

namespace weft::yaml {

const Node* resolve(const Node* node) {
    while (node && node->kind == Kind::alias) node = node->target.get();
    return node;
}

namespace {
NodePtr followed(NodePtr node) {
    while (node && node->kind == Kind::alias) node = node->target;
    return node;
}
}  // namespace

const Entry* find_entry(const NodePtr& map, std::string_view key) {
    const Node* node = resolve(map.get());
    if (!node || node->kind != Kind::map) return nullptr;
    for (const Entry& entry : node->entries) {
        const Node* name = resolve(entry.key.get());
        if (name && (name->kind == Kind::scalar || name->kind == Kind::null) && name->text == key) return &entry;
    }
    return nullptr;
}

NodePtr find(const NodePtr& map, std::string_view key) {
    const Entry* entry = find_entry(map, key);
    return entry ? followed(entry->value) : nullptr;
}

NodePtr find_path(const NodePtr& root, std::string_view path) {
    NodePtr node = followed(root);
    while (node && !path.empty()) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        const std::string_view step = path.substr(0, slash);
        path.remove_prefix(std::min(slash + 1, path.size()));
        if (node->kind == Kind::sequence) {
            std::size_t index = 0;
            const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), index);
            if (error != std::errc{} || end != step.data() + step.size() || index >= node->items.size()) return nullptr;
            node = followed(node->items[index]);
        } else {
            node = find(node, step);
        }
    }
    return node;
}

std::string text_at(const NodePtr& map, std::string_view key) {
    const NodePtr value = find(map, key);
    return value && value->kind == Kind::scalar ? value->text : std::string();
}

ScalarType type_of(const Node& scalar) {
    if (scalar.kind == Kind::null) return ScalarType::null;
    if (scalar.kind != Kind::scalar) return ScalarType::string;
    if (scalar.tag == "!!str" || scalar.tag == "!" || scalar.tag == "!<tag:yaml.org,2002:str>") return ScalarType::string;
    if (scalar.tag.empty() && scalar.style != Style::plain) return ScalarType::string;
    if (!scalar.tag.empty() && scalar.tag.substr(0, 2) != "!!") return ScalarType::string;
    return core_type(scalar.text);
}

namespace {

std::size_t hash_of(const Node* node) {
    node = resolve(node);
    if (!node || node->kind == Kind::null) return 1;
    std::size_t sum = std::size_t(node->kind) * 31 + 7;
    if (node->kind == Kind::scalar) return type_of(*node) == ScalarType::null ? 1 : std::hash<std::string>()(node->text);
    for (const NodePtr& item : node->items) sum = sum * 1099511628211u + hash_of(item.get());
    for (const Entry& entry : node->entries) sum += hash_of(entry.key.get()) * 31 + hash_of(entry.value.get()) * 17;  // order does not count
    return sum;
}

std::string_view key_text(const Entry& entry) {
    const Node* key = resolve(entry.key.get());
    return key ? std::string_view(key->text) : std::string_view();
}

bool same_maps(const Node& a, const Node& b) {
    if (a.entries.size() != b.entries.size()) return false;
    std::unordered_multimap<std::string_view, const Entry*> left;
    for (std::size_t i = 0; i < a.entries.size(); ++i) {
        const Entry& x = a.entries[i];
        const Entry& y = b.entries[i];
        if (left.empty() && x.key && x.key->kind == Kind::scalar && key_text(x) == key_text(y)) {  // same order: no table needed
            if (!same_value(x.key.get(), y.key.get()) || !same_value(x.value.get(), y.value.get())) return false;
            continue;
        }
        if (left.empty())
            for (std::size_t k = i; k < b.entries.size(); ++k) left.emplace(key_text(b.entries[k]), &b.entries[k]);
        const auto [first, last] = left.equal_range(key_text(x));
        const auto found = std::find_if(first, last, [&](const auto& candidate) {
            return same_value(x.key.get(), candidate.second->key.get()) && same_value(x.value.get(), candidate.second->value.get());
        });
        if (found == last) return false;
        left.erase(found);
    }
    return true;
}

}  // namespace

std::size_t value_hash(const Node* node) { return hash_of(node); }

bool same_value(const Node* a, const Node* b) {
    a = resolve(a);
    b = resolve(b);
    if (a == b) return true;
    const auto none = [](const Node* node) { return !node || node->kind == Kind::null || (node->kind == Kind::scalar && type_of(*node) == ScalarType::null); };
    if (none(a) || none(b)) return none(a) && none(b);
    if (a->kind != b->kind) return false;
    const auto core = [](const std::string& tag) { return tag.empty() || tag.substr(0, 2) == "!!" ? std::string() : tag; };
    if (core(a->tag) != core(b->tag)) return false;
    if (a->kind == Kind::scalar) return a->text == b->text && type_of(*a) == type_of(*b);
    if (a->kind == Kind::map) return same_maps(*a, *b);
    return std::equal(a->items.begin(), a->items.end(), b->items.begin(), b->items.end(),
                      [](const NodePtr& x, const NodePtr& y) { return same_value(x.get(), y.get()); });
}

}  // namespace weft::yaml
