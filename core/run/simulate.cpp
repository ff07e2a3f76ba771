#include "core/run/simulate.h"

#include <algorithm>
#include <utility>

#include "core/run/rules.h"

namespace weft::run {

namespace {

constexpr int deepest = 32;
constexpr std::size_t most_events = 2'000'000;
constexpr std::size_t most_items = 10'000;

// How a part ended, as those around it see it.
struct Ended {
    Stage stage = Stage::succeeded;
    std::string reason;
    Results bits = 0;                       // more than the stage says for loops
    bool handler_failed = false;            // its own result is `stage`; its scope failed all the same
    bool bad() const { return stage == Stage::failed || stage == Stage::errored || stage == Stage::timed_out || handler_failed; }
};

const char* status_word(Outcome outcome) { return outcome == Outcome::succeeded ? "Succeeded" : "Failed"; }

std::string status_word(const Ended& ended) {
    switch (ended.stage) {
        case Stage::succeeded: return "Succeeded";
        case Stage::errored: return "Error";
        case Stage::skipped: return ended.reason == "condition" ? "Skipped" : "Omitted";
        default: return "Failed";
    }
}

class Simulator {
  public:
    Simulator(const Flow& flow, const Scenario& scenario, Simulation* out) : flow_(flow), scenario_(scenario), out_(out) {}

    void run() {
        emit({}, EventKind::created, 0, {{"flow", flow_.name}});
        const Outcome whole = body(flow_.main, {}, 0, &out_->body);
        std::string word = outcome_name(whole);
        emit({}, EventKind::run_ended, 0, {{"result", word}});
    }

  private:
    void emit(const std::string& path, EventKind kind, int attempt, std::vector<Datum> data = {}) {
        const std::int64_t seq = std::int64_t(out_->events.size()) + 1;
        out_->events.push_back({"simulated", 1, seq, path, attempt, kind, seq, std::move(data)});
    }
    bool full() {
        if (out_->events.size() < most_events) return false;
        out_->complete = false;
        return true;
    }

    // "fan[3]/x" is also told of as "fan/x".
    static std::string plain(const std::string& path) {
        std::string out;
        for (std::size_t i = 0; i < path.size(); ++i) {
            const std::size_t close = path[i] == '[' ? path.find(']', i) : std::string::npos;
            if (close != std::string::npos && is_item(path.substr(0, close + 1))) i = close;
            else out += path[i];
        }
        return out;
    }
    Stage wanted(const std::string& path) const {
        for (const std::string& name : {path, plain(path)})
            if (const auto it = scenario_.ends.find(name); it != scenario_.ends.end()) return it->second;
        return Stage::succeeded;
    }

    Ended end(const std::string& path, int attempt, Stage stage) {
        std::vector<Datum> data{{"result", stage_name(stage)}};
        if (stage == Stage::failed) data.insert(data.end(), {{"exit", "1"}, {"reason", "exit 1"}});
        if (stage == Stage::timed_out) data.push_back({"reason", "timed out"});
        emit(path, EventKind::ended, attempt, std::move(data));
        return {stage, {}, result_bits(stage, {})};
    }
    Ended skip(const std::string& path, const std::string& reason, const std::string& because = {}) {
        std::vector<Datum> data{{"reason", reason}};
        if (!because.empty()) data.push_back({"because", because});
        emit(path, EventKind::skipped, 0, std::move(data));
        return {Stage::skipped, reason, result_bits(Stage::skipped, reason)};
    }

    // --- conditions: decided only where everything they name is known ---
    using Known = std::map<std::string, Ended>;
    bool holds(std::string when, const Known& ended, const std::string& scope_status) const {
        if (when.empty()) return true;
        std::vector<Reference> tags = references_in(when);
        std::sort(tags.begin(), tags.end(), [](const Reference& a, const Reference& b) { return a.at > b.at; });
        for (const Reference& tag : tags) {
            std::string value;
            if (tag.kind == Reference::Kind::status && !tag.task.empty()) {
                const auto it = ended.find(tag.task);
                if (it != ended.end()) value = status_word(it->second);
            } else if (tag.kind == Reference::Kind::status || (tag.kind == Reference::Kind::workflow && tag.name == "status")) {
                value = scope_status;
            }
            if (value.empty() || !tag.simple || tag.at + tag.tag.size() > when.size()) return true;
            when.replace(tag.at, tag.tag.size(), value);
        }
        const auto truth = evaluate_condition(when);
        return !truth || *truth;
    }

