// The runner's JSON lines <-> values, for the GUI's end of the socket. Total: what is missing or of another type is a default.
#pragma once

#include <QByteArray>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/run/store.h"

namespace weft::ui {

nlohmann::json parse_line(const QByteArray& line);                    // discarded value when it is no JSON
run::RunRecord record_of(const nlohmann::json& object);
std::vector<run::Event> events_of(const nlohmann::json& list);
std::string error_text(const nlohmann::json& error);
nlohmann::json params_json(const std::vector<run::Datum>& params);

}  // namespace weft::ui
