// Tasks, handlers, definitions and bodies.
#include <algorithm>

#include "core/model/environment.h"
#include "core/targets/native/reading.h"
#include "core/targets/native/writing.h"

namespace weft::native {
namespace {

const Definition& own_of(const Task& task) {
    static const Definition nothing;
    return task.own ? *task.own : nothing;
}

// --- what it runs --------------------------------------------------------------------------------------------------------------
NodePtr command_node(const NodePtr& old, const Definition& before, const Definition& after) {
    if (after.shell && after.command.size() == 3) return text_node(old, after.command[2].text);
    return words_node(old, before.shell ? std::vector<Scalar>() : before.command, after.command);
}

std::string wait_text(const Definition& definition) {
    const std::size_t blank = definition.detail.rfind(' ');
    if (!definition.timeout.empty()) return definition.timeout;  // Argo: the duration of a suspend
    return blank == std::string::npos ? "approval" : definition.detail.substr(blank + 1);
}

void write_kind(MapEdit& map, const Definition& before, const Definition& after, const OldTasks& old) {
    static const Definition nothing;
    static const Body empty;
    const bool same_kind = before.kind == after.kind;
    const Definition& known = same_kind ? before : nothing;
    if (!same_kind) {
        for (const char* key : {"command", "script", "interpreter", "http", "wait", "tasks"}) map.set(key, nullptr);
        if (before.kind == DefinitionKind::flow) map.set("handlers", nullptr);
    }
    switch (after.kind) {
        case DefinitionKind::container:
            if (!same_kind || known.command != after.command || known.shell != after.shell) {
                const bool nothing_to_say = after.command.empty() && (!same_kind ? !after.args.empty() : !map.at("command"));
                map.set("command", nothing_to_say ? nullptr : command_node(map.at("command"), known, after));
            }
            break;
        case DefinitionKind::script:
            if (!same_kind || known.source != after.source) map.set("script", text_node(map.at("script"), after.source));
            map.set_if("interpreter", known.command, after.command, [&](const NodePtr& node) { return after.command.empty() ? nullptr : words_node(node, known.command, after.command); });
            break;
        case DefinitionKind::http:
            if (!same_kind || known.detail != after.detail) {
                MapEdit http(map.at("http") ? map.at("http") : yaml::make_map({}), http_keys());
                http.set("url", text_node(http.at("url"), after.detail));
                map.set("http", http.node());
            }
            break;
        case DefinitionKind::wait:
            if (!same_kind || wait_text(known) != wait_text(after)) map.set("wait", text_node(map.at("wait"), wait_text(after)));
            break;
        case DefinitionKind::flow: write_body(map, known.body ? *known.body : empty, after.body ? *after.body : empty, old, true); break;
        case DefinitionKind::resource:
        case DefinitionKind::reference:
        case DefinitionKind::other:
        case DefinitionKind::none: break;
    }
    map.set_if("args", before.args, after.args, [&](const NodePtr& node) { return after.args.empty() ? nullptr : words_node(node, before.args, after.args); });
}

void write_runs(MapEdit& map, const Definition& before, const Definition& after, const OldTasks& old) {
    write_kind(map, before, after, old);
    map.set_if("workingDir", before.working_dir, after.working_dir, [&](const NodePtr& node) { return text_or_none(node, after.working_dir); });
    map.set_if("inputs", before.inputs, after.inputs, [&](const NodePtr& node) { return parameters_node(node, before.inputs, after.inputs); });
    map.set_if("outputs", before.outputs, after.outputs, [&](const NodePtr& node) { return outputs_node(node, before.outputs, after.outputs); });
    map.set_if("parallelism", before.parallelism, after.parallelism, [&](const NodePtr&) { return number_node(after.parallelism); });
    map.set_if("failFast", before.fail_fast, after.fail_fast, [&](const NodePtr&) { return truth_node(after.fail_fast, true); });
}

void write_merged(MapEdit& map, const Merged& before, const Merged& after) {
    map.set_if("environment", before.environment, after.environment, [&](const NodePtr& node) { return environment_node(node, before.environment, after.environment); });
    map.set_if("retry", before.retry, after.retry, [&](const NodePtr& node) { return retry_node(node, before.retry, after.retry); });
    map.set_if("timeout", before.timeout, after.timeout, [&](const NodePtr& node) { return text_or_none(node, after.timeout); });
    map.set_if("files", before.files, after.files, [&](const NodePtr& node) { return files_node(node, before.files, after.files); });
}

// --- one task ------------------------------------------------------------------------------------------------------------------
std::vector<const Handler*> handlers_of(const std::vector<Handler>& handlers) {
    std::vector<const Handler*> found;
    for (const Handler& handler : handlers) {
        if (handler.task) found.push_back(&handler);
    }
    return found;
}

NodePtr handlers_node(const NodePtr& old_list, const std::vector<Handler>& before, const std::vector<Handler>& after, const OldTasks& old);

NodePtr task_node(const OldTask* known, const Task& after, const Handler* handler, const OldTasks& old) {
    static const Task nothing;
    static const Handler always;
    const Task& before = known ? *known->task : nothing;
    MapEdit map(known ? known->node : yaml::make_map({}), handler ? handler_keys() : task_keys());
    if (!known || before.name != after.name) map.set("name", text_node(map.at("name"), after.name));
    map.set_if("description", before.note, after.note, [&](const NodePtr& node) { return text_or_none(node, after.note); });
    map.set_if("use", before.definition, after.definition, [&](const NodePtr& node) { return text_or_none(node, after.definition); });
    if (!after.depends.empty()) {
        if (before.depends.empty()) map.set("needs", nullptr);  // the expression says it all
    } else if (!(before.needs == after.needs) || !before.depends.empty()) map.set("needs", needs_node(map.at("needs"), before.depends.empty() ? before.needs : nothing.needs, after.needs));
    map.set_if("depends", before.depends, after.depends, [&](const NodePtr& node) { return text_or_none(node, after.depends); });
    map.set_if("when", before.when, after.when, [&](const NodePtr& node) { return text_or_none(node, after.when); });
    map.set_if("loop", before.loop, after.loop, [&](const NodePtr& node) { return loop_node(node, before.loop, after.loop); });
    map.set_if("params", before.params, after.params, [&](const NodePtr& node) { return bindings_node(node, before.params, after.params); });
    map.set_if("tolerated", before.tolerated, after.tolerated, [&](const NodePtr&) { return truth_node(after.tolerated, false); });
    map.set_if("muted", before.muted, after.muted, [&](const NodePtr&) { return truth_node(after.muted, false); });
    if (before.own != after.own) write_runs(map, own_of(before), own_of(after), old);
    write_merged(map, merged(before), merged(after));
    if (!(before.handlers == after.handlers)) map.set("handlers", handlers_node(map.at("handlers"), before.handlers, after.handlers, old));

    const Handler& was = known && known->handler ? *known->handler : always;
    const Handler& is = handler ? *handler : always;
    if (was.trigger != is.trigger) {
        static constexpr const char* words[] = {"always", "on-success", "on-failure"};
        map.set("runs", is.trigger == Trigger::always ? nullptr : text_node(map.at("runs"), words[std::size_t(is.trigger)]));
    }
    if (was.warn_only != is.warn_only) map.set("verdict", is.warn_only ? text_node(map.at("verdict"), "warn") : nullptr);
    if (!handler) {
        for (const char* key : {"runs", "verdict"}) map.set(key, nullptr);
    }
    return map.node();
}

bool unchanged(const OldTask& known, const Task& after, const Handler* handler) {
    if (bool(known.handler) != bool(handler)) return false;
    if (handler && (known.handler->trigger != handler->trigger || known.handler->warn_only != handler->warn_only)) return false;
    return known.task == &after || *known.task == after;
}

struct Wanted {
    const Task* task;
    const Handler* handler;
};

// The list of tasks or of handlers. What is no task in it stays behind the item that it followed.
NodePtr tasks_list(const NodePtr& old_list, const std::vector<TaskId>& ids_before, const std::vector<Wanted>& after, const OldTasks& old) {
    const yaml::Node* source = yaml::resolve(old_list.get());
    std::unordered_map<TaskId, std::vector<NodePtr>> strays;
    if (source && source->is_sequence()) {
        std::size_t next = 0;
        TaskId last = 0;
        for (const NodePtr& item : source->items) {
            if (!is_task_node(item)) strays[last].push_back(item);
            else if (next < ids_before.size()) last = ids_before[next++];
        }
    }
    std::vector<NodePtr> items;
    const auto add_strays = [&](TaskId id) {
        const auto found = strays.find(id);
        if (found == strays.end()) return;
        items.insert(items.end(), found->second.begin(), found->second.end());
        strays.erase(found);
    };
    add_strays(0);
    for (const Wanted& wanted : after) {
        const auto known = old.find(wanted.task->id);
        const OldTask* before = known == old.end() ? nullptr : &known->second;
        items.push_back(before && unchanged(*before, *wanted.task, wanted.handler) ? before->node : task_node(before, *wanted.task, wanted.handler, old));
        add_strays(wanted.task->id);
    }
    for (const auto& [id, nodes] : strays) items.insert(items.end(), nodes.begin(), nodes.end());
    if (source && source->is_sequence() && source->items == items) return old_list;
    auto node = copy_of(old_list, yaml::Kind::sequence);
    if (source && source->items.empty()) node->style = yaml::Style::any;  // [] becomes a list of lines
    if (items.empty()) node->style = yaml::Style::flow;
    node->items = std::move(items);
    return node;
}

NodePtr handlers_node(const NodePtr& old_list, const std::vector<Handler>& before, const std::vector<Handler>& after, const OldTasks& old) {
    std::vector<TaskId> ids;
    std::vector<Wanted> wanted;
    for (const Handler* handler : handlers_of(before)) ids.push_back(handler->task->id);
    for (const Handler* handler : handlers_of(after)) wanted.push_back({handler->task.get(), handler});
    const NodePtr list = tasks_list(old_list, ids, wanted, old);
    return list->items.empty() && list != old_list ? nullptr : list;
}

// --- where the old tasks stand -------------------------------------------------------------------------------------------------
void collect_body(const Body& body, const NodePtr& map, OldTasks& old);

void collect_task(const TaskPtr& task, const Handler* handler, const NodePtr& node, OldTasks& old);

void collect_handlers(const std::vector<Handler>& handlers, const NodePtr& map, OldTasks& old) {
    const NodePtr list = yaml::find(map, "handlers");
    std::size_t next = 0;
    if (!list || !list->is_sequence()) return;
    for (const NodePtr& item : list->items) {
        if (!is_task_node(item) || next >= handlers.size()) continue;
        collect_task(handlers[next].task, &handlers[next], item, old);
        ++next;
    }
}

void collect_task(const TaskPtr& task, const Handler* handler, const NodePtr& node, OldTasks& old) {
    if (!task) return;
    old.emplace(task->id, OldTask{task.get(), handler, node});
    if (task->own && task->own->body) collect_body(*task->own->body, node, old);
    else if (!task->handlers.empty()) collect_handlers(task->handlers, node, old);
}

void collect_body(const Body& body, const NodePtr& map, OldTasks& old) {
    const NodePtr list = yaml::find(map, "tasks");
    std::size_t next = 0;
    if (list && list->is_sequence()) {
        for (const NodePtr& item : list->items) {
            if (is_task_node(item) && next < body.tasks.size()) collect_task(body.tasks[next++], nullptr, item, old);
        }
    }
    collect_handlers(body.handlers, map, old);
}

}  // namespace

Merged merged(const Task& task) {
    Merged all{task.environment, task.retry, task.timeout, task.files};
    if (!task.definition.empty() || !task.own) return all;
    const Definition& own = *task.own;
    all.environment = own.environment;
    if (!(task.environment == Environment{})) {
        Flow outer;
        outer.environment = own.environment;
        Task inner;
        inner.environment = task.environment;
        all.environment = effective_environment(outer, inner).merged;
    }
    if (!all.retry) all.retry = own.retry;
    if (all.timeout.empty() && own.kind != DefinitionKind::wait) all.timeout = own.timeout;
    all.files.insert(all.files.begin(), own.files.begin(), own.files.end());
    return all;
}

OldTasks old_tasks(const Flow& before, const NodePtr& root) {
    OldTasks old;
    old.reserve(before.main.tasks.size() * 2);
    collect_body(before.main, root, old);
    const NodePtr definitions = yaml::find(root, "definitions");
    if (!definitions || !definitions->is_map()) return old;
    for (std::size_t i = 0; i < before.definitions.size() && i < definitions->entries.size(); ++i) {
        if (before.definitions[i] && before.definitions[i]->body) collect_body(*before.definitions[i]->body, definitions->entries[i].value, old);
    }
    return old;
}

void write_body(MapEdit& map, const Body& before, const Body& after, const OldTasks& old, bool keep_empty) {
    std::vector<TaskId> ids;
    std::vector<Wanted> wanted;
    for (const TaskPtr& task : before.tasks) {
        if (task) ids.push_back(task->id);
    }
    for (const TaskPtr& task : after.tasks) {
        if (task) wanted.push_back({task.get(), nullptr});
    }
    const NodePtr list = map.at("tasks");
    if (!wanted.empty() || list || keep_empty) {
        const bool nothing = wanted.empty() && ids.empty() && list;
        if (!nothing) map.set("tasks", tasks_list(list, ids, wanted, old));
    }
    if (!after.handlers.empty() || !before.handlers.empty()) map.set("handlers", handlers_node(map.at("handlers"), before.handlers, after.handlers, old));
}

NodePtr definition_node(const NodePtr& old, const Definition& before, const Definition& after, const OldTasks& tasks) {
    MapEdit map(old ? old : yaml::make_map({}), definition_keys());
    write_runs(map, before, after, tasks);
    write_merged(map, {before.environment, before.retry, before.timeout, before.files}, {after.environment, after.retry, after.timeout, after.files});
    return map.node();
}

}  // namespace weft::native
