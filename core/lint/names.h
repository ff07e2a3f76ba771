// Hand-written name matchers (std::regex is eight times slower) and the ways to make a name fit. Pure, ASCII unless said.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace weft::lint {

// Kubernetes, classic: [-._a-zA-Z][-._a-zA-Z0-9]* and none of "." ".." "..x". Source: apimachinery validation.go IsEnvVarName.
bool is_env_name_strict(std::string_view name);
// Kubernetes 1.34, relaxed: not empty, printable ASCII, no '='. Source: KEP-4369, IsRelaxedEnvVarName.
bool is_env_name_relaxed(std::string_view name);
// [A-Za-z_][A-Za-z0-9_]*: what a shell can read as $NAME.
bool is_c_identifier(std::string_view name);
// "dynamic.out(x)" -> "x"; "" for anything else. DolphinScheduler 3.2 names the output of a dynamic task so.
std::string_view dynamic_output(std::string_view name);
// Every other byte becomes '_', a leading digit gets one in front: "dynamic.out(03-a)" -> "dynamic_out_03_a".
std::string shell_name(std::string_view name);

// The candidate that a typing mistake is nearest to (at most a third of the letters wrong), "" when none is near.
std::string nearest(std::string_view wrong, const std::vector<std::string>& candidates);
// "a, b, c" with at most `most` names, then "…".
std::string listed(const std::vector<std::string>& names, std::size_t most = 6);
// Quotes a text for a message: `text`, shortened in the middle when it is long, control bytes shown as '?'.
std::string quoted(std::string_view text);

// "1.31" -> 31 (the minor version of Kubernetes 1.x); what cannot be read counts as new.
int minor_version(std::string_view version);

}  // namespace weft::lint
