// Scene <-> viewport: view = scene * zoom - offset. The scene's origin is the top left corner of the scope's frame.
#pragma once

#include <QPointF>
#include <QRectF>

namespace weft::ui {

enum class Detail { far, middle, near };   // < 15 %: blocks · 15–40 %: title and state · from 40 %: everything

struct View {
    qreal zoom = 1;
    QPointF offset;

    QPointF to_view(QPointF scene) const { return scene * zoom - offset; }
    QPointF to_scene(QPointF view) const { return (view + offset) / zoom; }
    QRectF to_view(const QRectF& scene) const { return {to_view(scene.topLeft()), scene.size() * zoom}; }
    QRectF to_scene(const QRectF& view) const { return {to_scene(view.topLeft()), view.size() / zoom}; }
    Detail detail() const { return zoom < 0.15 ? Detail::far : zoom < 0.4 ? Detail::middle : Detail::near; }
};

}  // namespace weft::ui
