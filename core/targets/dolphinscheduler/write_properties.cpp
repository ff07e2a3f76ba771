// Property lists: localParams of a task, globalParams of a workflow.
#include <algorithm>

#include "core/targets/dolphinscheduler/words.h"
#include "core/targets/dolphinscheduler/writing.h"

namespace weft::dolphin {
namespace {

struct Wanted {
    std::string name, direct, type;   // type "" = as it was
    std::optional<std::string> value;
    std::string known;                // name of the entry that it was, "" = new
    bool same = false;                // nothing changed
};

NodePtr property_node(const NodePtr& old, const Wanted& wanted) {
    if (!old) {
        return yaml::make_map({{yaml::make_string("prop"), yaml::make_string(wanted.name)},
                               {yaml::make_string("direct"), yaml::make_string(wanted.direct)},
                               {yaml::make_string("type"), yaml::make_string(wanted.type)},
                               {yaml::make_string("value"), wanted.value ? yaml::make_string(*wanted.value) : yaml::make_null()}});
    }
    Map map(old);
    if (yaml::text_at(old, "prop") != wanted.name) map.text("prop", wanted.name);
    if (!wanted.type.empty() && yaml::text_at(old, "type") != wanted.type) map.text("type", wanted.type);
    const NodePtr value = map.at("value");
    const bool was = value && value->is_scalar();
    if (was != wanted.value.has_value() || (was && value->text != *wanted.value)) map.set("value", wanted.value ? like(value, *wanted.value) : yaml::make_null());
    return map.node();
}

bool is_out(const NodePtr& item) { return yaml::text_at(item, "direct") == "OUT"; }

// Slots of one direction take the wanted ones in their order; those of the other direction stay. What is new comes last.
std::vector<NodePtr> filled(const std::vector<NodePtr>& items, bool out, const std::vector<Wanted>& wanted) {
    std::vector<std::size_t> slots;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (is_out(items[i]) == out) slots.push_back(i);
    std::vector<bool> used(slots.size(), false);
    std::vector<int> partner(wanted.size(), -1);
    for (std::size_t j = 0; j < wanted.size(); ++j)
        for (std::size_t k = 0; k < slots.size() && partner[j] < 0; ++k)
            if (!used[k] && yaml::text_at(items[slots[k]], "prop") == wanted[j].name) used[k] = true, partner[j] = int(k);
    for (std::size_t j = 0; j < wanted.size(); ++j)   // renamed: the slot of its place
        if (partner[j] < 0 && j < slots.size() && !used[j] && wanted.size() == slots.size()) used[j] = true, partner[j] = int(j);
    std::vector<NodePtr> out_items;
    std::size_t next = 0;
    const auto made = [&](std::size_t j) { return property_node(partner[j] < 0 ? nullptr : items[slots[std::size_t(partner[j])]], wanted[j]); };
    for (const NodePtr& item : items) {
        if (is_out(item) != out) out_items.push_back(item);
        else if (next < wanted.size()) out_items.push_back(made(next)), ++next;
    }
    for (; next < wanted.size(); ++next) out_items.push_back(made(next));
    return out_items;
}

NodePtr list_node(const NodePtr& old, std::vector<NodePtr> items) {
    if (old && old->items == items) return old;
    return yaml::make_sequence(std::move(items), old && old->is_sequence() ? old->style : yaml::Style::any);
}

const NodePtr& with_name(const std::vector<NodePtr>& items, bool out, const std::string& name) {
    static const NodePtr nothing;
    const auto found = std::find_if(items.begin(), items.end(), [&](const NodePtr& item) { return is_out(item) == out && yaml::text_at(item, "prop") == name; });
    return found == items.end() ? nothing : *found;
}

// The type that is written: the old one while it still fits what the value is.
std::string type_for(const NodePtr& old, const Value& value) {
    const std::string was = yaml::text_at(old, "type");
    const bool plain = value.source == Source::literal && value.plain;
    if (!was.empty() && is_plain_of(type_of_property(was), value.text) == plain) return {};
    if (was.empty() && old && !plain) return {};
    return property_type_of(value);
}

std::vector<NodePtr> items_of(const NodePtr& list) { return list && list->is_sequence() ? list->items : std::vector<NodePtr>(); }

}  // namespace

NodePtr properties_node(const NodePtr& old, const std::vector<Binding>& ins_before, const std::vector<Binding>& ins, const std::vector<Output>& outs_before, const std::vector<Output>& outs) {
    std::vector<NodePtr> items = items_of(old);
    if (ins_before != ins) {
        std::vector<Wanted> wanted;
        for (const Binding& param : ins) {
            const NodePtr& known = with_name(items, false, param.name);
            wanted.push_back({param.name, "IN", type_for(known, param.value), spelled(param.value).value_or(""), {}, false});
            if (known && yaml::find(known, "value") == nullptr && param.value == Value{}) wanted.back().value.reset();
            if (!known && wanted.back().type.empty()) wanted.back().type = "VARCHAR";
        }
        items = filled(items, false, wanted);
    }
    if (outs_before != outs) {
        std::vector<Wanted> wanted;
        for (const Output& output : outs) {
            const NodePtr& known = with_name(items, true, output.name);
            const bool fits = known && type_of_property(yaml::text_at(known, "type")) == output.type;
            wanted.push_back({output.name, "OUT", fits ? "" : property_type(output.type), output.fallback.value_or(""), {}, false});
            if (known && !output.fallback && yaml::text_at(known, "value").empty() && !(yaml::find(known, "value") && yaml::find(known, "value")->is_scalar())) wanted.back().value.reset();
        }
        items = filled(items, true, wanted);
    }
    return list_node(old, std::move(items));
}

NodePtr globals_node(const NodePtr& old, const std::vector<Parameter>&, const std::vector<Parameter>& after) {
    std::vector<NodePtr> items = items_of(old);
    std::vector<Wanted> wanted;
    for (const Parameter& parameter : after) {
        const NodePtr& known = with_name(items, false, parameter.name);
        const bool fits = known && type_of_property(yaml::text_at(known, "type")) == parameter.type;
        Wanted one{parameter.name, "IN", fits ? "" : property_type(parameter.type), std::nullopt, {}, false};
        if (parameter.value) one.value = spelled(*parameter.value).value_or("");
        wanted.push_back(std::move(one));
    }
    return list_node(old, filled(items, false, wanted));
}

}  // namespace weft::dolphin
