// Bodies: their names, their tasks in order, and what stands around them.
#include "core/targets/dolphinscheduler/lower.h"

#include <algorithm>

#include "core/model/graph.h"
#include "core/targets/dolphinscheduler/lower_maker.h"
#include "core/targets/dolphinscheduler/words.h"

namespace weft::dolphin {
namespace {

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

void lower_tasks(Maker& maker) {
    Lowering& lowering = maker.lowering;
    Scope& scope = maker.scope;
    const BodyGraph graph = graph_of(lowering.flow, *scope.body);
    std::vector<int> order = graph.order;
    for (const int at : order) {   // upstream first, so that every edge finds its end
        const Task& task = *graph.tasks[std::size_t(at)];
        const Definition* definition = definition_of(lowering.flow, task);
        const bool group = definition && definition->body;
        Task made = task.loop ? lower_loop(lowering, scope, task) : group ? lower_group(lowering, scope, task, *definition) : lower_work(lowering, scope, task, task.name);
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

// #16509: the server calls the output of a DYNAMIC task dynamic.out(name) and makes it a variable of every K8S task of that workflow.
void refuse_names_of_the_server(Lowering& lowering) {
    for (const Flow& flow : lowering.out.flows) {
        const bool pods = std::any_of(flow.main.tasks.begin(), flow.main.tasks.end(), [](const TaskPtr& task) { return is_type(*task, "K8S"); });
        for (const TaskPtr& task : flow.main.tasks)
            if (pods && is_type(*task, "DYNAMIC"))
                lowering.out.remarks.push_back({Fit::refused, task->id, "tasks." + task->name, Feature::count_, {}, name_of_the_server(task->name), {WEFT_TR("core", "move the K8S tasks to a workflow of their own"), {}}});
    }
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
    refuse_names_of_the_server(lowering);
    return std::move(lowering.out);
}

}  // namespace weft::dolphin
