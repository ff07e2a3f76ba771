#include "core/targets/kfp/export.h"
#include "core/targets/kfp/kfp.h"
#include "core/targets/kfp/writing.h"

namespace weft {

const Format& kfp_format() {
    static const Format format = [] {
        Format f;
        f.id = "kfp";
        f.title = WEFT_TR("core", "Kubeflow Pipelines IR");
        f.abilities.groups = false;
        f.abilities.task_environment = false;
        f.recognises = kfp::recognises;
        f.read = kfp::read;
        f.flow_count = [](const yaml::Stream&) { return std::size_t(1); };
        f.write = kfp::write;
        f.settle = kfp::settle;
        f.fresh = kfp::fresh;
        return f;
    }();
    return format;
}

}  // namespace weft
