// The comparison in the window: with a file, with what git has, and following what is drawn.
#include <QtTest>

#include <QLabel>
#include <QProcess>
#include <QSettings>
#include <QTreeWidget>

#include "core/io/file.h"
#include "tests/support/fake_dialogs.h"
#include "ui/bridge/text.h"
#include "ui/compare/compare_panel.h"
#include "ui/document/flow_document.h"
#include "ui/shell/actions.h"
#include "ui/shell/main_window.h"

using namespace weft;
using namespace weft::ui;

class tst_compare_panel : public QObject {
    Q_OBJECT
  private:
    QTemporaryDir home_;
    std::shared_ptr<FakeDialogs::Answers> answers_ = std::make_shared<FakeDialogs::Answers>();
    const std::string one_ = "weftwork: 1\nname: x\ntasks:\n  - name: a\n    command: echo 1\n  - name: b\n    needs: [a]\n    command: echo 2\n";
    const std::string two_ = "weftwork: 1\nname: x\ntasks:\n  - name: a\n    command: echo 9\n  - name: b\n    command: echo 2\n  - name: c\n    command: echo 3\n";

  private slots:
    void initTestCase() {
        qputenv("WEFT_STATE_DIR", home_.filePath("state").toUtf8());
        qputenv("WEFT_SOCKET", home_.filePath("r.sock").toUtf8());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, home_.filePath("config"));
        QVERIFY(io::write_file(utf8(home_.filePath("one.weft.yaml")), one_));
        QVERIFY(io::write_file(utf8(home_.filePath("two.weft.yaml")), two_));
    }

    void with_a_file_line_by_line() {
        MainWindow window(std::make_unique<FakeDialogs>(answers_));
        window.show();
        QVERIFY(window.open_file(home_.filePath("two.weft.yaml")));
        answers_->files = {home_.filePath("one.weft.yaml")};
        window.actions().get("file.compare")->trigger();
        auto* panel = window.findChild<ComparePanel*>("compare-panel");
        QVERIFY(panel->isVisible());
        QStringList lines;
        for (int i = 0; i < panel->list()->topLevelItemCount(); ++i) lines << panel->list()->topLevelItem(i)->text(0) + "|" + panel->list()->topLevelItem(i)->text(1) + "|" + panel->list()->topLevelItem(i)->text(2);
        QCOMPARE(lines.size(), 3);
        QVERIFY2(lines[0].contains("changed|a|command:") && lines[0].contains("echo 9"), qPrintable(lines[0]));
        QVERIFY2(lines[1].contains("added|c"), qPrintable(lines[1]));
        QVERIFY2(lines[2].contains("removed|a"), qPrintable(lines[2]));

        // A line that is chosen is shown; what is drawn is compared again.
        const QRect place = panel->list()->visualItemRect(panel->list()->topLevelItem(1));
        QTest::mouseClick(panel->list()->viewport(), Qt::LeftButton, {}, place.center());
        QCOMPARE(window.document()->selection(), std::vector<TaskId>{at_path(*window.document()->flow(), "c")->id});
        window.actions().get("edit.delete")->trigger();
        QCOMPARE(panel->list()->topLevelItemCount(), 2);
    }

    void the_same_is_said() {
        MainWindow window(std::make_unique<FakeDialogs>(answers_));
        window.show();
        QVERIFY(window.open_file(home_.filePath("one.weft.yaml")));
        answers_->files = {home_.filePath("one.weft.yaml")};
        window.actions().get("file.compare")->trigger();
        QVERIFY(window.findChild<QLabel*>("compare-head")->text().contains("The same as one.weft.yaml"));
    }

    void with_what_git_has() {
        const QString git = QStandardPaths::findExecutable("git");
        if (git.isEmpty()) QSKIP("git is not installed");
        QDir(home_.path()).mkpath("repository");
        const QString folder = home_.filePath("repository"), file = folder + "/flow.weft.yaml";
        QVERIFY(io::write_file(utf8(file), one_));
        MainWindow window(std::make_unique<FakeDialogs>(answers_));
        window.show();
        QVERIFY(window.open_file(file));
        answers_->told.clear();
        window.actions().get("file.compare-git")->trigger();
        QCOMPARE(answers_->told.size(), 1);   // no repository: said, not silent
        const auto run = [&](const QStringList& arguments) {
            QProcess process;
            process.setWorkingDirectory(folder);
            process.start(git, QStringList{"-c", "user.email=a@example.org", "-c", "user.name=a"} + arguments);
            return process.waitForFinished() && process.exitCode() == 0;
        };
        QVERIFY(run({"init", "-q"}) && run({"add", "."}) && run({"commit", "-q", "-m", "first"}));
        window.document()->type(0, 0, "# a comment is no difference\n");
        window.actions().get("file.compare-git")->trigger();
        QVERIFY2(window.findChild<QLabel*>("compare-head")->text().contains("The same as the last commit"), qPrintable(window.findChild<QLabel*>("compare-head")->text() + answers_->told.join(';')));
        QVERIFY(window.document()->commit("Rename", [](const Flow& flow) { return edit::rename_task(flow, at_path(flow, "b")->id, "better"); }));
        QCOMPARE(window.findChild<ComparePanel*>("compare-panel")->list()->topLevelItemCount(), 1);
        answers_->save = Dialogs::Answer::discard;
    }
};

QTEST_MAIN(tst_compare_panel)
#include "tst_compare_panel.moc"
