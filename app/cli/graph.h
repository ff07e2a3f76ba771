// The drawing of a file as data: every body a flow, with its tasks placed, its edges and its exit handlers. Rendered as JSON, dot or SVG.
#pragma once

#include <string>
#include <vector>

#include "core/run/state.h"
#include "core/targets/document.h"

namespace weft::cli {

struct DrawnTask {
    std::string id;            // the name, made unique within its flow
    std::string name, kind, image, when, loop, detail;
    std::string path;          // name path within the flow, through the first task that uses a shared definition
    std::string state;         // "succeeded" … when drawn with a run, else ""
    double x = 0, y = 0, w = 0, h = 0;
};

struct DrawnEdge {
    std::string from, to;      // ids
    bool data = false;
    std::string condition;     // "" = succeeded
    std::vector<Point> bends;  // where it goes round what stands between its ends
};

struct DrawnHandler {
    DrawnTask task;
    std::string scope;         // "flow", or the id of the task that it belongs to
    std::string when;          // always, on success, on failure
    bool warn_only = false;
};

struct DrawnFlow {
    std::string name;
    std::string of;            // the whole flow's name
    std::vector<DrawnTask> tasks;
    std::vector<DrawnEdge> edges;
    std::vector<DrawnHandler> handlers;
    std::vector<DrawnFlow> flows;
    double width = 0, height = 0;
    double lane_top = 0, lane_bottom = 0;   // equal without handlers of the flow
};

DrawnFlow draw(const Flow& flow);
void add_states(DrawnFlow& drawn, const run::RunState& state);

std::string graph_json(const std::vector<DrawnFlow>& flows);
std::string graph_dot(const std::vector<DrawnFlow>& flows);
std::string graph_svg(const std::vector<DrawnFlow>& flows, bool dark);

}  // namespace weft::cli
