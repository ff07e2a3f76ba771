#include "core/io/clock.h"

#include <ctime>

namespace weft::io {

namespace {

std::int64_t read_ms(clockid_t id) {
    timespec t{};
    clock_gettime(id, &t);
    return std::int64_t(t.tv_sec) * 1000 + t.tv_nsec / 1'000'000;
}

class RealClock : public Clock {
  public:
    std::int64_t now_ms() const override { return read_ms(CLOCK_BOOTTIME); }
    std::int64_t wall_ms() const override { return read_ms(CLOCK_REALTIME); }
};

}  // namespace

const Clock& real_clock() {
    static const RealClock clock;
    return clock;
}

}  // namespace weft::io
