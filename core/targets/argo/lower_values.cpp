// Tags of any spelling in Argo's, seen from the place where they stand.
#include <algorithm>
#include <cctype>

#include "core/model/graph.h"
#include "core/targets/argo/lower.h"

namespace weft::argo {
namespace {

const Task* sibling(const Scope& scope, const std::string& name) {
    if (scope.hooked && scope.hooked->name == name) return scope.hooked;
    if (!scope.body) return nullptr;
    for (const TaskPtr& task : scope.body->tasks)
        if (task && task->name == name) return task.get();
    return nullptr;
}

std::string name_of(const Scope& scope, const std::string& task) {
    const auto found = scope.names.find(task);
    return found == scope.names.end() ? argo_name(task) : found->second;
}

std::string output_tag(Lowering& lowering, const Scope& scope, const std::string& task, const std::string& output, bool artifact, const std::string& where) {
    const Task* producer = sibling(scope, task);
    if (scope.exit_handler) {
        lowering.refuse({WEFT_TR("core", "%1 reads `%2.%3`; an exit handler of Argo cannot read outputs of tasks"), {where, task, output}});
        return {};
    }
    if (scope.hooked && scope.hooked->name != task) {
        lowering.refuse({WEFT_TR("core", "%1 reads `%2.%3`; a task's hook can read only the outputs of its own task"), {where, task, output}});
        return {};
    }
    if (producer && producer->muted) lowering.refuse({WEFT_TR("core", "%1 reads `%2.%3`, and %2 is muted"), {where, task, output}});
    const std::string head = "{{tasks." + name_of(scope, task) + ".";
    const Definition* definition = producer ? definition_of(lowering.flow, *producer) : nullptr;
    if (definition)
        for (const Output& one : definition->outputs) {
            if (one.name != output) continue;
            if (one.from == OutputFrom::standard_output) return head + "outputs.result}}";
            if (one.from == OutputFrom::exit_code) return head + "exitCode}}";
        }
    if (output == "result" && !artifact && lowering.flow.format == "argo") return head + "outputs.result}}";
    const auto named = [&](const Output& one) { return one.name == output; };
    const bool known = definition && (definition->kind == DefinitionKind::container || definition->kind == DefinitionKind::script || definition->kind == DefinitionKind::flow);
    if (known && std::none_of(definition->outputs.begin(), definition->outputs.end(), named))
        lowering.refuse({WEFT_TR("core", "%1 reads `%2.%3`, which %2 does not give"), {where, task, output}});
    return head + (artifact ? "outputs.artifacts." : "outputs.parameters.") + argo_parameter_name(output) + "}}";
}

// A parameter by name, from the innermost template that has it; the flow's are known everywhere.
std::string param_tag(const Scope& scope, const std::string& name) {
    if (!scope.main && scope.params.count(name)) return "{{inputs.parameters." + argo_parameter_name(name) + "}}";
    return "{{workflow.parameters." + argo_parameter_name(name) + "}}";
}

std::string status_tag(const Scope& scope) { return scope.hooked ? "{{tasks." + name_of(scope, scope.hooked->name) + ".status}}" : "{{workflow.status}}"; }

std::string workflow_tag(Lowering& lowering, const Scope& scope, const std::string& rest, const std::string& where) {
    if (rest.starts_with("labels.") || rest.starts_with("annotations."))   // of a file that the flow did not bring along
        lowering.refuse({WEFT_TR("core", "%1 uses `%2`, which only its own file can say"), {where, "{{workflow." + rest + "}}"}});
    if (rest == "status") return status_tag(scope);
    if (rest.starts_with("parameters.")) return "{{workflow.parameters." + argo_parameter_name(rest.substr(11)) + "}}";
    return "{{workflow." + rest + "}}";
}

using Spell = std::string (*)(Lowering&, const Scope&, PassedIn*, const Reference&, const std::string&);

std::string spell_in_body(Lowering& lowering, const Scope& scope, PassedIn*, const Reference& tag, const std::string& where) {
    using Kind = Reference::Kind;
    switch (tag.kind) {
        case Kind::output:
            if (tag.tag.ends_with(".outputs.parameters}}")) return "{{tasks." + name_of(scope, tag.task) + ".outputs.parameters}}";   // all of them, of a loop
            return tag.name.empty() ? tag.tag : output_tag(lowering, scope, tag.task, tag.name, tag.artifact, where);
        case Kind::status: return "{{tasks." + name_of(scope, tag.task) + "." + tag.name + "}}";
        case Kind::param: return tag.artifact ? tag.tag : param_tag(scope, tag.name);
        case Kind::workflow: return workflow_tag(lowering, scope, tag.name, where);
        case Kind::item:
        case Kind::unknown: break;
    }
    return tag.tag;
}

// What a template cannot see by itself comes in as an input.
std::string spell_in_leaf(Lowering& lowering, const Scope& scope, PassedIn* passed, const Reference& tag, const std::string& where) {
    using Kind = Reference::Kind;
    const auto pass = [&](const std::string& wanted) { return passed->add(wanted, spell_in_body(lowering, scope, nullptr, tag, where)); };
    switch (tag.kind) {
        case Kind::output:
        case Kind::status: return pass(tag.task + "-" + tag.name);
        case Kind::item: return pass(tag.name.empty() ? "item" : "item-" + tag.name);
        case Kind::param:
            if (tag.artifact) return tag.tag;
            if (passed->own.count(tag.name)) return "{{inputs.parameters." + argo_parameter_name(tag.name) + "}}";
            return !scope.main && scope.params.count(tag.name) ? pass(tag.name) : param_tag(scope, tag.name);
        case Kind::workflow: return tag.name == "status" && scope.hooked ? pass("status") : workflow_tag(lowering, scope, tag.name, where);
        case Kind::unknown: break;
    }
    return tag.tag;
}

// A part of a value, as pipelines say it: {{=jsonpath(params['x'], '$["k"]')}}, tasks['t'].outputs['o'] or item in its place. Argo has the same function
// over its own names; "" for any other expression.
std::string part_of(Lowering& lowering, const Scope& scope, const std::string& tag, const std::string& where) {
    constexpr std::string_view head = "{{=jsonpath(", tail = "')}}";
    const std::size_t comma = tag.rfind(", '");
    if (!tag.starts_with(head) || !tag.ends_with(tail) || comma == std::string::npos) return {};
    const std::string of = tag.substr(head.size(), comma - head.size());
    const auto name_in = [&](std::string_view before, std::size_t from) {
        const std::size_t start = from + before.size(), end = of.find("']", start);
        return of.compare(from, before.size(), before) == 0 && end != std::string::npos ? of.substr(start, end - start) : std::string();
    };
    std::string value;
    if (const std::string param = name_in("params['", 0); !param.empty()) {
        const std::string spelled = param_tag(scope, param);      // {{inputs.parameters.x}}
        value = spelled.substr(2, spelled.rfind('.') - 2) + "['" + argo_parameter_name(param) + "']";
    } else if (const std::string task = name_in("tasks['", 0); !task.empty()) {
        const std::string output = name_in(".outputs['", of.find("']") + 2);
        if (output.empty() || output_tag(lowering, scope, task, output, false, where).empty()) return {};
        value = "tasks['" + name_of(scope, task) + "'].outputs.parameters['" + argo_parameter_name(output) + "']";
    } else if (of == "item") {
        value = of;
    }
    return value.empty() ? value : "{{=jsonpath(" + value + tag.substr(comma);
}

std::string spelt(Lowering& lowering, const Scope& scope, PassedIn* passed, const std::string& text, const std::string& where, Spell spell) {
    std::string out = text;
    std::vector<Reference> tags = references_in(text);
    std::reverse(tags.begin(), tags.end());
    for (const Reference& tag : tags) {
        if (!tag.simple) {
            if (lowering.flow.format == "argo") continue;
            std::string part = part_of(lowering, scope, tag.tag, where);
            if (part.empty()) lowering.refuse({WEFT_TR("core", "%1 holds the expression %2, which is not translated"), {where, tag.tag}});
            else out.replace(tag.at, tag.tag.size(), passed ? passed->add("part", part) : part);
            continue;
        }
        out.replace(tag.at, tag.tag.size(), spell(lowering, scope, passed, tag, where));
    }
    return out;
}

Value lowered_value(Lowering& lowering, const Scope& scope, PassedIn* passed, const Value& value, const std::string& where, Spell spell) {
    Reference tag;
    tag.task = value.task;
    tag.name = value.name;
    switch (value.source) {
        case Source::secret: return value;
        case Source::literal:
        case Source::text: return read_text_value(spelt(lowering, scope, passed, value.text, where, spell), Spelling{scope.main, false});
        case Source::param: tag.kind = Reference::Kind::param; break;
        case Source::output: tag.kind = Reference::Kind::output; break;
        case Source::item:
            tag.kind = Reference::Kind::item;
            tag.tag = value.name.empty() ? "{{item}}" : "{{item." + value.name + "}}";
            break;
        case Source::status:
            tag.kind = Reference::Kind::workflow;
            tag.name = "status";
            break;
    }
    // The whole value is one tag; its own text may spell more than our fields do (artifacts, workflow parameters).
    if (!value.text.empty()) return read_text_value(spelt(lowering, scope, passed, value.text, where, spell), Spelling{scope.main, false});
    return read_text_value(spell(lowering, scope, passed, tag, where), Spelling{scope.main, false});
}

}  // namespace

std::string PassedIn::add(const std::string& wanted, const std::string& argument) {
    const std::string name = argo_parameter_name(wanted);
    const auto tag = [](const std::string& input) { return "{{inputs.parameters." + input + "}}"; };
    for (const Binding& known : arguments)
        if (known.value.text == argument && std::none_of(own.begin(), own.end(), [&](const std::string& one) { return argo_parameter_name(one) == known.name; })) return tag(known.name);
    std::string free = name;
    const auto taken = [&](const std::string& n) { return std::any_of(inputs.begin(), inputs.end(), [&](const Parameter& p) { return p.name == n; }); };
    for (int n = 2; taken(free); ++n) free = name + "-" + std::to_string(n);
    inputs.push_back({free});
    arguments.push_back({free, read_text_value(argument, Spelling{true, false})});
    return tag(free);
}

Value body_value(Lowering& lowering, const Scope& scope, const Value& value, const std::string& where) {
    return lowered_value(lowering, scope, nullptr, value, where, spell_in_body);
}
std::string body_text(Lowering& lowering, const Scope& scope, const std::string& text, const std::string& where) {
    return spelt(lowering, scope, nullptr, text, where, spell_in_body);
}
Value leaf_value(Lowering& lowering, const Scope& scope, PassedIn& passed, const Value& value, const std::string& where) {
    Value out = lowered_value(lowering, scope, &passed, value, where, spell_in_leaf);
    return out.source == Source::secret ? out : read_text_value(out.text, {});
}
std::string leaf_text(Lowering& lowering, const Scope& scope, PassedIn& passed, const std::string& text, const std::string& where) {
    return spelt(lowering, scope, &passed, text, where, spell_in_leaf);
}

std::string argo_name(std::string_view name) {
    std::string out;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) && byte < 128) out += c;
        else if (!out.empty() && out.back() != '-') out += '-';
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    if (out.empty()) out = "task";
    if (std::isdigit(static_cast<unsigned char>(out.front()))) out = "t-" + out;  // not in front of an edge
    return out.substr(0, 100);
}

std::string argo_parameter_name(std::string_view name) {
    std::string out;
    for (const char c : name) out += (std::isalnum(static_cast<unsigned char>(c)) && static_cast<unsigned char>(c) < 128) || c == '_' || c == '-' ? c : '-';
    return out.empty() ? "value" : out;
}

std::string free_name(std::set<std::string, std::less<>>& taken, const std::string& wanted) {
    std::string name = wanted;
    for (int n = 2; !taken.insert(name).second; ++n) name = wanted + "-" + std::to_string(n);
    return name;
}

}  // namespace weft::argo
