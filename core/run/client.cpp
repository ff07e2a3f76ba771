#include "core/run/client.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <deque>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "core/io/line_splitter.h"
#include "core/io/process.h"
#include "core/io/socket.h"
#include "core/run/protocol.h"

extern char** environ;

namespace weft::run {

using nlohmann::json;

namespace {

constexpr int answer_timeout_ms = 60'000;

std::int64_t now_ms() {
    timespec t{};
    clock_gettime(CLOCK_MONOTONIC, &t);
    return std::int64_t(t.tv_sec) * 1000 + t.tv_nsec / 1'000'000;
}

std::string runner_program() {
    if (const char* given = std::getenv("WEFT_RUNNER"); given && *given) return given;
    char self[4096];
    const ssize_t n = readlink("/proc/self/exe", self, sizeof self);
    const std::string path = n > 0 ? std::string(self, std::size_t(n)) : std::string("weft");
    return path.substr(0, path.rfind('/') + 1) + "weft";
}

// The runner outlives us: a session of its own, no terminal, nothing of ours open. It says on its output when it listens.
Result<void> start_runner() {
    const std::string program = runner_program();
    int ready[2];
    if (pipe2(ready, O_CLOEXEC) != 0) return fail({WEFT_TR("core", "cannot start the runner: %1"), {std::strerror(errno)}});
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, ready[1], 1);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addchdir_np(&actions, "/");
    posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    char name[] = "weft", verb[] = "runner";
    char* const argv[] = {name, verb, nullptr};
    pid_t pid = 0;
    const int error = posix_spawn(&pid, program.c_str(), &actions, &attributes, argv, environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    close(ready[1]);
    // End of file or a line: it listens, or it has ended because another one was quicker. Connecting tells.
    char line[256];
    pollfd wait{ready[0], POLLIN, 0};
    if (error == 0 && poll(&wait, 1, 15'000) == 1) [[maybe_unused]] auto n = read(ready[0], line, sizeof line);
    close(ready[0]);
    if (error != 0) return fail({WEFT_TR("core", "cannot start the runner %1: %2"), {program, std::strerror(error)}});
    waitpid(pid, nullptr, WNOHANG);
    return {};
}

}  // namespace

std::string socket_path() {
    if (const char* given = std::getenv("WEFT_SOCKET"); given && *given) return given;
    if (const char* runtime = std::getenv("XDG_RUNTIME_DIR"); runtime && *runtime) return std::string(runtime) + "/weftwork/runner.sock";
    return "/tmp/weftwork-" + std::to_string(geteuid()) + "/runner.sock";
}

struct Client::Impl {
    int fd = -1;
    int last_id = 0;
    io::LineSplitter lines{256u << 20};
    std::deque<std::string> news, answers;

    ~Impl() { io::close_fd(&fd); }

    Result<void> send(const json& object) {
        const std::string line = line_of(object) + "\n";
        for (std::size_t at = 0; at < line.size();) {
            const ssize_t n = ::send(fd, line.data() + at, line.size() - at, MSG_NOSIGNAL);
            if (n < 0 && errno == EINTR) continue;
            if (n <= 0) return fail({WEFT_TR("core", "the connection to the runner broke: %1"), {std::strerror(errno)}});
            at += std::size_t(n);
        }
        return {};
    }
    // Reads what is there, waiting at most `timeout_ms`. False on timeout.
    Result<bool> receive(std::int64_t timeout_ms) {
        pollfd wait{fd, POLLIN, 0};
        const int ready = poll(&wait, 1, int(timeout_ms));
        if (ready == 0 || (ready < 0 && errno == EINTR)) return false;
        char buffer[65536];
        const ssize_t n = read(fd, buffer, sizeof buffer);
        if (n <= 0) return fail(WEFT_TR("core", "the runner has ended the connection"));
        lines.feed({buffer, std::size_t(n)}, [&](std::string_view line) {
            const bool answer = line.starts_with("{\"id\":") || line.starts_with("{\"error\":") || line.starts_with("{\"hello\":");
            (answer ? answers : news).emplace_back(line);
        });
        return true;
    }
    Result<std::string> answer() {
        const std::int64_t until = now_ms() + answer_timeout_ms;
        while (answers.empty()) {
            const std::int64_t left = until - now_ms();
            if (left <= 0) return fail(WEFT_TR("core", "the runner does not answer"));
            if (auto got = receive(left); !got) return tl::unexpected(got.error());
        }
        std::string line = std::move(answers.front());
        answers.pop_front();
        return line;
    }
};

Client::Client(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Client::~Client() = default;

Result<std::unique_ptr<Client>> Client::connect(bool start) {
    const std::string path = socket_path();
    if (auto folder = io::check_private_folder(path.substr(0, path.rfind('/'))); !folder) return tl::unexpected(folder.error());
    auto fd = io::connect_to(path);
    for (int tries = 0; !fd && start && tries < 3; ++tries) {      // a runner that is just ending may take the first two with it
        if (auto started = start_runner(); !started) return tl::unexpected(started.error());
        fd = io::connect_to(path);
    }
    if (!fd) return tl::unexpected(fd.error());
    auto impl = std::make_unique<Impl>();
    impl->fd = *fd;
    if (auto sent = impl->send({{"hello", {{"protocol", protocol_version}}}}); !sent) return tl::unexpected(sent.error());
    auto line = impl->answer();
    if (!line) return tl::unexpected(line.error());
    const json hello = parse_object(*line);
    if (!hello.contains("hello")) return fail({WEFT_TR("core", "the runner speaks another protocol: %1"), {*line}});
    return std::unique_ptr<Client>(new Client(std::move(impl)));
}

Result<std::string> Client::request(std::string_view body_json) {
    json body = parse_object(body_json);
    if (!body.is_object()) return fail(WEFT_TR("core", "the request is no JSON object"));
    const int id = ++impl_->last_id;
    body["id"] = id;
    if (auto sent = impl_->send(body); !sent) return tl::unexpected(sent.error());
    while (true) {
        auto line = impl_->answer();
        if (!line) return line;
        const json answer = parse_object(*line);
        if (!answer.contains("id") || answer["id"] != id) continue;
        if (answer.contains("ok")) return line_of(answer["ok"]);
        const json error = answer.value("error", json::object());
        Location where{error.value("file", std::string()), error.value("line", 0), error.value("column", 0)};
        return fail(Message(error.value("message", std::string("the runner refused without a reason"))), std::move(where));
    }
}

Result<std::string> Client::next_line(int timeout_ms) {
    const std::int64_t until = now_ms() + timeout_ms;
    while (impl_->news.empty()) {
        const std::int64_t left = until - now_ms();
        if (left < 0) return std::string();
        auto got = impl_->receive(left);
        if (!got) return tl::unexpected(got.error());
    }
    std::string line = std::move(impl_->news.front());
    impl_->news.pop_front();
    return line;
}

}  // namespace weft::run
