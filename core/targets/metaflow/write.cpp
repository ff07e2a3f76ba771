// A drawn change as changes of decorators. What no decorator says is refused with the reason.
#include <algorithm>
#include <map>

#include "core/model/edit.h"
#include "core/model/rebuild.h"
#include "core/targets/metaflow/flow_file.h"
#include "core/targets/metaflow/reading.h"
#include "core/targets/metaflow/write_step.h"

namespace weft::metaflow {
namespace {

tl::unexpected<Error> code_only(std::string what) {
    return fail(Message{WEFT_TR("core", "%1 stands in the Python of the flow: Weftwork changes decorators and the names of steps there, nothing else"), {std::move(what)}});
}

const Class* class_named(const PythonSource& source, const std::string& name) {
    for (const Class& flow : source.flows)
        if (flow.name == name) return &flow;
    return nullptr;
}

bool mentions(const std::vector<std::pair<std::string, Span>>& list, const std::string& name, Span& at) {
    for (const auto& [mentioned, place] : list)
        if (mentioned == name) {
            at = place;
            return true;
        }
    return false;
}

Result<void> free_name(const Class& flow, const std::string& name) {
    constexpr const char* reserved[] = {"name", "next", "input", "index", "cmd", "foreach_stack", "merge_artifacts", "script_name"};
    const bool lower = name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos && !name.starts_with("_");
    if (!is_identifier(name) || !lower || std::find(std::begin(reserved), std::end(reserved), name) != std::end(reserved))
        return fail(Message{WEFT_TR("core", "\"%1\" cannot be the name of a step: Metaflow takes a to z, 0 to 9 and _, no Python keyword and none of name, next, input, index, cmd"), {name}});
    for (const Step& step : flow.steps) {
        Span at;
        const bool set = std::find(step.outputs.begin(), step.outputs.end(), name) != step.outputs.end();
        if (step.name == name || set || mentions(step.mentions, name, at))
            return fail(Message{WEFT_TR("core", "the flow uses the name \"%1\" already"), {name}});
    }
    for (const ParameterCall& parameter : flow.parameters)
        if (parameter.attribute == name) return fail(Message{WEFT_TR("core", "the flow uses the name \"%1\" already"), {name}});
    return {};
}

// `from` and `to`: names of tasks; in a group of an exported flow the step has the group's name in front.
Result<void> rename(Patch& patch, const PythonSource& source, const Class& flow, const Step* step, const std::string& task_from, const std::string& task_to) {
    if (!step) return code_only("the loop " + task_from);
    const std::string from = step->name, to = from.ends_with(task_from) ? from.substr(0, from.size() - task_from.size()) + task_to : task_to;
    const Decorator* marked = step->find("step");
    if ((from == "start" || from == "end") && !(marked && (marked->arguments.find("start") || marked->arguments.find("end"))))
        return fail(Message{WEFT_TR("core", "step %1 keeps its name: Metaflow begins and ends a flow there"), {from}});
    if (Result<void> good = free_name(flow, to); !good) return good;
    for (const Class& other : source.flows)
        if (&other != &flow && other.find(from) && other.find(from)->at == step->at)
            return fail(Message{WEFT_TR("core", "step %1 belongs to several flows of this file: rename it in the text"), {from}});
    patch.replace(step->name_at, to);
    for (const Step& one : flow.steps) {
        Span at;
        const bool inputs = one.inputs != "inputs" && mentions(one.input_mentions, from, at);
        if (inputs || mentions(one.mentions, from, at))
            return fail(Message{WEFT_TR("core", "the name \"%1\" also stands in line %2, where it may mean something else: rename it in the text"), {from, patch.line_of(at.begin)}});
        for (const auto& [mentioned, place] : one.input_mentions)
            if (mentioned == from) patch.replace(place, to);
        if (!one.next) continue;
        for (const auto* list : {&one.next->targets, &one.next->cases})
            for (const StepReference& target : *list)
                if (target.name == from) patch.replace(target.at, to);
    }
    return {};
}

// "train-foreach-items" became "fit-foreach-items" because its first step is called "fit" now.
bool follows_its_head(const Task& before, const Task& after) {
    if (before.own->body->tasks.empty() || !after.own || !after.own->body || after.own->body->tasks.empty()) return false;
    const std::string &was = before.own->body->tasks.front()->name, &is = after.own->body->tasks.front()->name;
    return before.name.starts_with(was) && after.name == is + before.name.substr(was.size());
}

// --- exit hooks and the schedule ------------------------------------------------------------------------------------------------------
std::string names_of(const std::vector<Handler>& handlers, Trigger other) {
    std::string out;
    for (const Handler& handler : handlers)
        if (handler.trigger == Trigger::always || handler.trigger == other) out += (out.empty() ? "" : ", ") + handler.task->name;
    return out;
}

Result<void> write_hooks(Patch& patch, const PythonSource& source, const Class& flow, const std::vector<Handler>& before, const std::vector<Handler>& after) {
    if (before == after) return {};
    for (const Handler& handler : before)   // an exported flow tells its hooks how it ended, by functions that stand between
        if (source.function(handler.task->name + "_on_success") && source.base) return code_only("exit handler " + handler.task->name);
    for (const Handler& handler : after) {
        const auto old = std::find_if(before.begin(), before.end(), [&](const Handler& one) { return one.task->id == handler.task->id; });
        if (old == before.end() && !source.function(handler.task->name)) return code_only("exit handler " + handler.task->name);
        if (old != before.end() && !(*old->task == *handler.task)) return code_only("exit handler " + handler.task->name);
        if (handler.warn_only || !handler.expression.empty())
            return fail(Message{WEFT_TR("core", "exit handler %1: Metaflow runs a hook on success, on failure or on both, nothing else"), {handler.task->name}});
    }
    const Decorator* decorator = nullptr;
    for (const Decorator& one : flow.decorators) {
        if (one.name != "exit_hook") continue;
        if (decorator) return fail(WEFT_TR("core", "the flow has several @exit_hook: change them in the text"));
        decorator = &one;
    }
    if (!decorator) return code_only("the exit handlers");
    if (after.empty()) {
        patch.remove(*decorator);
        return {};
    }
    for (const auto& [name, trigger] : {std::pair{"on_success", Trigger::on_success}, std::pair{"on_error", Trigger::on_failure}}) {
        const Argument* argument = decorator->arguments.find(name);
        const std::string was = names_of(before, trigger), now = names_of(after, trigger);
        if (was == now) continue;
        if (argument && now.empty()) patch.remove(decorator->arguments, *argument);
        else if (argument) patch.set(*argument, "[" + now + "]");
        else patch.add(*decorator, {{name, "[" + now + "]"}});
    }
    return {};
}

Result<void> write_schedule(Patch& patch, const Class& flow, const std::optional<Schedule>& before, const std::optional<Schedule>& after) {
    if (before == after) return {};
    const Decorator* decorator = flow.decorator("schedule");
    if (!after) {
        if (decorator) patch.remove(*decorator);
        return {};
    }
    if (after->crons.size() != 1 || after->suspended || !after->concurrency.empty() || !after->start.empty() || !after->end.empty() || after->starting_deadline || after->keep_succeeded ||
        after->keep_failed)
        return fail(WEFT_TR("core", "Metaflow's @schedule holds one cron line and a time zone, nothing else"));
    const std::string cron = quoted(after->crons.front());
    if (!decorator) {
        patch.add_decorator(flow.at.begin, flow.indent, "schedule", "cron=" + cron + (after->timezone.empty() ? std::string() : ", timezone=" + quoted(after->timezone)));
        return {};
    }
    const Arguments& arguments = decorator->arguments;
    if (!before || before->crons != after->crons) {
        const Argument* found = arguments.find("cron");
        for (const char* name : {"hourly", "daily", "weekly"})
            if (const Argument* simple = arguments.find(name); simple && !found) {
                patch.replace(simple->whole, "cron=" + cron);
                found = simple;
            }
        if (!found) patch.add(*decorator, {{"cron", cron}});
        else if (found->name == "cron") patch.set(*found, cron);
    }
    if (!before || before->timezone != after->timezone) {
        const Argument* zone = arguments.find("timezone");
        if (zone && after->timezone.empty()) patch.remove(arguments, *zone);
        else if (zone) patch.set(*zone, quoted(after->timezone));
        else patch.add(*decorator, {{"timezone", quoted(after->timezone)}});
    }
    return {};
}

// --- tasks ----------------------------------------------------------------------------------------------------------------------------
// What stands in no decorator, of a task whose renamed neighbours are renamed in both.
std::string other_difference(const Task& a, const Task& b) {
    if (a.needs != b.needs || a.depends != b.depends) return "the order of the steps";
    if (a.when != b.when) return "the condition of step " + a.name;
    if (a.loop != b.loop) return "the loop of step " + a.name;
    if (a.params != b.params || a.files != b.files) return "what step " + a.name + " reads";
    if (a.note != b.note) return "the description of step " + a.name;
    if (a.muted != b.muted) return "muting step " + a.name;
    if (a.handlers != b.handlers) return "an exit handler of step " + a.name;
    if (a.definition != b.definition || bool(a.own) != bool(b.own)) return "what step " + a.name + " runs";
    if (!a.own) return {};
    Definition one = *a.own, two = *b.own;
    for (Definition* each : {&one, &two}) {
        each->environment = {};
        each->retry.reset();
        each->timeout.clear();
        each->source.clear();
        each->body = nullptr;
    }
    return one == two ? std::string() : "what step " + a.name + " runs";
}

struct Writer {
    Patch& patch;
    const PythonSource& source;
    const Class& flow;

