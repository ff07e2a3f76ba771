// What core's run/protocol.h leaves to the GUI's end of the socket. Total: what is missing or of another type is a default.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "core/run/store.h"

namespace weft::ui {

std::vector<run::Event> events_of(const nlohmann::json& list);
std::string error_text(const nlohmann::json& error);
nlohmann::json params_json(const std::vector<run::Datum>& params);

}  // namespace weft::ui
