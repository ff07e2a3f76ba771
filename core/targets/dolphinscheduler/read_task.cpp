// One entry of taskDefinitionList.
#include <algorithm>

#include "core/targets/dolphinscheduler/dynamic.h"
#include "core/targets/dolphinscheduler/reading.h"
#include "core/targets/dolphinscheduler/words.h"
#include "core/yaml/writer.h"

namespace weft::dolphin {
namespace {

std::string first_line(const std::string& text) {
    std::string line = text.substr(0, text.find('\n'));
    return line.size() > 80 ? line.substr(0, 77) + "..." : line;
}

// The places of a task: fields of the entry itself and of its taskParams.
struct Spot {
    Reading& reading;
    const Entry& entry;
    const Opened& params;
    std::string path;

    void field(const char* name, const char* key, bool editable) const {
        reading.place(path + name, yaml::find(entry.node, key), editable && !entry.tree.empty() ? entry.tree + '/' + key : std::string());
    }
    void param(const char* name, const char* key, bool editable) const {
        const NodePtr node = yaml::find(params.root, key);
        if (!node) return;
        if (params.inside) reading.place(path + name, params.outer);
        else reading.place(path + name, node, editable && !entry.tree.empty() ? entry.tree + "/taskParams/" + key : std::string());
    }
};

void read_properties(const Spot& at, Task& task, Definition& own) {
    const NodePtr list = yaml::find(at.params.root, "localParams");
    if (!list || !list->is_sequence()) return;
    for (const NodePtr& item : list->items) {
        const Property property = property_of(item);
        const bool out = property.direct == "OUT";
        if (out) {
            Output output;
            output.name = property.name;
            output.from = OutputFrom::standard_output;
            output.type = type_of_property(property.type);
            if (property.value && !property.value->empty()) output.fallback = property.value;
            own.outputs.push_back(std::move(output));
        } else {
            task.params.push_back({property.name, value_of(property)});
        }
        const std::string place = join_path(at.path + (out ? ".outputs" : ".params"), property.name);
        at.reading.place(place, at.params.inside ? at.params.outer : item);
        if (!out && !at.params.inside)
            at.reading.place(place + ".value", yaml::find(item, "value"),
                             at.entry.tree.empty() ? std::string() : at.entry.tree + "/taskParams/localParams/" + std::to_string(&item - list->items.data()) + "/value");
    }
    if (!own.outputs.empty()) own.unsupported.push_back("outputs by setValue lines");
}

// A single value that the node must have; every other operator says what our selector cannot.
bool is_selector(const NodePtr& item) {
    const std::string op = yaml::text_at(item, "operator");
    return (op == "In" || op.empty()) && !yaml::text_at(item, "key").empty();
}

void read_pod(const Spot& at, Definition& own) {
    const NodePtr& params = at.params.root;
    Environment& e = own.environment;
    if (const std::string image = yaml::text_at(params, "image"); !image.empty()) e.image = image;
    if (const std::string policy = yaml::text_at(params, "imagePullPolicy"); !policy.empty()) e.pull_policy = policy;
    if (const std::string secret = yaml::text_at(params, "pullSecret"); !secret.empty()) e.pull_secrets.push_back(secret);
    if (const std::string cpu = yaml::text_at(params, "minCpuCores"); !cpu.empty()) e.cpu = Scalar{cores_of(cpu) ? number_text(*cores_of(cpu)) : cpu, true};
    if (const std::string memory = yaml::text_at(params, "minMemorySpace"); !memory.empty()) e.memory = Scalar{(mebibytes_of(memory + "Mi") ? number_text(*mebibytes_of(memory + "Mi")) : memory) + "Mi", false};
    own.command = words_in(yaml::find(params, "command"));
    own.args = words_in(yaml::find(params, "args"));
    if (const NodePtr selectors = yaml::find(params, "nodeSelectors"))
        for (const NodePtr& item : selectors->items) {
            if (is_selector(item)) e.node_selector.push_back({yaml::text_at(item, "key"), Value{Source::literal, yaml::text_at(item, "values")}});
            else at.reading.out.kept.push_back(at.path + ".nodeSelectors." + yaml::text_at(item, "key"));
        }
    at.param(".image", "image", true);
    at.param(".pull_policy", "imagePullPolicy", true);
    at.param(".cpu", "minCpuCores", false);
    at.param(".memory", "minMemorySpace", false);
    at.param(".command", "command", false);
    at.param(".args", "args", false);
    at.param(".node_selector", "nodeSelectors", false);
}

// What only the engine understands is carried along as text, so that a fresh file says it again.
std::string own_words(const NodePtr& params, const std::string& type) {
    if (!params || !params->is_map()) return {};
    std::vector<yaml::Entry> kept;
    for (const yaml::Entry& entry : params->entries) {
        const std::string& key = entry.key->text;
        const bool empty = entry.value->kind == yaml::Kind::null || (!entry.value->is_scalar() && entry.value->items.empty() && entry.value->entries.empty());
        const Fields* fields = parameter_fields(type);
        const Field* field = fields ? find_field(*fields, key) : nullptr;
        const bool usual = type == "HTTP" && field && (empty || (entry.value->is_scalar() && entry.value->text == field->usual));
        if (key != "localParams" && key != "url" && !usual && !(key == "resourceList" && empty)) kept.push_back(entry);
    }
    return kept.empty() ? std::string() : yaml::write_json(yaml::make_map(std::move(kept)), 0);
}

std::string sub_flow_detail(const std::string& type, const NodePtr& params) {
    std::string code = yaml::text_at(params, "workflowDefinitionCode");
    if (code.empty()) code = yaml::text_at(params, "processDefinitionCode");
    return type + ' ' + code;
}

void read_kind(const Spot& at, const std::string& type, Definition& own) {
    const NodePtr& params = at.params.root;
    if (type == "K8S") {
        own.kind = DefinitionKind::container;
        read_pod(at, own);
    } else if (type == "SHELL" || type == "PYTHON") {
        own.kind = DefinitionKind::script;
        own.command = {{type == "SHELL" ? "bash" : "python3", false}};
        own.source = yaml::text_at(params, "rawScript");
        at.param(".script", "rawScript", true);
    } else if (type == "HTTP") {
        own.kind = DefinitionKind::http;
        own.detail = yaml::text_at(params, "url");
        own.source = own_words(params, type);
        at.param(".url", "url", true);
    } else if (is_sub_flow(type) || type == "DYNAMIC") {
        own.kind = DefinitionKind::reference;
        own.detail = sub_flow_detail(type, params);
        if (type == "DYNAMIC") own.source = own_words(params, type);
    } else {
        own.kind = type.empty() ? DefinitionKind::none : DefinitionKind::other;
        const std::string sql = yaml::text_at(params, "sql");
        own.detail = sql.empty() ? type : type + ' ' + first_line(sql);
        if (type != "CONDITIONS" && type != "SWITCH") own.source = own_words(params, type);
    }
}

void read_limits(const Spot& at, Definition& own) {
    const NodePtr& node = at.entry.node;
    if (const std::string times = yaml::text_at(node, "failRetryTimes"); !times.empty() && times != "0") {
        Retry retry;
        retry.limit = Scalar{times, true};
        const std::string interval = yaml::text_at(node, "failRetryInterval");
        retry.delay = minutes_text(interval);
        own.retry = std::move(retry);
    }
    const std::string strategy = yaml::text_at(node, "timeoutNotifyStrategy"), path = at.path.substr(0);
    const bool open = yaml::text_at(node, "timeoutFlag") == "OPEN";
    if (open && strategy != "WARN") own.timeout = minutes_text(yaml::text_at(node, "timeout"));
    else if (open) at.reading.out.kept.push_back(path + ".timeoutNotifyStrategy");   // only a message, the task goes on
    at.field(".retry", "failRetryTimes", false);
    at.field(".retry.limit", "failRetryTimes", false);
    at.field(".retry.delay", "failRetryInterval", false);
    at.field(".timeout", "timeout", false);
}

}  // namespace

std::vector<Scalar> words_in(const NodePtr& node) {
    std::vector<Scalar> out;
    const Opened list = opened(node);
    if (!list.root || !list.root->is_sequence()) return out;
    for (const NodePtr& item : list.root->items)
        if (const yaml::Node* word = yaml::resolve(item.get()); word && word->is_scalar()) out.push_back({word->text, false});
    return out;
}

Task read_task(Reading& reading, const Entry& entry) {
    const Opened params = opened(yaml::find(entry.node, "taskParams"));
    Task task;
    task.name = yaml::text_at(entry.node, "name");
    const std::string path = join_path("tasks", task.name);
    const Spot at{reading, entry, params, path};
    reading.place(path, reading.nodes.tasks.inside ? reading.nodes.tasks.outer : entry.node);
    at.field(".name", "name", true);
    at.field(".note", "description", true);
    task.note = yaml::text_at(entry.node, "description");
    task.muted = yaml::text_at(entry.node, "flag") == "NO";
    const std::string type = yaml::text_at(entry.node, "taskType");
    Definition own;
    read_kind(at, type, own);
    if (type == "DYNAMIC") {
        task.loop = loop_of(own.source);
        at.param(".loop", "listParameters", false);
    }
    read_properties(at, task, own);
    read_limits(at, own);
    reading.look_over(entry.node, task_fields(), path, reading.nodes.tasks.inside ? reading.nodes.tasks.outer : nullptr);
    if (const Fields* fields = parameter_fields(type)) reading.look_over(params.root, *fields, path, params.inside || reading.nodes.tasks.inside ? (reading.nodes.tasks.inside ? reading.nodes.tasks.outer : params.outer) : nullptr);
    else if (params.root && params.root->is_map())
        for (const yaml::Entry& param : params.root->entries)
            if (param.key->text != "localParams" && param.key->text != "resourceList") reading.out.kept.push_back(path + '.' + param.key->text);
    task.own = std::make_shared<const Definition>(std::move(own));
    return task;
}

}  // namespace weft::dolphin
