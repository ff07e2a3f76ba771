// Looking things up, edges, cycles and references.
#include <QtTest>

#include "tests/core/model/build.h"

using namespace weft;
using namespace weft::build;

class TestGraph : public QObject {
    Q_OBJECT
  private slots:
    void lookup_finds_every_task_by_path_and_id();
    void a_path_may_go_through_the_definition();
    void recursion_ends();
    void unknown_things_are_nothing();
    void body_of_a_task();
    void order_follows_the_file();
    void cycle_data();
    void cycle();
    void undefined_names_are_no_edge();
    void a_data_edge_counts_unless_order_alone_is_asked();
    void edges_for_drawing();
    void references_data();
    void references();
    void references_of_a_task();
    void rename_tags_data();
    void rename_tags();
    void ten_thousand_tasks();
};

static Flow nested() {
    Flow f = flow({task("a"), task("g", {}, group({task("x"), task("y", {"x"})})), use("u", "bye"), use("v", "bye")}, {use("end", "bye")});
    Definition bye = group({task("always"), task("a")});
    bye.name = "bye";
    f.definitions.push_back(std::make_shared<const Definition>(bye));
    return number_tasks(f);
}

void TestGraph::lookup_finds_every_task_by_path_and_id() {
    const Flow f = nested();
    int seen = 0;
    for_each_task(f, [&](const std::string& path, const Task& task, const Handler*) {
        ++seen;
        QCOMPARE(task.id, TaskId(seen));  // depth first from 1
        QCOMPARE(at_path(f, path), &task);
        QCOMPARE(find_task(f, task.id), &task);
        QCOMPARE(at_path(f, path_of(f, task.id)), &task);
    });
    QCOMPARE(seen, 9);
    QCOMPARE(task_count(f), std::size_t(5));
}

void TestGraph::a_path_may_go_through_the_definition() {
    const Flow f = nested();
    QCOMPARE(path_of(f, id(f, "bye:always")), std::string("u/always"));  // first user
    QCOMPARE(at_path(f, "bye:always"), at_path(f, "v/always"));
    QCOMPARE(at_path(f, "bye:always"), at_path(f, "end/always"));
    QCOMPARE(path_of(f, id(f, "g/y")), std::string("g/y"));
}

void TestGraph::recursion_ends() {
    Flow f = flow({use("start", "loop")});
    Definition loop = group({use("again", "loop"), task("work")});
    loop.name = "loop";
    f.definitions.push_back(std::make_shared<const Definition>(loop));
    f = number_tasks(f);
    QCOMPARE(path_of(f, id(f, "loop:work")), std::string("start/work"));
    QVERIFY(at_path(f, "start/again/again/again/work"));
}

void TestGraph::unknown_things_are_nothing() {
    const Flow f = nested();
    for (const char* path : {"", "/", "a/", "nope", "g/", "g/z", "bye:", "bye:nope", "no:always", "a/x"}) QVERIFY2(!at_path(f, path), path);
    QVERIFY(!find_task(f, 0));
    QVERIFY(!find_task(f, 999));
    QCOMPARE(path_of(f, 999), std::string());
    QVERIFY(!find_definition(f, ""));
    QVERIFY(!body_at(f, {"nope", 0}));
    QVERIFY(!body_at(f, {{}, 999}));
    QVERIFY(!definition_of(f, use("x", "nope")));
}

void TestGraph::body_of_a_task() {
    const Flow f = nested();
    QCOMPARE(body_of(f, id(f, "a")), BodyRef{});
    QCOMPARE(body_of(f, id(f, "g/x")), (BodyRef{{}, id(f, "g")}));
    QCOMPARE(body_of(f, id(f, "bye:a")), (BodyRef{"bye", 0}));
    QCOMPARE(body_at(f, body_of(f, id(f, "g/x")))->tasks.size(), std::size_t(2));
}

void TestGraph::order_follows_the_file() {
    const Flow f = flow({task("d", {"b", "c"}), task("a"), task("c", {"a"}), task("b", {"a"}), task("e")});
    const BodyGraph graph = graph_of(f, f.main);
    QCOMPARE(graph.order, (std::vector<int>{1, 2, 3, 0, 4}));
    QVERIFY(graph.is_upstream(1, 0));
    QVERIFY(!graph.is_upstream(0, 1));
    QVERIFY(!graph.is_upstream(4, 0));
    QVERIFY(!graph.is_upstream(0, 0));
    QVERIFY(!graph.is_upstream(-1, 99));
}

