// For the crash tests: $WEFTWORK_CRASH_AT=n ends the runner with SIGKILL at the n-th transition boundary (before and after each commit and each spawn).
#pragma once

namespace weft::local {

void crash_point();

}  // namespace weft::local
