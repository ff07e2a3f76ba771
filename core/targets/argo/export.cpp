#include "core/targets/argo/export.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "core/targets/argo/build.h"
#include "core/targets/argo/lower.h"
#include "core/model/edit.h"
#include "core/targets/argo/reading.h"
#include "core/targets/argo/volumes.h"
#include "core/targets/argo/writing.h"
#include "core/yaml/writer.h"

namespace weft::argo {
namespace {

using yaml::NodePtr;

}  // namespace

// DNS-1123, and short enough for what Kubernetes hangs on behind it.
std::string object_name(std::string_view name) {
    std::string out;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 128 && std::isalnum(byte)) out += char(std::tolower(byte));
        else if (!out.empty() && out.back() != '-') out += '-';
    }
    out = out.substr(0, 50);
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out.empty() ? "flow" : out;
}

namespace {

NodePtr metadata_node(const Flow& flow, const std::string& description, bool named) {
    MapMaker map;
    if (named) map.node("name", string_node(object_name(flow.name)));
    else map.node("generateName", string_node(object_name(flow.name) + "-"));
    if (!description.empty()) map.node("annotations", MapMaker().node("workflows.argoproj.io/description", string_node(description)).make());
    return map.make();
}

bool direct(const Flow& flow) {
    if (flow.main.handlers.size() != 1) return false;
    const Handler& handler = flow.main.handlers.front();
    Body tasks;
    tasks.tasks = flow.main.tasks;
    const Task& task = *handler.task;
    return handler.trigger == Trigger::always && !handler.warn_only && task.params.empty() && task.files.empty() && task.handlers.empty() && task.when.empty() && !task.loop &&
           task.name == exit_handler_name(tasks, task.definition);
}

NodePtr definition_node(const Lowered& lowered, const Definition& definition) {
    TemplateOptions options;
    options.flow_volumes = &lowered.flow.environment.volumes;
    if (const auto target = lowered.targets.find(definition.name); target != lowered.targets.end()) options.target = target->second;
    NodePtr tmpl = template_node(definition, options);
    if (!definition.fail_fast) tmpl = yaml::with_entry(tmpl, "dag", yaml::with_entry(yaml::find(tmpl, "dag"), "failFast", yaml::make_plain("false")));
    if (definition.name == lowered.flow.entrypoint) tmpl = yaml::with_entry(tmpl, "dag", dag_node(lowered.flow.main, Spelling{true, false}, options.target));
    return tmpl;
}

// More templates than a file may hold: the pods' ones are written where they are used.
NodePtr inlined(const NodePtr& dag, const std::map<std::string, NodePtr>& pods) {
    NodePtr tasks = yaml::find(dag, "tasks");
    for (std::size_t i = 0; tasks && i < tasks->items.size(); ++i) {
        const auto found = pods.find(yaml::text_at(tasks->items[i], "template"));
        if (found == pods.end()) continue;
        const NodePtr use = yaml::with_entry_after(tasks->items[i], "template", "inline", yaml::without_entry(found->second, "name"));
        tasks = yaml::with_item(tasks, i, yaml::without_entry(use, "template"));
    }
    return yaml::with_entry(dag, "tasks", tasks);
}

std::vector<NodePtr> template_nodes(const Lowered& lowered, bool limited) {
    const bool inline_pods = limited && lowered.flow.definitions.size() > most_templates;
    std::map<std::string, NodePtr> pods;
    std::vector<NodePtr> out;
    std::set<std::string> by_name;  // handlers and hooks cannot stand inline
    const auto hooked = [&](const std::vector<Handler>& handlers) {
        for (const Handler& handler : handlers) by_name.insert(handler.task->definition);
    };
    hooked(lowered.flow.main.handlers);
    for_each_task(lowered.flow, [&](const std::string&, const Task& task, const Handler*) { hooked(task.handlers); });
    for (const DefinitionPtr& definition : lowered.flow.definitions) {
        NodePtr tmpl = definition_node(lowered, *definition);
        if (inline_pods && definition->kind != DefinitionKind::flow && !by_name.count(definition->name)) pods.emplace(definition->name, std::move(tmpl));
        else out.push_back(std::move(tmpl));
    }
    for (NodePtr& tmpl : out)
        if (!pods.empty() && yaml::find(tmpl, "dag")) tmpl = yaml::with_entry(tmpl, "dag", inlined(yaml::find(tmpl, "dag"), pods));
    return out;
}

NodePtr spec_node(const Lowered& lowered, bool limited) {
    const Flow& flow = lowered.flow;
    MapMaker spec;
    spec.node("entrypoint", string_node(flow.entrypoint));
    std::vector<NodePtr> templates = template_nodes(lowered, limited);
    if (!flow.main.handlers.empty()) {
        if (direct(flow)) {
            spec.node("onExit", string_node(flow.main.handlers.front().task->definition));
        } else {
            spec.node("onExit", string_node(handlers_template));
            std::vector<NodePtr> group;
            for (const Handler& handler : flow.main.handlers) group.push_back(handler_step_node(handler));
            templates.push_back(MapMaker().node("name", string_node(handlers_template)).node("steps", yaml::make_sequence({yaml::make_sequence(std::move(group))})).make());
        }
    }
    std::vector<NodePtr> parameters, secrets;
    for (const Parameter& parameter : flow.parameters) parameters.push_back(parameter_node(parameter, false));
    for (const std::string& secret : flow.environment.pull_secrets) secrets.push_back(MapMaker().node("name", string_node(secret)).make());
    spec.node("arguments", MapMaker().node("parameters", list_or_null(std::move(parameters))).make_or_null());
    if (!flow.timeout.empty()) spec.node("activeDeadlineSeconds", yaml::make_plain(flow.timeout));
    if (flow.parallelism) spec.node("parallelism", yaml::make_plain(std::to_string(*flow.parallelism)));
    spec.node("imagePullSecrets", list_or_null(std::move(secrets)));
    std::vector<NodePtr> claims;
    for (const Volume& volume : flow.environment.volumes)
        if (volume.kind == Volume::Kind::claim_template) claims.push_back(claim_template_node(volume));
    spec.node("volumeClaimTemplates", list_or_null(std::move(claims)));
    return spec.node("templates", yaml::make_sequence(std::move(templates))).make();
}

Result<Lowered> lowered_or_reasons(const Flow& flow, const std::string& version) {
    Lowered lowered = lower(flow, version);
    if (lowered.reasons.empty()) return lowered;
    std::string reasons;
    for (const Lowered::Reason& reason : lowered.reasons) {
        const std::string sentence = english(reason.why);
        if (reasons.find(sentence) == std::string::npos) reasons += (reasons.empty() ? "" : "\n") + sentence;
    }
    return fail(Message{WEFT_TR("core", "Argo Workflows cannot say what this flow says:\n%1"), {reasons}});
}

NodePtr object_node(const Flow& flow, const Lowered& lowered, bool limited) {
    MapMaker root;
    root.node("apiVersion", string_node("argoproj.io/v1alpha1")).node("kind", string_node(lowered.flow.schedule ? "CronWorkflow" : "Workflow"));
    root.node("metadata", metadata_node(flow, lowered.flow.description, lowered.flow.schedule.has_value()));
    NodePtr spec = spec_node(lowered, limited);
    if (lowered.flow.schedule) {
        std::vector<yaml::Entry> entries = schedule_entries(*lowered.flow.schedule);
        entries.push_back({yaml::make_string("workflowSpec"), spec});
        spec = yaml::make_map(std::move(entries));
    }
    return root.node("spec", spec).make();
}

std::string notice_of(const std::string& key) { return "`" + key + "`"; }

// `schedule`, `mutex`, `semaphore` and `podPriority` went with 4.0.
NodePtr modernised(const NodePtr& node, std::vector<Message>& notes, const std::string& inside = {}) {
    if (!node || node->is_scalar()) return node;
    auto out = std::make_shared<yaml::Node>(*node);
    for (NodePtr& item : out->items) item = modernised(item, notes, inside);
    for (yaml::Entry& entry : out->entries) entry.value = modernised(entry.value, notes, entry.key ? entry.key->text : std::string());
    NodePtr made = out;
    const auto listed = [&](const char* from, const char* to) {
        const NodePtr old = yaml::find(made, from);
        if (!old || yaml::find_entry(made, to)) return;
        made = yaml::without_entry(yaml::with_entry_after(made, from, to, yaml::make_sequence({old})), from);
        notes.push_back({WEFT_TR("core", "%1 was removed with Argo 4.0 and is written as %2"), {notice_of(from), notice_of(to)}});
    };
    if (inside == "synchronization") listed("mutex", "mutexes");
    if (inside == "synchronization") listed("semaphore", "semaphores");
    if (yaml::find(made, "workflowSpec")) listed("schedule", "schedules");
    if (yaml::find_entry(made, "podPriority") && (inside == "spec" || inside == "workflowSpec")) {
        made = yaml::without_entry(made, "podPriority");
        notes.push_back({WEFT_TR("core", "%1 was removed with Argo 4.0 and is left out; name a `podPriorityClassName` instead"), {notice_of("podPriority")}});
    }
    return made;
}

// A flow that was read from Argo goes out as it is there, with the change in it: also what the model has no field for.
Result<NodePtr> own_node(const Flow& flow) {
    yaml::Stream stream;
    stream.documents.push_back({flow.origin, {}});
    Result<ReadResult> was = read(stream, 0);
    if (!was) return tl::unexpected<Error>(was.error());
    const Flow before = carry_ids(flow, std::move(was->flow));
    if (before == flow) return fresh_copy(flow.origin);
    const Result<std::vector<NodePtr>> roots = write(before, flow, stream, 0);
    if (!roots) return tl::unexpected<Error>(roots.error());
    return fresh_copy(roots->front());
}

Flow with_image(const Flow& flow, const std::string& image) {
    Flow out = flow;
    if (!image.empty() && !out.environment.image) out.environment.image = image;
    return out;
}

}  // namespace

