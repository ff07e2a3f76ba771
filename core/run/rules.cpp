#include "core/run/rules.h"

#include <algorithm>
#include <unordered_set>

namespace weft::run {

namespace {

constexpr Results failure_bits = on_failed | on_errored;

bool satisfied(Results wanted, const Fact& fact) {
    if (fact.bits & wanted) return true;
    return wanted == results_default && fact.tolerated && (fact.bits & failure_bits);
}

// The expression decides once everything it names has ended.
Decision decide_by_expression(const BodyGraph& graph, const Task& task, const std::function<Fact(const std::string&)>& fact) {
    const auto terms = depends_terms(task.depends);
    if (!terms) return {Decision::broken, {}, terms.error().message};
    std::vector<std::pair<std::string, Results>> facts;
    std::string because;
    for (const DependsTerm& term : *terms) {
        const bool known = graph.index.contains(term.task);
        const Fact found = known ? fact(term.task) : Fact{on_omitted};
        if (found.bits == 0) return {Decision::wait};
        const bool bare = std::all_of(terms->begin(), terms->end(), [&](const DependsTerm& t) { return t.task != term.task || t.results == results_default; });
        const bool forgiven = bare && found.tolerated && (found.bits & failure_bits);
        facts.emplace_back(term.task, forgiven ? found.bits | on_succeeded : found.bits);
        if (because.empty() && known && !satisfied(term.results, found)) because = term.task;
    }
    const auto holds = evaluate_depends(task.depends, facts);
    if (!holds) return {Decision::broken, {}, holds.error().message};
    if (*holds) return {Decision::start};
    return {Decision::omit, because.empty() && !terms->empty() ? terms->front().task : because};
}

}  // namespace

Decision decide(const BodyGraph& graph, int index, const std::function<Fact(const std::string&)>& fact) {
    const Task& task = *graph.tasks[std::size_t(index)];
    std::unordered_set<std::string> named;
    bool waiting = false;
    if (!task.depends.empty()) {
        Decision decision = decide_by_expression(graph, task, fact);
        if (decision.kind == Decision::omit || decision.kind == Decision::broken) return decision;
        waiting = decision.kind == Decision::wait;
        if (const auto terms = depends_terms(task.depends))
            for (const DependsTerm& term : *terms) named.insert(term.task);
    } else {
        for (const Need& need : task.needs) {
            if (!graph.index.contains(need.task)) continue;      // an undefined name is a finding, not an edge
            named.insert(need.task);
            const Fact found = fact(need.task);
            if (found.bits == 0) waiting = true;
            else if (!satisfied(need.results, found)) return {Decision::omit, need.task};
        }
    }
    for (const int upstream : graph.upstream[std::size_t(index)]) {   // data edges
        const std::string& name = graph.tasks[std::size_t(upstream)]->name;
        if (named.contains(name)) continue;
        const Fact found = fact(name);
        if (found.bits == 0) waiting = true;
        else if (!satisfied(results_default, found)) return {Decision::omit, name};
    }
    return {waiting ? Decision::wait : Decision::start};
}

Results result_bits(Stage stage, const std::string& reason) {
    switch (stage) {
        case Stage::succeeded: return on_succeeded;
        case Stage::failed: case Stage::timed_out: case Stage::cancelled: return on_failed;
        case Stage::errored: return on_errored;
        case Stage::skipped: return reason == "upstream" || reason == "cancelled" ? on_omitted : on_skipped;
        default: return 0;
    }
}

bool is_tolerated(const Task& task, Stage stage) {
    if (stage == Stage::errored) return task.tolerated_error;
    return (stage == Stage::failed || stage == Stage::timed_out) && task.tolerated;
}

bool calls(Trigger trigger, Outcome scope) {
    switch (trigger) {
        case Trigger::always: return scope == Outcome::succeeded || scope == Outcome::failed || scope == Outcome::cancelled;
        case Trigger::on_success: return scope == Outcome::succeeded;
        case Trigger::on_failure: return scope == Outcome::failed || scope == Outcome::cancelled;
    }
    return false;
}

}  // namespace weft::run
