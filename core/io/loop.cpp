#include "core/io/loop.h"

#include <algorithm>
#include <cerrno>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace weft::io {

namespace {

std::uint32_t to_epoll(unsigned events) {
    return (events & readable ? std::uint32_t(EPOLLIN) : 0) | (events & writable ? std::uint32_t(EPOLLOUT) : 0);
}

unsigned from_epoll(std::uint32_t events) {
    return (events & EPOLLIN ? readable : 0) | (events & EPOLLOUT ? writable : 0) | (events & (EPOLLHUP | EPOLLERR) ? broken : 0);
}

epoll_event event_for(int fd, unsigned events, std::uint32_t generation) {
    epoll_event e{};
    e.events = to_epoll(events);
    e.data.u64 = (std::uint64_t(generation) << 32) | std::uint32_t(fd);
    return e;
}

}  // namespace

Loop::Loop(const Clock& clock) : clock_(clock) {
    epoll_ = epoll_create1(EPOLL_CLOEXEC);
    wake_ = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (!ok()) return;
    watch(wake_, readable, [this](unsigned) {
        std::uint64_t count = 0;
        [[maybe_unused]] auto n = read(wake_, &count, sizeof count);
    });
}

Loop::~Loop() {
    if (wake_ >= 0) close(wake_);
    if (epoll_ >= 0) close(epoll_);
}

bool Loop::watch(int fd, unsigned events, std::function<void(unsigned)> fn) {
    const std::uint32_t generation = ++generation_;
    epoll_event e = event_for(fd, events, generation);
    if (epoll_ctl(epoll_, EPOLL_CTL_ADD, fd, &e) != 0) return false;
    watches_[fd] = {generation, std::make_shared<std::function<void(unsigned)>>(std::move(fn))};
    return true;
}

void Loop::change(int fd, unsigned events) {
    const auto it = watches_.find(fd);
    if (it == watches_.end()) return;
    epoll_event e = event_for(fd, events, it->second.generation);
    epoll_ctl(epoll_, EPOLL_CTL_MOD, fd, &e);
}

void Loop::forget(int fd) {
    if (watches_.erase(fd)) epoll_ctl(epoll_, EPOLL_CTL_DEL, fd, nullptr);
}

void Loop::forget_closing(int fd) { watches_.erase(fd); }

Loop::TimerId Loop::after(std::int64_t ms, std::function<void()> fn) {
    const TimerId id = ++last_timer_;
    timers_.emplace(id, std::move(fn));
    due_.push({clock_.now_ms() + std::max<std::int64_t>(ms, 0), id});
    return id;
}

void Loop::cancel(TimerId id) { timers_.erase(id); }

int Loop::wait_ms(std::int64_t max_wait_ms) const {
    std::int64_t wait = max_wait_ms;
    if (!due_.empty()) {
        const std::int64_t left = std::max<std::int64_t>(due_.top().at - clock_.now_ms(), 0);
        wait = wait < 0 ? left : std::min(wait, left);
    }
    return int(std::min<std::int64_t>(wait, 3'600'000));
}

void Loop::fire_timers() {
    const std::int64_t now = clock_.now_ms();
    while (!due_.empty() && due_.top().at <= now) {
        const TimerId id = due_.top().id;
        due_.pop();
        const auto it = timers_.find(id);
        if (it == timers_.end()) continue;
        const auto fn = std::move(it->second);
        timers_.erase(it);
        fn();
    }
}

bool Loop::turn(std::int64_t max_wait_ms) {
    while (!due_.empty() && !timers_.count(due_.top().id)) due_.pop();   // cancelled ones must not wake us
    epoll_event events[128];
    const int n = epoll_wait(epoll_, events, 128, wait_ms(max_wait_ms));
    if (n < 0 && errno != EINTR) return false;
    for (int i = 0; i < n; ++i) {
        const int fd = int(std::uint32_t(events[i].data.u64));
        const auto it = watches_.find(fd);
        // A callback of this turn may have closed the descriptor and the system may have given its number away again.
        if (it == watches_.end() || it->second.generation != std::uint32_t(events[i].data.u64 >> 32)) continue;
        const auto fn = it->second.fn;
        (*fn)(from_epoll(events[i].events));
    }
    fire_timers();
    return true;
}

void Loop::wake() {
    const std::uint64_t one = 1;
    [[maybe_unused]] auto n = write(wake_, &one, sizeof one);
}

}  // namespace weft::io
