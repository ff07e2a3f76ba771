// Bodies, groups, branches and loops of a flow as workflows of Flyte.
#include "core/targets/flyte/lower.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "core/model/edit.h"
#include "core/model/graph.h"
#include "core/targets/flyte/reading.h"
#include "core/yaml/writer.h"

namespace weft::flyte {
namespace {

const Task* named(const Body& body, std::string_view name) {
    for (const TaskPtr& task : body.tasks)
        if (task && task->name == name) return task.get();
    return nullptr;
}

// A muted task is left out: who waited for it waits for what it waited for.
void collect_needs(Lowering& lowering, Site& scope, const Task& task, std::vector<Need>& out, int depth) {
    const auto add = [&](const std::string& name) {
        const auto node = scope.nodes.find(name);
        if (node == scope.nodes.end()) return;
        if (std::none_of(out.begin(), out.end(), [&](const Need& n) { return n.task == node->second; })) out.push_back({node->second});
    };
    for (const Need& need : task.needs) {
        const Task* up = named(*scope.body, need.task);
        if (up && up->muted && depth < 500) collect_needs(lowering, scope, *up, out, depth + 1);
        else if (up) add(need.task);
    }
    for_each_read(task, [&](std::string_view name) {
        const Task* up = named(*scope.body, name);
        if (up && !up->muted && up != &task) add(up->name);
    });
}

void name_nodes(Lowering& lowering, Site& scope) {
    std::set<std::string> taken = {start_node, end_node};
    const auto give = [&](const Task& task, const std::string& head) {
        const std::string wanted = node_name(task.name), node = free_name(taken, wanted);
        scope.nodes.emplace(task.name, node);
        NameUse use{NameUse::Kind::task, scope.path + head + task.name, task.name, node, {}, {}};
        if (node != task.name) use.how = WEFT_TR("core", "ids of nodes are lower case letters, digits and dashes");
        if (node != wanted)
            for (const auto& [other, id] : scope.nodes)
                if (id == wanted) use.collides = other;
        lowering.out.names.push_back(std::move(use));
    };
    for (const TaskPtr& task : scope.body->tasks)
        if (!task->muted) give(*task, "tasks.");
    for (const Handler& handler : scope.body->handlers) give(*handler.task, "handlers.");
}

// --- loops -------------------------------------------------------------------------------------------------------------------------
std::optional<std::vector<std::string>> numbers_between(const Loop& loop) {
    const auto number = [](const std::string& text) -> std::optional<long> {
        long value = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
        return problem == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
    };
    const auto start = loop.start.text.empty() ? std::optional(0l) : number(loop.start.text);
    if (!start) return std::nullopt;
    const auto end = !loop.end.text.empty() ? number(loop.end.text) : [&]() -> std::optional<long> {
        const auto count = number(loop.count.text);
        return count ? std::optional(*start + *count - 1) : std::nullopt;
    }();
    if (!end || std::abs(*end - *start) > 5000) return std::nullopt;
    std::vector<std::string> out;
    const long step = *end >= *start ? 1 : -1;
    if (loop.end.text.empty() && *end < *start) return out;
    for (long n = *start;; n += step) {
        out.push_back(std::to_string(n));
        if (n == *end) return out;
    }
}

void lower_loop(Lowering& lowering, Site& scope, const Task& task, Task& made) {
    Loop loop = *task.loop;
    if (loop.over == Loop::Over::sequence) {
        const auto numbers = numbers_between(loop);
        if (!numbers || !loop.format.empty())
            return lowering.refuse(task, scope, WEFT_TR("core", "Flyte's loops run over a list that the file holds or a task hands on: this range is known only when the flow runs"),
                                   WEFT_TR("core", "write the numbers as a list"));
        loop = {Loop::Over::items, *numbers, {}, {}, {}, {}, {}, task.loop->parallelism};
    } else if (loop.over == Loop::Over::param) {
        bool known = false;
        const Value value = lowered_value(lowering, scope, task, value_of_tag(lowering, loop.param, known));
        if (!known || lowered_type(lowering, scope, value) != ValueType::list)
            return lowering.refuse(task, scope, {WEFT_TR("core", "Flyte loops over %1 only if that is a list of Flyte's: a parameter of type list, or what another loop gathered"), {loop.param}},
                                   WEFT_TR("core", "give the parameter the type list; what a command writes arrives as one text"));
        loop.param = value_tag(value);
    }
    made.loop = std::move(loop);
}

// --- groups ------------------------------------------------------------------------------------------------------------------------
void lower_group(Lowering& lowering, Site& scope, const Task& task, const Definition& definition, Task& use) {
    if (scope.enclosing.size() > 30) return lowering.refuse(task, scope, WEFT_TR("core", "nested too deeply, or uses itself"));
    if (!definition.timeout.empty() || !task.timeout.empty()) lowering.refuse(task, scope, WEFT_TR("core", "Flyte has no time limit for a group"), WEFT_TR("core", "set it on its tasks"));
    if (definition.parallelism) lowering.refuse(task, scope, WEFT_TR("core", "Flyte limits tasks at once for the whole execution only"), WEFT_TR("core", "set the limit on the flow"));
    if (task.loop) lowering.refuse(task, scope, WEFT_TR("core", "an array node of Flyte runs one task for each item, not a group"), WEFT_TR("core", "loop inside the group's tasks"));
    if (task.retry || definition.retry) lowering.refuse(task, scope, WEFT_TR("core", "Flyte does not run a group again"), WEFT_TR("core", "set the retry on its tasks"));
    Site inner;
    inner.body = definition.body.get();
    inner.outer = &scope;
    inner.enclosing = scope.enclosing;
    inner.enclosing.push_back(&task);
    inner.path = (task.definition.empty() ? scope.path + "tasks." + task.name : "definitions." + task.definition) + ".";
    inner.status = scope.status;
    inner.failure = scope.failure;
    for (const Binding& param : task.params) inner.own[param.name] = param.value;
    for (const Parameter& input : definition.inputs)
        if (input.value && !inner.own.count(input.name)) inner.own[input.name] = *input.value;
    Definition made;
    made.kind = DefinitionKind::flow;
    made.fail_fast = definition.fail_fast;
    made.body = std::make_shared<const Body>(lowered_body(lowering, inner));
    for (const Output& output : definition.outputs) {
        Output lowered;
        lowered.name = variable_name(output.name);
        lowered.from = OutputFrom::expression;
        lowered.expression = lowered_value(lowering, inner, task, output.expression);
        lowered.type = lowered_type(lowering, inner, lowered.expression);
        lowered.artifact = lowered.type == ValueType::file;
        made.outputs.push_back(std::move(lowered));
    }
    made.inputs = inner.inputs;
    use.params = inner.arguments;
    use.definition = lowering.add(std::move(made), task.definition.empty() ? task.name : task.definition);
}

// --- branches ----------------------------------------------------------------------------------------------------------------------
TaskPtr nothing_to_do() {
    Definition pause;
    pause.kind = DefinitionKind::wait;
    pause.timeout = "0s";
    pause.detail = "wait 0s";
    Task task;
    task.name = "skipped";
    task.own = std::make_shared<const Definition>(std::move(pause));
    return std::make_shared<const Task>(std::move(task));
}

// A condition is a branch node: the task in it, and beside it a node that does nothing.
TaskPtr branched(Lowering& lowering, Site& scope, const Task& task, const std::string& node) {
    Result<Condition> condition = parse_condition(task.when);
    if (!condition) {
        lowering.refuse(task, scope, condition.error().message, WEFT_TR("core", "compare two values, or let a task decide and compare its output"));
        return nullptr;
    }
    Site inner;
    inner.body = scope.body;
    inner.outer = &scope;
    inner.branch = true;
    inner.enclosing = scope.enclosing;
    inner.path = scope.path;
    inner.status = scope.status;
    inner.failure = scope.failure;
    Task plain = task;
    plain.when.clear();
    plain.needs.clear();
    const TaskPtr run = lowered_task(lowering, inner, plain, node + "-run");
    if (!run) return nullptr;
    for_each_operand(*condition, [&](Condition::Operand& operand, Condition::Operand&) {
        if (!operand.tag) return;
        bool known = false;
        const Value value = lowered_value(lowering, inner, task, value_of_tag(lowering, "{{" + operand.text + "}}", known));
        if (!known || (value.source != Source::param && value.source != Source::literal))
            lowering.refuse(task, scope, {WEFT_TR("core", "Flyte cannot ask for {{%1}} in a condition"), {operand.text}}, WEFT_TR("core", "compare a parameter or a task's output"));
        else if (value.source == Source::param) operand.text = "params." + value.name;
        else operand = {false, value.text, value.plain};
    });
    Task inside = *run;
    inside.when = text_of(*condition);
    Task pause = *nothing_to_do();
    pause.name = node + "-skipped";
    Body body;
    body.tasks = {std::make_shared<const Task>(std::move(inside)), std::make_shared<const Task>(std::move(pause))};
    Definition group;
    group.kind = DefinitionKind::flow;
    group.detail = branch_detail;
    group.inputs = inner.inputs;
    group.body = std::make_shared<const Body>(std::move(body));
    Task made;
    made.name = node;
    made.note = run->note;
    made.params = inner.arguments;
    made.own = std::make_shared<const Definition>(std::move(group));
    return std::make_shared<const Task>(std::move(made));
}

// Exit handlers of a task: a group of one.
Task with_group(const Task& task, const Definition& definition) {
    Task inner = task, group;
    Definition own;
    own.kind = DefinitionKind::flow;
    group.name = task.name;
    group.needs = std::exchange(inner.needs, {});
    group.when = std::exchange(inner.when, {});
    group.id = task.id;
    Body body;
    body.handlers = std::exchange(inner.handlers, {});
    for (const Output& output : definition.outputs) {
        Output handed{output.name, OutputFrom::expression};
        handed.expression = Value{Source::output, {}, task.name, output.name};
        handed.type = output.type;
        own.outputs.push_back(std::move(handed));
    }
    body.tasks.push_back(std::make_shared<const Task>(std::move(inner)));
    own.body = std::make_shared<const Body>(std::move(body));
    group.own = std::make_shared<const Definition>(std::move(own));
    return group;
}

void collect_numbers(Lowering& lowering) {
    for_each_task(lowering.flow, [&](const std::string&, const Task& task, const Handler*) {
        Result<Condition> condition = task.when.empty() ? Result<Condition>(Condition{}) : parse_condition(task.when);
        if (task.when.empty() || !condition) return;
        for_each_operand(*condition, [&](Condition::Operand& mine, Condition::Operand& other) {
            if (!mine.tag || other.tag || !other.plain || other.text == "true" || other.text == "false") return;
            bool known = false;
            const Value value = value_of_tag(lowering, "{{" + mine.text + "}}", known);
            if (value.source == Source::param) lowering.numbers.insert("params." + value.name);
            if (value.source == Source::output) lowering.numbers.insert(value.task + "\n" + value.name);
        });
    });
}

bool is_plain_number(const Value& value) { return value.plain && !value.text.empty() && value.text.find_first_not_of("+-.0123456789eE") == std::string::npos; }

Parameter lowered_parameter(const Lowering& lowering, const Parameter& given) {
    Parameter out{variable_name(given.name), given.value, given.choices, given.description, given.type};
    if (out.type == ValueType::any && lowering.numbers.count("params." + given.name)) out.type = ValueType::number;
    if (out.type == ValueType::any && given.value && given.choices.empty()) {
        const Value& value = *given.value;
        if (is_plain_number(value)) out.type = value.text.find_first_not_of("+-0123456789") == std::string::npos ? ValueType::integer : ValueType::number;
        else if (value.plain && (value.text == "true" || value.text == "false")) out.type = ValueType::boolean;
    }
    if (out.type == ValueType::any || out.type == ValueType::map || out.type == ValueType::file) out.type = ValueType::string;
    if (!out.choices.empty()) out.choices.clear();   // an enumeration binds to no string
    return out;
}

}  // namespace

void Lowering::refuse(const Task& task, const Site& scope, Message what, Message advice) {
    Remark remark;
    remark.fit = Fit::refused;
    remark.task = task.id;
    remark.path = scope.path + "tasks." + task.name;
    remark.detail = task.name;
    remark.what = std::move(what);
    remark.advice = std::move(advice);
    out.refused.push_back(std::move(remark));
}

void Lowering::note(Message what) {
    if (std::find(out.notes.begin(), out.notes.end(), what) == out.notes.end()) out.notes.push_back(std::move(what));
}

std::string Lowering::add(Definition definition, const std::string& wanted) {
    definition.name.clear();
    const Identity nobody;
    std::string text;
    if (definition.body) text = yaml::write_json(workflow_template_node(out.flow, nobody, {"", definition.body.get(), &definition.inputs, &definition.outputs, definition.fail_fast}), 0);
    else text = yaml::write_json(task_template_node(definition, id_node(nobody, "TASK", "")), 0);
    if (const auto found = made.find(text); found != made.end()) return found->second;
    definition.name = free_name(taken, out.flow.name + "." + variable_name(wanted));
    made.emplace(text, definition.name);
    out.flow.definitions.push_back(std::make_shared<const Definition>(definition));
    return definition.name;
}

std::string node_name(std::string_view name) {
    std::string out;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 128 && std::isalnum(byte)) out += char(std::tolower(byte));
        else if (!out.empty() && out.back() != '-') out += '-';
    }
    if (out.empty() || !std::isalpha(static_cast<unsigned char>(out.front()))) out = "n-" + out;
    out = out.substr(0, 45);   // "-on-failure" and a number still fit
    while (out.back() == '-') out.pop_back();
    return out;
}

