#include "core/targets/flyte/restore_parts.h"

#include <algorithm>
#include <cctype>

#include "core/targets/flyte/reading.h"
#include "core/targets/flyte/values.h"
#include "core/yaml/emit.h"
#include "core/yaml/reader.h"

namespace weft::flyte {
namespace {

using yaml::NodePtr;

NodePtr field(const NodePtr& map, std::string_view key) { return map && map->is_map() ? yaml::find(map, key) : nullptr; }

std::string camel(const std::string& key) {
    std::string out;
    for (std::size_t i = 0; i < key.size(); ++i) {
        if (key[i] == '_' && i > 0 && i + 1 < key.size()) out += char(std::toupper(static_cast<unsigned char>(key[++i])));
        else out += key[i];
    }
    return out;
}

// The texts of a JSON value in order; numbers and strings alike, because a list made afresh says strings.
std::string plain_key(const NodePtr& node) {
    if (node->is_scalar()) return node->text;
    std::string out = node->is_map() ? "{" : "[";
    for (const NodePtr& item : node->items) out += plain_key(item) + '\x1f';
    std::vector<std::string> entries;
    for (const yaml::Entry& entry : node->entries) entries.push_back(entry.key->text + '\x1e' + plain_key(entry.value) + '\x1f');
    std::sort(entries.begin(), entries.end());
    for (const std::string& entry : entries) out += entry;
    return out + (node->is_map() ? "}" : "]");
}

std::string literal_key(const Place& literal) {
    const LiteralText text = literal_text(literal);
    const bool nested = text.plain && !text.text.empty() && (text.text.front() == '[' || text.text.front() == '{');
    const Result<yaml::Stream> json = nested ? yaml::read_json(text.text) : Result<yaml::Stream>(yaml::Stream{});
    if (json && json->documents.size() == 1 && json->documents[0].root) return plain_key(json->documents[0].root);
    return (text.plain ? "plain " : "text ") + text.text;
}

// A map task of the file (container_array) is drawn as a loop and made afresh as an array node: the file's own form again.
NodePtr as_map_task(const NodePtr& built, const Place& file) {
    const NodePtr task = field(field(field(built, "arrayNode"), "node"), "taskNode");
    if (!task || !file.has("taskNode")) return built;
    NodePtr out = yaml::with_entry(built, "taskNode", task);
    if (const NodePtr metadata = field(field(field(built, "arrayNode"), "node"), "metadata")) out = yaml::with_entry(out, "metadata", metadata);
    return yaml::without_entry(out, "arrayNode");
}

NodePtr restored_branch(const NodePtr& built, const Place& file, const Nodes& nodes) {
    NodePtr block = field(built, "ifElse");
    if (!block) return built;
    const auto then = [&](const NodePtr& one) { return field(one, "thenNode") ? yaml::with_entry(one, "thenNode", restored_node(field(one, "thenNode"), nodes)) : one; };
    if (const NodePtr first = field(block, "case")) block = yaml::with_entry(block, "case", then(first));
    if (const NodePtr others = field(block, "other")) {
        std::vector<NodePtr> items;
        for (const NodePtr& other : others->items) items.push_back(then(other));
        block = yaml::with_entry(block, "other", yaml::make_sequence(std::move(items)));
    }
    if (const NodePtr otherwise = field(block, "elseNode")) block = yaml::with_entry(block, "elseNode", restored_node(otherwise, nodes));
    if (const Place error = file.below("ifElse/error"); error && field(block, "error")) block = yaml::with_entry(block, "error", without_places(error.node));
    return yaml::with_entry(built, "ifElse", block);
}

NodePtr restored_array(const NodePtr& built, const Place& file) {
    NodePtr inner = field(built, "node");
    const Place file_inner = file.at("node");
    if (inner && file_inner) {
        if (const Place id = file_inner.at("id")) inner = yaml::with_entry(inner, "id", string_node(id.text()));
        if (NodePtr metadata = merged(field(inner, "metadata"), file_inner.at("metadata"), {"name", "timeout", "retries"}); !metadata->entries.empty())
            inner = yaml::with_entry(inner, "metadata", std::move(metadata));
    }
    NodePtr out = inner ? yaml::with_entry(built, "node", inner) : built;
    if (!file.has("boundInputs") && field(out, "boundInputs")) out = yaml::without_entry(out, "boundInputs");   // further lists run item by item
    return merged(out, file, {"node", "parallelism"});
}

}  // namespace

NodePtr merged(NodePtr built, const Place& file, std::initializer_list<std::string_view> drawn) {
    NodePtr out = built ? std::move(built) : yaml::make_map({});
    for (const auto& [key, value] : file.entries()) {
        const std::string name = camel(key);
        if (value && std::find(drawn.begin(), drawn.end(), name) == drawn.end()) out = yaml::with_entry(out, name, without_places(value.node));
    }
    return out;
}

std::string data_key(const Place& data) {
    if (const Place promise = data.at("promise")) {
        const std::string node = promise.text_at("nodeId");
        return "promise " + (node == start_node ? std::string() : node) + '\n' + promise_name(promise);
    }
    std::string out;
    if (const Place items = data.below("collection/bindings")) {
        for (const Place& item : items.items()) out += data_key(item) + '\x1f';
        if (out.find("promise ") != std::string::npos) return "[" + out + "]";
    }
    if (const Place items = data.below("map/bindings")) {
        for (const auto& [key, item] : items.entries()) out += key + '\x1e' + data_key(item) + '\x1f';
        if (out.find("promise ") != std::string::npos) return "{" + out + "}";
    }
    return literal_key(data);
}

NodePtr restored_variable(const NodePtr& built, const Place& file) {
    const NodePtr type = field(built, "type");
    if (!type || !file.has("type")) return built;
    std::vector<std::string> ours, theirs;
    if (type_of({type, {}, 0}, &ours) != type_of(file.at("type"), &theirs) || ours != theirs) return built;
    return merged(yaml::with_entry(built, "type", without_places(file.at("type").node)), file, {"type", "description"});
}

NodePtr restored_interface(const NodePtr& built, const Place& file) {
    NodePtr out = built;
    for (const char* side : {"inputs", "outputs"}) {
        const NodePtr variables = field(field(out, side), "variables");
        if (!variables) continue;
        NodePtr made = variables;
        for (const yaml::Entry& one : variables->entries)
            for (const auto& [name, variable] : file.at(side).at("variables").entries())
                if (name == one.key->text) made = yaml::with_entry(made, name, restored_variable(one.value, variable));
        out = yaml::with_entry(out, side, yaml::with_entry(field(out, side), "variables", made));
    }
    return out;
}

NodePtr restored_bindings(const NodePtr& built, const Place& file) {
    std::vector<NodePtr> items;
    for (const NodePtr& one : built->items) {
        NodePtr item = one;
        for (const Place& known : file.items())
            if (known.text_at("var") == yaml::text_at(one, "var") && field(one, "binding") && data_key({field(one, "binding"), {}, 0}) == data_key(known.at("binding")))
                item = yaml::with_entry(one, "binding", without_places(known.at("binding").node));
        items.push_back(std::move(item));
    }
    return yaml::make_sequence(std::move(items));
}

void collect_nodes(const Place& node, Nodes& out) {
    if (!node.is_map()) return;
    out.emplace(node.text_at("id"), node);
    const Place block = node.below("branchNode/ifElse");
    if (!block) return;
    collect_nodes(block.below("case/thenNode"), out);
    collect_nodes(block.at("elseNode"), out);
    for (const Place& other : block.at("other").items()) collect_nodes(other.at("thenNode"), out);
}

NodePtr restored_node(const NodePtr& built, const Nodes& nodes) {
    const auto found = nodes.find(yaml::text_at(built, "id"));
    const Place file = found == nodes.end() ? Place() : found->second;
    NodePtr out = as_map_task(built, file);
    if (const NodePtr branch = field(out, "branchNode")) out = yaml::with_entry(out, "branchNode", restored_branch(branch, file.at("branchNode"), nodes));
    if (!file) return out;
    if (const NodePtr inputs = field(out, "inputs")) out = yaml::with_entry(out, "inputs", restored_bindings(inputs, file.at("inputs")));
    if (NodePtr metadata = merged(field(out, "metadata"), file.at("metadata"), {"name", "timeout", "retries"}); !metadata->entries.empty()) out = yaml::with_entry(out, "metadata", std::move(metadata));
    if (const NodePtr array = field(out, "arrayNode"); array && file.has("arrayNode")) out = yaml::with_entry(out, "arrayNode", restored_array(array, file.at("arrayNode")));
    if (const NodePtr task = field(out, "taskNode"); task && file.below("taskNode/overrides"))
        out = yaml::with_entry(out, "taskNode", yaml::with_entry(task, "overrides", merged(field(task, "overrides"), file.below("taskNode/overrides"), {"resources", "containerImage", "extendedResources"})));
    if (const NodePtr signal = field(field(out, "gateNode"), "signal"); signal && file.below("gateNode/signal"))
        out = yaml::with_entry(out, "gateNode", yaml::with_entry(field(out, "gateNode"), "signal", restored_variable(signal, file.below("gateNode/signal"))));
    return merged(out, file, {"id", "metadata", "inputs", "upstreamNodeIds", "taskNode", "workflowNode", "branchNode", "gateNode", "arrayNode"});
}

}  // namespace weft::flyte
