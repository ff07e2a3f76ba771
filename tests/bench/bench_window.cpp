// Start to first painted window, beside the smallest Qt program that paints one; and what an idle window costs.
#include <csignal>
#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/bench/bench.h"

namespace weft::bench {

void window(const Options& options) {
    const std::string designer = options.bin + "/weftwork";
    const int times = options.brief ? 3 : 7;
    run_process({designer, "--check-start"});  // warm
    const double ours = median_ms(times, [&] { run_process({designer, "--check-start"}); });
    const double bare = median_ms(times, [&] { run_process({options.bin + "/weft_bench_window"}); });
    print({"window", "start", "process start to first paint and quit", ours, "ms", bare, 1000});

    const pid_t child = fork();
    if (child == 0) {
        execl(designer.c_str(), designer.c_str(), static_cast<char*>(nullptr));
        _exit(127);
    }
    sleep(3);  // settle; this is a bench, not a test
    const double before = process_cpu_ms(child);
    const unsigned seconds = options.brief ? 3 : 10;
    sleep(seconds);
    const double idle = process_cpu_ms(child) - before;
    kill(child, SIGTERM);
    waitpid(child, nullptr, 0);
    print({"window", "idle", "cpu per second", idle / seconds, "ms", std::nullopt, 0});
}

}  // namespace weft::bench
