// Ending what runs, and time.
#include <algorithm>

#include "core/targets/local/planner.h"

namespace weft::local {

void Planner::cancel_body(int id, Ended why, bool hard) {
    BodyRun& b = bodies[std::size_t(id)];
    if (!b.over && b.cancelled == Ended::none) b.cancelled = why;
    for (const int task : b.nodes) cancel_node(task, why, hard);
    if (hard)
        for (const int handler : b.handlers)
            if (b.over) cancel_node(handler, why, true);
}

void Planner::cancel_node(int id, Ended why, bool hard) {
    Node& n = node(id);
    switch (n.phase) {
        case Phase::waiting:                          // decide() looks at the body when its turn comes
        case Phase::done: break;
        case Phase::queued:
            skip(id, Ended::skipped, "cancelled");
            break;
        case Phase::launching:
        case Phase::running:
            if (n.ending == Ended::none) n.ending = why;
            actions.push_back({hard ? Action::Kind::kill : Action::Kind::terminate, id, n.path, n.attempt});
            break;
        case Phase::suspended:
            n.ending = why;
            attempt_over(id, {why, -1, why == Ended::timed_out ? "timed out" : "cancelled", {}, {}});
            break;
        case Phase::retrying: finish(id, why, why == Ended::timed_out ? "timed out while waiting for its next try" : "cancelled while waiting for its next try"); break;
        case Phase::open:
            if (n.ending == Ended::none) n.ending = why;
            for (const int item : n.items) {
                if (node(item).phase == Phase::waiting && node(item).ending == Ended::none) node(item).ending = Ended::cancelled;
                cancel_node(item, why, hard);
            }
            if (n.inner >= 0) cancel_body(n.inner, why, hard);
            break;
        case Phase::hooks:
            if (hard)
                for (const int hook : n.hooks) cancel_node(hook, why, true);
            break;
    }
}

// --- time ------------------------------------------------------------------------------------------------------------------------------
void Planner::set_timer(std::int64_t delay_ms, Due due, int id, int attempt) {
    timers.push({clock.now_ms() + std::max<std::int64_t>(delay_ms, 0), ++timer_order, due, id, attempt});
}

bool Planner::stale(const Timer& timer) const {
    if (timer.id < 0) return bodies.empty() || bodies.front().over;
    const Node& n = node(timer.id);
    if (n.attempt != timer.attempt) return true;
    switch (timer.due) {
        case Due::retry: return n.phase != Phase::retrying;
        case Due::wake: return n.phase != Phase::suspended;
        case Due::timeout: return n.phase != Phase::running && n.phase != Phase::open && n.phase != Phase::suspended;
    }
    return true;
}

void Planner::timer_due(const Timer& timer) {
    if (timer.id < 0) return stop(true);
    switch (timer.due) {
        case Due::retry:
            node(timer.id).phase = Phase::waiting;
            go(timer.id);
            break;
        case Due::wake: resume(node(timer.id).path); break;
        case Due::timeout:
            // A group's timeout has no process whose end tells of it: it is written down, or recovery could not know.
            if (node(timer.id).phase == Phase::open) emit(run::EventKind::cancel_asked, node(timer.id).path, node(timer.id).attempt, {{"how", "stop"}, {"by", "timeout"}});
            cancel_node(timer.id, Ended::timed_out, false);
            break;
    }
}

std::int64_t Planner::timeout_of(int id) const {
    const Node& n = node(id);
    std::string text = n.task->timeout;
    if (text.empty() && n.definition && n.kind != Kind::wait) text = n.definition->timeout;
    const NodeResolver resolver(*this, n.body, id);
    if (auto plain = substitute(text, resolver)) text = *plain;
    const auto seconds = parse_duration(text);
    if (seconds && *seconds > 0) return std::max<std::int64_t>(1, std::int64_t(std::min(*seconds, 1e9) * 1000));
    return n.handler && n.loop < 0 ? handler_timeout_ms : 0;
}

}  // namespace weft::local
