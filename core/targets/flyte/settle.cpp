// The flow that reading the written text will give: values as Flyte types them, edges that promises make, branches with their texts. What no message of
// Flyte can say is refused here, before the text shows it.
#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "core/model/edit.h"
#include "core/model/graph.h"
#include "core/targets/flyte/branches.h"
#include "core/targets/flyte/pod.h"
#include "core/targets/flyte/writing.h"

namespace weft::flyte {
namespace {

struct Settling {
    const Flow& before;
    Flow flow;
    std::unordered_map<TaskId, const Task*> old;
    std::vector<DefinitionPtr> hoisted;
    Message refusal;   // the first one

    void refuse(Message why) {
        if (refusal.empty()) refusal = std::move(why);
    }
};

bool is_branch(const Task& task) { return task.own && task.own->body && task.own->detail == branch_detail; }

// What reading the written binding gives.
std::optional<Value> settled_value(const Value& value, ValueType type) {
    if (value.source == Source::item || value.source == Source::param) return value.source == Source::param ? Value{Source::param, {}, {}, value.name} : Value{Source::item};
    const yaml::NodePtr node = binding_data_node(value, type, {});
    if (!node) return std::nullopt;
    weft::flyte::Scope scope;
    return binding_value(scope, Place{node, {}, 0});
}

ValueType wanted_type(const Flow& flow, const Task& task, const std::string& name) {
    if (const Definition* definition = definition_of(flow, task))
        for (const Parameter& input : definition->inputs)
            if (input.name == name) return input.type;
    return ValueType::any;
}

void settle_retry(Settling& settling, std::optional<Retry>& retry, const std::optional<Retry>& was, const std::string& name) {
    if (!retry || retry == was) return;
    if (!retry->limit) return settling.refuse({WEFT_TR("core", "Flyte wants the number of retries of `%1`: set a limit"), {name}});
    if (!retry->delay.empty() || retry->factor || !retry->policy.empty() || !retry->expression.empty() || !retry->max_delay.empty())
        return settling.refuse({WEFT_TR("core", "how long Flyte waits between tries is a setting of the cluster: `%1` has only a number of retries"), {name}});
    if (retry->limit->text == "0") retry.reset();
    else if (retry->limit->text.find_first_not_of("0123456789") != std::string::npos) settling.refuse({WEFT_TR("core", "`%1` is no number of retries"), {retry->limit->text}});
    else retry = Retry{Scalar{retry->limit->text, true}};
}

void settle_timeout(Settling& settling, std::string& timeout, const std::string& was) {
    if (timeout == was || timeout.empty()) return;
    bool exact = true;
    timeout = seconds_of(timeout, &exact);
    if (!exact) settling.refuse({WEFT_TR("core", "`%1` is no duration: write 90, 90s, 10m or 1h30m"), {timeout}});
    if (timeout == "0s") timeout.clear();
}

// --- what a task runs ------------------------------------------------------------------------------------------------------------------
void settle_definition(Settling& settling, Definition& now, const Definition* was, const std::string& name) {
    if (now.kind == DefinitionKind::script) return settling.refuse({WEFT_TR("core", "a container of Flyte runs a command; give `%1` its script with sh -c"), {name}});
    if (now.kind == DefinitionKind::flow && (now.retry || !now.timeout.empty() || !(now.environment == Environment{}) || !now.args.empty()))
        return settling.refuse({WEFT_TR("core", "a sub-workflow of Flyte runs its tasks: image, arguments, tries and time limit of `%1` belong to those, or to the node that starts it"), {name}});
    if (now.kind != DefinitionKind::container && now.kind != DefinitionKind::other) return;
    settle_retry(settling, now.retry, was ? was->retry : std::nullopt, name);
    settle_timeout(settling, now.timeout, was ? was->timeout : std::string());
    if (!now.files.empty()) settling.refuse({WEFT_TR("core", "files reach `%1` as inputs of type file"), {name}});
    for (Parameter& input : now.inputs) {
        const auto same = [&](const Parameter& p) { return p == input; };
        if (was && std::any_of(was->inputs.begin(), was->inputs.end(), same)) continue;
        if (input.value) settling.refuse({WEFT_TR("core", "the input %1 of a task of Flyte has no default: give the value where `%2` is used"), {input.name, name}});
        const bool known = was && std::any_of(was->inputs.begin(), was->inputs.end(), [&](const Parameter& p) { return p.name == input.name; });
        if (input.type == ValueType::any && !known) input.type = ValueType::string;
        if (!input.choices.empty()) input.type = ValueType::string;
    }
    std::string folder = "/var/outputs/";
    if (now.kind == DefinitionKind::other) folder.clear();   // no container that could leave a file
    if (was && !was->outputs.empty()) folder = was->outputs[0].path.substr(0, was->outputs[0].path.rfind('/') + 1);
    for (Output& output : now.outputs) {
        if (was && std::find(was->outputs.begin(), was->outputs.end(), output) != was->outputs.end()) continue;
        if (output.from != OutputFrom::file || output.fallback || output.optional)
            settling.refuse({WEFT_TR("core", "an output of a task of Flyte is a file of its name: %1 of `%2` is something else"), {output.name, name}});
        if (output.type == ValueType::any) output.type = output.artifact ? ValueType::file : ValueType::string;
        output.artifact = output.type == ValueType::file;
        output.path = folder.empty() ? "" : folder + output.name;
    }
    for (Binding& variable : now.environment.env) {
        if (was && std::find(was->environment.env.begin(), was->environment.env.end(), variable) != was->environment.env.end()) continue;
        if (variable.value.source == Source::literal) variable.value = Value{Source::literal, variable.value.text};
        else if (variable.value.source != Source::secret)
            settling.refuse({WEFT_TR("core", "a variable of a container of Flyte is a fixed text or a secret; %1 of `%2` needs an input and a command that reads it"), {variable.name, name}});
    }
    now.shell = false;
    const auto secret = [](const Binding& b) { return b.value.source != Source::secret; };
    if (!needs_pod(now)) std::stable_partition(now.environment.env.begin(), now.environment.env.end(), secret);
    if (!was && needs_pod(now)) return;   // a new task with a pod
}

std::string family_of(const std::string& name) {
    const std::size_t dot = name.rfind('.');
    return dot == std::string::npos ? std::string() : name.substr(0, dot + 1);
}

// A new task's own work becomes a message of its own.
void hoist(Settling& settling, Task& task) {
    if (!task.own || (task.own->kind != DefinitionKind::container && task.own->kind != DefinitionKind::script)) return;
    if (settling.flow.entrypoint.empty()) return;
    Definition definition = *task.own;
    const std::string wanted = family_of(settling.flow.name) + task.name;
    const auto taken = [&](const std::string& n) {
        return find_definition(settling.flow, n) || std::any_of(settling.hoisted.begin(), settling.hoisted.end(), [&](const DefinitionPtr& d) { return d->name == n; });
    };
    std::string name = wanted;
    for (int n = 2; taken(name); ++n) name = wanted + "-" + std::to_string(n);
    settle_definition(settling, definition, nullptr, task.name);
    if (!definition.environment.image) settling.refuse({WEFT_TR("core", "`%1` needs an image: Flyte has no default one"), {task.name}});
    definition.name = name;
    for (const Binding& param : task.params) {
        if (std::any_of(definition.inputs.begin(), definition.inputs.end(), [&](const Parameter& p) { return p.name == param.name; })) continue;
        Parameter input{param.name};
        input.type = ValueType::string;
        definition.inputs.push_back(std::move(input));
    }
    settling.hoisted.push_back(std::make_shared<const Definition>(std::move(definition)));
    task.definition = name;
    task.own = nullptr;
}

// --- nodes -------------------------------------------------------------------------------------------------------------------------------
void refuse_use(Settling& settling, const Task& task, bool inside) {
    if (!task.handlers.empty()) settling.refuse({WEFT_TR("core", "a node of Flyte has no exit handlers: make a sub-workflow of `%1`"), {task.name}});
    if (task.tolerated || task.tolerated_error) settling.refuse({WEFT_TR("core", "Flyte does not go on after `%1` failed"), {task.name}});
    if (task.muted) settling.refuse({WEFT_TR("core", "a Flyte file cannot mute `%1`; remove it"), {task.name}});
    if (!task.depends.empty()) settling.refuse({WEFT_TR("core", "`%1` waits for all of its upstream nodes: Flyte knows no other rule"), {task.name}});
    if (!task.when.empty() && !inside) settling.refuse({WEFT_TR("core", "a condition in Flyte is a branch node: `%1` cannot have one by itself"), {task.name}});
    if (!task.files.empty()) settling.refuse({WEFT_TR("core", "files reach `%1` as inputs of type file"), {task.name}});
    for (const Need& need : task.needs)
        if (need.results != results_default || need.recovers)
            settling.refuse({WEFT_TR("core", "`%1` runs only after %2 succeeded: Flyte has no edge for another result"), {task.name, need.task}});
}

void add_read_needs(Task& task) {
    for_each_read(task, [&](std::string_view name) {
        if (name == task.name || std::any_of(task.needs.begin(), task.needs.end(), [&](const Need& n) { return n.task == name; })) return;
        task.needs.push_back({std::string(name)});
    });
}

bool takes_items(const Task& task) {
    return std::any_of(task.params.begin(), task.params.end(), [](const Binding& b) { return b.value.source == Source::item; });
}

void settle_loop(Settling& settling, Task& task, const Task* was) {
    if (task.loop && !takes_items(task) && (!was || !was->loop || was->loop != task.loop || takes_items(*was)))
        return settling.refuse({WEFT_TR("core", "an array node of Flyte needs a task whose inputs are lists: `%1` cannot loop as it is"), {task.name}});
    if (!task.loop || (was && was->loop == task.loop)) return;
    Loop& loop = *task.loop;
    if (!was || !was->loop) return settling.refuse({WEFT_TR("core", "an array node of Flyte needs a task whose inputs are lists: `%1` cannot loop as it is"), {task.name}});
    if (loop.over == Loop::Over::sequence) return settling.refuse({WEFT_TR("core", "Flyte loops over lists, not over ranges: write the numbers of `%1` as a list"), {task.name}});
    if (loop.over == Loop::Over::param) {
        const auto value = settled_value(Value{Source::text, loop.param, {}, {}, true}, ValueType::any);
        if (!value || (value->source != Source::output && value->source != Source::param)) return settling.refuse({WEFT_TR("core", "`%1` is no list that Flyte could loop over"), {loop.param}});
        loop.param = value_tag(*value);
    }
    if (loop.parallelism && *loop.parallelism <= 0) loop.parallelism.reset();
}

TaskPtr settled_task(Settling& settling, const TaskPtr& given, bool inside);

// The cases that stay ask what they asked: without the answers of the cases that went. The else node is the last one.
void keep_own_conditions(Body& body, const Body& was) {
    const BranchPlan old = plan_branch(was);
    std::unordered_map<TaskId, std::pair<std::string, std::string>> asked;   // the whole text, and what is its own
    for (std::size_t i = 0; i < old.cases.size(); ++i) asked[was.tasks[old.cases[i]]->id] = {was.tasks[old.cases[i]]->when, text_of(old.conditions[i])};
    if (old.otherwise) asked[was.tasks[*old.otherwise]->id] = {was.tasks[*old.otherwise]->when, std::string()};
    for (TaskPtr& task : body.tasks) {
        const auto found = asked.find(task->id);
        if (found == asked.end() || found->second.first != task->when) continue;
        Task copy = *task;
        copy.when = found->second.second;
        task = std::make_shared<const Task>(std::move(copy));
    }
    std::stable_partition(body.tasks.begin(), body.tasks.end(), [](const TaskPtr& task) { return !task->when.empty(); });
}

// A branch has a number of tries and a time limit like every node, and nothing of its own to run.
void settle_group(Settling& settling, Task& group, Definition& own, const Task* was) {
    if (own.retry) group.retry = std::exchange(own.retry, std::nullopt);
    if (!own.timeout.empty()) group.timeout = std::exchange(own.timeout, {});
    settle_retry(settling, group.retry, was ? was->retry : std::nullopt, group.name);
    settle_timeout(settling, group.timeout, was ? was->timeout : std::string());
    if (!(own.environment == Environment{}) || !own.command.empty() || !own.args.empty() || !own.source.empty() || !own.files.empty())
        settling.refuse({WEFT_TR("core", "a branch of Flyte runs one of its nodes: image, variables, resources and arguments belong to the tasks inside `%1`"), {group.name}});
}

std::set<std::string> parameters_asked(const Body& body) {
    std::set<std::string> out;
    for (const TaskPtr& task : body.tasks)
        for (const FieldReference& one : references_of(Flow{}, *task))
            if (one.reference.kind == Reference::Kind::param) out.insert(one.reference.name);
    return out;
}

bool has(const std::vector<Binding>& list, const Binding& one) { return std::find(list.begin(), list.end(), one) != list.end(); }

// What the tasks of a group ask for must be given to it, and what none of them asks for any longer is not.
void settle_given(Settling& settling, Task& group, Definition& own, const Body& body, const Task* was) {
    const std::set<std::string> asked = parameters_asked(body), before = was && is_branch(*was) ? parameters_asked(*was->own->body) : std::set<std::string>{};
    std::erase_if(group.params, [&](const Binding& b) { return before.count(b.name) && !asked.count(b.name); });
    for (const std::string& name : asked)
        if (std::none_of(group.params.begin(), group.params.end(), [&](const Binding& b) { return b.name == name; }))
            settling.refuse({WEFT_TR("core", "a task inside `%1` asks for %2, which nothing would give it any longer: change what asks for it first"), {group.name, name}});
    for (std::size_t i = 0; i < group.params.size(); ++i)
        for (std::size_t k = 0; k < i; ++k) {
            const Binding &one = group.params[k], &two = group.params[i];
            const bool carried = two.value.source == Source::output || two.value.source == Source::param;
            if (!carried || !(one.value == two.value) || !asked.count(two.name) || (was && has(was->params, one) && has(was->params, two))) continue;
            settling.refuse({WEFT_TR("core", "`%1` would get one value twice, as %2 and as %3, and its nodes name the value itself: let them ask for %2"), {group.name, one.name, two.name}});
        }
    own.inputs.clear();
    for (const Binding& binding : group.params) own.inputs.push_back({binding.name});
}

void settle_branch(Settling& settling, Task& group, const Task* was) {
    Definition own = *group.own;
    Body body = *own.body;
    settle_group(settling, group, own, was);
    if (was && is_branch(*was)) keep_own_conditions(body, *was->own->body);
    settle_given(settling, group, own, body, was);
    for (TaskPtr& task : body.tasks) task = settled_task(settling, task, true);
    if (!body.handlers.empty()) settling.refuse({WEFT_TR("core", "a branch of Flyte has no exit handlers: `%1`"), {group.name}});
    for (const TaskPtr& task : body.tasks)
        if (!task->needs.empty()) settling.refuse({WEFT_TR("core", "a branch of Flyte runs one of its nodes, so `%1` waits for none of them"), {task->name}});
    const BranchPlan plan = plan_branch(body);
    if (!plan.problem.empty()) settling.refuse(plan.problem);
    const std::vector<std::string> texts = case_conditions(plan.conditions, plan.otherwise.has_value());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        TaskPtr& task = body.tasks[i < plan.cases.size() ? plan.cases[i] : *plan.otherwise];
        Task copy = *task;
        copy.when = texts[i];
        if (!(copy == *task)) task = std::make_shared<const Task>(std::move(copy));
    }
    own.body = std::make_shared<const Body>(std::move(body));
    group.own = std::make_shared<const Definition>(std::move(own));
}

TaskPtr settled_task(Settling& settling, const TaskPtr& given, bool inside) {
    const auto known = settling.old.find(given->id);
    const Task* was = known == settling.old.end() ? nullptr : known->second;
    if (was == given.get() || (was && *was == *given)) return given;
    Task task = *given;
    refuse_use(settling, task, inside);
    hoist(settling, task);
    settle_retry(settling, task.retry, was ? was->retry : std::nullopt, task.name);
    settle_timeout(settling, task.timeout, was ? was->timeout : std::string());
    settle_loop(settling, task, was);
    for (Binding& binding : task.params) {
        const auto same = [&](const Binding& b) { return b == binding; };
        if (was && std::any_of(was->params.begin(), was->params.end(), same)) continue;
        const auto value = settled_value(binding.value, wanted_type(settling.flow, task, binding.name));
        if (!value) settling.refuse({WEFT_TR("core", "Flyte cannot bind %1 of `%2` to this value: it takes a parameter, a task's output, or a fixed value"), {binding.name, task.name}});
        else binding.value = *value;
    }
    if (task.own && task.own->kind == DefinitionKind::reference && (!was || was->own != task.own)) {
        Definition plain;
        plain.kind = task.own->kind;
        plain.detail = task.own->detail;
        plain.unsupported = task.own->unsupported;
        if (!(plain == *task.own)) settling.refuse({WEFT_TR("core", "what `%1` runs stands elsewhere and is changed there"), {task.name}});
    }
    if (task.own && task.own->kind == DefinitionKind::wait && (!was || was->own != task.own)) {
        Definition own = *task.own;
        if (own.retry) {
            task.retry = std::exchange(own.retry, std::nullopt);
            settle_retry(settling, task.retry, was ? was->retry : std::nullopt, task.name);
        }
        if (!(own.environment == Environment{}) || !own.args.empty() || !own.inputs.empty())
            settling.refuse({WEFT_TR("core", "a gate of Flyte runs nothing, so `%1` has no image, no arguments and no inputs"), {task.name}});
        if (own.timeout.empty() && own.detail.find(' ') != std::string::npos) own.timeout = own.detail.substr(own.detail.rfind(' ') + 1);
        settle_timeout(settling, own.timeout, {});
        own.detail = own.timeout.empty() ? "wait" : "wait " + own.timeout;
        own.outputs.clear();
        for (const Binding& binding : task.params)
            if (own.timeout.empty()) own.outputs.push_back({binding.name});
        if (was && was->own && was->own->kind == DefinitionKind::wait && was->own->timeout.empty() && own.timeout.empty()) own.outputs = was->own->outputs;
        task.own = std::make_shared<const Definition>(std::move(own));
    }
    if (is_branch(task)) settle_branch(settling, task, was);
    else if (task.own && task.own->body) settling.refuse({WEFT_TR("core", "a group is a sub-workflow in Flyte: `%1` needs a definition of its own"), {task.name}});
    if (task.own && task.own->kind == DefinitionKind::http) settling.refuse({WEFT_TR("core", "Flyte makes no HTTP request by itself: `%1`"), {task.name}});
    if (!inside) add_read_needs(task);
    return std::make_shared<const Task>(std::move(task));
}

// A branch hands on what somebody reads.
void settle_branch_outputs(Body& body, const std::vector<Output>& outputs) {
    std::map<std::string, std::set<std::string>> asked;
    const auto note = [&](const Value& value) {
        if (value.source == Source::output) asked[value.task].insert(value.name);
        if (value.source == Source::text)
            for (const Reference& reference : references(value))
                if (reference.kind == Reference::Kind::output) asked[reference.task].insert(reference.name);
    };
    for (const TaskPtr& task : body.tasks) {
        for (const Binding& binding : task->params) note(binding.value);
        if (task->loop) note(Value{Source::text, task->loop->param});
    }
    for (const Output& output : outputs) note(output.expression);
    for (TaskPtr& task : body.tasks) {
        if (!is_branch(*task) || task->own->body->tasks.empty()) continue;
        Definition own = *task->own;
        own.outputs.clear();
        for (const std::string& name : asked[task->name]) {
            Output output{name, OutputFrom::expression};
            output.expression = Value{Source::output, {}, own.body->tasks.front()->name, name};
            own.outputs.push_back(std::move(output));
        }
        if (own == *task->own) continue;
        Task copy = *task;
        copy.own = std::make_shared<const Definition>(std::move(own));
        task = std::make_shared<const Task>(std::move(copy));
    }
}

Body settled_body(Settling& settling, const Body& given, std::vector<Output>& outputs) {
    Body body = given;
    for (TaskPtr& task : body.tasks) task = settled_task(settling, task, false);
    for (Handler& handler : body.handlers) {
        if (handler.trigger != Trigger::on_failure) settling.refuse({WEFT_TR("core", "the failure node of Flyte runs on failure only: set `%1` to that, or export the flow, which writes the two nodes that \"always\" needs"), {handler.task->name}});
        if (handler.warn_only || !handler.expression.empty()) settling.refuse({WEFT_TR("core", "a failure node of Flyte always counts: `%1`"), {handler.task->name}});
        Task copy = *settled_task(settling, handler.task, false);
        for_each_read(copy, [&](std::string_view name) { settling.refuse({WEFT_TR("core", "a failure node of Flyte sees the workflow's inputs only: `%1` cannot read from %2"), {copy.name, std::string(name)}}); });
        copy.needs.clear();
        if (is_branch(copy)) {   // nobody reads from a failure node
            Definition own = *copy.own;
            own.outputs.clear();
            copy.own = std::make_shared<const Definition>(std::move(own));
        }
        if (!(copy == *handler.task)) handler.task = std::make_shared<const Task>(std::move(copy));
    }
    if (body.handlers.size() > 1) settling.refuse(WEFT_TR("core", "a workflow of Flyte has one failure node: put the work of several into one task"));
    // a failure node hands nothing on
    std::erase_if(outputs, [&](const Output& output) {
        return output.expression.source == Source::output && std::none_of(body.tasks.begin(), body.tasks.end(), [&](const TaskPtr& task) { return task->name == output.expression.task; });
    });
    settle_branch_outputs(body, outputs);
    return body;
}

void settle_names(Settling& settling) {
    Flow& flow = settling.flow;
    const Flow& before = settling.before;
    if (flow.main.tasks.size() == 1 && flow.entrypoint.empty() && before.main.tasks.size() == 1 && before.main.tasks[0]->own) {
        const TaskPtr& task = flow.main.tasks[0];
        const bool reference = task->own && task->own->kind == DefinitionKind::reference;
        if (reference && task->name != before.main.tasks[0]->name) return settling.refuse(WEFT_TR("core", "what a launch plan or an execution starts stands in another file and is renamed there"));
        if (reference && flow.parameters != before.parameters)
            return settling.refuse(WEFT_TR("core", "the inputs of a launch plan or an execution are those of what it starts, which stands in another file"));
        if (reference && task->params != before.main.tasks[0]->params)
            return settling.refuse(WEFT_TR("core", "the values of a launch plan or an execution stand in its own lists: change them in the text"));
        if (reference) return;
        if (task->name != before.main.tasks[0]->name) flow.name = task->name;
        Task copy = *task;
        copy.name = flow.name;
        if (!(copy == *task)) flow.main.tasks[0] = std::make_shared<const Task>(std::move(copy));
        return;
    }
    if (flow.entrypoint.empty()) return;
    if (flow.entrypoint != before.entrypoint) flow.name = flow.entrypoint;   // the definition was renamed
    for (DefinitionPtr& definition : flow.definitions) {
        if (definition->name != flow.entrypoint || definition->body || definition->name == flow.name) continue;
        Definition copy = *definition;
        copy.name = flow.name;
        definition = std::make_shared<const Definition>(std::move(copy));
    }
    flow.entrypoint = flow.name;
}

void settle_parameters(Settling& settling) {
    for (Parameter& parameter : settling.flow.parameters) {
        const auto same = [&](const Parameter& p) { return p == parameter; };
        if (std::any_of(settling.before.parameters.begin(), settling.before.parameters.end(), same)) continue;
        const auto named = std::find_if(settling.before.parameters.begin(), settling.before.parameters.end(), [&](const Parameter& p) { return p.name == parameter.name; });
        if (parameter.type == ValueType::any && named == settling.before.parameters.end()) parameter.type = ValueType::string;
        if (parameter.type == ValueType::any && named != settling.before.parameters.end() && named->type != ValueType::any) parameter.type = named->type;
        if (!parameter.choices.empty()) parameter.type = ValueType::string;
        if (!parameter.value) continue;
        const yaml::NodePtr node = literal_node(parameter.value->text, parameter.value->plain, parameter.type);
        const LiteralText text = literal_text(Place{node, {}, 0});
        parameter.value = Value{Source::literal, text.text, {}, {}, text.plain};
    }
}

void settle_schedule(Settling& settling) {
    std::optional<Schedule>& schedule = settling.flow.schedule;
    if (!schedule || schedule == settling.before.schedule) return;
    Schedule plain;
    plain.crons = schedule->crons;
    plain.timezone = schedule->timezone;
    plain.concurrency = schedule->concurrency == "Allow" ? "" : schedule->concurrency;
    if (plain.crons.size() != 1) settling.refuse(WEFT_TR("core", "a launch plan of Flyte has one schedule"));
    if (!plain.concurrency.empty() && plain.concurrency != "Forbid") settling.refuse(WEFT_TR("core", "a launch plan of Flyte skips a start while the last run goes on (Forbid), or allows it"));
    Schedule same = *schedule;
    same.concurrency = plain.concurrency;
    if (same != plain) settling.refuse(WEFT_TR("core", "a launch plan of Flyte knows cron and time zone; pausing, start and end are said when it is activated"));
    schedule = plain;
}

// New messages, a copy for one task among them, stand behind those of the file, in front of the entry's definition, which is last.
void place_new_definitions(Settling& settling) {
    std::vector<DefinitionPtr>& all = settling.flow.definitions;
    std::vector<DefinitionPtr> kept, fresh;
    const bool more = all.size() > settling.before.definitions.size();
    for (const DefinitionPtr& one : all) (more && one->name != settling.flow.entrypoint && !find_definition(settling.before, one->name) ? fresh : kept).push_back(one);
    fresh.insert(fresh.end(), settling.hoisted.begin(), settling.hoisted.end());
    std::size_t entry_at = kept.size();
    for (std::size_t i = 0; i < kept.size(); ++i)
        if (kept[i]->name == settling.flow.entrypoint && !kept[i]->body) entry_at = i;
    kept.insert(kept.begin() + std::ptrdiff_t(entry_at), fresh.begin(), fresh.end());
    all = std::move(kept);
}

}  // namespace

