// The canvas on a placed scene (a graph of the canvas: positions, edges, a hub of 100 edges), driven by mouse and wheel: weft_bench_canvas GRAPH.json.
// Each figure is this thread's processor time from the event to the last paint that follows, the median. The floor, a bare widget without words, findings
// or undo, is the other program of the same folder of graphs; run.sh runs both.
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMouseEvent>
#include <QThread>
#include <QTimer>
#include <QWheelEvent>
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <functional>
#include <malloc.h>
#include <utility>

#include "ui/canvas/canvas.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/document/flow_document.h"

using namespace weft;
using namespace weft::ui;

namespace {

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

double megabytes(const char* key) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.rfind(key, 0) == 0) return std::atof(line.c_str() + std::strlen(key)) / 1024;
    return 0;
}

// The peak is counted anew from here, without what the bench itself has let go of. False where the system does not do that.
bool forget_peak() {
    malloc_trim(0);
    std::ofstream clear("/proc/self/clear_refs");
    clear << "5" << std::flush;
    return clear.good();
}

void say_memory(const char* what, double value, const char* bar = "") { std::printf("{\"bench\":\"canvas\",\"metric\":\"%s\",\"value\":%.1f,\"unit\":\"MB\"%s}\n", what, value, bar); }

struct Scene {
    DocumentPtr document;
    layout::FlowPicture picture;
    std::vector<std::string> names;
    TaskId hub = 0;
};

Scene scene_of(const char* file) {
    QFile in(QString::fromLocal8Bit(file));
    if (!in.open(QIODevice::ReadOnly)) qFatal("cannot read %s", file);
    const QJsonObject graph = QJsonDocument::fromJson(in.readAll()).object();
    const int n = graph["n"].toInt();
    Scene scene;
    std::vector<Task> tasks(static_cast<std::size_t>(n));
    auto own = std::make_shared<Definition>();
    own->kind = DefinitionKind::container;
    double left = 1e18, top = 1e18;
    const QJsonArray at = graph["pos"].toArray();
    for (const QJsonValue& one : at) left = std::min(left, one[0].toDouble()), top = std::min(top, one[1].toDouble());
    for (int i = 0; i < n; ++i) {
        Task& task = tasks[std::size_t(i)];
        task.id = TaskId(i + 1);
        task.name = "task-" + std::to_string(i);
        task.own = own;
        scene.names.push_back(task.name);
        layout::Placed placed{task.id, at[i][0].toDouble() - left + layout::frame_left, at[i][1].toDouble() - top + layout::frame_top};
        scene.picture.width = std::max(scene.picture.width, placed.x + placed.w + layout::frame_right);
        scene.picture.height = std::max(scene.picture.height, placed.y + placed.h + layout::frame_right);
        scene.picture.tasks.push_back(placed);
    }
    scene.picture.lane_top = scene.picture.lane_bottom = scene.picture.height;
    for (const QJsonValue& edge : graph["edges"].toArray()) tasks[std::size_t(edge[1].toInt())].needs.push_back({tasks[std::size_t(edge[0].toInt())].name});
    scene.hub = TaskId(graph["hub"].toInt() + 1);
    auto flow = std::make_shared<Flow>();
    flow->name = "scene";
    for (Task& task : tasks) flow->main.tasks.push_back(std::make_shared<const Task>(std::move(task)));
    auto document = std::make_shared<Document>();
    document->flow = std::move(flow);
    scene.document = std::move(document);
    return scene;
}

struct Paints : QObject {
    int count = 0;
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Paint) ++count;
        return false;
    }
};

struct Drive {
    Canvas& canvas;
    Paints& paints;
    QWidget* ground = nullptr;

