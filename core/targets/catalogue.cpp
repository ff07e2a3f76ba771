// Every file format and every engine, one line each, in reading order. No self-registration.
#include "core/targets/argo/argo.h"
#include "core/targets/document.h"
#include "core/targets/dolphinscheduler/dolphinscheduler.h"
#include "core/targets/flyte/flyte.h"
#include "core/targets/kfp/kfp.h"
#include "core/targets/metaflow/metaflow.h"
#include "core/targets/target.h"
#include "core/targets/volcano/volcano.h"

namespace weft {

const Format& native_format();   // core/targets/native
const Target& local_target();    // core/targets/local

const std::vector<const Format*>& formats() {
    static const std::vector<const Format*> all{
        &native_format(), &argo_format(), &volcano_format(), &flyte_format(), &dolphinscheduler_format(), &pydolphinscheduler_format(), &kfp_format(), &elyra_format(), &metaflow_format(), &metaflow_graph_format(),
    };
    return all;
}

const std::vector<const Target*>& targets() {
    static const std::vector<const Target*> all{
        &local_target(), &argo_target(), &kfp_target(), &elyra_target(), &volcano_target(), &flyte_target(), &dolphinscheduler_target(), &metaflow_target(),
    };
    return all;
}

const Target* find_target(std::string_view id) {
    for (const Target* target : targets())
        if (target->id == id) return target;
    return nullptr;
}

std::vector<const lint::Rule*> all_rules() {
    std::vector<const lint::Rule*> all = lint::general_rules();
    for (const Target* target : targets()) all.insert(all.end(), target->rules.begin(), target->rules.end());
    return all;
}

}  // namespace weft
