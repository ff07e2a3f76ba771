// `weft runner`: without a word it *is* the runner; `status` and `stop` talk to it.
#include <cstdio>

#include "app/cli/output.h"
#include "app/cli/run_support.h"
#include "app/cli/verbs.h"
#include "core/run/protocol.h"
#include "core/targets/local/runner.h"

namespace weft::cli {

using nlohmann::json;

int verb_runner(const Arguments& arguments) {
    if (arguments.positional.empty()) {
        local::RunnerOptions options = local::runner_options_from_env();
        options.on_ready = [] {
            std::printf("weft runner listens\n");      // whoever started it waits for this line
            std::fflush(stdout);
        };
        return local::run_runner(options);
    }
    const std::string what = arguments.positional.front();
    if (what != "status" && what != "stop") return usage_error("runner knows status and stop, not \"" + what + "\"");
    auto client = run::Client::connect(false);
    if (!client) {
        if (arguments.has("--json")) std::printf("{\"running\":false}\n");
        else std::printf("no runner is running\n");
        return what == "stop" ? exit_ok : exit_found;
    }
    auto answer = ask(**client, {{what == "stop" ? "shutdown" : "status", json::object()}});
    if (!answer) { complain(answer.error()); return exit_found; }
    if (what == "stop") {
        while (client->get()->next_line(60'000)) {}     // until it has ended the connection: its runs are recorded then
        return exit_ok;
    }
    if (arguments.has("--json")) {
        (*answer)["running"] = true;
        std::printf("%s\n", run::line_of(*answer).c_str());
        return exit_ok;
    }
    std::printf("runner %s, pid %lld: %lld runs, %lld of at most %lld processes, %lld clients, run history %s\n", answer->value("version", std::string()).c_str(),
                answer->value("pid", 0LL), answer->value("runs", 0LL), answer->value("processes", 0LL), answer->value("jobs", 0LL), answer->value("clients", 0LL),
                answer->value("store", std::string()).c_str());
    if (const std::string notice = answer->value("notice", std::string()); !notice.empty()) std::printf("%s\n", notice.c_str());
    return exit_ok;
}

}  // namespace weft::cli