    void settle() {
        QElapsedTimer clock;
        for (clock.start(); clock.elapsed() < 150;) QCoreApplication::processEvents(QEventLoop::AllEvents, 10), QThread::msleep(2);
    }
    double until_painted(const std::function<void()>& work) {
        const int before = paints.count;
        const double from = cpu_ms();
        work();
        QCoreApplication::sendPostedEvents();
        bool late = false;
        QTimer limit;
        limit.setSingleShot(true);
        QObject::connect(&limit, &QTimer::timeout, [&late] { late = true; });
        limit.start(3000);
        while (paints.count == before && !late) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
        return cpu_ms() - from;
    }
    void say(const char* step, std::vector<double> all, double bar) {
        if (all.size() > 3) all.erase(all.begin());
        std::sort(all.begin(), all.end());
        std::printf("{\"bench\":\"canvas\",\"metric\":\"%s\",\"value\":%.2f,\"unit\":\"ms\",\"bar\":%g}\n", step, all[all.size() / 2], bar);
    }
    void repaint(const char* step, int times, double bar) {
        settle();
        std::vector<double> all;
        for (int i = 0; i < times; ++i) {
            const double from = cpu_ms();
            ground->repaint();
            all.push_back(cpu_ms() - from);
        }
        say(step, all, bar);
    }
    void mouse(QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons buttons) {
        QMouseEvent event(type, at, ground->mapToGlobal(at), button, buttons, Qt::NoModifier);
        QCoreApplication::sendEvent(ground, &event);
    }
    void drag(const char* step, QPoint from, Qt::MouseButton button, int times, QPoint by, double bar) {
        settle();
        std::vector<double> all;
        QPoint at = from;
        mouse(QEvent::MouseButtonPress, at, button, button);
        for (int i = 0; i < 4; ++i) mouse(QEvent::MouseMove, at += by, Qt::NoButton, button);   // beyond the threshold of a drag
        settle();
        for (int i = 0; i < times; ++i) {
            at += (i / 10) % 2 ? -by : by;
            all.push_back(until_painted([&] { mouse(QEvent::MouseMove, at, Qt::NoButton, button); }));
        }
        canvas.setFocus();
        QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);   // nothing is moved
        if (button == Qt::LeftButton) QCoreApplication::sendEvent(&canvas, &escape);
        mouse(QEvent::MouseButtonRelease, at, button, Qt::NoButton);
        settle();
        say(step, all, bar);
    }
    void wheel(const char* step, int times, double bar) {
        settle();
        std::vector<double> all;
        const QPointF at = ground->rect().center();
        for (int i = 0; i < times; ++i) {
            settle();
            all.push_back(until_painted([&] {
                QWheelEvent event(at, ground->mapToGlobal(at), {}, {0, (i / 3) % 2 ? -120 : 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
                QCoreApplication::sendEvent(ground, &event);
            }));
        }
        say(step, all, bar);
    }
};

}  // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    if (argc < 2) qFatal("weft_bench_canvas GRAPH.json");
    const Scene scene = scene_of(argv[1]);
    const bool fine = app.devicePixelRatio() > 1;
    const bool counted = forget_peak();   // reading the graph is the bench's own
    if (counted) say_memory("memory before: the application and the flow", megabytes("VmRSS:"));
    const double from = cpu_ms();
    FlowDocument document(scene.document, {});
    Canvas canvas(document, scene.picture);
    Paints paints;
    Drive drive{canvas, paints, canvas.viewport()};
    drive.ground->installEventFilter(&paints);
    canvas.resize(1920, 1080);
    drive.until_painted([&] { canvas.show(); });
    while (canvas.scene().count() == 0) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);   // built by a worker
    drive.until_painted([&] { drive.ground->update(); });
    drive.say("model to first paint", {cpu_ms() - from}, 25);
    const auto look = [&](double zoom) {
        canvas.zoom_to(zoom);
        canvas.centre_at(canvas.scene().rects[std::size_t(canvas.scene().find(scene.hub))].center());
        document.select({});
        drive.settle();
    };

    canvas.fit_all();
    drive.repaint("repaint, all in view", 25, 10);
    double alone = megabytes("VmHWM:");
    {   // one state follows the other, as the runner's do: the shown one and the next are all there is
        std::vector<double> ticks;
        auto state = std::make_shared<run::RunState>();
        for (const std::string& name : scene.names) state->tasks[name].path = name;
        for (int k = 0; k < 16; ++k) {
            auto next = std::make_shared<run::RunState>(*state);
            quint32 random = 12345u + quint32(k);
            for (int i = 0; i < 200; ++i) {
                random = random * 1664525u + 1013904223u;
                next->tasks[scene.names[(random >> 8) % scene.names.size()]].stage = (k + i) % 2 ? run::Stage::succeeded : run::Stage::failed;
            }
            const auto before = std::exchange(state, next);   // taken apart after the measuring
            if (k == 0) document.show_run(next, {}, 1), drive.settle();
            else ticks.push_back(drive.until_painted([&] { document.show_run(next, {}, 1); }));
        }
        drive.say("200 status changes, all in view", ticks, 12);
        document.show_run(nullptr, {}, 0);
    }
    drive.settle();
    if (counted) say_memory("peak memory while a run is shown", megabytes("VmHWM:"));
    forget_peak();
    look(1);
    drive.repaint("repaint at 100 %", 40, 14);
    look(1);
    drive.drag("pan step", drive.ground->rect().center(), Qt::MiddleButton, 40, {17, 9}, fine ? 6 : 2.5);
    look(0.4);
    drive.wheel("wheel zoom step", 12, fine ? 16.7 : 16);
    look(1);
    drive.drag("drag a node with 100 edges", canvas.node_rect(scene.hub).center(), Qt::LeftButton, 40, {5, 3}, 8);
    std::vector<double> selects;
    canvas.fit_all();
    for (int i = 0; i < 6; ++i) {
        document.select({});
        drive.settle();
        selects.push_back(drive.until_painted([&] { canvas.select_all(); }));
    }
    drive.say("select all", selects, 12);
    look(0.25);
    canvas.select_all();
    drive.settle();
    drive.drag("drag everything", canvas.node_rect(scene.hub).center(), Qt::LeftButton, 6, {5, 3}, 12);
    alone = std::max(alone, megabytes("VmHWM:"));
    if (counted) say_memory("peak memory", alone, ",\"bar\":90");
    else say_memory("peak memory, with what the bench itself needs", alone);
    std::fflush(stdout);
    _exit(0);   // the time of taking it apart is nobody's
}
