// Drawing with mouse and keyboard, offscreen: what a gesture does to the document.
#include <QDropEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/panels.h"

using namespace weft;
using namespace weft::ui;

using Names = std::vector<std::string>;

class CanvasEdit : public QObject {
    Q_OBJECT

    std::unique_ptr<FlowDocument> document;
    std::unique_ptr<Canvas> canvas;

    TaskId id(const char* path) const { return id_of(*document, path); }
    QWidget* ground() const { return canvas->viewport(); }

    // A real drag: press, at least two moves, release.
    void drag(QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers modifiers = {}, bool release = true) {
        QTest::mousePress(ground(), button, modifiers, from);
        for (const QPoint at : {from + (to - from) / 2, to}) move(at, button, modifiers);
        if (release) QTest::mouseRelease(ground(), button, modifiers, to);
    }
    void move(QPoint at, Qt::MouseButton button, Qt::KeyboardModifiers modifiers = {}) {
        QMouseEvent event(QEvent::MouseMove, at, ground()->mapToGlobal(at), Qt::NoButton, button, modifiers);
        QCoreApplication::sendEvent(ground(), &event);
    }
    void key(int key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(canvas.get(), Qt::Key(key), modifiers); }
    QPoint empty_place() const { return canvas->node_rect(id("fetch")).bottomLeft() + QPoint(30, 70); }
    QPoint middle_of_wire(const char* from, const char* to) const {
        return (canvas->port_point(id(from), true) + canvas->port_point(id(to), false)) / 2;
    }
    void drop(const char* kind, QPoint at, Qt::KeyboardModifiers modifiers = {}) {
        QMimeData mime;
        mime.setData(palette_mime, kind);
        QDragEnterEvent enter(at, Qt::CopyAction, &mime, Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(ground(), &enter);
        QDragMoveEvent over(at, Qt::CopyAction, &mime, Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(ground(), &over);
        QDropEvent event(at, Qt::CopyAction, &mime, Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(ground(), &event);
    }

  private slots:
    void init() {
        document = document_of(nightly());
        QVERIFY(document);
        canvas = std::make_unique<Canvas>(*document);
        canvas->resize(900, 640);
        canvas->show();
        QVERIFY(QTest::qWaitForWindowExposed(canvas.get()));
        canvas->setFocus();
    }
    void cleanup() {
        canvas.reset();
        document.reset();
    }

    void a_drag_from_port_to_port_makes_an_edge() {
        drag(canvas->port_point(id("clean"), true), canvas->port_point(id("train"), false));
        QCOMPARE(needs_of(*document, "train"), (Names{"fetch", "clean"}));
        QCOMPARE(document->undo_stack().count(), 1);
        document->undo_stack().undo();
        QCOMPARE(needs_of(*document, "train"), Names{"fetch"});
    }

    void a_drag_from_an_input_goes_upstream() {
        drag(canvas->port_point(id("train"), false), canvas->port_point(id("clean"), true));
        QCOMPARE(needs_of(*document, "train"), (Names{"fetch", "clean"}));
    }

    void a_cycle_is_refused_with_its_reason_during_the_drag() {
        const QString before = document->text();
        QSignalSpy notice(canvas.get(), &Canvas::notice);
        drag(canvas->port_point(id("evaluate"), true), canvas->node_rect(id("fetch")).center(), Qt::LeftButton, {}, false);
        QVERIFY2(!canvas->hint().isEmpty(), "the reason must show while the button is still down");
        QVERIFY2(canvas->hint().contains("evaluate"), qPrintable(canvas->hint()));
        QTest::mouseRelease(ground(), Qt::LeftButton, {}, canvas->node_rect(id("fetch")).center());
        QCOMPARE(document->text(), before);
        QCOMPARE(document->undo_stack().count(), 0);
        QCOMPARE(notice.count(), 1);
        QVERIFY(canvas->hint().isEmpty());
    }

    void escape_gives_a_gesture_up() {
        drag(canvas->port_point(id("clean"), true), canvas->port_point(id("train"), false), Qt::LeftButton, {}, false);
        key(Qt::Key_Escape);
        QTest::mouseRelease(ground(), Qt::LeftButton, {}, canvas->port_point(id("train"), false));
        QCOMPARE(needs_of(*document, "train"), Names{"fetch"});
    }

    void the_rubber_band_selects_what_it_meets() {
        const QRect fetch = canvas->node_rect(id("fetch")), clean = canvas->node_rect(id("clean"));
        drag(QPoint(fetch.left() - 12, clean.top() - 12), QPoint(clean.center().x(), fetch.center().y()));
        QCOMPARE(document->selection(), (std::vector<TaskId>{id("fetch"), id("clean")}));
        const QRect evaluate = canvas->node_rect(id("evaluate"));
        drag(QPoint(evaluate.left() + 30, evaluate.top() - 14), evaluate.center(), Qt::LeftButton, Qt::ShiftModifier);
        QCOMPARE(document->selection().size(), std::size_t(3));
        QTest::mouseClick(ground(), Qt::LeftButton, {}, empty_place());
        QVERIFY(document->selection().empty());
        QCOMPARE(document->undo_stack().count(), 0);
    }

    void a_move_is_one_undo_step_and_stays_where_it_was_put() {
        const QRect before = canvas->node_rect(id("clean"));
        drag(before.center(), before.center() + QPoint(40, 24));
        QCOMPARE(document->undo_stack().count(), 1);
        QCOMPARE(document->flow()->placements.size(), std::size_t(1));
        const QRectF placed = canvas->scene().rects[std::size_t(canvas->scene().find(id("clean")))];
        QCOMPARE(document->flow()->placements.front().at, (Point{placed.x(), placed.y()}));
        document->undo_stack().undo();
        QVERIFY(document->flow()->placements.empty());
    }

    void near_a_line_with_another_node_it_clicks_in() {
        const QRect train = canvas->node_rect(id("train")), clean = canvas->node_rect(id("clean"));
        const int below = train.bottom() + 8 - clean.top();
        const int almost = train.left() - clean.left() + 4;                       // four pixels off its left edge
        drag(clean.center(), clean.center() + QPoint(almost, below));
        QCOMPARE(canvas->node_rect(id("clean")).left(), canvas->node_rect(id("train")).left());
        document->undo_stack().undo();
        drag(clean.center(), clean.center() + QPoint(almost, below), Qt::LeftButton, Qt::AltModifier);   // Alt: where it was let go
        QVERIFY(canvas->node_rect(id("clean")).left() != canvas->node_rect(id("train")).left());
    }

    void what_a_person_knows_stays_where_it_is() {
        std::map<TaskId, QRectF> before;
        for (int node = 0; node < canvas->scene().count(); ++node)
            if (!canvas->scene().has(node, flag_handler)) before[canvas->scene().ids[std::size_t(node)]] = canvas->scene().rects[std::size_t(node)];
        document->select({id("train")});
        key(Qt::Key_N);
        auto* filter = canvas->findChild<QLineEdit*>("addFilter");
        QVERIFY(filter);
        QTest::keyClick(filter, Qt::Key_Return);
        int stayed = 0;
        for (const auto& [task, rect] : before) stayed += canvas->scene().find(task) >= 0 && canvas->scene().rects[std::size_t(canvas->scene().find(task))].topLeft() == rect.topLeft();
        QCOMPARE(stayed, int(before.size()));   // the lane with the handlers may go down for the new one
        // A task that is deleted and undone stands where it stood.
        const QPointF clean = canvas->scene().rects[std::size_t(canvas->scene().find(id("clean")))].topLeft();
        document->select({id("clean")});
        canvas->delete_selection();
        document->undo_stack().undo();
        QCOMPARE(canvas->scene().rects[std::size_t(canvas->scene().find(id("clean")))].topLeft(), clean);
    }

    void several_move_together() {
        document->select({id("clean"), id("train")});
        const QRect clean = canvas->node_rect(id("clean"));
        drag(clean.center(), clean.center() + QPoint(0, 40));
        QCOMPARE(document->flow()->placements.size(), std::size_t(2));
        QCOMPARE(document->undo_stack().count(), 1);
    }

    void f2_renames() {
        document->select({id("clean")});
        key(Qt::Key_F2);
        auto* field = canvas->findChild<QLineEdit*>("renameField");
        QVERIFY(field && field->isVisible());
        QCOMPARE(field->text(), QString("clean"));
        field->setText("scrub");
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(task_of(*document, "scrub"));
        QCOMPARE(needs_of(*document, "evaluate"), (Names{"scrub", "train"}));
        QVERIFY(!field->isVisible());
    }

    void a_name_that_is_taken_keeps_the_field_open() {
        canvas->start_rename(id("clean"));
        auto* field = canvas->findChild<QLineEdit*>("renameField");
        field->setText("train");
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(field->isVisible());
        QCOMPARE(field->property("bad").toBool(), true);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isVisible());
        QVERIFY(task_of(*document, "clean"));
    }

    void delete_removes_tasks_and_wires() {
        document->select({id("clean")});
        key(Qt::Key_Delete);
        QVERIFY(!task_of(*document, "clean"));
        QCOMPARE(needs_of(*document, "evaluate"), Names{"train"});
        const QPoint wire = middle_of_wire("train", "evaluate");
        QTest::mouseClick(ground(), Qt::LeftButton, {}, wire);
        key(Qt::Key_Delete);
        QVERIFY(needs_of(*document, "evaluate").empty());
        QCOMPARE(document->undo_stack().count(), 2);
    }

    void delete_with_ctrl_reconnects() {
        document->select({id("clean")});
        key(Qt::Key_Delete, Qt::ControlModifier);
        Names needs = needs_of(*document, "evaluate");
        std::sort(needs.begin(), needs.end());
        QCOMPARE(needs, (Names{"fetch", "train"}));
    }

    void a_palette_item_is_dropped_where_the_cursor_is() {
        const QPoint at = empty_place();
        drop("script", at);
        const Task* made = task_of(*document, "script");
        QVERIFY(made);
        QCOMPARE(document->selection(), std::vector<TaskId>{made->id});
        QCOMPARE(document->flow()->placements.size(), std::size_t(1));
        QCOMPARE(document->undo_stack().count(), 1);
    }

    void every_kind_of_the_palette_can_be_added_data() {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"script", "container", "condition", "loop", "flow", "http", "wait", "handler"}) QTest::newRow(kind) << kind;
    }
    void every_kind_of_the_palette_can_be_added() {
        QFETCH(QString, kind);
        const int before = canvas->scene().count();
        canvas->add_kind(kind);
        QCOMPARE(canvas->scene().count(), before + 1);
        QVERIFY(document->parses());
        const int node = canvas->scene().find(document->selection().front());
        QVERIFY(node >= 0);
        QCOMPARE(canvas->scene().has(node, flag_handler), kind == "handler");
        document->undo_stack().undo();
        QCOMPARE(canvas->scene().count(), before);
    }

