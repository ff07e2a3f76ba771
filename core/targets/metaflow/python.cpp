#include "core/targets/metaflow/python.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <poll.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/io/process.h"

namespace weft::metaflow {
namespace {

constexpr std::size_t most_output = 256u << 20;

struct Descriptor {
    int fd = -1;
    ~Descriptor() { io::close_fd(&fd); }
};

// A file in memory: unlike a pipe it never blocks the two sides on each other.
bool fill(Descriptor& file, std::string_view text) {
    file.fd = memfd_create("flow", MFD_CLOEXEC);
    if (file.fd < 0) return false;
    for (std::size_t at = 0; at < text.size();) {
        const ssize_t wrote = write(file.fd, text.data() + at, text.size() - at);
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote <= 0) return false;
        at += std::size_t(wrote);
    }
    return lseek(file.fd, 0, SEEK_SET) == 0;
}

// False when the other side has closed.
bool take(int fd, std::string& out) {
    char buffer[65536];
    for (;;) {
        const ssize_t got = read(fd, buffer, sizeof buffer);
        if (got > 0) out.append(buffer, std::size_t(got));
        else if (got < 0 && errno == EINTR) continue;
        else return got < 0 && errno == EAGAIN;
        if (out.size() > most_output) return false;
    }
}

std::vector<std::string> environment() {
    std::vector<std::string> out{"LC_ALL=C.UTF-8"};
    for (const char* name : {"PATH", "HOME", "PYENV_ROOT", "PYENV_VERSION", "LD_LIBRARY_PATH"})
        if (const char* value = std::getenv(name)) out.push_back(std::string(name) + '=' + value);
    return out;
}

std::string last_line(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
    return text.substr(text.rfind('\n') + 1);
}

// True when it ended by itself in time.
bool follow(const io::Process& process, std::string& out, std::string& problems, int seconds) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    pollfd fds[] = {{process.standard_output, POLLIN, 0}, {process.output, POLLIN, 0}};
    while (fds[0].fd >= 0 || fds[1].fd >= 0) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()).count();
        if (left <= 0) return false;
        const int ready = poll(fds, 2, int(std::min<long long>(left, 1000)));
        if (ready < 0 && errno != EINTR) return false;
        for (pollfd& one : fds)
            if (ready > 0 && one.revents && !take(one.fd, &one == fds ? out : problems)) one.fd = -1;
    }
    return true;
}

}  // namespace

Result<std::string> run_python(const std::string& program, std::string_view input, int seconds) {
    Descriptor source;
    if (!fill(source, input)) return fail(WEFT_TR("core", "there is no memory to hand the text to python3"));
    io::Program start;
    start.argv = {"python3", "-I", "-S", "-c", program};
    start.env = environment();
    start.folder = "/";
    start.separate_output = true;
    start.input = source.fd;
    Result<io::Process> process = io::start(start);
    if (!process)
        return fail(Message{WEFT_TR("core", "a Metaflow flow is Python and is read with python3, which cannot be started (%1): install Python 3.8 or newer"),
                            {english(process.error().message)}});
    std::string out, problems;
    const bool in_time = follow(*process, out, problems, seconds);
    if (!in_time) kill(-process->pid, SIGKILL);
    io::Exit exit;
    pollfd ended{process->pidfd, POLLIN, 0};
    while (!io::reap(*process, &exit))
        if (poll(&ended, 1, 1000) == 0) kill(-process->pid, SIGKILL);
    io::close_fd(&process->standard_output);
    io::close_fd(&process->output);
    io::close_fd(&process->pidfd);
    if (!in_time) return fail(Message{WEFT_TR("core", "python3 did not read the text within %1 seconds"), {std::to_string(seconds)}});
    if (exit.code != 0) {
        const std::string why = exit.signal ? io::signal_name(exit.signal) : last_line(problems);
        return fail(Message{WEFT_TR("core", "python3 could not read the text: %1"), {why.empty() ? "exit code " + std::to_string(exit.code) : why}});
    }
    return out;
}

}  // namespace weft::metaflow
