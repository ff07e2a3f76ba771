// Every effective value says where it comes from.
#include <QtTest>

#include "tests/core/model/build.h"

using namespace weft;
using namespace weft::build;

class TestEnvironment : public QObject {
    Q_OBJECT
  private slots:
    void origin_data();
    void origin();
    void env_vars_merge_by_name();
    void fields_have_a_fixed_order();
    void sentence_data();
    void sentence();
};

void TestEnvironment::origin_data() {
    QTest::addColumn<QStringList>("set");     // layers that name an image
    QTest::addColumn<int>("origin");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* title, QStringList set, Origin origin, const char* value, const char* name) { QTest::newRow(title) << set << int(origin) << value << name; };
    row("nothing", {}, Origin::nothing, "", "");
    row("flow", {"flow"}, Origin::flow, "flow", "sample");
    row("group beats flow", {"flow", "group"}, Origin::group, "group", "outer");
    row("the group's definition", {"flow", "group-definition"}, Origin::group, "group-definition", "outer");
    row("definition beats group", {"flow", "group", "definition"}, Origin::definition, "definition", "say");
    row("task beats all", {"flow", "group", "definition", "task"}, Origin::task, "task", "t");
    row("own definition is the task", {"own"}, Origin::task, "own", "t");
    row("the use beats the own definition", {"own", "task"}, Origin::task, "task", "t");
}

void TestEnvironment::origin() {
    QFETCH(QStringList, set);
    QFETCH(int, origin);
    QFETCH(QString, value);
    QFETCH(QString, name);
    const auto image = [&](const char* layer) { return set.contains(layer) ? std::optional<std::string>(layer) : std::nullopt; };
    Flow f = flow({});
    f.environment.image = image("flow");
    Definition say = shell("true");
    say.name = "say";
    say.environment.image = image("definition");
    f.definitions.push_back(std::make_shared<const Definition>(say));
    Task t = use("t", "say");
    if (set.contains("own")) {
        Definition own = shell("true");
        own.environment.image = image("own");
        t = task("t", {}, own);
    }
    t.environment.image = image("task");
    Definition inside = group({});
    inside.environment.image = image("group-definition");
    Task outer = task("outer", {}, inside);
    outer.environment.image = image("group");

    const EffectiveEnvironment effective = effective_environment(f, t, {&outer});
    const Effective* found = effective.find("image");
    QVERIFY(found);
    QCOMPARE(int(found->origin), origin);
    QCOMPARE(QString::fromStdString(found->value), value);
    QCOMPARE(QString::fromStdString(found->origin_name), name);
    QCOMPARE(QString::fromStdString(effective.merged.image.value_or("")), value);
}

void TestEnvironment::env_vars_merge_by_name() {
    Flow f = flow({});
    f.environment.env = {{"LANG", literal("C")}, {"HOME", literal("/flow")}};
    Task t = task("t");
    t.environment.env = {{"HOME", {Source::param, {}, {}, "home"}}, {"NEW", literal("1")}};
    const EffectiveEnvironment effective = effective_environment(f, t);
    QCOMPARE(effective.merged.env.size(), std::size_t(3));
    QCOMPARE(effective.find("env.LANG")->origin, Origin::flow);
    QCOMPARE(effective.find("env.HOME")->origin, Origin::task);
    QCOMPARE(effective.find("env.HOME")->value, std::string("{param: home}"));
    QVERIFY(!effective.find("env.NOPE"));
}

void TestEnvironment::fields_have_a_fixed_order() {
    Flow f = flow({});
    f.environment.env = {{"A", literal("1")}};
    f.environment.node_selector = {{"disk", literal("ssd")}};
    f.environment.cpu = Scalar{"500m"};
    QStringList names;
    for (const Effective& e : effective_environment(f, task("t")).fields) names << QString::fromStdString(e.field);
    QCOMPARE(names, (QStringList{"image", "pull_policy", "cpu", "memory", "disk", "gpu", "shared_memory", "service_account", "env.A", "node_selector.disk"}));
}

void TestEnvironment::sentence_data() {
    QTest::addColumn<int>("origin");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("nothing") << int(Origin::nothing) << "no image: nothing sets one";
    QTest::newRow("flow") << int(Origin::flow) << "python:3.12, from the flow's environment";
    QTest::newRow("group") << int(Origin::group) << "python:3.12, from the group who";
    QTest::newRow("definition") << int(Origin::definition) << "python:3.12, from the definition who";
    QTest::newRow("task") << int(Origin::task) << "python:3.12, set by the task itself";
    QTest::newRow("engine") << int(Origin::engine) << "python:3.12, the engine's default";
}

void TestEnvironment::sentence() {
    QFETCH(int, origin);
    QFETCH(QString, sentence);
    QCOMPARE(QString::fromStdString(english(origin_sentence({"image", "python:3.12", Origin(origin), "who"}))), sentence);
}

QTEST_GUILESS_MAIN(TestEnvironment)
#include "tst_environment.moc"
