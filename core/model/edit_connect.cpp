// Edges: order (a need) and data (a binding).
#include <algorithm>
#include <bit>
#include <unordered_map>

#include "core/model/graph.h"
#include "core/model/rebuild.h"

namespace weft::edit {
namespace {

struct Place {
    const Task* task = nullptr;
    bool handler = false;
};

Place place_in(const Body& body, TaskId id) {
    for (const TaskPtr& task : body.tasks) {
        if (task && task->id == id) return {task.get(), false};
    }
    for (const Handler& handler : body.handlers) {
        if (handler.task && handler.task->id == id) return {handler.task.get(), true};
    }
    return {};
}

bool needs(const Task& task, std::string_view name) {
    if (std::any_of(task.needs.begin(), task.needs.end(), [&](const Need& need) { return need.task == name; })) return true;
    if (task.depends.empty()) return false;
    const Result<std::vector<DependsTerm>> terms = depends_terms(task.depends);
    return terms && std::any_of(terms->begin(), terms->end(), [&](const DependsTerm& term) { return term.task == name; });
}

void for_each_upstream(const Task& task, const std::function<void(std::string_view)>& fn) {
    for (const Need& need : task.needs) fn(need.task);
    if (!task.depends.empty()) {
        for (const Need& need : needs_of_expression(task.depends)) fn(need.task);
    }
    for_each_read(task, fn);
}

// Tasks by name, the first of a name. One table for a body of thousands that is asked once: no memory for each of them.
class TasksByName {
public:
    explicit TasksByName(const Body& body) : slots_(std::bit_ceil(2 * body.tasks.size() + 2), nullptr) {
        for (const TaskPtr& task : body.tasks)
            if (const Task** known = task ? &slot(task->name) : nullptr; known && !*known) *known = task.get();
    }
    const Task* find(std::string_view name) { return slot(name); }

private:
    const Task*& slot(std::string_view name) {
        std::size_t at = std::hash<std::string_view>()(name) & (slots_.size() - 1);
        while (slots_[at] && slots_[at]->name != name) at = (at + 1) & (slots_.size() - 1);
        return slots_[at];
    }
    std::vector<const Task*> slots_;
};

// The shortest way from `start` down to `goal`, found upwards from the goal so that only its ancestors are looked at; empty if there is none.
std::vector<std::string> way_down(const Body& body, const Task& start, const Task& goal) {
    TasksByName index(body);
    std::unordered_map<const Task*, const Task*> next_of;
    std::vector<const Task*> open = {&goal};
    for (std::size_t at = 0; at < open.size(); ++at) {
        if (open[at] == &start) break;
        const Task* const here = open[at];
        for_each_upstream(*here, [&](std::string_view name) {
            const Task* const found = index.find(name);
            if (!found || found == &goal || !next_of.emplace(found, here).second) return;
            open.push_back(found);
        });
    }
    if (!next_of.count(&start)) return {};
    std::vector<std::string> way;
    for (const Task* at = &start; at != &goal; at = next_of[at]) way.push_back(at->name);
    way.push_back(goal.name);
    return way;
}

Message loop_message(const Task& from, const std::vector<std::string>& way) {
    std::string ring = from.name;
    for (const std::string& name : way) ring += " → " + name;
    return {WEFT_TR("core", "this would close a loop: %1"), {ring}};
}

// Why no edge of this kind may run from one to the other, apart from there being one already.
Message refusal(const Flow& flow, TaskId from, TaskId to, EdgeKind kind) {
    if (!find_task(flow, from) || !find_task(flow, to)) return {WEFT_TR("core", "there is no such task any more")};
    if (from == to) return {WEFT_TR("core", "a task cannot wait for itself")};
    const BodyRef ref = body_of(flow, from);
    const Body* body = body_at(flow, ref);
    const Place source = body ? place_in(*body, from) : Place{};
    const Place target = body ? place_in(*body, to) : Place{};
    if (!source.task) return {WEFT_TR("core", "the exit handler of a task has no edges")};
    if (source.task->name.empty()) return {WEFT_TR("core", "the task that the edge starts at has no name, so nothing can ask for it: give it one first")};
    if (!target.task) return {WEFT_TR("core", "the two tasks stand in different flows")};
    if (source.handler && !target.handler) return {WEFT_TR("core", "a body task cannot wait for an exit handler: it runs after everything")};
    if (source.handler) return {WEFT_TR("core", "exit handlers do not wait for each other")};
    if (target.handler && kind == EdgeKind::order) return {WEFT_TR("core", "an exit handler waits for everything anyway: it can only read outputs")};
    if (target.handler) return {};
    const std::vector<std::string> way = way_down(*body, *target.task, *source.task);
    return way.empty() ? Message() : loop_message(*source.task, way);
}

void add_need(Task& task, const std::string& from, Results results) {
    if (!task.depends.empty()) {
        const bool loose = task.depends.find("||") != std::string::npos;
        task.depends = (loose ? "(" + task.depends + ")" : task.depends) + " && " + depends_term(from, results);
    }
    task.needs.push_back({from, results, false});
}

bool remove_edge(Task& task, const std::string& from) {
    const auto reads = [&](const Binding& binding) { return binding.value.source == Source::output && binding.value.task == from; };
    const auto reads_file = [&](const InputFile& file) { return file.from && file.from->source == Source::output && file.from->task == from; };
    std::size_t gone = std::erase_if(task.needs, [&](const Need& need) { return need.task == from; });
    if (const std::string rest = depends_without(task.depends, from); rest != task.depends) {
        task.depends = rest;
        rebuild::settle_depends(task);
        ++gone;
    }
    gone += std::erase_if(task.params, reads) + std::erase_if(task.files, reads_file) + std::erase_if(task.environment.env, reads);
    if (task.own && std::any_of(task.own->environment.env.begin(), task.own->environment.env.end(), reads)) {
        rebuild::change_own(task, [&](Definition& own) { gone += std::erase_if(own.environment.env, reads); });
    }
    return gone > 0;
}

void set_binding(std::vector<Binding>& bindings, const std::string& name, Value value) {
    const auto known = std::find_if(bindings.begin(), bindings.end(), [&](const Binding& binding) { return binding.name == name; });
    if (known != bindings.end()) known->value = std::move(value);
    else bindings.push_back({name, std::move(value)});
}

bool has_binding(const std::vector<Binding>& bindings, std::string_view name) {
    return std::any_of(bindings.begin(), bindings.end(), [&](const Binding& binding) { return binding.name == name; });
}

// The parameter gets the value where the name is set already: argument, variable of the use, variable of the own definition.
void bind_param(Task& task, const std::string& param, const Value& value) {
    if (!has_binding(task.params, param)) {
        if (has_binding(task.environment.env, param)) return set_binding(task.environment.env, param, value);
        if (task.own && has_binding(task.own->environment.env, param)) {
            return rebuild::change_own(task, [&](Definition& own) { set_binding(own.environment.env, param, value); });
        }
    }
    set_binding(task.params, param, value);
}

Result<Flow> with_changed_definition(const Flow& flow, const Task& task, const std::function<void(Definition&)>& change) {
    std::optional<Flow> made = task.definition.empty() ? rebuild::with_task(flow, task.id, [&](Task& t) { rebuild::change_own(t, change); })
                                                       : rebuild::with_definition(flow, task.definition, change);
    if (!made) return fail({WEFT_TR("core", "\"%1\" is not defined in this file, so nothing can be added to it"), {task.definition}});
    return std::move(*made);
}

Result<Flow> with_output(const Flow& flow, const Task& from, const std::string& output) {
    const Definition* definition = definition_of(flow, from);
    const auto is_it = [&](const Output& known) { return known.name == output; };
    if (definition && std::any_of(definition->outputs.begin(), definition->outputs.end(), is_it)) return flow;
    if (flow.format != "native" && output == "result") return flow;  // Argo: what a script prints
    return with_changed_definition(flow, from, [&](Definition& d) {
        Output made;
        made.name = output;
        d.outputs.push_back(std::move(made));
    });
}

// Engine templates declare what they take; a native task takes every parameter as an environment variable.
Result<Flow> with_input(const Flow& flow, TaskId to, const std::string& param) {
    const Task* task = find_task(flow, to);
    if (flow.format == "native" || !task || !has_binding(task->params, param)) return flow;
    const Definition* definition = definition_of(flow, *task);
    const auto is_it = [&](const Parameter& known) { return known.name == param; };
    if (!definition || std::any_of(definition->inputs.begin(), definition->inputs.end(), is_it)) return flow;
    return with_changed_definition(flow, *task, [&](Definition& d) {
        Parameter made;
        made.name = param;
        d.inputs.push_back(std::move(made));
    });
}

}  // namespace

Message why_not_connect(const Flow& flow, TaskId from, TaskId to) {
    if (Message why = refusal(flow, from, to, EdgeKind::order); !why.empty()) return why;
    if (needs(*find_task(flow, to), find_task(flow, from)->name)) return {WEFT_TR("core", "the edge exists already")};
    return {};
}

Result<Flow> connect(const Flow& flow, TaskId from, TaskId to, Results results) {
    if (Message why = why_not_connect(flow, from, to); !why.empty()) return fail(std::move(why));
    const std::string name = find_task(flow, from)->name;
    std::optional<Flow> made = rebuild::with_task(flow, to, [&](Task& task) { add_need(task, name, results == 0 ? results_default : results); });
    if (!made) return rebuild::no_such_task();
    return std::move(*made);
}

Result<Flow> disconnect(const Flow& flow, TaskId from, TaskId to) {
    const Task* source = find_task(flow, from);
    const Task* target = find_task(flow, to);
    if (!source || !target) return rebuild::no_such_task();
    bool gone = false;
    std::optional<Flow> made = rebuild::with_task(flow, to, [&](Task& task) { gone = remove_edge(task, source->name); });
    if (!made || !gone) return fail({WEFT_TR("core", "there is no edge from \"%1\" to \"%2\""), {source->name, target->name}});
    return std::move(*made);
}

Result<Flow> bind(const Flow& flow, TaskId from, const std::string& output, TaskId to, const std::string& param) {
    if (Message why = refusal(flow, from, to, EdgeKind::data); !why.empty()) return fail(std::move(why));
    if (output.empty()) return fail({WEFT_TR("core", "an output needs a name")});
    if (param.empty()) return fail({WEFT_TR("core", "a parameter needs a name")});
    const Task& source = *find_task(flow, from);
    Result<Flow> made = with_output(flow, source, output);
    if (!made) return made;
    const Body* body = body_at(flow, body_of(flow, to));
    const bool waits = body && place_in(*body, to).handler;
    std::optional<Flow> bound = rebuild::with_task(*made, to, [&](Task& task) {
        bind_param(task, param, Value{Source::output, {}, source.name, output, false});
        if (!waits && !needs(task, source.name)) add_need(task, source.name, results_default);
    });
    if (!bound) return rebuild::no_such_task();
    return with_input(*bound, to, param);
}

}  // namespace weft::edit
