// What Flyte can say, feature by feature. Sources: flyteidl 1.16.5, flytepropeller, flyteplugins and flytecopilot v1.16.8; see README.md.
#include "core/targets/flyte/export.h"

namespace weft::flyte {
namespace {

Capability fits(Feature feature) { return {feature, Fit::fits, {}, {}, {}}; }
Capability lowered(Feature feature, Message how) { return {feature, Fit::lowered, std::move(how), {}, {}}; }
Capability refused(Feature feature, Message why) { return {feature, Fit::refused, std::move(why), {}, {}}; }

}  // namespace

std::vector<Capability> capabilities() {
    using F = Feature;
    return {
        fits(F::container),
        lowered(F::script, WEFT_TR("core", "the script is handed to a shell of the image, which writes it into a file and runs it")),
        lowered(F::nested_flow, WEFT_TR("core", "a sub-workflow, or a branch node")),
        fits(F::wait), fits(F::approval), fits(F::reference),
        refused(F::http, WEFT_TR("core", "Flyte makes no HTTP request by itself: let a task with curl do it")),
        refused(F::resource, WEFT_TR("core", "Flyte creates no Kubernetes objects by itself: let a task with kubectl do it")),
        refused(F::other_work, WEFT_TR("core", "work of this kind stands only in its own file")),
        refused(F::nothing_to_run, WEFT_TR("core", "every node of Flyte runs something: give the task a command")),
        lowered(F::condition, WEFT_TR("core", "a branch node with the task in it, and a node that does nothing for the other case")),
        refused(F::on_other_result, WEFT_TR("core", "a node of Flyte runs only after its upstream nodes succeeded: make the task an exit handler on failure")),
        refused(F::depends_expression, WEFT_TR("core", "a node of Flyte waits for all of its upstream nodes, not for an expression")),
        refused(F::recovers, WEFT_TR("core", "Flyte never takes a failure back")),
        lowered(F::tolerated, WEFT_TR("core", "the command's failure is not handed on, so Flyte shows the task as succeeded")),
        lowered(F::muted, WEFT_TR("core", "the task is left out; who waits for it waits for what it waits for")),
        lowered(F::loop_items, WEFT_TR("core", "an array node over the list")),
        lowered(F::loop_param, WEFT_TR("core", "an array node over the list")),
        lowered(F::loop_sequence, WEFT_TR("core", "an array node over the numbers, written out")),
        fits(F::parallelism), fits(F::fail_slow),
        lowered(F::handler_flow, WEFT_TR("core", "a failure node; to run always, the same work stands there twice: as the last node and as the failure node, which runs only when the workflow "
                                                 "failed. Neither runs when somebody aborts the execution, and if the failure node fails, its error hides the first one")),
        lowered(F::handler_group, WEFT_TR("core", "the failure node of the group's sub-workflow")),
        lowered(F::handler_task, WEFT_TR("core", "a sub-workflow around the task, with a failure node")),
        lowered(F::handler_on_success, WEFT_TR("core", "a last node behind all others")),
        fits(F::handler_on_failure),
        lowered(F::handler_warn_only, WEFT_TR("core", "the handler's command never fails")),
        fits(F::retry),
        refused(F::retry_unlimited, WEFT_TR("core", "Flyte wants the number of retries: set a limit")),
        lowered(F::retry_delay, WEFT_TR("core", "left out: how long Flyte waits between tries is a setting of the cluster")),
        lowered(F::retry_backoff, WEFT_TR("core", "left out: how long Flyte waits between tries is a setting of the cluster")),
        fits(F::timeout_task),
        refused(F::timeout_flow, WEFT_TR("core", "no message of Flyte limits a workflow's time: set the limit on its tasks")),
        fits(F::parameters),
        lowered(F::outputs, WEFT_TR("core", "a file below /var/outputs that Flyte's copilot container fetches")),
        lowered(F::output_of_stdout, WEFT_TR("core", "what the command prints is kept in a file and fetched from there")),
        refused(F::output_of_exit_code, WEFT_TR("core", "a task of Flyte that hands something on has succeeded, so the exit code is always 0")),
        lowered(F::artifacts, WEFT_TR("core", "a blob, fetched and brought by Flyte's copilot container")),
        lowered(F::file_content, WEFT_TR("core", "written by a shell of the image before the command runs")),
        fits(F::passing_value),
        lowered(F::status_value, WEFT_TR("core", "Succeeded in the last node, Failed in the failure node")),
        fits(F::env), fits(F::env_secret),
        refused(F::no_image, WEFT_TR("core", "Flyte has no default image and refuses a container without one: set it on the task, on the flow, or as the default for Flyte in the settings")),
        fits(F::cpu), fits(F::memory), fits(F::limits), fits(F::disk), fits(F::gpu), fits(F::shared_memory),
        lowered(F::volumes, WEFT_TR("core", "the task becomes a pod task (k8sPod)")),
        lowered(F::node_selection, WEFT_TR("core", "the task becomes a pod task (k8sPod)")),
        lowered(F::tolerations, WEFT_TR("core", "the task becomes a pod task (k8sPod)")),
        lowered(F::service_account, WEFT_TR("core", "the task becomes a pod task (k8sPod)")),
        lowered(F::image_pull_policy, WEFT_TR("core", "the task becomes a pod task (k8sPod)")),
        lowered(F::image_pull_secrets, WEFT_TR("core", "the task becomes a pod task (k8sPod)")),
        lowered(F::schedule, WEFT_TR("core", "a launch plan with a cron schedule; it starts when the plan is activated")),
    };
}

std::vector<Passing> passing() {
    std::vector<Passing> out;
    const Message set = WEFT_TR("core", "Flyte puts the value into the command, which sets the variable");
    const Message json = WEFT_TR("core", "as its JSON text");
    const Message list = WEFT_TR("core", "a list parameter arrives as [a,b], without quotes; what a command wrote as a list arrives as its text");
    for (const ValueType type : {ValueType::any, ValueType::string, ValueType::integer, ValueType::number, ValueType::boolean}) {
        out.push_back({type, Carrier::parameter, Fit::fits, {}});
        out.push_back({type, Carrier::variable, Fit::lowered, set});
        out.push_back({type, Carrier::file, Fit::refused, WEFT_TR("core", "only files arrive as files")});
    }
    for (const Carrier carrier : {Carrier::parameter, Carrier::variable}) {
        out.push_back({ValueType::list, carrier, Fit::lowered, list});
        out.push_back({ValueType::map, carrier, Fit::lowered, json});
        out.push_back({ValueType::file, carrier, Fit::lowered, WEFT_TR("core", "as the address of the file in Flyte's store")});
    }
    out.push_back({ValueType::list, Carrier::file, Fit::refused, WEFT_TR("core", "only files arrive as files")});
    out.push_back({ValueType::map, Carrier::file, Fit::refused, WEFT_TR("core", "only files arrive as files")});
    out.push_back({ValueType::file, Carrier::file, Fit::fits, {}});
    return out;
}

}  // namespace weft::flyte
