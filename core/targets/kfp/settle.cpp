// The flow that reading the written pipeline will give. KFP ties some things together that our model keeps apart; here they are tied before the text is
// written. What a pipeline cannot say is refused.
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "core/model/edit.h"
#include "core/targets/kfp/recurring.h"
#include "core/targets/kfp/settling.h"

namespace weft::kfp {
namespace {

struct Bodies {
    Flow& flow;
    const TaskIndex& old;
    NewInputs inputs;
    std::vector<DefinitionPtr> hoisted;
    Message refusal;

    void refuse(Message why) {
        if (refusal.empty()) refusal = std::move(why);
    }

    const Definition* definition_named(const std::string& name) const {
        for (const DefinitionPtr& one : hoisted)
            if (one->name == name) return one.get();
        return find_definition(flow, name);
    }

    // What a task has of its own becomes a component of the file.
    void hoist(Task& task) {
        if (!task.own || !task.definition.empty() || task.own->kind == DefinitionKind::none) return;
        Definition definition = *task.own;
        const std::string stem = "comp-" + task.name;
        definition.name = stem;
        for (int n = 2; definition_named(definition.name); ++n) definition.name = stem + "-" + std::to_string(n);
        if (definition.body) return refuse({WEFT_TR("core", "`%1` holds tasks of its own: in a pipeline they stand in a component; make one in the text first"), {task.name}});
        if (Message why = settle_definition(definition, nullptr); !why.empty()) return refuse(std::move(why));
        task.definition = definition.name;
        task.own = nullptr;
        hoisted.push_back(std::make_shared<const Definition>(std::move(definition)));
    }

    ValueType input_type(const Task& task, const std::string& name) const {
        if (const Definition* definition = definition_named(task.definition))
            for (const Parameter& input : definition->inputs)
                if (input.name == name) return input.type;
        return ValueType::any;
    }
    bool has_input(const Task& task, const std::string& name) const {
        const Definition* definition = definition_named(task.definition);
        if (!definition) return true;
        if (std::any_of(definition->inputs.begin(), definition->inputs.end(), [&](const Parameter& p) { return p.name == name; })) return true;
        const auto made = inputs.by_component.find(task.definition);
        return made != inputs.by_component.end() && std::any_of(made->second.begin(), made->second.end(), [&](const Parameter& p) { return p.name == name; });
    }

    ValueType type_of(const Body& body, const Value& value) const {
        if (value.source == Source::output)
            for (const TaskPtr& task : body.tasks)
                if (task->name == value.task)
                    if (const Definition* producer = definition_named(task->definition))
                        for (const Output& output : producer->outputs)
                            if (output.name == value.name && output.type != ValueType::any) return output.type;
        if (value.source == Source::param)
            for (const Parameter& parameter : flow.parameters)
                if (parameter.name == value.name && parameter.type != ValueType::any) return parameter.type;
        if (value.source == Source::literal) return type_of_literal(value);
        return value.source == Source::status ? ValueType::any : ValueType::string;
    }

    // A text with tags: one tag is the value itself; more are inputs that the text names.
    Value settled_text(const Body& body, Task& task, const Value& value) {
        if (selection_of(value)) return value;
        const std::vector<Reference> tags = references_in(value.text);
        if (tags.empty()) return Value{Source::literal, value.text, {}, {}, value.plain};
        for (const Reference& tag : tags) {
            const std::optional<Value> from = tag.simple ? value_of_tag(tag) : std::nullopt;
            if (!from || from->source == Source::status) {
                refuse({WEFT_TR("core", "`%1` means nothing to KFP, in `%2`"), {tag.tag, task.name}});
                return value;
            }
            if (tags.size() == 1 && tag.tag.size() == value.text.size()) return *from;
            if (from->source == Source::item) {
                refuse({WEFT_TR("core", "`%1`: a text cannot hold the loop's item; give the item to an input of its own"), {task.name}});
                return value;
            }
            input_for(task, *from, type_of(body, *from), inputs);
        }
        return value;
    }

