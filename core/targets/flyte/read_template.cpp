// A task template as a Definition: container, pod, SQL, or work of a plugin; its interface and metadata.
#include "core/targets/flyte/reading.h"

#include "core/targets/flyte/pod.h"

namespace weft::flyte {
namespace {

std::vector<Scalar> words(const Place& list) {
    std::vector<Scalar> out;
    for (const Place& word : list.items()) out.push_back(scalar_of(word));
    return out;
}

// An image that is there and empty is none: the server says "missing image".
std::optional<std::string> image_of(const Place& image) { return image.is_scalar() && !image.text().empty() ? std::optional(image.text()) : std::nullopt; }

void read_container(const Place& container, Definition& out) {
    out.kind = DefinitionKind::container;
    out.command = words(container.at("command"));
    out.args = words(container.at("args"));
    out.environment.image = image_of(container.at("image"));
    read_resources(container.at("resources"), out.environment);
    for (const Place& variable : container.at("env").items())
        out.environment.env.push_back({variable.text_at("key"), Value{Source::literal, variable.text_at("value")}});
}

void map_container(Reading& reading, const Place& container, const std::string& path) {
    reading.map(path + ".image", container.at("image"));
    reading.map(path + ".command", container.at("command"));
    reading.map(path + ".args", container.at("args"));
    map_resources(reading, container.at("resources"), path);
    for (const Place& variable : container.at("env").items()) {
        const std::string name = join_path(path + ".env", variable.text_at("key"));
        reading.map(name, variable.at("key"));
        reading.map(name + ".value", variable.at("value"));
    }
}

// Secrets that become environment variables by name.
void read_secrets(const Place& context, Environment& out) {
    for (const Place& secret : context.at("secrets").items())
        if (const std::string variable = secret.text_at("envVar"); !variable.empty())
            out.env.push_back({variable, Value{Source::secret, {}, secret.text_at("group"), secret.text_at("key")}});
    if (const Place account = context.below("runAs/k8sServiceAccount"); account && !account.text().empty()) out.service_account = account.text();
}

// What copilot uploads: a file of the output's name below the output folder.
void place_outputs(const Place& data, std::vector<Output>& outputs) {
    if (!data.is_true("enabled")) return;
    std::string folder = data.text_at("outputPath");
    if (!folder.empty() && folder.back() != '/') folder += '/';
    for (Output& output : outputs) output.path = folder.empty() ? "" : folder + output.name;
}

}  // namespace

std::string retries_of(const Place& metadata) {
    const std::string retries = metadata.below("retries/retries").text();
    return retries == "0" ? std::string() : retries;
}

std::string timeout_of(const Place& metadata) {
    const std::string text = metadata.text_at("timeout");
    const bool none = text.empty() || text.find_first_not_of("0.s") == std::string::npos;
    return none ? std::string() : text;
}

bool is_map_task(const Unit& unit, const std::string& task) {
    const Entry* entry = unit.find(Entry::Kind::task, task);
    return entry && entry->body.text_at("type") == "container_array";
}

void read_interface(const Place& interface, std::vector<Parameter>& inputs, std::vector<Output>& outputs) {
    for (const auto& [name, variable] : interface.below("inputs/variables").entries()) {
        Parameter parameter{name};
        parameter.type = type_of(variable.at("type"), &parameter.choices);
        parameter.description = variable.text_at("description");
        inputs.push_back(std::move(parameter));
    }
    for (const auto& [name, variable] : interface.below("outputs/variables").entries()) {
        Output output;
        output.name = name;
        output.type = type_of(variable.at("type"));
        output.artifact = output.type == ValueType::file;
        outputs.push_back(std::move(output));
    }
}

void read_resources(const Place& resources, Environment& out) {
    const auto value = [](const Place& entry) { return std::optional(scalar_of(entry.at("value"))); };
    for (const Place& entry : resources.at("requests").items()) {
        const std::string name = entry.text_at("name");
        if (name == "CPU") out.cpu = value(entry);
        if (name == "MEMORY") out.memory = value(entry);
        if (name == "EPHEMERAL_STORAGE") out.disk = value(entry);
        if (name == "GPU") out.gpu = value(entry);
    }
    for (const Place& entry : resources.at("limits").items()) {
        const std::string name = entry.text_at("name");
        if (name == "CPU") out.cpu_limit = value(entry);
        if (name == "MEMORY") out.memory_limit = value(entry);
        if (name == "GPU" && !out.gpu) out.gpu = value(entry);
    }
}

void map_resources(Reading& reading, const Place& resources, const std::string& path) {
    for (const char* list : {"requests", "limits"})
        for (const Place& entry : resources.at(list).items()) {
            const std::string name = entry.text_at("name"), suffix = list == std::string_view("limits") ? "_limit" : "";
            const Place value = entry.at("value");
            if (name == "CPU") reading.map(path + ".cpu" + suffix, value);
            if (name == "MEMORY") reading.map(path + ".memory" + suffix, value);
            if (name == "EPHEMERAL_STORAGE" && suffix.empty()) reading.map(path + ".disk", value);
            if (name == "GPU") reading.map(path + ".gpu", value);
        }
}

Definition read_task_template(Reading& reading, const Entry& entry, const std::string& path) {
    const Place& tmpl = entry.body;
    const Place container = tmpl.at("container"), pod = tmpl.at("k8sPod"), metadata = tmpl.at("metadata");
    Definition out;
    read_interface(tmpl.at("interface"), out.inputs, out.outputs);
    if (container) {
        read_container(container, out);
        place_outputs(container.at("dataConfig"), out.outputs);
        reading.keep(container, path + ".container", "Container", {"image", "command", "args", "resources", "env", "dataConfig"});
    } else if (pod) {
        read_pod(reading, pod, path, out);
        place_outputs(pod.at("dataConfig"), out.outputs);
    } else {
        out.kind = DefinitionKind::other;
        out.detail = tmpl.has("sql") ? "SQL" : tmpl.text_at("type");
        out.unsupported = {out.detail};
    }
    if (const Place shared = tmpl.below("extendedResources/sharedMemory/sizeLimit")) out.environment.shared_memory = scalar_of(shared);
    read_secrets(tmpl.at("securityContext"), out.environment);
    if (const std::string retries = retries_of(metadata); !retries.empty()) out.retry = Retry{Scalar{retries, true}};
    out.timeout = timeout_of(metadata);
    reading.keep(tmpl, path, "TaskTemplate",
                 {"id", "type", "metadata", "interface", "container", "k8sPod", "taskTypeVersion", "securityContext", "extendedResources"});
    reading.keep(metadata, path, "TaskMetadata", {"runtime", "timeout", "retries"});
    reading.keep(tmpl.at("extendedResources"), path, "ExtendedResources", {"sharedMemory"});
    return out;
}

void map_task_template(Reading& reading, const Entry& entry, const std::string& path) {
    const Place& tmpl = entry.body;
    if (const Place container = tmpl.at("container")) map_container(reading, container, path);
    else if (const Place pod = tmpl.at("k8sPod")) map_pod(reading, pod, path);
    const Place metadata = tmpl.at("metadata");
    reading.map(path + ".retry", metadata.at("retries"));
    reading.map(path + ".retry.limit", metadata.below("retries/retries"));
    reading.map(path + ".timeout", metadata.at("timeout"));
    reading.map(path + ".shared_memory", tmpl.below("extendedResources/sharedMemory/sizeLimit"));
    for (const auto& [name, variable] : tmpl.below("interface/inputs/variables").entries()) reading.map(join_path(path + ".inputs", name), variable);
    for (const auto& [name, variable] : tmpl.below("interface/outputs/variables").entries()) reading.map(join_path(path + ".outputs", name), variable);
}

}  // namespace weft::flyte
