// The clipboard: a few tasks with the edges among them, the definitions they use and where they stood.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "core/model/edit_paste.h"
#include "core/model/rebuild.h"

namespace weft::edit {
namespace {

constexpr double paste_offset = 40;  // so that a copy does not hide its original

void add_definition(Flow& clip, const Flow& flow, const std::string& name);

void add_definitions_of(Flow& clip, const Flow& flow, const Task& task) {
    if (!task.definition.empty()) add_definition(clip, flow, task.definition);
    if (task.own && task.own->body) {
        for (const TaskPtr& inner : task.own->body->tasks) add_definitions_of(clip, flow, *inner);
        for (const Handler& handler : task.own->body->handlers) add_definitions_of(clip, flow, *handler.task);
    }
    for (const Handler& hook : task.handlers) {
        if (hook.task) add_definitions_of(clip, flow, *hook.task);
    }
}

void add_definition(Flow& clip, const Flow& flow, const std::string& name) {
    if (find_definition(clip, name)) return;
    for (const DefinitionPtr& definition : flow.definitions) {
        if (!definition || definition->name != name) continue;
        clip.definitions.push_back(definition);
        if (!definition->body) return;
        for (const TaskPtr& task : definition->body->tasks) add_definitions_of(clip, flow, *task);
        for (const Handler& handler : definition->body->handlers) add_definitions_of(clip, flow, *handler.task);
        return;
    }
}

// Without the needs on tasks that are not copied; what reads their outputs stays, it may find them where it is pasted.
TaskPtr inner_edges_only(const TaskPtr& task, const std::unordered_set<std::string>& names) {
    const auto outside = [&](const Need& need) { return names.count(need.task) == 0; };
    if (std::none_of(task->needs.begin(), task->needs.end(), outside)) return task;
    std::set<std::string, std::less<>> gone;
    for (const Need& need : task->needs) {
        if (outside(need)) gone.insert(need.task);
    }
    Task copy = *task;
    const TaskPtr bare = rebuild::unhooked(task, gone);
    copy.needs = bare->needs;
    copy.depends = bare->depends;
    return std::make_shared<const Task>(std::move(copy));
}

// What a copied task waits for outside of the copied set stays where the body has it.
void drop_unknown_needs(TaskPtr& task, const Body& body) {
    std::unordered_set<std::string> known;
    for (const TaskPtr& one : body.tasks)
        if (one) known.insert(one->name);
    task = inner_edges_only(task, known);
}

void drop_unknown_reads(TaskPtr& task, const Body& body) {
    std::set<std::string, std::less<>> unknown;
    const auto look = [&](const std::vector<Binding>& bindings) {
        for (const Binding& binding : bindings) {
            if (binding.value.source == Source::output && !find_task(body, binding.value.task)) unknown.insert(binding.value.task);
        }
    };
    look(task->params);
    look(task->environment.env);
    if (task->own) look(task->own->environment.env);
    for (const InputFile& file : task->files) {
        if (file.from && file.from->source == Source::output && !find_task(body, file.from->task)) unknown.insert(file.from->task);
    }
    if (!unknown.empty()) task = rebuild::unhooked(task, unknown);
}

void cut_outer_edges(Body& body) {
    std::unordered_set<std::string> names;
    for (const TaskPtr& task : body.tasks)
        if (task) names.insert(task->name);
    for (TaskPtr& task : body.tasks)
        if (task) task = inner_edges_only(task, names);
}

DefinitionPtr renumbered(const DefinitionPtr& definition, TaskId last) {
    Task carrier;
    carrier.own = definition;
    return rebuild::with_fresh_ids(std::make_shared<const Task>(std::move(carrier)), last)->own;
}

bool same_but_for_ids(const Definition& a, const DefinitionPtr& b) {
    return *renumbered(std::make_shared<const Definition>(a), 0) == *renumbered(b, 0);
}

// Definitions that the target lacks; one of the same name that says something else comes under a new name.
Result<Flow> with_definitions(const Flow& flow, Flow& clip) {
    Flow made = flow;
    std::vector<DefinitionPtr> wanted = clip.definitions;
    for (const DefinitionPtr& definition : wanted) {
        if (!definition) continue;
        const Definition* known = find_definition(made, definition->name);
        if (known && same_but_for_ids(*known, definition)) continue;
        std::string name = definition->name;
        for (int number = 2; find_definition(made, name) || (name != definition->name && find_definition(clip, name)); ++number) {
            name = definition->name + "-" + std::to_string(number);
        }
        if (name != definition->name) {
            Result<Flow> renamed = rename_definition(clip, definition->name, name);
            if (!renamed) return renamed;
            clip = std::move(*renamed);
        }
        const auto renamed = std::find_if(clip.definitions.begin(), clip.definitions.end(), [&](const DefinitionPtr& d) { return d && d->name == name; });
        made.definitions.push_back(renumbered(*renamed, rebuild::highest_id(made)));
    }
    return made;
}

}  // namespace

Flow extract_with_wires(const Flow& flow, const std::vector<TaskId>& ids) {
    Flow clip;
    clip.name = flow.name;
    clip.format = flow.format;
    const std::unordered_set<TaskId> wanted(ids.begin(), ids.end());
    for_each_task(flow, [&](const std::string& path, const Task& task, const Handler* handler) {
        if (wanted.count(task.id) == 0) return;
        const TaskPtr copy = std::make_shared<const Task>(task);
        if (handler) {
            clip.main.handlers.push_back(*handler);
            clip.main.handlers.back().task = copy;
        } else {
            clip.main.tasks.push_back(copy);
        }
        add_definitions_of(clip, flow, task);
        for (const Placement& placement : flow.placements) {
            if (placement.path == path) clip.placements.push_back({task.name, placement.at});
        }
    });
    return clip;
}

Flow extract(const Flow& flow, const std::vector<TaskId>& ids) {
    Flow clip = extract_with_wires(flow, ids);
    cut_outer_edges(clip.main);
    return clip;
}

static Result<Flow> paste_into(const Flow& flow, const BodyRef& ref, const Flow& clip, std::vector<TaskId>* made, bool keep_wires) {
    if (!body_at(flow, ref)) return fail({WEFT_TR("core", "there is no flow to paste into")});
    if (clip.main.tasks.empty() && clip.main.handlers.empty()) return fail({WEFT_TR("core", "there is nothing to paste")});
    Flow source = clip;
    if (!keep_wires) cut_outer_edges(source.main);
    if (!source.entrypoint.empty())     // its body is what is pasted: nothing is left of it that could be run
        std::erase_if(source.definitions, [&](const DefinitionPtr& one) { return one && one->name == source.entrypoint && one->kind == DefinitionKind::flow && !one->body; });
    Result<Flow> grown = with_definitions(flow, source);
    if (!grown) return grown;
    Body body = *body_at(*grown, ref);

    // New names first, each free in both bodies, so that one renaming never catches another's.
    std::vector<std::pair<std::string, std::string>> names;
    Body taken = body;
    taken.tasks.insert(taken.tasks.end(), source.main.tasks.begin(), source.main.tasks.end());
    taken.handlers.insert(taken.handlers.end(), source.main.handlers.begin(), source.main.handlers.end());
    const auto choose = [&](const Task& task) {
        std::string name = find_task(body, task.name) ? unique_name(taken, task.name) : task.name;
        Task holder;
        holder.name = name;
        taken.tasks.push_back(std::make_shared<const Task>(std::move(holder)));
        names.emplace_back(task.name, std::move(name));
    };
    for (const TaskPtr& task : source.main.tasks) choose(*task);
    for (const Handler& handler : source.main.handlers) choose(*handler.task);

    TaskId last = rebuild::highest_id(*grown);
    std::size_t next = 0;
    const auto adopt = [&](const TaskPtr& task) {
        TaskPtr copy = task;
        for (const auto& [from, to] : names) {
            if (from != to) copy = rebuild::refs_renamed(copy, from, to);
        }
        Task named = *copy;
        named.name = names[next++].second;
        if (made) made->push_back(last + 1);
        return rebuild::with_fresh_ids(std::make_shared<const Task>(std::move(named)), last);
    };
    const std::size_t first_task = body.tasks.size(), first_handler = body.handlers.size();
    for (const TaskPtr& task : source.main.tasks) body.tasks.push_back(adopt(task));
    for (const Handler& handler : source.main.handlers) {
        Handler copy = handler;
        copy.task = adopt(handler.task);
        body.handlers.push_back(std::move(copy));
    }
    const Body complete = body;
    for (std::size_t i = first_task; i < body.tasks.size(); ++i) {
        drop_unknown_reads(body.tasks[i], complete);
        drop_unknown_needs(body.tasks[i], complete);
    }
    for (std::size_t i = first_handler; i < body.handlers.size(); ++i) drop_unknown_reads(body.handlers[i].task, complete);

    std::optional<Flow> result = rebuild::with_body(*grown, ref, std::move(body));
    if (!result) return fail({WEFT_TR("core", "there is no flow to paste into")});
    if (ref == BodyRef{}) {
        for (const Placement& placement : source.placements) {
            const auto name = std::find_if(names.begin(), names.end(), [&](const auto& pair) { return pair.first == placement.path; });
            if (name != names.end()) result->placements.push_back({name->second, {placement.at.x + paste_offset, placement.at.y + paste_offset}});
        }
    }
    return std::move(*result);
}

Result<Flow> paste(const Flow& flow, const BodyRef& ref, const Flow& clip, std::vector<TaskId>* made) { return paste_into(flow, ref, clip, made, false); }

Result<Flow> paste_with_wires(const Flow& flow, const BodyRef& ref, const Flow& clip, std::vector<TaskId>* made) { return paste_into(flow, ref, clip, made, true); }

}  // namespace weft::edit
