// A little world for the planner: flows built in code, attempts that end as a script says, a clock that jumps to the next thing that is due.
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>

#include "core/model/edit.h"
#include "core/targets/local/plan.h"

namespace weft::local::test {

inline Scalar word(const std::string& text) { return {text, false}; }

struct FlowBuilder {
    Flow flow;
    FlowBuilder() { flow.name = "test"; flow.format = "native"; }

    static Task leaf(const std::string& name, std::vector<std::string> needs = {}) {
        Task task;
        task.name = name;
        Definition definition;
        definition.kind = DefinitionKind::container;
        definition.command = {word("true")};
        task.own = std::make_shared<const Definition>(definition);
        for (std::string& need : needs) task.needs.push_back({need, results_default, false});
        return task;
    }
    static Task with(Task task, const std::function<void(Task&, Definition&)>& change) {
        Definition definition = task.own ? *task.own : Definition{};
        change(task, definition);
        if (task.definition.empty()) task.own = std::make_shared<const Definition>(definition);
        return task;
    }
    static Task group(const std::string& name, Body body, std::vector<std::string> needs = {}) {
        Task task = leaf(name, std::move(needs));
        return with(task, [&](Task&, Definition& d) {
            d.kind = DefinitionKind::flow;
            d.command.clear();
            d.body = std::make_shared<const Body>(std::move(body));
        });
    }
    FlowBuilder& add(Task task) { flow.main.tasks.push_back(std::make_shared<const Task>(std::move(task))); return *this; }
    FlowBuilder& add(const std::string& name, std::vector<std::string> needs = {}) { return add(leaf(name, std::move(needs))); }
    FlowBuilder& handler(Task task, Trigger trigger = Trigger::always, bool warn_only = false) {
        flow.main.handlers.push_back({std::make_shared<const Task>(std::move(task)), trigger, warn_only, {}});
        return *this;
    }
    FlowPtr get() const { return std::make_shared<const Flow>(number_tasks(flow)); }
};

inline Body body_of(std::vector<Task> tasks, std::vector<std::pair<Task, Trigger>> handlers = {}) {
    Body body;
    for (Task& task : tasks) body.tasks.push_back(std::make_shared<const Task>(std::move(task)));
    for (auto& [task, trigger] : handlers) body.handlers.push_back({std::make_shared<const Task>(std::move(task)), trigger, false, {}});
    return body;
}

struct World {
    io::FakeClock clock;
    FlowPtr flow;
    Plan plan;
    std::map<std::string, std::vector<std::string>> script;      // path -> one word per attempt: "failed", "errored", "hang", "" = succeeded
    std::map<std::string, std::vector<run::Datum>> outputs;
    std::map<std::string, std::shared_ptr<const Launch>> launches;
    std::vector<std::string> started;                            // "path" in time, one per attempt
    std::vector<std::int64_t> started_ms;
    std::map<std::string, int> running;                          // hanging ones: path -> node
    std::vector<std::string> terminated;
    std::vector<run::Event> events;
    int most_running = 0;

    explicit World(FlowPtr f, RunFacts facts = {}) : flow(f), plan(f, with_id(std::move(facts)), clock) {}
    static RunFacts with_id(RunFacts facts) { if (facts.run.empty()) facts.run = "run-1"; return facts; }

    void take() {
        std::vector<Action> actions;
        while (!(actions = plan.take_actions()).empty())
            for (const Action& action : actions) perform(action);
        for (run::Event& event : plan.take_events()) {
            event.seq = std::int64_t(events.size()) + 1;
            event.time_ms = clock.wall_ms();
            events.push_back(std::move(event));
        }
    }
    void end(const std::string& path, const std::string& how) {
        const int node = running.at(path);
        running.erase(path);
        finish(node, path, how);
    }
    void perform(const Action& action) {
        if (action.kind != Action::Kind::start) {
            terminated.push_back(action.path);
            if (running.count(action.path)) end(action.path, "failed");
            return;
        }
        const auto launch = plan.prepare(action.node, action.attempt);
        if (!launch) return;
        started.push_back(action.path);
        started_ms.push_back(clock.now_ms());
        launches[action.path] = launch;
        plan.launched(action.node, action.attempt);
        running[action.path] = action.node;
        most_running = std::max(most_running, int(running.size()));
        auto& list = script[action.path];
        std::string how = list.empty() ? "" : list.front();
        if (list.size() > 1) list.erase(list.begin());
        if (how == "hang") return;
        if (!held) end(action.path, how);
        else waiting.push_back({action.path, how});
    }
    void finish(int node, const std::string& path, const std::string& how) {
        AttemptResult result;
        result.ended = how.empty() ? Ended::succeeded : parse_result(how);
        result.exit = how.empty() ? 0 : 1;
        result.reason = how.empty() ? "" : "exit 1";
        if (how.empty() && outputs.count(path)) result.outputs = outputs[path];
        plan.ended(node, plan.attempt_of(node), result);
    }
    // held: attempts run until release() ends them one by one, so that several run at once.
    bool held = false;
    std::vector<std::pair<std::string, std::string>> waiting;
    void release() {
        while (!waiting.empty()) {
            const auto [path, how] = waiting.front();
            waiting.erase(waiting.begin());
            if (running.count(path)) end(path, how);
            take();
        }
    }
    void begin() { plan.begin(); take(); }
    bool advance() {                                              // to the next thing that is due
        const auto due = plan.next_due();
        if (!due) return false;
        if (*due > clock.now_ms()) clock.advance(*due - clock.now_ms());
        plan.tick();
        take();
        return true;
    }
    void run() {
        begin();
        while (!plan.finished() && advance()) {}
    }
    // "a:succeeded" of every task that ended or was skipped, last word, ordered by path.
    std::map<std::string, std::string> ends() const {
        std::map<std::string, std::string> out;
        for (const run::Event& event : events) {
            if (event.path.empty()) continue;
            if (event.kind == run::EventKind::ended) out[event.path] = event.get("result");
            if (event.kind == run::EventKind::skipped) out[event.path] = "skipped-" + event.get("reason");
        }
        return out;
    }
    std::string all() const {
        std::string text;
        for (const auto& [path, end] : ends()) text += (text.empty() ? "" : " ") + path + "=" + end;
        return text;
    }
    std::string body_result() const {
        for (const run::Event& event : events)
            if (event.kind == run::EventKind::body_ended && event.path.empty()) return event.get("result");
        return {};
    }
};

}  // namespace weft::local::test
