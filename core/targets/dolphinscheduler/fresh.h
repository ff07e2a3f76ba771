// New files: an array of workflow definitions as the server exports and imports them.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/model/flow.h"

namespace weft::dolphin {

inline constexpr long long first_code = 1'000'000;   // of the workflow; its tasks follow. The server gives codes of its own
inline std::string flow_code(std::size_t index) { return std::to_string(first_code * (long long)(index + 1)); }

// `flows` are as DolphinScheduler can hold them; the first one is the main one. Fails with the sentence of the first that is not.
Result<std::string> fresh_file(const std::vector<Flow>& flows, bool old_names);

}  // namespace weft::dolphin
