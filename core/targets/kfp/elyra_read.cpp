// Tree -> Flow. Versions 5 to 8 differ in where a value stands (a widget around it or not) and in how variables are spelt; all of them are read.
#include "core/model/edit.h"
#include "core/targets/kfp/elyra.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace weft::elyra {
namespace {

constexpr const char* generic_fields[] = {"filename", "runtime_image", "env_vars", "cpu", "memory", "gpu", "cpu_limit", "memory_limit", "kubernetes_secrets", "mounted_volumes",
                                          "kubernetes_tolerations", "kubernetes_shared_mem_size", "pipeline_parameters"};

struct Reading {
    ReadResult out;
    Place root;
    std::set<std::string> kept;
    std::set<std::string> open;   // pipelines that we are in
    void map(const std::string& path, const Place& place) {
        if (place && !out.places.find(path)) out.places.add(path, place.node, place.addressable() ? place.path : std::string(), place.document);
    }
};

bool plain(const Place& place) { return place.node->style == yaml::Style::plain && yaml::type_of(*place.node) != yaml::ScalarType::string; }

Value literal(const Place& place) {
    Value out;
    if (!place.is_scalar()) return out;
    out.text = place.node->text;
    out.plain = plain(place);
    return out;
}

std::optional<Scalar> number(const Place& place, const char* unit = "") {
    if (!place.is_scalar() || place.node->text.empty()) return std::nullopt;
    return Scalar{place.node->text + unit, *unit == 0 && plain(place)};
}

void read_env(Reading& reading, const Place& from, const std::string& path, Environment& out) {
    for (const Place& item : from.at("env_vars").items()) {
        Binding variable;
        if (item.is_scalar()) {   // "K=V"
            const std::size_t equals = item.node->text.find('=');
            variable.name = item.node->text.substr(0, equals);
            if (equals != std::string::npos) variable.value.text = item.node->text.substr(equals + 1);
            reading.map(join_path(path + ".env", variable.name), item);
        } else if (item.is_map()) {
            variable.name = item.text_at("env_var");
            variable.value = literal(item.at("value"));
            reading.map(join_path(path + ".env", variable.name), item.at("env_var"));
            reading.map(join_path(path + ".env", variable.name) + ".value", item.at("value"));
        } else {
            continue;
        }
        out.env.push_back(std::move(variable));
    }
    for (const Place& item : from.at("kubernetes_secrets").items()) {
        if (!item.is_map()) continue;
        out.env.push_back({item.text_at("env_var"), Value{Source::secret, {}, item.text_at("name"), item.text_at("key")}});
        reading.map(join_path(path + ".env", out.env.back().name), item.at("env_var"));
    }
}

Environment read_environment(Reading& reading, const Place& from, const std::string& path) {
    Environment out;
    if (const Place image = from.at("runtime_image"); image.is_scalar() && !image.node->text.empty()) out.image = image.node->text;
    reading.map(path + ".image", from.at("runtime_image"));
    out.cpu = number(from.at("cpu"));
    out.memory = number(from.at("memory"), "G");
    out.gpu = number(from.at("gpu"));
    out.cpu_limit = number(from.at("cpu_limit"));
    out.memory_limit = number(from.at("memory_limit"), "G");
    out.shared_memory = number(from.at("kubernetes_shared_mem_size").at("size"), from.at("kubernetes_shared_mem_size").text_at("units") == "M" ? "M" : "G");
    reading.map(path + ".cpu", from.at("cpu"));
    reading.map(path + ".gpu", from.at("gpu"));
    read_env(reading, from, path, out);
    for (const Place& item : from.at("mounted_volumes").items())
        if (item.is_map()) out.volumes.push_back({Volume::Kind::claim, item.text_at("pvc_name"), item.text_at("pvc_name"), std::nullopt, item.text_at("path"), item.text_at("sub_path"), item.is_true("read_only")});
    for (const Place& item : from.at("kubernetes_tolerations").items())
        if (item.is_map()) out.tolerations.push_back({item.text_at("key"), item.text_at("operator"), item.text_at("value"), item.text_at("effect"), std::nullopt});
    return out;
}

// {widget: inputpath, value: {value: NODE, option: OUTPUT}}; before version 8 without the widget around it.
Value read_component_value(const Place& given, const Pipeline& pipeline) {
    const std::string widget = given.text_at("widget");
    const Place value = given.has("widget") ? given.at("value") : given;
    if (value.is_map() && value.has("value") && value.has("option")) {
        const auto known = pipeline.name_of_id.find(value.text_at("value"));
        if (known != pipeline.name_of_id.end()) return Value{Source::output, {}, known->second, value.text_at("option")};
        return Value{Source::text, value.text_at("value"), {}, {}};
    }
    if (widget == "parameter") return Value{Source::param, {}, {}, value.text()};
    return literal(value);
}

void read_component(Reading& reading, const Place& parameters, const Pipeline& pipeline, const std::string& path, Task& task) {
    if (!parameters.is_map()) return;
    for (const yaml::Entry& entry : parameters.node->entries) {
        const std::string name = entry.key ? entry.key->text : std::string();
        const Place given = parameters.at(name);
        if (name.starts_with("output_") || name == "runtime_image" || name == "component_source" || name == "component_source_type" || given.is_sequence() ||
            (given.is_map() && !given.has("value")) || name.starts_with("kubernetes_")) {
            reading.kept.insert("component_parameters." + name);
            continue;
        }
        task.params.push_back({name, read_component_value(given, pipeline)});
        const Place shown = given.has("widget") ? given.at("value") : given;
        reading.map(join_path(path + ".params", name), given);
        if (shown.is_scalar()) reading.map(join_path(path + ".params", name) + ".value", shown);
    }
}

void read_needs(Reading& reading, const Place& node, const Pipeline& pipeline, const std::string& path, Task& task) {
    for (const Place& input : node.at("inputs").items())
        for (const Place& link : input.at("links").items()) {
            const auto known = pipeline.name_of_id.find(link.text_at("node_id_ref"));
            if (known == pipeline.name_of_id.end()) continue;   // the border of a super node
            if (std::any_of(task.needs.begin(), task.needs.end(), [&](const Need& n) { return n.task == known->second; })) continue;
            task.needs.push_back({known->second, on_succeeded, false});
            reading.map(join_path(path + ".needs", known->second), link);
        }
}

void read_generic(Reading& reading, const Place& parameters, const std::string& op, Definition& own, Task& task) {
    own.kind = DefinitionKind::container;
    own.command = command_of(op, parameters.text_at("filename"));
    for (const Place& name : parameters.at("pipeline_parameters").items()) task.params.push_back({name.text(), Value{Source::param, {}, {}, name.text()}});
    if (!parameters.is_map()) return;
    for (const yaml::Entry& entry : parameters.node->entries)
        if (entry.key && std::none_of(std::begin(generic_fields), std::end(generic_fields), [&](const char* f) { return entry.key->text == f; }))
            reading.kept.insert("component_parameters." + entry.key->text);
}

Body read_body(Reading& reading, const Place& place, const std::string& prefix);

Task read_node(Reading& reading, const Place& node, const std::string& name, const Pipeline& pipeline, const std::string& prefix) {
    Task task;
    task.name = name;
    const std::string path = join_path(prefix + "tasks", name), op = node.text_at("op");
    const Place parameters = node.down("app_data/component_parameters");
    reading.map(path, node);
    reading.map(path + ".name", node.down("app_data/ui_data/label") ? node.down("app_data/ui_data/label") : node.down("app_data/label"));
    Definition own;
    if (node.text_at("type") == "super_node") {
        own.kind = DefinitionKind::flow;
        const std::string id = node.at("subflow_ref").text_at("pipeline_id_ref");
        Body body;
        if (reading.open.insert(id).second) {
            body = read_body(reading, pipeline_by_id(reading.root, id), path + ".");
            reading.open.erase(id);
        }
        own.body = std::make_shared<const Body>(std::move(body));
    } else if (is_generic(op)) {
        own.environment = read_environment(reading, parameters, path);
        reading.map(path + ".command", parameters.at("filename"));
        read_generic(reading, parameters, op, own, task);
    } else {
        own.kind = DefinitionKind::other;
        own.detail = op;
        own.unsupported = {"component of a catalog"};
        read_component(reading, parameters, pipeline, path, task);
    }
    task.own = std::make_shared<const Definition>(std::move(own));
    read_needs(reading, node, pipeline, path, task);
    return task;
}

Body read_body(Reading& reading, const Place& place, const std::string& prefix) {
    const Pipeline pipeline = pipeline_of(place);
    Body out;
    reading.map(prefix + "tasks", place.at("nodes"));
    for (std::size_t i = 0; i < pipeline.nodes.size(); ++i)
        out.tasks.push_back(std::make_shared<const Task>(read_node(reading, pipeline.nodes[i], pipeline.names[i], pipeline, prefix)));
    return out;
}

ValueType type_named(const std::string& name) {
    if (name == "String" || name == "str" || name == "string") return ValueType::string;
    if (name == "Integer" || name == "int") return ValueType::integer;
    if (name == "Float" || name == "float") return ValueType::number;
    return name == "Bool" || name == "bool" ? ValueType::boolean : ValueType::any;
}

void read_properties(Reading& reading, const Place& pipeline) {
    Flow& flow = reading.out.flow;
    const Place data = pipeline.at("app_data"), properties = data.at("properties"), defaults = properties.at("pipeline_defaults");
    flow.name = properties.text_at("name");
    flow.description = properties.text_at("description");
    reading.map("name", properties.at("name"));
    reading.map("description", properties.at("description"));
    flow.environment = read_environment(reading, defaults, "environment");
    for (const Place& item : properties.at("pipeline_parameters").items()) {
        if (!item.is_map()) continue;
        Parameter parameter;
        parameter.name = item.text_at("name");
        parameter.description = item.text_at("description");
        const Place value = item.at("default_value");
        parameter.type = type_named(value.text_at("type"));
        if (const Place given = value.is_map() ? value.at("value") : value; given.is_scalar()) parameter.value = literal(given);
        flow.parameters.push_back(std::move(parameter));
        reading.map(join_path("parameters", item.text_at("name")), item);
    }
    int version = 0;
    const std::string text = data.text_at("version");
    std::from_chars(text.data(), text.data() + text.size(), version);
    if (!text.empty() && version < 8)
        reading.out.notice = {WEFT_TR("core", "a pipeline of version %1: Elyra itself converts it to version 8 when it opens it, and an export from here writes version 8"), {text}};
    if (version > 8) reading.out.notice = {WEFT_TR("core", "a pipeline of version %1, newer than version 8, which is the newest known here"), {text}};
}

}  // namespace

