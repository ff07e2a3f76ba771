// Wires over several layers go round what stands between their ends, smoothly; the same curve is drawn, hit and cut. Who moves a task takes its wires along.
#include <QtTest>

#include <QMouseEvent>
#include <QPainter>

#include "tests/core/model/build.h"
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/scene_hits.h"
#include "ui/canvas/scene_painter.h"

using namespace weft;
using namespace weft::ui;
using build::task;

namespace {

Flow skipping() {
    return build::flow({task("a"), task("b", {"a"}), task("c", {"b"}), task("d", {"c"}), task("e", {"d", "a", "b"}), task("f", {"e", "a", "c"})});
}

// The same as a file.
const char* const text =
    "weftwork: 1\nname: x\ntasks:\n"
    "  - {name: a, command: [echo, a]}\n"
    "  - {name: b, needs: [a], command: [echo, b]}\n"
    "  - {name: c, needs: [b], command: [echo, c]}\n"
    "  - {name: d, needs: [c], command: [echo, d]}\n"
    "  - {name: e, needs: [d, a, b], command: [echo, e]}\n"
    "  - {name: f, needs: [e, a, c], command: [echo, f]}\n";

CanvasScene scene_of(const Flow& flow) {
    return build_scene({std::make_shared<const Flow>(flow), {}, layout::layout_flow(flow, flow.main)});
}

int wire_between(const CanvasScene& scene, const char* from, const char* to) {
    for (int i = 0; i < int(scene.wires.size()); ++i) {
        const Wire& wire = scene.wires[std::size_t(i)];
        if (scene.names[std::size_t(wire.from)] == from && scene.names[std::size_t(wire.to)] == to) return i;
    }
    return -1;
}

bool runs_into_a_node(const CanvasScene& scene, int wire, const WireCurve& curve) {
    for (int node = 0; node < scene.count(); ++node) {
        if (node == scene.wires[std::size_t(wire)].from || node == scene.wires[std::size_t(wire)].to) continue;
        for (int i = 0; i <= 400; ++i)
            if (scene.rects[std::size_t(node)].contains(curve.at(i / 400.0))) return true;
    }
    return false;
}

}  // namespace

class tst_canvas_wires : public QObject {
    Q_OBJECT

  private slots:
    void a_curve_goes_through_its_bends_without_a_kink_or_a_swing() {
        const std::vector<QPointF> bends{{200, 300}, {420, 310}, {900, 40}, {950, 60}};
        const WireCurve curve = wire_curve({0, 0}, {1200, 100}, bends);
        QCOMPARE(curve.cubics(), std::size_t(5));
        QCOMPARE(curve.at(0), QPointF(0, 0));
        QCOMPARE(curve.at(1), QPointF(1200, 100));
        QCOMPARE(curve.end(), QPointF(1200, 100));
        std::vector<QPointF> points{{0, 0}};
        points.insert(points.end(), bends.begin(), bends.end());
        points.push_back({1200, 100});
        for (std::size_t i = 0; i < 5; ++i) {
            const WireCurve piece = curve.cubic(i);
            QCOMPARE(piece.from, points[i]);
            QCOMPARE(piece.to, points[i + 1]);
            if (i > 0) {
                const QLineF in(curve.cubic(i - 1).c2, curve.cubic(i - 1).to), out(piece.from, piece.c1);
                QVERIFY(std::abs(in.angleTo(out)) < 0.01 || std::abs(in.angleTo(out) - 360) < 0.01);
            }
            qreal x = points[i].x();
            const qreal low = std::min(points[i].y(), points[i + 1].y()), high = std::max(points[i].y(), points[i + 1].y());
            for (int k = 1; k <= 50; ++k) {
                const QPointF at = piece.at(k / 50.0);
                QVERIFY(at.x() >= x && at.y() >= low - 1e-6 && at.y() <= high + 1e-6);
                x = at.x();
            }
        }
        QCOMPARE(curve.cubic(0).c1.y(), 0.0);      // level out of a port and into one
        QCOMPARE(curve.cubic(4).c2.y(), 100.0);
    }

    void bends_that_do_not_lead_on_are_left_aside() {
        for (const std::vector<QPointF>& bends : {std::vector<QPointF>{}, std::vector<QPointF>{{300, 0}, {250, 0}}, std::vector<QPointF>{{-5, 10}}, std::vector<QPointF>{{400, 10}}}) {
            const WireCurve curve = wire_curve({0, 0}, {400, 100}, bends), plain = wire_curve({0, 0}, {400, 100});
            QVERIFY(curve.more.empty());
            QCOMPARE(curve.c1, plain.c1);
            QCOMPARE(curve.c2, plain.c2);
        }
    }