bool goes_out_as_it_is(const Flow& flow) { return flow.format == "argo" && flow.origin && flow.origin->is_map(); }

Result<Exported> export_flow(const Flow& given, const ExportOptions& options) {
    const std::string wanted = options.version.empty() ? "4.1" : options.version;
    const Flow flow = with_image(given, options.default_image);
    const std::string file = object_name(flow.name) + ".argo.yaml";
    const bool limited = !wanted.starts_with("3.");
    if (goes_out_as_it_is(flow)) {
        if (Result<NodePtr> root = own_node(flow)) {
            Exported out;
            out.files = {{file, yaml::write_yaml(limited ? modernised(*root, out.notes) : *root)}};
            return out;
        }
    }
    const Result<Lowered> lowered = lowered_or_reasons(flow, wanted);
    if (!lowered) return tl::unexpected<Error>(lowered.error());
    return Exported{{{file, yaml::write_yaml(object_node(flow, *lowered, limited))}}, lowered->notes};
}

Result<std::string> fresh(const Flow& flow) {
    if (goes_out_as_it_is(flow))
        if (Result<NodePtr> root = own_node(flow)) return yaml::write_yaml(*root);
    Result<Exported> made = export_flow(flow, {});
    if (!made) return tl::unexpected<Error>(made.error());
    return std::move(made->files.front().text);
}

}  // namespace weft::argo
