// Random drawing, typing, undoing and redoing: after every step the text read afresh is the flow, and the canvas shows that flow.
// WEFT_UNDO_STEPS (20000 in the nightly run) and WEFT_SEED say how much.
#include <QtTest>

#include <random>

#include "core/model/edit_group.h"
#include "core/model/graph.h"
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/canvas_scene.h"

using namespace weft;
using namespace weft::ui;

namespace {

TaskId any_task(const Flow& flow, std::mt19937& random) {
    std::vector<TaskId> all;
    for_each_task(flow, [&all](const std::string&, const Task& task, const Handler*) { all.push_back(task.id); });
    return all.empty() ? 0 : all[random() % all.size()];
}

Task fresh_task(std::mt19937& random) {
    Task task;
    task.name = "t" + std::to_string(random() % 500);
    Definition own;
    own.kind = DefinitionKind::container;
    own.shell = true;
    own.command = {{"sh"}, {"-c"}, {"echo " + std::to_string(random() % 10)}};
    task.own = std::make_shared<const Definition>(own);
    return task;
}

void step(FlowDocument& document, Canvas& canvas, std::mt19937& random) {
    const FlowPtr flow = document.flow();
    const TaskId a = any_task(*flow, random), b = any_task(*flow, random);
    const auto commit = [&](const char* label, auto edit) { (void)document.commit(QLatin1String(label), edit); };
    switch (random() % 15) {
        case 0: case 1: commit("Add", [&](const Flow& f) { return edit::add_task(f, document.scope(), fresh_task(random)); }); break;
        case 2: commit("Connect", [&](const Flow& f) { return edit::connect(f, a, b); }); break;
        case 3: commit("Cut", [&](const Flow& f) { return edit::disconnect(f, a, b); }); break;
        case 4: commit("Rename", [&](const Flow& f) { return edit::rename_task(f, a, "r" + std::to_string(random() % 500)); }); break;
        case 5: commit("Remove", [&](const Flow& f) { return edit::remove_tasks(f, {a}); }); break;
        case 6: commit("Handler", [&](const Flow& f) { return edit::make_handler(f, a, Trigger(random() % 3)); }); break;
        case 7: commit("Task", [&](const Flow& f) { return edit::make_task(f, a); }); break;
        case 8: commit("Move", [&](const Flow& f) { return edit::move_tasks(f, {{a, {double(random() % 900), double(40 + random() % 400)}}}); }); break;
        case 9: commit("Group", [&](const Flow& f) { return edit::group_tasks(f, {a, b}, "g"); }); break;
        case 10: commit("Ungroup", [&](const Flow& f) { return edit::ungroup_task(f, a); }); break;
        case 11: document.type(0, 0, QStringLiteral("# %1 ü\n").arg(random() % 10)); break;
        case 12: document.select({a}); canvas.toggle_muted(); break;
        case 13: for (unsigned n = 1 + random() % 4; n-- > 0;) document.undo_stack().undo(); break;
        case 14: for (unsigned n = 1 + random() % 4; n-- > 0;) document.undo_stack().redo(); break;
    }
}

QByteArray wrong(const FlowDocument& document, const Canvas& canvas) {
    const Result<DocumentPtr> read = open_text(utf8(document.text()), "walk.weft.yaml");
    if (!read) return "the text does not read: " + QByteArray::fromStdString(describe(read.error()));
    Flow fresh = carry_ids(*document.flow(), *(*read)->flow);
    if (!(fresh == *document.flow())) return "the text says another flow";
    const Body* body = body_at(*document.flow(), document.scope());
    if (!body) return "the canvas shows a flow that is not there";
    const CanvasScene& scene = canvas.scene();
    if (std::size_t(scene.count()) != body->tasks.size() + body->handlers.size()) return "the canvas has another number of nodes";
    for (const TaskPtr& task : body->tasks) {
        const int node = scene.find(task->id);
        if (node < 0 || scene.names[std::size_t(node)] != task->name) return "a node is missing or called otherwise";
    }
    std::size_t order = 0, drawn = 0;
    for (const Edge& edge : edges_of(*document.flow(), *body)) order += edge.kind == EdgeKind::order;
    for (const Wire& wire : scene.wires) drawn += wire.order;
    return order == drawn ? QByteArray() : QByteArray("the canvas has other wires");
}

}  // namespace

class tst_undo_walk : public QObject {
    Q_OBJECT
  private slots:
    void any_way_through_the_steps() {
        const int steps = std::max(600, qEnvironmentVariableIntValue("WEFT_UNDO_STEPS"));
        const unsigned seed = qEnvironmentVariableIsSet("WEFT_SEED") ? unsigned(qEnvironmentVariableIntValue("WEFT_SEED")) : 1;
        std::mt19937 random(seed);
        std::unique_ptr<FlowDocument> document = document_of(nightly());
        QVERIFY(document);
        const QString start = document->text();
        auto canvas = std::make_unique<Canvas>(*document);
        canvas->resize(900, 640);
        canvas->show();
        for (int i = 0; i < steps; ++i) {
            if (document->flow()->main.tasks.size() > 24) {   // a flow that grows for ever tells nothing new: from the start again
                canvas.reset();
                document = document_of(nightly());
                canvas = std::make_unique<Canvas>(*document);
                canvas->resize(900, 640);
                canvas->show();
            }
            step(*document, *canvas, random);
            if (const QByteArray what = wrong(*document, *canvas); !what.isEmpty()) QFAIL(qPrintable(QString("step %1 of seed %2: %3\n%4").arg(i).arg(seed).arg(QString::fromUtf8(what), document->text())));
        }
        while (document->undo_stack().canUndo()) document->undo_stack().undo();
        QCOMPARE(document->text(), start);
    }
};

QTEST_MAIN(tst_undo_walk)
#include "tst_undo_walk.moc"
