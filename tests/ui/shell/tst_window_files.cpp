// Files and the window: a large one is read by a worker and can be cancelled, several flows of one file, what the files of a folder say of each other.
#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeWidget>
#include <QtTest>

#include "core/model/edit.h"
#include "ui/bridge/background.h"
#include "ui/bridge/lint_bridge.h"
#include "ui/bridge/text.h"
#include "ui/canvas/canvas.h"
#include "ui/document/flow_document.h"
#include "ui/shell/document_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/open_strip.h"
#include "ui/shell/page_head.h"
#include "ui/shell/usages_panel.h"
#include "ui/source/code_edit.h"

using namespace weft;
using namespace weft::ui;

namespace {

class Answers : public Dialogs {
  public:
    QStringList told, asked;
    bool yes = true;
    Answer ask_save(const QString&) override { return Answer::discard; }
    QStringList open_files(const QString&) override { return {}; }
    QString save_to;
    QString save_file(const QString&, const QString&) override { return save_to; }
    Trust ask_trust(const QString&, const QString&, const std::vector<WillRun>&) override { return Trust::no; }
    std::optional<edit::Scope> ask_scope(const QString&, int) override { return edit::Scope::all; }
    std::optional<std::vector<run::Datum>> ask_parameters(const std::vector<Parameter>&) override { return std::nullopt; }
    bool confirm(const QString& question, const QString&) override {
        asked << question;
        return yes;
    }
    void tell(const QString& what, const QString& details) override { told << what + u'\n' + details; }
};

QByteArray large_flow(int tasks) {
    QByteArray text = "weftwork: 1\nname: large\ntasks:\n";
    for (int i = 0; i < tasks; ++i) text += "  - name: task-" + QByteArray::number(i) + "\n    command: echo the words of task number " + QByteArray::number(i) + "\n";
    return text;
}

void write(const QString& file, const QByteArray& text) {
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(text);
}

}  // namespace

