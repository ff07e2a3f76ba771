// Ids while a person types, and what changed between two snapshots.
#include <QtTest>

#include "core/model/source_map.h"
#include "tests/core/model/build.h"

using namespace weft;
using namespace weft::build;

class TestIds : public QObject {
    Q_OBJECT
  private slots:
    void carry_data();
    void carry();
    void carry_below_a_renamed_group();
    void fresh_ids_lie_above();
    void unchanged_tasks_are_shared();
    void diff_says_what_changed();
    void diff_sees_a_shared_definition();
    void source_map();
};

static Flow of(const QString& names) {  // "a b | end": tasks | handlers
    Flow f;
    f.format = "native";
    const QStringList sides = names.split('|');
    for (const QString& name : sides[0].split(' ', Qt::SkipEmptyParts)) f.main.tasks.push_back(std::make_shared<const Task>(task(name.toStdString())));
    for (const QString& name : sides.value(1).split(' ', Qt::SkipEmptyParts)) f.main.handlers.push_back({std::make_shared<const Task>(task(name.toStdString()))});
    return number_tasks(f);
}

static QString ids(const Flow& f) {
    QString out;
    for_each_task(f, [&](const std::string& path, const Task& task, const Handler*) { out += QString::fromStdString(path) + QString::number(task.id) + ' '; });
    return out.trimmed();
}

void TestIds::carry_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("ids");
    QTest::addColumn<QString>("renamed");
    const auto row = [](const char* name, const char* before, const char* after, const char* ids, const char* renamed) { QTest::newRow(name) << before << after << ids << renamed; };
    row("the same", "a b c | e", "a b c | e", "a1 b2 c3 e4", "");
    row("reordered", "a b c", "c a b", "c3 a1 b2", "");
    row("renamed", "a b c", "a x c", "a1 x2 c3", "b>x");
    row("first renamed", "a b", "x b", "x1 b2", "a>x");
    row("added in front", "a b", "x a b", "x3 a1 b2", "");
    row("added behind", "a b", "a b x", "a1 b2 x3", "");
    row("removed", "a b c", "a c", "a1 c3", "");
    row("removed and added elsewhere", "a b c", "a c x", "a1 c3 x4", "");
    row("two renamed in a row", "a b c", "x y c", "x1 y2 c3", "a>x b>y");
    row("made a handler", "a b", "a | b", "a1 b2", "");
    row("handler renamed", "a | e", "a | f", "a1 f2", "e>f");
    row("namesakes in order", "a a b", "a a b", "a1 a2 b3", "");
    row("one namesake gone", "a a b", "a b", "a1 b3", "");
    row("all gone", "a b", "", "", "");
    row("from nothing", "", "a b", "a1 b2", "");
}

void TestIds::carry() {
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, ids);
    QFETCH(QString, renamed);
    std::vector<std::pair<std::string, std::string>> pairs;
    QCOMPARE(::ids(carry_ids(of(before), of(after), &pairs)), ids);
    QStringList got;
    for (const auto& [from, to] : pairs) got << QString::fromStdString(from + ">" + to);
    QCOMPARE(got.join(' '), renamed);
}

void TestIds::carry_below_a_renamed_group() {
    const Flow before = number_tasks(flow({task("a"), task("g", {}, group({task("x"), task("y")}))}));
    const Flow after = number_tasks(flow({task("new"), task("a"), task("h", {}, group({task("x"), task("z")}))}));
    std::vector<std::pair<std::string, std::string>> pairs;
    QCOMPARE(ids(carry_ids(before, after, &pairs)), "new5 a1 h2 h/x3 h/z4");
    QCOMPARE(pairs.size(), std::size_t(2));
}

void TestIds::fresh_ids_lie_above() {
    const Flow before = of("a b c");
    const Flow less = edit::remove_tasks(before, {3}).value();
    QCOMPARE(ids(carry_ids(before, of("a b d e"))), "a1 b2 d3 e4");  // c became d at its place
    QCOMPARE(ids(carry_ids(less, of("a b d e"))), "a1 b2 d3 e4");
}

