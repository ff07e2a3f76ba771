#include "core/lint/support.h"

namespace weft::lint::rules {
namespace {

void check(const Context& context, Report& report) {
    // our own writer quotes what the engine wants quoted; Metaflow makes a text of every value
    if (context.flow.format == "native" || context.flow.format == "metaflow" || !context.on_kubernetes()) return;
    for_each_layer(context, [&](const Layer& layer) {
        for (const Binding& binding : layer.environment.env) {
            if (!binding.value.plain || binding.value.source != Source::literal || binding.value.text.empty() || binding.value.text == "null" || binding.value.text == "~") continue;
            const std::string field = join_path(layer.path + ".env", binding.name) + ".value";
            Finding finding = finding_of("env/value-not-string", Severity::error, layer.item, field,
                                         Message{WEFT_TR("core", "%1 is %2 without quotes; values of environment variables are strings"), {quoted(binding.name), quoted(binding.value.text)}},
                                         WEFT_TR("core", "YAML reads it as a number or a boolean, and Kubernetes refuses the pod: put it in quotes"));
            finding.subject = binding.name;
            const MappedField* place = context.places ? context.places->find(field) : nullptr;
            if (place && place->node && !place->node->span.fresh() && place->node->text == binding.value.text)
                finding.fixes.push_back({Message{WEFT_TR("core", "Put %1 in quotes"), {binding.value.text}},
                                         TextFix{{place->node->span.begin, binding.value.text, '"' + binding.value.text + '"'}}});
            report.add(std::move(finding));
        }
    });
}

}  // namespace

extern const Rule env_value_not_string{"env/value-not-string", Severity::error, WEFT_TR("core", "the value of an environment variable is a number or a boolean"),
                                       "kubernetes#34146", check};

}  // namespace weft::lint::rules
