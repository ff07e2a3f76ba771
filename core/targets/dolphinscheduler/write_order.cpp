// Relations, and what CONDITIONS and SWITCH tasks say of the tasks around them.
#include <algorithm>
#include <set>

#include "core/model/graph.h"
#include "core/targets/dolphinscheduler/derive.h"
#include "core/targets/dolphinscheduler/words.h"
#include "core/targets/dolphinscheduler/writing.h"

namespace weft::dolphin {
namespace {

using Codes = std::set<std::string>;

bool is_implied(const Need& need) { return need.recovers && need.results == implied_failure; }

Codes sources(const Task& task, const std::unordered_map<std::string, std::string>& codes) {
    Codes out;
    for (const Need& need : task.needs)
        if (const auto found = codes.find(need.task); found != codes.end() && !is_implied(need)) out.insert(found->second);
    return out;
}

std::string pre_of(const NodePtr& relation) { return yaml::text_at(relation, "preTaskCode"); }
std::string post_of(const NodePtr& relation) { return yaml::text_at(relation, "postTaskCode"); }

NodePtr relation_node(const Writing& w, const NodePtr& pattern, const std::string& pre, const std::string& post) {
    const auto number = [&](const char* key, const std::string& text) { return like(pattern ? yaml::find(pattern, key) : nullptr, text, true); };
    const auto copied = [&](Map& map, const char* key) {
        if (const NodePtr known = yaml::find(pattern, key); known && known->is_scalar()) map.set(key, like(nullptr, known->text, true));
    };
    Map map(nullptr);
    if (!pattern || yaml::find(pattern, "name")) map.set("name", yaml::make_string(""));
    copied(map, "projectCode");
    const std::string owner = w.old_names() ? "processDefinition" : "workflowDefinition";
    if (pattern) {
        for (const char* word : {"processDefinition", "workflowDefinition"})
            for (const char* part : {"Version", "Code"}) copied(map, (std::string(word) + part).c_str());
    } else if (const std::string code = yaml::text_at(w.nodes.head, "code"); !code.empty()) {
        map.set(owner + "Version", yaml::make_plain("1"));
        if (const std::string project = yaml::text_at(w.nodes.head, "projectCode"); !project.empty()) map.set("projectCode", yaml::make_plain(project));
        map.set(owner + "Code", yaml::make_plain(code));
    }
    map.set("preTaskCode", number("preTaskCode", pre));
    map.set("preTaskVersion", yaml::make_plain(pre == "0" ? "0" : "1"));
    map.set("postTaskCode", number("postTaskCode", post));
    map.set("postTaskVersion", yaml::make_plain("1"));
    if (!pattern || yaml::find(pattern, "conditionType")) map.set("conditionType", yaml::make_string("NONE"));
    if (!pattern || yaml::find(pattern, "conditionParams")) map.set("conditionParams", yaml::make_map({}));
    return map.node();
}

NodePtr code_list(const Writing& w, const NodePtr& old, const std::vector<std::string>& codes) {
    std::vector<NodePtr> items;
    for (const std::string& code : codes) {
        NodePtr known;
        for (std::size_t i = 0; old && i < old->items.size(); ++i)
            if (old->items[i]->text == code) known = old->items[i];
        items.push_back(known ? known : code_node(old && !old->items.empty() ? old->items[0] : nullptr, code));
    }
    (void)w;
    if (old && old->items == items) return old;
    return yaml::make_sequence(std::move(items), old && !old->items.empty() ? old->style : yaml::Style::any);
}

// Tasks that need the gate in this way: their codes in the order of the tasks.
template <class Way> std::vector<std::string> branch(const Body& body, const std::string& gate, const std::unordered_map<TaskId, std::string>& codes, Way&& way) {
    std::vector<std::string> out;
    for (const TaskPtr& task : body.tasks)
        for (const Need& need : task->needs)
            if (need.task == gate && way(need)) {
                if (const auto code = codes.find(task->id); code != codes.end()) out.push_back(code->second);
                break;
            }
    return out;
}

struct Case { std::string code, condition; };
std::vector<Case> cases_of(const Body& body, const std::string& gate, const std::unordered_map<TaskId, std::string>& codes) {
    std::vector<Case> out;
    for (const TaskPtr& task : body.tasks)
        for (const Need& need : task->needs)
            if (need.task == gate && is_met(need)) out.push_back({codes.at(task->id), task->when});
    return out;
}
bool same(const std::vector<Case>& a, const std::vector<Case>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Case& x, const Case& y) { return x.code == y.code && x.condition == y.condition; });
}

// An old case keeps its place and its node; several cases of one task keep theirs while its condition does not change.
NodePtr switch_node(const NodePtr& old, const std::vector<Case>& before, const std::vector<Case>& after) {
    const auto find = [](const std::vector<Case>& all, const std::string& code) -> const Case* {
        const auto found = std::find_if(all.begin(), all.end(), [&](const Case& one) { return one.code == code; });
        return found == all.end() ? nullptr : &*found;
    };
    Map result(old);
    const NodePtr list = result.at("dependTaskList");
    const auto next = [](const NodePtr& item) {
        const NodePtr node = yaml::find(item, "nextNode");
        return node && node->is_sequence() ? (node->items.empty() ? std::string() : node->items[0]->text) : yaml::text_at(item, "nextNode");
    };
    std::vector<NodePtr> items;
    Codes written;
    for (std::size_t i = 0; list && i < list->items.size(); ++i) {
        const std::string code = next(list->items[i]);
        const Case *was = find(before, code), *is = find(after, code);
        if (was && (!is || is->condition.empty())) continue;
        if (is && was && is->condition != was->condition) {
            if (!written.insert(code).second) continue;
            Map changed(list->items[i]);
            changed.text("condition", is->condition);
            items.push_back(changed.node());
            continue;
        }
        written.insert(code);
        items.push_back(list->items[i]);
    }
    std::string otherwise;
    for (const Case& one : after) {
        if (one.condition.empty()) otherwise = one.code;
        else if (!written.count(one.code))
            items.push_back(yaml::make_map({{yaml::make_string("condition"), yaml::make_string(one.condition)}, {yaml::make_string("nextNode"), code_node(nullptr, one.code)}}));
    }
    if (!list || list->items != items) result.set("dependTaskList", yaml::make_sequence(std::move(items), list && !list->items.empty() ? list->style : yaml::Style::any));
    if (otherwise != next(result.node())) result.set("nextNode", otherwise.empty() ? nullptr : code_node(nullptr, otherwise));
    return result.node();
}

