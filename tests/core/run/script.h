// Flows and histories of runs, written as short lines: the tests of verdicts read like a story.
//   flow:    "train < fetch, clean:failed:recovers tolerated"    "! notify on-failure warn-only"    "sub/inner"    "! train/hook hook"
//   events:  "fetch ok"  "train exit 1 #2"  "evaluate skipped upstream because=train"  "- stop"  "- run-ended"   (# attempt, ~ epoch, - the run)
#pragma once

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <QtGlobal>

#include "core/model/edit.h"
#include "core/run/verdict.h"

namespace weft::script {

inline std::vector<std::string> words(const std::string& line) {
    std::istringstream in(line);
    std::vector<std::string> out;
    for (std::string word; in >> word;) out.push_back(word);
    return out;
}

inline std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> out;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, at);) out.push_back(part);
    return out;
}

inline std::string trimmed(const std::string& text) {
    const auto from = text.find_first_not_of(" \t\r\n"), to = text.find_last_not_of(" \t\r\n");
    return from == std::string::npos ? std::string() : text.substr(from, to - from + 1);
}

// --- flows ------------------------------------------------------------------------------------------------------------------------
struct Node {
    Task task;
    Handler handler;
    bool is_handler = false, is_hook = false;
    std::vector<std::string> children;      // paths, in order
};

inline Need need_of(const std::string& text) {
    const std::vector<std::string> parts = split(text, ':');
    Need need{parts[0]};
    for (std::size_t i = 1; i < parts.size(); ++i) {
        if (parts[i] == "recovers") need.recovers = true;
        else if (parts[i] == "failed") need.results = on_failed | on_errored;
        else if (parts[i] == "succeeded") need.results = on_succeeded;
        else if (parts[i] == "completed") need.results = results_completed;
    }
    return need;
}

inline Node parse_node(const std::string& line, std::string* path) {
    Node node;
    std::vector<std::string> all = words(line);
    if (all.front() == "!") node.is_handler = true, all.erase(all.begin());
    *path = all.front();
    bool needs = false;
    for (std::size_t i = 1; i < all.size(); ++i) {
        std::string word = all[i];
        const bool more = word.back() == ',';
        if (more) word.pop_back();
        const bool was_need = needs;
        needs = word == "<" || more;
        if (was_need) node.task.needs.push_back(need_of(word));
        else if (word == "tolerated") node.task.tolerated = node.task.tolerated_error = true;
        else if (word == "on-failure") node.handler.trigger = Trigger::on_failure;
        else if (word == "on-success") node.handler.trigger = Trigger::on_success;
        else if (word == "warn-only") node.handler.warn_only = true;
        else if (word == "hook") node.is_hook = true;
        else if (word == "muted") node.task.muted = true;
        else if (word.starts_with("when=")) node.task.when = word.substr(5);
        else if (word.starts_with("depends=")) node.task.depends = word.substr(8);
    }
    return node;
}

inline TaskPtr build_task(std::map<std::string, Node>& nodes, const std::string& path);

inline Body build_body(std::map<std::string, Node>& nodes, const std::vector<std::string>& children, std::vector<Handler>* hooks) {
    Body body;
    for (const std::string& path : children) {
        Node& node = nodes[path];
        const TaskPtr task = build_task(nodes, path);
        Handler handler = node.handler;
        handler.task = task;
        if (node.is_hook) hooks->push_back(handler);
        else if (node.is_handler) body.handlers.push_back(handler);
        else body.tasks.push_back(task);
    }
    return body;
}

inline TaskPtr build_task(std::map<std::string, Node>& nodes, const std::string& path) {
    Node& node = nodes[path];
    Task task = node.task;
    const std::size_t slash = path.rfind('/');
    task.name = slash == std::string::npos ? path : path.substr(slash + 1);
    Definition own;
    own.kind = DefinitionKind::container;
    const Body body = build_body(nodes, node.children, &task.handlers);
    if (!body.tasks.empty() || !body.handlers.empty()) {
        own.kind = DefinitionKind::flow;
        own.body = std::make_shared<const Body>(body);
    }
    task.own = std::make_shared<const Definition>(own);
    return std::make_shared<const Task>(task);
}

