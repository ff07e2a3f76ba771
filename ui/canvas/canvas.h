// The painted canvas: one QAbstractScrollArea, no item objects (facts/graph.md says why). Shows the scope of one FlowDocument, its findings and its run.
#pragma once

#include <QAbstractScrollArea>
#include <QRectF>
#include <functional>
#include <memory>

#include "core/model/flow.h"

namespace weft::ui {

class FlowDocument;

struct CanvasSettings {
    enum class Wheel { zoom, scroll } wheel = Wheel::zoom;   // the other one with Ctrl
};

class Canvas : public QAbstractScrollArea {
    Q_OBJECT
  public:
    explicit Canvas(FlowDocument& document, QWidget* parent = nullptr);
    ~Canvas() override;
    void apply(const CanvasSettings& settings);

    // For tests, tours and accessibility: where things are, in viewport pixels.
    QRect node_rect(TaskId id) const;
    QPoint port_point(TaskId id, bool output) const;
    TaskId node_at(QPoint viewport) const;
    qreal zoom() const;

    // What the last paint drew, so that a test can assert the work without a clock.
    struct Drawn { int nodes = 0, edges = 0, segments = 0, texts = 0; };
    Drawn last_drawn() const;

    // The whole flow as a picture (light theme unless dark), with frame, lane, verdict: for export, README, tests.
    void render(QPainter& painter, const QRectF& target) const;
    QSizeF picture_size() const;

  public slots:
    void zoom_by(qreal factor);
    void zoom_to(qreal factor);
    void fit();                          // the selection if any, else all
    void centre_on(TaskId id);
    void start_rename(TaskId id);
    // Adds at the last mouse position (or the middle): kind "script", "container", "condition", "loop", "flow", "http", "wait", "handler".
    void add_kind(const QString& kind);
    void open_add_menu();                // type-to-add popup at the cursor
    void delete_selection();
    void select_all();
    void tidy();                         // auto-layout of all or of the selection, one undo step
    void connect_selection();            // "C": in selection order

  signals:
    void zoom_changed(qreal zoom);
    void inspect_requested(weft::TaskId id);       // Enter or double-click
    void context_menu_requested(weft::TaskId id, QPoint global);   // 0 = empty canvas
    void notice(const QString& text);              // a refusal, for the status bar

  private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace weft::ui
