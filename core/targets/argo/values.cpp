#include "core/targets/argo/values.h"

#include "core/model/graph.h"
#include "core/yaml/reader.h"

namespace weft::argo {
namespace {

using yaml::Node;
using yaml::NodePtr;
using yaml::ScalarType;

bool is_one_tag(std::string_view text, const Reference& tag) { return tag.simple && tag.at == 0 && tag.tag.size() == text.size(); }

bool is_plain_value(const Node& node) { return node.style == yaml::Style::plain && yaml::type_of(node) != ScalarType::string; }

void append_json_string(std::string& out, std::string_view text) {
    static const char* digits = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') out += '\\', out += c;
        else if (c == '\n') out += "\\n";
        else if (c == '\t') out += "\\t";
        else if (c == '\r') out += "\\r";
        else if (byte < 0x20) out += "\\u00", out += digits[byte >> 4], out += digits[byte & 15];
        else out += c;
    }
    out += '"';
}

void append_json(std::string& out, const Node* given) {
    const Node* node = yaml::resolve(given);
    if (!node || node->kind == yaml::Kind::null) {
        out += "null";
    } else if (node->is_map()) {
        out += '{';
        for (const yaml::Entry& entry : node->entries) {
            if (out.back() != '{') out += ',';
            append_json_string(out, entry.key ? entry.key->text : std::string());
            out += ':';
            append_json(out, entry.value.get());
        }
        out += '}';
    } else if (node->is_sequence()) {
        out += '[';
        for (const NodePtr& item : node->items) {
            if (out.back() != '[') out += ',';
            append_json(out, item.get());
        }
        out += ']';
    } else if (is_plain_value(*node)) {
        out += node->text;
    } else {
        append_json_string(out, node->text);
    }
}

std::string output_tag(const Value& value, const Spelling& spelling, bool artifact) {
    const std::string head = (spelling.steps ? "{{steps." : "{{tasks.") + value.task + ".outputs.";
    if (value.name == "result") return head + value.name + "}}";
    return head + (artifact ? "artifacts." : "parameters.") + value.name + "}}";
}

}  // namespace

Value read_text_value(std::string text, const Spelling& spelling, bool plain) {
    Value value;
    value.plain = plain;
    if (text.find("{{") == std::string::npos) {
        value.text = std::move(text);
        return value;
    }
    value.source = Source::text;
    if (const std::vector<Reference> tags = references_in(text); tags.size() == 1 && is_one_tag(text, tags.front())) {
        const Reference& tag = tags.front();
        using Kind = Reference::Kind;
        if (tag.kind == Kind::output && !tag.name.empty()) {
            value.source = Source::output;
            value.task = tag.task;
            value.name = tag.name;
        } else if (tag.kind == Kind::param && !tag.artifact) {
            value.source = Source::param;
            value.name = tag.name;
        } else if (tag.kind == Kind::item) {
            value.source = Source::item;
            value.name = tag.name;
        } else if (tag.kind == Kind::workflow && tag.name == "status") {
            value.source = Source::status;
        } else if (tag.kind == Kind::workflow && spelling.main && tag.name.starts_with("parameters.") && tag.name.size() > 11) {
            value.source = Source::param;
            value.name = tag.name.substr(11);
        }
    }
    value.text = std::move(text);
    return value;
}

Value read_value(const NodePtr& scalar, const Spelling& spelling) {
    if (!scalar) return {};
    if (!scalar->is_scalar()) return read_text_value(item_text(scalar), spelling);
    return read_text_value(scalar->text, spelling, is_plain_value(*scalar));
}

Scalar read_scalar(const NodePtr& node) {
    if (!node || !node->is_scalar()) return {};
    return {node->text, is_plain_value(*node)};
}

std::string value_text(const Value& value, const Spelling& spelling, bool artifact) {
    if (value.source == Source::literal || value.source == Source::text) return value.text;
    if (!value.text.empty()) {
        const Value again = read_text_value(value.text, spelling);
        if (again.source == value.source && again.name == value.name) {
            if (again.task == value.task) return value.text;
            if (value.source == Source::output) return rename_in_tags(value.text, again.task, value.task);  // the task was renamed
        }
    }
    switch (value.source) {
        case Source::param: return (spelling.main ? "{{workflow.parameters." : "{{inputs.parameters.") + value.name + "}}";
        case Source::output: return output_tag(value, spelling, artifact);
        case Source::item: return value.name.empty() ? "{{item}}" : "{{item." + value.name + "}}";
        case Source::status: return "{{workflow.status}}";
        default: return value.text;
    }
}

Value settled_value(const Value& value, const Spelling& spelling, bool artifact) {
    if (value.source == Source::secret) return Value{Source::secret, {}, value.task, value.name};
    return read_text_value(value_text(value, spelling, artifact), spelling);
}

std::string item_text(const NodePtr& given) {
    const Node* node = yaml::resolve(given.get());
    if (node && node->is_scalar()) return node->text;
    std::string out;
    append_json(out, node);
    return out;
}

NodePtr item_node(const std::string& text) {
    if (!text.empty() && (text.front() == '{' || text.front() == '[') && text.find("{{") != 0) {
        if (Result<yaml::Stream> read = yaml::read_json(text); read && !read->documents.empty()) {
            // Spans of another text must not meet the patcher: the copy is fresh.
            struct Fresh {
                static NodePtr of(const NodePtr& from) {
                    auto node = std::make_shared<Node>(*from);
                    node->span = {};
                    node->style = yaml::Style::any;
                    if (node->is_scalar()) return from->quoted() ? yaml::make_string(from->text) : yaml::make_plain(from->text);
                    for (NodePtr& item : node->items) item = of(item);
                    for (yaml::Entry& entry : node->entries) entry = {of(entry.key), of(entry.value)};
                    return node;
                }
            };
            if (NodePtr made = Fresh::of(read->documents.front().root); item_text(made) == text) return made;   // else a text that looks like JSON
        }
    }
    return string_node(text);
}

NodePtr string_node(const std::string& text) { return yaml::make_string(text); }
NodePtr scalar_node(const Scalar& scalar) { return scalar.plain ? yaml::make_plain(scalar.text) : yaml::make_string(scalar.text); }

}  // namespace weft::argo
