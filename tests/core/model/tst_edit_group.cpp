// Groups out of a selection and back: order, values and names stay what they were.
#include <QtTest>

#include <random>
#include <set>

#include "core/model/edit_group.h"
#include "core/targets/document.h"
#include "tests/core/model/build.h"

using namespace weft;
using namespace weft::build;

namespace {

QString why(const Result<Flow>& result) { return result ? QString() : QString::fromStdString(english(result.error().message)); }

Definition writes(std::initializer_list<std::string> outputs) {
    Definition definition = shell("true");
    for (const std::string& name : outputs) {
        Output output;
        output.name = name;
        definition.outputs.push_back(output);
    }
    return definition;
}

// fetch -> clean -> train -> report; clean and train read values, report reads train's.
Flow line() {
    Task fetch = task("fetch", {}, writes({"path"}));
    fetch.params = {{"URL", {Source::param, {}, {}, "url"}}};
    Task clean = task("clean", {"fetch"}, writes({"rows"}));
    clean.params = {{"PATH", output("fetch", "path")}, {"URL", {Source::param, {}, {}, "url"}}};
    Task train = task("train", {"clean"}, writes({"model"}));
    train.params = {{"ROWS", output("clean", "rows")}, {"NOTE", text("rows of {{tasks.fetch.outputs.path}} with {{params.url}}")}};
    Task report = task("report", {"train"});
    report.params = {{"MODEL", output("train", "model")}};
    Task tell = task("tell");
    tell.params = {{"MODEL", text("made {{tasks.train.outputs.model}}")}};
    Flow made = flow({fetch, clean, train, report}, {tell});
    made.parameters = {{"url", literal("http")}};
    return made;
}

std::set<std::pair<std::string, std::string>> reach(const Flow& flow) {
    const BodyGraph graph = graph_of(flow, flow.main);
    std::set<std::pair<std::string, std::string>> pairs;
    for (std::size_t a = 0; a < graph.tasks.size(); ++a)
        for (std::size_t b = 0; b < graph.tasks.size(); ++b)
            if (a != b && graph.is_upstream(int(a), int(b))) pairs.emplace(graph.tasks[a]->name, graph.tasks[b]->name);
    return pairs;
}

}  // namespace

class TestEditGroup : public QObject {
    Q_OBJECT
  private slots:
    void values_cross_by_params_and_outputs() {
        const Flow before = line();
        TaskId made = 0;
        const Result<Flow> after = edit::group_tasks(before, {id(before, "clean"), id(before, "train")}, "work", &made);
        QVERIFY2(after, qPrintable(why(after)));
        const Task& work = named(*after, "work");
        QCOMPARE(work.id, made);
        QCOMPARE(work.needs.size(), std::size_t(1));
        QCOMPARE(work.needs[0].task, std::string("fetch"));
        QCOMPARE(work.params.size(), std::size_t(2));                       // fetch's path once, url once
        QCOMPARE(work.params[0].value, output("fetch", "path"));
        QCOMPARE(work.params[1].name, std::string("url"));
        const Task& clean = named(*after, "work/clean");
        QVERIFY(clean.needs.empty());
        QCOMPARE(clean.params[0].value.source, Source::param);
        QCOMPARE(clean.params[0].value.name, work.params[0].name);
        const Task& train = named(*after, "work/train");
        QCOMPARE(train.needs[0].task, std::string("clean"));
        QCOMPARE(train.params[0].value, output("clean", "rows"));           // inside: as it was
        QCOMPARE(train.params[1].value.text, "rows of {{params." + work.params[0].name + "}} with {{params.url}}");
        QCOMPARE(named(*after, "report").params[0].value, output("work", "model"));
        QCOMPARE(named(*after, "report").needs[0].task, std::string("work"));
        QCOMPARE(named(*after, "tell").params[0].value.text, std::string("made {{tasks.work.outputs.model}}"));
        QCOMPARE(work.own->outputs.size(), std::size_t(1));
        QCOMPARE(work.own->outputs[0].expression, output("train", "model"));
        QCOMPARE(clean.id, id(before, "clean"));                            // the nodes are the same
    }

    void ungrouped_it_is_what_it_was() {
        const Flow before = line();
        TaskId made = 0;
        const Result<Flow> grouped = edit::group_tasks(before, {id(before, "clean"), id(before, "train")}, "work", &made);
        QVERIFY(grouped);
        std::vector<TaskId> out;
        const Result<Flow> after = edit::ungroup_task(*grouped, made, &out);
        QVERIFY2(after, qPrintable(why(after)));
        QCOMPARE(out, (std::vector<TaskId>{id(before, "clean"), id(before, "train")}));
        QVERIFY(*after == before);
    }

    void what_a_group_cannot_hold_is_refused() {
        const Flow before = line();
        QVERIFY(why(edit::group_tasks(before, {id(before, "fetch"), id(before, "train")}, "g")).contains("clean"));
        QVERIFY(!edit::group_tasks(before, {id(before, "fetch"), id(before, "tell")}, "g"));
        QVERIFY(!edit::group_tasks(before, {}, "g"));
        QVERIFY(!edit::group_tasks(before, {9999}, "g"));
        Flow status = flow({task("a"), task("b", {"a"})});
        Result<Flow> failed = edit::connect(status, id(status, "a"), id(status, "b"), on_failed);
        Task b = task("b");
        b.needs = {{"a", on_failed}};
        status = flow({task("a"), b});
        QVERIFY(why(edit::group_tasks(status, {id(status, "a")}, "g")).contains("a alone ended"));
        b.needs = {{"a"}};
        b.when = "{{tasks.a.status}} == Failed";
        status = flow({task("a"), b});
        QVERIFY(!edit::group_tasks(status, {id(status, "a")}, "g"));
    }

