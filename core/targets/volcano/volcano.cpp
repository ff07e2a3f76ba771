// The format and the target as data. Versions and defects: README.md of this folder.
#include "core/targets/volcano/volcano.h"

#include <algorithm>

#include "core/targets/volcano/lower.h"
#include "core/targets/volcano/rules/rules.h"
#include "core/targets/volcano/writing.h"

namespace weft {
namespace {

bool recognises(const yaml::Stream& stream) {
    return std::any_of(stream.documents.begin(), stream.documents.end(), [](const yaml::Document& d) { return volcano::role_of(d.root) != volcano::Role::none; });
}

std::size_t flow_count(const yaml::Stream& stream) {
    const std::vector<volcano::Part> parts = volcano::parts_of(stream);
    return std::max<std::size_t>(1, std::size_t(std::count_if(parts.begin(), parts.end(), [](const volcano::Part& p) { return p.role != volcano::Role::job_template; })));
}

Capability fits(Feature feature) { return {feature, Fit::fits, {}, {}, {}}; }
Capability lowered(Feature feature, Message how) { return {feature, Fit::lowered, std::move(how), {}, {}}; }
Capability refused(Feature feature, Message why) { return {feature, Fit::refused, std::move(why), {}, {}}; }

std::vector<Capability> work() {
    return {
        fits(Feature::container),
        lowered(Feature::script, {WEFT_TR("core", "the script becomes one word of the command (sh -c, python -c)")}),
        lowered(Feature::nested_flow, {WEFT_TR("core", "a group's tasks stand in the JobFlow themselves; a vcjob of several tasks stays one")}),
        refused(Feature::wait, {WEFT_TR("core", "a JobFlow cannot wait for some time; let a task sleep")}),
        refused(Feature::approval, {WEFT_TR("core", "a JobFlow cannot wait for a person")}),
        refused(Feature::http, {WEFT_TR("core", "a JobFlow runs only jobs; let a task call curl")}),
        refused(Feature::resource, {WEFT_TR("core", "a JobFlow runs only jobs; let a task call kubectl")}),
        fits(Feature::reference),   // a JobTemplate on the cluster; those of other engines are refused one by one
        refused(Feature::other_work, {WEFT_TR("core", "a JobFlow runs only jobs")}),
        refused(Feature::nothing_to_run, {WEFT_TR("core", "a JobTemplate needs at least one task")}),
    };
}

std::vector<Capability> order() {
    const Message targets{WEFT_TR("core", "Volcano starts a job only when all its targets are Completed")};
    const Message once{WEFT_TR("core", "a JobFlow runs each job once: draw a task for each item, or let one task go through them")};
    return {
        refused(Feature::condition, {WEFT_TR("core", "a JobFlow has no conditions; let the task check and end early")}),
        refused(Feature::on_other_result, targets),
        refused(Feature::depends_expression, targets),
        refused(Feature::recovers, targets),
        refused(Feature::tolerated, {WEFT_TR("core", "a failed job fails its JobFlow; let the task end with 0 itself")}),
        lowered(Feature::muted, {WEFT_TR("core", "muted tasks are left out, and what stands behind them waits for what stands before them")}),
        refused(Feature::loop_items, once),
        refused(Feature::loop_param, once),
        refused(Feature::loop_sequence, once),
        refused(Feature::parallelism, {WEFT_TR("core", "a JobFlow starts every job that can start; the queue's capability limits what runs")}),
        fits(Feature::fail_slow),   // nothing stops the siblings of a failed job
    };
}

std::vector<Capability> endings() {
    std::vector<Capability> out;
    for (const Feature feature : {Feature::handler_flow, Feature::handler_group, Feature::handler_task, Feature::handler_on_success, Feature::handler_on_failure, Feature::handler_warn_only})
        out.push_back(refused(feature, volcano::handler_message()));
    out.push_back(fits(Feature::retry));
    out.push_back(refused(Feature::retry_unlimited, {WEFT_TR("core", "Volcano needs a number of tries")}));
    out.push_back(lowered(Feature::retry_delay, {WEFT_TR("core", "Volcano starts a job again at once, without a delay")}));
    out.push_back(lowered(Feature::retry_backoff, {WEFT_TR("core", "Volcano starts a job again at once, without a delay")}));
    out.push_back(lowered(Feature::timeout_task, {WEFT_TR("core", "the time limit is the pod's (activeDeadlineSeconds), each try has it anew")}));
    out.push_back(refused(Feature::timeout_flow, {WEFT_TR("core", "a JobFlow has no time limit; its tasks have one each")}));
    return out;
}

std::vector<Capability> values() {
    const Message nothing{WEFT_TR("core", "a Volcano job hands nothing on; let the tasks write to and read from a claim that both mount")};
    return {
        lowered(Feature::parameters, {WEFT_TR("core", "a JobFlow has no parameters: what they say at the export is written out, a task's own as variables of its container, a tag in a text as its value")}),
        lowered(Feature::outputs, {WEFT_TR("core", "outputs are written in the pod and go with it: nothing collects them")}),
        lowered(Feature::output_of_stdout, {WEFT_TR("core", "what a task prints stands in its log only")}),
        lowered(Feature::output_of_exit_code, {WEFT_TR("core", "an exit code only decides how the job ends")}),
        refused(Feature::artifacts, nothing),
        refused(Feature::file_content, {WEFT_TR("core", "a job cannot bring a file along; put it into a config map and mount that")}),
        refused(Feature::passing_value, nothing),
        refused(Feature::status_value, volcano::handler_message()),
    };
}

std::vector<Capability> environment() {
    std::vector<Capability> out;
    for (const Feature feature : {Feature::env, Feature::env_secret, Feature::cpu, Feature::memory, Feature::limits, Feature::disk, Feature::volumes, Feature::node_selection, Feature::tolerations,
                                  Feature::service_account, Feature::image_pull_policy, Feature::image_pull_secrets})
        out.push_back(fits(feature));
    out.push_back(refused(Feature::no_image, {WEFT_TR("core", "no image: the JobTemplate would be taken and the job refused later, without a word in the JobFlow's status")}));
    out.push_back(lowered(Feature::gpu, {WEFT_TR("core", "GPUs are limits of nvidia.com/gpu")}));
    out.push_back(lowered(Feature::shared_memory, {WEFT_TR("core", "shared memory is a volume in memory at /dev/shm")}));
    out.push_back(refused(Feature::schedule, {WEFT_TR("core", "a JobFlow has no schedule; start it from Weftwork or by a CronJob of your own")}));
    return out;
}

std::vector<Capability> all_capabilities() {
    std::vector<Capability> out;
    for (std::vector<Capability> rows : {work(), order(), endings(), values(), environment()}) out.insert(out.end(), rows.begin(), rows.end());
    return out;
}

// A task's output goes nowhere. The flow's own parameters do: they are written out when it is exported.
std::vector<Passing> all_passing() {
    std::vector<Passing> out;
    const Message nothing{WEFT_TR("core", "a Volcano job hands nothing on; let the tasks write to and read from a claim that both mount")};
    for (const ValueType type : {ValueType::any, ValueType::string, ValueType::integer, ValueType::number, ValueType::boolean, ValueType::list, ValueType::map, ValueType::file})
        for (const Carrier carrier : {Carrier::parameter, Carrier::variable, Carrier::file})
            out.push_back({type, carrier, Fit::refused, nothing});
    return out;
}

}  // namespace

const Format& volcano_format() {
    static const Format format = [] {
        Format f;
        f.id = "volcano";
        f.title = WEFT_TR("core", "Volcano JobFlow");
        f.abilities.groups = false;
        f.abilities.task_environment = false;
        f.abilities.structured_bindings = false;
        f.recognises = recognises;
        f.read = volcano::read;
        f.flow_count = flow_count;
        f.write = volcano::write;
        f.settle = volcano::settle;
        f.fresh = volcano::fresh;
        return f;
    }();
    return format;
}

const Target& volcano_target() {
    static const Target target = [] {
        Target t;
        t.id = "volcano";
        t.title = "Volcano";
        t.versions = {"1.15", "1.14", "1.13", "1.12", "1.11.1", "1.11.0", "1.10.1", "1.10.0", "1.9.0"};
        t.rules = volcano::rules();
        t.export_flow = volcano::export_flow;
        t.capabilities = all_capabilities();
        t.check = volcano::check;
        t.names = volcano::names;
        t.arriving = volcano::arriving;
        t.passing = all_passing();
        t.handlers_may_stand_apart = true;
        return t;
    }();
    return target;
}

}  // namespace weft
