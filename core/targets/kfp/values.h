// Values of KFP's files and ours: constants by type, placeholders of a component's texts, conditions (CEL), standard paths of files.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/model/flow.h"
#include "core/model/graph.h"
#include "core/yaml/tree.h"

namespace weft::kfp {

// --- constants -----------------------------------------------------------------------------------------------------------------------
std::string json_text(const yaml::Node* node);            // compact
yaml::NodePtr node_of_json(const std::string& text);      // null when it is none
std::string json_string(std::string_view text);
// A constant as a literal: scalars as they are, lists and maps as compact JSON.
Value literal_of(const yaml::NodePtr& node);
// The node that a literal is for an input of that type.
yaml::NodePtr constant_node(const Value& literal, ValueType type);
Value optional_without_default();                         // isOptional, and no defaultValue: the literal null
bool is_optional_without_default(const Parameter& parameter);

ValueType type_of_name(std::string_view parameter_type);
const char* name_of_type(ValueType type);                 // any: STRING

// One item of a loop's list: strings as they are unless they would read as something else.
std::string item_text(const yaml::NodePtr& json);
yaml::NodePtr item_node(const std::string& text);

// --- tags ----------------------------------------------------------------------------------------------------------------------------
// "{{params.x}}", "{{tasks.t.outputs.o}}", "{{item}}"; an expression stands for a part of a value; "" for what has no tag.
std::string tag_of(const Value& value, bool artifact = false);
std::optional<Value> value_of_tag(const Reference& tag);
// A value read with KFP's parameterExpressionSelector, and back.
Value selected(const Value& from, const std::string& selector);
struct Selected { Value from; std::string selector; };
std::optional<Selected> selection_of(const Value& value);

// --- texts of a component ---------------------------------------------------------------------------------------------------------------
std::string input_path(const std::string& name);          // where a component's text stands for the path of an artifact or output file
std::string output_path(const std::string& name);
std::string read_text(std::string_view text);             // {{$.inputs.parameters['x']}} -> {{params.x}}; paths -> the standard ones
std::string written_text(std::string_view text, const Definition& definition);
bool needs_launcher(std::string_view text);               // holds {{$}} or a placeholder that only KFP's launcher fills

// --- conditions ------------------------------------------------------------------------------------------------------------------------
using TagOfInput = std::function<std::string(std::string_view input)>;                        // "" = not a tag
using InputOfTag = std::function<std::string(const Reference& tag, ValueType compared_as)>;    // "" = there is none
std::string condition_text(const std::string& cel, const TagOfInput& tag);                    // the CEL text itself where we have no other words for it
std::optional<std::string> condition_cel(const std::string& when, const InputOfTag& input);
bool is_cel(std::string_view when);

}  // namespace weft::kfp
