// flow.py -> Flow. Python is read by Python (flow_reader.py), the graph is drawn by graph.cpp.
#include <algorithm>
#include <set>

#include "core/model/edit.h"
#include "core/targets/metaflow/arguments.h"
#include "core/targets/metaflow/flow_file.h"
#include "core/targets/metaflow/reading.h"
#include "core/yaml/text.h"

namespace weft::metaflow {
namespace {

std::string trimmed(std::string text) {
    const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
    while (!text.empty() && blank(text.back())) text.pop_back();
    std::size_t from = 0;
    while (from < text.size() && blank(text[from])) ++from;
    return text.substr(from);
}

bool is_true(const Argument* argument) { return argument && argument->value.kind == Literal::Kind::boolean && argument->value.text == "true"; }

GraphStep graph_step(const Step& step) {
    GraphStep out;
    out.name = step.name;
    out.join = step.join;
    if (const Decorator* mark = step.find("step")) {
        out.first = is_true(mark->arguments.find("start"));
        out.last = is_true(mark->arguments.find("end"));
    }
    out.chooses = step.find("condition") != nullptr;
    if (!step.next) return out;
    for (const StepReference& target : step.next->targets) out.next.push_back(target.name);
    for (const StepReference& target : step.next->cases) {
        out.next.push_back(target.name);
        out.cases.emplace_back(target.key, target.name);
    }
    if (step.next->condition) out.condition = step.next->condition->value.text;
    if (step.next->foreach) out.foreach = step.next->foreach->value.text;
    if (const auto& parallel = step.next->parallel) {
        if (parallel->value.kind == Literal::Kind::integer) out.parallel = Scalar{parallel->value.text, true};
        else out.parallel_name = parallel->id.empty() ? parallel->source : parallel->id;
    }
    return out;
}

ValueType type_of(const std::string& id) {
    if (id == "int") return ValueType::integer;
    if (id == "float") return ValueType::number;
    if (id == "bool") return ValueType::boolean;
    if (id == "str") return ValueType::string;
    return id == "JSONType" ? ValueType::map : ValueType::any;
}

ValueType type_of(const Literal& value) {
    switch (value.kind) {
        case Literal::Kind::integer: return ValueType::integer;
        case Literal::Kind::number: return ValueType::number;
        case Literal::Kind::boolean: return ValueType::boolean;
        case Literal::Kind::text: return ValueType::string;
        default: return ValueType::any;
    }
}

void read_parameter(Reading& reading, const ParameterCall& call) {
    const Argument* name = call.arguments.at(0, "name");
    Parameter parameter;
    parameter.name = name && name->value.kind == Literal::Kind::text ? name->value.text : call.attribute;
    const std::string path = join_path("parameters", parameter.name);
    if (const Argument* type = call.arguments.find("type")) parameter.type = type_of(type->id);
    if (call.kind == "IncludeFile") parameter.type = ValueType::file;
    for (const char* key : {"default", "default_value"})
        if (const Argument* value = call.arguments.find(key)) {
            if (value->value.scalar()) {
                parameter.value = Value{Source::literal, value->value.text, {}, {}, value->value.kind != Literal::Kind::text};
                if (parameter.type == ValueType::any) parameter.type = type_of(value->value);
                reading.place(path + ".value", value->at);
            } else if (value->value.kind != Literal::Kind::none) reading.keep(path, "default=" + value->source);
        }
    if (const Argument* help = call.arguments.find("help"); help && help->value.kind == Literal::Kind::text) parameter.description = help->value.text;
    for (const Argument& argument : call.arguments.all)
        for (const char* other : {"separator", "external_artifact", "external_trigger", "parser", "plugin", "encoding", "is_text"})
            if (argument.name == other) reading.keep(path, argument.name);
    reading.place(path, call.at);
    if (name) reading.place(path + ".name", name->at);
    reading.out.flow.parameters.push_back(std::move(parameter));
}

void read_class(Reading& reading) {
    const Class& flow = reading.flow;
    Flow& out = reading.out.flow;
    out.format = "metaflow";
    out.name = flow.name;
    reading.place("name", flow.name_at);
    if (flow.doc) {
        out.description = trimmed(flow.doc->text);
        reading.place("description", flow.doc->at);
    }
    for (const ParameterCall& call : flow.parameters) {
        if (call.kind == "Config") reading.keep(join_path("parameters", call.attribute), "Config");
        else read_parameter(reading, call);
    }
    if (reading.source.base) {
        read_environment(reading, *reading.source.base, "base", "environment", out.environment);
        reading.place("environment", reading.source.base_at);
    }
    out.schedule = read_schedule(reading);
    for (const Decorator& decorator : flow.decorators) {
        if (decorator.name == "schedule" || decorator.name == "exit_hook") continue;
        std::string what = "@" + decorator.name;
        for (const Argument& argument : decorator.arguments.all) what += (&argument == &decorator.arguments.all.front() ? " " : ", ") + argument.name + (argument.name.empty() ? "" : "=") + argument.source;
        reading.keep("", what);
    }
}

// "x = 1\ny = 2" without the indentation of its first line.
std::string dedented(std::string_view text, const std::string& indent) {
    std::string out;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t to = std::min(text.find('\n', from), text.size());
        std::string_view line = text.substr(from, to - from);
        if (from > 0 && line.starts_with(indent)) line.remove_prefix(indent.size());
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        out.append(line) += '\n';
        from = to + 1;
    }
    return out;
}

std::string indent_at(std::string_view text, std::size_t at) {
    const std::size_t line = at == 0 ? 0 : text.rfind('\n', at - 1);
    const std::size_t begin = line == std::string_view::npos ? 0 : at == 0 ? 0 : line + 1;
    std::size_t end = begin;
    while (end < at && (text[end] == ' ' || text[end] == '\t')) ++end;
    return std::string(text.substr(begin, end - begin));
}

void read_step(Reading& reading, const Step& step, std::size_t index, const FlowValues& values, const std::string& path, Task& task, Definition& definition) {
    reading.place(path, step.at);
    reading.place(path + ".name", step.name_at);
    if (step.doc) {
        task.note = trimmed(step.doc->text);
        reading.place(path + ".note", step.doc->at);
    }
    if (step.next) {
        for (const auto* list : {&step.next->targets, &step.next->cases})
            for (const StepReference& target : *list) reading.place(path + ".next." + target.name, target.at);
        if (step.next->foreach) reading.place(path + ".next", step.next->at);
    }
    read_decorators(reading, step.decorators, path, definition, task);
    std::set<std::string> settled;
    for (const auto& [of, attribute] : values.settled)
        if (of == index) settled.insert(attribute);
    if (step.work && reading.source.base && read_work(*step.work, values.of_step[index], settled, step.name, definition, task.when)) {
        for (Parameter& input : definition.inputs) task.params.push_back({input.name, *input.value});
        definition.inputs.clear();
        return;
    }
    definition.kind = step.empty && step.outputs.empty() ? DefinitionKind::none : DefinitionKind::other;
    definition.detail = "Metaflow step";
    if (definition.kind == DefinitionKind::other) {
        definition.source = dedented(reading.text.substr(step.body_at.begin, step.body_at.end - step.body_at.begin), indent_at(reading.text, step.body_at.begin));
        definition.unsupported = {"Python of a Metaflow step"};
        reading.place(path + ".script", step.body_at);
    }
    for (const std::string& name : step.outputs) definition.outputs.push_back(Output{.name = name});
}

// What a foreach or a switch reads is there in the step that asks, even when an earlier step set it.
void add_outputs(const DrawnGraph& drawn, std::size_t step, Definition& definition) {
    for (const auto& [reader, attribute] : drawn.read) {
        if (reader != step) continue;
        if (std::none_of(definition.outputs.begin(), definition.outputs.end(), [&](const Output& one) { return one.name == attribute; })) definition.outputs.push_back(Output{.name = attribute});
    }
}

void add_issue(Reading& reading, const char* rule, const Span& at, Message what) {
    if (!reading.lines) reading.lines.emplace(reading.text);
    const Location where = reading.lines->at(at.begin);
    reading.out.issues.push_back({rule, std::move(what), at, where.line, where.column});
}

void issue(Reading& reading, const Span& at, Message what) {
    const bool whole = reading.flow.started && !reading.flow.partial;   // else what stands elsewhere may complete it
    add_issue(reading, whole ? "graph/metaflow" : "graph/metaflow-part", at, std::move(what));
}

Message step_name_problem(const std::string& name) {
    for (const char* taken : {"name", "next", "input", "index", "cmd"})
        if (name == taken) return {WEFT_TR("core", "a step cannot be called %1: Metaflow keeps this name for itself"), {name}};
    if (name.starts_with("_") || name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") != std::string::npos)
        return {WEFT_TR("core", "a step cannot be called %1: Metaflow takes a to z, 0 to 9 and _, and no _ in front"), {name}};
    return {};
}

Span place_of(const Step& step, const GraphIssue& found) {
    if (!found.to.empty() && step.next)
        for (const auto* list : {&step.next->targets, &step.next->cases})
            for (const StepReference& target : *list)
                if (target.name == found.to) return target.at;
    return step.name_at;
}

const char* notice_text(const Class& flow) {
    for (const Step& step : flow.steps)
        if (step.inherited) return WEFT_TR("core", "some steps come from a base class: a change there holds for every flow that has it");
    return "";
}

}  // namespace

void Reading::place(const std::string& path, const Span& at) {
    auto node = std::make_shared<yaml::Node>();
    node->kind = yaml::Kind::scalar;
    node->text = std::string(text.substr(at.begin, at.end - at.begin));
    node->span = at;
    if (!lines) lines.emplace(text);
    const Location where = lines->at(at.begin);
    node->line = where.line;
    node->column = where.column;
    out.places.add(path, std::move(node));
}

void Reading::keep(const std::string& path, const std::string& what) { out.kept.push_back(path.empty() ? what : path + " " + what); }

Body body_of(const DrawnGraph& graph, const MakeStep& make, const FlowValues& values) {
    const std::function<Body(const std::vector<DrawnStep>&, const std::string&)> fill = [&](const std::vector<DrawnStep>& steps, const std::string& prefix) {
        Body body;
        for (const DrawnStep& step : steps) {
            Task task;
            Definition definition;
            task.name = step.name;
            task.when = step.when;
            const auto listed = values.loops.find(step.loop_from);
            task.loop = step.loop && listed != values.loops.end() ? std::optional(listed->second) : step.loop;
            for (const std::string& need : step.needs) task.needs.push_back({need, results_default, false});
            const std::string path = join_path(prefix + "tasks", step.name);
            if (step.group) {
                definition.kind = DefinitionKind::flow;
                definition.body = std::make_shared<const Body>(fill(step.inner, path + "."));
                if (const auto found = values.group_params.find(path); found != values.group_params.end()) task.params = found->second;
                if (const auto found = values.group_outputs.find(path); found != values.group_outputs.end()) definition.outputs = found->second;
            } else {
                make(step.step, path, task, definition);
                if (step.recursive) definition.unsupported.push_back("a switch that runs its own step again");
            }
            task.own = std::make_shared<const Definition>(std::move(definition));
            body.tasks.push_back(std::make_shared<const Task>(std::move(task)));
        }
        return body;
    };
    return fill(graph.body, {});
}

DrawnGraph drawn_of(const PythonSource& source, const Class& flow) {
    std::vector<GraphStep> steps;
    for (const Step& step : flow.steps) steps.push_back(graph_step(step));
    std::vector<std::pair<std::string, std::string>> parameters;
    for (const ParameterCall& call : flow.parameters) {
        const Argument* name = call.arguments.at(0, "name");
        parameters.emplace_back(call.attribute, name && name->value.kind == Literal::Kind::text ? name->value.text : call.attribute);
    }
    DrawnGraph drawn = draw_graph(steps, parameters, flow.started && !flow.partial);
    if (source.base) regroup(flow, drawn.body);
    return drawn;
}

std::map<std::string, std::size_t> steps_by_place(const DrawnGraph& drawn) {
    std::map<std::string, std::size_t> out;
    const std::function<void(const std::vector<DrawnStep>&, const std::string&)> walk = [&](const std::vector<DrawnStep>& level, const std::string& prefix) {
        for (const DrawnStep& step : level) {
            if (step.group) walk(step.inner, prefix + step.name + "/");
            else out[prefix + step.name] = step.step;
        }
    };
    walk(drawn.body, {});
    return out;
}

std::size_t flow_count(std::string_view text) {
    const Result<SourcePtr> source = source_of(text);
    return source ? std::max<std::size_t>(1, (*source)->flows.size()) : 1;
}

Result<ReadResult> read(std::string_view text, std::size_t flow_index) {
    const Result<SourcePtr> source = source_of(text);
    if (!source) return tl::unexpected<Error>(source.error());
    if (flow_index >= (*source)->flows.size()) return fail(WEFT_TR("core", "no flow: the file has no class of FlowSpec with steps"), {{}, 1, 1});
    ReadResult out;
    const Class& flow = (*source)->flows[flow_index];
    Reading reading{**source, flow, text, out};
    read_class(reading);
    DrawnGraph drawn = drawn_of(**source, flow);
    FlowValues values;
    if ((*source)->base) values = values_of(flow, drawn);
    std::erase_if(drawn.read, [&](const auto& one) { return values.settled.count(one) > 0; });
    out.flow.main = body_of(drawn, [&](std::size_t step, const std::string& path, Task& task, Definition& definition) {
        read_step(reading, flow.steps[step], step, values, path, task, definition);
        add_outputs(drawn, step, definition);
    }, values);
    read_hooks(reading, out.flow.main, values.of_hooks);
    for (const Step& step : flow.steps)
        if (const Message wrong = step_name_problem(step.name); !wrong.empty()) add_issue(reading, "name/metaflow-step", step.name_at, wrong);
    for (const GraphIssue& found : drawn.issues) issue(reading, place_of(flow.steps[found.step], found), found.what);
    for (const auto& [at, what] : (*source)->issues)
        if (at.begin >= flow.at.begin && at.begin < flow.at.end) issue(reading, at, what);
    out.notice = notice_text(flow);
    out.flow = number_tasks(std::move(out.flow));
    return out;
}

}  // namespace weft::metaflow
