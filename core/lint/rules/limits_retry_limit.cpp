#include <charconv>

#include "core/lint/image_reference.h"
#include "core/lint/support.h"

namespace weft::lint::rules {
namespace {

constexpr long most = 20;

std::optional<long> whole(std::string_view text) {
    long value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

struct Complaint { Severity severity; Message what; };

std::optional<Complaint> complaint(const Retry& retry, bool unlimited_possible) {
    if (!retry.limit) {
        if (!unlimited_possible || !retry.expression.empty() || !retry.max_delay.empty()) return std::nullopt;
        return Complaint{Severity::warning, {WEFT_TR("core", "retry without a limit: a task that always fails is tried for ever")}};
    }
    if (is_templated(retry.limit->text)) return std::nullopt;
    const std::optional<long> limit = whole(retry.limit->text);
    if (!limit) return Complaint{Severity::error, {WEFT_TR("core", "the retry limit %1 is no whole number"), {quoted(retry.limit->text)}}};
    if (*limit < 0) return Complaint{Severity::error, {WEFT_TR("core", "the retry limit %1 is below 0"), {quoted(retry.limit->text)}}};
    if (*limit > most) return Complaint{Severity::warning, {WEFT_TR("core", "the retry limit %1 is above 20: a task that always fails is tried for very long"), {quoted(retry.limit->text)}}};
    return std::nullopt;
}

void set_limit(std::optional<Retry>& retry) {
    if (retry) retry->limit = Scalar{"3", retry->limit ? retry->limit->plain : true};
}

void check(const Context& context, Report& report) {
    const bool unlimited = context.has_target("argo") && context.flow.format != "native";
    const auto look = [&](const Context::Item& item, const std::optional<Retry>& retry, const std::string& path, FlowFix fix) {
        if (!retry) return;
        std::optional<Complaint> found = complaint(*retry, unlimited);
        if (!found) return;
        Finding finding = finding_of("limits/retry-limit", found->severity, &item, path + (retry->limit ? ".retry.limit" : ".retry"), std::move(found->what),
                                     WEFT_TR("core", "Argo refuses what is no number; without a limit, or with a high one, a broken task keeps the run and its pods alive"));
        finding.fixes.push_back({WEFT_TR("core", "Set the limit to 3"), std::move(fix)});
        report.add(std::move(finding));
    };
    for (const Context::Item& item : context.items) {
        look(item, item.task->retry, item.path, task_fix(item.task->id, [](Task& task) { set_limit(task.retry); }));
        if (item.definition && item.first_use)
            look(item, item.definition->retry, item.definition_path, definition_fix(item.task->id, [](Definition& definition) { set_limit(definition.retry); }));
    }
}

}  // namespace

extern const Rule limits_retry_limit{"limits/retry-limit", Severity::warning, WEFT_TR("core", "a task is retried for ever, very often, or a nonsensical number of times"),
                                     "Argo docs/retries.md", check};

}  // namespace weft::lint::rules
