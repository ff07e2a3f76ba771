#include <algorithm>

#include "core/lint/image_reference.h"
#include "core/lint/support.h"
#include "core/model/cron.h"

namespace weft::lint::rules {
namespace {

std::size_t fields_in(std::string_view line) {
    std::size_t fields = 0;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (line[i] != ' ' && (i == 0 || line[i - 1] == ' ')) ++fields;
    return fields;
}

// Whose cron lines are known: five fields of robfig/cron, or Quartz' in DolphinScheduler. Metaflow and Flyte take those of other schedulers too.
bool knows(const std::string& format) { return format == "native" || format == "argo" || format == "dolphinscheduler" || format == "pydolphinscheduler"; }

void check(const Context& context, Report& report) {
    const Flow& flow = context.flow;
    if (!flow.schedule || !knows(flow.format)) return;
    for (const std::string& line : flow.schedule->crons) {
        if (line.empty() || is_templated(line)) continue;
        Message what;
        if (const Result<Cron> cron = parse_cron(line); !cron) what = cron.error().message;
        else if (!line.starts_with('@') && fields_in(line) != 5 && flow.format == "argo") what = {WEFT_TR("core", "the cron line %1 has %2 fields: Argo takes five"), {quoted(line), std::to_string(fields_in(line))}};
        if (what.empty()) continue;
        Finding finding = finding_of("limits/cron", Severity::error, nullptr, "schedule.crons", std::move(what),
                                     WEFT_TR("core", "the engine refuses the schedule, or takes it and never starts a run"));
        finding.subject = line;
        report.add(std::move(finding));
    }
}

}  // namespace

extern const Rule limits_cron{"limits/cron", Severity::error, WEFT_TR("core", "a cron line that no engine can read"), "Argo v4.1 validate.go CronWorkflow; robfig/cron ParseStandard", check};

}  // namespace weft::lint::rules
