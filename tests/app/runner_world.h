// A real runner in a folder of its own: started from the built `weft`, spoken to over its socket, killed and started again at will.
#pragma once

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <map>
#include <nlohmann/json.hpp>

#include "core/io/process_tree.h"
#include "core/run/client.h"
#include "core/run/protocol.h"
#include "core/run/verdict.h"
#include "core/targets/document.h"

namespace weft::test {

using nlohmann::json;

struct RunnerWorld {
    QTemporaryDir dir;
    QProcess runner;
    std::map<std::string, run::RunState> states;       // by run
    std::map<std::string, std::vector<run::Event>> events;
    std::unique_ptr<run::Client> client;

    RunnerWorld() {
        qputenv("WEFT_STATE_DIR", state().toUtf8());
        qputenv("WEFT_SOCKET", (dir.path() + "/s/r.sock").toUtf8());
        qputenv("WEFT_GRACE_MS", "300");
        qputenv("WEFT_RUNNER_IDLE_MS", "0");
        qunsetenv("WEFTWORK_CRASH_AT");
    }
    ~RunnerWorld() {
        client.reset();
        if (runner.state() != QProcess::NotRunning) {
            runner.terminate();
            if (!runner.waitForFinished(10'000)) runner.kill(), runner.waitForFinished(2000);
        }
    }
    QString state() const { return dir.path() + "/state"; }
    static QString program() { return QString(WEFT_BIN) + "/weft"; }

    // Waits for "weft runner listens"; false when it ended before (a crash point).
    bool start(int crash_at = 0, const std::map<QString, QString>& more = {}) {
        client.reset();
        QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
        if (crash_at > 0) env.insert("WEFTWORK_CRASH_AT", QString::number(crash_at));
        for (const auto& [name, value] : more) env.insert(name, value);
        runner.setProcessEnvironment(env);
        runner.setProcessChannelMode(QProcess::SeparateChannels);
        runner.start(program(), {"runner"});
        while (runner.waitForReadyRead(20'000))
            if (runner.readAllStandardOutput().contains("listens")) return connect();
        return false;
    }
    bool connect() {
        auto made = run::Client::connect(false);
        if (!made) return false;
        client = std::move(*made);
        return true;
    }
    void crash() {
        client.reset();
        if (runner.state() == QProcess::NotRunning) return;
        ::kill(pid_t(runner.processId()), SIGKILL);
        runner.waitForFinished(10'000);
    }
    Result<json> ask(const json& body) {
        auto text = client->request(run::line_of(body));
        if (!text) return tl::unexpected(text.error());
        return run::parse_object(*text);
    }
    Result<std::string> submit(const std::string& text, const json& params = json::object(), const std::string& file = {}) {
        auto answer = ask({{"submit", {{"file", file}, {"text", text}, {"flow_index", 0}, {"params", params}, {"trusted", true}}}});
        if (!answer) return tl::unexpected(answer.error());
        return answer->value("run", std::string());
    }
    void take(const json& object) {
        auto event = run::event_from_json(run::line_of(object));
        if (!event) return;
        run::RunState& s = states[event->run];
        s.run = event->run;
        s = run::reduce(std::move(s), *event);
        events[event->run].push_back(*event);
    }
    bool subscribe(const std::string& run = {}) {
        json body = {{"after_seq", 0}};
        if (!run.empty()) body["run"] = run;
        auto answer = ask({{"subscribe", body}});
        if (!answer) return false;
        for (const json& event : answer->value("events", json::array())) take(event);
        return true;
    }
    // Until `done` holds; false after half a minute or when the runner has gone.
    template <class Done> bool wait(Done done, int seconds = 30) {
        QElapsedTimer timer;
        timer.start();
        while (!done()) {
            if (timer.elapsed() > seconds * 1000) return false;
            auto line = client->next_line(200);
            if (!line) return done();
            if (line->empty()) continue;
            const json object = run::parse_object(*line);
            if (object.contains("event")) take(object["event"]);
            if (object.contains("gap")) subscribe();
        }
        return true;
    }
    bool wait_end(const std::string& run, int seconds = 30) {
        return wait([&] { return states[run].ended; }, seconds);
    }
    bool wait_stage(const std::string& run, const std::string& path, run::Stage stage) {
        return wait([&] { auto& tasks = states[run].tasks; const auto it = tasks.find(path); return it != tasks.end() && it->second.stage == stage; });
    }
    run::Verdict verdict(const std::string& run, const std::string& text) {
        auto document = open_text(text);
        return run::verdict(document ? *(*document)->flow : Flow{}, states[run]);
    }
    // Submits, follows, judges.
    run::Verdict run_to_end(const std::string& text, std::string* run = nullptr, const json& params = json::object()) {
        auto submitted = submit(text, params);
        if (!submitted) { qWarning("%s", describe(submitted.error()).c_str()); return {}; }
        if (run) *run = *submitted;
        if (!subscribe(*submitted) || !wait_end(*submitted)) { qWarning("the run did not end"); return {}; }
        return verdict(*submitted, text);
    }
    std::string output(const std::string& run, const std::string& path, const std::string& name) {
        for (const run::Datum& datum : states[run].tasks[path].outputs)
            if (datum.key == name) return datum.value;
        return "(none)";
    }
    std::string log(const std::string& run, const std::string& path, int attempt = 1) {
        std::string all;
        for (std::int64_t offset = 0;;) {
            auto part = ask({{"log", {{"run", run}, {"path", path}, {"attempt", attempt}, {"offset", offset}}}});
            if (!part) return all;
            all += part->value("data", std::string());
            offset = part->value("next", offset);
            if (part->value("end", true)) return all;
        }
    }
    // Living processes that belong to attempts of this world: by working folder or environment.
    QStringList leftovers() const {
        QStringList found;
        for (const QString& pid : QDir("/proc").entryList(QDir::Dirs)) {
            if (pid.toInt() <= 1 || pid.toInt() == int(runner.processId())) continue;
            const QString cwd = QFile::symLinkTarget("/proc/" + pid + "/cwd");
            const std::string outputs = io::mark_of(pid_t(pid.toInt()), "WEFT_OUTPUTS");
            if (cwd.startsWith(state()) || QString::fromStdString(outputs).startsWith(state())) found << pid;
        }
        return found;
    }
};

}  // namespace weft::test
