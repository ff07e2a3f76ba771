// Where values come from and go to, in the real window: links in the inspector, the way on the canvas, by key, by mouse; and pasting that keeps wires.
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

#include "core/model/edit.h"
#include "tests/support/fake_dialogs.h"
#include "ui/base/theme.h"
#include "ui/bridge/background.h"
#include "ui/bridge/text.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/lineage_view.h"
#include "ui/document/flow_document.h"
#include "ui/shell/main_window.h"

using namespace weft;
using namespace weft::ui;

class tst_lineage_view : public QObject {
    Q_OBJECT
    QTemporaryDir home_;
    std::unique_ptr<MainWindow> window_;

    FlowDocument& document() { return *window_->document(); }
    TaskId id(const char* path) {
        const Task* task = at_path(*document().flow(), path);
        return task ? task->id : 0;
    }
    std::unique_ptr<MainWindow> opened(const QString& file) {
        QDir(home_.path()).mkpath(QTest::currentTestFunction());
        const QString copy = home_.filePath(QTest::currentTestFunction()) + QString("/%1-").arg(++files_) + QFileInfo(file).fileName();
        if (!QFile::copy(QString(WEFT_TEST_DATA) + u'/' + file, copy)) qFatal("no file");
        auto answers = std::make_shared<FakeDialogs::Answers>();
        answers->save = Dialogs::Answer::discard;
        auto window = std::make_unique<MainWindow>(std::make_unique<FakeDialogs>(answers));
        window->resize(1280, 860);
        window->show();
        window->open_file(copy);
        return window;
    }
    void open(const QString& file) {
        window_.reset();
        window_ = opened(file);
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        QTRY_VERIFY(window_->document());
        window_->canvas()->setFocus();
    }
    LineageView* view() { return window_->findChild<LineageView*>("lineage-view"); }
    void keep_picture(const char* name) {
        const QString folder = qEnvironmentVariable("WEFT_SHOTS");
        if (!folder.isEmpty()) window_->grab().save(folder + "/" + name + ".png");
    }
    QStringList lit() {
        QStringList out;
        for (const int node : view()->lit_nodes()) out << qs(window_->canvas()->scene().names[std::size_t(node)]);
        out.sort();
        return out;
    }
    int files_ = 0;
    // One source that 600 tasks read from, and a parameter of the flow that all of them read.
    void open_large() {
        QByteArray text("weftwork: 1\nname: large\nparameters: {MODE: fast}\ntasks:\n  - name: source\n    command: [make]\n    outputs: [path]\n");
        for (int i = 0; i < 600; ++i) {
            const QByteArray n = QByteArray::number(i);
            text += "  - name: reader-" + n + "\n    needs: [source]\n    command: [read, '{{params.P}}', '{{params.M}}']\n    params: {P: {output: source.path}, M: {param: MODE}}\n";
        }
        const QString file = home_.filePath(QString("large-%1.weft.yaml").arg(++files_));
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
        out.close();
        open("lineage/all.weft.yaml");
        window_->open_file(file);
        QTRY_VERIFY(window_->document() && id("reader-599"));
        window_->canvas()->setFocus();
    }
    QPushButton* link(const QString& text) {
        for (QPushButton* one : window_->findChildren<QPushButton*>())
            if (one->isVisible() && one->text() == text) return one;
        return nullptr;
    }

