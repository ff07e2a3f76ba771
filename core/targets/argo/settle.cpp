// The flow that reading the written text will give. Argo ties some things together that our model keeps apart; here they are tied before the text is
// written: a value's tag stands as text, steps run group by group, a lone template and a lone exit handler are named after themselves.
#include <algorithm>
#include <unordered_map>

#include "core/model/edit.h"
#include "core/targets/argo/writing.h"

namespace weft::argo {
namespace {

using TaskIndex = std::unordered_map<TaskId, const Task*>;

TaskIndex index_tasks(const Flow& flow) {
    TaskIndex out;
    for_each_task(flow, [&](const std::string&, const Task& task, const Handler*) { out.emplace(task.id, &task); });
    return out;
}

std::string free_name(const Flow& flow, const std::string& wanted) {
    std::string name = wanted.empty() ? "template" : wanted;
    for (int n = 2; find_definition(flow, name); ++n) name = (wanted.empty() ? "template" : wanted) + "-" + std::to_string(n);
    return name;
}

bool is_pod(const Definition& definition) { return definition.kind == DefinitionKind::container || definition.kind == DefinitionKind::script; }

// A value that did not change stays as it was read; another one is what its text will be read as.
template <class T> const T* same_named(const std::vector<T>* list, const std::string& name) {
    if (!list) return nullptr;
    for (const T& one : *list)
        if (one.name == name) return &one;
    return nullptr;
}

void settle_bindings(std::vector<Binding>& bindings, const std::vector<Binding>* before, const Spelling& spelling) {
    for (Binding& binding : bindings) {
        const Binding* was = same_named(before, binding.name);
        if (!was || was->value != binding.value) binding.value = settled_value(binding.value, spelling);
    }
}

void settle_files(std::vector<InputFile>& files, const std::vector<InputFile>* before, const Spelling& spelling) {
    for (InputFile& file : files) {
        const InputFile* was = same_named(before, file.name);
        if (file.from && (!was || was->from != file.from)) file.from = settled_value(*file.from, spelling, true);
    }
}

// --- definitions -------------------------------------------------------------------------------------------------------------------
void settle_outputs(Definition& definition, const Definition* before) {
    std::vector<Output>& outputs = definition.outputs;
    std::erase_if(outputs, [](const Output& o) { return o.from == OutputFrom::standard_output || o.from == OutputFrom::exit_code; });
    for (Output& output : outputs) {
        if (output.from == OutputFrom::file && output.path.empty() && !output.artifact) output.path = "/tmp/" + output.name;
        const Output* was = same_named(before ? &before->outputs : nullptr, output.name);
        if (!was || was->expression != output.expression) output.expression = settled_value(output.expression, {}, output.artifact);
    }
    std::stable_partition(outputs.begin(), outputs.end(), [](const Output& o) { return !o.artifact; });
    if (is_pod(definition) || definition.kind == DefinitionKind::http) outputs.push_back({"result", OutputFrom::standard_output});
}

void settle_definition(Definition& definition, const Definition* before) {
    settle_outputs(definition, before);
    definition.shell = false;
    for (Parameter& parameter : definition.inputs) {
        const Parameter* was = same_named(before ? &before->inputs : nullptr, parameter.name);
        if (parameter.value && (!was || was->value != parameter.value)) parameter.value = settled_value(*parameter.value, {});
    }
    settle_files(definition.files, before ? &before->files : nullptr, {});
    settle_bindings(definition.environment.env, before ? &before->environment.env : nullptr, {});
    if (before) return;
    definition.unsupported.clear();
    if (definition.kind == DefinitionKind::http) definition.unsupported = {"http"};
}

// --- uses --------------------------------------------------------------------------------------------------------------------------
struct Uses {
    Flow& flow;
    const TaskIndex& old;
    std::vector<DefinitionPtr> hoisted;

