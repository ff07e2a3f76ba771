#include "ui/bridge/run_json.h"

#include <nlohmann/json.hpp>

namespace weft::ui {

namespace {

std::string text_in(const nlohmann::json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::int64_t number_in(const nlohmann::json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_number() ? found->get<std::int64_t>() : 0;
}

}  // namespace

std::vector<run::Event> events_of(const nlohmann::json& list) {
    std::vector<run::Event> events;
    if (!list.is_array()) return events;
    for (const nlohmann::json& item : list)
        if (Result<run::Event> event = run::event_from_json(item.is_string() ? item.get<std::string>() : item.dump())) events.push_back(std::move(*event));
    return events;
}

std::string error_text(const nlohmann::json& error) {
    if (error.is_string()) return error.get<std::string>();
    if (!error.is_object()) return error.dump();
    const std::int64_t line = number_in(error, "line");
    const std::string message = text_in(error, "message");
    return line > 0 ? std::to_string(line) + ":" + std::to_string(number_in(error, "column")) + ": " + message : message;
}

nlohmann::json params_json(const std::vector<run::Datum>& params) {
    nlohmann::json object = nlohmann::json::object();
    for (const run::Datum& param : params) object[param.key] = param.value;
    return object;
}

}  // namespace weft::ui
