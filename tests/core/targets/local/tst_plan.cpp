// The planner alone: thousands of decisions, no process, no sleep.
#include <QElapsedTimer>
#include <QtTest>

#include "tests/core/targets/local/world.h"

using namespace weft;
using namespace weft::local;
using namespace weft::local::test;
using B = FlowBuilder;

class TestPlan : public QObject {
    Q_OBJECT

    static void is(const World& world, const char* ends) { QCOMPARE(QString::fromStdString(world.all()), QString::fromUtf8(ends)); }

  private slots:
    void chain_runs_in_order() {
        World w(B().add("a").add("b", {"a"}).add("c", {"b"}).get());
        w.run();
        QVERIFY(w.plan.finished());
        QCOMPARE(w.started, (std::vector<std::string>{"a", "b", "c"}));
        QCOMPARE(w.body_result(), std::string("succeeded"));
    }

    void failure_omits_what_needs_it_and_nothing_else() {
        World w(B().add("a").add("b", {"a"}).add("c", {"b"}).add("other").get());
        w.script["a"] = {"failed"};
        w.run();
        is(w, "a=failed b=skipped-upstream c=skipped-upstream other=succeeded");
        QCOMPARE(w.body_result(), std::string("failed"));
    }

    void omitted_names_the_first_cause() {
        World w(B().add("a").add("b", {"a"}).add("c", {"b"}).get());
        w.script["a"] = {"failed"};
        w.run();
        for (const run::Event& event : w.events)
            if (event.kind == run::EventKind::skipped) QCOMPARE(event.get("because"), std::string("a"));
    }

    void diamond_joins_once() {
        World w(B().add("a").add("b", {"a"}).add("c", {"a"}).add("d", {"b", "c"}).get());
        w.run();
        QCOMPARE(std::count(w.started.begin(), w.started.end(), "d"), 1);
        QCOMPARE(w.started.back(), std::string("d"));
    }

    void edge_on_failed() {
        Task mend = B::leaf("mend");
        mend.needs = {{"a", on_failed, false}};
        World bad(B().add("a").add(mend).get());
        bad.script["a"] = {"failed"};
        bad.run();
        is(bad, "a=failed mend=succeeded");
        QCOMPARE(bad.body_result(), std::string("failed"));
        World good(B().add("a").add(mend).get());
        good.run();
        is(good, "a=succeeded mend=skipped-condition");
        QCOMPARE(good.body_result(), std::string("succeeded"));
    }

    void edge_that_recovers() {
        Task mend = B::leaf("mend");
        mend.needs = {{"a", on_failed | on_errored, true}};
        World w(B().add("a").add(mend).get());
        w.script["a"] = {"failed"};
        w.run();
        QCOMPARE(w.body_result(), std::string("succeeded"));
        World not_mended(B().add("a").add(mend).get());
        not_mended.script["a"] = {"failed"};
        not_mended.script["mend"] = {"failed"};
        not_mended.run();
        QCOMPARE(not_mended.body_result(), std::string("failed"));
    }

    void tolerated_failure_lets_the_next_run() {
        World w(B().add(B::with(B::leaf("a"), [](Task& t, Definition&) { t.tolerated = true; })).add("b", {"a"}).get());
        w.script["a"] = {"failed"};
        w.run();
        is(w, "a=failed b=succeeded");
        QCOMPARE(w.body_result(), std::string("succeeded"));
    }

    void depends_expression() {
        Task exit = B::leaf("exit");
        exit.depends = "work.Succeeded || work.Failed || work.Errored";
        World w(B().add("work").add(exit).get());
        w.script["work"] = {"failed"};
        w.run();
        is(w, "exit=succeeded work=failed");
        QCOMPARE(w.body_result(), std::string("failed"));        // an edge never tolerates
    }

