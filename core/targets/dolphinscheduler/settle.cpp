#include "core/targets/dolphinscheduler/settle.h"

#include <algorithm>
#include <unordered_map>

#include "core/model/rebuild.h"
#include "core/targets/dolphinscheduler/derive.h"
#include "core/targets/dolphinscheduler/dynamic.h"
#include "core/targets/dolphinscheduler/words.h"
#include "core/yaml/tree.h"

namespace weft::dolphin {
namespace {

void settle_parameter(Settling& settling, Parameter& parameter, const Parameter* old) {
    if (old && *old == parameter) return;
    if (!parameter.choices.empty()) return settling.refuse({WEFT_TR("core", "a parameter of DolphinScheduler has no list of choices (\"%1\")"), {parameter.name}});
    if (!parameter.description.empty()) return settling.refuse({WEFT_TR("core", "a parameter of DolphinScheduler has no description (\"%1\")"), {parameter.name}});
    std::string text;
    if (parameter.value) {
        const std::optional<std::string> spelling = spelled(*parameter.value);
        if (!spelling) return settling.refuse({WEFT_TR("core", "parameter \"%1\" needs a plain value in DolphinScheduler"), {parameter.name}});
        text = *spelling;
    }
    const bool date = old && old->type == ValueType::any;
    if (settling.dialect == Dialect::python) parameter.type = ValueType::string;   // the SDK makes VARCHAR of all
    else if (parameter.type == ValueType::any && !date) parameter.type = parameter.value ? type_of_property(property_type_of(*parameter.value)) : ValueType::string;
    else if (parameter.type == ValueType::map) parameter.type = ValueType::string;
    if (settling.dialect == Dialect::python && !parameter.value) return settling.refuse({WEFT_TR("core", "parameter \"%1\" needs a value here"), {parameter.name}});
    if (!parameter.value) return;
    const bool plain = settling.dialect == Dialect::python ? parameter.value->plain && yaml::type_of(*yaml::make_plain(text)) != yaml::ScalarType::string && !text.empty()
                                                           : is_plain_of(parameter.type, text);
    parameter.value = Value{Source::literal, text, {}, {}, plain};
}

const Parameter* find_parameter(const std::vector<Parameter>& all, const std::string& name) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Parameter& parameter) { return parameter.name == name; });
    return found == all.end() ? nullptr : &*found;
}

void settle_flow(Settling& settling, Flow& flow) {
    for (Parameter& parameter : flow.parameters) settle_parameter(settling, parameter, find_parameter(settling.before.parameters, parameter.name));
    if (!(flow.environment == Environment{})) settling.refuse({WEFT_TR("core", "a workflow of DolphinScheduler has no environment of its own: set it for each task")});
    if (!flow.definitions.empty()) settling.refuse({WEFT_TR("core", "DolphinScheduler has no shared definitions: every task says what it runs")});
    if (!flow.main.handlers.empty())
        settling.refuse({WEFT_TR("core", "DolphinScheduler has no exit handlers: draw a CONDITIONS task, or convert to .weft.yaml, whose export makes one")});
    if (flow.parallelism) settling.refuse({WEFT_TR("core", "DolphinScheduler does not limit how many tasks of a workflow run at once")});
    if (const Result<long> minutes = minutes_of(flow.timeout); !minutes) settling.refuse(minutes.error().message);
    else flow.timeout = minutes_text(std::to_string(*minutes));
    if (!flow.schedule || flow.schedule == settling.before.schedule) return;
    const Schedule& schedule = *flow.schedule;
    if (schedule.crons.size() > 1) settling.refuse({WEFT_TR("core", "a workflow of DolphinScheduler has one cron line")});
    if (!schedule.concurrency.empty() || schedule.starting_deadline || schedule.keep_succeeded || schedule.keep_failed)
        settling.refuse({WEFT_TR("core", "a schedule of DolphinScheduler has a cron line, a time zone, a start and an end, nothing more")});
}

// Inputs that a shared template would declare are parameters with a value here.
void settle_inputs(Settling& settling, Task& task, Definition& own) {
    for (const Parameter& input : own.inputs) {
        const bool bound = std::any_of(task.params.begin(), task.params.end(), [&](const Binding& param) { return param.name == input.name; });
        if (!bound && input.value) task.params.push_back({input.name, *input.value});
        if (!bound && !input.value) settling.refuse({WEFT_TR("core", "parameter \"%1\" of task %2 needs a value"), {input.name, task.name}});
    }
    own.inputs.clear();
}

