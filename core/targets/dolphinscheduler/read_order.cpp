// Edges: relations, the conditions of CONDITIONS tasks, the cases of SWITCH tasks.
#include <algorithm>

#include "core/targets/dolphinscheduler/conditions.h"
#include "core/targets/dolphinscheduler/reading.h"
#include "core/targets/dolphinscheduler/words.h"

namespace weft::dolphin {
namespace {

struct Order {
    Reading& reading;
    std::vector<Task>& tasks;
    std::unordered_map<std::string, std::size_t> by_code;

    Task* at(const std::string& code) const {
        const auto found = by_code.find(code);
        return found == by_code.end() ? nullptr : &tasks[found->second];
    }
};

Need* need_of(Task& task, const std::string& name) {
    const auto found = std::find_if(task.needs.begin(), task.needs.end(), [&](const Need& need) { return need.task == name; });
    return found == task.needs.end() ? nullptr : &*found;
}

void set_need(Task& task, const std::string& name, Results results) {
    if (Need* known = need_of(task, name)) known->results = results;
    else task.needs.push_back({name, results, false});
}

void read_relation(Order& order, const NodePtr& relation) {
    Task* from = order.at(yaml::text_at(relation, "preTaskCode"));
    Task* to = order.at(yaml::text_at(relation, "postTaskCode"));
    order.reading.look_over(relation, relation_fields(), "relations", order.reading.nodes.relations.inside ? order.reading.nodes.relations.outer : nullptr);
    if (!from || !to || need_of(*to, from->name)) return;
    to->needs.push_back({from->name, is_type(*to, "CONDITIONS") ? results_completed : results_default, false});
    order.reading.place(join_path(join_path("tasks", to->name) + ".needs", from->name), order.reading.nodes.relations.inside ? order.reading.nodes.relations.outer : relation);
}

// dependItemList as items; those of unknown tasks are left to lint.
std::vector<Item> items_in(const Order& order, const NodePtr& group) {
    std::vector<Item> out;
    if (const NodePtr items = yaml::find(group, "dependItemList"))
        for (const NodePtr& item : items->items)
            if (const Task* task = order.at(yaml::text_at(item, "depTaskCode"))) out.push_back({task->name, yaml::text_at(item, "status") == "FAILURE"});
    return out;
}

bool is_or(const NodePtr& node) { return yaml::text_at(node, "relation") == "OR"; }

void read_condition(Order& order, Task& gate, const NodePtr& params) {
    const NodePtr dependence = opened(yaml::find(params, "dependence")).root, lists = yaml::find(dependence, "dependTaskList");
    Condition condition;
    condition.top_or = is_or(dependence);
    for (std::size_t i = 0; lists && i < lists->items.size(); ++i) condition.groups.emplace_back(is_or(lists->items[i]), items_in(order, lists->items[i]));
    if (!ask(gate, condition)) order.reading.out.kept.push_back(join_path("tasks", gate.name) + ".dependence");
}

void read_branches(Order& order, Task& gate, const NodePtr& params) {
    const NodePtr result = opened(yaml::find(params, "conditionResult")).root;
    const auto branch = [&](const char* key, Results results) {
        const NodePtr nodes = yaml::find(result, key);
        for (std::size_t i = 0; nodes && i < nodes->items.size(); ++i)
            if (Task* task = order.at(nodes->items[i]->text)) set_need(*task, gate.name, results);
    };
    branch("successNode", on_met);
    branch("failedNode", on_unmet);
}

std::string next_node(const NodePtr& map) {
    const NodePtr next = yaml::find(map, "nextNode");
    if (next && next->is_sequence()) return next->items.empty() ? std::string() : next->items[0]->text;
    return next && next->is_scalar() ? next->text : std::string();
}

void read_switch(Order& order, Task& gate, const NodePtr& params) {
    const NodePtr result = opened(yaml::find(params, "switchResult")).root, cases = yaml::find(result, "dependTaskList");
    for (std::size_t i = 0; cases && i < cases->items.size(); ++i) {
        Task* task = order.at(next_node(cases->items[i]));
        if (!task) continue;
        const std::string condition = yaml::text_at(cases->items[i], "condition");
        set_need(*task, gate.name, on_met);
        task->when = task->when.empty() ? condition : "(" + task->when + ") || (" + condition + ")";
        order.reading.place(join_path("tasks", task->name) + ".when", order.reading.nodes.tasks.inside ? order.reading.nodes.tasks.outer : yaml::find(cases->items[i], "condition"));
    }
    if (Task* otherwise = order.at(next_node(result))) set_need(*otherwise, gate.name, on_met);
}

}  // namespace

void read_order(Reading& reading, std::vector<Task>& tasks) {
    Order order{reading, tasks, {}};
    const std::vector<Entry>& entries = reading.nodes.entries;
    for (std::size_t i = 0; i < entries.size(); ++i) order.by_code.emplace(entries[i].code, i);
    for (const NodePtr& relation : reading.nodes.own_relations) read_relation(order, relation);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const bool conditions = is_type(tasks[i], "CONDITIONS");
        if (!conditions && !is_type(tasks[i], "SWITCH")) continue;
        const NodePtr params = opened(yaml::find(entries[i].node, "taskParams")).root;
        if (conditions) read_condition(order, tasks[i], params);
        if (conditions) read_branches(order, tasks[i], params);
        else read_switch(order, tasks[i], params);
    }
}

}  // namespace weft::dolphin
