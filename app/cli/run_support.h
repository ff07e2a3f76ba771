// What the verbs that run, watch and look back share: asking the runner, following a run, saying how it ended.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/run/client.h"
#include "core/run/store.h"
#include "core/run/verdict.h"
#include "core/targets/document.h"

namespace weft::cli {

// The request's "ok" object, or the runner's refusal.
Result<nlohmann::json> ask(run::Client& client, const nlohmann::json& body);

struct KnownRun {
    run::RunRecord record;
    FlowPtr flow;                       // an empty flow when the text cannot be read any more
    std::vector<run::Event> events;
    bool active = false;
};
Result<KnownRun> show_run(run::Client& client, const std::string& run, bool with_events = true);
// "RUN" of the command line: an id, the beginning of one, or "FLOW#14"; "" or "last" = the newest.
Result<std::string> find_run(run::Client& client, const std::string& name);

nlohmann::json verdict_json(const run::Verdict& verdict);
// "Failed: train exited with 1" and what belongs beside it, coloured on a terminal.
void print_verdict(const run::Verdict& verdict);
std::string outcome_colour(run::Outcome outcome);       // SGR
std::string stage_mark(run::Stage stage);               // one glyph, never colour alone
std::string stage_colour(run::Stage stage);
std::string duration_text(std::int64_t ms);             // "850 ms", "12.3 s", "4 min 5 s"
std::string time_text(std::int64_t wall_ms);            // local, "2026-03-04 05:06:07"

// Follows a run to its end; live tree, or JSON lines. Interrupt: the first stops it politely, the second ends it at once. Returns the exit code.
int follow(run::Client& client, const std::string& run, bool json);

}  // namespace weft::cli
