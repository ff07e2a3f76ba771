#include "core/targets/local/crash.h"

#include <csignal>
#include <cstdlib>
#include <unistd.h>

namespace weft::local {

void crash_point() {
    static const long at = [] {
        const char* value = std::getenv("WEFTWORK_CRASH_AT");
        return value ? std::strtol(value, nullptr, 10) : 0;
    }();
    static long count = 0;
    if (at > 0 && ++count == at) kill(getpid(), SIGKILL);
}

}  // namespace weft::local
