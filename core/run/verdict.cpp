#include "core/run/verdict.h"

#include <algorithm>

#include "core/run/judge.h"

namespace weft::run {

namespace {

Outcome forced_outcome(const std::string& result) {
    return result == "succeeded" ? Outcome::succeeded : result == "cancelled" ? Outcome::cancelled : Outcome::failed;
}

// Until everything is over only Unknown, and Failed where contact is lost, say more than "running".
Outcome seen_so_far(const Part& part, const RunState& state) {
    if (part.settled || part.outcome == Outcome::unknown || state.ended) return part.outcome;
    if (part.outcome == Outcome::failed && (part.lost || state.contact_lost)) return Outcome::failed;
    const bool begun = part.ran || part.done > 0 || state.started_ms > 0;
    return begun ? Outcome::running : Outcome::pending;
}

void name_cause(const Part& part, const RunState& state, Verdict* v) {
    const auto first = std::min_element(part.failures.begin(), part.failures.end(), earlier);
    if (first == part.failures.end()) return;
    v->cause = first->path;
    v->cause_is_handler = first->handler;
    v->sentence = failure_sentence(state, *first);
}

void say(const Part& part, const RunState& state, Verdict* v) {
    switch (v->outcome) {
        case Outcome::succeeded: v->sentence = ok_sentence(part); break;
        case Outcome::failed: name_cause(part, state, v); break;
        case Outcome::cancelled: v->sentence = cancelled_sentence(state, part); break;
        case Outcome::unknown: v->sentence = unknown_sentence(state); break;
        case Outcome::running:
            name_cause(part, state, v);       // a failure that is already known
            if (v->sentence.empty()) v->sentence = running_sentence(part);
            break;
        case Outcome::pending: v->sentence = WEFT_TR("core", "waiting to start"); break;
    }
    v->handlers = handlers_sentence(part.handlers, part.outcome);
    v->warnings = part.warnings;
    std::sort(v->warnings.begin(), v->warnings.end());
    v->warnings.erase(std::unique(v->warnings.begin(), v->warnings.end()), v->warnings.end());
    add_notes(state, part, v);
}

// "fan[3]/x" is the task at "fan/x" of the flow.
std::string without_items(const std::string& path) {
    std::string out;
    for (std::size_t from = 0; from <= path.size();) {
        const std::size_t slash = std::min(path.find('/', from), path.size());
        std::string segment = path.substr(from, slash - from);
        while (is_item(segment)) segment = parent_path(segment);
        out += (from > 0 ? "/" : "") + segment;
        from = slash + 1;
    }
    return out;
}

bool in_handler(const Flow& flow, const RunState& state, std::string path) {
    for (int i = 0; i < 64 && !path.empty(); ++i, path = parent_path(path)) {
        if (const auto it = state.tasks.find(path); it != state.tasks.end() && it->second.handler) return true;
        if (path.find('/') == std::string::npos && names_handler(flow.main.handlers, path)) return true;
    }
    return false;
}

}  // namespace

const char* outcome_name(Outcome outcome) {
    switch (outcome) {
        case Outcome::pending: return "Pending";
        case Outcome::running: return "Running";
        case Outcome::succeeded: return "Succeeded";
        case Outcome::failed: return "Failed";
        case Outcome::cancelled: return "Cancelled";
        case Outcome::unknown: return "Unknown";
    }
    return "";
}

int exit_code(Outcome outcome) {
    switch (outcome) {
        case Outcome::succeeded: return 0;
        case Outcome::failed: return 1;
        case Outcome::cancelled: return 4;
        default: return 5;
    }
}

Verdict verdict(const Flow& flow, const RunState& state) {
    Judge judge(flow, state);
    Part part = judge.whole();
    Verdict v;
    v.engine_word = state.engine_word;
    if (!state.ended && state.tasks.empty()) {
        part.settled = false;                             // nobody has said anything yet
        part.outcome = state.contact_lost ? Outcome::unknown : Outcome::pending;
    }
    v.outcome = state.forced.empty() ? seen_so_far(part, state) : forced_outcome(state.forced);
    v.final = !state.forced.empty() || (part.settled && v.outcome != Outcome::unknown);
    say(part, state, &v);
    if (!state.forced.empty()) v.sentence = {WEFT_TR("core", "the result was set to \"%1\" by a person"), {state.forced}};
    return v;
}

Verdict verdict_of(const Flow& flow, const RunState& state, const std::string& path) {
    if (path.empty()) return verdict(flow, state);
    Judge judge(flow, state);
    Around around = judge.outermost();
    if (in_handler(flow, state, path)) around.body_over = around.all_over;
    const Task* task = at_path(flow, without_items(path));
    const Part part = judge.instance(task, path, around, is_item(path));
    Verdict v;
    const auto known = state.tasks.find(path);
    if (known != state.tasks.end()) v.engine_word = known->second.engine_word;
    if (part.missing) {
        v.outcome = part.outcome;
        v.final = around.body_over;
        v.sentence = around.body_over ? Message{WEFT_TR("core", "%1 did not run"), {path}} : Message{WEFT_TR("core", "waiting to start")};
        return v;
    }
    v.outcome = seen_so_far(part, state);
    v.final = part.settled && v.outcome != Outcome::unknown;
    say(part, state, &v);
    return v;
}

}  // namespace weft::run
