// Bodies, tasks and groups of a flow as DAG templates.
#include "core/targets/argo/lower.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/model/graph.h"
#include "core/targets/argo/build.h"
#include "core/targets/argo/masking.h"
#include "core/targets/argo/reading.h"
#include "core/yaml/writer.h"

namespace weft::argo {
namespace {

// --- edges ---------------------------------------------------------------------------------------------------------------------------
const Task* task_named(const Body& body, const std::string& name) {
    for (const TaskPtr& task : body.tasks)
        if (task && task->name == name) return task.get();
    return nullptr;
}

void add_need(std::vector<Need>& needs, const Need& need) {
    for (Need& known : needs) {
        if (known.task != need.task) continue;
        known.results |= need.results;
        return;
    }
    needs.push_back(need);
}

// A muted task is left out: who waited for it waits for what it waited for.
void collect_needs(const Body& body, const Task& task, std::vector<Need>& out, int depth) {
    for (const Need& need : task.needs) {
        const Task* up = task_named(body, need.task);
        if (up && up->muted && depth < 1000) collect_needs(body, *up, out, depth + 1);
        else if (up) add_need(out, need);
    }
}

// Argo waits only for what stands among the edges, so a value that is read makes one.
void add_data_needs(const Lowering& lowering, const Scope& scope, const BodyGraph& order, const Task& task, std::vector<Need>& needs) {
    const auto here = order.index.find(task.name);
    for (const FieldReference& reference : references_of(lowering.flow, task)) {
        const std::string& from = reference.reference.task;
        const Task* up = from.empty() || from == task.name ? nullptr : task_named(*scope.body, from);
        if (!up || up->muted || here == order.index.end()) continue;
        if (!order.is_upstream(order.index.at(from), here->second)) add_need(needs, {from});
    }
}

void lower_edges(Lowering& lowering, const Scope& scope, const BodyGraph& order, const Task& task, Task& made) {
    std::vector<Need> needs;
    if (task.depends.empty()) {
        collect_needs(*scope.body, task, needs, 0);
        add_data_needs(lowering, scope, order, task, needs);
    } else {
        needs = task.needs;
        made.depends = task.depends;
        for (const TaskPtr& other : scope.body->tasks)
            if (other->muted) made.depends = depends_without(made.depends, other->name);
        for (const auto& [from, to] : scope.names)
            if (from != to) made.depends = rename_in_depends(made.depends, from, to);
    }
    for (Need& need : needs) {
        const auto name = scope.names.find(need.task);
        need.task = name == scope.names.end() ? argo_name(need.task) : name->second;
    }
    made.needs = std::move(needs);
}

std::optional<Loop> lower_loop(Lowering& lowering, const Scope& scope, const Task& task) {
    if (!task.loop) return std::nullopt;
    Loop loop = *task.loop;
    loop.param = body_text(lowering, scope, loop.param, task.name);
    for (Scalar* bound : {&loop.count, &loop.start, &loop.end}) *bound = {body_text(lowering, scope, bound->text, task.name), false};
    return loop;
}

// Volumes are in the model: only the local engine cannot have them.
bool says_a_volume(const std::string& unsupported) {
    for (const char* head : {"volume claim ", "secret volume ", "config map volume ", "host path volume ", "volumeClaimTemplates"})
        if (unsupported.starts_with(head)) return true;
    return false;
}

std::string where_of(const Scope& scope, const std::string& name) { return scope.path + name; }

// In a DAG whose edges name results Argo takes no continueOn: edges of a tolerated task say it themselves, and a tolerated leaf is put into steps of its own.
// Gives back the tasks whose failure is forgiven by that.
std::set<std::string, std::less<>> settle_tolerance(Lowering& lowering, Body& body) {
    std::set<std::string, std::less<>> forgiven;
    if (edge_style(body) != EdgeStyle::depends) return forgiven;
    std::set<std::string, std::less<>> waited_for;
    for (const TaskPtr& task : body.tasks)
        for (const Need& need : task->needs) waited_for.insert(need.task);
    std::map<std::string, Results, std::less<>> also;
    for (TaskPtr& task : body.tasks) {
        if (!task->tolerated && !task->tolerated_error) continue;
        Task copy = *task;
        copy.tolerated = copy.tolerated_error = false;
        forgiven.insert(task->name);
        if (waited_for.count(task->name)) {
            also[task->name] = (task->tolerated ? on_failed : 0u) | (task->tolerated_error ? on_errored : 0u);
        } else {
            Task inner = *task;
            inner.needs.clear();
            inner.depends.clear();
            inner.when.clear();
            inner.loop.reset();
            inner.handlers.clear();
            inner.params.clear();
            inner.files.clear();
            Definition wrapper;
            wrapper.kind = DefinitionKind::flow;
            wrapper.sequential = true;
            for (const Binding& param : task->params) {
                wrapper.inputs.push_back({param.name});
                inner.params.push_back({param.name, read_text_value("{{inputs.parameters." + param.name + "}}", {})});
            }
            for (const InputFile& file : task->files) {
                wrapper.files.push_back({file.name});
                InputFile argument{file.name};
                argument.from = read_text_value("{{inputs.artifacts." + file.name + "}}", {});
                inner.files.push_back(std::move(argument));
            }
            Body steps;
            steps.tasks.push_back(std::make_shared<const Task>(std::move(inner)));
            wrapper.body = std::make_shared<const Body>(std::move(steps));
            copy.definition = lowering.add_template(std::move(wrapper), task->name + "-tolerated");
        }
        task = std::make_shared<const Task>(std::move(copy));
    }
    for (TaskPtr& task : body.tasks) {
        Task copy = *task;
        for (Need& need : copy.needs)
            if (const auto found = also.find(need.task); found != also.end() && need.results == results_default) need.results |= found->second;
        if (!(copy == *task)) task = std::make_shared<const Task>(std::move(copy));
    }
    return forgiven;
}

// Argo knows no edge that recovers: with the target found, the edge is as good as any.
void forget_recovery(Body& body) {
    for (TaskPtr& task : body.tasks) {
        Task copy = *task;
        for (Need& need : copy.needs) need.recovers = false;
        if (!(copy == *task)) task = std::make_shared<const Task>(std::move(copy));
    }
}

}  // namespace

void Lowering::note(Message what) {
    if (std::find(out.notes.begin(), out.notes.end(), what) == out.notes.end()) out.notes.push_back(std::move(what));
}

// Inputs that the entry template of an Argo file has by itself are parameters of the workflow in all but name.
std::string Lowering::add_template(Definition definition, const std::string& wanted) {
    definition.name.clear();
    const std::string text = yaml::write_yaml(template_node(definition));
    if (const auto found = made.find(text); found != made.end()) return found->second;
    definition.name = free_name(templates, wanted);
    made.emplace(text, definition.name);
    out.flow.definitions.push_back(std::make_shared<const Definition>(definition));
    return definition.name;
}

Value artifact_value(Lowering& lowering, const Scope& scope, Value from, const std::string& where) {
    if (from.source == Source::output && from.text.empty()) from = Value{Source::text, "{{tasks." + from.task + ".outputs.artifacts." + from.name + "}}"};
    return body_value(lowering, scope, from, where);
}

// The outputs of several tasks one behind the other, of which only one has run: the first that succeeded.
std::optional<Value> one_of(const Scope& scope, const Output& output) {
    const std::vector<Reference> tags = references(output.expression);
    std::string all, expression;
    for (const Reference& tag : tags) all += tag.tag;
    if (tags.size() < 2 || output.expression.source != Source::text || all != output.expression.text) return std::nullopt;
    for (std::size_t i = 0; i < tags.size(); ++i) {
        const auto name = scope.names.find(tags[i].task);
        if (tags[i].kind != Reference::Kind::output || !tags[i].simple || name == scope.names.end()) return std::nullopt;
        const std::string task = "tasks['" + name->second + "']", value = task + ".outputs." + (output.artifact ? "artifacts" : "parameters") + "['" + argo_parameter_name(tags[i].name) + "']";
        expression += i + 1 < tags.size() ? task + ".status == 'Succeeded' ? " + value + " : " : value;
    }
    return Value{Source::text, "{{=" + expression + "}}"};
}

TaskPtr lower_group(Lowering& lowering, const Scope& scope, const Task& task, const Definition& definition, Task use) {
    if (!definition.timeout.empty() || !task.timeout.empty())
        lowering.refuse({WEFT_TR("core", "%1: Argo has no time limit for a group; set it on the tasks, or on the flow"), {where_of(scope, task.name)}});
    const auto same = [&](const Task* outer) { return !task.definition.empty() && outer->definition == task.definition; };
    const bool itself = std::any_of(scope.enclosing.begin(), scope.enclosing.end(), same);
    if (itself || scope.enclosing.size() > 30 || ++lowering.groups > 20'000) {
        lowering.refuse(itself ? Message{WEFT_TR("core", "%1 uses itself: `%2` runs inside `%2`"), {where_of(scope, task.name), task.definition}}
                               : Message{WEFT_TR("core", "%1 is nested too deeply"), {where_of(scope, task.name)}});
        return nullptr;
    }
    Scope inner;
    inner.body = definition.body.get();
    inner.outer = &scope;
    inner.path = where_of(scope, task.name) + "/";
    inner.enclosing = scope.enclosing;
    inner.enclosing.push_back(&task);
    Definition made;
    made.kind = DefinitionKind::flow;
    for (const Parameter& input : definition.inputs) {
        inner.params.insert(input.name);
        Parameter lowered{argo_parameter_name(input.name), std::nullopt, input.choices, input.description};
        if (input.value) lowered.value = read_text_value(input.value->text, {});
        made.inputs.push_back(std::move(lowered));
    }
    for (const Parameter& input : entry_inputs(lowering, scope, task, definition)) use.params.push_back({argo_parameter_name(input.name), entry_value(input)});
    for (const InputFile& file : definition.files) {
        InputFile input = file;
        input.name = argo_parameter_name(file.name);
        input.from.reset();
        made.files.push_back(std::move(input));
    }
    for (const InputFile& file : task.files) {
        InputFile argument = file;
        argument.name = argo_parameter_name(file.name);
        if (file.from) argument.from = artifact_value(lowering, scope, *file.from, task.name);
        use.files.push_back(std::move(argument));
    }
    for (const Binding& param : task.params) {
        if (inner.params.insert(param.name).second) made.inputs.push_back({argo_parameter_name(param.name)});
        use.params.push_back({argo_parameter_name(param.name), body_value(lowering, scope, param.value, task.name)});
    }
    // What an outer group's inputs say is handed on where the inner tasks may read it.
    for (const std::string& name : scope.params) {
        if (scope.main || !inner.params.insert(name).second) continue;
        made.inputs.push_back({argo_parameter_name(name)});
        use.params.push_back({argo_parameter_name(name), read_text_value("{{inputs.parameters." + argo_parameter_name(name) + "}}", {})});
    }
    made.body = std::make_shared<const Body>(lower_body(lowering, inner));
    for (const Output& output : definition.outputs) {
        Output lowered = output;
        lowered.name = argo_parameter_name(output.name);
        lowered.from = OutputFrom::expression;
        const std::optional<Value> either = one_of(inner, output);
        lowered.expression = either ? *either : body_value(lowering, inner, output.expression, where_of(scope, task.name));
        made.outputs.push_back(std::move(lowered));
    }
    made.parallelism = definition.parallelism;
    made.retry = lowered_retry(task.retry ? task.retry : definition.retry);
    made.fail_fast = definition.fail_fast;
    use.definition = lowering.add_template(std::move(made), argo_name(task.definition.empty() ? task.name : task.definition));
    if (!inner.target.empty()) lowering.out.targets[use.definition] = inner.target;
    std::vector<Handler> hooks = lower_hooks(lowering, scope, task, definition.body->handlers, use.name);
    use.handlers.insert(use.handlers.end(), hooks.begin(), hooks.end());
    return std::make_shared<const Task>(std::move(use));
}

TaskPtr lower_task(Lowering& lowering, const Scope& scope, const Task& task, const std::string& name) {
    const std::string where = where_of(scope, task.name);
    const Definition* definition = definition_of(lowering.flow, task);
    if (!definition) {
        lowering.refuse({WEFT_TR("core", "%1 uses `%2`, which is not defined"), {where, task.definition}}, true);
        return nullptr;
    }
    for (const std::string& what : definition->unsupported)  // a dropped field would be a silent lie
        if (!says_a_volume(what))
            lowering.refuse({WEFT_TR("core", "%1 uses `%2`, which only its own file can say"), {where, what}});
    refuse_missing_inputs(lowering, scope, task, *definition, where);
    const TaskId outer = std::exchange(lowering.task, task.id);
    const struct Restore {
        TaskId& at;
        TaskId to;
        ~Restore() { at = to; }
    } restore{lowering.task, outer};
    Task use;
    use.name = name;
    use.when = body_text(lowering, scope, task.when, where);
    use.loop = lower_loop(lowering, scope, task);
    use.tolerated = task.tolerated;
    use.tolerated_error = task.tolerated_error;
    use.handlers = lower_hooks(lowering, scope, task, task.handlers, name);
    switch (definition->kind) {
        case DefinitionKind::container:
        case DefinitionKind::script: return lower_pod(lowering, scope, task, *definition, std::move(use));
        case DefinitionKind::flow:
            if (definition->body) return lower_group(lowering, scope, task, *definition, std::move(use));
            lowering.refuse({WEFT_TR("core", "%1 is a group without tasks"), {where}});
            return nullptr;
        case DefinitionKind::wait:
        case DefinitionKind::http: {
            if (!task.timeout.empty() || !definition->timeout.empty())
                lowering.refuse({WEFT_TR("core", "%1: Argo has no time limit for a wait or a request"), {where}});
            Definition made;
            made.kind = definition->kind;
            made.detail = definition->detail;
            if (definition->kind == DefinitionKind::wait) made.detail = definition->detail.find(' ') == std::string::npos ? "suspend" : "suspend " + go_duration(definition->detail.substr(definition->detail.find(' ') + 1));
            use.definition = lowering.add_template(std::move(made), argo_name(task.definition.empty() ? task.name : task.definition));
            return std::make_shared<const Task>(std::move(use));
        }
        case DefinitionKind::none: lowering.refuse({WEFT_TR("core", "%1 has nothing to run"), {where}}, true); return nullptr;
        case DefinitionKind::reference: lowering.refuse({WEFT_TR("core", "%1 runs %2, which stands elsewhere"), {where, definition->detail}}); return nullptr;
        case DefinitionKind::resource:
        case DefinitionKind::other:
            lowering.refuse({WEFT_TR("core", "%1 is of a kind that only its own file can say (%2)"), {where, definition->unsupported.empty() ? definition->detail : definition->unsupported.front()}});
            return nullptr;
    }
    return nullptr;
}

Body lower_body(Lowering& lowering, Scope& scope) {
    const Body& body = *scope.body;
    std::set<std::string, std::less<>> taken;
    for (const TaskPtr& task : body.tasks)
        if (task && !task->muted && !scope.names.count(task->name)) scope.names.emplace(task->name, free_name(taken, argo_name(task->name)));
    const BodyGraph order = graph_of(lowering.flow, body, GraphEdges::order);
    Body made;
    for (const TaskPtr& task : body.tasks) {
        if (!task || task->muted) continue;
        const TaskPtr lowered = lower_task(lowering, scope, *task, scope.names.at(task->name));
        if (!lowered) continue;
        Task with_edges = *lowered;
        lower_edges(lowering, scope, order, *task, with_edges);
        made.tasks.push_back(std::make_shared<const Task>(std::move(with_edges)));
    }
    if (made.tasks.empty()) lowering.refuse(scope.main ? Message{WEFT_TR("core", "the flow has no task to run")} : Message{WEFT_TR("core", "the group %1 has no task to run"), {scope.path}});
    limit_loops(lowering, made);
    const std::set<std::string, std::less<>> forgiven = settle_tolerance(lowering, made);
    scope.target = honest_target(made, forgiven);
    forget_recovery(made);
    return made;
}

Lowered lower(const Flow& flow, const std::string& version) {
    Lowering lowering{flow};
    lowering.nest = !version.starts_with("3.");
    Flow& out = lowering.out.flow;
    out.format = "argo";
    out.description = flow.description;
    for (const Parameter& parameter : flow.parameters) {
        Parameter lowered{argo_parameter_name(parameter.name), std::nullopt, parameter.choices, parameter.description};
        if (parameter.value) lowered.value = read_text_value(parameter.value->text, {});
        out.parameters.push_back(std::move(lowered));
    }
    add_entry_parameters(flow, out);
    if (!flow.timeout.empty()) {
        const Result<double> seconds = parse_duration(flow.timeout);
        if (seconds) out.timeout = std::to_string(long(std::ceil(*seconds)));
        else lowering.refuse({WEFT_TR("core", "the flow's time limit `%1` is no duration"), {flow.timeout}});
    }
    for (const std::string& what : flow.unsupported)
        if (!says_a_volume(what)) lowering.refuse({WEFT_TR("core", "the flow uses `%1`, which only its own file can say"), {what}});
    out.parallelism = flow.parallelism;
    out.entrypoint = free_name(lowering.templates, "main");
    lowering.templates.insert(handlers_template);
    Scope scope;
    scope.body = &flow.main;
    scope.main = true;
    for (const Parameter& parameter : out.parameters) scope.params.insert(parameter.name);
    for (const Parameter& parameter : flow.parameters) scope.params.insert(parameter.name);
    out.main = lower_body(lowering, scope);
    if (!scope.target.empty()) lowering.out.targets[out.entrypoint] = scope.target;
    lower_flow_handlers(lowering, scope);
    split_main(lowering);
    collapse_templates(lowering);
    out.schedule = lowered_schedule(lowering, flow.schedule);
    Definition entry;
    entry.name = out.entrypoint;
    entry.kind = DefinitionKind::flow;
    out.definitions.insert(out.definitions.begin(), std::make_shared<const Definition>(std::move(entry)));
    return std::move(lowering.out);
}

}  // namespace weft::argo
