#include "core/run/json_text.h"

#include <algorithm>
#include <charconv>

#include <nlohmann/json.hpp>

namespace weft::run {

namespace {

bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x80 && c != '"' && c != '\\'; }

void append_pair(std::string& out, const Datum& datum, char between) {
    append_json(out, datum.key);
    out += between;
    append_json(out, datum.value);
}

// An object reads best; a repeated key needs the list of pairs.
bool has_unique_keys(const std::vector<Datum>& data) {
    for (std::size_t i = 1; i < data.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (data[i].key == data[j].key) return false;
    return true;
}

void append_pairs(std::string& out, const std::vector<Datum>& data) {
    out += '[';
    for (const Datum& datum : data) {
        if (&datum != &data.front()) out += ',';
        out += '[';
        append_pair(out, datum, ',');
        out += ']';
    }
    out += ']';
}

void append_data(std::string& out, const std::vector<Datum>& data) {
    if (data.size() > 64 || !has_unique_keys(data)) return append_pairs(out, data);   // looking at every pair of keys: not for a long list
    out += '{';
    for (const Datum& datum : data) {
        if (&datum != &data.front()) out += ',';
        append_pair(out, datum, ':');
    }
    out += '}';
}

// The text as pairs_to_text() writes it, when nothing in it is escaped. False: somebody else has to read it.
bool read_plain_pairs(std::string_view text, std::vector<Datum>* data) {
    if (text.find('\\') != std::string_view::npos || !text.starts_with('[') || !text.ends_with(']')) return false;
    const auto take = [&](std::string_view expected) {
        if (!text.starts_with(expected)) return false;
        text.remove_prefix(expected.size());
        return true;
    };
    const auto word = [&](std::string* out) {
        const std::size_t end = text.find('"');
        if (end == std::string_view::npos) return false;
        out->assign(text.substr(0, end));
        text.remove_prefix(end + 1);
        return true;
    };
    take("[");
    while (text != "]") {
        Datum datum;
        if (!data->empty() && !take(",")) return false;
        if (!take("[\"") || !word(&datum.key) || !take(",\"") || !word(&datum.value) || !take("]")) return false;
        data->push_back(std::move(datum));
    }
    return true;
}

}  // namespace

void append_json(std::string& out, std::string_view text) {
    if (!std::all_of(text.begin(), text.end(), is_plain)) {
        out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        return;
    }
    out += '"';
    out += text;
    out += '"';
}

void append_json(std::string& out, std::int64_t number) {
    char digits[24];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

void append_json(std::string& out, const Event& event) {
    const auto text = [&](std::string_view name, std::string_view value) { out += name, append_json(out, value); };
    const auto number = [&](std::string_view name, std::int64_t value) { out += name, append_json(out, value); };
    text("{\"run\":", event.run);
    number(",\"epoch\":", event.epoch);
    number(",\"seq\":", event.seq);
    text(",\"path\":", event.path);
    number(",\"attempt\":", event.attempt);
    text(",\"kind\":", kind_name(event.kind));
    number(",\"time\":", event.time_ms);
    out += ",\"data\":";
    append_data(out, event.data);
    out += '}';
}

std::string pairs_to_text(const std::vector<Datum>& data) {
    std::string out;
    append_pairs(out, data);
    return out;
}

std::vector<Datum> pairs_from_text(std::string_view text) {
    std::vector<Datum> data;
    if (read_plain_pairs(text, &data)) return data;
    data.clear();
    const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_array()) return data;
    for (const auto& pair : json)
        if (pair.is_array() && pair.size() == 2 && pair[0].is_string() && pair[1].is_string()) data.push_back({pair[0].get<std::string>(), pair[1].get<std::string>()});
    return data;
}

}  // namespace weft::run
