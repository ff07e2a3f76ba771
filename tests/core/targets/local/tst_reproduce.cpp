// What cannot be reproduced is listed by name before anything starts; what can be is not listed.
#include <QtTest>

#include "core/targets/local/reproduce.h"
#include "core/targets/local/sandbox.h"
#include "tests/core/targets/local/world.h"

using namespace weft;
using namespace weft::local;
using B = weft::local::test::FlowBuilder;

class TestReproduce : public QObject {
    Q_OBJECT

    static QStringList listed(const Task& task, bool sandbox = true) {
        QStringList lines;
        for (const NotReproduced& one : not_reproduced(*B().add(task).get(), sandbox)) lines << (one.blocks ? "! " : "") + QString::fromStdString(describe(one));
        return lines;
    }
    static Task with(const std::function<void(Task&, Definition&)>& change) { return B::with(B::leaf("t"), change); }

  private slots:
    void nothing_to_say_about_a_plain_task() { QCOMPARE(listed(B::leaf("t")), QStringList()); }
    void images() {
        QCOMPARE(listed(with([](Task& t, Definition&) { t.environment.image = "alpine"; })), QStringList{"images not used"});
    }
    void kinds_that_are_not_run() {
        for (const auto kind : {DefinitionKind::http, DefinitionKind::resource, DefinitionKind::reference, DefinitionKind::other})
            QVERIFY(listed(with([&](Task&, Definition& d) { d.kind = kind; d.detail = "what"; })).join("").startsWith("! t: "));
    }
    void secrets_and_expressions() {
        QVERIFY(listed(with([](Task& t, Definition&) { t.environment.env = {{"P", {Source::secret, {}, "db", "password", false}}}; })).contains("! t: the secret \"db.password\" is not available"));
        QVERIFY(listed(with([](Task&, Definition& d) { d.args = {{"{{=1+1}}", false}}; })).join("").startsWith("! t: the expression"));
        QCOMPARE(listed(with([](Task&, Definition& d) { d.args = {{"{{item}} {{.Names}}", false}}; })), QStringList());
    }
    void what_a_task_needs_blocks_it_and_what_only_helps_does_not() {
        QCOMPARE(listed(with([](Task&, Definition& d) { d.unsupported = {"volume claim work", "synchronization"}; })), (QStringList{"! t: volume claim work", "t: synchronization"}));
        test::World w(B().add(with([](Task&, Definition& d) { d.unsupported = {"secret volume s"}; })).get());
        w.run();
        QCOMPARE(w.all(), std::string("t=errored"));
        test::World runs(B().add(with([](Task&, Definition& d) { d.unsupported = {"memoize"}; })).get());
        runs.run();
        QCOMPARE(runs.all(), std::string("t=succeeded"));
    }
    void paths_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("sandbox");
        QTest::addColumn<bool>("ok");
        QTest::newRow("relative") << "out/x" << false << true;
        QTest::newRow("/tmp") << "/tmp/x" << true << true;
        QTest::newRow("/tmp without bubblewrap") << "/tmp/x" << false << false;
        QTest::newRow("new folder under /") << "/weft-no-such/a/x" << true << true;
        QTest::newRow("system") << "/usr/share/x" << true << false;
        QTest::newRow("directly under /") << "/x" << true << false;
        QTest::newRow("upwards") << "/tmp/../etc/x" << true << false;
        QTest::newRow("double slash") << "//tmp//x" << true << true;
    }
    void paths() {
        QFETCH(QString, path);
        QFETCH(bool, sandbox);
        QFETCH(bool, ok);
        const Task task = with([&](Task&, Definition& d) { d.outputs = {{"o", OutputFrom::file, path.toStdString(), {}, std::nullopt, false, false}}; });
        QCOMPARE(listed(task, sandbox).isEmpty(), ok);
    }
    void outer_private_folder_comes_first() {
        const auto plan = plan_sandbox({"/tmp/x", "/weft-a/b/c", "/weft-a/d"}, "/r");
        QVERIFY(plan && plan->own_top);
        QCOMPARE(plan->binds.size(), std::size_t(2));
        QCOMPARE(plan->binds[0].to, std::string("/tmp"));
        QCOMPARE(plan->binds[1].from, std::string("/r/weft-a"));
    }
};

QTEST_GUILESS_MAIN(TestReproduce)
#include "tst_reproduce.moc"
