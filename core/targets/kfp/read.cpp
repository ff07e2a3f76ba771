// Compiled pipelines of Kubeflow Pipelines (IR YAML, schema 2.1.0) as flows: components are definitions, DAGs are bodies, the exit group is the flow itself.
#include <algorithm>
#include <set>

#include "core/model/edit.h"
#include "core/targets/kfp/reading.h"
#include "core/targets/kfp/recurring.h"

namespace weft::kfp {
namespace {

using yaml::NodePtr;

std::size_t spec_document(const yaml::Stream& stream) {
    for (std::size_t i = 0; i < stream.documents.size(); ++i)
        if (pipeline_inside(stream.documents[i].root)) return i;
    return std::size_t(-1);
}

int uses_of(const Spec& spec, const std::string& component) {
    int uses = 0;
    const auto count = [&](const Place& dag) {
        for (const Place::Named& task : dag.at("tasks").entries()) uses += task.value.at("componentRef").text_at("name") == component;
    };
    count(spec.root.down("root/dag"));
    for (const Place::Named& one : spec.root.at("components").entries()) count(one.value.at("dag"));
    return uses;
}

// The pipeline's parameters that the group is handed, one for one; none when it is handed anything else.
std::optional<std::map<std::string, std::string>> channels_of(const Place& task) {
    std::map<std::string, std::string> out;
    if (task.down("inputs/artifacts")) return std::nullopt;
    for (const Place::Named& input : task.down("inputs/parameters").entries()) {
        const std::string parameter = input.value.text_at("componentInputParameter");
        if (parameter.empty() || input.value.node->entries.size() != 1 || !out.emplace(parameter, input.name).second) return std::nullopt;
    }
    return out;
}

ExitGroup find_exit_group(const Spec& spec) {
    ExitGroup none, group;
    Place task;
    std::vector<Place> exits;
    for (const Place::Named& one : spec.root.down("root/dag/tasks").entries()) {
        if (is_exit_task(one.value)) {
            exits.push_back(one.value);
            continue;
        }
        if (task || !one.name.starts_with(exit_group_prefix)) return none;
        task = one.value;
        group.task = one.name;
    }
    if (!task) return none;
    group.component = task.at("componentRef").text_at("name");
    for (const char* key : {"dependentTasks", "triggerPolicy", "parameterIterator", "artifactIterator", "retryPolicy"})
        if (task.has(key)) return none;
    if (!spec.component(group.component).at("dag").at("tasks").is_map() || uses_of(spec, group.component) != 1) return none;
    if (std::any_of(exits.begin(), exits.end(), [&](const Place& exit) { return waits_for(exit) != group.task; })) return none;
    auto channels = channels_of(task);
    if (!channels) return none;
    const Place parameters = spec.root.down("root/inputDefinitions/parameters"), inputs = spec.component(group.component).down("inputDefinitions/parameters");
    for (const auto& [parameter, input] : *channels)
        if (!parameters.has(parameter) || !inputs.has(input)) return none;
    if (inputs.entries().size() != channels->size()) return none;
    group.channels = std::move(*channels);
    return group;
}

void read_head(Reading& reading) {
    const Place &root = reading.spec.root, info = root.at("pipelineInfo");
    Flow& flow = reading.out.flow;
    flow.format = "kfp";
    flow.name = info.text_at("name");
    flow.description = info.text_at("description");
    reading.map("name", info.at("name"));
    reading.map("description", info.at("description"));
    flow.parameters = read_parameters(reading, root.down("root/inputDefinitions/parameters"), "parameters");
    for (const char* key : {"pipelineInfo/displayName", "defaultPipelineRoot", "root/inputDefinitions/artifacts", "root/outputDefinitions", "root/dag/outputs"})
        reading.keep(root.down(key));
    const Place pipeline = reading.spec.platform.at("pipelineConfig");
    flow.timeout = pipeline.text_at("activeDeadlineSeconds");
    reading.map("timeout", pipeline.at("activeDeadlineSeconds"));
    for (const Place::Named& one : pipeline.entries())
        if (one.name != "activeDeadlineSeconds") reading.keep(one.value);
    if (root.text_at("sdkVersion").starts_with("kfp-"))
        reading.out.notice = {WEFT_TR("core", "compiled by the KFP SDK (%1): the next compile overwrites this file"), {root.text_at("sdkVersion")}};
}

void check_version(Reading& reading) {
    const Place version = reading.spec.root.at("schemaVersion");
    if (version.text() == "2.1.0") return;
    reading.issue("yaml/wrong-type", {WEFT_TR("core", "schemaVersion \"%1\": a server takes only 2.1.0"), {version.text()}}, version ? version : reading.spec.root);
}

}  // namespace

void Reading::map(const std::string& path, const Place& place) {
    if (place && !out.places.find(path)) out.places.add(path, place.node, place.addressable() ? place.path : std::string(), place.document);
}

void Reading::issue(const char* rule, Message what, const Place& at) {
    out.issues.push_back({rule, std::move(what), at.node ? at.node->span : yaml::Span{}, at.node ? at.node->line : 0, at.node ? at.node->column : 0});
}

void Reading::keep(const Place& place) {
    if (!place) return;
    std::string dotted = place.path;
    std::replace(dotted.begin(), dotted.end(), '/', '.');
    out.kept.push_back(std::move(dotted));
}

std::string waits_for(const Place& task) {
    const std::vector<Place> items = task.at("dependentTasks").items();
    return items.size() == 1 ? items.front().text() : std::string();
}

bool is_exit_task(const Place& task) {
    if (task.at("triggerPolicy").text_at("strategy") != completed || waits_for(task).empty()) return false;
    for (const Place::Named& input : task.down("inputs/parameters").entries())
        if (input.value.has("taskFinalStatus")) return true;
    return waits_for(task).starts_with(exit_group_prefix);
}

bool recognises(const yaml::Stream& stream) { return spec_document(stream) != std::size_t(-1); }

Result<Spec> find_spec(const yaml::Stream& stream) {
    Spec spec;
    spec.document = spec_document(stream);
    if (spec.document == std::size_t(-1)) return fail(Message{WEFT_TR("core", "no document of the file is a pipeline: `pipelineInfo` and `root` are missing")});
    const NodePtr root = stream.documents[spec.document].root;
    spec.head = {root, "", spec.document};
    const Inside inside = *pipeline_inside(root);
    spec.inside = inside.spec;
    spec.root = inside.spec.empty() ? spec.head : spec.head.down(inside.spec);
    if (!inside.platform.empty()) {
        spec.platform_inside = inside.platform;
        spec.platform = spec.head.down(inside.platform).down("platforms/kubernetes");
    }
    for (std::size_t i = 0; i < stream.documents.size(); ++i) {
        const Place other{stream.documents[i].root, "", i};
        if (i == spec.document || !inside.spec.empty() || !other.has("platforms")) continue;
        spec.platform_document = i;
        spec.platform = other.down("platforms/kubernetes");
        break;
    }
    if (!spec.root.down("root/dag").is_map()) return fail(Message{WEFT_TR("core", "`root` of a pipeline must be a `dag`")}, {{}, root->line, root->column});
    for (const Place::Named& one : spec.root.at("components").entries())
        if (const std::string label = one.value.text_at("executorLabel"); !label.empty()) spec.labels[one.name] = label;
    spec.group = find_exit_group(spec);
    return spec;
}

Result<ReadResult> read(const yaml::Stream& stream, std::size_t) {
    Result<Spec> spec = find_spec(stream);
    if (!spec) return tl::unexpected<Error>(spec.error());
    Reading reading{std::move(*spec), {}};
    check_fields(reading.spec, reading.out.issues);
    check_version(reading);
    read_head(reading);
    read_recurring(reading);
    Flow& flow = reading.out.flow;
    std::vector<NodePtr> documents{reading.spec.root.node};
    if (!reading.spec.platform_inside.empty()) documents.push_back(reading.spec.head.down(reading.spec.platform_inside).node);
    else if (reading.spec.platform_document) documents.push_back(stream.documents[*reading.spec.platform_document].root);
    flow.origin = yaml::make_sequence(std::move(documents));
    for (const Place::Named& one : reading.spec.root.at("components").entries()) {
        if (one.name == reading.spec.group.component) {
            reading.keep(one.value.at("outputDefinitions"));
            continue;
        }
        reading.map(join_path("definitions", one.name) + ".name", one.key);
        flow.definitions.push_back(std::make_shared<const Definition>(read_component(reading, one.name, one.value)));
    }
    flow.main = read_body(reading, reading.spec.main_dag(), "", true);
    flow = number_tasks(std::move(flow));
    return std::move(reading.out);
}

}  // namespace weft::kfp