    void what_only_a_group_says_is_not_ungrouped_data() {
        QTest::addColumn<int>("what");
        for (int i = 0; i < 7; ++i) QTest::addRow("%d", i) << i;
    }
    void what_only_a_group_says_is_not_ungrouped() {
        QFETCH(int, what);
        Definition own = group({task("a")}, what == 0 ? std::initializer_list<Task>{task("bye")} : std::initializer_list<Task>{});
        if (what == 1) own.retry = Retry{};
        if (what == 2) own.timeout = "5m";
        Task g = task("g", {}, own);
        if (what == 3) g.loop = Loop{};
        if (what == 4) g.when = "1 == 1";
        if (what == 5) g.tolerated = true;
        if (what == 6) g.muted = true;
        const Flow before = flow({g});
        QVERIFY(!edit::ungroup_task(before, id(before, "g")));
    }

    void names_that_are_taken_are_numbered() {
        const Flow before = flow({task("a"), task("g", {"a"}, group({task("a"), task("b", {"a"})})), task("c", {"g"})});
        const Result<Flow> after = edit::ungroup_task(before, id(before, "g"));
        QVERIFY2(after, qPrintable(why(after)));
        QCOMPARE(named(*after, "a-2").needs[0].task, std::string("a"));
        QCOMPARE(named(*after, "b").needs[0].task, std::string("a-2"));
        QCOMPARE(named(*after, "c").needs[0].task, std::string("b"));
    }

    void the_environment_of_the_group_goes_along() {
        Definition own = group({task("a"), task("b")});
        own.environment.image = "alpine:3.20";
        own.environment.env = {{"LANG", literal("C")}};
        Flow before = flow({task("g", {}, own)});
        const Result<Flow> after = edit::ungroup_task(before, id(before, "g"));
        QVERIFY2(after, qPrintable(why(after)));
        for (const char* name : {"a", "b"}) {
            const EffectiveEnvironment effective = effective_environment(*after, named(*after, name));
            QCOMPARE(effective.merged.image.value_or(""), std::string("alpine:3.20"));
            QCOMPARE(effective.merged.env.size(), std::size_t(1));
        }
    }

    void a_shared_flow_is_copied() {
        Flow before = flow({use("one", "both"), use("two", "both")});
        Definition both = group({task("left"), task("right", {"left"})});
        both.name = "both";
        before.definitions = {std::make_shared<const Definition>(both)};
        before = number_tasks(std::move(before));
        const Result<Flow> after = edit::ungroup_task(before, id(before, "one"));
        QVERIFY2(after, qPrintable(why(after)));
        QVERIFY(find_definition(*after, "both"));
        QVERIFY(find_task(after->main, "left"));
        QVERIFY(find_task(after->main, "left")->id != find_definition(*after, "both")->body->tasks.front()->id);
    }

    // Random graphs: either refused for a path that leaves and comes back, or grouped, written, read again, and ungrouped to the same order of tasks.
    void random_graphs_there_and_back() {
        int grouped = 0;
        for (unsigned seed = 1; seed <= 300; ++seed) {
            std::mt19937 random(seed);
            Flow before;
            before.name = "random";
            before.format = "native";
            const int count = 3 + int(random() % 8);
            for (int i = 0; i < count; ++i) {
                Task made = task("t" + std::to_string(i), {}, writes({"x"}));
                for (int up = 0; up < i; ++up)
                    if (random() % 3 == 0) {
                        made.needs.push_back({"t" + std::to_string(up)});
                        if (random() % 2) made.params.push_back({"P" + std::to_string(up), output("t" + std::to_string(up), "x")});
                    }
                before.main.tasks.push_back(std::make_shared<const Task>(made));
            }
            before = number_tasks(std::move(before));
            std::vector<TaskId> chosen;
            for (const TaskPtr& one : before.main.tasks)
                if (random() % 2) chosen.push_back(one->id);
            if (chosen.empty()) continue;
            TaskId made = 0;
            const Result<Flow> inside = edit::group_tasks(before, chosen, "g", &made);
            if (!inside) {
                QVERIFY2(why(inside).contains("wait for itself"), qPrintable(why(inside)));
                continue;
            }
            ++grouped;
            QVERIFY(graph_of(*inside, inside->main).cycle.empty());
            const Format* native = find_format("native");
            const Result<std::string> text = native->fresh(*inside);
            QVERIFY(text);
            const Result<DocumentPtr> again = open_text(*text);
            QVERIFY(again);
            const Result<Flow> outside = edit::ungroup_task(*(*again)->flow, id(*(*again)->flow, "g"));
            QVERIFY2(outside, qPrintable(QString::number(seed) + why(outside)));
            const auto was = reach(before), is = reach(*outside);
            QVERIFY2(std::includes(is.begin(), is.end(), was.begin(), was.end()), qPrintable(QString::number(seed)));   // a group waits as a whole: it may add order, never lose it
        }
        QVERIFY(grouped > 50);
    }
};

QTEST_GUILESS_MAIN(TestEditGroup)
#include "tst_edit_group.moc"
