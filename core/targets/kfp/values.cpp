#include "core/targets/kfp/values.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "core/yaml/reader.h"

namespace weft::kfp {
namespace {

using yaml::Node;
using yaml::NodePtr;
using yaml::ScalarType;

bool is_plain_value(const Node& node) { return node.style == yaml::Style::plain && yaml::type_of(node) != ScalarType::string; }

void append_json(std::string& out, const Node* given) {
    const Node* node = yaml::resolve(given);
    if (!node || node->kind == yaml::Kind::null) {
        out += "null";
    } else if (node->is_map()) {
        out += '{';
        for (const yaml::Entry& entry : node->entries) {
            if (out.back() != '{') out += ", ";
            out += json_string(entry.key ? entry.key->text : std::string()) + ": ";
            append_json(out, entry.value.get());
        }
        out += '}';
    } else if (node->is_sequence()) {
        out += '[';
        for (const NodePtr& item : node->items) {
            if (out.back() != '[') out += ", ";
            append_json(out, item.get());
        }
        out += ']';
    } else {
        out += is_plain_value(*node) ? node->text : json_string(node->text);
    }
}

// Spans of another text must not meet the patcher.
NodePtr fresh(const NodePtr& from) {
    if (from->is_scalar()) return from->quoted() ? yaml::make_string(from->text) : yaml::make_plain(from->text);
    auto node = std::make_shared<Node>(*from);
    node->span = {};
    node->style = yaml::Style::any;
    for (NodePtr& item : node->items) item = fresh(item);
    for (yaml::Entry& entry : node->entries) entry = {fresh(entry.key), fresh(entry.value)};
    return node;
}

struct TypeName { ValueType type; const char* name; };
constexpr std::array<TypeName, 6> type_names{{{ValueType::string, "STRING"},
                                              {ValueType::integer, "NUMBER_INTEGER"},
                                              {ValueType::number, "NUMBER_DOUBLE"},
                                              {ValueType::boolean, "BOOLEAN"},
                                              {ValueType::list, "LIST"},
                                              {ValueType::map, "STRUCT"}}};

bool is_number(const std::string& text) {
    const ScalarType type = yaml::type_of(*yaml::make_plain(text));
    return !text.empty() && (type == ScalarType::integer || type == ScalarType::real) && text.find_first_not_of("0123456789+-.eE") == std::string::npos;
}

}  // namespace

std::string json_string(std::string_view text) {
    static const char* digits = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') out += '\\', out += c;
        else if (c == '\n') out += "\\n";
        else if (c == '\t') out += "\\t";
        else if (c == '\r') out += "\\r";
        else if (byte < 0x20) out += "\\u00", out += digits[byte >> 4], out += digits[byte & 15];
        else out += c;
    }
    return out + '"';
}

std::string json_text(const Node* node) {
    std::string out;
    append_json(out, node);
    return out;
}

NodePtr node_of_json(const std::string& text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return nullptr;
    if (text[first] != '{' && text[first] != '[') return nullptr;
    const Result<yaml::Stream> read = yaml::read_json(text);
    return read && !read->documents.empty() ? fresh(read->documents.front().root) : nullptr;
}

Value literal_of(const NodePtr& given) {
    Value value;
    const Node* node = yaml::resolve(given.get());
    if (!node) return value;
    if (!node->is_scalar()) {
        value.text = json_text(node);
        value.plain = node->kind == yaml::Kind::null;
        return value;
    }
    value.text = node->text;
    value.plain = is_plain_value(*node);
    return value;
}

NodePtr constant_node(const Value& literal, ValueType type) {
    if (type == ValueType::list || type == ValueType::map)
        if (NodePtr node = node_of_json(literal.text)) return node;
    const bool number = (type == ValueType::integer || type == ValueType::number) && is_number(literal.text);
    const bool boolean = type == ValueType::boolean && (literal.text == "true" || literal.text == "false");
    if (number || boolean || (literal.plain && type != ValueType::string)) return yaml::make_plain(literal.text);
    return yaml::make_string(literal.text);
}

Value optional_without_default() { return Value{Source::literal, "null", {}, {}, true}; }
bool is_optional_without_default(const Parameter& parameter) { return parameter.value && *parameter.value == optional_without_default(); }

