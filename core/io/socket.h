// A unix socket for one user's own processes: the folder is 0700, the peer's uid is checked, lines and buffers are bounded.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/io/line_splitter.h"
#include "core/io/loop.h"

namespace weft::io {

// Makes the folder (0700) when missing and refuses one that belongs to somebody else or that others may enter.
Result<void> check_private_folder(const std::string& folder);
Result<int> listen_at(const std::string& path);      // replaces a dead socket file; the caller makes sure that nobody listens there
Result<int> connect_to(const std::string& path);     // blocking descriptor, peer checked
int accept_own(int listener);                        // non-blocking descriptor; -1: nobody waits; peers of another user are closed

struct ConnectionLimits {
    std::size_t line = 80u << 20;                    // one request: a document of 64 MB and its escapes
    std::size_t unsent = 8u << 20;                   // what a slow reader may leave unread
    std::int64_t gather_ms = 4;                      // lines sent within this time travel together: waking the reader costs more than writing a line
};

// One client of a loop. Not copied; lives as long as its owner keeps it.
class Connection {
  public:
    Connection(Loop& loop, int fd, ConnectionLimits limits = {});
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    std::function<void(std::string_view)> on_line;
    std::function<void()> on_closed;                 // the peer has gone, or broke a limit; delete the connection from here or later

    bool send(std::string_view line);                // adds the newline; false when the reader is too slow: nothing was queued
    void send_always(std::string_view line);         // answers to requests: never dropped, and not kept back for others
    std::size_t unsent() const { return out_.size() - sent_; }
    bool open() const { return fd_ >= 0; }
    void close();

  private:
    void happened(unsigned events);
    void read_some();
    void write_some();
    void append(std::string_view line);
    void write_in(std::int64_t ms);
    Loop& loop_;
    int fd_;
    ConnectionLimits limits_;
    LineSplitter lines_;
    std::string out_;
    std::size_t sent_ = 0;
    std::int64_t written_ms_;
    Loop::TimerId write_due_ = 0;
    bool full_ = false;                              // the kernel takes no more for now; it says when it does
    std::shared_ptr<bool> alive_;
};

}  // namespace weft::io