    // A new task's own work becomes a template of the file.
    void hoist(Task& task) {
        if (!task.own || task.own->kind == DefinitionKind::none || task.own->kind == DefinitionKind::reference) return;
        if (const auto was = old.find(task.id); was != old.end() && was->second->own && was->second->own->kind != DefinitionKind::none) return;
        Definition definition = *task.own;
        std::string name = task.name;
        const auto taken = [&](const std::string& n) {
            return find_definition(flow, n) || std::any_of(hoisted.begin(), hoisted.end(), [&](const DefinitionPtr& d) { return d->name == n; });
        };
        for (int n = 2; taken(name); ++n) name = task.name + "-" + std::to_string(n);
        definition.name = name;
        if (definition.body) definition.body = std::make_shared<const Body>(body(*definition.body, Spelling{}));
        settle_definition(definition, nullptr);
        hoisted.push_back(std::make_shared<const Definition>(std::move(definition)));
        task.definition = name;
        task.own = nullptr;
    }

    TaskPtr task(const TaskPtr& given, const Spelling& spelling) {
        if (!given) return given;
        if (const auto was = old.find(given->id); was != old.end() && (was->second == given.get() || *was->second == *given)) return given;
        Task out = *given;
        hoist(out);
        if (out.own && out.own->kind != DefinitionKind::none && out.own->kind != DefinitionKind::reference) {
            Definition own = *out.own;
            const auto was = old.find(out.id);
            settle_definition(own, was == old.end() ? nullptr : was->second->own.get());
            out.own = std::make_shared<const Definition>(std::move(own));
        }
        const auto was = old.find(out.id);
        settle_bindings(out.params, was == old.end() ? nullptr : &was->second->params, spelling);
        settle_files(out.files, was == old.end() ? nullptr : &was->second->files, spelling);
        for (Handler& hook : out.handlers) hook.task = task(hook.task, spelling);
        return std::make_shared<const Task>(std::move(out));
    }

