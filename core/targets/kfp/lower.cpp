// Bodies, groups, loops and edges of a flow as DAG components.
#include "core/targets/kfp/lower.h"

#include <algorithm>

#include "core/model/edit.h"
#include "core/targets/kfp/build.h"
#include "core/targets/kfp/settling.h"
#include "core/yaml/writer.h"

namespace weft::kfp {
namespace {

constexpr int max_tasks = 20'000;

void add_need(std::vector<Need>& needs, const Need& need) {
    if (std::none_of(needs.begin(), needs.end(), [&](const Need& n) { return n.task == need.task; })) needs.push_back(need);
}

// A muted task is left out: who waited for it waits for what it waited for.
void collect_needs(const Scope& scope, const std::vector<Need>& given, std::vector<Need>& out, int depth) {
    for (const Need& need : given) {
        const Task* up = sibling(scope, need.task);
        if (up && up->muted && depth < 1000) collect_needs(scope, up->needs, out, depth + 1);
        else if (up) add_need(out, need);
    }
}

bool awaited(const Body& body, const std::string& name) {
    return std::any_of(body.tasks.begin(), body.tasks.end(), [&](const TaskPtr& t) { return std::any_of(t->needs.begin(), t->needs.end(), [&](const Need& n) { return n.task == name; }); });
}

void lower_edges(Lowering& lowering, const Scope& scope, const Task& task, Task& made) {
    const std::string where = where_of(scope, task.name);
    std::vector<Need> given = task.needs, needs;
    if (!task.depends.empty()) {
        const std::optional<std::vector<Need>> plain = needs_of_depends(task.depends);
        if (!plain) lowering.refuse({WEFT_TR("core", "%1: KFP has no expression like `%2`; a task waits for all of its needs"), {where, task.depends}});
        else given = *plain;
    }
    collect_needs(scope, given, needs, 0);
    for (const FieldReference& reference : references_of(lowering.flow, task)) {
        const std::string& from = reference.reference.task;
        const Task* up = from.empty() || from == task.name ? nullptr : sibling(scope, from);
        if (up && !up->muted) add_need(needs, {from});
    }
    for (Need& need : needs) {
        const Task* up = sibling(scope, need.task);
        const bool success = need.results == results_default || need.results == on_succeeded || need.results == (on_succeeded | on_skipped);
        const bool any_end = (need.results & (on_succeeded | on_failed)) == (on_succeeded | on_failed);
        if (need.recovers || (!success && !any_end))
            lowering.refuse({WEFT_TR("core", "%1 waits for a result of %2 that KFP does not know: success, or any end"), {where, need.task}});
        else if (!success && (needs.size() != 1 || awaited(*scope.body, task.name)))
            lowering.refuse({WEFT_TR("core", "%1 waits for any end of %2; KFP takes that only from a task with one edge in and none out"), {where, need.task}});
        else if (!success && up && up->loop) lowering.refuse({WEFT_TR("core", "%1 waits for any end of %2, a loop; KFP never starts it then"), {where, need.task}});
        need = {scope.names.at(need.task), success ? results_default : results_completed, false};
    }
    made.needs = std::move(needs);
}

std::vector<std::string> read_outputs(const Lowering& lowering, const Task& task) {
    const auto found = lowering.read.find(&task);
    return found == lowering.read.end() ? std::vector<std::string>{} : std::vector<std::string>(found->second.begin(), found->second.end());
}

bool is_artifact(const Lowering& lowering, const Task& task, const std::string& name) {
    const Definition* definition = definition_of(lowering.flow, task);
    return definition && std::any_of(definition->outputs.begin(), definition->outputs.end(), [&](const Output& o) { return o.name == name && o.artifact; });
}

void lower_when(Lowering& lowering, Scope& scope, const Task& task, Task& made, NewInputs& inputs) {
    if (task.when.empty()) return;
    const std::string where = where_of(scope, task.name);
    const auto input = [&](const Reference& tag, ValueType) -> std::string {
        bool known = false;
        const Value value = value_of(lowering, scope, tag, where, &known);
        if (!known || (value.source != Source::param && value.source != Source::output && value.source != Source::text)) return {};
        return input_for(made, value, value.source == Source::param ? type_of_param(lowering, scope, tag.name) : ValueType::string, inputs);
    };
    const std::optional<std::string> cel = condition_cel(task.when, input);
    if (!cel) return lowering.refuse({WEFT_TR("core", "%1: the condition `%2` cannot be said in KFP's words: compare parameters and outputs with == != < <= > >= and join them with && || !"), {where, task.when}});
    made.when = *cel;
}

TaskPtr lower_group(Lowering& lowering, Scope& scope, const Task& task, const Definition& definition, Task use) {
    const std::string where = where_of(scope, task.name);
    const auto same = [&](const Task* outer) { return definition_of(lowering.flow, *outer) == &definition; };
    if (std::any_of(scope.enclosing.begin(), scope.enclosing.end(), same)) {
        lowering.refuse({WEFT_TR("core", "%1 uses itself; KFP cannot run what is inside itself"), {task.definition.empty() ? task.name : task.definition}});
        return nullptr;
    }
    if (!definition.timeout.empty() || !task.timeout.empty()) lowering.refuse({WEFT_TR("core", "%1: KFP has no time limit for a group; set it on the tasks, or on the flow"), {where}});
    if (definition.parallelism) lowering.refuse({WEFT_TR("core", "%1: KFP limits how much runs at once only in loops"), {where}});
    if (!definition.fail_fast) lowering.refuse({WEFT_TR("core", "%1: in KFP a group ends with its first failure"), {where}});
    if (!task.files.empty() || !definition.files.empty()) lowering.refuse({WEFT_TR("core", "%1: a group takes no files; hand over a parameter"), {where}});
    Scope inner;
    inner.body = definition.body.get();
    inner.outer = &scope;
    inner.path = where + "/";
    inner.enclosing = scope.enclosing;
    inner.enclosing.push_back(&task);
    NewInputs inputs;
    const auto add = [&](const std::string& name, ValueType type, const std::optional<Value>& value) {
        Parameter input;
        input.name = kfp_parameter_name(name);
        input.type = type == ValueType::any ? ValueType::string : type;
        if (value) input.value = settled_literal(Value{Source::literal, value->text, {}, {}, value->plain}, input.type);
        inner.params[name] = input.name;
        inner.inputs.push_back(std::move(input));
    };
    for (const Parameter& input : definition.inputs) add(input.name, input.type, input.value);
    for (const Binding& param : task.params) {
        if (!inner.params.count(param.name)) add(param.name, ValueType::string, std::nullopt);
        inner.arguments.push_back({inner.params[param.name], body_value(lowering, scope, use, inputs, param.value, where)});
    }
    if (!use.params.empty()) lowering.refuse({WEFT_TR("core", "%1: a text with values inside cannot be handed to a group; give the values one by one"), {where}});
    Definition made;
    made.kind = DefinitionKind::flow;
    made.body = std::make_shared<const Body>(lower_body(lowering, inner));
    for (const Output& output : definition.outputs) {
        Output lowered;
        lowered.name = kfp_parameter_name(output.name);
        lowered.from = OutputFrom::expression;
        lowered.artifact = output.artifact;
        lowered.type = output.artifact ? ValueType::any : ValueType::string;
        Task carrier;
        lowered.expression = body_value(lowering, inner, carrier, inputs, output.expression, where);
        if (lowered.expression.source != Source::output) lowering.refuse({WEFT_TR("core", "%1: the output `%2` of a group must be the output of one of its tasks"), {where, output.name}});
        made.outputs.push_back(std::move(lowered));
    }
    made.inputs = inner.inputs;
    use.params = inner.arguments;
    refuse_missing(lowering, made.inputs, use, where);
    use.retry = lowered_retry(lowering, task.retry ? task.retry : definition.retry, where);
    use.definition = lowering.add_component(std::move(made), kfp_name(task.definition.empty() ? task.name : task.definition));
    return std::make_shared<const Task>(std::move(use));
}

std::optional<Loop> lower_loop(Lowering& lowering, Scope& scope, const Task& task, Scope& inner) {
    const std::string where = where_of(scope, task.name);
    Loop loop = *task.loop;
    // Every item is a string: a number would arrive as 4.0, and a field of a map is read from its JSON text.
    const auto as_string = [](const std::string& item) { return item_text(node_of_json("[" + json_string(item) + "]")->items[0]); };
    if (loop.over == Loop::Over::sequence) {
        const auto number = [](const Scalar& s) -> std::optional<long> {
            if (s.text.empty() || s.text.size() > 9 || s.text.find_first_not_of("0123456789-") != std::string::npos) return std::nullopt;
            return std::stol(s.text);
        };
        const std::optional<long> count = number(loop.count), start = loop.start.text.empty() ? std::optional<long>(0) : number(loop.start), end = number(loop.end);
        const bool readable = start && (loop.count.text.empty() ? end.has_value() : count.has_value()) && loop.format.empty();
        const long last = !readable ? 0 : count ? *start + *count - 1 : *end;
        if (!readable || last - *start > 5000 || last - *start < -5000) {
            lowering.refuse({WEFT_TR("core", "%1: KFP loops over a list, and these numbers cannot be listed beforehand"), {where}});
            return std::nullopt;
        }
        Loop list;
        list.parallelism = loop.parallelism;
        if (last >= *start)
            for (long n = *start; n <= last; ++n) list.items.push_back(as_string(std::to_string(n)));
        else if (!count)
            for (long n = *start; n >= last; --n) list.items.push_back(as_string(std::to_string(n)));
        return list;
    }
    if (loop.over == Loop::Over::items) {
        for (std::string& item : loop.items) {
            if (!references_in(item).empty()) lowering.refuse({WEFT_TR("core", "%1: an item of a list cannot be read from elsewhere"), {where}});
            item = as_string(item);
        }
        return loop;
    }
    const std::vector<Reference> tags = references_in(loop.param);
    bool known = false;
    const Value from = tags.size() == 1 ? value_of(lowering, scope, tags[0], where, &known) : Value{};
    if (!known) {
        lowering.refuse({WEFT_TR("core", "%1: a loop needs a list from a parameter or an output, not `%2`"), {where, loop.param}});
        return std::nullopt;
    }
    const Value input = pull(lowering, inner, from, ValueType::list, from.source == Source::output ? from.task + "-" + from.name : from.name);
    for (Parameter& one : inner.inputs)
        if (one.name == input.name) one.type = ValueType::list;
    loop.param = tag_of(from);
    return loop;
}

TaskPtr lower_looped(Lowering& lowering, Scope& scope, const Task& task, const std::string& name) {
    std::optional<Loop> loop;
    Task once = task;
    once.loop.reset();
    once.handlers.clear();
    const auto prepare = [&](Scope& inner) {
        Parameter item;
        item.name = inner.item = "pipelinechannel--loop-item-param-1";
        item.type = ValueType::string;
        inner.inputs.push_back(item);
        loop = lower_loop(lowering, scope, task, inner);
    };
    const TaskPtr group = around(lowering, scope, once, name, "for-loop-" + name, prepare, true);
    if (!group || !loop) return nullptr;
    Task made = *group;
    made.loop = loop;
    made.params.push_back({"pipelinechannel--loop-item-param-1", Value{Source::item}});
    return std::make_shared<const Task>(std::move(made));
}

// A condition of the whole loop stands on a group round it: a task has either a condition or an iterator.
TaskPtr lower_conditional_loop(Lowering& lowering, Scope& scope, const Task& task, const std::string& name) {
    Task loop = task;
    loop.when.clear();
    loop.handlers.clear();
    const TaskPtr group = around(lowering, scope, loop, name, "condition-" + name, {}, true, true);
    if (!group) return nullptr;
    Task made = *group;
    NewInputs inputs;
    lower_when(lowering, scope, task, made, inputs);
    return std::make_shared<const Task>(std::move(made));
}

void note_reads(Lowering& lowering, const Body& body) {
    const auto note = [&](const Task& reader) {
        for (const FieldReference& one : references_of(lowering.flow, reader)) {
            if (one.reference.kind != Reference::Kind::output) continue;
            for (const TaskPtr& task : body.tasks)
                if (task->name == one.reference.task) {
                    lowering.read[task.get()].insert(one.reference.name);
                    if (one.field.starts_with("loop")) lowering.lists.insert({task.get(), one.reference.name});
                }
        }
    };
    for (const TaskPtr& task : body.tasks) {
        note(*task);
        if (task->own && task->own->body) note_reads(lowering, *task->own->body);
    }
}

void note_expressions(Lowering& lowering, const Body& body, const std::vector<Output>& outputs) {
    for (const Output& output : outputs)
        for (const Reference& tag : references(output.expression))
            for (const TaskPtr& task : body.tasks)
                if (task->name == tag.task) lowering.read[task.get()].insert(tag.name);
}

void note_all(Lowering& lowering) {
    note_reads(lowering, lowering.flow.main);
    for (const DefinitionPtr& definition : lowering.flow.definitions)
        if (definition->body) note_reads(lowering, *definition->body), note_expressions(lowering, *definition->body, definition->outputs);
    for_each_task(lowering.flow, [&](const std::string&, const Task& task, const Handler*) {
        if (task.own && task.own->body) note_expressions(lowering, *task.own->body, task.own->outputs);
        if (!task.loop || task.loop->over != Loop::Over::param) return;
        for (const Reference& tag : references_in(task.loop->param)) {
            if (tag.kind == Reference::Kind::param) lowering.list_params.insert(tag.name);
            if (tag.kind == Reference::Kind::workflow && tag.name.starts_with("parameters.")) lowering.list_params.insert(tag.name.substr(11));
        }
    });
}

void lower_parameters(Lowering& lowering, Scope& scope) {
    std::set<std::string> taken;
    for (const Parameter& parameter : lowering.flow.parameters) {
        Parameter made;
        made.name = free_name_in(taken, kfp_parameter_name(parameter.name), '_');
        made.description = parameter.description;
        made.choices = parameter.choices;
        made.type = lowering.list_params.count(parameter.name) ? ValueType::list : parameter.type == ValueType::any || parameter.type == ValueType::file ? ValueType::string : parameter.type;
        if (parameter.value && !references(*parameter.value).empty()) lowering.refuse({WEFT_TR("core", "the parameter `%1` must have a fixed default"), {parameter.name}});
        if (parameter.value) made.value = settled_literal(Value{Source::literal, parameter.value->text, {}, {}, parameter.value->plain}, made.type);
        if (made.type == ValueType::list && made.value && !node_of_json(made.value->text)) lowering.refuse({WEFT_TR("core", "a loop goes over the parameter `%1`, so its value must be a JSON list, not `%2`"), {parameter.name, made.value->text}});
        scope.params[parameter.name] = made.name;
        lowering.out.flow.parameters.push_back(std::move(made));
    }
}

}  // namespace

const Task* original_of(const Scope& scope, const std::string& name) {
    const Scope* around = &scope;
    while (!around->body && around->outer) around = around->outer;
    return sibling(*around, name);
}

void add_inputs(Definition& definition, const std::vector<Parameter>& inputs) {
    for (const Parameter& input : inputs)
        if (std::none_of(definition.inputs.begin(), definition.inputs.end(), [&](const Parameter& p) { return p.name == input.name; })) definition.inputs.push_back(input);
}

void Lowering::refuse(Message why) {
    if (std::find(out.reasons.begin(), out.reasons.end(), why) == out.reasons.end()) out.reasons.push_back(std::move(why));
}

std::string Lowering::add_component(Definition definition, const std::string& wanted) {
    definition.name = "comp-x";
    Flow alone;
    alone.definitions.push_back(std::make_shared<const Definition>(definition));
    const Trees trees = build(alone, {});
    std::string key = yaml::write_yaml(trees.spec) + (trees.platform ? yaml::write_yaml(trees.platform) : std::string());
    for (const Parameter& input : definition.inputs) key += input.name + (input.type == ValueType::any ? "?" : ".");   // any: the status
    if (const auto found = made.find(key); found != made.end()) return found->second;
    definition.name = free_name_in(components, "comp-" + wanted, '-');
    made.emplace(std::move(key), definition.name);
    out.flow.definitions.push_back(std::make_shared<const Definition>(definition));
    return definition.name;
}

void refuse_missing(Lowering& lowering, const std::vector<Parameter>& inputs, const Task& use, const std::string& where) {
    for (const Parameter& input : inputs)
        if (!input.value && std::none_of(use.params.begin(), use.params.end(), [&](const Binding& b) { return b.name == input.name; }))
            lowering.refuse({WEFT_TR("core", "%1: the input `%2` is given nothing and has no default"), {where, input.name}});
}

std::optional<Retry> lowered_retry(Lowering& lowering, const std::optional<Retry>& retry, const std::string& where) {
    if (!retry) return retry;
    Retry out = settled_retry(*retry);
    out.policy.clear();
    if (!out.expression.empty()) lowering.refuse({WEFT_TR("core", "%1: KFP has no expression for a retry"), {where}});
    if (retry->policy == "OnError" || retry->policy == "OnTransientError") lowering.refuse({WEFT_TR("core", "%1: KFP tries again after every failure, not only %2"), {where, retry->policy}});
    if (!out.limit || out.limit->text.empty() || out.limit->text.find_first_not_of("0123456789") != std::string::npos) lowering.refuse({WEFT_TR("core", "%1: KFP needs a number of tries"), {where}});
    for (const std::string* text : {&out.delay, &out.max_delay})
        if (!text->empty() && seconds_of(*text).empty()) lowering.refuse({WEFT_TR("core", "%1: the delay `%2` is no duration"), {where, *text}});
    return out;
}

TaskPtr around(Lowering& lowering, Scope& outer, const Task& task, const std::string& name, const std::string& stem, const std::function<void(Scope&)>& prepare, bool list_outputs,
               bool whole) {
    Scope inner;
    inner.outer = &outer;
    inner.path = outer.path;
    inner.enclosing = outer.enclosing;
    if (prepare) prepare(inner);
    const TaskPtr inside = lower_task(lowering, inner, task, name, whole);
    if (!inside) return nullptr;
    Definition group;
    group.kind = DefinitionKind::flow;
    Body body;
    body.tasks.push_back(inside);
    group.body = std::make_shared<const Body>(std::move(body));
    // `task` may be a copy: who reads is noted for the task of the flow.
    const Task* original = original_of(outer, task.name);
    for (const std::string& read : read_outputs(lowering, original ? *original : task)) {
        Output output;
        output.name = kfp_parameter_name(read);
        output.from = OutputFrom::expression;
        output.expression = Value{Source::output, {}, name, output.name};
        output.artifact = is_artifact(lowering, task, read);
        output.type = list_outputs ? ValueType::list : output.artifact ? ValueType::any : original && lowering.lists.count({original, read}) ? ValueType::list : ValueType::string;
        group.outputs.push_back(std::move(output));
    }
    std::stable_partition(group.outputs.begin(), group.outputs.end(), [](const Output& o) { return !o.artifact; });
    group.inputs = inner.inputs;
    Task use;
    use.name = name;
    use.params = inner.arguments;
    use.definition = lowering.add_component(std::move(group), stem);
    return std::make_shared<const Task>(std::move(use));
}

TaskPtr lower_task(Lowering& lowering, Scope& scope, const Task& task, const std::string& name, bool whole) {
    const std::string where = where_of(scope, task.name);
    if (lowering.tasks > max_tasks) return nullptr;
    if (++lowering.tasks > max_tasks) {
        lowering.refuse({WEFT_TR("core", "the groups inside groups make more than %1 tasks"), {std::to_string(max_tasks)}});
        return nullptr;
    }
    const Definition* definition = definition_of(lowering.flow, task);
    if (!definition) {
        lowering.refuse({WEFT_TR("core", "%1 uses `%2`, which is not defined"), {where, task.definition}});
        return nullptr;
    }
    for (const std::string& what : definition->unsupported) lowering.refuse({WEFT_TR("core", "%1 uses `%2`, which only its own file can say"), {where, what}});
    if (task.tolerated || task.tolerated_error) lowering.refuse({WEFT_TR("core", "%1: KFP cannot go on after a failure as if nothing were"), {where}});
    if (whole && task.loop) {
        const bool per_item = task.when.empty() || task.when.find("{{item") != std::string::npos;
        return per_item ? lower_looped(lowering, scope, task, name) : lower_conditional_loop(lowering, scope, task, name);
    }
    Task use;
    use.name = name;
    if (name != task.name) use.note = task.name;
    TaskPtr made;
    switch (definition->kind) {
        case DefinitionKind::container:
        case DefinitionKind::script: made = lower_pod(lowering, scope, task, *definition, std::move(use)); break;
        case DefinitionKind::flow:
            if (definition->body) made = lower_group(lowering, scope, task, *definition, std::move(use));
            else lowering.refuse({WEFT_TR("core", "%1 is a group without tasks"), {where}});
            break;
        case DefinitionKind::none: lowering.refuse({WEFT_TR("core", "%1 has nothing to run"), {where}}); break;
        case DefinitionKind::reference: lowering.refuse({WEFT_TR("core", "%1 runs %2, which stands elsewhere"), {where, definition->detail}}); break;
        default: lowering.refuse({WEFT_TR("core", "%1: a component of KFP runs a container, this is %2"), {where, definition->detail}});
    }
    if (!made || task.when.empty()) return made;
    Task with = *made;
    NewInputs inputs;
    lower_when(lowering, scope, task, with, inputs);
    return std::make_shared<const Task>(std::move(with));
}

Body lower_body(Lowering& lowering, Scope& scope) {
    const Body& body = *scope.body;
    std::set<std::string> taken;
    for (const TaskPtr& task : body.tasks) {
        if (!task || task->muted || scope.names.count(task->name)) continue;
        const bool own_group = !task->handlers.empty() || (definition_of(lowering.flow, *task) && definition_of(lowering.flow, *task)->body && !definition_of(lowering.flow, *task)->body->handlers.empty());
        scope.names.emplace(task->name, free_name_in(taken, own_group ? "exit-handler-" + std::to_string(++lowering.exit_groups) : kfp_name(task->name), '-'));
    }
    if (!graph_of(lowering.flow, body).cycle.empty()) lowering.refuse({WEFT_TR("core", "%1the tasks wait for each other in a circle"), {scope.path}});
    Body made;
    for (const TaskPtr& task : body.tasks) {
        if (!task || task->muted) continue;
        const std::string& name = scope.names.at(task->name);
        std::vector<Handler> hooks = task->handlers;
        const Definition* definition = definition_of(lowering.flow, *task);
        if (definition && definition->body) hooks.insert(hooks.end(), definition->body->handlers.begin(), definition->body->handlers.end());
        std::erase_if(hooks, [](const Handler& h) { return !h.task || h.task->muted; });
        TaskPtr lowered;
        if (hooks.empty()) {
            lowered = lower_task(lowering, scope, *task, name, true);
        } else if (scope.outer || !lowering.flow.main.handlers.empty()) {
            lowering.refuse({WEFT_TR("core", "%1 has an exit handler; KFP takes exit handlers of groups only at the root of a pipeline that has none itself"), {where_of(scope, task->name)}});
            continue;
        } else if (task->loop) {
            lowering.refuse({WEFT_TR("core", "%1 is a loop with an exit handler; KFP never starts it"), {where_of(scope, task->name)}});
            continue;
        } else {
            Task plain = *task;
            plain.handlers.clear();
            const TaskPtr group = around(lowering, scope, plain, kfp_name(task->name), name, {}, false);
            if (!group) continue;
            Task with = *group;
            with.name = name;
            with.note = task->name;
            with.handlers = hooks;
            lowered = std::make_shared<const Task>(std::move(with));
        }
        if (!lowered) continue;
        Task with_edges = *lowered;
        lower_edges(lowering, scope, *task, with_edges);
        made.tasks.push_back(std::make_shared<const Task>(std::move(with_edges)));
    }
    if (made.tasks.empty()) lowering.refuse(scope.outer ? Message{WEFT_TR("core", "the group %1 has no task to run"), {scope.path}} : Message{WEFT_TR("core", "the flow has no task to run")});
    return made;
}

Lowered lower(const Flow& flow, const ExportOptions& options) {
    Lowering lowering{flow, options, {}, {}, {}, {}, {}, {}, 0, 0};
    Flow& out = lowering.out.flow;
    out.format = "kfp";
    out.name = kfp_name(flow.name);
    out.description = flow.description;
    for (const std::string& what : flow.unsupported) lowering.refuse({WEFT_TR("core", "the flow uses `%1`, which only its own file can say"), {what}});
    if (flow.parallelism) lowering.refuse({WEFT_TR("core", "KFP limits how much runs at once only in loops")});
    if (!flow.timeout.empty()) {
        out.timeout = seconds_of(flow.timeout);
        if (out.timeout.empty()) lowering.refuse({WEFT_TR("core", "the flow's time limit `%1` is no duration"), {flow.timeout}});
    }
    note_all(lowering);
    Scope scope;
    scope.body = &flow.main;
    lower_parameters(lowering, scope);
    out.main = lower_body(lowering, scope);
    lower_handlers(lowering, scope);
    out = number_tasks(std::move(out));
    return std::move(lowering.out);
}

}  // namespace weft::kfp
