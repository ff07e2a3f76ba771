// Bodies: the order of tasks, CONDITIONS and SWITCH tasks, groups and exit handlers.
#include "core/targets/dolphinscheduler/lower.h"

#include <algorithm>

#include "core/model/graph.h"
#include "core/targets/dolphinscheduler/derive.h"
#include "core/targets/dolphinscheduler/fresh.h"
#include "core/targets/dolphinscheduler/words.h"

namespace weft::dolphin {
namespace {

constexpr const char* keeps_failed = "keeps the run FAILED: a CONDITIONS task takes the failure of the task before it away";

bool failing(Results results) { return (results & (on_failed | on_errored | on_all_failed)) && !(results & on_succeeded); }
bool both(Results results) { return (results & on_succeeded) && (results & (on_failed | on_errored)); }

Task gate_task(const char* type, const std::string& name) {
    Task task;
    task.name = name;
    Definition own;
    own.kind = DefinitionKind::other;
    own.detail = type;
    task.own = std::make_shared<const Definition>(std::move(own));
    return task;
}

void need(Task& task, const std::string& on, Results results = results_default) {
    if (std::none_of(task.needs.begin(), task.needs.end(), [&](const Need& n) { return n.task == on; })) task.needs.push_back({on, results, false});
}

// One parameter name for every output of the workflow: the output's own where nobody else has it.
void name_outputs(Lowering& lowering, Scope& scope) {
    std::map<std::string, int> uses;
    const auto each = [&](auto&& fn) {
        for (const TaskPtr& task : scope.body->tasks)
            if (const Definition* definition = definition_of(lowering.flow, *task))
                for (const Output& output : definition->outputs) fn(*task, output);
    };
    each([&](const Task&, const Output& output) { ++uses[variable_name(output.name)]; });
    each([&](const Task& task, const Output& output) {
        std::string name = variable_name(output.name);
        if (uses[name] > 1 || scope.taken_names.count(name)) name = variable_name(task.name + "_" + output.name);
        const std::string wanted = name;
        for (int n = 2; !scope.taken_names.insert(name).second; ++n) name = wanted + "_" + std::to_string(n);
        scope.outputs[{task.name, output.name}] = name;
        lowering.out.names.push_back({NameUse::Kind::output, scope.path + task.name, output.name, name,
                                      name == output.name ? Message() : Message{WEFT_TR("core", "values are known by name in the whole workflow, and pods see them as variables"), {}},
                                      name == variable_name(output.name) ? "" : variable_name(output.name)});
    });
}

struct Maker {
    Lowering& lowering;
    Scope& scope;

    Task& add(Task task) {
        scope.made.push_back(std::move(task));
        return scope.made.back();
    }
    std::string noop(const std::string& wanted) {
        add(shell_task(free_task_name(scope, wanted), "true"));
        return scope.made.back().name;
    }
    Task& named(const std::string& name) {
        return *std::find_if(scope.made.begin(), scope.made.end(), [&](const Task& task) { return task.name == name; });
    }
    const std::vector<std::string>& ends_of(const std::string& ours) { return scope.after[ours]; }
    // Edges from whatever stands for `ours` when it is over.
    void follow(Task& task, const std::string& ours) {
        for (const std::string& end : ends_of(ours)) need(task, end);
    }

