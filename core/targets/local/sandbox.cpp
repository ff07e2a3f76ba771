#include "core/targets/local/sandbox.h"

#include <algorithm>
#include <csignal>
#include <csignal>
#include <cstdlib>
#include <dirent.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/io/process.h"

namespace weft::local {

namespace {

bool is_folder(const std::string& path) {
    struct stat info{};
    return stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

bool below_or_same(const std::string& path, const std::string& folder) {
    return path == folder || (path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/');
}

// Hiding these would take the programs or the system away from the task.
bool is_system(const std::string& folder) {
    static const char* trees[] = {"/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/etc", "/proc", "/sys", "/dev", "/run", "/boot", "/nix", "/snap"};
    static const char* exact[] = {"/", "/var", "/var/lib", "/var/run", "/home", "/opt"};
    return std::any_of(std::begin(trees), std::end(trees), [&](const char* tree) { return below_or_same(folder, tree); }) ||
           std::any_of(std::begin(exact), std::end(exact), [&](const char* one) { return folder == one; });
}

std::string parent_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == 0 || slash == std::string::npos ? "/" : path.substr(0, slash);
}

std::string tidy(const std::string& path) {                   // no "//", no "/." and no trailing "/"
    std::string out;
    for (std::size_t from = 0; from <= path.size();) {
        const std::size_t to = std::min(path.find('/', from), path.size());
        const std::string part = path.substr(from, to - from);
        if (!part.empty() && part != ".") out += "/" + part;
        from = to + 1;
    }
    return out.empty() ? "/" : out;
}

bool probe() {
    auto started = io::start({{"bwrap", "--dev-bind", "/", "/", "true"}, {"PATH=/usr/local/bin:/usr/bin:/bin"}, {}, false});
    if (!started) return false;
    pollfd wait{started->pidfd, POLLIN, 0};
    io::Exit exit;
    const bool ended = poll(&wait, 1, 5000) == 1;
    if (!ended) kill(-started->pid, SIGKILL);
    while (!io::reap(*started, &exit)) poll(&wait, 1, 100);
    io::close_fd(&started->pidfd);
    io::close_fd(&started->output);
    return ended && exit.code == 0;
}

}  // namespace

bool sandbox_works() {
    if (const char* off = std::getenv("WEFT_NO_SANDBOX"); off && *off) return false;
    static const bool works = probe();
    return works;
}

Result<Sandbox> plan_sandbox(const std::vector<std::string>& paths, const std::string& root) {
    Sandbox sandbox;
    for (const std::string& written : paths) {
        const std::string path = tidy(written);
        if ((path + "/").find("/../") != std::string::npos) return fail({WEFT_TR("core", "\"%1\" leads upwards with \"..\", which is not allowed"), {written}});
        std::string folder = parent_of(path);
        std::string existing = folder;
        while (!is_folder(existing)) existing = parent_of(existing);
        if (existing == "/" && folder != "/") {
            folder = folder.substr(0, folder.find('/', 1));    // a new folder directly under /
            sandbox.own_top = true;
        } else {
            folder = existing;
        }
        if (is_system(folder))
            return fail({WEFT_TR("core", "\"%1\" lies in a folder of the system, which cannot be made private to a task on this computer"), {written}});
        const bool covered = std::any_of(sandbox.binds.begin(), sandbox.binds.end(), [&](const PrivateFolder& b) { return below_or_same(folder, b.to); });
        if (!covered) sandbox.binds.push_back({root + folder, folder});
    }
    // The outer folder first, or it would hide the inner one.
    std::sort(sandbox.binds.begin(), sandbox.binds.end(), [](const PrivateFolder& a, const PrivateFolder& b) { return a.to < b.to; });
    return sandbox;
}

std::vector<std::string> sandbox_argv(const Sandbox& sandbox, const std::vector<std::string>& keep) {
    std::vector<std::string> argv = {"bwrap"};
    if (!sandbox.own_top) {
        argv.insert(argv.end(), {"--dev-bind", "/", "/"});
    } else if (DIR* top = opendir("/")) {
        while (const dirent* entry = readdir(top)) {
            const std::string name = entry->d_name;
            if (name == "." || name == "..") continue;
            const std::string path = "/" + name;
            char target[4096];
            const ssize_t n = readlink(path.c_str(), target, sizeof target);
            if (n > 0) argv.insert(argv.end(), {"--symlink", std::string(target, std::size_t(n)), path});
            else if (is_folder(path)) argv.insert(argv.end(), {"--dev-bind", path, path});
        }
        closedir(top);
    }
    for (const PrivateFolder& bind : sandbox.binds) argv.insert(argv.end(), {"--bind", bind.from, bind.to});
    for (const std::string& place : keep) argv.insert(argv.end(), {"--bind", place, place});
    argv.push_back("--");
    return argv;
}

}  // namespace weft::local
