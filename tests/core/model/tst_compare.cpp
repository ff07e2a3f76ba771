// What differs in meaning, item by item; what does not is not said.
#include <QtTest>

#include "core/model/compare.h"
#include "core/targets/document.h"
#include "tests/core/model/build.h"

using namespace weft;
using namespace weft::build;

namespace {

Flow sample() {
    Task train = task("train", {"fetch"});
    train.environment.image = "python:3.11";
    Flow made = flow({task("fetch"), train, task("report", {"train"})}, {task("tell")});
    made.parameters = {{"who", literal("World")}};
    return made;
}

QStringList said(const Flow& before, const Flow& after) {
    QStringList out;
    for (const Difference& one : compare(before, after).differences)
        out << QStringList{word(one.kind), word(one.what), QString::fromStdString(one.path), QString::fromStdString(one.field), QString::fromStdString(one.before), QString::fromStdString(one.after)}.join('|');
    return out;
}

Flow done(const Result<Flow>& result) {
    if (!result) qFatal("%s", english(result.error().message).c_str());
    return *result;
}

}  // namespace

class tst_compare : public QObject {
    Q_OBJECT
  private slots:
    void the_same_is_the_same() {
        QCOMPARE(said(sample(), sample()), QStringList());
        Flow moved = sample();
        moved.placements = {{"fetch", {10, 20}}};
        QCOMPARE(said(sample(), moved), QStringList());
        Flow reordered = sample();
        std::swap(reordered.main.tasks[0], reordered.main.tasks[2]);
        QCOMPARE(said(sample(), reordered), QStringList());
    }
    void a_rename_is_a_rename() {
        const Flow before = sample();
        QCOMPARE(said(before, done(edit::rename_task(before, id(before, "train"), "fit"))), QStringList{"renamed|task|fit||train|fit"});
    }
    void what_only_follows_a_rename_is_no_difference() {
        Flow before = sample();
        Task report = named(before, "report");
        Value of;
        of.source = Source::output;
        of.task = "train";
        of.name = "model";
        report.params.push_back({"MODEL", of});
        report.when = "{{tasks.train.outputs.parameters.model}} == x";
        before = done(edit::change_task(before, report.id, report));
        QCOMPARE(said(before, done(edit::rename_task(before, id(before, "train"), "fit"))), QStringList{"renamed|task|fit||train|fit"});
    }
    void a_renamed_definition_is_a_rename() {
        Flow before = sample();
        Definition work;
        work.name = "work";
        work.kind = DefinitionKind::container;
        work.command = {{"true"}};
        before.definitions.push_back(std::make_shared<const Definition>(work));
        Task report = named(before, "report");
        report.own = nullptr;
        report.definition = "work";
        before = done(edit::change_task(before, report.id, report));
        QCOMPARE(said(before, done(edit::rename_definition(before, "work", "labour"))), QStringList{"renamed|definition|labour||work|labour"});
    }
    void fields_say_before_and_after() {
        Flow before = sample(), after = sample();
        Task train = named(after, "train");
        train.environment.image = "python:3.12";
        train.environment.memory = Scalar{"2Gi"};
        train.when = "1 == 1";
        after = done(edit::change_task(after, train.id, train));
        QCOMPARE(said(before, after), (QStringList{"changed|task|train|image|python:3.11|python:3.12", "changed|task|train|memory||2Gi", "changed|task|train|when||1 == 1"}));
        QCOMPARE(said(after, before).last(), QString("changed|task|train|when|1 == 1|"));
    }
    void edges_come_go_and_change() {
        const Flow before = sample();
        const Flow cut = done(edit::disconnect(before, id(before, "train"), id(before, "report")));
        const Flow tied = done(edit::connect(cut, id(cut, "fetch"), id(cut, "report")));
        QCOMPARE(said(before, tied), (QStringList{"added|edge|fetch → report|||", "removed|edge|train → report|||"}));
        Task report = named(before, "report");
        report.needs = {{"train", on_failed}};
        QCOMPARE(said(before, done(edit::change_task(before, report.id, report))), QStringList{"changed|edge|train → report|result|succeeded|failed"});
    }
    void tasks_come_and_go_with_their_edges() {
        const Flow before = sample();
        QCOMPARE(said(before, done(edit::remove_tasks(before, {id(before, "report")}))), QStringList{"removed|task|report|||"});
        QCOMPARE(said(done(edit::remove_tasks(before, {id(before, "report")})), before), QStringList{"added|task|report|||"});
    }
    void a_task_that_becomes_a_handler() {
        const Flow before = sample();
        const QStringList found = said(before, done(edit::make_handler(before, id(before, "report"), Trigger::always)));
        QVERIFY2(found.contains("changed|handler|report|role|task|exit handler"), qPrintable(found.join('\n')));
    }
    void the_flow_and_shared_definitions() {
        Flow before = sample(), after = sample();
        before.definitions = {std::make_shared<const Definition>(shell("one"))};
        Definition both = shell("one");
        both.name = "say";
        before.definitions = {std::make_shared<const Definition>(both)};
        both.command.back().text = "two";
        after.definitions = {std::make_shared<const Definition>(both)};
        after.parameters = {{"who", literal("You")}};
        QCOMPARE(said(before, after), (QStringList{"changed|flow||parameter who|World|You", "changed|definition|say|command|sh -c one|sh -c two"}));
    }
    void inside_groups_too() {
        const Flow before = flow({task("g", {}, group({task("a"), task("b", {"a"})}))});
        const Flow after = flow({task("g", {}, group({task("a"), task("b")}))});
        QCOMPARE(said(before, after), QStringList{"removed|edge|g/a → g/b|||"});
    }
    void formats_do_not_matter() {
        const Result<DocumentPtr> native = open_text("weftwork: 1\nname: x\ntasks:\n  - name: a\n    command: echo 1   # a comment\n");
        const Result<DocumentPtr> again = open_text("# another\nname: x\nweftwork: 1\ntasks: [{name: a, command: echo 1}]\n");
        QVERIFY(native && again);
        QCOMPARE(said(*(*native)->flow, *(*again)->flow), QStringList());
    }
};

QTEST_GUILESS_MAIN(tst_compare)
#include "tst_compare.moc"
