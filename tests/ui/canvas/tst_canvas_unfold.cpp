// Groups that show their tasks in their place: by mouse, by key, kept in the file, undone, navigated, drawn, told.
#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

#include "core/model/edit_notes.h"
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/base/theme.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/canvas_scene.h"

using namespace weft;
using namespace weft::ui;

namespace {

const char* const text =
    "weftwork: 1\nname: x\n"
    "definitions:\n  twice:\n    tasks:\n      - {name: inner, command: [echo, t]}\n"
    "tasks:\n"
    "  - {name: first, command: [echo, a]}\n"
    "  - name: group   # stays\n    needs: [first]\n    tasks:\n"
    "      - {name: one, command: [echo, b]}\n      - {name: two, needs: [one], command: [echo, c]}\n      - {name: three, needs: [one], command: [echo, d]}\n"
    "    handlers:\n      - {name: tidy, command: [rm, x]}\n"
    "  - {name: last, needs: [group], command: [echo, e]}\n"
    "  - {name: u1, use: twice}\n  - {name: u2, use: twice}\n";

}  // namespace

class CanvasUnfold : public QObject {
    Q_OBJECT
    std::unique_ptr<FlowDocument> document;
    std::unique_ptr<Canvas> canvas;

    TaskId id(const char* path) const { return id_of(*document, path); }
    QRect rect(const char* path) const { return canvas->node_rect(id(path)); }
    QWidget* ground() const { return canvas->viewport(); }
    void click_chevron(const char* path) { QTest::mouseClick(ground(), Qt::LeftButton, {}, canvas->chevron_point(id(path))); }
    void move(QPoint at) {
        QMouseEvent event(QEvent::MouseMove, at, ground()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(ground(), &event);
    }
    void drag(QPoint from, QPoint to) {
        QTest::mousePress(ground(), Qt::LeftButton, {}, from);
        move(from + (to - from) / 2);
        move(to);
        QTest::mouseRelease(ground(), Qt::LeftButton, {}, to);
    }
    void settle() {   // a fit glides
        canvas->fit_all();
        QTest::qWait(180);
    }

  private slots:
    void init() {
        document = document_of(text);
        QVERIFY(document);
        canvas = std::make_unique<Canvas>(*document);
        canvas->resize(1500, 900);
        canvas->show();
        QVERIFY(QTest::qWaitForWindowExposed(canvas.get()));
        canvas->setFocus();
    }
    void cleanup() {
        canvas.reset();
        document.reset();
    }

    void the_chevron_shows_and_hides_what_is_inside() {
        const QString before = document->text();
        const QRect folded = rect("group");
        QVERIFY(rect("group/one").isEmpty());
        click_chevron("group");
        QVERIFY(document->text().contains("unfolded: [group]") || document->text().contains("unfolded:"));
        QVERIFY(document->text().contains("# stays"));
        for (const char* inner : {"group/one", "group/two", "group/three", "group/tidy"}) QVERIFY2(rect("group").contains(rect(inner)), inner);
        QVERIFY(!rect("last").intersects(rect("group")) && !rect("first").intersects(rect("group")));
        QCOMPARE(document->undo_stack().count(), 1);
        click_chevron("group");
        QVERIFY(rect("group/one").isEmpty());
        QCOMPARE(rect("group").size(), folded.size());
        QCOMPARE(document->text(), before);
        document->undo_stack().undo();
        QVERIFY(!rect("group/one").isEmpty());
        document->undo_stack().undo();
        QVERIFY(rect("group/one").isEmpty());
        QCOMPARE(document->text(), before);
    }

    void folding_puts_everything_back_where_it_stood() {
        const QRectF first = canvas->scene().rects[std::size_t(canvas->scene().find(id("first")))], last = canvas->scene().rects[std::size_t(canvas->scene().find(id("last")))];
        canvas->set_unfolded(id("group"), true);
        QVERIFY(canvas->scene().rects[std::size_t(canvas->scene().find(id("last")))].left() > last.left());
        canvas->set_unfolded(id("group"), false);
        QCOMPARE(canvas->scene().rects[std::size_t(canvas->scene().find(id("first")))], first);
        QCOMPARE(canvas->scene().rects[std::size_t(canvas->scene().find(id("last")))], last);
    }

    void the_key_does_it_and_from_inside_too() {
        document->select({id("group")});
        QTest::keyClick(canvas.get(), Qt::Key_E);
        QVERIFY(!rect("group/two").isEmpty());
        document->select({id("group/two")});
        QTest::keyClick(canvas.get(), Qt::Key_E);
        QVERIFY(rect("group/two").isEmpty());
        QCOMPARE(document->selection(), std::vector<TaskId>{id("group")});
    }

    void its_wires_are_there_and_can_be_drawn() {
        canvas->set_unfolded(id("group"), true);
        settle();
        const auto wired = [this](const char* from, const char* to) {
            const CanvasScene& scene = canvas->scene();
            return std::any_of(scene.wires.begin(), scene.wires.end(), [&](const Wire& wire) { return scene.ids[std::size_t(wire.from)] == id(from) && scene.ids[std::size_t(wire.to)] == id(to); });
        };
        QVERIFY(wired("group/one", "group/two") && wired("first", "group") && wired("group", "last"));
        drag(canvas->port_point(id("group/two"), true), canvas->port_point(id("group/three"), false));
        QCOMPARE(needs_of(*document, "group/three"), (std::vector<std::string>{"one", "two"}));
        const int steps = document->undo_stack().count();
        drag(canvas->port_point(id("group/two"), true), canvas->port_point(id("last"), false));
        QCOMPARE(document->undo_stack().count(), steps);   // not across the border
    }

    void a_task_inside_moves_within_its_group() {
        canvas->set_unfolded(id("group"), true);
        settle();
        const QRectF was = canvas->scene().rects[std::size_t(canvas->scene().find(id("group/three")))];
        const QPointF corner = canvas->scene().rects[std::size_t(canvas->scene().find(id("group")))].topLeft();
        drag(rect("group/three").center(), rect("group/three").center() + QPoint(30, 36));
        const QRectF now = canvas->scene().rects[std::size_t(canvas->scene().find(id("group/three")))];
        QVERIFY(now.left() > was.left() && now.top() > was.top());
        const std::vector<Placement>& placed = document->flow()->placements;
        QCOMPARE(placed.size(), std::size_t(1));
        QCOMPARE(placed[0].path, std::string("group/three"));
        QCOMPARE(placed[0].at, (Point{now.left() - corner.x(), now.top() - corner.y()}));
        canvas->set_unfolded(id("group"), false);
        document->open_scope(BodyRef{{}, id("group")});   // the same place when the group is opened
        QCOMPARE(canvas->scene().rects[std::size_t(canvas->scene().find(id("group/three")))].topLeft(), QPointF(placed[0].at.x, placed[0].at.y));
    }

    void the_group_takes_its_tasks_along() {
        canvas->set_unfolded(id("group"), true);
        settle();
        const QPoint apart = rect("group/one").topLeft() - rect("group").topLeft();
        const QPoint head(rect("group").left() + 60, rect("group").top() + 10);
        drag(head, head + QPoint(40, 48));
        QCOMPARE(document->flow()->placements.size(), std::size_t(1));
        QCOMPARE(document->flow()->placements[0].path, std::string("group"));
        QVERIFY((rect("group/one").topLeft() - rect("group").topLeft() - apart).manhattanLength() <= 2);
    }

    void ground_inside_is_ground() {
        canvas->set_unfolded(id("group"), true);
        settle();
        const QPoint free(rect("group/one").center().x(), rect("group/one").bottom() + 24);
        QVERIFY(rect("group").contains(free));
        QCOMPARE(canvas->node_at(free), TaskId(0));
        drag(rect("group/one").topLeft() - QPoint(8, 8), rect("group/one").bottomRight() + QPoint(8, 8));
        QCOMPARE(document->selection(), std::vector<TaskId>{id("group/one")});
        move(free);
        QMouseEvent hover(QEvent::MouseMove, free, ground()->mapToGlobal(free), Qt::NoButton, Qt::NoButton, {});
        QCoreApplication::sendEvent(ground(), &hover);
        canvas->add_kind("script");
        QVERIFY(task_of(*document, "group/script"));
    }

    void what_is_drawn_is_not_opened_again() {
        canvas->set_unfolded(id("group"), true);
        canvas->centre_on(id("group/two"));
        QCOMPARE(document->scope(), BodyRef{});
        canvas->set_unfolded(id("group"), false);
        canvas->centre_on(id("group/two"));
        QCOMPARE(document->scope(), (BodyRef{{}, id("group")}));
    }

    void the_arrows_go_in_and_a_run_shows_inside() {
        canvas->set_unfolded(id("group"), true);
        document->select({id("group/one")});
        QTest::keyClick(canvas.get(), Qt::Key_Right);
        QVERIFY(document->selection() == std::vector<TaskId>{id("group/two")} || document->selection() == std::vector<TaskId>{id("group/three")});
        auto state = std::make_shared<run::RunState>();
        state->run = "r";
        add_state(*state, "group/two", run::Stage::failed, 500, "exit 1");
        run::Verdict verdict;
        verdict.outcome = run::Outcome::failed;
        document->show_run(state, verdict, 1);
        QTRY_COMPARE(int(canvas->scene().glyphs[std::size_t(canvas->scene().find(id("group/two")))]), int(Glyph::failed));
    }

    void a_definition_used_twice_is_refused_with_the_reason() {
        QSignalSpy refused(document.get(), &FlowDocument::refused);
        click_chevron("u1");
        QCOMPARE(refused.count(), 1);
        QVERIFY(document->flow()->unfolded.empty());
    }

    void told_to_a_screen_reader() {
        QAccessible::setActive(true);
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(canvas.get());
        QAccessibleInterface* group = list->child(canvas->scene().find(id("group")));
        QVERIFY(group->state().expandable && group->state().collapsed);
        group->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        group = list->child(canvas->scene().find(id("group")));
        QVERIFY(group->state().expanded);
        QVERIFY(list->child(canvas->scene().find(id("group/one")))->text(QAccessible::Name).contains("one"));
        QAccessible::setActive(false);
    }

    // WEFT_SHOTS=DIR: pictures to look at.
    void pictures() {
        const QString folder = qEnvironmentVariable("WEFT_SHOTS");
        if (folder.isEmpty()) QSKIP("no folder for pictures");
        QVERIFY(document->commit("note", [](const Flow& flow) { return edit::add_note(flow, {"group", "inside the **group**", {250, 80}, 150, 40, "blue"}); }));
        canvas->grab().save(folder + "/folded.png");
        canvas->set_unfolded(id("group"), true);
        for (const ThemeChoice choice : {ThemeChoice::light, ThemeChoice::dark}) {
            Theme::instance().choose(choice);
            settle();
            canvas->grab().save(QStringLiteral("%1/unfolded-%2.png").arg(folder).arg(int(choice)));
        }
        Theme::instance().choose(ThemeChoice::light);
    }
};

QTEST_MAIN(CanvasUnfold)
#include "tst_canvas_unfold.moc"
