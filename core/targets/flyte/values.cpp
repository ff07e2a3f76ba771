#include "core/targets/flyte/values.h"

#include <cmath>

#include <fmt/format.h>

#include "core/model/graph.h"
#include "core/yaml/emit.h"
#include "core/yaml/reader.h"
#include "core/yaml/writer.h"

namespace weft::flyte {
namespace {

using yaml::NodePtr;

NodePtr one(const char* key, NodePtr value) { return yaml::make_map({{yaml::make_string(key), std::move(value)}}); }

bool is_number(std::string_view text) {
    if (text.empty()) return false;
    yaml::Node node;
    node.kind = yaml::Kind::scalar;
    node.style = yaml::Style::plain;
    node.text = text;
    const yaml::ScalarType type = yaml::type_of(node);
    return type == yaml::ScalarType::integer || type == yaml::ScalarType::real;
}
bool is_integer(std::string_view text) {
    if (!text.empty() && text.front() == '-') text.remove_prefix(1);
    return !text.empty() && text.size() < 19 && text.find_first_not_of("0123456789") == text.npos;
}

LiteralText primitive_text(const Place& primitive) {
    if (const Place v = primitive.at("integer")) return {v.text(), true};
    if (const Place v = primitive.at("floatValue")) return {v.text(), true};
    if (const Place v = primitive.at("boolean")) return {v.text(), true};
    for (const char* key : {"stringValue", "datetime", "duration"})
        if (const Place v = primitive.at(key)) return {v.text(), false};
    return {};
}

Place uri_of(const Place& scalar) {
    for (const char* key : {"blob", "schema", "structuredDataset"})
        if (const Place v = scalar.at(key)) return v.at("uri");
    return {};
}

NodePtr json_node(const std::string& text) {
    Result<yaml::Stream> read = yaml::read_json(text);
    return read && !read->documents.empty() ? without_places(read->documents.front().root) : nullptr;
}

}  // namespace

NodePtr string_node(const std::string& text) { return yaml::make_string(text); }

NodePtr without_places(const NodePtr& from) {
    if (!from) return yaml::make_null();
    if (from->kind == yaml::Kind::alias) return without_places(from->target);
    if (from->is_scalar()) return from->quoted() ? yaml::make_string(from->text) : yaml::make_plain(from->text);
    auto node = std::make_shared<yaml::Node>(*from);
    node->span = {};
    node->style = yaml::Style::any;
    for (NodePtr& item : node->items) item = without_places(item);
    for (yaml::Entry& entry : node->entries) entry = {yaml::make_string(entry.key->text), without_places(entry.value)};
    return node;
}

Scalar scalar_of(const Place& place) {
    if (!place.is_scalar()) return {};
    return {place.text(), place.node->style == yaml::Style::plain && yaml::type_of(*place.node) != yaml::ScalarType::string};
}

std::string json_line(const NodePtr& node) {
    std::string out = yaml::write_json(node, 0);
    while (!out.empty() && (out.back() == '\n' || out.back() == '\r')) out.pop_back();
    return out;
}

std::string promise_name(const Place& promise) {
    std::string out = promise.text_at("var");
    for (const Place& step : promise.at("attrPath").items()) {
        if (const Place index = step.at("intValue")) out += '[' + index.text() + ']';
        else out += '.' + step.text_at("stringValue");
    }
    return out;
}

PromiseName split_promise(const std::string& name) {
    PromiseName out;
    std::size_t at = std::min(name.find_first_of(".[", name.empty() ? 0 : 1), name.size());   // a variable may begin with a dot
    out.var = name.substr(0, at);
    while (at < name.size()) {
        const std::size_t end = std::min(name.find_first_of(".[", at + 1), name.size());
        out.path.push_back(name[at] == '[' ? name.substr(at, end - at) : name.substr(at + 1, end - at - 1));
        at = end;
    }
    return out;
}

std::string value_tag(const Value& value) {
    switch (value.source) {
        case Source::param: return "{{params." + value.name + "}}";
        case Source::output: return "{{tasks." + value.task + ".outputs." + value.name + "}}";
        case Source::item: return value.name.empty() ? "{{item}}" : "{{item." + value.name + "}}";
        case Source::status: return "{{flow.status}}";
        default: return value.text;
    }
}

LiteralText literal_text(const Place& literal) {
    if (const Place scalar = literal.at("scalar")) {
        if (const Place primitive = scalar.at("primitive")) return primitive_text(primitive);
        if (scalar.has("noneType")) return {"null", true};
        if (const Place generic = scalar.at("generic")) return {json_line(generic.node), true};
        if (const Place inner = scalar.below("union/value")) return literal_text(inner);
        if (const Place uri = uri_of(scalar)) return {uri.text(), false};
        return {json_line(scalar.node), true, false};
    }
    if (literal.has("collection") || literal.has("map")) return {literal_json(literal), true};
    return {};
}

std::string literal_json(const Place& literal) {
    const Place collection = literal.at("collection"), map = literal.at("map");
    if (collection) {
        std::string out = "[";
        for (const Place& item : (collection.has("literals") ? collection.at("literals") : collection.at("bindings")).items())
            out += (out.size() > 1 ? ", " : "") + literal_json(item);
        return out + "]";
    }
    if (map) {
        std::string out = "{";
        for (const auto& [key, item] : (map.has("literals") ? map.at("literals") : map.at("bindings")).entries())
            out += (out.size() > 1 ? ", " : "") + yaml::json_string(key) + ": " + literal_json(item);
        return out + "}";
    }
    const LiteralText text = literal_text(literal);
    return text.plain ? text.text : yaml::json_string(text.text);
}

Place literal_leaf(const Place& literal) {
    const Place scalar = literal.at("scalar"), primitive = scalar.at("primitive");
    for (const auto& [key, value] : primitive.entries()) return value;
    if (const Place uri = uri_of(scalar)) return uri;
    if (const Place inner = scalar.below("union/value")) return literal_leaf(inner);
    return scalar ? scalar : literal;
}

ValueType type_of(const Place& type, std::vector<std::string>* choices) {
    const std::string simple = type.text_at("simple");
    if (simple == "INTEGER" || simple == "1") return ValueType::integer;
    if (simple == "FLOAT" || simple == "2") return ValueType::number;
    if (simple == "BOOLEAN" || simple == "4") return ValueType::boolean;
    if (simple == "STRUCT" || simple == "9") return ValueType::map;
    if (simple == "NONE" || simple == "0") return ValueType::any;
    if (!simple.empty()) return ValueType::string;
    if (type.has("collectionType")) return ValueType::list;
    if (type.has("mapValueType")) return ValueType::map;
    if (type.has("blob") || type.has("schema") || type.has("structuredDatasetType")) return ValueType::file;
    if (const Place known = type.at("enumType")) {
        if (choices)
            for (const Place& word : known.at("values").items()) choices->push_back(word.text());
        return ValueType::string;
    }
    return ValueType::any;
}

bool type_says_more(const Place& type) {
    const std::string simple = type.text_at("simple");
    for (const char* word : {"DATETIME", "DURATION", "BINARY", "ERROR", "NONE"})
        if (simple == word) return true;
    for (const char* key : {"collectionType", "mapValueType", "schema", "structuredDatasetType", "unionType", "metadata", "annotation", "structure"})
        if (type.has(key)) return true;
    return false;
}

NodePtr type_node(ValueType type, const std::vector<std::string>& choices) {
    const auto simple = [](const char* word) { return one("simple", string_node(word)); };
    if (!choices.empty() && (type == ValueType::string || type == ValueType::any)) {
        std::vector<NodePtr> words;
        for (const std::string& choice : choices) words.push_back(string_node(choice));
        return one("enumType", one("values", yaml::make_sequence(std::move(words))));
    }
    switch (type) {
        case ValueType::integer: return simple("INTEGER");
        case ValueType::number: return simple("FLOAT");
        case ValueType::boolean: return simple("BOOLEAN");
        case ValueType::map: return simple("STRUCT");
        case ValueType::list: return one("collectionType", simple("STRING"));
        case ValueType::file: return one("blob", yaml::make_map({}));
        case ValueType::string: return simple("STRING");
        case ValueType::any: break;
    }
    std::vector<NodePtr> variants;
    for (const char* word : {"NONE", "STRING", "INTEGER", "FLOAT", "BOOLEAN"}) variants.push_back(simple(word));
    return one("unionType", one("variants", yaml::make_sequence(std::move(variants))));
}

NodePtr scalar_primitive(const std::string& text, bool plain, ValueType type) {
    if (type == ValueType::boolean || (type == ValueType::any && plain && (text == "true" || text == "false"))) return one("boolean", yaml::make_plain(text == "true" ? "true" : "false"));
    if ((type == ValueType::integer || (type == ValueType::any && plain)) && is_integer(text)) return one("integer", string_node(text));
    if ((type == ValueType::number || (type == ValueType::any && plain)) && is_number(text)) return one("floatValue", yaml::make_plain(text));
    return one("stringValue", string_node(text));
}

NodePtr literal_node(const std::string& text, bool plain, ValueType type) {
    if (plain && text == "null") return one("scalar", one("noneType", yaml::make_map({})));
    if (type == ValueType::list || (type == ValueType::any && plain)) {
        if (const auto elements = list_elements(text)) {
            std::vector<NodePtr> items;
            for (const std::string& element : *elements) {
                bool was_string = false;
                const std::string inner = unquoted(element, was_string);
                items.push_back(literal_node(inner, !was_string, type == ValueType::list ? ValueType::string : ValueType::any));
            }
            return one("collection", one("literals", yaml::make_sequence(std::move(items))));
        }
    }
    if (type == ValueType::map || (type == ValueType::any && plain && text.starts_with("{")))
        if (const NodePtr node = json_node(text); node && node->is_map()) return one("scalar", one("generic", node));
    if (type == ValueType::file) return one("scalar", one("blob", yaml::make_map({{string_node("metadata"), one("type", yaml::make_map({}))}, {string_node("uri"), string_node(text)}})));
    return one("scalar", one("primitive", scalar_primitive(text, plain, type)));
}

std::optional<std::vector<std::string>> list_elements(std::string_view text) {
    if (text.size() < 2 || text.front() != '[' || text.back() != ']') return std::nullopt;
    std::vector<std::string> out;
    std::string element;
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '\\' && i + 2 < text.size()) element += c, element += text[++i];
        else if (c == ',' && !quoted && depth == 0) out.push_back(std::move(element)), element.clear();
        else {
            if (c == '"') quoted = !quoted;
            if (!quoted && (c == '[' || c == '{')) ++depth;
            if (!quoted && (c == ']' || c == '}')) --depth;
            if (depth < 0) return std::nullopt;
            if (!element.empty() || c != ' ') element += c;
        }
    }
    if (quoted || depth != 0) return std::nullopt;
    if (!element.empty() || !out.empty()) out.push_back(std::move(element));
    for (std::string& one : out)
        while (!one.empty() && one.back() == ' ') one.pop_back();
    return out;
}

std::string unquoted(std::string_view element, bool& was_string) {
    was_string = element.size() >= 2 && element.front() == '"' && element.back() == '"';
    if (!was_string) return std::string(element);
    const NodePtr node = json_node(std::string(element));
    return node && node->is_scalar() ? node->text : std::string(element.substr(1, element.size() - 2));
}

std::string seconds_of(const std::string& duration, bool* exact) {
    if (exact) *exact = true;
    if (duration.empty()) return {};
    const Result<double> seconds = parse_duration(duration);
    if (!seconds || !std::isfinite(*seconds) || *seconds < 0) {
        if (exact) *exact = false;
        return duration;
    }
    return fmt::format("{}s", *seconds);
}

}  // namespace weft::flyte
