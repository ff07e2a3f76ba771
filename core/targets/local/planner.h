// The inside of Plan: instances of tasks (nodes) in instances of bodies, and a work list instead of recursion. Split over planner_*.cpp by subject.
#pragma once

#include <deque>
#include <map>
#include <queue>
#include <unordered_map>
#include <unordered_set>

#include "core/model/graph.h"
#include "core/targets/local/plan.h"

namespace weft::local {

constexpr int deepest_body = 64;                      // sub-flows inside sub-flows; recursion ends here
constexpr std::size_t most_nodes = 200'000;           // of one run
constexpr std::size_t most_items = 10'000;            // of one loop
constexpr std::int64_t handler_timeout_ms = 5 * 60 * 1000;

enum class Phase { waiting, queued, launching, running, suspended, retrying, open, hooks, done };
enum class Kind { leaf, wait, body, loop, nothing };

struct Node {
    const Task* task = nullptr;
    const Definition* definition = nullptr;
    const Handler* handler = nullptr;                 // it is an exit handler, of its body or (hook_of) of a task
    int body = 0;                                     // the body it stands in
    int place = -1;                                   // its position there, as in the body's graph; -1: it is no task of the body itself
    int loop = -1, hook_of = -1;                      // the node it is an item or a hook of
    int inner = -1;                                   // kind body: its newest inner body
    std::string path;
    Kind kind = Kind::leaf;
    Phase phase = Phase::waiting;
    bool has_slot = false, bypassed = false;          // bypassed: reached over an edge that wants a failure
    int waiting_on = 0;                               // upstream tasks that have not ended
    int attempt = 0, tries = 0;
    Ended ending = Ended::none;                       // why it was told to end
    Ended ended = Ended::none;
    bool recovered = false;
    int exit = -1;
    std::string reason, because;
    std::vector<run::Datum> outputs, artifacts;
    std::optional<std::string> item;                  // text, or JSON for a list or map
    std::vector<int> items, hooks;                    // nodes
    int open_items = 0, open_hooks = 0;
    std::int64_t ended_wall = 0;
};

struct BodyRun {
    int owner = -1;                                   // node, -1 = the flow itself
    const Body* body = nullptr;
    const BodyGraph* graph = nullptr;
    int depth = 0;
    bool below_handler = false;                       // part of an exit handler's work
    std::vector<int> nodes, handlers;                 // by position in body->tasks / body->handlers
    std::unordered_map<std::string, std::string> params;
    std::vector<std::string> param_order;
    int open = 0, open_handlers = 0;
    Ended cancelled = Ended::none;                    // cancelled or timed_out: nothing starts any more
    bool over = false;                                // the tasks have ended, handlers may run
    Ended result = Ended::none;                       // of the tasks
    int cause = -1;                                   // node
    int failed_handler = -1;
    int limit = 0, active = 0;                        // parallelism, 0 = none
    bool fail_fast = false, failed_fast = false;
    std::deque<int> queue;
};

class Planner {
  public:
    Planner(FlowPtr flow, RunFacts facts, const io::Clock& clock);

    // planner.cpp: facts in
    void begin();
    std::shared_ptr<const Launch> prepare(int id, int attempt);
    void launched(int id, int attempt);
    void ended(int id, int attempt, AttemptResult result);
    void tick();
    void stop(bool by_timeout);
    void kill();
    bool stop_task(const std::string& path, bool by_timeout = false);
    bool resume(const std::string& path);
    void retry_now(const std::string& path);
    int find(const std::string& path) const;
    void settle();

    // planner_body.cpp: bodies and their end
    int open_body(int owner, const Body& body, const Definition* definition);
    Result<void> fill_params(int body, const Definition* definition, int owner);
    void end_body(int body);
    void start_handlers(int body);
    void close_body(int body);
    Ended judge(BodyRun& body);
    void flush_queue(BodyRun& body);
    void body_outputs(Node& owner, int inner);

    // planner_decide.cpp: may it run, and how often
    void decide(int id);
    bool needs_met(Node& node, bool* upstream_failed, std::string* because, Message* error);
    Results results_of(const Node& node) const;
    void expand(int id);
    Result<std::vector<std::string>> items_of(int id);
    void go(int id);                                  // past its conditions: take a slot, start
    bool room_for(const Node& n) const;
    void hold_slot(Node& n);
    bool take_slot(int id);
    void pump(std::deque<int>& queue);
    void give_slot(int id);

    // planner_start.cpp
    void start(int id);
    void start_wait(int id);
    void start_body(int id);
    Result<std::vector<std::pair<std::string, std::string>>> leaf_params(int id);

