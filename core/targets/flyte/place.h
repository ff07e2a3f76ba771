// A node of the file with its way from the document's root. A field is found by its camelCase and by its snake_case name: proto-JSON takes both.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/yaml/tree.h"

namespace weft::flyte {

struct Place {
    yaml::NodePtr node;         // alias followed; null when missing
    std::string path;           // for yaml::with_path
    std::size_t document = 0;

    explicit operator bool() const { return node != nullptr; }
    bool is_map() const { return node && node->is_map(); }
    bool is_sequence() const { return node && node->is_sequence(); }
    bool is_scalar() const { return node && node->is_scalar(); }
    bool addressable() const { return path.find('?') == std::string::npos; }

    Place at(std::string_view key) const;
    Place below(std::string_view keys) const;      // "spec/template"
    Place item(std::size_t index) const;
    std::vector<Place> items() const;              // of a sequence
    std::vector<std::pair<std::string, Place>> entries() const;   // of a map
    std::string text() const;                      // of a scalar; "" otherwise
    std::string text_at(std::string_view key) const { return at(key).text(); }
    bool has(std::string_view key) const { return bool(at(key)); }
    bool is_true(std::string_view key) const { return text_at(key) == "true"; }
};

// The key as the map has it: "taskNode" or "task_node"; camelCase when it has neither, unless the map's other keys are snake_case.
std::string key_of(const yaml::NodePtr& map, std::string_view camel);

}  // namespace weft::flyte
