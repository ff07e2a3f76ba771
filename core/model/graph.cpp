#include "core/model/graph.h"

#include <algorithm>
#include <cctype>
#include <functional>

#include <queue>
#include <unordered_set>

namespace weft {
namespace {

void add_edge(BodyGraph& graph, std::string_view from, int to) {
    const auto found = graph.index.find(std::string(from));
    if (found == graph.index.end()) return;
    std::vector<int>& up = graph.upstream[std::size_t(to)];
    if (std::find(up.begin(), up.end(), found->second) == up.end()) up.push_back(found->second);
}

bool reads_task(const Reference& reference) {
    return !reference.task.empty() && (reference.kind == Reference::Kind::output || reference.kind == Reference::Kind::status);
}

// Kahn, always the smallest index that is ready: the order is the file's wherever the edges allow it.
void sort_topologically(BodyGraph& graph) {
    std::vector<std::size_t> waiting(graph.tasks.size());
    std::priority_queue<int, std::vector<int>, std::greater<>> ready;
    for (std::size_t i = 0; i < graph.tasks.size(); ++i) {
        waiting[i] = graph.upstream[i].size();
        if (waiting[i] == 0) ready.push(int(i));
    }
    while (!ready.empty()) {
        const int at = ready.top();
        ready.pop();
        graph.order.push_back(at);
        for (const int next : graph.downstream[std::size_t(at)]) {
            if (--waiting[std::size_t(next)] == 0) ready.push(next);
        }
    }
}

// Shortest way from `start` back to itself along downstream edges; empty if there is none.
std::vector<int> way_round(const BodyGraph& graph, int start) {
    std::vector<int> came_from(graph.tasks.size(), -1);
    std::queue<int> open;
    open.push(start);
    while (!open.empty()) {
        const int at = open.front();
        open.pop();
        for (const int next : graph.downstream[std::size_t(at)]) {
            if (next == start) {
                std::vector<int> way;
                for (int back = at; back != start; back = came_from[std::size_t(back)]) way.push_back(back);
                way.push_back(start);
                std::reverse(way.begin(), way.end());
                return way;
            }
            if (came_from[std::size_t(next)] >= 0) continue;
            came_from[std::size_t(next)] = at;
            open.push(next);
        }
    }
    return {};
}

// Members of strongly connected components with an edge inside, by Tarjan without recursion.
std::vector<bool> on_a_cycle(const BodyGraph& graph) {
    const std::size_t n = graph.tasks.size();
    std::vector<bool> result(n, false), on_stack(n, false);
    std::vector<int> number(n, -1), low(n, 0), stack;
    std::vector<std::pair<int, std::size_t>> calls;
    int counter = 0;
    for (std::size_t root = 0; root < n; ++root) {
        if (number[root] >= 0) continue;
        calls.emplace_back(int(root), 0);
        while (!calls.empty()) {
            auto& [at, edge] = calls.back();
            const auto here = std::size_t(at);
            if (edge == 0) {
                number[here] = low[here] = counter++;
                stack.push_back(at);
                on_stack[here] = true;
            }
            if (edge < graph.downstream[here].size()) {
                const int next = graph.downstream[here][edge++];
                if (next == int(here)) result[here] = true;
                if (number[std::size_t(next)] < 0) calls.emplace_back(next, 0);
                else if (on_stack[std::size_t(next)]) low[here] = std::min(low[here], number[std::size_t(next)]);
                continue;
            }
            if (low[here] == number[here]) {
                const bool alone = stack.back() == int(here);
                for (int member = -1; member != int(here);) {
                    member = stack.back();
                    stack.pop_back();
                    on_stack[std::size_t(member)] = false;
                    if (!alone) result[std::size_t(member)] = true;
                }
            }
            calls.pop_back();
            if (!calls.empty()) {
                const auto parent = std::size_t(calls.back().first);
                low[parent] = std::min(low[parent], low[here]);
            }
        }
    }
    return result;
}

void find_cycle(BodyGraph& graph) {
    if (graph.order.size() == graph.tasks.size()) return;
    const std::vector<bool> member = on_a_cycle(graph);
    const auto first = std::find(member.begin(), member.end(), true);
    if (first != member.end()) graph.cycle = way_round(graph, int(first - member.begin()));
}

// --- edges for drawing ---
std::string results_label(Results results) {
    if (results == results_default || results == on_succeeded) return {};
    if ((results & results_completed) == results_completed) return "completed";
    std::string out;
    for (std::string name : result_names(results)) {
        if (name == "Daemoned") continue;
        std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return char(std::tolower(c)); });
        if (name == "anysucceeded") name = "any succeeded";
        if (name == "allfailed") name = "all failed";
        out += (out.empty() ? "" : ", ") + name;
    }
    return out;
}

