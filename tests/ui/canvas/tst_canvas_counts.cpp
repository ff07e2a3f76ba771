// What a step of a person makes the canvas draw, counted: a regression fails here without a clock. One row a line of the table of figures
// (tests/bench, weft_bench_canvas), on 2,000 tasks with a hub of 100 edges.
#include <QtTest>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include "ui/canvas/canvas.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/document/flow_document.h"

using namespace weft;
using namespace weft::ui;

namespace {

constexpr int columns = 40, rows = 50;
constexpr double across = 256, down = 102;

DocumentPtr placed_tasks(layout::FlowPicture& picture, TaskId& hub) {
    auto flow = std::make_shared<Flow>();
    auto own = std::make_shared<Definition>();
    own->kind = DefinitionKind::container;
    const int middle = (columns / 2) * rows + rows / 2;
    hub = TaskId(middle + 1);
    for (int i = 0; i < columns * rows; ++i) {
        Task task;
        task.id = TaskId(i + 1);
        task.name = "task-" + std::to_string(i);
        task.own = own;
        if (i >= rows) task.needs.push_back({"task-" + std::to_string(i - rows)});
        if (i >= middle + rows && i < middle + rows + 99) task.needs.push_back({"task-" + std::to_string(middle)});
        picture.tasks.push_back({task.id, layout::frame_left + (i / rows) * across, layout::frame_top + (i % rows) * down});
        flow->main.tasks.push_back(std::make_shared<const Task>(std::move(task)));
    }
    picture.width = columns * across + 60;
    picture.height = picture.lane_top = picture.lane_bottom = rows * down + 100;
    auto document = std::make_shared<Document>();
    document->flow = std::move(flow);
    return document;
}

}  // namespace

class tst_canvas_counts : public QObject {
    Q_OBJECT
  private:
    std::unique_ptr<FlowDocument> document_;
    std::unique_ptr<Canvas> canvas_;
    TaskId hub_ = 0;
    int paints_ = 0;

    QWidget* ground() const { return canvas_->viewport(); }
    bool eventFilter(QObject*, QEvent* event) override {
        paints_ += event->type() == QEvent::Paint;
        return false;
    }
    void mouse(QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons buttons) {
        QMouseEvent event(type, at, ground()->mapToGlobal(at), button, buttons, Qt::NoModifier);
        QCoreApplication::sendEvent(ground(), &event);
    }
    // What the paint after it drew.
    template <class Step> Canvas::Drawn after(Step step) {
        QCoreApplication::processEvents();
        const int before = paints_;
        step();
        if (!QTest::qWaitFor([&] { return paints_ > before; })) qWarning("nothing was painted");
        return canvas_->last_drawn();
    }
    Canvas::Drawn whole() {
        QCoreApplication::processEvents();      // what the step before has left to paint
        ground()->repaint();
        return canvas_->last_drawn();
    }
    void look(double zoom) {
        canvas_->zoom_to(zoom);
        canvas_->centre_at(canvas_->scene().rects[std::size_t(canvas_->scene().find(hub_))].center());
        QVERIFY(std::abs(canvas_->node_rect(hub_).width() - layout::node_width * zoom) <= 1);
    }
    // Held and moved; Esc gives it up, so that nothing changes.
    Canvas::Drawn held(QPointF from, Qt::MouseButton button) {
        mouse(QEvent::MouseButtonPress, from, button, button);
        for (int i = 1; i <= 3; ++i) mouse(QEvent::MouseMove, from + QPointF(17, 9) * i, Qt::NoButton, button);
        const Canvas::Drawn drawn = after([&] { mouse(QEvent::MouseMove, from + QPointF(17, 9) * 4, Qt::NoButton, button); });
        QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        if (button == Qt::LeftButton) QCoreApplication::sendEvent(canvas_.get(), &escape);
        mouse(QEvent::MouseButtonRelease, from + QPointF(17, 9) * 4, button, Qt::NoButton);
        return drawn;
    }
    // As many as have room in the window, with one more at each side.
    int room(double zoom) const { return int(ground()->width() / zoom / across + 2) * int(ground()->height() / zoom / down + 2); }
    int edges() const { return int(canvas_->scene().wires.size()); }

