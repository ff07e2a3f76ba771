// Notes in the real window: made, typed, moved, coloured, copied, found, told to a screen reader, drawn in the picture; everything can be undone.
#include <QtTest>

#include <QAccessible>
#include <QClipboard>
#include <QImage>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTreeView>

#include "core/io/file.h"
#include "tests/support/fake_dialogs.h"
#include "ui/base/note_colours.h"
#include "ui/base/theme.h"
#include "ui/bridge/text.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/note_painter.h"
#include "ui/document/flow_document.h"
#include "ui/document/note_choice.h"
#include "ui/shell/actions.h"
#include "ui/shell/find_task.h"
#include "ui/shell/main_window.h"

using namespace weft;
using namespace weft::ui;

class tst_notes : public QObject {
    Q_OBJECT
    QTemporaryDir home_;
    std::shared_ptr<FakeDialogs::Answers> answers_ = std::make_shared<FakeDialogs::Answers>();
    std::unique_ptr<MainWindow> window_;
    int file_ = 0;                     // each test has one of its own: what was not saved would be offered to the next
    const std::string text_ = "weftwork: 1\nname: x\ntasks:\n  - name: a\n    command: echo 1   # stays\n  - name: b\n    needs: [a]\n    command: echo 2\n";

    Canvas& canvas() const { return *window_->canvas(); }
    FlowDocument& document() const { return *window_->document(); }
    QWidget* ground() const { return canvas().viewport(); }
    QPoint free_place() const { return QPoint(ground()->width() / 2, ground()->height() - 150); }
    const std::vector<Note>& notes() const { return document().flow()->notes; }

    void move(QPoint at, Qt::MouseButtons buttons = Qt::NoButton) {
        QMouseEvent event(QEvent::MouseMove, at, ground()->mapToGlobal(at), Qt::NoButton, buttons, {});
        QCoreApplication::sendEvent(ground(), &event);
    }
    void drag(QPoint from, QPoint to) {
        QTest::mousePress(ground(), Qt::LeftButton, {}, from);
        move(from + (to - from) / 2, Qt::LeftButton);
        move(to, Qt::LeftButton);
        QTest::mouseRelease(ground(), Qt::LeftButton, {}, to);
    }
    QPlainTextEdit* field() const { return canvas().findChild<QPlainTextEdit*>("noteEdit"); }
    void make_note(const QString& words) {
        move(free_place());
        QTest::keyClick(&canvas(), Qt::Key_S, Qt::ShiftModifier);
        QVERIFY(field() && field()->isVisible());
        QTest::keyClicks(field(), words);
        QTest::keyClick(field(), Qt::Key_Return, Qt::ControlModifier);
    }
    QRect first_note() const { return canvas().note_rect(0); }