void TestGraph::cycle_data() {
    QTest::addColumn<QStringList>("edges");  // "ab": b needs a
    QTest::addColumn<QString>("cycle");
    const auto row = [](const char* name, QStringList edges, const char* cycle) { QTest::newRow(name) << edges << cycle; };
    row("none", {"ab", "bc", "ac"}, "");
    row("itself", {"bb"}, "b");
    row("two", {"ab", "ba"}, "ab");
    row("smallest first index", {"de", "ed", "bc", "cb"}, "bc");
    row("only the ring, not what hangs on it", {"bc", "cd", "db", "ab", "de"}, "bcd");
    row("the shortest way round", {"ab", "bc", "ca", "ba"}, "ab");
    row("a bridge between two rings is on none", {"bc", "cb", "ca", "ad", "de", "ed"}, "bc");
}

void TestGraph::cycle() {
    QFETCH(QStringList, edges);
    QFETCH(QString, cycle);
    std::vector<Task> tasks = {task("a"), task("b"), task("c"), task("d"), task("e")};
    for (const QString& edge : edges) tasks[std::size_t(edge[1].toLatin1() - 'a')].needs.push_back({std::string(1, edge[0].toLatin1())});
    const Flow f = flow({tasks[0], tasks[1], tasks[2], tasks[3], tasks[4]});
    const BodyGraph graph = graph_of(f, f.main);
    QString got;
    for (const int at : graph.cycle) got += QString::fromStdString(graph.tasks[std::size_t(at)]->name);
    QCOMPARE(got, cycle);
    QCOMPARE(graph.order.size() == graph.tasks.size(), cycle.isEmpty());
}

void TestGraph::undefined_names_are_no_edge() {
    Task b = task("b", {"nope", "", "a", "a"});
    b.depends = "a && ghost";
    const Flow f = flow({task("a"), b, task("a")}, {task("end")});
    const BodyGraph graph = graph_of(f, f.main);
    QCOMPARE(graph.upstream[1], (std::vector<int>{0}));  // the first of two equal names
    QCOMPARE(graph.downstream[0], (std::vector<int>{1}));
    QVERIFY(graph.downstream[2].empty());
}

void TestGraph::a_data_edge_counts_unless_order_alone_is_asked() {
    Task b = task("b");
    b.when = "{{tasks.a.outputs.mode}} == full";
    const Flow f = flow({task("a"), b});
    QVERIFY(graph_of(f, f.main).is_upstream(0, 1));
    QVERIFY(!graph_of(f, f.main, GraphEdges::order).is_upstream(0, 1));
}

void TestGraph::edges_for_drawing() {
    Task b = task("b", {"a"});
    b.params.push_back({"DATA", output("a", "path")});
    Task c = task("c");
    c.needs = {{"a", on_failed}, {"b", results_completed}, {"x", on_skipped | on_omitted}};
    Task end = task("end");
    end.params.push_back({"WHAT", text("{{tasks.b.status}}")});
    const Flow f = flow({task("a"), b, c, task("x")}, {end});
    QStringList got;
    for (const Edge& edge : edges_of(f, f.main)) {
        got << QString("%1>%2 %3 %4").arg(edge.from).arg(edge.to).arg(edge.kind == EdgeKind::data ? "data" : "order", QString::fromStdString(edge.label));
    }
    QCOMPARE(got, (QStringList{"1>2 order ", "1>2 data path → DATA", "1>3 order failed", "2>3 order completed", "4>3 order skipped, omitted", "2>5 data status → WHAT"}));
}

void TestGraph::references_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char* text, QStringList found) { QTest::newRow(text) << text << found; };
    row("no tag", {});
    row("{{params.epochs}}", {"param//epochs"});
    row("{{inputs.parameters.a-b}} {{ inputs.artifacts.data }}", {"param//a-b", "param//data artifact"});
    row("{{tasks.fetch.outputs.path}}", {"output/fetch/path"});
    row("{{tasks.fetch.outputs.parameters.path}}", {"output/fetch/path"});
    row("{{steps.fetch.outputs.artifacts.path}}", {"output/fetch/path artifact"});
    row("{{tasks.fetch.outputs.result}}", {"output/fetch/result"});
    row("{{tasks.a.b.outputs.x}}", {"output/a.b/x"});
    row("{{tasks.fetch.status}}", {"status/fetch/status"});
    row("{{tasks.fetch.exitCode}}", {"status/fetch/exitCode"});
    row("{{item}} {{item.city}}", {"item//", "item//city"});
    row("{{workflow.parameters.x}}", {"workflow//parameters.x"});
    row("ended as {{flow.status}}!", {"workflow//status"});
    row("{{pod.name}}", {"unknown//"});
    row("{{inputs.parameters.}}", {"unknown//"});
    row("{{open", {"unknown//"});
    row("{{}}", {"unknown//"});
    row("{{=tasks['step-1'].outputs.parameters.x == item}}", {"output/step-1/x expr", "item// expr"});
    row("{{=1 + 1}}", {"unknown// expr"});
    row("{\"a\": {{params.x}}}", {"param//x"});      // the brace behind a tag is the text's
    row("{{='tasks.a.status'}}", {"unknown// expr"});
    row("{{=sprig.trim(tasks.a.outputs.result)}}", {"output/a/result expr"});
}

