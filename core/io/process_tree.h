// Ending a task together with everything it started: its process group, its descendants, and escaped children by the mark in their environment.
#pragma once

#include <string>
#include <sys/types.h>
#include <vector>

namespace weft::io {

bool become_subreaper();                             // orphans of our tasks come back to us

std::vector<pid_t> children_of(pid_t pid);           // direct ones
std::vector<pid_t> descendants_of(pid_t pid);        // all below, without `pid`
std::string mark_of(pid_t pid, const std::string& name);        // value of an environment variable of a process, "" when absent or not readable
std::vector<pid_t> marked_with(const std::string& entry);       // every process whose environment holds exactly "NAME=value"

// One task's processes: `leader` (also a process group, 0 = gone) and everything marked with `entry` ("" = no mark).
struct Tree {
    pid_t leader = 0;
    std::string entry;
};
std::vector<pid_t> members(const Tree& tree);
void signal_tree(const Tree& tree, int signal);
// SIGSTOP then SIGKILL to all, round after round until none is found or `rounds` are over. The leader itself is not reaped (its pidfd reports it);
// orphans that came back to us are. Returns how many are left.
std::size_t kill_tree(const Tree& tree, int rounds = 200);

// Orphans that came back to us: reaps ended ones, returns living children of ours that `known` does not list.
std::vector<pid_t> reap_orphans(const std::vector<pid_t>& known_sorted);

}  // namespace weft::io
