// The simulator tells what a truthful engine would tell, and the invariants of reduce and verdict hold for a thousand random flows.
#include <algorithm>
#include <random>

#include <QTest>

#include "core/run/judge.h"
#include "core/run/simulate.h"
#include "tests/core/run/script.h"

using namespace weft;
using run::Event;
using run::EventKind;
using run::Outcome;
using run::Scenario;
using run::Stage;

namespace {

struct Sample { Flow flow; Scenario scenario; };

// Small random flows with all that matters: edges of every kind, tolerance, groups, handlers, hooks, loops.
class Maker {
  public:
    explicit Maker(unsigned seed) : random_(seed) {}

    Sample make() {
        Sample sample;
        sample.flow.name = "random";
        sample.flow.main = body({}, 2, &sample.scenario);
        sample.flow = number_tasks(sample.flow);
        if (!paths_.empty() && chance(15)) {
            sample.scenario.cut_at = paths_[below(paths_.size())];
            sample.scenario.kill = chance(50);
        }
        return sample;
    }

  private:
    bool chance(unsigned percent) { return random_() % 100 < percent; }
    std::size_t below(std::size_t n) { return random_() % n; }

    Need need(const std::string& on) {
        const unsigned kind = random_() % 10;
        if (kind == 0) return {on, on_failed, chance(60)};
        if (kind == 1) return {on, results_completed};
        if (kind == 2) return {on, on_succeeded};
        return {on};
    }

    TaskPtr task(const std::string& prefix, const std::string& name, std::vector<Need> needs, int depth, Scenario* scenario) {
        Task made;
        made.name = name;
        made.needs = std::move(needs);
        made.tolerated = made.tolerated_error = chance(15);
        made.muted = chance(3);
        const std::string path = prefix + name;
        Definition own;
        own.kind = DefinitionKind::container;
        if (depth > 0 && chance(20)) {
            own.kind = DefinitionKind::flow;
            own.body = std::make_shared<const Body>(body(path + "/", depth - 1, scenario));
        } else {
            paths_.push_back(path);
            if (chance(25)) scenario->ends[path] = ends();
        }
        if (chance(8)) made.loop = Loop{Loop::Over::items, {"a", "b", "c"}};
        if (chance(10)) made.handlers.push_back(handler(path + "/", "hook", 0, scenario));
        made.own = std::make_shared<const Definition>(own);
        return std::make_shared<const Task>(made);
    }

    Stage ends() {
        constexpr Stage all[]{Stage::failed, Stage::failed, Stage::errored, Stage::timed_out, Stage::skipped};
        return all[below(5)];
    }

    Handler handler(const std::string& prefix, const std::string& name, int depth, Scenario* scenario) {
        Handler made{task(prefix, name, {}, depth, scenario)};
        made.trigger = Trigger(below(3));
        made.warn_only = chance(20);
        return made;
    }

    Body body(const std::string& prefix, int depth, Scenario* scenario) {
        Body made;
        const std::size_t count = below(6) + (prefix.empty() ? 0 : 1);
        for (std::size_t i = 0; i < count; ++i) {
            std::vector<Need> needs;
            for (std::size_t up = 0; up < i; ++up)
                if (chance(35)) needs.push_back(need("t" + std::to_string(up)));
            made.tasks.push_back(task(prefix, "t" + std::to_string(i), needs, depth, scenario));
        }
        for (std::size_t i = below(3); i-- > 0;) made.handlers.push_back(handler(prefix, "h" + std::to_string(i), depth, scenario));
        return made;
    }

    std::mt19937 random_;
    std::vector<std::string> paths_;
};

TaskPtr without_handlers(const TaskPtr& task);
Body without_handlers(const Body& body) {
    Body out;
    for (const TaskPtr& task : body.tasks) out.tasks.push_back(without_handlers(task));
    return out;
}
TaskPtr without_handlers(const TaskPtr& task) {
    Task out = *task;
    out.handlers.clear();
    if (out.own && out.own->body) {
        Definition own = *out.own;
        own.body = std::make_shared<const Body>(without_handlers(*own.body));
        out.own = std::make_shared<const Definition>(own);
    }
    return std::make_shared<const Task>(out);
}

int weight(Outcome outcome) { return outcome == Outcome::failed ? 3 : outcome == Outcome::cancelled ? 2 : outcome == Outcome::succeeded ? 0 : 1; }

// Short enough for Qt Test's message: how each part ended, in order.
std::string told(const std::vector<Event>& events) {
    std::string out;
    for (const Event& event : events) {
        if (event.kind == EventKind::skipped) out += event.path + " skipped " + event.get("reason") + "; ";
        if (event.kind == EventKind::ended) out += event.path + " " + event.get("result") + "; ";
        if (event.kind == EventKind::body_ended) out += "BODY " + event.get("result") + "; ";
        if (event.kind == EventKind::cancel_asked) out += "CANCEL " + event.get("how") + "; ";
        if (event.kind == EventKind::run_ended) out += "RUN " + event.get("result") + "; ";
    }
    return out;
}

}  // namespace