void TestGraph::references() {
    QFETCH(QString, text);
    QFETCH(QStringList, found);
    const char* const kinds[] = {"param", "output", "status", "item", "workflow", "unknown"};
    QStringList got;
    const std::string source = text.toStdString();
    for (const Reference& r : references_in(source)) {
        QCOMPARE(source.substr(r.at, r.tag.size()), r.tag);
        got << QString("%1/%2/%3%4%5").arg(kinds[int(r.kind)], QString::fromStdString(r.task), QString::fromStdString(r.name), r.artifact ? " artifact" : "", r.simple ? "" : " expr");
    }
    QCOMPARE(got, found);
}

void TestGraph::references_of_a_task() {
    Task t = task("t", {}, shell("echo {{params.word}}"));
    t.params = {{"A", output("a", "x")}, {"B", literal("plain")}, {"S", {Source::secret, {}, "db", "password"}}};
    t.environment.image = "python:{{params.version}}";
    t.environment.env = {{"HOME", {Source::param, {}, {}, "home"}}};
    t.when = "{{tasks.b.status}} == Succeeded";
    t.loop = Loop{};
    t.loop->param = "{{tasks.c.outputs.list}}";
    const Flow f = flow({t});
    QStringList got;
    for (const FieldReference& r : references_of(f, *f.main.tasks[0])) got << QString::fromStdString(r.field + " " + r.reference.tag);
    QCOMPARE(got, (QStringList{"params.A.value {output: a.x}", "when {{tasks.b.status}}", "loop {{tasks.c.outputs.list}}", "image {{params.version}}", "env.HOME.value {param: home}",
                               "command {{params.word}}"}));
    QStringList names;
    for_each_read(t, [&](std::string_view name) { names << QString::fromUtf8(name.data(), int(name.size())); });
    QCOMPARE(names, (QStringList{"a", "b", "c"}));
}

void TestGraph::rename_tags_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wanted");  // a -> new-name
    const auto row = [](const char* text, const char* wanted) { QTest::newRow(text) << text << wanted; };
    row("{{tasks.a.outputs.x}}", "{{tasks.new-name.outputs.x}}");
    row("{{ steps.a.status }} {{tasks.a.outputs.x}}", "{{ steps.new-name.status }} {{tasks.new-name.outputs.x}}");
    row("{{tasks.ab.outputs.x}}", "{{tasks.ab.outputs.x}}");
    row("{{tasks.a.b.outputs.x}}", "{{tasks.a.b.outputs.x}}");
    row("{{params.a}} a tasks.a.x", "{{params.a}} a tasks.a.x");
    row("{{=tasks.a.status}}", "{{=tasks['new-name'].status}}");
    row("{{=tasks['a'].status + tasks[\"a\"].status}}", "{{=tasks['new-name'].status + tasks[\"new-name\"].status}}");
    row("{{=x.tasks.a}}", "{{=x.tasks.a}}");
    row("{{tasks.a.outputs.x", "{{tasks.a.outputs.x");
}

void TestGraph::rename_tags() {
    QFETCH(QString, text);
    QFETCH(QString, wanted);
    QCOMPARE(QString::fromStdString(rename_in_tags(text.toStdString(), "a", "new-name")), wanted);
    if (!text.contains("['a']")) QCOMPARE(QString::fromStdString(rename_in_tags(wanted.toStdString(), "new-name", "a")), text);
}

void TestGraph::ten_thousand_tasks() {
    Flow f;
    for (int i = 0; i < 10'000; ++i) {
        Task t = task("t" + std::to_string(i));
        if (i > 0) t.needs.push_back({"t" + std::to_string(i - 1)});
        f.main.tasks.push_back(std::make_shared<const Task>(t));
    }
    f = number_tasks(f);
    const BodyGraph graph = graph_of(f, f.main);
    QCOMPARE(graph.order.size(), std::size_t(10'000));
    QVERIFY(graph.is_upstream(0, 9'999));
    Task first = *f.main.tasks[0];
    first.needs.push_back({"t9999"});
    f.main.tasks[0] = std::make_shared<const Task>(first);
    QCOMPARE(graph_of(f, f.main).cycle.size(), std::size_t(10'000));
}

QTEST_GUILESS_MAIN(TestGraph)
#include "tst_graph.moc"
