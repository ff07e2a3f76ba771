// Draws a scene, or the part of it that meets a rectangle of the viewport. Pure: values in, pixels out, and a count of what was drawn.
#pragma once

#include <QPainter>
#include <QRect>
#include <QStaticText>
#include <memory>
#include <vector>

#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/view.h"

namespace weft::ui {

struct DrawCount { int nodes = 0, edges = 0, segments = 0, texts = 0; };

// Laid out once, drawn many times. Belongs to one scene; texts that change are dropped by node.
class TextCache {
  public:
    // Glyphs of a fallback font (Chinese in an otherwise Latin face) make a line taller; it is then set on its baseline by hand.
    struct Line {
        QStaticText laid_out;
        QString words;
        QFont font;
        bool tall = false;
        qreal width = 0;
        void draw(QPainter& painter, QPointF top_left) const;
    };
    struct Texts { Line title, subtitle, state; };
    Texts& of(const CanvasScene& scene, int node);
    void drop(int node);
    void reset(std::size_t count);
  private:
    std::vector<std::unique_ptr<Texts>> texts_;
};

class NoteCache;
struct DiffDrawing;

struct PaintJob {
    const CanvasScene& scene;
    View view;
    TextCache* texts = nullptr;
    const std::vector<std::uint8_t>* lifted = nullptr;   // nodes being dragged: left out of the still layer
    enum class Layer { all, still, lifted } layer = Layer::all;
    int hovered_node = -1, hovered_wire = -1, chosen_wire = -1, splice_wire = -1;
    int focused_node = -1;                                // keyboard focus ring
    int lit_node = -1;                                    // a wire would be accepted here
    qreal turn = 0;                                       // degrees of the running arcs
    bool lane_lit = false;
    NoteCache* notes = nullptr;
    const DiffDrawing* diff = nullptr;                    // a comparison is shown
    int chosen_note = -1, hidden_note = -1;               // indexes in the flow
    bool draft = false;                                   // hundreds of nodes under the pointer: without titles at middle zooms
};

// `dirty` in viewport pixels. Fills the background.
DrawCount paint_scene(QPainter& painter, const QRect& dirty, const PaintJob& job);

// --- its parts ---
void paint_background(QPainter& painter, const QRect& dirty, const View& view);
void paint_frame(QPainter& painter, const QRectF& dirty_scene, const PaintJob& job, DrawCount& count);
void paint_wires(QPainter& painter, const QRect& dirty, const PaintJob& job, DrawCount& count);
void paint_wire_pills(QPainter& painter, const QRectF& dirty_scene, const PaintJob& job, DrawCount& count);
void paint_nodes(QPainter& painter, const QRect& dirty, const PaintJob& job, DrawCount& count);
void paint_node_near(QPainter& painter, const PaintJob& job, int node, DrawCount& count);

// --- shared small things ---
void paint_pill(QPainter& painter, QPointF middle_left, const QString& text, bool centred, const QColor& colour, qreal most = 150);
qreal pill_width(const QString& text, qreal most = 150);
bool wanted_node(const PaintJob& job, int node);
bool wanted_wire(const PaintJob& job, int wire);

// --- the verdict, in the units of `rect` ---
inline constexpr qreal banner_height = 40;
// Two lines when one is not wide enough.
qreal banner_height_for(const BannerPart& banner, qreal width);
QRectF paint_banner(QPainter& painter, const QRectF& rect, const BannerPart& banner, qreal turn);   // answers where "Why?" is

}  // namespace weft::ui
