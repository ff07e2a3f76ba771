// The flow that reading the written text will give. Argo ties some things together that our model keeps apart; here they are tied before the text is
// written: a value's tag stands as text, steps run group by group, a lone template and a lone exit handler are named after themselves.
#include <algorithm>
#include <unordered_map>

#include "core/model/edit.h"
#include "core/targets/argo/settling.h"
#include "core/targets/argo/values.h"
#include "core/targets/argo/volumes.h"
#include "core/yaml/reader.h"

namespace weft::argo {
namespace {

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

// Objects of a loop whose fields are read ("{{item.name}}") are objects however they are spaced; others are the text that they are.
void settle_items(Task& task, const Task* was, const Spelling& spelling) {
    if (!task.loop) return;
    if (!was || !was->loop || was->loop->over != task.loop->over)
        for (Scalar* bound : {&task.loop->count, &task.loop->start, &task.loop->end}) bound->plain = false;   // written as texts
    if (task.loop->over != Loop::Over::items) return;
    const bool fields = std::any_of(task.params.begin(), task.params.end(), [&](const Binding& binding) { return value_text(binding.value, spelling).find("item.") != std::string::npos; });
    for (std::string& item : task.loop->items)
        if (const Result<yaml::Stream> read = yaml::read_json(item); fields && read && !read->documents.front().root->is_scalar()) item = item_text(read->documents.front().root);
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
        if (!given || !old.fresh.count(given.get())) return given;
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
        if (was == old.end() || was->second->loop != out.loop) settle_items(out, was == old.end() ? nullptr : was->second, spelling);
        for (Handler& hook : out.handlers) hook.task = task(hook.task, spelling);
        return std::make_shared<const Task>(std::move(out));
    }

