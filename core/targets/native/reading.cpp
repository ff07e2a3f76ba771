#include "core/targets/native/reading.h"

#include <algorithm>
#include <charconv>

namespace weft::native {
namespace {

using yaml::NodePtr;
using yaml::ScalarType;

NodePtr followed(NodePtr node) {
    while (node && node->kind == yaml::Kind::alias) node = node->target;
    return node;
}

Spot child(const Spot& parent, NodePtr node, NodePtr key, const std::string& step) {
    Spot spot;
    spot.node = followed(std::move(node));
    spot.key = std::move(key);
    spot.reachable = parent.reachable && step.find('/') == std::string::npos && !step.empty();
    spot.tree = parent.tree.empty() ? step : parent.tree + '/' + step;
    return spot;
}

std::string shown(const yaml::Node& node) { return node.text.size() > 60 ? node.text.substr(0, 60) + "…" : node.text; }

std::string listed(const Keys& keys) {
    std::string out;
    for (const std::string_view key : keys) out += (out.empty() ? "" : ", ") + std::string(key);
    return out;
}

}  // namespace

std::string key_text(const Spot& spot) {
    const yaml::Node* key = yaml::resolve(spot.key.get());
    return key ? key->text : std::string();
}

Scalar scalar_of(const yaml::Node& node) {
    return {node.text, node.kind == yaml::Kind::null || (node.style == yaml::Style::plain && yaml::type_of(node) != ScalarType::string)};
}

bool is_task_node(const NodePtr& node) {
    const yaml::Node* resolved = yaml::resolve(node.get());
    return resolved && resolved->is_map();
}

Spot Reading::at(const Spot& map, std::string_view key) const {
    const yaml::Entry* entry = map.node ? yaml::find_entry(map.node, key) : nullptr;
    return entry ? child(map, entry->value, entry->key, std::string(key)) : Spot{};
}

std::vector<Spot> Reading::entries(const Spot& map) const {
    std::vector<Spot> found;
    if (!map.is_map()) return found;
    for (const yaml::Entry& entry : map.node->entries) {
        const yaml::Node* key = yaml::resolve(entry.key.get());
        found.push_back(child(map, entry.value, entry.key, key ? key->text : std::string()));
    }
    return found;
}

std::vector<Spot> Reading::items(const Spot& list) const {
    std::vector<Spot> found;
    if (!list.is_list()) return found;
    for (std::size_t i = 0; i < list.node->items.size(); ++i) found.push_back(child(list, list.node->items[i], nullptr, std::to_string(i)));
    return found;
}

void Reading::place(const std::string& path, const Spot& spot) {
    if (spot.node) out.places.add(path, spot.node, spot.reachable ? spot.tree : std::string(), document);
}

void Reading::place_key(const std::string& path, const Spot& spot) {
    if (spot.key) out.places.add(path, spot.key, spot.reachable ? spot.tree : std::string(), document);
}

void Reading::issue(const char* rule, Message what, const Spot& at) {
    const yaml::Node* node = at.key ? at.key.get() : at.node.get();
    if (!node) return;
    out.issues.push_back({rule, std::move(what), node->span, node->line, node->column});
}

bool Reading::want_map(const Spot& spot, std::string_view name) {
    if (spot && !spot.is_map()) issue("yaml/wrong-type", {WEFT_TR("core", "\"%1\" must be a map (key: value)"), {std::string(name)}}, spot);
    return spot.is_map();
}

bool Reading::want_list(const Spot& spot, std::string_view name) {
    if (spot && !spot.is_list()) issue("yaml/wrong-type", {WEFT_TR("core", "\"%1\" must be a list (- item, or [a, b])"), {std::string(name)}}, spot);
    return spot.is_list();
}

void Reading::check_keys(const Spot& map, const Keys& known) {
    if (!map.is_map()) return;
    for (const yaml::Entry& field : map.node->entries) {
        const yaml::Node* name = yaml::resolve(field.key.get());
        const std::string key = name ? name->text : std::string();
        if (holds(known, key) || key == "<<" || key.starts_with("x-")) continue;
        const Spot entry = child(map, field.value, field.key, key);
        if (const std::string_view ours = instead_of(key); !ours.empty() && holds(known, ours.substr(0, ours.find('.')))) {
            issue("yaml/unknown-field", {WEFT_TR("core", "unknown field \"%1\": here it is called \"%2\""), {key, std::string(ours)}}, entry);
        } else if (const std::string_view near = nearest(key, known); !near.empty()) {
            issue("yaml/unknown-field", {WEFT_TR("core", "unknown field \"%1\": did you mean \"%2\"?"), {key, std::string(near)}}, entry);
        } else {
            issue("yaml/unknown-field", {WEFT_TR("core", "unknown field \"%1\": known here are %2"), {key, listed(known)}}, entry);
        }
    }
}

std::optional<Scalar> Reading::scalar(const Spot& map, std::string_view key) {
    const Spot spot = at(map, key);
    if (!spot) return std::nullopt;
    if (spot.is_scalar()) return scalar_of(*spot.node);
    issue("yaml/wrong-type", {WEFT_TR("core", "\"%1\" must be one value, neither a list nor a map"), {std::string(key)}}, spot);
    return std::nullopt;
}

std::optional<std::string> Reading::optional_text(const Spot& map, std::string_view key) {
    const std::optional<Scalar> value = scalar(map, key);
    return value ? std::optional(value->text) : std::nullopt;
}

std::string Reading::text(const Spot& map, std::string_view key) { return optional_text(map, key).value_or(std::string()); }

bool Reading::truth(const Spot& map, std::string_view key, bool otherwise) {
    const Spot spot = at(map, key);
    if (!spot) return otherwise;
    if (spot.is_scalar() && yaml::type_of(*spot.node) == ScalarType::boolean) return spot.node->text.front() == 't' || spot.node->text.front() == 'T';
    issue("yaml/wrong-type", {WEFT_TR("core", "\"%1\" must be true or false, not \"%2\""), {std::string(key), shown(*spot.node)}}, spot);
    return otherwise;
}

std::optional<int> Reading::number(const Spot& map, std::string_view key) {
    const Spot spot = at(map, key);
    if (!spot) return std::nullopt;
    int value = 0;
    const std::string& text = spot.node->text;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (spot.is_scalar() && problem == std::errc() && end == text.data() + text.size() && value >= 0) return value;
    issue("yaml/wrong-type", {WEFT_TR("core", "\"%1\" must be a whole number, not \"%2\""), {std::string(key), shown(*spot.node)}}, spot);
    return std::nullopt;
}

std::size_t Reading::choice(const Spot& map, std::string_view key, const Keys& allowed) {
    const Spot spot = at(map, key);
    if (!spot) return 0;
    const auto found = std::find(allowed.begin(), allowed.end(), spot.is_scalar() ? std::string_view(spot.node->text) : std::string_view());
    if (found != allowed.end()) return std::size_t(found - allowed.begin());
    issue("yaml/wrong-type", {WEFT_TR("core", "\"%1\" must be one of %2, not \"%3\""), {std::string(key), listed(allowed), shown(*spot.node)}}, spot);
    return 0;
}

}  // namespace weft::native