ValueType type_of_name(std::string_view name) {
    for (const TypeName& known : type_names)
        if (name == known.name) return known.type;
    if (name == "INT") return ValueType::integer;       // `type`, the deprecated field
    if (name == "DOUBLE") return ValueType::number;
    return ValueType::any;
}

const char* name_of_type(ValueType type) {
    for (const TypeName& known : type_names)
        if (type == known.type) return known.name;
    return "STRING";
}

std::string item_text(const NodePtr& json) {
    const Node* node = yaml::resolve(json.get());
    if (!node || !node->quoted()) return json_text(node);
    const std::string& text = node->text;
    const bool other = text.empty() || text.front() == '"' || text == "true" || text == "false" || text == "null" || is_number(text) || node_of_json(text);
    return other ? json_string(text) : text;
}

NodePtr item_node(const std::string& text) {
    if (NodePtr node = node_of_json(text)) return node;
    if (text == "true" || text == "false" || text == "null" || is_number(text)) return yaml::make_plain(text);
    if (text.size() > 1 && text.front() == '"')
        if (const Result<yaml::Stream> read = yaml::read_json(text); read && !read->documents.empty()) return yaml::make_string(read->documents.front().root->text);
    return yaml::make_string(text);
}

// --- tags ----------------------------------------------------------------------------------------------------------------------------
std::string tag_of(const Value& value, bool artifact) {
    switch (value.source) {
        case Source::param: return (artifact ? "{{inputs.artifacts." : "{{params.") + value.name + "}}";
        case Source::output: return "{{tasks." + value.task + (artifact ? ".outputs.artifacts." : ".outputs.") + value.name + "}}";
        case Source::item: return value.name.empty() ? "{{item}}" : "{{item." + value.name + "}}";
        case Source::text: return value.text.starts_with("{{=") ? value.text : std::string();
        default: return {};
    }
}

std::optional<Value> value_of_tag(const Reference& tag) {
    using Kind = Reference::Kind;
    Value value;
    value.name = tag.name;
    switch (tag.kind) {
        case Kind::param: value.source = Source::param; return value;
        case Kind::item: value.source = Source::item; return value;
        case Kind::output:
            value.source = Source::output;
            value.task = tag.task;
            return value;
        case Kind::workflow:
            if (tag.name.starts_with("parameters.")) return Value{Source::param, {}, {}, tag.name.substr(11)};
            if (tag.name == "status") return Value{Source::status};
            return std::nullopt;
        default: return std::nullopt;
    }
}

namespace {
std::string chain_of(const Value& from) {
    if (from.source == Source::output) return "tasks['" + from.task + "'].outputs['" + from.name + "']";
    return from.source == Source::item ? std::string("item") : "params['" + from.name + "']";
}
}  // namespace

// parseJson(string_value)["K"] is what jsonpath(…, '$["K"]') is to Argo; it cannot be said by name alone, so no engine takes it for something else.
Value selected(const Value& from, const std::string& selector) {
    constexpr std::string_view head = "parseJson(string_value)";
    const std::string path = selector.starts_with(head) ? "$" + selector.substr(head.size()) : selector;
    return Value{Source::text, "{{=jsonpath(" + chain_of(from) + ", '" + path + "')}}"};
}

std::optional<Selected> selection_of(const Value& value) {
    constexpr std::string_view head = "{{=jsonpath(", tail = "')}}";
    if (value.source != Source::text || !value.text.starts_with(head) || !value.text.ends_with(tail)) return std::nullopt;
    const std::size_t comma = value.text.rfind(", '");
    const std::vector<Reference> tags = references_in(value.text);
    if (comma == std::string::npos || tags.empty()) return std::nullopt;
    std::optional<Value> from = value_of_tag(tags.front());
    if (!from) return std::nullopt;
    std::string path = value.text.substr(comma + 3, value.text.size() - tail.size() - comma - 3);
    if (path.starts_with("$")) path = "parseJson(string_value)" + path.substr(1);
    return Selected{std::move(*from), std::move(path)};
}

}  // namespace weft::kfp