  private slots:
    void init() {
        layout::FlowPicture picture;
        document_ = std::make_unique<FlowDocument>(placed_tasks(picture, hub_), QString());
        canvas_ = std::make_unique<Canvas>(*document_, picture);
        canvas_->resize(1200, 800);
        ground()->installEventFilter(this);
        canvas_->show();
        QVERIFY(QTest::qWaitForWindowExposed(canvas_.get()));
        QTRY_COMPARE(canvas_->scene().count(), columns * rows);   // built by a worker
    }
    void cleanup() {
        canvas_.reset();
        document_.reset();
    }

    void all_in_view() {
        canvas_->fit_all();
        const Canvas::Drawn drawn = whole();
        QCOMPARE(drawn.nodes, columns * rows);
        QCOMPARE(drawn.edges, edges());
        QCOMPARE(drawn.segments, edges());      // a line each
        QVERIFY(drawn.texts <= 4);              // the frame's
    }

    void status_changes() {
        canvas_->fit_all();
        auto state = std::make_shared<run::RunState>();
        for (int i = 0; i < 200; ++i) state->tasks["task-" + std::to_string(i * 7)].stage = run::Stage::succeeded;
        const Canvas::Drawn drawn = after([&] { document_->show_run(state, {}, 1); });
        QVERIFY(drawn.nodes <= columns * rows);
        QVERIFY(drawn.segments <= edges());
        QVERIFY(drawn.texts <= 4);
    }

    void at_100_percent() {
        look(1);
        const Canvas::Drawn drawn = whole();
        QVERIFY2(drawn.nodes > 10 && drawn.nodes <= room(1), qPrintable(QString::number(drawn.nodes)));
        QVERIFY2(drawn.texts <= 2 * drawn.nodes + 4, qPrintable(QString::number(drawn.texts)));
        QVERIFY2(drawn.segments <= 40 * drawn.edges && drawn.edges < edges() / 4, qPrintable(QString("%1 %2").arg(drawn.segments).arg(drawn.edges)));
    }

    void a_pan_step_draws_what_came_into_view() {
        look(1);
        const Canvas::Drawn all = whole(), step = held(ground()->rect().center(), Qt::MiddleButton);
        QVERIFY2(step.nodes < all.nodes && step.segments < all.segments / 2, qPrintable(QString("%1 %2 of %3 %4").arg(step.nodes).arg(step.segments).arg(all.nodes).arg(all.segments)));
    }

    void a_wheel_step() {
        look(0.5);
        whole();
        const QPointF at = ground()->rect().center();
        const Canvas::Drawn drawn = after([&] {
            QWheelEvent event(at, ground()->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(ground(), &event);
        });
        QVERIFY2(drawn.nodes <= room(0.6), qPrintable(QString::number(drawn.nodes)));
    }

    void the_hub_is_dragged_over_a_still_picture() {
        look(1);
        whole();
        const Canvas::Drawn drawn = held(canvas_->node_rect(hub_).center(), Qt::LeftButton);
        QCOMPARE(drawn.nodes, 1);
        QVERIFY2(drawn.edges > 0 && drawn.edges <= 102, qPrintable(QString::number(drawn.edges)));
        QVERIFY(drawn.texts <= 2);
    }

    void everything_selected() {
        canvas_->fit_all();
        whole();
        const Canvas::Drawn drawn = after([&] { canvas_->select_all(); });
        QVERIFY(drawn.nodes <= columns * rows);
        QVERIFY(drawn.texts <= 4);
    }

    void everything_is_dragged_without_titles_and_only_where_it_shows() {
        look(0.3);
        canvas_->select_all();
        whole();
        const Canvas::Drawn drawn = held(canvas_->node_rect(hub_).center(), Qt::LeftButton);
        QVERIFY2(drawn.nodes > 100 && drawn.nodes <= room(0.3), qPrintable(QString::number(drawn.nodes)));
        QCOMPARE(drawn.texts, 0);
        QVERIFY2(drawn.edges < edges() / 2, qPrintable(QString("%1 of %2").arg(drawn.edges).arg(edges())));
        QVERIFY(whole().texts > 0);             // let go of, they are back
    }
};

QTEST_MAIN(tst_canvas_counts)
#include "tst_canvas_counts.moc"
