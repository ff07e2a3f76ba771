// `weft runs`: history and control.
#include <cstdio>

#include "app/cli/output.h"
#include "app/cli/run_support.h"
#include "app/cli/verbs.h"
#include "core/run/protocol.h"

namespace weft::cli {

using nlohmann::json;

namespace {

int refused(const Error& error) {
    complain(error);
    return exit_usage;
}

int list_runs(run::Client& client, const Arguments& arguments) {
    const std::string limit = arguments.value("--limit", "50");
    auto answer = ask(client, {{"list", {{"limit", std::max(1L, std::strtol(limit.c_str(), nullptr, 10))}}}});
    if (!answer) return refused(answer.error());
    if (arguments.has("--json")) return std::printf("%s\n", run::line_of({{"version", 1}, {"runs", (*answer)["runs"]}}).c_str()), exit_ok;
    for (const json& one : answer->value("runs", json::array())) {
        const run::RunRecord record = run::record_from_json(one);
        const std::int64_t took = record.ended_ms > 0 ? record.ended_ms - record.created_ms : 0;
        std::printf("%s  %-20s  #%-4lld %-10s  %s  %s%s\n", record.run.c_str(), record.flow.c_str(), static_cast<long long>(record.number),
                    record.outcome.empty() ? "running" : record.outcome.c_str(), time_text(record.created_ms).c_str(), took ? duration_text(took).c_str() : "",
                    record.cause.empty() ? "" : ("  cause: " + record.cause).c_str());
    }
    return exit_ok;
}

int show_one(run::Client& client, const std::string& run, bool as_json) {
    auto known = show_run(client, run);
    if (!known) return refused(known.error());
    const run::RunState state = run::reduce_all(run, known->events);
    const run::Verdict verdict = run::verdict(*known->flow, state);
    if (as_json) {
        json tasks = json::array();
        for (const auto& [path, task] : state.tasks)
            tasks.push_back({{"path", path}, {"name", task.name}, {"stage", run::stage_name(task.stage)}, {"handler", task.handler}, {"attempts", task.attempts.size()},
                             {"reason", task.reason}, {"because", task.because}, {"image", task.image_note}, {"started_ms", task.started_ms}, {"ended_ms", task.ended_ms}});
        std::printf("%s\n", run::line_of({{"version", 1}, {"run", run::record_json(known->record)}, {"verdict", verdict_json(verdict)}, {"tasks", std::move(tasks)},
                                          {"not_reproduced", state.not_reproduced}}).c_str());
        return exit_ok;
    }
    std::printf("%s  %s #%lld  %s\n", known->record.run.c_str(), known->record.flow.c_str(), static_cast<long long>(known->record.number), time_text(known->record.created_ms).c_str());
    print_verdict(verdict);
    for (const auto& [path, task] : state.tasks) {
        std::printf("  %s %-30s %s", colour(stage_mark(task.stage), stage_colour(task.stage).c_str()).c_str(), path.c_str(), run::stage_name(task.stage));
        if (task.attempts.size() > 1) std::printf(", %zu attempts", task.attempts.size());
        if (!task.reason.empty()) std::printf("  %s", task.reason.c_str());
        std::printf("\n");
    }
    for (const std::string& what : state.not_reproduced) std::printf("  not reproduced: %s\n", what.c_str());
    return exit_ok;
}

// The log of one task, or of all tasks that have one, in the order in which they started.
int logs(run::Client& client, const std::string& run, const Arguments& arguments) {
    auto known = show_run(client, run);
    if (!known) return refused(known.error());
    const std::string wanted = arguments.positional.size() > 2 ? arguments.positional[2] : arguments.value("--task");
    bool any = false, line_ended = true;
    for (const run::Event& event : known->events) {
        if (event.kind != run::EventKind::starting || (!wanted.empty() && event.path != wanted)) continue;
        if (!line_ended) std::printf("\n");
        if (wanted.empty() || any) std::printf("%s\n", colour("--- " + event.path + (event.attempt > 1 ? ", attempt " + std::to_string(event.attempt) : ""), "1").c_str());
        any = true;
        for (std::int64_t offset = 0;;) {
            auto part = ask(client, {{"log", {{"run", run}, {"path", event.path}, {"attempt", event.attempt}, {"offset", offset}}}});
            if (!part) return refused(part.error());
            const std::string data = part->value("data", std::string());
            if (const auto missing = part->value("missing", std::int64_t(0)); missing > 0) std::printf("\n… %lld bytes left out …\n", static_cast<long long>(missing));
            std::fwrite(data.data(), 1, data.size(), stdout);
            if (!data.empty()) line_ended = data.back() == '\n';
            offset = part->value("next", offset);
            if (part->value("end", true) || data.empty()) break;
        }
    }
    if (!any) return refused({{wanted.empty() ? WEFT_TR("core", "no task of this run has started") : WEFT_TR("core", "task \"%1\" of this run has not started"), {wanted}}, {}});
    return exit_ok;
}

int export_run(run::Client& client, const std::string& run, const Arguments& arguments) {
    auto known = show_run(client, run);
    if (!known) return refused(known.error());
    std::string text;
    for (const run::Event& event : known->events) text += run::to_json(event) + "\n";
    auto written = write_output(arguments.value("--output", "-"), text);
    if (!written) { complain(written.error()); return exit_unreadable; }
    return exit_ok;
}

}  // namespace

int verb_runs(const Arguments& arguments) {
    const std::string what = arguments.positional.empty() ? "list" : arguments.positional[0];
    auto client = run::Client::connect(true);
    if (!client) { complain(client.error()); return exit_unreadable; }
    if (what == "list") return list_runs(**client, arguments);
    auto run = find_run(**client, arguments.positional.size() > 1 ? arguments.positional[1] : std::string());
    if (!run) return refused(run.error());
    if (what == "show") return show_one(**client, *run, arguments.has("--json"));
    if (what == "logs") return logs(**client, *run, arguments);
    if (what == "export") return export_run(**client, *run, arguments);
    json body;
    if (what == "cancel") {
        body = {{"cancel", {{"run", *run}, {"how", arguments.has("--kill") ? "kill" : "stop"}}}};
        if (const std::string task = arguments.value("--task"); !task.empty()) body["cancel"]["task"] = task;
    } else if (what == "retry") {
        body = {{"retry", {{"run", *run}}}};
    } else if (what == "resume") {                       // ends a wait: `runs resume RUN TASK`
        body = {{"resume", {{"run", *run}, {"task", arguments.positional.size() > 2 ? arguments.positional[2] : arguments.value("--task")}}}};
    } else {
        return usage_error("runs knows list, show, logs, cancel, retry, resume and export, not \"" + what + "\"");
    }
    auto done = ask(**client, body);
    return done ? int(exit_ok) : refused(done.error());
}

}  // namespace weft::cli
