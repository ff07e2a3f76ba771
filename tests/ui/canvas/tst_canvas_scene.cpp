// The scene and its painting without a mouse: work counted, geometry shared, states in words.
#include <QAbstractItemModelTester>
#include <QImage>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QTreeView>

#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/base/theme.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/gestures/connect.h"
#include "ui/canvas/gestures/move.h"
#include "ui/canvas/outline_model.h"
#include "ui/canvas/panels.h"
#include "ui/canvas/scene_painter.h"
#include "ui/canvas/scene_text.h"

using namespace weft;
using namespace weft::ui;

namespace {

// A gesture's world as a handful of boxes.
class Boxes : public HitTest {
  public:
    std::vector<std::pair<TaskId, QRectF>> boxes;
    Hit at(QPointF scene) const override {
        Hit hit;
        for (const auto& [id, box] : boxes) {
            if (box.contains(scene)) hit.node = id, hit.part = NodePart::body;
        }
        return hit;
    }
    Hit wire_at(QPointF) const override { return {}; }
    std::vector<TaskId> nodes_in(const QRectF&) const override { return {}; }
    std::vector<TaskPair> wires_across(const QLineF&) const override { return {}; }
    QRectF rect_of(TaskId id) const override {
        for (const auto& [known, box] : boxes) {
            if (known == id) return box;
        }
        return {};
    }
    bool is_handler(TaskId) const override { return false; }
    bool in_lane(QPointF) const override { return false; }
    bool has_wires(TaskId) const override { return true; }
};

FlowPtr layered(int tasks) {
    auto flow = std::make_shared<Flow>();
    flow->name = "wide";
    const int width = 100;
    auto own = std::make_shared<Definition>();
    own->kind = DefinitionKind::script;
    own->source = "true\n";
    for (int i = 0; i < tasks; ++i) {
        auto task = std::make_shared<Task>();
        task->id = TaskId(i + 1);
        task->name = "task-" + std::to_string(i);
        task->own = own;
        if (i >= width) task->needs.push_back({"task-" + std::to_string(i - width)});
        if (i >= width && i % 2) task->needs.push_back({"task-" + std::to_string(i - width - (i % width ? 1 : 0))});
        flow->main.tasks.push_back(task);
    }
    return flow;
}

layout::FlowPicture grid_of(const Flow& flow) {
    layout::FlowPicture picture;
    int i = 0;
    for (const TaskPtr& task : flow.main.tasks) {
        picture.tasks.push_back({task->id, 28.0 + (i / 100) * 256, 76.0 + (i % 100) * 102});
        ++i;
    }
    picture.width = 28 + 256.0 * (i / 100 + 1);
    picture.height = 76 + 102.0 * 100;
    picture.lane_top = picture.lane_bottom = picture.height;
    return picture;
}

}  // namespace

class CanvasSceneTest : public QObject {
    Q_OBJECT

  private slots:
    void three_levels_of_detail_do_ever_less() {
        const FlowPtr flow = layered(2000);
        const CanvasScene scene = build_scene({flow, {}, grid_of(*flow)});
        QCOMPARE(scene.count(), 2000);
        TextCache texts;
        texts.reset(2000);
        QImage image(1600, 900, QImage::Format_RGB32);
        const auto paint = [&](qreal zoom) {
            PaintJob job{scene, {zoom, {}}};
            job.texts = &texts;
            QPainter painter(&image);
            return paint_scene(painter, image.rect(), job);
        };
        const DrawCount far = paint(0.08), middle = paint(0.3), near = paint(1);
        QCOMPARE(far.texts, 0);
        QVERIFY(far.nodes > middle.nodes && middle.nodes > near.nodes);
        QVERIFY2(far.segments <= far.edges, "far away a wire is one line");
        QVERIFY2(middle.texts <= middle.nodes, "in the middle a node has its title at most");
        QVERIFY2(near.nodes < 120, qPrintable(QString::number(near.nodes)));
        QVERIFY(near.segments > near.edges);
    }

