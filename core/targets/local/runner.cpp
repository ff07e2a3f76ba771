#include "core/targets/local/runner.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include "core/io/process_tree.h"
#include "core/run/client.h"
#include "core/targets/local/folders.h"
#include "core/targets/local/service.h"

namespace weft::local {

namespace {

int complain(const Error& error) {
    std::fprintf(stderr, "weft runner: %s\n", describe(error).c_str());
    return 1;
}

// Held by a descriptor: it vanishes with the process, so there is no stale lock. -1: somebody else holds it.
int lock(const std::string& path) {
    const int fd = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0) return fd;
    if (fd >= 0) close(fd);
    return -1;
}

// Children get a fresh mask from posix_spawn; we read these from a descriptor.
int signals() {
    sigset_t set;
    sigemptyset(&set);
    for (const int one : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&set, one);
    sigprocmask(SIG_BLOCK, &set, nullptr);
    signal(SIGPIPE, SIG_IGN);
    return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

void prepare_process() {
    umask(077);
    io::become_subreaper();
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);        // inherited by the tasks: no core dumps with their data
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < files.rlim_max) {
        files.rlim_cur = std::min<rlim_t>(files.rlim_max, 65536);
        setrlimit(RLIMIT_NOFILE, &files);
    }
}

}  // namespace

RunnerOptions runner_options_from_env() {
    RunnerOptions options;
    options.socket = run::socket_path();
    options.state = state_folder();
    options.jobs = std::size_t(std::max<std::int64_t>(0, milliseconds_from_env("WEFT_JOBS", 0)));
    options.idle_ms = milliseconds_from_env("WEFT_RUNNER_IDLE_MS", options.idle_ms);
    return options;
}

int run_runner(const RunnerOptions& given) {
    RunnerOptions options = given;
    if (options.jobs == 0) options.jobs = std::max<std::size_t>(8, std::size_t(std::thread::hardware_concurrency()) * 4);
    prepare_process();
    if (auto folder = io::check_private_folder(options.state); !folder) return complain(folder.error());
    const int held = lock(options.state + "/runner.lock");
    if (held < 0) return 0;
    if (auto folder = io::check_private_folder(options.socket.substr(0, options.socket.rfind('/'))); !folder) return complain(folder.error());
    auto store = run::Store::open(options.state + "/runs.db", false);
    if (!store) return complain(store.error());
    auto listener = io::listen_at(options.socket);
    if (!listener) return complain(listener.error());
    const int signal_fd = signals();
    {
        Service service(options, std::move(*store), *listener);
        service.watch_signals(signal_fd);
        service.recover();
        if (options.on_ready) options.on_ready();
        service.serve();
    }
    unlink(options.socket.c_str());
    close(signal_fd);
    close(held);
    return 0;
}

}  // namespace weft::local
