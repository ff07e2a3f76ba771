// What stands in the launch plan: defaults, schedule, environment of the executions. A file without one has no place for them.
#include "core/targets/flyte/values.h"
#include "core/targets/flyte/writing.h"

namespace weft::flyte {

using yaml::NodePtr;

namespace {

bool plan_changed(const Flow& a, const Flow& b) {
    const auto values = [](const Flow& flow) {
        std::vector<std::pair<std::string, std::optional<Value>>> out;
        for (const Parameter& parameter : flow.parameters)
            if (parameter.value) out.emplace_back(parameter.name, parameter.value);
        return out;
    };
    return values(a) != values(b) || a.schedule != b.schedule || a.parallelism != b.parallelism || a.environment != b.environment;
}

NodePtr write_defaults(const NodePtr& inputs, const Flow& before, const Flow& after) {
    return sync_below(inputs, "parameters", [&](NodePtr map) {
        for (const Parameter& was : before.parameters) {
            bool stays = false;
            for (const Parameter& now : after.parameters) stays = stays || now.name == was.name;
            if (!stays && yaml::find_entry(map, was.name)) map = yaml::without_entry(map, was.name);
        }
        for (const Parameter& now : after.parameters) {
            const Parameter* was = nullptr;
            for (const Parameter& one : before.parameters)
                if (one.name == now.name) was = &one;
            if (was && *was == now) continue;
            NodePtr entry = yaml::find(map, now.name);
            if (!entry) entry = yaml::make_map({{yaml::make_string("var"), MapMaker().node("type", type_node(now.type, now.choices)).text("description", now.description).make()}});
            if (now.value) {
                const Place old{yaml::find(entry, "default"), {}, 0};
                const LiteralText text = old ? literal_text(old) : LiteralText{};
                if (!old || text.text != now.value->text || text.plain != now.value->plain) entry = sync(entry, "default", literal_node(now.value->text, now.value->plain, now.type));
                entry = sync(entry, "required", nullptr);
            } else {
                entry = sync(sync(entry, "default", nullptr), "required", yaml::make_plain("true"));
            }
            map = yaml::with_entry(map, now.name, entry);
        }
        return map;
    });
}

NodePtr write_schedule(const NodePtr& spec, const Flow& after) {
    return sync_below(spec, "entityMetadata", [&](const NodePtr& metadata) -> NodePtr {
        if (!after.schedule) return sync(metadata, "schedule", nullptr);
        return sync_below(metadata, "schedule", [&](NodePtr map) {
            const NodePtr fresh = schedule_node(*after.schedule);
            const NodePtr text = yaml::find_path(fresh, "cronSchedule/schedule");
            if (text && Place{map}.has("cronExpression")) return sync_text(map, "cronExpression", text->text);
            if (text && Place{map}.has("cronSchedule")) return sync_below(map, "cronSchedule", [&](const NodePtr& cron) { return sync_text(cron, "schedule", text->text); });
            for (const char* key : {"cronExpression", "cronSchedule", "rate"}) map = sync(map, key, yaml::find(fresh, key));
            return map;
        });
    });
}

NodePtr write_environment(Writing& writing, NodePtr spec) {
    const Environment &was = writing.before.environment, &now = writing.after.environment;
    if (was == now) return spec;
    Environment rest = now;
    rest.env = was.env;
    rest.service_account = was.service_account;
    if (rest != was) writing.refuse(WEFT_TR("core", "a launch plan of Flyte sets variables and the service account; image and resources stand on each task"));
    for (const Binding& variable : now.env)
        if (variable.value.source != Source::literal) writing.refuse({WEFT_TR("core", "the variable %1 of a launch plan can only be a text"), {variable.name}});
    if (was.env != now.env) spec = sync(spec, "envs", now.env.empty() ? nullptr : MapMaker().node("values", container_env_node(now.env)).make());
    if (was.service_account == now.service_account) return spec;
    for (const auto& [outer, key] : {std::pair{"authRole", "kubernetesServiceAccount"}, {"auth", "kubernetesServiceAccount"}})
        if (!Place{spec}.at(outer).text_at(key).empty())
            return sync_below(spec, outer, [&, key = key](const NodePtr& map) { return sync_text(map, key, now.service_account.value_or("")); });
    return sync_below(spec, "securityContext", [&](const NodePtr& context) {
        return sync_below(context, "runAs", [&](const NodePtr& map) { return sync_text(map, "k8sServiceAccount", now.service_account.value_or("")); });
    });
}

}  // namespace

void write_plan(Writing& writing) {
    const Flow &before = writing.before, &after = writing.after;
    if (!plan_changed(before, after)) return;
    const Entry* plan = writing.entry.kind == Entry::Kind::plan ? &writing.entry : writing.unit.plan_of(writing.entry.name);
    if (!plan) return writing.refuse(WEFT_TR("core", "defaults, schedule, limits and environment of a flow stand in a launch plan of Flyte, and this file has none"));
    NodePtr spec = writing.now(plan->body).node;
    if (before.parameters != after.parameters) spec = sync_below(spec, "defaultInputs", [&](const NodePtr& map) { return write_defaults(map, before, after); });
    if (before.schedule != after.schedule) {
        spec = write_schedule(spec, after);
        const bool forbid = after.schedule && after.schedule->concurrency == "Forbid", was = before.schedule && before.schedule->concurrency == "Forbid";
        if (forbid != was) spec = sync(spec, "concurrencyPolicy", forbid ? MapMaker().node("max", yaml::make_plain("1")).text("behavior", "CONCURRENCY_LIMIT_BEHAVIOR_SKIP").make() : nullptr);
    }
    if (before.parallelism != after.parallelism) spec = sync_text(spec, "maxParallelism", after.parallelism ? std::to_string(*after.parallelism) : "");
    spec = write_environment(writing, spec);
    writing.put(plan->body, spec);
}

}  // namespace weft::flyte