    void only_what_is_dirty_is_walked() {
        const FlowPtr flow = layered(2000);
        const CanvasScene scene = build_scene({flow, {}, grid_of(*flow)});
        TextCache texts;
        texts.reset(2000);
        QImage image(1600, 900, QImage::Format_RGB32);
        PaintJob job{scene, {}};
        job.texts = &texts;
        QPainter painter(&image);
        const DrawCount part = paint_scene(painter, QRect(40, 80, 30, 30), job);
        QVERIFY2(part.nodes <= 2, qPrintable(QString::number(part.nodes)));
    }

    void painting_and_hitting_share_their_geometry() {
        for (const bool handler : {false, true}) {
            for (const bool with_state : {false, true}) {
                const NodeShape shape{QRectF(100, 100, 196, 62), handler, with_state};
                const NodeParts parts = node_parts(shape);
                QVERIFY(node_outline(shape).contains(parts.tile));
                QCOMPARE(node_part_at(shape, parts.title.center()), NodePart::title);
                QCOMPARE(node_part_at(shape, parts.subtitle.center()), NodePart::body);
                QCOMPARE(node_part_at(shape, parts.badge), NodePart::badge);
                QCOMPARE(node_part_at(shape, QPointF(99, 90)), NodePart::none);
                if (with_state) QVERIFY(shape.box.contains(parts.state) && parts.subtitle.bottom() <= parts.state.top() + 3);
                QCOMPARE(node_part_at(shape, parts.output - QPointF(2, 0), 2), handler ? NodePart::body : NodePart::output);
                QVERIFY2(!handler || node_part_at(shape, QPointF(294, 104)) == NodePart::none, "outside the notch");
            }
        }
    }

    void states_are_words_with_time_or_reason_data() {
        QTest::addColumn<int>("stage");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("because");
        QTest::addColumn<int>("attempts");
        QTest::addColumn<QString>("line");
        using run::Stage;
        QTest::newRow("succeeded") << int(Stage::succeeded) << "" << "" << 1 << "Succeeded  0.4 s";
        QTest::newRow("failed twice") << int(Stage::failed) << "exit 1" << "" << 2 << "Failed  exit 1 · 2 attempts";
        QTest::newRow("upstream") << int(Stage::skipped) << "upstream" << "a/train[2]" << 0 << "Not run: train[2] failed";
        QTest::newRow("condition") << int(Stage::skipped) << "condition" << "" << 0 << "Not run: condition not met";
        QTest::newRow("none") << int(Stage::none) << "" << "" << 0 << "";
    }
    void states_are_words_with_time_or_reason() {
        QFETCH(int, stage);
        QFETCH(QString, reason);
        QFETCH(QString, because);
        QFETCH(int, attempts);
        run::TaskState state;
        state.stage = run::Stage(stage);
        state.reason = utf8(reason);
        state.because = utf8(because);
        state.started_ms = 1000;
        state.ended_ms = 1400;
        state.attempts.resize(std::size_t(attempts));
        QTEST(state_line(state, 5000), "line");
    }

    void a_loop_shows_how_far_its_copies_are() {
        const FlowPtr flow = layered(1);
        CanvasScene scene = build_scene({flow, {}, grid_of(*flow)});
        run::RunState run;
        for (int i = 0; i < 3; ++i) {
            run::TaskState state;
            state.path = "task-0[" + std::to_string(i) + "]";
            state.stage = i < 2 ? run::Stage::succeeded : run::Stage::running;
            run.tasks[state.path] = state;
        }
        ui::show_run(scene, &run, {}, 1, 0);
        QCOMPARE(scene.glyphs.front(), Glyph::running);
        QVERIFY2(scene.faces.front().state.contains("2/3"), qPrintable(scene.faces.front().state));
        QVERIFY(scene.moving);
    }

    void a_picture_holds_frame_lane_and_verdict() {
        std::unique_ptr<FlowDocument> document = document_of(nightly());
        Canvas canvas(*document);
        const QSizeF plain = canvas.picture_size();
        show_failed_run(*document);
        QTRY_VERIFY(canvas.picture_size().height() > plain.height());
        QImage image(canvas.picture_size().toSize(), QImage::Format_RGB32);
        QPainter painter(&image);
        canvas.render(painter, image.rect());
        QCOMPARE(QColor(image.pixel(image.width() / 2, image.height() - 28)), Theme::instance().colours().fail_bg);
    }