  private slots:
    void initTestCase() {
        qputenv("WEFT_STATE_DIR", home_.filePath("state").toUtf8());
        qputenv("WEFT_SOCKET", home_.filePath("r.sock").toUtf8());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, home_.filePath("config"));
        QCoreApplication::setOrganizationName("weftwork");
        QCoreApplication::setApplicationName("tst_lineage_view");
    }
    void cleanup() { window_.reset(); }

    void a_key_lights_the_way_and_escape_leaves() {
        open("lineage/all.weft.yaml");
        document().select({id("fetch")});
        QTest::keyClick(window_->canvas(), Qt::Key_L, Qt::ControlModifier);
        QVERIFY(view() && view()->isVisible());
        QCOMPARE(lit(), QStringList({"each", "fetch", "group"}));
        QStringList labels;
        for (const LineageView::Lit& wire : view()->wires()) labels << wire.label;
        QVERIFY2(labels.contains("path → P\npath → condition"), qPrintable(labels.join(" | ")));
        QVERIFY(view()->accessibleName().contains("fetch"));
        QVERIFY(view()->accessibleDescription().contains("fetch → path: to group → IN"));
        for (const ThemeChoice theme : {ThemeChoice::dark, ThemeChoice::light}) {
            Theme::instance().choose(theme);
            keep_picture(theme == ThemeChoice::light ? "lineage-light" : "lineage-dark");
        }
        QTest::keyClick(window_->canvas(), Qt::Key_Escape);
        QTRY_VERIFY(!view());
        QCOMPARE(document().selection(), std::vector<TaskId>{id("fetch")});
    }

    void the_inspector_links_to_the_other_end() {
        open("lineage/all.weft.yaml");
        document().select({id("each")});
        QPushButton* link = nullptr;
        for (QPushButton* one : window_->findChildren<QPushButton*>())
            if (one->isVisible() && one->text() == QString("from fetch → path")) link = one;
        QVERIFY(link);
        QTest::mouseClick(link, Qt::LeftButton);
        QCOMPARE(document().selection(), std::vector<TaskId>{id("fetch")});
        const auto shown_way = [this]() -> QPushButton* {
            for (QPushButton* one : window_->findChildren<QPushButton*>("task-outputs-way-0"))
                if (one->isVisible()) return one;
            return nullptr;
        };
        QTRY_VERIFY(shown_way());
        QPushButton* way = shown_way();
        keep_picture("lineage-inspector");
        way->setFocus();
        QTest::keyClick(way, Qt::Key_Space);
        QVERIFY(view());
        QCOMPARE(view()->steps().front().from.name, std::string("path"));
        QTest::mouseClick(window_->findChild<QPushButton*>("lineage-leave"), Qt::LeftButton);
        QTRY_VERIFY(!view());
    }

    void a_large_flow_is_asked_on_another_thread() {
        open_large();
        document().select({});
        QTest::keyClick(window_->canvas(), Qt::Key_L, Qt::ControlModifier);
        QVERIFY(!view());                                   // the key does not wait for the answer
        QTRY_VERIFY(view() && view()->steps().size() == 400);
        QVERIFY2(view()->accessibleName().contains("400"), qPrintable(view()->accessibleName()));
        QVERIFY(view()->accessibleDescription().contains("reader-399"));
        QCOMPARE(view()->wires().size(), std::size_t(400));
        QVERIFY(document().commit("rename", [this](const Flow& flow) { return edit::rename_task(flow, id("reader-3"), "renamed"); }));
        QCOMPARE(view()->steps().size(), std::size_t(400));   // as it was known, until the new one is there
        QTRY_VERIFY(view()->accessibleDescription().contains("renamed"));
        QTest::keyClick(window_->canvas(), Qt::Key_Escape);
        QTRY_VERIFY(!view());
        // An answer for what is no longer chosen is not shown.
        document().select({id("reader-7")});
        QTest::keyClick(window_->canvas(), Qt::Key_L, Qt::ControlModifier);
        document().select({});
        QVERIFY(worker_pool().waitForDone(20'000));
        QCoreApplication::processEvents();
        QVERIFY(!view());
    }

    void links_of_a_large_flow_come_when_they_are_known() {
        open_large();
        document().select({id("reader-7")});
        QVERIFY(!link("from source → path"));
        QTRY_VERIFY(link("from source → path") && link("from the flow's parameter MODE"));
        // Only the links are added: what is being typed beside them stays.
        document().select({id("reader-8")});
        auto* value = window_->findChild<QWidget*>("task-params-value-1");
        QVERIFY(value);
        auto* line = value->findChild<QLineEdit*>();
        if (!line) line = qobject_cast<QLineEdit*>(value);
        QVERIFY(line);
        line->setText("typed");
        QTRY_VERIFY(link("from source → path"));
        QVERIFY(window_->findChild<QWidget*>("task-params-value-1") == value);
        QCOMPARE(line->text(), QString("typed"));
        // The answer about another task, or an older flow, is dropped.
        document().select({id("reader-9")});
        document().select({id("source")});
        QVERIFY(worker_pool().waitForDone(20'000));
        QTRY_VERIFY(link("and 596 more: show the way"));
        QVERIFY(!link("from source → path"));
        QVERIFY(document().commit("rename", [this](const Flow& flow) { return edit::rename_task(flow, id("reader-0"), "other-name"); }));
        QTRY_VERIFY(link("to other-name → P"));
        QVERIFY(!link("to reader-0 → P"));
    }

    void the_way_follows_edits_and_goes_with_its_task() {
        open("lineage/all.weft.yaml");
        document().select({id("last")});
        QTest::keyClick(window_->canvas(), Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(lit(), QStringList({"group", "last"}));   // group: what its inner task gives
        QTest::keyClick(window_->canvas(), Qt::Key_Delete);
        QTRY_VERIFY(!view());
        document().undo_stack().undo();
        QVERIFY(id("last"));
    }

    void wires_from_outside_are_pasted_where_the_tasks_are() {
        open("completion/three.weft.yaml");
        const QString before = document().text();
        document().select({id("middle"), id("last")});
        QTest::keyClick(window_->canvas(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().contains("needs: [first]"));
        QTest::keyClick(window_->canvas(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(id("middle-2"));
        QCOMPARE(at_path(*document().flow(), "middle-2")->needs.front().task, std::string("first"));
        QCOMPARE(at_path(*document().flow(), "last-2")->needs.front().task, std::string("middle-2"));
        QCOMPARE(document().selection().size(), std::size_t(2));
        document().undo_stack().undo();
        QCOMPARE(document().text(), before);
        QTest::keyClick(window_->canvas(), Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(id("middle-2"));
        QVERIFY(at_path(*document().flow(), "middle-2")->needs.empty());
    }

    void into_another_window_and_from_an_editor() {
        open("completion/three.weft.yaml");
        document().select({id("middle")});
        QTest::keyClick(window_->canvas(), Qt::Key_C, Qt::ControlModifier);
        std::unique_ptr<MainWindow> first = std::move(window_);
        window_ = opened("completion/dag.yaml");
        QTRY_VERIFY(window_->document());
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        window_->canvas()->setFocus();
        QTest::keyClick(window_->canvas(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(id("middle"));
        QCOMPARE(at_path(*document().flow(), "middle")->needs.front().task, std::string("first"));   // there is a task of that name here too
        QApplication::clipboard()->setText("- name: third\n  template: say\n  dependencies: [last]\n");
        QTest::keyClick(window_->canvas(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::qWait(0);
        QVERIFY2(id("third"), qPrintable(window_->findChild<QLabel*>("status-notice")->text()));
        QVERIFY2(document().text().contains("template: say") && at_path(*document().flow(), "third")->needs.front().task == "last", qPrintable(document().text()));
        QFile whole(QString(WEFT_TEST_DATA) + "/completion/dag.yaml");
        QVERIFY(whole.open(QIODevice::ReadOnly));
        QApplication::clipboard()->setText(QString::fromUtf8(whole.readAll()));   // a whole Workflow: its tasks, its template only once
        QTest::keyClick(window_->canvas(), Qt::Key_V, Qt::ControlModifier);
        QTest::qWait(0);
        QVERIFY2(id("last-2"), qPrintable(window_->findChild<QLabel*>("status-notice")->text()));
        QCOMPARE(at_path(*document().flow(), "last-2")->needs.front().task, std::string("first-2"));
        QCOMPARE(document().text().count("name: say"), 1);
        first.reset();
    }
};

QTEST_MAIN(tst_lineage_view)
#include "tst_lineage_view.moc"
