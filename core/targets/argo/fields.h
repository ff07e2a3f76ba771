// Which fields Argo Workflows v4.1 knows, object by object: our own table, so that a misspelt field is found (the engine drops it silently).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/yaml/tree.h"

namespace weft::argo {

// "entrypoint:s templates:[Template]": a name, a colon, a type.
//   s string · v any scalar · i integer · n number · b boolean · q integer or string · * anything
//   Name an object of that name · [T] a list of T · {T} a map whose values are T
struct FieldTable {
    std::string_view name;
    std::string_view fields;
};
const std::vector<FieldTable>& argo_field_tables();  // Argo's own objects
const std::vector<FieldTable>& pod_field_tables();   // what Argo takes over from Kubernetes' pod

struct Field {
    std::string_view name;
    std::string_view type;
};
// Empty for an unknown object.
const std::vector<Field>& fields_of(std::string_view object);

// Unknown fields (yaml/unknown-field) and values of another type (yaml/wrong-type) below a document's root of kind `kind`.
void check_fields(const yaml::NodePtr& root, std::string_view kind, std::vector<yaml::Issue>& issues);

// The known word that is nearest to `word`, "" when none is near.
std::string nearest_word(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace weft::argo
