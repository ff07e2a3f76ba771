#include "core/io/socket.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "core/io/process.h"

namespace weft::io {

namespace {

Result<sockaddr_un> address_of(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path)
        return fail({WEFT_TR("core", "the socket's path is too long (at most %1 bytes): %2"), {std::to_string(sizeof address.sun_path - 1), path}});
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    return address;
}

bool own_peer(int fd) {
    ucred peer{};
    socklen_t size = sizeof peer;
    return getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == geteuid();
}

constexpr std::size_t largest_kept = 1u << 20;       // of what has been sent already

tl::unexpected<Error> system_failure(const char* text, const std::string& path) { return fail({text, {path, std::strerror(errno)}}); }

}  // namespace

Result<void> check_private_folder(const std::string& folder) {
    for (std::size_t at = folder.find('/', 1); at != std::string::npos; at = folder.find('/', at + 1)) mkdir(folder.substr(0, at).c_str(), 0700);
    if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return system_failure(WEFT_TR("core", "cannot make folder %1: %2"), folder);
    struct stat info{};
    if (lstat(folder.c_str(), &info) != 0) return system_failure(WEFT_TR("core", "cannot look at folder %1: %2"), folder);
    if (!S_ISDIR(info.st_mode) || info.st_uid != geteuid())
        return fail({WEFT_TR("core", "%1 is not a folder of this user; it is not used for the runner's socket"), {folder}});
    if ((info.st_mode & 077) != 0 && chmod(folder.c_str(), 0700) != 0) return system_failure(WEFT_TR("core", "cannot close folder %1 to others: %2"), folder);
    return {};
}

Result<int> listen_at(const std::string& path) {
    auto address = address_of(path);
    if (!address) return tl::unexpected(address.error());
    const int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0) return system_failure(WEFT_TR("core", "cannot open a socket at %1: %2"), path);
    unlink(path.c_str());
    if (bind(fd, reinterpret_cast<sockaddr*>(&*address), sizeof *address) != 0 || chmod(path.c_str(), 0600) != 0 || listen(fd, 64) != 0) {
        const int error = errno;
        ::close(fd);
        errno = error;
        return system_failure(WEFT_TR("core", "cannot listen at %1: %2"), path);
    }
    return fd;
}

Result<int> connect_to(const std::string& path) {
    auto address = address_of(path);
    if (!address) return tl::unexpected(address.error());
    const int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0) return system_failure(WEFT_TR("core", "cannot open a socket at %1: %2"), path);
    if (connect(fd, reinterpret_cast<sockaddr*>(&*address), sizeof *address) != 0) {
        const int error = errno;
        ::close(fd);
        errno = error;
        return system_failure(WEFT_TR("core", "nobody listens at %1: %2"), path);
    }
    if (!own_peer(fd)) {
        ::close(fd);
        return fail({WEFT_TR("core", "the process that listens at %1 belongs to another user; it is not used"), {path}});
    }
    return fd;
}

int accept_own(int listener) {
    while (true) {
        const int fd = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (fd < 0 || own_peer(fd)) return fd;
        ::close(fd);
    }
}

Connection::Connection(Loop& loop, int fd, ConnectionLimits limits)
    : loop_(loop), fd_(fd), limits_(limits), lines_(limits.line), written_ms_(loop.clock().now_ms() - limits.gather_ms), alive_(std::make_shared<bool>(true)) {
    if (!loop_.watch(fd_, readable, [this](unsigned events) { happened(events); })) close_fd(&fd_);
}

Connection::~Connection() {
    *alive_ = false;
    close();
}

void Connection::close() {
    if (fd_ < 0) return;
    loop_.cancel(write_due_);
    loop_.forget(fd_);
    close_fd(&fd_);
}

void Connection::happened(unsigned events) {
    const auto alive = alive_;
    if (events & writable) write_some();
    if (*alive && open() && (events & (readable | broken))) read_some();
    if (*alive && !open() && on_closed) {
        const auto closed = on_closed;     // the callback may delete us
        closed();
    }
}

void Connection::read_some() {
    const auto alive = alive_;
    char buffer[65536];
    const ssize_t n = read(fd_, buffer, sizeof buffer);
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (n <= 0) return close();
    lines_.feed(std::string_view(buffer, std::size_t(n)), [&](std::string_view line) {
        if (*alive && open() && on_line) on_line(line);
    });
    if (*alive && lines_.overlong()) close();
}

void Connection::write_some() {
    while (sent_ < out_.size()) {
        const ssize_t n = ::send(fd_, out_.data() + sent_, out_.size() - sent_, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0 && errno == EAGAIN) break;
        if (n < 0) return close();
        sent_ += std::size_t(n);
    }
    written_ms_ = loop_.clock().now_ms();
    const bool full = sent_ < out_.size();
    if (full != full_) loop_.change(fd_, full ? readable | writable : readable);
    full_ = full;
    if (full && sent_ <= largest_kept) return;
    out_.erase(0, sent_);
    sent_ = 0;
    if (out_.capacity() > 2 * largest_kept) out_.shrink_to_fit();   // a snapshot went out: its room is not kept for single lines
}

void Connection::append(std::string_view line) {
    out_.append(line);
    out_.push_back('\n');
}

void Connection::write_in(std::int64_t ms) {
    loop_.cancel(write_due_);
    write_due_ = loop_.after(ms, [this] {
        write_due_ = 0;
        happened(writable);
    });
}

bool Connection::send(std::string_view line) {
    if (!open()) return true;              // gone: on_closed follows, nothing to be slow about
    if (unsent() + line.size() > limits_.unsent) return false;
    append(line);
    if (!full_ && write_due_ == 0) write_in(written_ms_ + limits_.gather_ms - loop_.clock().now_ms());
    return true;
}

void Connection::send_always(std::string_view line) {
    if (!open()) return;
    append(line);
    if (!full_) write_in(0);               // at the loop's next turn: many small lines become one send
}

}  // namespace weft::io
