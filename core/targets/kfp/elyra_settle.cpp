// What a .pipeline can say: files that run one after another. The rest is refused with the reason; labels that repeat get the names that read() will give them.
#include <algorithm>
#include <unordered_map>

#include "core/model/edit.h"
#include "core/model/environment.h"
#include "core/targets/kfp/elyra.h"

namespace weft::elyra {
namespace {

using Old = std::unordered_map<TaskId, const Task*>;

Message use_message(const Task& task) {
    const std::string& name = task.name;
    if (!task.handlers.empty()) return {WEFT_TR("core", "an Elyra pipeline has no exit handlers")};
    if (!task.when.empty()) return {WEFT_TR("core", "`%1` has a condition: an Elyra pipeline has none"), {name}};
    if (task.loop) return {WEFT_TR("core", "`%1` is a loop: an Elyra pipeline has none"), {name}};
    if (task.tolerated || task.tolerated_error || task.muted) return {WEFT_TR("core", "an Elyra pipeline can neither mute `%1` nor go on after its failure"), {name}};
    if (task.retry || !task.timeout.empty()) return {WEFT_TR("core", "an Elyra pipeline has no retry and no time limit (`%1`)"), {name}};
    if (!task.files.empty()) return {WEFT_TR("core", "`%1` reads files of other tasks: Elyra's nodes find them by name in the object store"), {name}};
    if (!task.note.empty()) return {WEFT_TR("core", "an Elyra pipeline has no place for a note of `%1`"), {name}};
    if (!task.depends.empty()) return {WEFT_TR("core", "`%1` starts by an expression: Elyra starts a node when all nodes before it have succeeded"), {name}};
    for (const Need& need : task.needs)
        if ((need.results != results_default && need.results != on_succeeded) || need.recovers)
            return {WEFT_TR("core", "`%1` waits for another result of `%2` than success, which Elyra cannot"), {name, need.task}};
    return {};
}

// Whole units, as Elyra counts: "4G", "4Gi" and "4" are four.
Message settle_number(std::optional<Scalar>& value, const std::optional<Scalar>& before, const std::string& unit, const std::string& name) {
    if (!value || (before && before->text == value->text)) return {};
    std::string text = value->text;
    if (text.ends_with("i")) text.pop_back();
    std::string given;
    if (!text.empty() && (text.back() < '0' || text.back() > '9')) given = text.back(), text.pop_back();
    const bool fits = given.empty() || given == unit || (unit == "G" && given == "M" && name == "shared memory");
    if (text.empty() || !fits || text.find_first_not_of("0123456789.") != std::string::npos)
        return {WEFT_TR("core", "Elyra counts in whole units (4, 4G), not \"%1\""), {value->text}};
    value = Scalar{unit.empty() ? text : text + (given == "M" ? "M" : unit), unit.empty()};
    return {};
}

Message settle_environment(Environment& e, const Environment& before, const std::string& where) {
    if (e == before) return {};
    if (e.pull_policy != before.pull_policy || e.pull_secrets != before.pull_secrets || e.service_account != before.service_account || e.node_selector != before.node_selector || e.disk != before.disk)
        return {WEFT_TR("core", "an Elyra node sets image, variables, cpu, memory, gpu, volumes and tolerations; the rest of the environment of `%1` belongs to the runtime"), {where}};
    struct Row { std::optional<Scalar> Environment::*member; const char* unit; const char* name; };
    for (const Row& row : {Row{&Environment::cpu, "", "cpu"}, Row{&Environment::memory, "G", "memory"}, Row{&Environment::gpu, "", "gpu"}, Row{&Environment::cpu_limit, "", "cpu"},
                           Row{&Environment::memory_limit, "G", "memory"}, Row{&Environment::shared_memory, "G", "shared memory"}})
        if (Message why = settle_number(e.*row.member, before.*row.member, row.unit, row.name); !why.empty()) return why;
    for (Binding& variable : e.env) {
        if (std::find(before.env.begin(), before.env.end(), variable) != before.env.end()) continue;
        if (variable.value.source == Source::text) variable.value.source = Source::literal;
        if (variable.value.source == Source::secret) variable.value.text.clear();
        else if (variable.value.source != Source::literal) return {WEFT_TR("core", "`%1` of `%2` is no text: Elyra's variables are"), {variable.name, where}};
        variable.value.plain = false;
    }
    std::stable_partition(e.env.begin(), e.env.end(), [](const Binding& b) { return b.value.source != Source::secret; });
    for (Volume& volume : e.volumes) {
        if (volume.kind != Volume::Kind::claim || volume.path.empty()) return {WEFT_TR("core", "an Elyra node mounts claims only, each at a path (`%1`)"), {volume.name}};
        volume.name = volume.source;
    }
    for (const Toleration& one : e.tolerations)
        if (one.seconds) return {WEFT_TR("core", "a toleration of an Elyra node (`%1`) has no seconds"), {one.key}};
    return {};
}

Message settle_generic(const Definition* before, Task& task, Definition& own) {
    own.shell = false;
    if (!own.args.empty() || op_of(own.command).empty())
        return {WEFT_TR("core", "`%1` runs a command: an Elyra node runs one file (python3 FILE, Rscript FILE, papermill FILE -)"), {task.name}};
    if (own.command[0].text == "python") own.command[0].text = "python3";
    if (!own.inputs.empty() || !own.outputs.empty() || !own.files.empty() || own.retry || !own.timeout.empty() || !own.working_dir.empty())
        return {WEFT_TR("core", "`%1` has values, a retry, a time limit or a folder of its own, which an Elyra node has not"), {task.name}};
    for (Binding& param : task.params) {
        if (param.value.source != Source::param || param.value.name != param.name)
            return {WEFT_TR("core", "`%1` of `%2`: an Elyra node takes parameters of the pipeline under their own names only"), {param.name, task.name}};
        param.value.text.clear();
    }
    return settle_environment(own.environment, before ? before->environment : Environment{}, task.name);
}

Message settle_component(const Task* was, Task& task) {
    if (!was) return {WEFT_TR("core", "`%1` is a component of a catalog: it can be added in Elyra only"), {task.name}};
    for (Binding& param : task.params) {
        const auto known = std::find_if(was->params.begin(), was->params.end(), [&](const Binding& b) { return b.name == param.name; });
        if (known == was->params.end()) return {WEFT_TR("core", "the component of `%1` has no parameter `%2`"), {task.name, param.name}};
        if (*known == param) continue;
        if (param.value.source == Source::output) param.value = Value{Source::output, {}, param.value.task, param.value.name};
        else if (param.value.source == Source::param) param.value = Value{Source::param, {}, {}, param.value.name};
        else if (param.value.source == Source::text) param.value.source = Source::literal;
        else if (param.value.source != Source::literal) return {WEFT_TR("core", "`%1` of `%2` is no value that a component takes"), {param.name, task.name}};
        if (param.value.source == Source::literal) param.value.plain = known->value.plain && yaml::type_of(*yaml::make_plain(param.value.text)) != yaml::ScalarType::string;
    }
    if (task.params.size() != was->params.size()) return {WEFT_TR("core", "a component (`%1`) keeps all its parameters"), {task.name}};
    return {};
}

Message settle_body(const Flow& flow, const Body& before, Body& body) {
    if (!body.handlers.empty()) return {WEFT_TR("core", "an Elyra pipeline has no exit handlers")};
    Old old;
    for (const TaskPtr& task : before.tasks) old.emplace(task->id, task.get());
    for (TaskPtr& pointer : body.tasks) {
        const auto found = old.find(pointer->id);
        const Task* was = found == old.end() ? nullptr : found->second;
        if (was == pointer.get()) continue;
        Task task = *pointer;
        if (Message why = use_message(task); !why.empty()) return why;
        for (Need& need : task.needs) need.results = on_succeeded;
        const Definition* runs = definition_of(flow, task);
        if (!runs) return {WEFT_TR("core", "`%1` runs nothing"), {task.name}};
        Definition own = *runs;
        own.name.clear();
        if (task.environment != Environment{}) {
            own.environment = effective_environment(Flow{}, task).merged;
            task.environment = {};
        }
        Message why;
        if (own.kind == DefinitionKind::flow) {
            if (!was || !was->own || !was->own->body || !own.body) return {WEFT_TR("core", "a group (`%1`) can be made in Elyra only"), {task.name}};
            if (task.params != was->params || own.retry || !own.timeout.empty() || !own.inputs.empty() || !own.outputs.empty() || own.parallelism)
                return {WEFT_TR("core", "a super node (`%1`) takes and gives no values and has neither retry nor time limit"), {task.name}};
            Body inner = *own.body;
            why = settle_body(flow, *was->own->body, inner);
            own.body = std::make_shared<const Body>(std::move(inner));
            if (why.empty() && !(own.environment == was->own->environment)) why = {WEFT_TR("core", "a super node (`%1`) has no environment of its own"), {task.name}};
        } else if (own.kind == DefinitionKind::container) {
            why = settle_generic(was && was->own ? was->own.get() : nullptr, task, own);
        } else if (own.kind == DefinitionKind::other) {
            why = settle_component(was, task);
            if (why.empty() && was && was->own && !(own == *was->own)) why = {WEFT_TR("core", "what the component `%1` runs stands in its catalog"), {task.name}};
        } else {
            why = {WEFT_TR("core", "`%1`: an Elyra node runs a notebook, a Python or an R file"), {task.name}};
        }
        if (!why.empty()) return why;
        task.definition.clear();
        task.own = std::make_shared<const Definition>(std::move(own));
        pointer = std::make_shared<const Task>(std::move(task));
    }
    return {};
}

// The names that read() gives: the label of a node that keeps it, numbered where it repeats.
Message settle_names(const Flow& before, Flow& flow) {
    if (!before.origin) return {};
    const Pipeline pipeline = pipeline_of(primary_pipeline({before.origin, {}, 0}));
    std::unordered_map<TaskId, std::size_t> place;
    for (std::size_t i = 0; i < before.main.tasks.size(); ++i) place.emplace(before.main.tasks[i]->id, i);
    std::vector<std::string> labels;
    for (const TaskPtr& task : flow.main.tasks) {
        const auto known = place.find(task->id);
        const bool keeps = known != place.end() && known->second < pipeline.nodes.size() && before.main.tasks[known->second]->name == task->name;
        labels.push_back(keeps ? label_of(pipeline.nodes[known->second]) : task->name);
    }
    const std::vector<std::string> names = unique_names(labels);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (flow.main.tasks[i]->name == names[i]) continue;
        const Result<Flow> renamed = edit::rename_task(flow, flow.main.tasks[i]->id, names[i]);
        if (!renamed) return renamed.error().message;
        flow = *renamed;
    }
    return {};
}

}  // namespace

