// The real window on an Argo file of 10,000 tasks, driven by mouse and keys with a watchdog over every event handler:
// weft_bench_gui [FILE]. One JSON line a figure, then the worst ten handlers.
#include <QFile>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QtTest>
#include <cstring>
#include <fstream>
#include <malloc.h>

#include "core/model/flow.h"
#include "tests/bench/bench.h"
#include "tests/support/fake_dialogs.h"
#include "ui/base/watchdog.h"
#include "ui/bridge/lint_bridge.h"
#include "ui/bridge/text.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/document/flow_document.h"
#include "ui/shell/document_page.h"
#include "ui/shell/main_window.h"

using namespace weft;
using namespace weft::ui;

namespace {

constexpr double frame_ms = 16;

double megabytes(const char* key) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.rfind(key, 0) == 0) return std::atof(line.c_str() + std::strlen(key)) / 1024;
    return 0;
}

struct Drive {
    WatchedApplication& app;
    MainWindow& window;
    std::string name;
    std::size_t seen = 0;

    template <class Done> void until(Done done) {
        QDeadlineTimer limit(60'000);
        while (!done() && !limit.hasExpired()) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 50);
    }
    bool idle() const {
        const FlowDocument* document = window.document();
        return !document || (!document->waits_for_reading() && !window.page()->lint().busy());
    }
    void settle() {
        until([this] { return idle(); });
        for (int i = 0; i < 20; ++i) QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        until([this] { return idle(); });
    }
    // One step of a person: what it says and everything that follows from it.
    template <class Step> void step(const char* what, Step work) {
        app.begin(QString::fromLatin1(what));
        const double from = bench::wall_ms();
        work();
        settle();
        double worst = 0, worst_paint = 0;
        for (; seen < app.handlers().size(); ++seen) {
            const WatchedApplication::Handler& one = app.handlers()[seen];
            (one.paint ? worst_paint : worst) = std::max(one.paint ? worst_paint : worst, one.cpu_ms);
        }
        bench::print({"gui", name, std::string(what) + ": longest handler", worst, "ms", std::nullopt, frame_ms});
        bench::print({"gui", name, std::string(what) + ": longest handler that painted", worst_paint, "ms", std::nullopt, std::nullopt});
        bench::print({"gui", name, std::string(what) + ": until quiet", bench::wall_ms() - from, "ms", std::nullopt, std::nullopt});
    }
    QWidget* sheet() const { return window.canvas()->findChild<QWidget*>("qt_scrollarea_viewport"); }
    void key(QWidget* to, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(to, key, modifiers); }
    void trigger(const char* action) {
        QMetaObject::invokeMethod(window.findChild<QAction*>(action), "trigger", Qt::QueuedConnection);
        QCoreApplication::processEvents();
    }
    void drag(QPoint from, QPoint to) {
        QTest::mousePress(sheet(), Qt::LeftButton, {}, from);
        for (int i = 1; i <= 8; ++i) QTest::mouseMove(sheet(), from + (to - from) * i / 8);
        QTest::mouseRelease(sheet(), Qt::LeftButton, {}, to);
    }
};

TaskId task(const Drive& drive, std::size_t at) { return drive.window.document()->flow()->main.tasks[at]->id; }

void open_it(Drive& drive, const QString& file, std::size_t tasks) {
    const double from = bench::wall_ms();
    double drawn = 0;
    drive.step("open", [&] {
        QMetaObject::invokeMethod(&drive.window, [&] { drive.window.open_file(file); }, Qt::QueuedConnection);
        drive.until([&] {
            const FlowDocument* shown = drive.window.document();
            return shown && shown->flow()->main.tasks.size() == tasks && std::size_t(drive.window.canvas()->scene().count()) >= tasks;
        });
        drive.window.canvas()->viewport()->repaint();   // what a later paint of a corner drew says nothing
        drawn = bench::wall_ms() - from;
    });
    bench::print({"gui", drive.name, "open to drawn graph", drawn, "ms", std::nullopt, 1500});
    bench::print({"gui", drive.name, "memory when open", megabytes("VmRSS:"), "MB", std::nullopt, 250});
    bench::print({"gui", drive.name, "memory at most", megabytes("VmHWM:"), "MB", std::nullopt, 250});
}

