// The comparison drawn on the canvas: signs beside colours, ghosts for what is gone, both ways between list and drawing, Esc ends it.
#include <QtTest>

#include <QImage>
#include <QPainter>
#include <QSettings>
#include <QTreeWidget>

#include "core/io/file.h"
#include "tests/support/fake_dialogs.h"
#include "ui/base/theme.h"
#include "ui/bridge/text.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/canvas_diff.h"
#include "ui/compare/compare_panel.h"
#include "ui/document/flow_document.h"
#include "ui/shell/actions.h"
#include "ui/shell/main_window.h"

using namespace weft;
using namespace weft::ui;

class tst_compare_canvas : public QObject {
    Q_OBJECT
    QTemporaryDir home_;
    std::shared_ptr<FakeDialogs::Answers> answers_ = std::make_shared<FakeDialogs::Answers>();
    std::unique_ptr<MainWindow> window_;
    int file_ = 0;
    const std::string old_ = "weftwork: 1\nname: x\ntasks:\n  - name: a\n    command: echo 1\n  - name: gone\n    needs: [a]\n    command: echo 2\n  - name: c\n    needs: [gone]\n    command: echo 3\n"
                             "  - name: keeps\n    needs: [a]\n    command: echo 4\nhandlers:\n  - name: clean\n    command: rm x\n";
    const std::string now_ = "weftwork: 1\nname: x\ntasks:\n  - name: a\n    command: echo 9\n  - name: c\n    command: echo 3\n  - name: keeps\n    command: echo 4\n  - name: fresh\n    needs: [c]\n    command: echo 5\n";