struct EdgeList {
    std::unordered_map<std::string_view, TaskId> ids;
    std::vector<Edge> edges;

    void order(std::string_view from, TaskId to, Results results) {
        const auto found = ids.find(from);
        if (found == ids.end()) return;
        for (auto edge = edges.rbegin(); edge != edges.rend() && edge->to == to; ++edge) {  // edges of one task stand together
            if (edge->kind != EdgeKind::order || edge->from != found->second) continue;
            edge->results |= results;
            edge->label = results_label(edge->results);
            return;
        }
        edges.push_back({found->second, to, EdgeKind::order, results, results_label(results)});
    }
    void data(const FieldReference& reference, TaskId to) {
        const auto found = ids.find(reference.reference.task);
        if (found == ids.end()) return;
        const std::string label = reference.reference.name + " → " + target(reference.field);
        for (auto edge = edges.rbegin(); edge != edges.rend() && edge->to == to; ++edge) {
            if (edge->kind != EdgeKind::data || edge->from != found->second) continue;
            if (("\n" + edge->label + "\n").find("\n" + label + "\n") == std::string::npos) edge->label += "\n" + label;
            return;
        }
        edges.push_back({found->second, to, EdgeKind::data, results_default, label});
    }
    // "params.X.value" -> "X"
    static std::string target(std::string_view field) {
        if (field.ends_with(".value")) field.remove_suffix(6);
        for (const std::string_view prefix : {"params.", "env.", "files."}) {
            if (field.starts_with(prefix)) field.remove_prefix(prefix.size());
        }
        return std::string(field);
    }
    void task(const Flow& flow, const Task& task, bool handler) {
        if (!handler) {
            for (const Need& need : task.needs) order(need.task, task.id, need.results);
            if (!task.depends.empty() && task.needs.empty()) {
                if (const Result<std::vector<DependsTerm>> terms = depends_terms(task.depends)) {
                    for (const DependsTerm& term : *terms) order(term.task, task.id, term.results);
                }
            }
        }
        for (const FieldReference& reference : references_of(flow, task)) {
            if (reads_task(reference.reference)) data(reference, task.id);
        }
    }
};

}  // namespace

BodyGraph graph_of(const Flow&, const Body& body, GraphEdges edges) {
    BodyGraph graph;
    graph.tasks.reserve(body.tasks.size());
    graph.index.reserve(body.tasks.size());
    for (const TaskPtr& task : body.tasks) {
        static const Task missing;
        graph.index.emplace(task ? task->name : std::string(), int(graph.tasks.size()));
        graph.tasks.push_back(task ? task.get() : &missing);
    }
    graph.upstream.resize(graph.tasks.size());
    graph.downstream.resize(graph.tasks.size());
    for (std::size_t i = 0; i < graph.tasks.size(); ++i) {
        const Task& task = *graph.tasks[i];
        for (const Need& need : task.needs) add_edge(graph, need.task, int(i));
        if (!task.depends.empty()) {
            if (const Result<std::vector<DependsTerm>> terms = depends_terms(task.depends)) {
                for (const DependsTerm& term : *terms) add_edge(graph, term.task, int(i));
            }
        }
        if (edges == GraphEdges::order) continue;
        for_each_read(task, [&](std::string_view from) { add_edge(graph, from, int(i)); });
    }
    for (std::size_t i = 0; i < graph.tasks.size(); ++i) {
        for (const int up : graph.upstream[i]) graph.downstream[std::size_t(up)].push_back(int(i));
    }
    sort_topologically(graph);
    find_cycle(graph);
    return graph;
}

bool BodyGraph::is_upstream(int ancestor, int task) const {
    const auto known = [&](int at) { return at >= 0 && std::size_t(at) < tasks.size(); };
    if (!known(ancestor) || !known(task)) return false;
    std::vector<bool> seen(tasks.size(), false);
    std::vector<int> open = {task};
    while (!open.empty()) {
        const int at = open.back();
        open.pop_back();
        for (const int up : upstream[std::size_t(at)]) {
            if (up == ancestor) return true;
            if (seen[std::size_t(up)]) continue;
            seen[std::size_t(up)] = true;
            open.push_back(up);
        }
    }
    return false;
}

std::vector<Edge> edges_of(const Flow& flow, const Body& body) {
    EdgeList list;
    list.ids.reserve(body.tasks.size());
    for (const TaskPtr& task : body.tasks) {
        if (task) list.ids.emplace(task->name, task->id);
    }
    for (const TaskPtr& task : body.tasks) {
        if (task) list.task(flow, *task, false);
    }
    for (const Handler& handler : body.handlers) {
        if (handler.task) list.task(flow, *handler.task, true);
    }
    return std::move(list.edges);
}

}  // namespace weft
