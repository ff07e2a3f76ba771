// Names that Argo ties to a template: a lone template is its task, a lone exit handler and a task's exit hook are called after theirs.
#include <algorithm>

#include "core/model/edit.h"
#include "core/targets/argo/settling.h"

namespace weft::argo {
namespace {

std::string free_name(const Flow& flow, const std::string& wanted) {
    std::string name = wanted.empty() ? "template" : wanted;
    for (int n = 2; find_definition(flow, name); ++n) name = (wanted.empty() ? "template" : wanted) + "-" + std::to_string(n);
    return name;
}

bool plain_use(const Task& task) {
    return task.params.empty() && task.files.empty() && task.when.empty() && !task.loop && !task.tolerated && !task.tolerated_error && task.handlers.empty() &&
           task.needs.empty() && task.depends.empty();
}

TaskPtr named(const TaskPtr& task, const std::string& name) {
    Task out = *task;
    out.name = name;
    return std::make_shared<const Task>(std::move(out));
}

// "bye", or "bye-exit" where a task of the flow has that name.
bool named_after(const std::string& name, const std::string& definition) {
    if (!name.starts_with(definition)) return false;
    const std::string rest = name.substr(definition.size());
    return rest.empty() || rest.starts_with("-exit") || (rest.size() > 1 && rest[0] == '-' && rest.find_first_not_of("0123456789", 1) == std::string::npos);
}

// What the template must be called for a handler to be called `name`.
std::string template_name_for(const Flow& flow, const std::string& name) {
    const std::size_t suffix = name.rfind("-exit");
    if (suffix == std::string::npos || suffix == 0) return name;
    const std::string stem = name.substr(0, suffix);
    for (const TaskPtr& task : flow.main.tasks)
        if (task->name == stem || task->definition + "-exit" == name) return stem;
    return name;
}

// What a lone exit handler is called: the other handlers do not count.
std::string name_beside_tasks(Body& main, const std::string& definition) {
    std::vector<Handler> aside;
    aside.swap(main.handlers);
    std::string name = exit_handler_name(main, definition);
    aside.swap(main.handlers);
    return name;
}

// "template lib/tidy" -> "tidy": what a hook is called that names a template of another file.
std::string elsewhere_name(const Task& hook) {
    if (!hook.own || hook.own->kind != DefinitionKind::reference) return {};
    return hook.own->detail.substr(hook.own->detail.rfind('/') + 1);
}

Result<Flow> follow_rename(Flow flow, const Task& was, const Task& now, const std::string& wanted) {
    if (now.name == was.name || was.definition.empty() || now.definition != was.definition || wanted == now.definition) return flow;
    return edit::rename_definition(flow, now.definition, wanted);
}

}  // namespace

bool has_entry_body(const Flow& flow) {
    const Definition* entry = flow.entrypoint.empty() ? nullptr : find_definition(flow, flow.entrypoint);
    return entry && entry->kind == DefinitionKind::flow;
}

// What has an expression is none but these. One without is told by its name: the file that was read has a hook of that name without one.
bool is_named_hook(const Flow& read, const Handler& handler) {
    if (!handler.expression.empty()) return true;
    NodePtr spec = yaml::find(read.origin, "spec");
    if (yaml::text_at(read.origin, "kind") == "CronWorkflow") spec = yaml::find(spec, "workflowSpec");
    const NodePtr hook = handler.task->name == "exit" ? nullptr : yaml::find(yaml::find(spec, "hooks"), handler.task->name);
    return hook && hook->kind != yaml::Kind::null && yaml::text_at(hook, "expression").empty();
}

// The flow is one template that is no DAG and no steps: its task has no place of its own in the file.
Result<Flow> settle_lone_main(const TaskIndex& old, Flow flow) {
    std::vector<TaskPtr>& tasks = flow.main.tasks;
    if (has_entry_body(flow) || tasks.empty() || (tasks.size() == 1 && tasks[0]->own && tasks[0]->own->kind == DefinitionKind::reference)) return flow;
    if (tasks.size() == 1 && tasks[0]->name.empty() && tasks[0]->definition.empty()) return flow;   // a template without a name
    if (tasks.size() == 1 && plain_use(*tasks[0]) && !tasks[0]->definition.empty()) {
        if (const auto was = old.find(tasks[0]->id); was != old.end()) {
            Result<Flow> renamed = follow_rename(std::move(flow), *was->second, *tasks[0], tasks[0]->name);
            if (!renamed) return renamed;
            flow = std::move(*renamed);
        }
        TaskPtr& task = flow.main.tasks[0];
        if (task->name != task->definition) task = named(task, task->definition);
        flow.entrypoint = task->definition;
        return flow;
    }
    Definition dag;  // more than one template can say: a DAG around them
    dag.kind = DefinitionKind::flow;
    dag.name = free_name(flow, find_definition(flow, "main") ? "main-dag" : "main");
    flow.entrypoint = dag.name;
    flow.definitions.push_back(std::make_shared<const Definition>(std::move(dag)));
    return flow;
}

namespace {

// A tolerated task that becomes a handler is one that only warns; a condition on the status alone is a trigger.
void settle_handler(Handler& handler) {
    const HandlerCondition condition = handler_condition(handler_when(handler.trigger, handler.task->when));
    const bool tolerated = handler.task->tolerated || handler.task->tolerated_error;
    if (!tolerated && condition.trigger == handler.trigger && condition.when == handler.task->when) return;
    Task task = *handler.task;
    task.tolerated = task.tolerated_error = false;
    task.when = condition.when;
    handler.trigger = condition.trigger;
    handler.warn_only = handler.warn_only || tolerated;
    handler.task = std::make_shared<const Task>(std::move(task));
}

}  // namespace

Result<Flow> settle_handler_names(const Flow& before, const TaskIndex& old, Flow flow) {
    for (Handler& handler : flow.main.handlers) {
        const auto same = [&](const Handler& was) { return was == handler; };
        if (!is_named_hook(before, handler) && std::none_of(before.main.handlers.begin(), before.main.handlers.end(), same)) settle_handler(handler);
    }
    const auto is_exit = [&](const Handler& handler) { return !is_named_hook(before, handler); };
    std::stable_partition(flow.main.handlers.begin(), flow.main.handlers.end(), is_exit);   // exit handlers stand before the named hooks
    const auto exits = [&](const Flow& f) { return std::count_if(f.main.handlers.begin(), f.main.handlers.end(), is_exit); };
    if (exits(before) != 1 || exits(flow) != 1) return flow;
    const TaskPtr now = flow.main.handlers.front().task;
    const bool was_exit = std::any_of(before.main.handlers.begin(), before.main.handlers.end(), [&](const Handler& was) { return was.task->id == now->id; });
    const auto found = old.find(now->id);
    if (!was_exit || found == old.end() || found->second->definition.empty() || !named_after(found->second->name, found->second->definition)) return flow;
    if (now->name == name_beside_tasks(flow.main, now->definition)) return flow;  // it is called so anyway
    if (now->name != found->second->name) {
        Result<Flow> renamed = follow_rename(flow, *found->second, *now, template_name_for(flow, now->name));
        if (!renamed) return renamed;
        flow = std::move(*renamed);
        if (flow.main.handlers.front().task->definition == now->definition && now->definition != found->second->definition) return flow;
    } else if (now->definition != found->second->definition && find_definition(flow, found->second->definition)) {
        return flow;  // it uses another template now and keeps its name
    }
    const TaskPtr task = flow.main.handlers.front().task;
    flow.main.handlers.front().task = named(task, name_beside_tasks(flow.main, task->definition));
    return flow;
}

// Exit hooks of tasks are named after their template; a hook's new name is a new name of the template.
Result<Flow> settle_hook_names(const Flow& before, Flow flow) {
    static constexpr const char* called_after = WEFT_TR("core", "an exit hook of Argo is called after its template, and `%1` is none of this file: rename the template where it stands");
    TaskIndex old = index_tasks(before, flow);
    std::vector<std::pair<std::string, std::string>> wanted;
    for (const Task* task : old.after)
        for (const Handler& hook : task->handlers) {
            const auto was = old.find(hook.task->id);
            if (!hook.expression.empty() || was == old.end() || was->second->name == hook.task->name || was->second->definition != hook.task->definition) continue;
            if (hook.task->definition.empty() && named_after(was->second->name, elsewhere_name(*was->second))) return fail({called_after, {elsewhere_name(*was->second)}});
            if (named_after(was->second->name, was->second->definition)) wanted.emplace_back(hook.task->definition, hook.task->name);
        }
    for (const auto& [from, to] : wanted) {
        if (!find_definition(flow, from)) return fail({called_after, {from}});
        Result<Flow> renamed = edit::rename_definition(flow, from, to);
        if (!renamed) return renamed;
        flow = std::move(*renamed);
    }
    if (!wanted.empty()) old = index_tasks(before, flow);
    const auto follow_task = [&](TaskPtr& task) {
        if (!old.fresh.count(task.get()) || task->handlers.empty()) return;
        Task copy = *task;
        for (Handler& hook : copy.handlers) {
            const auto was = old.find(hook.task->id);
            const bool moved = was != old.end() && was->second->definition != hook.task->definition && named_after(was->second->name, was->second->definition);
            if (moved && hook.expression.empty() && !hook.task->definition.empty())
                hook.task = named(hook.task, hook.task->definition + was->second->name.substr(was->second->definition.size()));
        }
        if (!(copy == *task)) task = std::make_shared<const Task>(std::move(copy));
    };
    const auto follow = [&](Body& body) {
        for (TaskPtr& task : body.tasks) follow_task(task);
        for (Handler& handler : body.handlers) follow_task(handler.task);
    };
    follow(flow.main);
    for (DefinitionPtr& definition : flow.definitions) {
        const auto shares = [&](const DefinitionPtr& was) { return was == definition; };
        if (!definition->body || std::any_of(before.definitions.begin(), before.definitions.end(), shares)) continue;
        Body body = *definition->body;
        follow(body);
        if (body == *definition->body) continue;
        Definition copy = *definition;
        copy.body = std::make_shared<const Body>(std::move(body));
        definition = std::make_shared<const Definition>(std::move(copy));
    }
    return flow;
}

}  // namespace weft::argo
