// What two snapshots of a list do not share. Edits share everything they do not touch, so the answer is as short as the change; finding it compares
// pointers and looks into no task.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <vector>

#include "core/model/flow.h"

namespace weft {

// Indexes, ascending. What is not named pairs up in order: the first such element of one list is the first of the other, and so on.
struct Unshared {
    std::vector<std::size_t> before, after;
    bool none() const { return before.empty() && after.empty(); }
};

template <class T> Unshared unshared(const std::vector<std::shared_ptr<const T>>& before, const std::vector<std::shared_ptr<const T>>& after) {
    Unshared out;
    std::size_t end = before.size(), last = after.size();
    while (end > 0 && last > 0 && before[end - 1] == after[last - 1]) --end, --last;
    std::size_t i = 0, k = 0;
    while (i < end || k < last) {
        if (i < end && k < last && before[i] == after[k]) {
            ++i, ++k;
            continue;
        }
        const bool removed = k == last || (i + 1 < end && before[i + 1] == after[k]);
        const bool added = !removed && (i == end || (k + 1 < last && before[i] == after[k + 1]));
        if (!added) out.before.push_back(i++);
        if (!removed) out.after.push_back(k++);
    }
    return out;
}

// For each of `after` its index in `before`: the same object or the same id; -1 = it is new.
std::vector<std::ptrdiff_t> partners_of(const std::vector<TaskPtr>& before, const std::vector<TaskPtr>& after);

}  // namespace weft
