// Every field of a RunState is derived from registers that are joins (max, min, first, latest by mark), so events may come in any order and twice.
#include <algorithm>
#include <charconv>

#include "core/run/state.h"

namespace weft::run {

namespace {

constexpr int deepest = 64;                     // parents that are made for a path; a stranger's path of a million slashes ends here

std::int64_t number(const std::string& text, std::int64_t absent) {
    std::int64_t value = absent;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? value : absent;
}

Mark mark_of(const Event& event) { return {std::max(1, event.epoch), 0, event.seq, event.time_ms}; }
Mark attempt_mark(const Event& event) { return {std::max(1, event.epoch), event.attempt, event.seq, event.time_ms}; }

void earliest(std::int64_t* field, std::int64_t time_ms) {
    if (time_ms > 0 && (*field == 0 || time_ms < *field)) *field = time_ms;
}

Stage result_stage(const std::string& result) {
    if (result == "succeeded") return Stage::succeeded;
    if (result == "errored") return Stage::errored;
    if (result == "timed-out") return Stage::timed_out;
    if (result == "cancelled") return Stage::cancelled;
    if (result == "skipped") return Stage::skipped;
    return Stage::failed;                       // what nobody can read is never green
}

Trigger trigger_of(const std::string& text) {
    return text == "on-success" ? Trigger::on_success : text == "on-failure" ? Trigger::on_failure : Trigger::always;
}

// --- attempts ---------------------------------------------------------------------------------------------------------------------
Attempt& slot(std::vector<Attempt>& attempts, int epoch, int number) {
    const auto before = [](const Attempt& a, const std::pair<int, int>& key) { return std::pair(a.epoch, a.number) < key; };
    auto it = std::lower_bound(attempts.begin(), attempts.end(), std::pair(epoch, number), before);
    if (it == attempts.end() || it->epoch != epoch || it->number != number) {
        it = attempts.insert(it, Attempt{});
        it->epoch = epoch;
        it->number = number;
    }
    return *it;
}

void settle(Attempt& attempt) {
    const Ending& ending = attempt.ledger.ending;
    const Stage reached = attempt.ledger.reached;
    attempt.stage = ending.at.epoch > 0 ? ending.stage
                    : attempt.ledger.retry_announced && reached < Stage::starting ? Stage::retrying : reached;
    attempt.exit_code = ending.exit_code;
    attempt.reason = ending.reason;
    attempt.ended_ms = ending.at.time_ms;
}

Stage stage_reached(EventKind kind) {
    switch (kind) {
        case EventKind::created: case EventKind::expanded: return Stage::waiting;
        case EventKind::ready: case EventKind::handler_triggered: return Stage::ready;
        case EventKind::starting: return Stage::starting;
        case EventKind::started: case EventKind::resumed: case EventKind::suspended: return Stage::running;
        default: return Stage::none;
    }
}

Ending ending_of(const Event& event) {
    Ending ending{attempt_mark(event)};
    ending.stage = event.kind == EventKind::skipped ? Stage::skipped : result_stage(event.get("result"));
    ending.exit_code = int(number(event.get("exit"), -1));
    ending.reason = event.get("reason");
    ending.because = event.get("because");
    ending.recovered_by = event.get("recovered-by");
    return ending;
}

// --- one task -----------------------------------------------------------------------------------------------------------------------
// What the registers say, as the plain fields that everybody reads.
void settle(TaskState& task, int run_epoch, bool below_handler) {
    TaskLedger& ledger = task.ledger;
    const std::string& forced = ledger.forced.value;
    const Attempt* own = nullptr;
    for (const Attempt& each : task.own)
        if (each.epoch == ledger.epoch) own = &each;
    const Attempt* newest = !task.attempts.empty() && task.attempts.back().epoch == ledger.epoch ? &task.attempts.back() : nullptr;
    const Attempt* speaker = own && terminal(own->stage) ? own : newest ? newest : own;

    task.epoch = std::max(1, ledger.epoch);
    task.stage = speaker ? speaker->stage : Stage::none;
    task.reason = speaker ? speaker->reason : std::string();
    task.because = speaker ? speaker->ledger.ending.because : std::string();
    task.recovered_by = speaker ? speaker->ledger.ending.recovered_by : std::string();
    task.ended_ms = speaker ? speaker->ended_ms : 0;
    task.started_ms = 0;
    for (const Attempt& each : task.attempts)
        if (each.epoch == ledger.epoch) earliest(&task.started_ms, each.started_ms);
    if (own) earliest(&task.started_ms, own->started_ms);
    if (speaker == newest && newest && newest->ledger.retry_announced && newest->stage != Stage::succeeded && terminal(newest->stage)) task.stage = Stage::retrying;
    if (!terminal(task.stage) && ledger.suspended.value && ledger.suspended.at.epoch >= ledger.epoch) task.stage = Stage::suspended;
    if (!terminal(task.stage) && ledger.lost.value && ledger.lost.at.epoch >= ledger.epoch) task.stage = Stage::lost;
    // After an in-place retry only what was green stands; handlers have to run again in any case.
    const bool stands = task.stage == Stage::succeeded || (task.stage == Stage::skipped && task.reason == "condition");
    if (ledger.epoch < run_epoch && ledger.epoch > 0 && (!stands || below_handler)) {
        task.stage = Stage::waiting;
        task.reason.clear(), task.because.clear(), task.recovered_by.clear();
        task.started_ms = task.ended_ms = 0;
    }
    task.forced = !forced.empty() && ledger.forced.at.epoch >= ledger.epoch && (ledger.epoch == run_epoch || result_stage(forced) == Stage::succeeded);
    if (task.forced) task.stage = result_stage(forced);
}

bool below_handler(const RunState& state, const std::string& path) {
    std::string at = path;
    for (int i = 0; i < deepest && !at.empty(); ++i, at = parent_path(at))
        if (const auto it = state.tasks.find(at); it != state.tasks.end() && it->second.handler) return true;
    return false;
}

void settle_all(RunState& state) {
    for (auto& [path, task] : state.tasks) settle(task, state.epoch, state.epoch > 1 && below_handler(state, path));
}

// Whether it has children that are no handlers; only asked when a child turns out to be a handler after all.
bool has_children(const RunState& state, const std::string& path) {
    for (const char next : {'/', '['}) {
        const std::string from = path + next;
        for (auto it = state.tasks.lower_bound(from); it != state.tasks.end() && it->first.starts_with(from); ++it)
            if (!it->second.handler && parent_path(it->first) == path) return true;
    }
    return false;
}

TaskState& make_task(RunState& state, const std::string& path, bool* fresh) {
    auto [it, made] = state.tasks.try_emplace(path);
    if (made) {
        const std::size_t slash = path.rfind('/');
        it->second.path = path;
        it->second.name = slash == std::string::npos ? path : path.substr(slash + 1);
    }
    *fresh = made;
    return it->second;
}

TaskState& task_at(RunState& state, const std::string& path, bool handler) {
    bool fresh = false;
    TaskState& task = make_task(state, path, &fresh);
    const bool turned = handler && !task.handler && !fresh;
    task.handler = task.handler || handler;
    bool child_is_handler = task.handler, linked = !fresh && !turned;
    std::string parent = parent_path(path);
    for (int i = 0; i < deepest && !linked && !parent.empty(); ++i, parent = parent_path(parent)) {
        bool made = false;
        TaskState& above = make_task(state, parent, &made);
        if (turned && i == 0) above.group = has_children(state, parent);
        else above.group = above.group || !child_is_handler;
        linked = !made;
        child_is_handler = false;
    }
    return task;
}

void note_created(TaskState& task, const Event& event) {
    TaskLedger& ledger = task.ledger;
    const Mark mark = mark_of(event);
    if (const std::string& name = event.get("name"); !name.empty()) ledger.name.say(mark, name, &task.name);
    if (const std::string& trigger = event.get("trigger"); !trigger.empty()) ledger.trigger.say(mark, trigger), task.trigger = trigger_of(ledger.trigger.value);
    task.warn_only = task.warn_only || event.get("warn-only") == "true";
    task.tolerated = task.tolerated || event.get("tolerated") == "true";
    task.min_succeeded = std::max<long>(task.min_succeeded, long(number(event.get("min-succeeded"), 0)));
}

void note_outputs(TaskState& task, const Event& event) {
    for (const Datum& datum : event.data) {
        auto at = std::lower_bound(task.outputs.begin(), task.outputs.end(), datum.key, [](const Datum& one, const std::string& key) { return one.key < key; });
        if (at == task.outputs.end() || at->key != datum.key) at = task.outputs.insert(at, {datum.key, {}});
        task.ledger.outputs[datum.key].say(attempt_mark(event), datum.value, &at->value);
    }
}

// What is about the task whatever its attempts do.
void note_task(TaskState& task, const Event& event) {
    const Mark mark = mark_of(event);
    TaskLedger& ledger = task.ledger;
    switch (event.kind) {
        case EventKind::created: note_created(task, event); break;
        case EventKind::output: note_outputs(task, event); break;
        case EventKind::expanded: task.children = std::max<long>(task.children, long(number(event.get("children"), -1))); break;
        case EventKind::contact_lost: ledger.lost.say(mark, true); break;
        case EventKind::contact_back: ledger.lost.say(mark, false); break;
        case EventKind::suspended: ledger.suspended.say(mark, true); break;
        case EventKind::resumed: ledger.suspended.say(mark, false); break;
        case EventKind::engine_says: ledger.engine_word.say(mark, event.get("word"), &task.engine_word); break;
        case EventKind::forced: ledger.forced.say(mark, event.get("result")), ledger.epoch = std::max(ledger.epoch, mark.epoch); break;
        case EventKind::retry_at: task.retry_at_ms = std::max(task.retry_at_ms, number(event.get("at"), 0)); break;
        default: break;
    }
    if (const std::string& note = event.get("image-note"); !note.empty() && event.kind != EventKind::output)
        ledger.image_note.say(mark, note, &task.image_note);
}

void note_attempt(TaskState& task, const Event& event) {
    const bool ends = event.kind == EventKind::ended || event.kind == EventKind::skipped;
    const Stage reached = stage_reached(event.kind);
    if (!ends && reached == Stage::none && event.kind != EventKind::retry_at) return;
    task.ledger.epoch = std::max(task.ledger.epoch, std::max(1, event.epoch));
    Attempt& attempt = slot(event.attempt > 0 ? task.attempts : task.own, std::max(1, event.epoch), std::max(0, event.attempt));
    attempt.ledger.reached = std::max(attempt.ledger.reached, reached);
    if (ends) attempt.ledger.ending.say(ending_of(event));
    if (event.kind == EventKind::retry_at) attempt.ledger.retry_announced = true;
    if (event.kind == EventKind::starting || event.kind == EventKind::started) earliest(&attempt.started_ms, event.time_ms);
    settle(attempt);
}

// --- the run --------------------------------------------------------------------------------------------------------------------------
void note_run_created(RunState& state, const Event& event) {
    const Mark mark = mark_of(event);
    earliest(&state.created_ms, event.time_ms);
    if (const std::string& flow = event.get("flow"); !flow.empty()) state.ledger.flow.say(mark, flow), state.flow = state.ledger.flow.value;
    if (const std::string& file = event.get("file"); !file.empty()) state.ledger.file.say(mark, file), state.file = state.ledger.file.value;
    if (const std::string& target = event.get("target"); !target.empty()) state.ledger.target.say(mark, target), state.target = state.ledger.target.value;
    for (const Datum& datum : event.data) {
        if (datum.key != "not-reproduced") continue;
        auto it = std::lower_bound(state.not_reproduced.begin(), state.not_reproduced.end(), datum.value);
        if (it == state.not_reproduced.end() || *it != datum.value) state.not_reproduced.insert(it, datum.value);
    }
}

void note_cancel(RunLedger& ledger, const Event& event, int epoch) {
    int& field = event.get("by") == "timeout" ? ledger.timed_out : event.get("how") == "kill" ? ledger.kill : ledger.stop;
    field = std::max(field, epoch);
}

void note_run_ended(RunLedger& ledger, const Event& event, int epoch) {
    if (epoch > ledger.ended) ledger.ended = epoch, ledger.ended_ms = 0;
    if (epoch == ledger.ended) earliest(&ledger.ended_ms, event.time_ms);
}

void note_run(RunState& state, const Event& event) {
    RunLedger& ledger = state.ledger;
    const int epoch = std::max(1, event.epoch);
    const Mark mark = mark_of(event);
    switch (event.kind) {
        case EventKind::created: note_run_created(state, event); break;
        case EventKind::body_ended: ledger.body_ended = std::max(ledger.body_ended, epoch); break;
        case EventKind::run_ended: note_run_ended(ledger, event, epoch); break;
        case EventKind::cancel_asked: note_cancel(ledger, event, epoch); break;
        case EventKind::contact_lost: ledger.lost.say(mark, true); break;
        case EventKind::contact_back: ledger.lost.say(mark, false); break;
        case EventKind::engine_says: ledger.engine.say(mark, {event.get("word"), event.get("message")}); break;
        case EventKind::forced: ledger.forced.say(mark, {event.get("result"), event.get("by")}); break;
        default: break;
    }
}

void settle_run(RunState& state) {
    const RunLedger& ledger = state.ledger;
    state.body_ended = ledger.body_ended == state.epoch;
    state.ended = ledger.ended == state.epoch;
    state.ended_ms = state.ended ? ledger.ended_ms : 0;
    state.stop_asked = ledger.stop == state.epoch;
    state.kill_asked = ledger.kill == state.epoch;
    state.timed_out = ledger.timed_out == state.epoch;
    state.contact_lost = ledger.lost.value;
    const bool fresh_word = ledger.engine.at.epoch == state.epoch, fresh_force = ledger.forced.at.epoch == state.epoch;
    state.engine_word = fresh_word ? ledger.engine.value.first : std::string();
    state.engine_message = fresh_word ? ledger.engine.value.second : std::string();
    state.forced = fresh_force ? ledger.forced.value.first : std::string();
    state.forced_by = fresh_force ? ledger.forced.value.second : std::string();
}

}  // namespace

void advance(RunState& state, const Event& event) {
    if (state.run.empty()) state.run = event.run;
    if (event.run != state.run) return;

    const int epoch = std::max({1, event.epoch, state.epoch});
    bool everything = epoch != state.epoch;
    state.epoch = epoch;
    state.last_seq = std::max(state.last_seq, event.seq);
    if (event.path.empty()) {
        note_run(state, event);
    } else {
        const bool handler = event.kind == EventKind::handler_triggered || (event.kind == EventKind::created && event.get("role") == "handler");
        const auto known = state.tasks.find(event.path);
        const bool turned = handler && known != state.tasks.end() && !known->second.handler;
        TaskState& task = task_at(state, event.path, handler);
        note_task(task, event);
        note_attempt(task, event);
        if (event.kind == EventKind::starting || event.kind == EventKind::started) earliest(&state.started_ms, event.time_ms);
        settle(task, state.epoch, state.epoch > 1 && below_handler(state, event.path));
        everything = everything || (turned && state.epoch > 1);
    }
    settle_run(state);
    if (everything) settle_all(state);
}

RunState reduce(RunState state, const Event& event) {
    advance(state, event);
    return state;
}

RunState reduce_all(const std::string& run, const std::vector<Event>& events) {
    RunState state;
    state.run = run;
    for (const Event& event : events) advance(state, event);
    return state;
}

}  // namespace weft::run
