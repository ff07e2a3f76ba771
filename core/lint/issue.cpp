#include "core/lint/issue.h"

#include <unordered_map>

#include "core/lint/issue_fixes.h"

namespace weft::lint {
namespace {

struct Why { std::string_view rule; const char* text; };
constexpr Why reasons[] = {
    {"yaml/duplicate-key", WEFT_TR("core", "parsers disagree on which one wins: some take the first, some the last, Argo refuses the file")},
    {"yaml/unknown-field", WEFT_TR("core", "the engine drops a field that it does not know, or refuses the file: what it says never happens")},
    {"yaml/wrong-type", WEFT_TR("core", "the engine wants another type here and refuses the file; quotes make a number or a boolean a string")},
    {"yaml/merge-key", WEFT_TR("core", "some parsers expand \"<<\", others keep it as a plain key: the file means two things; write the fields out")},
    {"yaml/anchor", WEFT_TR("core", "an anchor that is never used, or defined twice, is most often a typing mistake in its name")},
    {"yaml/multi-doc", WEFT_TR("core", "only one document of this file is read as a flow")},
    {"env/value-not-string", WEFT_TR("core", "Kubernetes takes only strings as values of environment variables and refuses the pod; put it in quotes")},
};

Message why(const std::string& rule) {
    for (const Why& one : reasons)
        if (one.rule == rule) return one.text;
    return {};
}

std::string_view written(const Context& context, const yaml::Span& span) {
    return span.fresh() || span.end > context.text.size() || span.begin > span.end ? std::string_view() : context.text.substr(span.begin, span.end - span.begin);
}

}  // namespace

void report_issues(const Context& context, const std::vector<const Rule*>& rules, Report& report) {
    std::unordered_map<std::string_view, const Rule*> asked, known;
    for (const Rule* rule : rules) asked.emplace(rule->id, rule);
    for (const Rule* rule : general_rules()) known.emplace(rule->id, rule);
    for (const yaml::Issue& issue : *context.issues) {
        const auto found = asked.find(issue.rule);
        if (found == asked.end() && known.contains(issue.rule)) continue;
        Finding finding;
        finding.rule = issue.rule;
        finding.severity = found == asked.end() ? Severity::warning : found->second->severity;
        finding.what = issue.what;
        finding.why = why(issue.rule);
        finding.where = {{}, issue.line, issue.column};
        finding.span = issue.span;
        finding.subject = issue.what.arguments.empty() ? std::string() : issue.what.arguments[0];
        if (context.places && !issue.span.fresh()) {
            finding.field = context.places->task_at(issue.span.begin);
            for (const Context::Item& item : context.items)
                if (item.path == finding.field || item.definition_path == finding.field) {
                    finding.task = item.task->id;
                    finding.task_name = item.task->name;
                    break;
                }
        }
        if (issue.rule == "yaml/unknown-field" && written(context, issue.span).starts_with("exitHandler")) {
            finding.what = WEFT_TR("core", "`exitHandler` is not a field of a step: it never runs; move it to spec.onExit");
            finding.why = WEFT_TR("core", "Argo drops the field without a word: when the step fails, no handler runs. Exit handlers are named in spec.onExit "
                                          "(for the workflow) or in hooks.exit (for a step or task)");
        }
        if (context.stream) finding.fixes = issue_fixes(issue, *context.stream, context.text);
        report.add(std::move(finding));
    }
}

Finding syntax_finding(const Error& error) {
    Finding finding;
    finding.rule = "yaml/syntax";
    finding.severity = Severity::error;
    finding.what = error.message;
    finding.why = WEFT_TR("core", "no engine reads a file that does not parse");
    finding.where = error.where;
    return finding;
}

}  // namespace weft::lint
