// Tasks of a DAG and groups of steps: renamed, changed, added, removed. What did not change keeps its node.
#include "core/model/graph.h"
#include "core/model/unshared.h"
#include "core/targets/argo/build.h"
#include "core/targets/argo/writing.h"

#include <algorithm>
#include <future>
#include <numeric>

namespace weft::argo {
namespace {

using Renames = std::vector<std::pair<std::string, std::string>>;

std::string renamed_words(const std::string& text, const std::string& from, const std::string& to) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string word = text.substr(at, end - at);
        out += word == from ? to : word;
        if (end < text.size()) out += ' ';
        at = end + 1;
    }
    return out;
}

std::string renamed_text(const std::string& key, const std::string& text, const std::string& from, const std::string& to) {
    if (key == "depends") return rename_in_depends(text, from, to);
    if (key == "target") return renamed_words(text, from, to);
    if (key == "dependencies") return text == from ? to : text;
    if (key == "expression" || key == "fromExpression") return rename_in_expression(text, from, to);
    return rename_in_tags(text, from, to);
}

// A look without touching reference counts: most of a large file does not name the task.
bool mentions(const yaml::Node& node, const std::string& name) {
    if (node.is_scalar()) return node.text.find(name) != std::string::npos;
    return std::any_of(node.items.begin(), node.items.end(), [&](const NodePtr& item) { return item && mentions(*item, name); }) ||
           std::any_of(node.entries.begin(), node.entries.end(), [&](const yaml::Entry& entry) { return entry.value && mentions(*entry.value, name); });
}

// A list of thousands is looked through by two threads: a person who renames a task waits for it.
std::vector<char> which_mention(const std::vector<NodePtr>& items, const std::string& name) {
    constexpr std::size_t many = 1000;
    std::vector<char> out(items.size(), 0);
    const auto look = [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) out[i] = items[i] && mentions(*items[i], name);
    };
    const std::size_t half = items.size() < many ? 0 : items.size() / 2;
    std::future<void> other;
    if (half > 0) other = std::async(std::launch::async | std::launch::deferred, look, std::size_t(0), half);
    look(half, items.size());
    if (other.valid()) other.get();
    return out;
}

NodePtr rename_below(const NodePtr& node, const std::string& key, const std::string& from, const std::string& to) {
    if (!node || node->kind == yaml::Kind::alias) return node;
    if (node->is_scalar()) {
        const std::string text = renamed_text(key, node->text, from, to);
        return text == node->text ? node : with_text(node, text);
    }
    std::vector<NodePtr> items;   // a list of thousands is copied once, however many of its items name the task
    const std::vector<char> named = which_mention(node->items, from);
    for (std::size_t i = 0; i < node->items.size(); ++i) {
        if (!named[i]) continue;
        const NodePtr changed = rename_below(node->items[i], key, from, to);
        if (changed == node->items[i]) continue;
        if (items.empty()) items = node->items;
        items[i] = changed;
    }
    NodePtr out = node;
    if (!items.empty()) {
        auto copy = std::make_shared<yaml::Node>(*yaml::with_item(node, 0, items[0]));
        copy->items = std::move(items);
        out = std::move(copy);
    }
    for (const yaml::Entry& entry : node->entries) {
        if (!entry.key || !entry.value || !mentions(*entry.value, from)) continue;
        const NodePtr changed = rename_below(entry.value, entry.key->text, from, to);
        if (changed != entry.value) out = yaml::with_entry(out, entry.key->text, changed);
    }
    return out;
}

using Partners = std::vector<std::ptrdiff_t>;   // partners_of(before, after)

Renames renames_of(const Body& before, const Body& after, const Partners& partners) {
    Renames out;
    for (std::size_t i = 0; i < after.tasks.size(); ++i) {
        if (partners[i] < 0) continue;
        const TaskPtr &was = before.tasks[std::size_t(partners[i])], &now = after.tasks[i];
        if (was == now || was->name == now->name || was->name.empty()) continue;
        if (const Task* first = find_task(before, was->name); first && first->id != was->id) continue;   // references mean the first of a name
        out.emplace_back(was->name, now->name);
    }
    return out;
}

bool any_item_has(const NodePtr& list, const char* key) {
    if (!list) return false;
    return std::any_of(list->items.begin(), list->items.end(), [&](const NodePtr& item) { return yaml::find(item, key) != nullptr; });
}

// Which nodes of the list stand for tasks. The reader made a task of every map, so as many items as tasks are all maps.
std::vector<std::size_t> task_places(const NodePtr& list, std::size_t tasks) {
    if (!list || list->items.size() != tasks) return map_items(list);
    std::vector<std::size_t> out(tasks);
    std::iota(out.begin(), out.end(), std::size_t(0));
    return out;
}

