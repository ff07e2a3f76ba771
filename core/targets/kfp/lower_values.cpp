// Values seen from the place where they stand: what a component cannot see by itself comes in as an input.
#include <algorithm>
#include <cctype>

#include "core/targets/kfp/lower.h"
#include "core/targets/kfp/reading.h"

namespace weft::kfp {
namespace {

bool has_name(const std::vector<Parameter>& inputs, const std::string& name) {
    return std::any_of(inputs.begin(), inputs.end(), [&](const Parameter& p) { return p.name == name; });
}

const Output* output_of(const Lowering& lowering, const Task& task, const std::string& name) {
    const Definition* definition = definition_of(lowering.flow, task);
    if (!definition) return nullptr;
    for (const Output& output : definition->outputs)
        if (output.name == name) return &output;
    return nullptr;
}

// An output of a task that stands in this scope or around it.
Value output_value(Lowering& lowering, Scope& scope, const Reference& tag, const std::string& where, bool* known) {
    if (const Task* producer = sibling(scope, tag.task)) {
        if (scope.handler) {
            lowering.refuse({WEFT_TR("core", "%1 reads `%2.%3`; an exit handler of a pipeline can read only its parameters"), {where, tag.task, tag.name}});
            return {};
        }
        if (producer->muted) lowering.refuse({WEFT_TR("core", "%1 reads `%2.%3`, and %2 is muted"), {where, tag.task, tag.name}});
        const Output* output = output_of(lowering, *producer, tag.name);
        if (!output) lowering.refuse({WEFT_TR("core", "%1 reads `%2.%3`, which %2 does not write"), {where, tag.task, tag.name}});
        else if (output->from == OutputFrom::exit_code) lowering.refuse({WEFT_TR("core", "%1 reads the exit code of %2; KFP does not hand it on"), {where, tag.task}});
        *known = true;
        return Value{Source::output, {}, scope.names.at(tag.task), kfp_parameter_name(tag.name)};
    }
    if (!scope.body && scope.outer) {
        const Value outer = output_value(lowering, *scope.outer, tag, where, known);
        const Task* producer = sibling(*scope.outer, tag.task);
        const ValueType type = producer && lowering.lists.count({producer, tag.name}) ? ValueType::list : ValueType::string;
        return *known && outer.source != Source::literal ? pull(lowering, scope, outer, type, outer.task + "-" + outer.name) : outer;
    }
    lowering.refuse({WEFT_TR("core", "%1 reads `%2.%3`, and no task `%2` stands beside it"), {where, tag.task, tag.name}});
    return {};
}

Value workflow_value(Lowering& lowering, Scope& scope, const Reference& tag, const std::string& where, bool* known) {
    if (tag.name == "status" || tag.name == "workflow.status") {
        if (!scope.handler) {
            lowering.refuse({WEFT_TR("core", "%1 is given the status of its flow; only exit handlers can have that"), {where}});
            return {};
        }
        *known = true;
        if (scope.outer) {
            for (const Binding& given : scope.arguments)
                if (given.value.source == Source::status) return Value{Source::param, {}, {}, given.name};
            if (scope.params.count("weft status")) return Value{Source::param, {}, {}, scope.params.at("weft status")};
        }
        return Value{Source::status};
    }
    if (tag.name.starts_with("parameters.")) {
        const std::string input = want_param(lowering, scope, tag.name.substr(11));
        *known = !input.empty();
        if (!*known) lowering.refuse({WEFT_TR("core", "%1 reads the parameter `%2`, which the flow does not have"), {where, tag.name.substr(11)}});
        return Value{Source::param, {}, {}, input};
    }
    *known = true;
    if (tag.name == "name") return Value{Source::literal, "{{$.pipeline_job_name}}"};
    if (tag.name == "uid") return Value{Source::literal, "{{$.pipeline_job_uuid}}"};
    *known = false;
    lowering.refuse({WEFT_TR("core", "%1 reads %2, and KFP has nothing like it"), {where, tag.tag}});
    return {};
}

}  // namespace

std::string where_of(const Scope& scope, const std::string& name) { return scope.path + name; }

const Task* sibling(const Scope& scope, const std::string& name) {
    if (!scope.body) return nullptr;
    for (const TaskPtr& task : scope.body->tasks)
        if (task && task->name == name) return task.get();
    return nullptr;
}

ValueType type_of_param(const Lowering& lowering, const Scope& scope, const std::string& name) {
    for (const Scope* s = &scope; s; s = s->outer)
        for (const Parameter& input : s->inputs)
            if (const auto found = s->params.find(name); found != s->params.end() && found->second == input.name) return input.type;
    for (const Parameter& parameter : lowering.out.flow.parameters)
        if (parameter.name == kfp_parameter_name(name)) return parameter.type;
    return ValueType::string;
}

Value pull(Lowering&, Scope& scope, const Value& outer, ValueType type, const std::string& wanted) {
    for (const Binding& given : scope.arguments)
        if (given.value == outer) return Value{Source::param, {}, {}, given.name};
    std::string name = std::string(channel_prefix) + wanted;
    for (int n = 2; has_name(scope.inputs, name); ++n) name = std::string(channel_prefix) + wanted + "-" + std::to_string(n);
    Parameter input;
    input.name = name;
    input.type = type;
    scope.inputs.push_back(std::move(input));
    scope.arguments.push_back({name, outer});
    return Value{Source::param, {}, {}, name};
}

std::string want_param(Lowering& lowering, Scope& scope, const std::string& name) {
    if (const auto found = scope.params.find(name); found != scope.params.end()) return found->second;
    if (!scope.outer) return {};
    const std::string outer = want_param(lowering, *scope.outer, name);
    if (outer.empty()) return {};
    const ValueType type = type_of_param(lowering, *scope.outer, name);
    const std::string stem = outer.starts_with(channel_prefix) ? outer.substr(channel_prefix.size()) : outer;
    const Value value = pull(lowering, scope, Value{Source::param, {}, {}, outer}, type, stem);
    return scope.params[name] = value.name;
}

Value value_of(Lowering& lowering, Scope& scope, const Reference& tag, const std::string& where, bool* known) {
    using Kind = Reference::Kind;
    *known = false;
    if (!tag.simple) {
        lowering.refuse({WEFT_TR("core", "%1 holds the expression %2, which is not translated"), {where, tag.tag}});
        return {};
    }
    switch (tag.kind) {
        case Kind::param: {
            const std::string input = want_param(lowering, scope, tag.name);
            *known = !input.empty();
            if (!*known) lowering.refuse({WEFT_TR("core", "%1 reads the parameter `%2`, which nobody has"), {where, tag.name}});
            return Value{Source::param, {}, {}, input};
        }
        case Kind::output: return output_value(lowering, scope, tag, where, known);
        case Kind::item:
            for (Scope* s = &scope; s; s = s->outer) {
                if (s->item.empty()) continue;
                *known = true;
                const Value item{Source::param, {}, {}, s->item};
                return tag.name.empty() ? item : selected(item, "parseJson(string_value)[\"" + tag.name + "\"]");
            }
            lowering.refuse({WEFT_TR("core", "%1 reads the item of a loop that is not there"), {where}});
            return {};
        case Kind::workflow: return workflow_value(lowering, scope, tag, where, known);
        case Kind::status:
        case Kind::unknown: break;
    }
    lowering.refuse({WEFT_TR("core", "%1 reads %2, and KFP has nothing like it"), {where, tag.tag}});
    return {};
}

std::optional<Value> file_value(Lowering& lowering, Scope& scope, const InputFile& file, const std::string& where) {
    std::vector<Reference> tags = file.from ? references(*file.from) : std::vector<Reference>{};
    if (file.from && file.from->source == Source::text && (tags.size() != 1 || tags[0].tag != file.from->text)) tags.clear();
    if (tags.size() != 1 || !tags[0].simple || (tags[0].kind != Reference::Kind::output && tags[0].kind != Reference::Kind::param)) {
        lowering.refuse(file.from ? Message{WEFT_TR("core", "%1: the file `%2` must come from a task beside it"), {where, file.name}}
                                  : Message{WEFT_TR("core", "%1: the file `%2` comes from a place that only its own file can say"), {where, file.name}});
        return std::nullopt;
    }
    const Reference& tag = tags[0];
    if (tag.kind == Reference::Kind::param) {
        if (const auto own = scope.files.find(tag.name); own != scope.files.end()) return Value{Source::param, {}, {}, own->second};
    } else if (sibling(scope, tag.task)) {
        bool known = false;
        const Value value = output_value(lowering, scope, tag, where, &known);
        return known ? std::optional<Value>(value) : std::nullopt;
    }
    if (scope.body || !scope.outer) {
        lowering.refuse({WEFT_TR("core", "%1: the file `%2` must come from a task beside it"), {where, file.name}});
        return std::nullopt;
    }
    const std::optional<Value> outer = file_value(lowering, *scope.outer, file, where);     // from around a loop or a condition
    if (!outer) return std::nullopt;
    for (const InputFile& given : scope.file_arguments)
        if (given.from == outer) return Value{Source::param, {}, {}, given.name};
    InputFile input, argument;
    std::set<std::string> taken;
    for (const InputFile& one : scope.file_inputs) taken.insert(one.name);
    for (const Parameter& one : scope.inputs) taken.insert(one.name);
    input.name = argument.name = free_name_in(taken, std::string(channel_prefix) + (outer->task.empty() ? outer->name : outer->task + "-" + outer->name), '-');
    argument.from = *outer;
    scope.file_inputs.push_back(input);
    scope.file_arguments.push_back(argument);
    return Value{Source::param, {}, {}, input.name};
}

Value body_value(Lowering& lowering, Scope& scope, Task& made, NewInputs& inputs, const Value& value, const std::string& where) {
    Reference tag;
    tag.name = value.name;
    tag.task = value.task;
    tag.tag = tag_of(value);
    bool known = false;
    switch (value.source) {
        case Source::param: tag.kind = Reference::Kind::param; break;
        case Source::output: tag.kind = Reference::Kind::output; break;
        case Source::item: tag.kind = Reference::Kind::item; break;
        case Source::status:
            tag.kind = Reference::Kind::workflow;
            tag.name = "status";
            break;
        case Source::secret:
            lowering.refuse({WEFT_TR("core", "%1: KFP gives a secret to a variable or a volume, not to an input"), {where}});
            return {};
        case Source::literal:
        case Source::text: {
            const std::vector<Reference> tags = references_in(value.text);
            if (tags.empty()) return Value{Source::literal, value.text};
            if (tags.size() == 1 && tags[0].tag.size() == value.text.size()) return value_of(lowering, scope, tags[0], where, &known);
            std::string text = value.text;
            for (auto one = tags.rbegin(); one != tags.rend(); ++one) {
                const Value from = value_of(lowering, scope, *one, where, &known);
                if (!known) return {};
                if (from.source == Source::status || from.source == Source::text) {
                    lowering.refuse({WEFT_TR("core", "%1: `%2` cannot hold %3 inside other text"), {where, value.text, one->tag}});
                    return {};
                }
                if (from.source != Source::literal) input_for(made, from, ValueType::string, inputs);
                text.replace(one->at, one->tag.size(), from.source == Source::literal ? from.text : tag_of(from));
            }
            return Value{Source::text, text};
        }
    }
    return value_of(lowering, scope, tag, where, &known);
}

std::string kfp_name(std::string_view name) {
    std::string out;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 128 && std::isalnum(byte)) out += char(std::tolower(byte));
        else if (!out.empty() && out.back() != '-') out += '-';
    }
    out = out.substr(0, 120);
    while (!out.empty() && out.back() == '-') out.pop_back();
    if (out.empty()) out = "task";
    return out.ends_with("-driver") ? out + "-task" : out;   // KFP makes <task>-driver itself
}

std::string kfp_parameter_name(std::string_view name) {
    std::string out;
    for (const char c : name) out += (static_cast<unsigned char>(c) < 128 && std::isalnum(static_cast<unsigned char>(c))) || c == '_' ? c : '_';
    if (out.empty() || std::isdigit(static_cast<unsigned char>(out.front()))) out = "_" + out;
    return out;
}

}  // namespace weft::kfp