Result<Flow> settle(const Flow& before, const Flow& after) {
    if (before == after) return after;
    Settling settling{before, after, {}, {}, {}};
    for_each_task(before, [&](const std::string&, const Task& task, const Handler*) { settling.old.emplace(task.id, &task); });
    if (!after.timeout.empty() && after.timeout != before.timeout) settling.refuse(WEFT_TR("core", "no message of Flyte limits a workflow's time: set the limit on its tasks"));
    settle_names(settling);
    settle_parameters(settling);
    settle_schedule(settling);
    std::vector<Output> none, *outputs = &none;
    Definition entry;
    std::size_t entry_at = settling.flow.definitions.size();
    for (std::size_t i = 0; i < settling.flow.definitions.size(); ++i)
        if (settling.flow.definitions[i]->name == settling.flow.entrypoint && !settling.flow.definitions[i]->body) entry_at = i;
    if (entry_at < settling.flow.definitions.size()) entry = *settling.flow.definitions[entry_at], outputs = &entry.outputs;
    settling.flow.main = settled_body(settling, settling.flow.main, *outputs);
    if (entry_at < settling.flow.definitions.size() && !(entry == *settling.flow.definitions[entry_at])) settling.flow.definitions[entry_at] = std::make_shared<const Definition>(entry);
    for (std::size_t i = 0; i < settling.flow.definitions.size(); ++i) {
        DefinitionPtr& definition = settling.flow.definitions[i];
        const Definition* was = find_definition(before, definition->name);
        if (was == definition.get() || i == entry_at) continue;
        Definition copy = *definition;
        settle_definition(settling, copy, was, copy.name);
        for (const Output& output : copy.body ? copy.outputs : std::vector<Output>{})
            if (output.expression.source != Source::output && (!was || std::find(was->outputs.begin(), was->outputs.end(), output) == was->outputs.end()))
                settling.refuse({WEFT_TR("core", "`%1` is a group: its output `%2` must be the output of one of its tasks"), {copy.name, output.name}});
        if (copy.body) copy.body = std::make_shared<const Body>(settled_body(settling, *copy.body, copy.outputs));
        definition = std::make_shared<const Definition>(std::move(copy));
    }
    if (settling.flow.entrypoint.empty())
        for (TaskPtr& task : settling.flow.main.tasks) {
            const auto was = settling.old.find(task->id);
            if (!task->own || was == settling.old.end() || was->second->own == task->own) continue;
            Task copy = *task;
            Definition own = *copy.own;
            settle_definition(settling, own, was->second->own.get(), task->name);
            copy.own = std::make_shared<const Definition>(std::move(own));
            task = std::make_shared<const Task>(std::move(copy));
        }
    place_new_definitions(settling);
    if (!settling.refusal.empty()) return fail(std::move(settling.refusal));
    return std::move(settling.flow);
}

}  // namespace weft::flyte
