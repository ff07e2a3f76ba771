// The tour of six steps, played through with the mouse and with keys alone. Each step turns upon its real event and upon no other.
#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

#include "core/model/edit.h"
#include "core/run/client.h"
#include "tests/support/fake_dialogs.h"
#include "ui/base/theme.h"
#include "ui/bridge/text.h"
#include "ui/canvas/canvas.h"
#include "ui/document/flow_document.h"
#include "ui/problems/problems_panel.h"
#include "ui/shell/actions.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/first_steps_tour.h"
#include "ui/shell/main_window.h"

using namespace weft;
using namespace weft::ui;
using Step = Tour::Step;

class tst_tour : public QObject {
    Q_OBJECT
    QTemporaryDir dir_;
    std::shared_ptr<FakeDialogs::Answers> answers_;
    std::unique_ptr<MainWindow> window_;

    FlowDocument& document() { return *window_->document(); }
    Canvas* canvas() { return window_->canvas(); }
    Tour* tour() {
        for (Tour* one : window_->findChildren<Tour*>("tour"))
            if (one->isVisible()) return one;
        return nullptr;
    }
    TaskId id(const char* path) {
        const Task* task = at_path(*document().flow(), path);
        return task ? task->id : 0;
    }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : window_.get(), Qt::Key(key), modifiers);
    }
    void command(const QString& text) {
        key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto* palette = window_->findChild<CommandPalette*>("command-palette");
        QVERIFY(palette && palette->isVisible());
        QTest::keyClicks(palette->field(), text);
        QTest::keyClick(palette->field(), Qt::Key_Return);
    }
    void drag(QPoint from, QPoint to) {
        QWidget* area = canvas()->viewport();
        QTest::mousePress(area, Qt::LeftButton, {}, from);
        for (int i = 1; i <= 6; ++i) QTest::mouseMove(area, from + (to - from) * i / 6);
        QTest::mouseRelease(area, Qt::LeftButton, {}, to);
    }
    void keep_picture(const char* name) {
        const QString folder = qEnvironmentVariable("WEFT_SHOTS");
        if (folder.isEmpty()) return;
        QTest::qWait(50);
        window_->grab().save(folder + "/" + name + ".png");
    }
    bool ringed() { return tour()->ring()->isVisible() && !tour()->ring()->rects().empty() && tour()->ring()->rects().front().isValid(); }
    // What is no step's event leaves it where it is.
    void nothing_else_turns(Step step) {
        QCOMPARE(tour()->step(), step);
        document().select({id("greet")});
        QVERIFY(document().commit("Rename", [this](const Flow& flow) { return edit::rename_task(flow, id("shout"), "shout-out"); }));
        document().undo_stack().undo();
        if (step != Step::run) tour()->run_ended(nullptr);
        QTest::qWait(0);
        QCOMPARE(tour()->step(), step);
    }

  private slots:
    void initTestCase() {
        QCoreApplication::setOrganizationName("weftwork");
        QCoreApplication::setApplicationName("tst_tour");
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, dir_.filePath("settings"));
        QDir(dir_.path()).mkpath("s");
        qputenv("WEFT_STATE_DIR", dir_.filePath("state").toUtf8());
        qputenv("WEFT_SOCKET", dir_.filePath("s/r.sock").toUtf8());
        qputenv("WEFT_RUNNER", WEFT_BIN "/weft");
        qputenv("WEFT_RUNNER_IDLE_MS", "60000");
        answers_ = std::make_shared<FakeDialogs::Answers>();
        answers_->save = Dialogs::Answer::discard;
    }
    void init() {
        window_ = std::make_unique<MainWindow>(std::make_unique<FakeDialogs>(answers_));
        window_->resize(1360, 860);
        window_->show();
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        answers_->file = dir_.filePath(QString("out-") + QTest::currentTestFunction() + ".yaml");
    }
    void cleanup() { window_.reset(); }
    void cleanupTestCase() {
        if (auto client = run::Client::connect(false)) {
            (void)(*client)->request("{\"shutdown\":{}}");
            while ((*client)->next_line(10'000)) {}
        }
    }

    void with_the_mouse() {
        for (QAction* action : window_->findChild<QMenu*>("menu-help")->actions())
            if (action->objectName() == "help.tour") action->trigger();
        QVERIFY(tour());
        QTRY_VERIFY(ringed());
        keep_picture("tour-1");

        nothing_else_turns(Step::add);
        QTest::mouseClick(window_->findChild<QAbstractButton*>("add-script"), Qt::LeftButton);
        QCOMPARE(tour()->step(), Step::connect);
        QTRY_VERIFY(ringed());
        keep_picture("tour-2");

        nothing_else_turns(Step::connect);
        const TaskId added = tour()->added();
        QVERIFY(added);
        QTRY_VERIFY(canvas()->node_rect(added).isValid());
        canvas()->fit_all();
        drag(canvas()->port_point(id("report"), true), canvas()->port_point(added, false));
        QCOMPARE(tour()->step(), Step::handler);

        nothing_else_turns(Step::handler);
        QTest::mouseClick(window_->findChild<QAbstractButton*>("add-handler"), Qt::LeftButton);
        QCOMPARE(tour()->step(), Step::mend);

        auto* problems = window_->findChild<ProblemsPanel*>("problems-panel");
        QTRY_VERIFY(problems->fix_rect(0).isValid());
        nothing_else_turns(Step::mend);
        QTRY_VERIFY(ringed());
        keep_picture("tour-4");
        QTest::mouseClick(problems->list()->viewport(), Qt::LeftButton, {}, problems->fix_rect(0).center());
        QTRY_COMPARE(tour()->step(), Step::run);

        nothing_else_turns(Step::run);
        QTest::mouseClick(window_->findChild<QPushButton*>("run"), Qt::LeftButton);
        QCOMPARE(tour()->step(), Step::run);                 // started is not finished
        QTRY_COMPARE_WITH_TIMEOUT(tour()->step(), Step::export_flow, 30'000);

        nothing_else_turns(Step::export_flow);
        const QString file = std::exchange(answers_->file, QString());
        window_->export_picture(MainWindow::Picture::svg);   // cancelled: nothing was written
        QCOMPARE(tour()->step(), Step::export_flow);
        answers_->file = file;
        for (QAction* action : window_->findChild<QMenu*>("menu-file.export")->actions())
            if (action->objectName() == "export-argo") action->trigger();
        QVERIFY2(QFile::exists(file), qPrintable(answers_->told.join('\n')));
        QCOMPARE(tour()->step(), Step::done);
        QTRY_VERIFY(!tour()->ring()->isVisible());
        keep_picture("tour-done");
        QTest::mouseClick(tour()->findChild<QPushButton*>("tour-skip"), Qt::LeftButton);
        QTRY_VERIFY(!tour());
    }

    void with_keys_alone() {
        command("tour six");
        QVERIFY(tour());
        QCOMPARE(QApplication::focusWidget(), canvas());
        QVERIFY(tour()->accessibleDescription().contains("press N"));

        key(Qt::Key_N);
        auto* filter = window_->findChild<QLineEdit*>("addFilter");
        QVERIFY(filter && filter->isVisible());
        QTest::keyClicks(filter, "extra");
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(tour()->step(), Step::connect);

        document().select({id("report"), id("extra")});
        canvas()->setFocus();
        key(Qt::Key_C);
        QCOMPARE(tour()->step(), Step::handler);

        document().select({id("extra")});
        command("exit handler on failure");
        QCOMPARE(tour()->step(), Step::mend);

        const auto marked = [this] {
            for (const lint::Finding& finding : document().findings())
                if (finding.rule.starts_with("env/") && !finding.fixes.empty()) return true;
            return false;
        };
        QTRY_VERIFY(marked());
        key(Qt::Key_F8);
        key(Qt::Key_Period, Qt::ControlModifier);
        QTRY_COMPARE(tour()->step(), Step::run);

        key(Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(tour()->step(), Step::export_flow, 30'000);
        command("export argo");
        QVERIFY2(QFile::exists(answers_->file), qPrintable(answers_->told.join('\n')));
        QCOMPARE(tour()->step(), Step::done);
        auto* close = tour()->findChild<QPushButton*>("tour-skip");
        close->setFocus();
        key(Qt::Key_Space);
        QTRY_VERIFY(!tour());
    }

    void skipped_restarted_and_ended() {
        command("tour six");
        for (int step = 0; step < Tour::count; ++step) {
            QCOMPARE(int(tour()->step()), step);
            if (tour()->step() == Step::mend)
                QTRY_VERIFY(std::any_of(document().findings().begin(), document().findings().end(), [](const lint::Finding& one) { return one.rule.starts_with("env/"); }));
            QTest::mouseClick(tour()->findChild<QPushButton*>("tour-skip"), Qt::LeftButton);
        }
        QCOMPARE(tour()->step(), Step::done);
        command("tour six");                                 // anew, on a fresh copy
        QVERIFY(tour());
        QCOMPARE(tour()->step(), Step::add);
        QTest::mouseClick(tour()->findChild<QPushButton*>("tour-end"), Qt::LeftButton);
        QTRY_VERIFY(!tour());
    }

    void the_first_card_offers_it() {
        window_->actions().get("file.new")->trigger();
        window_->actions().get("help.welcome")->trigger();
        auto* button = window_->findChild<QPushButton*>("first-tour");
        QVERIFY(button);
        QTRY_VERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(tour());
        QCOMPARE(tour()->step(), Step::add);
        QTest::mouseClick(tour()->findChild<QPushButton*>("tour-end"), Qt::LeftButton);
        QTRY_VERIFY(!tour());
    }

    void it_speaks_chinese_and_goes_with_its_flow() {
        Settings wanted = window_->settings();
        wanted.language = "zh_CN";
        window_->apply(wanted);
        window_->actions().get("help.tour")->trigger();
        QVERIFY(tour());
        Theme::instance().choose(ThemeChoice::dark);
        keep_picture("tour-zh-dark");
        Theme::instance().choose(ThemeChoice::light);
        wanted.language = "en";
        window_->apply(wanted);
        QTRY_COMPARE(tour()->findChild<QLabel*>("tour-title")->text(), QString("Add a task"));
        window_->close_page(window_->page_count() - 1);
        QTRY_VERIFY(!tour());
    }
};

QTEST_MAIN(tst_tour)
#include "tst_tour.moc"
