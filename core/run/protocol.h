// The lines between the runner and its clients, as JSON: shared by both ends (see client.h for the protocol itself).
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "core/run/store.h"

namespace weft::run {

constexpr int protocol_version = 1;

nlohmann::json record_json(const RunRecord& record, bool with_text = false);
RunRecord record_from_json(const nlohmann::json& json);      // what is missing or of another kind stays empty
std::string line_of(const nlohmann::json& json);             // one line; bytes that are no UTF-8 become U+FFFD
nlohmann::json parse_object(std::string_view line);          // null when it is no JSON object, or deeper than 64

}  // namespace weft::run
