// Small facts about processes, read from /proc.
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

#include "core/io/pipe.h"
#include "core/io/process.h"

namespace weft::io {

namespace {

std::string read_small(const char* path) {
    char buffer[1024];
    const int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return {};
    const auto n = read(fd, buffer, sizeof buffer);
    close(fd);
    return n > 0 ? std::string(buffer, std::size_t(n)) : std::string();
}

}  // namespace

void close_fd(int* fd) {
    if (*fd >= 0) close(*fd);
    *fd = -1;
}

Pipe::~Pipe() {
    close_fd(&read_end);
    close_fd(&write_end);
}

bool Pipe::open() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return false;
    read_end = ends[0];
    write_end = ends[1];
    fcntl(read_end, F_SETFL, O_NONBLOCK);
    return true;
}

int Pipe::take_read_end() { return std::exchange(read_end, -1); }
int Pipe::take_write_end() { return std::exchange(write_end, -1); }

std::int64_t start_time_of(pid_t pid) {
    const std::string stat = read_small(("/proc/" + std::to_string(pid) + "/stat").c_str());
    // The name in field 2 may hold spaces and brackets: count from the last ')'.
    std::size_t at = stat.rfind(')');
    if (at == std::string::npos) return 0;
    for (int field = 2; field < 22; ++field) {
        at = stat.find(' ', at + 1);
        if (at == std::string::npos) return 0;
    }
    return std::strtoll(stat.c_str() + at, nullptr, 10);
}

std::int64_t boot_ticks() {
    static const long per_second = sysconf(_SC_CLK_TCK);
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return std::int64_t(now.tv_sec) * per_second + now.tv_nsec / (1'000'000'000 / per_second);
}

bool is_same_process(pid_t pid, std::int64_t start_time) {
    const std::int64_t found = start_time_of(pid);
    return found > 0 && start_time > 0 && found >= start_time - 1 && found <= start_time + sysconf(_SC_CLK_TCK);
}

std::string boot_id() {
    static const std::string id = [] {
        std::string text = read_small("/proc/sys/kernel/random/boot_id");
        while (!text.empty() && text.back() == '\n') text.pop_back();
        return text;
    }();
    return id;
}

std::string signal_name(int signal) {
    const char* name = sigabbrev_np(signal);
    return name ? std::string("SIG") + name : "signal " + std::to_string(signal);
}

}  // namespace weft::io
