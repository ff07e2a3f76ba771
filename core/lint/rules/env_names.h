// Which rule speaks about an environment variable's name: one name, one finding.
#pragma once

#include "core/lint/support.h"

namespace weft::lint::rules {

enum class EnvNameFault { none, dynamic, relaxed, strict, shell };
EnvNameFault env_name_fault(const Context& context, std::string_view name);
Severity strict_severity(const Context& context);   // by Kubernetes version: KEP-4369

// Calls fn(layer, binding, field) for every env name with this fault.
template <class Fn> void for_each_env_fault(const Context& context, EnvNameFault fault, Fn&& fn) {
    for_each_layer(context, [&](const Layer& layer) {
        for (const Binding& binding : layer.environment.env)
            if (env_name_fault(context, binding.name) == fault) fn(layer, binding, join_path(layer.path + ".env", binding.name));
    });
}

// Renames the variable where it is set and its exact uses in what the task runs. The new name is the one variable that the task reads and nobody sets, if
// there is exactly one; otherwise the old name with odd characters mapped, and a short hash where another variable has that name already.
Fix rename_env_fix(const Context& context, const Layer& layer, const std::string& from);

}  // namespace weft::lint::rules
