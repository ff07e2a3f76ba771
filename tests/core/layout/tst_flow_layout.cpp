// A flow inside its frame: rows as in the reference picture, handlers in their lane, hand placements untouched.
#include <QTest>

#include "core/layout/flow_layout.h"
#include "tests/core/model/build.h"

using namespace weft;
using build::task;
using layout::layout_flow;

class FlowLayoutTest : public QObject {
    Q_OBJECT

    static Flow sample() { return build::flow({task("fetch"), task("clean", {"fetch"}), task("train", {"fetch"}), task("evaluate", {"clean", "train"})}, {task("notify"), task("keep-logs")}); }

  private slots:
    void tasks_and_handlers_have_their_places() {
        const Flow flow = sample();
        const auto picture = layout_flow(flow, flow.main);
        QCOMPARE(picture.tasks.size(), std::size_t(6));
        QCOMPARE(picture.tasks[0].x, layout::frame_left);
        QCOMPARE(picture.tasks[1].x, layout::frame_left + 256);
        QCOMPARE(picture.tasks[2].y - picture.tasks[1].y, 102.0);
        QCOMPARE(picture.tasks[0].id, flow.main.tasks[0]->id);
        QVERIFY(!picture.tasks[3].handler && picture.tasks[4].handler);
        QCOMPARE(picture.tasks[4].y, picture.lane_top + layout::lane_head);
        QCOMPARE(picture.tasks[5].x, layout::frame_left + 256);
        QVERIFY(picture.tasks[3].y + 62 < picture.lane_top);
        QCOMPARE(picture.height, picture.lane_bottom);
        QCOMPARE(picture.width, picture.tasks[3].x + 196 + layout::frame_right);
    }

    void without_handlers_there_is_no_lane() {
        const Flow flow = build::flow({task("a")});
        const auto picture = layout_flow(flow, flow.main);
        QCOMPARE(picture.lane_top, picture.lane_bottom);
        QCOMPARE(picture.height, layout::frame_top + 62 + layout::frame_right);
    }

    void an_empty_flow_has_a_frame() {
        const Flow flow;
        const auto picture = layout_flow(flow, flow.main);
        QVERIFY(picture.tasks.empty());
        QVERIFY(picture.width > 196 && picture.height > 62);
    }

    void what_a_hand_placed_stays() {
        Flow flow = sample();
        flow.placements = {{"train", {40, 80}}, {"notify", {900, 700}}, {"other/train", {1, 1}}};
        const auto picture = layout_flow(flow, flow.main);
        QVERIFY(picture.tasks[2].by_hand);
        QCOMPARE(picture.tasks[2].x, 40.0);
        QCOMPARE(picture.tasks[2].y, 80.0);
        QCOMPARE(picture.tasks[4].x, 900.0);
        QCOMPARE(picture.tasks[4].y, picture.lane_top + layout::lane_head);     // a handler keeps to its lane
        for (const auto& a : picture.tasks)
            for (const auto& b : picture.tasks)
                if (a.id != b.id) QVERIFY(!(a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h));
    }

    void a_new_task_does_not_move_a_placed_one() {
        Flow flow = sample();
        for (const TaskPtr& each : flow.main.tasks) flow.placements.push_back({each->name, {double(each->id) * 300, 90}});
        const auto before = layout_flow(flow, flow.main);
        flow.main.tasks.push_back(std::make_shared<const Task>(task("new", {"evaluate"})));
        const auto after = layout_flow(number_tasks(flow), flow.main);
        for (std::size_t i = 0; i < 4; ++i) QVERIFY(before.tasks[i].x == after.tasks[i].x && before.tasks[i].y == after.tasks[i].y);
    }

    void after_an_edit_nothing_known_moves() {
        Flow flow = sample();
        const auto before = layout_flow(flow, flow.main);
        flow.main.tasks.insert(flow.main.tasks.begin(), std::make_shared<const Task>(task("lint")));
        flow.main.tasks.push_back(std::make_shared<const Task>(task("report", {"fetch"})));
        flow = number_tasks(flow);
        const auto place = [](const layout::FlowPicture& picture, TaskId id) {
            const auto it = std::find_if(picture.tasks.begin(), picture.tasks.end(), [&](const auto& each) { return each.id == id; });
            return it == picture.tasks.end() ? Point{-1, -1} : Point{it->x, it->y};
        };
        const auto after = layout_flow(flow, flow.main, {}, &before);
        for (const auto& each : before.tasks)
            if (!each.handler) QVERIFY(place(after, each.id) == (Point{each.x, each.y}));
        for (const auto& a : after.tasks) {
            QVERIFY(a.handler || a.y + a.h < after.lane_top);             // the lane stays below everything
            for (const auto& b : after.tasks)
                if (a.id != b.id) QVERIFY(!(a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h));
        }
        const TaskId report = flow.main.tasks.back()->id, fetch = flow.main.tasks[1]->id;
        QVERIFY(place(after, report).x > place(after, fetch).x + layout::node_width);
    }

