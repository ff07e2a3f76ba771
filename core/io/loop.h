// One event loop without Qt: file descriptors, timers and a wake-up from other threads. One thread runs it; only wake() may be called from another.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <queue>
#include <unordered_map>
#include <vector>

#include "core/io/clock.h"

namespace weft::io {

constexpr unsigned readable = 1, writable = 2, broken = 4;   // broken: hang-up or error, always reported

class Loop {
  public:
    using TimerId = std::uint64_t;                            // 0 = none
    explicit Loop(const Clock& clock = real_clock());
    ~Loop();
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    bool ok() const { return epoll_ >= 0 && wake_ >= 0; }     // false: the system gave no descriptors
    // The loop does not own `fd`; forget it before closing it. A callback may watch and forget anything, itself too.
    bool watch(int fd, unsigned events, std::function<void(unsigned)> fn);
    void change(int fd, unsigned events);
    void forget(int fd);
    void forget_closing(int fd);                               // the caller closes it at once, which takes it out of the kernel's list by itself

    TimerId after(std::int64_t ms, std::function<void()> fn);
    void cancel(TimerId id);                                   // of an unknown or fired timer: nothing

    // Waits at most `max_wait_ms` (-1: until something happens), then calls what is due. False when the wait failed for good.
    bool turn(std::int64_t max_wait_ms = -1);
    void wake();
    const Clock& clock() const { return clock_; }

  private:
    struct Watch { std::uint32_t generation; std::shared_ptr<std::function<void(unsigned)>> fn; };
    struct Due { std::int64_t at; TimerId id; bool operator>(const Due& o) const { return at != o.at ? at > o.at : id > o.id; } };
    int wait_ms(std::int64_t max_wait_ms) const;
    void fire_timers();

    const Clock& clock_;
    int epoll_ = -1, wake_ = -1;
    std::uint32_t generation_ = 0;
    std::unordered_map<int, Watch> watches_;
    TimerId last_timer_ = 0;
    std::unordered_map<TimerId, std::function<void()>> timers_;
    std::priority_queue<Due, std::vector<Due>, std::greater<Due>> due_;
};

}  // namespace weft::io
