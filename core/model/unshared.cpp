#include "core/model/unshared.h"

#include <unordered_map>

namespace weft {

std::vector<std::ptrdiff_t> partners_of(const std::vector<TaskPtr>& before, const std::vector<TaskPtr>& after) {
    const Unshared apart = unshared(before, after);
    std::unordered_map<TaskId, std::size_t> by_id;
    for (const std::size_t i : apart.before) by_id.emplace(before[i]->id, i);
    std::vector<std::ptrdiff_t> out(after.size(), -1);
    auto gone = apart.before.begin();
    auto fresh = apart.after.begin();
    for (std::size_t i = 0, k = 0; k < after.size(); ++k) {
        if (fresh != apart.after.end() && *fresh == k) {
            ++fresh;
            if (const auto was = by_id.find(after[k]->id); was != by_id.end()) out[k] = std::ptrdiff_t(was->second);
            continue;
        }
        while (gone != apart.before.end() && *gone == i) ++gone, ++i;
        out[k] = std::ptrdiff_t(i++);
    }
    return out;
}

}  // namespace weft
