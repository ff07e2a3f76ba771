#include "core/io/process_tree.h"

#include <algorithm>
#include <cctype>
#include <csignal>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <ctime>
#include <unistd.h>

namespace weft::io {

namespace {

std::string read_all(const std::string& path, std::size_t limit) {
    std::string data;
    const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) return data;
    char buffer[8192];
    for (ssize_t n; data.size() < limit && (n = read(fd, buffer, sizeof buffer)) > 0;) data.append(buffer, std::size_t(n));
    close(fd);
    return data;
}

template <class Fn> void for_each_number(const std::string& folder, Fn&& fn) {
    DIR* dir = opendir(folder.c_str());
    if (!dir) return;
    while (const dirent* entry = readdir(dir))
        if (std::isdigit(static_cast<unsigned char>(entry->d_name[0]))) fn(pid_t(std::atol(entry->d_name)));
    closedir(dir);
}

// /proc/PID/environ holds the environment the process was *started* with; entries end with NUL.
bool has_entry(const std::string& environ, const std::string& entry) {
    for (std::size_t at = environ.find(entry); at != std::string::npos; at = environ.find(entry, at + 1)) {
        const std::size_t end = at + entry.size();
        if ((at == 0 || environ[at - 1] == '\0') && (end == environ.size() || environ[end] == '\0')) return true;
    }
    return false;
}

bool is_zombie(pid_t pid) {
    const std::string stat = read_all("/proc/" + std::to_string(pid) + "/stat", 512);
    const std::size_t at = stat.rfind(')');
    return at == std::string::npos || at + 2 >= stat.size() || stat[at + 2] == 'Z' || stat[at + 2] == 'X';
}

void pause_briefly() {
    const timespec half{0, 500'000};
    nanosleep(&half, nullptr);
}

}  // namespace

bool become_subreaper() { return prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0; }

std::vector<pid_t> children_of(pid_t pid) {
    std::vector<pid_t> found;
    const std::string tasks = "/proc/" + std::to_string(pid) + "/task";
    for_each_number(tasks, [&](pid_t thread) {
        const std::string text = read_all(tasks + "/" + std::to_string(thread) + "/children", 1 << 20);
        for (const char* p = text.c_str(); *p;) {
            char* end = nullptr;
            const long child = std::strtol(p, &end, 10);
            if (end == p) break;
            found.push_back(pid_t(child));
            p = end;
            while (*p == ' ') ++p;
        }
    });
    return found;
}

std::vector<pid_t> descendants_of(pid_t pid) {
    std::vector<pid_t> found = children_of(pid);
    for (std::size_t i = 0; i < found.size() && found.size() < 100'000; ++i)
        for (const pid_t child : children_of(found[i])) found.push_back(child);
    return found;
}

std::string mark_of(pid_t pid, const std::string& name) {
    const std::string environ = read_all("/proc/" + std::to_string(pid) + "/environ", 4 << 20);
    const std::string head = name + "=";
    for (std::size_t at = 0; at < environ.size();) {
        const std::size_t end = std::min(environ.find('\0', at), environ.size());
        if (environ.compare(at, head.size(), head) == 0) return environ.substr(at + head.size(), end - at - head.size());
        at = end + 1;
    }
    return {};
}

std::vector<pid_t> marked_with(const std::string& entry) {
    std::vector<pid_t> found;
    const pid_t self = getpid();
    for_each_number("/proc", [&](pid_t pid) {
        if (pid != self && has_entry(read_all("/proc/" + std::to_string(pid) + "/environ", 4 << 20), entry)) found.push_back(pid);
    });
    return found;
}

std::vector<pid_t> members(const Tree& tree) {
    std::vector<pid_t> all;
    if (tree.leader > 0) {
        all = descendants_of(tree.leader);
        all.push_back(tree.leader);
    }
    if (!tree.entry.empty())
        for (const pid_t pid : marked_with(tree.entry)) {
            all.push_back(pid);
            for (const pid_t below : descendants_of(pid)) all.push_back(below);   // a child may have cleaned its environment
        }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    all.erase(std::remove_if(all.begin(), all.end(), is_zombie), all.end());
    return all;
}

void signal_tree(const Tree& tree, int signal) {
    if (tree.leader > 0) kill(-tree.leader, signal);      // the group first: it is one call and reaches new children too
    const pid_t group = tree.leader;
    for (const pid_t pid : members(tree))
        if (group <= 0 || getpgid(pid) != group) kill(pid, signal);
}

std::size_t kill_tree(const Tree& tree, int rounds) {
    if (tree.leader > 0) kill(-tree.leader, SIGKILL);
    std::vector<pid_t> all;
    for (int round = 0; round < rounds; ++round) {
        all = members(tree);
        if (all.empty()) return 0;
        for (const pid_t pid : all) kill(pid, SIGSTOP);
        for (const pid_t pid : all) kill(pid, SIGKILL);
        for (const pid_t pid : all)
            if (pid != tree.leader) waitpid(pid, nullptr, WNOHANG);
        pause_briefly();
    }
    return members(tree).size();
}

std::vector<pid_t> reap_orphans(const std::vector<pid_t>& known_sorted) {
    std::vector<pid_t> alive;
    for (const pid_t pid : children_of(getpid())) {
        if (std::binary_search(known_sorted.begin(), known_sorted.end(), pid)) continue;
        if (waitpid(pid, nullptr, WNOHANG) == 0) alive.push_back(pid);
    }
    return alive;
}

}  // namespace weft::io
