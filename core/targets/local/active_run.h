// One run while it runs: the plan, its live attempts, and the events that wait for the next commit. Knows no socket and no other run.
#pragma once

#include <deque>
#include <map>
#include <memory>

#include "core/run/store.h"
#include "core/targets/local/attempt.h"

namespace weft::local {

class ActiveRun {
  public:
    ActiveRun(io::Loop& loop, std::string state, run::RunRecord record, FlowPtr flow, RunFacts facts);

    const run::RunRecord& record() const { return record_; }
    const Flow& flow() const { return *flow_; }
    const std::string& id() const { return record_.run; }

    // A new run. For an old one: replay() first takes over what its log says.
    void begin();
    // The log of a run whose runner died, or of earlier epochs of a run that is retried. Attempts that were running are lost; `ids` are their marks.
    void replay(const std::vector<run::Event>& log);

    void stop();
    void kill();
    bool stop_task(const std::string& path);
    bool resume(const std::string& path);
    void tick();

    std::vector<run::Event> take_events();        // numbered and timed, to be committed
    bool has_waiting() const { return !waiting_.empty(); }
    void announce_next();                         // the next waiting attempt gets its folder and its "starting" event
    // After the commit: processes start, "started" or the failure becomes an event. True when one could not be started: its end is to be committed.
    bool spawn_announced();
    std::size_t live() const { return live_.size() + announced_.size(); }
    bool over() const { return plan_.finished() && live_.empty() && announced_.empty(); }
    std::optional<std::int64_t> next_due() const { return plan_.next_due(); }
    std::vector<pid_t> pids() const;
    std::vector<std::string> marks() const;       // of its live attempts
    bool is_live(const std::string& path, int attempt) const;

    std::function<void()> on_change;              // something happened in the loop: collect events
    const run::RunState& state() const { return state_; }
    void end_run();                               // appends run_ended with the verdict; record() then has outcome, cause, sentence

  private:
    struct Waiting { int node, attempt; std::string path; };
    struct Live { int node, attempt; std::string path; std::unique_ptr<Attempt> attempt_ptr; };
    void collect();
    void add(run::Event event);
    void add(run::EventKind kind, const std::string& path, int attempt, std::vector<run::Datum> data);
    void drop_waiting(int node);
    void ended(std::uint64_t key, const AttemptResult& result);
    void replay_event(const run::Event& event);

    io::Loop& loop_;
    std::string state_folder_;
    run::RunRecord record_;
    FlowPtr flow_;
    int epoch_;
    Plan plan_;
    std::deque<Waiting> waiting_;
    std::vector<std::pair<std::uint64_t, Waiting>> announced_;
    std::map<std::uint64_t, Live> live_;          // by a number of our own
    std::vector<std::unique_ptr<Attempt>> done_;  // deleted outside their own callbacks
    std::uint64_t last_key_ = 0;
    std::vector<run::Event> events_;
    std::int64_t seq_ = 0;
    run::RunState state_;
    // replay
    bool replaying_ = false;
    std::map<std::tuple<int, std::string, int>, int> recorded_;   // kind, path, attempt of this epoch
    std::map<std::string, std::vector<run::Datum>> seen_outputs_;
    std::int64_t grace_ms_ = 5000;
};

std::int64_t milliseconds_from_env(const char* name, std::int64_t absent);

}  // namespace weft::local