inline Flow flow(const std::vector<std::string>& lines) {
    std::map<std::string, Node> nodes;
    std::vector<std::string> top;
    for (const std::string& line : lines) {
        if (trimmed(line).empty()) continue;
        std::string path;
        Node node = parse_node(trimmed(line), &path);
        node.children = nodes[path].children;
        nodes[path] = node;
        const std::size_t slash = path.rfind('/');
        (slash == std::string::npos ? top : nodes[path.substr(0, slash)].children).push_back(path);
    }
    Flow flow;
    flow.name = "sample";
    std::vector<Handler> none;
    flow.main = build_body(nodes, top, &none);
    return number_tasks(flow);
}

// --- events -----------------------------------------------------------------------------------------------------------------------
class History {
  public:
    using Datum = run::Datum;
    explicit History(std::string run = "r1") : run_(std::move(run)) {}
    void line(const std::string& text) {
        std::vector<std::string> all = words(text);
        if (all.empty()) return;
        Head head{all[0] == "-" ? std::string() : all[0]};
        std::vector<Datum> data;
        std::vector<std::string> rest;
        for (std::size_t i = 2; i < all.size(); ++i) {
            const std::string& word = all[i];
            const std::size_t equals = word.find('=');
            if (word[0] == '#') head.attempt = std::stoi(word.substr(1));
            else if (word[0] == '~') head.epoch = std::stoi(word.substr(1));
            else if (equals != std::string::npos) data.push_back({word.substr(0, equals), word.substr(equals + 1)});
            else rest.push_back(word);
        }
        std::string tail;
        for (const std::string& word : rest) tail += (tail.empty() ? "" : " ") + word;
        say(head, all[1], tail, data);
    }
    const std::vector<run::Event>& events() const { return events_; }

  private:
    struct Head { std::string path; int epoch = 1, attempt = 1; };

    void put(const Head& head, run::EventKind kind, int attempt, std::vector<Datum> data) {
        const std::int64_t seq = std::int64_t(events_.size()) + 1;
        events_.push_back({run_, head.epoch, seq, head.path, attempt, kind, seq * 1000, std::move(data)});
    }
    void ended(const Head& head, const std::string& result, const std::string& exit, const std::string& reason, const std::vector<Datum>& extra) {
        if (result != "cancelled" || head.attempt > 0) put(head, run::EventKind::started, head.attempt, {});
        std::vector<Datum> data{{"result", result}};
        if (!exit.empty()) data.push_back({"exit", exit});
        if (!reason.empty()) data.push_back({"reason", reason});
        data.insert(data.end(), extra.begin(), extra.end());
        put(head, run::EventKind::ended, head.attempt, data);
    }
    void say(const Head& head, const std::string& word, const std::string& tail, std::vector<Datum> data) {
        using run::EventKind;
        if (word == "ok") return ended(head, "succeeded", "0", {}, data);
        if (word == "exit") return ended(head, "failed", tail, "exit " + tail, data);
        if (word == "failed" || word == "errored" || word == "timed-out" || word == "cancelled") return ended(head, word, {}, tail, data);
        if (word == "group") return put(head, EventKind::ended, 0, {{"result", tail}});
        if (word == "stop" || word == "kill") return put(head, EventKind::cancel_asked, 0, {{"how", word}, {"by", "user"}});
        if (word == "timeout") return put(head, EventKind::cancel_asked, 0, {{"how", "stop"}, {"by", "timeout"}});
        if (word == "lost") return put(head, EventKind::contact_lost, 0, {});
        if (word == "back") return put(head, EventKind::contact_back, 0, {});
        if (word == "says") return put(head, EventKind::engine_says, 0, {{"word", tail}});
        if (word == "forced") return put(head, EventKind::forced, 0, {{"result", tail}, {"by", "ann"}});
        if (word == "skipped") data.insert(data.begin(), {"reason", tail});
        if (word == "expanded") data.insert(data.begin(), {"children", tail});
        if (word == "not-reproduced") return put(head, EventKind::created, 0, {{"not-reproduced", tail}});
        EventKind kind = EventKind::created;
        if (!run::parse_kind(word, &kind)) qFatal("script: no event \"%s\"", word.c_str());
        const bool whole = head.path.empty() || kind == EventKind::created || kind == EventKind::skipped || kind == EventKind::ready || kind == EventKind::expanded ||
                           kind == EventKind::handler_triggered;
        put(head, kind, whole ? 0 : head.attempt, data);
    }

    std::string run_;
    std::vector<run::Event> events_;
};

inline std::vector<run::Event> history(const std::vector<std::string>& lines, const std::string& run = "r1") {
    History history(run);
    for (const std::string& line : lines) history.line(line);
    return history.events();
}

}  // namespace weft::script
