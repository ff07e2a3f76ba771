#include "core/targets/local/attempt.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>

#include "core/targets/local/folders.h"

namespace weft::local {

namespace {

// Only what a program needs to run. Ours does not change while we live.
const std::vector<std::string>& clean_environment() {
    static const std::vector<std::string> base = [] {
        std::vector<std::string> env;
        for (const auto& [name, absent] : {std::pair{"PATH", "/usr/local/bin:/usr/bin:/bin"}, {"HOME", "/"}, {"LANG", "C.UTF-8"}, {"USER", ""}, {"LOGNAME", ""}}) {
            const char* value = std::getenv(name);
            if (value && *value) env.push_back(std::string(name) + "=" + value);
            else if (*absent) env.push_back(std::string(name) + "=" + absent);
        }
        return env;
    }();
    return base;
}

}  // namespace

Attempt::Attempt(io::Loop& loop, AttemptPlace place, std::shared_ptr<const Launch> launch)
    : loop_(loop), place_(std::move(place)), launch_(std::move(launch)) {}

Attempt::~Attempt() {
    if (process_.pidfd >= 0) {
        kill();
        io::Exit exit;
        for (int i = 0; i < 1000 && !io::reap(process_, &exit); ++i) usleep(500);
    }
    loop_.cancel(grace_);
    unwatch(&process_.pidfd);
    unwatch(&process_.output);
    unwatch(&process_.standard_output);
    io::close_fd(&process_.held);
    io::close_fd(&process_.held_standard);
}

void Attempt::unwatch(int* fd) {
    if (*fd >= 0) loop_.forget_closing(*fd);
    io::close_fd(fd);
}

// Only what a program needs to run, then the flow's own, then ours.
std::vector<std::string> Attempt::environment() const {
    std::vector<std::string> env = clean_environment();
    env.reserve(env.size() + launch_->env.size() + 7);
    env.push_back("TMPDIR=" + place_.folder);
    for (const auto& [name, value] : launch_->env) {
        const std::string head = name + "=";
        const auto known = std::find_if(env.begin(), env.end(), [&](const std::string& entry) { return entry.starts_with(head); });
        if (known != env.end()) *known = head + value;
        else env.push_back(head + value);
    }
    env.push_back("WEFT_OUTPUTS=" + place_.folder + (launch_->own_outputs ? ".outputs" : ""));
    env.push_back("WEFT_ATTEMPT=" + place_.id);
    env.push_back("WEFT_TASK=" + place_.path);
    env.push_back("WEFT_RUN=" + place_.run);
    env.push_back("WEFT_TRY=" + std::to_string(place_.attempt));
    if (!place_.flow_folder.empty()) env.push_back("WEFT_FLOW_DIR=" + place_.flow_folder);
    return env;
}

std::string Attempt::working_folder() const {
    const std::string& work = place_.folder;
    if (launch_->working_dir.empty()) return work;
    if (launch_->working_dir.front() != '/') return work + "/" + launch_->working_dir;
    struct stat info{};
    // An image's folder ("/app") does not exist here; the task's own is the honest place then.
    return stat(launch_->working_dir.c_str(), &info) == 0 && S_ISDIR(info.st_mode) ? launch_->working_dir : work;
}

std::optional<AttemptResult> Attempt::start() {
    AttemptResult refused;
    refused.ended = Ended::errored;
    if (auto ready = prepare(); !ready) {
        refused.reason = english(ready.error().message);
        return refused;
    }
    int number = 0;
    auto started = io::start({argv_, environment(), working_folder(), launch_->capture, true}, &number);
    if (!started) {
        refused.reason = english(started.error().message);
        // What the flow's author wrote is wrong: that is a failure of the task, as in a container (127, 126). The computer's lack is an error.
        const bool missing = number == ENOENT, unusable = number == EACCES || number == ENOEXEC || number == E2BIG || number == ETXTBSY;
        if (missing || unusable) refused.ended = Ended::failed, refused.exit = missing ? 127 : 126;
        log_.write(refused.reason + "\n");
        return refused;
    }
    process_ = *started;
    loop_.watch(process_.output, io::readable, [this](unsigned) { read_some(process_.output, false); });
    if (process_.standard_output >= 0) loop_.watch(process_.standard_output, io::readable, [this](unsigned) { read_some(process_.standard_output, true); });
    loop_.watch(process_.pidfd, io::readable, [this](unsigned) { ended(); });
    return std::nullopt;
}

// At most one buffer a turn: a flood of one task leaves the others their turn, and the pipe makes the writer wait.
void Attempt::read_some(int fd, bool standard) {
    static thread_local char buffer[65536];
    const ssize_t n = read(fd, buffer, sizeof buffer);
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (n <= 0) return unwatch(standard ? &process_.standard_output : &process_.output);
    log_.write({buffer, std::size_t(n)});
    if (standard && captured_.size() <= most_captured) captured_.append(buffer, std::min(std::size_t(n), most_captured + 1 - captured_.size()));
}

// The process has ended: what already lies in the pipes belongs to it; a grandchild that keeps a pipe open is not waited for.
void Attempt::read_rest() {
    for (const bool standard : {true, false}) {
        int* fd = standard ? &process_.standard_output : &process_.output;
        for (int i = 0; i < 64 && *fd >= 0; ++i) {
            const std::int64_t before = log_.size();
            read_some(*fd, standard);
            if (log_.size() == before) break;
        }
        unwatch(fd);
        io::close_fd(standard ? &process_.held_standard : &process_.held);
    }
}

void Attempt::ended() {
    io::Exit exit;
    if (reported_ || !io::reap(process_, &exit)) return;
    reported_ = true;
    ::kill(-process_.pid, SIGKILL);                    // the group's rest ends with its leader, as in a container
    unwatch(&process_.pidfd);
    read_rest();
    loop_.cancel(grace_);
    AttemptResult result = collect(exit);
    log_.close();
    if (on_ended) {
        const auto report = std::move(on_ended);
        report(std::move(result));
    }
}

void Attempt::terminate() {
    if (process_.pidfd < 0 || grace_ != 0) return;
    io::signal_tree({process_.pid, "WEFT_ATTEMPT=" + place_.id}, SIGTERM);
    io::signal_tree({process_.pid, {}}, SIGCONT);      // a stopped task cannot hear TERM
    grace_ = loop_.after(place_.grace_ms, [this] { kill(); });
}

void Attempt::kill() {
    if (process_.pidfd < 0) return;
    io::kill_tree({process_.pid, "WEFT_ATTEMPT=" + place_.id});
}

}  // namespace weft::local
