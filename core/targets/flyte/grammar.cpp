// A container's command and arguments name the task's inputs; bindings between nodes are structure.
#include "core/targets/grammar.h"

namespace weft {
namespace {

std::string spell(const InScope& what, const ReferencePlace& at) {
    return at.place == TextPlace::work && what.kind == InScope::Kind::parameter ? "{{.inputs." + what.name + "}}" : std::string();
}

}  // namespace

const Grammar& flyte_grammar() {
    static const ReferenceLanguage language{"{{", "}}", {true, false, false}, spell};
    static const Grammar grammar{"flyte", &language, nullptr};
    return grammar;
}

}  // namespace weft
