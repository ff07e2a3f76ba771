// Definition JSON of DolphinScheduler 3.1 to 3.4 -> Flow.
#include <charconv>
#include <unordered_set>

#include "core/model/edit.h"
#include "core/targets/dolphinscheduler/derive.h"
#include "core/targets/dolphinscheduler/dolphinscheduler.h"
#include "core/targets/dolphinscheduler/format.h"
#include "core/targets/dolphinscheduler/reading.h"
#include "core/targets/dolphinscheduler/words.h"
#include "core/yaml/writer.h"

namespace weft::dolphin {
namespace {

double number_in(const std::string& text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

bool belongs(const Dag& dag, const NodePtr& relation, const std::string& code) {
    if (!dag.shared_lists) return true;
    const std::string owner = yaml::text_at(relation, "workflowDefinitionCode");
    return owner.empty() || owner == code;
}

void read_parameters(Reading& reading) {
    const Opened list = opened(yaml::find(reading.nodes.head, "globalParams"));
    if (!list.root) return;
    Flow& flow = reading.out.flow;
    for (const NodePtr& item : list.root->items) {
        const Property property = property_of(item);
        if (property.direct == "OUT") {   // what the workflow hands to a parent has no place in the drawing
            reading.out.kept.push_back("globalParams." + property.name);
            continue;
        }
        Parameter parameter;
        parameter.name = property.name;
        parameter.type = type_of_property(property.type);
        if (property.value) parameter.value = value_of(property);
        const std::string path = join_path("parameters", parameter.name);
        reading.place(path, list.inside ? list.outer : item);
        flow.parameters.push_back(std::move(parameter));
    }
}

void read_schedule(Reading& reading) {
    const NodePtr node = yaml::find(reading.nodes.dag.holder, "schedule");
    if (reading.nodes.dag.head.empty() || !node || !node->is_map()) return;
    Schedule schedule;
    if (const std::string cron = yaml::text_at(node, "crontab"); !cron.empty()) schedule.crons.push_back(cron);
    schedule.timezone = yaml::text_at(node, "timezoneId");
    schedule.start = yaml::text_at(node, "startTime");
    schedule.end = yaml::text_at(node, "endTime");
    schedule.suspended = yaml::text_at(node, "releaseState") == "OFFLINE";
    reading.place("schedule", node);
    reading.place("schedule.cron", yaml::find(node, "crontab"), reading.nodes.dag.path("schedule/crontab"));
    reading.place("schedule.timezone", yaml::find(node, "timezoneId"), reading.nodes.dag.path("schedule/timezoneId"));
    reading.look_over(node, schedule_fields(), "schedule");
    reading.out.flow.schedule = std::move(schedule);
}

}  // namespace

Nodes nodes_of(const Dag& dag) {
    Nodes out;
    out.dag = dag;
    out.head = dag.head_node();
    out.tasks = opened(yaml::find(dag.holder, dag.tasks));
    out.relations = opened(yaml::find(dag.holder, dag.relations));
    const std::string code = yaml::text_at(out.head, "code");
    std::unordered_set<std::string> mine;
    if (out.relations.root)
        for (const NodePtr& relation : out.relations.root->items) {
            if (!belongs(dag, relation, code)) continue;
            out.own_relations.push_back(relation);
            mine.insert(yaml::text_at(relation, "preTaskCode"));
            mine.insert(yaml::text_at(relation, "postTaskCode"));
        }
    for (std::size_t i = 0; out.tasks.root && i < out.tasks.root->items.size(); ++i) {
        const NodePtr& node = out.tasks.root->items[i];
        if (!node->is_map() || (dag.shared_lists && !mine.count(yaml::text_at(node, "code")))) continue;
        out.entries.push_back({i, node, yaml::text_at(node, "code"), out.tasks.inside ? std::string() : dag.path(dag.tasks + '/' + std::to_string(i))});
    }
    return out;
}

void Reading::issue(const char* rule, Message what, const NodePtr& at) {
    if (at) out.issues.push_back({rule, std::move(what), at->span, at->line, at->column});
}

void Reading::place(const std::string& path, const NodePtr& node, const std::string& tree) {
    if (node) out.places.add(path, node, tree, nodes.dag.document);
}

void Reading::look_over(const NodePtr& map, const Fields& fields, const std::string& path, const NodePtr& outer) {
    if (!map || !map->is_map()) return;
    for (const yaml::Entry& entry : map->entries) {
        const Field* field = find_field(fields, entry.key->text);
        if (!field) {
            issue("yaml/unknown-field", Message{WEFT_TR("core", "unknown field \"%1\": DolphinScheduler passes over it"), {entry.key->text}}, outer ? outer : entry.key);
            continue;
        }
        if (field->drawn || field->usual == "*") continue;
        const NodePtr& value = entry.value;
        if (value->kind == yaml::Kind::null || (value->is_scalar() && (value->text.empty() || value->text == field->usual))) continue;
        if (!value->is_scalar() && value->items.empty() && value->entries.empty()) continue;
        out.kept.push_back(path.empty() ? entry.key->text : path + '.' + entry.key->text);
    }
}

Property property_of(const NodePtr& node) {
    Property out{yaml::text_at(node, "prop"), yaml::text_at(node, "direct"), yaml::text_at(node, "type"), std::nullopt, node};
    if (const NodePtr value = yaml::find(node, "value"); value && value->is_scalar()) out.value = value->text;
    return out;
}

Value value_of(const Property& property) {
    Value value;
    value.text = property.value.value_or("");
    value.plain = is_plain_of(type_of_property(property.type), value.text);
    return value;
}

std::vector<Placement> read_locations(const NodePtr& head, const std::unordered_map<std::string, std::string>& names) {
    std::vector<Placement> out;
    const Opened list = opened(yaml::find(head, "locations"));
    if (!list.root || !list.root->is_sequence()) return out;
    for (const NodePtr& item : list.root->items)
        if (const auto name = names.find(yaml::text_at(item, "taskCode")); name != names.end())
            out.push_back({name->second, {number_in(yaml::text_at(item, "x")), number_in(yaml::text_at(item, "y"))}});
    return out;
}

void read_head(Reading& reading) {
    const NodePtr& head = reading.nodes.head;
    const Dag& dag = reading.nodes.dag;
    Flow& flow = reading.out.flow;
    flow.name = yaml::text_at(head, "name");
    flow.description = yaml::text_at(head, "description");
    flow.timeout = minutes_text(yaml::text_at(head, "timeout"));
    const auto tree = [&](const char* key) { return dag.path(dag.head.empty() ? key : dag.head + '/' + key); };
    for (const char* key : {"name", "description"}) reading.place(key, yaml::find(head, key), tree(key));
    reading.place("timeout", yaml::find(head, "timeout"));
    reading.look_over(head, dag.head.empty() ? form_fields() : head_fields(), "");
    read_parameters(reading);
    read_schedule(reading);
    flow.placements = read_locations(head, reading.names);
}

bool recognises(const yaml::Stream& stream) { return !dags_of(stream).empty(); }
std::size_t flow_count(const yaml::Stream& stream) { return dags_of(stream).size(); }

Result<ReadResult> read(const yaml::Stream& stream, std::size_t flow_index) {
    const std::vector<Dag> all = dags_of(stream);
    if (flow_index >= all.size()) return fail(Message{WEFT_TR("core", "no workflow definition of DolphinScheduler stands in this file")});
    const Nodes nodes = nodes_of(all[flow_index]);
    Reading reading{nodes, {}, {}};
    reading.out.flow.format = "dolphinscheduler";
    for (const Entry& entry : nodes.entries) reading.names.emplace(entry.code, yaml::text_at(entry.node, "name"));
    read_head(reading);
    std::vector<Task> tasks;
    for (const Entry& entry : nodes.entries) tasks.push_back(read_task(reading, entry));
    read_order(reading, tasks);
    Flow& flow = reading.out.flow;
    for (Task& task : tasks) flow.main.tasks.push_back(std::make_shared<const Task>(std::move(task)));
    flow.main = derived(flow.main, flow.parameters);
    for (std::size_t i = 0; i < nodes.entries.size(); ++i)   // names that leak into pods are shown at the task's name
        for (const Binding& variable : flow.main.tasks[i]->environment.env)
            reading.place(join_path(join_path("tasks", flow.main.tasks[i]->name) + ".env", variable.name), yaml::find(nodes.entries[i].node, "name"));
    reading.out.flow = number_tasks(std::move(reading.out.flow));
    return std::move(reading.out);
}

}  // namespace weft::dolphin
