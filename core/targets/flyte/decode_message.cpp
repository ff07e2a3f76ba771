// Wire bytes -> proto-JSON by the table of messages. Bytes come from strangers: depth, number of values and the size of the text are limited.
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <map>

#include <fmt/format.h>

#include "core/targets/flyte/decode.h"
#include "core/targets/flyte/messages.h"
#include "core/targets/flyte/wire.h"
#include "core/yaml/emit.h"

namespace weft::flyte {
namespace {

constexpr int most_depth = 100;
constexpr std::size_t most_text = 64u << 20, most_values = 2'000'000;

bool is_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        const int more = c < 0x80 ? 0 : c >= 0xC2 && c < 0xE0 ? 1 : c >= 0xE0 && c < 0xF0 ? 2 : c >= 0xF0 && c < 0xF5 ? 3 : -1;
        if (more < 0 || i + std::size_t(more) >= text.size() + (more == 0 ? 1 : 0)) return false;
        for (int k = 1; k <= more; ++k)
            if ((static_cast<unsigned char>(text[i + std::size_t(k)]) & 0xC0) != 0x80) return false;
        i += std::size_t(more) + 1;
    }
    return true;
}

std::string base64(std::string_view bytes) {
    static constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        const std::size_t here = std::min<std::size_t>(3, bytes.size() - i);
        for (std::size_t k = 0; k < 3; ++k) group = group << 8 | (k < here ? static_cast<unsigned char>(bytes[i + k]) : 0u);
        for (std::size_t k = 0; k < 4; ++k) out += k <= here ? digits[group >> (18 - 6 * k) & 63] : '=';
    }
    return out;
}

std::string number_text(double value) {
    if (std::isnan(value)) return "\"NaN\"";
    if (std::isinf(value)) return value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
    return fmt::format("{}", value);
}

std::string fraction(std::int64_t nanos) {
    if (nanos == 0) return {};
    std::string digits = fmt::format("{:09}", nanos < 0 ? -nanos : nanos);
    while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
    return "." + digits;
}

struct Decoder {
    std::size_t values = 0, size = 0;
    bool failed = false, too_large = false;

    std::string refuse() {
        failed = true;
        return {};
    }
    std::string counted(std::string text) {
        size += text.size();
        if (++values > most_values || size > most_text) too_large = failed = true;
        return text;
    }

    std::string scalar(const WireField& field, std::string_view type) {
        const bool bytes = type == "s" || type == "y";
        if (bytes != (field.type == 2)) return refuse();
        if (type == "s") return is_utf8(field.bytes) ? yaml::json_string(field.bytes) : refuse();
        if (type == "y") return '"' + base64(field.bytes) + '"';
        if (type == "b") return field.value ? "true" : "false";
        if (type == "d") return field.type == 1 ? number_text(std::bit_cast<double>(field.value)) : refuse();
        if (type == "f") return field.type == 5 ? fmt::format("{}", std::bit_cast<float>(std::uint32_t(field.value))) : refuse();
        if (field.type != 0) return refuse();
        if (type == "l") return '"' + std::to_string(std::int64_t(field.value)) + '"';
        if (type == "i") return std::to_string(std::int32_t(std::uint32_t(field.value)));
        for (const Word& word : words_of(type.substr(2)))
            if (word.number == long(field.value)) return '"' + std::string(word.name) + '"';
        return std::to_string(std::int32_t(std::uint32_t(field.value)));
    }

    std::string value(const WireField& field, std::string_view type, int depth) {
        if (depth > most_depth) return refuse();
        if (type.size() == 1 || type.starts_with("e:")) return counted(scalar(field, type));
        if (field.type != 2) return refuse();
        if (is_wellknown(type)) return counted(wellknown(field.bytes, type, depth));
        return message(field.bytes, type, depth + 1);
    }

    // Entries of a map, and numbers of a message that is known by heart.
    std::map<int, WireField> fields(std::string_view bytes) {
        std::map<int, WireField> out;
        for (WireReader reader(bytes); !reader.done();) {
            const auto field = reader.next();
            if (!field) return refuse(), out;
            out[field->number] = *field;
        }
        return out;
    }

    std::string wellknown(std::string_view bytes, std::string_view type, int depth) {
        if (type == "Struct" || type == "ListValue") return type == "Struct" ? structure(bytes, depth) : list(bytes, depth);
        const std::map<int, WireField> all = fields(bytes);
        const auto number = [&](int n) { return all.count(n) ? std::int64_t(all.at(n).value) : 0; };
        if (type == "BoolValue") return number(1) ? "true" : "false";
        if (type == "Duration") return fmt::format("\"{}{}{}s\"", number(1) == 0 && number(2) < 0 ? "-" : "", number(1), fraction(number(2)));
        if (type == "Timestamp") return timestamp(number(1), number(2));
        if (type == "Any") return "{\"@type\":" + yaml::json_string(all.count(1) ? all.at(1).bytes : std::string_view()) + "}";
        return json_value(bytes, depth);
    }

