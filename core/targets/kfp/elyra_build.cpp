// Nodes of version 8, for new ones, for a fresh file, and for the writer, which puts the difference of two of them into the file.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "core/targets/kfp/elyra.h"

namespace weft::elyra {
namespace {

using Entries = std::vector<yaml::Entry>;

void add(Entries& entries, const char* key, NodePtr value) {
    if (value) entries.push_back({yaml::make_string(key), std::move(value)});
}
void add_text(Entries& entries, const char* key, const std::string& value) { add(entries, key, yaml::make_string(value)); }
NodePtr list(std::vector<NodePtr> items) { return yaml::make_sequence(std::move(items)); }
NodePtr scalar_node(const Value& value) { return value.plain ? yaml::make_plain(value.text) : yaml::make_string(value.text); }

NodePtr number_node(const std::optional<Scalar>& value) {
    if (!value) return nullptr;
    std::string text = value->text;
    while (!text.empty() && (text.back() == 'G' || text.back() == 'M' || text.back() == 'i')) text.pop_back();
    return yaml::make_plain(text);
}

NodePtr env_node(const Environment& environment, bool words) {
    std::vector<NodePtr> items;
    for (const Binding& variable : environment.env) {
        if (variable.value.source == Source::secret) continue;
        if (words) {
            items.push_back(yaml::make_string(variable.name + "=" + variable.value.text));
            continue;
        }
        Entries entries;
        add_text(entries, "env_var", variable.name);
        add(entries, "value", scalar_node(variable.value));
        items.push_back(yaml::make_map(std::move(entries)));
    }
    return list(std::move(items));
}

NodePtr secrets_node(const Environment& environment) {
    std::vector<NodePtr> items;
    for (const Binding& variable : environment.env) {
        if (variable.value.source != Source::secret) continue;
        Entries entries;
        add_text(entries, "env_var", variable.name);
        add_text(entries, "name", variable.value.task);
        add_text(entries, "key", variable.value.name);
        items.push_back(yaml::make_map(std::move(entries)));
    }
    return list(std::move(items));
}

NodePtr volumes_node(const Environment& environment) {
    std::vector<NodePtr> items;
    for (const Volume& volume : environment.volumes) {
        Entries entries;
        add_text(entries, "path", volume.path);
        add_text(entries, "pvc_name", volume.source);
        if (!volume.sub_path.empty()) add_text(entries, "sub_path", volume.sub_path);
        if (volume.read_only) add(entries, "read_only", yaml::make_plain("true"));
        items.push_back(yaml::make_map(std::move(entries)));
    }
    return list(std::move(items));
}

NodePtr tolerations_node(const Environment& environment) {
    std::vector<NodePtr> items;
    for (const Toleration& one : environment.tolerations) {
        Entries entries;
        for (const auto& [key, text] : {std::pair{"key", one.key}, {"operator", one.op}, {"value", one.value}, {"effect", one.effect}})
            if (!text.empty()) add_text(entries, key, text);
        items.push_back(yaml::make_map(std::move(entries)));
    }
    return list(std::move(items));
}

void add_environment(Entries& entries, const Environment& e, bool words) {
    if (e.image) add_text(entries, "runtime_image", *e.image);
    add(entries, "env_vars", env_node(e, words));
    add(entries, "cpu", number_node(e.cpu));
    add(entries, "memory", number_node(e.memory));
    add(entries, "gpu", number_node(e.gpu));
    add(entries, "cpu_limit", number_node(e.cpu_limit));
    add(entries, "memory_limit", number_node(e.memory_limit));
    add(entries, "kubernetes_secrets", secrets_node(e));
    add(entries, "mounted_volumes", volumes_node(e));
    add(entries, "kubernetes_tolerations", tolerations_node(e));
    if (!e.shared_memory) return;
    Entries size;
    add(size, "size", number_node(e.shared_memory));
    if (e.shared_memory->text.ends_with('M')) add_text(size, "units", "M");
    add(entries, "kubernetes_shared_mem_size", yaml::make_map(std::move(size)));
}

NodePtr generic_parameters(const Task& task, const Definition& own, const Spelling& spelling) {
    Entries entries;
    add_text(entries, "filename", file_of(own.command));
    add_environment(entries, own.environment, spelling.env_words);
    add(entries, "dependencies", list({}));
    add(entries, "include_subdirectories", yaml::make_plain("false"));
    add(entries, "outputs", list({}));
    std::vector<NodePtr> names;
    for (const Binding& param : task.params) names.push_back(yaml::make_string(param.name));
    if (!names.empty()) add(entries, "pipeline_parameters", list(std::move(names)));
    return yaml::make_map(std::move(entries));
}

// A component's value in the shape that stands there: a number stays a number, one without a widget gets none.
NodePtr component_value(const Value& value, const NodePtr& there, const Ids& ids) {
    NodePtr inner;
    const char* widget = "string";
    if (value.source == Source::output) {
        widget = "inputpath";
        Entries from;
        const auto known = ids.find(value.task);
        add_text(from, "value", known == ids.end() ? value.task : known->second);
        add_text(from, "option", value.name);
        inner = yaml::make_map(std::move(from));
    } else if (value.source == Source::param) {
        widget = "parameter";
        inner = yaml::make_string(value.name);
    } else {
        inner = scalar_node(value);
        if (const std::string had = yaml::text_at(there, "widget"); had == "number" || had == "boolean") {
            const NodePtr plain = yaml::make_plain(value.text);
            if (yaml::type_of(*plain) != yaml::ScalarType::string) inner = plain;
        }
    }
    if (there && !yaml::find(there, "widget")) return inner;
    const std::string had = yaml::text_at(there, "widget");
    const bool keeps = (value.source == Source::literal || value.source == Source::text) && !had.empty() && had != "inputpath" && had != "parameter";
    Entries entries;
    add_text(entries, "widget", keeps ? had : widget);
    add(entries, "value", std::move(inner));
    return yaml::make_map(std::move(entries));
}

NodePtr component_parameters(const Task& task, const Ids& ids, const Spelling& spelling) {
    Entries entries;
    for (const Binding& param : task.params) add(entries, param.name.c_str(), component_value(param.value, yaml::find(spelling.parameters, param.name), ids));
    return yaml::make_map(std::move(entries));
}

NodePtr port_node(const std::string& id, const char* label, NodePtr links) {
    Entries cardinality, ui, data, entries;
    add(cardinality, "min", yaml::make_plain("0"));
    add(cardinality, "max", yaml::make_plain("-1"));
    add(ui, "cardinality", yaml::make_map(std::move(cardinality)));
    add_text(ui, "label", label);
    add(data, "ui_data", yaml::make_map(std::move(ui)));
    add_text(entries, "id", id);
    add(entries, "app_data", yaml::make_map(std::move(data)));
    add(entries, "links", std::move(links));
    return yaml::make_map(std::move(entries));
}

// The links of one input: those that stand there, and in the first one also the new ones.
NodePtr links_node(const Task& task, const Ids& ids, const Spelling& spelling, std::size_t port) {
    std::vector<NodePtr> items;
    for (const Need& need : task.needs) {
        const auto known = ids.find(need.task);
        if (known == ids.end()) continue;
        std::size_t stands = 0;
        for (std::size_t i = 0; i < spelling.inputs.size(); ++i)
            if (std::find(spelling.inputs[i].from.begin(), spelling.inputs[i].from.end(), known->second) != spelling.inputs[i].from.end()) stands = i;
        if (stands != port) continue;
        Entries entries;
        add_text(entries, "id", made_id(known->second + " > " + spelling.id));
        add_text(entries, "node_id_ref", known->second);
        add_text(entries, "port_id_ref", "outPort");
        items.push_back(yaml::make_map(std::move(entries)));
    }
    return items.empty() ? nullptr : list(std::move(items));
}

NodePtr inputs_node(const Task& task, const Ids& ids, const Spelling& spelling) {
    std::vector<NodePtr> items;
    if (spelling.inputs.empty()) return list({port_node("inPort", "Input Port", links_node(task, ids, spelling, 0))});
    for (std::size_t i = 0; i < spelling.inputs.size(); ++i) items.push_back(port_node(spelling.inputs[i].id, "Input Port", links_node(task, ids, spelling, i)));
    return list(std::move(items));
}

const char* image_of(const std::string& op) {
    if (op == "execute-notebook-node") return "/static/elyra/notebook.svg";
    return op == "execute-r-node" ? "/static/elyra/r-logo.svg" : "/static/elyra/python.svg";
}

}  // namespace

std::string made_id(const std::string& seed) {
    std::uint64_t hash[2] = {14695981039346656037ull, 1099511628211ull};
    for (const char c : seed) {
        hash[0] = (hash[0] ^ static_cast<unsigned char>(c)) * 1099511628211ull;
        hash[1] = (hash[1] + static_cast<unsigned char>(c)) * 6364136223846793005ull + 1442695040888963407ull;
    }
    return fmt::format("{:08x}-{:04x}-4{:03x}-8{:03x}-{:012x}", hash[0] >> 32, (hash[0] >> 16) & 0xffff, hash[0] & 0xfff, hash[1] >> 52, hash[1] & 0xffffffffffffull);
}

Spelling spelling_of(const Place& node, const std::string& id) {
    Spelling out;
    out.id = node.has("id") ? node.text_at("id") : id;
    out.parameters = node.down("app_data/component_parameters").node;
    out.output = node.at("outputs").item(0).text_at("id");
    for (const Place& input : node.at("inputs").items()) {
        out.inputs.push_back({input.text_at("id"), {}});
        for (const Place& link : input.at("links").items()) out.inputs.back().from.push_back(link.text_at("node_id_ref"));
    }
    const std::vector<Place> variables = node.down("app_data/component_parameters/env_vars").items();
    out.env_words = !variables.empty() && variables.front().is_scalar();
    return out;
}

NodePtr node_node(const Task& task, const std::string& label, const Ids& ids, const Spelling& spelling, std::size_t place) {
    const Definition own = task.own ? *task.own : Definition{};
    const bool component = own.kind == DefinitionKind::other, super = own.kind == DefinitionKind::flow;
    const std::string op = component ? own.detail : op_of(own.command);
    Entries ui, data, entries;
    add_text(entries, "id", spelling.id);
    add_text(entries, "type", super ? "super_node" : "execution_node");
    if (!super) add_text(entries, "op", op);
    add_text(data, "label", label);
    if (!super) add(data, "component_parameters", component ? component_parameters(task, ids, spelling) : generic_parameters(task, own, spelling));
    add_text(ui, "label", label);
    if (!super && !component) add_text(ui, "image", image_of(op));
    add(ui, "x_pos", yaml::make_plain(std::to_string(60 + 220 * (place % 5))));
    add(ui, "y_pos", yaml::make_plain(std::to_string(60 + 120 * (place / 5))));
    add(data, "ui_data", yaml::make_map(std::move(ui)));
    add(entries, "app_data", yaml::make_map(std::move(data)));
    add(entries, "inputs", inputs_node(task, ids, spelling));
    add(entries, "outputs", list({port_node(spelling.output.empty() ? "outPort" : spelling.output, "Output Port", nullptr)}));
    return yaml::make_map(std::move(entries));
}

NodePtr defaults_node(const Environment& environment, const Spelling& spelling) {
    Entries entries;
    add_environment(entries, environment, spelling.env_words);
    std::erase_if(entries, [](const yaml::Entry& entry) { return entry.value->is_sequence() && entry.value->items.empty(); });
    return entries.empty() ? nullptr : yaml::make_map(std::move(entries));
}

NodePtr parameters_node(const std::vector<Parameter>& parameters) {
    static constexpr const char* types[] = {"String", "String", "Integer", "Float", "Bool", "String", "String", "String"};
    std::vector<NodePtr> items;
    for (const Parameter& parameter : parameters) {
        Entries entries, value;
        add_text(entries, "name", parameter.name);
        if (!parameter.description.empty()) add_text(entries, "description", parameter.description);
        add_text(value, "type", types[std::size_t(parameter.type)]);
        if (parameter.value) add(value, "value", scalar_node(*parameter.value));
        add(entries, "default_value", yaml::make_map(std::move(value)));
        add(entries, "required", yaml::make_plain(parameter.value ? "false" : "true"));
        items.push_back(yaml::make_map(std::move(entries)));
    }
    return items.empty() ? nullptr : list(std::move(items));
}

}  // namespace weft::elyra