    Canvas& canvas() const { return *window_->canvas(); }
    TaskId id(const char* path) const { return at_path(*window_->document()->flow(), path)->id; }
    QTreeWidget* list() const { return window_->findChild<ComparePanel*>("compare-panel")->list(); }
    int row_of(const QString& word, const QString& where) const {
        for (int i = 0; i < list()->topLevelItemCount(); ++i)
            if (list()->topLevelItem(i)->text(0).contains(word) && list()->topLevelItem(i)->text(1).startsWith(where)) return i;
        return -1;
    }
    void click_row(int row) { QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualItemRect(list()->topLevelItem(row)).center()); }
    void compare() {
        answers_->files = {home_.filePath("old.weft.yaml")};
        window_->actions().get("file.compare")->trigger();
    }

  private slots:
    void initTestCase() {
        qputenv("WEFT_STATE_DIR", home_.filePath("state").toUtf8());
        qputenv("WEFT_SOCKET", home_.filePath("r.sock").toUtf8());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, home_.filePath("config"));
        QVERIFY(io::write_file(utf8(home_.filePath("old.weft.yaml")), old_));
    }
    void init() {
        window_ = std::make_unique<MainWindow>(std::make_unique<FakeDialogs>(answers_));
        window_->resize(1300, 900);
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        const QString file = home_.filePath(QStringLiteral("now%1.weft.yaml").arg(++file_));   // what was not saved would be offered to the next test
        QVERIFY(io::write_file(utf8(file), now_));
        QVERIFY(window_->open_file(file));
        compare();
    }
    void cleanup() {
        answers_->save = Dialogs::Answer::discard;
        window_.reset();
    }

    void every_difference_has_its_mark() {
        const CanvasDiff* diff = canvas().shown_diff();
        QVERIFY(diff);
        QCOMPARE(diff->tasks.size(), std::size_t(2));
        QCOMPARE(int(diff->tasks.at(id("a")).kind), int(DiffKind::changed));
        QCOMPARE(int(diff->tasks.at(id("fresh")).kind), int(DiffKind::added));
        QCOMPARE(diff->ghosts.size(), std::size_t(2));
        QCOMPARE(diff->ghosts[0].name, std::string("gone"));
        QCOMPARE(diff->ghosts[0].before, std::vector<TaskId>{id("a")});
        QCOMPARE(diff->ghosts[0].after, std::vector<TaskId>{id("c")});
        QVERIFY(diff->ghosts[1].handler);
        QCOMPARE(diff->edges.size(), std::size_t(1));
        QCOMPARE(int(diff->edges[0].kind), int(DiffKind::removed));
        QCOMPARE(diff->edges[0].tasks, (TaskPair{id("a"), id("keeps")}));
    }

    void signs_stand_beside_colours() {
        QCOMPARE(diff_sign(DiffKind::added), QString("+"));
        QCOMPARE(diff_sign(DiffKind::removed), QString("−"));
        QCOMPARE(diff_sign(DiffKind::changed), QString("~"));
        const QImage with = canvas().viewport()->grab().toImage();
        canvas().show_diff(nullptr);
        const QImage without = canvas().viewport()->grab().toImage();
        const QPoint corner = canvas().node_rect(id("fresh")).topLeft() + QPoint(2, -3);
        QVERIFY(with.copy(QRect(corner - QPoint(8, 8), QSize(16, 16))) != without.copy(QRect(corner - QPoint(8, 8), QSize(16, 16))));
    }

    void a_ghost_covers_nobody() {
        const QRect ghost = canvas().ghost_rect(0);
        QVERIFY(!ghost.isEmpty());
        for (const char* path : {"a", "c", "keeps", "fresh"}) QVERIFY2(!canvas().node_rect(id(path)).intersects(ghost), path);
        QVERIFY(!canvas().ghost_rect(1).intersects(ghost));
    }

    void a_line_goes_to_its_task_and_a_task_to_its_line() {
        click_row(row_of("added", "fresh"));
        QCOMPARE(window_->document()->selection(), std::vector<TaskId>{id("fresh")});
        QTest::mouseClick(canvas().viewport(), Qt::LeftButton, {}, canvas().node_rect(id("a")).center());
        QCOMPARE(list()->indexOfTopLevelItem(list()->currentItem()), row_of("changed", "a"));
        canvas().fit_all();
        QTest::qWait(200);   // the fit glides
        QTest::mouseClick(canvas().viewport(), Qt::LeftButton, {}, canvas().ghost_rect(0).center());
        QCOMPARE(list()->indexOfTopLevelItem(list()->currentItem()), row_of("removed", "gone"));
        QVERIFY2(window_->document()->selection().empty(), "what is gone is no task of this flow");
        click_row(row_of("removed", "gone"));
        QVERIFY(window_->document()->selection().empty());
        QVERIFY(canvas().viewport()->rect().contains(canvas().ghost_rect(0).center()));
    }

    void it_follows_what_is_drawn() {
        QVERIFY(window_->document()->commit("Rename", [](const Flow& flow) { return edit::rename_task(flow, at_path(flow, "keeps")->id, "kept"); }));
        const CanvasDiff::Mark& mark = canvas().shown_diff()->tasks.at(id("kept"));
        QCOMPARE(int(mark.kind), int(DiffKind::renamed));
        QVERIFY(mark.words.contains("keeps"));
        QVERIFY(window_->document()->commit("Delete", [this](const Flow& flow) { return edit::remove_tasks(flow, {id("fresh")}); }));
        QVERIFY(std::none_of(canvas().shown_diff()->tasks.begin(), canvas().shown_diff()->tasks.end(), [](const auto& one) { return one.second.kind == DiffKind::added; }));
    }

    void escape_leaves_after_the_selection() {
        canvas().setFocus();
        window_->document()->select({id("a")});
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        QVERIFY(canvas().shown_diff());
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        QVERIFY(!canvas().shown_diff());
        QCOMPARE(list()->topLevelItemCount(), 0);
        compare();
        QVERIFY(canvas().shown_diff());
    }

    // WEFT_SHOTS=DIR: pictures to look at.
    void pictures() {
        const QString folder = qEnvironmentVariable("WEFT_SHOTS");
        if (folder.isEmpty()) QSKIP("no folder for pictures");
        QVERIFY(window_->document()->commit("Rename", [](const Flow& flow) { return edit::rename_task(flow, at_path(flow, "keeps")->id, "kept"); }));
        for (const ThemeChoice choice : {ThemeChoice::light, ThemeChoice::dark, ThemeChoice::high_contrast}) {
            Theme::instance().choose(choice);
            canvas().fit_all();
            QTest::qWait(200);
            window_->grab().save(QStringLiteral("%1/diff-%2.png").arg(folder).arg(int(choice)));
        }
        Theme::instance().choose(ThemeChoice::light);
    }
};

QTEST_MAIN(tst_compare_canvas)
#include "tst_compare_canvas.moc"
