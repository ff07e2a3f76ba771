// The system calls that make a process out of us without copying us, as posix_spawn does them; its stack is kept instead of mapped and unmapped every
// time (a third of what a start costs the caller), and the child's pidfd comes with it. For process.cpp only.
#pragma once

#include <sys/types.h>

namespace weft::io {

struct Spawn {
    const char* file;
    char* const* argv;
    char* const* env;
    const char* folder;                 // null = ours
    int input, output, error;           // become 0, 1, 2; input -1 = /dev/null
};

// 0 and the child, or the errno of what failed (nothing is left then). The child has its own group, no blocked and no ignored signals, and no other
// descriptor. The caller sleeps until it runs its program.
int spawn(const Spawn& what, pid_t* pid, int* pidfd);

}  // namespace weft::io
