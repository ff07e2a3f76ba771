// The layered drawing of random graphs, 1.5 edges a node, and what one new leaf costs and moves.
#include <random>

#include "core/layout/again.h"
#include "tests/bench/bench.h"

namespace weft::bench {

void layout(const Options& options) {
    for (const int nodes : {100, 1000, 10000}) {
        std::mt19937 random(20240607);
        weft::layout::Graph graph;
        graph.sizes.resize(std::size_t(nodes));
        for (int i = 0; i < nodes * 3 / 2; ++i) {
            const int to = 1 + int(random() % unsigned(nodes - 1));
            graph.edges.emplace_back(int(random() % unsigned(to)), to);
        }
        long crossings = 0;
        const double wall = median_ms(options.brief ? 1 : 3, [&] { crossings = weft::layout::lay_out(graph).crossings; });
        const std::string name = std::to_string(nodes) + "-nodes";
        print({"layout", name, "wall", wall, "ms", std::nullopt, nodes == 10000 ? std::optional<double>(500) : std::nullopt});
        print({"layout", name, "crossings", double(crossings), "edges", std::nullopt, std::nullopt});
        const weft::layout::Drawing old = weft::layout::lay_out(graph);
        weft::layout::Before before;
        before.at.assign(old.at.begin(), old.at.end()), before.bends = old.bends;
        before.at.emplace_back(std::nullopt);
        graph.sizes.emplace_back(), graph.edges.emplace_back(nodes / 2, nodes);
        weft::layout::Drawing now;
        const double leaf = median_ms(options.brief ? 1 : 5, [&] { now = weft::layout::lay_out_again(graph, before); });
        int moved = 0;
        for (std::size_t i = 0; i < old.at.size(); ++i) moved += !(old.at[i] == now.at[i]);
        print({"layout", name, "new leaf", leaf, "ms", std::nullopt, nodes == 10000 ? std::optional<double>(8) : std::nullopt});
        print({"layout", name, "old nodes moved by a new leaf", double(moved), "nodes", std::nullopt, 0.0});
    }
}

}  // namespace weft::bench