    void settle_params(const Body& body, Task& task, const Task* was) {
        for (std::size_t i = 0; i < task.params.size(); ++i) {      // input_for() may add some
            Binding param = task.params[i];
            const bool same = was && std::find(was->params.begin(), was->params.end(), param) != was->params.end();
            if (same) continue;
            Value& value = param.value;
            if (value.source == Source::literal || value.source == Source::text) value = settled_text(body, task, value);
            else value = Value{value.source, {}, value.task, value.name};
            if (value.source == Source::secret) refuse({WEFT_TR("core", "`%1`: KFP gives a secret to a variable or a volume, not to an input"), {task.name}});
            if (value.source == Source::item && !value.name.empty()) refuse({WEFT_TR("core", "`%1` reads a field of the loop's item; KFP can do that only inside a group"), {task.name}});
            const bool channel = param.name.starts_with(channel_prefix);      // read by the task's own texts; its component need not know
            if (!channel && !has_input(task, param.name)) {
                Parameter input;
                input.name = param.name;
                input.type = type_of(body, value);
                inputs.by_component[task.definition].push_back(input);
                if (value.source == Source::literal) value = settled_literal(value, input.type);
            } else if (value.source == Source::literal) {
                value = settled_literal(value, input_type(task, param.name));
            }
            task.params[i] = param;
        }
    }

    void settle_files(Task& task, const Task* was) {
        for (InputFile& file : task.files) {
            if (was && std::find(was->files.begin(), was->files.end(), file) != was->files.end()) continue;
            if (file.raw || !file.from) refuse({WEFT_TR("core", "`%1`: the file `%2` must come from another task"), {task.name, file.name}});
            file.path.clear();
            file.optional = false;
            if (!file.from) continue;
            if (file.from->source == Source::literal || file.from->source == Source::text) {
                const std::vector<Reference> tags = references_in(file.from->text);
                const std::optional<Value> from = tags.size() == 1 ? value_of_tag(tags[0]) : std::nullopt;
                if (from) file.from = *from;
                else refuse({WEFT_TR("core", "`%1`: the file `%2` must come from another task"), {task.name, file.name}});
            } else {
                file.from = Value{file.from->source, {}, file.from->task, file.from->name};
            }
        }
    }

    void settle_loop(Task& task) {
        if (!task.loop) {
            std::erase_if(task.params, [](const Binding& b) { return b.value.source == Source::item; });
            std::erase_if(task.files, [](const InputFile& f) { return f.from && f.from->source == Source::item; });
            return;
        }
        Loop& loop = *task.loop;
        if (std::any_of(task.files.begin(), task.files.end(), [](const InputFile& f) { return f.from && f.from->source == Source::item; })) {
            if (std::none_of(task.files.begin(), task.files.end(), [&](const InputFile& f) { return f.from && tag_of(*f.from, true) == loop.param; }))
                refuse({WEFT_TR("core", "`%1`: a loop needs a list from a parameter or an output"), {task.name}});
            return;
        }
        if (loop.over == Loop::Over::sequence) return refuse({WEFT_TR("core", "`%1`: KFP loops over a list, not over numbers; list the numbers"), {task.name}});
        for (std::string& item : loop.items) {
            if (!references_in(item).empty()) return refuse({WEFT_TR("core", "`%1`: an item of a list cannot be read from elsewhere"), {task.name}});
            item = item_text(node_of_json("[" + json_text(item_node(item).get()) + "]")->items[0]);
        }
        if (loop.over == Loop::Over::param) {
            const std::vector<Reference> tags = references_in(loop.param);
            const std::optional<Value> from = tags.size() == 1 && tags[0].simple ? value_of_tag(tags[0]) : std::nullopt;
            const bool known = std::any_of(task.params.begin(), task.params.end(), [&](const Binding& b) { return tag_of(b.value) == loop.param; });
            if (!known && (!from || from->source == Source::item)) return refuse({WEFT_TR("core", "`%1`: a loop needs a list from a parameter or an output"), {task.name}});
            if (!known) {
                input_for(task, *from, ValueType::list, inputs);
                loop.param = tag_of(*from);
            }
        }
        if (std::count_if(task.params.begin(), task.params.end(), [](const Binding& b) { return b.value.source == Source::item; }) > 1)
            return refuse({WEFT_TR("core", "`%1` gives the loop's item to more than one input; KFP knows one"), {task.name}});
        input_for(task, Value{Source::item}, ValueType::string, inputs);
    }

    void settle_when(const Body& body, Task& task) {
        if (task.when.empty() || is_cel(task.when)) return;
        const auto input = [&](const Reference& tag, ValueType as) -> std::string {
            const std::optional<Value> from = value_of_tag(tag);
            if (!from || from->source == Source::status) return {};
            return input_for(task, *from, as == ValueType::string ? ValueType::string : type_of(body, *from), inputs);
        };
        const std::optional<std::string> cel = condition_cel(task.when, input);
        if (!cel) return refuse({WEFT_TR("core", "`%1`: the condition `%2` cannot be said in KFP's words: compare parameters and outputs with == != < <= > >= and join them with && || !"), {task.name, task.when}});
        task.when = condition_text(*cel, [&](std::string_view name) { return tag_of_input(task, name); });
    }