NodePtr new_task(Writing& writing, const Task& task, const Spelling& spelling, bool depends) {
    refuse_beyond_hooks(writing, task);
    const std::optional<KnownUse> known = known_use(writing, task.id);
    if (!known) return dag_task_node(task, spelling, depends ? EdgeStyle::depends : EdgeStyle::dependencies);
    return write_edges(writing, write_task(writing, known->node, known->task, task, spelling), known->task, task, depends);
}

NodePtr new_step(Writing& writing, const Task& task, const Spelling& spelling) {
    refuse_beyond_hooks(writing, task);
    const std::optional<KnownUse> known = known_use(writing, task.id);
    return known ? write_task(writing, known->node, known->task, task, spelling) : step_node(task, spelling);
}

// How the DAG writes edges is asked only where edges change: it takes a look at every task.
struct DagStyle {
    bool named_results = false, depends = false;
};

NodePtr write_dag(Writing& writing, const NodePtr& dag, const Body& before, const Body& after, const Partners& partners, const Spelling& spelling) {
    return sync_entry(dag, "tasks", [&](const NodePtr& list) -> NodePtr {
        const std::vector<std::size_t> places = task_places(list, before.tasks.size());
        const auto known = [&](std::size_t i) { return partners[i] >= 0 && std::size_t(partners[i]) < places.size(); };
        std::vector<NodePtr> written(after.tasks.size());   // of the tasks that changed, edges aside; null = new
        bool edges = false;
        for (std::size_t i = 0; i < after.tasks.size(); ++i) {
            const Task& task = *after.tasks[i];
            if (!known(i)) {
                edges = edges || !task.needs.empty() || !task.depends.empty();
                continue;
            }
            const NodePtr& item = list->items[places[std::size_t(partners[i])]];
            const TaskPtr& was = before.tasks[std::size_t(partners[i])];
            written[i] = was == after.tasks[i] ? item : write_task(writing, followed(item), *was, task, spelling);
            edges = edges || (was != after.tasks[i] && !edges_written(written[i], *was, task));
        }
        DagStyle style;
        if (edges) style.named_results = edge_style(after) == EdgeStyle::depends;
        if (edges) style.depends = style.named_results || any_item_has(list, "depends");
        std::vector<NodePtr> items;
        items.reserve(after.tasks.size());
        for (std::size_t i = 0; i < after.tasks.size(); ++i) {
            if (!known(i)) {
                items.push_back(new_task(writing, *after.tasks[i], spelling, style.depends));
                continue;
            }
            const NodePtr& item = list->items[places[std::size_t(partners[i])]];
            const TaskPtr& was = before.tasks[std::size_t(partners[i])];
            // A task that did not change is touched only where its DAG goes over from dependencies to depends.
            const bool touched = edges && (was != after.tasks[i] || (style.named_results && yaml::find(item, "dependencies")));
            const NodePtr at = followed(item), now = written[i] == item ? at : written[i];
            const NodePtr changed = touched ? write_edges(writing, now, *was, *after.tasks[i], style.depends) : now;
            items.push_back(changed == at ? item : changed);
        }
        if (list && items == list->items) return list;
        return yaml::make_sequence(std::move(items), list ? list->style : yaml::Style::any);
    });
}

struct Step { std::size_t group, index; };

std::vector<Step> step_places(const NodePtr& groups) {
    std::vector<Step> out;
    if (!groups) return out;
    for (std::size_t g = 0; g < groups->items.size(); ++g) {
        const NodePtr group = followed(groups->items[g]);
        if (group && group->is_map()) out.push_back({g, std::size_t(-1)});
        for (const std::size_t i : map_items(group)) out.push_back({g, i});
    }
    return out;
}

// Surviving steps stay in their groups; a group that runs empty goes; each new step is a new last group.
NodePtr write_steps(Writing& writing, const NodePtr& groups, const Body& before, const Body& after, const Partners& partners, const Spelling& spelling) {
    const std::vector<Step> places = step_places(groups);
    std::vector<TaskPtr> wanted(before.tasks.size());   // null = removed
    std::vector<std::size_t> rank(before.tasks.size());
    for (std::size_t i = 0; i < after.tasks.size(); ++i)
        if (partners[i] >= 0) wanted[std::size_t(partners[i])] = after.tasks[i], rank[std::size_t(partners[i])] = i;
    std::vector<NodePtr> outer;
    std::size_t next = 0;
    for (std::size_t g = 0; groups && g < groups->items.size(); ++g) {
        std::vector<std::pair<std::size_t, NodePtr>> ranked;
        const NodePtr group = followed(groups->items[g]);
        bool had = false;
        for (; next < places.size() && places[next].group == g && next < before.tasks.size(); ++next) {
            had = true;
            const TaskPtr& was = before.tasks[next];
            const TaskPtr& now = wanted[next];
            if (!now) continue;
            const NodePtr item = group->is_map() ? group : group->items[places[next].index];
            const NodePtr at = followed(item);
            const NodePtr changed = was == now ? at : write_task(writing, at, *was, *now, spelling);
            ranked.emplace_back(rank[next], changed == at ? item : changed);
        }
        std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        std::vector<NodePtr> inner;
        for (auto& [at, item] : ranked) inner.push_back(std::move(item));
        if (had && inner.empty()) continue;
        if (group->is_map()) outer.push_back(inner.empty() || inner.front() == group ? groups->items[g] : inner.front());
        else outer.push_back(inner == group->items ? groups->items[g] : yaml::make_sequence(std::move(inner), group->style));
    }
    for (std::size_t i = 0; i < after.tasks.size(); ++i)
        if (partners[i] < 0) outer.push_back(yaml::make_sequence({new_step(writing, *after.tasks[i], spelling)}));
    if (groups && outer == groups->items) return groups;
    return yaml::make_sequence(std::move(outer), groups ? groups->style : yaml::Style::any);
}

}  // namespace

