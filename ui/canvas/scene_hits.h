// The hit test of gestures over a scene.
#pragma once

#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/gestures/gesture.h"

namespace weft::ui {

class SceneHits : public HitTest {
  public:
    SceneHits(const CanvasScene& scene, const View& view) : scene_(scene), view_(view) {}
    Hit at(QPointF scene) const override;
    Hit wire_at(QPointF scene) const override;
    std::vector<TaskId> nodes_in(const QRectF& scene) const override;
    std::vector<TaskPair> wires_across(const QLineF& scene) const override;
    QRectF rect_of(TaskId id) const override;
    bool is_handler(TaskId id) const override;
    bool in_lane(QPointF scene) const override;
    bool has_wires(TaskId id) const override;
    QPointF origin_of(TaskId id) const override;
    int node_index_at(QPointF scene, NodePart* part = nullptr) const;   // -1
    int wire_index_at(QPointF scene) const;                             // -1
  private:
    Hit hit_of_wire(int wire) const;
    const CanvasScene& scene_;
    const View& view_;
};

}  // namespace weft::ui