Result<NodePtr> with_condition(const Writing& w, const Task& task, const Task* old, const NodePtr& params) {
    Map map(params);
    const Result<NodePtr> dependence = condition_node(w, task, map.at("dependence"));
    if (!dependence) return dependence;
    map.set("dependence", *dependence);
    const auto met = branch(w.after.main, task.name, w.code, is_met), unmet = branch(w.after.main, task.name, w.code, is_unmet);
    const auto met_before = old ? branch(w.before.main, old->name, w.code, is_met) : met, unmet_before = old ? branch(w.before.main, old->name, w.code, is_unmet) : unmet;
    // A file may name a task on both ways, of which the flow holds one: cut off, it goes from both.
    const auto any = [](const Need&) { return true; };
    const auto behind = branch(w.after.main, task.name, w.code, any), behind_before = old ? branch(w.before.main, old->name, w.code, any) : behind;
    const auto cut = [&](const NodePtr& code) {
        const auto has = [&](const std::vector<std::string>& codes) { return std::find(codes.begin(), codes.end(), code->text) != codes.end(); };
        return has(behind_before) && !has(behind);
    };
    Map result(map.at("conditionResult"));
    const auto say = [&](const char* key, const std::vector<std::string>& before, const std::vector<std::string>& now) {
        const NodePtr list = result.at(key);
        if (!old || now != before) return result.set(key, code_list(w, list, now));
        if (!list || std::none_of(list->items.begin(), list->items.end(), cut)) return;
        std::vector<std::string> codes;
        for (const NodePtr& code : list->items)
            if (!cut(code)) codes.push_back(code->text);
        result.set(key, code_list(w, list, codes));
    };
    say("successNode", met_before, met);
    say("failedNode", unmet_before, unmet);
    if (result.node() != map.at("conditionResult")) map.set("conditionResult", result.node());
    return map.node();
}

}  // namespace

NodePtr relations_node(const Writing& w) {
    const NodePtr& list = w.nodes.relations.root;
    std::vector<NodePtr> items = list && list->is_sequence() ? list->items : std::vector<NodePtr>();
    const NodePtr pattern = w.nodes.own_relations.empty() ? nullptr : w.nodes.own_relations.front();
    const Codes gone(w.gone.begin(), w.gone.end());
    std::erase_if(items, [&](const NodePtr& relation) { return gone.count(pre_of(relation)) || gone.count(post_of(relation)); });
    for (const TaskPtr& task : w.after.main.tasks) {
        const Task* old = w.old_of(*task);
        if (old == task.get() && w.gone.empty()) continue;
        const std::string& code = w.code.at(task->id);
        const Codes was = old ? sources(*old, w.code_before) : Codes(), is = sources(*task, w.code_after);
        const bool root_before = std::any_of(items.begin(), items.end(), [&](const NodePtr& relation) { return post_of(relation) == code && pre_of(relation) == "0"; });
        if (was == is && old && !(is.empty() && !root_before)) continue;
        std::erase_if(items, [&](const NodePtr& relation) {
            const std::string pre = pre_of(relation);
            return post_of(relation) == code && ((pre == "0" && !is.empty()) || (was.count(pre) && !is.count(pre)));
        });
        for (const std::string& pre : is)
            if (!was.count(pre)) items.push_back(relation_node(w, pattern, pre, code));
        const bool has = std::any_of(items.begin(), items.end(), [&](const NodePtr& relation) { return post_of(relation) == code; });
        if (is.empty() && !has) items.push_back(relation_node(w, pattern, "0", code));
    }
    if (list && list->items == items) return list;
    return yaml::make_sequence(std::move(items), list && !list->items.empty() ? list->style : yaml::Style::any);
}

Result<NodePtr> with_branches(const Writing& w, const Task& task, const NodePtr& node) {
    const bool conditions = is_type(task, "CONDITIONS");
    if (!conditions && !is_type(task, "SWITCH")) return node;
    const Task* old = w.old_of(task);
    if (old && !is_type(*old, conditions ? "CONDITIONS" : "SWITCH")) old = nullptr;
    const Opened params = opened(yaml::find(node, "taskParams"));
    NodePtr now = params.root;
    if (conditions) {
        const Result<NodePtr> made = with_condition(w, task, old, now);
        if (!made) return made;
        now = *made;
    } else {
        const std::vector<Case> after = cases_of(w.after.main, task.name, w.code), before = old ? cases_of(w.before.main, old->name, w.code) : std::vector<Case>();
        if (!old || !same(before, after)) {
            Map map(now);
            map.set("switchResult", switch_node(map.at("switchResult"), before, after));
            now = map.node();
        }
    }
    if (now == params.root) return node;
    return yaml::with_entry(node, "taskParams", params.closed(now));
}

}  // namespace weft::dolphin
