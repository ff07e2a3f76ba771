#include "core/lint/image_reference.h"
#include "core/lint/support.h"

namespace weft::lint::rules {
namespace {

// "90 s", "2 min", "1 hour" -> "90s", "2m", "1h"; "" when nothing sure can be said.
std::string mended(std::string_view text) {
    struct Word { std::string_view word, unit; };
    constexpr Word words[] = {{"seconds", "s"}, {"second", "s"}, {"secs", "s"}, {"sec", "s"}, {"minutes", "m"}, {"minute", "m"}, {"mins", "m"}, {"min", "m"},
                              {"hours", "h"},   {"hour", "h"},   {"days", "d"}, {"day", "d"}};
    std::string out;
    for (const char c : text)
        if (c != ' ') out += c;
    for (const Word& word : words)
        if (out.ends_with(word.word)) {
            out.replace(out.size() - word.word.size(), word.word.size(), word.unit);
            break;
        }
    return out != text && parse_duration(out) ? out : std::string();
}

constexpr const char* no_timeout = WEFT_TR("core", "the timeout %1 is no duration: write seconds (90) or 30s, 2m, 1h30m");
constexpr const char* no_delay = WEFT_TR("core", "the retry delay %1 is no duration: write seconds (90) or 30s, 2m, 1h30m");

struct Checker {
    const Context& context;
    Report& report;

    void look(const Context::Item* item, const std::string& text, std::string field, const char* sentence, std::function<FlowFix(std::string)> fix) {
        if (text.empty() || is_templated(text) || parse_duration(text)) return;
        Finding finding = finding_of("limits/timeout-format", Severity::error, item, std::move(field),
                                     Message{sentence, {quoted(text)}},
                                     WEFT_TR("core", "engines refuse the flow, or ignore the limit and let the task run for ever"));
        if (const std::string better = mended(text); !better.empty()) finding.fixes.push_back({Message{WEFT_TR("core", "Write %1"), {better}}, fix(better)});
        report.add(std::move(finding));
    }
};

void check(const Context& context, Report& report) {
    Checker checker{context, report};
    checker.look(nullptr, context.flow.timeout, "timeout", no_timeout, [](std::string better) -> FlowFix {
        return [better](const Flow& flow) -> Result<Flow> {
            Flow out = flow;
            out.timeout = better;
            return out;
        };
    });
    for (const Context::Item& item : context.items) {
        const TaskId id = item.task->id;
        checker.look(&item, item.task->timeout, item.path + ".timeout", no_timeout,
                     [id](std::string better) { return task_fix(id, [better](Task& task) { task.timeout = better; }); });
        if (item.task->retry)
            checker.look(&item, item.task->retry->delay, item.path + ".retry.delay", no_delay,
                         [id](std::string better) { return task_fix(id, [better](Task& task) { task.retry->delay = better; }); });
        if (!item.definition || !item.first_use) continue;
        checker.look(&item, item.definition->timeout, item.definition_path + ".timeout", no_timeout,
                     [id](std::string better) { return definition_fix(id, [better](Definition& definition) { definition.timeout = better; }); });
        if (item.definition->retry)
            checker.look(&item, item.definition->retry->delay, item.definition_path + ".retry.delay", no_delay,
                         [id](std::string better) { return definition_fix(id, [better](Definition& definition) { definition.retry->delay = better; }); });
    }
}

}  // namespace

extern const Rule limits_timeout_format{"limits/timeout-format", Severity::error, WEFT_TR("core", "a timeout or a delay is no duration"),
                                        "Argo v4.1 validate.go:557-574", check};

}  // namespace weft::lint::rules
