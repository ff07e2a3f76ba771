// The nodes of a workflow: tasks, sub-workflows, gates, array nodes; bindings and edges. Branch nodes stand in read_branch.cpp.
#include <algorithm>
#include <cstdlib>

#include "core/targets/flyte/reading.h"

namespace weft::flyte {
namespace {

bool of_workflow(const std::string& node) { return node.empty() || node == start_node; }

std::string promise_key(const Place& promise) {
    const std::string node = promise.text_at("nodeId");
    return (of_workflow(node) ? std::string() : node) + "\n" + promise_name(promise);
}

// Calls fn for every promise below a binding's data.
void for_each_promise(const Place& data, const std::function<void(const Place&)>& fn) {
    if (const Place promise = data.at("promise")) fn(promise);
    for (const Place& item : data.below("collection/bindings").items()) for_each_promise(item, fn);
    for (const auto& [key, item] : data.below("map/bindings").entries()) for_each_promise(item, fn);
}

std::string mixed_text(Scope& scope, const Place& data) {
    if (const Place promise = data.at("promise")) return value_tag(promise_value(scope, promise));
    if (const Place bindings = data.below("collection/bindings")) {
        std::string out = "[";
        for (const Place& item : bindings.items()) out += (out.size() > 1 ? ", " : "") + mixed_text(scope, item);
        return out + "]";
    }
    if (const Place bindings = data.below("map/bindings")) {
        std::string out = "{";
        for (const auto& [key, item] : bindings.entries()) out += (out.size() > 1 ? ", " : "") + ('"' + key + "\": ") + mixed_text(scope, item);
        return out + "}";
    }
    return literal_json(data);
}

void add_need(std::vector<Need>& needs, const std::string& name, const std::string& self) {
    if (of_workflow(name) || name == self) return;
    if (std::none_of(needs.begin(), needs.end(), [&](const Need& need) { return need.task == name; })) needs.push_back({name});
}

// Of a node, and of the nodes inside a branch: they wait for nodes around it.
void read_needs(Reading& reading, const Place& node, const std::string& self, const std::string& path, std::vector<Need>& needs) {
    for (const Place& up : node.at("upstreamNodeIds").items()) {
        add_need(needs, up.text(), self);
        reading.map(join_path(path + ".needs", up.text()), up);
    }
    for (const Place& input : node.at("inputs").items())
        for_each_promise(input.at("binding"), [&](const Place& promise) { add_need(needs, promise.text_at("nodeId"), self); });
    const Place block = node.below("branchNode/ifElse");
    if (!block) return;
    std::vector<Place> inner = {block.below("case/thenNode"), block.at("elseNode")};
    for (const Place& other : block.at("other").items()) inner.push_back(other.at("thenNode"));
    for (const Place& one : inner)
        if (one) read_needs(reading, one, self, path, needs);
}

void read_reference(Reading& reading, const Place& node, const std::string& path, Task& task) {
    const Place of_task = node.below("taskNode/referenceId"), sub = node.below("workflowNode/subWorkflowRef"), plan = node.below("workflowNode/launchplanRef");
    const Place id = of_task ? of_task : sub ? sub : plan;
    const std::string name = id.text_at("name");
    reading.map(path + ".definition", id.at("name"));
    const Entry* entry = of_task ? reading.unit.find(Entry::Kind::task, name) : sub ? reading.unit.find(Entry::Kind::workflow, name) : nullptr;
    // A task and a workflow of one name: the definition is the first in the file.
    const bool first = entry && std::none_of(reading.unit.entries.data(), entry, [&](const Entry& other) {
        return other.name == name && (other.kind == Entry::Kind::task || other.kind == Entry::Kind::workflow);
    });
    if (first && entry != reading.entry) {
        task.definition = name;
        if (entry->kind == Entry::Kind::task) map_task_template(reading, *entry, path);
        return;
    }
    Definition own;
    own.kind = id ? DefinitionKind::reference : DefinitionKind::none;
    if (id) own.detail = (of_task ? "task " : sub ? "workflow " : "launch plan ") + name;
    if (id) own.unsupported = {own.detail};
    task.own = std::make_shared<const Definition>(std::move(own));
}

void read_overrides(Reading& reading, const Place& overrides, const std::string& path, Task& task) {
    if (const Place image = overrides.at("containerImage"); image && !image.text().empty()) task.environment.image = image.text();
    read_resources(overrides.at("resources"), task.environment);
    if (const Place shared = overrides.below("extendedResources/sharedMemory/sizeLimit")) task.environment.shared_memory = scalar_of(shared);
    reading.map(path + ".image", overrides.at("containerImage"));
    map_resources(reading, overrides.at("resources"), path);
    reading.keep(overrides, path + ".overrides", "TaskNodeOverrides", {"resources", "containerImage"});
}

void read_metadata(Reading& reading, const Place& metadata, const std::string& path, Task& task) {
    if (const std::string retries = retries_of(metadata); !retries.empty()) task.retry = Retry{Scalar{retries, true}};
    task.timeout = timeout_of(metadata);
    reading.map(path + ".retry", metadata.at("retries"));
    reading.map(path + ".retry.limit", metadata.below("retries/retries"));
    reading.map(path + ".timeout", metadata.at("timeout"));
    reading.map(path + ".note", metadata.at("name"));
    reading.keep(metadata, path + ".metadata", "NodeMetadata", {"name", "timeout", "retries"});
}

Definition gate_definition(Reading& reading, const Place& gate, const std::string& path, const Place& inputs) {
    Definition own;
    own.kind = DefinitionKind::wait;
    if (const Place length = gate.below("sleep/duration")) {
        own.timeout = length.text();
        own.detail = "wait " + own.timeout;
        reading.map(path + ".wait", length);
        return own;
    }
    own.detail = "wait";
    const Place signal = gate.at("signal");
    if (signal) {
        Output output;
        output.name = signal.text_at("outputVariableName");
        output.type = type_of(signal.at("type"));
        output.artifact = output.type == ValueType::file;
        own.outputs.push_back(std::move(output));
    }
    for (const Place& input : inputs.items()) {   // an approval hands its inputs on
        if (signal) break;
        Output output;
        output.name = input.text_at("var");
        own.outputs.push_back(std::move(output));
    }
    reading.map(path + ".wait", signal ? signal : gate.at("approve"));
    reading.keep(gate, path + ".gateNode", "GateNode", {"sleep", "signal", "approve"});
    return own;
}

// What a promise or a variable of a task is known to be: a list, something else, or unknown.
enum class Known { other, unknown, list };
Known list_type(const Place& variable) { return !variable.has("type") ? Known::unknown : variable.at("type").has("collectionType") ? Known::list : Known::other; }

Known promised(const Reading& reading, const Scope& scope, const Place& promise) {
    const Scope* top = &scope;
    while (top->outer) top = top->outer;
    const std::string node = promise.text_at("nodeId"), var = promise.text_at("var");
    if (promise.has("attrPath")) return Known::unknown;
    if (of_workflow(node)) return list_type(top->workflow.below("interface/inputs/variables").at(var));
    for (const Place& one : top->workflow.at("nodes").items()) {
        if (one.text_at("id") != node) continue;
        if (one.has("arrayNode")) return Known::list;
        const Entry* entry = reading.unit.find(Entry::Kind::task, one.below("taskNode/referenceId").text_at("name"));
        return entry ? list_type(entry->body.below("interface/outputs/variables").at(var)) : Known::unknown;
    }
    return Known::unknown;
}

// Which input the loop runs over: the first that is known to be a list, otherwise the first that may be one.
std::size_t list_input(const Reading& reading, const Scope& scope, const Place& array, const Place& inputs, const std::vector<std::string>& bound, const Task& task) {
    std::size_t best = task.params.size();
    Known most = Known::other;
    const bool own_interface = array.text_at("isOriginalSubNodeInterface") == "false";   // then the task itself takes the lists
    const Entry* entry = own_interface ? reading.unit.find(Entry::Kind::task, array.below("node/taskNode/referenceId").text_at("name")) : nullptr;
    for (std::size_t i = 0; i < task.params.size(); ++i) {
        const std::string& name = task.params[i].name;
        const Place data = inputs.item(i).at("binding");
        if (std::find(bound.begin(), bound.end(), name) != bound.end() || !(data.has("collection") || data.has("promise"))) continue;
        const Known by_task = entry ? list_type(entry->body.below("interface/inputs/variables").at(name)) : Known::unknown;
        const Known is = by_task != Known::unknown ? by_task : data.has("collection") ? Known::list : promised(reading, scope, data.at("promise"));
        if (is > most) most = is, best = i;
    }
    return best;
}

// A list input of an array node is what the loop runs over; the task sees one item of it.
void read_loop(Reading& reading, const Place& array, const Place& inputs, const std::string& path, Scope& scope, Task& task, const Place& where) {
    std::vector<std::string> bound;
    for (const Place& name : array.at("boundInputs").items()) bound.push_back(name.text());
    Loop loop;
    loop.over = Loop::Over::param;
    const std::size_t chosen = list_input(reading, scope, array, inputs, bound, task);
    for (std::size_t i = 0; i < task.params.size(); ++i) {
        Binding& binding = task.params[i];
        const Place data = inputs.item(i).at("binding");
        const bool list = data.has("collection") || data.has("promise");
        if (!list || std::find(bound.begin(), bound.end(), binding.name) != bound.end()) continue;
        if (i != chosen) {
            const bool second = data.has("collection") || promised(reading, scope, data.at("promise")) == Known::list;
            if (second) reading.out.kept.push_back(path + ".arrayNode." + binding.name + " (a second list, item by item)");
            continue;
        }
        if (data.has("promise")) {
            loop.param = value_tag(promise_value(scope, data.at("promise")));
        } else if (const auto elements = list_elements(mixed_text(scope, data))) {
            loop.over = Loop::Over::items;
            for (const std::string& element : *elements) {
                bool was_string = false;
                loop.items.push_back(unquoted(element, was_string));
            }
        }
        binding.value = Value{Source::item};
    }
    if (const std::string most = array.text_at("parallelism"); !most.empty() && most != "0") loop.parallelism = std::atoi(most.c_str());
    reading.map(path + ".loop", where);
    task.loop = std::move(loop);
    reading.keep(array, path + ".arrayNode", "ArrayNode", {"node", "parallelism", "boundInputs"});
}

void read_inputs(Reading& reading, const Place& inputs, const std::string& path, Scope& scope, Task& task) {
    for (const Place& input : inputs.items()) {
        const std::string name = input.text_at("var");
        const Place data = input.at("binding");
        task.params.push_back({name, binding_value(scope, data)});
        const std::string here = join_path(path + ".params", name);
        reading.map(here, input);
        reading.map(here + ".value", data.at("promise") ? data.at("promise") : literal_leaf(data));
    }
}

}  // namespace

// Inside a branch the value comes in as a parameter of the group; one that nobody carries yet is carried from now on.
Value promise_value(Scope& scope, const Place& promise) {
    const std::string node = promise.text_at("nodeId"), name = promise_name(promise);
    if (!scope.outer) return of_workflow(node) ? Value{Source::param, {}, {}, name} : Value{Source::output, {}, node, name};
    const std::string key = promise_key(promise);
    for (const auto& [known, parameter] : scope.names)
        if (known == key) return Value{Source::param, {}, {}, parameter};
    const std::string wanted = name;   // not after the node: a name that stays when the node is renamed
    const auto taken = [&](const std::string& n) { return std::any_of(scope.group->params.begin(), scope.group->params.end(), [&](const Binding& b) { return b.name == n; }); };
    std::string parameter = wanted;
    for (int n = 2; taken(parameter); ++n) parameter = wanted + "-" + std::to_string(n);
    scope.names.emplace_back(key, parameter);
    scope.group->params.push_back({parameter, promise_value(*scope.outer, promise)});
    scope.carried->inputs.push_back({parameter});
    return Value{Source::param, {}, {}, parameter};
}

Value binding_value(Scope& scope, const Place& data) {
    if (const Place promise = data.at("promise")) return promise_value(scope, promise);
    bool promises = false;
    for_each_promise(data, [&](const Place&) { promises = true; });
    if (promises) return Value{Source::text, mixed_text(scope, data), {}, {}, true};
    const LiteralText text = literal_text(data);
    return Value{Source::literal, text.text, {}, {}, text.plain};
}

namespace {

TaskPtr read_node(Reading& reading, const Place& node, const std::string& path, Scope& scope) {
    Task task;
    task.name = node.text_at("id");
    reading.map(path, node);
    reading.map(path + ".name", node.at("id"));
    task.note = node.below("metadata/name").text();
    const Place array = node.at("arrayNode"), target = array ? array.at("node") : node;
    read_inputs(reading, node.at("inputs"), path, scope, task);
    if (!scope.outer) read_needs(reading, node, task.name, path, task.needs);
    read_metadata(reading, target.at("metadata"), path, task);
    if (array) reading.keep(node.at("metadata"), path + ".metadata", "NodeMetadata", {"name", "retries", "timeout"});
    if (const Place branch = node.at("branchNode")) {
        task.own = std::make_shared<const Definition>(branch_definition(reading, branch, path, scope, task));
    } else if (const Place gate = target.at("gateNode")) {
        task.own = std::make_shared<const Definition>(gate_definition(reading, gate, path, node.at("inputs")));
    } else {
        read_reference(reading, target, path, task);
        read_overrides(reading, target.below("taskNode/overrides"), path, task);
    }
    if (array) read_loop(reading, array, node.at("inputs"), path, scope, task, array);
    else if (is_map_task(reading.unit, task.definition)) read_loop(reading, {}, node.at("inputs"), path, scope, task, node.at("taskNode"));
    reading.keep(node, path, "Node", {"id", "metadata", "inputs", "upstreamNodeIds", "taskNode", "workflowNode", "branchNode", "gateNode", "arrayNode"});
    return std::make_shared<const Task>(std::move(task));
}

// Which outputs of which nodes somebody reads: a branch offers no more than these.
void collect_asked(const Place& node, std::map<std::string, std::set<std::string>>& asked) {
    const auto note = [&](const Place& promise) { asked[promise.text_at("nodeId")].insert(promise_name(promise)); };
    for (const Place& input : node.at("inputs").items()) for_each_promise(input.at("binding"), note);
    const Place block = node.below("branchNode/ifElse");
    if (!block) return;
    collect_asked(block.below("case/thenNode"), asked);
    collect_asked(block.at("elseNode"), asked);
    for (const Place& other : block.at("other").items()) collect_asked(other.at("thenNode"), asked);
}

std::map<std::string, std::set<std::string>> asked_outputs(const Place& workflow) {
    std::map<std::string, std::set<std::string>> asked;
    for (const Place& node : workflow.at("nodes").items()) collect_asked(node, asked);
    for (const Place& output : workflow.at("outputs").items())
        for_each_promise(output.at("binding"), [&](const Place& promise) { asked[promise.text_at("nodeId")].insert(promise_name(promise)); });
    return asked;
}

// When a node of a branch runs: its own condition, and none of those in front of it.
void append_case(Reading& reading, const Place& node, const std::string& when, const Place& where, const std::string& path, Scope& scope, Body& body) {
    if (!node) return;
    const std::string here = join_path(path + ".tasks", node.text_at("id"));
    Task task = *read_node(reading, node, here, scope);
    task.when = when;
    reading.map(here + ".when", where);
    body.tasks.push_back(std::make_shared<const Task>(std::move(task)));
}

}  // namespace

Body read_cases(Reading& reading, const std::vector<BranchCase>& cases, const std::string& path, Scope& scope) {
    Body body;
    for (const BranchCase& one : cases) append_case(reading, one.node, one.when, one.where, path, scope, body);
    return body;
}

Body read_nodes(Reading& reading, const Place& workflow, const std::string& head) {
    Body body;
    Scope scope;
    scope.head = head;
    scope.workflow = workflow;
    const auto asked = asked_outputs(workflow);
    scope.asked = &asked;
    reading.map(head + "tasks", workflow.at("nodes"));
    for (const Place& node : workflow.at("nodes").items()) {
        const std::string id = node.text_at("id");
        if (!node.is_map() || id == start_node || id == end_node) continue;
        body.tasks.push_back(read_node(reading, node, join_path(head + "tasks", id), scope));
    }
    if (const Place failure = workflow.at("failureNode"); failure.is_map() && !failure.node->entries.empty()) {
        Task task = *read_node(reading, failure, join_path(head + "handlers", failure.text_at("id")), scope);
        task.needs.clear();
        body.handlers.push_back({std::make_shared<const Task>(std::move(task)), Trigger::on_failure, false, {}});
    }
    return body;
}

std::vector<Output> read_outputs(Reading& reading, const Place& workflow, const std::string& path) {
    std::vector<Parameter> unused;
    std::vector<Output> out;
    read_interface(workflow.at("interface"), unused, out);
    Scope scope;
    for (Output& output : out) {
        output.from = OutputFrom::expression;
        for (const Place& binding : workflow.at("outputs").items()) {
            if (binding.text_at("var") != output.name) continue;
            output.expression = binding_value(scope, binding.at("binding"));
            reading.map(join_path(path + ".outputs", output.name), binding);
        }
    }
    return out;
}

}  // namespace weft::flyte
