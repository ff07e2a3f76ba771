// The runner's own CPU per task with the store on, and what a run leaves in its memory. Floor: vfork + exec + wait of the same program, nothing else.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "core/run/client.h"
#include "tests/bench/bench.h"

extern char** environ;

namespace weft::bench {

namespace {

double own_ms() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

double floor_own_ms(int tasks) {
    char program[] = "/bin/true";
    char* argv[] = {program, nullptr};
    const double start = own_ms();
    for (int i = 0; i < tasks; ++i) {
        pid_t child = 0;
        if (posix_spawn(&child, program, nullptr, nullptr, argv, environ) == 0) waitpid(child, nullptr, 0);
    }
    return (own_ms() - start) / tasks;
}

// A line of /proc/PID/status in MB: "VmRSS", "VmHWM" (the most it ever was).
double memory_mb(int pid, const std::string& what) {
    std::ifstream status("/proc/" + std::to_string(pid) + "/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(what + ":")) return std::strtod(line.c_str() + what.size() + 1, nullptr) / 1024;
    return 0;
}

int runner_pid(run::Client& client) {
    const auto answer = client.request(R"({"status":{}})");
    if (!answer) return 0;
    const auto json = nlohmann::json::parse(*answer, nullptr, false);
    return json.is_object() ? json.value("pid", 0) : 0;
}

}  // namespace

void runner(const Options& options) {
    const int tasks = options.brief ? 1000 : 10000;
    // In memory where possible: a disk whose files were deleted a moment ago allocates inodes slowly (ext4 passes over recently deleted ones),
    // which measures the last run and not this one.
    std::string base = (access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp") + std::string("/weft-bench-XXXXXX");
    if (!mkdtemp(base.data())) return;
    setenv("WEFT_STATE_DIR", (base + "/state").c_str(), 1);
    setenv("WEFT_SOCKET", (base + "/runner.sock").c_str(), 1);
    setenv("WEFT_RUNNER", (options.bin + "/weft").c_str(), 1);
    std::ofstream(base + "/true.weft.yaml") << true_flow(tasks);

    auto client = run::Client::connect(true);
    if (!client) {
        std::fprintf(stderr, "bench runner: %s\n", describe(client.error()).c_str());
        return;
    }
    const int pid = runner_pid(**client);
    const double before = process_cpu_ms(pid), memory = memory_mb(pid, "VmRSS");
    const Ran ran = run_process({options.bin + "/weft", "run", "--yes", "--json", base + "/true.weft.yaml"});
    const double own = (process_cpu_ms(pid) - before) / tasks;
    const std::string name = std::to_string(tasks) + "-true";
    print({"runner", name, "own cpu per task", own, "ms", floor_own_ms(tasks), 0.12});
    print({"runner", name, "memory added", memory_mb(pid, "VmRSS") - memory, "MB", std::nullopt, 30});
    print({"runner", name, "memory added at most", memory_mb(pid, "VmHWM") - memory, "MB", std::nullopt, std::nullopt});
    print({"runner", name, "wall per task", ran.wall_ms / tasks, "ms", std::nullopt, std::nullopt});
    (void)(*client)->request(R"({"shutdown":{}})");
    run_process({"rm", "-rf", base});
}

}  // namespace weft::bench
