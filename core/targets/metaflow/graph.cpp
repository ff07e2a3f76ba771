#include "core/targets/metaflow/graph.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/targets/metaflow/graph_nest.h"

namespace weft::metaflow {
namespace {

// --- conditions -------------------------------------------------------------------------------------------------------------------
std::string quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    return out + "'";
}

std::string case_text(const Graph& g, Index from, Index to) {
    std::string out;
    for (const auto& [key, name] : g.steps[from].cases) {
        if (name != g.steps[to].name) continue;
        out += (out.empty() ? "" : " || ") + std::string("{{tasks.") + g.steps[from].name + ".outputs." + g.steps[from].condition + "}} == " + quoted(key);
    }
    return out;
}

std::string both(const std::string& a, const std::string& b) {
    if (a.empty() || b.empty()) return a.empty() ? b : a;
    const auto closed = [](const std::string& text) { return text.find(" || ") == std::string::npos ? text : "(" + text + ")"; };
    return closed(a) + " && " + closed(b);
}

// A step runs when one of the ways to it was taken; where every way from the last common step leads, nothing is asked.
class Guards {
  public:
    explicit Guards(const Graph& graph) : g(graph), guard(g.steps.size()), dominator(g.steps.size(), none), rank(g.steps.size(), 0), post(g.steps.size(), none) {
        for (Index i = 0; i < g.order.size(); ++i) rank[g.order[i]] = i;
        for (const Index i : g.order)
            for (const Index from : g.before[i]) dominator[i] = dominator[i] == none && from == g.before[i].front() ? from : common(dominator, dominator[i], from, false);
        for (auto at = g.order.rbegin(); at != g.order.rend(); ++at)
            for (const Index to : g.next[*at]) post[*at] = post[*at] == none && to == g.next[*at].front() ? to : common(post, post[*at], to, true);
        for (const Index i : g.order) guard[i] = guard_of(i);
    }
    const std::string& of(Index i) const { return guard[i]; }

  private:
    Index common(const std::vector<Index>& up, Index a, Index b, bool later) const {
        while (a != b && a != none && b != none) {
            const bool move_a = later ? rank[a] < rank[b] : rank[a] > rank[b];
            if (move_a) a = up[a];
            else b = up[b];
        }
        return a == b ? a : none;
    }
    bool always_after(Index i, Index from) const {
        for (Index at = from; at != none; at = post[at])
            if (at == i) return true;
        return false;
    }
    // Behind a loop the question is whether the loop ran, not what happened to an item in it.
    std::string guard_from(Index from, Index i) const {
        while (g.around[from] != g.around[i] && g.around[from] != none) from = g.around[from];
        return g.around[from] == g.around[i] ? guard[from] : std::string();
    }
    std::string guard_of(Index i) const {
        if (g.before[i].empty()) return {};
        const Index above = dominator[i];
        if (above != none && always_after(i, above)) return guard_from(above, i);
        std::vector<std::string> ways;
        for (const Index from : g.before[i]) {
            if (g.around[from] != g.around[i] && !g.steps[i].join) return {};   // the first step of a loop: its group is asked
            std::string way = both(guard_from(from, i), g.steps[from].cases.empty() ? std::string() : case_text(g, from, i));
            if (way.empty()) return {};
            if (std::find(ways.begin(), ways.end(), way) == ways.end()) ways.push_back(std::move(way));
        }
        std::string out;
        for (const std::string& way : ways) out += (out.empty() ? "" : " || ") + (ways.size() > 1 && way.find(" && ") != std::string::npos ? "(" + way + ")" : way);
        return out;
    }
    const Graph& g;
    std::vector<std::string> guard;
    std::vector<Index> dominator, rank, post;
};

// --- bodies -----------------------------------------------------------------------------------------------------------------------
struct Drawer {
    Graph& g;
    const Guards& guards;
    const std::vector<std::pair<std::string, std::string>>& parameters;
    std::map<Index, std::string> loop_names;      // foreach step -> its looped task or group
    std::set<std::string> taken;

    std::vector<Index> inside(Index loop) const {
        std::vector<Index> out;
        for (Index i = 0; i < g.steps.size(); ++i)
            if (g.around[i] == loop) out.push_back(i);
        return out;
    }

