// A node of the document with its way from the root, so that a reader can look down and say where it stands. Total: what is missing is an empty Place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/yaml/tree.h"

namespace weft::argo {

struct Place {
    yaml::NodePtr node;   // alias followed; null when missing
    std::string path;     // for yaml::with_path; holds '?' where a key holds '/', which a path cannot say

    explicit operator bool() const { return node != nullptr; }
    bool is_map() const { return node && node->is_map(); }
    bool is_sequence() const { return node && node->is_sequence(); }
    bool is_scalar() const { return node && node->is_scalar(); }
    bool addressable() const { return path.find('?') == std::string::npos; }

    Place at(std::string_view key) const;
    Place item(std::size_t index) const;
    std::vector<Place> items() const;              // of a sequence; empty otherwise
    std::string text() const;                      // of a scalar; "" otherwise
    std::string text_at(std::string_view key) const { return at(key).text(); }
    bool has(std::string_view key) const { return bool(at(key)); }
    bool is_true(std::string_view key) const { return text_at(key) == "true"; }
};

std::string child_path(const std::string& path, std::string_view key);

}  // namespace weft::argo
