// Sub-flows as DAG components, and groups made round one task.
#include <algorithm>

#include "core/targets/kfp/lower.h"
#include "core/targets/kfp/settling.h"

namespace weft::kfp {
namespace {

std::vector<std::string> read_outputs(const Lowering& lowering, const Task& task) {
    const auto found = lowering.read.find(&task);
    return found == lowering.read.end() ? std::vector<std::string>{} : std::vector<std::string>(found->second.begin(), found->second.end());
}

bool is_artifact(const Lowering& lowering, const Task& task, const std::string& name) {
    const Definition* definition = definition_of(lowering.flow, task);
    return definition && std::any_of(definition->outputs.begin(), definition->outputs.end(), [&](const Output& o) { return o.name == name && o.artifact; });
}

// Files that a group takes: artifacts of the component, which its tasks read as {{inputs.artifacts.x}}.
void give_files(Lowering& lowering, Scope& outer, const Task& task, const Definition& definition, Scope& inner, const std::string& where) {
    std::vector<InputFile> all = definition.files;
    for (const InputFile& given : task.files) {
        const auto known = std::find_if(all.begin(), all.end(), [&](const InputFile& f) { return f.name == given.name; });
        if (known == all.end()) all.push_back(given);
        else *known = given;
    }
    for (const InputFile& file : all) {
        if (file.raw) lowering.refuse({WEFT_TR("core", "%1: a group takes no file with given content; hand over a parameter"), {where}});
        if (file.raw || (!file.from && file.optional)) continue;
        const std::optional<Value> from = file_value(lowering, outer, file, where);
        if (!from) continue;
        InputFile input, argument;
        input.name = argument.name = inner.files[file.name] = kfp_parameter_name(file.name);
        argument.from = *from;
        inner.file_inputs.push_back(std::move(input));
        inner.file_arguments.push_back(std::move(argument));
    }
}

}  // namespace

const Task* original_of(const Scope& scope, const std::string& name) {
    const Scope* around = &scope;
    while (!around->body && around->outer) around = around->outer;
    return sibling(*around, name);
}

TaskPtr lower_group(Lowering& lowering, Scope& scope, const Task& task, const Definition& definition, Task use) {
    const std::string where = where_of(scope, task.name);
    const auto same = [&](const Task* outer) { return definition_of(lowering.flow, *outer) == &definition; };
    if (std::any_of(scope.enclosing.begin(), scope.enclosing.end(), same)) {
        lowering.refuse({WEFT_TR("core", "%1 uses itself; KFP cannot run what is inside itself"), {task.definition.empty() ? task.name : task.definition}});
        return nullptr;
    }
    if (!definition.timeout.empty() || !task.timeout.empty()) lowering.refuse({WEFT_TR("core", "%1: KFP has no time limit for a group; set it on the tasks, or on the flow"), {where}});
    if (definition.parallelism) lowering.refuse({WEFT_TR("core", "%1: KFP limits how much runs at once only in loops"), {where}});
    if (!definition.fail_fast) lowering.refuse({WEFT_TR("core", "%1: in KFP a group ends with its first failure"), {where}});
    Scope inner;
    inner.body = definition.body.get();
    inner.outer = &scope;
    inner.path = where + "/";
    inner.enclosing = scope.enclosing;
    inner.enclosing.push_back(&task);
    NewInputs inputs;
    const auto add = [&](const std::string& name, ValueType type, const std::optional<Value>& value) {
        Parameter input;
        input.name = kfp_parameter_name(name);
        input.type = type == ValueType::any ? ValueType::string : type;
        if (value) input.value = settled_literal(Value{Source::literal, value->text, {}, {}, value->plain}, input.type);
        inner.params[name] = input.name;
        inner.inputs.push_back(std::move(input));
    };
    for (const Parameter& input : definition.inputs) add(input.name, input.type, input.value);
    for (const Binding& param : task.params) {
        if (!inner.params.count(param.name)) add(param.name, ValueType::string, std::nullopt);
        inner.arguments.push_back({inner.params[param.name], body_value(lowering, scope, use, inputs, param.value, where)});
    }
    if (!use.params.empty()) lowering.refuse({WEFT_TR("core", "%1: a text with values inside cannot be handed to a group; give the values one by one"), {where}});
    give_files(lowering, scope, task, definition, inner, where);
    Definition made;
    made.kind = DefinitionKind::flow;
    made.body = std::make_shared<const Body>(lower_body(lowering, inner));
    for (const Output& output : definition.outputs) {
        Output lowered;
        lowered.name = kfp_parameter_name(output.name);
        lowered.from = OutputFrom::expression;
        lowered.artifact = output.artifact;
        lowered.type = output.artifact ? ValueType::any : ValueType::string;
        Task carrier;
        lowered.expression = body_value(lowering, inner, carrier, inputs, output.expression, where);
        if (lowered.expression.source != Source::output) lowering.refuse({WEFT_TR("core", "%1: the output `%2` of a group must be the output of one of its tasks"), {where, output.name}});
        made.outputs.push_back(std::move(lowered));
    }
    made.inputs = inner.inputs;
    made.files = inner.file_inputs;
    use.params = inner.arguments;
    use.files = inner.file_arguments;
    refuse_missing(lowering, made.inputs, use, where);
    use.retry = lowered_retry(lowering, task.retry ? task.retry : definition.retry, where);
    use.definition = lowering.add_component(std::move(made), kfp_name(task.definition.empty() ? task.name : task.definition));
    return std::make_shared<const Task>(std::move(use));
}

TaskPtr around(Lowering& lowering, Scope& outer, const Task& task, const std::string& name, const std::string& stem, const std::function<void(Scope&)>& prepare, bool list_outputs,
               bool whole) {
    Scope inner;
    inner.outer = &outer;
    inner.path = outer.path;
    inner.enclosing = outer.enclosing;
    if (prepare) prepare(inner);
    const TaskPtr inside = lower_task(lowering, inner, task, name, whole);
    if (!inside) return nullptr;
    Definition group;
    group.kind = DefinitionKind::flow;
    Body body;
    body.tasks.push_back(inside);
    group.body = std::make_shared<const Body>(std::move(body));
    // `task` may be a copy: who reads is noted for the task of the flow.
    const Task* original = original_of(outer, task.name);
    for (const std::string& read : read_outputs(lowering, original ? *original : task)) {
        Output output;
        output.name = kfp_parameter_name(read);
        output.from = OutputFrom::expression;
        output.expression = Value{Source::output, {}, name, output.name};
        output.artifact = is_artifact(lowering, task, read);
        output.type = list_outputs ? ValueType::list : output.artifact ? ValueType::any : original && lowering.lists.count({original, read}) ? ValueType::list : ValueType::string;
        group.outputs.push_back(std::move(output));
    }
    std::stable_partition(group.outputs.begin(), group.outputs.end(), [](const Output& o) { return !o.artifact; });
    group.inputs = inner.inputs;
    group.files = inner.file_inputs;
    Task use;
    use.name = name;
    use.params = inner.arguments;
    use.files = inner.file_arguments;
    use.definition = lowering.add_component(std::move(group), stem);
    return std::make_shared<const Task>(std::move(use));
}

}  // namespace weft::kfp
