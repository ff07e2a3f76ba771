// Attributes of an exported flow as the tags that they came from, step by step: what a group's steps hand out is an output of the group, what they take from
// outside is a parameter of it.
#include <algorithm>

#include "core/targets/metaflow/reading.h"

namespace weft::metaflow {
namespace {

using Scope = std::vector<std::string>;   // names of the groups around

// Who sets an attribute: a task's output, or what a group's first step takes out of the item.
struct Setter { Scope scope; std::string task, output; bool param = false; };

std::string path_of(const Scope& scope) {
    std::string out;
    for (const std::string& one : scope) out = join_path((out.empty() ? "" : out + '.') + "tasks", one);
    return out;
}

struct Collector {
    const Class& flow;
    const DrawnGraph& drawn;
    FlowValues& out;
    std::map<std::string, std::string> parameters;
    std::map<std::string, Setter> setters;
    std::vector<Scope> scope_of;
    std::map<std::size_t, const DrawnStep*> loop_of;   // by the step that lists the items

    void place(const std::vector<DrawnStep>& level, const Scope& scope, const DrawnStep* around) {
        for (const DrawnStep& drawn_step : level) {
            if (drawn_step.loop && drawn_step.loop_from < flow.steps.size()) loop_of[drawn_step.loop_from] = &drawn_step;
            if (drawn_step.group) {
                Scope inner = scope;
                inner.push_back(drawn_step.name);
                place(drawn_step.inner, inner, drawn_step.loop ? &drawn_step : nullptr);
                continue;
            }
            const Step& step = flow.steps[drawn_step.step];
            scope_of[drawn_step.step] = scope;
            if (!step.work) continue;
            const bool only_takes = std::all_of(step.work->begin(), step.work->end(), [](const Worked& one) { return one.pieces && !one.when && one.call.empty(); });
            const bool first = around && !level.empty() && drawn_step.needs.empty() && only_takes;   // "takes the item apart"
            for (const Worked& one : *step.work) {
                for (const std::string& attribute : one.takes) setters[attribute] = {scope, drawn_step.name, output_name(step.name, attribute), false};
                if (!first || one.set.empty()) continue;
                const std::string prefix = step.name.substr(0, step.name.size() - std::min(step.name.size(), drawn_step.name.size()));
                setters[one.set] = {scope, {}, one.set.size() > prefix.size() && one.set.starts_with(prefix) ? one.set.substr(prefix.size()) : one.set, true};
                taken.push_back({drawn_step.step, &one, scope});
            }
        }
    }
    struct Taken { std::size_t step; const Worked* set; Scope scope; };
    std::vector<Taken> taken;

    // "" when nobody sets it in a way that an exported flow does.
    std::string resolve(const std::string& attribute, const Scope& reader) {
        if (attribute == "input") return "{{item}}";
        if (attribute == "(status)") return "{{workflow.status}}";
        if (attribute.starts_with("(item)")) return "{{item." + attribute.substr(6) + "}}";
        if (const auto found = parameters.find(attribute); found != parameters.end()) return "{{params." + found->second + "}}";
        const auto found = setters.find(attribute);
        if (found == setters.end()) return {};
        const Setter& setter = found->second;
        const std::size_t shared = std::size_t(std::mismatch(setter.scope.begin(), setter.scope.end(), reader.begin(), reader.end()).first - setter.scope.begin());
        if (setter.param && shared < setter.scope.size()) return {};
        std::string task = setter.task, output = setter.output;
        for (std::size_t depth = setter.scope.size(); depth > shared; --depth) {
            std::vector<Output>& outputs = out.group_outputs[path_of({setter.scope.begin(), setter.scope.begin() + std::ptrdiff_t(depth)})];
            if (std::none_of(outputs.begin(), outputs.end(), [&](const Output& one) { return one.name == attribute; })) {
                Output made;
                made.name = attribute;
                made.expression = Value{Source::output, {}, task, output, false};
                outputs.push_back(std::move(made));
            }
            task = setter.scope[depth - 1];
            output = attribute;
        }
        std::string text = setter.param ? "{{params." + output + "}}" : "{{tasks." + task + ".outputs." + output + "}}";
        for (std::size_t depth = shared + 1; depth <= reader.size(); ++depth) {
            add_param({reader.begin(), reader.begin() + std::ptrdiff_t(depth)}, attribute, text);
            text = "{{params." + attribute + "}}";
        }
        return text;
    }

    void add_param(const Scope& group, const std::string& name, const std::string& text) {
        std::vector<Binding>& params = out.group_params[path_of(group)];
        if (std::none_of(params.begin(), params.end(), [&](const Binding& one) { return one.name == name; })) params.push_back({name, value_of(text)});
    }

