// The table: what a FlowSpec can say. Metaflow 2.19.38 (d2dd7f9), see README.md.
#include <algorithm>

#include "core/targets/metaflow/export.h"
#include "core/targets/metaflow/lower.h"
#include "core/targets/metaflow/metaflow.h"
#include "core/targets/metaflow/rules/rules.h"

namespace weft {
namespace metaflow {

const std::vector<Capability>& capabilities() {
    constexpr Fit fits = Fit::fits, lowered = Fit::lowered, refused = Fit::refused;
    using F = Feature;
    static const std::vector<Capability> rows{
        {F::container, fits, {}, {}, {}},
        {F::script, lowered, WEFT_TR("core", "the script is written to a temporary file inside the step and given to its interpreter"), {}, {}},
        {F::nested_flow, lowered, WEFT_TR("core", "the group's tasks become steps of the flow, named after the group"), {}, {}},
        {F::wait, lowered, WEFT_TR("core", "the step sleeps: its pod waits too"), {}, {}},
        {F::approval, refused, WEFT_TR("core", "Metaflow has no step that waits for a person"), {}, {}},
        {F::http, refused, WEFT_TR("core", "Metaflow has no HTTP step; write a command that makes the request"), {}, {}},
        {F::resource, refused, WEFT_TR("core", "Metaflow makes no Kubernetes objects of its own; write a command with kubectl"), {}, {}},
        {F::reference, refused, WEFT_TR("core", "a step cannot be taken from another file; open that file and copy the definition"), {}, {}},
        {F::other_work, refused, WEFT_TR("core", "only commands and scripts become steps"), {}, {}},
        {F::nothing_to_run, lowered, WEFT_TR("core", "a step that does nothing"), {}, {}},
        {F::condition, lowered, WEFT_TR("core", "an `if` inside the step: the step starts and does nothing when the condition does not hold"), {}, {}},
        {F::on_other_result, refused, WEFT_TR("core", "a step starts when the steps before it have succeeded, and on nothing else; make it an exit handler, or tolerate the failure"), {}, {}},
        {F::depends_expression, refused, WEFT_TR("core", "a step waits for all steps before it, there are no expressions"), {}, {}},
        {F::recovers, refused, WEFT_TR("core", "a failed step ends a Metaflow run"), {}, {}},
        {F::tolerated, lowered, WEFT_TR("core", "@catch: the run goes on, and the step counts as done"), {}, {}},
        {F::muted, lowered, WEFT_TR("core", "the muted task is left out"), {}, {}},
        {F::loop_items, fits, {}, {}, {}},
        {F::loop_param, fits, {}, {}, {}},
        {F::loop_sequence, fits, {}, {}, {}},
        {F::parallelism, lowered, WEFT_TR("core", "--max-workers of run and create, for the whole flow: it stands in the file's first lines"), {}, {}},
        {F::fail_slow, lowered, WEFT_TR("core", "a failed step ends the run; branches that have started go on"), {}, {}},
        {F::handler_flow, lowered, WEFT_TR("core", "an exit hook: it runs in the image and with the service account of the first step, on 1 CPU and 4096M; its own failure does not change the run; "
                                                   "on Argo each run with hooks also asks events.pagerduty.com"), "2.16", {}},
        {F::handler_group, refused, WEFT_TR("core", "exit hooks belong to the whole flow; make it an exit handler of the flow"), {}, {}},
        {F::handler_task, refused, WEFT_TR("core", "exit hooks belong to the whole flow; make it an exit handler of the flow"), {}, {}},
        {F::handler_on_success, fits, {}, "2.16", {}},
        {F::handler_on_failure, fits, {}, "2.16", {}},
        {F::handler_warn_only, fits, {}, "2.16", {}},
        {F::retry, fits, {}, {}, {}},
        {F::retry_unlimited, refused, WEFT_TR("core", "@retry needs a number of times"), {}, {}},
        {F::retry_delay, lowered, WEFT_TR("core", "the delay is rounded up to whole minutes"), {}, {}},
        {F::retry_backoff, lowered, WEFT_TR("core", "the same delay, in whole minutes, before every try"), {}, {}},
        {F::timeout_task, fits, {}, {}, {}},
        {F::timeout_flow, lowered, WEFT_TR("core", "--workflow-timeout of `argo-workflows create`: it stands in the file's first lines; a run on this computer has no limit"), {}, {}},
        {F::parameters, fits, {}, {}, {}},
        {F::outputs, fits, {}, {}, {}},
        {F::output_of_stdout, fits, {}, {}, {}},
        {F::output_of_exit_code, lowered, WEFT_TR("core", "always 0: a step with another exit code fails"), {}, {}},
        {F::artifacts, lowered, WEFT_TR("core", "the file is read whole and kept as an artifact of the step"), {}, {}},
        {F::file_content, fits, {}, {}, {}},
        {F::passing_value, fits, {}, {}, {}},
        {F::status_value, lowered, WEFT_TR("core", "Succeeded or Failed: Metaflow tells its hooks nothing finer"), {}, {}},
        {F::env, fits, {}, {}, {}},
        {F::env_secret, lowered, WEFT_TR("core", "the pod gets all keys of the secret as variables; the one that is meant is given its name"), {}, {}},
        {F::no_image, lowered, WEFT_TR("core", "the step runs in the image of the base, or where nothing names one in the python image of whoever deploys it"), {}, {}},
        {F::cpu, fits, {}, {}, {}},
        {F::memory, fits, {}, {}, {}},
        {F::limits, lowered, WEFT_TR("core", "qos=\"guaranteed\": the requests are the limits, of CPU, memory and disk alike"), {}, {}},
        {F::disk, fits, {}, {}, {}},
        {F::gpu, fits, {}, {}, {}},
        {F::shared_memory, fits, {}, {}, {}},
        {F::volumes, fits, {}, {}, {}},
        {F::node_selection, fits, {}, {}, {}},
        {F::tolerations, fits, {}, {}, {}},
        {F::service_account, fits, {}, {}, {}},
        {F::image_pull_policy, fits, {}, {}, {}},
        {F::image_pull_secrets, fits, {}, {}, {}},
        {F::schedule, fits, {}, {}, {}},
    };
    return rows;
}

const std::vector<Passing>& passing() {
    static const std::vector<Passing> rows = [] {
        std::vector<Passing> all;
        for (const ValueType type : {ValueType::any, ValueType::string, ValueType::integer, ValueType::number})
            for (const Carrier carrier : {Carrier::parameter, Carrier::variable}) all.push_back({type, carrier, Fit::fits, WEFT_TR("core", "as its text, in an attribute of the flow")});
        for (const Carrier carrier : {Carrier::parameter, Carrier::variable}) {
            all.push_back({ValueType::boolean, carrier, Fit::fits, WEFT_TR("core", "as true or false")});
            all.push_back({ValueType::list, carrier, Fit::lowered, WEFT_TR("core", "as its JSON text; what the items of a loop leave comes as a list of texts")});
            all.push_back({ValueType::map, carrier, Fit::lowered, WEFT_TR("core", "as its JSON text")});
            all.push_back({ValueType::file, carrier, Fit::refused, WEFT_TR("core", "a file is bytes: give it to a file of the task")});
        }
        for (const ValueType type : {ValueType::any, ValueType::string, ValueType::integer, ValueType::number, ValueType::boolean, ValueType::list, ValueType::map, ValueType::file})
            all.push_back({type, Carrier::file, Fit::lowered, type == ValueType::file ? WEFT_TR("core", "read whole, kept as an artifact of the step, written again where it is needed")
                                                                                      : WEFT_TR("core", "its text is written into the file before the command starts")});
        return all;
    }();
    return rows;
}

std::vector<Remark> check(const Flow& flow, const ExportOptions& options) { return lower(flow, options).remarks; }

std::vector<NameUse> names(const Flow& flow, const std::string& version) {
    ExportOptions options;
    options.version = version;
    return lower(flow, options).names;
}

}  // namespace metaflow

const Target& metaflow_target() {
    static const Target target = [] {
        Target t;
        t.id = "metaflow";
        t.title = "Metaflow";
        t.versions = {"2.19"};
        t.rules = metaflow::rules();
        t.export_flow = metaflow::export_flow;
        t.capabilities = metaflow::capabilities();
        t.check = metaflow::check;
        t.names = metaflow::names;
        t.arriving = metaflow::arriving;
        t.passing = metaflow::passing();
        return t;
    }();
    return target;
}

}  // namespace weft
