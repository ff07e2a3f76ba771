// Flyte's boolean expressions and the text of `when`: {{params.x}} > 5 && {{params.y}} == 'a'.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/model/flow.h"
#include "core/targets/flyte/place.h"

namespace weft::flyte {

struct Condition {
    enum class Kind { comparison, both, either, negated } kind = Kind::comparison;
    struct Operand { bool tag = false; std::string text; bool plain = false; };   // tag: the text inside {{…}}
    std::string op;                       // ==, !=, <, <=, >, >=
    Operand left, right;
    std::vector<Condition> parts;         // two, or one when negated
};

std::string text_of(const Condition& condition);
Condition read_condition(const Place& expression);
// What branchNode cannot say (=~, in, arithmetic) is refused with the sign.
Result<Condition> parse_condition(std::string_view text);
Condition without_negation(const Condition& condition, bool negate = false);
Condition both(Condition a, Condition b);
Condition negated(Condition a);
// `variable` gives the variable of the branch node for the text of a tag.
yaml::NodePtr condition_node(const Condition& condition, const std::function<std::string(const std::string&)>& variable,
                             const std::function<ValueType(const std::string&)>& type);
void for_each_operand(Condition& condition, const std::function<void(Condition::Operand&, Condition::Operand&)>& fn);

}  // namespace weft::flyte