  private slots:
    void initTestCase() {
        qputenv("WEFT_STATE_DIR", home_.filePath("state").toUtf8());
        qputenv("WEFT_SOCKET", home_.filePath("r.sock").toUtf8());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, home_.filePath("config"));
    }
    void init() {
        const QString file = home_.filePath(QStringLiteral("%1.weft.yaml").arg(++file_));
        QVERIFY(io::write_file(utf8(file), text_));
        window_ = std::make_unique<MainWindow>(std::make_unique<FakeDialogs>(answers_));
        window_->resize(1300, 860);
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        QVERIFY(window_->open_file(file));
        canvas().setFocus();
    }
    void cleanup() {
        answers_->save = Dialogs::Answer::discard;
        window_.reset();
    }

    void a_key_makes_one_at_the_cursor_and_its_words_are_one_step() {
        const QString before = document().text();
        make_note("**hello** you");
        QCOMPARE(notes().size(), std::size_t(1));
        QCOMPARE(notes()[0].text, std::string("**hello** you"));
        QVERIFY(first_note().contains(free_place()));
        QCOMPARE(document().undo_stack().count(), 1);
        QCOMPARE(NoteChoice::of(document()).note(), 0);
        QVERIFY(document().text().contains("# stays") && document().text().contains("notes:"));
        document().undo_stack().undo();
        QCOMPARE(document().text(), before);
        QVERIFY(notes().empty());
        QVERIFY(first_note().isEmpty());
    }

    void nothing_typed_is_no_note() {
        move(free_place());
        QTest::keyClick(&canvas(), Qt::Key_S, Qt::ShiftModifier);
        QTest::keyClick(field(), Qt::Key_Escape);
        QVERIFY(!field()->isVisible());
        QVERIFY(notes().empty());
        QCOMPARE(document().undo_stack().count(), 0);
        QVERIFY(canvas().hasFocus());
    }

    void the_add_menu_and_the_menu_have_it() {
        QTest::mouseDClick(ground(), Qt::LeftButton, {}, free_place());
        auto* list = canvas().findChild<QListWidget*>("addList");
        QVERIFY(list);
        const QList<QListWidgetItem*> found = list->findItems("Note", Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(found.front()).center());
        QVERIFY(field() && field()->isVisible());
        QTest::keyClicks(field(), "from the menu");
        QTest::mouseClick(ground(), Qt::LeftButton, {}, QPoint(8, 8));   // elsewhere takes it
        QCOMPARE(notes().size(), std::size_t(1));
        window_->actions().get("edit.note")->trigger();
        QVERIFY(field()->isVisible());
    }

    void double_click_and_enter_edit_it_in_its_place() {
        make_note("one");
        QTest::mouseDClick(ground(), Qt::LeftButton, {}, first_note().center());
        QVERIFY(field()->isVisible());
        QCOMPARE(field()->toPlainText(), QString("one"));
        QTest::keyClicks(field(), " two");
        QTest::keyClick(field(), Qt::Key_Escape);
        QCOMPARE(notes()[0].text, std::string("one two"));
        QTest::keyClick(&canvas(), Qt::Key_Return);
        QVERIFY(field()->isVisible());
        field()->selectAll();
        QTest::keyClick(field(), Qt::Key_Delete);
        QTest::keyClick(field(), Qt::Key_Escape);
        QVERIFY2(notes().empty(), "a note that says nothing any more is gone");
        document().undo_stack().undo();
        QCOMPARE(notes()[0].text, std::string("one two"));
    }

    void the_mouse_moves_and_resizes_it() {
        make_note("one");
        const Note was = notes()[0];
        drag(first_note().center(), first_note().center() + QPoint(40, -24));
        QCOMPARE(notes()[0].at, (Point{was.at.x + std::round(40 / canvas().zoom() / 4) * 4, was.at.y - std::round(24 / canvas().zoom() / 4) * 4}));
        drag(first_note().bottomRight() - QPoint(3, 3), first_note().bottomRight() + QPoint(57, 37));
        QVERIFY(notes()[0].w > was.w && notes()[0].h > was.h);
        document().undo_stack().undo();
        QCOMPARE(notes()[0].w, was.w);
        document().undo_stack().undo();
        QCOMPARE(notes()[0].at, was.at);
    }

    void the_keys_move_resize_colour_and_delete_it() {
        make_note("one");
        const Note was = notes()[0];
        QTest::keyClick(&canvas(), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(notes()[0].at.x, was.at.x + 20);
        QTest::keyClick(&canvas(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(notes()[0].h, was.h + 4);
        QTest::keyClick(&canvas(), Qt::Key_3);
        QCOMPARE(notes()[0].colour, std::string("green"));
        QTest::keyClick(&canvas(), Qt::Key_Delete);
        QVERIFY(notes().empty());
        for (int i = 0; i < 4; ++i) document().undo_stack().undo();
        QCOMPARE(notes()[0], was);
        QTest::keyClick(&canvas(), Qt::Key_N, Qt::ShiftModifier);
        QCOMPARE(NoteChoice::of(document()).note(), 0);
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        QCOMPARE(NoteChoice::of(document()).note(), -1);
    }

    void its_menu_gives_it_a_colour_by_name() {
        make_note("one");
        QTest::mouseClick(ground(), Qt::RightButton, {}, first_note().center());
        auto* menu = canvas().findChild<QMenu*>("note-menu");
        QVERIFY(menu);
        QMenu* colours = nullptr;
        for (QAction* action : menu->actions())
            if (action->menu()) colours = action->menu();
        QVERIFY(colours && colours->actions().size() == int(note_colours().size()));
        for (QAction* action : colours->actions()) QVERIFY(!action->text().isEmpty());
        colours->actions()[4]->trigger();
        QCOMPARE(notes()[0].colour, std::string("purple"));
        menu->close();
    }

    void copied_as_yaml_text_and_pasted() {
        make_note("take **me** along");
        window_->actions().get("edit.copy")->trigger();
        QVERIFY2(QApplication::clipboard()->text().contains("take **me** along"), qPrintable(QApplication::clipboard()->text()));
        window_->actions().get("edit.paste")->trigger();
        QCOMPARE(notes().size(), std::size_t(2));
        QCOMPARE(notes()[1].text, notes()[0].text);
        QVERIFY(!(notes()[1].at == notes()[0].at));
        window_->actions().get("edit.duplicate")->trigger();
        QCOMPARE(notes().size(), std::size_t(3));
        window_->actions().get("edit.cut")->trigger();
        QCOMPARE(notes().size(), std::size_t(2));
        QCOMPARE(document().flow()->main.tasks.size(), std::size_t(2));
    }

    void a_task_over_it_is_the_one_that_is_clicked() {
        make_note("one");
        const TaskId a = document().flow()->main.tasks[0]->id;
        QVERIFY(document().commit("lay it under", [&](const Flow& flow) {
            Flow made = flow;
            made.notes[0].at = {0, 0};
            made.notes[0].w = 400, made.notes[0].h = 300;
            return Result<Flow>(made);
        }));
        QTest::mouseClick(ground(), Qt::LeftButton, {}, canvas().node_rect(a).center());
        QCOMPARE(document().selection(), std::vector<TaskId>{a});
        QCOMPARE(NoteChoice::of(document()).note(), -1);
    }

    void found_by_its_words_and_in_the_outline() {
        make_note("# Runbook");
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        auto* find = window_->findChild<FindTask*>("find-task");
        find->setFocus();
        QTest::keyClicks(find, "runbook");
        QTest::keyClick(find, Qt::Key_Return);
        QTRY_COMPARE(NoteChoice::of(document()).note(), 0);
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        auto* tree = window_->findChild<QTreeView*>("outlineTree");
        const QAbstractItemModel& model = *tree->model();
        const QModelIndex heading = model.index(model.rowCount() - 1, 0);
        QCOMPARE(heading.data().toString(), QString("Notes"));
        QCOMPARE(model.index(0, 0, heading).data().toString(), QString("Runbook"));
        tree->setCurrentIndex(model.index(0, 0, heading));
        QCOMPARE(NoteChoice::of(document()).note(), 0);
        QVERIFY(document().selection().empty());
    }

    void told_to_a_screen_reader() {
        QAccessible::setActive(true);
        make_note("# Runbook");
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&canvas());
        QAccessibleInterface* note = list->child(2);
        QVERIFY(note && note->role() == QAccessible::Note);
        QVERIFY2(note->text(QAccessible::Name).contains("Runbook"), qPrintable(note->text(QAccessible::Name)));
        QCOMPARE(list->indexOfChild(note), 2);
        QVERIFY(note->state().selected);
        QVERIFY(note->rect().contains(ground()->mapToGlobal(first_note().center())));
        note->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(field()->isVisible());
        QAccessible::setActive(false);
    }

    void every_text_is_plain_text_and_nothing_is_loaded() {
        QCOMPARE(note_words("<b>x</b> & **y**"), QString("<b>x</b> & y"));
        QCOMPARE(note_words("![a cat](file:///etc/hostname)"), QString("[a cat]"));
        QCOMPARE(note_words("<img src='http://example.org/x.png'>"), QString("<img src='http://example.org/x.png'>"));
        QCOMPARE(note_words("[link](https://example.org)"), QString("link"));
        QCOMPARE(note_title("\n\n# Head\n- one"), QString("Head"));
        QVERIFY(note_document("# a\n\nb", 200)->size().height() > note_document("b", 200)->size().height());
    }

    void words_can_be_read_in_every_theme() {
        for (const ThemeChoice choice : {ThemeChoice::light, ThemeChoice::dark, ThemeChoice::high_contrast}) {
            Theme::instance().choose(choice);
            for (const NoteColour& colour : note_colours()) {
                const NoteLook look = note_look(colour.id);
                QVERIFY2(contrast(look.ground, look.text) >= (choice == ThemeChoice::high_contrast ? 7 : 4.5), colour.id);
                QVERIFY2(contrast(look.ground, Theme::instance().colours().accent) >= 3, colour.id);
            }
        }
        Theme::instance().choose(ThemeChoice::light);
    }

    void stands_in_the_picture_and_behind_the_tasks() {
        const QSizeF without = canvas().picture_size();
        make_note("one");
        QVERIFY(document().commit("aside", [&](const Flow& flow) {
            Flow made = flow;
            made.notes[0].at = {-400, 0};
            return Result<Flow>(made);
        }));
        QVERIFY(canvas().picture_size().width() >= without.width() + 380);
        QImage picture(canvas().picture_size().toSize(), QImage::Format_ARGB32);
        QPainter painter(&picture);
        canvas().render(painter, QRectF(QPointF(), picture.size()));
        painter.end();
        QCOMPARE(picture.pixelColor(24 + 6, 24 + 60), note_look({}).ground);
    }

    // WEFT_SHOTS=DIR: pictures to look at.
    void pictures() {
        const QString folder = qEnvironmentVariable("WEFT_SHOTS");
        if (folder.isEmpty()) QSKIP("no folder for pictures");
        QVERIFY(document().commit("notes", [](const Flow& flow) {
            Flow made = flow;
            made.notes.push_back({"", "# Nightly training\n\nRuns at **02:00**. When it fails:\n\n1. look at `train`\n2. call *ops*\n\n- [ ] rotate the key\n- [x] resize\n", {20, 190}, 300, 200, "yellow"});
            int at = 0;
            for (const char* colour : {"blue", "green", "red", "purple", "grey"}) made.notes.push_back({"", std::string("## ") + colour + "\n> quoted <b>plain</b>\n\n[a link](https://example.org) and more words than there is room for, so that the end is cut", {340.0 + 220 * (at % 3), 190.0 + 110 * (at / 3)}, 200, 100, colour}), ++at;
            return Result<Flow>(made);
        }));
        for (const ThemeChoice choice : {ThemeChoice::light, ThemeChoice::dark, ThemeChoice::high_contrast}) {
            Theme::instance().choose(choice);
            canvas().fit_all();
            NoteChoice::of(document()).choose(1);
            QTest::qWait(200);
            window_->grab().save(QStringLiteral("%1/notes-%2.png").arg(folder).arg(int(choice)));
        }
        canvas().edit_note(0);
        window_->grab().save(folder + "/notes-edit.png");
        Theme::instance().choose(ThemeChoice::light);
    }
};

QTEST_MAIN(tst_notes)
#include "tst_notes.moc"
