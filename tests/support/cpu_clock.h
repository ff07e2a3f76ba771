// CPU time of this thread: what a hang would burn, whatever else the machine is doing. For "does not hang" and "grows linearly", not for speed.
#pragma once

#include <ctime>

namespace weft::test {

// How much longer the same work takes in this build.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int slow_build = 10;
#else
constexpr int slow_build = 1;
#endif

class CpuClock {
  public:
    CpuClock() { start(); }
    void start() { started_ = now(); }
    long long elapsed_ns() const { return now() - started_; }
    long long elapsed() const { return elapsed_ns() / 1'000'000; }

  private:
    static long long now() {
        timespec t{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
        return t.tv_sec * 1'000'000'000LL + t.tv_nsec;
    }
    long long started_ = 0;
};

}  // namespace weft::test
