// The sentences of a verdict. Each is a whole: nothing is glued, so every language can turn it its own way.
#include <algorithm>
#include <cctype>

#include "core/run/judge.h"

namespace weft::run {

namespace {

std::string joined(const std::vector<std::string>& names, std::size_t most = 5) {
    std::string out;
    for (std::size_t i = 0; i < names.size() && i < most; ++i) out += (i ? ", " : "") + names[i];
    return names.size() > most ? out + " …" : out;
}

// How often it failed in the same way in this epoch, and how often at all.
struct Tries { long same = 0, all = 0; };
Tries tries_of(const TaskState& task) {
    Tries tries;
    const Attempt* last = task.attempts.empty() ? nullptr : &task.attempts.back();
    for (const Attempt& each : task.attempts) {
        if (each.epoch != task.epoch) continue;
        ++tries.all;
        tries.same += each.stage == last->stage && each.exit_code == last->exit_code;
    }
    return tries;
}

Message exited(const std::string& path, const TaskState& task, int code, bool handler) {
    const Tries tries = tries_of(task);
    const std::string exit = std::to_string(code);
    if (tries.all > tries.same)
        return handler ? Message{WEFT_TRN("core", "exit handler %1 exited with %2 at the last of %n attempts"), {path, exit}, tries.all}
                       : Message{WEFT_TRN("core", "%1 exited with %2 at the last of %n attempts"), {path, exit}, tries.all};
    if (tries.same > 2)
        return handler ? Message{WEFT_TRN("core", "exit handler %1 exited with %2, %n times"), {path, exit}, tries.same}
                       : Message{WEFT_TRN("core", "%1 exited with %2, %n times"), {path, exit}, tries.same};
    if (tries.same == 2)
        return handler ? Message{WEFT_TR("core", "exit handler %1 exited with %2, twice"), {path, exit}}
                       : Message{WEFT_TR("core", "%1 exited with %2, twice"), {path, exit}};
    return handler ? Message{WEFT_TR("core", "exit handler %1 exited with %2"), {path, exit}} : Message{WEFT_TR("core", "%1 exited with %2"), {path, exit}};
}

Message timed_out(const std::string& path, const std::string& reason, bool handler) {
    constexpr std::string_view head = "timed out after ";
    if (reason.starts_with(head)) {
        const std::string after = reason.substr(head.size());
        return handler ? Message{WEFT_TR("core", "exit handler %1 timed out after %2"), {path, after}} : Message{WEFT_TR("core", "%1 timed out after %2"), {path, after}};
    }
    return handler ? Message{WEFT_TR("core", "exit handler %1 timed out"), {path}} : Message{WEFT_TR("core", "%1 timed out"), {path}};
}

bool says_only_exit(const std::string& reason) { return reason.empty() || reason.starts_with("exit "); }

Message ended(const std::string& path, const TaskState& task, bool handler) {
    const Attempt* last = task.attempts.empty() || task.attempts.back().epoch != task.epoch ? nullptr : &task.attempts.back();
    const int code = last && last->exit_code >= 0 ? last->exit_code : task.own.empty() ? -1 : task.own.back().exit_code;
    const std::string& reason = task.reason;
    if (task.stage == Stage::timed_out) return timed_out(path, reason, handler);
    if (task.stage == Stage::errored && !reason.empty())
        return handler ? Message{WEFT_TR("core", "exit handler %1 could not run: %2"), {path, reason}} : Message{WEFT_TR("core", "%1 could not run: %2"), {path, reason}};
    if (code > 0 && says_only_exit(reason)) return exited(path, task, code, handler);
    if (!reason.empty()) return handler ? Message{WEFT_TR("core", "exit handler %1 failed: %2"), {path, reason}} : Message{WEFT_TR("core", "%1 failed: %2"), {path, reason}};
    return handler ? Message{WEFT_TR("core", "exit handler %1 failed"), {path}} : Message{WEFT_TR("core", "%1 failed"), {path}};
}

std::vector<std::string> paths_of(const std::vector<Failure>& list) {
    std::vector<Failure> sorted = list;
    std::sort(sorted.begin(), sorted.end(), earlier);
    std::vector<std::string> paths;
    for (const Failure& each : sorted) paths.push_back(each.path);
    return paths;
}

std::string lower(const std::string& text) {
    std::string out;
    for (const char c : text)
        if (c != '-' && c != '_' && c != ' ') out += char(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

}  // namespace

Message failure_sentence(const RunState& state, const Failure& failure) {
    const std::string& path = failure.path;
    switch (failure.why) {
        case Why::never_ran:
            if (failure.handler) return {WEFT_TR("core", "exit handler %1 never ran"), {path}};
            return {WEFT_TR("core", "%1 never ran"), {path}};
        case Why::still_running: return {WEFT_TR("core", "%1 had not ended when the run did"), {path}};
        case Why::not_explained: return {WEFT_TR("core", "%1 was not run, and nothing that it needs explains why"), {path}};
        case Why::timeout:
            if (path.empty()) return WEFT_TR("core", "the flow timed out");
            if (const auto it = state.tasks.find(path); it != state.tasks.end() && it->second.stage == Stage::timed_out) return timed_out(path, it->second.reason, failure.handler);
            return {WEFT_TR("core", "the flow timed out before %1 had ended"), {path}};
        case Why::group_error: case Why::ended: break;
    }
    const auto it = state.tasks.find(path);
    if (it == state.tasks.end()) return {WEFT_TR("core", "%1 failed"), {path}};
    return ended(path, it->second, failure.handler);
}

Message ok_sentence(const Part& part) {
    if (!part.ran) return WEFT_TR("core", "nothing ran");
    if (part.ran_ok == 0) return WEFT_TR("core", "no task succeeded, but what failed is tolerated");
    if (part.ran_ok == 1) return WEFT_TR("core", "1 task succeeded");
    return {WEFT_TRN("core", "%n tasks succeeded"), {}, part.ran_ok};
}

Message cancelled_sentence(const RunState& state, const Part& part) {
    const std::vector<std::string> cut = paths_of(part.cut);
    if (cut.empty()) return WEFT_TR("core", "killed before the exit handlers had run");
    if (state.kill_asked) return {WEFT_TR("core", "killed before %1 had ended"), {joined(cut)}};
    if (state.stop_asked) return {WEFT_TR("core", "stopped before %1 had ended"), {joined(cut)}};
    return {WEFT_TR("core", "%1 was cancelled"), {joined(cut)}};
}

Message unknown_sentence(const RunState& state) {
    if (state.target.empty()) return WEFT_TR("core", "contact is lost; what runs there goes on or not, nobody knows yet");
    return {WEFT_TR("core", "contact with %1 is lost; what runs there goes on or not, nobody knows yet"), {state.target}};
}

Message running_sentence(const Part& part) {
    if (part.running.empty()) return {WEFT_TR("core", "%1 of %2 tasks have ended"), {std::to_string(part.done), std::to_string(part.tasks)}};
    return {WEFT_TR("core", "%1 of %2 tasks have ended; running: %3"), {std::to_string(part.done), std::to_string(part.tasks), joined(part.running, 3)}};
}

Message handlers_sentence(const Tally& tally, Outcome outcome) {
    const long failed = long(tally.failed.size()), warned = long(tally.warned.size()), never = long(tally.never.size());
    if (failed == 1) return {WEFT_TR("core", "1 exit handler failed: %1"), {tally.failed[0]}};
    if (failed > 1) return {WEFT_TRN("core", "%n exit handlers failed: %1"), {joined(tally.failed)}, failed};
    if (never == 1) return {WEFT_TR("core", "1 exit handler never ran: %1"), {tally.never[0]}};
    if (never > 1) return {WEFT_TRN("core", "%n exit handlers never ran: %1"), {joined(tally.never)}, never};
    if (warned == 1) return {WEFT_TR("core", "1 exit handler failed and only warns: %1"), {tally.warned[0]}};
    if (warned > 1) return {WEFT_TRN("core", "%n exit handlers failed and only warn: %1"), {joined(tally.warned)}, warned};
    if (tally.running > 0 || tally.cancelled > 0 || tally.succeeded == 0) return {};
    const bool ok = outcome == Outcome::succeeded;
    if (tally.succeeded == 1)
        return ok ? Message{WEFT_TR("core", "the exit handler succeeded")} : Message{WEFT_TR("core", "the exit handler succeeded; it does not change the verdict")};
    if (tally.succeeded == 2)
        return ok ? Message{WEFT_TR("core", "both exit handlers succeeded")} : Message{WEFT_TR("core", "both exit handlers succeeded; they do not change the verdict")};
    return ok ? Message{WEFT_TRN("core", "all %n exit handlers succeeded"), {}, tally.succeeded}
              : Message{WEFT_TRN("core", "all %n exit handlers succeeded; they do not change the verdict"), {}, tally.succeeded};
}

void add_notes(const RunState& state, const Part& part, Verdict* v) {
    const bool cut = state.stop_asked || state.kill_asked;
    if (!part.ran && v->final && v->outcome == Outcome::succeeded) v->notes.push_back(WEFT_TR("core", "nothing ran"));
    if (cut && !part.handlers.never.empty()) v->notes.push_back({WEFT_TR("core", "cleanup did NOT run: %1"), {joined(part.handlers.never)}});
    if (part.retried.size() == 1) {
        v->notes.push_back({WEFT_TRN("core", "%1 succeeded after %n attempts"), {part.retried[0].first}, part.retried[0].second});
    } else if (part.retried.size() > 1) {
        v->notes.push_back({WEFT_TRN("core", "%n tasks needed more than one attempt"), {}, long(part.retried.size())});
    }
    v->notes.insert(v->notes.end(), part.notes.begin(), part.notes.end());
    if (v->warnings.size() == 1) v->notes.push_back({WEFT_TR("core", "the failure of %1 is tolerated"), {v->warnings[0]}});
    if (v->warnings.size() > 1) v->notes.push_back({WEFT_TRN("core", "%n failures are tolerated: %1"), {joined(v->warnings)}, long(v->warnings.size())});
    if (!state.forced.empty()) {
        v->notes.push_back(state.forced_by.empty() ? Message{WEFT_TR("core", "forced: the result was set to \"%1\" by a person"), {state.forced}}
                                                   : Message{WEFT_TR("core", "forced: the result was set to \"%1\" by %2"), {state.forced, state.forced_by}});
    }
    for (const std::string& each : state.not_reproduced) {
        if (each == "images not used") v->notes.push_back(WEFT_TR("core", "images not used"));
        else v->notes.push_back({WEFT_TR("core", "not reproduced here: %1"), {each}});
    }
    if (v->final && !v->engine_word.empty() && !engine_agrees(v->engine_word, v->outcome))
        v->notes.push_back({WEFT_TR("core", "the engine says \"%1\", the tasks say \"%2\""), {v->engine_word, outcome_name(v->outcome)}});
}

bool engine_agrees(const std::string& word, Outcome outcome) {
    static const std::vector<std::string> good{"succeeded", "success", "complete", "completed"};
    static const std::vector<std::string> bad{"failed", "failure", "error", "errored", "aborted", "timedout", "timeout"};
    static const std::vector<std::string> cut{"cancelled", "canceled", "terminated", "stopped", "stop", "kill", "killed"};
    const std::string said = lower(word);
    const auto among = [&](const std::vector<std::string>& list) { return std::find(list.begin(), list.end(), said) != list.end(); };
    if (among(good)) return outcome == Outcome::succeeded;
    if (among(bad)) return outcome == Outcome::failed;
    if (among(cut)) return outcome == Outcome::cancelled;
    return true;
}

}  // namespace weft::run
