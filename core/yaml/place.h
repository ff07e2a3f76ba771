// A node of the document with its way from the root, so that a reader can look down and say where it stands. Total: what is missing is an empty Place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/yaml/tree.h"

namespace weft::yaml {

struct Place {
    NodePtr node;             // alias followed; null when missing or null in the file
    std::string path;         // for with_path; holds '?' where a key holds '/', which a path cannot say
    std::size_t document = 0;

    explicit operator bool() const { return node != nullptr; }
    bool is_map() const { return node && node->is_map(); }
    bool is_sequence() const { return node && node->is_sequence(); }
    bool is_scalar() const { return node && node->is_scalar(); }
    bool addressable() const { return path.find('?') == std::string::npos; }

    Place at(std::string_view key) const;
    Place down(std::string_view keys) const;       // "spec/flows"
    Place item(std::size_t index) const;
    std::vector<Place> items() const;              // of a sequence; empty otherwise
    std::string text() const { return is_scalar() ? node->text : std::string(); }
    std::string text_at(std::string_view key) const { return at(key).text(); }
    bool has(std::string_view key) const { return bool(at(key)); }
    bool is_true(std::string_view key) const { return text_at(key) == "true"; }
};

}  // namespace weft::yaml
