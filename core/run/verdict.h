// What really happened, computed from the tasks. DESIGN section 5 is the table; precedence Failed > Cancelled > Unknown > Succeeded.
// An exit handler can never improve a verdict.
#pragma once

#include <string>
#include <vector>

#include "core/run/state.h"

namespace weft::run {

enum class Outcome { pending, running, succeeded, failed, cancelled, unknown };
const char* outcome_name(Outcome);      // "Succeeded"
int exit_code(Outcome);                 // of the command line: 0, 1, 4, 5

struct Verdict {
    Outcome outcome = Outcome::pending;
    bool final = false;                       // Unknown and running are not
    std::string cause;                        // path of the task, "" when none
    bool cause_is_handler = false;
    Message sentence;                         // "train exited with 1, twice"
    Message handlers;                         // "both exit handlers succeeded; they do not change the verdict"
    std::vector<Message> notes;               // "2 attempts", "cleanup did NOT run", "nothing ran", "images not used", "forced", engine's word differs
    std::vector<std::string> warnings;        // paths of tolerated failures and warn-only handlers
    std::string engine_word;                  // beside ours where an engine spoke
    friend bool operator==(const Verdict&, const Verdict&) = default;
};

// `flow` gives what was expected (handlers that never ran, recover flags); tasks in the state that the flow lacks count too.
Verdict verdict(const Flow& flow, const RunState& state);
// The same for a part: a group, a sub-flow, a handler's sub-flow (path prefix).
Verdict verdict_of(const Flow& flow, const RunState& state, const std::string& path);

}  // namespace weft::run
