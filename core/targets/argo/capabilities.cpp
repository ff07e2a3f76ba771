// What Argo can say, feature by feature. Read from Argo Workflows v3.7.18, v4.0.10 and v4.1.2 (workflow/validate, the CRDs, operator.go); README.md.
#include <algorithm>

#include "core/lint/rule.h"
#include "core/targets/argo/export.h"
#include "core/targets/argo/lower.h"
#include "core/targets/portability.h"

namespace weft::argo {
namespace {

void fits(std::vector<Capability>& out, std::initializer_list<Feature> features) {
    for (const Feature feature : features) out.push_back({feature, Fit::fits, {}, {}, {}});
}

void lowered(std::vector<Capability>& out, Feature feature, const char* how) { out.push_back({feature, Fit::lowered, how, {}, {}}); }
void refused(std::vector<Capability>& out, Feature feature, const char* why) { out.push_back({feature, Fit::refused, why, {}, {}}); }

}  // namespace

std::vector<Capability> capabilities() {
    std::vector<Capability> out;
    fits(out, {Feature::container, Feature::script, Feature::nested_flow, Feature::wait, Feature::approval, Feature::http, Feature::condition, Feature::on_other_result,
               Feature::depends_expression, Feature::tolerated, Feature::loop_items, Feature::loop_param, Feature::loop_sequence, Feature::parallelism, Feature::fail_slow, Feature::handler_flow,
               Feature::retry, Feature::retry_unlimited, Feature::retry_delay, Feature::retry_backoff, Feature::timeout_task, Feature::timeout_flow, Feature::parameters,
               Feature::outputs, Feature::output_of_stdout, Feature::output_of_exit_code, Feature::artifacts, Feature::file_content, Feature::passing_value, Feature::status_value,
               Feature::env, Feature::env_secret, Feature::cpu, Feature::memory, Feature::limits, Feature::disk, Feature::node_selection, Feature::tolerations, Feature::volumes,
               Feature::service_account, Feature::image_pull_policy, Feature::schedule});
    // Of these the model knows a line only: Argo's own file keeps them, and check() refuses them from elsewhere.
    fits(out, {Feature::resource, Feature::reference, Feature::other_work});
    lowered(out, Feature::recovers, WEFT_TR("core", "`dag.target` lists the tasks that must succeed, so that a recovered failure does not count and another one does"));
    lowered(out, Feature::muted, WEFT_TR("core", "muted tasks are left out; who waited for one waits for what it waited for"));
    lowered(out, Feature::handler_group, WEFT_TR("core", "a group's exit handler is the exit hook of its task; what becomes of it does not count in Argo"));
    lowered(out, Feature::handler_task, WEFT_TR("core", "a task's exit handler is its exit hook; what becomes of it does not count in Argo"));
    lowered(out, Feature::handler_on_success, WEFT_TR("core", "the trigger is the condition of a step in the exit handlers' template, or of the exit hook"));
    lowered(out, Feature::handler_on_failure, WEFT_TR("core", "the trigger is the condition of a step in the exit handlers' template, or of the exit hook"));
    lowered(out, Feature::handler_warn_only, WEFT_TR("core", "the handler's step goes on after a failure (continueOn) in the exit handlers' template"));
    lowered(out, Feature::gpu, WEFT_TR("core", "GPUs are the limit `nvidia.com/gpu` of the container"));
    lowered(out, Feature::shared_memory, WEFT_TR("core", "shared memory is a memory volume at /dev/shm"));
    lowered(out, Feature::image_pull_secrets, WEFT_TR("core", "image pull secrets belong to the whole workflow: every pod gets all of them"));
    refused(out, Feature::nothing_to_run, WEFT_TR("core", "an Argo template must run something"));
    refused(out, Feature::no_image, WEFT_TR("core", "a container of Argo needs an image: set one on the task, on the flow, or as this target's default"));
    return out;
}

std::vector<Passing> passing() {
    const Message text = WEFT_TR("core", "as its text: parameters of Argo are strings");
    const Message json = WEFT_TR("core", "as its JSON text: parameters of Argo are strings");
    const Message raw = WEFT_TR("core", "as a raw artifact that holds the text");
    std::vector<Passing> out;
    for (const Carrier carrier : {Carrier::parameter, Carrier::variable}) {
        out.push_back({ValueType::any, carrier, Fit::fits, {}});
        out.push_back({ValueType::string, carrier, Fit::fits, {}});
        for (const ValueType type : {ValueType::integer, ValueType::number, ValueType::boolean}) out.push_back({type, carrier, Fit::lowered, text});
        for (const ValueType type : {ValueType::list, ValueType::map}) out.push_back({type, carrier, Fit::lowered, json});
        out.push_back({ValueType::file, carrier, Fit::refused, WEFT_TR("core", "a file is an artifact in Argo; it cannot be a parameter: read it in a task that prints it")});
    }
    for (const ValueType type : {ValueType::any, ValueType::string, ValueType::integer, ValueType::number, ValueType::boolean, ValueType::list, ValueType::map})
        out.push_back({type, Carrier::file, Fit::lowered, raw});
    out.push_back({ValueType::file, Carrier::file, Fit::fits, {}});
    return out;
}

// Everything that lowering refuses, at the task that it is about. What the table refuses by itself is not said twice.
std::vector<Remark> check(const Flow& flow, const ExportOptions& options) {
    std::vector<Remark> out;
    if (goes_out_as_it_is(flow)) return out;
    const std::string version = options.version.empty() ? "4.1" : options.version;
    const Lowered lowered = lower(flow, version);
    if (lowered.reasons.empty() && lowered.notes.empty()) return out;
    const lint::Context context = lint::make_context(flow, {});
    for (const Lowered::Reason& reason : lowered.reasons) {
        if (reason.of_table) continue;
        Remark remark;
        remark.fit = Fit::refused;
        remark.task = reason.task;
        for (const lint::Context::Item& item : context.items)
            if (reason.task != 0 && item.task->id == reason.task) remark.path = item.path;
        remark.what = reason.why;
        bool known = false;
        for (const Remark& other : out) known = known || (other.task == remark.task && other.what == remark.what);
        if (!known) out.push_back(std::move(remark));
    }
    for (const Message& note : lowered.notes) {
        Remark remark;
        remark.fit = Fit::lowered;
        remark.what = note;
        out.push_back(std::move(remark));
    }
    return out;
}

void arriving(const Flow& flow, const Task&, const Handler*, const ExportOptions& options, EffectiveEnvironment& environment) {
    if (!environment.merged.image && !options.default_image.empty()) {
        environment.merged.image = options.default_image;
        for (Effective& field : environment.fields)
            if (field.field == "image") field = {"image", options.default_image, Origin::engine, {}};
    }
    if (goes_out_as_it_is(flow)) return;
    std::vector<std::string> all;
    const auto add = [&](const Environment& from) {
        for (const std::string& secret : from.pull_secrets)
            if (std::find(all.begin(), all.end(), secret) == all.end()) all.push_back(secret);
    };
    add(flow.environment);
    for (const DefinitionPtr& definition : flow.definitions) add(definition->environment);
    for_each_task(flow, [&](const std::string&, const Task& task, const Handler*) {
        add(task.environment);
        if (task.own) add(task.own->environment);
    });
    environment.merged.pull_secrets = std::move(all);
}

}  // namespace weft::argo
