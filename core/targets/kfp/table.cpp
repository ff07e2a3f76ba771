// What KFP can say, feature by feature. Sources: facts in README.md of this folder (issue and pull request numbers of kubeflow/pipelines).
#include "core/targets/kfp/export.h"
#include "core/targets/kfp/kfp.h"
#include "core/targets/kfp/rules/rules.h"

namespace weft::kfp {
namespace {

constexpr const char* final_status = WEFT_TR("core", "KFP's status of a group is not to be relied on (it may still say RUNNING): let the handler always run and look at the status itself");

}  // namespace

std::vector<Capability> capabilities() {
    using F = Feature;
    const auto fits = [](F feature) { return Capability{feature, Fit::fits, {}, {}, {}}; };
    const auto lowered = [](F feature, Message how, std::string since = {}) { return Capability{feature, Fit::lowered, std::move(how), std::move(since), {}}; };
    const auto refused = [](F feature, Message why, std::string until = {}) { return Capability{feature, Fit::refused, std::move(why), {}, std::move(until)}; };
    std::vector<Capability> out;
    for (const F feature : {F::container, F::nested_flow, F::retry, F::retry_delay, F::retry_backoff, F::parameters, F::outputs, F::passing_value, F::env, F::env_secret, F::cpu, F::memory, F::limits, F::gpu,
                            F::node_selection, F::tolerations, F::image_pull_policy, F::image_pull_secrets, F::shared_memory, F::volumes})
        out.push_back(fits(feature));
    const std::vector<Capability> others{
        lowered(F::script, {WEFT_TR("core", "a script becomes the argument of its interpreter")}),
        lowered(F::condition, {WEFT_TR("core", "a condition is written in CEL over inputs of the task")}),
        lowered(F::on_other_result, {WEFT_TR("core", "\"any end\" is the strategy ALL_UPSTREAM_TASKS_COMPLETED")}),
        lowered(F::depends_expression, {WEFT_TR("core", "an expression that only joins with && becomes plain edges")}),
        lowered(F::muted, {WEFT_TR("core", "a muted task is left out")}),
        lowered(F::loop_items, {WEFT_TR("core", "a loop becomes a group of its own (ParallelFor)")}),
        lowered(F::loop_param, {WEFT_TR("core", "a loop becomes a group of its own (ParallelFor); what it goes over is a LIST")}),
        lowered(F::loop_sequence, {WEFT_TR("core", "the numbers are listed")}),
        lowered(F::parallelism, {WEFT_TR("core", "only loops have a limit")}),
        refused(F::handler_flow, {WEFT_TR("core", "KFP before 2.4 reports a failed pipeline with an exit handler as succeeded (#11405): choose 2.4 or later")}, "2.4"),
        lowered(F::handler_flow, {WEFT_TR("core", "the tasks stand in an exit group, the handler waits for it; several handlers become one exit DAG")}, "2.4"),
        refused(F::handler_group, {WEFT_TR("core", "KFP before 2.4 reports a failed pipeline with an exit handler as succeeded (#11405): choose 2.4 or later")}, "2.4"),
        lowered(F::handler_group, {WEFT_TR("core", "the group stands in an exit group of its own; only at the root")}, "2.4"),
        refused(F::handler_task, {WEFT_TR("core", "KFP before 2.4 reports a failed pipeline with an exit handler as succeeded (#11405): choose 2.4 or later")}, "2.4"),
        lowered(F::handler_task, {WEFT_TR("core", "the task stands in an exit group of its own; only at the root")}, "2.4"),
        refused(F::handler_on_success, {final_status}),
        refused(F::handler_on_failure, {final_status}),
        refused(F::handler_warn_only, {WEFT_TR("core", "a pipeline cannot say whether the failure of an exit handler matters")}),
        lowered(F::timeout_task, {WEFT_TR("core", "a time limit is activeDeadlineSeconds of the pod, in the second document")}),
        lowered(F::timeout_flow, {WEFT_TR("core", "the flow's time limit is activeDeadlineSeconds of the pipeline, in the second document")}),
        lowered(F::output_of_stdout, {WEFT_TR("core", "what the task prints is written into a file beside")}),
        refused(F::output_of_exit_code, {WEFT_TR("core", "KFP does not hand on an exit code")}),
        lowered(F::artifacts, {WEFT_TR("core", "files are copied from and to KFP's own paths")}),
        lowered(F::file_content, {WEFT_TR("core", "a file's content is an argument, written before the program starts")}),
        refused(F::status_value, {WEFT_TR("core", "KFP before 2.14 does not tell an exit task how its group ended (#11953)")}, "2.14"),
        lowered(F::status_value, {WEFT_TR("core", "KFP's status (COMPLETE, FAILED, RUNNING) is turned into Succeeded, Failed or Running")}, "2.14"),
        lowered(F::service_account, {WEFT_TR("core", "the service account is chosen when the run is started, not in the file")}),
        lowered(F::schedule, {WEFT_TR("core", "a schedule leaves in a file of its own: a recurring run with the pipeline inside, as the server's API takes it")}),
        lowered(F::wait, {WEFT_TR("core", "a wait becomes a container that sleeps (busybox, where nothing sets an image)")}),
        refused(F::approval, {WEFT_TR("core", "KFP has no task that waits for approval")}),
        refused(F::http, {WEFT_TR("core", "KFP has no HTTP task: use a container with curl")}),
        refused(F::resource, {WEFT_TR("core", "KFP makes no Kubernetes objects: use a container with kubectl")}),
        refused(F::reference, {WEFT_TR("core", "what stands in another file cannot be taken along")}),
        refused(F::recovers, {WEFT_TR("core", "in KFP a failed task fails its pipeline")}),
        refused(F::tolerated, {WEFT_TR("core", "KFP cannot go on after a failure as if nothing were (#7330)")}),
        refused(F::fail_slow, {WEFT_TR("core", "in KFP a group ends with its first failure")}),
        refused(F::retry_unlimited, {WEFT_TR("core", "KFP needs a number of tries")}),
        refused(F::no_image, {WEFT_TR("core", "every component needs an image: choose one for the task, the flow or the target")}),
        refused(F::disk, {WEFT_TR("core", "KFP has no disk request")}),
        refused(F::other_work, {WEFT_TR("core", "work of another engine's own kind runs only there: put it into a container")}),
        refused(F::nothing_to_run, {WEFT_TR("core", "a task of a pipeline needs something to run")}),
    };
    out.insert(out.end(), others.begin(), others.end());
    return out;
}

std::vector<Passing> passing() {
    using T = ValueType;
    std::vector<Passing> out;
    for (const T type : {T::any, T::string, T::integer, T::number, T::boolean, T::list, T::map}) {
        const bool json = type == T::list || type == T::map;
        out.push_back({type, Carrier::parameter, json ? Fit::lowered : Fit::fits, json ? Message{WEFT_TR("core", "as its JSON text where the task takes a string")} : Message{}});
        out.push_back({type, Carrier::variable, Fit::lowered, {json ? WEFT_TR("core", "as its JSON text, through an argument of the shell in front of the program") : WEFT_TR("core", "through an argument of the shell in front of the program")}});
        out.push_back({type, Carrier::file, Fit::lowered, {WEFT_TR("core", "written into the file before the program starts")}});
    }
    out.push_back({T::file, Carrier::parameter, Fit::refused, {WEFT_TR("core", "a file goes into a file")}});
    out.push_back({T::file, Carrier::variable, Fit::refused, {WEFT_TR("core", "a file goes into a file")}});
    out.push_back({T::file, Carrier::file, Fit::lowered, {WEFT_TR("core", "as an artifact (system.Artifact), copied to its path")}});
    return out;
}

}  // namespace weft::kfp

namespace weft {

const Target& kfp_target() {
    static const Target target = [] {
        Target t;
        t.id = "kfp";
        t.title = "Kubeflow Pipelines";
        t.versions = {"2.17", "2.14", "2.4", "2.3"};
        t.export_flow = kfp::export_flow;
        t.capabilities = kfp::capabilities();
        t.check = kfp::check;
        t.names = kfp::names;
        t.arriving = kfp::arriving;
        t.rules = kfp::rules();
        t.passing = kfp::passing();
        return t;
    }();
    return target;
}

}  // namespace weft
