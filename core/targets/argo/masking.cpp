#include "core/targets/argo/masking.h"

#include <algorithm>
#include <unordered_map>

#include "core/model/graph.h"

namespace weft::argo {
namespace {

bool completed(Phase phase) { return phase == Phase::succeeded || phase == Phase::failed || phase == Phase::errored; }
bool bad(Phase phase) { return phase == Phase::failed || phase == Phase::errored; }
bool continues_on(const Task& task, Phase phase) { return (phase == Phase::failed && task.tolerated) || (phase == Phase::errored && task.tolerated_error); }

// The results that hold of a task in a phase. A loop counts as one: all of its items end alike.
Results bits_of(Phase phase, bool loop) {
    switch (phase) {
        case Phase::succeeded: return on_succeeded | (loop ? on_any_succeeded : 0u);
        case Phase::failed: return on_failed | (loop ? on_all_failed : 0u);
        case Phase::errored: return on_errored;
        case Phase::skipped: return on_skipped;
        case Phase::omitted: return on_omitted;
        case Phase::pending: return 0;
    }
    return 0;
}

struct Dag {
    const Body& body;
    BodyGraph graph;
    std::vector<bool> leaf, target, needed;

    explicit Dag(const Body& given, const std::string& targets) : body(given), graph(graph_of(Flow{}, given, GraphEdges::order)) {
        const std::size_t n = graph.tasks.size();
        leaf.resize(n);
        for (std::size_t i = 0; i < n; ++i) leaf[i] = graph.downstream[i].empty();
        target = leaf;
        if (!targets.empty()) {
            target.assign(n, false);
            for (std::size_t at = 0; at < targets.size();) {
                const std::size_t end = std::min(targets.find(' ', at), targets.size());
                if (const auto found = graph.index.find(targets.substr(at, end - at)); found != graph.index.end()) target[std::size_t(found->second)] = true;
                at = end + 1;
            }
        }
        needed = target;
        for (auto at = graph.order.rbegin(); at != graph.order.rend(); ++at)
            if (needed[std::size_t(*at)])
                for (const int up : graph.upstream[std::size_t(*at)]) needed[std::size_t(up)] = true;
    }

    // `depends` of a task, the bare names widened by continueOn as ancestry.go does it.
    bool may_run(const Task& task, const std::vector<Phase>& phases) const {
        const auto bits = [&](const std::string& name, bool bare) -> Results {
            const auto found = graph.index.find(name);
            if (found == graph.index.end()) return 0;
            const Task& up = *graph.tasks[std::size_t(found->second)];
            const Phase phase = phases[std::size_t(found->second)];
            Results out = bits_of(phase, up.loop.has_value());
            if (bare && continues_on(up, phase)) out |= on_succeeded;
            return out;
        };
        if (!task.depends.empty()) {
            std::vector<std::pair<std::string, Results>> facts;
            for (const Task* one : graph.tasks) facts.emplace_back(one->name, bits(one->name, false));
            const Result<bool> value = evaluate_depends(task.depends, facts);
            return !value || *value;
        }
        return std::all_of(task.needs.begin(), task.needs.end(), [&](const Need& need) { return (bits(need.task, need.results == results_default) & need.results) != 0; });
    }

    // The first tasks on every way down that ran all the same.
    void collect_absorbers(int from, const DagAssessment& seen, std::vector<const Task*>& out) const {
        std::vector<bool> visited(graph.tasks.size(), false);
        std::vector<int> open{from};
        while (!open.empty()) {
            const int at = open.back();
            open.pop_back();
            for (const int down : graph.downstream[std::size_t(at)]) {
                if (visited[std::size_t(down)]) continue;
                visited[std::size_t(down)] = true;
                if (completed(seen.tasks[std::size_t(down)])) out.push_back(graph.tasks[std::size_t(down)]);
                else open.push_back(down);
            }
        }
    }