    Body body(Body out, const Spelling& spelling) {
        for (TaskPtr& one : out.tasks)
            if (old.fresh.count(one.get())) one = task(one, spelling);
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
    std::unordered_map<TaskId, const Task*> was, is;
    for (const TaskPtr& task : after.tasks) is.emplace(task->id, task.get());
    for (const TaskPtr& task : before.tasks) {
        if (!last || *last != task->needs) ++groups;
        last = &task->needs;
        group.emplace(task->id, groups);
        was.emplace(task->id, task.get());
        const auto now = is.find(task->id);
        now_named[task->name] = now == is.end() ? std::string() : now->second->name;
    }
    // the order of a list says nothing about steps: each stays in its group, what is new comes last
    const auto place = [&](const TaskPtr& task) {
        const auto known = group.find(task->id);
        return known == group.end() ? groups + 1 : known->second;
    };
    std::stable_sort(after.tasks.begin(), after.tasks.end(), [&](const TaskPtr& a, const TaskPtr& b) { return place(a) < place(b); });
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

Result<Flow> settle_bodies(const Flow& before, const TaskIndex& old, Flow flow) {
    Uses uses{flow, old, {}};
    const Definition* entry = flow.entrypoint.empty() ? nullptr : find_definition(flow, flow.entrypoint);
    const bool steps = entry && entry->sequential;
    Body main = uses.body(std::move(flow.main), Spelling{true, steps});
    if (steps && !(before.main == main)) {
        Result<Body> settled = settle_steps(before.main, std::move(main));
        if (!settled) return tl::unexpected<Error>(settled.error());
        main = std::move(*settled);
    }
    flow.main = std::move(main);
    std::vector<DefinitionPtr> definitions;
    const std::vector<int> partner = pair_definitions(before, flow);
    const bool same_volumes = before.environment.volumes == flow.environment.volumes;
    if (!same_volumes) flow.environment.volumes = settled_flow_volumes(flow.environment.volumes);
    for (std::size_t i = 0; i < flow.definitions.size(); ++i) {
        const DefinitionPtr& given = flow.definitions[i];
        const bool same = i < before.definitions.size() && before.definitions[i] == given;
        if (same && same_volumes) {
            definitions.push_back(given);
            continue;
        }
        Definition copy = *given;
        const int origin = partner[i] >= 0 ? partner[i] : copied_from(before, flow, partner, i);
        const Definition* was = origin < 0 ? nullptr : before.definitions[std::size_t(origin)].get();
        settle_definition(copy, was);
        static const std::vector<Volume> none;
        Result<std::vector<Volume>> volumes = settled_volumes(copy.environment.volumes, was ? was->environment.volumes : none, before, flow);
        if (!volumes) return tl::unexpected<Error>(volumes.error());
        copy.environment.volumes = std::move(*volumes);
        if (same && copy == *given) {
            definitions.push_back(given);
            continue;
        }
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
    for (DefinitionPtr& hoisted : uses.hoisted) {
        Result<std::vector<Volume>> volumes = settled_volumes(hoisted->environment.volumes, {}, before, flow);
        if (!volumes) return tl::unexpected<Error>(volumes.error());
        if (*volumes != hoisted->environment.volumes) {
            Definition copy = *hoisted;
            copy.environment.volumes = std::move(*volumes);
            hoisted = std::make_shared<const Definition>(std::move(copy));
        }
        definitions.push_back(std::move(hoisted));
    }
    flow.definitions = std::move(definitions);
    return flow;
}

// What stands elsewhere, and hooks that start by their expression, cannot be changed here; say so before the text shows it.
Message beyond_this_file(const TaskIndex& index) {
    for (const Task* task : index.after) {
        const auto found = index.find(task->id);
        const DefinitionPtr was = found == index.end() ? nullptr : found->second->own;
        if (!was || !task->own || was == task->own || was->kind != DefinitionKind::reference || *was == *task->own) continue;
        return {WEFT_TR("core", "`%1` runs %2, which stands elsewhere and is changed there"), {task->name, was->detail}};
    }
    return {};
}

Message nameless(const Flow& before, const Flow& after) {
    for (const Handler& handler : after.main.handlers)
        if (handler.task->name.empty() && std::none_of(before.main.handlers.begin(), before.main.handlers.end(), [&](const Handler& was) { return was.task->id == handler.task->id; }))
            return {WEFT_TR("core", "an exit handler needs a name: give the task one first")};
    const bool lone = !has_entry_body(before) && before.main.tasks.size() == 1 && before.main.tasks[0]->name.empty() && before.main.tasks[0]->definition.empty();
    if (lone && !(before.main == after.main && before.definitions == after.definitions)) return {WEFT_TR("core", "the template has no name: give it one in the text first")};
    return {};
}

Message hook_trigger(const Flow& before, const Flow& after) {
    for (const Handler& was : before.main.handlers)
        for (const Handler& now : after.main.handlers) {
            if (was.task->id != now.task->id || !is_named_hook(before, was)) continue;
            const bool started = was.trigger != now.trigger || was.warn_only != now.warn_only;
            if (was.expression.empty() && (started || was.task->name != now.task->name))
                return {WEFT_TR("core", "the hook `%1` has no expression, so nothing starts it: give it one in the text first"), {was.task->name}};
            if (started) return {WEFT_TR("core", "the hook `%1` starts by its expression `%2`; change that in the text"), {now.task->name, was.expression}};
        }
    return {};
}

// Names of tasks and exit handlers may stand twice in a file; a handler that is drawn cannot take one.
Message name_of_two(const Flow& before, const Flow& after) {
    for (const Handler& handler : after.main.handlers) {
        const auto stood = [&](const Handler& was) { return was.task->id == handler.task->id; };
        if (std::any_of(before.main.handlers.begin(), before.main.handlers.end(), stood)) continue;
        std::size_t named = 0;
        for (const TaskPtr& task : after.main.tasks) named += task->name == handler.task->name;
        for (const Handler& other : after.main.handlers) named += other.task->name == handler.task->name;
        if (named > 1) return {WEFT_TR("core", "`%1` is the name of another task too, and an exit handler needs one of its own: rename one of them first"), {handler.task->name}};
    }
    return {};
}

}  // namespace

Result<Flow> settle(const Flow& before, const Flow& after) {
    if (before == after) return after;
    const bool library = is_library(before);
    if (!library && after.main.tasks.empty() && !before.main.tasks.empty() && !has_entry_body(before))
        return fail({WEFT_TR("core", "this workflow is the one template `%1`; add another task before you remove it"), {before.main.tasks[0]->name}});
    const TaskIndex old = index_tasks(before, after);
    if (Message why = beyond_this_file(old); !why.empty()) return fail(std::move(why));
    if (Message why = hook_trigger(before, after); !why.empty()) return fail(std::move(why));
    if (Message why = nameless(before, after); !why.empty()) return fail(std::move(why));
    if (Message why = name_of_two(before, after); !why.empty()) return fail(std::move(why));
    Result<Flow> flow = settle_bodies(before, old, after);
    if (flow) flow = library ? settle_library(before, std::move(*flow)) : settle_lone_main(old, std::move(*flow));
    if (flow) flow = settle_handler_names(before, old, std::move(*flow));
    if (flow) flow = settle_hook_names(before, std::move(*flow));
    if (flow) flow = settle_handler_names(before, old, std::move(*flow));   // a hook's new name may be that of the template they share
    return flow;
}

}  // namespace weft::argo
