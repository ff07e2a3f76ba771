#include "core/targets/metaflow/metaflow.h"

namespace weft {

bool made_by_metaflow(const yaml::Stream& stream) {
    for (const yaml::Document& document : stream.documents) {
        const yaml::NodePtr metadata = yaml::find(document.root, "metadata");
        if (!yaml::text_at(yaml::find(metadata, "annotations"), "metaflow/flow_name").empty()) return true;
        if (yaml::text_at(yaml::find(metadata, "labels"), "app.kubernetes.io/part-of") == "metaflow") return true;
    }
    return false;
}

const Target& metaflow_target() {
    static const Target target{"metaflow", "Metaflow", {"2.19"}, {}, nullptr};
    return target;
}

}  // namespace weft
