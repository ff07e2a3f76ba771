// References in a KFP pipeline: a container's texts name the component's inputs; what tasks hand to each other is structure, not text.
#include "core/targets/grammar.h"

namespace weft {
namespace {

std::string spell(const InScope& what, const ReferencePlace& at) {
    const bool file = at.spelling == Spelling::file;
    if (at.place == TextPlace::work) {
        if (what.kind != InScope::Kind::parameter) return {};
        return file ? "{{$.inputs.parameters['" + what.name + "']}}" : "{{params." + what.name + "}}";
    }
    if (file) return {};
    if (what.kind == InScope::Kind::flow_parameter) return at.main ? "{{workflow.parameters." + what.name + "}}" : std::string();
    if (what.kind == InScope::Kind::parameter) return at.main ? std::string() : "{{inputs.parameters." + what.name + "}}";
    if (what.kind == InScope::Kind::output && !what.artifact) return "{{tasks." + what.task + ".outputs.parameters." + what.name + "}}";
    return {};
}

}  // namespace

const Grammar& kfp_grammar() {
    static const ReferenceLanguage language{"{{", "}}", {true, false, false}, spell};
    static const Grammar grammar{"kfp", &language, nullptr};
    return grammar;
}

}  // namespace weft
