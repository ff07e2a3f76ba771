#include <unordered_map>

#include "core/lint/rules/env_names.h"

namespace weft::lint::rules {
namespace {

void check(const Context& context, Report& report) {
    std::unordered_map<std::string, std::string_view> seen;
    for_each_layer(context, [&](const Layer& layer) {
        bool odd = false;
        for (const Binding& binding : layer.environment.env) odd = odd || !is_c_identifier(binding.name);
        if (!odd) return;
        seen.clear();
        for (const Binding& binding : layer.environment.env) {
            const auto [first, fresh] = seen.emplace(shell_name(binding.name), binding.name);
            if (fresh || first->second == binding.name) continue;
                Finding finding = finding_of("env/collision-after-sanitise", Severity::error, layer.item, join_path(layer.path + ".env", binding.name),
                                         Message{WEFT_TR("core", "%1 and %2 both become %3"), {quoted(first->second), quoted(binding.name), quoted(first->first)}},
                                         WEFT_TR("core", "engines and shells map odd characters to _: one of the two values overwrites the other without a word"));
            finding.subject = binding.name;
            finding.fixes.push_back(rename_env_fix(context, layer, binding.name));
            report.add(std::move(finding));
        }
    });
}

}  // namespace

extern const Rule env_collision_after_sanitise{"env/collision-after-sanitise", Severity::error,
                                               WEFT_TR("core", "two environment variables become one when odd characters are mapped"),
                                               "follows from DolphinScheduler #16509", check};

}  // namespace weft::lint::rules