    DagAssessment assess(const std::vector<Phase>& wanted) const {
        const std::size_t n = graph.tasks.size();
        DagAssessment out;
        out.tasks.assign(n, Phase::pending);
        // A branch's phase: what a task hands down; one that did not complete hands on what it got, on each path.
        std::vector<unsigned> branch(n, 0);
        const auto bit = [](Phase phase) { return 1u << unsigned(phase); };
        for (const int at : graph.order) {
            const auto i = std::size_t(at);
            if (!needed[i]) continue;
            out.tasks[i] = may_run(*graph.tasks[i], out.tasks) ? (i < wanted.size() ? wanted[i] : Phase::succeeded) : Phase::omitted;
            if (completed(out.tasks[i])) branch[i] = bit(out.tasks[i]);
            else if (graph.upstream[i].empty()) branch[i] = bit(Phase::succeeded);
            else for (const int up : graph.upstream[i]) branch[i] |= branch[std::size_t(up)];
        }
        for (std::size_t i = 0; i < n; ++i) {
            if (!target[i]) continue;
            const Phase phase = branch[i] & bit(Phase::errored) ? Phase::errored : branch[i] & bit(Phase::failed) ? Phase::failed : Phase::succeeded;
            if (!bad(phase) || continues_on(*graph.tasks[i], phase)) continue;
            if (out.dag == Phase::succeeded || phase == Phase::errored) out.dag = phase;
        }
        return out;
    }
};

bool recovered(const Dag& dag, std::size_t failing) {
    for (const int down : dag.graph.downstream[failing])
        for (const Need& need : dag.graph.tasks[std::size_t(down)]->needs)
            if (need.task == dag.graph.tasks[failing]->name && need.recovers) return true;
    return false;
}

// Only a task in whose wake something may run needs a look: all others fail their DAG.
bool may_be_masked(const Dag& dag, std::size_t i, bool omitted_matters, bool own_targets, bool any_tolerated) {
    const Task& task = *dag.graph.tasks[i];
    if (task.tolerated || recovered(dag, i)) return false;
    if (own_targets || omitted_matters) return true;
    if (dag.leaf[i]) return false;
    return any_tolerated || std::any_of(dag.graph.downstream[i].begin(), dag.graph.downstream[i].end(), [&](int down) {
        const Task& next = *dag.graph.tasks[std::size_t(down)];
        if (!next.depends.empty() || next.tolerated) return true;
        return std::any_of(next.needs.begin(), next.needs.end(), [&](const Need& need) { return need.task == task.name && (need.results & (on_failed | on_all_failed)); });
    });
}

}  // namespace

DagAssessment assess_dag(const Body& body, const std::vector<Phase>& wanted, const std::string& target) { return Dag(body, target).assess(wanted); }

std::vector<Masked> masked_failures(const Body& body, const std::string& target) {
    const Dag dag(body, target);
    std::vector<Masked> out;
    if (dag.graph.order.size() != dag.graph.tasks.size()) return out;  // a cycle: Argo refuses it anyway
    const bool omitted_matters = std::any_of(dag.graph.tasks.begin(), dag.graph.tasks.end(), [](const Task* task) {
        return !task->depends.empty() || std::any_of(task->needs.begin(), task->needs.end(), [](const Need& need) { return (need.results & on_omitted) != 0; });
    });
    const bool any_tolerated = std::any_of(dag.graph.tasks.begin(), dag.graph.tasks.end(), [](const Task* task) { return task->tolerated; });
    std::vector<Phase> wanted(dag.graph.tasks.size(), Phase::succeeded);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!dag.needed[i] || !may_be_masked(dag, i, omitted_matters, !target.empty(), any_tolerated)) continue;
        wanted[i] = Phase::failed;
        const DagAssessment seen = dag.assess(wanted);
        wanted[i] = Phase::succeeded;
        if (seen.tasks[i] != Phase::failed || seen.dag != Phase::succeeded) continue;
        Masked masked{dag.graph.tasks[i], {}};
        dag.collect_absorbers(int(i), seen, masked.absorbers);
        out.push_back(std::move(masked));
    }
    return out;
}

std::string honest_target(const Body& body, const std::set<std::string, std::less<>>& forgiven) {
    std::vector<Masked> masked = masked_failures(body);
    std::erase_if(masked, [&](const Masked& m) { return forgiven.count(m.failing->name) > 0; });
    if (masked.empty()) return {};
    const Dag dag(body, {});
    std::string out;
    for (std::size_t i = 0; i < dag.graph.tasks.size(); ++i) {
        const bool listed = dag.leaf[i] || std::any_of(masked.begin(), masked.end(), [&](const Masked& m) { return m.failing == dag.graph.tasks[i]; });
        if (listed) out += (out.empty() ? "" : " ") + dag.graph.tasks[i]->name;
    }
    return out;
}

}  // namespace weft::argo
