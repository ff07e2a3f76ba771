#include "core/run/judge.h"

#include <algorithm>
#include <iterator>

namespace weft::run {

namespace {

constexpr int deepest = 64;

template <class T> void move_to(std::vector<T>& to, std::vector<T>& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    from.clear();
}

// How bad it is: Failed > Cancelled > Unknown > running > pending > Succeeded.
int weight(Outcome outcome) {
    switch (outcome) {
        case Outcome::failed: return 5;
        case Outcome::cancelled: return 4;
        case Outcome::unknown: return 3;
        case Outcome::running: return 2;
        case Outcome::pending: return 1;
        case Outcome::succeeded: return 0;
    }
    return 0;
}

long attempts_in(const TaskState& state) {
    return std::count_if(state.attempts.begin(), state.attempts.end(), [&](const Attempt& a) { return a.epoch == state.epoch; });
}

}  // namespace

void worse(Outcome* outcome, Outcome other) {
    if (weight(other) > weight(*outcome)) *outcome = other;
}

bool names_handler(const std::vector<Handler>& handlers, std::string_view name) {
    return std::any_of(handlers.begin(), handlers.end(), [&](const Handler& h) { return h.task && h.task->name == name; });
}

std::string last_segment(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

bool earlier(const Failure& a, const Failure& b) {
    if (a.handler != b.handler) return b.handler;             // a task before a handler: both failed, the task is the cause
    if ((a.at_ms == 0) != (b.at_ms == 0)) return b.at_ms == 0;
    return a.at_ms != b.at_ms ? a.at_ms < b.at_ms : a.path < b.path;
}

void Tally::add(const Tally& other) {
    succeeded += other.succeeded, skipped += other.skipped, running += other.running, cancelled += other.cancelled;
    failed.insert(failed.end(), other.failed.begin(), other.failed.end());
    warned.insert(warned.end(), other.warned.begin(), other.warned.end());
    never.insert(never.end(), other.never.begin(), other.never.end());
}

void merge_into(Part* whole, Part part) {
    whole->settled = whole->settled && part.settled;
    whole->ran = whole->ran || part.ran;
    whole->lost = whole->lost || part.lost;
    whole->forgiven = whole->forgiven || part.forgiven;
    move_to(whole->failures, part.failures);
    move_to(whole->cut, part.cut);
    move_to(whole->warnings, part.warnings);
    move_to(whole->notes, part.notes);
    move_to(whole->retried, part.retried);
    move_to(whole->running, part.running);
    whole->tasks += part.tasks, whole->done += part.done, whole->ran_ok += part.ran_ok;
    whole->handlers.add(part.handlers);
}

void forgive(Part* part, bool warn) {
    for (const Failure& failure : part->failures)
        if (warn) part->warnings.push_back(failure.path);
    part->failures.clear();
    part->outcome = Outcome::succeeded;
    part->forgiven = true;
}

Judge::Judge(const Flow& flow, const RunState& state) : flow_(flow), state_(state) {
    for (const auto& [path, task] : state.tasks) {
        const std::string parent = parent_path(path);
        const bool orphan = !parent.empty() && !state.tasks.contains(parent);      // nested deeper than reduce() follows: counted all the same
        children_[orphan ? std::string() : parent].push_back(&task);
    }
}

const TaskState* Judge::state_of(const std::string& path) const {
    const auto it = state_.tasks.find(path);
    return it == state_.tasks.end() ? nullptr : &it->second;
}

const std::vector<const TaskState*>& Judge::children_of(const std::string& path) const {
    static const std::vector<const TaskState*> none;
    const auto it = children_.find(path);
    return it == children_.end() ? none : it->second;
}

Around Judge::outermost() const {
    Around around;
    around.all_over = state_.ended;
    around.body_over = state_.ended || state_.body_ended;
    around.cut = state_.stop_asked || state_.kill_asked || state_.timed_out;
    return around;
}

// One task instance without children that anybody told us of.
Part Judge::leaf(const TaskState* state, const std::string& path, const Around& around) const {
    Part part;
    part.tasks = 1;
    const bool stale = around.in_handler && state && state->epoch < state_.epoch;   // after an in-place retry handlers run again
    const Stage stage = !state ? Stage::none : stale ? Stage::waiting : state->stage;
    const std::int64_t at = state ? state->ended_ms : 0;
    const bool over = around.over();
    part.bits = result_bits(stage, state ? state->reason : std::string());
    part.done = terminal(stage) ? 1 : 0;
    part.ran = state && (state->started_ms > 0 || !state->attempts.empty() || stage == Stage::succeeded || stage == Stage::failed || stage == Stage::timed_out);
    switch (stage) {
        case Stage::succeeded:
            part.ran_ok = 1;
            if (const long n = attempts_in(*state); n > 1) part.retried.emplace_back(path, n);
            return part;
        case Stage::skipped:
            part.ran = false;
            part.skipped = true;
            part.unexplained = part.bits == on_omitted;
            if (state->reason != "cancelled") return part;
            part.outcome = Outcome::cancelled;
            part.unexplained = false;
            part.cut.push_back({path, at, around.in_handler});
            return part;
        case Stage::failed: case Stage::errored: case Stage::timed_out:
            part.outcome = Outcome::failed;
            part.failures.push_back({path, at, around.in_handler});
            return part;
        case Stage::cancelled:
            part.outcome = Outcome::cancelled;
            part.cut.push_back({path, at, around.in_handler});
            return part;
        case Stage::none: case Stage::waiting: case Stage::ready:
            part.missing = true;                              // the scope knows whether it should have run
            part.settled = false;
            part.outcome = state_.contact_lost && !over ? Outcome::unknown : Outcome::pending;
            part.lost = part.outcome == Outcome::unknown;
            return part;
        default: break;
    }
    part.settled = false;
    if (stage == Stage::lost || (state_.contact_lost && !over)) {
        part.outcome = Outcome::unknown;
        part.lost = true;
    } else if (over && around.cut) {
        part.outcome = Outcome::cancelled;
        part.bits = on_failed;
        part.settled = around.all_over;
        part.cut.push_back({path, at, around.in_handler});
    } else if (over) {
        part.outcome = Outcome::failed;
        part.bits = on_failed;
        part.settled = around.all_over;
        part.failures.push_back({path, at, around.in_handler, Why::still_running});
    } else {
        part.outcome = Outcome::running;
        part.running.push_back(path);
    }
    return part;
}

// A loop or a replicated task.
Part Judge::items(const Task* task, const TaskState& state, const std::vector<const TaskState*>& items, const Around& around) {
    Part whole;
    long succeeded = 0, failed = 0, skipped = 0;
    bool unexplained = false;
    for (const TaskState* item : items) {
        Part part = instance(task, item->path, around, true);
        if (part.missing && around.over()) {
            part.outcome = around.cut ? Outcome::cancelled : Outcome::failed;
            part.settled = around.all_over;
            (around.cut ? part.cut : part.failures).push_back({item->path, 0, around.in_handler, Why::never_ran});
        }
        succeeded += part.outcome == Outcome::succeeded && !part.skipped;
        failed += part.outcome == Outcome::failed;
        skipped += part.skipped;
        unexplained = unexplained || part.unexplained;
        worse(&whole.outcome, part.outcome);
        merge_into(&whole, std::move(part));
    }
    const bool over = around.over();
    if (state.children > long(items.size())) {                // announced, never heard of
        if (over) (around.cut ? whole.cut : whole.failures).push_back({state.path, 0, around.in_handler, Why::never_ran});
        worse(&whole.outcome, !over ? Outcome::pending : around.cut ? Outcome::cancelled : Outcome::failed);
        whole.settled = whole.settled && around.all_over;
    }
    if (state.children < 0 && !terminal(state.stage) && !over) whole.settled = false;   // more may come
    if (whole.outcome == Outcome::succeeded && !whole.settled) whole.outcome = Outcome::running;
    if (whole.outcome == Outcome::failed && state.min_succeeded > 0 && succeeded >= state.min_succeeded) forgive(&whole, true);
    whole.skipped = skipped > 0 && skipped == long(items.size());
    whole.unexplained = unexplained && whole.skipped;
    if (!whole.settled) return whole;
    whole.bits = whole.skipped ? on_skipped : whole.outcome == Outcome::succeeded ? on_succeeded : on_failed;
    if (succeeded > 0) whole.bits |= on_any_succeeded;
    if (failed > 0 && failed == long(items.size())) whole.bits |= on_all_failed;
    return whole;
}

Part Judge::instance(const Task* task, const std::string& path, const Around& around, bool as_item) {
    const TaskState* state = state_of(path);
    static const std::vector<Handler> no_hooks;
    const std::vector<Handler>& hooks = task && !as_item ? task->handlers : no_hooks;
    const Definition* definition = task ? definition_of(flow_, *task) : nullptr;
    const Body* body = definition ? definition->body.get() : nullptr;

    std::vector<const TaskState*> items, inner, hooked;
    for (const TaskState* child : children_of(path)) {
        if (is_item(child->path)) items.push_back(child);
        else if (names_handler(hooks, last_segment(child->path)) || (child->handler && !body)) hooked.push_back(child);
        else inner.push_back(child);
    }
    Part part;
    Around within = around;
    within.depth += 1;
    if (state && terminal(state->stage)) within.body_over = within.all_over = true;
    if (state && state->stage == Stage::cancelled) within.cut = true;
    if (around.depth > deepest || (state && state->forced)) part = leaf(state, path, around);
    else if (!items.empty() && !as_item) part = this->items(task, *state, items, within);
    else if (!inner.empty()) part = scope(body, path + "/", inner, within);
    else part = leaf(state, path, around);

    const bool has_children = !items.empty() || !inner.empty();
    if (state && state->forced) {
        part.notes.push_back({WEFT_TR("core", "the result of %1 was set to \"%2\" by a person"), {path, stage_name(state->stage)}});
        return part;
    }
    // Children decide, but a group can fail by itself: its own timeout, or an error of its own while nothing inside failed.
    if (has_children && state) {
        if (state->stage == Stage::timed_out && part.failures.empty()) {
            part.failures.push_back({path, state->ended_ms, around.in_handler, Why::timeout});
            part.outcome = Outcome::failed, part.settled = true, part.bits = on_failed;
        } else if (state->stage == Stage::errored && part.outcome == Outcome::succeeded && !part.forgiven) {
            part.failures.push_back({path, state->ended_ms, around.in_handler, Why::group_error});
            part.outcome = Outcome::failed, part.bits = on_errored;
        }
    }
    const Outcome untolerated = part.outcome;   // what the task's own handlers are called for
    const Stage own = part.bits & on_errored ? Stage::errored : Stage::failed;
    if (part.outcome == Outcome::failed && (task ? is_tolerated(*task, own) : state && state->tolerated)) {
        forgive(&part, true);
        if (!part.settled) part.outcome = Outcome::running;
    }
    if (hooks.empty() && hooked.empty()) return part;
    Around beside = around;                     // hooks run while the body does; what waits for the task waits for them too
    beside.all_over = around.over();
    apply_handlers(hooks, hooked, path + "/", beside, part.ran && !part.skipped && !part.missing, untolerated, &part);
    return part;
}

}  // namespace weft::run
