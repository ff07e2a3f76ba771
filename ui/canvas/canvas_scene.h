// What the canvas draws, as a snapshot: one scope of a flow with its run and its findings. Arrays by part, an index is a node or a wire.
// Built from values only; knows no document and no widget.
#pragma once

#include <QRectF>
#include <QString>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/layout/flow_layout.h"
#include "core/lint/finding.h"
#include "core/model/graph.h"
#include "core/run/state.h"
#include "core/run/verdict.h"
#include "ui/base/kind_glyph.h"
#include "ui/base/state_glyph.h"
#include "ui/canvas/grid_index.h"
#include "ui/canvas/node_geometry.h"
#include "ui/canvas/wire_geometry.h"

namespace weft::ui {

enum NodeFlag : std::uint8_t { flag_handler = 1, flag_muted = 2, flag_opens = 4, flag_selected = 8, flag_error = 16, flag_warning = 32, flag_open = 64 };   // open: unfolded, its tasks stand in it

struct NodeFace {
    QString title, subtitle, state;
    QString loop, when;           // pills
    QString badge;                // first finding's sentence
    KindGlyph kind = KindGlyph::other;
};

struct Wire {
    int from = 0, to = 0;         // nodes
    Results results = results_default;
    bool order = false, data = false;
    QString condition;            // pill that is always shown: "failed"
    QString carries;              // "path → DATA": shown when asked for
    std::vector<QPointF> bends;   // as long as its ends stand where they stood then
    QPointF bent_from, bent_to;   // their top left corners
};

struct NotePart {
    int index = 0;                // in Flow::notes
    QRectF rect;
    QString text, colour;
    QPointF origin;               // of the body it lies in
};

// An unfolded task: what of it is no node.
struct OpenPart {
    int node = 0;
    qreal lane_top = 0, lane_bottom = 0;   // from the node's top; equal without handlers
};

struct FramePart {
    QRectF rect;
    qreal lane_top = 0, lane_bottom = 0;   // equal without handlers
    QString name, environment;
    bool inner = false;                    // of a sub-flow
    bool has_lane() const { return lane_bottom > lane_top; }
};

struct BannerPart {
    Glyph glyph = Glyph::none;    // none: no run is shown
    QString sentence, beside, link;
};

class CanvasScene {
  public:
    // --- nodes: body's tasks, then its handlers, then what stands in unfolded tasks ---
    std::vector<TaskId> ids;
    std::vector<std::string> names;              // name paths from the scope on
    std::vector<int> owners;                     // the unfolded node it stands in, -1 = none
    std::vector<QRectF> rects;
    std::vector<std::uint8_t> flags;
    std::vector<Glyph> glyphs;
    std::vector<NodeFace> faces;
    std::unordered_map<TaskId, int> index;
    // --- wires ---
    std::vector<Wire> wires;
    std::vector<std::vector<int>> wires_of;      // by node
    // --- around them ---
    std::vector<OpenPart> open;
    std::vector<NotePart> notes;                 // behind everything else, the first at the back
    FramePart frame;
    BannerPart banner;
    std::string prefix;                          // name path of the scope with its slash, "" for main
    bool with_states = false;                    // a run is shown
    bool moving = false;                         // something runs: its arc turns
    GridIndex nodes_at{512}, wires_at{1024};

    int count() const { return int(ids.size()); }
    int find(TaskId id) const;                   // -1
    bool has(int node, NodeFlag flag) const { return flags[std::size_t(node)] & flag; }
    NodeShape shape(int node) const { return {rects[std::size_t(node)], has(node, flag_handler), glyphs[std::size_t(node)] != Glyph::none, has(node, flag_opens) && !has(node, flag_handler), has(node, flag_open)}; }
    QPointF origin(int node) const { return owners[std::size_t(node)] < 0 ? QPointF() : rects[std::size_t(owners[std::size_t(node)])].topLeft(); }   // of its body
    int open_at(QPointF scene) const;            // the innermost unfolded node there, -1
    QLineF ends(int wire) const;                 // from rim to rim of its ports
    WireCurve curve(int wire) const;
    QRectF bounds() const;                       // frame and everything that hangs out of it
    void rebuild_grids();
};

struct SceneSource {
    FlowPtr flow;
    BodyRef scope;
    layout::FlowPicture picture;
};
CanvasScene build_scene(const SceneSource& source);
std::string scope_prefix(const Flow& flow, const BodyRef& scope);

// Later news, without building again. They answer which nodes look different now.
std::vector<int> show_run(CanvasScene& scene, const run::RunState* run, const run::Verdict& verdict, qint64 number, qint64 now_ms);
std::vector<int> show_findings(CanvasScene& scene, const std::vector<lint::Finding>& findings);
std::vector<int> show_selection(CanvasScene& scene, const std::vector<TaskId>& selection);

}  // namespace weft::ui
