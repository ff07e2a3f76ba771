// Scalars, maps in order, values.
#include <algorithm>

#include "core/targets/native/settle.h"
#include "core/targets/native/writing.h"

namespace weft::native {
namespace {

const yaml::Node* node_of(const NodePtr& node) { return yaml::resolve(node.get()); }

bool looks_like_number(const std::string& text) {
    const yaml::ScalarType type = yaml::type_of(*yaml::make_plain(text));
    return type == yaml::ScalarType::integer || type == yaml::ScalarType::real;
}

NodePtr flow_map(std::string_view key, NodePtr value) { return yaml::make_map({{yaml::make_string(std::string(key)), std::move(value)}}, yaml::Style::flow); }

// {output: fetch.path}, or {output: {task: …, name: …}} where a dot would be read wrong.
NodePtr pair_node(const NodePtr& old, std::string_view key, const std::string& first, const std::string& second, std::string_view first_key, std::string_view second_key, bool dotted) {
    NodePtr value;
    if (dotted) value = yaml::make_map({{yaml::make_string(std::string(first_key)), yaml::make_string(first)}, {yaml::make_string(std::string(second_key)), yaml::make_string(second)}}, yaml::Style::flow);
    else value = text_node(yaml::find(old, key), first + "." + second);
    const yaml::Node* source = node_of(old);
    return source && source->is_map() && yaml::find_entry(old, key) ? yaml::with_entry(old, key, std::move(value)) : flow_map(key, std::move(value));
}

NodePtr single_node(const NodePtr& old, std::string_view key, const std::string& text) {
    const yaml::Node* source = node_of(old);
    const bool same_form = source && source->is_map() && yaml::find_entry(old, key);
    return same_form ? yaml::with_entry(old, key, text_node(yaml::find(old, key), text)) : flow_map(key, yaml::make_string(text));
}

}  // namespace

std::shared_ptr<yaml::Node> copy_of(const NodePtr& old, yaml::Kind kind) {
    const yaml::Node* source = node_of(old);
    auto node = std::make_shared<yaml::Node>();
    if (source && source->kind == kind) {
        *node = *source;
        node->span = {};
        node->line = node->column = 0;
    }
    node->kind = kind;
    return node;
}

NodePtr MapEdit::at(std::string_view key) const {
    const yaml::Entry* entry = yaml::find_entry(map_, key);
    return entry ? entry->value : nullptr;
}

bool MapEdit::empty() const {
    const yaml::Node* node = node_of(map_);
    return !node || node->entries.empty();
}

void MapEdit::set(std::string_view key, NodePtr value) {
    const yaml::Entry* entry = yaml::find_entry(map_, key);
    if (!value) {
        if (entry) map_ = yaml::without_entry(map_, key);
        return;
    }
    if (entry) {
        if (entry->value != value) map_ = yaml::with_entry(map_, key, std::move(value));
        return;
    }
    // Behind the last entry that comes before it in the format's order.
    auto node = copy_of(map_, yaml::Kind::map);
    const auto rank = [&](std::string_view k) { return std::size_t(std::find(keys_.begin(), keys_.end(), k) - keys_.begin()); };
    std::size_t place = 0;
    for (std::size_t i = 0; i < node->entries.size(); ++i) {
        const yaml::Node* name = node_of(node->entries[i].key);
        if (name && rank(name->text) < rank(key)) place = i + 1;
    }
    // Plain: the format's keys are YAML 1.2 ("on" is a word).
    node->entries.insert(node->entries.begin() + std::ptrdiff_t(place), yaml::Entry{yaml::make_plain(std::string(key)), std::move(value)});
    map_ = std::move(node);
}

NodePtr text_node(const NodePtr& old, const std::string& text) {
    const yaml::Node* source = node_of(old);
    if (!source || !source->is_scalar()) return yaml::make_string(text);
    if (source->text == text && (source->style != yaml::Style::plain || yaml::type_of(*source) == yaml::ScalarType::string)) return old;
    auto node = std::make_shared<yaml::Node>();
    node->kind = yaml::Kind::scalar;
    node->text = text;
    node->anchor = source->anchor;
    const bool lines = text.find('\n') != std::string::npos;
    if (source->quoted() || (source->style == yaml::Style::literal && lines)) node->style = source->style;
    return node;
}

NodePtr text_or_none(const NodePtr& old, const std::string& text) { return text.empty() ? nullptr : text_node(old, text); }

NodePtr scalar_node(const NodePtr& old, const Scalar& scalar) {
    if (!scalar.plain || !is_plain(scalar.text)) return text_node(old, scalar.text);
    return scalar.text.empty() ? yaml::make_null() : yaml::make_plain(scalar.text);
}

NodePtr quantity_node(const NodePtr& old, const std::optional<Scalar>& scalar) {
    if (!scalar) return nullptr;
    const yaml::Node* source = node_of(old);
    const bool quoted = source && source->is_scalar() && source->quoted();
    if (!quoted && (scalar->plain || looks_like_number(scalar->text))) return scalar_node(old, {scalar->text, true});
    return text_node(old, scalar->text);
}

NodePtr truth_node(bool value, bool otherwise) { return value == otherwise ? nullptr : yaml::make_plain(value ? "true" : "false"); }

NodePtr number_node(const std::optional<int>& number) { return number ? yaml::make_plain(std::to_string(*number)) : nullptr; }

NodePtr value_node(const NodePtr& old, const Value& value) {
    switch (value.source) {
        case Source::literal: return scalar_node(old, {value.text, value.plain});
        case Source::text: return text_node(old, value.text);
        case Source::param: return single_node(old, "param", value.name);
        case Source::output: return pair_node(old, "output", value.task, value.name, "task", "name", value.name.find('.') != std::string::npos);
        case Source::secret: return pair_node(old, "secret", value.task, value.name, "name", "key", value.task.find('.') != std::string::npos);
        case Source::status: return single_node(old, "status", "flow");
        case Source::item: return text_node(old, value.name.empty() ? "{{item}}" : "{{item." + value.name + "}}");
    }
    return yaml::make_null();
}

std::vector<int> partners(std::size_t before, std::size_t after, const std::function<bool(std::size_t, std::size_t)>& same_key) {
    std::vector<int> pairs(after, -1);
    std::vector<bool> used(before, false);
    const auto take = [&](std::size_t j, std::size_t i) {
        pairs[j] = int(i);
        used[i] = true;
    };
    for (std::size_t j = 0; j < after && j < before; ++j) {
        if (same_key(j, j)) take(j, j);
    }
    for (std::size_t j = 0; j < after; ++j) {
        for (std::size_t i = 0; i < before && pairs[j] < 0; ++i) {
            if (!used[i] && same_key(i, j)) take(j, i);
        }
    }
    for (std::size_t j = 0; j < after && before == after; ++j) {
        if (pairs[j] < 0 && !used[j]) take(j, j);
    }
    return pairs;
}

NodePtr words_node(const NodePtr& old, const std::vector<Scalar>& before, const std::vector<Scalar>& after) {
    const auto same = [](const Scalar& a, const Scalar& b) { return a == b; };
    return list_node(old, before, after, same, [](const NodePtr& item, const Scalar*, const Scalar& word) { return scalar_node(item, word); }, yaml::Style::flow);
}

NodePtr bindings_node(const NodePtr& old, const std::vector<Binding>& before, const std::vector<Binding>& after) {
    return map_node(
        old, before, after, [](const Binding& binding) { return binding.name; },
        [](const NodePtr& value, const Binding* known, const Binding& wanted) { return known && known->value == wanted.value ? value : value_node(value, wanted.value); });
}

}  // namespace weft::native
