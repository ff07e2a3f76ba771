// The condition of a CONDITIONS task as its `dependence`.
#include "core/targets/dolphinscheduler/conditions.h"
#include "core/targets/dolphinscheduler/words.h"
#include "core/targets/dolphinscheduler/writing.h"

namespace weft::dolphin {
namespace {

NodePtr item_node(const NodePtr& old_group, const Item& item) {
    const NodePtr items = yaml::find(old_group, "dependItemList");
    const std::string status = item.failure ? "FAILURE" : "SUCCESS";
    for (std::size_t i = 0; items && i < items->items.size(); ++i) {
        if (yaml::text_at(items->items[i], "depTaskCode") != item.task) continue;
        Map known(items->items[i]);
        if (yaml::text_at(known.node(), "status") != status) known.text("status", status);
        return known.node();
    }
    return yaml::make_map({{yaml::make_string("depTaskCode"), code_node(nullptr, item.task)}, {yaml::make_string("status"), yaml::make_string(status)}});
}

NodePtr group_node(const NodePtr& old, bool any, const std::vector<Item>& items) {
    Map group(old);
    const std::string relation = any ? "OR" : "AND";
    if (yaml::text_at(group.node(), "relation") != relation && !(items.size() < 2 && !yaml::text_at(group.node(), "relation").empty())) group.text("relation", relation);
    std::vector<NodePtr> nodes;
    for (const Item& item : items) nodes.push_back(item_node(old, item));
    const NodePtr list = group.at("dependItemList");
    group.set("dependItemList", yaml::make_sequence(std::move(nodes), list && !list->items.empty() ? list->style : yaml::Style::any));
    return group.node();
}

}  // namespace

Result<NodePtr> condition_node(const Writing& w, const Task& gate, const NodePtr& old) {
    const Task* before = w.old_of(gate);
    const std::optional<Condition> is = coded(gate, w.code_after);
    if (before && is_type(*before, "CONDITIONS") && before->depends == gate.depends && before->needs == gate.needs && w.gone.empty()) return old;
    const std::optional<Condition> was = before && is_type(*before, "CONDITIONS") ? coded(*before, w.code_before) : std::nullopt;
    if (is && was && same(*is, *was)) return old;
    if (!is) return fail(Message{WEFT_TR("core", "a CONDITIONS task takes \"and\" within \"or\" or \"or\" within \"and\", not \"%1\""), {gate.depends}});
    const Opened dependence = opened(old);
    Map map(dependence.root);
    map.text("relation", is->top_or ? "OR" : "AND");
    const NodePtr lists = map.at("dependTaskList");
    std::vector<NodePtr> groups;
    for (std::size_t i = 0; i < is->groups.size(); ++i)
        groups.push_back(group_node(lists && i < lists->items.size() ? lists->items[i] : nullptr, is->groups[i].first, is->groups[i].second));
    map.set("dependTaskList", yaml::make_sequence(std::move(groups), lists && !lists->items.empty() ? lists->style : yaml::Style::any));
    return dependence.inside ? dependence.closed(map.node()) : map.node();
}

}  // namespace weft::dolphin
