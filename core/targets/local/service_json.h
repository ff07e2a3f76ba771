// Reading a request: what is missing or of another kind is as if it were not there.
#pragma once

#include <cstdint>
#include <string>

#include <nlohmann/json.hpp>

namespace weft::local {

inline std::string text_of(const nlohmann::json& object, const char* key) {
    const auto it = object.find(key);
    return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

inline std::int64_t number_of(const nlohmann::json& object, const char* key, std::int64_t absent = 0) {
    const auto it = object.find(key);
    return it != object.end() && it->is_number() ? it->get<std::int64_t>() : absent;
}

inline bool flag_of(const nlohmann::json& object, const char* key, bool absent) {
    const auto it = object.find(key);
    return it != object.end() && it->is_boolean() ? it->get<bool>() : absent;
}

}  // namespace weft::local