Result<Flow> settle(const Flow& before, const Flow& drawn) {
    if (drawn.schedule != before.schedule || drawn.timeout != before.timeout || drawn.parallelism != before.parallelism)
        return fail({WEFT_TR("core", "an Elyra pipeline has no schedule, time limit or limit of tasks at once")});
    Flow flow = drawn;
    if (Message why = settle_environment(flow.environment, before.environment, flow.name); !why.empty()) return fail(std::move(why));
    for (Parameter& parameter : flow.parameters) {
        if (std::find(before.parameters.begin(), before.parameters.end(), parameter) != before.parameters.end()) continue;
        if (!parameter.choices.empty()) return fail({WEFT_TR("core", "a parameter of an Elyra pipeline (`%1`) has no list of choices"), {parameter.name}});
        if (parameter.type == ValueType::any || parameter.type > ValueType::boolean) parameter.type = ValueType::string;
        if (parameter.value && parameter.value->source != Source::literal) return fail({WEFT_TR("core", "the default of the parameter `%1` is no plain value"), {parameter.name}});
    }
    if (Message why = settle_body(flow, before.main, flow.main); !why.empty()) return fail(std::move(why));
    flow.definitions.clear();
    if (Message why = settle_names(before, flow); !why.empty()) return fail(std::move(why));
    return flow;
}

}  // namespace weft::elyra