    // A gesture takes a task away with the inputs that it fed, but not out of the middle of a text.
    void check_text(const Body& body, const Task& task, const std::string& text, bool stood) {
        for (const Reference& tag : references_in(text)) {
            const std::optional<Value> from = tag.simple ? value_of_tag(tag) : std::nullopt;
            if (!from || from->source != Source::output) continue;
            if (!stood && std::any_of(body.tasks.begin(), body.tasks.end(), [&](const TaskPtr& t) { return t->name == from->task; })) continue;   // gets an input
            const bool fed = std::any_of(task.params.begin(), task.params.end(), [&](const Binding& param) { return tag_of(param.value) == tag.tag; });
            if (!fed) refuse({WEFT_TR("core", "`%1` reads an output of `%2` in a text: take it out of the text first"), {task.name, from->task}});
        }
    }

    void check_use(const Body& body, const Task& task, const Task* was) {
        if (!(task.environment == Environment{})) refuse({WEFT_TR("core", "`%1`: image, variables and resources belong to the component `%2`"), {task.name, task.definition}});
        if (!task.timeout.empty()) refuse({WEFT_TR("core", "`%1`: a time limit belongs to the component `%2`"), {task.name, task.definition}});
        if (task.tolerated || task.tolerated_error) refuse({WEFT_TR("core", "`%1`: KFP cannot go on after a failure as if nothing were"), {task.name}});
        if (task.muted) refuse({WEFT_TR("core", "`%1`: a pipeline cannot mute a task"), {task.name}});
        if (!task.depends.empty()) refuse({WEFT_TR("core", "`%1`: KFP has no `depends` expression, a task waits for all of its needs"), {task.name}});
        if (task.own && task.definition.empty() && old.find(task.id) == old.end()) refuse({WEFT_TR("core", "`%1` has nothing to run: a task of a pipeline needs a component"), {task.name}});
        for (const Need& need : task.needs) {
            if (need.results == results_default && !need.recovers) continue;
            const bool awaited = std::any_of(body.tasks.begin(), body.tasks.end(), [&](const TaskPtr& t) { return std::any_of(t->needs.begin(), t->needs.end(), [&](const Need& n) { return n.task == task.name; }); });
            if (need.results != results_completed || need.recovers) return refuse({WEFT_TR("core", "`%1` waits for a result of `%2` that KFP does not know: success, or any end"), {task.name, need.task}});
            if (task.needs.size() != 1 || awaited) return refuse({WEFT_TR("core", "`%1` waits for any end of `%2`: KFP takes that only from a task with one edge in and none out"), {task.name, need.task}});
            const auto too = std::find_if(body.tasks.begin(), body.tasks.end(), [&](const TaskPtr& t) {
                return t->id != task.id && std::any_of(t->needs.begin(), t->needs.end(), [&](const Need& n) { return n.task == need.task && n.results == results_completed; });
            });
            if (too != body.tasks.end() && !(was && was->needs == task.needs)) return refuse({WEFT_TR("core", "`%1`: KFP lets only one task wait for any end of `%2`, and that is `%3`"), {task.name, need.task, (*too)->name}});
            if (need.task.starts_with(exit_group_prefix)) return refuse({WEFT_TR("core", "`%1` waits for any end of an exit group: make it an exit handler"), {task.name}});
        }
    }

