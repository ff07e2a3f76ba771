#include <algorithm>
#include <array>
#include <cctype>

#include "core/lint/image_reference.h"
#include "core/lint/support.h"
#include "core/targets/argo/rules/rules.h"

namespace weft::argo::rules_ {
namespace {

using namespace lint;

constexpr std::array<std::string_view, 4> policies{"Always", "OnFailure", "OnError", "OnTransientError"};

std::string lower(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (c != '-' && c != '_') out += char(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

void check(const Context& context, Report& report) {
    if (!context.has_target("argo") || !detail::is_argo_file(context)) return;
    for (const Context::Item& item : context.items) {
        if (!item.definition || !item.first_use || !item.definition->retry) continue;
        const std::string& policy = item.definition->retry->policy;
        if (policy.empty() || is_templated(policy) || std::find(policies.begin(), policies.end(), policy) != policies.end()) continue;
        Finding finding = finding_of("limits/retry-policy", Severity::error, &item, item.definition_path + ".retry.policy",
                                     Message{WEFT_TR("core", "%1 is no retry policy: Always, OnFailure, OnError or OnTransientError"), {quoted(policy)}}, WEFT_TR("core", "Argo refuses the workflow"));
        finding.target = detail::target_name(context);
        const auto* const meant = std::find_if(policies.begin(), policies.end(), [&](std::string_view one) { return lower(one) == lower(policy); });
        if (meant != policies.end())
            finding.fixes.push_back({Message{WEFT_TR("core", "Write %1"), {std::string(*meant)}},
                                     definition_fix(item.task->id, [better = std::string(*meant)](Definition& definition) { definition.retry->policy = better; })});
        report.add(std::move(finding));
    }
}

}  // namespace

extern const Rule limits_retry_policy{"limits/retry-policy", Severity::error, WEFT_TR("core", "a retry policy that Argo does not know"), "Argo v4.1 validate.go: \"is not a valid RetryPolicy\"", check};

}  // namespace weft::argo::rules_
