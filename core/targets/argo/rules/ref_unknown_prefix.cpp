#include <algorithm>

#include "core/lint/support.h"
#include "core/model/graph.h"
#include "core/targets/argo/fields.h"
#include "core/targets/argo/rules/rules.h"

namespace weft::argo::rules_ {
namespace {

using namespace lint;

// Only what is near a known word is a mistake: scripts hold tags of other tools ("docker inspect --format '{{.State}}'").
std::string meant(const std::string& tag, bool argo_file) {
    std::string inner = tag.substr(2);
    const std::size_t from = inner.find_first_not_of(' ');
    if (from == std::string::npos) return {};
    inner = inner.substr(from);
    const std::size_t end = inner.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (end == std::string::npos || (inner[end] != '.' && inner[end] != '[')) return {};  // a word alone is too little to judge by
    const std::string word = inner.substr(0, end);
    static const std::vector<std::string_view> argo{"inputs", "outputs", "tasks", "steps", "workflow", "pod", "node", "lastRetry", "item"};
    if (std::find(argo.begin(), argo.end(), word) != argo.end() || word.size() < 3) return {};
    if (argo_file && word == "params") return "inputs.parameters";
    if (argo_file && word == "flow") return "workflow";
    if (word == "params" || word == "flow") return {};
    return nearest_word(word, argo);
}

struct Search {
    const Context& context;
    Report& report;

    void text(const Context::Item& item, const std::string& field, std::string_view text) {
        if (text.find("{{") == std::string_view::npos) return;
        for (const Reference& tag : references_in(text)) reference(item, field, tag);
    }
    void value(const Context::Item& item, const std::string& field, const Value& value) {
        if (value.source == Source::text || value.source == Source::literal) text(item, field, value.text);
    }
    void reference(const Context::Item& item, const std::string& field, const Reference& tag) {
        if (!tag.simple || tag.tag.size() < 5) return;
        const std::string better = meant(tag.tag, detail::is_argo_file(context));
        if (better.empty()) return;
        Finding finding = finding_of("ref/unknown-prefix", Severity::warning, &item, field,
                                     Message{WEFT_TR("core", "%1 begins with a word that Argo does not know; did you mean %2?"), {quoted(tag.tag), quoted(better)}},
                                     WEFT_TR("core", "Argo leaves such a tag as it stands, without an error: the task sees the braces"));
        finding.target = detail::target_name(context);
        finding.subject = tag.tag;
        report.add(std::move(finding));
    }
    void environment(const Context::Item& item, const std::string& path, const Environment& environment) {
        for (const Binding& variable : environment.env) value(item, join_path(path + ".env", variable.name) + ".value", variable.value);
        if (environment.image) text(item, path + ".image", *environment.image);
    }
    void use(const Context::Item& item) {
        const Task& task = *item.task;
        for (const Binding& param : task.params) value(item, join_path(item.path + ".params", param.name) + ".value", param.value);
        for (const InputFile& file : task.files)
            if (file.from) value(item, join_path(item.path + ".files", file.name), *file.from);
        text(item, item.path + ".when", task.when);
        if (task.loop) {
            text(item, item.path + ".loop", task.loop->param);
            for (const std::string& one : task.loop->items) text(item, item.path + ".loop", one);
        }
        environment(item, item.path, task.environment);
    }
    void definition(const Context::Item& item) {
        const std::string& path = item.definition_path;
        for (const Scalar& word : item.definition->command) text(item, path + ".command", word.text);
        for (const Scalar& word : item.definition->args) text(item, path + ".args", word.text);
        text(item, path + ".script", item.definition->source);
        environment(item, path, item.definition->environment);
        for (const Output& output : item.definition->outputs) value(item, join_path(path + ".outputs", output.name), output.expression);
    }
};

void check(const Context& context, Report& report) {
    if (!context.has_target("argo")) return;
    Search search{context, report};
    for (const Context::Item& item : context.items) {
        search.use(item);
        if (item.definition && item.first_use) search.definition(item);
    }
}

}  // namespace

extern const Rule ref_unknown_prefix{"ref/unknown-prefix", Severity::warning, WEFT_TR("core", "a tag that Argo leaves as it stands"), "Argo v4.1 checkValidWorkflowVariablePrefix, common.go 303",
                                     check};

}  // namespace weft::argo::rules_
