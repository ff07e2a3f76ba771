// "# weftwork-ignore image/missing -- reason" for its line and the next, "-begin" … "-end" for a range, "-file" for the file. Without a rule: all rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/lint/finding.h"
#include "core/yaml/tree.h"

namespace weft::lint {

struct Suppression {
    std::vector<std::string> rules;   // empty: all
    std::string reason;
    int first = 0, last = 0;          // lines, both included
};
std::vector<Suppression> suppressions(const yaml::Stream& stream, std::string_view text);
const Suppression* suppressed(const std::vector<Suppression>& all, const Finding& finding);

}  // namespace weft::lint