    // --- one task ---
    Ended leaf(const std::string& path, Stage stage) {
        if (stage == Stage::skipped) return skip(path, "condition");
        if (!scenario_.cut_at.empty() && cut_ == Stage::none && (path == scenario_.cut_at || plain(path) == scenario_.cut_at)) {
            emit(path, EventKind::started, 1);
            cut_ = Stage::cancelled;
            emit({}, EventKind::cancel_asked, 0, {{"how", scenario_.kill ? "kill" : "stop"}, {"by", "user"}});
            return end(path, 1, Stage::cancelled);
        }
        emit(path, EventKind::started, 1);
        return end(path, 1, stage);
    }

    Ended instance(const Task& task, const std::string& path, int depth) {
        const Stage stage = wanted(path);
        const Definition* definition = definition_of(flow_, task);
        if (!definition || !definition->body || stage != Stage::succeeded || depth > deepest || full()) return leaf(path, stage);
        Outcome inside = Outcome::pending;
        const Outcome outcome = body(*definition->body, path + "/", depth + 1, &inside);
        return end(path, 0, outcome == Outcome::succeeded ? Stage::succeeded : outcome == Outcome::cancelled ? Stage::cancelled : Stage::failed);
    }

    Ended loop(const Task& task, const std::string& path, int depth) {
        const std::size_t count = task.loop->items.size();
        emit(path, EventKind::expanded, 0, {{"children", std::to_string(count)}});
        std::size_t good = 0, failed = 0, cancelled = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const std::string item = path + "[" + std::to_string(i) + "]";
            emit(item, EventKind::created, 0, {{"role", "task"}});
            const Ended ended = cut_ != Stage::none && !in_handler_ ? skip(item, "cancelled") : instance(task, item, depth);
            good += ended.stage == Stage::succeeded;
            failed += ended.bad();
            cancelled += ended.stage == Stage::cancelled || ended.reason == "cancelled";
        }
        Ended all = end(path, 0, failed > 0 ? Stage::failed : cancelled > 0 ? Stage::cancelled : Stage::succeeded);
        if (good > 0) all.bits |= on_any_succeeded;
        if (failed > 0 && failed == count) all.bits |= on_all_failed;
        return all;
    }

    // With its own exit handlers, which change what the scope is, never what downstream tasks see.
    Ended task(const Task& task, const std::string& path, int depth) {
        const bool expands = task.loop && task.loop->over == Loop::Over::items && task.loop->items.size() <= most_items && wanted(path) == Stage::succeeded;
        Ended ended = expands ? loop(task, path, depth) : instance(task, path, depth);
        if (task.handlers.empty() || ended.stage == Stage::skipped) return ended;
        const Outcome scope = ended.stage == Stage::succeeded ? Outcome::succeeded : ended.stage == Stage::cancelled ? Outcome::cancelled : Outcome::failed;
        ended.handler_failed = handlers(task.handlers, path + "/", depth, scope, {}) == Outcome::failed;
        return ended;
    }

    // --- handlers ---
    Outcome handlers(const std::vector<Handler>& all, const std::string& prefix, int depth, Outcome scope, const Known& ended) {
        Outcome worst = Outcome::succeeded;
        const bool outer = in_handler_;
        for (const Handler& handler : all) {
            if (!handler.task) continue;
            const std::string path = prefix + handler.task->name;
            emit(path, EventKind::created, 0, {{"role", "handler"}, {"warn-only", handler.warn_only ? "true" : "false"}});
            if (!calls(handler.trigger, scope) || handler.expression == "false") { skip(path, "trigger"); continue; }
            if (handler.task->muted) { skip(path, "muted"); continue; }
            if (cut_ != Stage::none && scenario_.kill) {
                skip(path, "cancelled");
                if (worst == Outcome::succeeded) worst = Outcome::cancelled;
                continue;
            }
            if (!holds(handler.task->when, ended, status_word(scope))) { skip(path, "condition"); continue; }
            emit(path, EventKind::handler_triggered, 0);
            in_handler_ = true;
            const std::string before = std::exchange(status_, status_word(scope));
            const Ended result = task(*handler.task, path, depth);
            status_ = before;
            in_handler_ = outer;
            if (handler.warn_only || (is_tolerated(*handler.task, result.stage) && !result.handler_failed)) continue;
            if (result.bad()) worst = Outcome::failed;
            else if (result.stage == Stage::cancelled && worst == Outcome::succeeded) worst = Outcome::cancelled;
        }
        return worst;
    }