    void a_bent_wire_is_measured_where_it_is_drawn() {
        const WireCurve curve = wire_curve({0, 0}, {1000, 0}, {{300, 200}, {700, 200}});
        std::vector<QLineF> lines;
        flatten(curve, 1, lines);
        QVERIFY2(lines.size() <= 3 * 64, qPrintable(QString::number(lines.size())));
        for (const QLineF& line : lines) {
            QVERIFY(wire_bounds(curve).contains(line.p1()) && wire_bounds(curve).contains(line.p2()));
            QVERIFY(distance_to(curve, line.center()) < 0.01);
        }
        QCOMPARE(lines.front().p1(), curve.from);
        QCOMPARE(lines.back().p2(), curve.end());
        QVERIFY(distance_to(curve, {500, 0}) > 150);
        QVERIFY(crosses(curve, QLineF(500, 150, 500, 250)));
        QVERIFY(!crosses(curve, QLineF(500, -20, 500, 20)));
        lines.clear();
        flatten(curve, 1, lines, 6);
        QCOMPARE(lines.size(), std::size_t(6));    // from afar it costs what a straight one costs
    }

    void long_wires_go_round_what_stands_between() {
        const CanvasScene scene = scene_of(skipping());
        int bent = 0, would_run_in = 0;
        for (int i = 0; i < int(scene.wires.size()); ++i) {
            QVERIFY2(!runs_into_a_node(scene, i, scene.curve(i)), qPrintable(QString("wire %1").arg(i)));
            bent += !scene.wires[std::size_t(i)].bends.empty();
            const QLineF ends = scene.ends(i);
            would_run_in += runs_into_a_node(scene, i, wire_curve(ends.p1(), ends.p2()));
        }
        QVERIFY2(bent > 0 && would_run_in > 0, qPrintable(QString("%1 %2").arg(bent).arg(would_run_in)));
    }

    void it_is_hit_at_its_bend_and_not_where_it_would_be_straight() {
        const CanvasScene scene = scene_of(skipping());
        const View view;
        const SceneHits hits(scene, view);
        int tried = 0;
        for (int i = 0; i < int(scene.wires.size()); ++i) {
            const Wire& wire = scene.wires[std::size_t(i)];
            for (const QPointF& bend : wire.bends) {
                const Hit hit = hits.at(bend);
                QVERIFY(hit.on_wire());
                ++tried;
            }
        }
        QVERIFY(tried > 0);
    }

    void from_afar_a_bent_wire_is_a_line_and_near_it_stays_bounded() {
        const CanvasScene scene = scene_of(skipping());
        TextCache texts;
        texts.reset(std::size_t(scene.count()));
        QImage image(2000, 1000, QImage::Format_RGB32);
        const auto paint = [&](qreal zoom) {
            PaintJob job{scene, {zoom, {}}};
            job.texts = &texts;
            QPainter painter(&image);
            return paint_scene(painter, image.rect(), job);
        };
        int cubics = 0;
        for (int i = 0; i < int(scene.wires.size()); ++i) cubics += int(scene.curve(i).cubics());
        const DrawCount far = paint(0.1), middle = paint(0.3), near = paint(1);
        QCOMPARE(far.segments, far.edges);
        QVERIFY2(middle.segments <= 6 * middle.edges + 2 * cubics, qPrintable(QString::number(middle.segments)));
        QVERIFY2(near.segments <= 64 * cubics + 2 * near.edges, qPrintable(QString::number(near.segments)));
    }

    void a_moved_task_takes_its_wires_along_straight() {
        const std::unique_ptr<FlowDocument> document = document_of(text);
        QVERIFY(document);
        Canvas canvas(*document);
        canvas.resize(1700, 700);
        canvas.show();
        QVERIFY(QTest::qWaitForWindowExposed(&canvas));
        const CanvasScene& scene = canvas.scene();
        const auto bent = [&](const char* from, const char* to) { return scene.curve(wire_between(scene, from, to)).cubics() > 1; };
        std::string from, to;
        for (const Wire& wire : scene.wires)
            if (!wire.bends.empty() && from.empty()) from = scene.names[std::size_t(wire.from)], to = scene.names[std::size_t(wire.to)];
        QVERIFY(!from.empty() && bent(from.c_str(), to.c_str()));

        const TaskId id = scene.ids[std::size_t(scene.wires[std::size_t(wire_between(scene, from.c_str(), to.c_str()))].to)];
        QWidget* ground = canvas.viewport();
        const QPoint at = canvas.node_rect(id).center();
        const auto mouse = [&](QEvent::Type type, QPoint where, Qt::MouseButton button, Qt::MouseButtons held) {
            QMouseEvent event(type, where, ground->mapToGlobal(where), button, held, Qt::NoModifier);
            QCoreApplication::sendEvent(ground, &event);
        };
        mouse(QEvent::MouseButtonPress, at, Qt::LeftButton, Qt::LeftButton);
        for (int i = 1; i <= 4; ++i) mouse(QEvent::MouseMove, at + QPoint(0, 15 * i), Qt::NoButton, Qt::LeftButton);
        QVERIFY(!bent(from.c_str(), to.c_str()));       // while it is held, too
        mouse(QEvent::MouseButtonRelease, at + QPoint(0, 60), Qt::LeftButton, Qt::NoButton);
        QVERIFY(canvas.node_rect(id).center().y() > at.y() + 20);
        QVERIFY(!bent(from.c_str(), to.c_str()));
    }
};

QTEST_MAIN(tst_canvas_wires)
#include "tst_canvas_wires.moc"
