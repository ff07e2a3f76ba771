// Bringing tasks and definitions into KFP's shape: used by edits of a pipeline and by export of any flow.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/model/flow.h"

namespace weft::kfp {

ValueType type_of_literal(const Value& literal);
Value settled_literal(const Value& literal, ValueType type);                  // as it will be read
std::vector<Scalar> script_words(const Definition& script);                   // command and args that run it in a container

// The input of a task that is given `value`: one that it has, or a new one ("pipelinechannel--fetch-path"). The loop's item is noted for its component.
struct NewInputs { std::map<std::string, std::vector<Parameter>> by_component; };
std::string input_for(Task& task, const Value& value, ValueType type, NewInputs& made);

}  // namespace weft::kfp
