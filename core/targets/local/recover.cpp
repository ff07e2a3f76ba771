// Taking over a run whose runner died, or the next epoch of a run: the plan is driven with the facts that the log holds, then reality goes on.
#include <algorithm>

#include "core/targets/local/active_run.h"

namespace weft::local {

using run::EventKind;

namespace {

int whole(const std::string& text, int absent) { return text.empty() ? absent : int(std::strtol(text.c_str(), nullptr, 10)); }

AttemptResult result_of(const run::Event& event, const std::vector<run::Datum>& outputs) {
    AttemptResult result;
    result.ended = parse_result(event.get("result"));
    result.exit = whole(event.get("exit"), -1);
    result.reason = event.get("reason");
    result.outputs = outputs;
    for (const run::Datum& datum : event.data)
        if (datum.key.starts_with("artifact.")) result.artifacts.push_back({datum.key.substr(9), datum.value});
    return result;
}

}  // namespace

void ActiveRun::replay(const std::vector<run::Event>& log) {
    replaying_ = true;
    for (const run::Event& event : log) {
        seq_ = std::max(seq_, event.seq);
        run::advance(state_, event);
        if (event.epoch == epoch_) recorded_[{int(event.kind), event.path, event.attempt}] = 1;
    }
    // Earlier epochs: what succeeded stands, attempt numbers go on.
    std::map<std::string, int> attempts;
    for (const run::Event& event : log) {
        if (event.epoch >= epoch_ || event.path.empty()) continue;
        if (event.attempt > 0) attempts[event.path] = std::max(attempts[event.path], event.attempt);
        if (event.kind == EventKind::output) seen_outputs_[event.path] = event.data;
        if (event.kind == EventKind::ended && event.attempt > 0 && event.get("result") == "succeeded") plan_.keep(event.path, result_of(event, seen_outputs_[event.path]));
    }
    for (const auto& [path, attempt] : attempts) plan_.last_attempt(path, attempt);
    seen_outputs_.clear();

    plan_.begin();
    collect();
    for (const run::Event& event : log)
        if (event.epoch == epoch_) replay_event(event);

    // What was starting or running died with the runner; what was only planned waits for its turn.
    std::deque<Waiting> planned = std::exchange(waiting_, {});
    for (Waiting& waiting : planned) {
        if (!plan_.waits_for(waiting.node) || plan_.attempt_of(waiting.node) != waiting.attempt) continue;
        if (!recorded_.count({int(EventKind::starting), waiting.path, waiting.attempt})) {
            waiting_.push_back(std::move(waiting));
            continue;
        }
        AttemptResult lost;
        lost.ended = Ended::errored;
        lost.reason = "runner ended";
        lost.lost = true;
        plan_.ended(waiting.node, waiting.attempt, lost);
        collect();
    }
    replaying_ = false;
    recorded_.clear();
    seen_outputs_.clear();
}

void ActiveRun::replay_event(const run::Event& event) {
    switch (event.kind) {
        case EventKind::starting:
            if (const int node = plan_.find(event.path); node >= 0 && !(plan_.waits_for(node) && plan_.attempt_of(node) == event.attempt)) plan_.retry_now(event.path);
            break;
        case EventKind::started:
            if (const int node = plan_.find(event.path); node >= 0) plan_.launched(node, event.attempt);
            break;
        case EventKind::output: seen_outputs_[event.path] = event.data; break;
        case EventKind::ended:
            if (const int node = plan_.find(event.path); node >= 0 && event.attempt > 0) plan_.ended(node, event.attempt, result_of(event, seen_outputs_[event.path]));
            seen_outputs_.erase(event.path);
            break;
        case EventKind::cancel_asked:
            if (!event.path.empty()) plan_.stop_task(event.path, event.get("by") == "timeout");
            else if (event.get("how") == "kill") plan_.kill();
            else plan_.stop(event.get("by") == "timeout");
            break;
        case EventKind::resumed: plan_.resume(event.path); break;
        default: break;
    }
    collect();
}

}  // namespace weft::local