Place primary_pipeline(const Place& root) {
    Place first;
    for (const Place& pipeline : root.at("pipelines").items()) {
        if (!first) first = pipeline;
        if (pipeline.text_at("id") == root.text_at("primary_pipeline")) return pipeline;
    }
    return first;
}

Place pipeline_by_id(const Place& root, const std::string& id) {
    for (const Place& pipeline : root.at("pipelines").items())
        if (!id.empty() && pipeline.text_at("id") == id) return pipeline;
    return {};
}

std::string label_of(const Place& node) {
    const std::string shown = node.down("app_data/ui_data").text_at("label");
    return shown.empty() ? node.at("app_data").text_at("label") : shown;
}

std::vector<std::string> unique_names(const std::vector<std::string>& labels) {
    std::vector<std::string> out;
    std::set<std::string> taken;
    for (const std::string& label : labels) {
        std::string name = label;
        for (int n = 2; !taken.insert(name).second; ++n) name = label + "-" + std::to_string(n);
        out.push_back(std::move(name));
    }
    return out;
}

Pipeline pipeline_of(const Place& place) {
    Pipeline out;
    out.place = place;
    std::vector<std::string> labels;
    for (const Place& node : place.at("nodes").items()) {
        if (const std::string type = node.text_at("type"); type != "execution_node" && type != "super_node") continue;
        out.nodes.push_back(node);
        labels.push_back(label_of(node));
    }
    out.names = unique_names(labels);
    for (std::size_t i = 0; i < out.nodes.size(); ++i) out.name_of_id.emplace(out.nodes[i].text_at("id"), out.names[i]);
    return out;
}