    void a_drop_on_a_wire_goes_between() {
        drop("script", middle_of_wire("train", "evaluate"));
        QCOMPARE(needs_of(*document, "script"), Names{"train"});
        Names needs = needs_of(*document, "evaluate");
        std::sort(needs.begin(), needs.end());
        QCOMPARE(needs, (Names{"clean", "script"}));
        QCOMPARE(document->undo_stack().count(), 1);
    }

    void alt_keeps_a_drop_beside_the_wire() {
        drop("script", middle_of_wire("train", "evaluate"), Qt::AltModifier);
        QVERIFY(needs_of(*document, "script").empty());
    }

    void a_wire_dropped_on_empty_ground_asks_what_to_add() {
        drag(canvas->port_point(id("evaluate"), true), canvas->port_point(id("evaluate"), true) + QPoint(10, 120));
        auto* filter = canvas->findChild<QLineEdit*>("addFilter");
        QVERIFY(filter && filter->isVisible());
        auto* list = canvas->findChild<QListWidget*>("addList");
        for (int row = 0; row < list->count(); ++row) QVERIFY2(list->item(row)->text() != "Exit handler", "a wire cannot end in a handler");
        QTest::keyClicks(filter, "cont");
        QCOMPARE(list->count(), 1);
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(needs_of(*document, "container"), Names{"evaluate"});
        QCOMPARE(document->undo_stack().count(), 1);
    }