    std::optional<std::string> text(const Parts& parts, const Scope& reader) {
        std::string made;
        for (const Part& part : parts) {
            const std::string tag = part.attribute ? resolve(part.text, reader) : part.text;
            if (part.attribute && tag.empty()) return std::nullopt;
            made += tag;
        }
        return made;
    }

    std::optional<Loop> loop(const Listed& list, const Scope& reader) {
        Loop made;
        made.format = list.format;
        const auto number = [&](const Parts& parts, Scalar& into) {
            if (parts.empty()) return true;
            const auto held = text(parts, reader);
            if (held) into = Scalar{*held, held->find("{{") == std::string::npos};
            return held.has_value();
        };
        if (!list.over.empty()) {
            const auto held = text(list.over, reader);
            if (!held) return std::nullopt;
            made.over = Loop::Over::param;
            made.param = *held;
        } else if (!list.items.empty()) {
            for (const Parts& item : list.items) {
                const auto held = text(item, reader);
                if (!held) return std::nullopt;
                made.items.push_back(*held);
            }
        } else {
            made.over = Loop::Over::sequence;
            if (!number(list.start, made.start) || !number(list.end, made.end) || !number(list.count, made.count)) return std::nullopt;
            if (!made.count.text.empty() && made.start.text == "0") made.start = {};
        }
        return made;
    }

    void run() {
        scope_of.resize(flow.steps.size());
        out.of_step.resize(flow.steps.size());
        for (const ParameterCall& call : flow.parameters) {
            const Argument* name = call.arguments.at(0, "name");
            parameters[call.attribute] = name && name->value.kind == Literal::Kind::text ? name->value.text : call.attribute;
        }
        place(drawn.body, {}, nullptr);
        for (const Step& step : flow.steps)   // inner joins stand before outer ones
            if (step.work)
                for (const Worked& one : *step.work)
                    if (const auto inner = setters.find(one.collect); !one.collect.empty() && inner != setters.end()) setters[one.set] = inner->second;
        for (const Taken& one : taken) {
            Scope outside = one.scope;
            outside.pop_back();
            const auto held = text(*one.set->pieces, outside);
            if (!held) continue;
            add_param(one.scope, setters[one.set->set].output, *held);
            out.settled.insert({one.step, one.set->set});
        }
        for (std::size_t i = 0; i < flow.steps.size(); ++i) {
            const Step& step = flow.steps[i];
            Attributes& tags = out.of_step[i];
            for (const auto& [name, at] : step.mentions)
                if (std::string tag = resolve(name, scope_of[i]); !tag.empty()) tags[name] = std::move(tag);
            if (!step.work) continue;
            for (const Worked& one : *step.work) {
                if (!one.collect.empty() && setters.count(one.set)) out.settled.insert({i, one.set});
                if (!one.list || !step.next || !step.next->foreach || step.next->foreach->value.text != one.set || !loop_of.count(i)) continue;
                if (std::optional<Loop> found = loop(*one.list, scope_of[i])) {
                    out.loops[i] = std::move(*found);
                    out.settled.insert({i, one.set});
                }
            }
        }
        for (const auto& [name, setter] : setters)
            if (!setter.param && setter.scope.empty()) out.of_hooks[name] = resolve(name, {});
        for (const auto& [attribute, name] : parameters) out.of_hooks[attribute] = "{{params." + name + "}}";
    }
};

}  // namespace

std::string output_name(const std::string& step, const std::string& attribute) { return attribute.starts_with(step + "_") ? attribute.substr(step.size() + 1) : attribute; }

Value value_of(const std::string& text) {
    if (text == "{{item}}") return {Source::item, {}, {}, {}, false};
    if (text == "{{workflow.status}}") return {Source::status, {}, {}, {}, false};
    const bool whole = text.find("}}") == text.size() - 2;
    if (text.starts_with("{{item.") && whole) return {Source::item, {}, {}, text.substr(7, text.size() - 9), false};
    if (text.starts_with("{{params.") && whole) return {Source::param, {}, {}, text.substr(9, text.size() - 11), false};
    if (text.starts_with("{{tasks.") && whole) {
        const std::size_t middle = text.find(".outputs.");
        if (middle != std::string::npos) return {Source::output, {}, text.substr(8, middle - 8), text.substr(middle + 9, text.size() - middle - 11), false};
    }
    return {text.find("{{") == std::string::npos ? Source::literal : Source::text, text, {}, {}, false};
}

FlowValues values_of(const Class& flow, const DrawnGraph& drawn) {
    FlowValues out;
    Collector{flow, drawn, out, {}, {}, {}, {}, {}}.run();
    return out;
}

}  // namespace weft::metaflow
