// What an Elyra pipeline can say, feature by feature: files that run one after another, each in an image of its own.
#include "core/targets/kfp/elyra_export.h"
#include "core/targets/kfp/kfp.h"

namespace weft::elyra {
namespace {

std::vector<Capability> capabilities() {
    using F = Feature;
    std::vector<Capability> out;
    for (const F feature : {F::env, F::env_secret, F::gpu, F::tolerations}) out.push_back({feature, Fit::fits, {}, {}, {}});
    const auto all = [&](Fit fit, Message how, std::initializer_list<F> features) {
        for (const F feature : features) out.push_back({feature, fit, how, {}, {}});
    };
    all(Fit::lowered, WEFT_TR("core", "a command becomes a Python file beside the pipeline, which starts it; python3 FILE, Rscript FILE and papermill FILE - name their file"), {F::container});
    all(Fit::lowered, WEFT_TR("core", "a script becomes a file beside the pipeline"), {F::script});
    all(Fit::lowered, WEFT_TR("core", "a parameter of the pipeline is a variable of the nodes that name it"), {F::parameters});
    all(Fit::lowered, WEFT_TR("core", "Elyra counts in whole units: cores, gigabytes; a part of one is rounded up"), {F::cpu, F::memory, F::limits, F::shared_memory});
    all(Fit::lowered, WEFT_TR("core", "an Elyra node mounts claims; other volumes are refused"), {F::volumes});
    all(Fit::refused, WEFT_TR("core", "an Elyra pipeline has no exit handlers: export to Kubeflow Pipelines or Argo"), {F::handler_flow, F::handler_group, F::handler_task, F::handler_on_success, F::handler_on_failure, F::handler_warn_only, F::status_value});
    all(Fit::refused, WEFT_TR("core", "an Elyra pipeline has no conditions and no loops: export to Kubeflow Pipelines or Argo"), {F::condition, F::loop_items, F::loop_param, F::loop_sequence, F::parallelism});
    all(Fit::refused, WEFT_TR("core", "an Elyra node starts when all nodes before it have succeeded"), {F::on_other_result, F::depends_expression, F::recovers, F::tolerated, F::fail_slow});
    all(Fit::lowered, WEFT_TR("core", "an Elyra node runs once: the file that starts the command tries again and looks at the time, within the node"), {F::retry, F::retry_delay, F::retry_backoff, F::timeout_task});
    all(Fit::refused, WEFT_TR("core", "Elyra needs a number of tries"), {F::retry_unlimited});
    all(Fit::refused, WEFT_TR("core", "an Elyra pipeline has no time limit: set it on the tasks"), {F::timeout_flow});
    all(Fit::refused, WEFT_TR("core", "nodes of files hand nothing on but the files of the object store: keep what the next task needs on a claim"), {F::outputs, F::output_of_stdout, F::output_of_exit_code, F::artifacts, F::passing_value});
    all(Fit::refused, WEFT_TR("core", "a file of given content cannot be put beside an Elyra node: write it in the command"), {F::file_content});
    all(Fit::refused, WEFT_TR("core", "an Elyra node runs a notebook, a Python or an R file, nothing else"), {F::wait, F::approval, F::http, F::resource, F::reference, F::other_work, F::nothing_to_run});
    all(Fit::refused, WEFT_TR("core", "a super node can be made in Elyra only: draw the tasks of the group beside the others"), {F::nested_flow});
    all(Fit::refused, WEFT_TR("core", "a muted task has no counterpart: remove it"), {F::muted});
    all(Fit::refused, WEFT_TR("core", "every Elyra node needs a runtime image: choose one for the task, the flow or the target"), {F::no_image});
    all(Fit::refused, WEFT_TR("core", "this belongs to the runtime configuration of Elyra, not to a pipeline"), {F::disk, F::node_selection, F::service_account, F::image_pull_policy, F::image_pull_secrets, F::schedule});
    return out;
}

std::vector<Passing> passing() {
    std::vector<Passing> out;
    for (const ValueType type : {ValueType::any, ValueType::string, ValueType::integer, ValueType::number, ValueType::boolean, ValueType::list, ValueType::map, ValueType::file})
        for (const Carrier carrier : {Carrier::parameter, Carrier::variable, Carrier::file}) out.push_back({type, carrier, Fit::refused, WEFT_TR("core", "nodes of files hand nothing on")});
    return out;
}

}  // namespace
}  // namespace weft::elyra

namespace weft {

const Target& elyra_target() {
    static const Target target = [] {
        Target t;
        t.id = "elyra";
        t.title = "Elyra";
        t.versions = {"4.0"};
        t.export_flow = elyra::export_flow;
        t.capabilities = elyra::capabilities();
        t.check = elyra::check;
        t.arriving = elyra::arriving;
        t.passing = elyra::passing();
        return t;
    }();
    return target;
}

}  // namespace weft
