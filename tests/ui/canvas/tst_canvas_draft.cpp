// Zooming with the wheel on a screen of twice the pixels: a crowded view zooms in drafts and is painted when the wheel rests; a small one is painted each time.
#include <QtTest>

#include <QMouseEvent>
#include <QWheelEvent>

#include "ui/canvas/canvas.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/document/flow_document.h"

using namespace weft;
using namespace weft::ui;

namespace {

DocumentPtr placed_tasks(int columns, int rows, layout::FlowPicture& picture) {
    auto flow = std::make_shared<Flow>();
    auto own = std::make_shared<Definition>();
    own->kind = DefinitionKind::container;
    for (int i = 0; i < columns * rows; ++i) {
        Task task;
        task.id = TaskId(i + 1);
        task.name = "task-" + std::to_string(i);
        task.own = own;
        for (const int back : {rows, rows + 1, rows - 3})
            if (i >= 2 * rows) task.needs.push_back({"task-" + std::to_string(i - back)});
        picture.tasks.push_back({task.id, layout::frame_left + (i / rows) * 256.0, layout::frame_top + (i % rows) * 82.0});
        flow->main.tasks.push_back(std::make_shared<const Task>(std::move(task)));
    }
    picture.width = columns * 256.0 + 60;
    picture.height = picture.lane_top = picture.lane_bottom = rows * 82.0 + 100;
    auto document = std::make_shared<Document>();
    document->flow = std::move(flow);
    return document;
}

}  // namespace

class tst_canvas_draft : public QObject {
    Q_OBJECT
  private:
    std::unique_ptr<FlowDocument> document_;
    std::unique_ptr<Canvas> canvas_;
    int paints_ = 0;
    Canvas::Drawn sum_;

    void add(const Canvas::Drawn& more) { sum_ = {sum_.nodes + more.nodes, sum_.edges + more.edges, sum_.segments + more.segments, sum_.texts + more.texts}; }

    QWidget* ground() const { return canvas_->viewport(); }
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() != QEvent::Paint) return false;
        if (paints_++ > 0) add(canvas_->last_drawn());   // the one before it
        return false;
    }
    void show(int columns, int rows) {
        canvas_.reset();
        layout::FlowPicture picture;
        document_ = std::make_unique<FlowDocument>(placed_tasks(columns, rows, picture), QString());
        canvas_ = std::make_unique<Canvas>(*document_, picture);
        canvas_->resize(1600, 1000);
        ground()->installEventFilter(this);
        canvas_->show();
        QVERIFY(QTest::qWaitForWindowExposed(canvas_.get()));
        QTRY_COMPARE(canvas_->scene().count(), columns * rows);
        QCOMPARE(canvas_->devicePixelRatioF(), 2.0);
    }
    void look(double zoom) {
        canvas_->zoom_to(zoom);
        canvas_->centre_at(canvas_->scene().bounds().center());
        QCoreApplication::processEvents();
        ground()->repaint();
    }
    // All that is painted by a turn of the wheel, at once: no clock has a say.
    Canvas::Drawn step(int delta) {
        const QPointF at = ground()->rect().center();
        QWheelEvent event(at, ground()->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        paints_ = 0, sum_ = {};
        QCoreApplication::sendEvent(ground(), &event);
        ground()->repaint();
        if (paints_ > 0) add(canvas_->last_drawn());
        else qWarning("nothing was painted");
        return sum_;
    }

  private slots:
    void cleanup() {
        canvas_.reset();
        document_.reset();
    }

    void a_crowded_view_zooms_in_drafts_and_is_painted_at_rest() {
        show(40, 60);
        look(0.45);
        const Canvas::Drawn before = canvas_->last_drawn();
        QVERIFY2(before.nodes > 200, qPrintable(QString::number(before.nodes)));
        const Canvas::Drawn first = step(120);
        QVERIFY2(first.nodes <= 12, qPrintable(QString("%1: more than what lies under the small panels").arg(first.nodes)));
        for (const int delta : {120, -120, -120}) {
            const Canvas::Drawn next = step(delta);
            QCOMPARE(next.nodes, 0);
            QCOMPARE(next.segments, 0);
            QCOMPARE(next.texts, 0);
        }
        QTRY_VERIFY(canvas_->last_drawn().nodes > 200);   // the rest
        QVERIFY(step(120).nodes <= 12);                   // and the next one is a draft again
    }

    void a_draft_shows_what_was_there_where_it_will_be_data() {
        QTest::addColumn<bool>("panned");
        QTest::newRow("as painted") << false;
        QTest::newRow("after a pan, which only moves pixels") << true;
    }
    void a_draft_shows_what_was_there_where_it_will_be() {
        QFETCH(bool, panned);
        show(40, 60);
        look(0.5);
        if (panned) {
            const QPointF from = ground()->rect().center();
            const auto mouse = [&](QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons held) {
                QMouseEvent event(type, at, ground()->mapToGlobal(at), button, held, Qt::NoModifier);
                QCoreApplication::sendEvent(ground(), &event);
                QCoreApplication::processEvents();
            };
            mouse(QEvent::MouseButtonPress, from, Qt::MiddleButton, Qt::MiddleButton);
            for (int i = 1; i <= 5; ++i) mouse(QEvent::MouseMove, from + QPointF(21, -13) * i, Qt::NoButton, Qt::MiddleButton);
            mouse(QEvent::MouseButtonRelease, from + QPointF(21, -13) * 5, Qt::MiddleButton, Qt::NoButton);
        }
        TaskId id = 0;
        for (int i = 0; i < 400 && !id; ++i) id = canvas_->node_at(ground()->rect().center() + QPoint(i, i / 3));
        QVERIFY(id);
        QVERIFY(step(120).nodes <= 12);
        const QImage draft = ground()->grab().toImage();
        QTRY_VERIFY(canvas_->last_drawn().nodes > 100);
        const QImage truth = ground()->grab().toImage();
        QCOMPARE(draft.size(), truth.size());
        const QRect rect = canvas_->node_rect(id);
        const QPoint inside = rect.center() * 2 + QPoint(0, rect.height() / 2), outside = (rect.topRight() + QPoint(12, -5)) * 2;
        QVERIFY(truth.pixelColor(inside) != truth.pixelColor(outside));
        QCOMPARE(draft.pixelColor(inside), truth.pixelColor(inside));
        QCOMPARE(draft.pixelColor(outside), truth.pixelColor(outside));
    }

    void far_out_it_is_painted_before_most_of_the_window_is_bare() {
        show(40, 60);
        look(0.9);
        look(0.5);
        int painted = 0;
        for (int i = 0; i < 8; ++i) painted += step(-120).nodes > 100;
        QVERIFY2(painted >= 1 && painted <= 3, qPrintable(QString::number(painted)));
    }

    void a_fit_ends_the_draft_at_once() {
        show(40, 60);
        look(0.5);
        QVERIFY(step(120).nodes <= 12);
        canvas_->zoom_to(0.5);
        QCoreApplication::processEvents();
        ground()->repaint();
        QVERIFY(canvas_->last_drawn().nodes > 100);
    }

    void a_small_flow_is_painted_at_every_step() {
        show(4, 3);
        look(1);
        for (const int delta : {120, -120, -120}) QVERIFY(step(delta).nodes > 0);
    }
};

int main(int argc, char** argv) {
    qputenv("QT_SCALE_FACTOR", "2");
    QApplication app(argc, argv);
    tst_canvas_draft test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_canvas_draft.moc"