    // --- a body ---
    static bool recovers(const Need& need) { return need.recovers && need.results != 0 && (need.results & ~(on_failed | on_errored | on_all_failed)) == 0; }

    Ended one(const BodyGraph& graph, int index, const std::string& prefix, int depth, const Known& ended, bool* forgiven) {
        const Task& task = *graph.tasks[std::size_t(index)];
        const std::string path = prefix + task.name;
        if (cut_ != Stage::none && !in_handler_) return skip(path, "cancelled");
        if (task.muted) return skip(path, "muted");
        const Decision decision = decide(graph, index, [&](const std::string& name) {
            const auto it = ended.find(name);
            if (it == ended.end()) return Fact{};
            const Task& up = *graph.tasks[std::size_t(graph.index.at(name))];
            return Fact{it->second.bits, is_tolerated(up, it->second.stage)};
        });
        if (decision.kind == Decision::omit) return skip(path, "upstream", prefix + decision.because);
        if (decision.kind != Decision::start) return end(path, 0, Stage::errored);          // a cycle, or an expression that nobody can read
        if (!holds(task.when, ended, status_)) return skip(path, "condition");
        Ended result = this->task(task, path, depth);
        *forgiven = is_tolerated(task, result.stage) && !result.handler_failed;
        return result;
    }

    Outcome body(const Body& body, const std::string& prefix, int depth, Outcome* inside) {
        const BodyGraph graph = graph_of(flow_, body);
        std::vector<int> order = graph.order;
        std::vector<bool> listed(graph.tasks.size());
        for (const int i : order) listed[std::size_t(i)] = true;
        for (std::size_t i = 0; i < listed.size(); ++i)
            if (!listed[i]) order.push_back(int(i));
        std::erase_if(order, [&](int i) { return graph.index.at(graph.tasks[std::size_t(i)]->name) != i; });   // a second task of a name is nobody's
        for (const int i : order) emit(prefix + graph.tasks[std::size_t(i)]->name, EventKind::created, 0, {{"role", "task"}});

        Known ended;
        std::map<std::string, bool> pardoned;
        for (const int i : order) {
            bool forgiven = false;
            const std::string& name = graph.tasks[std::size_t(i)]->name;
            ended[name] = one(graph, i, prefix, depth, ended, &forgiven);
            pardoned[name] = forgiven;
        }
        for (const int i : order) {
            const Task& task = *graph.tasks[std::size_t(i)];
            const Ended& by = ended.at(task.name);
            if (by.stage != Stage::succeeded || by.handler_failed) continue;
            for (const Need& need : task.needs)
                if (recovers(need) && ended.contains(need.task)) pardoned[need.task] = true;
        }
        *inside = Outcome::succeeded;
        for (const auto& [name, result] : ended) {
            if (result.bad() && !pardoned[name]) *inside = Outcome::failed;
            else if ((result.stage == Stage::cancelled || result.reason == "cancelled") && *inside == Outcome::succeeded) *inside = Outcome::cancelled;
        }
        if (prefix.empty()) emit({}, EventKind::body_ended, 0, {{"result", outcome_name(*inside)}});
        const Outcome after = handlers(body.handlers, prefix, depth, *inside, ended);
        return *inside == Outcome::succeeded ? after : *inside;
    }

    const Flow& flow_;
    const Scenario& scenario_;
    Simulation* out_;
    Stage cut_ = Stage::none;               // cancelled once the run was stopped
    bool in_handler_ = false;
    std::string status_;                    // of the scope that has ended, inside its handlers
};

}  // namespace

Simulation simulate(const Flow& flow, const Scenario& scenario) {
    Simulation out;
    Simulator(flow, scenario, &out).run();
    out.state = reduce_all("simulated", out.events);
    out.verdict = verdict(flow, out.state);
    return out;
}

Simulation simulate(const Flow& flow, const std::vector<std::string>& failing) {
    Scenario scenario;
    for (const std::string& path : failing) scenario.ends[path] = Stage::failed;
    return simulate(flow, scenario);
}

}  // namespace weft::run
