#include "ui/canvas/canvas.h"

#include <QEvent>
#include <utility>

#include "ui/bridge/background.h"
#include "ui/canvas/canvas_accessible.h"
#include "ui/canvas/canvas_private.h"

namespace weft::ui {

Canvas::Private::Private(Canvas& canvas, FlowDocument& doc)
    : q(canvas), document(doc), zoom_bar(new ZoomBar(canvas.viewport())), breadcrumb(new Breadcrumb(canvas.viewport())), rename(new RenameField(canvas.viewport())) {
    clock.start();
}

Canvas::Canvas(FlowDocument& document, QWidget* parent) : Canvas(document, {}, parent) {}

Canvas::Canvas(FlowDocument& document, layout::FlowPicture laid_out, QWidget* parent) : QAbstractScrollArea(parent) {
    install_canvas_accessibility();
    setObjectName("canvas");
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setAttribute(Qt::WA_NoSystemBackground);
    d = std::make_unique<Private>(*this, document);
    connect(d->zoom_bar, &ZoomBar::step, this, &Canvas::zoom_by);
    connect(d->zoom_bar, &ZoomBar::reset, this, [this] { qFuzzyCompare(d->view.zoom, 1.0) ? fit_all() : zoom_to(1); });
    connect(d->breadcrumb, &Breadcrumb::chosen, this, [this](int index) {
        if (std::size_t(index) < d->trail.size()) d->document.open_scope(BodyRef(d->trail[std::size_t(index)]));
    });
    connect(d->rename, &RenameField::finished, this, [this](const QString& name) { d->finish_rename(name); });
    connect(d->rename, &RenameField::given_up, this, [this] { setFocus(Qt::OtherFocusReason); });
    if (!laid_out.tasks.empty()) d->laid_out = std::move(laid_out);
    d->listen();
    d->scope_changed();
}

Canvas::~Canvas() {
    constexpr int large = 100;
    if (d->scene.count() > large) let_go(std::exchange(d->scene, {}));
}

void Canvas::apply(const CanvasSettings& settings) { d->settings = settings; }

FlowDocument& Canvas::document() const { return d->document; }

QRect Canvas::node_rect(TaskId id) const {
    const int node = d->scene.find(id);
    return node < 0 ? QRect() : d->view.to_view(d->scene.rects[std::size_t(node)]).toRect();
}

QRect Canvas::frame_rect() const { return d->view.to_view(d->scene.frame.rect).toAlignedRect(); }

QRect Canvas::verdict_rect() const { return d->banner_rect().toAlignedRect(); }

QPoint Canvas::port_point(TaskId id, bool output) const {
    const int node = d->scene.find(id);
    if (node < 0) return {};
    const NodeParts parts = node_parts(d->scene.shape(node));
    return d->view.to_view(output ? parts.output : parts.input).toPoint();
}

QPoint Canvas::chevron_point(TaskId id) const {
    const int node = d->scene.find(id);
    return node < 0 || !d->scene.shape(node).opens ? QPoint() : d->view.to_view(node_parts(d->scene.shape(node)).chevron).toPoint();
}

TaskId Canvas::node_at(QPoint viewport) const { return d->hits.at(d->view.to_scene(QPointF(viewport))).node; }

qreal Canvas::zoom() const { return d->view.zoom; }

QString Canvas::hint() const { return d->hint; }

Canvas::Drawn Canvas::last_drawn() const { return {d->drawn.nodes, d->drawn.edges, d->drawn.segments, d->drawn.texts}; }

const CanvasScene& Canvas::scene() const { return d->scene; }

void Canvas::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) d->rebuild();
}

}  // namespace weft::ui
