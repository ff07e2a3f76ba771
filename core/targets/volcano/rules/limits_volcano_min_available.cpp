// minAvailable against replicas: the webhook says it of the job, and nobody of the template.
#include <charconv>
#include <optional>

#include "core/lint/support.h"
#include "core/targets/volcano/reading.h"
#include "core/targets/volcano/rules/rules.h"

namespace weft::volcano {
namespace {

using lint::Context;
using lint::Finding;
using lint::Report;
using lint::Severity;

std::optional<long> number(const Place& place) {
    const std::string text = place.text();
    long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return !text.empty() && error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

void tell(const Place& at, const std::string& task, Message what, Report& report) {
    Finding finding = lint::finding_of("limits/volcano-min-available", Severity::error, nullptr, {}, std::move(what),
                                       {WEFT_TR("core", "Volcano refuses the job when it is made; a JobTemplate with it is taken, and the JobFlow waits without a word")});
    finding.task_name = task;
    finding.target = "volcano";
    finding.span = at.node->span;
    finding.where.line = at.node->line;
    finding.where.column = at.node->column;
    report.add(std::move(finding));
}

void check_spec(const Place& spec, Report& report) {
    long sum = 0;
    for (const Place& task : spec.at("tasks").items()) {
        const long replicas = number(task.at("replicas")).value_or(1);
        sum += replicas;
        const Place at = task.at("minAvailable");
        const std::optional<long> wanted = number(at);
        const std::string name = task.text_at("name");
        if (wanted && *wanted < 0) tell(at, name, {WEFT_TR("core", "minAvailable of the task `%1` is negative"), {name}}, report);
        if (wanted && *wanted > replicas)
            tell(at, name, {WEFT_TR("core", "minAvailable %1 of the task `%2` is more than its %3 replicas"), {std::to_string(*wanted), name, std::to_string(replicas)}}, report);
    }
    const Place at = spec.at("minAvailable");
    const std::optional<long> wanted = number(at);
    if (wanted && *wanted < 0) tell(at, {}, {WEFT_TR("core", "minAvailable of the job is negative")}, report);
    if (wanted && *wanted > sum)
        tell(at, {}, {WEFT_TR("core", "minAvailable %1 of the job is more than the %2 replicas of its tasks"), {std::to_string(*wanted), std::to_string(sum)}}, report);
}

void check(const Context& context, Report& report) {
    if (context.flow.format != "volcano" || !context.flow.origin) return;
    for (const NodePtr& root : context.flow.origin->items)   // the documents of this flow
        if (const Place place{root, {}, 0}; role_of(root) == Role::job || role_of(root) == Role::job_template) check_spec(place.at("spec"), report);
}

const lint::Rule rule{"limits/volcano-min-available", Severity::error, WEFT_TR("core", "minAvailable is negative or more than the replicas"), "webhooks/admission/jobs/validate/admit_job.go", check};

}  // namespace

const lint::Rule& volcano_min_available() { return rule; }

}  // namespace weft::volcano
