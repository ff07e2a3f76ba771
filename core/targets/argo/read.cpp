// Workflow, WorkflowTemplate, ClusterWorkflowTemplate and CronWorkflow as a Flow. Total: whatever the file holds, something is drawn.
#include "core/model/edit.h"
#include "core/targets/argo/fields.h"
#include "core/targets/argo/reading.h"
#include "core/targets/argo/volumes.h"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace weft::argo {
namespace {

constexpr std::string_view flow_kinds[] = {"Workflow", "WorkflowTemplate", "ClusterWorkflowTemplate", "CronWorkflow"};

bool is_flow_document(const yaml::Document& document) {
    const std::string kind = yaml::text_at(document.root, "kind");
    if (std::find(std::begin(flow_kinds), std::end(flow_kinds), kind) == std::end(flow_kinds)) return false;
    const std::string version = yaml::text_at(document.root, "apiVersion");
    return version.empty() || version.starts_with("argoproj.io/");
}

void index_names(Reading& reading) {
    for (const Place& tmpl : reading.spec.at("templates").items()) reading.templates.emplace(tmpl.text_at("name"), tmpl);
    for (const Place& volume : reading.spec.at("volumes").items()) reading.volumes.emplace(volume.text_at("name"), volume);
    for (const Place& claim : reading.spec.at("volumeClaimTemplates").items()) reading.claims.insert(claim.at("metadata").text_at("name"));
}

void read_head(Reading& reading) {
    Flow& flow = reading.out.flow;
    const Place meta = reading.root.at("metadata");
    const Place name = meta.at("name") ? meta.at("name") : meta.at("generateName");
    flow.format = "argo";
    flow.name = name.text();
    reading.map("name", name);
    const Place description = meta.at("annotations").at("workflows.argoproj.io/description");
    flow.description = description.text();
    reading.map("description", description);
    flow.parameters = read_parameters(reading, reading.spec.at("arguments").at("parameters"), "parameters", flow.unsupported);
    flow.environment = read_flow_environment(reading);
    flow.schedule = read_schedule(reading);
    flow.origin = reading.root.node;
    for (const Place& artifact : reading.spec.at("arguments").at("artifacts").items()) flow.unsupported.push_back("artifact argument " + artifact.text_at("name"));
    flow.entrypoint = reading.spec.text_at("entrypoint");
    reading.map("entrypoint", reading.spec.at("entrypoint"));
    flow.timeout = reading.spec.text_at("activeDeadlineSeconds");
    reading.map("timeout", reading.spec.at("activeDeadlineSeconds"));
    if (const std::string text = reading.spec.text_at("parallelism"); !text.empty()) flow.parallelism = std::atoi(text.c_str());
    reading.map("parallelism", reading.spec.at("parallelism"));
    if (reading.spec.has("synchronization")) flow.unsupported.push_back("synchronization");
    if (reading.spec.has("volumeClaimTemplates")) flow.unsupported.push_back("volumeClaimTemplates");
    if (reading.spec.has("workflowTemplateRef")) flow.unsupported.push_back("workflowTemplateRef " + reading.spec.at("workflowTemplateRef").text_at("name"));
}

void check_template_type(Reading& reading, const Place& tmpl) {
    const std::vector<std::string> found = template_kinds(tmpl);
    const std::string name = tmpl.text_at("name");
    if (found.empty() && template_kinds(reading.defaults).empty()) {
        reading.issue("graph/template-type",
                      {WEFT_TR("core", "template `%1` says nothing to run: it needs one of container, script, steps, dag, resource, suspend, http, containerSet, data, plugin"), {name}},
                      tmpl.has("name") ? tmpl.at("name") : tmpl);
    } else if (found.size() > 1) {
        reading.issue("graph/template-type", {WEFT_TR("core", "template `%1` is both `%2` and `%3`; a template is one thing"), {name, found[0], found[1]}}, tmpl.at(found[1]) ? tmpl.at(found[1]) : tmpl);
    }
}

// Argo puts containers of its own into every pod.
void check_container_names(Reading& reading, const Place& tmpl) {
    const auto check = [&](const Place& containers, bool main_too) {
        for (const Place& container : containers.items()) {
            const std::string name = container.text_at("name");
            const bool taken = name == "wait" || name == "supervisor" || name.starts_with("artifact-plugin-") || (main_too && (name == "main" || name == "init"));
            if (taken)
                reading.issue("name/reserved", {WEFT_TR("core", "the container name `%1` is taken by Argo itself: main, init, wait, supervisor and artifact-plugin-… are"), {name}}, container.at("name"));
        }
    };
    check(tmpl.at("sidecars"), true);
    check(tmpl.at("initContainers"), true);
    check(tmpl.at("containerSet").at("containers"), false);  // there one must be called main
}

// The entrypoint's body stands in main; its definition keeps no second copy.
void read_definitions(Reading& reading) {
    const bool own_handlers = bool(own_handlers_template(reading));
    bool entry_seen = false;
    for (const Place& tmpl : reading.spec.at("templates").items()) {
        if (!tmpl.is_map()) continue;
        check_template_type(reading, tmpl);
        check_container_names(reading, tmpl);
        const std::string name = tmpl.text_at("name");
        if (own_handlers && name == handlers_template) continue;
        const bool entry = !entry_seen && !name.empty() && name == reading.out.flow.entrypoint;
        entry_seen = entry_seen || entry;
        const std::string path = join_path("definitions", name);
        reading.map(path, tmpl);
        reading.map(path + ".name", tmpl.at("name"));
        map_definition(reading, path, tmpl);
        reading.out.flow.definitions.push_back(std::make_shared<const Definition>(read_definition(reading, tmpl, path, !entry)));
    }
}

void read_referenced(Reading& reading, const Place& ref) {
    Flow& flow = reading.out.flow;
    Definition own;
    own.kind = DefinitionKind::reference;
    own.detail = (ref.is_true("clusterScope") ? "cluster template " : "template ") + ref.text_at("name");
    if (!flow.entrypoint.empty()) own.detail += "/" + flow.entrypoint;
    own.unsupported = {"workflowTemplateRef " + ref.text_at("name")};
    Task task;
    task.name = ref.text_at("name");
    task.own = std::make_shared<const Definition>(std::move(own));
    reading.map(join_path("tasks", task.name), ref);
    reading.map(join_path("tasks", task.name) + ".name", ref.at("name"));
    flow.main.tasks.push_back(std::make_shared<const Task>(std::move(task)));
}

void check_entrypoint(Reading& reading, bool needed) {
    const std::string& entry = reading.out.flow.entrypoint;
    if (entry.empty() && needed)
        reading.issue("graph/entrypoint", {WEFT_TR("core", "no entrypoint: `spec.entrypoint` must name the template that starts the workflow")}, reading.spec ? reading.spec : reading.root);
    if (!entry.empty() && !reading.templates.count(entry))
        reading.issue("graph/entrypoint", {WEFT_TR("core", "the entrypoint `%1` is no template of this file"), {entry}}, reading.spec.at("entrypoint"));
}

void read_main(Reading& reading) {
    Flow& flow = reading.out.flow;
    if (const Place ref = reading.spec.at("workflowTemplateRef")) return read_referenced(reading, ref);
    const std::string kind = reading.root.text_at("kind");
    check_entrypoint(reading, kind == "Workflow" || kind == "CronWorkflow");
    const auto found = reading.templates.find(flow.entrypoint);
    if (found == reading.templates.end()) return;
    const Place& tmpl = found->second;
    const std::string key = template_kind(tmpl);
    for (const std::string& what : unsupported_of(reading, tmpl))
        if (key == "steps" || key == "dag") flow.unsupported.push_back(what);
    if (key == "steps" || key == "dag") {
        flow.main = read_body(reading, tmpl, "", Spelling{true, key == "steps"});
        return;
    }
    Task task;  // one template is the whole workflow
    task.name = task.definition = flow.entrypoint;
    const std::string path = join_path("tasks", task.name);
    reading.map(path, tmpl);
    reading.map(path + ".name", tmpl.at("name"));
    map_definition(reading, path, tmpl);
    flow.main.tasks.push_back(std::make_shared<const Task>(std::move(task)));
}

// A file that names no entrypoint is a library: its templates stand side by side, those that another one calls inside that one.
void read_library(Reading& reading) {
    Flow& flow = reading.out.flow;
    if (!flow.entrypoint.empty() || !flow.main.tasks.empty()) return;
    for (const std::string& name : uncalled_templates(flow)) {
        const std::string path = join_path("tasks", name);
        const Place& tmpl = reading.templates.find(name)->second;
        reading.map(path, tmpl);
        reading.map(path + ".name", tmpl.at("name"));
        map_definition(reading, path, tmpl);
        Task task;
        task.name = task.definition = name;
        flow.main.tasks.push_back(std::make_shared<const Task>(std::move(task)));
    }
    if (!flow.main.tasks.empty()) flow.unsupported.push_back("templates without an entrypoint");
}

// Known fields that the drawing does not show: they stay in the text.
void list_kept(Reading& reading) {
    static constexpr std::string_view drawn_spec[] = {"templates", "entrypoint", "arguments", "onExit", "hooks", "serviceAccountName", "nodeSelector",
                                                      "imagePullSecrets", "activeDeadlineSeconds", "parallelism", "workflowTemplateRef", "templateDefaults", "volumes",
                                                      "volumeClaimTemplates", "tolerations"};
    static constexpr std::string_view drawn_template[] = {"name", "inputs", "outputs", "container", "script", "steps", "dag", "suspend", "http", "resource", "retryStrategy",
                                                          "timeout", "activeDeadlineSeconds", "parallelism", "serviceAccountName", "nodeSelector", "volumes", "tolerations"};
    const auto list = [&](const Place& map, const std::string& head, const auto& drawn, std::string_view object) {
        if (!map.is_map()) return;
        for (const yaml::Entry& entry : map.node->entries) {
            if (!entry.key || std::find(std::begin(drawn), std::end(drawn), entry.key->text) != std::end(drawn)) continue;
            for (const Field& field : fields_of(object))
                if (field.name == entry.key->text) reading.out.kept.push_back(head + '.' + entry.key->text);
        }
    };
    list(reading.spec, "spec", drawn_spec, "Spec");
    for (const Place& tmpl : reading.spec.at("templates").items()) list(tmpl, "templates." + tmpl.text_at("name"), drawn_template, "Template");
}

}  // namespace

