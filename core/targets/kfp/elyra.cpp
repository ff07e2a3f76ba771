// Elyra's .pipeline files (pipeline flow 3.0). See README.md of this folder.
#include "core/targets/kfp/elyra.h"

#include "core/targets/kfp/kfp.h"

namespace weft {
namespace {

bool recognises(const yaml::Stream& stream) {
    if (stream.documents.empty()) return false;
    const yaml::NodePtr root = stream.documents[0].root;
    return yaml::text_at(root, "doc_type") == "pipeline" && yaml::find(root, "pipelines");
}

std::size_t flow_count(const yaml::Stream&) { return 1; }

}  // namespace

const Format& elyra_format() {
    static const Format format = [] {
        Format f;
        f.id = "elyra";
        f.title = WEFT_TR("core", "Elyra pipeline");
        f.abilities.groups = false;
        f.abilities.task_environment = false;
        f.recognises = recognises;
        f.read = elyra::read;
        f.flow_count = flow_count;
        f.write = elyra::write;
        f.settle = elyra::settle;
        f.fresh = elyra::fresh;
        return f;
    }();
    return format;
}

}  // namespace weft
