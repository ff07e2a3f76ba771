#include "core/targets/kfp/rules/rules.h"

#include "core/lint/support.h"
#include "core/targets/kfp/reading.h"

namespace weft::kfp {

std::vector<const lint::Rule*> rules() { return {&exit_final_status_misuse}; }

std::vector<NamedDag> dags_of(const lint::Context& context) {
    std::vector<NamedDag> out;
    if (context.flow.format != "kfp" || !context.flow.origin || context.flow.origin->items.empty()) return out;
    const Place root{context.flow.origin->items.front(), {}, 0};
    if (const Place dag = root.down("root/dag")) out.push_back({{}, dag});
    for (const Place::Named& one : root.at("components").entries())
        if (const Place dag = one.value.at("dag")) out.push_back({one.name, dag});
    return out;
}

bool waits_for_any_end(const Place& task) { return task.at("triggerPolicy").text_at("strategy") == completed; }

lint::Finding finding_at(const char* rule, const Place& at, const std::string& task, Message what, Message why) {
    lint::Finding finding = lint::finding_of(rule, lint::Severity::error, nullptr, {}, std::move(what), std::move(why));
    finding.task_name = task;
    finding.target = "kfp";
    finding.span = at.node->span;
    finding.where.line = at.node->line;
    finding.where.column = at.node->column;
    return finding;
}

}  // namespace weft::kfp
