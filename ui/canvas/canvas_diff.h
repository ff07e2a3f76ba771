// A comparison drawn on the canvas: what was added (+, green), what is gone (−, a red ghost beside what it hung on), what was changed or renamed (~, amber).
// Never by colour alone. Values; the window makes them from a comparison.
#pragma once

#include <QPainter>
#include <QString>
#include <string>
#include <unordered_map>
#include <vector>

#include "ui/canvas/canvas_edits.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/view.h"

namespace weft::ui {

struct PaintJob;
struct DrawCount;

enum class DiffKind { added, removed, changed, renamed };

struct CanvasDiff {
    struct Mark { DiffKind kind = DiffKind::changed; QString words; };       // words: "was called x"
    struct Ghost {
        std::string path, name;             // as the other flow has it
        std::string prefix;                 // of the body it stood in, as CanvasScene::prefix
        bool handler = false;
        std::vector<TaskId> before, after;  // tasks of this flow that it ran after, that ran after it
    };
    struct Edge { TaskPair tasks; DiffKind kind = DiffKind::added; };
    QString name;                           // of what this flow is compared with
    std::unordered_map<TaskId, Mark> tasks;
    std::vector<Ghost> ghosts;
    std::vector<Edge> edges;
};

// The same for one scene: where everything stands.
struct DiffDrawing {
    struct Ghost { int number = 0; QRectF rect; QString title; bool handler = false; };    // number: in CanvasDiff::ghosts
    struct Line { WireCurve curve; DiffKind kind = DiffKind::added; };
    std::vector<std::pair<int, CanvasDiff::Mark>> nodes;
    std::vector<Ghost> ghosts;
    std::vector<Line> lines;
    QRectF bounds() const;
    int ghost_at(QPointF scene) const;      // number, -1 = none
};
DiffDrawing place_diff(const CanvasScene& scene, const CanvasDiff& diff);

QString diff_sign(DiffKind kind);
QString diff_word(DiffKind kind);
void paint_diff(QPainter& painter, const QRectF& dirty_scene, const PaintJob& job, DrawCount& count);
QRectF paint_diff_legend(QPainter& painter, const QRectF& room, const CanvasDiff& diff);      // viewport pixels; answers where it lies

}  // namespace weft::ui
