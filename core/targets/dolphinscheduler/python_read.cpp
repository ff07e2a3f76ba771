// pydolphinscheduler YAML -> Flow.
#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <unordered_map>

#include "core/model/edit.h"
#include "core/targets/dolphinscheduler/conditions.h"
#include "core/targets/dolphinscheduler/derive.h"
#include "core/targets/dolphinscheduler/format.h"
#include "core/targets/dolphinscheduler/python.h"
#include "core/targets/dolphinscheduler/words.h"
#include "core/yaml/writer.h"

namespace weft::dolphin::python {
namespace {

constexpr std::array<std::array<const char*, 2>, 7> classes{{{"Shell", "SHELL"}, {"Python", "PYTHON"}, {"Http", "HTTP"}, {"Kubernetes", "K8S"}, {"Condition", "CONDITIONS"}, {"Switch", "SWITCH"}, {"SubWorkflow", "SUB_WORKFLOW"}}};

struct Reading {
    ReadResult out;
    std::size_t document = 0;
    std::vector<Task> tasks;
    std::vector<NodePtr> nodes;
    std::vector<std::string> trees;
    std::unordered_map<std::string, std::size_t> index;

    Task* at(const std::string& name) {
        const auto found = index.find(name);
        return found == index.end() ? nullptr : &tasks[found->second];
    }
    void place(const std::string& path, const NodePtr& map, const char* key, const std::string& tree, bool editable = true) {
        if (const yaml::Entry* entry = yaml::find_entry(map, key)) out.places.add(path, entry->value, editable ? tree + '/' + key : std::string(), document);
    }
    void look_over(const NodePtr& map, const std::string& path, const Fields& common, const Fields* own) {
        if (!map) return;
        for (const yaml::Entry& entry : map->entries) {
            const Field* field = find_field(common, entry.key->text);
            if (!field && own) field = find_field(*own, entry.key->text);
            if (!field && own) {
                out.issues.push_back({"yaml/unknown-field", Message{WEFT_TR("core", "unknown field \"%1\": pydolphinscheduler does not take it"), {entry.key->text}}, entry.key->span, entry.key->line, entry.key->column});
            } else if (!field || (!field->drawn && field->usual != "*" && !(entry.value->is_scalar() && entry.value->text == field->usual))) {
                out.kept.push_back(path.empty() ? entry.key->text : path + '.' + entry.key->text);
            }
        }
    }
};

Value value_of(const NodePtr& node) {
    const Typed typed = typed_in(node);
    Value value;
    value.text = typed.text;
    const yaml::Node* scalar = yaml::resolve(node.get());
    value.plain = typed.type.empty() ? scalar && scalar->style == yaml::Style::plain && yaml::type_of(*scalar) != yaml::ScalarType::string && yaml::type_of(*scalar) != yaml::ScalarType::null
                                     : is_plain_of(type_of_property(typed.type), typed.text);
    return value;
}

void read_workflow(Reading& reading, const NodePtr& head) {
    Flow& flow = reading.out.flow;
    flow.name = yaml::text_at(head, "name");
    flow.description = yaml::text_at(head, "description");
    flow.timeout = minutes_text(yaml::text_at(head, "timeout"));
    for (const char* key : {"name", "description"}) reading.place(key, head, key, "workflow");
    reading.place("timeout", head, "timeout", "workflow", false);
    if (const NodePtr params = yaml::find(head, "param"); params && params->is_map())
        for (const yaml::Entry& entry : params->entries) {
            Parameter parameter;
            parameter.name = entry.key->text;
            parameter.type = ValueType::string;
            parameter.value = value_of(entry.value);
            const std::string path = join_path("parameters", parameter.name);
            reading.out.places.add(path, entry.key, {}, reading.document);
            reading.out.places.add(path + ".value", entry.value, "workflow/param/" + parameter.name, reading.document);
            flow.parameters.push_back(std::move(parameter));
        }
    if (const std::string cron = yaml::text_at(head, "schedule"); !cron.empty()) {
        Schedule schedule;
        schedule.crons = {cron};
        schedule.timezone = yaml::text_at(head, "timezone");
        schedule.start = yaml::text_at(head, "start_time");
        schedule.end = yaml::text_at(head, "end_time");
        schedule.suspended = lower_case(yaml::text_at(head, "online_schedule")) == "false";
        reading.place("schedule", head, "schedule", "workflow");
        reading.place("schedule.cron", head, "schedule", "workflow");
        flow.schedule = std::move(schedule);
    }
    reading.look_over(head, "", workflow_fields(), &workflow_fields());
}

void read_properties(Reading& reading, Task& task, Definition& own, const NodePtr& node, const std::string& path, const std::string& tree) {
    if (const NodePtr ins = yaml::find(node, "input_params"); ins && ins->is_map())
        for (const yaml::Entry& entry : ins->entries) {
            task.params.push_back({entry.key->text, value_of(entry.value)});
            const std::string place = join_path(path + ".params", entry.key->text);
            reading.out.places.add(place, entry.key, {}, reading.document);
            reading.out.places.add(place + ".value", entry.value, typed_in(entry.value).type.empty() ? tree + "/input_params/" + entry.key->text : std::string(), reading.document);
        }
    if (const NodePtr outs = yaml::find(node, "output_params"); outs && outs->is_map())
        for (const yaml::Entry& entry : outs->entries) {
            const Typed typed = typed_in(entry.value);
            Output output;
            output.name = entry.key->text;
            output.from = OutputFrom::standard_output;
            output.type = type_of_property(typed.type);
            if (!typed.text.empty()) output.fallback = typed.text;
            reading.out.places.add(join_path(path + ".outputs", output.name), entry.key, {}, reading.document);
            own.outputs.push_back(std::move(output));
        }
    if (!own.outputs.empty()) own.unsupported.push_back("outputs by setValue lines");
}

// What only the SDK understands is carried along as text, so that a fresh file says it again.
std::string own_words(const NodePtr& node) {
    std::vector<yaml::Entry> kept;
    for (const yaml::Entry& entry : node->entries)
        if (!find_field(task_fields(), entry.key->text) && entry.key->text != "url") kept.push_back(entry);
    return kept.empty() ? std::string() : yaml::write_json(yaml::make_map(std::move(kept)), 0);
}

void read_kind(Reading& reading, Definition& own, const NodePtr& node, const std::string& type, const std::string& path, const std::string& tree) {
    if (type == "SHELL" || type == "PYTHON") {
        const char* key = type == "SHELL" ? "command" : "definition";
        own.kind = DefinitionKind::script;
        own.command = {{type == "SHELL" ? "bash" : "python3", false}};
        own.source = yaml::text_at(node, key);
        reading.place(path + ".script", node, key, tree);
    } else if (type == "HTTP") {
        own.kind = DefinitionKind::http;
        own.detail = yaml::text_at(node, "url");
        own.source = own_words(node);
        reading.place(path + ".url", node, "url", tree);
    } else if (type == "K8S") {
        own.kind = DefinitionKind::container;
        if (const std::string image = yaml::text_at(node, "image"); !image.empty()) own.environment.image = image;
        if (const std::string cpu = yaml::text_at(node, "min_cpu_cores"); !cpu.empty()) own.environment.cpu = Scalar{cores_of(cpu) ? number_text(*cores_of(cpu)) : cpu, true};
        if (const std::string memory = yaml::text_at(node, "min_memory_space"); !memory.empty()) own.environment.memory = Scalar{(mebibytes_of(memory + "Mi") ? number_text(*mebibytes_of(memory + "Mi")) : memory) + "Mi", false};
        reading.place(path + ".image", node, "image", tree);
        reading.place(path + ".cpu", node, "min_cpu_cores", tree, false);
        reading.place(path + ".memory", node, "min_memory_space", tree, false);
    } else if (type == "SUB_WORKFLOW") {
        own.kind = DefinitionKind::reference;
        own.detail = type + ' ' + yaml::text_at(node, "workflow_name");
    } else {
        own.kind = type.empty() ? DefinitionKind::none : DefinitionKind::other;
        own.detail = type;
        if (type != "CONDITIONS" && type != "SWITCH") own.source = own_words(node);
    }
}

Task read_task(Reading& reading, const NodePtr& node, const std::string& tree) {
    Task task;
    task.name = yaml::text_at(node, "name");
    task.note = yaml::text_at(node, "description");
    task.muted = lower_case(yaml::text_at(node, "flag")) == "no";
    const std::string path = join_path("tasks", task.name), type = type_of_class(yaml::text_at(node, "task_type"));
    reading.out.places.add(path, node, {}, reading.document);
    reading.place(path + ".name", node, "name", tree);
    reading.place(path + ".note", node, "description", tree);
    Definition own;
    read_kind(reading, own, node, type, path, tree);
    read_properties(reading, task, own, node, path, tree);
    if (const std::string times = yaml::text_at(node, "fail_retry_times"); !times.empty() && times != "0") {
        Retry retry;
        retry.limit = Scalar{times, true};
        const yaml::Entry* interval = yaml::find_entry(node, "fail_retry_interval");
        retry.delay = interval ? minutes_text(interval->value->text) : "1m";   // the SDK's default
        own.retry = std::move(retry);
    }
    if (lower_case(yaml::text_at(node, "timeout_notify_strategy")) != "warn") own.timeout = minutes_text(yaml::text_at(node, "timeout"));
    else reading.out.kept.push_back(path + ".timeout");
    reading.place(path + ".retry", node, "fail_retry_times", tree, false);
    reading.place(path + ".retry.limit", node, "fail_retry_times", tree, false);
    reading.place(path + ".timeout", node, "timeout", tree, false);
    reading.look_over(node, path, task_fields(), own_fields(type));
    task.own = std::make_shared<const Definition>(std::move(own));
    return task;
}

void set_need(Task& task, const std::string& name, Results results) {
    const auto found = std::find_if(task.needs.begin(), task.needs.end(), [&](const Need& need) { return need.task == name; });
    if (found != task.needs.end()) found->results = results;
    else task.needs.push_back({name, results, false});
}

bool truth(const std::string& text) { return lower_case(text) == "true" || lower_case(text) == "yes" || lower_case(text) == "on"; }

void read_condition(Reading& reading, Task& gate, const NodePtr& node) {
    Condition condition;
    condition.top_or = lower_case(yaml::text_at(node, "op")) == "or";
    if (const NodePtr groups = yaml::find(node, "groups"))
        for (const NodePtr& group : groups->items) {
            std::vector<Item> items;
            if (const NodePtr inner = yaml::find(group, "groups"))
                for (const NodePtr& item : inner->items)
                    if (reading.at(yaml::text_at(item, "task"))) items.push_back({yaml::text_at(item, "task"), !truth(yaml::text_at(item, "flag"))});
            condition.groups.emplace_back(lower_case(yaml::text_at(group, "op")) == "or", std::move(items));
        }
    if (!ask(gate, condition)) reading.out.kept.push_back(join_path("tasks", gate.name) + ".groups");
    if (Task* met = reading.at(yaml::text_at(node, "success_task"))) set_need(*met, gate.name, on_met);
    if (Task* unmet = reading.at(yaml::text_at(node, "failed_task"))) set_need(*unmet, gate.name, on_unmet);
}

void read_switch(Reading& reading, Task& gate, const NodePtr& node) {
    const NodePtr cases = yaml::find(node, "condition");
    for (std::size_t i = 0; cases && i < cases->items.size(); ++i) {
        Task* task = reading.at(yaml::text_at(cases->items[i], "task"));
        if (!task) continue;
        set_need(*task, gate.name, on_met);
        const std::string condition = yaml::text_at(cases->items[i], "condition");
        if (condition.empty()) continue;
        task->when = task->when.empty() ? condition : "(" + task->when + ") || (" + condition + ")";
        reading.place(join_path("tasks", task->name) + ".when", cases->items[i], "condition", {}, false);
    }
}

void read_order(Reading& reading) {
    for (std::size_t i = 0; i < reading.tasks.size(); ++i) {
        Task& task = reading.tasks[i];
        const NodePtr deps = yaml::find(reading.nodes[i], "deps");
        const auto add = [&](const NodePtr& node) {
            const yaml::Node* name = yaml::resolve(node.get());   // may be an alias of the task's own name
            if (!name || !name->is_scalar() || !reading.at(name->text)) return;
            set_need(task, name->text, is_type(task, "CONDITIONS") ? results_completed : results_default);
            reading.out.places.add(join_path(join_path("tasks", task.name) + ".needs", name->text), node, {}, reading.document);
        };
        if (deps && deps->is_sequence())
            for (const NodePtr& dep : deps->items) add(dep);
    }
    for (std::size_t i = 0; i < reading.tasks.size(); ++i) {
        if (is_type(reading.tasks[i], "CONDITIONS")) read_condition(reading, reading.tasks[i], reading.nodes[i]);
        if (is_type(reading.tasks[i], "SWITCH")) read_switch(reading, reading.tasks[i], reading.nodes[i]);
    }
}

}  // namespace

std::string lower_case(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = char(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

std::string type_of_class(std::string_view word) {
    for (const auto& [name, type] : classes)
        if (lower_case(name) == lower_case(word)) return type;
    return std::string(word);
}

const char* class_of_type(std::string_view type) {
    for (const auto& [name, known] : classes)
        if (known == type) return name;
    return "";
}

Typed typed_in(const NodePtr& given) {
    const yaml::Node* node = yaml::resolve(given.get());
    if (!node || !node->is_scalar()) return {};
    const std::string& text = node->text;
    const std::size_t open = text.find('('), close = text.find(')');
    static constexpr std::string_view types[] = {"VARCHAR", "LONG", "INTEGER", "FLOAT", "DOUBLE", "DATE", "TIME", "TIMESTAMP", "BOOLEAN", "LIST", "FILE"};
    if (open == std::string::npos || close != text.size() - 1) return {{}, text};
    const std::string type = text.substr(0, open);
    if (std::find(std::begin(types), std::end(types), type) == std::end(types)) return {{}, text};
    return {type, text.substr(open + 1, close - open - 1)};
}

NodePtr tasks_of(const NodePtr& root) {
    const NodePtr tasks = yaml::find(root, "tasks");
    return tasks && tasks->is_sequence() ? tasks : nullptr;
}

std::size_t document_of(const yaml::Stream& stream, std::size_t flow_index) {
    for (std::size_t d = 0; d < stream.documents.size(); ++d) {
        const NodePtr& root = stream.documents[d].root;
        const NodePtr head = yaml::find(root, "workflow"), tasks = tasks_of(root);
        if (!head || !head->is_map() || !tasks || !yaml::find(head, "name")) continue;
        const bool typed = tasks->items.empty() || std::any_of(tasks->items.begin(), tasks->items.end(), [](const NodePtr& task) { return yaml::find(task, "task_type") != nullptr; });
        if (typed && flow_index-- == 0) return d;
    }
    return std::string::npos;
}

bool recognises(const yaml::Stream& stream) { return document_of(stream, 0) != std::string::npos; }

std::size_t flow_count(const yaml::Stream& stream) {
    std::size_t count = 0;
    while (document_of(stream, count) != std::string::npos) ++count;
    return count;
}

Result<ReadResult> read(const yaml::Stream& stream, std::size_t flow_index) {
    const std::size_t document = document_of(stream, flow_index);
    if (document == std::string::npos) return fail(Message{WEFT_TR("core", "no workflow of pydolphinscheduler stands in this file")});
    Reading reading;
    reading.document = document;
    const NodePtr& root = stream.documents[document].root;
    reading.out.flow.format = "pydolphinscheduler";
    read_workflow(reading, yaml::find(root, "workflow"));
    const NodePtr list = tasks_of(root);
    for (std::size_t i = 0; i < list->items.size(); ++i) {
        NodePtr node = list->items[i];
        while (node && node->kind == yaml::Kind::alias) node = node->target;
        if (!node || !node->is_map()) continue;
        reading.nodes.push_back(node);
        reading.tasks.push_back(read_task(reading, node, "tasks/" + std::to_string(i)));
    }
    for (std::size_t i = 0; i < reading.tasks.size(); ++i) reading.index.emplace(reading.tasks[i].name, i);
    read_order(reading);
    Flow& flow = reading.out.flow;
    for (Task& task : reading.tasks) flow.main.tasks.push_back(std::make_shared<const Task>(std::move(task)));
    flow.main = derived(flow.main, flow.parameters);
    flow = number_tasks(std::move(flow));
    return std::move(reading.out);
}

}  // namespace weft::dolphin::python