    Body body(const Body& given, const Spelling& spelling) {
        Body out = given;
        for (TaskPtr& one : out.tasks) one = task(one, spelling);
        for (Handler& handler : out.handlers) handler.task = task(handler.task, spelling);
        return out;
    }
};

// --- steps ---------------------------------------------------------------------------------------------------------------------------
std::string joined(const std::vector<Need>& needs) {
    std::vector<std::string> names;
    for (const Need& need : needs) names.push_back(need.task);
    std::sort(names.begin(), names.end());
    std::string out;
    for (const std::string& name : names) out += name + "\n";
    return out;
}

// Steps of `before` keep their groups, new ones follow in groups of their own; an edge drawn by hand is refused.
Result<Body> settle_steps(const Body& before, Body after) {
    std::unordered_map<TaskId, std::size_t> group;
    std::unordered_map<std::string, std::string> now_named;   // "" = removed
    std::size_t groups = 0;
    const std::vector<Need>* last = nullptr;
    TaskIndex was, is;
    for (const TaskPtr& task : after.tasks) is.emplace(task->id, task.get());
    for (const TaskPtr& task : before.tasks) {
        if (!last || *last != task->needs) ++groups;
        last = &task->needs;
        group.emplace(task->id, groups);
        was.emplace(task->id, task.get());
        const auto now = is.find(task->id);
        now_named[task->name] = now == is.end() ? std::string() : now->second->name;
    }
    std::vector<Need> previous, current;
    std::size_t at = 0;
    for (TaskPtr& task : after.tasks) {
        const auto known = group.find(task->id);
        const std::size_t mine = known == group.end() ? ++groups : known->second;
        if (mine != at) previous = std::move(current), current.clear();
        at = mine;
        if (known != group.end()) {
            std::vector<Need> expected;
            for (const Need& need : was[task->id]->needs)
                if (const std::string& name = now_named[need.task]; !name.empty()) expected.push_back({name});
            const bool settled_already = joined(previous) == joined(task->needs);
            if ((joined(expected) != joined(task->needs) && !settled_already) || !task->depends.empty())
                return fail({WEFT_TR("core", "steps run group by group, so the order of `%1` cannot be drawn; make the template a DAG to draw edges"), {task->name}});
        }
        Task changed = *task;
        changed.needs = previous;
        changed.depends.clear();
        current.push_back({task->name});
        if (!(changed == *task)) task = std::make_shared<const Task>(std::move(changed));
    }
    return after;
}

// --- names that Argo ties to a template ------------------------------------------------------------------------------------------------
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

Result<Flow> follow_rename(Flow flow, const Task& was, const Task& now, const std::string& wanted) {
    if (now.name == was.name || was.definition.empty() || now.definition != was.definition || wanted == now.definition) return flow;
    return edit::rename_definition(flow, now.definition, wanted);
}

bool has_entry_body(const Flow& flow) {
    const Definition* entry = flow.entrypoint.empty() ? nullptr : find_definition(flow, flow.entrypoint);
    return entry && entry->kind == DefinitionKind::flow;
}

// The flow is one template that is no DAG and no steps: its task has no place of its own in the file.
Result<Flow> settle_lone_main(const TaskIndex& old, Flow flow) {
    std::vector<TaskPtr>& tasks = flow.main.tasks;
    if (has_entry_body(flow) || tasks.empty() || (tasks.size() == 1 && tasks[0]->own && tasks[0]->own->kind == DefinitionKind::reference)) return flow;
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

Result<Flow> settle_handler_names(const Flow& before, const TaskIndex& old, Flow flow) {
    for (Handler& handler : flow.main.handlers) {
        const auto same = [&](const Handler& was) { return was == handler; };
        if (handler.expression.empty() && std::none_of(before.main.handlers.begin(), before.main.handlers.end(), same)) settle_handler(handler);
    }
    // Exit handlers stand before the named hooks, which have an expression.
    std::stable_partition(flow.main.handlers.begin(), flow.main.handlers.end(), [](const Handler& h) { return h.expression.empty(); });
    const auto exits = [](const Flow& f) { return std::count_if(f.main.handlers.begin(), f.main.handlers.end(), [](const Handler& h) { return h.expression.empty(); }); };
    if (exits(before) != 1 || exits(flow) != 1) return flow;
    const TaskPtr now = flow.main.handlers.front().task;
    const auto found = old.find(now->id);
    if (found == old.end() || found->second->definition.empty() || !named_after(found->second->name, found->second->definition)) return flow;
    Body others;
    others.tasks = flow.main.tasks;
    if (now->name == exit_handler_name(others, now->definition)) return flow;  // it is called so anyway
    if (now->name != found->second->name) {
        Result<Flow> renamed = follow_rename(flow, *found->second, *now, template_name_for(flow, now->name));
        if (!renamed) return renamed;
        flow = std::move(*renamed);
        if (flow.main.handlers.front().task->definition == now->definition && now->definition != found->second->definition) return flow;
    } else if (now->definition != found->second->definition && find_definition(flow, found->second->definition)) {
        return flow;  // it uses another template now and keeps its name
    }
    Body tasks;
    tasks.tasks = flow.main.tasks;
    const TaskPtr task = flow.main.handlers.front().task;
    flow.main.handlers.front().task = named(task, exit_handler_name(tasks, task->definition));
    return flow;
}

// Exit hooks of tasks are named after their template; a hook's new name is a new name of the template.
Result<Flow> settle_hook_names(const TaskIndex& old, Flow flow) {
    std::vector<std::pair<std::string, std::string>> wanted;
    for_each_task(flow, [&](const std::string&, const Task& task, const Handler*) {
        for (const Handler& hook : task.handlers) {
            const auto was = old.find(hook.task->id);
            if (!hook.expression.empty() || was == old.end() || was->second->name == hook.task->name || was->second->definition != hook.task->definition) continue;
            if (named_after(was->second->name, was->second->definition)) wanted.emplace_back(hook.task->definition, hook.task->name);
        }
    });
    for (const auto& [from, to] : wanted) {
        if (!find_definition(flow, from)) continue;
        Result<Flow> renamed = edit::rename_definition(flow, from, to);
        if (!renamed) return renamed;
        flow = std::move(*renamed);
    }
    const auto follow_task = [&](TaskPtr& task) {
        if (task->handlers.empty()) return;
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
        if (!definition->body) continue;
        Body body = *definition->body;
        follow(body);
        if (body == *definition->body) continue;
        Definition copy = *definition;
        copy.body = std::make_shared<const Body>(std::move(body));
        definition = std::make_shared<const Definition>(std::move(copy));
    }
    return flow;
}

Result<Flow> settle_bodies(const Flow& before, const TaskIndex& old, Flow flow) {
    Uses uses{flow, old, {}};
    const Definition* entry = flow.entrypoint.empty() ? nullptr : find_definition(flow, flow.entrypoint);
    const bool steps = entry && entry->sequential;
    Body main = uses.body(flow.main, Spelling{true, steps});
    if (steps && !(before.main == main)) {
        Result<Body> settled = settle_steps(before.main, std::move(main));
        if (!settled) return tl::unexpected<Error>(settled.error());
        main = std::move(*settled);
    }
    std::vector<DefinitionPtr> definitions;
    const std::vector<int> partner = pair_definitions(before, flow);
    for (std::size_t i = 0; i < flow.definitions.size(); ++i) {
        const DefinitionPtr& given = flow.definitions[i];
        const bool same = i < before.definitions.size() && before.definitions[i] == given;
        if (same) {
            definitions.push_back(given);
            continue;
        }
        Definition copy = *given;
        const int origin = partner[i] >= 0 ? partner[i] : copied_from(before, flow, i);
        const Definition* was = origin < 0 ? nullptr : before.definitions[std::size_t(origin)].get();
        settle_definition(copy, was);
        if (copy.body) {
            Body body = uses.body(*copy.body, Spelling{false, copy.sequential});
            if (copy.sequential && was && was->body && !(*was->body == body)) {
                Result<Body> settled = settle_steps(*was->body, std::move(body));
                if (!settled) return tl::unexpected<Error>(settled.error());
                body = std::move(*settled);
            }
            copy.body = std::make_shared<const Body>(std::move(body));
        }
        definitions.push_back(std::make_shared<const Definition>(std::move(copy)));
    }
    for (DefinitionPtr& hoisted : uses.hoisted) definitions.push_back(std::move(hoisted));
    flow.definitions = std::move(definitions);
    flow.main = std::move(main);
    return flow;
}

}  // namespace

namespace {

// What stands elsewhere, and hooks that start by their expression, cannot be changed here; say so before the text shows it.
Message beyond_this_file(const Flow& flow, const TaskIndex& old) {
    Message why;
    for_each_task(flow, [&](const std::string&, const Task& task, const Handler*) {
        const auto was = old.find(task.id);
        if (was == old.end() || was->second->own == task.own || !task.own || !was->second->own || was->second->own->kind != DefinitionKind::reference) return;
        if (!(*was->second->own == *task.own)) why = {WEFT_TR("core", "`%1` runs %2, which stands elsewhere and is changed there"), {task.name, was->second->own->detail}};
    });
    return why;
}

Message hook_trigger(const Flow& before, const Flow& after) {
    for (const Handler& was : before.main.handlers)
        for (const Handler& now : after.main.handlers)
            if (!was.expression.empty() && was.task->id == now.task->id && (was.trigger != now.trigger || was.warn_only != now.warn_only))
                return {WEFT_TR("core", "the hook `%1` starts by its expression `%2`; change that in the text"), {now.task->name, was.expression}};
    return {};
}

}  // namespace

Result<Flow> settle(const Flow& before, const Flow& after) {
    if (before == after) return after;
    if (after.main.tasks.empty() && !before.main.tasks.empty() && !has_entry_body(before))
        return fail({WEFT_TR("core", "this workflow is the one template `%1`; add another task before you remove it"), {before.main.tasks[0]->name}});
    const TaskIndex old = index_tasks(before);
    if (Message why = beyond_this_file(after, old); !why.empty()) return fail(std::move(why));
    if (Message why = hook_trigger(before, after); !why.empty()) return fail(std::move(why));
    Result<Flow> flow = settle_bodies(before, old, after);
    if (flow) flow = settle_lone_main(old, std::move(*flow));
    if (flow) flow = settle_handler_names(before, old, std::move(*flow));
    if (flow) flow = settle_hook_names(old, std::move(*flow));
    return flow;
}

}  // namespace weft::argo