    Result<void> task(const Task& before, const Task& after) {
        if (const std::string what = other_difference(before, after); !what.empty()) return code_only(what);
        if (!before.own || !before.own->body) return {};
        const Definition &was = *before.own, &is = *after.own;
        if (was.environment != is.environment || was.retry != is.retry || was.timeout != is.timeout || before.environment != after.environment || before.tolerated != after.tolerated)
            return fail(Message{WEFT_TR("core", "%1 is drawn around several steps and has no decorators of its own: set environment, tries, time limit and what is tolerated at the steps in it"), {after.name}});
        return body(*was.body, *is.body);
    }

    Result<void> body(const Body& before, const Body& after) {
        if (before.tasks.size() != after.tasks.size()) return code_only(before.tasks.size() < after.tasks.size() ? "a new step" : "a step's removal");
        for (std::size_t i = 0; i < before.tasks.size(); ++i) {
            if (before.tasks[i]->id != after.tasks[i]->id) return code_only("the order of the steps");
            if (before.tasks[i] == after.tasks[i]) continue;
            if (Result<void> done = task(*before.tasks[i], *after.tasks[i]); !done) return done;
        }
        return {};
    }
};

}  // namespace

Result<std::vector<yaml::TextEdit>> write(const Flow& before, const Flow& after, std::string_view text) {
    const Result<SourcePtr> source = source_of(text);
    if (!source) return tl::unexpected<Error>(source.error());
    const Class* flow = class_named(**source, before.name);
    if (!flow) return fail(Message{WEFT_TR("core", "there is no flow \"%1\" in the file any more"), {before.name}});
    if (before.name != after.name) return code_only("the flow's name");
    if (before.description != after.description) return code_only("the flow's description");
    if (before.parameters != after.parameters) return code_only("a parameter");
    if (before.timeout != after.timeout || before.parallelism != after.parallelism) return code_only("a limit of the whole flow");
    if (before.definitions != after.definitions) return code_only("a definition");

    const std::map<std::string, std::size_t> places = steps_by_place(drawn_of(**source, *flow));
    std::map<TaskId, const Step*> steps;
    for_each_task(before, [&](const std::string& path, const Task& task, const Handler*) {
        if (const auto found = places.find(path); found != places.end()) steps[task.id] = &flow->steps[found->second];
    });

    Patch patch(text, **source);
    Flow renamed = before;   // with the new names, so that what follows from a name is no difference
    std::vector<std::pair<const Task*, const Task*>> pairs;
    Result<void> done;
    for_each_task(after, [&](const std::string&, const Task& task, const Handler* handler) {
        const Task* old = find_task(before, task.id);
        if (!old || !done) return;
        pairs.emplace_back(old, &task);
        if (old->name == task.name) return;
        const bool loop = old->own && old->own->body;   // its name follows that of its first step
        const auto step = steps.find(old->id);
        if (handler) done = code_only("exit handler " + old->name);
        else if (loop && (*source)->base) done = code_only("the group " + old->name);
        else if (loop && !follows_its_head(*old, task)) done = fail(Message{WEFT_TR("core", "the loop %1 is called after its first step, %2: rename that"), {old->name, old->own->body->tasks.front()->name}});
        else if (!loop) done = rename(patch, **source, *flow, step == steps.end() ? nullptr : step->second, old->name, task.name);
        if (!done) return;
        if (Result<Flow> next = edit::rename_task(renamed, task.id, task.name)) renamed = std::move(*next);
    });
    if (!done) return tl::unexpected<Error>(done.error());
    Writer writer{patch, **source, *flow};
    if (done = writer.body(renamed.main, after.main); !done) return tl::unexpected<Error>(done.error());
    for (const auto& [old, now] : pairs) {
        const auto at = steps.find(old->id);
        const Step* step = at == steps.end() ? nullptr : at->second;
        if (!step || !old->own || !now->own || old->own->body) continue;
        if (done = write_step(patch, **source, *step, *old, *now); !done) return tl::unexpected<Error>(done.error());
    }
    if (done = write_flow_environment(patch, **source, before.environment, after.environment); !done) return tl::unexpected<Error>(done.error());
    if (done = write_hooks(patch, **source, *flow, before.main.handlers, after.main.handlers); !done) return tl::unexpected<Error>(done.error());
    if (done = write_schedule(patch, *flow, before.schedule, after.schedule); !done) return tl::unexpected<Error>(done.error());
    if (patch.overlaps()) return fail(WEFT_TR("core", "two changes meet at one place of the text: make them one after the other"));
    return patch.edits();
}

}  // namespace weft::metaflow
