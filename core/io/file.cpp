#include "core/io/file.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace weft::io {

namespace {

class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() { if (fd_ >= 0) ::close(fd_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }
    // A close can report what an earlier write only promised (NFS, quota).
    bool close() { const int fd = fd_; fd_ = -1; return ::close(fd) == 0; }
  private:
    int fd_;
};

std::string why(int error) { return std::strerror(error); }

tl::unexpected<Error> cannot_read(const std::string& path, int error) {
    return fail({WEFT_TR("core", "cannot read \"%1\": %2"), {path, why(error)}}, {path});
}
tl::unexpected<Error> cannot_write(const std::string& path, int error) {
    return fail({WEFT_TR("core", "cannot write \"%1\": %2"), {path, why(error)}}, {path});
}

tl::unexpected<Error> too_large(const std::string& path, std::size_t limit) {
    return fail({WEFT_TR("core", "\"%1\" is larger than %2 bytes, the most that is read"), {path, std::to_string(limit)}}, {path});
}

tl::unexpected<Error> not_a_file(const std::string& path, mode_t mode) {
    if (S_ISDIR(mode)) return fail({WEFT_TR("core", "\"%1\" is a folder, not a file"), {path}}, {path});
    if (S_ISFIFO(mode)) return fail({WEFT_TR("core", "\"%1\" is a pipe, not a regular file"), {path}}, {path});
    if (S_ISSOCK(mode)) return fail({WEFT_TR("core", "\"%1\" is a socket, not a regular file"), {path}}, {path});
    return fail({WEFT_TR("core", "\"%1\" is a device, not a regular file"), {path}}, {path});
}

// One byte more than the limit is asked for, so a file that grows or lies about its size (/proc) is noticed too.
Result<std::string> read_all(int fd, const std::string& name, std::size_t limit, std::size_t expected) {
    std::string data;
    data.reserve(std::min(expected, limit) + 1);
    char buffer[1 << 16];
    while (data.size() <= limit) {
        const ssize_t n = ::read(fd, buffer, sizeof buffer);
        if (n == 0) return data;
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return cannot_read(name, errno);
        data.append(buffer, std::size_t(n));
    }
    return too_large(name, limit);
}

int write_all(int fd, std::string_view data) {
    while (!data.empty()) {
        const ssize_t n = ::write(fd, data.data(), data.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return errno;
        data.remove_prefix(std::size_t(n));
    }
    return 0;
}

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

// The file that a chain of symlinks means, also when it does not exist yet.
Result<std::string> link_target(std::string path) {
    for (int hops = 0; hops < 40; ++hops) {
        char buffer[4096];
        const ssize_t n = ::readlink(path.c_str(), buffer, sizeof buffer);
        if (n < 0) return path;
        const std::string to(buffer, std::size_t(n));
        path = to.starts_with('/') ? to : folder_of(path) + "/" + to;
    }
    return cannot_write(path, ELOOP);
}

// A new file gets what the umask leaves of 0666; the kernel applies it, so no thread has to change the umask to ask for it.
int make_temporary(const std::string& folder, mode_t mode, std::string* name) {
    static std::atomic<unsigned> counter{0};
    for (int tries = 0; tries < 100; ++tries) {
        *name = folder + "/.weft-" + std::to_string(::getpid()) + "-" + std::to_string(counter++) + ".tmp";
        const int fd = ::open(name->c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
        if (fd >= 0 || errno != EEXIST) return fd;
    }
    return -1;
}

// So that the rename itself survives a loss of power; a file system that cannot is no reason to refuse.
void sync_folder(const std::string& folder) {
    const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd.get() >= 0) ::fsync(fd.get());
}

int fill(Descriptor& fd, std::string_view data, const struct stat* old) {
    if (const int error = write_all(fd.get(), data)) return error;
    if (old && ::fchmod(fd.get(), old->st_mode & 07777) != 0) return errno;
    if (old && (old->st_uid != ::geteuid() || old->st_gid != ::getegid())) {
        if (::fchown(fd.get(), old->st_uid, old->st_gid) == 0) ::fchmod(fd.get(), old->st_mode & 07777);   // only root may; else it becomes ours
    }
    if (::fsync(fd.get()) != 0 && errno != EINVAL) return errno;
    return fd.close() ? 0 : errno;
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::size_t limit) {
    if (path.find('\0') != std::string::npos) return cannot_read(path, EINVAL);
    const Descriptor fd(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
    if (fd.get() < 0) {
        const int error = errno;
        struct stat info {};
        if (::stat(path.c_str(), &info) == 0 && !S_ISREG(info.st_mode)) return not_a_file(path, info.st_mode);   // a socket cannot even be opened
        return cannot_read(path, error);
    }
    struct stat info {};
    if (::fstat(fd.get(), &info) != 0) return cannot_read(path, errno);
    if (!S_ISREG(info.st_mode)) return not_a_file(path, info.st_mode);
    if (info.st_size > 0 && std::uint64_t(info.st_size) > limit) return too_large(path, limit);
    return read_all(fd.get(), path, limit, std::size_t(info.st_size));
}

Result<std::string> read_stdin(std::size_t limit) { return read_all(STDIN_FILENO, "-", limit, 0); }

Result<void> write_file(const std::string& path, std::string_view data) {
    if (path.empty() || path.find('\0') != std::string::npos) return cannot_write(path, EINVAL);
    const Result<std::string> real = link_target(path);
    if (!real) return tl::unexpected(real.error());
    struct stat old {};
    const bool exists = ::stat(real->c_str(), &old) == 0;
    if (exists && !S_ISREG(old.st_mode)) return not_a_file(path, old.st_mode);
    if (exists && ::access(real->c_str(), W_OK) != 0) return cannot_write(path, errno);   // a rename would get around the file's own write protection

    const std::string folder = folder_of(*real);
    std::string temporary;
    Descriptor fd(make_temporary(folder, exists ? 0600 : 0666, &temporary));
    if (fd.get() < 0) return cannot_write(path, errno);
    int error = fill(fd, data, exists ? &old : nullptr);
    if (!error && ::rename(temporary.c_str(), real->c_str()) != 0) error = errno;
    if (error) {
        ::unlink(temporary.c_str());
        return cannot_write(path, error);
    }
    sync_folder(folder);
    return {};
}

Result<void> make_folders(const std::string& path, unsigned mode) {
    for (std::size_t at = 0; at < path.size();) {
        at = std::min(path.find('/', at + 1), path.size());
        const std::string part = path.substr(0, at);
        if (::mkdir(part.c_str(), at == path.size() ? mode : 0777) == 0) continue;
        const int error = errno;
        struct stat info {};
        if (::stat(part.c_str(), &info) == 0 && S_ISDIR(info.st_mode)) continue;
        return fail({WEFT_TR("core", "cannot make the folder \"%1\": %2"), {part, why(error == EEXIST ? ENOTDIR : error)}}, {path});
    }
    return {};
}

std::string absolute_path(const std::string& path) {
    if (path.empty()) return path;
    std::string whole = path;
    if (!path.starts_with('/')) {
        char* here = ::getcwd(nullptr, 0);
        if (here) whole = std::string(here) + "/" + path;
        std::free(here);
    }
    std::string out;
    for (std::size_t from = 0; from < whole.size();) {
        const std::size_t slash = std::min(whole.find('/', from), whole.size());
        const std::string part = whole.substr(from, slash - from);
        if (part == "..") out.erase(out.rfind('/') == std::string::npos ? 0 : out.rfind('/'));
        else if (!part.empty() && part != ".") out += "/" + part;
        from = slash + 1;
    }
    return out.empty() ? "/" : out;
}

}  // namespace weft::io
