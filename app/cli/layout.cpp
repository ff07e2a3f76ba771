// `weft layout`: a bench graph laid out for the referee. It measures layers along y, ours run along x: the axes are exchanged.
#include <sys/resource.h>

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/output.h"
#include "app/cli/verbs.h"
#include "core/layout/again.h"

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

// Of an earlier drawing (OUT.lay): the first line has the figures, then a line "x y" a node ("- -" = new, and so are those that it has no line for), then a line
// "k x y ..." an edge. Bends count where the edge's ends are still where the nodes are.
layout::Before read_before(const std::string& text, const layout::Graph& graph) {
    layout::Before before;
    std::vector<std::vector<double>> edges;
    std::istringstream lines(text.substr(std::min(text.size(), text.find('\n') + 1)));
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::vector<double> numbers;
        bool is_new = false;
        for (std::string word; words >> word;) {
            is_new = is_new || word == "-";
            numbers.push_back(std::strtod(word.c_str(), nullptr));
        }
        if (numbers.size() % 2 == 1) edges.push_back(std::move(numbers));
        else if (numbers.size() == 2 && before.at.size() < graph.sizes.size()) {
            const layout::Size size = graph.sizes[before.at.size()];
            before.at.push_back(is_new ? std::nullopt : std::optional(Point{numbers[1] - size.w / 2, numbers[0] - size.h / 2}));
        }
    }
    before.at.resize(graph.sizes.size());
    before.bends.resize(graph.edges.size());
    const auto stands_at = [&](int node, double x, double y) {
        if (node < 0 || std::size_t(node) >= before.at.size() || !before.at[std::size_t(node)]) return false;
        const layout::Size size = graph.sizes[std::size_t(node)];
        const Point at = *before.at[std::size_t(node)];
        return std::abs(at.y + size.h / 2 - x) < 1 && std::abs(at.x + size.w / 2 - y) < 1;
    };
    for (std::size_t e = 0; e < std::min(edges.size(), graph.edges.size()); ++e) {
        const auto& line = edges[e];
        if (line.size() < 7 || !stands_at(graph.edges[e].first, line[1], line[2]) || !stands_at(graph.edges[e].second, line[line.size() - 2], line.back())) continue;
        for (std::size_t i = 3; i + 2 < line.size(); i += 2) before.bends[e].push_back({line[i + 1], line[i]});
    }
    return before;
}

}  // namespace

int verb_layout(const Arguments& arguments) {
    const auto text = read_input(arguments.positional.front());
    if (!text) return complain(text.error()), exit_unreadable;
    const auto graph = read_graph(*text, shown_name(arguments.positional.front()));
    if (!graph) return complain(graph.error()), exit_unreadable;
    layout::Before before;
    if (arguments.has("--previous")) {
        const auto old = read_input(arguments.value("--previous"));
        if (!old) return complain(old.error()), exit_unreadable;
        before = read_before(*old, *graph);
    }
    const auto begin = std::chrono::steady_clock::now();
    const layout::Drawing drawing = layout::lay_out_again(*graph, before);
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
