#include "core/targets/converting.h"

#include <algorithm>

#include "core/model/edit.h"
#include "core/targets/passing.h"

namespace weft {
namespace {

constexpr const char* shell_image = "busybox:1.36";
constexpr const char* python_image = "python:3.12-alpine";
constexpr const char* folder = "/tmp/convert/";   // private to the task, on an engine its container's own

enum class Kind { file_to_text, text_to_file, list_to_lines, map_to_lines };

struct Plan {
    Kind kind;
    ValueType from;
    Carrier carrier;       // at the reader
    const char* title;
    const char* suffix;    // of the new task's name
};

struct Bound { Carrier carrier; Value value; };

// The reader's bindings of this output, wherever they stand at the task itself.
std::optional<Bound> bound_at(const Flow& flow, const Task& task, const std::string& detail) {
    const auto is = [&](const Value& value) { return value.source == Source::output && value.task + "." + value.name == detail; };
    for (const Binding& one : task.params)
        if (is(one.value)) return Bound{Carrier::parameter, one.value};
    const Definition* own = task.definition.empty() ? definition_of(flow, task) : nullptr;
    for (const Environment* environment : {&task.environment, own ? &own->environment : nullptr})
        if (environment)
            for (const Binding& one : environment->env)
                if (is(one.value)) return Bound{Carrier::variable, one.value};
    for (const std::vector<InputFile>* files : {&task.files, own ? &own->files : nullptr})
        if (files)
            for (const InputFile& one : *files)
                if (one.from && is(*one.from)) return Bound{Carrier::file, *one.from};
    return std::nullopt;
}

std::optional<Plan> plan_for(ValueType type, Carrier carrier, Fit fit) {
    if (type == ValueType::file && carrier != Carrier::file && fit == Fit::refused)
        return Plan{Kind::file_to_text, type, carrier, WEFT_TR("core", "Insert a task that prints the file"), "as-text"};
    if (type != ValueType::file && carrier == Carrier::file && fit == Fit::refused)
        return Plan{Kind::text_to_file, type, carrier, WEFT_TR("core", "Insert a task that writes the value into a file"), "as-file"};
    if (type == ValueType::list && carrier != Carrier::file) return Plan{Kind::list_to_lines, type, carrier, WEFT_TR("core", "Insert a task that writes one item a line"), "as-lines"};
    if (type == ValueType::map && carrier != Carrier::file) return Plan{Kind::map_to_lines, type, carrier, WEFT_TR("core", "Insert a task that writes KEY=VALUE lines"), "as-lines"};
    return std::nullopt;
}

bool carried(const Target& target, ValueType type, Carrier carrier) {
    const Passing* row = passing(target, type, carrier);
    return row && row->fit != Fit::refused;
}

Definition work_of(const Plan& plan, const Value& value) {
    Definition work;
    work.kind = DefinitionKind::script;
    work.command = {Scalar{"sh", true}};
    Output output{"result", OutputFrom::standard_output};   // what Argo calls it by itself
    output.type = ValueType::string;
    switch (plan.kind) {
        case Kind::file_to_text:
            work.environment.image = shell_image;
            work.files.push_back({"file", std::string(folder) + "file", value, std::nullopt, false});
            work.source = std::string("cat ") + folder + "file\n";
            break;
        case Kind::text_to_file:
            work.environment.image = shell_image;
            work.inputs.push_back({"value"});
            work.environment.env.push_back({"VALUE", Value{Source::param, {}, {}, "value"}});
            work.source = std::string("mkdir -p ") + folder + "\nprintf '%s' \"$VALUE\" > " + folder + "file\n";
            output = Output{"file", OutputFrom::file, std::string(folder) + "file"};
            output.artifact = true;
            break;
        case Kind::list_to_lines:
        case Kind::map_to_lines:
            work.environment.image = python_image;
            work.command = {Scalar{"python3", true}};
            work.inputs.push_back({"value"});
            work.environment.env.push_back({"VALUE", Value{Source::param, {}, {}, "value"}});
            work.source = plan.kind == Kind::list_to_lines
                              ? "import json, os\nfor item in json.loads(os.environ[\"VALUE\"]):\n    print(item if isinstance(item, str) else json.dumps(item))\n"
                              : "import json, os\nfor key, item in json.loads(os.environ[\"VALUE\"]).items():\n    print(key + \"=\" + (item if isinstance(item, str) else json.dumps(item)))\n";
            break;
    }
    work.outputs.push_back(std::move(output));
    return work;
}

void rebind(Value& value, const Value& from, const Value& to) {
    if (value == from) value = to;
}

void rebind(Environment& environment, const Value& from, const Value& to) {
    for (Binding& one : environment.env) rebind(one.value, from, to);
}

void rebind(std::vector<InputFile>& files, const Value& from, const Value& to) {
    for (InputFile& one : files)
        if (one.from) rebind(*one.from, from, to);
}

Result<Flow> insert(const Flow& flow, TaskId reader, const std::string& detail, const Plan& plan) {
    const Task* task = find_task(flow, reader);
    const std::optional<Bound> bound = task ? bound_at(flow, *task, detail) : std::nullopt;
    if (!bound) return fail(Message{WEFT_TR("core", "%1 is not read there any more"), {detail}});
    const BodyRef where = body_of(flow, reader);
    const Body* body = body_at(flow, where);
    const Task* producer = body ? find_task(*body, bound->value.task) : nullptr;
    if (!producer) return fail(Message{WEFT_TR("core", "there is no task %1 beside the one that reads it"), {bound->value.task}});
    const bool handler = std::any_of(body->handlers.begin(), body->handlers.end(), [&](const Handler& one) { return one.task && one.task->id == producer->id; });
    if (handler) return fail(Message{WEFT_TR("core", "%1 is an exit handler: nothing can stand between it and another task"), {producer->name}});

    Task between;
    between.name = bound->value.name + "-" + plan.suffix;
    between.own = std::make_shared<const Definition>(work_of(plan, bound->value));
    if (plan.kind != Kind::file_to_text) between.params.push_back({"value", bound->value});
    between.needs.push_back(Need{producer->name});
    TaskId made = 0;
    Result<Flow> out = edit::add_task(flow, where, std::move(between), &made);
    if (!out) return out;
    const std::string name = find_task(*out, made)->name;
    const Value now{Source::output, {}, name, find_task(*out, made)->own->outputs.front().name};

    Task wanted = *find_task(*out, reader);
    for (Binding& one : wanted.params) rebind(one.value, bound->value, now);
    rebind(wanted.environment, bound->value, now);
    rebind(wanted.files, bound->value, now);
    const bool ordered = !wanted.depends.empty() || std::any_of(wanted.needs.begin(), wanted.needs.end(), [&](const Need& need) { return need.task == name; });
    if (!ordered && std::none_of(body->handlers.begin(), body->handlers.end(), [&](const Handler& one) { return one.task && one.task->id == reader; })) {
        // The way leads through the new task now.
        std::erase_if(wanted.needs, [&](const Need& need) { return need.task == producer->name && need.results == results_default && !need.recovers; });
        wanted.needs.push_back(Need{name});
    }
    out = edit::change_task(*out, reader, wanted);
    if (!out || !wanted.definition.empty()) return out;
    Definition own = *definition_of(*out, *find_task(*out, reader));
    const Definition before = own;
    rebind(own.environment, bound->value, now);
    rebind(own.files, bound->value, now);
    return own == before ? out : edit::change_definition(*out, reader, edit::Scope::only_this, own);
}

}  // namespace

std::optional<Conversion> conversion(const Flow& flow, const Target& target, const Remark& remark) {
    if (remark.feature != Feature::passing_value || !remark.task) return std::nullopt;
    const Task* reader = find_task(flow, remark.task);
    const std::optional<Bound> bound = reader ? bound_at(flow, *reader, remark.detail) : std::nullopt;
    if (!bound) return std::nullopt;
    const Body* body = body_at(flow, body_of(flow, remark.task));
    const Task* producer = body ? find_task(*body, bound->value.task) : nullptr;
    const Definition* definition = producer ? definition_of(flow, *producer) : nullptr;
    if (!definition) return std::nullopt;
    for (const Output& output : definition->outputs) {
        if (output.name != bound->value.name) continue;
        const ValueType type = output.artifact ? ValueType::file : output.type;
        const std::optional<Plan> plan = plan_for(type, bound->carrier, remark.fit);
        if (!plan) return std::nullopt;
        const bool in = carried(target, type, plan->kind == Kind::file_to_text ? Carrier::file : Carrier::parameter);
        const bool out = carried(target, plan->kind == Kind::text_to_file ? ValueType::file : ValueType::string, bound->carrier);
        if (!in || !out) return std::nullopt;
        return Conversion{plan->title, [reader = remark.task, detail = remark.detail, plan = *plan](const Flow& now) { return insert(now, reader, detail, plan); }};
    }
    return std::nullopt;
}

}  // namespace weft
