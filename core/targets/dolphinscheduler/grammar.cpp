// ${name}: a task's own parameters, the workflow's, and what tasks before it hand on under the same name (the pool of variables).
#include "core/targets/grammar.h"

namespace weft {
namespace {

std::string spell(const InScope& what, const ReferencePlace&) {
    const bool named = what.kind == InScope::Kind::flow_parameter || what.kind == InScope::Kind::parameter || what.kind == InScope::Kind::output;
    return named && !what.artifact && what.name != "result" ? "${" + what.name + "}" : std::string();
}

}  // namespace

const Grammar& dolphinscheduler_grammar() {
    static const ReferenceLanguage language{"${", "}", {false, true, false}, spell};
    static const Grammar grammar{"dolphinscheduler", &language, nullptr};
    return grammar;
}

}  // namespace weft
