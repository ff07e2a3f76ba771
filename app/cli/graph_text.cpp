// The drawing as JSON and as Graphviz dot.
#include <nlohmann/json.hpp>

#include "app/cli/graph.h"

namespace weft::cli {

using nlohmann::ordered_json;

namespace {

ordered_json box(const DrawnTask& task) {
    ordered_json out{{"id", task.id}, {"name", task.name}, {"kind", task.kind}, {"image", task.image}, {"when", task.when}, {"loop", task.loop},
            {"x", task.x},   {"y", task.y},       {"w", task.w},       {"h", task.h}};
    if (!task.state.empty()) out["state"] = task.state;
    return out;
}

ordered_json json_of(const DrawnFlow& flow) {
    ordered_json out{{"name", flow.name}, {"of", flow.of}};
    ordered_json tasks = ordered_json::array(), edges = ordered_json::array(), handlers = ordered_json::array(), inner = ordered_json::array();
    for (const DrawnTask& task : flow.tasks) tasks.push_back(box(task));
    for (const DrawnEdge& edge : flow.edges) edges.push_back({{"from", edge.from}, {"to", edge.to}, {"kind", edge.data ? "data" : "order"}, {"condition", edge.condition}});
    for (const DrawnHandler& handler : flow.handlers) {
        ordered_json one{{"task", handler.task.id}, {"scope", handler.scope}, {"when", handler.when}, {"warn_only", handler.warn_only}};
        one.update(box(handler.task));
        one.erase("id");
        one["when"] = handler.when;
        handlers.push_back(std::move(one));
    }
    for (const DrawnFlow& below : flow.flows) inner.push_back(json_of(below));
    out["tasks"] = std::move(tasks);
    out["edges"] = std::move(edges);
    out["handlers"] = std::move(handlers);
    out["flows"] = std::move(inner);
    return out;
}

std::string dot_string(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n') out += "\\n";
        else if (static_cast<unsigned char>(c) >= 0x20) out += c;
    }
    return out + '"';
}

void dot_of(std::string& out, const DrawnFlow& flow, const std::string& prefix, int& counter) {
    const std::string own = prefix + flow.name + "/";
    out += "  subgraph cluster_" + std::to_string(counter++) + " {\n    label=" + dot_string(flow.name) + ";\n";
    const auto node = [&](const DrawnTask& task, const char* shape) {
        out += "    " + dot_string(own + task.id) + " [label=" + dot_string(task.image.empty() ? task.name : task.name + "\n" + task.image) + ", shape=" + shape + "];\n";
    };
    for (const DrawnTask& task : flow.tasks) node(task, "box");
    for (const DrawnHandler& handler : flow.handlers) node(handler.task, "hexagon");
    out += "  }\n";
    for (const DrawnEdge& edge : flow.edges)
        out += "  " + dot_string(own + edge.from) + " -> " + dot_string(own + edge.to) + (edge.data ? " [style=dashed, label=" : " [label=") + dot_string(edge.condition) + "];\n";
    for (const DrawnHandler& handler : flow.handlers)
        if (handler.scope != "flow") out += "  " + dot_string(own + handler.scope) + " -> " + dot_string(own + handler.task.id) + " [style=dotted, label=" + dot_string(handler.when) + "];\n";
    for (const DrawnFlow& below : flow.flows) dot_of(out, below, own, counter);
}

}  // namespace

std::string graph_json(const std::vector<DrawnFlow>& flows) {
    ordered_json list = ordered_json::array();
    for (const DrawnFlow& flow : flows) list.push_back(json_of(flow));
    return ordered_json{{"version", 1}, {"flows", std::move(list)}}.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

std::string graph_dot(const std::vector<DrawnFlow>& flows) {
    std::string out = "digraph weft {\n  rankdir=LR;\n";
    int counter = 0;
    for (const DrawnFlow& flow : flows) dot_of(out, flow, "", counter);
    return out + "}\n";
}

}  // namespace weft::cli