    void an_idle_canvas_does_nothing() {
        std::unique_ptr<FlowDocument> document = document_of(nightly());
        Canvas canvas(*document);
        canvas.resize(900, 600);
        canvas.show();
        QVERIFY(QTest::qWaitForWindowExposed(&canvas));
        for (const QTimer* timer : canvas.findChildren<QTimer*>()) QVERIFY(!timer->isActive());
        QVERIFY(!canvas.scene().moving);
        show_running(*document);
        QTRY_VERIFY(canvas.scene().moving);
    }

    void findings_become_badges() {
        std::unique_ptr<FlowDocument> document = document_of(nightly());
        Canvas canvas(*document);
        lint::Finding warning;
        warning.severity = lint::Severity::warning;
        warning.what = Message("first");
        warning.task = id_of(*document, "train");
        lint::Finding error = warning;
        error.severity = lint::Severity::error;
        error.what = Message("second");
        document->set_findings({warning, error}, document->revision());
        const int node = canvas.scene().find(warning.task);
        QVERIFY(canvas.scene().has(node, flag_error));
        QCOMPARE(canvas.scene().faces[std::size_t(node)].badge, QString("second"));
        document->set_findings({}, document->revision());
        QVERIFY(!canvas.scene().has(node, flag_error));
    }

    void a_wire_is_judged_by_points_alone() {
        Boxes boxes;
        boxes.boxes = {{1, QRectF(0, 0, 196, 62)}, {2, QRectF(300, 0, 196, 62)}};
        int asked = 0;
        PullWire wire(boxes, 1, true, [&](TaskId from, TaskId to) {
            ++asked;
            return from == 1 && to == 2 ? QString() : QString("no");
        });
        wire.move({{}, QPointF(250, 30)});
        QCOMPARE(asked, 0);
        wire.move({{}, QPointF(310, 30)});
        wire.move({{}, QPointF(320, 30)});
        QCOMPARE(asked, 1);
        QCOMPARE(wire.lit_node(), TaskId(2));
        QCOMPARE(wire.release({{}, QPointF(320, 30)}).kind, Outcome::Kind::edit);
        QCOMPARE(wire.release({{}, QPointF(250, 200)}).kind, Outcome::Kind::add);
    }

    void moves_land_on_the_grid_and_stay_in_the_frame() {
        Boxes boxes;
        boxes.boxes = {{1, QRectF(100, 100, 196, 62)}};
        MoveNodes gesture(boxes, QPointF(150, 120), {1});
        gesture.move({{}, QPointF(157, 123)});
        QCOMPARE(gesture.shift(), QPointF(8, 4));
        gesture.move({{}, QPointF(-900, -900)});
        QCOMPARE(gesture.shift(), QPointF(-88, -60));
    }

    void the_outline_shares_the_selection() {
        std::unique_ptr<FlowDocument> document = document_of(nightly());
        OutlinePanel panel;
        panel.show_document(document.get());
        auto* tree = panel.findChild<QTreeView*>("outlineTree");
        QAbstractItemModelTester tester(tree->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(tree->model()->rowCount(), 5);   // four tasks and "On exit"
        document->select({id_of(*document, "notify")});
        QCOMPARE(tree->selectionModel()->selectedIndexes().front().data().toString(), QString("notify"));
        tree->selectionModel()->select(tree->model()->index(1, 0), QItemSelectionModel::ClearAndSelect);
        QCOMPARE(document->selection(), std::vector<TaskId>{id_of(*document, "clean")});
        show_failed_run(*document);
        QVERIFY(tree->model()->index(2, 0).data(Qt::DecorationRole).isValid());
    }

    void says_what_it_is() {
        std::unique_ptr<FlowDocument> document = document_of(nightly());
        Canvas canvas(*document);
        QVERIFY(canvas.accessibleName().contains("nightly-train"));
        QVERIFY2(canvas.accessibleDescription().contains("4 tasks"), qPrintable(canvas.accessibleDescription()));
        QVERIFY(canvas.accessibleDescription().contains("2 exit handlers"));
    }
};

QTEST_MAIN(CanvasSceneTest)
#include "tst_canvas_scene.moc"
