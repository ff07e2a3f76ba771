#include "core/io/log_file.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace weft::io {

namespace {

std::string segment_path(const std::string& path, std::int64_t number) { return number == 0 ? path : path + "." + std::to_string(number); }

std::int64_t segment_begin(std::int64_t number, const LogLimits& limits) { return number == 0 ? 0 : limits.head + (number - 1) * limits.segment; }

std::int64_t segment_of(std::int64_t offset, const LogLimits& limits) {
    return offset < limits.head ? 0 : 1 + (offset - limits.head) / limits.segment;
}

// The lowest existing segment above `number`, or -1.
std::int64_t next_segment(const std::string& path, std::int64_t number) {
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash);
    const std::string head = path.substr(slash == std::string::npos ? 0 : slash + 1) + ".";
    std::int64_t best = -1;
    DIR* dir = opendir(folder.c_str());
    if (!dir) return best;
    while (const dirent* entry = readdir(dir)) {
        const std::string name = entry->d_name;
        if (name.compare(0, head.size(), head) != 0) continue;
        const std::int64_t found = std::strtoll(name.c_str() + head.size(), nullptr, 10);
        if (found > number && (best < 0 || found < best)) best = found;
    }
    closedir(dir);
    return best;
}

}  // namespace

LogFile::~LogFile() { close(); }

bool LogFile::open(const std::string& path, LogLimits limits) {
    close();
    path_ = path;
    limits_ = limits;
    size_ = segment_ = 0;
    failed_ = false;
    fd_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    return fd_ >= 0;
}

void LogFile::open_later(const std::string& path, std::string first, LogLimits limits) {
    close();
    path_ = path;
    first_ = std::move(first);
    limits_ = limits;
    size_ = segment_ = 0;
    failed_ = false;
    later_ = true;
}

void LogFile::begin() {
    const std::string first = std::exchange(first_, {});
    if (!open(path_, limits_)) failed_ = true;
    write(first);
}

void LogFile::close() {
    later_ = false;
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
}

void LogFile::open_segment(std::int64_t number) {
    close();
    segment_ = number;
    fd_ = ::open(segment_path(path_, number).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (number > limits_.segments) unlink(segment_path(path_, number - limits_.segments).c_str());
}

void LogFile::write(std::string_view bytes) {
    if (later_ && !bytes.empty()) begin();
    while (!bytes.empty()) {
        const std::int64_t segment = segment_of(size_, limits_);
        if (segment != segment_) open_segment(segment);
        const std::int64_t room = segment_begin(segment + 1, limits_) - size_;
        const std::string_view now = bytes.substr(0, std::size_t(std::min<std::int64_t>(room, std::int64_t(bytes.size()))));
        const std::int64_t inside = size_ - segment_begin(segment, limits_);
        // pwrite: after a refused write the following bytes still stand at their own offset.
        if (fd_ < 0 || pwrite(fd_, now.data(), now.size(), inside) != ssize_t(now.size())) failed_ = true;
        size_ += std::int64_t(now.size());
        bytes.remove_prefix(now.size());
    }
}

LogPart read_log(const std::string& path, std::int64_t offset, std::size_t limit, LogLimits limits) {
    LogPart part;
    part.next = std::max<std::int64_t>(offset, 0);
    part.end = access(path.c_str(), F_OK) != 0;            // the head is never deleted: without it nothing was ever written
    if (part.end) return part;
    while (part.data.size() < limit) {
        const std::int64_t segment = segment_of(part.next, limits);
        const int fd = open(segment_path(path, segment).c_str(), O_RDONLY | O_CLOEXEC);
        if (fd < 0) {
            const std::int64_t later = next_segment(path, segment);
            if (later < 0 || !part.data.empty()) { part.end = later < 0; break; }
            part.missing += segment_begin(later, limits) - part.next;
            part.next = segment_begin(later, limits);
            continue;
        }
        const std::int64_t begin = segment_begin(segment, limits);
        const std::size_t want = std::min<std::size_t>(limit - part.data.size(), std::size_t(segment_begin(segment + 1, limits) - part.next));
        std::string buffer(want, '\0');
        const ssize_t n = pread(fd, buffer.data(), want, part.next - begin);
        close(fd);
        if (n <= 0) { part.end = true; break; }
        part.data.append(buffer, 0, std::size_t(n));
        part.next += n;
        if (std::size_t(n) < want) { part.end = true; break; }
    }
    return part;
}

}  // namespace weft::io