    // planner_finish.cpp: results and what follows
    void attempt_over(int id, AttemptResult result);
    const Retry* retry_of(const Node& n) const;
    bool wants_retry(int id, const AttemptResult& result) const;
    std::int64_t retry_delay_ms(int id) const;
    void schedule_retry(int id);
    int shown_attempt(const Node& n) const;           // 0 for a group that is not tried again: its state is its own
    void settled(int id);
    void finish(int id, Ended ended, std::string reason = {}, std::string because = {});
    void skip(int id, Ended ended, const char* why, std::string because = {});
    void start_hooks(int id);
    void propagate(int id);
    void loop_over(int id);
    bool trigger_met(const Handler& handler, Ended scope, const std::string& status, int body, Message* error) const;

    // planner_cancel.cpp
    void cancel_body(int body, Ended why, bool hard);
    void cancel_node(int id, Ended why, bool hard);

    int make_node(int body, const Task& task, const Handler* handler, std::string path);
    void emit(run::EventKind kind, const std::string& path, int attempt, std::vector<run::Datum> data = {});
    void emit_created(const Node& node);
    const BodyGraph& graph(const Body& body);
    Node& node(int id) { return nodes[std::size_t(id)]; }
    const Node& node(int id) const { return nodes[std::size_t(id)]; }
    BodyRun& body_of(const Node& n) { return bodies[std::size_t(n.body)]; }
    const BodyRun& body_of(const Node& n) const { return bodies[std::size_t(n.body)]; }
    bool below_handler(const Node& n) const { return n.handler || body_of(n).below_handler; }
    std::vector<const Task*> enclosing(const Node& n) const;
    std::string failures_json() const;

    enum class Due { retry, timeout, wake };
    struct Timer {
        std::int64_t at;
        std::uint64_t order;
        Due due;
        int id, attempt;
        bool operator>(const Timer& o) const { return at != o.at ? at > o.at : order > o.order; }
    };
    void set_timer(std::int64_t delay_ms, Due due, int id, int attempt);
    void timer_due(const Timer& timer);
    bool stale(const Timer& timer) const;
    std::int64_t timeout_of(int id) const;            // ms, 0 = none

    enum class Todo { decide, start, propagate, end_body, close_body };
    void todo(Todo what, int id) { work.emplace_back(what, id); }

    FlowPtr flow;
    RunFacts facts;
    const io::Clock& clock;
    std::deque<Node> nodes;                           // deque: references stay valid while nodes are made
    std::deque<BodyRun> bodies;
    std::unordered_map<std::string, int> by_path;     // newest instance
    std::map<const Body*, BodyGraph> graphs;
    std::deque<std::pair<Todo, int>> work;
    std::priority_queue<Timer, std::vector<Timer>, std::greater<>> timers;
    std::uint64_t timer_order = 0;
    std::deque<int> run_queue;                        // waiting for the flow's parallelism
    int run_active = 0;
    const EffectiveEnvironment flow_environment;      // without any task's
    bool capture_all = false;                         // somewhere in the flow "outputs.result" is read
    bool begun = false, settling = false, stopped = false, killed = false, flow_timed_out = false, closed = false;
    std::unordered_map<std::string, AttemptResult> kept;
    std::unordered_map<std::string, int> last_attempts;
    std::vector<int> failures;                        // nodes, in time
    std::vector<Action> actions;
    std::vector<run::Event> events;
};

// What a node can see. `own` are its own parameters (null while its arguments are being resolved).
class NodeResolver : public Resolver {
  public:
    NodeResolver(const Planner& planner, int body, int node, const std::vector<std::pair<std::string, std::string>>* own = nullptr)
        : p_(planner), body_(body), node_(node), own_(own) {}
    Result<std::string> param(const std::string& name) const override;
    Result<std::string> workflow(const std::string& rest) const override;
    Result<std::string> task(const std::string& name, const std::string& rest) const override;
    Result<std::string> item(const std::string& field) const override;
    Result<std::string> attempt(const std::string& what) const override;
    Result<std::string> own_file(const std::string& rest) const override;
    Result<std::string> status() const override;

  private:
    const Planner& p_;
    int body_, node_;
    const std::vector<std::pair<std::string, std::string>>* own_;
};

// planner_values.cpp
std::string status_word(Ended ended);                 // Argo's: "Succeeded", "Failed", "Error", "Skipped", "Omitted"
std::optional<std::string> output_of(const Planner& planner, const Node& node, const std::string& name);
bool is_bad(Ended ended);                             // failed, errored, timed out, cancelled

}  // namespace weft::local
