#include "core/targets/metaflow/body_structure.h"

#include <map>
#include <set>

namespace weft::metaflow {
namespace {

void needs_of(const BodyGraph& graph, int task, std::set<std::string>& out, int depth) {
    for (const int up : graph.upstream[std::size_t(task)]) {
        const Task& from = *graph.tasks[std::size_t(up)];
        if (!from.muted) out.insert(from.name);
        else if (depth < 1000) needs_of(graph, up, out, depth + 1);
    }
}

std::vector<std::string> names(const BodyStructure& found) {
    const Crossing& c = found.structured.crossing;
    return {found.tasks[c.from]->name, found.tasks[c.to]->name, found.tasks[c.other_from]->name, found.tasks[c.other_to]->name};
}

}  // namespace

BodyStructure body_structure(const Flow& flow, const Body& body) {
    BodyStructure out;
    for (const TaskPtr& one : body.tasks)
        if (one && !one->muted) out.tasks.push_back(one.get());
    std::map<std::string, std::size_t> index;
    for (std::size_t i = 0; i < out.tasks.size(); ++i) index.emplace(out.tasks[i]->name, i);
    const BodyGraph graph = graph_of(flow, body);
    if (!graph.cycle.empty()) {
        out.cycle = true;
        return out;
    }
    std::vector<std::pair<std::size_t, std::size_t>> edges;
    for (std::size_t i = 0; i < out.tasks.size(); ++i) {
        std::set<std::string> from;
        needs_of(graph, graph.index.at(out.tasks[i]->name), from, 0);
        for (const std::string& name : from)
            if (const auto found = index.find(name); found != index.end()) edges.emplace_back(found->second, i);
    }
    out.structured = structure_of(out.tasks.size(), edges);
    return out;
}

Message crossing_text(const BodyStructure& found) {
    return {WEFT_TR("core", "the edge from %1 to %2 crosses: %2 also waits for %3, and %1 also leads to %4, which does not wait for %3. Metaflow takes only splits and joins that are nested"), names(found)};
}

Message crossing_advice(const BodyStructure& found) { return {WEFT_TR("core", "let %4 wait for %3 too, or let %2 not wait for %1"), names(found)}; }

}  // namespace weft::metaflow
