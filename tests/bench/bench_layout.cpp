// The layered drawing of random graphs, 1.5 edges a node.
#include <random>

#include "core/layout/layout.h"
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
        print({"layout", name, "wall", wall, "ms", std::nullopt, nodes == 10000 ? std::optional<double>(1000) : std::nullopt});
        print({"layout", name, "crossings", double(crossings), "edges", std::nullopt, std::nullopt});
    }
}

}  // namespace weft::bench
