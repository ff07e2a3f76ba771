#include "ui/canvas/lineage_view.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QShortcut>
#include <algorithm>
#include <map>
#include <set>

#include "ui/base/theme.h"
#include "ui/base/widgets.h"
#include "ui/bridge/background.h"
#include "ui/bridge/lineage_text.h"
#include "ui/bridge/text.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/scene_painter.h"
#include "ui/document/flow_document.h"
#include "ui/document/task_places.h"

namespace weft::ui {

namespace {

constexpr int veil_alpha = 205, most_lines = 3;
constexpr std::size_t most_steps = 400;   // more than that nobody reads
constexpr qreal label_width = 260;

void paint_arrow(QPainter& painter, const QPointF& tip, qreal size) {
    painter.drawLine(tip, tip + QPointF(-size, -size * 0.6));
    painter.drawLine(tip, tip + QPointF(-size, size * 0.6));
}

}  // namespace

LineageView::LineageView(Canvas& canvas, std::vector<ValuePlace> about) : QWidget(&canvas), canvas_(canvas), about_(std::move(about)), bar_(new QFrame(&canvas)), words_(label("lineage-words", {}, "muted")) {
    setObjectName(QStringLiteral("lineage-view"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    bar_->setObjectName(QStringLiteral("lineage-bar"));
    bar_->setProperty("look", "card");
    bar_->setAutoFillBackground(true);
    auto* row = new QHBoxLayout(bar_);
    row->setContentsMargins(12, 6, 6, 6);
    row->addWidget(words_, 1);
    QPushButton* leave = button(QStringLiteral("lineage-leave"), tr("Leave (Esc)"), "link");
    row->addWidget(leave);
    connect(leave, &QPushButton::clicked, this, &LineageView::left);
    connect(new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WindowShortcut), &QShortcut::activated, this, &LineageView::left);
    connect(&canvas, &Canvas::view_changed, this, &LineageView::follow_drawing);
    connect(&canvas.document(), &FlowDocument::changed, this, &LineageView::follow);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    canvas.installEventFilter(this);
    follow();
    place();
    show();
    bar_->show();
    raise();
    bar_->raise();
}

LineageView::~LineageView() { delete bar_; }

int LineageView::node_of(TaskId task) const {
    const CanvasScene& scene = canvas_.scene();
    if (const int node = scene.find(task); node >= 0) return node;
    const std::vector<const Task*> around = enclosing_tasks(*canvas_.document().flow(), task);   // inside a group: the group
    for (auto one = around.rbegin(); one != around.rend(); ++one)
        if (const int node = scene.find((*one)->id); node >= 0) return node;
    return -1;
}

// Asked of a flow that does not change, so that any thread may do it; the names of places are looked for there too.
LineageView::Way LineageView::way_of(const Flow& flow, const std::vector<ValuePlace>& about) {
    Way way;
    std::set<ValueStep> seen;
    for (const ValuePlace& one : about) {
        const Lineage found = lineage(flow, one);
        way.cut = way.cut || found.cut;
        for (const std::vector<ValueStep>* side : {&found.from, &found.to})
            for (const ValueStep& step : *side)
                if (seen.insert(step).second) way.steps.push_back(step);
        if (way.steps.size() < most_steps) continue;
        way.cut = way.cut || &one != &about.back();
        break;
    }
    QStringList spoken;
    for (const ValueStep& step : way.steps) spoken << place_text(flow, step.from) + QStringLiteral(": ") + sink_text(flow, step.to);
    way.spoken = spoken.join(QStringLiteral("; "));
    const ValuePlace& first = about.front();
    const Task* task = first.task ? find_task(flow, first.task) : nullptr;
    const bool all = std::any_of(about.begin(), about.end(), [&](const ValuePlace& one) { return one.name != first.name || one.kind != first.kind; });
    if (way.steps.empty()) way.about = tr("No value comes here from elsewhere, and none goes on.");
    else if (all && task) way.about = tr("Where the values of %1 come from and go to").arg(qs(task->name));
    else way.about = tr("Where this value comes from and goes to: %1").arg(place_text(flow, first));
    if (way.cut) way.about += u' ' + tr("(the first 400 steps)");
    return way;
}

void LineageView::follow() {
    const FlowPtr flow = canvas_.document().flow();
    std::set<TaskId> looked_for, gone;
    for (const ValuePlace& one : about_)
        if (one.task && looked_for.insert(one.task).second && !find_task(*flow, one.task)) gone.insert(one.task);
    std::erase_if(about_, [&](const ValuePlace& one) { return gone.count(one.task) > 0; });
    if (about_.empty()) {
        QMetaObject::invokeMethod(this, &LineageView::left, Qt::QueuedConnection);   // what was looked at is gone
        return;
    }
    flow_ = flow;
    if (traced_at_once(*flow)) return show_way(way_of(*flow, about_));
    follow_drawing();   // the way as it was known, until the new one is there
    in_background(this, [flow, about = about_] { return way_of(*flow, about); }, [this, flow](Way way) {
        if (flow_ == flow && canvas_.document().flow() == flow) show_way(std::move(way));
    });
}

void LineageView::show_way(Way way) {
    steps_ = std::move(way.steps);
    words_->setText(way.about);
    setAccessibleName(way.about);
    setAccessibleDescription(way.spoken);
    words_->setAccessibleDescription(way.spoken);
    follow_drawing();
}

void LineageView::follow_drawing() {
    wires_.clear();
    std::map<std::pair<int, int>, std::size_t> known;
    for (const ValueStep& step : steps_) {
        const int from = step.from.task ? node_of(step.from.task) : -1, to = node_of(step.to.task);
        if (to < 0 || from == to || (step.from.task && from < 0)) continue;
        const QString text = step_label(step);
        const auto [at, fresh] = known.try_emplace({from, to}, wires_.size());
        if (fresh) {
            wires_.push_back({from, to, text});
            continue;
        }
        QString& label = wires_[at->second].label;
        if (label.count(u'\n') + 1 < most_lines && !label.split(u'\n').contains(text)) label += u'\n' + text;
    }
    place();
    update();
}

std::vector<int> LineageView::lit_nodes() const {
    std::set<int> nodes;
    for (const ValuePlace& one : about_)
        if (one.task) nodes.insert(node_of(one.task));
    for (const ValueStep& step : steps_)
        for (const ValuePlace* place : {&step.from, &step.to})
            if (place->task) nodes.insert(node_of(place->task));
    nodes.erase(-1);
    return {nodes.begin(), nodes.end()};
}

void LineageView::place() {
    setGeometry(canvas_.viewport()->geometry());
    if (!bar_) return;
    bar_->adjustSize();
    bar_->resize(std::min(bar_->sizeHint().width(), width() - 24), bar_->sizeHint().height());
    bar_->move(x() + (width() - bar_->width()) / 2, y() + 12);
}

void LineageView::paintEvent(QPaintEvent*) {
    const Colours& c = Theme::instance().colours();
    const CanvasScene& scene = canvas_.scene();
    const qreal zoom = canvas_.zoom();
    const QPointF corner = canvas_.visible_scene().topLeft();
    const auto view = [&](QPointF at) { return (at - corner) * zoom; };
    QTransform to_view;
    to_view.scale(zoom, zoom);
    to_view.translate(-corner.x(), -corner.y());

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath veil, windows;
    veil.addRect(rect());
    const std::vector<int> lit = lit_nodes();
    for (const int node : lit) windows.addPath(to_view.map(node_outline(scene.shape(node))));
    QColor shade = c.canvas;
    shade.setAlpha(veil_alpha);
    painter.fillPath(veil.subtracted(windows), shade);

    std::set<int> asked;
    for (const ValuePlace& one : about_)
        if (one.task) asked.insert(node_of(one.task));
    for (const int node : lit) {
        painter.setPen(QPen(c.accent, asked.count(node) ? 2.6 : 1.4));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(to_view.map(node_outline(scene.shape(node))));
    }
    std::vector<QRectF> taken;   // labels do not lie on each other
    const auto write = [&](QPointF middle, const QString& text) {
        const QFont font = Theme::instance().font(11.5, 500);
        const QFontMetricsF metrics(font);
        QStringList lines = text.split(u'\n');
        qreal wide = 0;
        for (QString& line : lines) {
            line = metrics.elidedText(line, Qt::ElideMiddle, label_width);
            wide = std::max(wide, metrics.horizontalAdvance(line));
        }
        QRectF box(0, 0, wide + 18, metrics.height() * lines.size() + 7);
        box.moveCenter(middle);
        for (int tries = 0; tries < 12 && std::any_of(taken.begin(), taken.end(), [&](const QRectF& one) { return one.intersects(box); }); ++tries) box.translate(0, metrics.height() + 8);
        taken.push_back(box);
        painter.setPen(QPen(c.accent, 1));
        painter.setBrush(c.panel);
        painter.drawRoundedRect(box, 8, 8);
        painter.setPen(c.accent);
        painter.setFont(font);
        painter.drawText(box, Qt::AlignCenter, lines.join(u'\n'));
    };
    std::vector<std::pair<QPointF, QString>> labels;
    for (const Lit& wire : wires_) {
        const NodeShape target = scene.shape(wire.to);
        const QPointF end = target.handler ? QPointF(target.box.left(), target.box.center().y()) : node_parts(target).input;
        painter.setPen(QPen(c.accent, 2.4, Qt::SolidLine, Qt::RoundCap));
        painter.setBrush(Qt::NoBrush);
        if (wire.from < 0) {    // from the flow itself: there is no task to draw it from
            const QPointF tip = view(QPointF(target.box.left() + 26, target.box.top()));
            painter.drawLine(tip - QPointF(0, 22), tip);
            painter.drawLine(tip, tip + QPointF(-5, -7));
            painter.drawLine(tip, tip + QPointF(5, -7));
            labels.push_back({tip - QPointF(-40, 34), wire.label});
            continue;
        }
        const NodeShape source = scene.shape(wire.from);
        const QPointF begin = source.handler ? QPointF(source.box.right(), source.box.center().y()) : node_parts(source).output;
        const WireCurve curve = wire_curve(view(begin), view(end));
        painter.drawPath(path_of(curve));
        paint_arrow(painter, curve.to, 8);
        labels.push_back({curve.at(0.5), wire.label});
    }
    for (const auto& [at, text] : labels) write(at, text);
}

bool LineageView::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &canvas_ && (event->type() == QEvent::Resize || event->type() == QEvent::Show)) place();
    return QWidget::eventFilter(watched, event);
}

void LineageView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        bar_->findChild<QPushButton*>(QStringLiteral("lineage-leave"))->setText(tr("Leave (Esc)"));
        follow();
    }
    QWidget::changeEvent(event);
}

}  // namespace weft::ui
