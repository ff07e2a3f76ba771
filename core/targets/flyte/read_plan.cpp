// A launch plan: defaults of the parameters, schedule, environment of every execution.
#include <cstdlib>

#include "core/targets/flyte/reading.h"

namespace weft::flyte {
namespace {

void read_schedule(Reading& reading, const Place& given) {
    const Place cron = given.below("cronSchedule/schedule"), old = given.at("cronExpression"), rate = given.at("rate");
    if (!cron && !old && !rate) return;
    Schedule schedule;
    std::string text = rate ? rate_text(rate) : cron ? cron.text() : old.text();
    for (const std::string_view zone : {"CRON_TZ=", "TZ="})
        if (text.starts_with(zone) && text.find(' ') != std::string::npos) {
            schedule.timezone = text.substr(zone.size(), text.find(' ') - zone.size());
            text.erase(0, text.find(' ') + 1);
        }
    schedule.crons = {text};
    reading.map("schedule", given);
    reading.map("schedule.crons", rate ? rate : cron ? cron : old);
    reading.out.flow.schedule = std::move(schedule);
    reading.keep(given, "launchPlan.schedule", "Schedule", {"cronSchedule", "cronExpression", "rate"});
}

void read_defaults(Reading& reading, const Place& spec) {
    Flow& flow = reading.out.flow;
    const auto parameter_of = [&](const std::string& name) -> Parameter& {
        for (Parameter& known : flow.parameters)
            if (known.name == name) return known;
        flow.parameters.push_back({name});
        return flow.parameters.back();
    };
    for (const auto& [name, given] : spec.below("defaultInputs/parameters").entries()) {
        Parameter& parameter = parameter_of(name);
        if (parameter.type == ValueType::any) parameter.type = type_of(given.below("var/type"), &parameter.choices);
        if (parameter.description.empty()) parameter.description = given.below("var/description").text();
        const std::string path = join_path("parameters", name);
        reading.map(path, given);
        const Place value = given.at("default");
        if (!value) continue;
        const LiteralText text = literal_text(value);
        parameter.value = Value{Source::literal, text.text, {}, {}, text.plain};
        reading.map(path + ".value", literal_leaf(value));
    }
}

}  // namespace

std::string rate_text(const Place& rate) {
    const std::string unit = rate.text_at("unit");
    return "@every " + rate.text_at("value") + (unit == "DAY" || unit == "2" ? "d" : unit == "HOUR" || unit == "1" ? "h" : "m");
}

void read_plan(Reading& reading, const Entry& plan) {
    Flow& flow = reading.out.flow;
    const Place& spec = plan.body;
    read_defaults(reading, spec);
    read_schedule(reading, spec.below("entityMetadata/schedule"));
    if (const Place policy = spec.at("concurrencyPolicy"); policy && flow.schedule && policy.text_at("max") == "1") flow.schedule->concurrency = "Forbid";
    if (const std::string most = spec.text_at("maxParallelism"); !most.empty() && most != "0") flow.parallelism = std::atoi(most.c_str());
    reading.map("parallelism", spec.at("maxParallelism"));
    for (const Place& variable : spec.below("envs/values").items()) {
        const std::string name = variable.text_at("key");
        flow.environment.env.push_back({name, Value{Source::literal, variable.text_at("value")}});
        reading.map(join_path("environment.env", name), variable.at("key"));
        reading.map(join_path("environment.env", name) + ".value", variable.at("value"));
    }
    for (const char* path : {"securityContext/runAs/k8sServiceAccount", "authRole/kubernetesServiceAccount", "auth/kubernetesServiceAccount"})
        if (const Place account = spec.below(path); account && !account.text().empty() && !flow.environment.service_account) {
            flow.environment.service_account = account.text();
            reading.map("environment.service_account", account);
        }
    reading.keep(spec, "launchPlan", "LaunchPlanSpec", {"workflowId", "entityMetadata", "defaultInputs", "maxParallelism", "envs", "concurrencyPolicy"});
    reading.keep(spec.at("entityMetadata"), "launchPlan", "LaunchPlanMetadata", {"schedule"});
}

}  // namespace weft::flyte
