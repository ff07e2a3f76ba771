#include <algorithm>
#include <cctype>

#include "core/lint/support.h"
#include "core/model/graph.h"
#include "core/targets/argo/rules/rules.h"

namespace weft::argo::rules_ {
namespace {

using namespace lint;

struct Compared { std::string word; std::size_t at = 0; };

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

// The word behind == or != that follows `at`, quotes taken off.
Compared word_behind(const std::string& text, std::size_t at) {
    while (at < text.size() && (is_space(text[at]) || text[at] == '\'' || text[at] == '"')) ++at;  // '{{workflow.status}}' == …
    if (text.compare(at, 2, "==") != 0 && text.compare(at, 2, "!=") != 0) return {};
    at += 2;
    while (at < text.size() && (is_space(text[at]) || text[at] == '\'' || text[at] == '"')) ++at;
    const std::size_t from = at;
    while (at < text.size() && std::isalpha(static_cast<unsigned char>(text[at]))) ++at;
    return {text.substr(from, at - from), from};
}

std::vector<Compared> compared_with_status(const std::string& text) {
    std::vector<Compared> out;
    for (const std::string_view subject : {"{{workflow.status}}", "{{flow.status}}", "workflow.status"}) {
        for (std::size_t at = text.find(subject); at != std::string::npos; at = text.find(subject, at + 1)) {
            const bool inside_tag = subject.front() != '{' && at >= 2 && text.compare(at - 2, 2, "{{") == 0;
            if (inside_tag) continue;
            if (Compared found = word_behind(text, at + subject.size()); !found.word.empty()) out.push_back(std::move(found));
        }
    }
    return out;
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return text;
}

std::string meant(const std::string& word) {
    const std::string given = lower(word);
    for (const char* good : {"Succeeded", "Failed", "Error"})
        if (lower(good) == given) return good;
    if (given == "success" || given == "successful" || given == "completed" || given == "complete" || given == "ok" || given == "succeed" || given == "done") return "Succeeded";
    if (given == "failure" || given == "fail") return "Failed";
    return given == "errored" ? "Error" : "";
}

void report_one(const Context& context, const Context::Item& item, const std::string& field, const std::string& text, const Compared& found, bool expression, Report& report) {
    static const std::vector<std::string> ended{"Succeeded", "Failed", "Error"}, any{"Succeeded", "Failed", "Error", "Running", "Pending"};
    const std::vector<std::string>& allowed = expression ? any : ended;  // a named hook may watch a run that has not ended
    if (std::find(allowed.begin(), allowed.end(), found.word) != allowed.end()) return;
    if (!detail::is_argo_file(context) && found.word == "Cancelled") return;  // ours knows that word
    Finding finding = finding_of("exit/bad-status", Severity::error, &item, field,
                                 Message{WEFT_TR("core", "%1 is no status that a workflow can have: use Succeeded, Failed or Error"), {quoted(found.word)}},
                                 WEFT_TR("core", "the comparison never holds (with != it always holds), so the handler does not do what it says"));
    finding.target = detail::target_name(context);
    finding.subject = found.word;
    if (const std::string better = meant(found.word); !better.empty()) {
        std::string mended = text;
        mended.replace(found.at, found.word.size(), better);
        finding.fixes.push_back({Message{WEFT_TR("core", "Compare with %1"), {better}}, [id = item.task->id, mended, expression, text](const Flow& flow) -> Result<Flow> {
                                     if (!expression) return replace_task(flow, id, [&](Task& task) { task.when = mended; });
                                     Flow out = flow;
                                     for (Handler& handler : out.main.handlers)
                                         if (handler.task->id == id) handler.expression = mended;
                                     return out;
                                 }});
    }
    report.add(std::move(finding));
}

void check(const Context& context, Report& report) {
    if (!context.has_target("argo")) return;
    for (const Context::Item& item : context.items) {
        for (const Compared& found : compared_with_status(item.task->when)) report_one(context, item, item.path + ".when", item.task->when, found, false, report);
        if (!item.handler) continue;
        const std::string& expression = item.handler->expression;
        for (const Compared& found : compared_with_status(expression)) report_one(context, item, item.path + ".expression", expression, found, true, report);
    }
}

}  // namespace

extern const Rule exit_bad_status{"exit/bad-status", Severity::error, WEFT_TR("core", "a comparison with a status that does not exist"), "Argo PR #11416; v4.1 has Succeeded, Failed, Error", check};

}  // namespace weft::argo::rules_