    void what_gives_its_hand_placement_up_is_laid_out_anew() {
        Flow flow = sample();
        flow.placements = {{"train", {900, 800}}};
        const auto before = layout_flow(flow, flow.main);
        flow.placements.clear();
        const auto after = layout_flow(flow, flow.main, {}, &before), fresh = layout_flow(flow, flow.main);
        for (std::size_t i = 0; i < fresh.tasks.size(); ++i) QVERIFY(after.tasks[i].x == fresh.tasks[i].x && after.tasks[i].y == fresh.tasks[i].y);
    }

    void a_picture_of_something_else_is_left_aside() {
        const Flow flow = sample();
        const layout::FlowPicture none;
        QCOMPARE(layout_flow(flow, flow.main, {}, &none).tasks[1].x, layout::frame_left + 256);
    }

    static Flow skipping() { return build::flow({task("a"), task("b", {"a"}), task("c", {"b"}), task("d", {"c"}), task("e", {"d", "a", "b"}), task("f", {"e", "a", "c"})}); }
    static bool same(const std::vector<layout::Bent>& a, const std::vector<layout::Bent>& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) { return x.from == y.from && x.to == y.to && x.through == y.through; });
    }

    void long_edges_bend_inside_the_frame() {
        const Flow flow = skipping();
        const auto picture = layout_flow(flow, flow.main);
        QVERIFY(!picture.bends.empty());
        for (const auto& bent : picture.bends) {
            double x = 0;
            for (const auto& each : picture.tasks)
                if (each.id == bent.from) x = each.x + each.w;
            for (const Point& point : bent.through) {
                QVERIFY(point.x > x && point.x < picture.width && point.y > 0 && point.y < picture.height);
                x = point.x;
            }
        }
    }

    void bends_stay_after_an_edit_and_go_with_a_hand() {
        Flow flow = skipping();
        const auto before = layout_flow(flow, flow.main);
        flow.main.tasks.push_back(std::make_shared<const Task>(task("leaf", {"b"})));
        flow = number_tasks(flow);
        const auto after = layout_flow(flow, flow.main, {}, &before);
        QVERIFY(same(after.bends, before.bends));
        const TaskId moved = before.bends.front().to;
        for (const TaskPtr& each : flow.main.tasks)
            if (each->id == moved) flow.placements = {{each->name, {1500, 600}}};
        const auto by_hand = layout_flow(flow, flow.main, {}, &after);
        for (const auto& bent : by_hand.bends) QVERIFY(bent.from != moved && bent.to != moved);
    }

    void bends_inside_an_unfolded_group_move_with_it() {
        Flow flow = build::flow({task("first"), task("sub", {"first"}, build::group({task("a"), task("b", {"a"}), task("c", {"b"}), task("d", {"c", "a"}), task("e", {"d", "a", "b"})}))});
        const auto alone = layout_flow(flow, *flow.main.tasks[1]->own->body, "sub/");
        QVERIFY(!alone.bends.empty());
        flow.unfolded = {"sub"};
        const auto open = layout_flow(flow, flow.main);
        QCOMPARE(open.bends.size(), alone.bends.size());
        const auto& corner = open.tasks[1];
        for (std::size_t i = 0; i < alone.bends.size(); ++i)
            for (std::size_t k = 0; k < alone.bends[i].through.size(); ++k)
                QVERIFY(open.bends[i].through[k] == (Point{alone.bends[i].through[k].x + corner.x, alone.bends[i].through[k].y + corner.y}));
        const auto again = layout_flow(flow, flow.main, {}, &open);
        QVERIFY(same(again.bends, open.bends));
    }

    void a_cancelled_picture_is_empty() {
        const Flow flow = sample();
        const std::atomic<bool> cancel = true;
        QVERIFY(layout_flow(flow, flow.main, {}, nullptr, &cancel).tasks.empty());
    }

    void a_body_below_has_placements_of_its_own() {
        Flow flow = build::flow({task("sub", {}, build::group({task("a"), task("b", {"a"})}))});
        flow.placements = {{"sub/b", {500, 500}}};
        const auto picture = layout_flow(flow, *flow.main.tasks[0]->own->body, "sub/");
        QCOMPARE(picture.tasks[1].x, 500.0);
        QVERIFY(!picture.tasks[0].by_hand);
    }
};

QTEST_GUILESS_MAIN(FlowLayoutTest)
#include "tst_flow_layout.moc"
