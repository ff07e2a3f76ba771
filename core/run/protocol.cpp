#include "core/run/protocol.h"

#include <nlohmann/json.hpp>

namespace weft::run {

using nlohmann::json;

namespace {

std::string text(const json& object, const char* key) {
    const auto it = object.find(key);
    return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

std::int64_t number(const json& object, const char* key) {
    const auto it = object.find(key);
    return it != object.end() && it->is_number() ? it->get<std::int64_t>() : 0;
}

}  // namespace

json record_json(const RunRecord& record, bool with_text) {
    json params = json::array();
    for (const Datum& param : record.params) params.push_back({{"name", param.key}, {"value", param.value}});
    json out = {{"run", record.run}, {"number", record.number}, {"flow", record.flow}, {"flow_key", record.flow_key}, {"file", record.file}, {"target", record.target},
                {"flow_index", record.flow_index}, {"params", std::move(params)}, {"created_ms", record.created_ms}, {"ended_ms", record.ended_ms},
                {"outcome", record.outcome}, {"cause", record.cause}, {"sentence", record.sentence}};
    if (with_text) out["flow_text"] = record.flow_text;
    return out;
}

RunRecord record_from_json(const json& object) {
    RunRecord record;
    if (!object.is_object()) return record;
    record.run = text(object, "run"), record.number = number(object, "number"), record.flow = text(object, "flow"), record.flow_key = text(object, "flow_key");
    record.file = text(object, "file"), record.target = text(object, "target"), record.flow_text = text(object, "flow_text");
    record.flow_index = std::size_t(std::max<std::int64_t>(0, number(object, "flow_index")));
    record.created_ms = number(object, "created_ms"), record.ended_ms = number(object, "ended_ms");
    record.outcome = text(object, "outcome"), record.cause = text(object, "cause"), record.sentence = text(object, "sentence");
    if (const auto it = object.find("params"); it != object.end() && it->is_array())
        for (const json& param : *it)
            if (param.is_object()) record.params.push_back({text(param, "name"), text(param, "value")});
    return record;
}

std::string line_of(const json& object) { return object.dump(-1, ' ', false, json::error_handler_t::replace); }

json parse_object(std::string_view line) {
    bool deep = false;
    json object = json::parse(line, [&](int depth, json::parse_event_t, json&) { return !(deep = deep || depth > 64); }, false);
    return object.is_object() && !deep ? object : json();
}

}  // namespace weft::run
