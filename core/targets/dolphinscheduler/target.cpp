// The tables: formats, versions, what DolphinScheduler can say and how.
#include <set>
#include <tuple>
#include <algorithm>
#include <cctype>

#include "core/targets/dolphinscheduler/dolphinscheduler.h"
#include "core/targets/dolphinscheduler/format.h"
#include "core/targets/dolphinscheduler/fresh.h"
#include "core/targets/dolphinscheduler/lower.h"
#include "core/targets/dolphinscheduler/rules/rules.h"
#include "core/targets/dolphinscheduler/words.h"

namespace weft {
namespace dolphin {
namespace {

bool is_own(const Flow& flow) { return flow.format == "dolphinscheduler" || flow.format == "pydolphinscheduler"; }
bool old_version(const ExportOptions& options) { return options.version.starts_with("3.1") || options.version.starts_with("3.2"); }

// A flow of DolphinScheduler's own goes to another version: task types and the fields in their words change their names.
Flow renamed_types(Flow flow, bool old) {
    for (TaskPtr& task : flow.main.tasks) {
        if (!task->own || !is_sub_flow(type_of(*task->own))) continue;
        Task copy = *task;
        Definition own = *copy.own;
        const std::size_t blank = std::min(own.detail.find(' '), own.detail.size());
        own.detail = (old ? "SUB_PROCESS" : "SUB_WORKFLOW") + own.detail.substr(blank);
        copy.own = std::make_shared<const Definition>(std::move(own));
        task = std::make_shared<const Task>(std::move(copy));
    }
    return flow;
}

void check_own(std::vector<Remark>& out, const Flow& flow, const ExportOptions& options) {
    const bool pods = std::any_of(flow.main.tasks.begin(), flow.main.tasks.end(), [](const TaskPtr& task) { return is_type(*task, "K8S"); });
    for (const TaskPtr& task : flow.main.tasks) {
        const auto refuse = [&](Message what, Message advice) { out.push_back({Fit::refused, task->id, "tasks." + task->name, Feature::count_, {}, std::move(what), std::move(advice)}); };
        const bool other = task->own && (task->own->kind == DefinitionKind::other || task->own->kind == DefinitionKind::http) && !is_type(*task, "CONDITIONS") && !is_type(*task, "SWITCH");
        if (flow.format == "pydolphinscheduler" && other && !task->own->source.empty())
            refuse({WEFT_TR("core", "what %1 sets is known to the Python SDK only"), {type_of(*task->own)}}, {WEFT_TR("core", "let pydolphinscheduler submit the file"), {}});
        if (is_type(*task, "DYNAMIC") && !old_version(options))
            refuse({WEFT_TR("core", "DYNAMIC tasks exist in 3.2 only"), {}}, {WEFT_TR("core", "draw a SUB_WORKFLOW task"), {}});
        else if (is_type(*task, "DYNAMIC") && pods)   // #16509: the server makes the name, nothing here can change it
            refuse(name_of_the_server(task->name), {WEFT_TR("core", "move the K8S tasks to a workflow of their own"), {}});
        if (is_type(*task, "PYTORCH") && !old_version(options)) refuse({WEFT_TR("core", "PYTORCH tasks were removed"), {}}, {WEFT_TR("core", "draw a PYTHON task"), {}});
    }
}

std::vector<Remark> check(const Flow& flow, const ExportOptions& options) {
    std::vector<Remark> out;
    if (is_own(flow)) {
        check_own(out, flow, options);
        return out;
    }
    if (flow.main.tasks.empty()) out.push_back({Fit::refused, 0, "", Feature::count_, {}, {WEFT_TR("core", "a workflow of DolphinScheduler needs at least one task"), {}}, {}});
    for (Remark& remark : lower(flow, options).remarks) out.push_back(std::move(remark));
    return out;
}

std::string file_name(const std::string& name) {
    std::string out;
    for (const char c : name) out += std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' || static_cast<unsigned char>(c) >= 128 ? c : '-';
    return (out.empty() ? "workflow" : out) + ".dolphinscheduler.json";
}

bool has_pods(const std::vector<Flow>& flows) {
    for (const Flow& flow : flows)
        for (const TaskPtr& task : flow.main.tasks)
            if (is_type(*task, "K8S")) return true;
    return false;
}

Result<Exported> export_flow(const Flow& flow, const ExportOptions& options) {
    std::vector<Flow> flows;
    Exported out;
    if (is_own(flow)) {
        flows.push_back(renamed_types(flow, old_version(options)));
    } else {
        Lowered lowered = lower(flow, options);
        for (const Remark& remark : lowered.remarks)
            if (remark.fit == Fit::refused) return fail(remark.what);
        flows = std::move(lowered.flows);
        for (const NameUse& use : lowered.names)
            if (use.final != use.original) out.notes.push_back({WEFT_TR("core", "\"%1\" is called \"%2\" there"), {use.original, use.final}});
    }
    for (Flow& one : flows)
        if (one.description.size() > 255) {   // the server refuses a longer one
            out.notes.push_back({WEFT_TR("core", "the list of names is longer than a description may be and was left out"), {}});
            one.description = flow.description.size() > 255 ? std::string() : flow.description;
        }
    Result<std::string> text = fresh_file(flows, old_version(options));
    if (!text) return tl::unexpected(text.error());
    out.files.push_back({file_name(flow.name), std::move(*text)});
    if (has_pods(flows))
        out.notes.push_back(old_version(options) ? Message{WEFT_TR("core", "K8S tasks name the namespace \"default\" of the cluster \"default\": set yours"), {}}
                                                 : Message{WEFT_TR("core", "K8S tasks use the data source with the id 1: set the id of your Kubernetes connection"), {}});
    if (flows.size() > 1) out.notes.push_back({WEFT_TR("core", "the file holds %1 workflows: the server gives them codes of its own, set those in the sub workflow tasks"), {std::to_string(flows.size())}});
    return out;
}

// For a file of DolphinScheduler the names are final; what an export wrote into descriptions says what they were.
std::vector<NameUse> names(const Flow& flow, const std::string& version) {
    if (!is_own(flow)) {   // an exit handler may become two tasks: what both have is told once
        std::vector<NameUse> all = lower(flow, {version, {}}).names, once;
        std::set<std::tuple<NameUse::Kind, std::string, std::string>> seen;
        for (NameUse& name : all)
            if (seen.emplace(name.kind, name.path, name.final).second) once.push_back(std::move(name));
        return once;
    }
    std::vector<NameUse> out{{NameUse::Kind::flow, "", flow.name, flow.name, {}, ""}};
    const auto add = [&](NameUse::Kind kind, const std::string& path, const std::string& name, const std::map<std::string, std::string>& known) {
        const auto found = known.find(name);
        out.push_back({kind, path, found == known.end() ? name : found->second, name,
                       found == known.end() ? Message() : Message{WEFT_TR("core", "the description says what it was called before the export"), {}}, ""});
    };
    const std::map<std::string, std::string> global = names_in(flow.description);
    for (const Parameter& parameter : flow.parameters) add(NameUse::Kind::parameter, "", parameter.name, global);
    for (const TaskPtr& task : flow.main.tasks) {
        const std::string path = join_path("tasks", task->name);
        const std::map<std::string, std::string> own = names_in(task->note);
        out.push_back({NameUse::Kind::task, path, task->name, task->name, {}, ""});
        for (const Binding& param : task->params) add(is_type(*task, "K8S") ? NameUse::Kind::variable : NameUse::Kind::parameter, path, param.name, own);
        for (const Binding& leak : task->environment.env)
            out.push_back({NameUse::Kind::variable, path, leak.name, leak.name, {WEFT_TR("core", "the server makes this name"), {}}, ""});
        for (const Output& output : task->own->outputs) add(NameUse::Kind::output, path, output.name, global);
    }
    return out;
}

// The server sets a pod's limits to twice its requests; an export asks for half of a limit.
void arriving(const Flow& flow, const Task& task, const Handler*, const ExportOptions& options, EffectiveEnvironment& effective) {
    Environment& e = effective.merged;
    if (!is_own(flow) && (!e.image || e.image->empty()) && !options.default_image.empty()) e.image = options.default_image;
    const Definition* definition = definition_of(flow, task);
    const bool pod = definition && (definition->kind == DefinitionKind::container || definition->kind == DefinitionKind::script) && e.image && !e.image->empty();
    if (!pod) {
        const std::vector<Binding> env = e.env;
        e = {};
        e.env = env;
        return;
    }
    const auto twice = [](std::optional<Scalar>& request, std::optional<Scalar>& limit, bool memory) {
        const std::optional<Scalar>& from = limit ? limit : request;
        if (!from) return;
        const Result<double> size = memory ? mebibytes_of(from->text) : cores_of(from->text);
        if (!size) return;
        const double wanted = limit ? *size / 2 : *size;
        const char* unit = memory ? "Mi" : "";
        request = Scalar{number_text(wanted) + unit, !memory};
        limit = Scalar{number_text(wanted * 2) + unit, !memory};
    };
    twice(e.cpu, e.cpu_limit, false);
    twice(e.memory, e.memory_limit, true);
}

// Sources: dolphinscheduler-task-plugin (K8sTaskParameters, ConditionsParameters, SwitchParameters), WorkflowDefinitionServiceImpl, commit 7e0095dca1.
std::vector<Capability> capabilities() {
    using enum Feature;
    using enum Fit;
    const auto row = [](Feature feature, Fit fit, const char* how = "") { return Capability{feature, fit, Message(how), {}, {}}; };
    return {
        row(container, fits), row(script, fits),
        row(nested_flow, lowered, WEFT_TR("core", "a workflow of its own in the same file, called by a SUB_WORKFLOW task")),
        row(wait, lowered, WEFT_TR("core", "a SHELL task that sleeps")), row(approval, refused, WEFT_TR("core", "DolphinScheduler has no task that waits for a person")),
        row(http, fits), row(resource, refused, WEFT_TR("core", "DolphinScheduler creates no Kubernetes objects")), row(reference, fits), row(other_work, fits),
        row(nothing_to_run, refused, WEFT_TR("core", "every task of DolphinScheduler runs something: give it a command")),
        row(condition, lowered, WEFT_TR("core", "a SWITCH task in front, with a task that does nothing for the other way")),
        row(on_other_result, lowered, WEFT_TR("core", "a CONDITIONS task, and a task that keeps a failed run failed")),
        row(depends_expression, lowered, WEFT_TR("core", "a CONDITIONS task that asks for one or for all of the results")),
        row(recovers, lowered, WEFT_TR("core", "a CONDITIONS task, which takes the failure away by itself")),
        row(tolerated, lowered, WEFT_TR("core", "a CONDITIONS task behind it: both ways go on")), row(muted, fits),
        Capability{loop_items, lowered, WEFT_TR("core", "a DYNAMIC task, which starts a workflow of its own once for each item"), {}, "3.3"},
        row(loop_items, refused, WEFT_TR("core", "DolphinScheduler has no loops: draw one task for each item")),
        row(loop_param, refused, WEFT_TR("core", "DolphinScheduler has no loops: let one task walk over the list")),
        row(loop_sequence, refused, WEFT_TR("core", "DolphinScheduler has no loops: let one task count")),
        row(parallelism, refused, WEFT_TR("core", "how many tasks run at once is said by a task group, which is made on the server")), row(fail_slow, fits),
        row(handler_flow, lowered, WEFT_TR("core", "a CONDITIONS task behind the tasks with a copy for success and one for failure, and a task that keeps a failed run failed")),
        row(handler_group, lowered, WEFT_TR("core", "a CONDITIONS task behind the tasks with a copy for success and one for failure, and a task that keeps a failed run failed")),
        row(handler_task, refused, WEFT_TR("core", "DolphinScheduler has no exit handler of one task: draw an edge on failure")), row(handler_on_success, fits),
        row(handler_on_failure, fits), row(handler_warn_only, refused, WEFT_TR("core", "a failed exit handler fails the run there: let the task itself end well")),
        row(retry, fits), row(retry_unlimited, refused, WEFT_TR("core", "DolphinScheduler needs a number of retries")), row(retry_delay, fits),
        row(retry_backoff, lowered, WEFT_TR("core", "the first delay between all tries: DolphinScheduler does not let it grow")), row(timeout_task, fits),
        row(timeout_flow, lowered, WEFT_TR("core", "the server only raises an alarm when a workflow takes longer")), row(parameters, fits), row(outputs, fits),
        row(output_of_stdout, fits), row(output_of_exit_code, refused, WEFT_TR("core", "print the code and make that the output")),
        row(artifacts, refused, WEFT_TR("core", "DolphinScheduler carries no files between tasks: use a storage that both can reach")),
        row(file_content, refused, WEFT_TR("core", "write the file in the script")), row(passing_value, fits), row(status_value, fits), row(env, fits),
        row(env_secret, refused, WEFT_TR("core", "DolphinScheduler has no secrets for variables: keep them in an environment of the server")),
        row(no_image, lowered, WEFT_TR("core", "without an image it runs on a worker of DolphinScheduler, as a SHELL or PYTHON task")), row(cpu, fits), row(memory, fits),
        row(limits, lowered, WEFT_TR("core", "half of the limit is asked for: the server makes the limit twice of that")), row(disk, refused, WEFT_TR("core", "a K8S task has no field for it")),
        row(gpu, refused, WEFT_TR("core", "a K8S task has no field for it")), row(shared_memory, refused, WEFT_TR("core", "a K8S task has no field for it")),
        row(volumes, refused, WEFT_TR("core", "a K8S task has no field for it")), row(node_selection, fits), row(tolerations, refused, WEFT_TR("core", "a K8S task has no field for it")),
        row(service_account, refused, WEFT_TR("core", "a K8S task has no field for it")), row(image_pull_policy, fits), row(image_pull_secrets, fits), row(schedule, fits),
    };
}

std::vector<Passing> passing() {
    std::vector<Passing> out;
    const Message quoted{WEFT_TR("core", "as text; a line break ends it"), {}}, json{WEFT_TR("core", "as its JSON text"), {}};
    for (const ValueType type : {ValueType::any, ValueType::string}) {
        out.push_back({type, Carrier::parameter, Fit::fits, quoted});
        out.push_back({type, Carrier::variable, Fit::fits, quoted});
    }
    for (const ValueType type : {ValueType::integer, ValueType::number, ValueType::boolean}) {
        out.push_back({type, Carrier::parameter, Fit::fits, {}});
        out.push_back({type, Carrier::variable, Fit::fits, {}});
    }
    for (const ValueType type : {ValueType::list, ValueType::map}) {
        out.push_back({type, Carrier::parameter, Fit::lowered, json});
        out.push_back({type, Carrier::variable, Fit::lowered, json});
    }
    const Message no_file{WEFT_TR("core", "DolphinScheduler carries no files between tasks"), {}};
    for (const ValueType type : {ValueType::any, ValueType::string, ValueType::integer, ValueType::number, ValueType::boolean, ValueType::list, ValueType::map, ValueType::file})
        out.push_back({type, Carrier::file, Fit::refused, no_file});
    for (const Carrier carrier : {Carrier::parameter, Carrier::variable}) out.push_back({ValueType::file, carrier, Fit::refused, no_file});
    return out;
}

}  // namespace
}  // namespace dolphin

const Format& dolphinscheduler_format() {
    static const Format format = [] {
        Format f;
        f.id = "dolphinscheduler";
        f.title = WEFT_TR("core", "DolphinScheduler definition");
        f.abilities.groups = false;
        f.abilities.placements_inside = true;
        f.recognises = dolphin::recognises;
        f.read = dolphin::read;
        f.flow_count = dolphin::flow_count;
        f.write = dolphin::write;
        f.fresh = dolphin::fresh;
        f.settle = dolphin::settle;
        return f;
    }();
    return format;
}

const Target& dolphinscheduler_target() {
    static const Target target = [] {
        Target t;
        t.id = "dolphinscheduler";
        t.title = "DolphinScheduler";
        t.versions = {"3.4", "3.3", "3.2"};
        t.export_flow = dolphin::export_flow;
        t.capabilities = dolphin::capabilities();
        t.check = dolphin::check;
        t.names = dolphin::names;
        t.arriving = dolphin::arriving;
        t.passing = dolphin::passing();
        t.rules = dolphin::rules();
        return t;
    }();
    return target;
}

}  // namespace weft
