// The first minute and the first drawing of a user, in the real window with a real runner: nothing but the modal questions is played.
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QListView>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <nlohmann/json.hpp>

#include "core/run/client.h"
#include "core/run/protocol.h"
#include "core/run/verdict.h"
#include "tests/ui/canvas/canvas_fixture.h"
#include "tests/support/fake_dialogs.h"
#include "ui/bridge/run_bridge.h"
#include "ui/canvas/canvas.h"
#include "ui/problems/problems_model.h"
#include "ui/problems/problems_panel.h"
#include "ui/runs/log_panel.h"
#include "ui/runs/runs_model.h"
#include "ui/runs/runs_panel.h"
#include "ui/shell/actions.h"
#include "ui/shell/document_page.h"
#include "ui/shell/first_steps.h"
#include "ui/shell/main_window.h"
#include "ui/shell/run_control.h"

using namespace weft;
using namespace weft::ui;

namespace {

constexpr int a_run = 15'000;   // milliseconds within which a small flow has to end

int row_of_rule(const ProblemsModel& model, const QString& rule) {
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.index(row).data(ProblemsModel::rule_role).toString() == rule) return row;
    return -1;
}

// For the message of a test that waited in vain.
QString state_of(const FlowDocument& document) {
    const run::RunState* state = document.shown_run();
    if (!state) return QStringLiteral("no run");
    QString text = qs(state->run) + (state->ended ? " ended" : " open") + " seq " + QString::number(state->last_seq);
    for (const auto& [path, task] : state->tasks) text += QStringLiteral(", %1 %2").arg(qs(path)).arg(int(task.stage));
    return text;
}

void write(const QString& file, const QByteArray& text) {
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(text);
}

QByteArray bytes_of(const QString& file) {
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray("(cannot be read)");
}

}  // namespace

class TestStory : public QObject {
    Q_OBJECT

    QTemporaryDir dir;
    std::shared_ptr<FakeDialogs::Answers> answers;
    std::unique_ptr<MainWindow> window;
    qint64 runner_pid = 0;

    FlowDocument& document() const { return *window->document(); }
    run::Outcome outcome() const { return document().shown_verdict().outcome; }
    FirstSteps::Step step() const { return window->page()->first_steps()->step(); }
    ProblemsPanel& problems() const { return *window->findChild<ProblemsPanel*>("problems-panel"); }
    RunsModel& runs() const { return window->findChild<RunsPanel*>()->model(); }
    QPushButton* card_button() const { return window->page()->first_steps()->findChild<QPushButton*>("first-main"); }
    void trigger(const char* id) const { window->actions().get(id)->trigger(); }
    bool lint_is_done() const { return row_of_rule(problems().model(), "env/dynamic-out") >= 0; }

    qint64 pid_of_runner() const {
        auto client = run::Client::connect(false);
        if (!client) return 0;
        auto status = (*client)->request(R"({"status":{}})");
        return status ? qint64(run::parse_object(*status).value("pid", 0LL)) : 0;
    }