std::string variable_name(std::string_view name) {
    std::string out;
    for (const char c : name) out += (static_cast<unsigned char>(c) < 128 && (std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-' || c == '.')) ? c : '_';
    return out.empty() ? "_" : out;
}

std::string free_name(std::set<std::string>& taken, const std::string& wanted) {
    std::string name = wanted;
    for (int n = 2; !taken.insert(name).second; ++n) name = wanted + "-" + std::to_string(n);
    return name;
}

TaskPtr lowered_task(Lowering& lowering, Site& scope, const Task& task, const std::string& node) {
    const Definition* definition = definition_of(lowering.flow, task);
    if (!definition) return nullptr;   // the table refuses it
    if (!task.handlers.empty()) {
        const Task group = with_group(task, *definition);
        return lowered_task(lowering, scope, group, node);
    }
    if (!task.when.empty()) return branched(lowering, scope, task, node);
    Task made;
    made.name = node;
    made.note = task.name == node ? task.note : task.note.empty() ? task.name : task.note;
    if (definition->kind == DefinitionKind::flow && definition->body) {
        lower_group(lowering, scope, task, *definition, made);
    } else if (definition->kind == DefinitionKind::wait) {
        Definition own;
        own.kind = DefinitionKind::wait;
        own.timeout = seconds_of(definition->timeout);
        if (own.timeout.empty() && definition->detail.find(' ') != std::string::npos) own.timeout = seconds_of(definition->detail.substr(definition->detail.rfind(' ') + 1));
        own.detail = own.timeout.empty() ? "wait" : "wait " + own.timeout;
        made.own = std::make_shared<const Definition>(std::move(own));
    } else if (definition->kind == DefinitionKind::container || definition->kind == DefinitionKind::script) {
        if (task.loop) lower_loop(lowering, scope, task, made);
        lower_pod(lowering, scope, task, *definition, made);
    } else {
        return nullptr;
    }
    return std::make_shared<const Task>(std::move(made));
}

Body lowered_body(Lowering& lowering, Site& scope) {
    Body made;
    name_nodes(lowering, scope);
    for (const TaskPtr& task : scope.body->tasks) {
        if (task->muted) continue;
        const TaskPtr lowered = lowered_task(lowering, scope, *task, scope.nodes.at(task->name));
        if (!lowered) continue;
        Task copy = *lowered;
        copy.needs.clear();
        collect_needs(lowering, scope, *task, copy.needs, 0);
        made.tasks.push_back(std::make_shared<const Task>(std::move(copy)));
    }
    lower_handlers(lowering, scope, made);
    return made;
}

Lowered lower(const Flow& flow, const ExportOptions& options) {
    Lowering lowering{flow, options, {}, {}, {}, {}};
    Lowered& out = lowering.out;
    out.flow.format = "flyte-lowered";
    out.flow.name = flow.name.empty() ? "flow" : variable_name(flow.name);
    out.names.push_back({NameUse::Kind::flow, "", flow.name, out.flow.name, out.flow.name == flow.name ? Message() : Message(WEFT_TR("core", "letters, digits, - _ and . are kept")), {}});
    out.flow.description = flow.description;
    out.flow.schedule = flow.schedule;
    out.flow.parallelism = flow.parallelism;
    collect_numbers(lowering);
    Site main;
    main.body = &flow.main;
    std::set<std::string> taken;
    for (const Parameter& parameter : flow.parameters) {
        Parameter lowered = lowered_parameter(lowering, parameter);
        const std::string wanted = lowered.name;
        lowered.name = free_name(taken, wanted);
        main.own[parameter.name] = Value{Source::param, "lowered", {}, lowered.name};
        out.names.push_back({NameUse::Kind::parameter, "", parameter.name, lowered.name,
                             lowered.name == parameter.name ? Message() : Message(WEFT_TR("core", "letters, digits, - _ and . are kept")), lowered.name == wanted ? "" : wanted});
        main.inputs.push_back(std::move(lowered));
    }
    out.flow.parameters = main.inputs;
    out.flow.main = lowered_body(lowering, main);
    return std::move(out);
}

}  // namespace weft::flyte
