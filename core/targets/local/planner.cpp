// Facts come in here; the work list is emptied before each call returns.
#include "core/targets/local/planner.h"

#include <algorithm>

namespace weft::local {

using run::EventKind;

namespace {

bool reads_result(const Value& value) {
    return (value.source == Source::output && value.name == "result") || value.text.find("outputs.result") != std::string::npos;
}

// Standard output is captured apart only when somebody reads it: a second pipe costs.
bool reads_result(const Task& task, const Definition* definition) {
    const auto text = [](const std::string& s) { return s.find("outputs.result") != std::string::npos; };
    for (const Binding& binding : task.params)
        if (reads_result(binding.value)) return true;
    for (const Binding& binding : task.environment.env)
        if (reads_result(binding.value)) return true;
    if (text(task.when) || (task.loop && text(task.loop->param))) return true;
    if (!definition) return false;
    for (const Binding& binding : definition->environment.env)
        if (reads_result(binding.value)) return true;
    for (const Output& output : definition->outputs)
        if (reads_result(output.expression)) return true;
    for (const auto* list : {&definition->command, &definition->args})
        for (const Scalar& word : *list)
            if (text(word.text)) return true;
    return text(definition->source);
}

bool reads_result(const Flow& flow) {
    bool found = false;
    for_each_task(flow, [&](const std::string&, const Task& task, const Handler*) { found = found || reads_result(task, task.own.get()); });
    for (const DefinitionPtr& definition : flow.definitions) found = found || (definition && reads_result(Task{}, definition.get()));
    return found;
}

}  // namespace

Planner::Planner(FlowPtr f, RunFacts given, const io::Clock& c) : flow(std::move(f)), facts(std::move(given)), clock(c), flow_environment(effective_environment(*flow, Task{})), capture_all(reads_result(*flow)) {}

void Planner::emit(EventKind kind, const std::string& path, int attempt, std::vector<run::Datum> data) {
    run::Event event;
    event.run = facts.run;
    event.epoch = facts.epoch;
    event.path = path;
    event.attempt = attempt;
    event.kind = kind;
    event.data = std::move(data);
    events.push_back(std::move(event));
}

const BodyGraph& Planner::graph(const Body& body) {
    auto it = graphs.find(&body);
    if (it == graphs.end()) it = graphs.emplace(&body, graph_of(*flow, body)).first;
    return it->second;
}

void Planner::begin() {
    if (begun) return;
    begun = true;
    std::vector<run::Datum> data = {{"flow", flow->name}, {"file", facts.file}, {"target", "local"}};
    for (const std::string& what : facts.not_reproduced) data.push_back({"not-reproduced", what});
    emit(EventKind::created, {}, 0, std::move(data));
    open_body(-1, flow->main, nullptr);
    if (const auto limit = parse_duration(flow->timeout); limit && *limit > 0) set_timer(std::int64_t(*limit * 1000), Due::timeout, -1, 0);
    settle();
}

void Planner::settle() {
    if (settling) return;
    settling = true;
    while (!work.empty()) {
        const auto [what, id] = work.front();
        work.pop_front();
        switch (what) {
            case Todo::decide: decide(id); break;
            case Todo::start: start(id); break;
            case Todo::propagate: propagate(id); break;
            case Todo::end_body: end_body(id); break;
            case Todo::close_body: close_body(id); break;
        }
    }
    settling = false;
}

void Planner::launched(int id, int attempt) {
    if (id < 0 || std::size_t(id) >= nodes.size()) return;
    Node& n = node(id);
    if (n.phase != Phase::launching || n.attempt != attempt) return;
    n.phase = Phase::running;
    if (const std::int64_t ms = timeout_of(id); ms > 0) set_timer(ms, Due::timeout, id, attempt);
}

void Planner::ended(int id, int attempt, AttemptResult result) {
    if (id < 0 || std::size_t(id) >= nodes.size()) return;
    Node& n = node(id);
    if ((n.phase != Phase::launching && n.phase != Phase::running) || n.attempt != attempt || n.kind != Kind::leaf) return;
    if (n.ending == Ended::timed_out) {
        const std::int64_t ms = timeout_of(id);
        result.ended = Ended::timed_out;
        result.reason = ms > 0 ? "timed out after " + std::to_string(ms / 1000) + (ms % 1000 ? "." + std::to_string(ms % 1000 / 100) : "") + " s" : "timed out";
    } else if (n.ending == Ended::cancelled) {
        result.ended = Ended::cancelled;
        result.reason = "cancelled";
    }
    attempt_over(id, std::move(result));
    settle();
}

void Planner::tick() {
    const std::int64_t now = clock.now_ms();
    while (!timers.empty() && timers.top().at <= now) {
        const Timer timer = timers.top();
        timers.pop();
        if (!stale(timer)) timer_due(timer);
    }
    settle();
}

void Planner::stop(bool by_timeout) {
    if (closed || stopped || killed) return;
    emit(EventKind::cancel_asked, {}, 0, {{"how", "stop"}, {"by", by_timeout ? "timeout" : "user"}});
    (by_timeout ? flow_timed_out : stopped) = true;
    if (!bodies.front().over) cancel_body(0, by_timeout ? Ended::timed_out : Ended::cancelled, false);
    settle();
}

void Planner::kill() {
    if (closed || killed) return;
    emit(EventKind::cancel_asked, {}, 0, {{"how", "kill"}, {"by", "user"}});
    killed = true;
    cancel_body(0, Ended::cancelled, true);
    settle();
}

bool Planner::stop_task(const std::string& path, bool by_timeout) {
    const int id = find(path);
    if (id < 0 || node(id).phase == Phase::done) return false;
    const Ended why = by_timeout ? Ended::timed_out : Ended::cancelled;
    emit(EventKind::cancel_asked, path, by_timeout ? node(id).attempt : 0, {{"how", "stop"}, {"by", by_timeout ? "timeout" : "user"}});
    node(id).ending = why;                            // one that waits is skipped when its turn comes
    cancel_node(id, why, false);
    settle();
    return true;
}

bool Planner::resume(const std::string& path) {
    const int id = find(path);
    if (id < 0 || node(id).phase != Phase::suspended) return false;
    emit(EventKind::resumed, path, node(id).attempt);
    attempt_over(id, {Ended::succeeded, -1, {}, {}, {}});
    settle();
    return true;
}

void Planner::retry_now(const std::string& path) {
    const int id = find(path);
    if (id < 0 || node(id).phase != Phase::retrying) return;
    node(id).phase = Phase::waiting;
    go(id);
    settle();
}

int Planner::find(const std::string& path) const {
    const auto it = by_path.find(path);
    return it == by_path.end() ? -1 : it->second;
}

// --- the public face ---------------------------------------------------------------------------------------------------------------
Plan::Plan(FlowPtr flow, RunFacts facts, const io::Clock& clock) : planner_(std::make_unique<Planner>(std::move(flow), std::move(facts), clock)) {}
Plan::~Plan() = default;
void Plan::begin() { planner_->begin(); }
std::shared_ptr<const Launch> Plan::prepare(int node, int attempt) { return planner_->prepare(node, attempt); }
void Plan::launched(int node, int attempt) { planner_->launched(node, attempt); }
void Plan::ended(int node, int attempt, const AttemptResult& result) { planner_->ended(node, attempt, result); }
void Plan::tick() { planner_->tick(); }
void Plan::stop(bool by_timeout) { planner_->stop(by_timeout); }
void Plan::kill() { planner_->kill(); }
bool Plan::stop_task(const std::string& path, bool by_timeout) { return planner_->stop_task(path, by_timeout); }
bool Plan::resume(const std::string& path) { return planner_->resume(path); }
void Plan::retry_now(const std::string& path) { planner_->retry_now(path); }
void Plan::keep(const std::string& path, AttemptResult result) { planner_->kept[path] = std::move(result); }
void Plan::last_attempt(const std::string& path, int attempt) { planner_->last_attempts[path] = attempt; }
bool Plan::finished() const { return planner_->closed; }
int Plan::find(const std::string& path) const { return planner_->find(path); }
int Plan::attempt_of(int node) const { return planner_->node(node).attempt; }
bool Plan::waits_for(int node) const { return planner_->node(node).phase == Phase::launching || planner_->node(node).phase == Phase::running; }
std::vector<Action> Plan::take_actions() { return std::exchange(planner_->actions, {}); }
std::vector<run::Event> Plan::take_events() { return std::exchange(planner_->events, {}); }

std::optional<std::int64_t> Plan::next_due() const {
    while (!planner_->timers.empty() && planner_->stale(planner_->timers.top())) planner_->timers.pop();
    if (planner_->closed || planner_->timers.empty()) return std::nullopt;
    return planner_->timers.top().at;
}

const char* result_word(Ended ended) {
    switch (ended) {
        case Ended::succeeded: return "succeeded";
        case Ended::errored: return "errored";
        case Ended::timed_out: return "timed-out";
        case Ended::cancelled: return "cancelled";
        case Ended::skipped: return "skipped";
        case Ended::omitted: return "omitted";
        default: return "failed";
    }
}

Ended parse_result(std::string_view word) {
    for (const Ended ended : {Ended::succeeded, Ended::errored, Ended::timed_out, Ended::cancelled, Ended::skipped, Ended::omitted})
        if (word == result_word(ended)) return ended;
    return Ended::failed;
}

}  // namespace weft::local
