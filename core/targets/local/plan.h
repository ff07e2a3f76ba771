// Decides what runs next, and nothing else: no file, no process, no sleep. Facts go in (begun, launched, ended, time has come, stop, kill), actions
// and events come out. O(V+E) over a run. The same facts in the same order always give the same actions and events: recovery replays the log.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/io/clock.h"
#include "core/model/flow.h"
#include "core/run/event.h"
#include "core/targets/local/launch.h"

namespace weft::local {

struct RunFacts {
    std::string run;                        // id
    std::int64_t number = 0;
    int epoch = 1;
    std::string file;
    std::vector<run::Datum> params;         // given by the user; override the flow's defaults
    std::vector<std::string> not_reproduced;
    bool sandbox = false;                   // absolute artifact paths can be made private
};

enum class Ended { none, succeeded, failed, errored, timed_out, cancelled, skipped, omitted };
const char* result_word(Ended ended);       // "timed-out"
Ended parse_result(std::string_view word);

// What an attempt came to.
struct AttemptResult {
    Ended ended = Ended::failed;
    int exit = -1;
    std::string reason;
    std::vector<run::Datum> outputs;        // name -> value
    std::vector<run::Datum> artifacts;      // name -> file
    bool lost = false;                      // the runner died with it: tried again whatever the policy says
};

struct Action {
    enum class Kind { start, terminate, kill } kind = Kind::start;
    int node = -1;
    std::string path;
    int attempt = 0;
};

class Planner;

class Plan {
  public:
    Plan(FlowPtr flow, RunFacts facts, const io::Clock& clock = io::real_clock());
    ~Plan();
    Plan(const Plan&) = delete;
    Plan& operator=(const Plan&) = delete;

    void begin();
    // What the attempt of a start action is to do, resolved now. Null: it could not be resolved, and the attempt has ended so.
    std::shared_ptr<const Launch> prepare(int node, int attempt);
    // The runner has started (or tried to start) an attempt; its timeout counts from here.
    void launched(int node, int attempt);
    void ended(int node, int attempt, const AttemptResult& result);
    void tick();                            // does what is due by the clock
    void stop(bool by_timeout = false);     // running tasks end politely, exit handlers run
    void kill();                            // everything ends now, nothing more runs
    bool stop_task(const std::string& path, bool by_timeout = false);
    bool resume(const std::string& path);   // ends a wait
    void retry_now(const std::string& path);   // a waiting retry does not wait any longer (replay)

    // Before begin(): an earlier epoch's success stands and is not run again; attempt numbers go on from `last_attempt`.
    void keep(const std::string& path, AttemptResult result);
    void last_attempt(const std::string& path, int attempt);

    bool finished() const;                  // nothing runs, nothing will
    std::optional<std::int64_t> next_due() const;              // clock().now_ms() of the next tick
    std::vector<Action> take_actions();
    std::vector<run::Event> take_events();  // without seq and time
    int find(const std::string& path) const;                   // node, -1 when there is none (yet)
    int attempt_of(int node) const;         // number of its newest attempt
    bool waits_for(int node) const;         // an attempt of it was started and has not ended

  private:
    std::unique_ptr<Planner> planner_;
};

}  // namespace weft::local
