// kill -9 of the runner at transition boundaries and at random moments: what was acknowledged is there, nothing runs for ever, nothing is left behind.
#include <QRandomGenerator>

#include "tests/app/runner_world.h"

using namespace weft;
using namespace weft::test;

namespace {

struct Shape { const char* name; const char* text; bool stop; };

const Shape shapes[] = {
    {"chain", "weftwork: 1\nname: s\ntasks:\n  - {name: a, command: 'echo a >> $LOG'}\n  - {name: b, needs: [a], command: 'echo b >> $LOG'}\n  - {name: c, needs: [b], command: 'echo c >> $LOG'}\n"
              "handlers:\n  - {name: bye, command: 'echo bye >> $LOG'}\n", false},
    {"diamond", "weftwork: 1\nname: s\ntasks:\n  - {name: a, command: 'echo a >> $LOG'}\n  - {name: b, needs: [a], command: 'sleep 0.02; echo b >> $LOG'}\n  - {name: c, needs: [a], command: 'echo c >> $LOG'}\n"
                "  - {name: d, needs: [b, c], command: 'echo d >> $LOG'}\nhandlers:\n  - {name: bye, command: 'echo bye >> $LOG'}\n", false},
    {"retry", "weftwork: 1\nname: s\ntasks:\n  - {name: a, retry: {limit: 3, delay: 10ms}, command: 'echo a >> $LOG; test $WEFT_TRY -ge 2'}\nhandlers:\n  - {name: bye, command: 'echo bye >> $LOG'}\n", false},
    {"failure", "weftwork: 1\nname: s\ntasks:\n  - {name: a, command: 'exit 1'}\n  - {name: b, needs: [a], command: 'true'}\nhandlers:\n  - {name: bye, runs: on-failure, command: 'echo bye >> $LOG'}\n", false},
    {"loop in a group", "weftwork: 1\nname: s\ntasks:\n  - name: g\n    tasks:\n      - {name: l, loop: [x, y], params: {P: '{{item}}'}, command: 'echo $P >> $LOG'}\n    handlers:\n      - {name: in, command: 'true'}\n"
                        "handlers:\n  - {name: bye, command: 'echo bye >> $LOG'}\n", false},
    {"cancel in flight", "weftwork: 1\nname: s\ntasks:\n  - {name: a, command: 'setsid sleep 300 & sleep 300'}\nhandlers:\n  - {name: bye, command: 'echo bye >> $LOG'}\n", true},
};

std::string text_of(const Shape& shape, const QString& log) { return QString(shape.text).replace("$LOG", log).toStdString(); }

}  // namespace

class TestRunnerCrash : public QObject {
    Q_OBJECT

    // True when the crash point was reached.
    static bool one_crash(const Shape& shape, int point, int* problems) {
        RunnerWorld w;
        const QString log = w.dir.filePath("log");
        const std::string text = text_of(shape, log);
        std::vector<run::Event> acknowledged;
        std::string run;
        bool crashed = !w.start(point);
        if (!crashed) {
            auto submitted = w.submit(text);
            if (submitted) run = *submitted;
            if (!run.empty() && w.subscribe(run)) {
                if (shape.stop && w.wait_stage(run, "a", run::Stage::running)) (void)w.ask({{"cancel", {{"run", run}, {"how", "stop"}}}});
                w.wait_end(run, 15);
                acknowledged = w.events[run];
            }
            crashed = w.runner.waitForFinished(w.states[run].ended ? 50 : 5000);
        }
        w.states.clear();
        w.events.clear();
        if (crashed && !w.start()) {
            qWarning("point %d: no second start", point);
            *problems = -1;
            return true;
        }
        auto list = w.ask({{"list", {{"limit", 10}}}});
        const json runs = list ? (*list)["runs"] : json::array();
        if (!run.empty() && runs.empty()) qWarning("point %d: an acknowledged run is lost", point), *problems = -1;
        for (const json& one : runs) {
            const std::string id = one.value("run", std::string());
            const auto runs_or_over = [&] { return w.states[id].ended || w.states[id].tasks["a"].stage == run::Stage::running; };
            // The person who wanted to stop it asks again when the request was not acknowledged.
            if (w.subscribe(id) && shape.stop && w.wait(runs_or_over, 20) && !w.states[id].ended) (void)w.ask({{"cancel", {{"run", id}, {"how", "stop"}}}});
            if (!w.wait_end(id, 20)) { qWarning("point %d: runs for ever", point); *problems = -1; return crashed; }
            std::map<std::int64_t, run::Event> now;
            std::map<std::string, int> succeeded;
            for (const run::Event& event : w.events[id]) {
                now[event.seq] = event;
                if (event.kind == run::EventKind::ended && event.get("result") == "succeeded" && event.attempt > 0) ++succeeded[event.path];
            }
            for (const auto& [path, count] : succeeded)
                if (count > 1) qWarning("point %d: %s succeeded twice", point, path.c_str()), *problems = -1;
            for (const run::Event& event : acknowledged)
                if (!(now[event.seq] == event)) qWarning("point %d: event %lld is lost or changed", point, static_cast<long long>(event.seq)), *problems = -1;
            for (const auto& [path, task] : w.states[id].tasks)
                if (!run::terminal(task.stage)) qWarning("point %d: %s says %s", point, path.c_str(), run::stage_name(task.stage)), *problems = -1;
            const auto& bye = w.states[id].tasks["bye"];
            if (bye.stage == run::Stage::skipped || bye.attempts.size() != 1) qWarning("point %d: the exit handler ran %zu times", point, bye.attempts.size()), *problems = -1;
            if (w.verdict(id, text).outcome == run::Outcome::running) qWarning("point %d: still running", point), *problems = -1;
        }
        if (!w.leftovers().isEmpty()) qWarning("point %d: processes left: %s", point, qPrintable(w.leftovers().join(' '))), *problems = -1;
        return crashed;
    }