    std::string reference(Index from, const std::string& attribute) {
        for (const auto& [name, parameter] : parameters)
            if (name == attribute) return "{{params." + parameter + "}}";
        g.out.read.emplace_back(from, attribute);
        return "{{tasks." + g.steps[from].name + ".outputs." + attribute + "}}";
    }

    Loop loop_of(Index from) {
        Loop loop;
        const GraphStep& step = g.steps[from];
        if (step.foreach) {
            loop.over = Loop::Over::param;
            loop.param = reference(from, *step.foreach);
        } else {
            loop.over = Loop::Over::sequence;
            loop.count = step.parallel ? *step.parallel : Scalar{reference(from, step.parallel_name), false};
        }
        return loop;
    }

    std::string unique(std::string name) {
        for (int n = 2; taken.count(name); ++n) name += "-" + std::to_string(n);
        taken.insert(name);
        return name;
    }

    // Names first: a join may stand before its loop in the file.
    void name_loops() {
        for (const GraphStep& step : g.steps) taken.insert(step.name);
        for (Index i = 0; i < g.steps.size(); ++i) {
            if (!loops(g, i) || g.next[i].empty()) continue;
            const std::vector<Index> members = inside(i);
            const std::string& head = g.steps[g.next[i].front()].name;
            const bool single = members.size() == 1 && !loops(g, members.front());
            loop_names[i] = single ? head : unique(head + (g.steps[i].foreach ? "-foreach-" + *g.steps[i].foreach : "-parallel"));
        }
    }

    std::vector<std::string> needs(Index i) const {
        std::vector<std::string> out;
        for (const Index from : g.before[i]) {
            std::string name;
            if (g.around[from] == g.around[i]) name = g.steps[from].name;
            else if (g.around[from] != none && enclosing(g.around[i], g.around[from])) name = loop_in(g.around[i], g.around[from]);
            if (!name.empty() && std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
        }
        return out;
    }
    bool enclosing(Index outer, Index loop) const {
        for (Index at = loop; at != none; at = g.around[at])
            if (g.around[at] == outer) return true;
        return false;
    }
    std::string loop_in(Index outer, Index loop) const {
        while (g.around[loop] != outer && g.around[loop] != none) loop = g.around[loop];
        const auto found = loop_names.find(loop);
        return found == loop_names.end() ? std::string() : found->second;
    }

    std::vector<DrawnStep> body(Index loop) {
        std::vector<DrawnStep> out;
        for (const Index i : inside(loop)) {
            const auto own = loop == none ? loop_names.end() : loop_names.find(loop);
            const bool is_the_loop = own != loop_names.end() && own->second == g.steps[i].name;
            if (!is_the_loop) out.push_back({i, false, g.steps[i].name, needs(i), guards.of(i), std::nullopt, none, {}, g.recursive[i]});
            if (loops(g, i) && loop_names.count(i)) out.push_back(looped(i));
        }
        return out;
    }

    DrawnStep looped(Index from) {
        const Index head = g.next[from].front();
        DrawnStep made{head, false, loop_names[from], {g.steps[from].name}, guards.of(from), loop_of(from), from, {}, false};
        if (made.name == g.steps[head].name) {
            made.recursive = g.recursive[head];
            return made;
        }
        made.group = true;
        made.inner = body(from);
        return made;
    }
};

}  // namespace

DrawnGraph draw_graph(const std::vector<GraphStep>& steps, const std::vector<std::pair<std::string, std::string>>& parameters, bool whole) {
    DrawnGraph out;
    Graph g{steps, {}, {}, {}, {}, {}, {}, {}, out};
    link(g);
    if (whole) check_ends(g);
    const Guards guards(g);
    Drawer drawer{g, guards, parameters, {}, {}};
    drawer.name_loops();
    for (Index i = 0; i < steps.size(); ++i)
        if (!steps[i].cases.empty() && !steps[i].condition.empty()) out.read.emplace_back(i, steps[i].condition);
    out.body = drawer.body(none);
    return out;
}

}  // namespace weft::metaflow
