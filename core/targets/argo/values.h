// Argo's template tags and our Values: "{{tasks.a.outputs.parameters.o}}" is a data edge, "{{inputs.parameters.x}}" a parameter.
#pragma once

#include <string>
#include <string_view>

#include "core/model/flow.h"
#include "core/yaml/tree.h"

namespace weft::argo {

// Where a value stands decides how a reference is spelt.
struct Spelling {
    bool main = false;    // main body: parameters are the workflow's
    bool steps = false;   // {{steps.a…}} instead of {{tasks.a…}}
};

Value read_text_value(std::string text, const Spelling& spelling, bool plain = false);
Value read_value(const yaml::NodePtr& scalar, const Spelling& spelling);
Scalar read_scalar(const yaml::NodePtr& node);

// The text that says the value: its own while that still says the same, else the tag spelt out.
std::string value_text(const Value& value, const Spelling& spelling, bool artifact = false);
// What reading the value's text back gives.
Value settled_value(const Value& value, const Spelling& spelling, bool artifact = false);

// A loop item as text: scalars as they are, maps and lists as compact JSON; and back.
std::string item_text(const yaml::NodePtr& node);
yaml::NodePtr item_node(const std::string& text);

// A string that must stay a string in the file, whatever it looks like.
yaml::NodePtr string_node(const std::string& text);
yaml::NodePtr scalar_node(const Scalar& scalar);

}  // namespace weft::argo
