// Elyra's .pipeline files (pipeline flow 3.0): the nodes of the primary pipeline and their links. Read only.
#include <unordered_map>

#include "core/targets/kfp/kfp.h"
#include "core/targets/thin.h"

namespace weft {
namespace {

using yaml::NodePtr;

NodePtr root_of(const yaml::Stream& stream) { return stream.documents.empty() ? nullptr : stream.documents[0].root; }

bool recognises(const yaml::Stream& stream) {
    const NodePtr root = root_of(stream);
    return yaml::text_at(root, "doc_type") == "pipeline" && yaml::find(root, "pipelines");
}

std::size_t flow_count(const yaml::Stream&) { return 1; }

DefinitionPtr read_definition(const NodePtr& node, const std::string& path, SourceMap& places) {
    Definition own;
    own.detail = yaml::text_at(node, "op");
    const NodePtr parameters = yaml::find_path(node, "app_data/component_parameters");
    own.kind = own.detail.starts_with("execute-") ? DefinitionKind::container : DefinitionKind::other;
    if (std::string image = yaml::text_at(parameters, "runtime_image"); !image.empty()) own.environment.image = std::move(image);
    thin::map_at(places, path + ".image", parameters, "runtime_image");
    if (const NodePtr env = yaml::find(parameters, "env_vars"))
        for (const NodePtr& item : env->items) {
            own.environment.env.push_back({yaml::text_at(item, "env_var"), thin::value_of(yaml::find(item, "value"))});
            thin::map_at(places, join_path(path + ".env", own.environment.env.back().name), item, "env_var");
        }
    return std::make_shared<const Definition>(std::move(own));
}

void read_links(const NodePtr& node, const std::unordered_map<std::string, std::string>& names, Task& task) {
    const NodePtr inputs = yaml::find(node, "inputs");
    if (!inputs) return;
    for (const NodePtr& input : inputs->items) {
        const NodePtr links = yaml::find(input, "links");
        if (!links) continue;
        for (const NodePtr& link : links->items)
            if (const auto found = names.find(yaml::text_at(link, "node_id_ref")); found != names.end()) task.needs.push_back({found->second, on_succeeded, false});
    }
}

Result<ReadResult> read(const yaml::Stream& stream, std::size_t) {
    const NodePtr root = root_of(stream), pipelines = yaml::find(root, "pipelines");
    NodePtr chosen;
    for (const NodePtr& pipeline : pipelines->items)
        if (!chosen || yaml::text_at(pipeline, "id") == yaml::text_at(root, "primary_pipeline")) chosen = pipeline;
    if (!chosen) return fail(Message{WEFT_TR("core", "the list `pipelines` is empty: there is no flow in this file")}, {{}, pipelines->line, pipelines->column});
    ReadResult out;
    out.flow.format = "elyra";
    out.flow.name = yaml::text_at(yaml::find_path(chosen, "app_data/properties"), "name");
    if (std::string image = yaml::text_at(yaml::find_path(chosen, "app_data/properties/pipeline_defaults"), "runtime_image"); !image.empty())
        out.flow.environment.image = std::move(image);
    const NodePtr nodes = yaml::find(chosen, "nodes");
    const std::vector<NodePtr> all = nodes ? nodes->items : std::vector<NodePtr>();
    if (nodes) out.places.add("tasks", nodes);
    const auto name_of = [](const NodePtr& node) {
        const std::string label = yaml::text_at(yaml::find_path(node, "app_data/ui_data"), "label");
        return label.empty() ? yaml::text_at(yaml::find(node, "app_data"), "label") : label;
    };
    std::unordered_map<std::string, std::string> names;
    std::unordered_map<std::string, int> seen;
    for (const NodePtr& node : all) {  // labels may repeat in Elyra, where ids tell nodes apart
        std::string name = name_of(node);
        if (const int times = ++seen[name]; times > 1) name += '-' + std::to_string(times);
        names.emplace(yaml::text_at(node, "id"), std::move(name));
    }
    for (const NodePtr& node : all) {
        if (const std::string type = yaml::text_at(node, "type"); type != "execution_node" && type != "super_node") continue;
        Task task;
        task.name = names[yaml::text_at(node, "id")];
        const std::string path = join_path("tasks", task.name);
        out.places.add(path, node);
        thin::map_at(out.places, path + ".name", yaml::find(node, "app_data"), "label");
        task.own = read_definition(node, path, out.places);
        read_links(node, names, task);
        out.flow.main.tasks.push_back(std::make_shared<const Task>(std::move(task)));
    }
    out.flow = number_tasks(std::move(out.flow));
    return out;
}

}  // namespace

const Format& elyra_format() {
    static const Format format{"elyra", WEFT_TR("core", "Elyra pipeline"),
                               thin::read_only(WEFT_TR("core", "Elyra pipelines are read only for now; convert to .weft.yaml to edit the drawing")), recognises, read, flow_count,
                               nullptr, nullptr};
    return format;
}

}  // namespace weft
