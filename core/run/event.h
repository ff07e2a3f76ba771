// Everything that runs a flow, ours or an engine, is a stream of these events.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace weft::run {

enum class EventKind {
    created,            // path "" = the run itself (data: flow name, file, target, verdict rules), otherwise a task instance (data: name, role, handler trigger)
    ready, starting, started,
    output,             // data: name=value
    ended,              // data: result=succeeded|failed|errored|timed-out|cancelled, exit=N, reason=…
    skipped,            // data: reason=condition|upstream|…, because=path
    retry_at,           // data: at=unix ms
    suspended, resumed,
    expanded,           // data: children=…
    handler_triggered,
    cancel_asked,       // data: how=stop|kill, by=user|timeout
    body_ended,         // data: result
    contact_lost, contact_back,
    engine_says,        // data: word, message
    forced,             // data: result, by
    run_ended,          // the runner has nothing left to do (data: result = verdict word): terminal for the run
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

    std::string get(std::string_view key) const;   // "" when absent
    friend bool operator==(const Event&, const Event&) = default;
};

const char* kind_name(EventKind);                      // "handler-triggered"
bool parse_kind(std::string_view name, EventKind* kind);
std::string to_json(const Event&);                     // one line, stable key order
Result<Event> event_from_json(std::string_view line);

}  // namespace weft::run
