// "$[…]" is a date to the server, in scripts too. What is none (arithmetic of bash) leaves the task submitted for ever (#15685, #15699).
#include <array>

#include "core/lint/support.h"
#include "core/targets/dolphinscheduler/rules/rules.h"

namespace weft::dolphin {
namespace {

using lint::Context;
using lint::Finding;
using lint::quoted;
using lint::Severity;

bool is_function(std::string_view word) {
    static constexpr std::array<std::string_view, 15> known{"add_months", "month_begin", "month_end", "week_begin", "week_end", "month_first_day", "month_last_day", "week_first_day",
                                                            "week_last_day", "timestamp", "year_week", "this_day", "last_day", "month_first", "month_last"};
    for (const std::string_view one : known)
        if (one == word) return true;
    return false;
}

// Only what can be no date is told: a variable, a quote, a word that is neither a function nor made of a date's letters.
bool may_be_date(std::string_view inner) {
    if (inner.empty() || inner.find_first_of("${}\"`;&|") != inner.npos) return false;
    for (std::size_t at = 0; at < inner.size();) {
        if (inner[at] == '\'') {   // text in a date pattern
            at = inner.find('\'', at + 1);
            if (at == inner.npos) return false;
            ++at;
            continue;
        }
        const auto word_char = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
        if (!word_char(inner[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < inner.size() && word_char(inner[end])) ++end;
        const std::string_view word = inner.substr(at, end - at);
        if (!is_function(word) && word.find_first_not_of("GyYuUMLQqwWdDEecFahHkKmsSAnNVvzOXxZpT_") != word.npos) return false;
        at = end;
    }
    return inner.find_first_of("GyYuUMLwWdDEHhkKmsS(") != inner.npos;
}

void look_in(const Context::Item& item, const std::string& text, const std::string& field, lint::Report& report) {
    for (std::size_t at = text.find("$["); at != std::string::npos; at = text.find("$[", at + 2)) {
        const std::size_t end = text.find(']', at);
        if (end == std::string::npos || may_be_date(std::string_view(text).substr(at + 2, end - at - 2))) continue;
        const std::string tag = text.substr(at, end + 1 - at);
        Finding finding = lint::finding_of("ref/dolphin-date", Severity::error, &item, field, {WEFT_TR("core", "%1 is no date: the server takes every $[…] for one"), {quoted(tag)}},
                                           {WEFT_TR("core", "the task stays submitted and never runs; in a shell write $((…)) for arithmetic")});
        finding.subject = tag;
        finding.target = "dolphinscheduler";
        report.add(std::move(finding));
        return;   // one of a field says it
    }
}

void check(const Context& context, lint::Report& report) {
    if (!is_own_file(context)) return;
    for (const Context::Item& item : context.items) {
        if (item.definition && item.definition->kind == DefinitionKind::script) look_in(item, item.definition->source, item.path + ".script", report);
        for (const Binding& param : item.task->params)
            if (param.value.source == Source::literal) look_in(item, param.value.text, join_path(item.path + ".params", param.name) + ".value", report);
    }
}

const lint::Rule rule{"ref/dolphin-date", Severity::error, WEFT_TR("core", "$[…] holds no date of DolphinScheduler"), "DolphinScheduler #15685, #15699; TimePlaceholderUtils", check};

}  // namespace

const lint::Rule& ref_dolphin_date() { return rule; }

}  // namespace weft::dolphin
