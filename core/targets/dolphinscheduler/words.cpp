#include "core/targets/dolphinscheduler/words.h"

#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "core/model/graph.h"
#include "core/yaml/tree.h"

namespace weft::dolphin {
namespace {

bool ends_with_program(const std::string& word, std::string_view program) {
    const std::string name = word.substr(word.find_last_of('/') + 1);
    return name.starts_with(program);
}

std::optional<double> number_in(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty() || value < 0) return std::nullopt;
    return value;
}

struct Unit { std::string_view word; double bytes; };
constexpr Unit units[] = {{"Ki", 1024.0},      {"Mi", 1048576.0},      {"Gi", 1073741824.0}, {"Ti", 1099511627776.0}, {"k", 1e3},
                          {"M", 1e6},          {"G", 1e9},             {"T", 1e12},          {"m", 1e-3},             {"", 1.0}};

}  // namespace

std::string type_of(const Definition& definition) {
    switch (definition.kind) {
        case DefinitionKind::container: return "K8S";
        case DefinitionKind::script: return !definition.command.empty() && ends_with_program(definition.command[0].text, "python") ? "PYTHON" : "SHELL";
        case DefinitionKind::http: return "HTTP";
        case DefinitionKind::flow:
        case DefinitionKind::reference:
        case DefinitionKind::other: return definition.detail.substr(0, definition.detail.find(' '));
        case DefinitionKind::wait:
        case DefinitionKind::resource:
        case DefinitionKind::none: break;
    }
    return {};
}

bool is_type(const Task& task, std::string_view type) { return task.own && type_of(*task.own) == type; }

bool is_sub_flow(std::string_view type) { return type == "SUB_PROCESS" || type == "SUB_WORKFLOW"; }

ValueType type_of_property(std::string_view word) {
    if (word == "VARCHAR" || word.empty()) return ValueType::string;
    if (word == "INTEGER" || word == "LONG") return ValueType::integer;
    if (word == "FLOAT" || word == "DOUBLE") return ValueType::number;
    if (word == "BOOLEAN") return ValueType::boolean;
    if (word == "LIST") return ValueType::list;
    if (word == "FILE") return ValueType::file;
    return ValueType::any;
}

const char* property_type(ValueType type) {
    switch (type) {
        case ValueType::integer: return "INTEGER";
        case ValueType::number: return "DOUBLE";
        case ValueType::boolean: return "BOOLEAN";
        case ValueType::list: return "LIST";
        case ValueType::file: return "FILE";
        case ValueType::any:
        case ValueType::string:
        case ValueType::map: break;
    }
    return "VARCHAR";
}

bool is_plain_of(ValueType type, const std::string& text) {
    const yaml::ScalarType is = text.empty() ? yaml::ScalarType::string : yaml::type_of(*yaml::make_plain(text));
    if (type == ValueType::integer) return is == yaml::ScalarType::integer;
    if (type == ValueType::number) return is == yaml::ScalarType::integer || is == yaml::ScalarType::real;
    return type == ValueType::boolean && is == yaml::ScalarType::boolean;
}

const char* property_type_of(const Value& value) {
    if (value.source != Source::literal || !value.plain) return "VARCHAR";
    for (const ValueType type : {ValueType::integer, ValueType::number, ValueType::boolean})
        if (is_plain_of(type, value.text)) return property_type(type);
    return "VARCHAR";
}

std::string variable_in(std::string_view text) {
    if (!text.starts_with("${") || !text.ends_with('}') || text.find('}') != text.size() - 1) return {};
    const std::string name(text.substr(2, text.size() - 3));
    return name.starts_with("system.") || name.find('$') != std::string::npos ? std::string() : name;
}

std::optional<std::string> spelled(const Value& value) {
    switch (value.source) {
        case Source::literal: return value.text;
        case Source::param:
        case Source::output: return "${" + value.name + "}";
        case Source::item:
        case Source::status:
        case Source::secret:
        case Source::text: break;
    }
    return std::nullopt;
}

std::string minutes_text(std::string_view number) { return number.empty() || number == "0" ? std::string() : std::string(number) + "m"; }

Result<long> minutes_of(const std::string& text, bool up) {
    if (text.empty()) return 0L;
    const Result<double> seconds = parse_duration(text);
    if (!seconds) return tl::unexpected(seconds.error());
    const double minutes = *seconds / 60;
    if (up) return long(std::ceil(minutes - 1e-9));
    if (std::abs(minutes - std::round(minutes)) > 1e-9) return fail(Message{WEFT_TR("core", "DolphinScheduler counts in whole minutes, \"%1\" is none"), {text}});
    return std::lround(minutes);
}

Result<double> cores_of(const std::string& text) {
    const bool milli = text.ends_with('m');
    const std::optional<double> number = number_in(milli ? std::string_view(text).substr(0, text.size() - 1) : std::string_view(text));
    if (!number) return fail(Message{WEFT_TR("core", "\"%1\" is no number of cores"), {text}});
    return milli ? *number / 1000 : *number;
}

Result<double> mebibytes_of(const std::string& text) {
    for (const Unit& unit : units) {
        if (!text.ends_with(unit.word)) continue;
        if (const std::optional<double> number = number_in(std::string_view(text).substr(0, text.size() - unit.word.size()))) return *number * unit.bytes / 1048576.0;
    }
    return fail(Message{WEFT_TR("core", "\"%1\" is no size of memory"), {text}});
}

std::string number_text(double value) {
    if (value == std::floor(value) && std::abs(value) < 1e15) return std::to_string((long long)(value));
    return fmt::format("{}", value);
}

}  // namespace weft::dolphin
