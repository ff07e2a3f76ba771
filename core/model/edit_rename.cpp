// Renaming, and what follows a name: needs, depends, bindings, tags in every text, placements.
#include <algorithm>

#include "core/model/graph.h"
#include "core/model/rebuild.h"

namespace weft {
namespace rebuild {
namespace {

bool refers(const Task& task, const std::string& name) {
    if (std::any_of(task.needs.begin(), task.needs.end(), [&](const Need& need) { return need.task == name; })) return true;
    if (task.depends.find(name) != std::string::npos) return true;
    bool reads = false;
    for_each_read(task, [&](std::string_view from) { reads = reads || from == name; });
    if (reads) return true;
    return std::any_of(task.handlers.begin(), task.handlers.end(),
                       [&](const Handler& hook) { return hook.expression.find(name) != std::string::npos || (hook.task && refers(*hook.task, name)); });
}

struct Renamer {
    const std::string& from;
    const std::string& to;

    void text(std::string& text) const { text = rename_in_tags(text, from, to); }
    void scalar(std::optional<Scalar>& scalar) const {
        if (scalar) text(scalar->text);
    }
    void bindings(std::vector<Binding>& bindings) const {
        for (Binding& binding : bindings) rename_value(binding.value, from, to);
    }
    void files(std::vector<InputFile>& files) const {
        for (InputFile& file : files) {
            if (file.from) rename_value(*file.from, from, to);
            if (file.raw) text(*file.raw);
        }
    }
    void environment(Environment& e) const {
        if (e.image) text(*e.image);
        for (std::optional<Scalar>* field : {&e.cpu, &e.memory, &e.disk, &e.gpu, &e.shared_memory, &e.cpu_limit, &e.memory_limit}) scalar(*field);
        bindings(e.env);
        bindings(e.node_selector);
    }
    void definition(Definition& definition) const {
        for (Scalar& word : definition.command) text(word.text);
        for (Scalar& word : definition.args) text(word.text);
        text(definition.source);
        text(definition.working_dir);
        files(definition.files);
        environment(definition.environment);
    }
    void task(Task& task) const {
        for (Need& need : task.needs) {
            if (need.task == from) need.task = to;
        }
        if (!task.depends.empty()) task.depends = rename_in_depends(task.depends, from, to);
        bindings(task.params);
        files(task.files);
        environment(task.environment);
        text(task.when);
        if (task.loop) {
            text(task.loop->param);
            for (std::string& item : task.loop->items) text(item);
            for (Scalar* bound : {&task.loop->count, &task.loop->start, &task.loop->end}) text(bound->text);
        }
        if (task.own) change_own(task, [&](Definition& own) { definition(own); });
        for (Handler& hook : task.handlers) {
            hook.expression = rename_in_expression(hook.expression, from, to);
            hook.task = refs_renamed(hook.task, from, to);
        }
    }
};

void unhook(Task& task, const std::set<std::string, std::less<>>& names) {
    const auto gone = [&](const Binding& binding) { return binding.value.source == Source::output && names.count(binding.value.task) > 0; };
    const auto gone_file = [&](const InputFile& file) { return file.from && file.from->source == Source::output && names.count(file.from->task) > 0; };
    std::erase_if(task.needs, [&](const Need& need) { return names.count(need.task) > 0; });
    if (!task.depends.empty()) {
        for (const std::string& name : names) task.depends = depends_without(task.depends, name);
        settle_depends(task);
    }
    std::erase_if(task.params, gone);
    std::erase_if(task.files, gone_file);
    std::erase_if(task.environment.env, gone);
    if (!task.own) return;
    change_own(task, [&](Definition& own) {
        std::erase_if(own.environment.env, gone);
        std::erase_if(own.files, gone_file);
    });
}

}  // namespace

void rename_value(Value& value, const std::string& from, const std::string& to) {
    if (value.source == Source::output && value.task == from) value.task = to;
    value.text = rename_in_tags(value.text, from, to);  // engine files keep the tag as written beside its meaning
}

TaskPtr refs_renamed(const TaskPtr& task, const std::string& from, const std::string& to) {
    if (!task || !refers(*task, from)) return task;
    Task copy = *task;
    Renamer{from, to}.task(copy);
    return std::make_shared<const Task>(std::move(copy));
}

TaskPtr unhooked(const TaskPtr& task, const std::set<std::string, std::less<>>& names) {
    if (!task || std::none_of(names.begin(), names.end(), [&](const std::string& name) { return refers(*task, name); })) return task;
    Task copy = *task;
    unhook(copy, names);
    for (Handler& hook : copy.handlers) hook.task = unhooked(hook.task, names);
    return std::make_shared<const Task>(std::move(copy));
}

void settle_depends(Task& task) {
    const std::optional<std::vector<Need>> needs = needs_of_depends(task.depends);
    if (!needs) return;
    for (const Need& need : *needs) {
        const auto known = std::find_if(task.needs.begin(), task.needs.end(), [&](const Need& n) { return n.task == need.task; });
        if (known == task.needs.end()) task.needs.push_back(need);
        else known->results = need.results;
    }
    task.depends.clear();
}

}  // namespace rebuild

namespace edit {
namespace {

void rename_outputs(std::vector<Output>& outputs, const std::string& from, const std::string& to) {
    for (Output& output : outputs) {
        rebuild::rename_value(output.expression, from, to);
        if (output.expression.source == Source::text) output.expression.text = rename_in_expression(output.expression.text, from, to);
    }
}

// Outputs of the definition whose body it is may name its tasks.
Flow with_outputs_renamed(Flow flow, const BodyRef& ref, const std::string& from, const std::string& to) {
    const auto change = [&](Definition& definition) { rename_outputs(definition.outputs, from, to); };
    std::optional<Flow> made;
    if (ref.task != 0) made = rebuild::with_task(flow, ref.task, [&](Task& task) { rebuild::change_own(task, change); });
    else made = rebuild::with_definition(flow, ref.definition.empty() ? flow.entrypoint : ref.definition, change);
    return made ? std::move(*made) : flow;
}

bool is_first_of_its_name(const Body& body, const Task& task) {
    const Task* first = find_task(body, task.name);
    return !first || first->id == task.id;
}

bool stands_directly_in(const Body& body, TaskId id) {
    const auto is_it = [&](const TaskPtr& task) { return task && task->id == id; };
    return std::any_of(body.tasks.begin(), body.tasks.end(), is_it) || std::any_of(body.handlers.begin(), body.handlers.end(), [&](const Handler& h) { return is_it(h.task); });
}

}  // namespace

Result<Flow> rename_task(const Flow& flow, TaskId id, const std::string& name) {
    const Task* task = find_task(flow, id);
    if (!task) return rebuild::no_such_task();
    if (task->name == name) return flow;
    if (Message problem = rebuild::name_problem(name); !problem.empty()) return fail(std::move(problem));
    const std::string old = task->name;
    const BodyRef ref = body_of(flow, id);
    const Body* body = body_at(flow, ref);
    if (!body) return rebuild::no_such_task();
    const bool sibling = stands_directly_in(*body, id);  // a hook's name is nobody's reference
    if (sibling && find_task(*body, name)) return fail({WEFT_TR("core", "\"%1\" exists already: names are unique in a flow"), {name}});

    std::optional<Flow> made;
    if (sibling && is_first_of_its_name(*body, *task)) {
        Body renamed = *body;
        for (TaskPtr& other : renamed.tasks) other = rebuild::refs_renamed(other, old, name);
        for (Handler& handler : renamed.handlers) {
            handler.expression = rename_in_expression(handler.expression, old, name);
            handler.task = rebuild::refs_renamed(handler.task, old, name);
        }
        made = rebuild::with_body(flow, ref, std::move(renamed));
        if (made) made = with_outputs_renamed(std::move(*made), ref, old, name);
    } else {
        made = flow;
    }
    const std::string path = rebuild::body_path(flow, id), run_path = path_of(flow, id);
    if (made) made = rebuild::with_task(*made, id, [&](Task& changed) { changed.name = name; });
    if (!made) return rebuild::no_such_task();
    for (const std::string& from : {path, run_path}) rebuild::move_placements(*made, from, from.substr(0, from.size() - old.size()) + name);
    return std::move(*made);
}

namespace {

TaskPtr use_renamed(const TaskPtr& task, const std::string& from, const std::string& to);

bool rename_uses(Body& body, const std::string& from, const std::string& to) {
    bool changed = false;
    const auto visit = [&](TaskPtr& task) {
        TaskPtr made = use_renamed(task, from, to);
        changed = changed || made != task;
        task = std::move(made);
    };
    for (TaskPtr& task : body.tasks) visit(task);
    for (Handler& handler : body.handlers) visit(handler.task);
    return changed;
}

TaskPtr use_renamed(const TaskPtr& task, const std::string& from, const std::string& to) {
    if (!task) return task;
    Task copy = *task;
    bool changed = copy.definition == from;
    if (changed) copy.definition = to;
    if (copy.own && copy.own->body) {
        Body body = *copy.own->body;
        if (rename_uses(body, from, to)) {
            rebuild::change_own(copy, [&](Definition& own) { own.body = std::make_shared<const Body>(std::move(body)); });
            changed = true;
        }
    }
    for (Handler& hook : copy.handlers) {
        TaskPtr made = use_renamed(hook.task, from, to);
        changed = changed || made != hook.task;
        hook.task = std::move(made);
    }
    return changed ? std::make_shared<const Task>(std::move(copy)) : task;
}

}  // namespace

Result<Flow> rename_definition(const Flow& flow, const std::string& from, const std::string& to) {
    if (!find_definition(flow, from)) return fail({WEFT_TR("core", "there is no definition \"%1\""), {from}});
    if (from == to) return flow;
    if (to.empty()) return fail({WEFT_TR("core", "a definition needs a name")});
    if (find_definition(flow, to)) return fail({WEFT_TR("core", "\"%1\" exists already: names of definitions are unique"), {to}});
    Flow made = flow;
    rename_uses(made.main, from, to);
    bool first = true;
    for (DefinitionPtr& definition : made.definitions) {
        if (!definition) continue;
        Definition copy = *definition;
        bool changed = first && copy.name == from;
        if (changed) {
            copy.name = to;
            first = false;
        }
        if (copy.body) {
            Body body = *copy.body;
            if (rename_uses(body, from, to)) {
                copy.body = std::make_shared<const Body>(std::move(body));
                changed = true;
            }
        }
        if (changed) definition = std::make_shared<const Definition>(std::move(copy));
    }
    if (made.entrypoint == from) made.entrypoint = to;
    const auto take_along = [&](std::string& path) {
        if (path.starts_with(from + ":")) path.replace(0, from.size(), to);
    };
    for (Placement& placement : made.placements) take_along(placement.path);
    for (Note& note : made.notes) take_along(note.in);
    for (std::string& path : made.unfolded) take_along(path);
    return made;
}

}  // namespace edit
}  // namespace weft