void Reading::map(const std::string& path, const Place& place) {
    if (!place || out.places.find(path)) return;
    out.places.add(path, place.node, place.addressable() ? place.path : std::string(), document);
}

void Reading::issue(const char* rule, Message what, const Place& at) {
    const yaml::Node& node = *(at ? at.node : root.node);
    out.issues.push_back({rule, std::move(what), node.span, node.line, node.column});
}

// A template that calls itself starts somewhere all the same.
std::vector<std::string> uncalled_templates(const Flow& flow) {
    std::set<std::string, std::less<>> called;
    Flow rest = flow;
    rest.main.tasks.clear();
    for_each_task(rest, [&](const std::string& path, const Task& task, const Handler*) {
        if (!path.starts_with(task.definition + ":")) called.insert(task.definition);
    });
    std::vector<std::string> out;
    for (const DefinitionPtr& definition : flow.definitions)
        if (!definition->name.empty() && called.insert(definition->name).second) out.push_back(definition->name);
    return out;
}

std::size_t document_of_flow(const yaml::Stream& stream, std::size_t flow_index) {
    for (std::size_t i = 0; i < stream.documents.size(); ++i)
        if (is_flow_document(stream.documents[i]) && flow_index-- == 0) return i;
    return std::size_t(-1);
}

Result<Reading> find_document(const yaml::Stream& stream, std::size_t flow_index) {
    Reading reading;
    reading.document = document_of_flow(stream, flow_index);
    if (reading.document == std::size_t(-1))
        return fail(Message{WEFT_TR("core", "no Workflow, WorkflowTemplate, ClusterWorkflowTemplate or CronWorkflow of argoproj.io stands in this file")});
    reading.root = {stream.documents[reading.document].root, {}};
    reading.spec = reading.root.at("spec");
    if (reading.root.text_at("kind") == "CronWorkflow") reading.spec = reading.spec.at("workflowSpec");
    reading.defaults = reading.spec.at("templateDefaults");
    index_names(reading);
    return reading;
}

namespace {

void read_document(Reading& reading) {
    const std::string kind = reading.root.text_at("kind");
    check_fields(reading.root.node, kind, reading.out.issues);
    if (!reading.root.has("apiVersion"))
        reading.issue("yaml/wrong-type", {WEFT_TR("core", "no `apiVersion`: Kubernetes takes a %1 only with `apiVersion: argoproj.io/v1alpha1`"), {kind}}, reading.root);
    read_head(reading);
    read_main(reading);
    read_flow_handlers(reading);
    read_definitions(reading);
    read_library(reading);
    list_kept(reading);
}

}  // namespace

bool recognises(const yaml::Stream& stream) { return std::any_of(stream.documents.begin(), stream.documents.end(), is_flow_document); }

std::size_t flow_count(const yaml::Stream& stream) { return std::size_t(std::count_if(stream.documents.begin(), stream.documents.end(), is_flow_document)); }

Result<ReadResult> read(const yaml::Stream& stream, std::size_t flow_index) {
    Result<Reading> reading = find_document(stream, flow_index);
    if (!reading) return tl::unexpected<Error>(reading.error());
    read_document(*reading);
    reading->out.flow = number_tasks(std::move(reading->out.flow));
    return std::move(reading->out);
}

}  // namespace weft::argo
