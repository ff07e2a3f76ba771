#include "core/targets/local/active_run.h"

#include <algorithm>
#include <cstdlib>

#include "core/run/verdict.h"
#include "core/targets/local/crash.h"
#include "core/targets/local/folders.h"

namespace weft::local {

using run::EventKind;

std::int64_t milliseconds_from_env(const char* name, std::int64_t absent) {
    const char* value = std::getenv(name);
    return value && *value ? std::strtoll(value, nullptr, 10) : absent;
}

ActiveRun::ActiveRun(io::Loop& loop, std::string state, run::RunRecord record, FlowPtr flow, RunFacts facts)
    : loop_(loop), state_folder_(std::move(state)), record_(std::move(record)), flow_(std::move(flow)), epoch_(facts.epoch), plan_(flow_, std::move(facts), loop.clock()),
      grace_ms_(milliseconds_from_env("WEFT_GRACE_MS", 5000)) {
    state_.run = record_.run;
}

void ActiveRun::begin() {
    plan_.begin();
    collect();
}

void ActiveRun::add(run::Event event) {
    event.seq = ++seq_;
    event.time_ms = loop_.clock().wall_ms();
    run::advance(state_, event);
    events_.push_back(std::move(event));
}

void ActiveRun::add(EventKind kind, const std::string& path, int attempt, std::vector<run::Datum> data) {
    run::Event event;
    event.run = record_.run;
    event.epoch = epoch_;
    event.path = path;
    event.attempt = attempt;
    event.kind = kind;
    event.data = std::move(data);
    add(std::move(event));
}

// Takes over what the plan decided. Actions on attempts that have not been spawned end them without a process.
void ActiveRun::collect() {
    while (true) {
        for (run::Event& event : plan_.take_events())
            if (!replaying_ || !recorded_.count({int(event.kind), event.path, event.attempt})) add(std::move(event));
        std::vector<Action> actions = plan_.take_actions();
        if (actions.empty()) return;
        for (Action& action : actions) {
            if (action.kind == Action::Kind::start) {
                waiting_.push_back({action.node, action.attempt, std::move(action.path)});
                continue;
            }
            if (!replaying_) drop_waiting(action.node);
            for (auto& [key, live] : live_) {
                if (live.node != action.node || live.attempt != action.attempt) continue;
                if (action.kind == Action::Kind::kill) live.attempt_ptr->kill();
                else live.attempt_ptr->terminate();
            }
        }
    }
}

// An attempt without a process yet is over when it is told to end.
void ActiveRun::drop_waiting(int node) {
    std::vector<Waiting> dropped;
    for (auto it = waiting_.begin(); it != waiting_.end();)
        if (it->node == node) dropped.push_back(std::move(*it)), it = waiting_.erase(it);
        else ++it;
    for (auto it = announced_.begin(); it != announced_.end();)
        if (it->second.node == node) {
            dropped.push_back(std::move(it->second));
            live_.erase(it->first);
            it = announced_.erase(it);
        } else {
            ++it;
        }
    for (const Waiting& waiting : dropped) plan_.ended(waiting.node, waiting.attempt, {Ended::cancelled, -1, "cancelled before it started", {}, {}});
}

void ActiveRun::stop() { plan_.stop(); collect(); }
void ActiveRun::kill() { plan_.kill(); collect(); }

bool ActiveRun::stop_task(const std::string& path) {
    const bool known = plan_.stop_task(path);
    collect();
    return known;
}

bool ActiveRun::resume(const std::string& path) {
    const bool known = plan_.resume(path);
    collect();
    return known;
}

void ActiveRun::tick() {
    plan_.tick();
    collect();
    done_.clear();
}

std::vector<run::Event> ActiveRun::take_events() {
    done_.clear();
    return std::exchange(events_, {});
}

// "starting" is committed before the process exists, with the mark by which it can be found whatever happens.
void ActiveRun::announce_next() {
    Waiting next = std::move(waiting_.front());
    waiting_.pop_front();
    auto launch = plan_.prepare(next.node, next.attempt);
    if (!launch) return collect();
    AttemptPlace place;
    place.folder = attempt_folder(state_folder_, record_.run, next.path, next.attempt);
    place.id = random_id();
    place.run = record_.run;
    place.path = next.path;
    place.attempt = next.attempt;
    place.grace_ms = grace_ms_;
    if (record_.file.starts_with('/')) place.flow_folder = record_.file.substr(0, std::max<std::size_t>(record_.file.rfind('/'), 1));
    add(EventKind::starting, next.path, next.attempt, {{"mark", place.id}, {"image-note", launch->image_note}});
    const std::uint64_t key = ++last_key_;
    auto attempt = std::make_unique<Attempt>(loop_, std::move(place), std::move(launch));
    attempt->on_ended = [this, key](AttemptResult result) { ended(key, result); };
    live_.emplace(key, Live{next.node, next.attempt, next.path, std::move(attempt)});
    announced_.emplace_back(key, std::move(next));
}

bool ActiveRun::spawn_announced() {
    bool failed = false;
    for (const auto& [key, waiting] : std::exchange(announced_, {})) {
        const auto it = live_.find(key);
        if (it == live_.end()) continue;
        if (!plan_.waits_for(waiting.node)) {
            done_.push_back(std::move(it->second.attempt_ptr));
            live_.erase(it);
            continue;
        }
        crash_point();
        plan_.launched(waiting.node, waiting.attempt);
        if (auto refused = it->second.attempt_ptr->start()) {
            ended(key, *refused);
            failed = true;
            continue;
        }
        crash_point();
        add(EventKind::started, waiting.path, waiting.attempt,
            {{"pid", std::to_string(it->second.attempt_ptr->pid())}, {"start-time", std::to_string(it->second.attempt_ptr->start_time())}, {"boot", io::boot_id()}});
    }
    collect();
    return failed;
}

void ActiveRun::ended(std::uint64_t key, const AttemptResult& result) {
    const auto it = live_.find(key);
    if (it == live_.end()) return;
    const Live live{it->second.node, it->second.attempt, it->second.path, nullptr};
    done_.push_back(std::move(it->second.attempt_ptr));
    live_.erase(it);
    plan_.ended(live.node, live.attempt, result);
    collect();
    if (on_change) on_change();
}

std::vector<pid_t> ActiveRun::pids() const {
    std::vector<pid_t> all;
    for (const auto& [key, live] : live_)
        if (live.attempt_ptr->pid() > 0) all.push_back(live.attempt_ptr->pid());
    return all;
}

std::vector<std::string> ActiveRun::marks() const {
    std::vector<std::string> all;
    for (const auto& [key, live] : live_) all.push_back(live.attempt_ptr->id());
    return all;
}

bool ActiveRun::is_live(const std::string& path, int attempt) const {
    return std::any_of(live_.begin(), live_.end(), [&](const auto& one) { return one.second.path == path && one.second.attempt == attempt; });
}

void ActiveRun::end_run() {
    state_.ended = true;                              // as the event will leave it: the event holds the verdict
    const run::Verdict verdict = run::verdict(*flow_, state_);
    add(EventKind::run_ended, {}, 0, {{"result", run::outcome_name(verdict.outcome)}});
    record_.ended_ms = state_.ended_ms > 0 ? state_.ended_ms : loop_.clock().wall_ms();
    record_.outcome = run::outcome_name(verdict.outcome);
    record_.cause = verdict.cause;
    record_.sentence = english(verdict.sentence);
}

}  // namespace weft::local
