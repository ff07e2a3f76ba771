// What reaches a step's pod, and an exit hook's.
#include <algorithm>

#include "core/targets/metaflow/arguments.h"
#include "core/targets/metaflow/export.h"
#include "core/targets/metaflow/lower.h"

namespace weft::metaflow {
namespace {

void show(EffectiveEnvironment& environment, const char* field, const std::optional<Scalar>& now, const std::optional<Scalar>& was) {
    if (!now || (was && was->text == now->text)) return;
    for (Effective& one : environment.fields)
        if (one.field == field) {
            one.value = now->text;
            one.origin = Origin::engine;
            one.origin_name = "Metaflow";
            return;
        }
    environment.fields.push_back({field, now->text, Origin::engine, "Metaflow"});
}

void show(EffectiveEnvironment& environment, const char* field, const std::optional<std::string>& now, const std::optional<std::string>& was, Origin origin, const std::string& from) {
    if (now == was) return;
    for (Effective& one : environment.fields)
        if (one.field == field) {
            one.value = now.value_or("");
            one.origin = now ? origin : Origin::nothing;
            one.origin_name = from;
            return;
        }
    if (now) environment.fields.push_back({field, *now, origin, from});
}

}  // namespace

namespace {

void settle(EffectiveEnvironment& environment, const QuantityArgument& field, Scalar& value) {
    const std::string written = settled_quantity(value.text, field.unit);
    for (Effective& one : environment.fields)
        if (one.field == field.field && one.value == value.text) one.value = written;
    value.text = written;
}

// A flow.py that stands already: what BASE and nobody says, the engine fills in, step by step (Metaflow #1943). An export has one base for all.
Environment base_of(const Flow& flow, const ExportOptions& options) {
    if (flow.format != "metaflow") return base_environment(flow, options);
    Environment base = literal_part(flow.environment);
    if (!base.image && !options.default_image.empty()) base.image = options.default_image;
    if (!base.cpu) base.cpu = Scalar{"1", true};
    if (!base.memory) base.memory = Scalar{"4096M", false};
    if (!base.disk) base.disk = Scalar{"10240M", false};
    return base;
}

// The start step's: the flow's own first task where it is that step, else the one that is put in front.
Environment start_of(const Flow& flow, const Environment& base) {
    const Task* start = start_task(flow);
    return start ? exported_environment(flow, *start, {}, base) : base;
}

}  // namespace

// A step: BASE under its own values. An exit hook: image, service account and secrets of the start step, 1 CPU and 4096M whatever it asks for.
void arriving(const Flow& flow, const Task&, const Handler* handler, const ExportOptions& options, EffectiveEnvironment& environment) {
    const Environment base = base_of(flow, options);
    const Environment was = environment.merged;
    Environment& now = environment.merged;
    const bool hook = handler != nullptr && std::any_of(flow.main.handlers.begin(), flow.main.handlers.end(), [&](const Handler& one) { return one.task == handler->task; });
    if (hook) {
        const Environment start = start_of(flow, base);
        now = Environment{};
        now.image = start.image;
        now.service_account = start.service_account;
        now.cpu = Scalar{"1", true};
        now.memory = Scalar{"4096M", false};
        now.env = was.env;   // given by the hook's own command
        for (Effective& one : environment.fields)
            if (!one.field.starts_with("env.")) one = {one.field, {}, Origin::nothing, {}};
    } else {
        Flow outer;
        outer.environment = base;
        Task inner;
        inner.environment = was;
        now = effective_environment(outer, inner).merged;
        for (const QuantityArgument& field : quantity_arguments())
            if (std::optional<Scalar>& value = now.*field.slot; value && flow.format != "metaflow") settle(environment, field, *value);   // whole megabytes
    }
    const Environment& compared = hook ? Environment{} : was;
    show(environment, "image", now.image, compared.image, hook ? Origin::engine : Origin::flow, hook ? "start" : "BASE");
    show(environment, "service_account", now.service_account, compared.service_account, hook ? Origin::engine : Origin::flow, hook ? "start" : "BASE");
    // filled in by the engine, not only spelt in its units
    const auto filled = [&](std::optional<Scalar> Environment::*slot, const char* field) {
        if (!(compared.*slot)) show(environment, field, now.*slot, std::nullopt);
    };
    filled(&Environment::cpu, "cpu");
    filled(&Environment::memory, "memory");
    if (!hook) filled(&Environment::disk, "disk");
}

}  // namespace weft::metaflow
