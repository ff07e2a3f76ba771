// Parameters, environment, retry, loop, needs, outputs, files, canvas.
#include <fmt/format.h>

#include "core/targets/native/reading.h"
#include "core/targets/native/writing.h"
#include "core/yaml/reader.h"

namespace weft::native {
namespace {

NodePtr none_if_empty(const MapEdit& map) { return map.empty() ? nullptr : map.node(); }

std::vector<Scalar> words_of(const std::vector<std::string>& texts) {
    std::vector<Scalar> words;
    for (const std::string& text : texts) words.push_back({text, false});
    return words;
}

NodePtr texts_node(const NodePtr& old, const std::vector<std::string>& before, const std::vector<std::string>& after) {
    return after.empty() ? nullptr : words_node(old, words_of(before), words_of(after));
}

NodePtr default_node(const NodePtr& old, const std::optional<Value>& value) { return value ? value_node(old, *value) : nullptr; }

NodePtr parameter_node(const NodePtr& old, const Parameter* before, const Parameter& after) {
    if (before && *before == after) return old;
    const yaml::Node* source = yaml::resolve(old.get());
    const bool plain_form = after.type == ValueType::any && after.description.empty() && after.choices.empty() && !(source && source->is_map());
    if (plain_form) return after.value ? value_node(old, *after.value) : yaml::make_null();
    static const Parameter nothing;
    const Parameter& known = before ? *before : nothing;
    MapEdit map(source && source->is_map() ? old : yaml::make_map({}), parameter_keys());
    const bool scalar_form = !(source && source->is_map());
    if (scalar_form || !(known.value == after.value)) map.set("value", default_node(map.at("value"), after.value));
    map.set_if("type", known.type, after.type, [&](const NodePtr& node) { return type_node(node, after.type); });
    map.set_if("description", known.description, after.description, [&](const NodePtr& node) { return text_or_none(node, after.description); });
    map.set_if("choices", known.choices, after.choices, [&](const NodePtr& node) { return texts_node(node, known.choices, after.choices); });
    return map.empty() ? yaml::make_null() : map.node();
}

std::vector<NodePtr> result_nodes(Results results) {
    std::vector<NodePtr> words;
    Results left = results;
    for (const ResultWord& word : result_words()) {
        if (left == 0 || (left & word.results) != word.results) continue;
        words.push_back(yaml::make_string(std::string(word.word)));
        left &= ~word.results;
    }
    return words;
}

NodePtr need_node(const NodePtr& old, const Need* before, const Need& after) {
    const yaml::Node* source = yaml::resolve(old.get());
    const bool map_form = source && source->is_map();
    if (!map_form && after.results == results_default && !after.recovers) return text_node(old, after.task);
    static const Need nothing;
    const Need& known = before && map_form ? *before : nothing;
    MapEdit map(map_form ? old : yaml::make_map({}, yaml::Style::flow), need_keys());
    map.set_if("task", known.task, after.task, [&](const NodePtr& node) { return text_node(node, after.task); });
    map.set_if("on", known.results, after.results, [&](const NodePtr&) { return after.results == results_default ? nullptr : yaml::make_sequence(result_nodes(after.results), yaml::Style::flow); });
    map.set_if("recovers", known.recovers, after.recovers, [&](const NodePtr&) { return truth_node(after.recovers, false); });
    return map.node();
}

void set_output(MapEdit& map, const Output& known, const Output& after) {
    map.set_if("path", known.path, after.path, [&](const NodePtr& node) { return text_or_none(node, after.path); });
    map.set_if("stdout", known.from == OutputFrom::standard_output, after.from == OutputFrom::standard_output,
               [&](const NodePtr&) { return truth_node(after.from == OutputFrom::standard_output, false); });
    map.set_if("exitCode", known.from == OutputFrom::exit_code, after.from == OutputFrom::exit_code, [&](const NodePtr&) { return truth_node(after.from == OutputFrom::exit_code, false); });
    if (known.from != after.from || !(known.expression == after.expression)) {
        map.set("from", after.from == OutputFrom::expression ? value_node(map.at("from"), after.expression) : nullptr);
    }
    map.set_if("default", known.fallback, after.fallback, [&](const NodePtr& node) { return after.fallback ? text_node(node, *after.fallback) : nullptr; });
    map.set_if("artifact", known.artifact, after.artifact, [&](const NodePtr&) { return truth_node(after.artifact, false); });
    map.set_if("optional", known.optional, after.optional, [&](const NodePtr&) { return truth_node(after.optional, false); });
    map.set_if("type", known.type, after.type, [&](const NodePtr& node) { return type_node(node, after.type); });
}

bool only_a_name(const Output& output) {
    Output bare;
    bare.name = output.name;
    return output == bare;
}

// A list's item is a text or has a plain look: numbers stay numbers, maps come from their JSON text.
NodePtr item_node(const NodePtr& old, const std::string& text) {
    if (text.starts_with('{') || text.starts_with('[')) {
        if (Result<yaml::Stream> parsed = yaml::read_json(text); parsed && !parsed->documents.empty()) {
            // Without places: they are those of another text.
            std::function<NodePtr(const NodePtr&)> bare = [&](const NodePtr& node) -> NodePtr {
                auto copy = copy_of(node, node->kind);
                copy->style = node->is_scalar() && node->style != yaml::Style::plain ? yaml::Style::any : node->is_scalar() ? yaml::Style::plain : yaml::Style::flow;
                for (NodePtr& item : copy->items) item = bare(item);
                for (yaml::Entry& entry : copy->entries) entry = {yaml::make_string(entry.key->text), bare(entry.value)};
                return copy;
            };
            return bare(parsed->documents[0].root);
        }
    }
    return quantity_node(old, Scalar{text, false});
}

// {param: cities}, {output: fetch.list} or {list: text} for the text of a reference.
std::pair<std::string, std::string> list_source(const std::string& text) {
    const auto inner = [&](std::string_view head) { return text.substr(head.size(), text.size() - head.size() - 2); };
    const bool one_tag = text.ends_with("}}") && text.find("{{", 2) == std::string::npos;
    if (one_tag && text.starts_with("{{params.")) return {"param", inner("{{params.")};
    if (one_tag && text.starts_with("{{tasks.")) {
        const std::string rest = inner("{{tasks.");
        const std::size_t at = rest.find(".outputs.");
        const std::string name = at == std::string::npos ? std::string() : rest.substr(at + 9);
        if (!name.empty() && name.find('.') == std::string::npos) return {"output", rest.substr(0, at) + "." + name};
    }
    return {"list", text};
}

std::vector<double> numbers_of(const Placement& placement) { return {placement.at.x, placement.at.y}; }

NodePtr place_node(const NodePtr& old, const Placement* before, const Placement& after) {
    if (before && before->at == after.at) return old;
    return list_node(
        old, before ? numbers_of(*before) : std::vector<double>(), numbers_of(after), [](double a, double b) { return a == b; },
        [](const NodePtr&, const double*, double number) { return yaml::make_plain(fmt::format("{}", number)); }, yaml::Style::flow);
}

}  // namespace

NodePtr parameters_node(const NodePtr& old, const std::vector<Parameter>& before, const std::vector<Parameter>& after) {
    return map_node(old, before, after, [](const Parameter& parameter) { return parameter.name; }, parameter_node);
}

NodePtr environment_node(const NodePtr& old, const Environment& before, const Environment& after) {
    if (before == after) return old;
    MapEdit map(old ? old : yaml::make_map({}), environment_keys());
    for (const TextKey& field : text_keys()) {
        const std::optional<std::string>& wanted = after.*field.member;
        map.set_if(field.key, before.*field.member, wanted, [&](const NodePtr& node) { return wanted ? text_node(node, *wanted) : nullptr; });
    }
    for (const QuantityKey& field : quantity_keys()) {
        const std::optional<Scalar>& wanted = after.*field.member;
        map.set_if(field.key, before.*field.member, wanted, [&](const NodePtr& node) { return quantity_node(node, wanted); });
    }
    map.set_if("pullSecrets", before.pull_secrets, after.pull_secrets, [&](const NodePtr& node) { return texts_node(node, before.pull_secrets, after.pull_secrets); });
    map.set_if("env", before.env, after.env, [&](const NodePtr& node) { return bindings_node(node, before.env, after.env); });
    map.set_if("nodeSelector", before.node_selector, after.node_selector, [&](const NodePtr& node) { return bindings_node(node, before.node_selector, after.node_selector); });
    map.set_if("volumes", before.volumes, after.volumes, [&](const NodePtr& node) { return volumes_node(node, before.volumes, after.volumes); });
    map.set_if("tolerations", before.tolerations, after.tolerations, [&](const NodePtr& node) { return tolerations_node(node, before.tolerations, after.tolerations); });
    return none_if_empty(map);
}

NodePtr retry_node(const NodePtr& old, const std::optional<Retry>& before, const std::optional<Retry>& after) {
    if (!after) return nullptr;
    static const Retry nothing;
    const yaml::Node* source = yaml::resolve(old.get());
    Retry only_limit;
    only_limit.limit = after->limit;
    if (source && source->is_scalar() && *after == only_limit && after->limit) return quantity_node(old, after->limit);
    const bool map_form = source && source->is_map();
    const Retry& known = before && map_form ? *before : nothing;
    MapEdit map(map_form ? old : yaml::make_map({}, source ? yaml::Style::flow : yaml::Style::any), retry_keys());
    map.set_if("limit", known.limit, after->limit, [&](const NodePtr& node) { return quantity_node(node, after->limit); });
    map.set_if("delay", known.delay, after->delay, [&](const NodePtr& node) { return text_or_none(node, after->delay); });
    map.set_if("factor", known.factor, after->factor, [&](const NodePtr&) { return after->factor ? yaml::make_plain(fmt::format("{}", *after->factor)) : nullptr; });
    map.set_if("maxDelay", known.max_delay, after->max_delay, [&](const NodePtr& node) { return text_or_none(node, after->max_delay); });
    map.set_if("policy", known.policy, after->policy, [&](const NodePtr& node) { return text_or_none(node, after->policy); });
    return map.node() ? map.node() : yaml::make_map({}, yaml::Style::flow);
}

NodePtr loop_node(const NodePtr& old, const std::optional<Loop>& before, const std::optional<Loop>& after) {
    if (!after) return nullptr;
    const auto same = [](const std::string& a, const std::string& b) { return a == b; };
    const auto make = [](const NodePtr& item, const std::string*, const std::string& text) { return item_node(item, text); };
    const bool items_before = before && before->over == Loop::Over::items;
    const std::vector<std::string> known = items_before ? before->items : std::vector<std::string>();
    const yaml::Node* source = yaml::resolve(old.get());
    if (after->over == Loop::Over::items && source && source->is_sequence() && !after->parallelism) return list_node(old, known, after->items, same, make, yaml::Style::flow);
    MapEdit map(before && before->over == after->over && source && source->is_map() ? old : yaml::make_map({}, yaml::Style::flow), loop_keys());
    if (std::optional<int> at_once = before ? before->parallelism : std::nullopt; at_once != after->parallelism || !map.at("parallelism")) map.set("parallelism", number_node(after->parallelism));
    switch (after->over) {
        case Loop::Over::items: map.set("items", list_node(map.at("items"), known, after->items, same, make, yaml::Style::flow)); break;
        case Loop::Over::param: {
            const auto [key, text] = list_source(after->param);
            for (const char* other : {"param", "output", "list"}) {
                if (key != other) map.set(other, nullptr);
            }
            map.set(key, text_node(map.at(key), text));
            break;
        }
        case Loop::Over::sequence: {
            const auto bound = [&](const char* key, const Scalar& scalar) {
                map.set(key, scalar.text.empty() ? nullptr : yaml::text_at(map.node(), key) == scalar.text ? map.at(key) : scalar_node(map.at(key), scalar));
            };
            bound("count", after->count);
            bound("from", after->start);
            bound("to", after->end);
            if (yaml::text_at(map.node(), "format") != after->format) map.set("format", text_or_none(map.at("format"), after->format));
            break;
        }
    }
    return map.node();
}

NodePtr needs_node(const NodePtr& old, const std::vector<Need>& before, const std::vector<Need>& after) {
    if (after.empty()) return nullptr;
    const yaml::Node* source = yaml::resolve(old.get());
    if (source && source->is_scalar() && after.size() == 1 && after[0].results == results_default && !after[0].recovers) return text_node(old, after[0].task);
    NodePtr list = old;
    if (source && source->is_scalar()) {  // needs: fetch  ->  needs: [fetch, clean]
        auto bare = std::make_shared<yaml::Node>(*source);
        bare->span = {};
        list = yaml::make_sequence({std::move(bare)}, yaml::Style::flow);
    }
    return list_node(list, before, after, [](const Need& a, const Need& b) { return a.task == b.task; }, need_node, yaml::Style::flow);
}

NodePtr outputs_node(const NodePtr& old, const std::vector<Output>& before, const std::vector<Output>& after) {
    if (after.empty()) return nullptr;
    static const Output nothing;
    const yaml::Node* source = yaml::resolve(old.get());
    if (source && source->is_map()) {
        return map_node(
            old, before, after, [](const Output& output) { return output.name; },
            [](const NodePtr& value, const Output* known, const Output& wanted) -> NodePtr {
                if (known && *known == wanted) return value;
                const yaml::Node* form = yaml::resolve(value.get());
                MapEdit map(form && form->is_map() ? value : yaml::make_map({}, yaml::Style::flow), output_keys());
                set_output(map, known ? *known : nothing, wanted);
                return map.empty() ? yaml::make_null() : map.node();
            });
    }
    const auto make = [](const NodePtr& item, const Output* known, const Output& wanted) -> NodePtr {
        const yaml::Node* form = yaml::resolve(item.get());
        if ((!form || form->is_scalar()) && only_a_name(wanted)) return text_node(item, wanted.name);
        const bool map_form = form && form->is_map();
        MapEdit map(map_form ? item : yaml::make_map({}, yaml::Style::flow), output_keys());
        if (yaml::text_at(map.node(), "name") != wanted.name) map.set("name", text_node(map.at("name"), wanted.name));
        set_output(map, known && map_form ? *known : nothing, wanted);
        return map.node();
    };
    return list_node(old, before, after, [](const Output& a, const Output& b) { return a.name == b.name; }, make, yaml::Style::flow);
}

NodePtr files_node(const NodePtr& old, const std::vector<InputFile>& before, const std::vector<InputFile>& after) {
    static const InputFile nothing;
    return map_node(
        old, before, after, [](const InputFile& file) { return file.name; },
        [](const NodePtr& value, const InputFile* known_file, const InputFile& wanted) -> NodePtr {
            if (known_file && *known_file == wanted) return value;
            const yaml::Node* form = yaml::resolve(value.get());
            const bool map_form = form && form->is_map();
            const InputFile& known = known_file && map_form ? *known_file : nothing;
            MapEdit map(map_form ? value : yaml::make_map({}), file_keys());
            map.set_if("path", known.path, wanted.path, [&](const NodePtr& node) { return text_or_none(node, wanted.path); });
            map.set_if("from", known.from, wanted.from, [&](const NodePtr& node) { return default_node(node, wanted.from); });
            map.set_if("content", known.raw, wanted.raw, [&](const NodePtr& node) { return wanted.raw ? text_node(node, *wanted.raw) : nullptr; });
            map.set_if("optional", known.optional, wanted.optional, [&](const NodePtr&) { return truth_node(wanted.optional, false); });
            return map.node();
        });
}

NodePtr canvas_node(const NodePtr& old, const std::vector<Placement>& before, const std::vector<Placement>& after) {
    if (before == after) return old;
    // Entries that the reader could not use are no placements; they stay where they are.
    const std::vector<int> pairs = partners(before.size(), after.size(), [&](std::size_t i, std::size_t j) { return before[i].path == after[j].path; });
    std::vector<int> after_of(before.size(), -1);
    for (std::size_t j = 0; j < after.size(); ++j) {
        if (pairs[j] >= 0) after_of[std::size_t(pairs[j])] = int(j);
    }
    auto map = copy_of(old, yaml::Kind::map);
    std::vector<yaml::Entry> entries;
    std::size_t next = 0;
    for (const yaml::Entry& entry : map->entries) {
        const yaml::Node* key = yaml::resolve(entry.key.get());
        if (next >= before.size() || !key || key->text != before[next].path) {
            entries.push_back(entry);
            continue;
        }
        const int j = after_of[next];
        if (j >= 0) {
            const Placement& wanted = after[std::size_t(j)];
            entries.push_back({before[next].path == wanted.path ? entry.key : text_node(entry.key, wanted.path), place_node(entry.value, &before[next], wanted)});
        }
        ++next;
    }
    for (std::size_t j = 0; j < after.size(); ++j) {
        if (pairs[j] < 0) entries.push_back({yaml::make_string(after[j].path), place_node(nullptr, nullptr, after[j])});
    }
    if (entries.empty()) return nullptr;
    map->entries = std::move(entries);
    return map;
}

}  // namespace weft::native