void settle_use(Settling& settling, Task& task) {
    if (!task.definition.empty()) return settling.refuse({WEFT_TR("core", "DolphinScheduler has no shared definitions: every task says what it runs")});
    if (!task.handlers.empty()) settling.refuse({WEFT_TR("core", "a task of DolphinScheduler has no exit handlers: draw a CONDITIONS task behind it")});
    if (task.tolerated || task.tolerated_error) settling.refuse({WEFT_TR("core", "DolphinScheduler does not tolerate a failure: draw a CONDITIONS task behind %1"), {task.name}});
    if (!task.files.empty()) settling.refuse({WEFT_TR("core", "DolphinScheduler hands no files to a task (task %1)"), {task.name}});
}

// A DYNAMIC task of 3.2 is the only loop, and its lists are part of its own words.
void settle_loop(Settling& settling, const Task& task, const Definition& own) {
    const std::optional<Loop> lists = type_of(own) == "DYNAMIC" ? loop_of(own.source) : std::nullopt;
    if (task.loop == lists) return;
    settling.refuse(lists ? Message{WEFT_TR("core", "the lists that the DYNAMIC task %1 runs over are part of its own parameters: change them in the text"), {task.name}}
                          : Message{WEFT_TR("core", "DolphinScheduler has no loops (task %1)"), {task.name}});
}

TaskPtr settle_task(Settling& settling, const TaskPtr& given, const Task* old) {
    if (given.get() == old) return given;
    Task task = *given;
    std::vector<Binding> leaks;
    std::erase_if(task.environment.env, is_leak);
    if (task.definition.empty() && !task.own) task.own = std::make_shared<const Definition>();
    settle_use(settling, task);
    if (!settling.problem.empty()) return given;
    rebuild::settle_own(task);
    task.tolerated_error = false;
    Definition own = settle_definition(settling, task, *task.own, old);
    settle_loop(settling, task, own);
    settle_inputs(settling, task, own);
    settle_environment(settling, task, own, task);
    task.own = std::make_shared<const Definition>(std::move(own));
    return std::make_shared<const Task>(std::move(task));
}

// Texts as they stand in the file, and what they mean there. A value that an edge can no longer bring is refused, not silently changed.
void settle_values(Settling& settling, Body& body, const std::vector<Parameter>& globals) {
    const Body ordered = body;
    const Providers providers(ordered, globals);
    for (TaskPtr& task : body.tasks) {
        if (task->params.empty()) continue;
        Task copy = *task;
        for (Binding& param : copy.params) {
            const std::optional<std::string> text = spelled(param.value);
            if (!text) {
                settling.refuse({WEFT_TR("core", "parameter \"%1\" of task %2: DolphinScheduler has no word for this kind of value"), {param.name, copy.name}});
                continue;
            }
            const bool plain = param.value.source == Source::literal && param.value.plain && !text->empty() && yaml::type_of(*yaml::make_plain(*text)) != yaml::ScalarType::string;
            const Value found = providers.resolve(copy, Value{Source::literal, *text, {}, {}, plain});
            const Value& drawn = param.value;
            if (drawn.source == Source::output && !(found == drawn))
                settling.refuse({WEFT_TR("core", "%1 of task %2 cannot come from %3: DolphinScheduler knows values by name, and only one task before may make \"%4\""),
                                 {param.name, copy.name, drawn.task, drawn.name}});
            if (drawn.source == Source::param && !(found == drawn))
                settling.refuse({WEFT_TR("core", "%1 of task %2: \"%3\" is no parameter of the workflow here, or a task before makes a value of that name"), {param.name, copy.name, drawn.name}});
            param.value = found;
        }
        if (copy.params != task->params) task = std::make_shared<const Task>(std::move(copy));
    }
}

}  // namespace

Result<Flow> settled(const Flow& before, const Flow& after, Dialect dialect) {
    Settling settling{before, after, dialect, {}};
    Flow flow = after;
    settle_flow(settling, flow);
    std::unordered_map<TaskId, const Task*> known;
    for (const TaskPtr& task : before.main.tasks) known.emplace(task->id, task.get());
    const auto old_of = [&](const Task& task) {
        const auto found = known.find(task.id);
        return found == known.end() ? nullptr : found->second;
    };
    for (TaskPtr& task : flow.main.tasks)
        if (task && settling.problem.empty()) task = settle_task(settling, task, old_of(*task));
    if (settling.problem.empty()) {
        const Body ordered = flow.main;
        for (TaskPtr& task : flow.main.tasks) {
            Task copy = *task;
            settle_needs(settling, ordered, copy, old_of(*task));
            if (!(copy.needs == task->needs && copy.depends == task->depends)) task = std::make_shared<const Task>(std::move(copy));
        }
    }
    if (settling.problem.empty()) check_branches(settling, before.main, flow.main);
    if (settling.problem.empty()) flow.main = derived(flow.main, flow.parameters);   // first: a value comes along edges that follow from a CONDITIONS task, too
    if (settling.problem.empty()) settle_values(settling, flow.main, flow.parameters);
    if (!settling.problem.empty()) return fail(settling.problem);
    return flow;
}

}  // namespace weft::dolphin
