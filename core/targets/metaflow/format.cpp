#include <algorithm>

#include "core/targets/metaflow/flow_file.h"
#include "core/targets/metaflow/metaflow.h"

namespace weft {
namespace {

std::string flow_name(const yaml::Stream& stream) {
    for (const yaml::Document& document : stream.documents)
        if (std::string name = yaml::text_at(yaml::find(yaml::find(document.root, "metadata"), "annotations"), "metaflow/flow_name"); !name.empty()) return name;
    return {};
}

bool says_metaflow(const yaml::NodePtr& root) {
    const yaml::NodePtr metadata = yaml::find(root, "metadata");
    return !yaml::text_at(yaml::find(metadata, "annotations"), "metaflow/flow_name").empty() ||
           yaml::text_at(yaml::find(metadata, "labels"), "app.kubernetes.io/part-of") == "metaflow";
}

}  // namespace

bool made_by_metaflow(const yaml::Stream& stream) {
    return std::any_of(stream.documents.begin(), stream.documents.end(), [](const yaml::Document& document) { return says_metaflow(document.root); });
}

std::optional<Remark> bound_to_argo(const Flow& flow) {
    if (!flow.origin || !says_metaflow(flow.origin)) return std::nullopt;
    Remark remark;
    remark.fit = Fit::refused;
    remark.what = WEFT_TR("core", "Metaflow made this workflow for Argo: its steps find each other through what Argo says of the run");
    remark.advice = WEFT_TR("core", "open the flow.py that it came from and export that");
    return remark;
}

Message metaflow_notice(const yaml::Stream& stream) {
    if (!made_by_metaflow(stream)) return {};
    const std::string name = flow_name(stream);
    if (name.empty()) return WEFT_TR("core", "made by Metaflow: its next \"argo-workflows create\" overwrites this");
    return {WEFT_TR("core", "made by Metaflow from the flow %1: its next \"argo-workflows create\" overwrites this"), {name}};
}

const Format& metaflow_format() {
    static const Format::Text text{metaflow::recognises, metaflow::read, metaflow::flow_count, metaflow::write};
    static const Format format = [] {
        Format f;
        f.id = "metaflow";
        f.title = WEFT_TR("core", "Metaflow flow (Python)");
        f.abilities.groups = false;
        f.abilities.structured_bindings = false;
        f.recognises = nullptr;
        f.read = nullptr;
        f.flow_count = nullptr;
        f.write = nullptr;
        f.fresh = metaflow::fresh;
        f.settle = metaflow::settle;
        f.text = &text;
        return f;
    }();
    return format;
}

const Format& metaflow_graph_format() {
    static const Format format = [] {
        Format f;
        f.id = "metaflow-graph";
        f.title = WEFT_TR("core", "Metaflow topology");
        f.abilities.edit = false;
        f.abilities.reason = WEFT_TR("core", "a topology of Metaflow's tests is only shown: it runs nothing");
        f.abilities.groups = f.abilities.task_environment = f.abilities.structured_bindings = false;
        f.recognises = metaflow::is_topology;
        f.read = metaflow::read_topology;
        f.flow_count = [](const yaml::Stream&) { return std::size_t(1); };
        f.write = nullptr;
        f.fresh = nullptr;
        return f;
    }();
    return format;
}

}  // namespace weft
