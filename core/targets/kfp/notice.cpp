// Argo workflows that come out of Kubeflow Pipelines: version 1 of the SDK compiles to them, the server of version 2 makes them from a pipeline.
#include "core/targets/kfp/kfp.h"

namespace weft {
namespace {

constexpr std::string_view mark = "pipelines.kubeflow.org/";

bool any_mark(const yaml::NodePtr& map) {
    if (!map || !map->is_map()) return false;
    for (const yaml::Entry& entry : map->entries)
        if (entry.key && entry.key->text.starts_with(mark)) return true;
    return false;
}

// Of the workflow itself, of its pods, or of a template's pods.
bool marked(const yaml::NodePtr& holder) {
    const yaml::NodePtr metadata = yaml::find(holder, "metadata");
    return any_mark(yaml::find(metadata, "annotations")) || any_mark(yaml::find(metadata, "labels"));
}

bool marked_workflow(const yaml::NodePtr& root) {
    const yaml::NodePtr spec = yaml::find(root, "spec"), pods = yaml::find(spec, "podMetadata"), templates = yaml::find(spec, "templates");
    if (marked(root) || any_mark(yaml::find(pods, "annotations")) || any_mark(yaml::find(pods, "labels"))) return true;
    if (templates && templates->is_sequence())
        for (const yaml::NodePtr& one : templates->items)
            if (marked(one)) return true;
    return false;
}

}  // namespace

Message kfp_notice(const yaml::Stream& stream) {
    for (const yaml::Document& document : stream.documents) {
        if (!yaml::text_at(document.root, "apiVersion").starts_with("argoproj.io/") || !marked_workflow(document.root)) continue;
        const yaml::NodePtr metadata = yaml::find(document.root, "metadata");
        std::string version = yaml::text_at(yaml::find(metadata, "annotations"), "pipelines.kubeflow.org/kfp_sdk_version");
        if (version.empty()) version = yaml::text_at(yaml::find(metadata, "labels"), "pipelines.kubeflow.org/kfp_sdk_version");
        if (!version.empty()) return {WEFT_TR("core", "compiled by the KFP SDK (%1): the next compile overwrites this file"), {"kfp-" + version}};
        return WEFT_TR("core", "made by Kubeflow Pipelines from a pipeline: the next compile overwrites this");
    }
    return {};
}

}  // namespace weft
