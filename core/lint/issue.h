// What the readers lived with (yaml::Issue) as findings: severity from the catalogue, why, fixes.
#pragma once

#include "core/lint/rule.h"

namespace weft::lint {

// Issues of rules that are not among `rules` are left out, unless no catalogue knows them: those are warnings.
void report_issues(const Context& context, const std::vector<const Rule*>& rules, Report& report);

}  // namespace weft::lint