    void a_name_typed_into_the_add_menu_is_the_new_tasks_name() {
        key(Qt::Key_N);
        auto* filter = canvas->findChild<QLineEdit*>("addFilter");
        QVERIFY(filter && filter->isVisible());
        QTest::keyClicks(filter, "upload");
        QTest::keyClick(filter, Qt::Key_Return);
        QVERIFY(task_of(*document, "upload"));
    }

    void a_knife_cuts_wires() {
        const QPoint a = canvas->node_rect(id("clean")).topRight() + QPoint(30, -20), b = canvas->node_rect(id("train")).bottomRight() + QPoint(30, 20);
        drag(a, b, Qt::RightButton, Qt::ControlModifier);
        QVERIFY(needs_of(*document, "evaluate").empty());
        QCOMPARE(document->undo_stack().count(), 1);
    }

    void alt_on_a_port_breaks_its_wires() {
        QTest::mouseClick(ground(), Qt::LeftButton, Qt::AltModifier, canvas->port_point(id("evaluate"), false));
        QVERIFY(needs_of(*document, "evaluate").empty());
    }

    void a_right_click_is_the_menu_and_a_right_drag_is_not() {
        QSignalSpy menu(canvas.get(), &Canvas::context_menu_requested);
        QTest::mouseClick(ground(), Qt::RightButton, {}, canvas->node_rect(id("train")).center());
        QCOMPARE(menu.count(), 1);
        QCOMPARE(menu.front().front().value<TaskId>(), id("train"));
        const QRect before = canvas->node_rect(id("train"));
        drag(empty_place(), empty_place() + QPoint(50, 30), Qt::RightButton);
        QCOMPARE(menu.count(), 1);
        QCOMPARE(canvas->node_rect(id("train")).topLeft(), before.topLeft() + QPoint(50, 30));
    }