    std::string timestamp(std::int64_t seconds, std::int64_t nanos) {
        const std::time_t when = seconds;
        std::tm parts{};
        if (seconds < -62'135'596'800 || seconds > 253'402'300'799 || !gmtime_r(&when, &parts)) return refuse();
        return fmt::format("\"{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}Z\"", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec, fraction(nanos));
    }

    std::string json_value(std::string_view bytes, int depth) {
        if (depth > most_depth) return refuse();
        std::string out = "null";
        for (WireReader reader(bytes); !reader.done();) {
            const auto field = reader.next();
            if (!field) return refuse();
            if (field->number == 1) out = "null";
            if (field->number == 2) out = scalar(*field, "d");
            if (field->number == 3) out = scalar(*field, "s");
            if (field->number == 4) out = scalar(*field, "b");
            if (field->number == 5) out = field->type == 2 ? structure(field->bytes, depth + 1) : refuse();
            if (field->number == 6) out = field->type == 2 ? list(field->bytes, depth + 1) : refuse();
        }
        return counted(std::move(out));
    }

    std::string structure(std::string_view bytes, int depth) { return map_of(bytes, 1, "Value", depth); }

    std::string list(std::string_view bytes, int depth) {
        std::string out = "[";
        for (WireReader reader(bytes); !reader.done();) {
            const auto field = reader.next();
            if (!field || field->type != 2) return refuse();
            out += (out.size() > 1 ? "," : "") + json_value(field->bytes, depth + 1);
        }
        return out + "]";
    }

    std::string entry(std::string_view bytes, std::string_view type, int depth) {
        const std::map<int, WireField> all = fields(bytes);
        const std::string key = all.count(1) ? scalar(all.at(1), "s") : "\"\"";
        WireField none;
        none.type = type.size() > 1 && !type.starts_with("e:") ? 2 : type == "s" || type == "y" ? 2 : 0;
        return key + ":" + value(all.count(2) ? all.at(2) : none, type, depth + 1);
    }

    std::string map_of(std::string_view bytes, int number, std::string_view type, int depth) {
        std::string out = "{";
        for (WireReader reader(bytes); !reader.done();) {
            const auto field = reader.next();
            if (!field || (field->number == number && field->type != 2)) return refuse();
            if (field->number == number) out += (out.size() > 1 ? "," : "") + entry(field->bytes, type, depth);
        }
        return out + "}";
    }

    // Repeated numbers may stand packed in one field.
    void packed(std::string_view bytes, std::string_view type, std::string& out, int depth) {
        for (std::size_t at = 0; at < bytes.size();) {
            const auto number = read_varint(bytes, at);
            if (!number) return void(refuse());
            out += (out.empty() ? "" : ",") + value({0, 0, *number, {}}, type, depth);
        }
    }

    std::string message(std::string_view bytes, std::string_view name, int depth) {
        if (depth > most_depth) return refuse();
        const std::vector<Field>& known = fields_of(name);
        std::vector<std::string> texts(known.size());
        std::vector<bool> seen(known.size(), false);
        for (WireReader reader(bytes); !reader.done() && !failed;) {
            const auto field = reader.next();
            if (!field) return refuse();
            const auto found = std::find_if(known.begin(), known.end(), [&](const Field& f) { return f.number == field->number; });
            if (found == known.end()) continue;
            std::string& text = texts[std::size_t(found - known.begin())];
            seen[std::size_t(found - known.begin())] = true;
            const std::string_view type = found->type;
            if (type.front() == '{') {
                if (field->type != 2) return refuse();
                text += (text.empty() ? "" : ",") + entry(field->bytes, type.substr(1, type.size() - 2), depth);
            } else if (type.front() == '[') {
                const std::string_view inner = type.substr(1, type.size() - 2);
                const bool numbers = inner.starts_with("e:") || inner == "i" || inner == "l" || inner == "b";
                if (numbers && field->type == 2) packed(field->bytes, inner, text, depth);
                else text += (text.empty() ? "" : ",") + value(*field, inner, depth);
            } else {
                text = value(*field, type, depth);   // the last one counts
            }
        }
        std::string out = "{";
        for (std::size_t i = 0; i < known.size(); ++i) {
            if (!seen[i]) continue;
            out += (out.size() > 1 ? "," : "") + ('"' + std::string(known[i].name) + "\":");
            const char open = known[i].type.front();
            out += open == '[' ? "[" + texts[i] + "]" : open == '{' ? "{" + texts[i] + "}" : texts[i];
        }
        return counted(out + "}");
    }
};

}  // namespace

Result<std::string> decode_message(std::string_view bytes, std::string_view message) {
    Decoder decoder;
    std::string out = decoder.message(bytes, message, 0);
    if (decoder.too_large) return fail({WEFT_TR("core", "the message holds more than %1 values or %2 MB of text"), {std::to_string(most_values), std::to_string(most_text >> 20)}});
    if (decoder.failed) return fail({WEFT_TR("core", "these bytes are no %1 of Flyte, or are cut off"), {std::string(message)}});
    return out;
}

}  // namespace weft::flyte
