// `weft run`, `weft submit`, `weft watch`.
#include <cstdio>
#include <iostream>
#include <unistd.h>

#include "app/cli/open.h"
#include "app/cli/output.h"
#include "app/cli/run_support.h"
#include "app/cli/verbs.h"
#include "core/io/file.h"
#include "core/run/protocol.h"
#include "core/targets/local/reproduce.h"
#include "core/targets/local/sandbox.h"
#include "core/targets/local/trust.h"

namespace weft::cli {

using nlohmann::json;

namespace {

Result<json> parameters(const Arguments& arguments) {
    json params = json::object();
    for (const std::string& given : arguments.values("--param")) {
        const std::size_t equals = given.find('=');
        if (equals == std::string::npos || equals == 0) return fail({WEFT_TR("core", "--param takes NAME=VALUE, not \"%1\""), {given}});
        params[given.substr(0, equals)] = given.substr(equals + 1);
    }
    return params;
}

// Shows what would be executed and asks, once per file. Without a terminal nobody can answer.
bool may_run(const std::string& file, const Flow& flow, bool yes) {
    if (yes || local::is_trusted(file, flow)) return true;
    if (!isatty(STDIN_FILENO) || !isatty(STDERR_FILENO)) {
        complain("this flow has not been trusted yet; look at it, then run it with --yes");
        return false;
    }
    std::fprintf(stderr, "This flow runs these commands on this computer, as you:\n");
    for (const std::string& line : local::what_it_runs(flow)) std::fprintf(stderr, "  %s\n", line.c_str());
    std::fprintf(stderr, "Run it? [y/N] ");
    std::string answer;
    std::getline(std::cin, answer);
    if (answer != "y" && answer != "yes" && answer != "Y") return false;
    if (auto kept = local::trust_commands(flow); !kept) complain(kept.error());
    return true;
}

void list_not_reproduced(const Flow& flow) {
    for (const local::NotReproduced& one : local::not_reproduced(flow, local::sandbox_works()))
        std::fprintf(stderr, "%s %s\n", one.blocks ? "cannot run:" : "not reproduced:", local::describe(one).c_str());
}

struct Submitted { std::unique_ptr<run::Client> client; std::string run; std::int64_t number = 0; };

// The exit code when it did not work.
std::optional<int> submit(const Arguments& arguments, Submitted* out) {
    if (const std::string on = arguments.value("--on", "local"); on != "local") return usage_error("there is no connection \"" + on + "\"; flows run on \"local\"");
    const std::string given = arguments.positional.front();
    int code = exit_ok;
    const DocumentPtr document = open_argument(given, arguments, code);
    if (!document) return code;
    const std::string file = given == "-" ? std::string() : io::absolute_path(given);
    auto params = parameters(arguments);
    if (!params) return usage_error(english(params.error().message));
    if (!may_run(file, *document->flow, arguments.has("--yes"))) return exit_usage;
    list_not_reproduced(*document->flow);
    auto client = run::Client::connect(true);
    if (!client) { complain(client.error()); return exit_unknown; }
    auto answer = ask(**client, {{"submit", {{"file", file}, {"text", document->text}, {"flow_index", document->flow_index}, {"params", *params}, {"trusted", true}}}});
    if (!answer) { complain(answer.error()); return exit_unreadable; }
    *out = {std::move(*client), answer->value("run", std::string()), answer->value("number", std::int64_t(0))};
    return std::nullopt;
}

}  // namespace

int verb_run(const Arguments& arguments) {
    Submitted submitted;
    if (const auto code = submit(arguments, &submitted)) return *code;
    return follow(*submitted.client, submitted.run, arguments.has("--json"));
}

int verb_submit(const Arguments& arguments) {
    Submitted submitted;
    if (const auto code = submit(arguments, &submitted)) return *code;
    if (arguments.has("--json")) std::printf("%s\n", run::line_of({{"run", submitted.run}, {"number", submitted.number}}).c_str());
    else std::printf("%s\n", submitted.run.c_str());
    return exit_ok;
}

int verb_watch(const Arguments& arguments) {
    auto client = run::Client::connect(true);
    if (!client) { complain(client.error()); return exit_unknown; }
    auto run = find_run(**client, arguments.positional.empty() ? std::string() : arguments.positional.front());
    if (!run) { complain(run.error()); return exit_usage; }
    return follow(**client, *run, arguments.has("--json"));
}

}  // namespace weft::cli
