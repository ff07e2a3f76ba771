#include "ui/bridge/run_json.h"

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

std::vector<run::Datum> params_of(const nlohmann::json& params) {
    std::vector<run::Datum> out;
    if (params.is_object())
        for (const auto& [key, value] : params.items()) out.push_back({key, value.is_string() ? value.get<std::string>() : value.dump()});
    if (params.is_array())
        for (const nlohmann::json& item : params)
            if (item.is_object()) out.push_back({text_in(item, "key"), text_in(item, "value")});
    return out;
}

}  // namespace

nlohmann::json parse_line(const QByteArray& line) { return nlohmann::json::parse(line.constBegin(), line.constEnd(), nullptr, false); }

run::RunRecord record_of(const nlohmann::json& object) {
    run::RunRecord record;
    if (!object.is_object()) return record;
    record.run = text_in(object, "run");
    record.number = number_in(object, "number");
    record.flow = text_in(object, "flow");
    record.flow_key = text_in(object, "flow_key");
    record.file = text_in(object, "file");
    record.target = text_in(object, "target");
    record.flow_text = text_in(object, "flow_text");
    record.flow_index = std::size_t(number_in(object, "flow_index"));
    if (const auto params = object.find("params"); params != object.end()) record.params = params_of(*params);
    record.created_ms = number_in(object, "created_ms");
    record.ended_ms = number_in(object, "ended_ms");
    record.outcome = text_in(object, "outcome");
    record.cause = text_in(object, "cause");
    record.sentence = text_in(object, "sentence");
    return record;
}

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