    TaskPtr task(const Body& body, const TaskPtr& given, bool handler) {
        const auto found = old.find(given->id);
        const Task* was = found == old.end() ? nullptr : found->second;
        if (was == given.get()) return given;
        if (was && !was->handlers.empty() && was->name.starts_with(exit_group_prefix) && !given->name.starts_with(exit_group_prefix))
            refuse({WEFT_TR("core", "`%1` is the group of an exit handler, which KFP knows by its name: it must begin with `%2`"), {was->name, std::string(exit_group_prefix)}});
        Task out = *given;
        hoist(out);
        for (const Binding& param : out.params)
            if (param.value.source == Source::text && !selection_of(param.value)) check_text(body, out, param.value.text, was && std::find(was->params.begin(), was->params.end(), param) != was->params.end());
        check_text(body, out, out.when, was && was->when == out.when);
        settle_params(body, out, was);
        settle_files(out, was);
        if (!was || was->loop != out.loop || !(was->params == out.params) || !(was->files == out.files)) settle_loop(out);
        if (!was || was->when != out.when) settle_when(body, out);
        std::stable_partition(out.params.begin(), out.params.end(), [](const Binding& b) { return b.value.source != Source::item; });   // the iterator is read last
        if (out.note == out.name) out.note.clear();
        if (out.retry) out.retry = settled_retry(*out.retry);
        if (out.retry && !out.retry->limit) refuse({WEFT_TR("core", "`%1`: KFP needs a number of tries"), {out.name}});
        check_use(body, out, was);
        if (handler) {
            for (const Binding& param : out.params)
                if (param.value.source == Source::output || (param.value.source == Source::text && !references_in(param.value.text).empty() && !selection_of(param.value) && param.value.text.find("{{tasks.") != std::string::npos))
                    refuse({WEFT_TR("core", "`%1` reads an output: an exit handler of a pipeline can read only its parameters"), {out.name}});
        } else if (std::any_of(out.params.begin(), out.params.end(), [](const Binding& b) { return b.value.source == Source::status; })) {
            refuse({WEFT_TR("core", "`%1` is given the status of its flow: only exit handlers can have that"), {out.name}});
        }
        const auto told = [](const Task& one) { return std::any_of(one.params.begin(), one.params.end(), [](const Binding& b) { return b.value.source == Source::status; }); };
        for (Handler& hook : out.handlers) {
            const auto known = old.find(hook.task->id);
            if (known != old.end() && !out.name.starts_with(exit_group_prefix) && told(*known->second) && !told(*hook.task))
                refuse({WEFT_TR("core", "`%1` must go on being told how `%2` ended: by that alone KFP knows it for an exit handler"), {hook.task->name, out.name}});
            hook.task = task(body, hook.task, true);
        }
        return std::make_shared<const Task>(std::move(out));
    }

