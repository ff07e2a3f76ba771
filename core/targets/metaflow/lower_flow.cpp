// What belongs to the whole flow: its parameters, BASE, schedule and limits, the first and the last step; and what a step has on top of BASE.
#include <algorithm>

#include "core/targets/metaflow/arguments.h"
#include "core/targets/metaflow/lowering.h"
#include "core/targets/metaflow/write_step.h"

namespace weft::metaflow {
namespace {

void lower_parameters(Lowering& l) {
    for (const Parameter& parameter : l.flow.parameters) {
        std::string collides;
        const std::string attribute = l.pool.take(parameter.name, &collides);
        NameUse use{NameUse::Kind::parameter, {}, parameter.name, attribute, {}, collides};
        if (!collides.empty()) use.how = {WEFT_TR("core", "%1 would have the same name"), {collides}};
        else if (attribute != parameter.name) use.how = WEFT_TR("core", "a parameter is an attribute and an option: a to z, 0 to 9 and _, none of Metaflow's own");
        l.plan.names.push_back(std::move(use));
        std::string text = quoted(attribute), shown = "self." + attribute;
        const std::string value = parameter.value ? parameter.value->text : std::string();
        const bool whole = !value.empty() && value.size() < 16 && value.find_first_not_of("0123456789", value.starts_with("-") ? 1 : 0) == std::string::npos && value != "-" &&
                           (value.size() == 1 || !(value.starts_with("0") || value.starts_with("-0")));
        const bool integer = (parameter.type == ValueType::integer || (parameter.type == ValueType::any && parameter.value && parameter.value->plain)) && (whole || !parameter.value);
        const bool truth = (parameter.type == ValueType::boolean || (parameter.type == ValueType::any && parameter.value && parameter.value->plain)) && (value == "true" || value == "false");
        if (parameter.value && parameter.value->source != Source::literal)
            l.refuse({}, 0, {WEFT_TR("core", "parameter %1: its default is read from somewhere else, which Metaflow does not do"), {parameter.name}});
        if (truth) {
            text += std::string(", type=bool, default=") + (value == "true" ? "True" : "False");
            shown = "str(self." + attribute + ").lower()";
        } else if (integer && parameter.value) text += ", type=int, default=" + value;
        else if (integer && parameter.type == ValueType::integer) text += ", type=int, required=True";
        else if (parameter.value) text += ", default=" + quoted(value);
        else text += ", required=True";
        if (!parameter.description.empty() || !parameter.choices.empty()) {
            std::string help = parameter.description;
            for (const std::string& choice : parameter.choices) help += (&choice == &parameter.choices.front() ? (help.empty() ? "one of " : "; one of ") : ", ") + choice;
            text += ", help=" + quoted(help);
            if (!parameter.choices.empty()) l.lowered({}, 0, {WEFT_TR("core", "parameter %1: its choices are told in its help, Metaflow does not check them"), {parameter.name}});
        }
        l.parameters[parameter.name] = {true, shown, integer && text.find(", type=int") != std::string::npos};
        l.parameter_attributes[parameter.name] = attribute;
        l.plan.parameters.push_back({attribute, text});
    }
}

void lower_schedule(Lowering& l) {
    if (!l.flow.schedule) return;
    const Schedule& schedule = *l.flow.schedule;
    if (schedule.crons.size() != 1) return l.refuse({}, 0, WEFT_TR("core", "several cron lines: Metaflow's @schedule has one"));
    l.plan.schedule.emplace_back("cron", quoted(schedule.crons.front()));
    if (!schedule.timezone.empty()) l.plan.schedule.emplace_back("timezone", quoted(schedule.timezone));
    if (schedule.suspended || !schedule.concurrency.empty() || !schedule.start.empty() || !schedule.end.empty() || schedule.starting_deadline || schedule.keep_succeeded || schedule.keep_failed)
        l.lowered({}, 0, WEFT_TR("core", "@schedule holds the cron line and the time zone; concurrency, start, end, suspension and history are left out"));
}

void lower_limits(Lowering& l) {
    if (l.flow.parallelism) {
        l.plan.run_flags.push_back("--max-workers " + std::to_string(*l.flow.parallelism));
        l.plan.deploy_flags.push_back("--max-workers " + std::to_string(*l.flow.parallelism));
    }
    if (const auto seconds = seconds_of(l.flow.timeout)) l.plan.deploy_flags.push_back("--workflow-timeout " + std::to_string(*seconds));
}

// The first and the last step must be called start and end. A task that is called so and stands there alone is that step.
bool lone(const Flow& flow, const std::string& name, bool last) {
    const BodyGraph graph = graph_of(flow, flow.main);
    int found = -1, ends = 0;
    for (std::size_t i = 0; i < graph.tasks.size(); ++i) {
        if (graph.tasks[i]->muted) return false;
        if (!(last ? graph.downstream[i] : graph.upstream[i]).empty()) continue;
        ++ends;
        if (graph.tasks[i]->name == name) found = int(i);
    }
    if (ends != 1 || found < 0 || graph.tasks[std::size_t(found)]->loop) return false;
    const auto is_group = [&](const Task& task) {
        const Definition* definition = definition_of(flow, task);
        return !definition || definition->kind == DefinitionKind::flow || task.loop;
    };
    if (is_group(*graph.tasks[std::size_t(found)])) return false;
    const std::vector<int>& before = graph.upstream[std::size_t(found)];
    return !last || (before.size() == 1 && !is_group(*graph.tasks[std::size_t(before.front())]));   // the last step cannot join
}

void frame(Lowering& l, const Chain& chain) {
    std::vector<PlanStep>& steps = l.plan.steps;
    const auto plain = [](const std::string& name, const char* doc) {
        PlanStep step;
        step.name = name;
        step.doc = doc;
        return step;
    };
    const bool empty = chain.first >= steps.size();
    const bool has_start = !empty && steps[chain.first].name == "start", has_end = !empty && steps[chain.last].name == "end" && (chain.first != chain.last || !has_start);
    const std::string first = empty ? "end" : steps[chain.first].name;
    if (!empty && !has_end) steps[chain.last].next.push_back("end");
    if (!has_end) steps.push_back(plain("end", "Ends the flow."));
    if (has_start) return;
    PlanStep start = plain("start", "Begins the flow.");
    start.next.push_back(first);
    steps.insert(steps.begin(), std::move(start));
}

void base_limits(Lowering& l) {
    const lint::Context context = lint::make_context(l.flow, {});
    bool first = true;
    for (const lint::Context::Item& item : context.items) {
        if (!item.definition || item.handler || item.definition->kind == DefinitionKind::flow) continue;
        const std::optional<Retry>& retry = item.task->retry ? item.task->retry : item.definition->retry;
        const std::string timeout = item.task->timeout.empty() ? (item.definition->kind == DefinitionKind::wait ? std::string() : item.definition->timeout) : item.task->timeout;
        if (first) {
            l.base_retry = retry;
            l.base_timeout = timeout;
        }
        if (l.base_retry != retry) l.base_retry.reset();
        if (l.base_timeout != timeout) l.base_timeout.clear();
        first = false;
    }
    if (l.base_retry && !l.base_retry->limit) l.base_retry.reset();
}

std::vector<std::pair<std::string, std::string>> limits_arguments(const std::optional<Retry>& retry, const std::string& timeout) {
    std::vector<std::pair<std::string, std::string>> out;
    if (retry && retry->limit) {
        out.emplace_back("retry", retry->limit->text);
        const long minutes = (seconds_of(retry->delay).value_or(0) + 59) / 60;
        if (minutes > 0) out.emplace_back("retry_minutes", std::to_string(minutes));
    }
    if (const auto seconds = seconds_of(timeout)) out.emplace_back("timeout", std::to_string(*seconds));
    return out;
}

}  // namespace

void Lowering::refuse(const std::string& path, TaskId task, Message what, Message advice) {
    plan.remarks.push_back({Fit::refused, task, path, Feature::count_, {}, std::move(what), std::move(advice)});
}

void Lowering::lowered(const std::string& path, TaskId task, Message what) { plan.remarks.push_back({Fit::lowered, task, path, Feature::count_, {}, std::move(what), {}}); }

std::vector<std::pair<std::string, std::string>> step_arguments(Lowering& l, const Scope& scope, const Task& task, const Definition& definition, const std::string& path) {
    const Environment environment = exported_environment(l.flow, task, scope.enclosing, l.base);
    std::vector<std::pair<std::string, std::string>> out = environment_arguments(environment, &l.base);
    for (const Volume& volume : environment.volumes)
        if (!python_text(std::vector<Volume>{volume}))
            l.refuse(path, task.id, {WEFT_TR("core", "volume %1: Metaflow mounts persistent volume claims at a path, whole and writable, nothing else"), {volume.name}});
    for (const QuantityArgument& field : quantity_arguments())
        if (const auto& value = environment.*field.slot; value && !number_of(value->text, field.unit))
            l.refuse(path, task.id, {WEFT_TR("core", "%1 \"%2\" is no number that Metaflow takes"), {field.field, value->text}});
    const auto limit = [&](const std::optional<Scalar>& most, const std::optional<Scalar>& asked, Unit unit) {
        if (!most || (asked && number_of(most->text, unit) == number_of(asked->text, unit))) return;
        l.refuse(path, task.id, {WEFT_TR("core", "a limit of %1 beside a request of %2: on Metaflow the limit is the request (qos=\"guaranteed\") or there is none"), {most->text, asked ? asked->text : "nothing"}});
    };
    limit(environment.cpu_limit, environment.cpu, Unit::cores);
    limit(environment.memory_limit, environment.memory, Unit::megabytes);
    const std::optional<Retry>& retry = task.retry ? task.retry : definition.retry;
    const std::string timeout = task.timeout.empty() ? (definition.kind == DefinitionKind::wait ? std::string() : definition.timeout) : task.timeout;
    if (const auto seconds = seconds_of(timeout); seconds && *seconds < 60)
        l.refuse(path, task.id, {WEFT_TR("core", "a timeout of %1 is too short: Metaflow refuses less than 60 seconds"), {timeout}});
    if (retry && retry->limit && retry->limit->text.find_first_not_of("0123456789") != std::string::npos)
        l.refuse(path, task.id, {WEFT_TR("core", "\"%1\" is no number of times"), {retry->limit->text}});
    else if (retry && retry->limit && (retry->limit->text.size() > 1 || retry->limit->text > "4"))
        l.refuse(path, task.id, {WEFT_TR("core", "Metaflow tries again at most 4 times, not %1 times"), {retry->limit->text}});
    if (retry != l.base_retry)
        for (auto& one : limits_arguments(retry, {})) out.push_back(std::move(one));
    if (!retry && l.base_retry) out.emplace_back("retry", "0");
    if (timeout != l.base_timeout)
        for (auto& one : limits_arguments(std::nullopt, timeout)) out.push_back(std::move(one));
    if (task.tolerated || task.tolerated_error) out.emplace_back("tolerated", "True");
    return out;
}

const Task* start_task(const Flow& flow) { return lone(flow, "start", false) ? find_task(flow.main, "start") : nullptr; }

Plan lower(const Flow& flow, const ExportOptions& options) {
    Lowering l{flow, options, {}, {}, base_environment(flow, options), {}, {}, {}, {}, {}, {}};
    l.plan.class_name = class_name(flow.name);
    l.plan.description = flow.description;
    NameUse name{NameUse::Kind::flow, {}, flow.name, l.plan.class_name, {}, {}};
    if (name.original != name.final) name.how = {WEFT_TR("core", "the class of the flow; on Argo %1"), {argo_name(l.plan.class_name)}};
    l.plan.names.push_back(std::move(name));
    if (argo_name(l.plan.class_name).size() > 45)
        l.refuse({}, 0, {WEFT_TR("core", "the flow's name is \"%1\" on Argo, %2 characters: Metaflow takes at most 45"), {argo_name(l.plan.class_name), std::to_string(argo_name(l.plan.class_name).size())}},
                 WEFT_TR("core", "give the flow a shorter name"));
    base_limits(l);
    lower_parameters(l);
    l.plan.base = environment_arguments(l.base, nullptr);
    for (auto& one : limits_arguments(l.base_retry, l.base_timeout)) l.plan.base.push_back(std::move(one));
    Scope scope;
    scope.body = &flow.main;
    if (lone(flow, "start", false)) l.pool.release("start");
    if (lone(flow, "end", true)) l.pool.release("end");
    frame(l, lower_body(l, scope, {}));
    lower_handlers(l, scope);
    lower_schedule(l);
    lower_limits(l);
    return std::move(l.plan);
}

}  // namespace weft::metaflow
