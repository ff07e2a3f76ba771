#include "core/targets/metaflow/arguments.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

#include "core/lint/quantity.h"
#include "core/model/graph.h"

namespace weft::metaflow {
namespace {

std::string decimal(double value) {
    char buffer[64];
    const auto [end, problem] = std::to_chars(buffer, buffer + sizeof buffer, value);   // the shortest that reads back
    return problem == std::errc() ? std::string(buffer, end) : std::string();
}

bool is_number(const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789.") == std::string::npos && std::count(text.begin(), text.end(), '.') <= 1 && text != ".";
}

constexpr std::string_view keywords[] = {"False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except", "finally",
                                         "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield"};

}  // namespace

const std::vector<QuantityArgument>& quantity_arguments() {
    static const std::vector<QuantityArgument> all{
        {"cpu", "cpu", &Environment::cpu, Unit::cores},           {"memory", "memory", &Environment::memory, Unit::megabytes},
        {"disk", "disk", &Environment::disk, Unit::megabytes},    {"gpu", "gpu", &Environment::gpu, Unit::count},
        {"shared_memory", "shared_memory", &Environment::shared_memory, Unit::megabytes},
    };
    return all;
}

const std::vector<TextArgument>& text_arguments() {
    static const std::vector<TextArgument> all{
        {"image", "image", &Environment::image},
        {"image_pull_policy", "pull_policy", &Environment::pull_policy},
        {"service_account", "service_account", &Environment::service_account},
    };
    return all;
}

std::optional<std::string> number_of(const std::string& quantity, Unit unit) {
    if (unit == Unit::count) return is_number(quantity) && quantity.find('.') == std::string::npos ? std::optional(quantity) : std::nullopt;
    const std::optional<lint::Quantity> parsed = lint::parse_quantity(quantity);
    if (!parsed || !std::isfinite(parsed->value) || parsed->value < 0 || parsed->value > 1e18) return std::nullopt;
    if (unit == Unit::cores) return decimal(parsed->value);
    const double megabytes = parsed->value / 1e6;
    const double near = std::round(megabytes);
    return decimal(std::fabs(megabytes - near) < 1e-9 * std::max(1.0, near) ? near : std::ceil(megabytes));
}

std::string quantity_of(const std::string& number, Unit unit) { return unit == Unit::megabytes && is_number(number) ? number + "M" : number; }

std::string settled_quantity(const std::string& quantity, Unit unit) {
    const std::optional<std::string> number = number_of(quantity, unit);
    return number ? quantity_of(*number, unit) : quantity;
}

std::optional<long> seconds_of(const std::string& duration) {
    if (duration.empty()) return std::nullopt;
    const Result<double> seconds = parse_duration(duration);
    if (!seconds || *seconds > 1e15) return std::nullopt;
    return long(std::ceil(*seconds));
}

std::string duration_of(long seconds) {
    if (seconds >= 3600 && seconds % 3600 == 0) return std::to_string(seconds / 3600) + "h";
    if (seconds >= 60 && seconds % 60 == 0) return std::to_string(seconds / 60) + "m";
    return std::to_string(seconds) + "s";
}

std::string quoted_with(const std::string& text, char quote) {
    std::string out(1, quote);
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == quote || c == '\\') (out += '\\') += c;
        else if (c == '\n') out += "\\n";
        else if (c == '\t') out += "\\t";
        else if (c == '\r') out += "\\r";
        else if (byte < 0x20 || byte == 0x7F) {
            constexpr char digits[] = "0123456789abcdef";
            ((out += "\\x") += digits[byte >> 4]) += digits[byte & 15];
        } else out += c;
    }
    return out + quote;
}

std::string quoted(const std::string& text) {
    const bool single = text.find('"') != std::string::npos && text.find('\'') == std::string::npos;
    return quoted_with(text, single ? '\'' : '"');
}

bool is_identifier(const std::string& name) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    if (name.empty() || !letter(name.front())) return false;
    if (!std::all_of(name.begin(), name.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9'); })) return false;
    return std::find(std::begin(keywords), std::end(keywords), name) == std::end(keywords);
}

}  // namespace weft::metaflow
