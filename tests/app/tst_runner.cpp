// The runner as a process: what a user's flow really does on this computer.
#include "tests/app/runner_world.h"

using namespace weft;
using namespace weft::test;
using run::Outcome;
using run::Stage;

namespace {

const char* head = "weftwork: 1\nname: test\n";

std::string task(const std::string& name, const std::string& command, const std::string& more = {}) {
    return "  - name: " + name + "\n    command: [sh, -c, " + json(command).dump() + "]\n" + more;
}

std::vector<std::string> payloads() {
    std::vector<std::string> all = {";touch canary", "`touch canary`", "$(touch canary)", "\ntouch canary\n", "'; touch canary; '", "\"; touch canary; \"", "-rf", "--help", "-n", "-e", "*", "?", "[a-z]*",
                                    "~", "~root", "$HOME", "${HOME}", "$$", "$0", "$*", "%s%s%n", "%d", "\\", "\\n", "\\\\", "\\'", "a b", "  lead", "trail  ", "\t", "a\tb", "&& touch canary", "|| touch canary",
                                    "| touch canary", "> canary", "< /etc/passwd", "& touch canary &", "#comment", "!!", "!history", "{a,b}", "{{item}}", "{{params.p}}", "{{=1+1}}", "${{x}}", "$((1+1))",
                                    "null", "true", "0x1f", "1e3", "ümlaut", "中文 字", "🧵", "e\xcc\x81", "\xe2\x80\xae" "abc", "\r\n", "\x01\x02", "\x1b[31m", "a=b", "LD_PRELOAD=/x", "'", "\"", "=", ""};
    all.push_back(std::string(100'000, 'x'));
    return all;
}

std::string data(const char* name) {
    QFile file(QString(WEFT_TEST_DATA) + "/runner/" + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

std::string hex(const std::string& text) { return QByteArray::fromStdString(text).toHex().toStdString(); }

}  // namespace

class TestRunner : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { QVERIFY2(QFile::exists(RunnerWorld::program()), "build the target weft first"); }

    void body_and_handler_data() {
        QTest::addColumn<int>("body");
        QTest::addColumn<int>("handler");
        QTest::addColumn<bool>("warn");
        QTest::addColumn<int>("outcome");
        QTest::addColumn<QString>("cause");
        QTest::newRow("both ok") << 0 << 0 << false << int(Outcome::succeeded) << "";
        QTest::newRow("handler fails") << 0 << 1 << false << int(Outcome::failed) << "bye";
        QTest::newRow("handler fails, warn only") << 0 << 1 << true << int(Outcome::succeeded) << "";
        QTest::newRow("body fails") << 1 << 0 << false << int(Outcome::failed) << "work";
        QTest::newRow("both fail") << 1 << 1 << false << int(Outcome::failed) << "work";
    }
    void body_and_handler() {
        QFETCH(int, body);
        QFETCH(int, handler);
        QFETCH(bool, warn);
        QFETCH(int, outcome);
        QFETCH(QString, cause);
        RunnerWorld w;
        QVERIFY(w.start());
        const std::string text = head + ("tasks:\n" + task("work", "exit " + std::to_string(body))) + "handlers:\n" +
                                 task("bye", "exit " + std::to_string(handler), warn ? "    verdict: warn\n" : "");
        std::string run;
        const run::Verdict verdict = w.run_to_end(text, &run);
        QCOMPARE(int(verdict.outcome), outcome);
        QCOMPARE(QString::fromStdString(verdict.cause), cause);
        QCOMPARE(w.states[run].tasks["bye"].attempts.size(), std::size_t(1));
        auto list = w.ask({{"list", {{"limit", 5}}}});
        QCOMPARE((*list)["runs"][0]["outcome"].get<std::string>(), std::string(run::outcome_name(verdict.outcome)));
    }

    // Security requirement 10: a value arrives byte for byte and is never run, through environment and argv, directly and through an output.
    void values_arrive_byte_for_byte() {
        RunnerWorld w;
        QVERIFY(w.start());
        const std::string show = "printf %s \"$P\" | od -An -v -tx1 | tr -d ' \\n' > \"$WEFT_OUTPUTS/hex\"; printf %s \"$P\" > \"$WEFT_OUTPUTS/same\"";
        const std::string text = std::string(head) + "parameters: {p: {}}\ntasks:\n" +
            task("env", show, "    params: {P: {param: p}}\n    outputs: [hex, same]\n") +
            "  - name: argv\n    command: [sh, -c, 'printf %s \"$1\" | od -An -v -tx1 | tr -d \" \\n\" > \"$WEFT_OUTPUTS/hex\"', name, '{{params.p}}']\n    outputs: [hex]\n" +
            "  - name: perl\n    command: [perl, -e, 'open F, \">$ENV{WEFT_OUTPUTS}/hex\"; print F unpack(\"H*\", $ARGV[0] . $ENV{P})', --, '{{params.p}}']\n    params: {P: {param: p}}\n    outputs: [hex]\n" +
            "  - name: bash\n    command: [bash, -c, 'printf %s \"$P\" | od -An -v -tx1 | tr -d \" \\n\" > \"$WEFT_OUTPUTS/hex\"']\n    params: {P: {param: p}}\n    outputs: [hex]\n" +
            task("next", show, "    needs: [env]\n    params: {P: {output: env.same}}\n    outputs: [hex]\n");
        int count = 0;
        for (const std::string& payload : payloads()) {
            std::string run;
            const run::Verdict verdict = w.run_to_end(text, &run, {{"p", payload}});
            const QByteArray where = QByteArray::fromStdString("payload " + hex(payload.substr(0, 40)) + ": " + english(verdict.sentence));
            QVERIFY2(verdict.outcome == Outcome::succeeded, where.constData());
            QVERIFY2(w.output(run, "env", "hex") == hex(payload), where.constData());
            QVERIFY2(w.output(run, "argv", "hex") == hex(payload), where.constData());
            QVERIFY2(w.output(run, "bash", "hex") == hex(payload), where.constData());
            QVERIFY2(w.output(run, "perl", "hex") == hex(payload + payload), where.constData());
            std::string travelled = payload;                    // a file's last line break is not part of its value
            if (travelled.ends_with('\n')) travelled.pop_back();
            if (travelled.ends_with('\r')) travelled.pop_back();
            QVERIFY2(w.output(run, "next", "hex") == hex(travelled), where.constData());
            ++count;
        }
        QVERIFY(count >= 60);
        QDirIterator files(w.dir.path(), {"canary"}, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(!files.hasNext());
    }

    void pasted_text_is_refused_when_it_could_run() {
        RunnerWorld w;
        QVERIFY(w.start());
        const std::string text = std::string(head) + "parameters: {p: {}}\ntasks:\n" + task("a", "echo {{params.p}} > \"$WEFT_OUTPUTS/o\"", "    outputs: [o]\n");
        std::string run;
        QCOMPARE(int(w.run_to_end(text, &run, {{"p", "hello there"}}).outcome), int(Outcome::succeeded));
        QCOMPARE(w.output(run, "a", "o"), std::string("hello there"));
        const run::Verdict refused = w.run_to_end(text, &run, {{"p", "x; touch canary"}});
        QCOMPARE(int(refused.outcome), int(Outcome::failed));
        QVERIFY(QString::fromStdString(w.states[run].tasks["a"].reason).contains("{{params.p}}"));
    }

    void command_not_found() {
        RunnerWorld w;
        QVERIFY(w.start());
        const std::string text = std::string(head) + "tasks:\n  - name: a\n    command: [no-such-program]\n";
        std::string run;
        const run::Verdict verdict = w.run_to_end(text, &run);
        QCOMPARE(int(verdict.outcome), int(Outcome::failed));
        QCOMPARE(w.states[run].tasks["a"].reason, std::string("command not found: no-such-program"));
        QVERIFY(w.log(run, "a").find("command not found") != std::string::npos);
    }

    void log_begins_with_the_image() {
        RunnerWorld w;
        QVERIFY(w.start());
        std::string run;
        w.run_to_end(std::string(head) + "environment: {image: 'python:3.12-slim'}\ntasks:\n" + task("a", "echo hello"), &run);
        const QString log = QString::fromStdString(w.log(run, "a"));
        QVERIFY2(log.startsWith("image python:3.12-slim, from the flow's environment; not used"), qPrintable(log));
        QVERIFY(log.endsWith("hello\n"));
        QVERIFY(w.states[run].tasks["a"].image_note.find("python:3.12-slim") != std::string::npos);
        QCOMPARE(w.states[run].not_reproduced, std::vector<std::string>{"images not used"});
    }
    void a_task_that_says_nothing_has_a_log_of_one_line() {
        RunnerWorld w;
        QVERIFY(w.start());
        std::string run;
        w.run_to_end(std::string(head) + "environment: {image: 'python:3.12-slim'}\ntasks:\n" + task("a", "true"), &run);
        const auto part = w.ask({{"log", {{"run", run}, {"path", "a"}, {"attempt", 1}, {"offset", 0}}}});
        QVERIFY(part);
        const std::string data = part->at("data").get<std::string>();
        QVERIFY2(data.starts_with("image python:3.12-slim, from the flow's environment; not used") && data.ends_with('\n'), data.c_str());
        QCOMPARE(part->at("next").get<std::size_t>(), data.size());
        QVERIFY(part->at("end").get<bool>());
        const auto rest = w.ask({{"log", {{"run", run}, {"path", "a"}, {"attempt", 1}, {"offset", data.size()}}}});
        QVERIFY(rest && rest->at("data").get<std::string>().empty() && rest->at("end").get<bool>());
        QVERIFY(w.ask({{"log", {{"run", run}, {"path", "a"}, {"attempt", 2}, {"offset", 0}}}})->at("data").get<std::string>().empty());
    }

    void folders_are_private() {
        RunnerWorld w;
        QVERIFY(w.start());
        std::string run;
        w.run_to_end(std::string(head) + "tasks:\n" + task("a", "umask > \"$WEFT_OUTPUTS/u\"; env | grep -c '^WEFT_LEAK' > \"$WEFT_OUTPUTS/leak\"; true", "    outputs: [u, leak]\n"), &run);
        QDirIterator all(w.state(), QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QFileInfo info(all.next());
            QVERIFY2(!(info.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)), qPrintable(info.filePath()));
        }
        QCOMPARE(w.output(run, "a", "leak"), std::string("0"));
    }

    void stop_ends_the_whole_tree_and_cleans_up() {
        RunnerWorld w;
        QVERIFY(w.start());
        const std::string text = std::string(head) + "tasks:\n" + task("a", "trap '' TERM; setsid sleep 300 & (setsid sleep 300 &); sleep 300; sleep 300") + task("b", "true", "    needs: [a]\n") +
                                 "handlers:\n" + task("bye", "true") + task("sorry", "true", "    runs: on-failure\n");
        auto run = w.submit(text);
        QVERIFY(run && w.subscribe(*run) && w.wait_stage(*run, "a", Stage::running));
        QVERIFY(QTest::qWaitFor([&] { return w.leftovers().size() >= 4; }, 5000));
        QVERIFY(w.ask({{"cancel", {{"run", *run}, {"how", "stop"}}}}));
        QVERIFY(w.wait_end(*run));
        QCOMPARE(int(w.verdict(*run, text).outcome), int(Outcome::cancelled));
        QCOMPARE(w.states[*run].tasks["bye"].stage, Stage::succeeded);
        QCOMPARE(w.states[*run].tasks["sorry"].stage, Stage::succeeded);
        QVERIFY(w.leftovers().isEmpty());
    }
    void kill_runs_no_handler() {
        RunnerWorld w;
        QVERIFY(w.start());
        const std::string text = std::string(head) + "tasks:\n" + task("a", "sleep 300") + "handlers:\n" + task("bye", "true");
        auto run = w.submit(text);
        QVERIFY(run && w.subscribe(*run) && w.wait_stage(*run, "a", Stage::running));
        QVERIFY(w.ask({{"cancel", {{"run", *run}, {"how", "kill"}}}}));
        QVERIFY(w.wait_end(*run));
        QCOMPARE(int(w.verdict(*run, text).outcome), int(Outcome::cancelled));
        QVERIFY(w.states[*run].tasks["bye"].attempts.empty());
        QVERIFY(w.leftovers().isEmpty());
    }
    void cancelling_one_task_leaves_the_others() {
        RunnerWorld w;
        QVERIFY(w.start());
        const std::string text = std::string(head) + "tasks:\n" + task("a", "sleep 300") + task("b", "sleep 0.2");
        auto run = w.submit(text);
        QVERIFY(run && w.subscribe(*run) && w.wait_stage(*run, "a", Stage::running));
        QVERIFY(w.ask({{"cancel", {{"run", *run}, {"task", "a"}, {"how", "stop"}}}}));
        QVERIFY(w.wait_end(*run));
        QCOMPARE(w.states[*run].tasks["a"].stage, Stage::cancelled);
        QCOMPARE(w.states[*run].tasks["b"].stage, Stage::succeeded);
    }

    void what_a_task_leaves_behind_ends_with_it() {
        RunnerWorld w;
        QVERIFY(w.start());
        const std::string text = std::string(head) + "tasks:\n" + task("a", "(setsid sleep 300 &); sleep 300 & exit 0") + task("b", "sleep 1.5", "    needs: [a]\n");
        std::string run;
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(int(w.run_to_end(text, &run).outcome), int(Outcome::succeeded));
        const auto& a = w.states[run].tasks["a"];
        QVERIFY(a.ended_ms - a.started_ms < 1000);              // a grandchild that keeps the pipe open is not waited for
        QVERIFY(w.leftovers().isEmpty());
    }

    void what_the_last_task_leaves_behind_ends_too() {
        RunnerWorld w;
        QVERIFY(w.start());
        std::string run;
        QCOMPARE(int(w.run_to_end(std::string(head) + "tasks:\n" + task("a", "(setsid sleep 300 &); (setsid env -i /bin/sleep 300 &); exit 0"), &run).outcome), int(Outcome::succeeded));
        QVERIFY(QTest::qWaitFor([&] { return w.leftovers().isEmpty() && io::children_of(pid_t(w.runner.processId())).empty(); }, 5000));
    }
    void a_person_s_shell_in_an_old_run_s_folder_survives_a_restart() {
        RunnerWorld w;
        QVERIFY(w.start());
        std::string run;
        w.run_to_end(std::string(head) + "tasks:\n" + task("a", "true"), &run);
        w.crash();
        QProcess shell;
        shell.setWorkingDirectory(w.state() + "/runs/" + QString::fromStdString(run));
        shell.start("sleep", {"300"});
        QVERIFY(shell.waitForStarted());
        QVERIFY(w.start());
        QCOMPARE(int(shell.state()), int(QProcess::Running));
        shell.kill();
        shell.waitForFinished();
    }

    void flood_of_output_stays_bounded() {
        RunnerWorld w;
        QVERIFY(w.start());
        const auto rss = [&] {
            QFile file(QString("/proc/%1/status").arg(w.runner.processId()));
            if (!file.open(QIODevice::ReadOnly)) return 0;
            const QString text = file.readAll();
            return text.mid(text.indexOf("VmRSS:") + 6).trimmed().section(' ', 0, 0).toInt();
        };
        const int before = rss();
        std::string run;
        QCOMPARE(int(w.run_to_end(std::string(head) + "tasks:\n" + task("a", "head -c 300000000 /dev/zero; echo the end"), &run).outcome), int(Outcome::succeeded));
        QVERIFY2(rss() - before < 16 * 1024, qPrintable(QString::number(rss() - before)));
        qint64 bytes = 0;
        QDirIterator files(w.state() + "/runs", QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) bytes += QFileInfo(files.next()).size();
        QVERIFY2(bytes <= (66 << 20), qPrintable(QString::number(bytes)));
        auto tail = w.ask({{"log", {{"run", run}, {"path", "a"}, {"attempt", 1}, {"offset", 299'990'000}}}});
        QVERIFY(tail->value("data", std::string()).ends_with("the end\n"));
    }

    void two_runs_of_one_flow_never_mix() {
        RunnerWorld w;
        QVERIFY(w.start());
        QVERIFY(w.subscribe());
        const std::string text = std::string(head) + "parameters: {who: {}}\ntasks:\n" +
            task("a", "printf %s \"$W\" > \"$WEFT_OUTPUTS/o\"", "    params: {W: {param: who}}\n    outputs: [o]\n") +
            task("b", "printf %s \"$W\" > \"$WEFT_OUTPUTS/o\"", "    needs: [a]\n    params: {W: {output: a.o}}\n    outputs: [o]\n") + "handlers:\n" + task("bye", "true");
        for (int i = 0; i < 20; ++i) {
            auto one = w.submit(text, {{"who", "one"}}), two = w.submit(text, {{"who", "two"}});
            QVERIFY(one && two && w.wait_end(*one) && w.wait_end(*two));
            for (const auto& [run, who] : {std::pair{*one, "one"}, std::pair{*two, "two"}}) {
                QCOMPARE(w.output(run, "b", "o"), std::string(who));
                std::int64_t seq = 0;
                for (const run::Event& event : w.events[run]) {
                    QCOMPARE(event.run, run);
                    QCOMPARE(event.seq, ++seq);
                }
                QCOMPARE(int(w.verdict(run, text).outcome), int(Outcome::succeeded));
            }
        }
    }

    void retry_of_a_run_keeps_what_succeeded() {
        RunnerWorld w;
        QVERIFY(w.start());
        const std::string flag = w.dir.filePath("flag").toStdString();
        const std::string text = std::string(head) + "tasks:\n" + task("a", "echo v > \"$WEFT_OUTPUTS/o\"", "    outputs: [o]\n") +
            task("b", "test -e " + flag + " && test \"$P\" = v", "    needs: [a]\n    params: {P: {output: a.o}}\n") + task("c", "true", "    needs: [b]\n") + "handlers:\n" + task("bye", "true");
        std::string run;
        QCOMPARE(int(w.run_to_end(text, &run).outcome), int(Outcome::failed));
        QFile file(QString::fromStdString(flag));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(w.ask({{"retry", {{"run", run}}}}));
        QVERIFY(w.wait([&] { return w.states[run].epoch == 2 && w.states[run].ended; }));
        QCOMPARE(int(w.verdict(run, text).outcome), int(Outcome::succeeded));
        QCOMPARE(w.states[run].tasks["a"].attempts.size(), std::size_t(1));
        QCOMPARE(w.states[run].tasks["b"].attempts.size(), std::size_t(2));
        QCOMPARE(w.states[run].tasks["bye"].attempts.size(), std::size_t(2));
    }

    void wait_is_resumed_by_a_person() {
        RunnerWorld w;
        QVERIFY(w.start());
        auto run = w.submit(std::string(head) + "tasks:\n  - name: ask\n    wait: approval\n" + task("b", "true", "    needs: [ask]\n"));
        QVERIFY(run && w.subscribe(*run) && w.wait_stage(*run, "ask", Stage::suspended));
        QVERIFY(w.ask({{"resume", {{"run", *run}, {"task", "ask"}}}}));
        QVERIFY(w.wait_end(*run));
        QCOMPARE(w.states[*run].tasks["b"].stage, Stage::succeeded);
    }

    void absolute_paths_are_private_to_the_attempt() {
        RunnerWorld w;
        QVERIFY(w.start());
        const std::string text = data("artifacts.argo.yaml");
        std::string run;
        const run::Verdict verdict = w.run_to_end(text, &run);
        if (verdict.outcome != Outcome::succeeded && QString::fromStdString(w.states[run].tasks["make"].reason).contains("bubblewrap")) QSKIP("bubblewrap is not usable here");
        QVERIFY2(verdict.outcome == Outcome::succeeded, (english(verdict.sentence) + w.log(run, "make") + w.log(run, "read")).c_str());
        QVERIFY(!QFile::exists("/tmp/weft-test-hello.txt") && !QFile::exists("/weft-test-new"));
    }
    void without_bubblewrap_such_a_task_is_listed_and_not_run() {
        RunnerWorld w;
        QVERIFY(w.start(0, {{"WEFT_NO_SANDBOX", "1"}}));
        const std::string text = "weftwork: 1\nname: x\ntasks:\n  - name: a\n    command: [sh, -c, 'echo > /tmp/weft-test-x']\n    outputs: [{name: o, path: /tmp/weft-test-x}]\n";
        std::string run;
        const run::Verdict verdict = w.run_to_end(text, &run);
        QCOMPARE(int(verdict.outcome), int(Outcome::failed));
        QVERIFY(!QFile::exists("/tmp/weft-test-x"));
        bool listed = false;
        for (const std::string& what : w.states[run].not_reproduced) listed = listed || what.find("a: the path \"/tmp/weft-test-x\"") != std::string::npos;
        QVERIFY(listed);
    }

    void a_run_is_shown_with_or_without_its_events() {
        RunnerWorld w;
        QVERIFY(w.start());
        std::string run;
        w.run_to_end(std::string(head) + "tasks:\n" + task("a", "true"), &run);
        const auto whole = w.ask({{"show", {{"run", run}}}}), bare = w.ask({{"show", {{"run", run}, {"events", false}}}});
        QVERIFY(whole && bare);
        QVERIFY(whole->at("events").size() > 4);
        QVERIFY(bare->at("events").empty());
        QCOMPARE(whole->at("run"), bare->at("run"));
        QVERIFY(!bare->at("run").at("flow_text").get<std::string>().empty());
    }

    void strange_requests_are_refused_and_the_runner_lives() {
        RunnerWorld w;
        QVERIFY(w.start());
        QVERIFY(!w.ask({{"nonsense", json::object()}}));
        QVERIFY(!w.ask({{"cancel", {{"run", "ghost"}}}}));
        QVERIFY(!w.ask({{"show", {{"run", "../../etc"}}}}));
        QVERIFY(!w.submit(","));
        QVERIFY(!w.submit("weftwork: 99\n"));
        QVERIFY(!w.ask({{"submit", {{"text", std::string(head) + "tasks:\n" + task("a", "true")}, {"trusted", false}}}}));
        auto log = w.ask({{"log", {{"run", "../../../../etc"}, {"path", "../passwd"}, {"attempt", 1}, {"offset", 0}}}});
        QVERIFY(!log || log->value("data", std::string()).empty());
        QVERIFY(w.ask({{"status", json::object()}}));
    }

    void terminated_runner_ends_its_children_and_says_so() {
        RunnerWorld w;
        QVERIFY(w.start());
        const std::string text = std::string(head) + "tasks:\n" + task("a", "setsid sleep 300 & sleep 300");
        auto run = w.submit(text);
        QVERIFY(run && w.subscribe(*run) && w.wait_stage(*run, "a", Stage::running));
        w.runner.terminate();
        QVERIFY(w.runner.waitForFinished(20'000));
        QCOMPARE(w.runner.exitCode(), 0);
        QVERIFY(w.leftovers().isEmpty());
        QVERIFY(w.start());
        auto list = w.ask({{"list", {{"limit", 5}}}});
        QCOMPARE((*list)["runs"][0]["outcome"].get<std::string>(), std::string("Cancelled"));
    }
    void idle_runner_ends() {
        RunnerWorld w;
        QVERIFY(w.start(0, {{"WEFT_RUNNER_IDLE_MS", "100"}}));
        w.client.reset();
        QVERIFY(w.runner.waitForFinished(10'000));
        QCOMPARE(w.runner.exitCode(), 0);
    }
    void a_second_runner_steps_back() {
        RunnerWorld w;
        QVERIFY(w.start());
        QProcess second;
        second.start(RunnerWorld::program(), {"runner"});
        QVERIFY(second.waitForFinished(10'000));
        QCOMPARE(second.exitCode(), 0);
        QVERIFY(w.ask({{"status", json::object()}}));
    }

    void no_descriptor_and_no_zombie_is_left() {
        RunnerWorld w;
        QVERIFY(w.start());
        const auto descriptors = [&] { return QDir(QString("/proc/%1/fd").arg(w.runner.processId())).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size(); };
        std::string text = std::string(head) + "tasks:\n";
        for (int i = 0; i < 200; ++i) text += task("t" + std::to_string(i), "(setsid true &); true");
        std::string run;
        w.run_to_end(std::string(head) + "tasks:\n" + task("a", "true"), &run);
        const auto before = descriptors();
        QCOMPARE(int(w.run_to_end(text, &run).outcome), int(Outcome::succeeded));
        QCOMPARE(descriptors(), before);
        w.run_to_end(std::string(head) + "tasks:\n" + task("a", "sleep 1.2"), &run);
        QVERIFY(io::children_of(pid_t(w.runner.processId())).empty());
    }
};

QTEST_GUILESS_MAIN(TestRunner)
#include "tst_runner.moc"