std::optional<KnownUse> known_use(const Writing& writing, TaskId id) {
    const Reading& reading = writing.reading;
    const auto without = [](NodePtr node, std::initializer_list<const char*> keys) {
        for (const char* key : keys)
            if (yaml::find_entry(node, key)) node = yaml::without_entry(node, key);
        return node;
    };
    const auto entry = writing.before.entrypoint.empty() ? reading.templates.end() : reading.templates.find(writing.before.entrypoint);
    const std::vector<TaskPtr>& tasks = writing.before.main.tasks;
    for (std::size_t i = 0; entry != reading.templates.end() && i < tasks.size(); ++i) {
        if (tasks[i]->id != id) continue;
        Task task = *tasks[i];
        task.needs.clear();
        task.depends.clear();
        const NodePtr list = yaml::find_path(entry->second.node, "dag/tasks"), groups = yaml::find(entry->second.node, "steps");
        if (const std::vector<std::size_t> items = map_items(list); i < items.size()) return KnownUse{without(fresh_copy(list->items[items[i]]), {"dependencies", "depends"}), task};
        if (const std::vector<Step> steps = step_places(groups); i < steps.size() && steps[i].index != std::size_t(-1))
            return KnownUse{fresh_copy(followed(groups->items[steps[i].group])->items[steps[i].index]), task};
    }
    const std::vector<Handler>& handlers = writing.before.main.handlers;
    for (std::size_t i = 0; i < handlers.size(); ++i) {
        if (handlers[i].task->id != id) continue;
        const Place own = own_handlers_template(reading);
        const NodePtr group = own ? own.item(0).node : nullptr;
        if (const std::vector<std::size_t> items = map_items(group); i < items.size()) return KnownUse{fresh_copy(group->items[items[i]]), as_step(handlers[i])};
        const Place hook = reading.spec.has("onExit") ? Place{} : reading.spec.at("hooks").at("exit");
        if (i == 0 && !own && hook.is_map()) {
            std::vector<yaml::Entry> entries{{yaml::make_string("name"), yaml::make_string(handlers[i].task->name)}};
            const NodePtr copy = without(fresh_copy(hook.node), {"expression"});
            entries.insert(entries.end(), copy->entries.begin(), copy->entries.end());
            return KnownUse{yaml::make_map(std::move(entries)), as_step(handlers[i])};
        }
    }
    return std::nullopt;
}

NodePtr rename_tasks_in(const NodePtr& node, const Renames& renames) {
    NodePtr out = node;
    if (renames.size() == 1) return rename_below(out, "", renames.front().first, renames.front().second);
    // Several at once may swap names: through names that nobody has.
    for (std::size_t i = 0; i < renames.size(); ++i) out = rename_below(out, "", renames[i].first, "weft-renamed-" + std::to_string(i) + "-");
    for (std::size_t i = 0; i < renames.size(); ++i) out = rename_below(out, "", "weft-renamed-" + std::to_string(i) + "-", renames[i].second);
    return out;
}

NodePtr write_body(Writing& writing, const NodePtr& tmpl, const Body& before, const Body& after, bool steps, bool main) {
    if (&before == &after) return tmpl;
    if (!main && !after.handlers.empty())
        writing.refuse({WEFT_TR("core", "in Argo an exit handler belongs to the whole workflow or to one task; the sub-flow `%1` cannot have one"), {yaml::text_at(tmpl, "name")}});
    NodePtr out = tmpl;
    const Partners partners = partners_of(before.tasks, after.tasks);
    if (const Renames renames = renames_of(before, after, partners); !renames.empty()) {
        const char* places[] = {"dag", "steps", "outputs"};
        for (const char* key : places)
            if (const NodePtr part = yaml::find(out, key)) {
                const NodePtr changed = rename_tasks_in(part, renames);
                if (changed != part) out = yaml::with_entry(out, key, changed);
            }
    }
    const Spelling spelling{main, steps};
    if (steps) return sync_entry(out, "steps", [&](const NodePtr& groups) { return write_steps(writing, groups, before, after, partners, spelling); });
    return sync_entry(out, "dag", [&](const NodePtr& dag) { return write_dag(writing, dag, before, after, partners, spelling); });
}

}  // namespace weft::argo
