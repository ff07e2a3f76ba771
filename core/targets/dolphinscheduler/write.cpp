// The flow goes back into its definition JSON: head, tasks, relations, positions.
#include "core/targets/dolphinscheduler/writing.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "core/targets/dolphinscheduler/format.h"
#include "core/targets/dolphinscheduler/words.h"
#include "core/yaml/writer.h"

namespace weft::dolphin {
namespace {

long long integer(const std::string& text) {
    long long value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

Writing begin(const Flow& before, const Flow& after, const Dag& dag) {
    Writing w{before, after, nodes_of(dag), {}, {}, {}, {}, {}, {}, 0};
    w.last_code = std::max(w.last_code, integer(yaml::text_at(w.nodes.head, "code")));
    if (w.nodes.tasks.root)
        for (const NodePtr& node : w.nodes.tasks.root->items) w.last_code = std::max(w.last_code, integer(yaml::text_at(node, "code")));
    for (const auto& [list, key] : {std::pair{opened(yaml::find(w.nodes.head, "locations")).root, "taskCode"}, std::pair{w.nodes.relations.root, "postTaskCode"}})   // of tasks that are gone
        for (std::size_t i = 0; list && i < list->items.size(); ++i) w.last_code = std::max(w.last_code, integer(yaml::text_at(list->items[i], key)));
    for (std::size_t i = 0; i < before.main.tasks.size() && i < w.nodes.entries.size(); ++i) {
        const Task& task = *before.main.tasks[i];
        w.old[task.id] = &task;
        w.entry[task.id] = &w.nodes.entries[i];
        w.code[task.id] = w.nodes.entries[i].code;
        w.code_before.emplace(task.name, w.nodes.entries[i].code);
    }
    for (const TaskPtr& task : after.main.tasks) {
        if (!w.code.count(task->id)) w.code[task->id] = std::to_string(++w.last_code);
        w.code_after.emplace(task->name, w.code[task->id]);
    }
    for (const TaskPtr& task : before.main.tasks)
        if (std::none_of(after.main.tasks.begin(), after.main.tasks.end(), [&](const TaskPtr& one) { return one->id == task->id; })) w.gone.push_back(w.code[task->id]);
    return w;
}

// Tasks in the order of the flow; entries of other workflows stay where they are.
Result<NodePtr> tasks_node(const Writing& w) {
    std::vector<NodePtr> mine;
    for (const TaskPtr& task : w.after.main.tasks) {
        const auto known = w.entry.find(task->id);
        const Entry* entry = known == w.entry.end() ? nullptr : known->second;
        Result<NodePtr> node = entry && w.old_of(*task) == task.get() ? Result<NodePtr>(entry->node) : task_node(w, *task, entry);
        if (!node) return node;
        node = with_branches(w, *task, *node);
        if (!node) return node;
        mine.push_back(std::move(*node));
    }
    const NodePtr& list = w.nodes.tasks.root;
    std::vector<NodePtr> items;
    std::size_t next = 0;
    bool same = list && list->is_sequence();
    for (std::size_t i = 0; list && i < list->items.size(); ++i) {
        const bool ours = std::any_of(w.nodes.entries.begin(), w.nodes.entries.end(), [&](const Entry& entry) { return entry.index == i; });
        if (!ours) items.push_back(list->items[i]);
        else if (next < mine.size()) items.push_back(mine[next++]);
    }
    while (next < mine.size()) items.push_back(mine[next++]);
    same = same && items == list->items;
    if (same) return list;
    return yaml::make_sequence(std::move(items), list ? list->style : yaml::Style::any);
}

NodePtr locations_node(const Writing& w, const NodePtr& old_node) {
    const Opened list = opened(old_node);
    const auto place = [&](const Flow& flow, const std::string& name) -> const Placement* {
        const auto found = std::find_if(flow.placements.begin(), flow.placements.end(), [&](const Placement& one) { return one.path == name; });
        return found == flow.placements.end() ? nullptr : &*found;
    };
    std::vector<NodePtr> items = list.root && list.root->is_sequence() ? list.root->items : std::vector<NodePtr>();
    const auto item_of = [&](const std::string& code) {
        return std::find_if(items.begin(), items.end(), [&](const NodePtr& item) { return yaml::text_at(item, "taskCode") == code; });
    };
    for (const std::string& code : w.gone)
        if (const auto at = item_of(code); at != items.end()) items.erase(at);
    for (const TaskPtr& task : w.after.main.tasks) {
        const Task* old = w.old_of(*task);
        const Placement* was = old ? place(w.before, old->name) : nullptr;
        const Placement* is = place(w.after, task->name);
        if (was && is ? was->at == is->at : was == is) continue;
        const std::string& code = w.code.at(task->id);
        const auto at = item_of(code);
        if (!is) {
            if (at != items.end()) items.erase(at);
            continue;
        }
        Map item(at == items.end() ? yaml::make_map({{yaml::make_string("taskCode"), code_node(nullptr, code)}}) : *at);
        item.number("x", fmt::format("{}", is->at.x));
        item.number("y", fmt::format("{}", is->at.y));
        if (at == items.end()) items.push_back(item.node());
        else *at = item.node();
    }
    if (list.root ? items == list.root->items : items.empty()) return old_node;
    const NodePtr now = yaml::make_sequence(std::move(items), list.root ? list.root->style : yaml::Style::any);
    return list.root ? list.closed(now) : like(old_node, yaml::write_json(now, 0));
}

NodePtr schedule_node(const Writing& w, const NodePtr& old) {
    if (!w.after.schedule) return yaml::make_null();
    static const Schedule nothing;
    const bool fresh = !old || !old->is_map();
    const Schedule& was = w.before.schedule ? *w.before.schedule : nothing;
    const Schedule& is = *w.after.schedule;
    Map map(fresh ? nullptr : old);
    if (fresh && w.code_after.size() > 0)
        if (const std::string code = yaml::text_at(w.nodes.head, "code"); !code.empty()) map.set(w.old_names() ? "processDefinitionCode" : "workflowDefinitionCode", code_node(nullptr, code));
    const auto text = [&](const char* key, const std::string& before, const std::string& after) {
        if (fresh || before != after) map.text(key, after);
    };
    text("startTime", was.start, is.start);
    text("endTime", was.end, is.end);
    text("timezoneId", was.timezone, is.timezone);
    text("crontab", was.crons.empty() ? "" : was.crons[0], is.crons.empty() ? "" : is.crons[0]);
    if (fresh) map.text("failureStrategy", "CONTINUE");
    if (fresh) map.text("warningType", "NONE");
    if (fresh || was.suspended != is.suspended) map.text("releaseState", is.suspended ? "OFFLINE" : "ONLINE");
    return map.node();
}

Result<NodePtr> head_node(const Writing& w) {
    const Flow &before = w.before, &after = w.after;
    Map head(w.nodes.head);
    if (before.name != after.name) head.text("name", after.name);
    if (before.description != after.description) head.text("description", after.description);
    if (before.timeout != after.timeout) {
        const Result<long> minutes = minutes_of(after.timeout);
        if (!minutes) return tl::unexpected(minutes.error());
        head.number("timeout", std::to_string(*minutes));
    }
    if (before.parameters != after.parameters) {
        const Opened list = opened(head.at("globalParams"));
        const NodePtr now = globals_node(list.root, before.parameters, after.parameters);
        head.set("globalParams", list.root ? list.closed(now) : like(head.at("globalParams"), yaml::write_json(now, 0)));
    }
    const NodePtr locations = head.at("locations"), moved = locations_node(w, locations);
    if (moved != locations) head.set("locations", moved);
    return head.node();
}

}  // namespace

NodePtr Map::at(std::string_view key) const {
    const yaml::Entry* entry = yaml::find_entry(node_, key);
    return entry ? entry->value : nullptr;
}

void Map::set(std::string_view key, NodePtr value) {
    const NodePtr known = at(key);
    if (value && value == known) return;
    if (value) node_ = yaml::with_entry(node_, key, std::move(value));
    else if (known) node_ = yaml::without_entry(node_, key);
}

void Map::text(std::string_view key, const std::string& value) { set(key, like(at(key), value)); }
void Map::number(std::string_view key, const std::string& value) { set(key, like(at(key), value, true)); }

NodePtr code_node(const NodePtr& like_this, const std::string& code) { return like(like_this, code, true); }

Result<std::vector<NodePtr>> write(const Flow& before, const Flow& after, const yaml::Stream& stream, std::size_t flow_index) {
    const std::vector<Dag> all = dags_of(stream);
    if (flow_index >= all.size()) return fail(Message{WEFT_TR("core", "no workflow definition of DolphinScheduler stands in this file")});
    const Dag& dag = all[flow_index];
    const Writing w = begin(before, after, dag);
    NodePtr holder = dag.holder;
    const Result<NodePtr> head = head_node(w);
    if (!head) return tl::unexpected(head.error());
    if (*head != w.nodes.head) holder = dag.head.empty() ? *head : yaml::with_path(holder, dag.head, *head);
    if (before.main.tasks != after.main.tasks) {
        const Result<NodePtr> tasks = tasks_node(w);
        if (!tasks) return tl::unexpected(tasks.error());
        const NodePtr relations = relations_node(w);
        const auto put = [&](const std::string& key, const Opened& list, const NodePtr& now) {
            if (now != list.root) holder = yaml::with_entry(holder, key, list.root || !dag.head.empty() ? list.closed(now) : like(list.outer, yaml::write_json(now, 0)));
        };
        put(dag.tasks, w.nodes.tasks, *tasks);
        put(dag.relations, w.nodes.relations, relations);
    }
    if (before.schedule != after.schedule) {
        if (dag.head.empty() || dag.shared_lists) return fail(Message{WEFT_TR("core", "a schedule stands in an export file of DolphinScheduler, not in this kind of file")});
        holder = yaml::with_entry(holder, "schedule", schedule_node(w, yaml::find(holder, "schedule")));
    }
    std::vector<NodePtr> roots;
    for (const yaml::Document& document : stream.documents) roots.push_back(document.root);
    if (holder != dag.holder) roots[dag.document] = dag.at.empty() ? holder : yaml::with_path(roots[dag.document], dag.at, holder);
    return roots;
}

}  // namespace weft::dolphin