    void cycle_ends_with_an_error_and_never_hangs() {
        World w(B().add("a", {"c"}).add("b", {"a"}).add("c", {"b"}).add("free").add("after", {"b"}).get());
        w.run();
        QVERIFY(w.plan.finished());
        QCOMPARE(w.ends()["free"], std::string("succeeded"));
        QCOMPARE(w.ends()["a"], std::string("errored"));
        QCOMPARE(w.body_result(), std::string("failed"));
    }

    void undefined_need_is_an_error() {
        World w(B().add("a", {"ghost"}).get());
        w.run();
        is(w, "a=errored");
    }

    void retries_with_backoff() {
        World w(B().add(B::with(B::leaf("a"), [](Task& t, Definition&) { t.retry = Retry{Scalar{"3", true}, "10s", 2.0, "25s", "", ""}; })).get());
        w.script["a"] = {"failed", "failed", "failed", ""};
        w.run();
        is(w, "a=succeeded");
        QCOMPARE(w.started.size(), std::size_t(4));
        QCOMPARE(w.started_ms[1] - w.started_ms[0], 10'000);
        QCOMPARE(w.started_ms[2] - w.started_ms[1], 20'000);
        QCOMPARE(w.started_ms[3] - w.started_ms[2], 25'000);     // capped
    }

    void retries_run_out() {
        World w(B().add(B::with(B::leaf("a"), [](Task& t, Definition&) { t.retry = Retry{Scalar{"2", true}, "", {}, "", "", ""}; })).get());
        w.script["a"] = {"failed"};
        w.run();
        QCOMPARE(w.started.size(), std::size_t(3));
        QCOMPARE(w.body_result(), std::string("failed"));
    }

    void retry_policy_data() {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QString>("how");
        QTest::addColumn<int>("tries");
        QTest::newRow("default on a failure") << "" << "failed" << 2;
        QTest::newRow("default on an error") << "" << "errored" << 1;
        QTest::newRow("always on an error") << "Always" << "errored" << 2;
        QTest::newRow("on error, failure") << "OnError" << "failed" << 1;
        QTest::newRow("on-failure, failure") << "on-failure" << "failed" << 2;
    }
    void retry_policy() {
        QFETCH(QString, policy);
        QFETCH(QString, how);
        QFETCH(int, tries);
        World w(B().add(B::with(B::leaf("a"), [&](Task& t, Definition&) { t.retry = Retry{Scalar{"1", true}, "", {}, "", policy.toStdString(), ""}; })).get());
        w.script["a"] = {how.toStdString()};
        w.run();
        QCOMPARE(int(w.started.size()), tries);
    }

    void huge_backoff_does_not_overflow() {
        World w(B().add(B::with(B::leaf("a"), [](Task& t, Definition&) { t.retry = Retry{Scalar{"4", true}, "1e9s", 1e9, "", "", ""}; })).get());
        w.script["a"] = {"failed"};
        w.begin();
        const auto due = w.plan.next_due();
        QVERIFY(!due || *due >= w.clock.now_ms());
    }

    void timeout_of_a_task() {
        World w(B().add(B::with(B::leaf("slow"), [](Task& t, Definition&) { t.timeout = "2s"; })).add("next", {"slow"}).get());
        w.script["slow"] = {"hang"};
        w.run();
        is(w, "next=skipped-upstream slow=timed-out");
        QCOMPARE(w.terminated, std::vector<std::string>{"slow"});
        QCOMPARE(w.body_result(), std::string("failed"));
    }

    void timeout_of_the_flow_runs_handlers() {
        B b;
        b.add("slow").add("next", {"slow"}).handler(B::leaf("bye"), Trigger::on_failure);
        b.flow.timeout = "5s";
        World w(b.get());
        w.script["slow"] = {"hang"};
        w.run();
        is(w, "bye=succeeded next=skipped-cancelled slow=timed-out");
        QCOMPARE(w.body_result(), std::string("timed-out"));
    }

    void timeout_of_a_group() {
        Task g = B::with(B::group("g", body_of({B::leaf("x"), B::leaf("y", {"x"})}, {{B::leaf("clean"), Trigger::always}})), [](Task& t, Definition&) { t.timeout = "3s"; });
        World w(B().add(g).add("next", {"g"}).get());
        w.script["g/x"] = {"hang"};
        w.run();
        is(w, "g=timed-out g/clean=succeeded g/x=timed-out g/y=skipped-cancelled next=skipped-upstream");
    }

    void exit_before_the_deadline_wins() {
        World w(B().add(B::with(B::leaf("a"), [](Task& t, Definition&) { t.timeout = "2s"; })).add("b", {"a"}).get());
        w.script["b"] = {"hang"};
        w.begin();
        w.clock.advance(5000);
        w.plan.tick();
        w.take();
        QCOMPARE(w.ends()["a"], std::string("succeeded"));
        QVERIFY(w.terminated.empty());
    }

    void wall_clock_jump_ends_nothing_early() {
        World w(B().add(B::with(B::leaf("a"), [](Task& t, Definition&) { t.timeout = "2s"; })).get());
        w.script["a"] = {"hang"};
        w.begin();
        w.clock.jump_wall(10LL * 365 * 86400 * 1000);
        w.plan.tick();
        w.take();
        QVERIFY(w.terminated.empty());
    }

    void condition() {
        const auto when = [](const char* text) { return B::with(B::leaf("b", {"a"}), [&](Task& t, Definition&) { t.when = text; }); };
        for (const auto& [text, end] : std::vector<std::pair<const char*, const char*>>{
                 {"{{tasks.a.outputs.coin}} == heads", "succeeded"}, {"{{tasks.a.outputs.parameters.coin}} == tails", "skipped-condition"},
                 {"{{tasks.a.status}} == Succeeded", "succeeded"}, {"{{tasks.a.outputs.ghost}} == x", "errored"}}) {
            World w(B().add("a").add(when(text)).get());
            w.outputs["a"] = {{"coin", "heads"}};
            w.run();
            QCOMPARE(QString::fromStdString(w.ends()["b"]), QString(end));
        }
    }

    void loop_over_items_joins_outputs() {
        Task fan = B::with(B::leaf("fan"), [](Task& t, Definition& d) {
            t.loop = Loop{Loop::Over::items, {"x", "y", "z"}, {}, {}, {}, {}, {}};
            t.params = {{"v", {Source::item, {}, {}, {}, false}}};
            d.args = {word("{{item}}")};
        });
        Task sum = B::with(B::leaf("sum", {"fan"}), [](Task& t, Definition&) { t.params = {{"all", {Source::output, {}, "fan", "o", false}}}; });
        World w(B().add(fan).add(sum).get());
        w.outputs = {{"fan[0]", {{"o", "1"}}}, {"fan[1]", {{"o", "2"}}}, {"fan[2]", {{"o", "a b"}}}};
        w.run();
        is(w, "fan=succeeded fan[0]=succeeded fan[1]=succeeded fan[2]=succeeded sum=succeeded");
        QCOMPARE(w.launches["fan[1]"]->argv, (std::vector<std::string>{"true", "y"}));
        QCOMPARE(w.launches["sum"]->env, (std::vector<std::pair<std::string, std::string>>{{"all", R"(["1","2","a b"])"}}));
    }

    void loop_failures_and_empty_lists() {
        const auto fan = [](std::vector<std::string> items) { return B::with(B::leaf("fan"), [&](Task& t, Definition&) { t.loop = Loop{Loop::Over::items, items, {}, {}, {}, {}, {}}; }); };
        World w(B().add(fan({"x", "y"})).add("next", {"fan"}).get());
        w.script["fan[1]"] = {"failed"};
        w.run();
        is(w, "fan=failed fan[0]=succeeded fan[1]=failed next=skipped-upstream");
        World none(B().add(fan({})).add("next", {"fan"}).get());
        none.run();
        is(none, "fan=skipped-condition next=succeeded");
    }

    void loop_over_a_json_list_and_a_sequence() {
        B b;
        b.flow.parameters = {{"list", Value{Source::literal, R"([{"os":"a","n":1},{"os":"b","n":2}])", {}, {}, false}, {}, {}}};
        b.add(B::with(B::leaf("fan"), [](Task& t, Definition& d) {
            t.loop = Loop{Loop::Over::param, {}, "{{workflow.parameters.list}}", {}, {}, {}, {}};
            d.args = {word("{{item.os}}-{{item.n}}")};
        }));
        b.add(B::with(B::leaf("seq"), [](Task& t, Definition& d) {
            t.loop = Loop{Loop::Over::sequence, {}, {}, {"3", true}, {"8", true}, {}, "host%02d"};
            d.args = {word("{{item}}")};
        }));
        World w(b.get());
        w.run();
        QCOMPARE(w.launches["fan[1]"]->argv.back(), std::string("b-2"));
        QCOMPARE(w.launches["seq[2]"]->argv.back(), std::string("host10"));
    }

    void nested_flow_with_its_own_handlers() {
        World w(B().add(B::group("g", body_of({B::leaf("x"), B::leaf("y", {"x"})}, {{B::leaf("clean"), Trigger::always}}))).add("after", {"g"}).get());
        w.run();
        QCOMPARE(w.started, (std::vector<std::string>{"g/x", "g/y", "g/clean", "after"}));
        World bad(B().add(B::group("g", body_of({B::leaf("x")}, {{B::leaf("clean"), Trigger::on_failure}}))).add("after", {"g"}).get());
        bad.script["g/x"] = {"failed"};
        bad.run();
        is(bad, "after=skipped-upstream g=failed g/clean=succeeded g/x=failed");
    }

    void recursion_ends() {
        B b;
        Definition again;
        again.name = "again";
        again.kind = DefinitionKind::flow;
        Task self = B::leaf("self");
        self.definition = "again";
        self.own = nullptr;
        again.body = std::make_shared<const Body>(body_of({self}));
        b.flow.definitions = {std::make_shared<const Definition>(again)};
        b.add(self);
        World w(b.get());
        w.run();
        QVERIFY(w.plan.finished());
        QCOMPARE(w.body_result(), std::string("failed"));
    }

    void handlers_by_trigger_data() {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("ends");
        QTest::newRow("ok") << "" << "a=succeeded always=succeeded bad=skipped-trigger good=succeeded";
        QTest::newRow("failed") << "failed" << "a=failed always=succeeded bad=succeeded good=skipped-trigger";
        QTest::newRow("errored") << "errored" << "a=errored always=succeeded bad=succeeded good=skipped-trigger";
    }
    void handlers_by_trigger() {
        QFETCH(QString, body);
        QFETCH(QString, ends);
        World w(B().add("a").handler(B::leaf("always")).handler(B::leaf("good"), Trigger::on_success).handler(B::leaf("bad"), Trigger::on_failure).get());
        if (!body.isEmpty()) w.script["a"] = {body.toStdString()};
        w.run();
        is(w, ends.toUtf8().constData());
    }

    void handler_sees_the_status() {
        Task bye = B::with(B::leaf("bye"), [](Task& t, Definition& d) {
            d.args = {word("{{workflow.status}}")};
            t.environment.env = {{"S", {Source::status, {}, {}, {}, false}}};
        });
        World w(B().add("a").handler(bye).get());
        w.script["a"] = {"failed"};
        w.run();
        QCOMPARE(w.launches["bye"]->argv.back(), std::string("Failed"));
        QCOMPARE(w.launches["bye"]->env.back().second, std::string("Failed"));
    }

    void handlers_run_for_an_empty_flow_and_when_everything_was_skipped() {
        World empty(B().handler(B::leaf("bye")).get());
        empty.run();
        is(empty, "bye=succeeded");
        World skipped(B().add(B::with(B::leaf("a"), [](Task& t, Definition&) { t.when = "1 == 2"; })).handler(B::leaf("bye")).get());
        skipped.run();
        is(skipped, "a=skipped-condition bye=succeeded");
    }

    void hooks_of_a_task() {
        Task a = B::leaf("a");
        a.handlers = {{std::make_shared<const Task>(B::leaf("hook")), Trigger::on_failure, true, {}}, {std::make_shared<const Task>(B::leaf("named")), Trigger::always, true, "steps.a.status == \"Failed\""}};
        World w(B().add(a).add("b", {"a"}).get());
        w.script["a"] = {"failed"};
        w.run();
        is(w, "a=failed a/hook=succeeded a/named=succeeded b=skipped-upstream");
        World good(B().add(a).add("b", {"a"}).get());
        good.run();
        is(good, "a=succeeded a/hook=skipped-trigger a/named=skipped-trigger b=succeeded");
    }

    void stop_runs_cleanup_and_kill_does_not() {
        const auto flow = B().add("a").add("b", {"a"}).handler(B::leaf("always")).handler(B::leaf("good"), Trigger::on_success).handler(B::leaf("bad"), Trigger::on_failure).get();
        World w(flow);
        w.script["a"] = {"hang"};
        w.begin();
        w.plan.stop();
        w.take();
        is(w, "a=cancelled always=succeeded b=skipped-cancelled bad=succeeded good=skipped-trigger");
        QCOMPARE(w.body_result(), std::string("cancelled"));
        World k(flow);
        k.script["a"] = {"hang"};
        k.begin();
        k.plan.kill();
        k.take();
        is(k, "a=cancelled always=skipped-cancelled b=skipped-cancelled bad=skipped-cancelled good=skipped-cancelled");
        QVERIFY(k.plan.finished());
    }

    void stop_while_a_handler_runs_lets_it_end_and_kill_ends_it() {
        World w(B().add("a").handler(B::leaf("bye")).get());
        w.script["bye"] = {"hang"};
        w.begin();
        w.plan.stop();
        w.take();
        QVERIFY(w.terminated.empty());
        w.plan.kill();
        w.take();
        QCOMPARE(w.terminated, std::vector<std::string>{"bye"});
        QVERIFY(w.plan.finished());
    }

    void handler_has_a_timeout_of_its_own() {
        World w(B().add("a").handler(B::leaf("bye")).get());
        w.script["bye"] = {"hang"};
        w.run();
        is(w, "a=succeeded bye=timed-out");
        QCOMPARE(w.clock.now_ms(), 1000 + 5 * 60 * 1000);
    }

    void stop_at_every_point_ends_consistently() {
        const auto flow = B().add("a").add("b", {"a"}).add("c", {"a"}).add(B::group("g", body_of({B::leaf("x"), B::leaf("y", {"x"})}), {"b"}))
                              .add("d", {"c", "g"}).handler(B::leaf("bye")).get();
        for (int point = 0; point < 20; ++point) {
            for (const bool hard : {false, true}) {
                World w(flow);
                w.held = true;
                w.begin();
                for (int i = 0; i < point && !w.waiting.empty(); ++i) {
                    const auto [path, how] = w.waiting.front();
                    w.waiting.erase(w.waiting.begin());
                    w.end(path, how);
                    w.take();
                }
                hard ? w.plan.kill() : w.plan.stop();
                w.take();
                w.release();
                QVERIFY2(w.plan.finished(), qPrintable(QString::number(point)));
                for (const char* path : {"a", "b", "c", "d", "g", "bye"}) QVERIFY2(w.ends().count(path), path);
            }
        }
    }

    void parallelism_of_the_flow_and_of_a_group() {
        B b;
        for (int i = 0; i < 20; ++i) b.add("t" + std::to_string(i));
        b.flow.parallelism = 3;
        World w(b.get());
        w.held = true;
        w.begin();
        QCOMPARE(w.running.size(), std::size_t(3));
        w.release();
        QCOMPARE(w.most_running, 3);
        QVERIFY(w.plan.finished());
        std::vector<Task> tasks;
        for (int i = 0; i < 9; ++i) tasks.push_back(B::leaf("t" + std::to_string(i)));
        World g(B().add(B::with(B::group("g", body_of(tasks)), [](Task&, Definition& d) { d.parallelism = 2; })).get());
        g.held = true;
        g.begin();
        g.release();
        QCOMPARE(g.most_running, 2);
        QVERIFY(g.plan.finished());
    }

    void missing_parameter_is_an_error_that_names_it() {
        World w(B().add(B::with(B::leaf("a"), [](Task&, Definition& d) { d.inputs = {{"epochs", std::nullopt, {}, {}}}; })).get());
        w.run();
        is(w, "a=errored");
        bool named = false;
        for (const run::Event& event : w.events) named = named || event.get("reason").find("epochs") != std::string::npos;
        QVERIFY(named);
    }

    void output_of_a_skipped_task_falls_back_to_the_reader_s_default() {
        Task a = B::with(B::leaf("a"), [](Task& t, Definition&) { t.when = "1 == 2"; });
        Task b = B::with(B::leaf("b", {"a"}), [](Task& t, Definition& d) {
            d.inputs = {{"p", Value{Source::literal, "fallback", {}, {}, false}, {}, {}}};
            t.params = {{"p", {Source::output, {}, "a", "o", false}}};
        });
        World w(B().add(a).add(b).get());
        w.run();
        QCOMPARE(w.launches["b"]->env.front().second, std::string("fallback"));
    }

    void an_expression_is_refused_by_name() {
        World w(B().add(B::with(B::leaf("a"), [](Task&, Definition& d) { d.args = {word("{{=1+1}}")}; })).get());
        w.run();
        is(w, "a=errored");
    }

    void retried_group_counts_attempts_on() {
        Task g = B::with(B::group("g", body_of({B::leaf("x")})), [](Task& t, Definition&) { t.retry = Retry{Scalar{"1", true}, "", {}, "", "", ""}; });
        World w(B().add(g).get());
        w.script["g/x"] = {"failed", ""};
        w.run();
        is(w, "g=succeeded g/x=succeeded");
        std::set<int> attempts;
        for (const run::Event& event : w.events)
            if (event.path == "g/x" && event.kind == run::EventKind::ended) attempts.insert(event.attempt);
        QCOMPARE(attempts, (std::set<int>{1, 2}));
    }

    void kept_success_is_not_run_again() {
        const auto flow = B().add("a").add(B::with(B::leaf("b", {"a"}), [](Task& t, Definition&) { t.params = {{"p", {Source::output, {}, "a", "o", false}}}; })).handler(B::leaf("bye")).get();
        World w(flow, [] { RunFacts f; f.epoch = 2; return f; }());
        w.plan.keep("a", {Ended::succeeded, 0, {}, {{"o", "kept"}}, {}});
        w.plan.last_attempt("b", 3);
        w.run();
        QCOMPARE(w.started, (std::vector<std::string>{"b", "bye"}));
        QCOMPARE(w.launches["b"]->env.front().second, std::string("kept"));
        bool fourth = false;
        for (const run::Event& event : w.events) fourth = fourth || (event.path == "b" && event.attempt == 4);
        QVERIFY(fourth);
    }

    void large_flows_in_no_time() {
        B wide;
        wide.add("source");
        for (int i = 0; i < 10'000; ++i) wide.add("t" + std::to_string(i), {"source"});
        B chain;
        chain.add("t0");
        for (int i = 1; i < 10'000; ++i) chain.add("t" + std::to_string(i), {"t" + std::to_string(i - 1)});
        QElapsedTimer timer;
        timer.start();
        World w(wide.get());
        w.run();
        QVERIFY(w.plan.finished());
        World c(chain.get());
        c.script["t0"] = {"failed"};
        c.run();
        QVERIFY(c.plan.finished());
        QCOMPARE(c.ends()["t9999"], std::string("skipped-upstream"));
        qInfo() << "20,000 tasks planned in" << timer.elapsed() << "ms";
    }
};

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
