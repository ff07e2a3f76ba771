// A row for every line of the table "Mouse and keyboard" in the shared facts: each is done with the real window's mouse and keys. Where the facts are
// there, the rows are compared with them, so that a line added there needs a test here.
#include <QtTest>

#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QSettings>

#include "core/run/client.h"
#include "core/run/verdict.h"
#include "tests/support/fake_dialogs.h"
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/base/state_glyph.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/panels.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/document_page.h"
#include "ui/shell/main_window.h"

using namespace weft;
using namespace weft::ui;
using Names = std::vector<std::string>;

class tst_gestures : public QObject {
    Q_OBJECT
  private:
    QTemporaryDir dir_;
    std::shared_ptr<FakeDialogs::Answers> answers_;
    std::unique_ptr<MainWindow> window_;

    Canvas& canvas() const { return *window_->canvas(); }
    FlowDocument& document() const { return *window_->document(); }
    QWidget* ground() const { return canvas().viewport(); }
    TaskId id(const char* path) const { return id_of(document(), path); }
    Names needs(const char* path) const {
        Names all = needs_of(document(), path);
        std::sort(all.begin(), all.end());
        return all;
    }
    int steps() const { return document().undo_stack().count(); }
    std::size_t tasks() const { return document().flow()->main.tasks.size(); }
    QRect rect(const char* path) const { return canvas().node_rect(id(path)); }
    QPoint out(const char* path) const { return canvas().port_point(id(path), true); }
    QPoint in(const char* path) const { return canvas().port_point(id(path), false); }
    QPoint wire(const char* from, const char* to) const { return (out(from) + in(to)) / 2; }
    QPoint empty() const { return rect("fetch").bottomLeft() + QPoint(30, 70); }
    void choose(std::initializer_list<const char*> paths) {
        std::vector<TaskId> ids;
        for (const char* path : paths) ids.push_back(id(path));
        document().select(ids);
        canvas().setFocus();
    }