bool is_generic(const std::string& op) { return op == "execute-notebook-node" || op == "execute-python-node" || op == "execute-r-node"; }

std::vector<Scalar> command_of(const std::string& op, const std::string& file) {
    if (op == "execute-notebook-node") return {{"papermill"}, {file}, {"-"}};
    return {{op == "execute-r-node" ? "Rscript" : "python3"}, {file}};
}

std::string op_of(const std::vector<Scalar>& command) {
    if (command.size() == 3 && command[0].text == "papermill" && command[2].text == "-") return "execute-notebook-node";
    if (command.size() != 2) return {};
    if (command[0].text == "Rscript") return "execute-r-node";
    return command[0].text == "python3" || command[0].text == "python" ? "execute-python-node" : "";
}

std::string file_of(const std::vector<Scalar>& command) { return command.size() > 1 ? command[1].text : std::string(); }

Result<ReadResult> read(const yaml::Stream& stream, std::size_t) {
    Reading reading;
    reading.root = {stream.documents[0].root, {}, 0};
    const Place pipelines = reading.root.at("pipelines"), pipeline = primary_pipeline(reading.root);
    if (!pipeline) {
        const NodePtr at = pipelines ? pipelines.node : reading.root.node;
        return fail(Message{WEFT_TR("core", "the list `pipelines` is empty: there is no flow in this file")}, {{}, at->line, at->column});
    }
    Flow& flow = reading.out.flow;
    flow.format = "elyra";
    read_properties(reading, pipeline);
    reading.open.insert(pipeline.text_at("id"));
    flow.main = read_body(reading, pipeline, {});
    flow = number_tasks(std::move(flow));
    flow.origin = reading.root.node;
    reading.out.kept.assign(reading.kept.begin(), reading.kept.end());
    return std::move(reading.out);
}

}  // namespace weft::elyra
