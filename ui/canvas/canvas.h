// The painted canvas: one QAbstractScrollArea, no item objects (facts/graph.md says why). Shows the scope of one FlowDocument, its findings and its run.
#pragma once

#include <QAbstractScrollArea>
#include <QRectF>
#include <functional>
#include <memory>

#include "core/layout/flow_layout.h"
#include "core/model/flow.h"

namespace weft::ui {

class FlowDocument;
class CanvasScene;
struct CanvasDiff;

// How selected nodes are put in line; three or more for equal distances.
enum class Arrange { left, centre, right, top, middle, bottom, across, down };

struct CanvasSettings {
    enum class Wheel { zoom, scroll } wheel = Wheel::zoom;   // of a mouse; with Ctrl it always zooms, two fingers always pan
};

class Canvas : public QAbstractScrollArea {
    Q_OBJECT
  public:
    explicit Canvas(FlowDocument& document, QWidget* parent = nullptr);
    Canvas(FlowDocument& document, layout::FlowPicture laid_out, QWidget* parent = nullptr);   // the worker that read the file has laid its main body out
    ~Canvas() override;
    void apply(const CanvasSettings& settings);
    FlowDocument& document() const;

    // For tests, tours and accessibility: where things are, in viewport pixels.
    QRect node_rect(TaskId id) const;
    QPoint port_point(TaskId id, bool output) const;
    QRect frame_rect() const;
    QRect verdict_rect() const;          // empty: no run is shown
    QPoint chevron_point(TaskId id) const;   // null when the task holds no tasks
    QRect note_rect(int note) const;     // of a note of the flow; empty when it lies in another scope
    int note_at(QPoint viewport) const;  // -1
    TaskId node_at(QPoint viewport) const;
    qreal zoom() const;
    QString hint() const;                // the sentence shown at the cursor during a gesture: why a drop would be refused, what it would do

    // What the last paint drew, so that a test can assert the work without a clock.
    struct Drawn { int nodes = 0, edges = 0, segments = 0, texts = 0; };
    Drawn last_drawn() const;

    // A comparison drawn over the flow; null: none. Esc ends it and says diff_left().
    void show_diff(std::shared_ptr<const CanvasDiff> diff);
    const CanvasDiff* shown_diff() const;
    QRect ghost_rect(int ghost) const;   // of CanvasDiff::ghosts; empty when it stood in another scope
    void centre_on_ghost(int ghost);

    // The whole flow as a picture in the colours of the theme, with frame, lane, verdict: for export, README, tests.
    void render(QPainter& painter, const QRectF& target) const;
    QSizeF picture_size() const;

    // For the minimap: what is there and what of it is seen, in scene units.
    const CanvasScene& scene() const;
    QRectF visible_scene() const;
    void centre_at(QPointF scene);

  public slots:
    void zoom_by(qreal factor);
    void zoom_to(qreal factor);
    void fit();                          // the selection if any, else all
    void fit_all();
    void centre_on(TaskId id);           // opens the scope it stands in
    void start_rename(TaskId id);
    // Adds at the last mouse position (or the middle): kind "script", "container", "condition", "loop", "flow", "http", "wait", "handler".
    void add_kind(const QString& kind);
    void add_note();                     // "Shift+S": at the last mouse position, and its words are typed
    void edit_note(int note);
    void centre_on_note(int note);       // opens the scope it lies in, and chooses it
    void open_add_menu();                // type-to-add popup at the cursor
    void delete_selection();
    void select_all();
    void arrange(weft::ui::Arrange how);  // the selected nodes, one undo step
    void tidy();                         // auto-layout of all or of the selection, one undo step
    void connect_selection();            // "C": in selection order
    void toggle_muted();                 // "D"
    void open_selection();               // Enter: into a sub-flow, else asks for the inspector
    void leave_scope();                  // one sub-flow up
    void toggle_unfolded();              // "E": the selected group shows its tasks in its place, or hides them; of a task in one, its group hides
    void set_unfolded(weft::TaskId id, bool unfolded);

  signals:
    void zoom_changed(qreal zoom);
    void view_changed();                           // pan, zoom, or what is drawn: the minimap follows
    void inspect_requested(weft::TaskId id);       // Enter or double-click
    void context_menu_requested(weft::TaskId id, QPoint global);   // 0 = empty canvas
    void ghost_chosen(int ghost);                  // a task that is gone was clicked
    void diff_left();
    void notice(const QString& text);              // a refusal, for the status bar

  protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace weft::ui
