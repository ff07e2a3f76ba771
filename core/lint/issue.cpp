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
    {"yaml/custom-tag", WEFT_TR("core", "engines ignore the tag or refuse the file: the value is plain text to them")},
    {"yaml/unsafe-characters", WEFT_TR("core", "two names that look alike are not the same name; write plain characters")},
    {"name/reserved", WEFT_TR("core", "the engine puts containers of its own into the pod: it refuses yours, or Kubernetes refuses the pod because two have one name")},
    {"graph/entrypoint", WEFT_TR("core", "the engine does not know where to start and refuses the workflow")},
    {"graph/template-type", WEFT_TR("core", "a template runs one thing; the engine refuses the workflow")},
    {"graph/depends-mixed", WEFT_TR("core", "the engine reads the edges of a DAG in one way only and refuses the workflow; write all of them as depends")},
    {"exit/hook-undefined", WEFT_TR("core", "the handler never runs, or the engine refuses the workflow: what it should do at the end is not done")},
    {"graph/metaflow", WEFT_TR("core", "Metaflow checks the graph before anything runs, and refuses the flow")},
    {"graph/metaflow-part", WEFT_TR("core", "what is drawn is what this file says; the rest stands in the other file, or in the classes that build on this one")},
    {"name/metaflow-step", WEFT_TR("core", "Metaflow refuses the flow before anything runs")},
    {"env/value-not-string", WEFT_TR("core", "Kubernetes takes only strings as values of environment variables and refuses the pod; put it in quotes")},
};

Message why(const std::string& rule) {
    for (const Why& one : reasons)
        if (one.rule == rule) return one.text;
    return {};
}

// Which task a byte of the file belongs to: the innermost of the tasks' and definitions' spans.
struct Owners {
    struct Owner { yaml::Span span; const Context::Item* item; const std::string* path; };
    std::vector<Owner> all;

    explicit Owners(const Context& context) {
        if (!context.places) return;
        for (const Context::Item& item : context.items) {
            add(*context.places, item, item.path);
            if (item.first_use && item.definition_path != item.path) add(*context.places, item, item.definition_path);
        }
    }
    void add(const SourceMap& places, const Context::Item& item, const std::string& path) {
        if (const MappedField* place = places.find(path); place && place->node && !place->node->span.fresh()) all.push_back({place->node->span, &item, &path});
    }
    const Owner* at(std::size_t byte) const {
        const Owner* best = nullptr;
        for (const Owner& owner : all)
            if (owner.span.contains(byte) && (!best || owner.span.end - owner.span.begin < best->span.end - best->span.begin)) best = &owner;
        return best;
    }
};

}  // namespace

void report_issues(const Context& context, const std::vector<const Rule*>& rules, Report& report) {
    if (context.issues->empty()) return;
    std::unordered_map<std::string_view, const Rule*> asked, known;
    for (const Rule* rule : rules) asked.emplace(rule->id, rule);
    for (const Rule* rule : general_rules()) known.emplace(rule->id, rule);
    const Owners owners(context);
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
        if (const Owners::Owner* owner = issue.span.fresh() ? nullptr : owners.at(issue.span.begin)) {
            finding.field = *owner->path;
            finding.task = owner->item->task->id;
            finding.task_name = owner->item->task->name;
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
