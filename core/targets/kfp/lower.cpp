// Bodies and tasks of a flow in KFP's shape; parts in lower_*.cpp.
#include "core/targets/kfp/lower.h"

#include <algorithm>

#include "core/model/edit.h"
#include "core/targets/kfp/build.h"
#include "core/targets/kfp/settling.h"
#include "core/yaml/writer.h"

namespace weft::kfp {
namespace {

constexpr int max_tasks = 20'000;

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

void add_inputs(Definition& definition, const std::vector<Parameter>& inputs) {
    for (const Parameter& input : inputs)
        if (std::none_of(definition.inputs.begin(), definition.inputs.end(), [&](const Parameter& p) { return p.name == input.name; })) definition.inputs.push_back(input);
}

void Lowering::refuse(Message why) {
    const auto same = [&](const Said& said) { return said.what == why; };
    if (std::none_of(out.reasons.begin(), out.reasons.end(), same)) out.reasons.push_back({std::move(why), at});
}

void Lowering::note(Message what) {
    Said said{std::move(what), at};
    if (std::find(out.notes.begin(), out.notes.end(), said) == out.notes.end()) out.notes.push_back(std::move(said));
}

// Names that a claim, secret or config map gives a volume are in the model: only the engine that runs processes cannot have them.
static bool model_has_it(const std::string& unsupported) {
    for (const char* head : {"volume claim ", "secret volume ", "config map volume ", "host path volume ", "volumeClaimTemplates"})
        if (unsupported.starts_with(head)) return true;
    return false;
}

void refuse_unsupported(Lowering& lowering, const std::vector<std::string>& unsupported, const Definition* definition, const std::string& where) {
    for (const std::string& what : unsupported) {
        if (model_has_it(what)) continue;
        // An output goes to KFP's own store under a place of KFP's choice, and from there to whoever reads it.
        const std::size_t name = what.find(" artifact ");
        const bool stored = definition && name != std::string::npos && what.find("fromExpression") == std::string::npos && !what.starts_with("plugin ") &&
                            std::any_of(definition->outputs.begin(), definition->outputs.end(), [&](const Output& o) { return o.artifact && o.name == what.substr(name + 10); }) &&
                            std::none_of(definition->files.begin(), definition->files.end(), [&](const InputFile& f) { return f.name == what.substr(name + 10); });
        if (stored) lowering.note({WEFT_TR("core", "%1: the file `%2` is kept in the pipeline's own store, not at the place that the flow names"), {where, what.substr(name + 10)}});
        else if (where.empty()) lowering.refuse({WEFT_TR("core", "the flow uses `%1`, which only its own file can say"), {what}});
        else lowering.refuse({WEFT_TR("core", "%1 uses `%2`, which only its own file can say"), {where, what}});
    }
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

// A wait of some time is a container that sleeps.
static Definition sleeping(const Definition& wait) {
    Definition out = wait;
    const std::string length = wait.detail.substr(wait.detail.rfind(' ') + 1), seconds = seconds_of(length);
    out.kind = DefinitionKind::container;
    if (!seconds.empty()) out.command = {{"sleep"}, {seconds}};
    if (!out.environment.image) out.environment.image = "docker.io/library/busybox:stable";
    return out;
}

TaskPtr lower_task(Lowering& lowering, Scope& scope, const Task& task, const std::string& name, bool whole) {
    const About about(lowering, task.id);
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
    if (definition->kind != DefinitionKind::reference) refuse_unsupported(lowering, definition->unsupported, definition, where);
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
        case DefinitionKind::wait:
            if (const Definition sleep = sleeping(*definition); !sleep.command.empty()) {
                made = lower_pod(lowering, scope, task, sleep, std::move(use));
                break;
            }
            lowering.refuse({WEFT_TR("core", "%1 waits until `%2`; KFP has only containers, and one that sleeps needs a fixed time"), {where, definition->detail}});
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
    if (const BodyGraph graph = graph_of(lowering.flow, body); !graph.cycle.empty()) {
        std::string circle;
        for (const int task : graph.cycle) circle += graph.tasks[std::size_t(task)]->name + " → ";
        circle += graph.tasks[std::size_t(graph.cycle.front())]->name;
        const About about(lowering, graph.tasks[std::size_t(graph.cycle.front())]->id);
        const std::string group = scope.path.substr(0, scope.path.size() - (scope.path.empty() ? 0 : 1));
        lowering.refuse(group.empty() ? Message{WEFT_TR("core", "the tasks wait for each other in a circle: %1"), {circle}}
                                      : Message{WEFT_TR("core", "%1: its tasks wait for each other in a circle: %2"), {group, circle}});
    }
    Body made;
    bool any = false;
    for (const TaskPtr& task : body.tasks) {
        if (!task || task->muted) continue;
        any = true;
        const About about(lowering, task->id);
        if (!scope.outer) lowering.mounted.clear();
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
        if (!scope.outer) need_claims(lowering, with_edges);
        made.tasks.push_back(std::make_shared<const Task>(std::move(with_edges)));
    }
    if (!any && scope.outer) lowering.refuse({WEFT_TR("core", "the group %1 has no task to run"), {scope.path.substr(0, scope.path.size() - 1)}});
    else if (!any) lowering.refuse({WEFT_TR("core", "the flow has no task to run")});
    return made;
}

Lowered lower(const Flow& flow, const ExportOptions& options) {
    Lowering lowering{flow, options, {}, {}, {}, {}, {}, {}, 0, 0, 0, {}, {}};
    Flow& out = lowering.out.flow;
    out.format = "kfp";
    out.name = kfp_name(flow.name);
    out.description = flow.description;
    refuse_unsupported(lowering, flow.unsupported, nullptr, {});
    if (flow.parallelism) lowering.refuse({WEFT_TR("core", "KFP limits how much runs at once only in loops")});
    if (!flow.timeout.empty()) {
        out.timeout = seconds_of(flow.timeout);
        if (out.timeout.empty()) lowering.refuse({WEFT_TR("core", "the flow's time limit `%1` is no duration"), {flow.timeout}});
    }
    note_all(lowering);
    find_claims(lowering);
    Scope scope;
    scope.body = &flow.main;
    lower_parameters(lowering, scope);
    out.main = lower_body(lowering, scope);
    lower_claims(lowering, out.main);
    lower_handlers(lowering, scope);
    out = number_tasks(std::move(out));
    return std::move(lowering.out);
}

}  // namespace weft::kfp
