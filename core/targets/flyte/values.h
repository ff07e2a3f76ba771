// Flyte's literals and bindings and our Values: a promise is an output or a parameter, a primitive is a literal, a list of promises is text with tags.
#pragma once

#include <optional>

#include <string>
#include <string_view>
#include <vector>

#include "core/model/flow.h"
#include "core/targets/flyte/place.h"

namespace weft::flyte {

yaml::NodePtr string_node(const std::string& text);
yaml::NodePtr without_places(const yaml::NodePtr& node);   // a deep copy for another text
Scalar scalar_of(const Place& place);
std::string json_line(const yaml::NodePtr& node);          // compact JSON of any node

// "var", "var.key", "var[0]": an output with the way into it.
std::string promise_name(const Place& promise);
struct PromiseName { std::string var; std::vector<std::string> path; };   // a number in `path` is written "[0]"
PromiseName split_promise(const std::string& name);
std::string value_tag(const Value& value);                 // "{{tasks.a.outputs.x}}", "{{params.x}}", "{{item}}"

// A literal or the scalar of a binding: what it says, and whether it is no string.
struct LiteralText { std::string text; bool plain = false; bool known = true; };
LiteralText literal_text(const Place& literal);
std::string literal_json(const Place& literal);            // as an element of a list
Place literal_leaf(const Place& literal);                  // the scalar that holds the value, for places

// The wire types of a variable, and back. `choices` is filled for an enumeration.
ValueType type_of(const Place& literal_type, std::vector<std::string>* choices = nullptr);
bool type_says_more(const Place& literal_type);            // than our types do: DATETIME, a union, a schema
yaml::NodePtr type_node(ValueType type, const std::vector<std::string>& choices = {});

// Text -> {scalar: …}, {collection: …}; `type` is what the variable wants, `any` goes by the text. `binding`: elements may be tags, written as promises.
yaml::NodePtr literal_node(const std::string& text, bool plain, ValueType type);
yaml::NodePtr scalar_primitive(const std::string& text, bool plain, ValueType type);   // {integer: "5"}
// The elements of a list text "[1, {{tasks.a.outputs.x}}, "b"]"; none when it is no list.
std::optional<std::vector<std::string>> list_elements(std::string_view text);
std::string unquoted(std::string_view element, bool& was_string);

std::string seconds_of(const std::string& duration, bool* exact = nullptr);   // "10m" -> "600s"; "" stays, what is no duration too

}  // namespace weft::flyte
