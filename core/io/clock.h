// Time as the engine sees it: a steady clock for timers (counts suspended time too) and the wall clock for display. Tests bring their own.
#pragma once

#include <cstdint>

namespace weft::io {

class Clock {
  public:
    virtual ~Clock() = default;
    virtual std::int64_t now_ms() const = 0;    // CLOCK_BOOTTIME: never jumps, goes on while the computer sleeps
    virtual std::int64_t wall_ms() const = 0;   // since 1970, may jump; only shown and recorded
};

const Clock& real_clock();

// A clock that stands still until it is told to move.
class FakeClock : public Clock {
  public:
    std::int64_t now_ms() const override { return now_; }
    std::int64_t wall_ms() const override { return wall_; }
    void advance(std::int64_t ms) { now_ += ms; wall_ += ms; }
    void jump_wall(std::int64_t ms) { wall_ += ms; }

  private:
    std::int64_t now_ = 1000;
    std::int64_t wall_ = 1'700'000'000'000;
};

}  // namespace weft::io
