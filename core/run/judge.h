// Inside of verdict(): what is known of one task instance, group, sub-flow or handler, and how parts make a whole. Not for others.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "core/model/graph.h"
#include "core/run/rules.h"

namespace weft::run {

enum class Why { ended, never_ran, still_running, not_explained, timeout, group_error };

struct Failure {
    std::string path;
    std::int64_t at_ms = 0;         // 0 = not known: after all known ones
    bool handler = false;           // in an exit handler
    Why why = Why::ended;
};
bool earlier(const Failure& a, const Failure& b);

// Handlers of a scope and of the scopes inside it; a handler's own sub-flow counts as one.
struct Tally {
    long succeeded = 0, skipped = 0, running = 0, cancelled = 0;
    std::vector<std::string> failed, warned, never;
    void add(const Tally& other);
};

struct Part {
    Outcome outcome = Outcome::succeeded;
    Results bits = 0;               // as a downstream task sees it; 0 while it has not ended
    bool settled = true;            // nothing more can come
    bool ran = false;               // something in it was started
    bool missing = false;           // nothing was heard of it
    bool skipped = false;           // by condition or because of others
    bool lost = false;              // out of contact somewhere
    bool unexplained = false;       // "not run because of upstream", but nothing upstream explains it
    std::vector<Failure> failures;  // neither tolerated nor recovered
    std::vector<Failure> cut;       // cancelled
    std::vector<std::string> warnings;
    std::vector<Message> notes;
    std::vector<std::pair<std::string, long>> retried;   // ok after that many attempts
    std::vector<std::string> running;
    long tasks = 0, done = 0, ran_ok = 0;                // leaves of the body, for the sentence
    Tally handlers;
    bool forgiven = false;          // holds a tolerated or recovered failure
};

struct Around {                     // what holds for everything inside a scope
    bool body_over = false;         // nothing more will start in its body
    bool all_over = false;          // nor among its handlers
    bool cut = false;               // it was stopped or killed
    bool in_handler = false;
    int depth = 0;
    bool over() const { return in_handler ? all_over : body_over; }
};

class Judge {
  public:
    Judge(const Flow& flow, const RunState& state);
    Part whole();                                                            // the run: main body and its handlers
    Part instance(const Task* task, const std::string& path, const Around& around, bool as_item);
    Around outermost() const;

  private:
    const TaskState* state_of(const std::string& path) const;
    const std::vector<const TaskState*>& children_of(const std::string& path) const;
    Part leaf(const TaskState* state, const std::string& path, const Around& around) const;
    Part items(const Task* task, const TaskState& state, const std::vector<const TaskState*>& items, const Around& around);
    Part scope(const Body* body, const std::string& prefix, const std::vector<const TaskState*>& children, const Around& around);
    std::string body_tasks(const Body& body, const std::string& prefix, const Around& around, Part* whole);
    Part stranger(const TaskState& state, const std::string& prefix, const Around& around);
    bool explains(const TaskState* skipped, const std::string& prefix) const;
    void apply_handlers(const std::vector<Handler>& expected, const std::vector<const TaskState*>& known, const std::string& prefix, const Around& around,
                        bool scope_ran, Outcome scope, Part* part);
    Outcome one_handler(const Handler* handler, const std::string& path, const Around& around, bool may_be_called, Outcome scope, bool settled, Part* sum);

    const Flow& flow_;
    const RunState& state_;
    std::unordered_map<std::string, std::vector<const TaskState*>> children_;
};

// Failures of `part` no longer count: tolerated, recovered, or enough replicas succeeded.
void forgive(Part* part, bool warn);
void merge_into(Part* whole, Part part);           // everything but outcome, bits, skipped
void worse(Outcome* outcome, Outcome other);       // Failed > Cancelled > Unknown > running > pending > Succeeded
std::string last_segment(const std::string& path);
bool names_handler(const std::vector<Handler>& handlers, std::string_view name);

// verdict_text.cpp
Message failure_sentence(const RunState& state, const Failure& failure);
Message ok_sentence(const Part& part);
Message cancelled_sentence(const RunState& state, const Part& part);
Message unknown_sentence(const RunState& state);
Message running_sentence(const Part& part);
Message handlers_sentence(const Tally& tally, Outcome outcome);
void add_notes(const RunState& state, const Part& part, Verdict* verdict);
bool engine_agrees(const std::string& word, Outcome outcome);   // unknown words agree with everything

}  // namespace weft::run
