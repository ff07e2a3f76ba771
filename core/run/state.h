// The state of one run: a pure fold over its events. Independent of order and duplicates (within an attempt the later stage wins).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/model/flow.h"
#include "core/run/event.h"
#include "core/run/fold.h"

namespace weft::run {

struct Attempt {
    int epoch = 1, number = 0;
    Stage stage = Stage::none;
    std::int64_t started_ms = 0, ended_ms = 0;
    int exit_code = -1;             // -1 = none
    std::string reason;             // "exit 1", "command not found: X", "timed out after 2 s"
    AttemptLedger ledger;           // for reduce() only
    friend bool operator==(const Attempt&, const Attempt&) = default;
};

struct TaskState {
    std::string path;               // "bye/always", "fan[3]"
    std::string name;
    bool handler = false;
    Trigger trigger = Trigger::always;
    bool warn_only = false, tolerated = false;
    bool group = false;             // has children
    int epoch = 1;
    Stage stage = Stage::none;      // of the newest attempt, or skipped / cancelled without one
    std::vector<Attempt> attempts;
    std::vector<Datum> outputs;
    std::string reason;             // why skipped, why failed
    std::string because;            // path of the task that caused it
    std::string image_note;         // "image not used: runs as a process; would be python:3.12 (from the flow)"
    bool forced = false;
    std::string recovered_by;       // an on-failed edge with `recovers`
    std::string engine_word;
    std::int64_t started_ms = 0, ended_ms = 0, retry_at_ms = 0;
    long children = -1;             // as announced by `expanded`; -1 = not known
    long min_succeeded = 0;         // success ratio of a replicated task; 0 = all of them
    TaskLedger ledger;              // for reduce() only
    std::vector<Attempt> own;       // what was said about the task as a whole (attempt 0), one an epoch; for reduce() only
    friend bool operator==(const TaskState&, const TaskState&) = default;
};

struct RunState {
    std::string run, flow, file, target;
    int epoch = 1;
    bool body_ended = false, ended = false, stop_asked = false, kill_asked = false, contact_lost = false, timed_out = false;
    std::int64_t created_ms = 0, started_ms = 0, ended_ms = 0;
    std::int64_t last_seq = 0;
    std::string engine_word, engine_message;
    std::string forced, forced_by;               // result set by a person for the whole run; "" = none
    std::vector<std::string> not_reproduced;     // "images not used", "synchronization" …
    std::map<std::string, TaskState> tasks;      // by path; parents of a known task are there too
    RunLedger ledger;                            // for reduce() only
    friend bool operator==(const RunState&, const RunState&) = default;
};

// "a/b[3]" -> "a/b", "a/b" -> "a", "a" -> "".
std::string parent_path(std::string_view path);
bool is_item(std::string_view path);             // ends in "[digits]"

// A run without an id takes the id of its first event.
RunState reduce(RunState state, const Event& event);
void advance(RunState& state, const Event& event);      // the same in place, for who applies one event after the other
RunState reduce_all(const std::string& run, const std::vector<Event>& events);

}  // namespace weft::run