class SimulateTest : public QObject {
    Q_OBJECT

    static std::string stages(const run::Simulation& s) {
        std::string out;
        for (const auto& [path, task] : s.state.tasks) out += (out.empty() ? "" : " ") + path + "=" + run::stage_name(task.stage);
        return out;
    }

  private slots:
    void a_failing_task_stops_what_needs_it() {
        const Flow flow = script::flow({"fetch", "train < fetch", "evaluate < train", "! notify", "! cheer on-success", "! cry on-failure"});
        const auto s = run::simulate(flow, std::vector<std::string>{"train"});
        QCOMPARE(stages(s), std::string("cheer=skipped cry=succeeded evaluate=skipped fetch=succeeded notify=succeeded train=failed"));
        QCOMPARE(s.verdict.outcome, Outcome::failed);
        QCOMPARE(s.verdict.cause, std::string("train"));
        QCOMPARE(s.body, Outcome::failed);
    }

    void a_handler_that_looks_at_the_status() {
        const Flow flow = script::flow({"main", "! bye", "bye/always", "bye/celebrate when={{workflow.status}}==Succeeded", "bye/cry when={{workflow.status}}!=Succeeded"});
        const auto bad = run::simulate(flow, std::vector<std::string>{"main"});
        QCOMPARE(stages(bad), std::string("bye=succeeded bye/always=succeeded bye/celebrate=skipped bye/cry=succeeded main=failed"));
        QCOMPARE(bad.verdict.outcome, Outcome::failed);
        const auto good = run::simulate(flow, std::vector<std::string>{});
        QCOMPARE(stages(good), std::string("bye=succeeded bye/always=succeeded bye/celebrate=succeeded bye/cry=skipped main=succeeded"));
        QCOMPARE(good.verdict.outcome, Outcome::succeeded);
    }

    void a_sibling_that_plays_the_exit_handler_masks_nothing_here() {
        const Flow flow = script::flow({"work", "exit depends=work.Succeeded||work.Failed||work.Errored"});
        const auto s = run::simulate(flow, std::vector<std::string>{"work"});
        QCOMPARE(stages(s), std::string("exit=succeeded work=failed"));
        QCOMPARE(s.verdict.outcome, Outcome::failed);
    }

    void conditions_are_decided_where_they_can_be() {
        const Flow flow = script::flow({"a", "b < a when=1==2", "c < a when={{tasks.a.status}}==Failed", "d when={{inputs.parameters.x}}==1"});
        QCOMPARE(stages(run::simulate(flow, std::vector<std::string>{})), std::string("a=succeeded b=skipped c=skipped d=succeeded"));
    }

    void a_loop_fails_by_item() {
        Flow flow = script::flow({"fan", "after < fan"});
        Task fan = *flow.main.tasks[0];
        fan.loop = Loop{Loop::Over::items, {"x", "y", "z"}};
        flow.main.tasks[0] = std::make_shared<const Task>(fan);
        const auto s = run::simulate(flow, std::vector<std::string>{"fan[1]"});
        QCOMPARE(stages(s), std::string("after=skipped fan=failed fan[0]=succeeded fan[1]=failed fan[2]=succeeded"));
        QCOMPARE(s.verdict.cause, std::string("fan[1]"));
    }

    void a_cycle_and_a_flow_in_itself_end() {
        const auto round = run::simulate(script::flow({"a < b", "b < a"}), std::vector<std::string>{});
        QCOMPARE(round.verdict.outcome, Outcome::failed);
        Flow nested;
        Definition self;
        self.name = "self", self.kind = DefinitionKind::flow;
        Task again;
        again.name = "again", again.definition = "self";
        Body body;
        body.tasks.push_back(std::make_shared<const Task>(again));
        self.body = std::make_shared<const Body>(body);
        nested.definitions.push_back(std::make_shared<const Definition>(self));
        nested.main = body;
        QVERIFY(run::simulate(nested, std::vector<std::string>{}).verdict.final);
    }

    void invariants_data() {
        QTest::addColumn<unsigned>("from");
        for (unsigned from = 0; from < 1000; from += 50) QTest::addRow("seeds from %u", from) << from;
    }
    void invariants() {
        QFETCH(unsigned, from);
        for (unsigned seed = from; seed < from + 50; ++seed) {
            const Sample sample = Maker(seed).make();
            const auto s = run::simulate(sample.flow, sample.scenario);
            const std::string place = "seed " + std::to_string(seed) + ": " + told(s.events) + english(s.verdict.sentence);
            QVERIFY2(s.verdict.final, place.c_str());
            engine_and_verdict_agree(s, place);
            order_and_duplicates(s, seed, place);
            strangers(s, place);
            terminal_stays(s, place);
            handlers_never_improve(sample, s, place);
            if (QTest::currentTestFailed()) return;
        }
    }

