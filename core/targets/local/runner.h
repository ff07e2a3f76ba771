// The process that runs flows: one per user, started on demand, outliving whoever started it. It alone writes the run store.
#pragma once

#include <functional>
#include <string>

namespace weft::local {

struct RunnerOptions {
    std::string socket;               // where it listens
    std::string state;                // folder of runs.db, runs/, runner.lock
    std::size_t jobs = 0;             // processes at a time; 0 = by the number of processors
    std::int64_t idle_ms = 10 * 60 * 1000;    // ends after that long without runs and clients; 0 = never
    std::function<void()> on_ready;   // it listens
};

RunnerOptions runner_options_from_env();   // WEFT_SOCKET, WEFT_STATE_DIR, WEFT_JOBS, WEFT_RUNNER_IDLE_MS
// Returns when it has been told to end or was idle: 0; 1 with a line on stderr when it could not begin. 0 too when another runner is already there.
int run_runner(const RunnerOptions& options);

}  // namespace weft::local
