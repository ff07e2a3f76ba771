#include "core/targets/metaflow/graph_nest.h"

#include <algorithm>

namespace weft::metaflow {
namespace {

void connect(Graph& g) {
    const Index count = g.steps.size();
    for (Index i = 0; i < count; ++i) g.index.emplace(g.steps[i].name, i);
    g.next.resize(count);
    g.before.resize(count);
    g.recursive.assign(count, false);
    for (Index i = 0; i < count; ++i)
        for (const std::string& name : g.steps[i].next) {
            const auto found = g.index.find(name);
            if (found == g.index.end()) {
                g.out.issues.push_back({i, name, {WEFT_TR("core", "step %1 leads to \"%2\", which is no step of this flow"), {g.steps[i].name, name}}});
            } else if (found->second == i) {
                g.recursive[i] = true;
                if (g.steps[i].cases.empty()) g.out.issues.push_back({i, name, {WEFT_TR("core", "step %1 leads to itself: only a switch may"), {name}}});
            } else if (std::find(g.next[i].begin(), g.next[i].end(), found->second) == g.next[i].end()) {
                g.next[i].push_back(found->second);
                g.before[found->second].push_back(i);
            }
        }
}

void sort(Graph& g) {
    std::vector<std::size_t> waiting(g.steps.size());
    for (Index i = 0; i < g.steps.size(); ++i) waiting[i] = g.before[i].size();
    for (Index i = 0; i < g.steps.size(); ++i)
        if (waiting[i] == 0) g.order.push_back(i);
    for (Index at = 0; at < g.order.size(); ++at)
        for (const Index to : g.next[g.order[at]])
            if (--waiting[to] == 0) g.order.push_back(to);
    if (g.order.size() == g.steps.size()) return;
    for (Index i = 0; i < g.steps.size(); ++i)
        if (waiting[i] > 0) {
            g.out.issues.push_back({i, {}, {WEFT_TR("core", "step %1 waits for itself: the graph has a cycle"), {g.steps[i].name}}});
            break;
        }
}

bool opens(const Graph& g, Index i) { return loops(g, i) || (g.steps[i].cases.empty() && !g.steps[i].chooses && g.next[i].size() > 1); }

// What leads into step `to` by the edge from `from`.
std::vector<Open> open_after(const Graph& g, Index from, Index to) {
    std::vector<Open> open = g.open[from];
    if (opens(g, from)) open.push_back({from, to});
    return open;
}

std::string listed(const Graph& g, const std::vector<Index>& steps) {
    std::string out;
    for (const Index step : steps) out += (out.empty() ? "" : ", ") + g.steps[step].name;
    return out;
}

void issue(Graph& g, Index step, Index to, Message what) { g.out.issues.push_back({step, to == none ? std::string() : g.steps[to].name, std::move(what)}); }

// All ways into a join come from the branches of one split, and every branch of it comes.
std::vector<Open> close(Graph& g, Index join) {
    const std::string& name = g.steps[join].name;
    std::vector<Open> outer;
    std::optional<Open> top;
    std::vector<Index> came;
    for (const Index from : g.before[join]) {
        std::vector<Open> open = open_after(g, from, join);
        if (open.empty()) {
            issue(g, from, join, {WEFT_TR("core", "step %1 joins, but nothing was split before it"), {name}});
            return {};
        }
        const Open last = open.back();
        open.pop_back();
        if (!top) {
            top = last;
            outer = open;
        } else if (last.split != top->split || open != outer) {
            // the deeper one is at fault: its own split is still open
            const bool first = g.open[g.before[join].front()].size() > g.open[from].size();
            const Index at = first ? g.before[join].front() : from;
            const Index still = first ? top->split : last.split, other = first ? last.split : top->split;
            issue(g, at, join,
                  {WEFT_TR("core", "the edge from %1 to %2 crosses: it leaves a branch of %3, and %2 also joins a branch of %4. Metaflow takes only splits and joins that are nested"),
                   {g.steps[at].name, name, g.steps[still].name, g.steps[other].name}});
            while (outer.size() > open.size() || !std::equal(outer.begin(), outer.end(), open.begin())) outer.pop_back();
            return outer;
        }
        came.push_back(last.branch);
    }
    if (!top) return outer;
    std::vector<Index> missing;
    for (const Index branch : g.next[top->split])
        if (std::find(came.begin(), came.end(), branch) == came.end()) missing.push_back(branch);
    if (std::find(came.begin(), came.end(), join) != came.end()) {
        const char* what = loops(g, top->split) ? WEFT_TR("core", "the edge from %1 to %2 leads straight from a foreach into its join: a step must stand between")
                                                : WEFT_TR("core", "the edge from %1 to %2 leads straight from a split into its join: a step must stand between");
        issue(g, top->split, join, {what, {g.steps[top->split].name, name}});
    } else if (!missing.empty()) {
        issue(g, join, none, {WEFT_TR("core", "step %1 joins only a part of the branches of %2: %3 does not come in"), {name, g.steps[top->split].name, listed(g, missing)}});
    }
    return outer;
}

// A step that is no join goes on in the branch that leads to it; after a switch several ways of one branch may meet.
std::vector<Open> go_on(Graph& g, Index step) {
    std::vector<Open> out;
    for (const Index from : g.before[step]) {
        std::vector<Open> open = open_after(g, from, step);
        if (from == g.before[step].front()) out = std::move(open);
        else if (open != out) {
            issue(g, from, step, {WEFT_TR("core", "the edge from %1 to %2 brings branches together, and %2 is no join: a join takes (self, inputs)"), {g.steps[from].name, g.steps[step].name}});
            while (out.size() > open.size() || !std::equal(out.begin(), out.end(), open.begin())) out.pop_back();
            break;
        }
    }
    return out;
}

// Metaflow's own rule: every split opens, the next join closes the innermost one.
void nest(Graph& g) {
    g.open.resize(g.steps.size());
    g.around.assign(g.steps.size(), none);
    for (const Index i : g.order) {
        g.open[i] = g.steps[i].join ? close(g, i) : go_on(g, i);
        for (const Open& one : g.open[i])
            if (loops(g, one.split)) g.around[i] = one.split;
    }
}

// What a step may not be all by itself.
void check_steps(Graph& g) {
    for (Index i = 0; i < g.steps.size(); ++i) {
        const GraphStep& step = g.steps[i];
        if (step.join && opens(g, i))
            issue(g, i, none, {WEFT_TR("core", "step %1 joins and splits: Metaflow wants a step between for the split"), {step.name}});
        if (step.cases.empty()) continue;
        if (step.condition.empty()) issue(g, i, none, {WEFT_TR("core", "step %1 is a switch without condition=\"…\""), {step.name}});
        if (g.next[i].size() + g.recursive[i] < 2) issue(g, i, none, {WEFT_TR("core", "step %1 is a switch with one way only: it needs two"), {step.name}});
        for (const Index to : g.next[i])
            if (g.steps[to].join) issue(g, i, to, {WEFT_TR("core", "the edge from %1 to %2 leads from a switch straight into a join: put a step between"), {step.name, g.steps[to].name}});
    }
}

}  // namespace

bool loops(const Graph& g, Index i) { return g.steps[i].foreach || g.steps[i].parallel || !g.steps[i].parallel_name.empty(); }

void link(Graph& g) {
    connect(g);
    sort(g);
    nest(g);
    check_steps(g);
}

// A flow has one start and one end: named so, or marked by @step(start=True) and @step(end=True), or its only step.
void check_ends(Graph& g) {
    if (g.steps.empty() || g.order.size() != g.steps.size()) return;
    const auto find = [&](bool GraphStep::*marked, const char* name) {
        for (Index i = 0; i < g.steps.size(); ++i)
            if (g.steps[i].*marked) return i;
        const auto found = g.index.find(name);
        return found != g.index.end() ? found->second : g.steps.size() == 1 ? Index(0) : none;
    };
    const Index start = find(&GraphStep::first, "start"), end = find(&GraphStep::last, "end");
    if (start == none) issue(g, 0, none, {WEFT_TR("core", "the flow has no step called start, and none is marked @step(start=True)")});
    if (end == none) issue(g, g.steps.size() - 1, none, {WEFT_TR("core", "the flow has no step called end, and none is marked @step(end=True)")});
    if (start == none || end == none) return;
    for (Index i = 0; i < g.steps.size(); ++i)
        if (i != start && g.before[i].empty()) issue(g, i, none, {WEFT_TR("core", "step %1 is never reached: no step leads to it"), {g.steps[i].name}});
    for (const Index from : g.before[start]) issue(g, from, start, {WEFT_TR("core", "step %1 leads to %2, where the flow starts"), {g.steps[from].name, g.steps[start].name}});
    for (const Index to : g.next[end]) issue(g, end, to, {WEFT_TR("core", "step %1 ends the flow and leads on to %2"), {g.steps[end].name, g.steps[to].name}});
    if (g.steps[end].join) issue(g, end, none, {WEFT_TR("core", "step %1 ends the flow and joins: Metaflow wants a join before it"), {g.steps[end].name}});
    for (Index i = 0; i < g.steps.size(); ++i)
        if (i != end && g.next[i].empty() && !g.recursive[i] && g.steps[i].next.empty()) issue(g, i, none, {WEFT_TR("core", "step %1 does not end with self.next(...)"), {g.steps[i].name}});
    if (!g.open[end].empty())
        issue(g, end, none, {WEFT_TR("core", "step %1 is reached before the branches of %2 are joined"), {g.steps[end].name, g.steps[g.open[end].back().split].name}});
}

}  // namespace weft::metaflow