void draw(Drive& drive) {
    MainWindow& window = drive.window;
    const std::size_t middle = window.document()->flow()->main.tasks.size() / 2;
    const TaskId one = task(drive, middle);
    drive.step("look closer", [&] {
        QMetaObject::invokeMethod(&window, [&] { window.canvas()->zoom_to(1); window.canvas()->centre_on(one); }, Qt::QueuedConnection);
        QTest::qWait(400);
    });
    drive.step("pick", [&] { QTest::mouseClick(drive.sheet(), Qt::LeftButton, {}, window.canvas()->node_rect(one).center()); });
    drive.step("pick another", [&] {
        const TaskId other = window.canvas()->node_at(window.canvas()->node_rect(one).center() + QPoint(0, 110));
        if (other) QTest::mouseClick(drive.sheet(), Qt::LeftButton, {}, window.canvas()->node_rect(other).center());
    });
    drive.step("rename", [&] {
        QTest::mouseClick(drive.sheet(), Qt::LeftButton, {}, window.canvas()->node_rect(one).center());
        drive.key(drive.sheet(), Qt::Key_F2);
        QTest::keyClicks(QApplication::focusWidget(), "renamed");
        drive.key(QApplication::focusWidget(), Qt::Key_Return);
    });
    drive.step("drag", [&] {
        const QPoint at = window.canvas()->node_rect(one).center();
        drive.drag(at, at + QPoint(60, 20));
    });
    drive.step("connect", [&] {
        // Two neighbours in sight that are not yet connected.
        const QRect area = drive.sheet()->rect().adjusted(20, 20, -20, -120);
        const Flow& flow = *window.document()->flow();
        for (std::size_t i = middle; i < flow.main.tasks.size(); ++i) {
            const QPoint to = window.canvas()->port_point(flow.main.tasks[i]->id, false), from = window.canvas()->port_point(one, true);
            if (flow.main.tasks[i]->id == one || !area.contains(to) || !area.contains(from)) continue;
            const std::size_t before = flow.main.tasks[i]->needs.size();
            drive.drag(from, to);
            if (find_task(*window.document()->flow(), flow.main.tasks[i]->id)->needs.size() > before) break;
        }
    });
    for (const char* what : {"undo", "undo again", "undo a third time"}) drive.step(what, [&] { drive.trigger("edit.undo"); });
    drive.step("redo", [&] { drive.trigger("edit.redo"); });
    drive.step("delete", [&] {
        QTest::mouseClick(drive.sheet(), Qt::LeftButton, {}, window.canvas()->node_rect(one).center());
        drive.key(drive.sheet(), Qt::Key_Delete);
    });
    drive.step("undo a deletion", [&] { drive.trigger("edit.undo"); });
    drive.step("type in a field", [&] {
        QTest::mouseClick(drive.sheet(), Qt::LeftButton, {}, window.canvas()->node_rect(one).center());
        for (QWidget* field : window.findChild<QWidget*>("inspector")->findChildren<QWidget*>())   // the first line of the form: the name; then the lines of its command
            if (field->isVisible() && field->metaObject()->className() == QByteArray("QPlainTextEdit")) {
                field->setFocus();
                QTest::keyClicks(field, "typed");
                break;
            }
        window.canvas()->setFocus();
    });
    drive.step("undo of the field", [&] { drive.trigger("edit.undo"); });
    drive.step("select all", [&] { drive.trigger("edit.select-all"); });
    drive.step("select none", [&] { drive.key(drive.sheet(), Qt::Key_Escape); });
    drive.step("tidy up", [&] { drive.trigger("view.tidy"); });
    drive.step("undo of tidying", [&] { drive.trigger("edit.undo"); });
}

void look_around(Drive& drive, const QString& file) {
    MainWindow& window = drive.window;
    for (const char* panel : {"yaml", "environment", "engines", "log", "runs", "problems"})
        drive.step(panel, [&] {
            QMetaObject::invokeMethod(&window, [&] { window.show_panel(panel); }, Qt::QueuedConnection);
            QTest::qWait(600);
        });
    drive.step("search", [&] {
        drive.trigger("edit.find");
        QTest::keyClicks(window.findChild<QWidget*>("find-task"), "77");
    });
    drive.step("end of the search", [&] {
        if (QWidget* popup = QApplication::activePopupWidget()) popup->close();
        window.canvas()->setFocus();
    });
    drive.step("type in the text", [&] {
        window.show_panel("yaml");
        QWidget* text = window.findChild<QWidget*>("source-text");
        text->setFocus();
        QTest::keyClicks(text, "#");
        QTest::qWait(400);
    });
    drive.step("undo typing", [&] { drive.trigger("edit.undo"); });
    drive.step("changed outside", [&] {
        const QString before = window.document()->text();
        QFile changed(file);
        if (changed.open(QIODevice::Append)) changed.write("# changed outside\n");
        changed.close();
        drive.until([&] { return window.document()->text() != before; });
    });
    drive.step("save", [&] { drive.trigger("file.save"); });
    drive.step("close", [&] { drive.trigger("file.close"); });
    drive.step("open again, with its undo steps", [&] {
        QMetaObject::invokeMethod(&window, [&] { window.open_file(file); }, Qt::QueuedConnection);
        drive.until([&] { return window.document() && window.document()->file() == file && window.document()->undo_stack().count() > 0; });
    });
    bench::print({"gui", drive.name, "memory at most", megabytes("VmHWM:"), "MB", std::nullopt, std::nullopt});
}

}  // namespace

int main(int argc, char** argv) {
    QTemporaryDir home;
    qputenv("WEFT_STATE_DIR", home.filePath("state").toUtf8());
    qputenv("WEFT_SOCKET", home.filePath("runner.sock").toUtf8());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, home.path());
    WatchedApplication app(argc, argv);
    QCoreApplication::setOrganizationName("weftwork");
    QCoreApplication::setApplicationName("weftwork");

    const QString file = home.filePath("big.yaml");
    if (argc > 1) QFile::copy(QString::fromLocal8Bit(argv[1]), file);
    else if (QFile out(file); out.open(QIODevice::WriteOnly)) out.write(bench::argo_text(10'000).c_str());
    std::size_t tasks = 0;
    if (const Result<DocumentPtr> known = weft::open_file(utf8(file))) tasks = (*known)->flow->main.tasks.size();
    malloc_trim(0);   // what counts is the window's own

    MainWindow window(std::make_unique<FakeDialogs>(std::make_shared<FakeDialogs::Answers>()));
    window.resize(1440, 900);
    window.show();
    window.open_first_screen();
    Drive drive{app, window, std::to_string(tasks) + "-argo", 0};
    drive.settle();
    drive.seen = app.handlers().size();
    open_it(drive, file, tasks);
    draw(drive);
    look_around(drive, file);
    for (const WatchedApplication::Handler& one : app.worst(10)) std::printf("# %7.1f ms  %s: %s%s\n", one.cpu_ms, qPrintable(one.step), qPrintable(one.what), one.paint ? " (painted)" : "");
}
