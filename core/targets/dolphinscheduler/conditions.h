// The condition of a CONDITIONS task: an "and" of "or"s or an "or" of "and"s, two levels and no more.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/model/flow.h"

namespace weft::dolphin {

struct Item {
    std::string task;
    bool failure = false;
};
struct Condition {
    bool top_or = false;
    std::vector<std::pair<bool, std::vector<Item>>> groups;   // or?, items
};
// "" when an "and" of all items says it all.
std::string expression_of(const Condition&);
// What a gate asks for, by its needs or its expression; none when that is no condition of two levels.
std::optional<Condition> condition_of(const Task& gate);
// With codes (or other names) for names, so that a rename is no change.
std::optional<Condition> coded(const Task& gate, const std::unordered_map<std::string, std::string>& codes);
bool same(const Condition&, const Condition&);
// Gives the gate the needs and the expression of the condition; false when it cannot be said so (a name that no expression can hold): the needs are all then.
bool ask(Task& gate, const Condition&);

}  // namespace weft::dolphin
