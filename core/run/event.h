// Everything that runs a flow, ours or an engine, is a stream of these events.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace weft::run {

// The keys that reduce() reads are named here; other keys are kept and shown. A key may repeat. Booleans are "true".
enum class EventKind {
    created,            // path "" = the run itself: flow, file, target, not-reproduced (repeats: "images not used", "synchronization" …).
                        // Otherwise a task instance: name, role=task|handler, trigger=always|on-success|on-failure, warn-only, tolerated,
                        // min-succeeded=N (of a replicated task), image-note. In epoch > 1: this task runs again.
    ready, starting, started,
    output,             // NAME=value, one datum an output
    ended,              // result=succeeded|failed|errored|timed-out|cancelled, exit=N, reason=…, because=path, recovered-by=path
    skipped,            // reason=condition|upstream|trigger (a handler that its scope's result does not call)|cancelled|muted, because=path
    retry_at,           // at=unix ms; `attempt` is the one that failed (or the one to come)
    suspended, resumed,
    expanded,           // children=N (instances or inner tasks of a group)
    handler_triggered,
    cancel_asked,       // how=stop|kill, by=user|timeout; path "" = the run, and then by=timeout means that the flow's own timeout struck
    body_ended,         // result
    contact_lost, contact_back,
    engine_says,        // word, message
    forced,             // result, by; path "" = the run's result
    run_ended,          // the runner has nothing left to do (result = verdict word): terminal for the run
};

struct Datum { std::string key, value; friend bool operator==(const Datum&, const Datum&) = default; };

struct Event {
    std::string run;          // id of the run; reduce() ignores events of another run
    int epoch = 1;            // in-place retries open the next epoch
    std::int64_t seq = 0;     // order within (run), from 1; 0 = unknown
    std::string path;         // "a/b[3]"; "" = the run
    int attempt = 0;          // from 1; 0 = not about an attempt
    EventKind kind = EventKind::created;
    std::int64_t time_ms = 0; // wall clock, for display only
    std::vector<Datum> data;

    const std::string& get(std::string_view key) const;   // of the first such datum; "" when absent
    friend bool operator==(const Event&, const Event&) = default;
};

const char* kind_name(EventKind);                      // "handler-triggered"
bool parse_kind(std::string_view name, EventKind* kind);
std::string to_json(const Event&);                     // one line, stable key order
Result<Event> event_from_json(std::string_view line);

}  // namespace weft::run
