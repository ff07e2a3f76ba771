#include "core/run/event.h"

#include <array>
#include <limits>

#include <nlohmann/json.hpp>

#include "core/run/json_text.h"

namespace weft::run {

namespace {

using Json = nlohmann::ordered_json;      // a stranger's object keeps its order

struct KindName { EventKind kind; const char* name; };
constexpr std::array<KindName, 19> kinds{{
    {EventKind::created, "created"},
    {EventKind::ready, "ready"},
    {EventKind::starting, "starting"},
    {EventKind::started, "started"},
    {EventKind::output, "output"},
    {EventKind::ended, "ended"},
    {EventKind::skipped, "skipped"},
    {EventKind::retry_at, "retry-at"},
    {EventKind::suspended, "suspended"},
    {EventKind::resumed, "resumed"},
    {EventKind::expanded, "expanded"},
    {EventKind::handler_triggered, "handler-triggered"},
    {EventKind::cancel_asked, "cancel-asked"},
    {EventKind::body_ended, "body-ended"},
    {EventKind::contact_lost, "contact-lost"},
    {EventKind::contact_back, "contact-back"},
    {EventKind::engine_says, "engine-says"},
    {EventKind::forced, "forced"},
    {EventKind::run_ended, "run-ended"},
}};

// Scalars only: nothing here may recurse into what a stranger nested.
bool add_datum(const std::string& key, const Json& value, std::vector<Datum>* data) {
    if (value.is_structured()) return false;
    data->push_back({key, value.is_string() ? value.get<std::string>() : value.dump()});
    return true;
}

bool data_from_json(const Json& json, std::vector<Datum>* data) {
    if (json.is_object()) {
        for (const auto& [key, value] : json.items()) {
            if (!value.is_array()) {
                if (!add_datum(key, value, data)) return false;
                continue;
            }
            for (const Json& each : value)
                if (!add_datum(key, each, data)) return false;
        }
        return true;
    }
    if (!json.is_array()) return false;
    for (const Json& pair : json) {
        if (!pair.is_array() || pair.size() != 2 || !pair[0].is_string()) return false;
        if (!add_datum(pair[0].get<std::string>(), pair[1], data)) return false;
    }
    return true;
}

Result<std::string> text_field(const Json& json, const char* name) {
    const auto it = json.find(name);
    if (it == json.end()) return std::string();
    if (!it->is_string()) return fail({WEFT_TR("core", "event: \"%1\" must be text"), {name}});
    return it->get<std::string>();
}

Result<std::int64_t> number_field(const Json& json, const char* name, std::int64_t absent, std::int64_t highest) {
    const auto it = json.find(name);
    if (it == json.end()) return absent;
    if (!it->is_number_integer()) return fail({WEFT_TR("core", "event: \"%1\" must be a whole number"), {name}});
    const bool huge = it->is_number_unsigned() && it->get<std::uint64_t>() > std::uint64_t(highest);
    const std::int64_t number = huge ? -1 : it->get<std::int64_t>();
    if (number < 0) return fail({WEFT_TR("core", "event: \"%1\" must be between 0 and %2"), {name, std::to_string(highest)}});
    return number;
}

}  // namespace

const std::string& Event::get(std::string_view key) const {
    static const std::string absent;
    for (const Datum& datum : data)
        if (datum.key == key) return datum.value;
    return absent;
}

const char* kind_name(EventKind kind) {
    for (const KindName& each : kinds)
        if (each.kind == kind) return each.name;
    return "";
}

bool parse_kind(std::string_view name, EventKind* kind) {
    for (const KindName& each : kinds) {
        if (name != each.name) continue;
        *kind = each.kind;
        return true;
    }
    return false;
}

std::string to_json(const Event& event) {
    std::string out;
    append_json(out, event);
    return out;
}

Result<Event> event_from_json(std::string_view line) {
    const Json json = Json::parse(line.begin(), line.end(), nullptr, false);
    if (json.is_discarded() || !json.is_object()) return fail(WEFT_TR("core", "event: not a JSON object"));
    constexpr std::int64_t any = std::numeric_limits<std::int64_t>::max(), small = std::numeric_limits<int>::max();
    Event event;
    const auto run = text_field(json, "run"), path = text_field(json, "path"), kind = text_field(json, "kind");
    for (const auto* each : {&run, &path, &kind})
        if (!*each) return tl::unexpected(each->error());
    const auto epoch = number_field(json, "epoch", 1, small), seq = number_field(json, "seq", 0, any);
    const auto attempt = number_field(json, "attempt", 0, small), time = number_field(json, "time", 0, any);
    for (const auto* each : {&epoch, &seq, &attempt, &time})
        if (!*each) return tl::unexpected(each->error());
    if (!parse_kind(*kind, &event.kind)) return fail({WEFT_TR("core", "event: \"%1\" is no kind of event"), {*kind}});
    event.run = *run;
    event.path = *path;
    event.epoch = int(*epoch);
    event.attempt = int(*attempt);
    event.seq = *seq;
    event.time_ms = *time;
    if (const auto data = json.find("data"); data != json.end() && !data_from_json(*data, &event.data))
        return fail(WEFT_TR("core", "event: \"data\" must be an object or a list of pairs, its values text"));
    return event;
}

}  // namespace weft::run
