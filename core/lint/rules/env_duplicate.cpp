#include <unordered_map>

#include "core/lint/support.h"

namespace weft::lint::rules {
namespace {

void remove_first(Environment& environment, const std::string& name) {
    std::size_t first = environment.env.size();
    for (std::size_t i = 0; i < environment.env.size(); ++i) {
        if (environment.env[i].name != name) continue;
        if (first == environment.env.size()) first = i;
        else {
            environment.env.erase(environment.env.begin() + long(first));
            return;
        }
    }
}

void check(const Context& context, Report& report) {
    if (context.flow.format == "native") return;  // a map there: the second one is yaml/duplicate-key
    std::unordered_map<std::string_view, int> count;
    for_each_layer(context, [&](const Layer& layer) {
        if (layer.environment.env.size() < 2) return;
        count.clear();
        for (const Binding& binding : layer.environment.env) {
            if (++count[binding.name] != 2) continue;
            Finding finding = finding_of("env/duplicate", Severity::warning, layer.item, join_path(layer.path + ".env", binding.name),
                                         Message{WEFT_TR("core", "the environment variable %1 is set twice; the last one wins"), {quoted(binding.name)}},
                                         WEFT_TR("core", "Kubernetes keeps both in the pod and the last value is what the program sees: the first is dead text"));
            finding.subject = binding.name;
            if (const yaml::Node* place = nth_of_name(context, finding.field, binding.name, 2)) {
                finding.where = {{}, place->line, place->column};
                finding.span = place->span;
            }
            const std::string name = binding.name;
            finding.fixes.push_back({Message{WEFT_TR("core", "Remove the first %1"), {name}}, environment_fix(layer, [name](Environment& e) { remove_first(e, name); })});
            report.add(std::move(finding));
        }
    });
}

}  // namespace

extern const Rule env_duplicate{"env/duplicate", Severity::warning, WEFT_TR("core", "one environment variable is set twice in one place"),
                                "kube-linter duplicate-env-var", check};

}  // namespace weft::lint::rules
