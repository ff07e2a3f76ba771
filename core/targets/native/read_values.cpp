// Values, bindings, parameters and the environment.
#include "core/targets/native/reading.h"
#include "core/targets/native/settle.h"

namespace weft::native {
namespace {

using yaml::ScalarType;

// "fetch.path" or {task: fetch, name: path}: for names that hold a dot.
bool split_pair(Reading& reading, const Spot& spot, std::string_view first, std::string_view second, bool last_dot, Value& value) {
    if (spot.is_map()) {
        reading.check_keys(spot, {first, second});
        value.task = reading.text(spot, first);
        value.name = reading.text(spot, second);
        return true;
    }
    if (!spot.is_scalar()) return false;
    const std::string& text = spot.node->text;
    const std::size_t dot = last_dot ? text.rfind('.') : text.find('.');
    if (dot == std::string::npos || dot == 0 || dot + 1 == text.size()) return false;
    value.task = text.substr(0, dot);
    value.name = text.substr(dot + 1);
    return true;
}

Value structured(Reading& reading, const Spot& map, std::string_view name) {
    Value value;
    reading.check_keys(map, value_keys());
    if (const Spot param = reading.at(map, "param"); param.is_scalar()) {
        value.source = Source::param;
        value.name = param.node->text;
    } else if (const Spot output = reading.at(map, "output")) {
        if (!split_pair(reading, output, "task", "name", true, value)) {
            reading.issue("yaml/wrong-type", {WEFT_TR("core", "\"output\" names a task and its output as in fetch.path")}, output);
            return value;
        }
        value.source = Source::output;
    } else if (const Spot secret = reading.at(map, "secret")) {
        if (!split_pair(reading, secret, "name", "key", false, value)) {
            reading.issue("yaml/wrong-type", {WEFT_TR("core", "\"secret\" names a secret and its key as in database.password")}, secret);
            return value;
        }
        value.source = Source::secret;
    } else if (reading.at(map, "status").node) {
        reading.choice(map, "status", {"flow"});
        value.source = Source::status;
    } else {
        reading.issue("yaml/wrong-type", {WEFT_TR("core", "\"%1\" must be one value or one of {param: …}, {output: task.name}, {secret: name.key}, {status: flow}"), {std::string(name)}}, map);
    }
    return value;
}

}  // namespace

Value read_value(Reading& reading, const Spot& spot, std::string_view name) {
    if (!spot.node) return {};
    if (spot.node->kind == yaml::Kind::null || spot.is_scalar()) {
        const Scalar scalar = scalar_of(*spot.node);
        return settled(Value{Source::literal, scalar.text, {}, {}, scalar.plain});
    }
    if (spot.is_map()) return structured(reading, spot, name);
    reading.issue("yaml/wrong-type", {WEFT_TR("core", "\"%1\" must be one value or one of {param: …}, {output: task.name}, {secret: name.key}, {status: flow}"), {std::string(name)}}, spot);
    return {};
}

std::vector<Binding> read_bindings(Reading& reading, const Spot& map, std::string_view name, const std::string& path) {
    std::vector<Binding> bindings;
    if (!reading.want_map(map, name)) return bindings;
    for (const Spot& entry : reading.entries(map)) {  // every entry becomes a binding: the writer counts on it
        const std::string key = key_text(entry);
        const std::string here = join_path(path, key);
        reading.place_key(here, entry);
        reading.place(here + ".value", entry);
        bindings.push_back({key, read_value(reading, entry, key)});
    }
    return bindings;
}

std::vector<Parameter> read_parameters(Reading& reading, const Spot& map, std::string_view name, const std::string& path) {
    std::vector<Parameter> parameters;
    if (!reading.want_map(map, name)) return parameters;
    for (const Spot& entry : reading.entries(map)) {
        Parameter parameter;
        parameter.name = key_text(entry);
        const std::string here = join_path(path, parameter.name);
        reading.place_key(here, entry);
        Spot value = entry;
        if (entry.is_map()) {
            reading.check_keys(entry, parameter_keys());
            value = reading.at(entry, "value");
            parameter.type = read_type(reading, entry);
            parameter.description = reading.text(entry, "description");
            reading.place(here + ".description", reading.at(entry, "description"));
            const Spot choices = reading.at(entry, "choices");
            if (reading.want_list(choices, "choices")) {
                for (const Scalar& word : read_words(reading, choices, "choices")) parameter.choices.push_back(word.text);
            }
        }
        if (value) {
            if (value.is_scalar()) parameter.value = read_value(reading, value, parameter.name);
            else reading.issue("yaml/wrong-type", {WEFT_TR("core", "\"%1\" must be one value, neither a list nor a map"), {parameter.name}}, value);
        }
        reading.place(here + ".value", value);
        parameters.push_back(std::move(parameter));
    }
    return parameters;
}

std::vector<Scalar> read_words(Reading& reading, const Spot& spot, std::string_view name) {
    std::vector<Scalar> words;
    for (const Spot& item : reading.items(spot)) {
        if (item.node && (item.is_scalar() || item.node->kind == yaml::Kind::null)) {
            words.push_back(scalar_of(*item.node));
        } else {
            reading.issue("yaml/wrong-type", {WEFT_TR("core", "\"%1\" must be a list of single values"), {std::string(name)}}, item);
            words.push_back({});  // keeps its place: the writer counts on it
        }
    }
    return words;
}

Environment read_environment(Reading& reading, const Spot& map, const std::string& path) {
    Environment environment;
    if (!reading.want_map(map, "environment")) return environment;
    reading.check_keys(map, environment_keys());
    for (const TextKey& field : text_keys()) {
        environment.*field.member = reading.optional_text(map, field.key);
        reading.place(path + '.' + std::string(field.path), reading.at(map, field.key));
    }
    for (const QuantityKey& field : quantity_keys()) {
        environment.*field.member = reading.scalar(map, field.key);
        reading.place(path + '.' + std::string(field.path), reading.at(map, field.key));
    }
    const Spot secrets = reading.at(map, "pullSecrets");
    if (reading.want_list(secrets, "pullSecrets")) {
        for (const Scalar& word : read_words(reading, secrets, "pullSecrets")) environment.pull_secrets.push_back(word.text);
    }
    reading.place(path + ".pull_secrets", secrets);
    reading.place(path + ".env", reading.at(map, "env"));
    environment.env = read_bindings(reading, reading.at(map, "env"), "env", path + ".env");
    environment.node_selector = read_bindings(reading, reading.at(map, "nodeSelector"), "nodeSelector", path + ".node_selector");
    environment.volumes = read_volumes(reading, reading.at(map, "volumes"), path);
    environment.tolerations = read_tolerations(reading, reading.at(map, "tolerations"), path);
    return environment;
}

}  // namespace weft::native