void TestIds::unchanged_tasks_are_shared() {
    const Flow before = of("a b c");
    const Flow after = carry_ids(before, of("a x c"));
    QCOMPARE(after.main.tasks[0], before.main.tasks[0]);
    QCOMPARE(after.main.tasks[2], before.main.tasks[2]);
}

void TestIds::diff_says_what_changed() {
    const Flow a = flow({task("x"), task("y", {"x"})}, {task("end")});
    QVERIFY(diff(a, a).empty());
    Flow copy = number_tasks(a);
    QVERIFY(diff(a, copy).empty());
    const Flow connected = edit::add_task(a, {}, task("z", {"y"})).value();
    QCOMPARE(diff(a, connected).added, (std::vector<TaskId>{4}));
    QVERIFY(diff(a, connected).edges);
    QCOMPARE(diff(connected, a).removed, (std::vector<TaskId>{4}));
    Task changed = named(a, "y");
    changed.when = "true";
    const FlowChange only = diff(a, edit::change_task(a, changed.id, changed).value());
    QCOMPARE(only.changed, (std::vector<TaskId>{2}));
    QVERIFY(!only.edges && !only.definitions && !only.environment);
    QVERIFY(diff(a, edit::disconnect(a, 1, 2).value()).edges);
    QCOMPARE(diff(a, edit::set_trigger(a, 3, Trigger::on_failure, false).value()).changed, (std::vector<TaskId>{3}));
    QVERIFY(diff(a, edit::make_task(a, 3).value()).edges);
    Environment environment;
    environment.image = "x";
    QVERIFY(diff(a, edit::set_flow_environment(a, environment).value()).environment);
    QVERIFY(diff(a, edit::set_flow_parameters(a, {{"p"}}).value()).parameters);
}

void TestIds::diff_sees_a_shared_definition() {
    Flow f = flow({use("u", "say"), use("v", "say"), task("w")});
    Definition say = shell("echo");
    say.name = "say";
    f.definitions.push_back(std::make_shared<const Definition>(say));
    f = number_tasks(f);
    say.environment.image = "x";
    const FlowChange change = diff(f, edit::change_definition(f, 1, edit::Scope::all, say).value());
    QVERIFY(change.definitions);
    QCOMPARE(change.changed, (std::vector<TaskId>{1, 2}));
}

static yaml::NodePtr at(std::size_t begin, std::size_t end) {
    auto node = std::make_shared<yaml::Node>();
    node->span = {begin, end};
    return node;
}

void TestIds::source_map() {
    QCOMPARE(join_path("tasks", "a.b"), std::string("tasks.a\\.b"));
    QCOMPARE(join_path("", "name"), std::string("name"));
    SourceMap map;
    map.add("tasks.a\\.b", at(10, 50), "tasks/0");
    map.add("tasks.a\\.b.image", at(20, 30));
    map.add("tasks.a\\.b.tasks.in", at(35, 45));
    map.add("tasks.c", at(60, 90));
    map.add("tasks.a\\.b", at(100, 110));  // a namesake does not hide the first
    QCOMPARE(map.find("tasks.a\\.b")->tree_path, std::string("tasks/0"));
    QVERIFY(!map.find("tasks.a.b"));
    QCOMPARE(map.nearest("tasks.a\\.b.env.HOME")->path, std::string("tasks.a\\.b"));
    QVERIFY(!map.nearest("handlers.x"));
    QCOMPARE(map.task_at(25), std::string("tasks.a\\.b"));
    QCOMPARE(map.task_at(40), std::string("tasks.a\\.b.tasks.in"));
    QCOMPARE(map.task_at(95), std::string());
    QCOMPARE(map.below("tasks.a\\.b").size(), std::size_t(2));
}

QTEST_GUILESS_MAIN(TestIds)
#include "tst_ids.moc"