class tst_window_files : public QObject {
    Q_OBJECT
  private slots:
    void initTestCase() {
        qputenv("WEFT_STATE_DIR", home_.filePath("state").toUtf8());
        qputenv("WEFT_SOCKET", home_.filePath("runner.sock").toUtf8());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, home_.filePath("config"));
        QCoreApplication::setOrganizationName("weftwork");
        QCoreApplication::setApplicationName("weftwork");
    }

    void a_large_file_is_read_by_a_worker() {
        QTemporaryDir folder;
        const QString file = folder.filePath("large.weft.yaml");
        write(file, large_flow(1500));
        MainWindow window(std::make_unique<Answers>());
        window.show();
        QSignalSpy ended(&window, &MainWindow::opening_ended);
        QVERIFY(window.open_file(file));
        QVERIFY(window.opening());
        QCOMPARE(window.page_count(), 0);
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(window.document()->flow()->main.tasks.size(), std::size_t(1500));
        QCOMPARE(window.document()->file(), file);
        QTRY_VERIFY(window.canvas()->last_drawn().nodes > 1000);   // laid out by the worker: drawn at once
    }

    void a_large_file_can_be_cancelled() {
        QTemporaryDir folder;
        const QString file = folder.filePath("large.weft.yaml");
        write(file, large_flow(6000));
        MainWindow window(std::make_unique<Answers>());
        window.open_first_screen();
        window.show();
        QVERIFY(window.open_file(file));
        auto* strip = window.findChild<OpenStrip*>();
        auto* cancel = strip->findChild<QPushButton*>("open-strip-cancel");
        cancel->click();
        QVERIFY(!window.opening());
        worker_pool().waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(window.page_count(), 1);
        QVERIFY(window.document()->file().isEmpty());   // the first screen still stands
        QVERIFY(window.open_file(file));                // and it can be asked for again
        QTRY_VERIFY_WITH_TIMEOUT(!window.opening(), 20000);
        QCOMPARE(window.document()->file(), file);
        QVERIFY(strip->isHidden());
    }

    void a_large_file_that_is_refused_is_said() {
        QTemporaryDir folder;
        const QString file = folder.filePath("large.yaml");
        write(file, "a: [\n" + QByteArray(100'000, '#'));
        auto answers = std::make_unique<Answers>();
        Answers& said = *answers;
        MainWindow window(std::move(answers));
        QVERIFY(window.open_file(file));
        QTRY_COMPARE(said.told.size(), 1);
        QVERIFY(said.told[0].contains("large.yaml"));
        QCOMPARE(window.page_count(), 0);
    }

    void a_file_changed_outside_comes_in_as_one_small_edit() {
        QTemporaryDir folder;
        const QString file = folder.filePath("large.weft.yaml");
        const QByteArray text = large_flow(1500);
        write(file, text);
        MainWindow window(std::make_unique<Answers>());
        window.show();
        QVERIFY(window.open_file(file));
        QTRY_VERIFY(!window.opening());
        FlowDocument& document = *window.document();
        const TaskId kept = document.flow()->main.tasks[700]->id;
        QSignalSpy edits(&document, &FlowDocument::text_edited);
        QByteArray changed = text;
        changed.replace("task number 700\n", "task no. 700 \xe4\xb8\xad\n");
        write(file, changed);
        QTRY_COMPARE(document.text(), QString::fromUtf8(changed));
        QCOMPARE(edits.count(), 1);
        QVERIFY(edits[0][2].toString().size() < 30);
        QCOMPARE(document.flow()->main.tasks[700]->id, kept);
        QVERIFY(!document.modified());
        document.undo_stack().undo();
        QCOMPARE(document.text(), QString::fromUtf8(text));
        QVERIFY(document.modified());
    }

    void a_change_outside_asks_before_it_replaces_ones_own() {
        QTemporaryDir folder;
        const QString file = folder.filePath("small.weft.yaml");
        write(file, large_flow(3));
        auto answers = std::make_unique<Answers>();
        Answers& said = *answers;
        said.yes = false;
        MainWindow window(std::move(answers));
        window.show();
        QVERIFY(window.open_file(file));
        FlowDocument& document = *window.document();
        QVERIFY(document.commit("Rename", [&](const Flow& flow) { return edit::rename_task(flow, flow.main.tasks[0]->id, "mine"); }));
        const QString mine = document.text();
        write(file, large_flow(4));
        QTRY_COMPARE(said.asked.size(), 1);
        QCOMPARE(document.text(), mine);
        said.yes = true;
        write(file, large_flow(5));
        QTRY_COMPARE(document.text(), QString::fromUtf8(large_flow(5)));
    }

    void every_flow_of_a_file_can_be_chosen() {
        const QString file = copy_of("folder", "shared/greeting.yaml");
        MainWindow window(std::make_unique<Answers>());
        window.show();
        QVERIFY(window.open_file(file));
        QComboBox& flows = *window.page()->head().flows();
        QTRY_COMPARE(flows.count(), 2);
        QVERIFY(flows.isVisible());
        QCOMPARE(flows.currentText(), QStringLiteral("greeting"));
        const QString text = window.document()->text();
        flows.setFocus();
        QTest::keyClick(&flows, Qt::Key_Down);
        QTRY_COMPARE(window.document()->flow()->name, std::string("tools"));
        QCOMPARE(window.document()->text(), text);
        QVERIFY(!window.document()->modified());
        // Drawn in the second, undone: one is taken back to it, and the text is as it was.
        const Flow& flow = *window.document()->flow();
        QVERIFY(window.document()->commit("Image", [&](const Flow& before) -> Result<Flow> {
            Flow after = before;
            auto clean = std::make_shared<Definition>(*flow.definitions[0]);
            clean->environment.image = "alpine:3.21";
            after.definitions[0] = clean;
            return after;
        }));
        QCOMPARE(window.document()->text(), QString(text).replace(text.lastIndexOf("3.20"), 4, "3.21"));
        window.document()->show_flow(0);
        QTRY_COMPARE(window.document()->flow()->name, std::string("greeting"));
        window.document()->undo_stack().undo();
        QCOMPARE(window.document()->flow()->name, std::string("tools"));
        QCOMPARE(window.document()->text(), text);
        QTRY_COMPARE(flows.currentIndex(), 1);
    }

    void f12_opens_the_template_in_the_other_file() {
        const QString file = copy_of("folder_reads", "flow.yaml");
        MainWindow window(std::make_unique<Answers>());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(window.open_file(file));
        // The folder's findings are there beside the file's own.
        QTRY_VERIFY(std::any_of(window.document()->findings().begin(), window.document()->findings().end(), [](const lint::Finding& f) { return f.task_name == "misspelt" && f.rule == "ref/unresolved"; }));
        window.select_task("hello");
        auto* defined = window.findChild<QPushButton*>("task-elsewhere");
        QVERIFY(defined->isVisible());
        QCOMPARE(defined->text(), QStringLiteral("Defined in shared.yaml"));
        QTest::keyClick(&window, Qt::Key_F12);
        QTRY_COMPARE(window.page_count(), 2);
        QCOMPARE(QFileInfo(window.document()->file()).fileName(), QStringLiteral("shared.yaml"));
        auto* text = window.findChild<CodeEdit*>("source-text");
        QTRY_COMPARE(text->textCursor().blockNumber() + 1, 6);   // "- name: say"
    }

    void usages_are_a_list_that_leads_there() {
        const QString file = copy_of("folder_reads", "shared.yaml");
        MainWindow window(std::make_unique<Answers>());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(window.open_file(file));
        QPushButton& users = *window.page()->head().users();
        QTRY_VERIFY(users.isVisible());   // before anything is edited
        QVERIFY(users.text().contains("1"));
        QTest::mouseClick(&users, Qt::LeftButton);
        auto* panel = window.findChild<UsagesPanel*>();
        QTRY_VERIFY(panel->isVisible());
        QCOMPARE(panel->places().size(), std::size_t(2));
        QTreeWidget* list = panel->list();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->topLevelItem(1)).center());
        QTRY_COMPARE(window.page_count(), 2);
        QCOMPARE(QFileInfo(window.document()->file()).fileName(), QStringLiteral("flow.yaml"));
        QCOMPARE(window.document()->selection().size(), std::size_t(1));
        QCOMPARE(find_task(*window.document()->flow(), window.document()->selection()[0])->name, std::string("quiet"));
    }

    void run_on_an_engine_exports_and_says_how_to_submit() {
        const QString file = copy_of("conformance", "chain.weft.yaml");
        auto answers = std::make_unique<Answers>();
        Answers& said = *answers;
        said.save_to = QFileInfo(file).absolutePath() + "/out.yaml";
        MainWindow window(std::move(answers));
        window.show();
        QVERIFY(window.open_file(file));
        auto* chooser = window.findChild<QToolButton*>("run-on");
        QVERIFY(chooser->accessibleName().contains("this computer"));
        emit chooser->menu()->aboutToShow();
        QAction* argo = chooser->menu()->findChild<QAction*>("run-on-argo");
        QVERIFY(argo);
        argo->trigger();
        QVERIFY(chooser->accessibleName().contains("Argo Workflows"));
        auto* run = window.findChild<QPushButton*>("run");
        QVERIFY(run->text().contains("Argo Workflows"));
        QTest::mouseClick(run, Qt::LeftButton);
        QVERIFY(QFile::exists(said.save_to));
        QCOMPARE(said.told.size(), 1);
        QVERIFY2(said.told[0].contains("argo submit -n NAMESPACE --watch out.yaml"), qPrintable(said.told[0]));
        window.run_on({});
        QVERIFY(run->text().contains("this computer"));
    }

    // Volcano runs nothing after a failure: the window offers to let the handler leave in a file of its own.
    void exit_handlers_leave_apart_when_asked() {
        const QString file = copy_of("volcano/apart", "flow.weft.yaml");
        auto answers = std::make_unique<Answers>();
        Answers& said = *answers;
        said.save_to = QFileInfo(file).absolutePath() + "/nightly-report.volcano.yaml";
        MainWindow window(std::move(answers));
        window.show();
        QVERIFY(window.open_file(file));
        window.run_on("volcano");
        QTest::mouseClick(window.findChild<QPushButton*>("run"), Qt::LeftButton);
        QVERIFY(QFile::exists(said.save_to));
        QVERIFY(QFile::exists(QFileInfo(file).absolutePath() + "/nightly-report-exit-cleanup.volcano.yaml"));
        QVERIFY(QFile::exists(QFileInfo(file).absolutePath() + "/nightly-report-exit-cry.volcano.yaml"));
        QCOMPARE(said.told.size(), 1);
        QVERIFY2(said.told[0].contains("WEFTWORK_STATUS") || said.told[0].contains("value: Failed"), qPrintable(said.told[0]));
    }

  private:
    QString copy_of(const char* folder, const char* name) {
        auto dir = std::make_unique<QTemporaryDir>();
        const QString from = QStringLiteral(WEFT_TEST_DATA "/") + folder;
        QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString one = files.next(), to = dir->filePath(QDir(from).relativeFilePath(one));
            QDir().mkpath(QFileInfo(to).absolutePath());
            QFile::copy(one, to);
        }
        const QString file = dir->filePath(name);
        folders_.push_back(std::move(dir));
        return file;
    }
    QTemporaryDir home_;
    std::vector<std::unique_ptr<QTemporaryDir>> folders_;
};

QTEST_MAIN(tst_window_files)
#include "tst_window_files.moc"
