#include "app/cli/run_support.h"

#include <algorithm>
#include <cstdio>
#include <ctime>

#include "app/cli/output.h"
#include "core/run/protocol.h"

namespace weft::cli {

using nlohmann::json;

Result<json> ask(run::Client& client, const json& body) {
    auto text = client.request(run::line_of(body));
    if (!text) return tl::unexpected(text.error());
    json object = run::parse_object(*text);
    if (!object.is_object()) return fail(WEFT_TR("core", "the runner's answer cannot be read"));
    return object;
}

Result<KnownRun> show_run(run::Client& client, const std::string& name, bool with_events) {
    auto answer = ask(client, {{"show", {{"run", name}, {"events", with_events}}}});
    if (!answer) return tl::unexpected(answer.error());
    KnownRun known;
    known.record = run::record_from_json(answer->value("run", json::object()));
    known.active = answer->value("run", json::object()).value("active", false);
    for (const json& line : answer->value("events", json::array()))
        if (auto event = run::event_from_json(run::line_of(line))) known.events.push_back(std::move(*event));
    auto document = open_text(known.record.flow_text, known.record.file, known.record.flow_index);
    known.flow = document ? (*document)->flow : std::make_shared<const Flow>();
    return known;
}

Result<std::string> find_run(run::Client& client, const std::string& name) {
    auto answer = ask(client, {{"list", {{"limit", 1000}}}});
    if (!answer) return tl::unexpected(answer.error());
    std::vector<std::string> hits;
    for (const json& one : answer->value("runs", json::array())) {
        const run::RunRecord record = run::record_from_json(one);
        if (name.empty() || name == "last" || name == record.run) return record.run;
        if (record.run.starts_with(name) || record.flow + "#" + std::to_string(record.number) == name) hits.push_back(record.run);
    }
    if (hits.size() == 1) return hits.front();
    if (hits.empty()) return fail({name.empty() ? WEFT_TR("core", "there is no run yet") : WEFT_TR("core", "there is no run \"%1\""), {name}});
    return fail({WEFT_TR("core", "\"%1\" fits several runs: %2 and %3"), {name, hits[0], hits[1]}});
}

json verdict_json(const run::Verdict& verdict) {
    json notes = json::array();
    for (const Message& note : verdict.notes) notes.push_back(english(note));
    return {{"outcome", run::outcome_name(verdict.outcome)}, {"final", verdict.final}, {"cause", verdict.cause}, {"cause_is_handler", verdict.cause_is_handler},
            {"sentence", english(verdict.sentence)}, {"handlers", english(verdict.handlers)}, {"notes", std::move(notes)}, {"warnings", verdict.warnings},
            {"engine", verdict.engine_word}};
}

std::string outcome_colour(run::Outcome outcome) {
    switch (outcome) {
        case run::Outcome::succeeded: return "1;32";
        case run::Outcome::failed: return "1;31";
        case run::Outcome::cancelled: return "1;35";
        case run::Outcome::unknown: return "1;33";
        default: return "1;34";
    }
}

void print_verdict(const run::Verdict& verdict) {
    std::string line = colour(run::outcome_name(verdict.outcome), outcome_colour(verdict.outcome).c_str());
    if (const std::string sentence = english(verdict.sentence); !sentence.empty()) line += ": " + sentence;
    std::printf("%s\n", line.c_str());
    if (!verdict.cause.empty()) std::printf("  cause: %s%s\n", verdict.cause.c_str(), verdict.cause_is_handler ? " (exit handler)" : "");
    if (const std::string handlers = english(verdict.handlers); !handlers.empty()) std::printf("  %s\n", handlers.c_str());
    for (const std::string& path : verdict.warnings) std::printf("  warning: %s failed\n", path.c_str());
    for (const Message& note : verdict.notes) std::printf("  %s\n", english(note).c_str());
    if (!verdict.engine_word.empty()) std::printf("  the engine says: %s\n", verdict.engine_word.c_str());
}

std::string stage_mark(run::Stage stage) {
    switch (stage) {
        case run::Stage::succeeded: return "✓";
        case run::Stage::failed: case run::Stage::errored: return "✗";
        case run::Stage::timed_out: return "⏱";
        case run::Stage::cancelled: return "■";
        case run::Stage::skipped: return "–";
        case run::Stage::starting: case run::Stage::running: return "▶";
        case run::Stage::retrying: return "↻";
        case run::Stage::suspended: return "‖";
        case run::Stage::lost: return "?";
        default: return "·";
    }
}

std::string stage_colour(run::Stage stage) {
    switch (stage) {
        case run::Stage::succeeded: return "32";
        case run::Stage::failed: case run::Stage::errored: case run::Stage::timed_out: return "31";
        case run::Stage::cancelled: return "35";
        case run::Stage::starting: case run::Stage::running: return "34";
        case run::Stage::retrying: case run::Stage::suspended: case run::Stage::lost: return "33";
        default: return "2";
    }
}

std::string duration_text(std::int64_t ms) {
    ms = std::max<std::int64_t>(ms, 0);
    if (ms < 1000) return std::to_string(ms) + " ms";
    if (ms < 60'000) return std::to_string(ms / 1000) + "." + std::to_string(ms % 1000 / 100) + " s";
    if (ms < 3'600'000) return std::to_string(ms / 60'000) + " min " + std::to_string(ms % 60'000 / 1000) + " s";
    return std::to_string(ms / 3'600'000) + " h " + std::to_string(ms % 3'600'000 / 60'000) + " min";
}

std::string time_text(std::int64_t wall_ms) {
    const std::time_t seconds = std::time_t(wall_ms / 1000);
    std::tm parts{};
    localtime_r(&seconds, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S", &parts);
    return text;
}

}  // namespace weft::cli
