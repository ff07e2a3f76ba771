// `weft layout`: a bench graph laid out for the referee. It measures layers along y, ours run along x: the axes are exchanged.
#include <sys/resource.h>

#include <chrono>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/output.h"
#include "app/cli/verbs.h"
#include "core/layout/layout.h"

namespace weft::cli {

namespace {

Result<layout::Graph> read_graph(const std::string& text, const std::string& file) {
    const auto root = nlohmann::json::parse(text, nullptr, false);
    const auto wrong = [&](const char* what) { return fail({WEFT_TR("core", "not a bench graph: %1"), {what}}, {file, 1, 1}); };
    if (!root.is_object() || !root.contains("w") || !root["w"].is_array() || !root.contains("edges") || !root["edges"].is_array()) return wrong("{\"w\":[...],\"h\":N,\"edges\":[[u,v],...]} is expected");
    layout::Graph graph;
    const double height = root.contains("h") && root["h"].is_number() ? root["h"].get<double>() : 48.0;
    for (const auto& width : root["w"]) {
        if (!width.is_number()) return wrong("a width is no number");
        graph.sizes.push_back({height, width.get<double>()});  // axes exchanged
    }
    for (const auto& edge : root["edges"]) {
        if (!edge.is_array() || edge.size() != 2 || !edge[0].is_number_integer() || !edge[1].is_number_integer()) return wrong("an edge is no pair of numbers");
        graph.edges.emplace_back(edge[0].get<int>(), edge[1].get<int>());
    }
    return graph;
}

}  // namespace

int verb_layout(const Arguments& arguments) {
    const auto text = read_input(arguments.positional.front());
    if (!text) return complain(text.error()), exit_unreadable;
    const auto graph = read_graph(*text, shown_name(arguments.positional.front()));
    if (!graph) return complain(graph.error()), exit_unreadable;
    const auto begin = std::chrono::steady_clock::now();
    const layout::Drawing drawing = layout::lay_out(*graph);
    const double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::string out = fmt::format("{:.3f} {:.1f}\n", ms, double(usage.ru_maxrss) / 1024.0);
    const auto centre = [&](std::size_t node) { return Point{drawing.at[node].y + graph->sizes[node].h / 2, drawing.at[node].x + graph->sizes[node].w / 2}; };
    for (std::size_t i = 0; i < graph->sizes.size(); ++i) out += fmt::format("{:.2f} {:.2f}\n", centre(i).x, centre(i).y);
    for (std::size_t e = 0; e < graph->edges.size(); ++e) {
        const auto [from, to] = graph->edges[e];
        const bool exists = from >= 0 && to >= 0 && std::size_t(from) < graph->sizes.size() && std::size_t(to) < graph->sizes.size();
        std::vector<Point> line;
        if (exists) {
            line.push_back(centre(std::size_t(from)));
            if (e < drawing.bends.size())
                for (const Point& bend : drawing.bends[e]) line.push_back({bend.y, bend.x});
            line.push_back(centre(std::size_t(to)));
        }
        out += std::to_string(line.size());
        for (const Point& point : line) out += fmt::format(" {:.2f} {:.2f}", point.x, point.y);
        out += '\n';
    }
    const auto written = write_output(arguments.value("--output", "-"), out);
    return written ? int(exit_ok) : (complain(written.error()), int(exit_unreadable));
}

}  // namespace weft::cli
