// The inside of the runner: runs, clients, one loop, one store.
#pragma once

#include <list>
#include <map>
#include <memory>
#include <set>

#include <nlohmann/json.hpp>

#include "core/io/socket.h"
#include "core/targets/local/active_run.h"
#include "core/targets/local/runner.h"

namespace weft::local {

class Service {
  public:
    Service(RunnerOptions options, std::unique_ptr<run::Store> store, int listener);
    ~Service();
    void recover();                        // runs that have no end: take over, or write their end
    void serve();                          // until told to end, or idle
    void watch_signals(int fd);            // TERM, INT and HUP end it
    void end_soon() { ending_ = true; }    // kills the runs, records it, then serve() returns

  private:
    struct Client {
        std::unique_ptr<io::Connection> connection;
        bool greeted = false, all = false, gap = false;
        std::set<std::string> runs;        // subscribed one by one
        bool wants(const std::string& run) const { return all || runs.count(run) > 0; }
    };
    using Json = nlohmann::json;

    // service.cpp
    void accept_clients();
    void turn();
    void flush();                          // plan -> commit -> acknowledge -> spawn, until nothing is left to do
    bool commit();
    bool may_wait() const;
    void announce();
    void finish_runs();
    void arm_timers();
    void sweep_orphans();
    void kill_everything();
    ActiveRun* active(const std::string& run);
    void broadcast(const std::vector<run::Event>& events);
    void broadcast_run(const run::RunRecord& record);

    // service_requests.cpp
    void request(Client& client, std::string_view line);
    void hello(Client& client, const Json& body);
    void submit(Client& client, const Json& id, const Json& body);
    void cancel(Client& client, const Json& id, const Json& body);
    void retry(Client& client, const Json& id, const Json& body);
    void resume(Client& client, const Json& id, const Json& body);
    void list(Client& client, const Json& id, const Json& body);
    void subscribe(Client& client, const Json& id, const Json& body);
    void show(Client& client, const Json& id, const Json& body);
    void status(Client& client, const Json& id);
    Json run_list(std::size_t limit);
    void answer(Client& client, const Json& id, const Json& ok);       // now
    void answer_text(Client& client, const Json& id, std::string_view ok);
    void answer_after_commit(Client& client, const Json& id, Json ok);
    void refuse(Client& client, const Json& id, const Error& error);

    // service_log.cpp
    void log(Client& client, const Json& id, const Json& body);
    std::string log_head(const std::string& run, const std::string& path, int attempt);

    // service_recover.cpp
    void take_over(const run::RunRecord& record);
    void kill_leftovers(const std::vector<run::RunRecord>& records);
    Result<std::unique_ptr<ActiveRun>> make_run(run::RunRecord record, int epoch, FlowPtr flow = nullptr);   // null: read from the record's text

    RunnerOptions options_;
    io::Loop loop_;
    std::unique_ptr<run::Store> store_;
    int listener_;
    std::list<Client> clients_;
    std::list<std::unique_ptr<ActiveRun>> runs_;
    std::vector<run::Event> pending_;                                  // not yet committed
    std::vector<std::pair<io::Connection*, std::string>> acknowledgements_;
    std::size_t next_run_ = 0;                                         // whose turn it is to start an attempt
    bool ending_ = false, killed_ = false, store_broken_ = false;
    std::int64_t started_due_ = 0;                                     // until then "started" events may wait for the next commit; 0 = there are none
    std::int64_t idle_since_ = 0, swept_ = 0;
    bool swept_when_idle_ = true;
};

}  // namespace weft::local
