// The flow goes back into pydolphinscheduler's YAML. Tasks know each other by name there.
#include <algorithm>
#include <unordered_map>

#include "core/model/edit.h"
#include "core/targets/dolphinscheduler/conditions.h"
#include "core/targets/dolphinscheduler/derive.h"
#include "core/targets/dolphinscheduler/dolphinscheduler.h"
#include "core/targets/dolphinscheduler/format.h"
#include "core/targets/dolphinscheduler/python.h"
#include "core/targets/dolphinscheduler/settle.h"
#include "core/targets/dolphinscheduler/words.h"
#include "core/targets/dolphinscheduler/writing.h"
#include "core/yaml/writer.h"

namespace weft::dolphin::python {
namespace {

struct Writing {
    const Flow& before;
    const Flow& after;
    std::unordered_map<TaskId, std::pair<const Task*, NodePtr>> old;
    std::unordered_map<std::string, std::string> now;         // old name -> new name; a removed task is missing
    std::unordered_map<std::string, std::string> ids_before, ids_after;   // name -> id, to compare across renames

    const Task* old_of(const Task& task) const {
        const auto found = old.find(task.id);
        return found == old.end() ? nullptr : found->second.first;
    }
};

// A value that YAML itself types, or TYPE(value).
NodePtr value_node(const NodePtr& old, const Value& value, ValueType type = ValueType::string) {
    const Typed was = typed_in(old);
    const std::string text = spelled(value).value_or("");
    const bool plain = value.source == Source::literal && value.plain;
    if (!was.type.empty() && is_plain_of(type_of_property(was.type), text) == plain && type == ValueType::string) return like(old, was.type + "(" + text + ")");
    if (plain) {
        const yaml::Node* source = yaml::resolve(old.get());
        return source && source->style == yaml::Style::plain && source->text == text ? old : yaml::make_plain(text);
    }
    return like(old, text);
}

NodePtr output_node(const NodePtr& old, const Output& output) {
    const Typed was = typed_in(old);
    const std::string text = output.fallback.value_or("");
    if (type_of_property(was.type) == output.type && was.text == text && old) return old;
    if (output.type == ValueType::string && was.type.empty()) return like(old, text);
    const std::string word = type_of_property(was.type) == output.type && !was.type.empty() ? was.type : property_type(output.type);
    return like(old, word + "(" + text + ")");
}

// One entry per name, in the wanted order; a renamed one keeps its place when nothing else changed.
template <class T, class Make>
NodePtr named_map(const NodePtr& old, const std::vector<T>& before, const std::vector<T>& after, Make&& make) {
    if (after.empty()) return nullptr;
    const bool usable = old && old->is_map();
    std::vector<yaml::Entry> entries;
    for (std::size_t j = 0; j < after.size(); ++j) {
        const yaml::Entry* known = usable ? yaml::find_entry(old, after[j].name) : nullptr;
        const bool renamed = !known && usable && before.size() == after.size() && old->entries.size() == before.size() &&
                             std::none_of(after.begin(), after.end(), [&](const T& one) { return one.name == before[j].name; });
        if (renamed) known = &old->entries[j];
        yaml::Entry entry = known ? *known : yaml::Entry{yaml::make_string(after[j].name), nullptr};
        if (renamed) entry.key = like(entry.key, after[j].name);
        entry.value = make(entry.value, after[j]);
        entries.push_back(std::move(entry));
    }
    const bool same = usable && std::equal(entries.begin(), entries.end(), old->entries.begin(), old->entries.end(),
                                           [](const yaml::Entry& a, const yaml::Entry& b) { return a.key == b.key && a.value == b.value; });
    if (same) return old;
    return yaml::make_map(std::move(entries), usable && !old->entries.empty() ? old->style : yaml::Style::any);
}

NodePtr workflow_node(const Writing& w, const NodePtr& old) {
    const Flow &before = w.before, &after = w.after;
    Map head(old);
    if (before.name != after.name) head.text("name", after.name);
    if (before.description != after.description) after.description.empty() ? head.set("description", nullptr) : head.text("description", after.description);
    if (before.timeout != after.timeout) after.timeout.empty() ? head.set("timeout", nullptr) : head.number("timeout", std::to_string(minutes_of(after.timeout).value_or(0)));
    if (before.parameters != after.parameters)
        head.set("param", named_map(head.at("param"), before.parameters, after.parameters, [](const NodePtr& node, const Parameter& p) { return value_node(node, p.value.value_or(Value{})); }));
    if (before.schedule != after.schedule) {
        static const Schedule nothing;
        const Schedule &was = before.schedule ? *before.schedule : nothing, &is = after.schedule ? *after.schedule : nothing;
        const auto text = [&](const char* key, const std::string& a, const std::string& b) {
            if (a != b) b.empty() ? head.set(key, nullptr) : head.text(key, b);
        };
        text("schedule", was.crons.empty() ? "" : was.crons[0], is.crons.empty() ? "" : is.crons[0]);
        text("timezone", was.timezone, is.timezone);
        text("start_time", was.start, is.start);
        text("end_time", was.end, is.end);
        if (was.suspended != is.suspended) head.set("online_schedule", is.suspended ? yaml::make_plain("false") : nullptr);
    }
    return head.node();
}

bool is_branch(const Body& body, const Need& need) {
    const Task* source = find_task(body, need.task);
    return source && (is_type(*source, "CONDITIONS") || is_type(*source, "SWITCH")) && (is_met(need) || is_unmet(need));
}

// What `deps` names: everything that no Condition or Switch says.
std::vector<std::string> wanted_deps(const Writing& w, const Task& task, const std::vector<std::string>& kept) {
    std::vector<std::string> out = kept;
    std::erase_if(out, [&](const std::string& name) { return std::none_of(task.needs.begin(), task.needs.end(), [&](const Need& need) { return need.task == name; }); });
    for (const Need& need : task.needs) {
        if (std::find(out.begin(), out.end(), need.task) != out.end()) continue;
        if (need.recovers && need.results == implied_failure) continue;
        if (is_branch(w.after.main, need)) continue;
        if (is_type(task, "CONDITIONS") && need.results != results_completed) continue;
        out.push_back(need.task);
    }
    return out;
}

std::string text_of(const NodePtr& node) {
    const yaml::Node* said = yaml::resolve(node.get());
    return said && said->is_scalar() ? said->text : std::string();
}

// The list and each of its names may be aliases.
NodePtr deps_node(const Writing& w, const NodePtr& old, const Task& task) {
    std::vector<std::string> kept;
    std::vector<NodePtr> nodes;
    const yaml::Node* said = yaml::resolve(old.get());
    const yaml::Node* list = said && said->is_sequence() ? said : nullptr;
    for (std::size_t i = 0; list && i < list->items.size(); ++i) {
        const std::string name = text_of(list->items[i]);
        const auto found = w.now.find(name);
        if (!w.ids_before.count(name)) {   // a name of nobody stays
            kept.push_back(name);
            nodes.push_back(list->items[i]);
        } else if (found != w.now.end()) {
            kept.push_back(found->second);
            nodes.push_back(list->items[i]);
        }
    }
    const auto node_of = [&](const std::string& name) {
        for (std::size_t i = 0; i < kept.size(); ++i)
            if (kept[i] == name) return like(nodes[i], name);
        return yaml::make_string(name);
    };
    std::vector<std::string> unknown;
    for (const std::string& name : kept)
        if (!w.ids_after.count(name)) unknown.push_back(name);
    std::vector<NodePtr> items;
    for (const std::string& name : unknown) items.push_back(node_of(name));
    for (const std::string& name : wanted_deps(w, task, kept))
        if (w.ids_after.count(name)) items.push_back(node_of(name));
    if (items.empty()) return nullptr;
    if (list && items == list->items) return old;
    return yaml::make_sequence(std::move(items), list && !list->items.empty() ? list->style : yaml::Style::flow);
}

NodePtr renamed_tasks(const Writing& w, const NodePtr& node) {
    const yaml::Node* said = yaml::resolve(node.get());   // an alias names a task as well
    if (!said || (!said->is_map() && !said->is_sequence())) return node;
    auto copy = std::make_shared<yaml::Node>(*said);
    copy->span = {};
    bool changed = false;
    for (NodePtr& item : copy->items) {
        NodePtr now = renamed_tasks(w, item);
        changed = changed || now != item;
        item = std::move(now);
    }
    for (yaml::Entry& entry : copy->entries) {
        NodePtr now = renamed_tasks(w, entry.value);
        if (entry.key->text == "task")
            if (const auto found = w.now.find(text_of(entry.value)); found != w.now.end()) now = like(entry.value, found->second);
        changed = changed || now != entry.value;
        entry.value = std::move(now);
    }
    return changed ? NodePtr(copy) : node;
}

NodePtr item_node(const Item& item) {
    return yaml::make_map({{yaml::make_string("task"), yaml::make_string(item.task)}, {yaml::make_string("flag"), yaml::make_plain(item.failure ? "false" : "true")}});
}

Result<NodePtr> with_condition(const Writing& w, const Task& gate, const Task* old, NodePtr node) {
    Map map(std::move(node));
    const NodePtr groups = map.at("groups");
    if (const NodePtr renamed = renamed_tasks(w, groups); renamed != groups) map.set("groups", renamed);
    const std::optional<Condition> is = condition_of(gate);
    if (!is) return fail(Message{WEFT_TR("core", "a CONDITIONS task takes \"and\" within \"or\" or \"or\" within \"and\", not \"%1\""), {gate.depends}});
    const std::optional<Condition> was = old && is_type(*old, "CONDITIONS") ? coded(*old, w.ids_before) : std::nullopt;
    const bool untouched = old && old->depends == gate.depends && old->needs == gate.needs;
    if (!untouched && !(was && same(*was, *coded(gate, w.ids_after)))) {
        map.text("op", is->top_or ? "or" : "and");
        std::vector<NodePtr> lists;
        for (const auto& [any, items] : is->groups) {
            std::vector<NodePtr> inner;
            for (const Item& item : items) inner.push_back(item_node(item));
            lists.push_back(yaml::make_map({{yaml::make_string("op"), yaml::make_string(any ? "or" : "and")}, {yaml::make_string("groups"), yaml::make_sequence(std::move(inner))}}));
        }
        map.set("groups", yaml::make_sequence(std::move(lists)));
    }
    const auto branch = [&](const char* key, auto way) -> Result<void> {
        std::vector<std::string> names;
        for (const TaskPtr& task : w.after.main.tasks)
            for (const Need& need : task->needs)
                if (need.task == gate.name && way(need)) names.push_back(task->name);
        if (names.size() > 1) return fail(Message{WEFT_TR("core", "a Condition of pydolphinscheduler has one task for each way (%1)"), {gate.name}});
        const std::string now = names.empty() ? std::string() : names[0];
        if (yaml::text_at(map.node(), key) != now) now.empty() ? map.set(key, nullptr) : map.text(key, now);
        return {};
    };
    for (const auto& done : {branch("success_task", is_met), branch("failed_task", is_unmet)})
        if (!done) return tl::unexpected(done.error());
    return map.node();
}

NodePtr with_switch(const Writing& w, const Task& gate, NodePtr node) {
    Map map(std::move(node));
    const NodePtr list = map.at("condition");
    std::vector<NodePtr> items;
    std::vector<std::string> written;
    for (std::size_t i = 0; list && i < list->items.size(); ++i) {
        const std::string name = yaml::text_at(list->items[i], "task");
        if (!w.ids_before.count(name)) {
            items.push_back(list->items[i]);
            continue;
        }
        const auto now = w.now.find(name);
        const Task* task = now == w.now.end() ? nullptr : find_task(w.after.main, now->second);
        if (!task || std::none_of(task->needs.begin(), task->needs.end(), [&](const Need& need) { return need.task == gate.name; })) continue;
        const Task* old = w.old_of(*task);
        Map item(list->items[i]);
        if (name != now->second) item.text("task", now->second);
        if (old && old->when != task->when) {
            if (std::find(written.begin(), written.end(), task->name) != written.end()) continue;
            task->when.empty() ? item.set("condition", nullptr) : item.text("condition", task->when);
        }
        written.push_back(task->name);
        items.push_back(item.node());
    }
    for (const TaskPtr& task : w.after.main.tasks) {
        const bool ours = std::any_of(task->needs.begin(), task->needs.end(), [&](const Need& need) { return need.task == gate.name && is_met(need); });
        if (!ours || std::find(written.begin(), written.end(), task->name) != written.end()) continue;
        std::vector<yaml::Entry> entries{{yaml::make_string("task"), yaml::make_string(task->name)}};
        if (!task->when.empty()) entries.push_back({yaml::make_string("condition"), yaml::make_string(task->when)});
        items.push_back(yaml::make_map(std::move(entries)));
    }
    if (list && items == list->items) return map.node();
    map.set("condition", yaml::make_sequence(std::move(items), list && !list->items.empty() ? list->style : yaml::Style::any));
    return map.node();
}

void set_kind(Map& map, const Definition& was, const Definition& is) {
    const std::string type = type_of(is);
    if (type_of(was) != type) {
        for (const char* key : {"command", "definition", "url", "image", "namespace", "min_cpu_cores", "min_memory_space", "condition", "groups", "op", "success_task", "failed_task"}) map.set(key, nullptr);
        map.text("task_type", *class_of_type(type) ? class_of_type(type) : type);
    }
    const bool fresh = type_of(was) != type;
    if (type == "SHELL" && (fresh || was.source != is.source)) map.text("command", is.source);
    if (type == "PYTHON" && (fresh || was.source != is.source)) map.text("definition", is.source);
    if (type == "HTTP" && (fresh || was.detail != is.detail)) map.text("url", is.detail);
    if (type == "SUB_WORKFLOW" && fresh) map.text("workflow_name", is.detail.substr(std::min(is.detail.find(' ') + 1, is.detail.size())));
    if (type == "K8S") {
        const Environment &a = was.environment, &b = is.environment;
        if (fresh || a.image != b.image) map.text("image", b.image.value_or(""));
        if (fresh) map.text("namespace", "{\"name\":\"default\",\"cluster\":\"default\"}");   // the SDK wants all four
        const auto size = [&](const char* key, const std::optional<Scalar>& x, const std::optional<Scalar>& y, bool memory) {
            if (!fresh && x.has_value() == y.has_value() && (!x || x->text == y->text)) return;
            if (y) map.number(key, number_text(memory ? mebibytes_of(y->text).value_or(0) : cores_of(y->text).value_or(0)));
            else map.set(key, nullptr);
        };
        size("min_cpu_cores", a.cpu, b.cpu, false);
        size("min_memory_space", a.memory, b.memory, true);
    }
    if (fresh && is.kind != DefinitionKind::script) set_words_of(map, is.source);
}

Result<NodePtr> task_node(const Writing& w, const Task& task, const Task* old, const NodePtr& node) {
    static const Task nothing = [] {
        Task made;
        made.own = std::make_shared<const Definition>();
        return made;
    }();
    const Task& was = old ? *old : nothing;
    Map map(node);
    if (was.name != task.name) map.text("name", task.name);
    const Definition &a = *was.own, &b = *task.own;
    set_kind(map, a, b);
    if (was.note != task.note) task.note.empty() ? map.set("description", nullptr) : map.text("description", task.note);
    if (was.muted != task.muted) map.text("flag", task.muted ? "NO" : "YES");
    if (const NodePtr deps = map.at("deps"), now = deps_node(w, deps, task); now != deps) map.set("deps", now);
    if (a.retry != b.retry) {
        map.number("fail_retry_times", b.retry && b.retry->limit ? b.retry->limit->text : "0");
        if (b.retry && (!a.retry || a.retry->delay != b.retry->delay)) map.number("fail_retry_interval", std::to_string(minutes_of(b.retry->delay).value_or(1)));
    }
    if (a.timeout != b.timeout) b.timeout.empty() ? map.set("timeout", nullptr) : map.number("timeout", std::to_string(minutes_of(b.timeout).value_or(0)));
    if (was.params != task.params)
        map.set("input_params", named_map(map.at("input_params"), was.params, task.params, [](const NodePtr& value, const Binding& param) { return value_node(value, param.value); }));
    if (a.outputs != b.outputs) map.set("output_params", named_map(map.at("output_params"), a.outputs, b.outputs, output_node));
    if (is_type(task, "CONDITIONS")) return with_condition(w, task, old, map.node());
    if (is_type(task, "SWITCH")) return with_switch(w, task, map.node());
    return map.node();
}

Result<NodePtr> tasks_node(const Writing& w, const NodePtr& list) {
    std::vector<NodePtr> items;
    for (const NodePtr& item : list->items)
        if (const yaml::Node* node = yaml::resolve(item.get()); !node || !node->is_map()) items.push_back(item);
    for (const TaskPtr& task : w.after.main.tasks) {
        const auto known = w.old.find(task->id);
        const bool old = known != w.old.end();
        Result<NodePtr> node = task_node(w, *task, old ? known->second.first : nullptr, old ? known->second.second : nullptr);
        if (!node) return node;
        items.push_back(std::move(*node));
    }
    if (items == list->items) return list;
    return yaml::make_sequence(std::move(items), list->items.empty() ? yaml::Style::any : list->style);
}

// The SDK looks a branch up when it reads the gate: targets stand first.
void order_gates(const Flow& before, Flow& after) {
    std::unordered_map<TaskId, bool> was_early;
    const auto early = [](const Body& body, std::size_t at) {
        for (std::size_t i = at + 1; i < body.tasks.size(); ++i)
            for (const Need& need : body.tasks[i]->needs)
                if (need.task == body.tasks[at]->name && (is_met(need) || is_unmet(need))) return true;
        return false;
    };
    const auto is_gate = [](const Task& task) { return is_type(task, "CONDITIONS") || is_type(task, "SWITCH"); };
    for (std::size_t i = 0; i < before.main.tasks.size(); ++i)
        if (is_gate(*before.main.tasks[i])) was_early[before.main.tasks[i]->id] = early(before.main, i);
    std::vector<TaskPtr>& tasks = after.main.tasks;
    for (std::size_t round = 0; round < tasks.size(); ++round)
        for (std::size_t i = 0; i < tasks.size(); ++i) {
            if (!is_gate(*tasks[i]) || was_early[tasks[i]->id] || !early(after.main, i)) continue;
            std::size_t last = i;
            for (std::size_t k = i + 1; k < tasks.size(); ++k)
                for (const Need& need : tasks[k]->needs)
                    if (need.task == tasks[i]->name && (is_met(need) || is_unmet(need))) last = k;
            std::rotate(tasks.begin() + long(i), tasks.begin() + long(i) + 1, tasks.begin() + long(last) + 1);
        }
}

}  // namespace

Result<std::vector<NodePtr>> write(const Flow& before, const Flow& after, const yaml::Stream& stream, std::size_t flow_index) {
    const std::size_t document = document_of(stream, flow_index);
    if (document == std::string::npos) return fail(Message{WEFT_TR("core", "no workflow of pydolphinscheduler stands in this file")});
    std::vector<NodePtr> roots;
    for (const yaml::Document& one : stream.documents) roots.push_back(one.root);
    Map root(roots[document]);
    Writing w{before, after, {}, {}, {}, {}};
    const NodePtr list = tasks_of(roots[document]);
    std::size_t next = 0;
    for (const NodePtr& item : list->items) {
        const yaml::Node* node = yaml::resolve(item.get());
        if (!node || !node->is_map() || next >= before.main.tasks.size()) continue;
        const Task& task = *before.main.tasks[next++];
        w.old[task.id] = {&task, item};
    }
    for (const TaskPtr& task : before.main.tasks) w.ids_before.emplace(task->name, std::to_string(task->id));
    for (const TaskPtr& task : after.main.tasks) {
        w.ids_after.emplace(task->name, std::to_string(task->id));
        if (const Task* old = w.old_of(*task)) w.now.emplace(old->name, task->name);
    }
    root.set("workflow", workflow_node(w, root.at("workflow")));
    if (before.main.tasks != after.main.tasks) {
        const Result<NodePtr> tasks = tasks_node(w, list);
        if (!tasks) return tl::unexpected(tasks.error());
        if (*tasks != list) root.set("tasks", *tasks);
    }
    roots[document] = root.node();
    return roots;
}

Result<Flow> settle(const Flow& before, const Flow& after) {
    Result<Flow> flow = settled(before, after, Dialect::python);
    if (!flow) return flow;
    for (const TaskPtr& task : flow->main.tasks) {
        const Task* old = find_task(before, task->id);
        if (old == task.get()) continue;
        for (const Binding& param : task->params) {
            const bool known = old && std::find(old->params.begin(), old->params.end(), param) != old->params.end();
            if (!known && param.value.text.find('(') != std::string::npos && param.value.text.find(')') != std::string::npos)
                return fail(Message{WEFT_TR("core", "pydolphinscheduler takes \"%1\" of task %2 for TYPE(value) and refuses it"), {param.value.text, task->name}});
        }
        const bool other = task->own && task->own->kind == DefinitionKind::other && !is_type(*task, "CONDITIONS") && !is_type(*task, "SWITCH");
        if (!old && other && (before.main.tasks.empty() ? after.format != "pydolphinscheduler" : task->own->source.empty()))
            return fail(Message{WEFT_TR("core", "what a task of type %1 needs stands only in its own file (task %2)"), {type_of(*task->own), task->name}});
    }
    order_gates(before, *flow);
    flow->main = derived(flow->main, flow->parameters);
    return flow;
}

Result<std::string> fresh(const Flow& flow) {
    Flow nothing;
    nothing.format = "pydolphinscheduler";
    Flow wanted = flow;
    wanted.format = nothing.format;
    wanted = number_tasks(std::move(wanted));
    const Result<Flow> settled_flow = settle(nothing, wanted);
    if (!settled_flow) return tl::unexpected(settled_flow.error());
    yaml::Stream stream;
    stream.documents.push_back({yaml::make_map({{yaml::make_string("workflow"), yaml::make_map({{yaml::make_string("name"), yaml::make_string("")}})},
                                                {yaml::make_string("tasks"), yaml::make_sequence({})}}), {}});
    Result<std::vector<NodePtr>> roots = write(nothing, *settled_flow, stream, 0);
    if (!roots) return tl::unexpected(roots.error());
    return yaml::write_yaml(roots->front());
}

}  // namespace weft::dolphin::python

namespace weft {

const Format& pydolphinscheduler_format() {
    static const Format format = [] {
        Format f;
        f.id = "pydolphinscheduler";
        f.title = WEFT_TR("core", "pydolphinscheduler workflow");
        f.abilities.groups = false;
        f.recognises = dolphin::python::recognises;
        f.read = dolphin::python::read;
        f.flow_count = dolphin::python::flow_count;
        f.write = dolphin::python::write;
        f.fresh = dolphin::python::fresh;
        f.settle = dolphin::python::settle;
        return f;
    }();
    return format;
}

}  // namespace weft
