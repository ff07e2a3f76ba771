#include "core/targets/grammar.h"

namespace weft {

const Grammar* grammar_of(std::string_view format) {
    static const std::vector<const Grammar*> all{&native_grammar(), &argo_grammar(), &kfp_grammar(), &dolphinscheduler_grammar(), &flyte_grammar()};
    if (format.empty()) format = "native";
    for (const Grammar* grammar : all)
        if (grammar->format == format) return grammar;
    return nullptr;
}

}  // namespace weft
