// The messages of flyteidl that files hold: field numbers, JSON names and types, our own table. It reads protobuf bytes and finds misspelt fields.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/yaml/tree.h"

namespace weft::flyte {

// "1 id Identifier|8 interruptible b": number, JSON name, type.
//   s string · y bytes · b bool · i 32 bit number · l 64 bit number (a string in JSON) · d double · f float · e:Name an enumeration
//   Name a message of that name (Duration, Timestamp, Struct, Value, ListValue, BoolValue, Any: protobuf's own) · [T] repeated · {T} a map from strings
struct MessageRow { std::string_view name, fields; };
const std::vector<MessageRow>& message_rows();
struct EnumRow { std::string_view name, words; };   // "0 FAIL_IMMEDIATELY|1 …"
const std::vector<EnumRow>& enum_rows();

struct Field {
    int number;             // 0: no field of protobuf, but of a file that the compiler's tests use
    std::string_view name, type;
};
const std::vector<Field>& fields_of(std::string_view message);        // empty for an unknown message
const Field* find_field(std::string_view message, std::string_view name);   // camelCase or snake_case
struct Word { long number; std::string_view name; };
const std::vector<Word>& words_of(std::string_view enumeration);
bool is_wellknown(std::string_view type);   // Duration, Struct …: their JSON is not their fields

std::string snake_case(std::string_view camel);

// yaml/unknown-field and yaml/wrong-type below `root`.
void check_message(const yaml::NodePtr& root, std::string_view message, std::vector<yaml::Issue>& issues);

}  // namespace weft::flyte
