// Bytes in, lines out. Bounded: a line above the limit is cut into pieces, or ends the stream where the caller says so.
#pragma once

#include <string>
#include <string_view>

namespace weft::io {

class LineSplitter {
  public:
    explicit LineSplitter(std::size_t limit = 1u << 20) : limit_(limit) {}

    // Calls fn(line) for each complete line, without its "\n" or "\r\n". A piece that was cut at the limit comes without a newline of its own.
    template <class Fn> void feed(std::string_view bytes, Fn&& fn) {
        while (!bytes.empty()) {
            const std::size_t end = bytes.find('\n');
            std::size_t take = end == std::string_view::npos ? bytes.size() : end;
            if (rest_.size() + take > limit_) {
                take = limit_ - rest_.size();
                overlong_ = true;
                rest_.append(bytes.substr(0, take));
                bytes.remove_prefix(take);
                give(fn);
                continue;
            }
            rest_.append(bytes.substr(0, take));
            bytes.remove_prefix(end == std::string_view::npos ? take : take + 1);
            if (end != std::string_view::npos) give(fn);
        }
    }
    template <class Fn> void finish(Fn&& fn) {        // the stream ended: what is left is the last line
        if (!rest_.empty()) give(fn);
    }
    bool overlong() const { return overlong_; }       // some line was above the limit
    std::size_t waiting() const { return rest_.size(); }

  private:
    template <class Fn> void give(Fn&& fn) {
        if (!rest_.empty() && rest_.back() == '\r') rest_.pop_back();
        std::string line;
        line.swap(rest_);
        fn(std::string_view(line));
    }
    std::size_t limit_;
    std::string rest_;
    bool overlong_ = false;
};

}  // namespace weft::io