    // A CONDITIONS task on the engine tasks of `asked`; `any`: one is enough. Gives its name.
    std::string gate(const std::string& wanted, const std::vector<Need>& asked, bool any) {
        Task task = gate_task("CONDITIONS", free_task_name(scope, wanted));
        std::string expression;
        for (const Need& one : asked) {
            need(task, one.task, one.results);
            expression += (expression.empty() ? "" : any ? " || " : " && ") + one.task + (one.results == on_failed ? ".Failed" : ".Succeeded");
        }
        if (any && asked.size() > 1) task.depends = expression;
        return add(std::move(task)).name;
    }
    void keep_failed(const std::vector<std::string>& behind, const std::string& wanted) {
        Task task = shell_task(free_task_name(scope, wanted), "exit 1", keeps_failed);
        for (const std::string& one : behind) need(task, one);
        add(std::move(task));
    }
};

void lower_needs(Maker& maker, const Task& task, const std::string& name);

// The condition of a task as the branch of a SWITCH.
void lower_when(Maker& maker, const Task& task, const std::string& name) {
    const Result<std::string> condition = javascript_of(lower_text(maker.lowering, maker.scope, task, task.when, false));
    if (!condition) return maker.lowering.refuse(maker.scope, task, condition.error().message);
    Task gate = gate_task("SWITCH", free_task_name(maker.scope, task.name + "-if"));
    Task& guarded = maker.named(name);
    gate.needs = guarded.needs;
    guarded.needs = {{gate.name, on_met, false}};
    guarded.when = *condition;
    const std::string gate_name = gate.name;
    maker.add(std::move(gate));
    const std::string otherwise = maker.noop(task.name + "-else");
    need(maker.named(otherwise), gate_name, on_met);
    maker.scope.after[task.name] = {name, otherwise};
}

// A failure that is tolerated ends at a CONDITIONS task: both ways go on.
void lower_tolerated(Maker& maker, const Task& task, const std::string& name) {
    const std::string gate = maker.gate(task.name + "-tolerated", {{name, on_succeeded, false}}, false);
    const std::string good = maker.noop(task.name + "-ok"), bad = maker.noop(task.name + "-passed-over");
    need(maker.named(good), gate, on_met);
    need(maker.named(bad), gate, on_unmet);
    std::vector<std::string>& ends = maker.scope.after[task.name];
    std::erase(ends, name);
    ends.push_back(good);
    ends.push_back(bad);
}

// Results other than success: a CONDITIONS task asks for them, its success branch is the task.
void lower_results(Maker& maker, const Task& task, const std::string& name) {
    std::vector<Need> asked;
    std::vector<std::string> sources;
    bool any = false, recovers = true, completed = false;
    const auto ask = [&](const Need& one) {
        const std::vector<std::string>& ends = maker.ends_of(one.task);
        if (ends.size() != 1) return maker.lowering.refuse(maker.scope, task, {WEFT_TR("core", "an edge for the result of %1, which has a condition or is tolerated, cannot be drawn in DolphinScheduler"), {one.task}});
        if (both(one.results)) {
            asked.push_back({ends[0], on_succeeded, false});
            asked.push_back({ends[0], on_failed, false});
            completed = true;
        } else {
            asked.push_back({ends[0], failing(one.results) ? on_failed : on_succeeded, false});
        }
        if (one.results != results_default && one.results != on_succeeded) sources.push_back(ends[0]);
        recovers = recovers && (one.recovers || !failing(one.results));
    };
    if (!task.depends.empty()) {
        const Result<std::vector<DependsTerm>> terms = depends_terms(task.depends);
        any = task.depends.find("||") != std::string::npos;
        if (!terms || (any && task.depends.find("&&") != std::string::npos) || task.depends.find('!') != std::string::npos)
            return maker.lowering.refuse(maker.scope, task, {WEFT_TR("core", "a CONDITIONS task takes \"and\" or \"or\" here, not \"%1\""), {task.depends}});
        for (const DependsTerm& term : *terms) ask({term.task, term.results, false});
    } else {
        for (const Need& one : task.needs) ask(one);
        any = completed && task.needs.size() == 1;
    }
    if (completed && !any) return maker.lowering.refuse(maker.scope, task, {WEFT_TR("core", "\"completed\" beside other edges cannot be drawn in DolphinScheduler"), {}});
    Task gate = gate_task("CONDITIONS", free_task_name(maker.scope, task.name + "-gate"));
    std::string expression;
    for (const Need& one : asked) {
        const auto known = std::find_if(gate.needs.begin(), gate.needs.end(), [&](const Need& n) { return n.task == one.task; });
        if (known == gate.needs.end()) gate.needs.push_back(one);
        else known->results |= one.results;
        expression += (expression.empty() ? "" : any ? " || " : " && ") + one.task + (one.results == on_failed ? ".Failed" : ".Succeeded");
    }
    if (any && asked.size() > 1) gate.depends = expression;
    const std::string gate_name = maker.add(std::move(gate)).name;
    need(maker.named(name), gate_name, on_met);
    const std::string otherwise = maker.noop(task.name + "-else");
    need(maker.named(otherwise), gate_name, on_unmet);
    maker.scope.after[task.name] = {name};
    if (recovers && !completed) return;
    if (!completed && !any) return maker.keep_failed({name}, task.name + "-keep-failed");
    // The run fails when one of them failed, or the task itself.
    std::vector<Need> failed{{name, on_failed, false}};
    for (const std::string& source : sources) failed.push_back({source, on_failed, false});
    const std::string second = maker.gate(task.name + "-verdict", failed, true);
    const std::string good = maker.noop(task.name + "-verdict-ok");
    need(maker.named(good), second, on_unmet);
    maker.keep_failed({}, task.name + "-keep-failed");
    need(maker.scope.made.back(), second, on_met);
}

void lower_needs(Maker& maker, const Task& task, const std::string& name) {
    const bool other = !task.depends.empty() ? !needs_of_depends(task.depends) || std::any_of(task.needs.begin(), task.needs.end(), [](const Need& n) { return failing(n.results) || both(n.results); })
                                             : std::any_of(task.needs.begin(), task.needs.end(), [](const Need& n) { return failing(n.results) || both(n.results); });
    if (other) return lower_results(maker, task, name);
    for (const Need& one : task.needs) maker.follow(maker.named(name), one.task);
    for_each_read(task, [&](std::string_view read) { maker.follow(maker.named(name), std::string(read)); });
}

Task sub_flow(Lowering& lowering, const std::string& name, std::size_t index) {
    Task task;
    task.name = name;
    Definition own;
    own.kind = DefinitionKind::reference;
    own.detail = std::string(lowering.old_version() ? "SUB_PROCESS " : "SUB_WORKFLOW ") + flow_code(index);
    task.own = std::make_shared<const Definition>(std::move(own));
    return task;
}

Task lower_group(Lowering& lowering, Scope& scope, const Task& task, const Definition& group) {
    std::vector<const Task*> enclosing = scope.enclosing;
    enclosing.push_back(&task);
    std::vector<Parameter> params;
    for (const Binding& param : task.params) params.push_back({param.name, param.value});
    for (const Parameter& input : group.inputs)
        if (std::none_of(params.begin(), params.end(), [&](const Parameter& one) { return one.name == input.name; })) params.push_back(input);
    if (!group.outputs.empty()) lowering.refuse(scope, task, {WEFT_TR("core", "outputs of a group do not come out of a sub workflow here"), {}}, {WEFT_TR("core", "draw its tasks without the group"), {}});
    const std::size_t index = lowering.out.flows.size();
    lowering.out.flows.emplace_back();
    std::vector<Parameter> globals;
    Task made;
    Scope* outer = &scope;
    for (const Parameter& param : params) {
        if (!param.value) continue;
        const std::optional<std::string> value = lower_value(lowering, *outer, task, *param.value);
        if (!value) continue;
        made.params.push_back({variable_name(param.name), Value{Source::literal, *value}});
        globals.push_back({param.name, Value{}});
    }
    for (const auto& [given, property] : scope.params) {   // parameters of the bodies around are seen inside
        if (std::any_of(globals.begin(), globals.end(), [&, &name = given](const Parameter& one) { return one.name == name; })) continue;
        made.params.push_back({property, Value{Source::literal, "${" + property + "}"}});
        globals.push_back({given, Value{}});
    }
    Flow child = lower_body(lowering, *group.body, lowering.flow.name + "-" + task.name, enclosing, scope.path + task.name + ".tasks.", globals);
    lowering.out.flows[index] = std::move(child);
    Task use = sub_flow(lowering, free_task_name(scope, task.name), index);
    use.params = std::move(made.params);
    use.muted = task.muted;
    use.note = task.note;
    lowering.note(scope, task, {WEFT_TR("core", "a group becomes a workflow of its own, which must be ONLINE before this one"), {}});
    return use;
}

void lower_tasks(Maker& maker) {
    Lowering& lowering = maker.lowering;
    Scope& scope = maker.scope;
    const BodyGraph graph = graph_of(lowering.flow, *scope.body);
    std::vector<int> order = graph.order;
    for (const int at : order) {   // upstream first, so that every edge finds its end
        const Task& task = *graph.tasks[std::size_t(at)];
        const Definition* definition = definition_of(lowering.flow, task);
        const bool group = definition && definition->body;
        Task made = group ? lower_group(lowering, scope, task, *definition) : lower_work(lowering, scope, task, task.name);
        const std::string name = made.name;
        scope.tasks[task.name] = name;
        scope.after[task.name] = {name};
        maker.add(std::move(made));
        lower_needs(maker, task, name);
        if (!task.when.empty()) lower_when(maker, task, name);
        if (task.tolerated || task.tolerated_error) lower_tolerated(maker, task, name);
    }
    // in the order of the flow, what was made for a task behind it
    std::map<std::string, std::size_t> place;
    for (std::size_t i = 0; i < scope.body->tasks.size(); ++i) place[scope.tasks[scope.body->tasks[i]->name]] = i;
    std::vector<std::pair<std::size_t, Task>> sorted;
    std::size_t last = 0;
    for (Task& task : scope.made) {
        if (const auto known = place.find(task.name); known != place.end()) last = known->second;
        sorted.emplace_back(last, std::move(task));
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    scope.made.clear();
    for (auto& [at, task] : sorted) scope.made.push_back(std::move(task));
}

// The handlers of a body behind a gate on `ends`.
void lower_handlers(Maker& maker, const std::vector<Handler>& handlers, const std::vector<std::string>& ends) {
    Scope& scope = maker.scope;
    std::vector<Need> asked;
    for (const std::string& end : ends) asked.push_back({end, on_succeeded, false});
    const std::string gate = maker.gate("exit-gate", asked, false);
    std::vector<std::string> failed_tasks;
    for (const bool good : {true, false}) {
        std::vector<const Handler*> wanted;
        for (const Handler& handler : handlers)
            if (handler.trigger == Trigger::always || (handler.trigger == Trigger::on_success) == good) wanted.push_back(&handler);
        const Results way = good ? on_met : on_unmet;
        std::string head;
        if (wanted.size() != 1) {
            head = maker.noop(good ? "on-success" : "on-failure");
            need(maker.named(head), gate, way);
            if (!good) failed_tasks.push_back(head);
        }
        for (const Handler* handler : wanted) {
            scope.status = good ? "Succeeded" : "Failed";
            const Task& task = *handler->task;
            const Definition* definition = definition_of(maker.lowering.flow, task);
            const bool twice = handler->trigger == Trigger::always;
            if (definition && definition->body) maker.lowering.refuse(scope, task, {WEFT_TR("core", "an exit handler of DolphinScheduler is one task, not a group"), {}});
            if (!task.when.empty() || task.loop || task.tolerated) maker.lowering.refuse(scope, task, {WEFT_TR("core", "conditions, loops and tolerance of exit handlers have no place in DolphinScheduler"), {}});
            Task made = lower_work(maker.lowering, scope, task, twice ? task.name + (good ? "-ok" : "-failed") : task.name);
            need(made, head.empty() ? gate : head, head.empty() ? way : results_default);
            if (!good) failed_tasks.push_back(made.name);
            maker.add(std::move(made));
        }
    }
    if (failed_tasks.size() > 1) failed_tasks.erase(failed_tasks.begin());   // the head stands before the others
    maker.keep_failed(failed_tasks, "keep-failed");
    scope.status.clear();
}

bool reads_tasks(const Handler& handler) {
    bool found = false;
    for_each_read(*handler.task, [&](std::string_view) { found = true; });
    return found;
}

bool has_edges(const std::vector<Task>& tasks) {
    return std::any_of(tasks.begin(), tasks.end(), [](const Task& task) { return !task.needs.empty(); });
}

Flow flow_of(std::vector<Task> tasks, const std::string& name, const std::vector<Parameter>& globals) {
    Flow flow;
    flow.format = "dolphinscheduler";
    flow.name = name;
    flow.parameters = globals;
    for (Task& task : tasks) flow.main.tasks.push_back(std::make_shared<const Task>(std::move(task)));
    return flow;
}

}  // namespace

void Lowering::refuse(const Scope& scope, const Task& task, Message what, Message advice) {
    out.remarks.push_back({Fit::refused, task.id, scope.path + task.name, Feature::count_, {}, std::move(what), std::move(advice)});
}

void Lowering::note(const Scope& scope, const Task& task, Message what) {
    out.remarks.push_back({Fit::lowered, task.id, scope.path + task.name, Feature::count_, {}, std::move(what), {}});
}

bool Lowering::old_version() const { return options.version.starts_with("3.1") || options.version.starts_with("3.2"); }

Flow lower_body(Lowering& lowering, const Body& body, const std::string& name, std::vector<const Task*> enclosing, const std::string& path, const std::vector<Parameter>& params) {
    Scope scope;
    scope.body = &body;
    scope.path = path;
    scope.enclosing = std::move(enclosing);
    std::vector<Parameter> globals;
    std::vector<std::pair<std::string, std::string>> renamed;
    for (const Parameter& given : params) {
        Parameter made;
        made.name = variable_name(given.name);
        const std::string wanted = made.name;
        for (int n = 2; !scope.taken_names.insert(made.name).second; ++n) made.name = wanted + "_" + std::to_string(n);
        scope.params[given.name] = made.name;
        made.type = given.type == ValueType::map ? ValueType::string : given.type;
        if (given.value && given.value->source == Source::literal) made.value = given.value;
        else made.value = Value{};
        if (made.name != given.name) renamed.emplace_back(made.name, given.name);
        lowering.out.names.push_back({NameUse::Kind::parameter, path == "tasks." ? "" : path, given.name, made.name,
                                      made.name == given.name ? Message() : Message{WEFT_TR("core", "every parameter becomes a variable of the pod: letters, digits and _ only"), {}}, ""});
        globals.push_back(std::move(made));
    }
    name_outputs(lowering, scope);
    for (const auto& [key, property] : scope.outputs)
        if (property != key.second) renamed.emplace_back(property, key.first + "." + key.second);
    Maker maker{lowering, scope};
    lower_tasks(maker);
    Flow flow;
    if (body.handlers.empty()) {
        flow = flow_of(std::move(scope.made), name, globals);
    } else if (!has_edges(scope.made)) {   // every task is an end: one gate sees them all
        std::vector<std::string> ends;
        for (const Task& task : scope.made) ends.push_back(task.name);
        lower_handlers(maker, body.handlers, ends);
        flow = flow_of(std::move(scope.made), name, globals);
    } else {   // a gate waits only for what runs: the tasks become a workflow of their own, which fails whichever of them fails
        const std::size_t index = lowering.out.flows.size();
        lowering.out.flows.push_back(flow_of(std::move(scope.made), name + "-body", globals));
        Scope outer;
        outer.body = &body;
        outer.path = path;
        outer.enclosing = scope.enclosing;
        outer.params = scope.params;
        Maker around{lowering, outer};
        around.add(sub_flow(lowering, free_task_name(outer, "body"), index));
        for (const Handler& handler : body.handlers)
            if (reads_tasks(handler)) lowering.refuse(outer, *handler.task, {WEFT_TR("core", "an exit handler reads no output of the tasks before it: they run in a workflow of their own"), {}});
        lower_handlers(around, body.handlers, {"body"});
        flow = flow_of(std::move(outer.made), name, globals);
    }
    flow.description = with_names({}, renamed);
    return flow;
}

Lowered lower(const Flow& flow, const ExportOptions& options) {
    Lowering lowering{flow, options, {}};
    lowering.out.flows.emplace_back();
    lowering.out.names.push_back({NameUse::Kind::flow, "", flow.name, flow.name, {}, ""});
    Flow main = lower_body(lowering, flow.main, flow.name, {}, "tasks.", flow.parameters);
    main.description = main.description.empty() ? flow.description : flow.description.empty() ? main.description : flow.description + "\n" + main.description;
    if (const Result<long> minutes = minutes_of(flow.timeout, true)) main.timeout = minutes_text(std::to_string(*minutes));
    if (flow.schedule) {
        Schedule schedule = *flow.schedule;
        for (std::string& cron : schedule.crons) {
            const Result<std::string> quartz = quartz_of(cron);
            if (quartz) cron = *quartz;
            else lowering.out.remarks.push_back({Fit::refused, 0, "", Feature::schedule, cron, quartz.error().message, {}});
        }
        if (schedule.timezone.empty()) schedule.timezone = "UTC";
        if (schedule.start.empty()) schedule.start = "2020-01-01 00:00:00";
        if (schedule.end.empty()) schedule.end = "2099-12-31 00:00:00";
        schedule.keep_succeeded = schedule.keep_failed = std::nullopt;
        schedule.starting_deadline.reset();
        schedule.concurrency.clear();
        main.schedule = std::move(schedule);
    }
    lowering.out.flows[0] = std::move(main);
    return std::move(lowering.out);
}

}  // namespace weft::dolphin
