#include "core/targets/kfp/shape.h"

#include <algorithm>

#include "core/targets/kfp/reading.h"
#include "core/targets/kfp/values.h"

namespace weft::kfp {

ValueType type_of_literal(const Value& literal) {
    if (!literal.plain) return ValueType::string;
    switch (yaml::type_of(*yaml::make_plain(literal.text))) {
        case yaml::ScalarType::integer: return ValueType::integer;
        case yaml::ScalarType::real: return ValueType::number;
        case yaml::ScalarType::boolean: return ValueType::boolean;
        default: return ValueType::string;
    }
}

Value settled_literal(const Value& literal, ValueType type) { return literal_of(constant_node(literal, type)); }

std::vector<Scalar> script_words(const Definition& script) {
    std::vector<Scalar> words = script.command.empty() ? std::vector<Scalar>{{"sh"}} : script.command;
    const std::string& program = words.front().text;
    if (words.size() == 1 && (program == "sh" || program == "bash" || program == "/bin/sh" || program == "/bin/bash")) return {{program}, {"-c"}, {script.source}};
    std::vector<Scalar> out{{"sh"}, {"-c"}, {"file=$(mktemp) || exit\nprintf '%s' \"$1\" > \"$file\"\nshift\n\"$@\" \"$file\""}, {"script"}, {script.source}};
    out.insert(out.end(), words.begin(), words.end());
    return out;
}

std::string input_for(Task& task, const Value& value, ValueType type, NewInputs& made) {
    for (const Binding& param : task.params)
        if (tag_of(param.value) == tag_of(value)) return param.name;
    std::string name = std::string(channel_prefix) + (value.source == Source::output ? value.task + "-" + value.name : value.source == Source::item ? "loop-item" : value.name);
    std::replace(name.begin(), name.end(), '\'', '-');
    const auto taken = [&](const std::string& n) { return std::any_of(task.params.begin(), task.params.end(), [&](const Binding& b) { return b.name == n; }); };
    const std::string stem = name;
    for (int n = 2; taken(name); ++n) name = stem + "-" + std::to_string(n);
    task.params.push_back({name, value});
    if (value.source != Source::item) return name;      // only the task itself reads it: its component need not know, and the SDK does the same
    Parameter input;
    input.name = name;
    input.type = type;
    made.by_component[task.definition].push_back(std::move(input));
    return name;
}

}  // namespace weft::kfp
