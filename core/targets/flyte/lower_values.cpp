// Values on their way into nodes: from parameters, outputs of other tasks, from around a group.
#include <algorithm>

#include "core/model/graph.h"
#include "core/targets/flyte/lower.h"
#include "core/targets/flyte/reading.h"

namespace weft::flyte {
namespace {

const Task* named(const Body& body, std::string_view name) {
    for (const TaskPtr& task : body.tasks)
        if (task && task->name == name) return task.get();
    return nullptr;
}

// From around: an input of the workflow or branch that is being made, handed in by its node.
Value carried(Lowering& lowering, Site& scope, const Task& task, const Value& given, const std::string& wanted) {
    const Value outside = lowered_value(lowering, *scope.outer, task, given);
    if (outside.source != Source::param && outside.source != Source::output) return outside;
    for (std::size_t i = 0; i < scope.arguments.size(); ++i)
        if (scope.arguments[i].value == outside) return Value{Source::param, {}, {}, scope.inputs[i].name};
    std::set<std::string> taken;
    for (const Parameter& input : scope.inputs) taken.insert(input.name);
    const std::string name = free_name(taken, variable_name(wanted));
    Parameter input{name};
    input.type = lowered_type(lowering, *scope.outer, outside);
    scope.inputs.push_back(std::move(input));
    scope.arguments.push_back({name, outside});
    return Value{Source::param, {}, {}, name};
}

const Output* output_of(const Flow& flow, const Task& task, const std::string& name) {
    const Definition* definition = definition_of(flow, task);
    if (!definition) return nullptr;
    for (const Output& output : definition->outputs)
        if (output.name == name) return &output;
    return nullptr;
}

}  // namespace

Value value_of_tag(const Lowering& lowering, const std::string& tag, bool& known) {
    known = true;
    const std::vector<Reference> tags = references_in(tag);
    if (tags.size() == 1 && tags[0].simple && tags[0].at == 0 && tags[0].tag.size() == tag.size()) {
        const Reference& found = tags[0];
        using Kind = Reference::Kind;
        if (found.kind == Kind::param) return Value{Source::param, {}, {}, found.name};
        if (found.kind == Kind::output) return Value{Source::output, {}, found.task, found.name};
        if (found.kind == Kind::item) return Value{Source::item, {}, {}, found.name};
        if (found.kind == Kind::workflow && found.name == "status") return Value{Source::status};
        if (found.kind == Kind::workflow && found.name == "name") return Value{Source::literal, lowering.flow.name};
        if (found.kind == Kind::workflow && found.name.starts_with("parameters.")) return Value{Source::param, {}, {}, found.name.substr(11)};
    }
    known = false;
    return {};
}

Value lowered_value(Lowering& lowering, Site& scope, const Task& task, const Value& given) {
    if (given.source == Source::status) return Value{Source::literal, scope.status.empty() ? "Running" : scope.status};
    if (given.source == Source::param) {
        if (const auto own = scope.own.find(given.name); own != scope.own.end()) {
            if (!scope.outer) return Value{Source::param, {}, {}, own->second.name};
            return carried(lowering, scope, task, own->second, given.name);
        }
        if (scope.outer) return carried(lowering, scope, task, given, given.name);
        lowering.refuse(task, scope, {WEFT_TR("core", "there is no parameter %1"), {given.name}});
        return Value{Source::literal};
    }
    if (given.source == Source::output) {
        const Task* up = !scope.branch ? named(*scope.body, given.task) : nullptr;
        if (!up && scope.outer) return carried(lowering, scope, task, given, given.task + "." + given.name);
        if (!up || up->muted) {
            lowering.refuse(task, scope, {WEFT_TR("core", "there is no task %1 to read %2 from"), {given.task, given.name}});
            return Value{Source::literal};
        }
        if (scope.failure)
            lowering.refuse(task, scope, {WEFT_TR("core", "a failure node of Flyte sees the workflow's inputs only, not %1 of %2"), {given.name, given.task}},
                            WEFT_TR("core", "pass a parameter of the flow, or let the handler run on success only"));
        if (!up->when.empty())
            lowering.refuse(task, scope, {WEFT_TR("core", "%1 reads %2 of %3, which a condition may leave out: a branch of Flyte hands on only what all its cases have"), {task.name, given.name, given.task}},
                            {WEFT_TR("core", "put the reader and %1 into one group and set the condition on the group"), {given.task}});
        return Value{Source::output, {}, scope.nodes.at(given.task), variable_name(given.name)};
    }
    if (given.source == Source::text) {   // a text that is nothing but one tag is what the tag names
        bool known = false;
        const Value named_by_tag = value_of_tag(lowering, given.text, known);
        if (known) return lowered_value(lowering, scope, task, named_by_tag);
    }
    return given;
}

ValueType output_type(const Lowering& lowering, const Task& task, const Output& output) {
    if (output.artifact || output.type == ValueType::file) return ValueType::file;
    if (output.type == ValueType::integer || output.type == ValueType::number || output.type == ValueType::boolean) return output.type;
    return output.type == ValueType::any && lowering.numbers.count(task.name + "\n" + output.name) ? ValueType::number : ValueType::string;   // lists and maps: their JSON text
}

namespace {

ValueType type_of_task_output(Lowering& lowering, const Task& task, const std::string& name, int depth) {
    const Definition* definition = definition_of(lowering.flow, task);
    const Output* output = output_of(lowering.flow, task, name);
    if (task.loop) return ValueType::list;
    if (!output) return ValueType::string;
    if (definition->body && output->from == OutputFrom::expression && depth < 30) {
        const Task* inner = named(*definition->body, output->expression.task);
        return inner ? type_of_task_output(lowering, *inner, output->expression.name, depth + 1) : ValueType::string;
    }
    return output_type(lowering, task, *output);
}

}  // namespace

ValueType lowered_type(Lowering& lowering, const Site& scope, const Value& value) {
    if (value.source == Source::param)
        for (const Parameter& input : scope.inputs)
            if (input.name == value.name) return input.type;
    if (value.source == Source::output)
        for (const TaskPtr& task : scope.body->tasks) {
            const auto node = scope.nodes.find(task->name);
            if (node == scope.nodes.end() || node->second != value.task) continue;
            const Definition* definition = definition_of(lowering.flow, *task);
            for (const Output& output : definition ? definition->outputs : std::vector<Output>())
                if (variable_name(output.name) == value.name) return type_of_task_output(lowering, *task, output.name, 0);
        }
    return ValueType::string;
}

}  // namespace weft::flyte
