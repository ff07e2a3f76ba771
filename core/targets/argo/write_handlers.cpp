// Exit handlers back into spec.onExit, spec.hooks and the template of several handlers; hooks of tasks.
#include "core/targets/argo/build.h"
#include "core/targets/argo/writing.h"

#include <algorithm>

namespace weft::argo {
namespace {

std::vector<std::string> named_hooks(const NodePtr& spec) {
    std::vector<std::string> out;
    const NodePtr hooks = yaml::find(spec, "hooks");
    if (!hooks || !hooks->is_map()) return out;
    for (const yaml::Entry& entry : hooks->entries)
        if (entry.key && entry.key->text != "exit" && followed(entry.value) && followed(entry.value)->kind != yaml::Kind::null) out.push_back(entry.key->text);
    return out;
}

const Handler* with_id(const std::vector<Handler>& handlers, TaskId id) {
    const auto found = std::find_if(handlers.begin(), handlers.end(), [&](const Handler& h) { return h.task && h.task->id == id; });
    return found == handlers.end() ? nullptr : &*found;
}

bool plain_use(const Task& task) {
    return task.when.empty() && !task.loop && !task.tolerated && !task.tolerated_error && task.handlers.empty() && task.files.empty();
}

// onExit names a template and nothing else.
bool fits_on_exit(const Flow& after, const Handler& handler) {
    const Task& task = *handler.task;
    Body tasks;
    tasks.tasks = after.main.tasks;
    return handler.trigger == Trigger::always && !handler.warn_only && handler.expression.empty() && plain_use(task) && task.params.empty() && !task.definition.empty() &&
           task.name == exit_handler_name(tasks, task.definition);
}

NodePtr write_hook(const NodePtr& hook, const Handler& before, const Handler& after, const std::string& task, const Spelling& spelling) {
    NodePtr out = sync_text(hook, "template", before.task->definition, after.task->definition);
    // A task that was renamed and moved in one breath: what its hook starts by still asks for the old name.
    const bool stale = after.expression.empty() && after.trigger != Trigger::always && yaml::text_at(hook, "expression").find(task) == std::string::npos;
    if (before.trigger != after.trigger || before.expression != after.expression || stale)
        out = sync_entry(out, "expression", [&](const NodePtr& old) -> NodePtr {
            const std::string text = hook_expression(after, task, spelling);
            return text.empty() ? nullptr : with_text(old, text);
        });
    return write_arguments(out, *before.task, *after.task, spelling);
}

// A hook is a template with arguments and an expression.
void refuse_beyond_hook(Writing& writing, const Task& before, const Task& after) {
    if (before.when == after.when && before.loop == after.loop && before.tolerated == after.tolerated && before.tolerated_error == after.tolerated_error && before.handlers == after.handlers) return;
    writing.refuse({WEFT_TR("core", "the hook `%1` of Argo has no condition, loop, tolerance or handlers of its own"), {after.name}});
}

NodePtr write_named(Writing& writing, NodePtr spec) {
    const std::vector<std::string> keys = named_hooks(spec);
    const std::vector<Handler>& before = writing.before.main.handlers;
    const std::size_t first = before.size() - std::min(before.size(), keys.size());
    for (std::size_t k = 0; k < keys.size() && first + k < before.size(); ++k) {
        const Handler& was = before[first + k];
        const Handler* now = with_id(writing.after.main.handlers, was.task->id);
        spec = sync_below(spec, "hooks", [&](NodePtr hooks) {
            if (!now) return yaml::without_entry(hooks, keys[k]);
            if (*now == was) return hooks;
            refuse_beyond_hook(writing, *was.task, *now->task);
            hooks = sync_entry(hooks, keys[k].c_str(), [&](const NodePtr& hook) { return write_hook(hook, was, *now, {}, Spelling{true, false}); });
            return now->task->name == was.task->name ? hooks : yaml::with_renamed_key(hooks, keys[k], now->task->name);
        });
    }
    return spec;
}

NodePtr own_step(Writing& writing, const Handler& handler) {
    refuse_beyond_hooks(writing, *handler.task);
    const std::optional<KnownUse> known = known_use(writing, handler.task->id);
    return known ? write_task(writing, known->node, known->task, as_step(handler), Spelling{true, true}) : handler_step_node(handler);
}

NodePtr without_exit(NodePtr spec) {
    if (yaml::find_entry(spec, "onExit")) spec = yaml::without_entry(spec, "onExit");
    return sync_below(spec, "hooks", [](const NodePtr& hooks) { return yaml::find_entry(hooks, "exit") ? yaml::without_entry(hooks, "exit") : hooks; });
}

std::size_t own_template(const std::vector<NodePtr>& templates) {
    for (std::size_t i = 0; i < templates.size(); ++i)
        if (yaml::text_at(templates[i], "name") == handlers_template) return i;
    return templates.size();
}

NodePtr make_own(Writing& writing, NodePtr spec, std::vector<NodePtr>& templates, const std::vector<Handler>& exits) {
    if (own_template(templates) < templates.size()) {
        writing.refuse({WEFT_TR("core", "several exit handlers need a template named `%1`, and the file has one of that name already"), {handlers_template}});
        return spec;
    }
    std::vector<NodePtr> group;
    for (const Handler& handler : exits) group.push_back(own_step(writing, handler));
    templates.push_back(MapMaker().node("name", string_node(handlers_template)).node("steps", yaml::make_sequence({yaml::make_sequence(std::move(group))})).make());
    if (const NodePtr old = yaml::find(spec, "onExit")) return yaml::with_entry(spec, "onExit", with_text(old, handlers_template));
    return yaml::with_entry_after(without_exit(spec), "entrypoint", "onExit", string_node(handlers_template));
}

NodePtr write_step_handler(Writing& writing, const NodePtr& step, const Handler& before, const Handler& after) {
    if (before == after) return step;
    refuse_beyond_hooks(writing, *after.task);
    const std::string &was = before.task->name, &now = after.task->name;
    const NodePtr renamed = was == now || was.empty() ? step : rename_tasks_in(step, {{was, now}});   // its hooks may ask for its own status
    return write_task(writing, renamed, as_step(before), as_step(after), Spelling{true, true});
}

NodePtr write_own(Writing& writing, NodePtr spec, std::vector<NodePtr>& templates, const std::vector<Handler>& was, const std::vector<Handler>& now) {
    const std::size_t at = own_template(templates);
    if (at == templates.size()) return spec;
    if (now.empty()) {
        templates.erase(templates.begin() + std::ptrdiff_t(at));
        return without_exit(spec);
    }
    if (now.size() == 1 && fits_on_exit(writing.after, now[0]) && !(was.size() == 1 && was[0] == now[0])) {  // the last one can say it by its template's name
        templates.erase(templates.begin() + std::ptrdiff_t(at));
        return sync_text(spec, "onExit", handlers_template, now[0].task->definition);
    }
    templates[at] = sync_entry(templates[at], "steps", [&](const NodePtr& steps) -> NodePtr {
        const NodePtr group = steps ? followed(steps->items.front()) : nullptr;
        std::vector<NodePtr> items;
        const std::vector<std::size_t> places = map_items(group);
        for (const Handler& handler : now) {
            NodePtr item;
            for (std::size_t i = 0; i < std::min(was.size(), places.size()); ++i) {
                if (was[i].task->id != handler.task->id) continue;
                const NodePtr old = followed(group->items[places[i]]);
                const NodePtr changed = write_step_handler(writing, old, was[i], handler);
                item = changed == old ? group->items[places[i]] : changed;
            }
            items.push_back(item ? item : own_step(writing, handler));
        }
        if (group && items == group->items) return steps;
        return yaml::with_item(steps, 0, yaml::make_sequence(std::move(items), group ? group->style : yaml::Style::any));
    });
    return spec;
}

// One handler that stands by its template's name stays so.
NodePtr write_direct(Writing&, NodePtr spec, const Handler& was, const Handler& now) {
    if (yaml::find(spec, "onExit")) return sync_text(spec, "onExit", was.task->definition, now.task->definition);
    return sync_below(spec, "hooks", [&](const NodePtr& hooks) {
        return sync_entry(hooks, "exit", [&](const NodePtr& hook) { return write_hook(hook, was, now, {}, Spelling{true, false}); });
    });
}

bool stays_direct(const Flow& after, const Handler& was, const Handler& now, bool has_arguments) {
    if (now.trigger != Trigger::always || now.warn_only || !now.expression.empty() || !plain_use(*now.task)) return false;
    Body tasks;
    tasks.tasks = after.main.tasks;
    const bool unchanged = was.task->name == now.task->name && was.task->definition == now.task->definition;
    if (!unchanged && now.task->name != exit_handler_name(tasks, now.task->definition)) return false;
    return has_arguments || now.task->params.empty();
}

}  // namespace

// The trigger is a condition, warn-only a tolerance.
Task as_step(const Handler& handler) {
    Task task = *handler.task;
    task.when = handler_when(handler.trigger, task.when);
    task.tolerated = task.tolerated_error = handler.warn_only;
    return task;
}

NodePtr write_flow_handlers(Writing& writing, NodePtr spec, std::vector<NodePtr>& templates) {
    const std::vector<Handler>& before = writing.before.main.handlers;
    const std::vector<Handler>& after = writing.after.main.handlers;
    if (before == after) return spec;
    const std::size_t named = std::min(before.size(), named_hooks(spec).size());
    const std::vector<Handler> was(before.begin(), before.end() - std::ptrdiff_t(named));
    const std::vector<Handler> hooks(before.end() - std::ptrdiff_t(named), before.end());
    std::vector<Handler> now;
    for (const Handler& handler : after)
        if (!with_id(hooks, handler.task->id)) now.push_back(handler);
    spec = write_named(writing, spec);
    if (was == now) return spec;
    if (own_handlers_template(writing.reading)) return write_own(writing, spec, templates, was, now);
    if (now.empty()) return without_exit(spec);
    const bool has_arguments = yaml::find_path(spec, "hooks/exit") && !yaml::find(spec, "onExit");
    if (was.size() == 1 && now.size() == 1 && was[0].task->id == now[0].task->id && stays_direct(writing.after, was[0], now[0], has_arguments))
        return write_direct(writing, spec, was[0], now[0]);
    if (now.size() == 1 && fits_on_exit(writing.after, now[0])) return yaml::with_entry_after(without_exit(spec), "entrypoint", "onExit", string_node(now[0].task->definition));
    return make_own(writing, spec, templates, now);
}

void refuse_beyond_hooks(Writing& writing, const Task& task) {
    for (const Handler& hook : task.handlers)
        if (!hook.task->when.empty() || hook.task->loop || hook.task->tolerated || hook.task->tolerated_error)
            writing.refuse({WEFT_TR("core", "a hook of Argo has neither a condition nor a loop of its own, and its result is ignored anyway (`%1`)"), {hook.task->name}});
}

NodePtr write_hooks(Writing& writing, const NodePtr& use, const Task& before, const Task& after, const Spelling& spelling) {
    if (before.handlers == after.handlers) return use;
    std::vector<std::string> keys;
    if (yaml::find(use, "onExit")) keys.emplace_back("onExit");
    if (const NodePtr hooks = yaml::find(use, "hooks"); hooks && hooks->is_map())
        for (const yaml::Entry& entry : hooks->entries)
            if (entry.key && followed(entry.value) && followed(entry.value)->kind != yaml::Kind::null) keys.push_back(entry.key->text);
    NodePtr out = use;
    for (std::size_t k = 0; k < std::min(keys.size(), before.handlers.size()); ++k) {
        const Handler& was = before.handlers[k];
        const Handler* now = with_id(after.handlers, was.task->id);
        if (now && *now == was) continue;
        if (now && (!now->task->when.empty() || now->task->loop || now->task->tolerated || now->task->tolerated_error))
            writing.refuse({WEFT_TR("core", "a hook of Argo has neither a condition nor a loop of its own, and its result is ignored anyway (`%1`)"), {now->task->name}});
        if (now && now->warn_only != was.warn_only)
            writing.refuse({WEFT_TR("core", "Argo ignores the result of a task's hook; make `%1` an exit handler of the flow to have it count"), {now->task->name}});
        if (keys[k] == "onExit") {
            const std::string expression = now ? hook_expression(*now, after.name, spelling) : std::string();
            if (now && expression.empty() && now->task->params.empty()) {
                out = sync_text(out, "onExit", was.task->definition, now->task->definition);
                continue;
            }
            out = yaml::without_entry(out, "onExit");
            if (now) out = sync_below(out, "hooks", [&](const NodePtr& hooks) { return yaml::with_entry(hooks, "exit", hook_node(*now, after.name, spelling)); });
            continue;
        }
        out = sync_below(out, "hooks", [&](NodePtr hooks) {
            if (!now) return yaml::without_entry(hooks, keys[k]);
            hooks = sync_entry(hooks, keys[k].c_str(), [&](const NodePtr& hook) { return write_hook(hook, was, *now, after.name, spelling); });
            return keys[k] == "exit" || now->task->name == was.task->name ? hooks : yaml::with_renamed_key(hooks, keys[k], now->task->name);
        });
    }
    for (const Handler& hook : after.handlers) {
        if (with_id(before.handlers, hook.task->id)) continue;
        out = sync_below(out, "hooks", [&](const NodePtr& hooks) {
            const std::string key = yaml::find_entry(hooks, "exit") || !hook.expression.empty() ? hook.task->name : "exit";
            return yaml::with_entry(hooks, key, hook_node(hook, after.name, spelling));
        });
    }
    return out;
}

}  // namespace weft::argo
