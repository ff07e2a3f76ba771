// Completion in the real window: typed, taken and undone with keys, taken with the mouse, told to a screen reader.
#include <QListWidget>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

#include "core/lint/finding.h"
#include "tests/support/fake_dialogs.h"
#include "ui/base/theme.h"
#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"
#include "ui/shell/main_window.h"
#include "ui/source/code_edit.h"

using namespace weft;
using namespace weft::ui;

class tst_completing : public QObject {
    Q_OBJECT
    QTemporaryDir home_;
    std::unique_ptr<MainWindow> window_;

    FlowDocument& document() { return *window_->document(); }
    QListWidget* list(QWidget* field) { return field->findChild<QListWidget*>(field->objectName() + "-completion"); }
    void open(const char* name) {
        window_.reset();
        QDir(home_.path()).mkpath(QTest::currentTestFunction());   // a journal of its own
        const QString copy = home_.filePath(QTest::currentTestFunction()) + u'/' + name;
        QVERIFY(QFile::copy(QString(WEFT_TEST_DATA "/completion/") + name, copy));
        auto answers = std::make_shared<FakeDialogs::Answers>();
        answers->save = Dialogs::Answer::discard;
        window_ = std::make_unique<MainWindow>(std::make_unique<FakeDialogs>(answers));
        window_->resize(1280, 860);
        window_->show();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        QVERIFY(window_->open_file(copy));
        QTRY_VERIFY(window_->document());
    }
    CodeEdit* source() {
        window_->show_panel("yaml");
        auto* edit = window_->findChild<CodeEdit*>("source-text");
        edit->setFocus();
        return edit;
    }
    void put_cursor_behind(CodeEdit* edit, const QString& text) {
        QTextCursor cursor = edit->textCursor();
        const qsizetype at = edit->toPlainText().indexOf(text);
        QVERIFY2(at >= 0, qPrintable(text));
        cursor.setPosition(int(at + text.size()));
        edit->setTextCursor(cursor);
    }
    void keep_picture(QWidget* field, const char* name) {
        const QString folder = qEnvironmentVariable("WEFT_SHOTS");
        if (folder.isEmpty()) return;
        QPixmap all = window_->grab();
        QPainter painter(&all);
        QListWidget* open = list(field);
        painter.drawPixmap(window_->mapFromGlobal(open->pos()), open->grab());
        all.save(folder + "/" + name + ".png");
    }

  private slots:
    void initTestCase() {
        qputenv("WEFT_STATE_DIR", home_.filePath("state").toUtf8());
        qputenv("WEFT_SOCKET", home_.filePath("r.sock").toUtf8());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, home_.filePath("config"));
        QCoreApplication::setOrganizationName("weftwork");
        QCoreApplication::setApplicationName("tst_completing");
    }
    void cleanup() { window_.reset(); }

    void a_command_is_completed_with_keys() {
        open("three.weft.yaml");
        const QString before = document().text();
        document().select({at_path(*document().flow(), "last")->id});
        auto* field = window_->findChild<QPlainTextEdit*>("task-command");
        QVERIFY(field);
        field->setFocus();
        QTRY_VERIFY(field->hasFocus());
        field->moveCursor(QTextCursor::End);
        QTest::keyClicks(field, " {{");
        QTRY_VERIFY(list(field)->isVisible());
        QCOMPARE(list(field)->count(), 3);
        QVERIFY(field->accessibleDescription().contains("1 of 3: params.city"));
        keep_picture(field, "completion-inspector");
        QTest::keyClick(field, Qt::Key_Down);
        QVERIFY(field->accessibleDescription().contains("2 of 3: tasks.first.outputs.path, output of first"));
        QTest::keyClicks(field, "size");
        QTRY_COMPARE(list(field)->count(), 1);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!list(field)->isVisible());
        QCOMPARE(field->toPlainText(), QString("echo done {{tasks.middle.outputs.size}}"));
        QTest::keyClick(field, Qt::Key_Tab);
        QTRY_VERIFY(document().text().contains("command: echo done {{tasks.middle.outputs.size}}"));
        document().undo_stack().undo();
        QCOMPARE(document().text(), before);
    }

    void escape_closes_the_list_alone() {
        open("three.weft.yaml");
        CodeEdit* edit = source();
        put_cursor_behind(edit, "echo done");
        QTest::keyClicks(edit, " {{par");
        QTRY_VERIFY(list(edit)->isVisible());
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!list(edit)->isVisible());
        QVERIFY(edit->hasFocus());
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!edit->hasFocus());
    }

    void the_text_is_completed_also_while_it_does_not_parse() {
        open("three.weft.yaml");
        CodeEdit* edit = source();
        put_cursor_behind(edit, "echo done");
        QTest::keyClick(edit, Qt::Key_Return);
        QTest::keyClicks(edit, "whe");
        QTRY_VERIFY(list(edit)->isVisible());
        QTest::keyClick(edit, Qt::Key_Tab);
        QTest::keyClicks(edit, "{{ci");   // a map to YAML: nothing can be read now
        QTRY_VERIFY(!document().parses());
        QTRY_VERIFY(list(edit)->isVisible());
        keep_picture(edit, "completion-yaml");
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(document().text().endsWith("    command: echo done\n    when: \"{{params.city}}\"\n"));
        QTRY_VERIFY(document().parses());
        QCOMPARE(document().flow()->main.tasks.back()->when, std::string("{{params.city}}"));
    }

    void a_task_to_wait_for_is_clicked() {
        open("three.weft.yaml");
        CodeEdit* edit = source();
        put_cursor_behind(edit, "needs: [middle");
        QTest::keyClicks(edit, ", ");
        QTRY_VERIFY(list(edit)->isVisible());
        QCOMPARE(list(edit)->count(), 1);
        QTest::mouseClick(list(edit)->viewport(), Qt::LeftButton, {}, list(edit)->visualItemRect(list(edit)->item(0)).center());
        QVERIFY(document().text().contains("needs: [middle, first]"));
        QTRY_COMPARE(document().flow()->main.tasks.back()->needs.size(), std::size_t(2));
    }

    void argo_has_its_own_words() {
        open("dag.yaml");
        CodeEdit* edit = source();
        put_cursor_behind(edit, "dependencies: [first]");
        QTest::keyClick(edit, Qt::Key_Return);
        QTest::keyClicks(edit, "when: \"{{path");
        QTRY_VERIFY(list(edit)->isVisible());
        QTest::keyClick(edit, Qt::Key_Return);
        QTest::keyClicks(edit, " != x\"");
        QTRY_COMPARE(document().flow()->main.tasks.back()->when, std::string("{{tasks.first.outputs.parameters.path}} != x"));
    }

    void asking_shows_every_field_that_may_stand_there() {
        open("three.weft.yaml");
        CodeEdit* edit = source();
        put_cursor_behind(edit, "echo done");
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(!list(edit)->isVisible());
        QTest::keyClick(edit, Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(list(edit)->isVisible());
        QStringList shown;
        for (int row = 0; row < list(edit)->count(); ++row) shown << list(edit)->item(row)->text();
        QVERIFY(shown.contains("timeout") && shown.contains("outputs"));
        QVERIFY(!shown.contains("script") && !shown.contains("name") && !shown.contains("needs"));
        for (const ThemeChoice theme : {ThemeChoice::light, ThemeChoice::dark}) {
            Theme::instance().choose(theme);
            keep_picture(edit, theme == ThemeChoice::light ? "completion-keys-light" : "completion-keys-dark");
        }
        Theme::instance().choose(ThemeChoice::light);
    }
};

QTEST_MAIN(tst_completing)
#include "tst_completing.moc"