    void arrows_go_to_the_neighbour() {
        document->select({id("fetch")});
        key(Qt::Key_Right);
        const TaskId second = document->selection().front();
        QVERIFY(second == id("clean") || second == id("train"));
        document->select({id("clean")});
        key(Qt::Key_Down);
        QCOMPARE(document->selection(), std::vector<TaskId>{id("train")});
        key(Qt::Key_Right);
        QCOMPARE(document->selection(), std::vector<TaskId>{id("evaluate")});
        key(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(document->selection().size(), std::size_t(4));
        QCOMPARE(document->selection().back(), id("evaluate"));
    }

    void nudges_join_into_one_step() {
        document->select({id("clean")});
        for (int i = 0; i < 3; ++i) key(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(document->flow()->placements.size(), std::size_t(1));
        QCOMPARE(document->undo_stack().count(), 1);
    }

    void c_connects_in_the_order_of_selection() {
        document->select({id("train"), id("clean")});
        key(Qt::Key_C);
        QCOMPARE(needs_of(*document, "clean"), (Names{"fetch", "train"}));
    }

    void d_mutes() {
        document->select({id("clean")});
        key(Qt::Key_D);
        QVERIFY(task_of(*document, "clean")->muted);
        QVERIFY(canvas->scene().has(canvas->scene().find(id("clean")), flag_muted));
        key(Qt::Key_D);
        QVERIFY(!task_of(*document, "clean")->muted);
    }

    void a_task_dropped_in_the_lane_becomes_a_handler() {
        document->select({id("evaluate")});
        const QPoint lane = canvas->node_rect(id("keep-logs")).center() + QPoint(220, 0);
        drag(canvas->node_rect(id("evaluate")).center(), lane);
        QCOMPARE(document->flow()->main.handlers.size(), std::size_t(3));
        QCOMPARE(document->undo_stack().count(), 1);
    }

    void tab_is_left_for_focus() {
        QKeyEvent tab(QEvent::KeyPress, Qt::Key_Tab, Qt::NoModifier);
        QVERIFY(document->selection().empty());
        QCoreApplication::sendEvent(canvas.get(), &tab);
        QVERIFY(document->selection().empty());
    }

    void a_sub_flow_opens_and_escape_goes_up() {
        canvas->add_kind("flow");
        const TaskId group = document->selection().front();
        key(Qt::Key_Return);
        QCOMPARE(document->scope(), (BodyRef{{}, group}));
        QCOMPARE(canvas->scene().count(), 1);
        canvas->add_kind("script");
        QCOMPARE(canvas->scene().count(), 2);
        key(Qt::Key_Escape);   // deselects
        key(Qt::Key_Escape);
        QCOMPARE(document->scope(), BodyRef());
    }

    void the_way_out_is_the_way_in() {
        canvas->add_kind("flow");
        const TaskId first = document->selection().front();
        canvas->add_kind("flow");
        const TaskId second = document->selection().front();
        document->open_scope(BodyRef{{}, first});
        document->open_scope(BodyRef{{}, second});   // as a click in the outline does: not from inside the first
        canvas->leave_scope();
        QCOMPARE(document->scope(), BodyRef());
    }

    void panning_and_zooming_take_a_half_typed_name() {
        canvas->start_rename(id("clean"));
        auto* field = canvas->findChild<QLineEdit*>("renameField");
        field->setText("scrub");
        canvas->zoom_by(1.2);
        QVERIFY(!field->isVisible());
        QVERIFY(task_of(*document, "scrub"));
    }

    void enter_and_double_click_ask_for_the_inspector() {
        QSignalSpy inspect(canvas.get(), &Canvas::inspect_requested);
        document->select({id("train")});
        key(Qt::Key_Return);
        QCOMPARE(inspect.count(), 1);
        QTest::mouseDClick(ground(), Qt::LeftButton, {}, canvas->node_rect(id("clean")).center() + QPoint(60, 22));
        QCOMPARE(inspect.count(), 2);
    }

    void text_that_does_not_parse_stops_drawing() {
        document->type(0, 0, "[");
        QVERIFY(!document->can_draw());
        const int before = canvas->scene().count();
        QSignalSpy notice(canvas.get(), &Canvas::notice);
        document->select({id("clean")});
        key(Qt::Key_Delete);
        drag(canvas->port_point(id("clean"), true), canvas->port_point(id("train"), false));
        QCOMPARE(canvas->scene().count(), before);
        QVERIFY(notice.count() >= 2);
    }

    // A run's sentence grows by a line at its end: it stands below the frame all the same, whether the view was fitted or moved by hand a little.
    void the_verdict_does_not_lie_on_the_frames_foot_data() {
        QTest::addColumn<bool>("by_hand");
        QTest::newRow("fitted") << false;
        QTest::newRow("by hand") << true;
    }
    void the_verdict_does_not_lie_on_the_frames_foot() {
        QFETCH(bool, by_hand);
        const auto show = [this](const char* sentence, const char* handlers, run::Outcome outcome) {
            auto state = std::make_shared<run::RunState>();
            state->run = "r1";
            state->target = "local";
            add_state(*state, "fetch", run::Stage::succeeded, 400);
            run::Verdict verdict;
            verdict.outcome = outcome;
            verdict.final = outcome != run::Outcome::running;
            verdict.sentence = Message(sentence);
            verdict.handlers = Message(handlers);
            document->show_run(state, verdict, 1);
        };
        canvas->resize(900, 400);   // the height is what is short
        QCoreApplication::processEvents();
        show("running", "", run::Outcome::running);
        QTRY_VERIFY(!canvas->verdict_rect().isEmpty());
        canvas->fit_all();
        if (by_hand) {
            canvas->zoom_to(canvas->zoom());   // no longer the fitted view
            QWheelEvent wheel(QPointF(5, 5), ground()->mapToGlobal(QPointF(5, 5)), QPoint(0, -12), QPoint(0, -12), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(ground(), &wheel);
        }
        QVERIFY(canvas->verdict_rect().top() > canvas->frame_rect().bottom());
        const int one_line = canvas->verdict_rect().height();
        show("the task train exited with 1 at the last of three attempts, and nobody mended it", "both exit handlers succeeded; they do not change the verdict of the run", run::Outcome::failed);
        QTRY_VERIFY(canvas->verdict_rect().height() > one_line);
        QTRY_VERIFY2(canvas->verdict_rect().top() >= canvas->frame_rect().bottom() + 6, qPrintable(QString("%1 %2").arg(canvas->verdict_rect().top()).arg(canvas->frame_rect().bottom())));
    }

    // The verdict is as wide as the frame in view and has a line more where that is narrow.
    void a_fitted_view_leaves_room_for_the_verdict() {
        auto state = std::make_shared<run::RunState>();
        state->run = "r1";
        state->target = "local";
        add_state(*state, "fetch", run::Stage::succeeded, 400);
        run::Verdict verdict;
        verdict.outcome = run::Outcome::succeeded;
        verdict.final = true;
        verdict.sentence = Message("4 tasks succeeded");
        for (int words = 1; words <= 9; words += 2) {
            std::string handlers = "the exit handler";
            for (int i = 0; i < words; ++i) handlers += " succeeded";
            verdict.handlers = Message(handlers);
            document->show_run(state, verdict, 1);
            QTRY_VERIFY(!canvas->verdict_rect().isEmpty());
            for (int height = 360; height <= 720; height += 30) {
                canvas->resize(1000, height);
                QCoreApplication::processEvents();
                canvas->fit_all();
                QVERIFY2(canvas->verdict_rect().top() >= canvas->frame_rect().bottom() + 6,
                         qPrintable(QString("height %1, %2 words: %3 %4").arg(height).arg(words).arg(canvas->verdict_rect().top()).arg(canvas->frame_rect().bottom())));
            }
        }
    }
};

QTEST_MAIN(CanvasEdit)
#include "tst_canvas_edit.moc"
