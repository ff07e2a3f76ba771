// Wide fans folded into stacks: a row of a thousand equal siblings helps nobody. Parallel are lines of the same length (of one node or several, each with one
// neighbour on either side within the line) that begin at the same nodes and end at the same nodes; the first, second, ... nodes of all of them make one stack each.
#include <algorithm>
#include <map>
#include <tuple>

#include "core/layout/layered.h"

namespace weft::layout {

namespace {

struct Neighbours { std::vector<int> before, after; };            // sorted, each once

std::vector<Neighbours> neighbours_of(const Graph& graph) {
    std::vector<Neighbours> out(graph.sizes.size());
    const int n = int(graph.sizes.size());
    for (const auto& [from, to] : graph.edges) {
        if (from < 0 || to < 0 || from >= n || to >= n || from == to) continue;
        out[std::size_t(from)].after.push_back(to), out[std::size_t(to)].before.push_back(from);
    }
    for (auto& each : out)
        for (auto* list : {&each.before, &each.after}) {
            std::sort(list->begin(), list->end());
            list->erase(std::unique(list->begin(), list->end()), list->end());
        }
    return out;
}

std::vector<std::vector<int>> stacks_of(const Graph& graph, int fold_from) {
    const std::vector<Neighbours> near = neighbours_of(graph);
    const auto group = [&](int node) { return std::size_t(node) < graph.group.size() ? graph.group[std::size_t(node)] : -1; };
    const auto next = [&](int node) {                             // the next of its line, -1 = it ends here
        const auto& after = near[std::size_t(node)].after;
        return after.size() == 1 && near[std::size_t(after[0])].before.size() == 1 && group(after[0]) == group(node) ? after[0] : -1;
    };
    std::map<std::tuple<std::vector<int>, std::vector<int>, int, std::size_t>, std::vector<std::vector<int>>> lines;
    for (int node = 0; node < int(near.size()); ++node) {
        const auto& before = near[std::size_t(node)].before;
        if (before.size() == 1 && next(before[0]) == node) continue;
        std::vector<int> line{node};
        for (int at = next(node); at >= 0; at = next(at)) line.push_back(at);
        const auto& after = near[std::size_t(line.back())].after;
        if (before.empty() && after.empty()) continue;            // loose nodes are no fan
        lines[{before, after, group(node), line.size()}].push_back(std::move(line));
    }
    std::vector<std::vector<int>> stacks;
    for (const auto& [key, alike] : lines) {
        if (int(alike.size()) < std::max(2, fold_from)) continue;
        for (std::size_t i = 0; i < alike[0].size(); ++i) {
            stacks.emplace_back();
            for (const auto& line : alike) stacks.back().push_back(line[i]);
        }
    }
    for (auto& stack : stacks) std::sort(stack.begin(), stack.end());
    std::sort(stacks.begin(), stacks.end());
    return stacks;
}

}  // namespace

Drawing lay_out(const Graph& graph, const Options& options) {
    const auto stacks = options.fold_from > 0 ? stacks_of(graph, options.fold_from) : std::vector<std::vector<int>>();
    if (stacks.empty()) return lay_out_frames(graph, options);
    std::vector<int> top(graph.sizes.size());                     // of each node: the one that stands for it
    for (std::size_t i = 0; i < top.size(); ++i) top[i] = int(i);
    for (const auto& stack : stacks)
        for (const int node : stack) top[std::size_t(node)] = stack.front();
    Graph folded;
    folded.parent = graph.parent;
    std::vector<int> name(top.size(), -1);
    for (std::size_t i = 0; i < top.size(); ++i) {
        if (top[i] != int(i)) continue;
        name[i] = int(folded.sizes.size());
        folded.sizes.push_back(graph.sizes[i]);
        folded.group.push_back(i < graph.group.size() ? graph.group[i] : -1);
    }
    for (std::size_t i = 0; i < top.size(); ++i) {
        name[i] = name[std::size_t(top[i])];
        Size& size = folded.sizes[std::size_t(name[i])];
        size = {std::max(size.w, graph.sizes[i].w), std::max(size.h, graph.sizes[i].h)};
    }
    const auto named = [&](int node) { return node >= 0 && std::size_t(node) < name.size() ? name[std::size_t(node)] : -1; };
    for (const auto& [from, to] : graph.edges) folded.edges.emplace_back(named(from), named(to));
    Drawing small = lay_out_frames(folded, options);
    if (small.cancelled) return small;
    Drawing drawing;
    for (std::size_t i = 0; i < top.size(); ++i) {
        drawing.at.push_back(small.at[std::size_t(name[i])]);
        drawing.layer.push_back(small.layer[std::size_t(name[i])]);
    }
    drawing.bends = std::move(small.bends), drawing.frames = std::move(small.frames), drawing.stacks = stacks;
    drawing.width = small.width, drawing.height = small.height, drawing.crossings = small.crossings;
    return drawing;
}

}  // namespace weft::layout
