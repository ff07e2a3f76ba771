// The output of one attempt on disk, bounded: the first MB and then a ring of segments that keeps the newest. Offsets count every byte ever
// written, so a reader's place stays right when the middle is gone. Files: PATH (the head), PATH.1, PATH.2 … (segments, the oldest are deleted).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace weft::io {

struct LogLimits {
    std::int64_t head = 1 << 20;
    std::int64_t segment = 8 << 20;
    int segments = 8;                       // kept at most
};

class LogFile {
  public:
    LogFile() = default;
    ~LogFile();
    LogFile(const LogFile&) = delete;
    LogFile& operator=(const LogFile&) = delete;
    bool open(const std::string& path, LogLimits limits = {});     // a new file, mode 0600; false: errno says why
    // The file is made when something is written, with `first` in front: most tasks say nothing, and a file costs as much as starting a process.
    void open_later(const std::string& path, std::string first, LogLimits limits = {});
    void write(std::string_view bytes);                            // what the disk refuses is counted, never waited for
    void close();
    std::int64_t size() const { return size_; }                    // bytes ever written
    bool failed() const { return failed_; }                        // the disk refused something

  private:
    void open_segment(std::int64_t number);
    void begin();
    std::string path_, first_;
    LogLimits limits_;
    bool later_ = false;
    int fd_ = -1;
    std::int64_t size_ = 0, segment_ = 0;                          // 0 = the head
    bool failed_ = false;
};

struct LogPart {
    std::string data;
    std::int64_t next = 0;                  // where to go on
    std::int64_t missing = 0;               // bytes left out before `data`, because the ring dropped them
    bool end = false;                       // nothing more was there
};
LogPart read_log(const std::string& path, std::int64_t offset, std::size_t limit, LogLimits limits = {});

}  // namespace weft::io
