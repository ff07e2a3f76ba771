// Groups and loops: workflows of their own in the same file.
#include <algorithm>

#include "core/model/graph.h"
#include "core/targets/dolphinscheduler/dynamic.h"
#include "core/targets/dolphinscheduler/fresh.h"
#include "core/targets/dolphinscheduler/lower_maker.h"
#include "core/targets/dolphinscheduler/words.h"

namespace weft::dolphin {

Task sub_flow(const Lowering& lowering, const std::string& name, std::size_t index) {
    Task task;
    task.name = name;
    Definition own;
    own.kind = DefinitionKind::reference;
    own.detail = std::string(lowering.old_version() ? "SUB_PROCESS " : "SUB_WORKFLOW ") + flow_code(index);
    task.own = std::make_shared<const Definition>(std::move(own));
    return task;
}

Task lower_group(Lowering& lowering, Scope& scope, const Task& task, const Definition& group) {
    std::vector<const Task*> enclosing = scope.enclosing;
    enclosing.push_back(&task);
    if (task.loop) lowering.refuse(scope, task, {WEFT_TR("core", "a loop over a group does not become a DYNAMIC task"), {}}, {WEFT_TR("core", "loop over one of its tasks"), {}});
    std::vector<Parameter> params;
    for (const Binding& param : task.params) params.push_back({param.name, param.value});
    for (const Parameter& input : group.inputs)
        if (std::none_of(params.begin(), params.end(), [&](const Parameter& one) { return one.name == input.name; })) params.push_back(input);
    if (!group.outputs.empty()) lowering.refuse(scope, task, {WEFT_TR("core", "outputs of a group do not come out of a sub workflow here"), {}}, {WEFT_TR("core", "draw its tasks without the group"), {}});
    const std::size_t index = lowering.out.flows.size();
    lowering.out.flows.emplace_back();
    std::vector<Parameter> globals;
    Task made;
    Scope* outer = &scope;
    for (const Parameter& param : params) {
        if (!param.value) continue;
        const std::optional<std::string> value = lower_value(lowering, *outer, task, *param.value);
        if (!value) continue;
        made.params.push_back({variable_name(param.name), Value{Source::literal, *value}});
        globals.push_back({param.name, Value{}});
    }
    for (const auto& [given, property] : scope.params) {   // parameters of the bodies around are seen inside
        if (std::any_of(globals.begin(), globals.end(), [&, &name = given](const Parameter& one) { return one.name == name; })) continue;
        made.params.push_back({property, Value{Source::literal, "${" + property + "}"}});
        globals.push_back({given, Value{}});
    }
    Flow child = lower_body(lowering, *group.body, lowering.flow.name + "-" + task.name, enclosing, scope.path + task.name + ".tasks.", globals);
    lowering.out.flows[index] = std::move(child);
    Task use = sub_flow(lowering, free_task_name(scope, task.name), index);
    use.params = std::move(made.params);
    use.muted = task.muted;
    use.note = task.note;
    lowering.note(scope, task, {WEFT_TR("core", "a group becomes a workflow of its own, which must be ONLINE before this one"), {}});
    return use;
}

// What the table lets through: a loop over written items, in 3.2. The items are all that the workflow of one item is handed.
Task lower_loop(Lowering& lowering, Scope& scope, const Task& task) {
    const Definition* definition = definition_of(lowering.flow, task);
    if (definition && definition->body) return lower_group(lowering, scope, task, *definition);
    if (!lowering.old_version() || task.loop->over != Loop::Over::items) return lower_work(lowering, scope, task, task.name);
    Task use;
    use.name = free_task_name(scope, task.name);
    use.muted = task.muted;
    use.note = task.note;
    if (definition && !definition->outputs.empty())
        lowering.refuse(scope, task, {WEFT_TR("core", "what a DYNAMIC task gathers is one text that only the server can name: outputs do not come out of a loop here"), {}});
    Body body;
    Task once = task;
    once.needs.clear();
    once.depends.clear();
    once.when.clear();
    once.loop.reset();
    once.tolerated = once.tolerated_error = false;
    body.tasks.push_back(std::make_shared<const Task>(std::move(once)));
    const std::size_t index = lowering.out.flows.size();
    lowering.out.flows.emplace_back();
    Parameter item;
    item.name = "item";
    item.value = Value{};
    lowering.in_loop = true;
    Flow child = lower_body(lowering, body, lowering.flow.name + "-" + task.name, scope.enclosing, scope.path, {item});
    lowering.in_loop = false;
    lowering.out.flows[index] = std::move(child);
    const std::optional<std::string> words = dynamic_words(flow_code(index), "item", *task.loop);
    if (!words) lowering.refuse(scope, task, {WEFT_TR("core", "the items of a DYNAMIC task are up to 1,024 texts with a separator between them: none of , ; | # is free in these"), {}});
    Definition own;
    own.kind = DefinitionKind::reference;
    own.detail = "DYNAMIC " + flow_code(index);
    own.source = words.value_or("");
    use.loop = loop_of(own.source);
    use.own = std::make_shared<const Definition>(std::move(own));
    lowering.note(scope, task, {WEFT_TR("core", "what a loop runs becomes a workflow of its own, which must be ONLINE before this one"), {}});
    return use;
}

}  // namespace weft::dolphin