    void events_survive_json() {
        for (const Event& event : run::simulate(Maker(5).make().flow, std::vector<std::string>{}).events) QCOMPARE(*run::event_from_json(run::to_json(event)), event);
        const Event odd{"r", 2, 9, "a/ü[3]", 4, EventKind::output, 123, {{"k", "1"}, {"k", "2\n\"x\""}, {"", ""}}};
        QCOMPARE(*run::event_from_json(run::to_json(odd)), odd);
        for (const char* bad : {"", "[]", "{}", "{\"kind\":\"no\"}", "{\"kind\":\"ended\",\"seq\":-1}", "{\"kind\":\"ended\",\"epoch\":1e99}", "{\"kind\":\"ended\",\"run\":3}",
                                "{\"kind\":\"ended\",\"data\":{\"a\":{}}}", "{\"kind\":\"ended\",\"data\":3}", "{\"kind\":\"ended\",\"seq\":18446744073709551615}"})
            QVERIFY2(!run::event_from_json(bad), bad);
        QVERIFY(!run::event_from_json(std::string(100'000, '[')));
        QVERIFY(run::event_from_json("{\"kind\":\"ended\",\"x\":" + std::string(20'000, '[') + std::string(20'000, ']') + "}"));
        QCOMPARE(run::to_json({"r\xff", 1, 1, "", 0, EventKind::created}), std::string("{\"run\":\"r\xEF\xBF\xBD\",\"epoch\":1,\"seq\":1,\"path\":\"\",\"attempt\":0,\"kind\":\"created\",\"time\":0,\"data\":{}}"));
    }

    void a_strangers_path_is_no_bomb() {
        std::string path;
        for (int i = 0; i < 100'000; ++i) path += "a/";
        const auto state = run::reduce_all("r", {{"r", 1, 1, path, 1, EventKind::ended, 1, {{"result", "failed"}}}});
        QVERIFY(state.tasks.size() < 100);
        QCOMPARE(run::verdict(Flow(), state).outcome == Outcome::succeeded, false);
    }

  private:
    static void engine_and_verdict_agree(const run::Simulation& s, const std::string& place) {
        const std::string word = s.events.back().get("result");
        QVERIFY2(word == run::outcome_name(s.verdict.outcome), (place + "\nthe engine says " + word).c_str());
    }
    static void order_and_duplicates(const run::Simulation& s, unsigned seed, const std::string& place) {
        std::mt19937 random(seed);
        std::vector<Event> events = s.events;
        events.insert(events.end(), s.events.begin(), s.events.begin() + std::ptrdiff_t(s.events.size() / 2));
        std::shuffle(events.begin(), events.end(), random);
        QVERIFY2(run::reduce_all("simulated", events) == s.state, place.c_str());
    }
    static void strangers(const run::Simulation& s, const std::string& place) {
        run::RunState state = s.state;
        for (Event event : s.events) {
            event.run = "other";
            event.data.push_back({"result", "failed"});
            state = run::reduce(std::move(state), event);
        }
        QVERIFY2(state == s.state, place.c_str());
    }
    static void terminal_stays(const run::Simulation& s, const std::string& place) {
        run::RunState state = s.state;
        for (const Event& event : s.events) {
            if (event.kind != EventKind::ended && event.kind != EventKind::skipped) continue;
            for (const char* result : {"failed", "succeeded", "cancelled"}) {
                Event late = event;
                late.kind = EventKind::ended, late.seq += 100'000, late.data = {{"result", result}};
                state = run::reduce(std::move(state), late);
            }
            Event late = event;
            late.kind = EventKind::started, late.seq += 100'000, late.time_ms += 100'000, late.data.clear();
            state = run::reduce(std::move(state), late);
        }
        for (const auto& [path, task] : s.state.tasks) QVERIFY2(state.tasks.at(path).stage == task.stage, (place + path).c_str());
    }
    // The same body, judged as if nobody had drawn a handler.
    static void handlers_never_improve(const Sample& sample, const run::Simulation& s, const std::string& place) {
        std::vector<Event> body;
        for (const Event& event : s.events) {
            bool in_handler = false;
            for (std::string at = event.path; !at.empty(); at = run::parent_path(at)) {
                const auto it = s.state.tasks.find(at);
                in_handler = in_handler || (it != s.state.tasks.end() && it->second.handler);
            }
            if (in_handler) continue;
            body.push_back(event);
        }
        Flow bare = sample.flow;
        bare.main = without_handlers(bare.main);
        const auto without = run::verdict(bare, run::reduce_all("simulated", body));
        QVERIFY2(weight(s.verdict.outcome) >= weight(without.outcome), place.c_str());
        if (without.outcome == Outcome::failed) QVERIFY2(!s.verdict.cause_is_handler, place.c_str());
    }
};

QTEST_GUILESS_MAIN(SimulateTest)
#include "tst_simulate.moc"
