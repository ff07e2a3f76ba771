// Pan, zoom, fit; where the overlays lie.
#include <cmath>

#include "core/model/edit_notes.h"
#include "ui/base/theme.h"
#include "ui/canvas/canvas_private.h"

namespace weft::ui {
namespace {

constexpr qreal smallest_zoom = 0.02, largest_zoom = 4;
constexpr qreal least_banner = 600;   // narrower than this it is wider than its flow
constexpr int edge = 16;           // of overlays to the viewport's edge
constexpr int foot = 66;           // zoom bar and minimap live below this

}  // namespace

void Canvas::Private::set_view(const View& wanted, bool animated, bool drafted) {
    glide.stop();
    if (!drafted) end_draft();
    const bool zoomed = !qFuzzyCompare(wanted.zoom, view.zoom);
    if (animated && q.isVisible() && !Theme::instance().reduced_motion()) {
        const View from = view;
        glide.setDuration(120);
        glide.setStartValue(0.0);
        glide.setEndValue(1.0);
        glide.setEasingCurve(QEasingCurve::OutCubic);
        glide.disconnect();
        QObject::connect(&glide, &QVariantAnimation::valueChanged, &q, [this, from, wanted](const QVariant& value) {
            const qreal t = value.toReal();
            const QPointF middle = QRectF(q.viewport()->rect()).center();
            const QPointF a = from.to_scene(middle), b = wanted.to_scene(middle);
            view.zoom = from.zoom * std::pow(wanted.zoom / from.zoom, t);
            view.offset = (a + (b - a) * t) * view.zoom - middle;
            if (t >= 1) view = wanted;
            still = {};
            q.viewport()->update();
            zoom_bar->show_zoom(view.zoom);
            emit q.view_changed();
        });
        glide.start();
    } else {
        view = wanted;
        still = {};
        q.viewport()->update();
    }
    zoom_bar->show_zoom(wanted.zoom);
    if (zoomed) emit q.zoom_changed(wanted.zoom);
    emit q.view_changed();
    keep_turning();
}

View Canvas::Private::fitted(const QRectF& target, qreal largest) const {
    const QSizeF room = q.viewport()->size();
    const qreal width = std::max(80.0, room.width() - 60);
    const qreal top = breadcrumb->isHidden() ? 26 : 50;
    View out;
    qreal height = 0;
    for (int pass = 0; pass < 3; ++pass) {   // a smaller frame makes the verdict under it narrower, and a narrow verdict has a line more
        const qreal under = std::clamp(target.width() * out.zoom, std::min(least_banner, width), width);
        const qreal banner = scene.banner.glyph == Glyph::none ? 0 : banner_height_for(scene.banner, under) + 18;
        height = std::max(80.0, room.height() - top - foot - banner);
        out.zoom = std::clamp(std::min(width / std::max(1.0, target.width()), height / std::max(1.0, target.height())), smallest_zoom, largest);
    }
    if (out.zoom > 0.94 && out.zoom < 1) out.zoom = 1;   // crisp text is worth a few pixels of margin
    const QPointF middle(room.width() / 2, top + height / 2);
    out.offset = target.center() * out.zoom - middle;
    out.offset = QPointF(std::round(out.offset.x()), std::round(out.offset.y()));   // crisp hairlines, and pan can blit
    return out;
}

void Canvas::Private::zoom_at(QPointF anchor, qreal factor, bool drafted) {
    end_typing();
    View wanted = view;
    wanted.zoom = std::clamp(view.zoom * factor, smallest_zoom, largest_zoom);
    if (std::abs(wanted.zoom - 1) < 0.02) wanted.zoom = 1;
    wanted.offset = view.to_scene(anchor) * wanted.zoom - anchor;
    wanted.offset = QPointF(std::round(wanted.offset.x()), std::round(wanted.offset.y()));
    view_is_fit = false;
    set_view(wanted, false, drafted);
}

void Canvas::Private::pan_by(QPoint distance) {
    if (distance.isNull()) return;
    end_typing();   // the field would stay behind
    glide.stop();
    view_is_fit = false;
    const std::vector<QRect> before = overlay_rects();
    view.offset -= QPointF(distance);
    if (keyboard && q.hasFocus()) {   // the focus ring stands still
        q.viewport()->update();
    } else {
        q.viewport()->scroll(distance.x(), distance.y(), q.viewport()->rect());
        painted.offset -= QPointF(distance);
        for (const QRect& rect : before) {   // what does not move with the ground left traces behind
            q.viewport()->update(rect);
            q.viewport()->update(rect.translated(distance));
        }
        for (const QRect& rect : overlay_rects()) q.viewport()->update(rect);
    }
    still = {};
    emit q.view_changed();
}

QRectF Canvas::Private::banner_rect() const {
    if (scene.banner.glyph == Glyph::none) return {};
    const QSizeF room = q.viewport()->size();
    const QRectF frame = view.to_view(scene.frame.rect);
    qreal left = std::max<qreal>(frame.left(), edge), right = std::min(frame.right(), room.width() - edge);
    const qreal least = std::min(room.width() - 2 * edge, least_banner);
    if (right - left < least) {
        const qreal middle = std::clamp((left + right) / 2, edge + least / 2, room.width() - edge - least / 2);
        left = middle - least / 2;
        right = middle + least / 2;
    }
    const qreal height = banner_height_for(scene.banner, right - left);
    const qreal top = std::clamp(frame.bottom() + 18, 12.0, std::max(12.0, room.height() - foot - height));
    QRectF banner(std::round(left), std::round(top), std::round(right - left), height);
    for (const QObject* child : q.viewport()->children()) {   // a large minimap
        const auto* widget = qobject_cast<const QWidget*>(child);
        if (widget && widget->isVisible() && widget != rename && QRectF(widget->geometry()).intersects(banner) && widget->x() > banner.center().x())
            banner.setRight(widget->x() - 12);
    }
    return banner;
}

std::vector<QRect> Canvas::Private::overlay_rects() const {
    std::vector<QRect> out;
    if (const QRect banner = banner_rect().toAlignedRect(); !banner.isEmpty()) out.push_back(banner.adjusted(-2, -2, 2, 2));
    for (const QObject* child : q.viewport()->children()) {
        const auto* widget = qobject_cast<const QWidget*>(child);
        if (widget && widget->isVisible() && !widget->isWindow()) out.push_back(widget->geometry());
    }
    const QRect all = q.viewport()->rect();
    if (diff) out.push_back(QRect(all.width() / 2, 0, all.width() - all.width() / 2, 92));   // its legend
    if (!document.can_draw() || scene.count() == 0) out.push_back(all);
    return out;
}

void Canvas::Private::place_children() {
    const QSize room = q.viewport()->size();
    zoom_bar->move(edge, room.height() - zoom_bar->height() - 12);
    breadcrumb->move(edge, 12);
}

void Canvas::Private::reveal(int node) {
    if (node < 0) return;
    const QRectF rect = view.to_view(scene.rects[std::size_t(node)]).adjusted(-20, -20, 20, 20);
    const QRectF room = QRectF(q.viewport()->rect()).adjusted(0, 0, 0, -foot);
    QPointF shift;
    if (rect.right() > room.right()) shift.setX(rect.right() - room.right());
    if (rect.left() - shift.x() < room.left()) shift.setX(rect.left() - room.left());
    if (rect.bottom() > room.bottom()) shift.setY(rect.bottom() - room.bottom());
    if (rect.top() - shift.y() < room.top()) shift.setY(rect.top() - room.top());
    if (shift.isNull()) return;
    View wanted = view;
    wanted.offset += QPointF(std::round(shift.x()), std::round(shift.y()));
    view_is_fit = false;
    set_view(wanted, true);
}

// --- slots ---

void Canvas::show_diff(std::shared_ptr<const CanvasDiff> diff) {
    d->diff = std::move(diff);
    d->diff_drawing = d->diff ? place_diff(d->scene, *d->diff) : DiffDrawing();
    d->still = {};
    viewport()->update();
}

const CanvasDiff* Canvas::shown_diff() const { return d->diff.get(); }

QRect Canvas::ghost_rect(int ghost) const {
    for (const DiffDrawing::Ghost& one : d->diff_drawing.ghosts)
        if (one.number == ghost) return d->view.to_view(one.rect).toRect();
    return {};
}

void Canvas::centre_on_ghost(int ghost) {
    const QRect rect = ghost_rect(ghost);
    if (rect.isEmpty() || viewport()->rect().contains(rect)) return;
    View wanted = d->view;
    wanted.offset += QPointF(rect.center() - viewport()->rect().center());
    d->view_is_fit = false;
    d->set_view(wanted, true);
}

void Canvas::zoom_by(qreal factor) { d->zoom_at(QRectF(viewport()->rect()).center(), factor); }

void Canvas::zoom_to(qreal factor) { zoom_by(factor / d->view.zoom); }

void Canvas::fit() {
    QRectF target;
    for (int node = 0; node < d->scene.count(); ++node) {
        if (d->scene.has(node, flag_selected)) target |= d->scene.rects[std::size_t(node)];
    }
    if (const NotePart* note = d->note_part(d->chosen_note())) target |= note->rect;
    if (target.isNull()) return fit_all();
    d->view_is_fit = false;
    d->set_view(d->fitted(target.adjusted(-60, -60, 60, 60), 1.25), true);
}

void Canvas::fit_all() {
    if (d->scene.count() == 0 && d->scene.notes.empty()) return d->set_view({}, false);
    const bool first = !isVisible();
    d->set_view(d->fitted(d->scene.bounds() | d->diff_drawing.bounds(), 1), !first);
    d->view_is_fit = true;
}

void Canvas::centre_on(TaskId id) {
    const BodyRef scope = d->scene.find(id) >= 0 ? d->document.scope() : edit::drawn_in(*d->document.flow(), id);
    if (!(scope == d->document.scope())) d->document.open_scope(scope);
    if (d->scene_pending) {
        d->when_built.push_back([this, id] { centre_on(id); });
        return;
    }
    const int node = d->scene.find(id);
    if (node >= 0) d->reveal(node);
}

void Canvas::centre_at(QPointF scene) {
    View wanted = d->view;
    const QPointF middle = QRectF(viewport()->rect()).center();
    wanted.offset = scene * wanted.zoom - middle;
    wanted.offset = QPointF(std::round(wanted.offset.x()), std::round(wanted.offset.y()));
    d->view_is_fit = false;
    d->set_view(wanted, false);
}

QRectF Canvas::visible_scene() const { return d->view.to_scene(QRectF(viewport()->rect())); }

void Canvas::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    d->place_children();
    d->still = {};
    if (d->view_is_fit && d->scene.count() > 0) d->set_view(d->fitted(d->scene.bounds(), 1), false);
    emit view_changed();
}

void Canvas::showEvent(QShowEvent* event) {
    QAbstractScrollArea::showEvent(event);
    d->place_children();
    if (d->view_is_fit) fit_all();
    d->keep_turning();
}

}  // namespace weft::ui