  private slots:
    void initTestCase() {
        QVERIFY(dir.isValid());
        QCoreApplication::setOrganizationName("weftwork-test");
        QCoreApplication::setApplicationName("weftwork-test");
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, dir.filePath("settings"));
        QDir(dir.path()).mkpath("s");
        qputenv("WEFT_STATE_DIR", dir.filePath("state").toUtf8());
        qputenv("WEFT_SOCKET", dir.filePath("s/r.sock").toUtf8());
        qputenv("WEFT_RUNNER", WEFT_BIN "/weft");
        qputenv("WEFT_RUNNER_IDLE_MS", "60000");   // should this process die, the runner does not stay
        qputenv("WEFT_GRACE_MS", "300");
    }

    void init() {
        answers = std::make_shared<FakeDialogs::Answers>();
        window = std::make_unique<MainWindow>(std::make_unique<FakeDialogs>(answers));
        window->resize(1280, 800);
        new QAbstractItemModelTester(&runs(), QAbstractItemModelTester::FailureReportingMode::QtTest, window.get());
        new QAbstractItemModelTester(&problems().model(), QAbstractItemModelTester::FailureReportingMode::QtTest, window.get());
    }

    void cleanup() {
        if (!runner_pid) runner_pid = pid_of_runner();
        window.reset();
    }

    void cleanupTestCase() {
        auto client = run::Client::connect(false);
        if (client) {
            QVERIFY((*client)->request(R"({"shutdown":{}})"));
            while ((*client)->next_line(10'000)) {}   // its end is the end of the connection
        }
        if (runner_pid > 0) QTRY_VERIFY_WITH_TIMEOUT(::kill(pid_t(runner_pid), 0) != 0, 5000);
    }

    void every_action_does_something() {
        for (const ActionSpec& spec : action_table()) {
            if (qstrcmp(spec.id, "-") == 0) continue;
            QVERIFY2(window->actions().get(spec.id), spec.id);
            QVERIFY2(window->actions().handled(spec.id), spec.id);
            QVERIFY2(!window->actions().get(spec.id)->text().isEmpty(), spec.id);
        }
    }

    void no_shortcut_is_given_twice() {
        QMap<QString, QString> taken;
        for (const ActionSpec& spec : action_table()) {
            if (qstrcmp(spec.id, "-") == 0) continue;
            for (const QKeySequence& keys : window->actions().get(spec.id)->shortcuts()) {
                QVERIFY2(!keys.isEmpty(), spec.id);
                QVERIFY2(!taken.contains(keys.toString()), qPrintable(keys.toString() + ": " + spec.id + " and " + taken.value(keys.toString())));
                taken[keys.toString()] = spec.id;
            }
        }
    }

    void actions_are_harmless_without_a_document() {
        QCOMPARE(window->page_count(), 0);
        for (const char* id : {"edit.undo", "edit.redo", "edit.copy", "edit.cut", "edit.paste", "edit.duplicate", "edit.delete", "edit.rename", "edit.select-all", "edit.add",
                               "edit.connect", "edit.handler-always", "edit.make-task", "edit.next-problem", "edit.previous-problem", "view.fit", "view.tidy", "view.zoom-in",
                               "run.run", "run.stop", "run.kill", "run.again", "run.hide", "file.save", "file.save-as", "file.close"})
            emit window->actions().get(id)->triggered();   // also those that are greyed out
        QCOMPARE(window->page_count(), 0);
    }

    void the_first_minute() {
        window->open_first_screen();
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        QCOMPARE(QString::fromStdString(document().flow()->name), QString("hello"));
        QCOMPARE(document().file(), QString());
        QVERIFY(!document().modified());
        QVERIFY(window->page()->first_steps() && window->page()->first_steps()->isVisible());
        QCOMPARE(step(), FirstSteps::Step::welcome);

        // Run: the runner is started on demand, nobody is asked about our own example.
        QTest::mouseClick(card_button(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(step(), FirstSteps::Step::running, a_run);
        QVERIFY(window->actions().get("run.stop")->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(outcome(), run::Outcome::succeeded, a_run);
        QTRY_COMPARE_WITH_TIMEOUT(step(), FirstSteps::Step::green, a_run);
        QCOMPARE(answers->trusts_asked, 0);
        QVERIFY2(answers->told.isEmpty(), qPrintable(answers->told.join('\n')));
        QVERIFY(!window->actions().get("run.stop")->isEnabled());
        QCOMPARE(document().shown_run()->tasks.at("report").stage, run::Stage::succeeded);
        QCOMPARE(runs().rowCount(), 1);
        window->select_task("report");
        QTRY_VERIFY2(window->findChild<LogPanel*>()->text().contains("or aloud: HELLO, WORLD!"), qPrintable(window->findChild<LogPanel*>()->text()));
        const QString whole = document().text();

        // Break a task: the finding is there before anything runs.
        QTest::mouseClick(card_button(), Qt::LeftButton);
        QCOMPARE(step(), FirstSteps::Step::broken);
        QVERIFY(document().modified());
        QCOMPARE(document().selection(), std::vector<TaskId>{id_of(document(), "report")});
        QTRY_VERIFY(lint_is_done());
        const int row = row_of_rule(problems().model(), "env/dynamic-out");
        QCOMPARE(problems().model().index(row).data(ProblemsModel::task_role).toString(), QString("report"));
        QVERIFY(!problems().model().index(row).data(ProblemsModel::fixes_role).toStringList().isEmpty());

        // Run it all the same: red, although the exit handler is green.
        QTest::mouseClick(card_button(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(outcome(), run::Outcome::failed, a_run);
        QTRY_COMPARE_WITH_TIMEOUT(step(), FirstSteps::Step::failed, a_run);
        QCOMPARE(document().shown_verdict().cause, std::string("report"));
        QVERIFY(!document().shown_verdict().cause_is_handler);
        QCOMPARE(document().shown_run()->tasks.at("report").stage, run::Stage::failed);
        QCOMPARE(document().shown_run()->tasks.at("notify").stage, run::Stage::succeeded);
        QVERIFY(!document().shown_verdict().handlers.empty());

        // Mend it with the button in the problems list.
        window->show_panel("problems");
        QListView* list = problems().list();
        QTRY_VERIFY(list->isVisible());
        const QRect fix = problems().fix_rect(row_of_rule(problems().model(), "env/dynamic-out"));
        QVERIFY(fix.isValid());
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, fix.center());
        QTRY_VERIFY(!lint_is_done());
        QTRY_COMPARE(problems().model().errors(), 0);
        QCOMPARE(step(), FirstSteps::Step::mended);

        QTest::mouseClick(card_button(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(step(), FirstSteps::Step::done, 2 * a_run);
        QCOMPARE(outcome(), run::Outcome::succeeded);
        QCOMPARE(runs().rowCount(), 3);

        // The steps are taken back one by one, to the last byte.
        while (document().undo_stack().canUndo()) trigger("edit.undo");
        QCOMPARE(document().text(), whole);
        QVERIFY(!document().modified());
    }

    void earlier_runs_are_there_in_the_next_window() {
        QTRY_COMPARE(runs().rowCount(), 3);
        window->show();
        window->show_panel("runs");
        QTableView* table = window->findChild<QTableView*>("runs-table");
        const auto word = [this](int row) { return run::Outcome(runs().index(row, 0).data(RunsModel::outcome_role).toInt()); };
        QTRY_COMPARE(word(1), run::Outcome::failed);
        QCOMPARE(word(0), run::Outcome::succeeded);
        QCOMPARE(window->page_count(), 0);
        table->selectRow(1);
        QTRY_COMPARE(window->page_count(), 1);
        QVERIFY(document().read_only());                    // its flow is not open: the run's own text
        QTRY_COMPARE(outcome(), run::Outcome::failed);
        QCOMPARE(document().shown_verdict().cause, std::string("report"));
        QVERIFY(document().text().contains("dynamic.out(greet)"));
        QVERIFY(!window->actions().get("run.run")->isEnabled());
        QVERIFY(window->close_page(0));
        QCOMPARE(answers->saves_asked, 0);
    }

    void a_run_is_had_again_from_the_list() {
        QTRY_COMPARE(runs().rowCount(), 3);
        window->show();
        window->show_panel("runs");
        window->findChild<QTableView*>("runs-table")->selectRow(0);
        QTRY_COMPARE(window->page_count(), 1);
        QTest::mouseClick(window->findChild<QPushButton*>("runs-again"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(runs().rowCount(), 4, a_run);
        QTRY_VERIFY_WITH_TIMEOUT(run::Outcome(runs().index(0, 0).data(RunsModel::outcome_role).toInt()) == run::Outcome::succeeded, a_run);
    }

    void a_stranger_s_file_is_asked_about_before_it_runs() {
        const QString file = dir.filePath("strange.weft.yaml"), touched = dir.filePath("touched");
        write(file, "weftwork: 1\nname: strange\ntasks:\n  - name: one\n    command: touch " + touched.toUtf8() + "\n");
        QVERIFY(window->open_file(file));
        answers->trust = Dialogs::Trust::no;
        window->run();
        QCOMPARE(answers->trusts_asked, 1);
        QVERIFY(!answers->will_run.empty());
        QCOMPARE(answers->will_run.front().task, QString("one"));
        QVERIFY(answers->will_run.front().what.contains("touch"));
        QVERIFY(window->run_control().shown(&document()).isEmpty());
        QVERIFY(!QFile::exists(touched));
        answers->trust = Dialogs::Trust::once;
        window->run();
        QTRY_COMPARE_WITH_TIMEOUT(outcome(), run::Outcome::succeeded, a_run);
        QVERIFY(QFile::exists(touched));
        window->run();
        QCOMPARE(answers->trusts_asked, 2);   // not again
        QTRY_VERIFY_WITH_TIMEOUT(document().shown_run_number() == 2 && outcome() == run::Outcome::succeeded, a_run);
    }

    void stop_lets_the_handlers_run() {
        write(dir.filePath("long.weft.yaml"), "weftwork: 1\nname: long\ntasks:\n  - name: wait\n    command: [sleep, '600']\nhandlers:\n  - name: bye\n    runs: always\n    command: [echo, bye]\n");
        QVERIFY(window->open_file(dir.filePath("long.weft.yaml")));
        window->run();
        const auto stage = [this](const char* task) {
            const run::RunState* state = document().shown_run();
            return state && state->tasks.count(task) ? state->tasks.at(task).stage : run::Stage::none;
        };
        QTRY_COMPARE_WITH_TIMEOUT(stage("wait"), run::Stage::running, a_run);
        trigger("run.stop");
        QTRY_COMPARE_WITH_TIMEOUT(outcome(), run::Outcome::cancelled, a_run);
        QCOMPARE(stage("bye"), run::Stage::succeeded);
        trigger("run.hide");
        QVERIFY(!document().shown_run());
    }

    void a_dead_runner_is_seen_and_another_one_takes_over() {
        window->open_example(":/examples/hello.weft.yaml");
        QTRY_VERIFY(window->runs().connected());
        const qint64 dead = pid_of_runner();
        QVERIFY(dead > 0);
        write(dir.filePath("long.weft.yaml"), "weftwork: 1\nname: long\ntasks:\n  - name: wait\n    command: [sleep, '600']\n");
        QVERIFY(window->open_file(dir.filePath("long.weft.yaml")));
        FlowDocument& interrupted = document();
        window->run();
        QTRY_VERIFY_WITH_TIMEOUT(interrupted.shown_run() && interrupted.shown_run()->tasks.count("wait") && interrupted.shown_run()->tasks.at("wait").stage == run::Stage::running, a_run);
        ::kill(pid_t(dead), SIGKILL);
        QTRY_VERIFY(!window->runs().connected());
        QCOMPARE(interrupted.shown_verdict().outcome, run::Outcome::running);   // nobody knows better yet

        window->open_example(":/examples/hello.weft.yaml");
        FlowDocument& chosen = document();
        window->run();
        QTRY_VERIFY2_WITH_TIMEOUT(chosen.shown_verdict().outcome == run::Outcome::succeeded, qPrintable(state_of(chosen)), 2 * a_run);
        QCOMPARE(&document(), &chosen);   // the news of other runs turns no page
        QVERIFY(window->runs().connected());
        runner_pid = pid_of_runner();
        QVERIFY(runner_pid > 0 && runner_pid != dead);
        QVERIFY2(answers->told.isEmpty(), qPrintable(answers->told.join('\n')));
        // What was interrupted is taken up or ended; either way it is the truth about one process, and it can be stopped.
        window->run_control().stop(&interrupted, true);
        QTRY_VERIFY_WITH_TIMEOUT(!window->run_control().live(&interrupted), a_run);
        QVERIFY(interrupted.shown_verdict().outcome != run::Outcome::succeeded);
    }

    void a_run_follows_a_task_that_is_renamed() {
        window->open_example(":/examples/hello.weft.yaml");
        window->run();
        QTRY_VERIFY_WITH_TIMEOUT(document().shown_run(), a_run);
        const TaskId report = id_of(document(), "report");
        QVERIFY(document().commit("Rename", [report](const Flow& flow) { return edit::rename_task(flow, report, "letter"); }));
        QTRY_COMPARE_WITH_TIMEOUT(outcome(), run::Outcome::succeeded, a_run);
        QVERIFY(document().shown_run()->tasks.count("letter"));
        QCOMPARE(document().shown_run()->tasks.at("letter").stage, run::Stage::succeeded);
        QCOMPARE(window->run_control().path_in_run(document(), "letter"), QString("report"));
    }

    void drawing_from_nothing() {
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        trigger("file.new");
        QCOMPARE(window->page_count(), 1);
        const QString empty = document().text();
        window->canvas()->add_kind("script");
        window->canvas()->add_kind("container");
        QCOMPARE(document().flow()->main.tasks.size(), std::size_t(2));
        const TaskId first = document().flow()->main.tasks[0]->id, second = document().flow()->main.tasks[1]->id;
        document().select({first, second});
        trigger("edit.connect");
        QCOMPARE(document().flow()->main.tasks[1]->needs.size(), std::size_t(1));
        QCOMPARE(document().flow()->main.tasks[1]->needs[0].task, document().flow()->main.tasks[0]->name);
        const QString drawn = document().text();
        int steps = 0;
        while (document().undo_stack().canUndo()) trigger("edit.undo"), ++steps;
        QVERIFY(steps >= 3);
        QCOMPARE(document().text(), empty);
        QVERIFY(document().flow()->main.tasks.empty());
        while (steps-- > 0) trigger("edit.redo");
        QCOMPARE(document().text(), drawn);
    }

    void the_clipboard_holds_yaml() {
        window->show();
        window->open_example(":/examples/hello.weft.yaml");
        window->canvas()->setFocus();
        document().select({id_of(document(), "greet"), id_of(document(), "count")});
        trigger("edit.copy");
        const QString clip = QApplication::clipboard()->text();
        QVERIFY2(clip.contains("name: greet") && clip.contains("name: count"), qPrintable(clip));
        const std::size_t before = document().flow()->main.tasks.size();
        trigger("edit.paste");
        QCOMPARE(document().flow()->main.tasks.size(), before + 2);
        QCOMPARE(document().selection().size(), std::size_t(2));
        const Task* pasted = find_task(*document().flow(), document().selection().back());
        QVERIFY(pasted);
        QCOMPARE(pasted->needs.front().task, find_task(*document().flow(), document().selection().front())->name);   // its edge came along
        QCOMPARE(document().undo_stack().count(), 1);

        // Into another flow, and out of a text that somebody sent.
        trigger("file.new");
        trigger("edit.paste");
        QCOMPARE(document().flow()->main.tasks.size(), std::size_t(2));
        QVERIFY(task_of(document(), "greet"));
        QApplication::clipboard()->setText("weftwork: 1\nname: sent\ntasks:\n  - name: sent\n    command: [echo]\n");
        trigger("edit.paste");
        QVERIFY(task_of(document(), "sent"));
        const QString text = document().text();
        QApplication::clipboard()->setText("just words");
        trigger("edit.paste");
        QCOMPARE(document().text(), text);
    }

    void unsaved_changes_are_asked_about() {
        trigger("file.new");
        window->canvas()->add_kind("script");
        answers->save = Dialogs::Answer::cancel;
        QVERIFY(!window->close_page(0));
        QCOMPARE(answers->saves_asked, 1);
        QCOMPARE(window->page_count(), 1);
        QVERIFY(!window->close());
        QCOMPARE(answers->saves_asked, 2);

        answers->save = Dialogs::Answer::save;
        answers->file = {};                       // "Save", then cancelled in the file dialog: not closed
        QVERIFY(!window->close_page(0));
        answers->file = dir.filePath("drawn.weft.yaml");
        const QString text = document().text();
        QVERIFY(window->close_page(0));
        QCOMPARE(window->page_count(), 0);
        QCOMPARE(bytes_of(answers->file), text.toUtf8());

        trigger("file.new");
        window->canvas()->add_kind("script");
        answers->save = Dialogs::Answer::discard;
        QVERIFY(window->close_page(0));
        trigger("file.new");
        const int asked = answers->saves_asked;
        QVERIFY(window->close_page(0));           // nothing drawn: nothing to ask
        QCOMPARE(answers->saves_asked, asked);
    }

    void the_title_says_what_is_open_and_unsaved() {
        const QString file = dir.filePath("titled.weft.yaml");
        write(file, "weftwork: 1\nname: titled\ntasks: []\n");
        QVERIFY(window->open_file(file));
        QVERIFY(window->windowTitle().contains("titled.weft.yaml"));
        QVERIFY(!window->isWindowModified());
        window->canvas()->add_kind("script");
        QVERIFY(window->isWindowModified());
        trigger("file.save");
        QVERIFY(!window->isWindowModified());
        QCOMPARE(bytes_of(file), document().text().toUtf8());
        QVERIFY(window->open_file(file));         // already open: the same page
        QCOMPARE(window->page_count(), 1);
        QCOMPARE(window->settings().recent.value(0), file);
    }

    void a_file_that_cannot_be_read_is_told_and_nothing_opens() {
        write(dir.filePath("broken.yaml"), "tasks: [\n");
        write(dir.filePath("other.yaml"), "hello: world\n");
        for (const char* name : {"broken.yaml", "other.yaml", "missing.yaml"}) {
            answers->told.clear();
            QVERIFY(!window->open_file(dir.filePath(name)));
            QCOMPARE(answers->told.size(), 1);
            QVERIFY2(answers->told.front().contains(name), qPrintable(answers->told.front()));
        }
        QCOMPARE(window->page_count(), 0);
    }

    void a_flow_is_exported_for_argo() {
        window->open_example(":/examples/hello.weft.yaml");
        answers->file = dir.filePath("hello.yaml");
        window->export_target("argo");
        QVERIFY2(answers->told.isEmpty(), qPrintable(answers->told.join('\n')));
        QVERIFY(bytes_of(answers->file).contains("argoproj.io"));
        QVERIFY(!document().modified());
    }
};

QTEST_MAIN(TestStory)
#include "tst_story.moc"