  private slots:
    void initTestCase() { QVERIFY2(QFile::exists(RunnerWorld::program()), "build the target weft first"); }

    void at_transition_boundaries_data() {
        QTest::addColumn<int>("index");
        for (int i = 0; i < int(std::size(shapes)); ++i) QTest::newRow(shapes[i].name) << i;
    }
    void at_transition_boundaries() {
        QFETCH(int, index);
        // Every point nightly (WEFT_TEST_ALL_POINTS), every third otherwise.
        const int step = qEnvironmentVariableIsSet("WEFT_TEST_ALL_POINTS") ? 1 : 3;
        int points = 0, problems = 0;
        for (int point = 1; point < 200; point += step) {
            int found = 0;
            const bool crashed = one_crash(shapes[index], point, &found);
            problems += found < 0;
            if (!crashed) break;
            ++points;
        }
        qInfo("%d crash points", points);
        QCOMPARE(problems, 0);
        QVERIFY(points >= 3);
    }

    void five_crashes_in_a_row() {
        RunnerWorld w;
        const std::string text = text_of(shapes[0], w.dir.filePath("log"));
        QVERIFY(w.start(8));
        auto run = w.submit(text);
        w.runner.waitForFinished(5000);
        for (int i = 1; i <= 4; ++i) {
            w.start(i);
            w.runner.waitForFinished(3000);
            w.crash();
        }
        w.states.clear();
        QVERIFY(w.start());
        auto list = w.ask({{"list", {{"limit", 10}}}});
        for (const json& one : (*list)["runs"]) QVERIFY(w.subscribe(one["run"]) && w.wait_end(one["run"]));
        QVERIFY(w.leftovers().isEmpty());
    }

    void at_random_moments() {
        QRandomGenerator random(7);
        const int kills = qEnvironmentVariableIsSet("WEFT_TEST_ALL_POINTS") ? 50 : 6;
        for (int i = 0; i < kills; ++i) {
            RunnerWorld w;
            QVERIFY(w.start());
            const std::string text = text_of(shapes[i % 5], w.dir.filePath("log"));
            auto run = w.submit(text);
            QVERIFY(run && w.subscribe(*run));
            const auto until = w.states[*run].last_seq + random.bounded(20);
            w.wait([&] { return w.states[*run].last_seq >= until || w.states[*run].ended; });
            const auto acknowledged = w.events[*run];
            w.crash();
            w.states.clear();
            w.events.clear();
            QVERIFY(w.start() && w.subscribe(*run) && w.wait_end(*run));
            for (std::size_t k = 0; k < acknowledged.size(); ++k) QVERIFY(w.events[*run].size() > k && w.events[*run][k] == acknowledged[k]);
            QVERIFY(w.leftovers().isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestRunnerCrash)
#include "tst_runner_crash.moc"
