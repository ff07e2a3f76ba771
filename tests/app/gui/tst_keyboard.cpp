// A flow with an exit handler, built, checked, mended, run and exported with key events alone.
#include <QtTest>

#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QSettings>

#include "core/run/client.h"
#include "core/run/verdict.h"
#include "tests/support/fake_dialogs.h"
#include "ui/bridge/text.h"
#include "ui/canvas/canvas.h"
#include "ui/document/flow_document.h"
#include "ui/problems/problems_model.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/main_window.h"

using namespace weft;
using namespace weft::ui;

class tst_keyboard : public QObject {
    Q_OBJECT
  private:
    QTemporaryDir dir_;
    std::shared_ptr<FakeDialogs::Answers> answers_;
    std::unique_ptr<MainWindow> window_;

    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : window_.get(), Qt::Key(key), modifiers);
    }
    void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    void command(const QString& text) {
        key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto* palette = window_->findChild<CommandPalette*>("command-palette");
        QVERIFY(palette && palette->isVisible());
        QTest::keyClicks(palette->field(), text);
        QTest::keyClick(palette->field(), Qt::Key_Return);
    }
    void add(const QString& name) {
        window_->canvas()->setFocus();
        key(Qt::Key_N);
        auto* filter = window_->findChild<QLineEdit*>("addFilter");
        QVERIFY(filter && filter->isVisible());
        QTest::keyClicks(filter, name);
        QTest::keyClick(filter, Qt::Key_Return);
        QVERIFY2(at_path(*document().flow(), utf8(name)), qPrintable(name));
    }
    FlowDocument& document() { return *window_->document(); }
    TaskId id(const char* path) {
        const Task* task = at_path(*document().flow(), path);
        return task ? task->id : 0;
    }

  private slots:
    void initTestCase() {
        QCoreApplication::setOrganizationName("weftwork");
        QCoreApplication::setApplicationName("tst_keyboard");
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
        window_.reset();
        if (auto client = run::Client::connect(false)) {
            (void)(*client)->request(R"({"shutdown":{}})");
            while ((*client)->next_line(10'000)) {}
        }
    }

    void from_nothing_to_an_exported_flow() {
        window_ = std::make_unique<MainWindow>(std::make_unique<FakeDialogs>(answers_));
        window_->resize(1280, 800);
        window_->show();
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));

        // Draw: two tasks and an exit handler.
        key(Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(window_->page_count(), 1);
        add("fetch");
        add("train");
        window_->canvas()->setFocus();
        key(Qt::Key_Escape);
        document().select({});
        key(Qt::Key_Down);                                   // the first one
        QCOMPARE(document().selection().size(), std::size_t(1));
        if (document().selection().front() != id("fetch")) key(Qt::Key_Up);
        QCOMPARE(document().selection(), std::vector<TaskId>{id("fetch")});
        key(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(document().selection(), (std::vector<TaskId>{id("fetch"), id("train")}));
        key(Qt::Key_C);
        QCOMPARE(at_path(*document().flow(), "train")->needs.size(), std::size_t(1));
        QCOMPARE(at_path(*document().flow(), "train")->needs[0].task, std::string("fetch"));
        add("tell");
        QCOMPARE(document().selection(), std::vector<TaskId>{id("tell")});
        command("exit handler always");
        QCOMPARE(document().flow()->main.handlers.size(), std::size_t(1));

        // Check: a name that Argo does not take.
        document().select({id("train")});
        window_->canvas()->setFocus();
        key(Qt::Key_F2);
        auto* name = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(name);
        name->selectAll();
        type("train it");
        key(Qt::Key_Return);
        QVERIFY(id("train it"));
        const auto about_name = [this] {
            for (const lint::Finding& finding : document().findings())
                if (finding.task == id("train it") && !finding.fixes.empty()) return true;
            return false;
        };
        QTRY_VERIFY(about_name());
        key(Qt::Key_1, Qt::AltModifier);                     // Problems
        const int before = int(document().findings().size());
        for (int step = 0; step < before; ++step) {
            key(Qt::Key_F8);
            const QModelIndex current = window_->findChild<QListView*>("problems-list")->currentIndex();
            if (document().selection() == std::vector<TaskId>{id("train it")} && current.data(ProblemsModel::rule_role).toString().startsWith("name/")) break;
        }
        QCOMPARE(document().selection(), std::vector<TaskId>{id("train it")});
        key(Qt::Key_Period, Qt::ControlModifier);
        QVERIFY2(!id("train it"), "the fix renames it");
        QTRY_VERIFY(int(document().findings().size()) < before);

        // Run it here.
        key(Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(document().shown_run() && document().shown_verdict().outcome == run::Outcome::succeeded, 20'000);
        QCOMPARE(document().shown_run()->tasks.at("tell").stage, run::Stage::succeeded);

        // And hand it to a cluster.
        answers_->file = dir_.filePath("out.yaml");
        command("image for");                                // nothing of that name: the palette stays until Esc
        QTest::keyClick(window_->findChild<CommandPalette*>("command-palette")->field(), Qt::Key_Escape);
        Settings wanted = window_->settings();
        wanted.default_images["argo"] = "alpine:3.20";
        window_->apply(wanted);
        command("export argo");
        QFile out(answers_->file);
        QVERIFY2(out.open(QIODevice::ReadOnly), qPrintable(answers_->told.join('\n')));
        const QByteArray text = out.readAll();
        QVERIFY2(text.contains("kind: Workflow") && text.contains("onExit"), text.constData());
    }

    void tab_leaves_the_canvas_and_comes_back_data() {
        QTest::addColumn<int>("panel");
        for (int panel = 1; panel <= 8; ++panel) QTest::addRow("Alt+%d", panel) << panel;
    }
    void tab_leaves_the_canvas_and_comes_back() {
        QFETCH(int, panel);
        key(Qt::Key_0 + panel, Qt::AltModifier);
        QVERIFY(QApplication::focusWidget() != window_->canvas());
        if (panel == 2) {                                    // in a text Tab writes, and Esc leaves
            key(Qt::Key_Escape);
            QCOMPARE(QApplication::focusWidget(), window_->canvas());
            return;
        }
        window_->canvas()->setFocus();
        QStringList way;
        for (int i = 0; i < 200; ++i) {
            key(Qt::Key_Tab);
            way << (QApplication::focusWidget() ? QLatin1String(QApplication::focusWidget()->metaObject()->className()) + u' ' + QApplication::focusWidget()->objectName() : QString("nobody"));
            if (QApplication::focusWidget() == window_->canvas()) return;
        }
        QFAIL(qPrintable("Tab never comes back to the canvas: " + way.join(", ").left(3000)));
    }
};

QTEST_MAIN(tst_keyboard)
#include "tst_keyboard.moc"