    void key(int key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers); }
    void click(QPoint at, Qt::KeyboardModifiers modifiers = {}) { QTest::mouseClick(ground(), Qt::LeftButton, modifiers, at); }
    void move(QPoint at, Qt::MouseButtons buttons = Qt::NoButton, Qt::KeyboardModifiers modifiers = {}) {
        QMouseEvent event(QEvent::MouseMove, at, ground()->mapToGlobal(at), Qt::NoButton, buttons, modifiers);
        QCoreApplication::sendEvent(ground(), &event);
    }
    // A real drag: press, moves, release.
    void drag(QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers modifiers = {}, bool release = true) {
        QTest::mousePress(ground(), button, modifiers, from);
        for (const QPoint at : {from + (to - from) / 2, to}) move(at, button, modifiers);
        if (release) QTest::mouseRelease(ground(), button, modifiers, to);
    }
    void wheel(QPoint at, int delta, Qt::KeyboardModifiers modifiers = {}, const QPointingDevice* device = QPointingDevice::primaryPointingDevice()) {
        QWheelEvent event(at, ground()->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false, Qt::MouseEventNotSynthesized, device);
        QCoreApplication::sendEvent(ground(), &event);
    }
    // Over a place of the canvas with the palette's item held; what the canvas says there.
    QString carry(const char* kind, QPoint at, Qt::KeyboardModifiers modifiers, bool drop) {
        QMimeData mime;
        mime.setData(palette_mime, kind);
        QDragEnterEvent enter(at, Qt::CopyAction, &mime, Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(ground(), &enter);
        QDragMoveEvent over(at, Qt::CopyAction, &mime, Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(ground(), &over);
        const QString hint = canvas().hint();
        if (drop) {
            QDropEvent event(at, Qt::CopyAction, &mime, Qt::LeftButton, modifiers);
            QCoreApplication::sendEvent(ground(), &event);
        } else {
            QDragLeaveEvent leave;
            QCoreApplication::sendEvent(ground(), &leave);
        }
        return hint;
    }
    QLineEdit* add_menu() const { return canvas().findChild<QLineEdit*>("addFilter"); }
    bool adding() const { return add_menu() && add_menu()->isVisible(); }
    void close_add_menu() { QTest::keyClick(add_menu(), Qt::Key_Escape); }
    QLineEdit* rename_field() const {
        auto* field = canvas().findChild<QLineEdit*>("renameField");
        return field && field->isVisible() ? field : nullptr;
    }
    QPoint title_of(const char* path) const {
        const int node = canvas().scene().find(id(path));
        const NodeParts parts = node_parts({canvas().scene().rects[std::size_t(node)], false, false});
        const QPointF within = parts.title.center() - canvas().scene().rects[std::size_t(node)].topLeft();
        return rect(path).topLeft() + QPoint(12 + int(parts.title.left() - canvas().scene().rects[std::size_t(node)].left()), int(within.y() * canvas().zoom()));
    }
    void open(const char* name, const QByteArray& text) {
        QFile file(dir_.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        window_->open_file(file.fileName());
        QCOMPARE(document().file(), file.fileName());
        canvas().setFocus();
    }

    // --- the rows ---

    void rubber_band() {
        const QRect fetch = rect("fetch"), clean = rect("clean"), evaluate = rect("evaluate");
        drag(QPoint(fetch.left() - 12, clean.top() - 12), QPoint(clean.center().x(), fetch.center().y()));
        QCOMPARE(document().selection(), (std::vector<TaskId>{id("fetch"), id("clean")}));
        const QPoint from(evaluate.left() + 30, evaluate.top() - 14);
        drag(from, evaluate.center(), Qt::LeftButton, Qt::ShiftModifier);
        QCOMPARE(document().selection().size(), std::size_t(3));                       // Shift adds
        drag(from, evaluate.center(), Qt::LeftButton, Qt::ControlModifier);
        QCOMPARE(document().selection(), (std::vector<TaskId>{id("fetch"), id("clean")}));   // Ctrl toggles
        click(empty());
        QVERIFY(document().selection().empty());
        QCOMPARE(steps(), 0);
    }

    void pan() {
        const auto moved_by = [&](Qt::MouseButton button) {
            const QPoint before = rect("train").topLeft();
            drag(empty(), empty() + QPoint(50, 30), button);
            return rect("train").topLeft() - before;
        };
        QCOMPARE(moved_by(Qt::MiddleButton), QPoint(50, 30));
        QSignalSpy menu(&canvas(), &Canvas::context_menu_requested);
        QCOMPARE(moved_by(Qt::RightButton), QPoint(50, 30));
        QCOMPARE(menu.count(), 0);
        QTest::keyPress(&canvas(), Qt::Key_Space);
        QCOMPARE(moved_by(Qt::LeftButton), QPoint(50, 30));
        QTest::keyRelease(&canvas(), Qt::Key_Space);
        QVERIFY(document().selection().empty());
        // A right click without movement is the menu, with what is under it chosen.
        QStringList offered;
        QTimer::singleShot(0, this, [&] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            if (!menu) return;
            for (const QAction* action : menu->actions()) offered << action->objectName();
            menu->close();
        });
        QTest::mouseClick(ground(), Qt::RightButton, {}, rect("train").center());
        QCOMPARE(menu.count(), 1);
        QCOMPARE(document().selection(), std::vector<TaskId>{id("train")});
        QVERIFY2(offered.contains("edit.rename") && offered.contains("edit.delete"), qPrintable(offered.join(' ')));
    }

    void wheel_row() {
        const QPoint at = rect("train").center();
        const qreal before = canvas().zoom();
        wheel(at, 120);
        QVERIFY(canvas().zoom() > before);
        QVERIFY((rect("train").center() - at).manhattanLength() <= 3);   // at the cursor
        wheel(at, -120);
        QVERIFY(qAbs(canvas().zoom() - before) < 1e-6);
        static const QPointingDevice pad(QStringLiteral("pad"), 77, QInputDevice::DeviceType::TouchPad, QPointingDevice::PointerType::Finger, QInputDevice::Capability::Scroll, 2, 0);
        const QPoint place = rect("train").topLeft();
        wheel(at, 120, {}, &pad);
        QVERIFY(qAbs(canvas().zoom() - before) < 1e-6);                  // two fingers pan
        QVERIFY(rect("train").top() > place.y());
        wheel(at, 120, Qt::ControlModifier, &pad);
        QVERIFY(canvas().zoom() > before);
        const qreal zoomed = canvas().zoom();
        QNativeGestureEvent pinch(Qt::ZoomNativeGesture, &pad, 2, at, at, ground()->mapToGlobal(at), 0.25, {});
        QCoreApplication::sendEvent(ground(), &pinch);
        QVERIFY(canvas().zoom() > zoomed);
        canvas().apply({CanvasSettings::Wheel::scroll});                 // one preference to swap
        const qreal kept = canvas().zoom();
        const QPoint still = rect("train").topLeft();
        wheel(at, 120);
        QCOMPARE(canvas().zoom(), kept);
        QVERIFY(rect("train").topLeft() != still);
        wheel(at, 120, Qt::ControlModifier);
        QVERIFY(canvas().zoom() > kept);
    }

    void fit_row() {
        const auto whole = [this] {
            for (const char* path : {"fetch", "evaluate", "keep-logs"})
                if (!ground()->rect().contains(rect(path))) return false;
            return true;
        };
        for (const auto& [pressed, modifiers] : {std::pair(Qt::Key_Home, Qt::KeyboardModifiers()), {Qt::Key_F, Qt::KeyboardModifiers()}, {Qt::Key_1, Qt::KeyboardModifiers(Qt::ControlModifier)}}) {
            canvas().zoom_to(3);
            QVERIFY(!whole());
            key(pressed, modifiers);
            QVERIFY(whole());
        }
        const qreal all = canvas().zoom();
        choose({"train"});
        canvas().zoom_to(0.3);
        key(Qt::Key_F);                                                  // the selection
        QVERIFY(canvas().zoom() >= all);
        QVERIFY((rect("train").center() - ground()->rect().center()).manhattanLength() < 60);
        canvas().zoom_to(2);
        key(Qt::Key_1, Qt::ControlModifier);                             // all, whatever is chosen
        QVERIFY(whole());
        canvas().zoom_to(2);
        key(Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(canvas().zoom(), 1.0);
    }

    void add_node() {
        QTest::mouseDClick(ground(), Qt::LeftButton, {}, empty());
        QVERIFY(adding());
        close_add_menu();
        for (const auto& [pressed, modifiers] : {std::pair(Qt::Key_A, Qt::KeyboardModifiers(Qt::ShiftModifier)), {Qt::Key_N, Qt::KeyboardModifiers()}}) {
            canvas().setFocus();
            key(pressed, modifiers);
            QVERIFY(adding());
            close_add_menu();
        }
        bool offered = false;
        QTimer::singleShot(0, this, [&] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            if (!menu) return;
            for (QAction* action : menu->actions())
                if (action->objectName() == "edit.add") {
                    offered = true;
                    QMetaObject::invokeMethod(action, "trigger", Qt::QueuedConnection);
                }
            menu->close();
        });
        QTest::mouseClick(ground(), Qt::RightButton, {}, empty());
        QVERIFY(offered);
        QTRY_VERIFY(adding());
        QTest::keyClicks(add_menu(), "upload");
        QTest::keyClick(add_menu(), Qt::Key_Return);
        QVERIFY(id("upload"));
        QCOMPARE(steps(), 1);
        const std::vector<TaskId> chosen = document().selection();
        canvas().setFocus(Qt::TabFocusReason);
        key(Qt::Key_Tab);                                                // focus, nothing else
        QCOMPARE(document().selection(), chosen);
        QVERIFY(!adding());
    }

    void drop_a_wire() {
        drag(out("evaluate"), out("evaluate") + QPoint(10, 120));
        QVERIFY(adding());
        auto* list = canvas().findChild<QListWidget*>("addList");
        for (int row = 0; row < list->count(); ++row) QVERIFY2(list->item(row)->text() != "Exit handler", "a wire cannot end in a handler");
        QTest::keyClicks(add_menu(), "cont");
        QTest::keyClick(add_menu(), Qt::Key_Return);
        QCOMPARE(needs("container"), Names{"evaluate"});                 // wired
        QCOMPARE(steps(), 1);
    }

    void drop_on_a_wire() {
        QVERIFY(!carry("script", wire("train", "evaluate"), {}, false).isEmpty());      // it says that it goes between
        carry("script", wire("train", "evaluate"), {}, true);
        QCOMPARE(needs("script"), Names{"train"});
        QCOMPARE(needs("evaluate"), (Names{"clean", "script"}));
        document().undo_stack().undo();
        QVERIFY(carry("script", wire("train", "evaluate"), Qt::AltModifier, true).isEmpty());   // Alt suppresses
        QVERIFY(needs("script").empty());
    }

    void connect_by_keyboard() {
        choose({"train", "clean"});
        key(Qt::Key_C);
        QCOMPARE(needs("clean"), (Names{"fetch", "train"}));
        document().undo_stack().undo();
        choose({"train", "clean"});
        command("connect in order");
        QCOMPARE(needs("clean"), (Names{"fetch", "train"}));
    }

    void cut_wires() {
        drag(rect("clean").topRight() + QPoint(30, -20), rect("train").bottomRight() + QPoint(30, 20), Qt::RightButton, Qt::ControlModifier);
        QVERIFY(needs("evaluate").empty());
        QCOMPARE(steps(), 1);
        document().undo_stack().undo();
        click(in("evaluate"), Qt::AltModifier);
        QVERIFY(needs("evaluate").empty());
    }

    void delete_row() {
        for (const int pressed : {int(Qt::Key_Delete), int(Qt::Key_Backspace)}) {
            choose({"clean"});
            key(pressed);
            QVERIFY(!id("clean"));
            QCOMPARE(needs("evaluate"), Names{"train"});
            document().undo_stack().undo();
        }
        choose({"clean"});
        key(Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(needs("evaluate"), (Names{"fetch", "train"}));
    }

    void duplicate() {
        const std::size_t before = tasks();
        choose({"train"});
        key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(tasks(), before + 1);
        QCOMPARE(document().selection().size(), std::size_t(1));
        QVERIFY(document().selection().front() != id("train"));
    }

    void copy_paste() {
        choose({"train"});
        key(Qt::Key_C, Qt::ControlModifier);
        QVERIFY2(QApplication::clipboard()->text().contains("train.py"), "YAML text");
        key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(steps(), 1);
        const TaskId copy = document().selection().front();
        QVERIFY(copy != id("train"));
        choose({"clean"});
        key(Qt::Key_X, Qt::ControlModifier);
        QVERIFY(!id("clean"));
        QVERIFY(QApplication::clipboard()->text().contains("clean("));
        key(Qt::Key_V, Qt::ControlModifier);
        QVERIFY(id("clean"));
        QVERIFY(task_of(document(), "clean")->needs.empty());   // a plain paste is on its own
        key(Qt::Key_Z, Qt::ControlModifier);
        key(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(id("clean"));
        QCOMPARE(needs("clean"), (Names{"fetch"}));             // what it waited for is waited for again
        QCOMPARE(document().selection(), std::vector<TaskId>{id("clean")});
        key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!id("clean"));
    }

    void undo_redo() {
        choose({"clean"});
        key(Qt::Key_Delete);
        for (const auto& [pressed, modifiers] : {std::pair(Qt::Key_Y, Qt::KeyboardModifiers(Qt::ControlModifier)), {Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier}}) {
            key(Qt::Key_Z, Qt::ControlModifier);
            QVERIFY(id("clean"));
            key(pressed, modifiers);
            QVERIFY(!id("clean"));
        }
    }

    void rename() {
        choose({"clean"});
        key(Qt::Key_F2);
        QVERIFY(rename_field());
        rename_field()->setText("scrub");
        QTest::keyClick(rename_field(), Qt::Key_Return);
        QVERIFY(id("scrub"));
        QCOMPARE(needs("evaluate"), (Names{"scrub", "train"}));
        QTest::mouseDClick(ground(), Qt::LeftButton, {}, title_of("train"));
        QVERIFY(rename_field());
        QCOMPARE(rename_field()->text(), QString("train"));
        QTest::keyClick(rename_field(), Qt::Key_Escape);
    }

    void edit_properties() {
        choose({"train"});
        key(Qt::Key_Return);
        QVERIFY(window_->findChild<QWidget*>("inspector")->isAncestorOf(QApplication::focusWidget()));
        canvas().setFocus();
        QTest::mouseDClick(ground(), Qt::LeftButton, {}, rect("clean").center() + QPoint(int(60 * canvas().zoom()), int(22 * canvas().zoom())));
        QCOMPARE(document().selection(), std::vector<TaskId>{id("clean")});
        QVERIFY(window_->findChild<QWidget*>("inspector")->isAncestorOf(QApplication::focusWidget()));
    }

    void group_note() {
        choose({"clean", "train"});
        key(Qt::Key_G, Qt::ControlModifier);
        QVERIFY(!id("clean"));
        QCOMPARE(tasks(), std::size_t(3));
        canvas().setFocus();
        key(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(id("clean") && id("train"));
        QCOMPARE(tasks(), std::size_t(4));
        canvas().setFocus();
        key(Qt::Key_S, Qt::ShiftModifier);
        QVERIFY(QApplication::focusWidget() != &canvas());               // it is typed on the canvas
        QTest::keyClicks(QApplication::focusWidget(), "why");
        canvas().setFocus();
        QCOMPARE(document().flow()->notes.size(), std::size_t(1));
        QCOMPARE(document().flow()->notes.front().text, std::string("why"));
    }

    void mute() {
        choose({"clean"});
        key(Qt::Key_D);
        QVERIFY(task_of(document(), "clean")->muted);
        key(Qt::Key_D);
        QVERIFY(!task_of(document(), "clean")->muted);
    }

    void navigate() {
        choose({"clean"});
        key(Qt::Key_Down);
        QCOMPARE(document().selection(), std::vector<TaskId>{id("train")});
        key(Qt::Key_Right);
        QCOMPARE(document().selection(), std::vector<TaskId>{id("evaluate")});
        key(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(document().selection().size(), std::size_t(4));         // upstream
        choose({"fetch"});
        key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(document().selection().size(), std::size_t(4));         // downstream
        choose({"clean"});
        const auto at = [this] { return canvas().scene().rects[std::size_t(canvas().scene().find(id("clean")))].topLeft(); };
        const QPointF before = at();
        key(Qt::Key_Right, Qt::ControlModifier);
        const QPointF nudged = at();
        QVERIFY(nudged.x() > before.x());
        key(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(at().x() - nudged.x() > nudged.x() - before.x());
    }

    void auto_layout() {
        choose({"clean"});
        for (int i = 0; i < 20; ++i) key(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        const int before = steps();
        document().select({});
        canvas().setFocus();
        key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(steps(), before + 1);                               // one step
        document().undo_stack().undo();
        const QRectF fetch = canvas().scene().rects[std::size_t(canvas().scene().find(id("fetch")))];
        choose({"clean", "train"});
        key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);         // the selection
        QTRY_COMPARE(document().undo_stack().index(), before + 1);
        QCOMPARE(canvas().scene().rects[std::size_t(canvas().scene().find(id("fetch")))], fetch);
    }

    void find_palette() {
        key(Qt::Key_F, Qt::ControlModifier);
        auto* find = window_->findChild<QLineEdit*>("find-task");
        QVERIFY(find && find->hasFocus());
        QTest::keyClicks(find, "train.py");                              // a command
        QTest::keyClick(find, Qt::Key_Return);
        QTRY_COMPARE(document().selection(), std::vector<TaskId>{id("train")});
        for (const auto& [pressed, modifiers] : {std::pair(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier), {Qt::Key_K, Qt::KeyboardModifiers(Qt::ControlModifier)}}) {
            canvas().setFocus();
            key(pressed, modifiers);
            auto* palette = window_->findChild<CommandPalette*>("command-palette");
            QVERIFY(palette && palette->isVisible());
            QTest::keyClick(palette->field(), Qt::Key_Escape);
            QVERIFY(!palette->isVisible());
        }
    }

    void run_stop() {
        open("quick.weft.yaml", "weftwork: 1\nname: quick\ntasks:\n  - {name: one, command: [\"true\"]}\n");
        const auto outcome = [this] { return document().shown_run() ? document().shown_verdict().outcome : run::Outcome::pending; };
        key(Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(outcome(), run::Outcome::succeeded, 20'000);
        const qint64 first = document().shown_run_number();
        canvas().setFocus();
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(document().shown_run_number() != first && outcome() == run::Outcome::succeeded, 20'000);
        open("slow.weft.yaml", "weftwork: 1\nname: slow\ntasks:\n  - {name: one, command: [sleep, \"600\"]}\n");
        key(Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(outcome(), run::Outcome::running, 20'000);
        key(Qt::Key_F5, Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(document().shown_verdict().final && outcome() != run::Outcome::succeeded, 20'000);
    }

    void check() {
        open("findings.weft.yaml", "weftwork: 1\nname: findings\ntasks:\n  - {name: one, needs: [gone], command: [\"true\"]}\n  - {name: two, needs: [lost], command: [\"true\"]}\n");
        QTRY_VERIFY(document().findings().size() >= 2);
        auto* list = window_->findChild<QListView*>("problems-list");
        canvas().setFocus();
        key(Qt::Key_F8);
        const int first = list->currentIndex().row();
        QVERIFY(first >= 0);
        key(Qt::Key_F8);
        QVERIFY(list->currentIndex().row() > first);
        key(Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(list->currentIndex().row(), first);
    }

    void minimap() {
        auto* map = window_->findChild<QWidget*>("minimap");
        QVERIFY(map && map->isVisible());
        canvas().setFocus();
        key(Qt::Key_M);
        QVERIFY(!map->isVisible());
        key(Qt::Key_M);
        QVERIFY(map->isVisible());
    }

    void escape() {
        choose({"clean", "train"});
        key(Qt::Key_G, Qt::ControlModifier);
        const TaskId group = document().selection().front();
        canvas().setFocus();
        key(Qt::Key_Return);
        QCOMPARE(document().scope(), (BodyRef{{}, group}));
        QTRY_COMPARE(canvas().scene().count(), 2);
        canvas().fit_all();
        const TaskId one = canvas().scene().ids[0];
        document().select({one});
        const QPoint at = canvas().node_rect(one).center();
        const QString before = document().text();
        drag(at, at + QPoint(80, 60), Qt::LeftButton, {}, false);
        key(Qt::Key_Escape);                                             // the gesture
        QTest::mouseRelease(ground(), Qt::LeftButton, {}, at + QPoint(80, 60));
        QCOMPARE(document().text(), before);
        QVERIFY(!document().selection().empty());
        key(Qt::Key_Escape);                                             // the selection
        QVERIFY(document().selection().empty());
        QCOMPARE(document().scope(), (BodyRef{{}, group}));
        key(Qt::Key_Escape);                                             // the sub-flow
        QCOMPARE(document().scope(), BodyRef());
    }

    void wrong_drop() {
        const QString before = document().text();
        drag(out("evaluate"), rect("fetch").center(), Qt::LeftButton, {}, false);
        QVERIFY2(canvas().hint().contains("evaluate"), qPrintable(canvas().hint()));   // while the button is down
        QCOMPARE(ground()->cursor().shape(), Qt::ForbiddenCursor);
        QTest::mouseRelease(ground(), Qt::LeftButton, {}, rect("fetch").center());
        QVERIFY(canvas().hint().isEmpty());
        drag(out("fetch"), in("clean"), Qt::LeftButton, {}, false);      // exists already
        QVERIFY(!canvas().hint().isEmpty());
        QTest::mouseRelease(ground(), Qt::LeftButton, {}, in("clean"));
        QCOMPARE(document().text(), before);
        QCOMPARE(steps(), 0);
    }

    // A shape and a word of its own for every stage: two pictures in grey differ, and so do the words.
    void status_colour() {
        std::vector<QImage> shapes;
        QStringList words;
        for (const run::Stage stage : {run::Stage::waiting, run::Stage::running, run::Stage::succeeded, run::Stage::failed, run::Stage::skipped}) {
            QImage picture(32, 32, QImage::Format_ARGB32_Premultiplied);
            picture.fill(Qt::transparent);
            QPainter painter(&picture);
            paint_glyph(painter, {16, 16}, glyph_of(stage), 24);
            painter.end();
            shapes.push_back(picture.convertToFormat(QImage::Format_Alpha8));
            words << word_of(stage);
        }
        for (std::size_t a = 0; a < shapes.size(); ++a)
            for (std::size_t b = a + 1; b < shapes.size(); ++b) QVERIFY2(shapes[a] != shapes[b], qPrintable(words[int(a)] + " " + words[int(b)]));
        words.removeAll(QString());
        QCOMPARE(words.removeDuplicates(), qsizetype(0));
        QCOMPARE(words.size(), qsizetype(shapes.size()));
        show_failed_run(document());
        for (const auto& [path, stage] : {std::pair("fetch", run::Stage::succeeded), {"train", run::Stage::failed}, {"evaluate", run::Stage::skipped}}) {
            const auto said = [&, path = path] { return canvas().scene().faces[std::size_t(canvas().scene().find(id(path)))].state; };
            QTRY_VERIFY2(said().startsWith(word_of(stage), Qt::CaseInsensitive), qPrintable(QString(path) + ": " + said()));
        }
    }

    void command(const QString& text) {
        key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto* palette = window_->findChild<CommandPalette*>("command-palette");
        QVERIFY(palette && palette->isVisible());
        QTest::keyClicks(palette->field(), text);
        QTest::keyClick(palette->field(), Qt::Key_Return);
    }

    struct Row { const char* action; void (tst_gestures::*play)(); };
    static const std::vector<Row>& rows() {
        using T = tst_gestures;
        static const std::vector<Row> all = {
            {"rubber band", &T::rubber_band},
            {"pan", &T::pan},
            {"wheel", &T::wheel_row},
            {"fit, 100 %", &T::fit_row},
            {"add node", &T::add_node},
            {"drop a wire on empty", &T::drop_a_wire},
            {"drop a node on a wire", &T::drop_on_a_wire},
            {"connect by keyboard", &T::connect_by_keyboard},
            {"cut wires", &T::cut_wires},
            {"delete, delete + reconnect", &T::delete_row},
            {"duplicate", &T::duplicate},
            {"copy, paste", &T::copy_paste},
            {"undo, redo", &T::undo_redo},
            {"rename", &T::rename},
            {"edit properties", &T::edit_properties},
            {"group, note", &T::group_note},
            {"mute, disable", &T::mute},
            {"navigate", &T::navigate},
            {"auto-layout", &T::auto_layout},
            {"find, palette", &T::find_palette},
            {"run, stop", &T::run_stop},
            {"check", &T::check},
            {"minimap", &T::minimap},
            {"Esc", &T::escape},
            {"wrong drop", &T::wrong_drop},
            {"status colour", &T::status_colour},
        };
        return all;
    }

  private slots:
    void initTestCase() {
        QCoreApplication::setOrganizationName("weftwork");
        QCoreApplication::setApplicationName("tst_gestures");
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, dir_.filePath("settings"));
        QDir(dir_.path()).mkpath("s");
        qputenv("WEFT_STATE_DIR", dir_.filePath("state").toUtf8());
        qputenv("WEFT_SOCKET", dir_.filePath("s/r.sock").toUtf8());
        qputenv("WEFT_RUNNER", WEFT_BIN "/weft");
        qputenv("WEFT_RUNNER_IDLE_MS", "60000");
        answers_ = std::make_shared<FakeDialogs::Answers>();
        answers_->save = Dialogs::Answer::discard;
    }
    void cleanupTestCase() {
        if (auto client = run::Client::connect(false)) {
            (void)(*client)->request(R"({"shutdown":{}})");
            while ((*client)->next_line(10'000)) {}
        }
    }

    void init() {
        window_ = std::make_unique<MainWindow>(std::make_unique<FakeDialogs>(answers_));
        window_->resize(1600, 1000);
        window_->show();
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        open("nightly.weft.yaml", nightly());
        canvas().fit_all();
    }
    void cleanup() {
        while (window_->page_count() > 0) QVERIFY(window_->close_page(0));
        window_.reset();
    }

    void gesture_data() {
        QTest::addColumn<int>("row");
        for (std::size_t row = 0; row < rows().size(); ++row) QTest::newRow(rows()[row].action) << int(row);
    }
    void gesture() {
        QFETCH(int, row);
        (this->*rows()[std::size_t(row)].play)();
    }

    void every_line_of_the_facts_has_a_row() {
        QFile facts(QStringLiteral(WEFT_SHARED "/facts/interaction.md"));
        if (!facts.open(QIODevice::ReadOnly)) QSKIP("the shared facts are not here");
        QStringList lines, ours;
        bool inside = false;
        for (const QString& line : QString::fromUtf8(facts.readAll()).split('\n')) {
            if (line.startsWith("## ")) inside = line.contains("Mouse and keyboard");
            if (!inside || !line.startsWith("| ") || line.startsWith("| action")) continue;
            lines << line.section('|', 1, 1).trimmed().remove('`');
        }
        for (const Row& row : rows()) ours << QString::fromLatin1(row.action);
        QCOMPARE(ours, lines);
    }
};

QTEST_MAIN(tst_gestures)
#include "tst_gestures.moc"
