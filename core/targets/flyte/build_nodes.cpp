// Nodes of a workflow: bindings, what a node runs, branches and loops.
#include <algorithm>

#include "core/model/graph.h"
#include "core/targets/flyte/branches.h"
#include "core/targets/flyte/build.h"
#include "core/targets/flyte/reading.h"

namespace weft::flyte {

using yaml::NodePtr;

namespace {

NodePtr one(const char* key, NodePtr value) { return yaml::make_map({{yaml::make_string(key), std::move(value)}}); }

NodePtr promise_node(const Value& value) {
    const PromiseName name = split_promise(value.name);
    std::vector<NodePtr> path;
    for (const std::string& step : name.path) {
        const bool index = step.front() == '[';
        path.push_back(index ? one("intValue", yaml::make_plain(step.substr(1, step.size() - 2))) : one("stringValue", string_node(step)));
    }
    MapMaker map;
    map.node("nodeId", string_node(value.source == Source::output ? value.task : std::string())).text("var", name.var);
    return one("promise", map.node("attrPath", list_or_null(std::move(path))).make());
}

bool is_tag(std::string_view text) { return text.starts_with("{{") && text.ends_with("}}") && text.find("{{", 2) == text.npos; }

// "[1, {{tasks.a.outputs.x}}]" and literals: elements one by one.
NodePtr text_data(const std::string& text, bool plain, ValueType type, const Carried& carried) {
    if (is_tag(text)) {
        const std::vector<Reference> tags = references_in(text);
        Value value;
        if (tags.size() == 1 && tags[0].kind == Reference::Kind::output) value = {Source::output, {}, tags[0].task, tags[0].name};
        else if (tags.size() == 1 && tags[0].kind == Reference::Kind::param) value = {Source::param, {}, {}, tags[0].name};
        else return nullptr;
        return binding_data_node(value, type, carried);
    }
    const bool list = type == ValueType::list || (type == ValueType::any && plain);
    if (const auto elements = list ? list_elements(text) : std::nullopt) {
        std::vector<NodePtr> items;
        for (const std::string& element : *elements) {
            bool was_string = false;
            const std::string inner = unquoted(element, was_string);
            NodePtr item = text_data(inner, !was_string, type == ValueType::list ? ValueType::string : ValueType::any, carried);
            if (!item) return nullptr;
            items.push_back(std::move(item));
        }
        return one("collection", one("bindings", yaml::make_sequence(std::move(items))));
    }
    if (text.find("{{") != text.npos && plain) return nullptr;
    return literal_node(text, plain, type);
}

bool is_branch(const Definition* definition) { return definition && definition->kind == DefinitionKind::flow && definition->detail == branch_detail && definition->body; }

const Task* named(const Body& body, const std::string& name) {
    for (const TaskPtr& task : body.tasks)
        if (task && task->name == name) return task.get();
    return nullptr;
}

ValueType output_type(const Flow& flow, const Task& task, const std::string& name, int depth) {
    const Definition* definition = definition_of(flow, task);
    if (!definition || depth > 20) return ValueType::any;
    for (const Output& output : definition->outputs) {
        if (output.name != name) continue;
        if (task.loop) return ValueType::list;
        if (output.type != ValueType::any || output.from != OutputFrom::expression || !definition->body) return output.type;
        const Task* inner = named(*definition->body, output.expression.task);
        return inner ? output_type(flow, *inner, output.expression.name, depth + 1) : ValueType::any;
    }
    return ValueType::any;
}

NodePtr reference_node(const Weaving& weaving, const std::string& detail, const char*& key) {
    for (const auto& [head, field, type, reference] : {std::tuple{"task ", "taskNode", "TASK", "referenceId"}, {"workflow ", "workflowNode", "WORKFLOW", "subWorkflowRef"},
                                                       {"launch plan ", "workflowNode", "LAUNCH_PLAN", "launchplanRef"}})
        if (detail.starts_with(head)) {
            key = field;
            return one(reference, id_node(weaving.identity, type, detail.substr(std::string_view(head).size())));
        }
    return nullptr;
}

NodePtr gate_node(const Task& task, const Definition& own) {
    if (!own.timeout.empty()) return one("sleep", one("duration", string_node(seconds_of(own.timeout))));
    if (!own.outputs.empty() && task.params.empty())
        return one("signal", MapMaker().text("signalId", task.name).node("type", type_node(own.outputs[0].type)).text("outputVariableName", own.outputs[0].name).make());
    return one("approve", one("signalId", string_node(task.name)));
}

NodePtr node_metadata(const Task& task) {
    return MapMaker().text("name", task.note).text("timeout", seconds_of(task.timeout)).node("retries", retries_node(task.retry)).make_or_null();
}

NodePtr array_node(const Weaving& weaving, const Task& task, const Carried& carried) {
    const char* key = "taskNode";
    Task item = task;
    item.loop.reset();
    MapMaker node;
    node.text("id", task.name + "-item").node("metadata", node_metadata(task));
    NodePtr target = target_node(weaving, item, carried, key);
    node.node(key, std::move(target));
    MapMaker map;
    map.node("node", node.make());
    if (task.loop->parallelism) map.node("parallelism", yaml::make_plain(std::to_string(*task.loop->parallelism)));
    std::vector<NodePtr> bound;
    for (const Binding& binding : task.params)
        if (binding.value.source != Source::item && type_of_value(weaving, outward(binding.value, carried)) == ValueType::list) bound.push_back(string_node(binding.name));
    return map.node("boundInputs", list_or_null(std::move(bound))).make();
}

}  // namespace

Value outward(const Value& value, const Carried& carried) {
    if (value.source != Source::param || !carried.values) return value;
    for (const Binding& binding : *carried.values)
        if (binding.name == value.name) return outward(binding.value, carried.outer ? *carried.outer : Carried{});
    return value;
}

ValueType type_of_value(const Weaving& weaving, const Value& value) {
    if (value.source == Source::output && weaving.body) {
        const Task* task = named(*weaving.body, value.task);
        return task ? output_type(weaving.flow, *task, value.name, 0) : ValueType::any;
    }
    if (value.source == Source::param && weaving.inputs)
        for (const Parameter& parameter : *weaving.inputs)
            if (parameter.name == value.name) return parameter.type;
    if (value.source == Source::literal && value.plain && list_elements(value.text)) return ValueType::list;
    return ValueType::any;
}

ValueType type_of_input(const Weaving& weaving, const Task& task, const std::string& name) {
    const Definition* definition = definition_of(weaving.flow, task);
    if (!definition) return ValueType::any;
    for (const Parameter& input : definition->inputs)
        if (input.name == name) return input.type;
    return ValueType::any;
}

NodePtr binding_data_node(const Value& value, ValueType type, const Carried& carried) {
    const Value out = outward(value, carried);
    switch (out.source) {
        case Source::param:
        case Source::output: return promise_node(out);
        case Source::literal:
        case Source::text: return text_data(out.text, out.plain, type, carried);
        default: return nullptr;
    }
}

NodePtr loop_data_node(const Loop& loop, const Carried& carried) {
    if (loop.over == Loop::Over::param) return text_data(loop.param, true, ValueType::any, carried);
    std::vector<NodePtr> items;
    for (const std::string& item : loop.items) items.push_back(literal_node(item, false, ValueType::string));
    return one("collection", one("bindings", yaml::make_sequence(std::move(items))));
}

NodePtr binding_node(const Weaving& weaving, const Task& task, const Binding& binding, const Carried& carried) {
    const bool item = binding.value.source == Source::item && task.loop;
    NodePtr data = item ? loop_data_node(*task.loop, carried) : binding_data_node(binding.value, type_of_input(weaving, task, binding.name), carried);
    if (!data) return nullptr;
    return MapMaker().node("var", string_node(binding.name)).node("binding", std::move(data)).make();
}

NodePtr inputs_node(const Weaving& weaving, const Task& task, const Carried& carried) {
    std::vector<NodePtr> items;
    for (const Binding& binding : task.params)
        if (NodePtr node = binding_node(weaving, task, binding, carried)) items.push_back(std::move(node));
    return list_or_null(std::move(items));
}

NodePtr target_node(const Weaving& weaving, const Task& task, const Carried& carried, const char*& key) {
    const Definition* definition = definition_of(weaving.flow, task);
    if (task.loop) {
        key = "arrayNode";
        return array_node(weaving, task, carried);
    }
    if (!definition) return nullptr;
    if (is_branch(definition)) {
        key = "branchNode";
        return one("ifElse", if_else_node(weaving, task, carried));
    }
    if (definition->kind == DefinitionKind::wait) {
        key = "gateNode";
        return gate_node(task, *definition);
    }
    const std::string& name = task.definition;
    if (!name.empty() && definition->kind == DefinitionKind::flow) {
        key = "workflowNode";
        return one("subWorkflowRef", id_node(weaving.identity, "WORKFLOW", name));
    }
    NodePtr out;
    key = "taskNode";
    if (!name.empty()) out = one("referenceId", id_node(weaving.identity, "TASK", name));
    else if (definition->kind == DefinitionKind::reference) out = reference_node(weaving, definition->detail, key);
    if (!out || key == std::string_view("workflowNode")) return out;
    if (NodePtr overrides = overrides_node(task.environment)) out = yaml::with_entry(out, "overrides", overrides);
    return out;
}

NodePtr workflow_node(const Weaving& weaving, const Task& task, const Carried& carried) {
    MapMaker map;
    const char* key = nullptr;
    map.node("id", string_node(task.name));
    if (!task.loop) map.node("metadata", node_metadata(task));
    else map.node("metadata", MapMaker().text("name", task.note).make_or_null());
    map.node("inputs", inputs_node(weaving, task, carried));
    std::vector<NodePtr> needs;
    for (const Need& need : task.needs) needs.push_back(string_node(need.task));
    map.node("upstreamNodeIds", list_or_null(std::move(needs)));
    NodePtr target = target_node(weaving, task, carried, key);
    if (target) map.node(key, std::move(target));
    return map.make();
}

NodePtr if_else_node(const Weaving& weaving, const Task& group, const Carried& carried) {
    const Definition* definition = definition_of(weaving.flow, group);
    const Carried inside{&carried, &group.params};
    const BranchPlan plan = plan_branch(*definition->body);
    const auto variable = [](const std::string& tag) { return std::string(tag.substr(tag.find('.') + 1)); };
    const auto type = [&](const std::string& tag) { return type_of_value(weaving, outward(Value{Source::param, {}, {}, tag.substr(tag.find('.') + 1)}, inside)); };
    const auto block = [&](std::size_t i) {
        return MapMaker().node("condition", condition_node(plan.conditions[i], variable, type)).node("thenNode", workflow_node(weaving, *definition->body->tasks[plan.cases[i]], inside)).make();
    };
    MapMaker map;
    if (!plan.cases.empty()) map.node("case", block(0));
    std::vector<NodePtr> other;
    for (std::size_t i = 1; i < plan.cases.size(); ++i) other.push_back(block(i));
    map.node("other", list_or_null(std::move(other)));
    if (plan.otherwise) map.node("elseNode", workflow_node(weaving, *definition->body->tasks[*plan.otherwise], inside));
    else map.node("error", MapMaker().text("failedNodeId", group.name).text("message", "no condition of the branch holds").make());
    return map.make();
}

}  // namespace weft::flyte
