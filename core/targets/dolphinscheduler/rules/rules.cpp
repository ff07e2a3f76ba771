#include "core/targets/dolphinscheduler/rules/rules.h"

namespace weft::dolphin {

std::vector<const lint::Rule*> rules() { return {&name_dolphin_k8s(), &ref_dolphin_date(), &graph_dolphin_branches(), &limits_dolphin_limit_doubling()}; }

bool is_own_file(const lint::Context& context) {
    return (context.flow.format == "dolphinscheduler" || context.flow.format == "pydolphinscheduler") && context.has_target("dolphinscheduler");
}

}  // namespace weft::dolphin
