// Commands without a menu: the palette, and keys that a person changes; the history; putting tasks in line.
#include <QtTest>

#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QTreeWidget>
#include <QUndoView>

#include "core/io/file.h"
#include "tests/support/fake_dialogs.h"
#include "ui/bridge/text.h"
#include "ui/canvas/canvas.h"
#include "ui/document/journal.h"
#include "ui/document/flow_document.h"
#include "ui/shell/actions.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/main_window.h"
#include "ui/shell/shortcuts_dialog.h"

using namespace weft;
using namespace weft::ui;

namespace {

QTreeWidgetItem* row(ShortcutsDialog& dialog, const QString& command) {
    const QList<QTreeWidgetItem*> found = dialog.list()->findItems(command, Qt::MatchExactly);
    return found.isEmpty() ? nullptr : found.front();
}

void press(ShortcutsDialog& dialog, const QKeySequence& keys) {
    auto* edit = dialog.findChild<QKeySequenceEdit*>("shortcut-edit");
    edit->setKeySequence(keys);
    emit edit->editingFinished();   // comes by itself a second after the keys
}

}  // namespace

class tst_commands : public QObject {
    Q_OBJECT
  private slots:
    void initTestCase() {
        QVERIFY(home_.isValid());
        qputenv("WEFT_STATE_DIR", home_.filePath("state").toUtf8());
        qputenv("WEFT_SOCKET", home_.filePath("runner.sock").toUtf8());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, home_.filePath("config"));
        QCoreApplication::setOrganizationName("weftwork");
        QCoreApplication::setApplicationName("weftwork");
    }

    void init() { QDir(journal_folder()).removeRecursively(); }   // a window that a test drops without closing it looks like a crash

    void words_fit_by_their_beginnings() {
        QVERIFY(fits("Make an exit handler: always", "ex han") > 0);
        QVERIFY(fits("Make an exit handler: always", "handler exit") > 0);
        QCOMPARE(fits("Make an exit handler: always", "exit zz"), 0);
        QVERIFY(fits("Run", "run") > fits("Hide the run", "run"));
        QVERIFY(fits("Duplicate", "du") > fits("Undupe", "du"));
        QVERIFY(fits(QStringLiteral("整理布局"), QStringLiteral("布局")) > 0);
    }

    void the_palette_runs_what_was_typed() {
        MainWindow window;
        window.resize(1200, 800);
        window.show();
        window.open_example(":/examples/hello.weft.yaml");
        window.actions().get("view.commands")->trigger();
        auto* palette = window.findChild<CommandPalette*>("command-palette");
        QVERIFY(palette && palette->isVisible());
        QTest::keyClicks(palette->field(), "sel al");
        QCOMPARE(palette->list()->item(0)->text(), QStringLiteral("Select all"));
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QVERIFY(!palette->isVisible());
        QCOMPARE(window.document()->selection().size(), window.document()->flow()->main.tasks.size() + window.document()->flow()->main.handlers.size());
    }

    void the_palette_knows_the_choices_of_menus() {
        MainWindow window;
        window.show();
        window.open_example(":/examples/hello.weft.yaml");
        window.actions().get("view.commands")->trigger();
        auto* palette = window.findChild<CommandPalette*>("command-palette");
        QTest::keyClicks(palette->field(), "dark");
        QVERIFY(palette->list()->count() > 0);
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QCOMPARE(int(window.settings().theme), int(ThemeChoice::dark));
        Settings again = window.settings();
        again.theme = ThemeChoice::light;
        window.apply(again);
    }

    void escape_closes_it_and_does_nothing() {
        MainWindow window;
        window.show();
        window.actions().get("view.commands")->trigger();
        auto* palette = window.findChild<CommandPalette*>("command-palette");
        QTest::keyClicks(palette->field(), "zzzz");
        QTest::keyClick(palette->field(), Qt::Key_Return);   // nothing is called so: stays open
        QVERIFY(palette->isVisible());
        QTest::keyClick(palette->field(), Qt::Key_Escape);
        QVERIFY(!palette->isVisible());
    }

    void a_changed_key_works_and_is_kept() {
        {
            MainWindow window;
            ShortcutsDialog dialog(window.actions());
            dialog.list()->setCurrentItem(row(dialog, "Tidy up"));
            press(dialog, QKeySequence("Ctrl+Alt+T"));
            QCOMPARE(row(dialog, "Tidy up")->text(1), QKeySequence("Ctrl+Alt+T").toString(QKeySequence::NativeText));
            dialog.accept();
            QCOMPARE(window.actions().get("view.tidy")->shortcut(), QKeySequence("Ctrl+Alt+T"));
        }
        MainWindow next;
        QCOMPARE(next.actions().get("view.tidy")->shortcut(), QKeySequence("Ctrl+Alt+T"));
        ShortcutsDialog dialog(next.actions());
        QTest::mouseClick(dialog.findChild<QPushButton*>("shortcut-reset-all"), Qt::LeftButton);
        dialog.accept();
        QCOMPARE(next.actions().get("view.tidy")->shortcut(), QKeySequence("Ctrl+Shift+L"));
        QVERIFY(!QSettings().contains("shortcuts/view.tidy"));
    }

    void a_key_that_is_taken_is_said_and_moves() {
        MainWindow window;
        ShortcutsDialog dialog(window.actions());
        dialog.list()->setCurrentItem(row(dialog, "Tidy up"));
        press(dialog, QKeySequence("Ctrl+D"));
        QVERIFY(row(dialog, "Duplicate")->text(1).isEmpty());
        QVERIFY(dialog.findChild<QLabel*>("shortcut-note")->text().contains("Duplicate"));
        dialog.reject();
        QCOMPARE(window.actions().get("edit.duplicate")->shortcut(), QKeySequence("Ctrl+D"));   // cancelled: nothing changed
    }

    void the_history_goes_back_and_forth() {
        MainWindow window;
        window.show();
        window.open_example(":/examples/hello.weft.yaml");
        const QString before = window.document()->text();
        window.canvas()->select_all();
        window.canvas()->arrange(Arrange::left);
        window.canvas()->arrange(Arrange::down);
        QCOMPARE(window.document()->undo_stack().count(), 2);
        window.show_panel("history");
        auto* history = window.findChild<QUndoView*>("history");
        QCOMPARE(history->model()->rowCount(), 3);
        history->setCurrentIndex(history->model()->index(0, 0));
        QCOMPARE(window.document()->text(), before);
        history->setCurrentIndex(history->model()->index(2, 0));
        QVERIFY(window.document()->text() != before);
    }

    void aligned_edges_are_equal_and_distances_too() {
        MainWindow window;
        window.resize(1400, 900);
        window.show();
        window.open_example(":/examples/hello.weft.yaml");
        std::vector<TaskId> tasks;
        for (const TaskPtr& task : window.document()->flow()->main.tasks) tasks.push_back(task->id);
        QVERIFY(tasks.size() >= 3);
        window.document()->select(tasks);
        window.canvas()->arrange(Arrange::left);
        QSet<double> lefts;
        QList<double> tops;
        for (const Placement& placement : window.document()->flow()->placements) lefts << placement.at.x;
        QCOMPARE(lefts.size(), qsizetype(1));
        window.canvas()->arrange(Arrange::down);
        for (const Placement& placement : window.document()->flow()->placements) tops << placement.at.y;
        std::sort(tops.begin(), tops.end());
        for (int i = 2; i < tops.size(); ++i) QVERIFY2(std::abs((tops[i] - tops[i - 1]) - (tops[1] - tops[0])) <= 2, "not the same distance");
    }

    void a_selection_becomes_a_group_and_comes_out_again() {
        MainWindow window;
        window.resize(1400, 900);
        window.show();
        window.open_example(":/examples/hello.weft.yaml");
        FlowDocument& document = *window.document();
        const QString before = document.text();
        std::vector<TaskId> two;
        for (const char* name : {"count", "shout"}) two.push_back(at_path(*document.flow(), name)->id);
        document.select(two);
        QVERIFY(window.actions().get("edit.group")->isEnabled());
        QVERIFY(!window.actions().get("edit.ungroup")->isEnabled());
        window.actions().get("edit.group")->trigger();
        QVERIFY(at_path(*document.flow(), "group/count"));
        QCOMPARE(document.undo_stack().count(), 1);
        auto* field = window.canvas()->findChild<QLineEdit*>();   // its name is asked for at once
        QVERIFY(field && field->isVisible());
        QTest::keyClicks(field, "both");
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(at_path(*document.flow(), "both/count"));
        QVERIFY(document.text().contains("name: both"));
        QVERIFY(window.actions().get("edit.ungroup")->isEnabled());
        window.actions().get("edit.ungroup")->trigger();
        QVERIFY(at_path(*document.flow(), "count") && at_path(*document.flow(), "shout"));
        QVERIFY(!at_path(*document.flow(), "both"));
        for (int i = 0; i < 3; ++i) document.undo_stack().undo();
        QCOMPARE(document.text(), before);
    }

    void other_work_in_the_same_place() {
        MainWindow window;
        window.show();
        window.open_example(":/examples/hello.weft.yaml");
        FlowDocument& document = *window.document();
        const Task before = *at_path(*document.flow(), "count");
        document.select({before.id});
        window.actions().get("view.commands")->trigger();
        auto* palette = window.findChild<CommandPalette*>("command-palette");
        QTest::keyClicks(palette->field(), "replace by wait");
        QTest::keyClick(palette->field(), Qt::Key_Return);
        const Task* after = at_path(*document.flow(), "count");
        QVERIFY(after);
        QCOMPARE(int(definition_of(*document.flow(), *after)->kind), int(DefinitionKind::wait));
        QCOMPARE(after->needs, before.needs);
        QCOMPARE(document.undo_stack().count(), 1);
    }

    void an_example_is_inserted_beside_what_is_there() {
        MainWindow window;
        window.show();
        window.open_example(":/examples/hello.weft.yaml");
        FlowDocument& document = *window.document();
        const std::size_t tasks = document.flow()->main.tasks.size();
        const QString before = document.text();
        window.insert_example(":/examples/hello.weft.yaml");
        QCOMPARE(document.flow()->main.tasks.size(), 2 * tasks);
        QVERIFY(at_path(*document.flow(), "greet-2"));
        QCOMPARE(at_path(*document.flow(), "count-2")->needs.front().task, std::string("greet-2"));
        document.undo_stack().undo();
        QCOMPARE(document.text(), before);
    }

    void arranging_one_says_why_not() {
        MainWindow window;
        window.show();
        window.open_example(":/examples/hello.weft.yaml");
        window.document()->select({window.document()->flow()->main.tasks.front()->id});
        QSignalSpy said(window.canvas(), &Canvas::notice);
        window.canvas()->arrange(Arrange::left);
        QCOMPARE(said.count(), 1);
        QCOMPARE(window.document()->undo_stack().count(), 0);
    }

    // What a crash leaves: a journal that nobody holds. `file` "" = never saved.
    void leave_behind(const QString& file, const QString& text) {
        FlowDocument document(*open_text(utf8(text), utf8(file)), file);
        document.keep_journal(file.isEmpty() ? journal_folder() + "/lost.journal" : journal_path(journal_folder(), file));
        document.type(0, 0, "# typed before the crash\n");
    }

    void what_was_not_saved_is_offered_when_the_file_is_opened() {
        const QString file = home_.filePath("crashed.weft.yaml"), text = "weftwork: 1\nname: crashed\ntasks: []\n";
        for (const bool yes : {true, false}) {
            QVERIFY(io::write_file(utf8(file), utf8(text)));
            leave_behind(file, text);
            auto answers = std::make_shared<FakeDialogs::Answers>();
            answers->yes = yes;
            answers->save = Dialogs::Answer::discard;
            MainWindow window(std::make_unique<FakeDialogs>(answers));
            QVERIFY(window.open_file(file));
            QCOMPARE(answers->questions, 1);
            QCOMPARE(window.document()->text().startsWith("# typed before"), yes);
            QCOMPARE(window.document()->modified(), yes);
            window.document()->undo_stack().undo();
            QCOMPARE(window.document()->text(), text);
            window.document()->undo_stack().redo();
            QVERIFY(window.close_page(0));   // thrown away: not offered again
            QVERIFY(window.open_file(file));
            QCOMPARE(answers->questions, 1);
            QCOMPARE(window.document()->text(), text);
        }
    }

    void what_never_had_a_file_is_offered_at_the_start() {
        leave_behind({}, "weftwork: 1\nname: lost\ntasks: []\n");
        auto answers = std::make_shared<FakeDialogs::Answers>();
        answers->yes = false;
        {
            MainWindow later(std::make_unique<FakeDialogs>(answers));
            later.offer_recovery();
            QCOMPARE(answers->questions, 1);
            QCOMPARE(later.page_count(), 0);
        }
        answers->yes = true;
        answers->save = Dialogs::Answer::discard;
        MainWindow window(std::make_unique<FakeDialogs>(answers));
        window.offer_recovery();
        QCOMPARE(window.page_count(), 1);
        QVERIFY(window.document()->text().startsWith("# typed before"));
        QVERIFY(window.close_page(0));
        window.offer_recovery();
        QCOMPARE(answers->questions, 2);
    }

    void undo_goes_on_after_a_restart() {
        const QString file = home_.filePath("steps.weft.yaml"), text = "weftwork: 1\nname: steps\ntasks: []\n";
        QVERIFY(io::write_file(utf8(file), utf8(text)));
        auto answers = std::make_shared<FakeDialogs::Answers>();
        {
            MainWindow window(std::make_unique<FakeDialogs>(answers));
            QVERIFY(window.open_file(file));
            window.document()->type(0, 0, "# one\n");
            QVERIFY(window.save());
            window.close();
        }
        MainWindow window(std::make_unique<FakeDialogs>(answers));
        QVERIFY(window.open_file(file));
        QCOMPARE(answers->questions, 0);
        QVERIFY(!window.document()->modified());
        QCOMPARE(window.document()->undo_stack().count(), 1);
        window.document()->undo_stack().undo();
        QCOMPARE(window.document()->text(), text);
        answers->save = Dialogs::Answer::discard;
    }

  private:
    QTemporaryDir home_;
};

QTEST_MAIN(tst_commands)
#include "tst_commands.moc"
