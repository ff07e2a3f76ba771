#include "core/io/spawn.h"

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <fcntl.h>
#include <memory>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

namespace weft::io {

namespace {

constexpr std::size_t stack_size = 64 << 10;         // the child calls nothing but the system

struct Job {
    const Spawn& what;
    int error;
};

// dup2() on itself would leave the descriptor to be closed by exec.
bool move_to(int from, int to) { return from == to ? fcntl(to, F_SETFD, 0) == 0 : dup2(from, to) == to; }

bool set_up(const Spawn& what) {
    struct sigaction normal {};
    normal.sa_handler = SIG_DFL;
    for (int signal = 1; signal < NSIG; ++signal) sigaction(signal, &normal, nullptr);   // those that cannot be set are never ignored
    if (setpgid(0, 0) != 0) return false;
    const int input = what.input >= 0 ? what.input : open("/dev/null", O_RDONLY);
    if (input < 0 || !move_to(input, 0) || !move_to(what.output, 1) || !move_to(what.error, 2)) return false;
    if (what.folder && chdir(what.folder) != 0) return false;
    closefrom(3);
    sigset_t none;
    sigemptyset(&none);
    return sigprocmask(SIG_SETMASK, &none, nullptr) == 0;
}

// Runs in our memory while we sleep: system calls only, no allocation, no lock. The sanitizer must not mark a stack that is never returned from.
__attribute__((no_sanitize("address"))) int child(void* given) {
    Job& job = *static_cast<Job*>(given);
    if (set_up(job.what)) execve(job.what.file, job.what.argv, job.what.env);
    job.error = errno;
    _exit(127);
}

}  // namespace

int spawn(const Spawn& what, pid_t* pid, int* pidfd) {
    static thread_local const std::unique_ptr<std::max_align_t[]> stack(new std::max_align_t[stack_size / sizeof(std::max_align_t)]);
    // No handler of ours may run in the child, where it would act on our memory.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    Job job{what, 0};
    void* top = stack.get() + stack_size / sizeof(std::max_align_t);
    *pid = clone(child, top, CLONE_VM | CLONE_VFORK | CLONE_PIDFD | SIGCHLD, &job, pidfd);
    int error = *pid < 0 ? errno : job.error;
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    if (*pid >= 0 && error != 0) {
        waitpid(*pid, nullptr, 0);
        close(*pidfd);
    }
    return error;
}

}  // namespace weft::io
