// The tree as JSON. Plain scalars keep their type; what JSON cannot hold (.inf, hexadecimal) becomes a string or a decimal number.
#include <charconv>

#include "core/yaml/emit.h"
#include "core/yaml/writer.h"

namespace weft::yaml {

std::string json_string(std::string_view text) {
    static constexpr std::string_view from = "\"\\\b\f\n\r\t", to = "\"\\bfnrt";
    std::string out = "\"";
    for (const char c : text) {
        if (const std::size_t known = from.find(c); known != from.npos) {
            out += '\\';
            out += to[known];
        } else if (static_cast<unsigned char>(c) < 0x20) {
            char buffer[8];
            std::snprintf(buffer, sizeof buffer, "\\u%04x", c);
            out += buffer;
        } else {
            out += c;
        }
    }
    return out + '"';
}

namespace {

std::string integer(std::string_view text) {
    std::string sign;
    if (text.front() == '+' || text.front() == '-') {
        if (text.front() == '-') sign = "-";
        text.remove_prefix(1);
    }
    const int base = text.substr(0, 2) == "0x" ? 16 : text.substr(0, 2) == "0o" ? 8 : 10;
    if (base != 10) {
        unsigned long long value = 0;
        const auto [end, error] = std::from_chars(text.data() + 2, text.data() + text.size(), value, base);
        return error == std::errc{} && end == text.data() + text.size() ? sign + std::to_string(value) : json_string(text);
    }
    while (text.size() > 1 && text.front() == '0') text.remove_prefix(1);
    return sign + std::string(text);
}

std::string real(std::string_view text) {
    if (text.find_first_of("nNfF") != text.npos) return json_string(text);  // .inf, .nan
    std::string out;
    if (text.front() == '-') out = "-";
    if (text.front() == '+' || text.front() == '-') text.remove_prefix(1);
    const std::size_t exponent = std::min(text.find_first_of("eE"), text.size());
    const std::string_view mantissa = text.substr(0, exponent);
    const std::size_t dot = std::min(mantissa.find('.'), mantissa.size());
    out += integer(dot == 0 ? "0" : mantissa.substr(0, dot));
    if (dot < mantissa.size()) out += "." + (dot + 1 < mantissa.size() ? std::string(mantissa.substr(dot + 1)) : std::string("0"));
    return out + std::string(text.substr(exponent));
}

std::string scalar(const Node& node) {
    switch (type_of(node)) {
    case ScalarType::null: return "null";
    case ScalarType::boolean: return node.text[0] == 't' || node.text[0] == 'T' ? "true" : "false";
    case ScalarType::integer: return integer(node.text);
    case ScalarType::real: return real(node.text);
    case ScalarType::string: break;
    }
    return json_string(node.text);
}

}  // namespace

void emit_json(std::string& out, const Node& node, int column, int indent, const Emit& emit) {
    const Node* value = resolve(&node);
    if (!value || value->kind == Kind::null || value->kind == Kind::scalar) {
        out += value ? scalar(*value) : "null";
        return;
    }
    const bool map = value->kind == Kind::map;
    if (value->items.empty() && value->entries.empty()) {
        out += map ? "{}" : "[]";
        return;
    }
    const int inner = column + indent;
    const auto line = [&](int at) {
        if (indent > 0) out.append(emit.newline).append(std::size_t(at), ' ');
    };
    out += map ? '{' : '[';
    bool first = true;
    const auto comma = [&] {
        if (!first) out += indent > 0 || emit.tight_colon ? "," : ", ";
        first = false;
        line(inner);
    };
    for (const NodePtr& item : value->items) {
        comma();
        emit_json(out, *item, inner, indent, emit);
    }
    for (const Entry& entry : value->entries) {
        comma();
        const Node* key = resolve(entry.key.get());
        out += json_string(key ? key->text : std::string()) + (emit.tight_colon ? ":" : ": ");
        emit_json(out, *entry.value, inner, indent, emit);
    }
    line(column);
    out += map ? '}' : ']';
}

std::string write_json(const NodePtr& root, int indent) {
    std::string out;
    Emit emit;
    emit.tight_colon = indent <= 0;
    emit_json(out, root ? *root : Node(), 0, indent, emit);
    return indent > 0 ? out + "\n" : out;
}

}  // namespace weft::yaml
