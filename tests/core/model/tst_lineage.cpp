// Lineage: each row of the flow below says where a value comes from and where it goes.
#include <QtTest>

#include "core/model/lineage.h"
#include "core/targets/document.h"

using namespace weft;

namespace {

FlowPtr flow() {
    const Result<DocumentPtr> document = open_file(WEFT_TEST_DATA "/lineage/all.weft.yaml");
    if (!document) qFatal("%s", describe(document.error()).c_str());
    return (*document)->flow;
}

QString shown(const Flow& flow, const ValuePlace& place) {
    static const char* kinds[] = {"parameter", "input", "variable", "file", "condition", "loop", "text", "output"};
    return QString("%1 %2.%3").arg(kinds[int(place.kind)], QString::fromStdString(place.task ? path_of(flow, place.task) : "flow"), QString::fromStdString(place.name));
}

QString shown(const Flow& flow, std::vector<ValuePlace> places) {
    QStringList out;
    for (const ValuePlace& place : places) out << shown(flow, place);
    out.sort();
    return out.join(", ");
}

}  // namespace

class tst_lineage : public QObject {
    Q_OBJECT
  private slots:
    void steps() {
        QFETCH(int, kind);
        QFETCH(QString, task);
        QFETCH(QString, name);
        QFETCH(QString, from);
        QFETCH(QString, to);
        const FlowPtr all = flow();
        const ValuePlace place{ValuePlace::Kind(kind), task.isEmpty() ? 0 : at_path(*all, task.toStdString())->id, name.toStdString()};
        QCOMPARE(shown(*all, sources_of(*all, place)), from);
        QCOMPARE(shown(*all, sinks_of(*all, place)), to);
    }
    void steps_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("task");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        using Kind = ValuePlace::Kind;
        const auto row = [](const char* title, Kind kind, const char* task, const char* name, const char* from, const char* to) {
            QTest::newRow(title) << int(kind) << QString(task) << QString(name) << QString(from) << QString(to);
        };
        row("flow parameter", Kind::flow_parameter, "", "city", "", "input fetch.CITY, input group/more.C");
        row("list of a loop", Kind::flow_parameter, "", "list", "", "loop each.");
        row("input", Kind::input, "fetch", "CITY", "parameter flow.city", "text fetch.");
        row("output", Kind::output, "fetch", "path", "", "condition each., input each.P, input group.IN");
        row("item", Kind::input, "each", "N", "loop each.", "");
        row("into a group", Kind::input, "group", "IN", "output fetch.path", "input group/inner.X");
        row("inside", Kind::input, "group/inner", "X", "input group.IN", "");
        row("out of a group", Kind::output, "group/inner", "y", "", "input group/more.Y, output group.result");
        row("a group's output", Kind::output, "group", "result", "output group/inner.y", "variable last.R");
        row("variable", Kind::variable, "last", "R", "output group.result", "");
        row("nothing of that name", Kind::output, "last", "no", "", "");
        row("unknown parameter", Kind::flow_parameter, "", "no", "", "");
    }

    void the_whole_way() {
        const FlowPtr all = flow();
        const Lineage found = lineage(*all, {ValuePlace::Kind::output, at_path(*all, "group/inner")->id, "y"});
        QVERIFY(found.from.empty());
        QStringList to;
        for (const ValueStep& step : found.to) to << shown(*all, step.from) + " > " + shown(*all, step.to);
        QVERIFY2(to.contains("output group.result > variable last.R"), qPrintable(to.join("; ")));
        const Lineage up = lineage(*all, {ValuePlace::Kind::input, at_path(*all, "group/inner")->id, "X"});
        QCOMPARE(up.from.size(), std::size_t(2));
        QCOMPARE(shown(*all, up.from.back().from), QString("output fetch.path"));
    }

    void a_way_that_goes_in_circles_ends() {
        const Result<DocumentPtr> document = open_text("weftwork: 1\nname: c\ntasks:\n  - {name: a, params: {X: {output: b.o}}, command: echo, outputs: [o]}\n  - {name: b, params: {X: {output: a.o}}, command: echo, outputs: [o]}\n");
        QVERIFY(document);
        const Flow& all = *(*document)->flow;
        QCOMPARE(lineage(all, {ValuePlace::Kind::output, all.main.tasks.front()->id, "o"}).to.size(), std::size_t(1));
    }

    void a_shared_definition_comes_from_everybody_who_uses_it() {
        const Result<DocumentPtr> document = open_text("weftwork: 1\nname: c\nparameters: {p: 1}\ndefinitions:\n  d: {inputs: {w: {}}, tasks: [{name: in, params: {A: {param: w}}, command: echo}]}\n"
                                                       "tasks:\n  - {name: a, use: d, params: {w: {param: p}}}\n  - {name: b, use: d, params: {w: 2}}\n");
        QVERIFY2(document, document ? "" : describe(document.error()).c_str());
        const Flow& all = *(*document)->flow;
        const ValuePlace inner{ValuePlace::Kind::input, find_definition(all, "d")->body->tasks.front()->id, "A"};
        QCOMPARE(sources_of(all, inner).size(), std::size_t(2));
        QCOMPARE(sinks_of(all, {ValuePlace::Kind::input, all.main.tasks.front()->id, "w"}), std::vector<ValuePlace>{inner});
    }
};

QTEST_GUILESS_MAIN(tst_lineage)
#include "tst_lineage.moc"
