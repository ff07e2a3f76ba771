#include "core/targets/local/service.h"

#include <algorithm>
#include <cstdio>
#include <malloc.h>
#include <unistd.h>

#include "core/run/json_text.h"
#include "core/run/protocol.h"
#include "core/targets/local/crash.h"

namespace weft::local {

namespace {

constexpr std::int64_t started_patience_ms = 5;

}  // namespace

Service::Service(RunnerOptions options, std::unique_ptr<run::Store> store, int listener)
    : options_(std::move(options)), store_(std::move(store)), listener_(listener), idle_since_(loop_.clock().now_ms()) {
    loop_.watch(listener_, io::readable, [this](unsigned) { accept_clients(); });
}

Service::~Service() {
    loop_.forget(listener_);
    io::close_fd(&listener_);
}

void Service::watch_signals(int fd) {
    loop_.watch(fd, io::readable, [this, fd](unsigned) {
        char buffer[1024];
        while (read(fd, buffer, sizeof buffer) > 0) end_soon();
    });
}

void Service::accept_clients() {
    for (int fd; (fd = io::accept_own(listener_)) >= 0;) {
        Client& client = clients_.emplace_back();
        client.connection = std::make_unique<io::Connection>(loop_, fd);
        client.connection->on_line = [this, &client](std::string_view line) { request(client, line); };
        client.connection->on_closed = [this] { idle_since_ = loop_.clock().now_ms(); };
    }
}

ActiveRun* Service::active(const std::string& run) {
    for (const auto& one : runs_)
        if (one->id() == run) return one.get();
    return nullptr;
}

void Service::serve() {
    while (true) {
        turn();
        if (ending_ && runs_.empty() && pending_.empty()) break;
        if (ending_ && store_broken_) break;           // nothing can be recorded any more; the next start takes over
        const bool idle = runs_.empty() && clients_.empty();
        if (!idle) idle_since_ = loop_.clock().now_ms();
        if (idle && options_.idle_ms > 0 && loop_.clock().now_ms() - idle_since_ >= options_.idle_ms) break;
    }
    // Answers that are still in the buffers go out before the connections close.
    for (int i = 0; i < 50 && std::any_of(clients_.begin(), clients_.end(), [](const Client& c) { return c.connection->open() && c.connection->unsent() > 0; }); ++i) loop_.turn(20);
}

void Service::turn() {
    if (ending_ && !killed_) kill_everything();
    flush();
    std::int64_t wait = 60'000;
    const std::int64_t now = loop_.clock().now_ms();
    if (runs_.empty() && clients_.empty() && options_.idle_ms > 0) wait = std::min(wait, std::max<std::int64_t>(1, idle_since_ + options_.idle_ms - now));
    if (!runs_.empty()) wait = std::min<std::int64_t>(wait, 1000);
    for (const auto& run : runs_)
        if (const auto due = run->next_due()) wait = std::min(wait, std::max<std::int64_t>(0, *due - now));
    if (started_due_ > 0) wait = std::min(wait, std::max<std::int64_t>(0, started_due_ - now));
    if (ending_ || store_broken_) wait = std::min<std::int64_t>(wait, 200);
    if (!loop_.turn(wait)) ending_ = true;
    clients_.remove_if([](const Client& client) { return !client.connection->open(); });
    for (const auto& run : runs_)
        if (const auto due = run->next_due(); due && *due <= loop_.clock().now_ms()) run->tick();
}

void Service::kill_everything() {
    killed_ = true;
    loop_.forget(listener_);
    for (const auto& run : runs_) run->kill();
}

// Fair among runs: each may start one attempt in turn until the processors are taken.
void Service::announce() {
    std::size_t live = 0;
    for (const auto& run : runs_) live += run->live();
    if (runs_.empty()) return;
    std::vector<ActiveRun*> order;
    for (const auto& run : runs_) order.push_back(run.get());
    std::rotate(order.begin(), order.begin() + std::ptrdiff_t(next_run_ % order.size()), order.end());
    ++next_run_;
    for (bool any = true; any && live < options_.jobs;) {
        any = false;
        for (ActiveRun* run : order) {
            if (live >= options_.jobs || !run->has_waiting()) continue;
            run->announce_next();
            ++live;
            any = true;
        }
    }
}

bool Service::commit() {
    if (pending_.empty()) return true;
    crash_point();
    const auto appended = store_->append(pending_);
    if (!appended) {
        if (!store_broken_) std::fprintf(stderr, "weft runner: %s\n", english(appended.error().message).c_str());
        store_broken_ = true;              // nothing starts and nothing is acknowledged until the store takes it; tried again every turn
        return false;
    }
    crash_point();
    store_broken_ = false;
    broadcast(pending_);
    pending_.clear();
    return true;
}

// "starting" is on disk; that the process has started may travel with the next commit, a few milliseconds later: that halves the commits.
bool Service::may_wait() const {
    return acknowledgements_.empty() && !ending_ && loop_.clock().now_ms() < started_due_ &&
           std::all_of(pending_.begin(), pending_.end(), [](const run::Event& event) { return event.kind == run::EventKind::started; });
}

void Service::flush() {
    for (bool more = true; more;) {
        if (!store_broken_) announce();
        for (const auto& run : runs_)
            for (run::Event& event : run->take_events()) pending_.push_back(std::move(event));
        const bool had = !pending_.empty();
        if (had && may_wait()) break;
        started_due_ = 0;
        if (!commit()) return;
        for (auto& [connection, line] : std::exchange(acknowledgements_, {}))
            if (std::any_of(clients_.begin(), clients_.end(), [&](const Client& c) { return c.connection.get() == connection; })) connection->send_always(line);
        bool failed = false;
        for (const auto& run : runs_) failed = run->spawn_announced() || failed;
        finish_runs();
        more = had && (failed || std::any_of(runs_.begin(), runs_.end(), [](const auto& run) { return run->has_waiting() && run->live() == 0; }));
        if (had && !more) started_due_ = loop_.clock().now_ms() + started_patience_ms;
    }
    for (Client& client : clients_)
        if (client.gap && client.connection->unsent() == 0) {
            client.gap = false;
            client.connection->send(R"({"gap":{}})");
        }
    sweep_orphans();
}

void Service::finish_runs() {
    for (auto it = runs_.begin(); it != runs_.end();) {
        ActiveRun& run = **it;
        if (!run.over()) {
            ++it;
            continue;
        }
        if (!run.state().ended) {
            run.end_run();
            for (run::Event& event : run.take_events()) pending_.push_back(std::move(event));
        }
        if (!commit()) return;
        if (!store_->finish(run.record())) return;      // tried again next turn
        broadcast_run(run.record());
        it = runs_.erase(it);
        if (runs_.empty()) malloc_trim(0);              // a runner that waits for the next flow gives back what the last one took
    }
}

// Daemons that a task left behind come back to us as our children: they end with the task that made them.
void Service::sweep_orphans() {
    const std::int64_t now = loop_.clock().now_ms();
    const bool last_one_ended = runs_.empty() && !swept_when_idle_;      // then at once: nothing may stay behind
    swept_when_idle_ = runs_.empty();
    if (!last_one_ended && (runs_.empty() || now - swept_ < 500)) return;
    swept_ = now;
    std::vector<pid_t> known;
    for (const auto& run : runs_)
        for (const pid_t pid : run->pids()) known.push_back(pid);
    std::sort(known.begin(), known.end());
    std::set<std::string> alive;
    for (const auto& run : runs_)
        for (const std::string& mark : run->marks()) alive.insert(mark);
    for (const pid_t orphan : io::reap_orphans(known)) {
        const std::string mark = io::mark_of(orphan, "WEFT_ATTEMPT");
        // One that cleaned its environment cannot be told from a live task's; when no task lives it is nobody's.
        if (mark.empty() ? alive.empty() : !alive.count(mark)) io::kill_tree({orphan, mark.empty() ? "" : "WEFT_ATTEMPT=" + mark});
    }
    io::reap_orphans(known);
}

void Service::broadcast(const std::vector<run::Event>& events) {
    std::string line;
    for (const run::Event& event : events) {
        line.clear();
        for (Client& client : clients_) {
            if (client.gap || !client.wants(event.run)) continue;
            if (line.empty()) {
                line = "{\"event\":";
                run::append_json(line, event);
                line += '}';
            }
            client.gap = !client.connection->send(line);
        }
    }
}

void Service::broadcast_run(const run::RunRecord& record) {
    const std::string line = run::line_of({{"run", run::record_json(record)}});
    for (Client& client : clients_)
        if (client.wants(record.run) && !client.gap) client.connection->send(line);
}

}  // namespace weft::local
