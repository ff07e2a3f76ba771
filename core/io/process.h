// Starting one program: own process group, clean signals, stdin from /dev/null or as given, only descriptors 0, 1, 2. Never fork(): it costs 23 ms in a big parent.
#pragma once

#include <cstdint>
#include <string>
#include <sys/types.h>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace weft::io {

struct Program {
    std::vector<std::string> argv;      // argv[0] is looked up in the PATH of `env`, relative to `folder`
    std::vector<std::string> env;       // "NAME=value", nothing is inherited
    std::string folder;                 // working folder; "" = ours
    bool separate_output = false;       // standard output apart from standard error
    bool hold_output = false;           // the pipes never say "end": their reader goes by the pidfd, and is woken once by an end instead of twice
    int input = -1;                     // standard input, a descriptor of the caller's; -1 = /dev/null
};

// Owned by the caller: close the descriptors, reap the child.
struct Process {
    pid_t pid = -1;
    int pidfd = -1;                     // readable when the process has ended
    int output = -1;                    // both streams, or standard error alone
    int standard_output = -1;           // only with separate_output
    int held = -1, held_standard = -1;  // with hold_output: the other ends
    std::int64_t start_time = 0;        // boot_ticks() just before it began: with pid and boot id it names one process for ever
};

// `errno_out` (when given) is the system's number, 0 when the refusal is our own. Messages: "command not found: X", "not executable: X" …
Result<Process> start(const Program& program, int* errno_out = nullptr);

struct Exit {
    int code = -1;                      // exit code, or 128 + signal
    int signal = 0;
};
// Reaps a process that has ended (its pidfd is readable). False when it still runs.
bool reap(const Process& process, Exit* exit);

std::int64_t boot_ticks();              // now, in the unit of field 22 of /proc/PID/stat
std::int64_t start_time_of(pid_t pid);  // that field; 0 when there is no such process
// Is `pid` the process that was started at `start_time`? A second of tolerance: the number cannot come round in that time.
bool is_same_process(pid_t pid, std::int64_t start_time);
std::string boot_id();
std::string signal_name(int signal);    // "SIGKILL"
void close_fd(int* fd);                 // and sets it to -1

}  // namespace weft::io
