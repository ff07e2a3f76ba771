// Runs the rules and turns what they found into a list a person can read: places filled in, suppressed ones dropped, sorted, no doubles.
#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "core/lint/issue.h"
#include "core/lint/rule.h"
#include "core/lint/suppress.h"

namespace weft::lint {
namespace {

// "tasks.a" -> the line of that task; a finding about an absent field stands at the closest thing around it, by its key where the map has one.
void locate(const Context& context, Finding& finding) {
    if (finding.where.line > 0) return;
    if (!context.places) return;
    const MappedField* place = context.places->nearest(finding.field);
    if (!place || !place->node) {
        if (context.stream && !context.stream->documents.empty() && context.stream->documents[0].root) {
            finding.where.line = std::max(1, context.stream->documents[0].root->line);
            finding.where.column = std::max(1, context.stream->documents[0].root->column);
        }
        return;
    }
    finding.where.line = place->node->line;
    finding.where.column = place->node->column;
    if (finding.span.fresh()) finding.span = place->node->span;
}

auto order(const Finding& finding) {
    return std::tuple(finding.where.line, finding.where.column, std::string_view(finding.rule), std::string_view(finding.field), std::string_view(finding.subject));
}

// A number as the value of an env var is one mistake: the rule that knows env vars says it, the schema is quiet.
void drop_doubles(std::vector<Finding>& findings) {
    std::unordered_set<std::string> said;
    const auto place = [](const Finding& finding) { return std::to_string(finding.where.line) + ':' + std::to_string(finding.where.column); };
    for (const Finding& finding : findings)
        if (finding.rule == "env/value-not-string") said.insert(place(finding));
    if (!said.empty()) std::erase_if(findings, [&](const Finding& finding) { return finding.rule == "yaml/wrong-type" && said.contains(place(finding)); });
}

bool same(const Finding& a, const Finding& b) {
    return a.rule == b.rule && a.where == b.where && a.field == b.field && a.subject == b.subject && a.what == b.what;
}

}  // namespace

std::vector<Finding> run_lint(const Context& context, const std::vector<const Rule*>& rules) {
    Report report;
    for (const Rule* rule : rules)
        if (rule && rule->check) rule->check(context, report);
    if (context.issues) report_issues(context, rules, report);

    std::vector<Finding> findings = report.take();
    for (Finding& finding : findings) locate(context, finding);
    drop_doubles(findings);
    if (context.stream) {
        const std::vector<Suppression> hidden = suppressions(*context.stream, context.text);
        if (!hidden.empty()) std::erase_if(findings, [&](const Finding& finding) { return suppressed(hidden, finding) != nullptr; });
    }
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return order(a) < order(b); });
    findings.erase(std::unique(findings.begin(), findings.end(), same), findings.end());
    return findings;
}

}  // namespace weft::lint