    Body body(const Body& given) {
        Body out = given;
        for (TaskPtr& one : out.tasks) one = task(given, one, false);
        for (Handler& handler : out.handlers) {
            handler.task = task(given, handler.task, true);
            if (handler.trigger != Trigger::always || !handler.expression.empty())
                refuse({WEFT_TR("core", "`%1`: an exit handler of a pipeline always runs; KFP's status of the group is not to be relied on for anything else"), {handler.task->name}});
            if (handler.warn_only) refuse({WEFT_TR("core", "`%1`: a pipeline cannot say whether the failure of an exit handler matters"), {handler.task->name}});
        }
        return out;
    }
};

// The server keeps one exit task for each task that is waited for, the last by name (argocompiler/dag.go taskToExitTemplate): another one would never run.
Message second_handler(const Flow& before, const Flow& after) {
    const std::vector<Handler>& handlers = after.main.handlers;
    if (handlers.size() < 2 || handlers.size() <= before.main.handlers.size()) return {};
    const auto stood = [&](const Handler& handler) {
        return std::any_of(before.main.handlers.begin(), before.main.handlers.end(), [&](const Handler& h) { return h.task->id == handler.task->id; });
    };
    const auto second = std::find_if(handlers.begin() + 1, handlers.end(), [&](const Handler& handler) { return !stood(handler); });
    const Handler& made = second == handlers.end() ? handlers.back() : *second;
    return {WEFT_TR("core", "`%1`: KFP runs only one exit handler of a pipeline, and that is `%2`; let it do the work of both"), {made.task->name, handlers.front().task->name}};
}

// A claim is named by the task that makes it, also where nothing but a volume says so.
Message lost_claim(const Flow& before, const Flow& after) {
    std::set<TaskId> stands;
    for (const TaskPtr& task : after.main.tasks) stands.insert(task->id);
    std::set<std::string> gone;
    for (const TaskPtr& task : before.main.tasks)
        if (!stands.count(task->id) && !find_task(after.main, task->name)) gone.insert(task->name);
    for (const TaskPtr& task : gone.empty() ? std::vector<TaskPtr>() : after.main.tasks)
        if (const Definition* definition = definition_of(after, *task))
            for (const Volume& volume : definition->environment.volumes)
                for (const Reference& tag : references_in(volume.source))
                    if (tag.kind == Reference::Kind::output && gone.count(tag.task)) return {WEFT_TR("core", "`%1` mounts the claim that `%2` makes: take the volume away first"), {task->name, tag.task}};
    return {};
}

Message flow_problem(const Flow& before, const Flow& after) {
    if (before.schedule != after.schedule) {
        if (!before.schedule) return {WEFT_TR("core", "a schedule is not part of a pipeline: export it, and it becomes a recurring run in a file of its own")};
        if (!after.schedule) return {WEFT_TR("core", "a recurring run needs its schedule: suspend it instead")};
        if (after.schedule->crons.size() > 1) return {WEFT_TR("core", "a recurring run has one cron line")};
        if (after.schedule->starting_deadline || after.schedule->keep_succeeded || after.schedule->keep_failed) return {WEFT_TR("core", "a recurring run knows no starting deadline and no numbers of runs to keep")};
        if (std::vector<Message> why = schedule_problems(*after.schedule); !why.empty()) return why.front();
    }
    if (before.parallelism != after.parallelism) return {WEFT_TR("core", "KFP limits how much runs at once only in loops")};
    if (after.main.tasks.empty() && !before.main.tasks.empty()) return {WEFT_TR("core", "a pipeline needs at least one task that is no exit handler")};
    const bool hooked = std::any_of(after.main.tasks.begin(), after.main.tasks.end(), [](const TaskPtr& t) { return !t->handlers.empty(); });
    const bool moved = std::any_of(after.main.handlers.begin(), after.main.handlers.end(), [](const Handler& handler) { return !handler.task->handlers.empty(); });
    if (moved || (hooked && !after.main.handlers.empty())) return {WEFT_TR("core", "this pipeline has exit groups of its own: an exit handler of the whole pipeline would have to stand round them, and KFP takes them only at the root")};
    if (Message why = second_handler(before, after); !why.empty()) return why;
    if (Message why = lost_claim(before, after); !why.empty()) return why;
    for (const DefinitionPtr& definition : after.definitions)
        if (definition->body && !definition->body->handlers.empty()) return {WEFT_TR("core", "`%1`: KFP takes exit handlers only at the root of a pipeline"), {definition->name}};
    for (const std::string& name : parameters_read(after, true))
        if (std::none_of(after.parameters.begin(), after.parameters.end(), [&](const Parameter& p) { return p.name == name; }) &&
            std::any_of(before.parameters.begin(), before.parameters.end(), [&](const Parameter& p) { return p.name == name; }))
            return {WEFT_TR("core", "the parameter `%1` is read by tasks still"), {name}};
    for (const TaskPtr& task : after.main.tasks)
        if (task->name.starts_with(exit_group_prefix) && after.main.tasks.size() == 1 && !(before.main.tasks.size() == 1 && before.main.tasks[0]->name == task->name))
            return {WEFT_TR("core", "a lone task cannot be called `%1`: that is how KFP calls the group of an exit handler"), {task->name}};
    return {};
}

// The tasks of a file are a map, whose order means nothing: those that stand there stay where they are, and a new one takes the place of the one whose name
// it took.
void settle_order(const Body& before, Body& body) {
    std::map<TaskId, std::size_t> place;
    for (const TaskPtr& task : before.tasks) place.emplace(task->id, place.size());
    std::set<TaskId> stands;
    for (const TaskPtr& task : body.tasks) stands.insert(task->id);
    for (const TaskPtr& task : body.tasks)
        if (const Task* same = find_task(before, task->name); same && !stands.count(same->id) && place.count(same->id) && !place.count(task->id)) place.emplace(task->id, place[same->id]);
    std::vector<TaskPtr> known;
    for (const TaskPtr& task : body.tasks)
        if (place.count(task->id)) known.push_back(task);
    std::stable_sort(known.begin(), known.end(), [&](const TaskPtr& a, const TaskPtr& b) { return place[a->id] < place[b->id]; });
    std::size_t next = 0;
    for (TaskPtr& task : body.tasks)
        if (place.count(task->id)) task = known[next++];
}

// The exit handlers of a task stand beside it in the file: those of a copied task need names of their own.
void settle_hook_names(Flow& flow, const TaskIndex& old) {
    std::set<std::string> taken;
    for (const TaskPtr& task : flow.main.tasks) {
        taken.insert(task->name);
        for (const Handler& hook : task->handlers)
            if (old.count(hook.task->id)) taken.insert(hook.task->name);
    }
    for (TaskPtr& task : flow.main.tasks) {
        const auto is_new = [&](const Handler& hook) { return !old.count(hook.task->id); };
        if (std::none_of(task->handlers.begin(), task->handlers.end(), is_new)) continue;
        Task copy = *task;
        for (Handler& hook : copy.handlers) {
            if (!is_new(hook)) continue;
            Task named = *hook.task;
            for (int n = 2; !taken.insert(named.name).second; ++n) named.name = hook.task->name + "-" + std::to_string(n);
            hook.task = std::make_shared<const Task>(std::move(named));
        }
        task = std::make_shared<const Task>(std::move(copy));
    }
}

void add_inputs(Flow& flow, const Bodies& bodies) {
    for (DefinitionPtr& definition : flow.definitions) {
        const auto made = bodies.inputs.by_component.find(definition->name);
        if (made == bodies.inputs.by_component.end()) continue;
        Definition copy = *definition;
        for (Parameter input : made->second) {
            if (std::any_of(copy.inputs.begin(), copy.inputs.end(), [&](const Parameter& p) { return p.name == input.name; })) continue;
            if (edit::uses_of(flow, copy.name) > 1 || input.type == ValueType::any) input.value = optional_without_default();
            copy.inputs.push_back(std::move(input));
        }
        definition = std::make_shared<const Definition>(std::move(copy));
    }
}

// Two components may name one executor: what one of them runs is what the other runs.
std::map<std::string, std::string> twins_of_executors(const Flow& before) {
    std::map<std::string, std::string> first, out;   // label -> component; component -> another of the same label
    const yaml::NodePtr components = before.origin && !before.origin->items.empty() ? yaml::find(before.origin->items.front(), "components") : nullptr;
    if (!components) return out;
    for (const yaml::Entry& entry : components->entries) {
        const std::string label = entry.key ? yaml::text_at(entry.value, "executorLabel") : std::string();
        if (label.empty()) continue;
        if (const auto [at, is_first] = first.emplace(label, entry.key->text); !is_first) {
            out[entry.key->text] = at->second;
            out.emplace(at->second, entry.key->text);
        }
    }
    return out;
}

bool runs_otherwise(Definition was, const Definition& is) {
    was.name = is.name;
    was.inputs = is.inputs;
    was.outputs = is.outputs;
    return was != is;
}

}  // namespace

Result<Flow> settle(const Flow& before, const Flow& after) {
    if (before == after) return after;
    if (Message why = flow_problem(before, after); !why.empty()) return fail(std::move(why));
    const TaskIndex old = index_tasks(before);
    Flow flow = after;
    if (flow.schedule && flow.schedule->concurrency.empty()) flow.schedule->concurrency = "Allow";   // a recurring run says a number
    if (flow.schedule) flow.schedule->timezone.clear();
    if (Message why = settle_flow(before, flow); !why.empty()) return fail(std::move(why));
    settle_order(before.main, flow.main);
    settle_hook_names(flow, old);
    Bodies bodies{flow, old, {}, {}, {}};
    flow.main = bodies.body(flow.main);
    const std::vector<int> partner = pair_definitions(before, flow);
    std::optional<std::map<std::string, std::string>> twins;   // looked for when a component changed
    for (std::size_t i = 0; i < flow.definitions.size(); ++i) {
        DefinitionPtr& definition = flow.definitions[i];
        const int origin = partner[i] >= 0 ? partner[i] : copied_from(before, flow, i);
        const Definition* was = origin < 0 ? nullptr : before.definitions[std::size_t(origin)].get();
        if (was == definition.get()) continue;
        if (!twins) twins = twins_of_executors(before);
        if (const auto twin = was ? twins->find(was->name) : twins->end(); twin != twins->end() && runs_otherwise(*was, *definition))
            return fail(Message{WEFT_TR("core", "`%1` and `%2` run one executor: a change of one would change the other"), {was->name, twin->second}});
        Definition copy = *definition;
        if (Message why = settle_definition(copy, was); !why.empty()) return fail(std::move(why));
        if (copy.body) {
            Body inside = *copy.body;
            if (was && was->body) settle_order(*was->body, inside);
            copy.body = std::make_shared<const Body>(bodies.body(inside));
        }
        definition = std::make_shared<const Definition>(std::move(copy));
    }
    if (!bodies.refusal.empty()) return fail(std::move(bodies.refusal));
    for (DefinitionPtr& one : bodies.hoisted) flow.definitions.push_back(std::move(one));
    add_inputs(flow, bodies);
    return flow;
}

}  // namespace weft::kfp
