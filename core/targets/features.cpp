#include "core/targets/features.h"

#include "core/lint/rule.h"
namespace weft {
namespace {

struct Row { Feature feature; const char* id; const char* title; };

constexpr Row rows[] = {
    {Feature::container, "container", WEFT_TR("core", "a command in a container")},
    {Feature::script, "script", WEFT_TR("core", "a script")},
    {Feature::nested_flow, "nested-flow", WEFT_TR("core", "a group or sub-flow")},
    {Feature::wait, "wait", WEFT_TR("core", "a wait for some time")},
    {Feature::approval, "approval", WEFT_TR("core", "a wait for approval")},
    {Feature::http, "http", WEFT_TR("core", "an HTTP request")},
    {Feature::resource, "resource", WEFT_TR("core", "a Kubernetes object")},
    {Feature::reference, "reference", WEFT_TR("core", "a definition in another file")},
    {Feature::other_work, "other-work", WEFT_TR("core", "work of an engine's own kind")},
    {Feature::nothing_to_run, "nothing-to-run", WEFT_TR("core", "a task with nothing to run")},
    {Feature::condition, "condition", WEFT_TR("core", "a condition")},
    {Feature::on_other_result, "on-other-result", WEFT_TR("core", "an edge for another result than success")},
    {Feature::depends_expression, "depends-expression", WEFT_TR("core", "a `depends` expression")},
    {Feature::recovers, "recovers", WEFT_TR("core", "an edge that recovers")},
    {Feature::tolerated, "tolerated", WEFT_TR("core", "a tolerated failure")},
    {Feature::muted, "muted", WEFT_TR("core", "a muted task")},
    {Feature::loop_items, "loop-items", WEFT_TR("core", "a loop over a list")},
    {Feature::loop_param, "loop-param", WEFT_TR("core", "a loop over a parameter or output")},
    {Feature::loop_sequence, "loop-sequence", WEFT_TR("core", "a loop over numbers")},
    {Feature::parallelism, "parallelism", WEFT_TR("core", "a limit of tasks at once")},
    {Feature::fail_slow, "fail-slow", WEFT_TR("core", "a group that lets the others finish")},
    {Feature::handler_flow, "handler-flow", WEFT_TR("core", "an exit handler of the flow")},
    {Feature::handler_group, "handler-group", WEFT_TR("core", "an exit handler of a group")},
    {Feature::handler_task, "handler-task", WEFT_TR("core", "an exit handler of a task")},
    {Feature::handler_on_success, "handler-on-success", WEFT_TR("core", "an exit handler on success")},
    {Feature::handler_on_failure, "handler-on-failure", WEFT_TR("core", "an exit handler on failure")},
    {Feature::handler_warn_only, "handler-warn-only", WEFT_TR("core", "an exit handler that only warns")},
    {Feature::retry, "retry", WEFT_TR("core", "a retry")},
    {Feature::retry_unlimited, "retry-unlimited", WEFT_TR("core", "a retry without a limit")},
    {Feature::retry_delay, "retry-delay", WEFT_TR("core", "a delay between tries")},
    {Feature::retry_backoff, "retry-backoff", WEFT_TR("core", "a growing delay between tries")},
    {Feature::timeout_task, "timeout-task", WEFT_TR("core", "a task's timeout")},
    {Feature::timeout_flow, "timeout-flow", WEFT_TR("core", "the flow's timeout")},
    {Feature::parameters, "parameters", WEFT_TR("core", "parameters of the flow")},
    {Feature::outputs, "outputs", WEFT_TR("core", "an output")},
    {Feature::output_of_stdout, "output-of-stdout", WEFT_TR("core", "an output from what a task prints")},
    {Feature::output_of_exit_code, "output-of-exit-code", WEFT_TR("core", "an output from the exit code")},
    {Feature::artifacts, "artifacts", WEFT_TR("core", "a file carried between tasks")},
    {Feature::file_content, "file-content", WEFT_TR("core", "a file with given content")},
    {Feature::passing_value, "passing-value", WEFT_TR("core", "a value passed between tasks")},
    {Feature::status_value, "status-value", WEFT_TR("core", "the status given to an exit handler")},
    {Feature::env, "env", WEFT_TR("core", "environment variables")},
    {Feature::env_secret, "env-secret", WEFT_TR("core", "a secret as a variable")},
    {Feature::no_image, "no-image", WEFT_TR("core", "a task without an image")},
    {Feature::cpu, "cpu", WEFT_TR("core", "a CPU request")},
    {Feature::memory, "memory", WEFT_TR("core", "a memory request")},
    {Feature::limits, "limits", WEFT_TR("core", "CPU or memory limits")},
    {Feature::disk, "disk", WEFT_TR("core", "a disk request")},
    {Feature::gpu, "gpu", WEFT_TR("core", "GPUs")},
    {Feature::shared_memory, "shared-memory", WEFT_TR("core", "shared memory")},
    {Feature::volumes, "volumes", WEFT_TR("core", "volumes")},
    {Feature::node_selection, "node-selection", WEFT_TR("core", "a node selector")},
    {Feature::tolerations, "tolerations", WEFT_TR("core", "tolerations")},
    {Feature::service_account, "service-account", WEFT_TR("core", "a service account")},
    {Feature::image_pull_policy, "image-pull-policy", WEFT_TR("core", "an image pull policy")},
    {Feature::image_pull_secrets, "image-pull-secrets", WEFT_TR("core", "image pull secrets")},
    {Feature::schedule, "schedule", WEFT_TR("core", "a schedule")},
};
static_assert(std::size(rows) == std::size_t(Feature::count_));

struct Place {
    std::vector<FeatureUse>& out;
    TaskId task;
    const std::string& path;
    void use(Feature feature, std::string detail = {}) const { out.push_back({feature, task, path, std::move(detail)}); }
};

void value_uses(const Place& at, const Value& value) {
    if (value.source == Source::secret) at.use(Feature::env_secret, shown(value));
    if (value.source == Source::output) at.use(Feature::passing_value, value.task + "." + value.name);
    if (value.source == Source::status) at.use(Feature::status_value);
}

void environment_uses(const Place& at, const Environment& e) {
    if (!e.env.empty()) at.use(Feature::env, e.env.front().name);
    for (const Binding& binding : e.env) value_uses(at, binding.value);
    if (e.cpu) at.use(Feature::cpu, e.cpu->text);
    if (e.memory) at.use(Feature::memory, e.memory->text);
    if (e.cpu_limit || e.memory_limit) at.use(Feature::limits, e.cpu_limit ? e.cpu_limit->text : e.memory_limit->text);
    if (e.disk) at.use(Feature::disk, e.disk->text);
    if (e.gpu && e.gpu->text != "0") at.use(Feature::gpu, e.gpu->text);
    if (e.shared_memory) at.use(Feature::shared_memory, e.shared_memory->text);
    for (const Volume& volume : e.volumes) at.use(Feature::volumes, volume.name);
    if (!e.node_selector.empty()) at.use(Feature::node_selection, e.node_selector.front().name);
    if (!e.tolerations.empty()) at.use(Feature::tolerations, e.tolerations.front().key);
    if (e.service_account) at.use(Feature::service_account, *e.service_account);
    if (e.pull_policy) at.use(Feature::image_pull_policy, *e.pull_policy);
    if (!e.pull_secrets.empty()) at.use(Feature::image_pull_secrets, e.pull_secrets.front());
}

void retry_uses(const Place& at, const Retry& retry) {
    at.use(Feature::retry, retry.limit ? retry.limit->text : std::string());
    if (!retry.limit) at.use(Feature::retry_unlimited);
    if (retry.factor && *retry.factor != 1) at.use(Feature::retry_backoff, retry.delay);
    else if (!retry.delay.empty()) at.use(Feature::retry_delay, retry.delay);
}

void kind_uses(const Place& at, const Definition& d) {
    switch (d.kind) {
        case DefinitionKind::container: at.use(Feature::container); break;
        case DefinitionKind::script: at.use(Feature::script); break;
        case DefinitionKind::flow: at.use(Feature::nested_flow, d.name); break;
        case DefinitionKind::wait: at.use(d.detail == "wait" ? Feature::approval : Feature::wait, d.detail); break;
        case DefinitionKind::http: at.use(Feature::http, d.detail); break;
        case DefinitionKind::resource: at.use(Feature::resource, d.detail); break;
        case DefinitionKind::reference: at.use(Feature::reference, d.detail); break;
        case DefinitionKind::other: at.use(Feature::other_work, d.detail); break;
        case DefinitionKind::none: at.use(Feature::nothing_to_run); break;
    }
}

void file_uses(const Place& at, const std::vector<InputFile>& files) {
    for (const InputFile& file : files) {
        at.use(file.raw ? Feature::file_content : Feature::artifacts, file.name);
        if (file.from) value_uses(at, *file.from);
    }
}

void output_uses(const Place& at, const std::vector<Output>& outputs) {
    for (const Output& output : outputs) {
        at.use(output.artifact ? Feature::artifacts : Feature::outputs, output.name);
        if (output.from == OutputFrom::standard_output) at.use(Feature::output_of_stdout, output.name);
        if (output.from == OutputFrom::exit_code) at.use(Feature::output_of_exit_code, output.name);
    }
}

void definition_uses(const Place& at, const Definition& d) {
    kind_uses(at, d);
    environment_uses(at, d.environment);
    file_uses(at, d.files);
    output_uses(at, d.outputs);
    if (d.retry) retry_uses(at, *d.retry);
    if (!d.timeout.empty()) at.use(Feature::timeout_task, d.timeout);
    if (d.parallelism) at.use(Feature::parallelism, std::to_string(*d.parallelism));
    if (d.kind == DefinitionKind::flow && !d.fail_fast) at.use(Feature::fail_slow);
}

void loop_uses(const Place& at, const Loop& loop) {
    at.use(loop.over == Loop::Over::items ? Feature::loop_items : loop.over == Loop::Over::param ? Feature::loop_param : Feature::loop_sequence, loop.param);
    if (loop.parallelism) at.use(Feature::parallelism, std::to_string(*loop.parallelism));
}

void order_uses(const Place& at, const Task& task) {
    if (!task.depends.empty()) at.use(Feature::depends_expression, task.depends);
    else
        for (const Need& need : task.needs)
            if (need.results != results_default && need.results != on_succeeded) at.use(Feature::on_other_result, need.task);
    for (const Need& need : task.needs)
        if (need.recovers) at.use(Feature::recovers, need.task);
    if (!task.when.empty()) at.use(Feature::condition, task.when);
    if (task.tolerated || task.tolerated_error) at.use(Feature::tolerated);
    if (task.muted) at.use(Feature::muted);
    if (task.loop) loop_uses(at, *task.loop);
}

void handler_uses(const Place& at, const Handler& handler, Feature scope) {
    at.use(scope, handler.task->name);
    if (handler.trigger == Trigger::on_success) at.use(Feature::handler_on_success, handler.task->name);
    if (handler.trigger == Trigger::on_failure) at.use(Feature::handler_on_failure, handler.task->name);
    if (handler.warn_only) at.use(Feature::handler_warn_only, handler.task->name);
}

Feature handler_scope(const lint::Context::Item& item, const lint::Context& context) {
    if (item.hook) return Feature::handler_task;
    return context.scopes[item.scope].path.empty() ? Feature::handler_flow : Feature::handler_group;
}

bool makes_a_pod(const Definition& d) { return d.kind == DefinitionKind::container || d.kind == DefinitionKind::script; }

void item_uses(std::vector<FeatureUse>& out, const lint::Context& context, const lint::Context::Item& item) {
    const Task& task = *item.task;
    const Place at{out, task.id, item.path};
    if (item.handler) handler_uses(at, *item.handler, handler_scope(item, context));
    if (!item.definition) at.use(Feature::nothing_to_run, task.definition);
    else if (item.first_use) definition_uses(at, *item.definition);
    if (item.definition && makes_a_pod(*item.definition) && !effective_environment(context.flow, task, item.enclosing).merged.image) at.use(Feature::no_image);
    order_uses(at, task);
    environment_uses(at, task.environment);
    for (const Binding& param : task.params) value_uses(at, param.value);
    file_uses(at, task.files);
    if (task.retry) retry_uses(at, *task.retry);
    if (!task.timeout.empty()) at.use(Feature::timeout_task, task.timeout);
}

}  // namespace

const char* feature_id(Feature feature) { return feature < Feature::count_ ? rows[std::size_t(feature)].id : ""; }
Message feature_title(Feature feature) { return feature < Feature::count_ ? Message(rows[std::size_t(feature)].title) : Message(); }

std::vector<FeatureUse> features_of(const Flow& flow) {
    std::vector<FeatureUse> out;
    const std::string none;
    const Place at{out, 0, none};
    if (flow.schedule) at.use(Feature::schedule, flow.schedule->crons.empty() ? std::string() : flow.schedule->crons.front());
    if (!flow.timeout.empty()) at.use(Feature::timeout_flow, flow.timeout);
    if (flow.parallelism) at.use(Feature::parallelism, std::to_string(*flow.parallelism));
    if (!flow.parameters.empty()) at.use(Feature::parameters, flow.parameters.front().name);
    environment_uses(at, flow.environment);
    const lint::Context context = lint::make_context(flow, {});
    for (const lint::Context::Item& item : context.items) item_uses(out, context, item);
    return out;
}

}  // namespace weft
