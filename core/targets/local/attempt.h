// One running attempt: its folder, its process, its log, its outputs. Made and driven by the runner's loop; reports once.
#pragma once

#include <functional>
#include <memory>

#include "core/io/log_file.h"
#include "core/io/loop.h"
#include "core/io/process.h"
#include "core/io/process_tree.h"
#include "core/targets/local/plan.h"
#include "core/targets/local/sandbox.h"

namespace weft::local {

constexpr std::size_t most_captured = 256 << 10;      // of standard output as a value; the log has it all

struct AttemptPlace {
    std::string folder;             // it works there; new, never used before
    std::string id;                 // WEFT_ATTEMPT
    std::string run, path;
    std::string flow_folder;        // of the flow's file, "" for an untitled one
    int attempt = 1;
    std::int64_t grace_ms = 5000;   // between TERM and KILL
};

class Attempt {
  public:
    Attempt(io::Loop& loop, AttemptPlace place, std::shared_ptr<const Launch> launch);
    ~Attempt();                     // kills what still runs
    Attempt(const Attempt&) = delete;
    Attempt& operator=(const Attempt&) = delete;

    std::function<void(AttemptResult)> on_ended;      // called from the loop, once; may delete the attempt
    // Prepares the folder and starts the process. An error is the attempt's result: it failed (the command) or errored (the computer).
    std::optional<AttemptResult> start();
    void terminate();               // TERM to its tree, KILL to what is left after the grace period
    void kill();                    // KILL to its tree now
    pid_t pid() const { return process_.pid; }
    std::int64_t start_time() const { return process_.start_time; }
    const std::string& id() const { return place_.id; }

  private:
    Result<void> prepare();
    Result<void> place_files();
    Result<void> write_script();
    std::vector<std::string> environment() const;
    std::string working_folder() const;
    std::vector<std::string> own_places() const;
    std::string host_path(const std::string& path) const;      // where a path of the task really lies
    void read_some(int fd, bool standard);
    void read_rest();
    void ended();
    AttemptResult collect(const io::Exit& exit);
    bool one_output(const WantedOutput& wanted, int exit, AttemptResult& result);
    void unwatch(int* fd);

    io::Loop& loop_;
    AttemptPlace place_;
    std::shared_ptr<const Launch> launch_;
    std::vector<std::string> argv_;
    Sandbox sandbox_;
    io::Process process_;
    io::LogFile log_;
    std::string captured_;
    io::Loop::TimerId grace_ = 0;
    bool reported_ = false;
};

}  // namespace weft::local
