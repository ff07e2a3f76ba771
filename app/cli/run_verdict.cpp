// `weft verdict` and `weft simulate`: no process, only the fold of events and the judge.
#include <cstdio>

#include "app/cli/open.h"
#include "app/cli/output.h"
#include "app/cli/run_support.h"
#include "app/cli/verbs.h"
#include "core/run/protocol.h"
#include "core/run/simulate.h"

namespace weft::cli {

using nlohmann::json;

int verb_verdict(const Arguments& arguments) {
    const std::string target = arguments.value("--target", "native");
    if (target != "native" && target != "local") return usage_error("verdict reads event logs of \"native\" (weft runs export), not of \"" + target + "\"");
    const std::string file = arguments.positional.front();
    auto text = read_input(file);
    if (!text) { complain(text.error()); return exit_unreadable; }
    run::RunState state;
    int number = 0;
    for (std::size_t from = 0; from < text->size();) {
        const std::size_t to = std::min(text->find('\n', from), text->size());
        ++number;
        std::string_view line = std::string_view(*text).substr(from, to - from);
        from = to + 1;
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        std::string inner(line);
        const json object = run::parse_object(line);
        if (object.contains("event")) inner = run::line_of(object["event"]);
        else if (object.contains("run") && object["run"].is_object()) continue;       // the frame of `weft run --json`
        else if (object.contains("verdict")) continue;
        auto event = run::event_from_json(inner);
        if (!event) {
            complain(Error{event.error().message, {shown_name(file), number, 0}});
            return exit_unreadable;
        }
        state = run::reduce(std::move(state), *event);
    }
    Flow flow;
    if (const std::string given = arguments.value("--flow"); !given.empty()) {
        auto document = open_file(given);
        if (!document) { complain(document.error()); return exit_unreadable; }
        flow = *(*document)->flow;
    }
    const run::Verdict verdict = run::verdict(flow, state);
    if (arguments.has("--json")) std::printf("%s\n", run::line_of(verdict_json(verdict)).c_str());
    else print_verdict(verdict);
    return run::exit_code(verdict.outcome);
}

int verb_simulate(const Arguments& arguments) {
    const std::string target = arguments.value("--target", "local");
    if (target != "local" && !target.starts_with("local@")) return usage_error("simulate knows what \"local\" reports; \"" + target + "\" is not simulated yet");
    const std::string file = arguments.positional.front();
    int code = exit_ok;
    const DocumentPtr document = open_argument(file, arguments, code);
    if (!document) return code;
    std::vector<std::string> failing = arguments.values("--fail");
    failing.insert(failing.end(), arguments.positional.begin() + 1, arguments.positional.end());
    for (const std::string& path : failing)
        if (!at_path(*document->flow, path.substr(0, path.find('[')))) return usage_error("there is no task \"" + path + "\"");
    const run::Simulation simulation = run::simulate(*document->flow, failing);
    if (arguments.has("--json")) {
        json tasks = json::array();
        for (const auto& [path, task] : simulation.state.tasks)
            tasks.push_back({{"path", path}, {"stage", run::stage_name(task.stage)}, {"handler", task.handler}, {"because", task.because}});
        std::printf("%s\n", run::line_of({{"version", 1}, {"tasks", std::move(tasks)}, {"handlers_see", run::outcome_name(simulation.body)},
                                          {"engine", run::outcome_name(simulation.verdict.outcome)}, {"verdict", verdict_json(simulation.verdict)}}).c_str());
        return exit_ok;
    }
    for (const auto& [path, task] : simulation.state.tasks)
        std::printf("  %s %-30s %s%s\n", colour(stage_mark(task.stage), stage_colour(task.stage).c_str()).c_str(), path.c_str(), run::stage_name(task.stage),
                    task.handler ? "  (exit handler)" : "");
    std::printf("exit handlers see: %s\n", run::outcome_name(simulation.body));
    std::printf("local reports what is true:\n");
    print_verdict(simulation.verdict);
    return exit_ok;
}

}  // namespace weft::cli
