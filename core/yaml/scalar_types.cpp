#include "core/yaml/scalar_types.h"

#include <algorithm>
#include <array>

namespace weft::yaml {

namespace {

// A cursor over one scalar; every helper consumes what it matched.
struct Scan {
    std::string_view rest;
    bool done() const { return rest.empty(); }
    bool take(std::string_view any) {
        if (rest.empty() || any.find(rest.front()) == any.npos) return false;
        rest.remove_prefix(1);
        return true;
    }
    int run(std::string_view any) {
        int count = 0;
        while (take(any)) ++count;
        return count;
    }
    bool word(std::string_view text) {
        if (rest.substr(0, text.size()) != text) return false;
        rest.remove_prefix(text.size());
        return true;
    }
};

constexpr std::string_view digits = "0123456789";

bool one_of(std::string_view text, std::initializer_list<std::string_view> words) { return std::find(words.begin(), words.end(), text) != words.end(); }

bool is_null_word(std::string_view text) { return one_of(text, {"", "~", "null", "Null", "NULL"}); }
bool is_bool_word(std::string_view text) { return one_of(text, {"true", "True", "TRUE", "false", "False", "FALSE"}); }
bool is_old_bool_word(std::string_view text) {
    return one_of(text, {"y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF"});
}

bool is_core_integer(std::string_view text) {
    Scan scan{text};
    if (scan.word("0o")) return scan.run("01234567") > 0 && scan.done();
    if (scan.word("0x")) return scan.run("0123456789abcdefABCDEF") > 0 && scan.done();
    scan.take("+-");
    return scan.run(digits) > 0 && scan.done();
}

bool is_core_real(std::string_view text) {
    if (one_of(text, {".nan", ".NaN", ".NAN"})) return true;
    Scan scan{text};
    scan.take("+-");
    if (one_of(scan.rest, {".inf", ".Inf", ".INF"})) return true;
    const int before = scan.run(digits);
    const int after = scan.take(".") ? scan.run(digits) : 0;
    if (before + after == 0) return false;
    if (scan.take("eE")) {
        scan.take("+-");
        if (scan.run(digits) == 0) return false;
    }
    return scan.done();
}

// YAML 1.1: underscores, 0b, sexagesimal 1:30, 0755.
bool is_old_number(std::string_view text) {
    Scan scan{text};
    scan.take("+-");
    if (scan.word("0b") || scan.word("0B")) return scan.run("01_") > 0 && scan.done();
    if (scan.word("0x") || scan.word("0X")) return scan.run("0123456789abcdefABCDEF_") > 0 && scan.done();
    if (scan.word("0o") || scan.word("0O")) return scan.run("01234567_") > 0 && scan.done();
    const bool leading_digit = !scan.done() && digits.find(scan.rest.front()) != digits.npos;
    if (!leading_digit && (scan.rest.size() < 2 || scan.rest[0] != '.' || digits.find(scan.rest[1]) == digits.npos)) return false;
    scan.run("0123456789_");
    while (scan.take(":"))
        if (scan.run(digits) == 0) return false;
    if (scan.take(".")) scan.run("0123456789_");
    if (scan.take("eE")) {
        scan.take("+-");
        if (scan.run("0123456789_") == 0) return false;
    }
    return scan.done();
}

bool is_timestamp(std::string_view text) {  // 2024-01-31, with or without a time behind it
    Scan scan{text};
    if (scan.run(digits) != 4 || !scan.take("-")) return false;
    const int month = scan.run(digits);
    if (month < 1 || month > 2 || !scan.take("-")) return false;
    const int day = scan.run(digits);
    if (day < 1 || day > 2) return false;
    return scan.done() || (scan.take("Tt \t") && scan.run(" 0123456789:.+-Zz\t") > 0 && scan.done());
}

}  // namespace

ScalarType core_type(std::string_view plain) {
    if (is_null_word(plain)) return ScalarType::null;
    if (is_bool_word(plain)) return ScalarType::boolean;
    if (is_core_integer(plain)) return ScalarType::integer;
    return is_core_real(plain) ? ScalarType::real : ScalarType::string;
}

bool special_in_any_version(std::string_view plain) {
    if (core_type(plain) != ScalarType::string || is_old_bool_word(plain)) return true;
    return one_of(plain, {"<<", "="}) || is_old_number(plain) || is_timestamp(plain);
}

}  // namespace weft::yaml
